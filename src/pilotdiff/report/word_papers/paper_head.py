"""What the tool cannot know of a working paper: who is audited, under which number, who signs."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from pilotdiff.catalogue.toml_file import toml_tables, toml_text
from pilotdiff.model import UserError
from pilotdiff.model.errors import nearest


def _said(chinese: str, *, is_day: bool = False) -> Any:
    """Return a field, empty where nothing is given, that an auditor may call by a Chinese key; such
    a key stands in quotation marks in TOML. A day may be written as TOML writes one."""
    return field(default="", metadata={"chinese": chinese, "is_day": is_day})


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

    index: str = _said("索引号")
    audited: str = _said("被审计单位")
    project: str = _said("项目名称")
    matter: str = _said("审计事项")
    until: str = _said("截止日期", is_day=True)
    objective: str = _said("审计目标")
    conclusion: str = _said("审计结论")
    prepared_by: str = _said("编制人")
    prepared_on: str = _said("编制日期", is_day=True)
    reviewed_by: str = _said("复核人")
    reviewed_on: str = _said("复核日期", is_day=True)
    opinion: str = _said("复核意见")


CHINESE_NAMES = {each.metadata["chinese"]: each.name for each in fields(PaperHead)}
_DAYS = frozenset(each.name for each in fields(PaperHead) if each.metadata["is_day"])


def read_head(path: Path) -> PaperHead:
    """Return the head that a TOML file gives, its keys in English or Chinese.

    Raises UserError: the file, what is wrong with it, and what to do.
    """
    known = tuple(field.name for field in fields(PaperHead))
    found: dict[str, str] = {}
    for key, value in toml_tables(toml_text(path), str(path)).items():
        name = CHINESE_NAMES.get(key, key)
        if name not in known:
            raise _unknown(path, key, value, known)
        # A number is nobody's name and no day; as a paper's number 007 would lose its zeros.
        if not isinstance(value, str | date if name in _DAYS else str):
            raise UserError("{path}: {key} is one text, in quotation marks", path=path, key=key)
        if name in found:
            raise UserError("{path} says twice what {key} is", path=path, key=key)
        paragraphs = [" ".join(line.split()) for line in str(value).splitlines()]
        found[name] = ("\n" if name == "conclusion" else " ").join(filter(None, paragraphs))
    if not found:
        raise UserError(
            "{path} says nothing of a working paper's head; a line of it is {example}",
            path=path,
            example='"被审计单位" = "…"',
        )
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
    keys = known if key.isascii() else tuple(CHINESE_NAMES)
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
