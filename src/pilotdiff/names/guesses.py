"""The parts of a path that only their kind words tell."""

from functools import cache, lru_cache

from pilotdiff.model import LEVELS, Level
from pilotdiff.names import gazetteer
from pilotdiff.names.gazetteer import Division
from pilotdiff.names.judged_parts import GROUND, NUMERALS, bodies, judged, zones_by_kind
from pilotdiff.names.kinds import (
    ends_in_people,
    is_peoples_township,
    kind_at_end,
    kind_words,
)
from pilotdiff.names.parts import FITTING, Part
from pilotdiff.names.tables import rows
from pilotdiff.patterns import pattern

_LONGEST_PART = 24
_COMMUNITY = Level.COMMUNITY.depth
_TOWNSHIP = Level.TOWNSHIP.depth
# A kind that the law knows vouches for a name at least so far.
_LEGAL = 0.5
_OF_A_TOWN = frozenset({"大队", "工区"})
_BRANCH_FARM = "分场"
_DISTRICT = pattern(r"\p{Han}{2}(?:县|区(?<![小社片园校城矿库景街新发理地市山郊]区))\p{Han}{2}")
# A community that begins with a zone's kind is rather one in that zone, but for its own parts.
_IN_ZONE = 1.0
_PART_OF_ZONE = pattern(r"虚拟|类似|第?[一二三四五六七八九十]+|.$|.{1,2}区$")
# What a community costs that begins like a town: 八乡山镇|东岭村, not 八乡|山镇东岭村.
_BEGINS_TOWN = 0.3
_TOWN_BEGUN = pattern(r"\p{Han}(?:[镇乡](?!土)|街道)\p{Han}{2}")
# A part that nothing vouches for but the county in front of it, and what it costs.
BY_PLACE_ALONE = -1.0
_BY_PLACE = -2.0
# What stands in sentences and in no name.
# And what holds a town and goes on is more than one part.
_SPEAKING = pattern(
    r"[的了被将]|举行|召开|开展|推进|进行|关于|.(?:街道|[镇乡])..|.(?:办事处|管委会|管理[区处局])."
    r"|.[农林牧渔茶畜羊]场(?!有限|分?公司|场)."
)


def guessed_parts(
    text: str, start: int, depth: int, known: list[Part], above: Division | None
) -> list[Part]:
    """Return every part that can begin at `start` by its kind word alone, at each level below
    `depth`.

    `above` is the last known division before it: what stands right behind a known county is a
    unit of the level below, whatever it is called.
    """
    parts: list[Part] = []
    # A name that the gazetteer has in this very place leaves no room for guesses above townships.
    sure = any(part.score == FITTING for part in known)
    taken = {(part.level, part.end) for part in known}
    # Right below a city a zone stands in place of a county.
    zoned = depth == Level.PREFECTURE.depth
    levels = LEVELS[max(depth + 1, Level.TOWNSHIP.depth if sure else 0) : _COMMUNITY]
    ends = _ends_of_kinds(text, start) if levels else {}
    # Outside a county a zone called by its kind alone is no township.
    zones = kind_words(Level.COUNTY) if depth < Level.COUNTY.depth else {}
    for level in levels:
        for end in ends.get(level, ()):
            if (level, end) in taken:
                continue
            if level is not Level.TOWNSHIP or text[start:end] not in zones:
                part = _named_part(text, start, end, level, zoned=zoned)
                if part is not None:
                    parts.append(part)
    may_end = text[-1] in _last_characters()[Level.COMMUNITY]
    community = judged(text[start:], Level.COMMUNITY) if may_end else None
    if community is not None and _may_be_community(text, start, depth, community.word):
        score = community.score - (_IN_ZONE if _in_zone(text, start, depth, community.word) else 0)
        if above is None and start and text[start - 1] == "市" and _DISTRICT.match(text, start):
            score -= 1.0  # behind a city that nobody knows: 清岗市|白溪区|东岭村
        if depth == _TOWNSHIP and _TOWN_BEGUN.match(text, start):
            score -= _BEGINS_TOWN
        parts.append(Part(Level.COMMUNITY, len(text), score, community.vouched, None))
    if depth == Level.COUNTY.depth and above is not None and above.level is Level.COUNTY:
        parts += _whatever(text, start)
    if parts and (words := _words_behind_a_place(text, start)):
        return [part for part in parts if part.end < words]
    return parts


