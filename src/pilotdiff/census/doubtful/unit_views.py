"""The units of a list, and the shares of them that doubts look at."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pilotdiff.model import Level, Unit
from pilotdiff.patterns import pattern


@dataclass(frozen=True, eq=False)
class UnitViews:
    """The units of a list, of which a share is sought once, however many doubts ask for it: a
    nation has half a million."""

    units: Sequence[Unit]

    @cached_property
    def in_text(self) -> Sequence[Unit]:
        """Those that stand in no table."""
        return [unit for unit in self.units if not unit.entry.columns]

    @cached_property
    def by_level(self) -> Mapping[Level, Sequence[Unit]]:
        """Those of each level; of a level that none has there are none."""
        found: dict[Level, list[Unit]] = defaultdict(list)
        for unit in self.units:
            found[unit.level].append(unit)
        return found

    @cached_property
    def first_in_places(self) -> Sequence[Unit]:
        """Of all that lie in one place the first, in the order of the list.

        What is asked of parents alone is asked of these: a nation has a dozen villages to a town.
        """
        first = {unit.parents: unit for unit in reversed(self.units)}
        return sorted(first.values(), key=lambda unit: unit.entry.line)

    @cached_property
    def of_odd_names(self) -> Sequence[Unit]:
        """Those of whose own name, or of what is said beside it, something may be odd."""
        return [
            unit
            for unit in self.units
            if unit.entry.note or unit.entry.wildcards or not is_plain_village(unit.own)
        ]

    @cached_property
    def inferred(self) -> Sequence[Unit]:
        """Those of which a parent is not stated where they stand."""
        return [unit for unit in self.units if unit.inferred]


# A character that some doubt of `odd_names` or `odd_words` needs before the kind: ends of places
# and offices, words of a page, of a verdict or a sentence, what joins two names.
_TELLING = (
    "省市州盟县区旗镇乡道村社某及其以述不暂撤取除候备增拟有别括原局场心站会室部府报件知页码动击并划"
)
# Neither signs nor letters nor digits: every character is of a script beyond the alphabets.
_PLAIN = pattern(
    rf"[^\x00-\u33ff\ue000-\uffff{_TELLING}]{{1,7}}"
    r"(?:(?:村|社区)(?:[居村]?委会|[居村]?民委员会)?|居委会|居民委员会)"
)


def is_plain_village(name: str) -> bool:
    """Tell whether a name is a village's or a community's, without any character that a doubt of
    its words needs.

    >>> [is_plain_village(name) for name in ("东岭村", "白石镇东岭村", "拟东岭村", "东岭")]
    [True, False, False, False]
    """
    return _PLAIN.fullmatch(name) is not None
