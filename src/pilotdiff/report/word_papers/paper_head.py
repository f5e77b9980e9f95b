"""What the tool cannot know of a working paper: who is audited, under which number, who signs."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from pilotdiff.catalogue.toml_file import toml_tables, toml_text
from pilotdiff.model import UserError
from pilotdiff.model.errors import nearest


@dataclass(frozen=True, slots=True)
class PaperHead:
    """The head of a working paper, as a TOML file gives it; "" leaves a blank to fill in.

    index         the number under which the paper is filed (索引号)
    audited       whom the audit is of (被审计单位)
    project       the audit's name (项目名称)
    matter        what is audited (审计事项); else the comparison of the two lists
    until         the day up to which it was looked (截止日期)
    objective     why (审计目标); else to say what became of every pilot unit
    conclusion    what a person adds to the tool's sentences (审计结论)
    prepared_by, prepared_on   who made the paper (编制人), and when
    reviewed_by, reviewed_on   who looked it through (复核人), and when
    opinion       what the reviewer says of it (复核意见)
    """

    index: str = ""
    audited: str = ""
    project: str = ""
    matter: str = ""
    until: str = ""
    objective: str = ""
    conclusion: str = ""
    prepared_by: str = ""
    prepared_on: str = ""
    reviewed_by: str = ""
    reviewed_on: str = ""
    opinion: str = ""


# The keys as an auditor may write them; a TOML key in Chinese stands in quotation marks.
CHINESE = {
    "索引号": "index",
    "被审计单位": "audited",
    "项目名称": "project",
    "审计事项": "matter",
    "截止日期": "until",
    "审计目标": "objective",
    "审计结论": "conclusion",
    "编制人": "prepared_by",
    "编制日期": "prepared_on",
    "复核人": "reviewed_by",
    "复核日期": "reviewed_on",
    "复核意见": "opinion",
}


def read_head(path: Path) -> PaperHead:
    """Return the head that a TOML file gives, its keys in English or Chinese.

    Raises UserError: the file, what is wrong with it, and what to do.
    """
    known = tuple(field.name for field in fields(PaperHead))
    found: dict[str, str] = {}
    for key, value in toml_tables(toml_text(path), str(path)).items():
        name = CHINESE.get(key, key)
        if name not in known:
            raise _unknown(path, key, value, known)
        # A yes or no, or a number with a point, is nobody's name and no date.
        if isinstance(value, bool) or not isinstance(value, str | int | date):
            raise UserError("{path}: {key} is one text, in quotation marks", path=path, key=key)
        if name in found:
            raise UserError("{path} says twice what {key} is", path=path, key=key)
        found[name] = str(value)
    return PaperHead(**found)


def _unknown(path: Path, key: str, value: object, known: Sequence[str]) -> UserError:
    """Return what is told of a key that the head has not: the one meant, or all, in the language of
    the key."""
    if isinstance(value, dict):
        return UserError(
            "{path}: a working paper's head has no parts; write its keys without [{key}]",
            path=path,
            key=key,
        )
    keys = known if key.isascii() else tuple(CHINESE)
    if near := nearest(key.casefold(), keys):
        return UserError(
            "{path}: a working paper's head has no {key}: did you mean {near}?",
            path=path,
            key=key,
            near=near,
        )
    return UserError(
        "{path}: a working paper's head has no {key}; it may have {keys}",
        path=path,
        key=key,
        keys=keys,
    )