def _words_behind_a_place(text: str, start: int) -> int:
    """Return where a word of sentences stands behind a place in text[start - 1:], 0 for nowhere:
    清岗县|将|白溪镇. 清岗县将军镇 is a path."""
    for match in _DOES.finditer(text, max(start - 1, 0)):
        if match["verb"] or match["next"] not in _begun_like_words()[match["word"]]:
            return match.start("verb" if match["verb"] else "word")
    return 0


_DOES = pattern(
    r"(?:[市县区旗镇乡]|街道)(?:\p{Han}{0,6}[局委府办厅])?"
    r"(?:[又也还已再拟并共]|先后|率先|首先|先行|分别|陆续|继续|计划|决定|通过)*"
    # 白溪镇有为社区 is a path; of 清岗县有白溪镇 the county has the town.
    r"(?:(?P<word>[将把在对由从以]|有(?=\p{Han}{2,4}(?:[镇乡]|街道)))(?P<next>\p{Han})"
    r"|(?P<verb>依托|聚焦|围绕|推选))",
    needs="将把在对由从以有依聚围推",
)


@cache
def _begun_like_words() -> dict[str, str]:
    """Return by a word of sentences how the names go on that begin with it: 将|军镇."""
    return dict(rows("begun_like_words.tsv"))


def _may_be_community(text: str, start: int, depth: int, word: str) -> bool:
    """Tell whether the rest of a text, which ends in a kind word of communities, may be one.

    清岗林场 is one behind its town alone, and so are 六分场, 中心分场 and 清岗农场第一管理区 behind
    their farm; else they are towns.
    清岗大队 is one behind a town alone.
    """
    if word in _OF_A_TOWN:
        # 清岗大队 behind its town or office is a village, 消防大队 a body there.
        duties = bodies().get(word, ())
        return depth == _TOWNSHIP and not any(duty in text[start:] for duty in duties)
    if word not in kind_words(Level.TOWNSHIP):
        return True
    if depth != _TOWNSHIP:
        return False
    if _says_again(text, start):
        return True
    town = kind_at_end(Level.TOWNSHIP, text[:start])
    stem = text[start : -len(word)]
    if NUMERALS.issuperset(stem) or (town is not None and town.weight >= _LEGAL):
        return True
    return word == _BRANCH_FARM and town is not None and town.word.endswith(GROUND)


def _in_zone(text: str, start: int, depth: int, word: str) -> bool:
    """Tell whether the rest of a text, a community, begins with a zone called by its kind alone and
    a name of its own goes on behind it: 高新区|石桥社区. Of 高新区第二社区 it is a part, and behind
    a town too.
    """
    if depth >= _TOWNSHIP:
        return False
    own = text[start : -len(word)]
    ends = (end for end in range(len(own) - 1, 2, -1) if own[:end] in zones_by_kind())
    end = next(ends, 0)
    return end > 0 and not _PART_OF_ZONE.match(own, end)


def _ends_of_kinds(text: str, start: int) -> dict[Level, list[int]]:
    """Return where a part of a level that begins at `start` may end, by its last character."""
    ends: dict[Level, list[int]] = {}
    levels = _levels_by_last()
    for end, last in enumerate(text[start + 1 : start + _LONGEST_PART], start + 2):
        if last in levels:
            for level in levels[last]:
                ends.setdefault(level, []).append(end)
    return ends


def _whatever(text: str, start: int) -> list[Part]:
    """Return the rest of a text behind a known county as a part of it: 滨海工业城, 棉科所,
    开发区."""
    rest = text[start:]
    # The county must stand behind its own parents: 长沙县农业农村局 is an office.
    if not 1 < len(rest) <= _LONGEST_PART or gazetteer.find(text[:start]):
        return []
    if _SPEAKING.search(rest):
        return []
    return [Part(Level.TOWNSHIP, len(text), _BY_PLACE, BY_PLACE_ALONE, None)]


@cache
def _last_characters() -> dict[Level, frozenset[str]]:
    return {level: frozenset(word[-1] for word in kind_words(level)) for level in LEVELS}


@cache
def _levels_by_last() -> dict[str, tuple[Level, ...]]:
    """Return the levels above communities of which some kind word ends in a character."""
    above = LEVELS[:_COMMUNITY]
    signs = frozenset().union(*(_last_characters()[level] for level in above))
    return {c: tuple(level for level in above if c in _last_characters()[level]) for c in signs}


