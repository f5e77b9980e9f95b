"""The official record of divisions: codes, names and years, and the changes between them.

Every county and higher since 1981, every township of 2015 to 2023 and 2026, every community of 2016
to 2023. Nothing is loaded before it is asked for: of these modules the one that has it, of the
tables a prefecture at a time.

    locate(path)        what the record has under a path: the very name, other kinds of the stem
    knows(path)         whether it has either there
    bearers(…)          the same for many names below one place
    ask(text)           the same for what a person types: a short name, a name alone, a code
    of_code(code)       the names that a code bore
    meant(code, name)   the units that a table means by a code and a name
    named_places(…)     the divisions of a level and name, down to the counties
    places_under(…)     the places of a level that lay under a province or prefecture in a year
    path_of(unit)       where a unit lies, its parents as they were called in a year
    near(path)          units under the path's parents whose names are one character off
    together(a, b)      a year in which both stand: then they are two units; None when there is none
    became, came_from   the changes that ended a unit, or made it, with reason and approval
    gave_a_part(a, b)   whether a part of one county went to another
    founded_from        those by which counties that went on gave parts to one that was set up
    code(unit, edition) the code of a listed unit where one is possible; Register: of a row's two
    changes_between     what listed units went through between two years
    of_one, of_two      what the record says of a listed unit, or of two, in a sentence
    new_area(name)      a new area of the State, which has no code: 贵安新区
    goes_on_whole(a, b) whether one is all that came of the other, or most of it
    follow(unit, year)  what stands for a unit in another edition, and how it was found

A `Recorded` is a code with a name and the spans of years in which it bore it. The same code under
another name is another `Recorded`, and no sign that the two are one unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pilotdiff.record.asking import RecordAnswer, ask, has_place
    from pilotdiff.record.between import changes_between
    from pilotdiff.record.chains import meant, of_code, path_of
    from pilotdiff.record.coding import Coded, RecordYear, code
    from pilotdiff.record.counties import OLDEST, named_places, places_under
    from pilotdiff.record.county_parts import gave_a_part
    from pilotdiff.record.events import RecordedChange, became, came_from, founded_from
    from pilotdiff.record.locating import Located, bearers, knows, locate, newest
    from pilotdiff.record.lookalikes import near, one_off
    from pilotdiff.record.new_areas import NewArea, new_area
    from pilotdiff.record.prefectures import editions
    from pilotdiff.record.recorded import Recorded, together
    from pilotdiff.record.sayings import Register, RowRecord, of_change, of_one, of_two, of_way
    from pilotdiff.record.through_years import Followed, Way, follow, goes_on_whole

__all__ = [
    "OLDEST",
    "Coded",
    "Followed",
    "Located",
    "NewArea",
    "RecordAnswer",
    "RecordYear",
    "Recorded",
    "RecordedChange",
    "Register",
    "RowRecord",
    "Way",
    "ask",
    "bearers",
    "became",
    "came_from",
    "changes_between",
    "code",
    "editions",
    "follow",
    "founded_from",
    "gave_a_part",
    "goes_on_whole",
    "has_place",
    "knows",
    "locate",
    "meant",
    "named_places",
    "near",
    "new_area",
    "newest",
    "of_change",
    "of_code",
    "of_one",
    "of_two",
    "of_way",
    "one_off",
    "path_of",
    "places_under",
    "together",
]
# The public names of each module; a command asks the record few things, and loads what has them.
_MODULES = {
    "asking": "RecordAnswer ask has_place",
    "between": "changes_between",
    "chains": "meant of_code path_of",
    "coding": "Coded RecordYear code",
    "counties": "OLDEST named_places places_under",
    "county_parts": "gave_a_part",
    "events": "RecordedChange became came_from founded_from",
    "locating": "Located bearers knows locate newest",
    "lookalikes": "near one_off",
    "new_areas": "NewArea new_area",
    "prefectures": "editions",
    "recorded": "Recorded together",
    "sayings": "Register RowRecord of_change of_one of_two of_way",
    "through_years": "Followed Way follow goes_on_whole",
}
_PLACES = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = found
    return found
