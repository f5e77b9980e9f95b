"""A TOML file that a user wrote: its text and its tables, or what is wrong with it."""

import tomllib
from pathlib import Path
from typing import Any

from pilotdiff.model import Message, UserError, msg
from pilotdiff.model.system_errors import system_said
from pilotdiff.patterns import pattern

_BARE_KEY = pattern(r"(?P<key>\w+)\s*[=＝:：]")
_WHERE = pattern(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


def toml_text(path: Path) -> str:
    """Return the text of a file. Raises UserError."""
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise UserError(
            "{path}: there is no such file; check the name and the folder", path=path
        ) from None
    except IsADirectoryError:
        raise UserError("{path} is a folder; name the TOML file in it", path=path) from None
    except UnicodeDecodeError:
        raise UserError("{path} is not UTF-8; save it as UTF-8", path=path) from None
    except OSError as error:
        raise UserError(
            "{path} cannot be opened ({why}); check its name and your rights",
            path=path,
            why=system_said(error),
        ) from None


def toml_tables(text: str, name: str) -> dict[str, Any]:
    """Return what a TOML text holds; `name` is how errors call its file. Raises UserError: the line
    and what to do."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        lines = text.splitlines()
        where = _WHERE.search(str(error))
        line = int(where["line"]) if where and where["line"] else len(lines)
        shown = lines[line - 1].strip() if lines else ""
        raise UserError(
            '{file}, line {line}: TOML cannot read "{text}": {remedy}',
            file=name,
            line=line,
            text=shown,
            remedy=_remedy(shown, _WHERE.sub("", str(error))),
        ) from None
    except (ValueError, RecursionError):
        # Python reads no number of more than 4,300 digits, and no brackets nested by the thousand.
        lines = text.splitlines()
        line = max(range(len(lines)), key=lambda at: len(lines[at])) + 1
        raise UserError(
            "{file}, line {line} holds a number or brackets that no such file needs; "
            "write what is meant",
            file=name,
            line=line,
        ) from None


def _remedy(line: str, why: str) -> Message:
    """Say what to do with a line; `why` is the reader's own word, which is English only."""
    bare = _BARE_KEY.match(line)
    if "overwrite" in why or "twice" in why or "Duplicate" in why:
        return msg("its key stands further up already; keep one of the two")
    if bare and bare["key"].isalnum() and not bare["key"].isascii():
        return msg('a key in Chinese stands in straight quotes, "{key}" = …', key=bare["key"])
    if "\\" in line:
        return msg("in a text \\ is written twice, or the text stands in single quotes")
    return msg('a line is key = "text", with straight quotes')
