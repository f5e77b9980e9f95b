"""What the record says of a unit, and of two, in a sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pilotdiff.model import Level, Row, Said, Unit, msg
from pilotdiff.model.messages import chained
from pilotdiff.model.repairs import LOST
from pilotdiff.names import split
from pilotdiff.names.division_rows import left_to, spans_of
from pilotdiff.record.chains import meant, path_of
from pilotdiff.record.coding import Coded, RecordYear, code
from pilotdiff.record.counties import level_of
from pilotdiff.record.events import RecordedChange, became, came_from, told_of
from pilotdiff.record.recorded import Recorded, together
from pilotdiff.record.through_years import Way, follow

# Reasons of the Ministry's tables for another name alone.
_RENAMINGS = ("更名", "名称变更")
# So many changes are told of one that has several ends.
_MOST = 6


class RowRecord(NamedTuple):
    """What goes into a row: codes and years of both sides, "" where there is none; a sentence."""

    pilot_code: str = ""
    result_code: str = ""
    pilot_years: str = ""
    result_years: str = ""
    said: Said = ""


class Register(NamedTuple):
    """The record as it is asked about two lists, each in the edition of its date."""

    pilots: RecordYear
    results: RecordYear

    def of(self, row: Row) -> RowRecord:
        """Return what the record says of a row."""
        pilot, result = row.pilot, row.result
        ours = code(pilot, self.pilots) if pilot else None
        if pilot and result and self.pilots == self.results and _are_written_alike(pilot, result):
            theirs = ours
        else:
            theirs = code(result, self.results) if result else None
        one, other = (each.unit if each else None for each in (ours, theirs))
        return RowRecord(
            one.code if one else "",
            other.code if other else "",
            one.years if one else "",
            other.years if other else "",
            ("" if pilot and result else self._since(one, other))
            or _of_row(pilot, ours, result, theirs),
        )

    def _since(self, pilot: Recorded | None, result: Recorded | None) -> Said:
        """Return what became of a pilot before the results, or what made a result since the
        pilots."""
        first, last = self.pilots.year, self.results.year
        told = [c for c in became(pilot) if first <= c.year <= last] if pilot else []
        told += [c for c in came_from(result) if first < c.year <= last] if result else []
        return chained(map(of_change, told))


def _are_written_alike(one: Unit, other: Unit) -> bool:
    """Tell whether the record has one answer for two units: they bear one path, and no lost
    character whose readings may differ."""
    alike = one.path == other.path and one.level is other.level
    return alike and LOST not in "".join(one.path)


def _of_row(
    pilot: Unit | None, ours: Coded | None, result: Unit | None, theirs: Coded | None
) -> Said:
    if pilot and result and ours and theirs:
        one, other = _in_any_year(ours), _in_any_year(theirs)
        if one and other:
            return of_two(one, other)
        if told := _told_of_names(pilot, result):
            return told
        if one and _is_in_none(theirs):
            return _one_of_two(one, result.own, result.name)
        if other and _is_in_none(ours):
            return _one_of_two(other, pilot.own, pilot.name)
    unit, coded = (pilot, ours) if pilot else (result, theirs)
    if unit is None or coded is None:
        return ""
    in_none = not coded.located.same and not coded.several
    return (in_none and _told_of_names(pilot, result)) or of_one(unit.own, coded)


def _in_any_year(coded: Coded) -> Recorded | None:
    """Return a listed unit as it stands in the edition asked for, else in others, where its name
    has one code in all of them."""
    same = coded.located.same
    return coded.unit or (same[-1] if len({each.code for each in same}) == 1 else None)


def _is_in_none(coded: Coded) -> bool:
    return coded.located.placed and not coded.located.same


def _told_of_names(pilot: Unit | None, result: Unit | None) -> Said:
    """Return what the tables of changes tell of the names of towns that no edition has."""
    unit = pilot or result
    if unit is None or unit.level is not Level.TOWNSHIP or not unit.path.county:
        return ""
    names = {"old": pilot.own if pilot else "", "new": result.own if result else ""}
    return chained(dict.fromkeys(map(of_change, told_of(unit.path, **names)[:_MOST])))


def of_one(name: str, coded: Coded) -> Said:
    """Return what the record has of a listed name: its years, or why it gets no code."""
    located = coded.located
    if coded.unit:
        years = coded.unit.years
        return msg("{name} stands in the editions of {years}", name=coded.unit.name, years=years)
    if coded.several:
        return msg("{n} units there could be {name}: no code is given", n=coded.several, name=name)
    if not located.placed:
        return ""
    if located.same:
        last = located.same[-1]
        return msg("{name} stands in other editions only: {years}", name=name, years=last.years)
    if located.kindred:
        return _one_of_two(located.kindred[-1], name)
    return msg("no edition has {name} there", name=name)


def _with_parents(unit: Recorded, other: Recorded) -> str:
    """Return a unit's name with the parents that tell it from another of its name."""
    ours, theirs = path_of(unit), path_of(other)
    first = next((at for at, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b), 0)
    return "".join(ours[first:])


