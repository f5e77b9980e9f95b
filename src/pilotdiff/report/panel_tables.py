"""A panel as tables: their columns, and their rows as records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.language import Words
from pilotdiff.model import Message, msg
from pilotdiff.panel import Panel, PanelListing, PanelUnit
from pilotdiff.panel.recorded_apart import edition_of_year
from pilotdiff.panel.unit_years import unit_years
from pilotdiff.record import code
from pilotdiff.report.answer import CellValue
from pilotdiff.report.diff_columns import probability

CellOrNone = CellValue | None
PanelRecord = dict[str, CellOrNone]
_UNIT = ("unit_id", "code", "level", "province", "prefecture", "county", "township", "community")
INTEGERS = frozenset(
    {
        *("year", "line", "pilot_line", "result_line", "batch_number", "pilot_year", "result_year"),
        *("promoted_year", "dropped_year", "pilots", "eligible", "went_on", "dropped"),
        *("undecided", "unread", "merged"),
    }
)
FRACTIONS = frozenset({"confidence", "margin", "rate", "rate_high"})


class PanelTable(NamedTuple):
    """One table of a panel: its name, its columns, what a row is, and its rows."""

    name: str
    columns: tuple[str, ...]
    about: Message
    rows: Callable[[Panel, Words], Iterator[PanelRecord]]


TABLE_NAMES = ("listings", "unit_years", "wide", "rates", "doubtful")


def tables(panel: Panel) -> tuple[PanelTable, ...]:
    """Return the tables of a panel, in the order of their names; the wide one has a column a
    list."""
    wide = (*_UNIT, *list_names(panel))
    return (
        PanelTable("listings", _LISTINGS, msg("A unit in a list."), listings),
        PanelTable("unit_years", _YEARS, msg("A unit in a year of a programme."), years),
        PanelTable("wide", wide, msg("A unit, and how each list names it."), wide_rows),
        PanelTable(
            "rates", _RATES, msg("The pilots of a list in a province, and how many went on."), rates
        ),
        PanelTable(
            "doubtful",
            _DOUBTFUL,
            msg("Two listings that may be one unit: a person decides."),
            doubtful,
        ),
    )


_LISTINGS = (
    *_UNIT,
    *("year", "list", "title", "list_kind", "programme", "batch", "listed_as", "category"),
    *("listed_id", "line", "outcome", "told_by", "link", "confidence", "reason"),
)
_YEARS = (
    *_UNIT,
    *("programme", "year", "listed_as", "batch", "status"),
    *("pilot_year", "promoted_year", "dropped_year"),
)
_RATES = (
    *("programme", "province", "list", "batch", "pilot_year", "result_year", "pilots"),
    *("eligible", "went_on", "dropped", "undecided", "rate", "rate_high", "unread", "merged"),
)
_DOUBTFUL = (
    *("pilot", "result", "pilot_list", "pilot_line", "result_list", "result_line"),
    *("confidence", "margin", "runner_up", "reason"),
)


def cells_of(table: PanelTable, records: Sequence[PanelRecord]) -> list[tuple[CellValue, ...]]:
    """Return records in the order of a table's columns, "" where nothing is known."""
    return [
        tuple("" if (value := record[name]) is None else value for name in table.columns)
        for record in records
    ]


def list_names(panel: Panel) -> tuple[str, ...]:
    """Return what the wide table calls each list: its id, numbered where two bear one."""
    seen: dict[str, int] = {}
    names = []
    for one in panel.lists:
        seen[one.id] = seen.get(one.id, 0) + 1
        names.append(one.id if seen[one.id] == 1 else f"{one.id} #{seen[one.id]}")
    return tuple(names)


def _own(unit: PanelUnit) -> PanelRecord:
    cells = (unit.id, unit.code, str(unit.level), *unit.path)
    return dict(zip(_UNIT, cells, strict=True))


def listings(panel: Panel, words: Words) -> Iterator[PanelRecord]:
    """Yield each unit in each list that has it; its code is that of the list's year."""
    names = list_names(panel)
    for unit in panel.units:
        for each in unit.listings:
            one = panel.lists[each.number]
            source = one.filed.source
            yield {
                **_own(unit),
                "code": _code(panel, unit, each),
                "year": one.year,
                "list": names[each.number],
                "title": source.title,
                "list_kind": one.kind,
                "programme": source.programme,
                "batch": str(source.batch or ""),
                "listed_as": each.unit.name,
                "category": each.unit.entry.category,
                "listed_id": each.unit.id,
                "line": each.unit.entry.line,
                "outcome": str(each.outcome or ""),
                "told_by": "" if each.decided is None else names[each.decided],
                "link": each.rule,
                "confidence": _share(each.confidence),
                "reason": words(each.reason),
            }


def _code(panel: Panel, unit: PanelUnit, each: PanelListing) -> str:
    """Return the code in the edition of the list; none where the panel does without the record."""
    if not panel.coded:
        return ""
    asked = each.unit._replace(path=each.unit.path.joined(unit.path))
    found = code(asked, edition_of_year(panel.lists[each.number].year)).unit
    return found.code if found else ""


def years(panel: Panel, words: Words) -> Iterator[PanelRecord]:
    """Yield each unit in each year."""
    del words  # codes and figures alone
    for each in unit_years(panel):
        told = zip(_YEARS[len(_UNIT) :], each[1:], strict=True)
        yield {**_own(each.unit), **dict(told)}


def wide_rows(panel: Panel, words: Words) -> Iterator[PanelRecord]:
    """Yield each unit with the name that each list gives it."""
    del words
    names = list_names(panel)
    for unit in panel.units:
        named: PanelRecord = dict.fromkeys(names, "")
        named |= {names[each.number]: each.unit.name for each in unit.listings}
        yield {**_own(unit), **named}


def rates(panel: Panel, words: Words) -> Iterator[PanelRecord]:
    """Yield each list of pilots in each province."""
    del words
    for each in panel.rates:
        *counted, unread, merged = each[4:]
        cells = (each.programme, each.province, each.list, str(each.batch or ""), *counted)
        bounds = _share(each.rate), _share(each.rate_high)
        yield dict(zip(_RATES, (*cells, *bounds, unread, merged), strict=True))


def doubtful(panel: Panel, words: Words) -> Iterator[PanelRecord]:
    """Yield each link in doubt; `pilot` and `result` are called as decisions call them."""
    names = list_names(panel)
    for one, one_list, other, other_list, confidence, margin, reason, runner_up in panel.doubtful:
        cells = (
            *(one.name, other.name),
            *(names[one_list], one.entry.line, names[other_list], other.entry.line),
            *(_share(confidence), _share(margin), runner_up, words(reason)),
        )
        yield dict(zip(_DOUBTFUL, cells, strict=True))


def _share(value: float | None) -> CellOrNone:
    return None if value is None else probability(value)
