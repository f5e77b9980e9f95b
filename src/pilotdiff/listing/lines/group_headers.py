"""What stands before the names of a group on a line, and over which names it stands."""

from collections.abc import Iterator

from pilotdiff.listing.carried_parents import carried
from pilotdiff.listing.lines.cuts import colons, within_brackets
from pilotdiff.listing.lines.headers import group_header, is_bare, read_header, unknown_label
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.unit_names.chosen_of import leads_up
from pilotdiff.listing.unit_names.line_names import HeadedCount, Header, Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern

# What leads up to a row without a colon: 其中包括, 入选的我省.
LEADING_WORDS = pattern(
    r"[^，,。、：:；;（(\s\d]{0,14}(?:包括|包含|分别[是为]|依次[是为]|[它他]们是|[我本全][省市州县区](?:的|有|共有)?)"
)
# A place before a colon behind the names of another, with or without its number:
# 白石镇：东岭村，|石桥镇：西岭村, 白石镇：东岭村|（2）石桥镇：西岭村.
_NUMBER = r"(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\d{1,2}[.．、]|[①-⑳])"
_NEXT_PLACE = pattern(
    rf"(?:[，,、]|(?<=[村区会查])\s|(?<=[村区会查])(?={_NUMBER}))\s*(?=(?:{_NUMBER}\s*)?"
    # 灵寿县2个（1）白石镇
    rf"(?P<place>(?:\p{{Han}}{{2,9}}[县市区旗]\s*(?:[（(]?共?\d{{1,3}}个[)）]?\s*)?{_NUMBER}\s*)?"
    r"[^，,、。；;：:\s（()）]{2,14}(?:[镇乡县区市旗州盟]|街道|苏木)"
    r"(?:[（(][^（()）]{1,8}[）)])?)\s*[：:])",
    needs="：:",
)
# What says of which rank, sort or batch units are, and again behind those of another.
_SORTED = r"\p{Han}{1,6}[级型类档批]"
_LABEL = pattern(_SORTED)
_NEXT_LABEL = pattern(rf"(?:[，,、]|(?<=[村区会镇乡道县）)]))\s*(?={_SORTED}\s*[：:])", needs="：:")
_ENDS_OF_TOWNS = frozenset("镇乡")


def each_place(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a group in which each place before a colon, or each rank or sort, stands
    over its own names: 省级：东岭村，市级：西岭村."""
    first = next(colons(text, left, right), None)
    if first is not None and _LABEL.fullmatch(text[left : first[0]].strip()):
        ends = list(_NEXT_LABEL.finditer(text, first[1], right))
        starts = [left, *(match.end() for match in ends)]
        yield from zip(starts, [*(match.start() for match in ends), right], strict=True)
        return
    begun = first is not None and _is_over(text[left : first[0]])
    at = left
    for match in _NEXT_PLACE.finditer(text, first[1], right) if first and begun else ():
        if _is_over(match["place"]) and not within_brackets(text, left, match.start()):
            yield at, match.start()
            at = match.end()
    yield at, right


def _is_over(title: str) -> bool:
    """Tell whether what stands before a colon is a place over others, and no two with nothing
    between them: 石桥镇南岭县."""
    header = read_header(title)
    if header is None or not header.path or header.path[-1][0] is Level.COMMUNITY:
        return False
    level, name = header.path[-1]
    two = level is Level.COUNTY and not _ENDS_OF_TOWNS.isdisjoint(name[1:-1])
    return not two or bool(gazetteer.find(name))


def of_the_place_before(own: Header | None, before: Header | None) -> Header | None:
    """Return the header of a group with what the one before it on its line says of its place, also
    where it says of what lower tier its names are: 清岗县白石镇：东岭村；|石桥镇：西岭村,
    清岗县：示范镇：白石镇；|示范村：石桥镇东岭村."""
    if own is None or before is None or not before.path:
        return own
    county = [name for level, name in before.path if level is Level.COUNTY]
    in_towns = county and before.path[-1][0] is Level.TOWNSHIP
    if in_towns and is_bare(own) and not _are_near(county[0], own):
        # 清岗县：白石镇：东岭村；|石桥：西岭村.
        above = (part for part in before.path if part[0].depth <= Level.COUNTY.depth)
        return own._replace(path=(*above, (Level.TOWNSHIP, own.title)))
    if own.path:
        return own._replace(path=(*carried(before.path, own.path[0]), *own.path))
    level = own.heading.level if own.heading is not None else None
    lower = level is not None and level.depth > before.path[-1][0].depth
    return own._replace(path=before.path) if lower else own


def header_of(text: str, left: int, right: int) -> tuple[Header | None, int]:
    """Return the header of a group, None for none, and where its names begin; -1 where it has words
    before its colon that stand over no names."""
    own, at = group_header(text, left, right)
    if (own is None or not own.path) and (number := read_ordinal(text, left)) is not None:
        behind, begun = group_header(text, min(number.end, right), right)
        if at < 0 or (behind is not None and behind.path):
            left, own, at = min(number.end, right), behind, begun
    if at >= 0:
        return (own, at) if own is not None else _place_that_leads(text, at, right)
    own, at = unknown_label(text, left, right)
    told = at > 0 and own is not None and not own.title.isascii()
    inner, begun = group_header(text, at, right) if told else (None, -1)
    return (inner, begun) if inner is not None else (own, at)


def _place_that_leads(text: str, left: int, right: int) -> tuple[Header | None, int]:
    """Return the place in the words that lead up to a row without a colon, and where the row
    begins: 清岗县入选的村分别是|白溪镇东岭村、."""
    path, at = leads_up(text, left, right)
    # With a number before its noun it is a sentence, and read as one.
    lead = LEADING_WORDS.fullmatch(text[left:at].strip()) if path else None
    return (Header(lead[0], path), at) if lead is not None else (None, left)


def counted_by(header: Header | None) -> tuple[HeadedCount, ...]:
    """Return a header with the number that it states, () for none."""
    if header is None or header.declared is None:
        return ()
    return (HeadedCount(header.title, header.declared),)


def lies_in_it(text: str, start: int, header: Header, place: Name) -> Name | None:
    """Return the village before a dash or colon, with the place behind it that holds it:
    东岭村——清岗县白溪镇."""
    if len(header.path) != 1 or header.path[0][0].depth <= place.reading.level.depth:
        return None
    start = text.index(header.title, start)
    name = read_name(text, start, start + len(header.title))
    if name is None or name.text != header.path[0][1] or len(place.reading.parts) == 1:
        return None
    return name._replace(above=(*place.above, *place.reading.parts), stop=place.stop)


def _are_near(county: str, header: Header) -> bool:
    """Tell whether the county that a header is short for lies in the province of another."""
    one = {code[:2] for code in gazetteer.homes(county)}
    other = {code[:2] for _, name in header.path for code in gazetteer.homes(name)}
    return not one.isdisjoint(other)