@lru_cache(maxsize=1 << 14)  # the tables ask of each row, and the workbook once more
def of_two(one: Recorded, other: Recorded) -> Said:
    """Return what the record has of two units at once."""
    if one.name == other.name and one.code == other.code:
        return msg("{name} stands in the editions of {years}", name=one.name, years=one.years)
    names, shared = {"one": one.name, "other": other.name}, together(one, other)
    if shared is not None:
        said = msg(
            "the record has both {one} ({code}) and {other} ({other_code}) in {year}: two units"
        )
        if one.name == other.name:
            names = {"one": _with_parents(one, other), "other": _with_parents(other, one)}
        return said.given(**names, code=one.code, other_code=other.code, year=shared)
    earlier, later = (one, other) if one.first <= other.first else (other, one)
    for change in became(earlier):
        if (change.new_code, change.new_name) == (later.code, later.name):
            return of_way(earlier, later, change)
    followed = follow(one, other.last if other.last > one.last else other.first)
    if followed.unit and followed.unit.code == other.code and followed.way is not Way.CODE:
        if followed.change:
            return of_way(earlier, later, followed.change)
        if one.name == other.name:
            said = msg(
                "{one} stands in the editions of {years}, since then as {other_code}: {other_years}"
            )
            return said.given(
                one=one.name, years=one.years, other_code=other.code, other_years=other.years
            )
        said = msg("{one} stands in the editions of {years}, then {other}: {other_years}")
    else:
        said = msg("{one} stands in the editions of {years}, {other} in those of {other_years}")
    return said.given(**names, years=one.years, other_years=other.years)


def of_way(earlier: Recorded, later: Recorded, change: RecordedChange) -> Said:
    """Return how one unit became another, and what else came of the one or went into the other by
    that change: 江干区 became 上城区 and 钱塘区."""
    told = dict.fromkeys((change, *became(earlier), *came_from(later)))
    said = [of_change(each) for each in told if each.year == change.year]
    return chained(dict.fromkeys(said[:_MOST]))


def of_change(change: RecordedChange) -> Said:
    """Return a change in a sentence, with what approved it.

    >>> change = RecordedChange(2019, "1", "甲乡", "撤乡设镇", "2", "甲镇", "甲函〔2019〕1号")
    >>> print(of_change(change))
    甲镇 was made from 甲乡 in 2019 (甲函〔2019〕1号)
    """
    old, new, year = change.old_name, change.new_name, change.year
    said: Said
    if old and old == new and change.new_code:
        said = msg(
            "{name} got the code {code} in {year}", name=new, code=change.new_code, year=year
        )
    elif old and new and _is_renaming(change):
        said = msg("{old} was renamed {new} in {year}", old=old, new=new, year=year)
    elif old and new and _gave_a_part(change):
        said = msg("a part of {old} went to {new} in {year}", old=old, new=new, year=year)
    elif old and new and (_stood_before(change) or _was_divided(change)):
        said = msg("{old} went into {new} in {year}, whole or in part", old=old, new=new, year=year)
    elif old and new:
        said = msg("{new} was made from {old} in {year}", new=new, old=old, year=year)
    elif change.old_name:
        said = msg("{old} was abolished in {year}", old=change.old_name, year=change.year)
    else:
        said = msg("{new} was set up in {year}", new=change.new_name, year=change.year)
    paper = change.document
    return msg("{said} ({document})", said=said, document=paper) if paper else said


def _is_renaming(change: RecordedChange) -> bool:
    """Tell whether one unit got another name: by the reason given, or one code and kind go on."""
    if change.reason:
        return change.reason in _RENAMINGS
    if len(_beside(change)) > 1:
        return False
    kinds = {
        split(level_of(change.old_code), name)[1] for name in (change.old_name, change.new_name)
    }
    return change.old_code == change.new_code and len(kinds) == 1


def _gave_a_part(change: RecordedChange) -> bool:
    """Tell whether a county goes on under its code and name after a change."""
    after = spans_of(change.old_code)
    return any(
        span.name == change.old_name
        and int(span.first) < change.year
        and (not span.last or int(span.last) > change.year)
        for span in after
    )


def _beside(change: RecordedChange) -> set[tuple[str, str]]:
    """Return the pairs of codes of a county's change and of those beside it: what else became of
    the one, and what else went into the other, in the same year."""
    year = str(change.year)
    ended = [each for each in spans_of(change.old_code) if each.last == year]
    others = [each for each in left_to(change.new_code) if each.last == year]
    return {(each.code, code) for each in (*ended, *others) for code in each.became.split(";")}


def _stood_before(change: RecordedChange) -> bool:
    """Tell whether what a unit became stood beside it before: then it took the other up."""
    if not change.new_code:
        return True
    return any(each.first < change.year for each in meant(change.new_code, change.new_name))


def _was_divided(change: RecordedChange) -> bool:
    """Tell whether it is of a prefecture whose counties went to several: none was made from it
    alone."""
    return level_of(change.old_code) is Level.PREFECTURE and len(_beside(change)) > 1


def _one_of_two(unit: Recorded, other: str, whole: str = "") -> Said:
    """Return that the record has one name and not the other; of equal ones with the code, and with
    the `whole` name that the record has not."""
    said = msg("{name} stands in the editions of {years}, {other} in none", years=unit.years)
    if other == unit.name and whole:
        return said.given(name=f"{unit.name} ({unit.code})", other=whole)
    return said.given(name=unit.name, other=other)
