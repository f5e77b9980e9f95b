"""A catalogue from its file, with errors that name the line and the key."""

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pilotdiff.catalogue.catalogue_types import Catalogue
from pilotdiff.catalogue.source_tables import built
from pilotdiff.model import UserError
from pilotdiff.patterns import pattern

if TYPE_CHECKING:
    from pilotdiff.catalogue.schema import Problem

_WHERE = pattern(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


@cache
def catalogue(path: Path | None = None) -> Catalogue:
    """Return the catalogue in a file, or the one that is shipped; read once.

    Raises UserError: file, line, key, and what to do.
    """
    if path is None:
        from pilotdiff.bundled import shipped

        path, name = shipped(), ""
    else:
        name = str(path)
    text = _text(path)
    raw = _tables(text, name)
    folder = path.parent
    if name:  # the tests hold the shipped one to the same: checking it would cost every start
        _check(raw, text, name, folder)
    return built(raw, name, folder)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise UserError(
            "{path}: there is no such catalogue; check the name and the folder", path=path
        ) from None
    except IsADirectoryError:
        raise UserError(
            "{path} is a folder; name the catalogue in it, a TOML file", path=path
        ) from None
    except UnicodeDecodeError:
        raise UserError("{path} is not UTF-8; save the catalogue as UTF-8", path=path) from None
    except OSError as error:
        raise UserError(
            "{path} cannot be opened ({why}); check its name and your rights",
            path=path,
            why=error.strerror,
        ) from None


def _tables(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        lines = text.splitlines()
        where = _WHERE.search(str(error))
        line = int(where["line"]) if where and where["line"] else len(lines)
        raise UserError(
            '{file}, line {line}: TOML cannot read "{text}" ({why}): a line is key = "text", '
            "with straight quotes",
            file=name,
            line=line,
            text=lines[line - 1].strip() if lines else "",
            why=_WHERE.sub("", str(error)),
        ) from None


def _check(raw: dict[str, Any], text: str, name: str, folder: Path) -> None:
    """What each key holds, then what must hold between them. Raises UserError."""
    from pilotdiff.catalogue import schema
    from pilotdiff.catalogue.relations import relations

    _refuse(list(schema.catalogue(raw, ())), text, name)
    _refuse(list(relations(raw, folder)), text, name)


def _refuse(found: "list[Problem]", text: str, name: str) -> None:
    """Raise the first problem in the order of the lines."""
    if not found:
        return
    from pilotdiff.catalogue.toml_places import places

    lines = places(text)

    def line(problem: "Problem") -> int:
        return lines.get(problem.at, 1)

    first = min(found, key=line)
    raise UserError("{file}, line {line}: {what}", file=name, line=line(first), what=first.message)
