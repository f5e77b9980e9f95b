"""A catalogue from its file, with errors that name the line and the key."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pilotdiff.catalogue.catalogue_types import Catalogue
from pilotdiff.catalogue.source_tables import built
from pilotdiff.catalogue.toml_file import toml_tables, toml_text
from pilotdiff.model import UserError

if TYPE_CHECKING:
    from pilotdiff.catalogue.schema import Problem


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
    text = toml_text(path)
    raw = toml_tables(text, name)
    folder = path.parent
    if name:  # the tests hold the shipped one to the same: checking it would cost every start
        _check(raw, text, name, folder)
    return built(raw, name, folder)


def _check(raw: dict[str, Any], text: str, name: str, folder: Path) -> None:
    """Check what each key holds, then what must hold between them. Raises UserError."""
    from pilotdiff.catalogue import schema
    from pilotdiff.catalogue.relations import relations

    _refuse(list(schema.catalogue_table(raw, ())), text, name)
    _refuse(list(relations(raw, folder)), text, name)


def _refuse(found: "list[Problem]", text: str, name: str) -> None:
    """Raise the first problem in the order of the lines."""
    if not found:
        return
    from pilotdiff.catalogue.toml_places import key_lines

    lines = key_lines(text)

    def line(problem: "Problem") -> int:
        return lines.get(problem.at, 1)

    first = min(found, key=line)
    raise UserError("{file}, line {line}: {what}", file=name, line=line(first), what=first.message)
