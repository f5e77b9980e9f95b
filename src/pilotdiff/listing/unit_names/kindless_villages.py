"""Villages that are written without a kind behind their county and their town: 清岗县白溪镇东岭."""

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.institutions import is_institution, is_office, may_stand_among_names
from pilotdiff.model import Level, msg
from pilotdiff.names import known, parse
from pilotdiff.names.head_words import is_head_word
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.patterns import one_of, pattern

NO_KIND = msg("no kind stands behind the name; what stands over it and beside it tells what it is")
_TOWN_KINDS = frozenset("镇乡道木")
_SHORTEST_TOWN = 4
_VILLAGE = pattern(r"(?!街道|镇|乡|等)\p{Han}{2,6}")
# In what bodies of a town end: 司法所, 中心校.
_BODY_END = pattern(r".{2,}[所站校厂馆社处组会局班室院部厅委办队行心庭团矿库]$|支部$")
_SPEAKS = one_of("的了和与及等为被各全无未已均共")


def village_in_its_town(text: str) -> Parts:
    """Return the parts of a path through a known county and a town of a legal kind to a name
    without one; () for other texts.

    >>> [name for _, name in village_in_its_town("泰顺县罗阳镇上交垟")]
    ['泰顺县', '罗阳镇', '上交垟']
    >>> village_in_its_town("泰顺县罗阳镇司法所"), village_in_its_town("泰顺县罗阳镇农贸市场")
    ((), ())
    """
    for end in range(_SHORTEST_TOWN, len(text) - 1):
        if text[end - 1] in _TOWN_KINDS and _VILLAGE.fullmatch(text, end):
            town = parse(text[:end], Level.TOWNSHIP)
            if town is not None and _is_in_known_county(town.parts):
                own = text[end:]
                return (*town.parts, (Level.COMMUNITY, own)) if may_be_called(own) else ()
    return ()


def _is_in_known_county(parts: Parts) -> bool:
    *above, (level, own) = parts
    word = kind_at_end(level, own)
    if word is None or word.weight != 1 or not above or above[-1][0] is not Level.COUNTY:
        return False
    return all(tier in known(name) for tier, name in above)


def may_be_called(own: str) -> bool:
    """Tell whether a village may be called so, and no body, site, office or word of prose is. What
    ends with a kind (农贸市场) was refused by the grammar for what stands before it."""
    if is_institution(own) or is_office(own) or is_head_word(own):
        return False
    if kind_at_end(Level.COMMUNITY, own) is not None:
        return False
    spoken = _BODY_END.search(own) or _SPEAKS.search(own)
    return not spoken and may_stand_among_names(own)
