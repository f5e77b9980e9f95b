"""What a list may be given as, and the columns that are told of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from typing import Any, NamedTuple, Protocol, TypeAlias, runtime_checkable

from pilotdiff.model import LEVELS, Units, UserError


@runtime_checkable
class FrameLike(Protocol):
    """A frame of pandas or polars, an Arrow table, or another that narwhals knows."""

    @property
    def columns(self) -> Any:
        """Its columns, or their names."""


@runtime_checkable
class ReadableFile(Protocol):
    """An open file, of bytes or of text."""

    def read(self) -> Any:
        """Return the whole of it."""


# A path, the id of a shipped document, "-", text of more than a line; bytes; an open file; names;
# records; columns; a frame.
ListInput: TypeAlias = (
    Units
    | str
    | PathLike[str]
    | bytes
    | ReadableFile
    | FrameLike
    | Mapping[str, Sequence[object]]
    | Iterable[str]
    | Iterable[Mapping[str, object]]
)


class ToldColumns(NamedTuple):
    """What the user tells of a table's columns.

    name, id, category  the columns that hold them, "" where the headings tell
    levels              the column of each level's name: {"county": "区县名"}
    keep                columns of the user's own, for the answer
    title               what the list is called; says programme, year and what it is a list of
    """

    name: str = ""
    id: str = ""
    category: str = ""
    levels: Mapping[str, str] = {}
    keep: tuple[str, ...] = ()
    title: str = ""

    @classmethod
    def of(
        cls,
        name: str,
        id: str,
        category: str,
        levels: Mapping[str, str] | None,
        keep: Sequence[str],
        title: str,
    ) -> ToldColumns:
        """Return what these arguments tell. Raises UserError for a level that is none."""
        for level in levels or ():
            if level not in LEVELS:
                raise UserError(
                    "there is no level {level}: choose one of {levels}",
                    level=level,
                    levels=tuple(map(str, LEVELS)),
                )
        kept = (keep,) if isinstance(keep, str) else tuple(keep)
        return cls(name, id, category, dict(levels or {}), kept, title)

    @property
    def roles(self) -> dict[str, str]:
        """The headings that take the place of the user's: {"区县名": "county"}."""
        told = {column: str(level) for level, column in self.levels.items()}
        return {**told, self.category: "category"} if self.category else told
