"""What the official record says of a unit, on the screen."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.record import (
    NewArea,
    Recorded,
    became,
    follow,
    goes_on_whole,
    newest,
    of_change,
    path_of,
)
from pilotdiff.report.answers.recorded_answer import RecordedAnswer, changes_of, of_area, of_kindred
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock

# So many namesakes are shown; a table prints them all.
_MOST = 12


def parts(answer: RecordedAnswer, _: int) -> Iterator[ScreenBlock]:
    """Yield each unit with its code, its years, where it lies and what became of it."""
    words = answer.words
    if answer.answer.kindred:
        yield Text(words(of_kindred(answer.answer)))
    for unit in answer.units[:_MOST]:
        yield _unit(unit, words)
    left = len(answer.units) - _MOST
    if left > 0:
        yield Text(f"{words('… and {n} more: -f csv prints them all', n=f'{left:,}')}", "dim")

    yield from (_area(area, words) for area in answer.answer.areas)


def _area(area: NewArea, words: Words) -> Group:
    title = area.province + area.prefecture + area.name
    return Group(heading(title), Text(f"  {words(of_area(area))}"))


def _unit(unit: Recorded, words: Words) -> Group:
    said = [f"  {words('in the editions of {years}', years=unit.years)}"]
    said += [f"  {words(of_change(change))}" for change in changes_of(unit)]
    last = newest(unit.level)
    if unit.last < last:
        followed = _now(unit, last)
        if followed is not None and (followed.code, followed.name) != (unit.code, unit.name):
            now = "".join(path_of(followed))
            said.append(f"  {words('now {name} ({code})', name=now, code=followed.code)}")
    title = f"{''.join(path_of(unit))}  {unit.code}"
    return Group(heading(title), *(Text(line) for line in said))


def _now(unit: Recorded, last: int) -> Recorded | None:
    """Return what stands for a unit in the last edition; None where it went to several, and that is
    but one of them."""
    followed, _, change = follow(unit, last)
    ends = {(each.new_code, each.new_name) for each in became(unit)}
    if followed is None or change is None or len(ends) < 2:
        return followed
    return followed if goes_on_whole(unit, followed, change.year) else None
