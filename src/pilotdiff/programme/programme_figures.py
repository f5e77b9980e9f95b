"""What a figure says: so many units at one stage of a batch, or an amount beside the funnel."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pilotdiff.model import Figure, Level, SourceKind
from pilotdiff.programme.programme_types import Stage, Topic
from pilotdiff.word_tables import word_rows

STAGE_OF_LIST = {SourceKind.PILOTS: Stage.PILOTS, SourceKind.RESULTS: Stage.DEMONSTRATIONS}


class Told(NamedTuple):
    """What a figure counts: units of a level at a stage."""

    stage: Stage
    level: Level


class Read(NamedTuple):
    """A figure, the units that it counts (None where it counts something else), and the batch that
    it speaks of by number."""

    figure: Figure
    told: Told | None
    batch: int | None


def figures_read(figures: Iterable[Figure]) -> tuple[Read, ...]:
    """Return the figures of one document; a batch once named goes for the rest of its paragraph."""
    found: list[Read] = []
    for figure in figures:
        batch = figure.batch
        if batch is None and found and found[-1].figure.line == figure.line > 0:
            batch = found[-1].batch
        found.append(Read(figure, units_told(figure), batch))
    return tuple(found)


def units_told(figure: Figure) -> Told | None:
    """Return the units that a figure counts; None where it counts something else."""
    if figure.level is None or figure.stage is None or not figure.value.is_integer():
        return None
    stage = STAGE_OF_LIST.get(figure.stage)
    planned = figure.yearly or _says("planned", figure.sentence[0] + figure.subject)
    if stage is None or not planned:
        return Told(stage, figure.level) if stage else None
    # Demonstrations to be reached in the end are a goal, and no step of the funnel.
    return None if stage is Stage.DEMONSTRATIONS else Told(Stage.PLANNED, figure.level)


def topic(figure: Figure) -> Topic:
    """Return what an amount is about."""
    if figure.unit.endswith("元"):
        return Topic.MONEY
    return Topic.ORGANISATIONS if _says("organisations", figure.subject) else Topic.OTHER


def _says(meaning: str, text: str) -> bool:
    return any(word in text for word in _words()[meaning])


@cache
def _words() -> dict[str, tuple[str, ...]]:
    rows = word_rows(Path(__file__).with_name("tables") / "subjects.txt", ":")
    return {meaning: tuple(word.strip() for word in words.split(",")) for meaning, words in rows}
