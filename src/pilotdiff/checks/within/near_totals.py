"""Numbers of units that a text gives, and that are nearly those of its list."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.checks.code import finds, found, warning
from pilotdiff.facts.chosen_words import ENTERED
from pilotdiff.facts.numerals import CHINESE, numeral
from pilotdiff.model import Filed, Finding, Level, Line, Unit, msg
from pilotdiff.model.plain_rows import beside_plain_rows
from pilotdiff.model.terms import counted
from pilotdiff.names.head_words import head_level
from pilotdiff.patterns import pattern

_NOUNS = (
    "村（社区）|行政村|自然村|乡镇|乡（镇）|街道|社区|城市|县（市、区）|区县|县区"
    "|[县区市旗州镇乡村]"
)
_ONE = rf"(?<![\d.第年月])(?P<number>\d{{1,4}}|{CHINESE}{{1,4}})\s*个\s*"
# News leave 个 out, and count places of any tier: 清岗省12县市区入选, 清岗24地上榜.
_OF_TIERS = pattern(
    rf"(?P<before>.{{0,6}})(?<![\d.第年月])(?P<number>\d{{1,3}}|{CHINESE}{{1,3}})"
    r"(?:县市区|市县区|县区|区县|县[（(]市、区[）)]|地)"
    rf"(?=成功|获|{ENTERED})"
)
_NUMBER = pattern(
    rf"(?P<before>.{{0,6}}){_ONE}"
    rf"(?:(?P<noun>{_NOUNS})(?![民委居级内域镇村庄区部以左])"
    r"|(?<=共\d个)(?=[，,：:])|(?<=共\d\d个)(?=[，,：:]))",
    needs="个",
)
_OTHERS = pattern(
    r"(?:约|近|超|超过|余|至少|不少于|不低于|每|各|前|原|其他|另外|其余|申报|推荐|其中|首批|上一?批)的?$"
    r"|[多余]$"
)
_FEWEST = 3
_OFF = 2


@finds(
    warning(
        "count-near",
        msg("The text counts units of the list's level, and the list has one or two more or less"),
        msg("我市5个村上榜 in the text over a list of four villages"),
    )
)
def check(filed: Filed) -> Iterator[Finding]:
    """Yield the first number of a level's units that is nearly theirs, where no number agrees and
    no total of the level is stated otherwise."""
    units, listing = filed.units.units, filed.units.listing
    stated = {total.level for total in listing.declared}
    if len(units) < _FEWEST or None in stated:
        return
    numbers = [*_numbers(beside_plain_rows(listing.document.lines))]
    said: set[int] = set()
    for level, there in (*Counter(unit.level for unit in units).items(), (None, len(units))):
        if there < _FEWEST or level in stated:
            continue
        told = [each for each in numbers if each[2] in (None, level)]
        near = [each for each in told if 0 < abs(each[1] - there) <= _off(there)]
        if not near:
            continue
        fitting = {there, len(units), *_groups(units, level)}
        line, number, of = near[0]
        if line not in said and not any(number in fitting for _, number, _ in told):
            said.add(line)
            message = msg(
                "The text counts {total}, and the list has {number}: look for one that is lost, or "
                "read twice",
                total=counted(of, number),
                number=counted(level, there),
            )
            yield found("count-near", filed, line, message, (("declared", number),))


def _off(there: int) -> int:
    return _OFF if there > 2 * _FEWEST else 1


def _groups(units: Sequence[Unit], level: Level | None) -> set[int]:
    """Return how many units of a level lie in each place and stand in each category."""
    of_level = [unit for unit in units if level in (None, unit.level)]
    places = Counter(
        unit.path[: depth + 1] for unit in of_level for depth in range(unit.level.depth)
    )
    categories = Counter(unit.entry.category for unit in of_level)
    return {*places.values(), *categories.values()}


def _numbers(lines: Sequence[Line]) -> Iterator[tuple[int, int, Level | None]]:
    """Yield the numbers of units that lines give, with their level, None where it may be any."""
    for line in lines:
        if line.cells:
            continue
        for hit in (*_NUMBER.finditer(line.text), *_OF_TIERS.finditer(line.text)):
            number = numeral(hit["number"])
            if number is not None and not _OTHERS.search(hit["before"]):
                yield line.number, number, head_level(hit.groupdict().get("noun") or "")[0]
