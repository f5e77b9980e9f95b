"""The official record as a service: the units that bear a name below the parents stated."""

from collections.abc import Iterable, Sequence

from pilotdiff.language import Words
from pilotdiff.model import LEVELS, Level, Unit, msg, whole_number
from pilotdiff.names import division_rows
from pilotdiff.record import (
    Recorded,
    RecordYear,
    code,
    counties,
    near,
    newest,
    of_change,
    of_code,
    path_of,
)
from pilotdiff.report.answers.recorded_answer import changes_of
from pilotdiff.report.report_terms import LEVEL_NAMES
from pilotdiff.service.query_units import units_of
from pilotdiff.service.served import Entity, ServedCandidate
from pilotdiff.service.service_queries import Query

# In percent: a name of another kind, or one character off, is a hint and no identity.
_CERTAIN, _KINDRED, _NEAR = 100.0, 40.0, 20.0
_OWN = ("code", "level", "name", "years", *map(str, LEVELS), "changes")


class ServedRecord:
    """Every county since 1981, townships and communities of the editions that the record has.

    Names are looked up in the edition of `year`; a query's own property `year` comes first.
    """

    def __init__(self, words: Words, year: int | None = None) -> None:
        self._words = words
        self._year = year

    @property
    def name(self) -> str:
        """What it is called."""
        return self._words(msg("Official record of China's divisions"))

    @property
    def space(self) -> str:
        """The ids are division codes, with the first year of a name that is no longer borne."""
        return "urn:pilotdiff:record"

    @property
    def properties(self) -> Sequence[str]:
        """What is known of a unit."""
        return _OWN

    @property
    def levels(self) -> Sequence[Level]:
        """All."""
        return LEVELS

    def entity(self, id: str) -> Entity | None:
        """Return the unit of an id: a code, or a code with the first year of a former name."""
        digits, _, first = id.partition("-")
        borne = self._by_code(digits)
        if first:
            borne = tuple(each for each in borne if str(each.first) == first)
        return self._entity(borne[-1], whole=True) if borne else None

    def suggested(self, prefix: str) -> list[Entity]:
        """Return the counties and higher whose name or code begins so, the present ones first."""
        spans = (
            counties.as_recorded(each)
            for each in division_rows.tenures()
            if prefix and (each.name.startswith(prefix) or each.code.startswith(prefix))
        )
        found = dict.fromkeys((*self._by_code(prefix), *sorted(spans, key=_present_first)))
        return [self._entity(each) for each in found]

    def candidates(self, query: Query) -> list[ServedCandidate]:
        """Return who may be meant, the likeliest first."""
        if query.name.isdigit():
            borne = self._by_code(query.name)
            found = self._shared(borne, _CERTAIN, certain=len(borne) == 1)
        else:
            units = units_of(query).units
            found = [each for unit in units for each in self._of_unit(unit, query)]
            if len(units) > 1:
                found = [each._replace(matched=False) for each in found]
        if query.types:
            found = [each for each in found if each.entity.level in query.types]
        return found

    def _of_unit(self, unit: Unit, query: Query) -> list[ServedCandidate]:
        told = query.told.get("year", "")
        year = whole_number(told, 4) or self._year
        coded = code(unit, RecordYear(year or newest(Level.COMMUNITY)))
        same, kindred = coded.located.same, coded.located.kindred
        one = coded.unit
        if one is None and year is None and len({each.code for each in same}) == 1:
            one = same[-1]  # a former name that one unit bore
        if one is not None:
            rest = [each for each in (*same, *kindred) if each != one]
            first = ServedCandidate(self._entity(one), _CERTAIN, matched=True)
            return [first, *self._shared(rest, _KINDRED)]
        if same:
            return self._shared(same, _CERTAIN)
        found = self._shared(kindred, _KINDRED)
        return found or self._shared(near(unit.path), _NEAR)

    def _shared(
        self, found: Iterable[Recorded], score: float, *, certain: bool = False
    ) -> list[ServedCandidate]:
        """Return several share a probability: which of them is meant nothing tells."""
        units = sorted(dict.fromkeys(found), key=_present_first)
        each = round(score / max(1, len(units)), 1)
        return [ServedCandidate(self._entity(unit), each, certain) for unit in units]

    def _by_code(self, text: str) -> tuple[Recorded, ...]:
        return of_code(text) if whole_number(text, 12) and len(text) in (6, 9, 12) else ()

    def _entity(self, unit: Recorded, *, whole: bool = False) -> Entity:
        id = unit.code if of_code(unit.code)[-1] == unit else f"{unit.code}-{unit.first}"
        path = path_of(unit)
        said = f"{self._words(LEVEL_NAMES[unit.level])} · {unit.code} · {unit.years}"
        entity = Entity(id, "".join(path), unit.level, said)
        if not whole:
            return entity
        changes = self._words("; ").join(self._words(of_change(c)) for c in changes_of(unit))
        cells = (unit.code, str(unit.level), unit.name, unit.years, *path, changes)
        return entity._replace(values=dict(zip(_OWN, cells, strict=True)))


def _present_first(unit: Recorded) -> tuple[int, str]:
    return -unit.last, unit.code
