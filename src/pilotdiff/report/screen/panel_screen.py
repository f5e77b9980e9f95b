"""A panel on a terminal: the lists in time, the rates, and the links in doubt."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Message, msg
from pilotdiff.panel import Panel, PanelRate
from pilotdiff.report.answers.panel_answer import PanelAnswer
from pilotdiff.report.pilot_shares import could_go_on, rate
from pilotdiff.report.report_terms import SOURCE_KINDS
from pilotdiff.report.screen.style import headed_table, heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock

# So many links in doubt are shown; the table has them all.
_MOST = 20


def parts(answer: PanelAnswer, _: int) -> Iterator[ScreenBlock]:
    """Yield what to print, part by part; what is empty is left out."""
    panel, words = answer.panel, answer.words
    yield _said(panel, words)
    yield _lists(panel, words)
    if panel.rates:
        yield _rates(panel, words)
    else:
        yield words(
            msg(
                "No rates: no list of pilots is here with its results. What a list is of, its "
                "title says, or a catalogue: --catalogue."
            )
        )
    if panel.doubtful:
        yield _doubtful(panel, words)
    if undated := tuple(words.called(one.id) for one in panel.lists if one.year is None):
        yield words("Without a year, and therefore not in unit_years: {lists}", lists=undated)
    if panel.left_out:
        yield words("Without a list: {documents}", documents=panel.left_out)


def _said(panel: Panel, words: Words) -> str:
    linked = sum(len(unit.listings) > 1 for unit in panel.units)
    return words(
        "{lists}, {units}, {linked}, {doubtful}",
        lists=words.number("{n} list", "{n} lists", len(panel.lists)),
        units=words.number("{n} unit", "{n} units", len(panel.units)),
        linked=words.number("{n} of them in more than one", "{n} of them in more than one", linked),
        doubtful=words.number("{n} link in doubt", "{n} links in doubt", len(panel.doubtful)),
    )


def _filled(
    title: str, heads: Sequence[Message], numbers: set[int], rows: list[list[str]], words: Words
) -> ScreenBlock:
    """Return a table under a heading; `numbers` are the columns that hold numbers."""
    grid = headed_table()
    for at, head in enumerate(heads):
        grid.add_column(words(head), right=at in numbers, wraps=at not in numbers)
    for row in rows:
        grid.add_row(*row)
    return Group(heading(title), grid)


def _lists(panel: Panel, words: Words) -> ScreenBlock:
    heads = msg("Year"), msg("List"), msg("Kind"), msg("Units"), msg("Results in")
    rows = [
        [
            str(one.year or ""),
            words.called(one.id),
            words(SOURCE_KINDS[kind]) if (kind := one.filed.source.kind) else "",
            f"{len(one.filed.units.units):,}",
            words(", ").join(words.called(panel.lists[at].id) for at in one.results),
        ]
        for one in panel.lists
    ]
    return _filled(words("Lists"), heads, {0, 3}, rows, words)


def _rates(panel: Panel, words: Words) -> ScreenBlock:
    parts = any(each.merged for each in panel.rates)
    heads = (
        *(msg("Pilots of"), msg("Province"), msg("Pilots"), msg("Eligible")),
        *(msg("Went on"), *([msg("As part")] if parts else []), msg("Open"), msg("Rate")),
    )
    lists = {(each.year, each.list) for each in panel.rates}
    of_year = Counter(year for year, _ in lists)
    rows = [
        [
            _pilots_of(each, words, alone=of_year[each.year] == 1),
            each.province,
            f"{each.pilots:,}",
            could_go_on(each.eligible, each.unread),
            f"{each.went_on:,}",
            *([f"{each.merged:,}"] if parts else []),
            f"{each.undecided:,}",
            rate(each.went_on, each.eligible, each.undecided, words, each.unread),
        ]
        for each in panel.rates
    ]
    return _filled(words("How many pilots went on"), heads, {*range(2, len(heads))}, rows, words)


def _pilots_of(one: PanelRate, words: Words, *, alone: bool) -> str:
    """Return the year of a list of pilots, with the list unless it is `alone` in its year."""
    year = str(one.year or "")
    return year if year and alone else f"{year} {words.called(one.list)}".lstrip()


def _doubtful(panel: Panel, words: Words) -> ScreenBlock:
    heads = msg("One"), msg("The other"), msg("Why")
    rows = [
        [
            f"{each.one.name} · {panel.lists[each.one_list].id}",
            f"{each.other.name} · {panel.lists[each.other_list].id}",
            words(each.reason),
        ]
        for each in islice(panel.doubtful, _MOST)
    ]
    shown = _filled(words("Links in doubt: one unit, or two?"), heads, set(), rows, words)
    more = len(panel.doubtful) - len(rows)
    if more <= 0:
        return shown
    return Group(shown, Text(words("… and {n} more, in doubtful.csv", n=more), style="dim"))