def _named_part(text: str, start: int, end: int, level: Level, *, zoned: bool) -> Part | None:
    """Return text[start:end] as a part by its kind word alone."""
    if _ends_in_repeated(text, start, end):
        return None
    found = _part(text[start:end], end, level, zoned and level is Level.COUNTY)
    if found is not None and level is Level.TOWNSHIP and text.startswith("有限", end):
        return _with_company(text, found[0])
    if found is None or _goes_on(text, end, found[1], level):
        return None
    part = found[0]
    if level is Level.TOWNSHIP and part.vouched < _LEGAL:
        streets = _STREETS_OF_ZONES if text[start:end] in zones_by_kind() else ("街道",)
        if any(street in text[end:] for street in streets):
            return None  # a zone before a street is a part of its name or no township
    return part


def _says_again(text: str, start: int) -> bool:
    """Tell whether what begins at `start` begins with the unit right before it: 清岗农场|
    清岗农场第一管理区."""
    longest = min(start, len(text) - start - 1)
    return any(
        text.startswith(text[start - size : start], start)
        for size in range(_SHORTEST_SAID, longest + 1)
    )


def _ends_in_repeated(text: str, start: int, end: int) -> bool:
    """Tell whether a part would end in, or behind, what says its own beginning once more: 清岗农场|
    清岗农场第一管理区."""
    again = text.find(text[start : start + 2], start + _SHORTEST_SAID, end)
    return (
        again > 0
        and text.startswith(text[start:again], again)
        and (kind_at_end(Level.TOWNSHIP, text[start:again]) is not None)
    )


_SHORTEST_SAID = 3
# What is counted in a street, which is no name of its own: 第二社区, 三区社区.
_NUMBERED_PART = pattern(r"第|[一二三四五六七八九十]+(?:[社居区期段委号街组队院栋里巷条弄坊小]|村)")


def _with_company(text: str, part: Part) -> Part:
    """Return a farm with the company that it is, where a name stands behind:
    清岗农场有限公司|二分场."""
    found = _COMPANY.match(text, part.end)
    return part if found is None else part._replace(end=found.end())


_OFFICES = ("管理委员会", "管委会")
_STREETS_OF_ZONES = ("街道", "办事处", "管理处")
_COMPANY = pattern("有限(?:责任)?公司(?=.)")


# The units of a place begin alike.
@lru_cache(maxsize=1 << 15)
def _part(own: str, end: int, level: Level, zoned: bool) -> tuple[Part, str] | None:
    """Return the part that ends there, and its kind word."""
    found = judged(own, level, zoned=zoned)
    return found and (Part(level, end, found.score, found.vouched, None), found.word)


def _goes_on(text: str, end: int, word: str, level: Level) -> bool:
    """Tell whether the kind word at `end` is only the beginning of a longer one (街道|办事处)."""
    # 同兴街光明社区 is one of a street's office, and so is 同兴街三星社区; 同兴街第二社区 and
    # 同兴街三区社区 are communities, 同兴街 a mere street.
    if word == "街" and (end == len(text) or _NUMBERED_PART.match(text, end)):
        return True
    # 石桥办 is short for an office in front of what lies in it, and 扶贫办 none of a place.
    if word == "办" and (
        end == len(text)
        or text.startswith("公室", end)
        or text.endswith(bodies()[word], 0, end - 1)
    ):
        return True
    if text.startswith("族", end) and ends_in_people(text[: end + 1]):
        return True  # 东乡族乡: 东乡 is no township but the beginning of a people's name
    if is_peoples_township(text, end):
        return True  # 石镇回族乡, 石市苗族乡: a township of a people that is called after a place
    if word in zones_by_kind() and text.startswith(_OFFICES, end):
        return True  # 清岗产业集聚区|管理委员会
    longer = _longer_words(level).get(word)
    if longer is None or end == len(text):
        return False
    return any(text.startswith(other, end - len(word)) for other in longer)


@cache
def _longer_words(level: Level) -> dict[str, tuple[str, ...]]:
    longer: dict[str, list[str]] = {}
    words = kind_words(level)
    for word in words:
        for size in range(1, len(word)):
            if word[:size] in words:
                longer.setdefault(word[:size], []).append(word)
    return {word: tuple(others) for word, others in longer.items()}
