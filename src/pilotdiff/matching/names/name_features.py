"""What the names of a pair say: stem and kind, characters and their sounds, categories, remarks.

The docstring of a feature is its meaning.
"""

from rapidfuzz.distance import Levenshtein

from pilotdiff.matching.compared_pair import Pair, feature
from pilotdiff.matching.names.families import (
    PEOPLE,
    are_other_families,
    are_surnames,
    is_filler,
    is_one_an_institution,
    is_side_of_a_place,
    is_surname,
    look_alike,
    middles,
    opposed,
    tells_apart,
    without_zone_words,
)
from pilotdiff.matching.names.name_keys import LEGAL_KINDS
from pilotdiff.matching.names.sounds import alike, begin_alike, nearly_alike

_VILLAGE_AND_COMMUNITY = frozenset({"村", "社区"})


@feature
def always(_: Pair) -> float:
    """where every comparison begins"""
    return 1.0


@feature
def same_name(pair: Pair) -> float:
    """the same stem and the same kind"""
    return float(pair.pilot.stem == pair.result.stem and pair.pilot.kind == pair.result.kind)


@feature
def same_stem(pair: Pair) -> float:
    """the same stem, another kind"""
    return float(pair.pilot.stem == pair.result.stem and pair.pilot.kind != pair.result.kind)


@feature
def seat_of_another_kind(pair: Pair) -> float:
    """a village and a community that bear the name of their town: many towns have both"""
    return float(pair.seat and pair.are_communities and bool(same_stem(pair)))


@feature
def village_and_community(pair: Pair) -> float:
    """one is a village and one a community, of the same stem in the same place"""
    return float(pair.home and bool(same_stem(pair)) and _kinds(pair) == _VILLAGE_AND_COMMUNITY)


def _kinds(pair: Pair) -> frozenset[str]:
    return frozenset((pair.pilot.kind, pair.result.kind))


@feature
def seat_and_another(pair: Pair) -> float:
    """the names of two communities differ, by more than a people, and one is that of its town"""
    told = pair.seat and pair.is_of_villages and not pair.of_town
    return float(told and not pair.extra.endswith(PEOPLE))


@feature
def same_core(pair: Pair) -> float:
    """the same name once a glued-on parent or a trailing 村, 镇, 街, 路 is taken off"""
    return float(pair.differs and pair.cores[0] == pair.cores[1])


@feature
def only_ending(pair: Pair) -> float:
    """the same name but for that, in the same place and of the same kind"""
    return float(bool(same_core(pair)) and pair.home and pair.pilot.kind == pair.result.kind)


@feature
def inside(pair: Pair) -> float:
    """one name contains the other"""
    ours, theirs = pair.cores
    return float(pair.differs and ours != theirs and (ours in theirs or theirs in ours))


@feature
def inside_share(pair: Pair) -> float:
    """how much of the longer name the shorter one is"""
    ours, theirs = pair.cores
    sizes = sorted((len(ours), len(theirs)))
    return sizes[0] / sizes[1] if inside(pair) else 0.0


@feature
def one_character(pair: Pair) -> float:
    """one character stands for another"""
    return float(len(pair.swapped) == 1)


@feature
def one_of_two(pair: Pair) -> float:
    """one of only two characters differs"""
    return float(len(pair.swapped) == 1 and len(pair.pilot.stem) <= 2)


@feature
def same_sound(pair: Pair) -> float:
    """the character that differs sounds the same"""
    return float(len(pair.swapped) == 1 and alike(*pair.swapped[0]))


@feature
def near_sound(pair: Pair) -> float:
    """the character that differs sounds nearly the same"""
    return float(len(pair.swapped) == 1 and nearly_alike(*pair.swapped[0]))


@feature
def all_sound(pair: Pair) -> float:
    """several characters differ, and all of them sound nearly the same"""
    several = len(pair.swapped) > 1
    return float(several and all(nearly_alike(*swap) for swap in pair.swapped))


@feature
def some_sound(pair: Pair) -> float:
    """the share of the differing characters that sound nearly the same, when several differ"""
    if len(pair.swapped) < 2:
        return 0.0
    return sum(nearly_alike(*swap) for swap in pair.swapped) / len(pair.swapped)


@feature
def same_shape(pair: Pair) -> float:
    """the character that differs looks much the same"""
    return float(len(pair.swapped) == 1 and look_alike(*pair.swapped[0]))


@feature
def same_beginning_of_sound(pair: Pair) -> float:
    """the character that differs begins with the same consonant (德/都, 日/热)"""
    return float(len(pair.swapped) == 1 and begin_alike(*pair.swapped[0]))


@feature
def woven_in(pair: Pair) -> float:
    """one name has all characters of the other, in order, with others between them"""
    return float(bool(pair.extra) and not inside(pair))


@feature
def filler(pair: Pair) -> float:
    """what the longer name has more says nothing (家, 子, 村, 庄)"""
    return float(bool(pair.extra) and is_filler(pair.extra))


@feature
def one_of_several(pair: Pair) -> float:
    """what the longer name has more is a number that tells neighbours apart (一, 第二)"""
    return float(_tells_neighbours_apart(pair) and not is_side_of_a_place(pair.extra))


@feature
def side_of_a_place(pair: Pair) -> float:
    """what the longer name has more tells a neighbour by its side, size or age (东, 大, 新)"""
    return float(is_side_of_a_place(pair.extra))


def _tells_neighbours_apart(pair: Pair) -> bool:
    return bool(pair.extra) and tells_apart(pair.extra) and not is_filler(pair.extra)


@feature
def surname_more(pair: Pair) -> float:
    """what the longer name has more is a surname (清庄/清唐庄)"""
    return float(bool(pair.extra) and is_surname(pair.extra) and not is_filler(pair.extra))


@feature
def other_surname(pair: Pair) -> float:
    """another surname makes the name (苗家庄/梁家庄): another unit however alike"""
    return float(are_other_families(*pair.cores))


@feature
def other_beginning(pair: Pair) -> float:
    """the names begin with different surnames"""
    ours, theirs = pair.cores
    return float(pair.differs and ours[:1] != theirs[:1] and are_surnames(ours[:1], theirs[:1]))


@feature
def similarity(pair: Pair) -> float:
    """the share of characters that need no edit (Levenshtein)"""
    if not pair.differs:
        return 0.0
    return Levenshtein.normalized_similarity(pair.cores[0], pair.cores[1])


@feature
def nothing_of_their_own(pair: Pair) -> float:
    """the names share no character, but for words that zones of any place bear (高新技术)"""
    known = pair.fits or pair.former or pair.one_code
    if not pair.differs or known or all_sound(pair):
        return 0.0
    ours, theirs = map(without_zone_words, pair.cores)
    return float(frozenset(ours).isdisjoint(theirs))


def are_strangers(pair: Pair) -> bool:
    """Return whether nothing but elimination makes two names one: not even the stems have a
    character in common, nor two that sound alike, and neither is all of the other."""
    stems = pair.pilot.stem, pair.result.stem
    if not nothing_of_their_own(pair) or stems[0] in stems[1] or stems[1] in stems[0]:
        return False
    ours, theirs = map(without_zone_words, stems)
    return not any(nearly_alike(each, its) for each in ours for its in theirs)


def tell_neighbours_apart(pair: Pair) -> bool:
    """Return whether two names are one but for a character that tells neighbours apart (东/西,
    一/二), or for a surname that sounds otherwise.

    Of 145,000 pairs of the codes of 2016 and 2021 that are alike enough, 3 were one all the same.
    """
    if max(map(len, middles(*pair.cores))) > 1:
        return False
    is_heard = any(nearly_alike(*swap) for swap in pair.swapped)
    return bool(opposites(pair)) or (bool(other_surname(pair)) and not is_heard)


def are_of_two_meanings(pair: Pair) -> bool:
    """Return whether one character of two names differs that neither sounds nor looks like the
    other, in lists that may not name all units, of which no other name differs so."""
    if not (pair.short and len(pair.swapped) == 1) or pair.edited[0] or pair.fits:
        return False
    ours, theirs = pair.swapped[0]
    return not nearly_alike(ours, theirs) and not look_alike(ours, theirs)


@feature
def rare_in_common(pair: Pair) -> float:
    """how rare the characters are that both names have (庄 says little, 麒 much)"""
    return pair.shared_information if pair.differs else 0.0


@feature
def first_character(pair: Pair) -> float:
    """the names begin alike"""
    return float(pair.differs and pair.cores[0][:1] == pair.cores[1][:1])


@feature
def last_character(pair: Pair) -> float:
    """the names end alike"""
    return float(pair.differs and pair.cores[0][-1:] == pair.cores[1][-1:])


@feature
def opposites(pair: Pair) -> float:
    """characters that tell neighbours apart (东/西, 上/下, 一/二): another unit however alike"""
    return float(opposed(pair.cores[0], pair.cores[1]))


@feature
def same_kind(pair: Pair) -> float:
    """the same kind"""
    return float(pair.pilot.kind == pair.result.kind)


@feature
def differ_in_both(pair: Pair) -> float:
    """the names differ, and so do the kinds"""
    return float(pair.differs and pair.pilot.kind != pair.result.kind)


@feature
def kind_step(pair: Pair) -> float:
    """a change between legal kinds (村/社区, 乡/镇/街道, 县/区/市)"""
    ours, theirs = pair.pilot.kind, pair.result.kind
    return float(ours != theirs and ours in LEGAL_KINDS and theirs in LEGAL_KINDS)


@feature
def other_kind(pair: Pair) -> float:
    """one of them is none of the legal kinds"""
    return float(pair.pilot.kind not in LEGAL_KINDS or pair.result.kind not in LEGAL_KINDS)


@feature
def institution(pair: Pair) -> float:
    """a farm, zone or office against a town or a village"""
    return float(is_one_an_institution(pair.pilot, pair.result))


@feature
def length(pair: Pair) -> float:
    """how long the shorter name is, of at most five characters"""
    return min(len(pair.pilot.stem), len(pair.result.stem), 5) / 5


@feature
def same_category(pair: Pair) -> float:
    """they are listed under the same category"""
    ours, theirs = pair.categories
    return float(bool(ours) and ours == theirs)


@feature
def other_category(pair: Pair) -> float:
    """they are listed under different categories"""
    ours, theirs = pair.categories
    return float(bool(ours) and bool(theirs) and ours != theirs)


@feature
def damage(pair: Pair) -> float:
    """a damaged name whose surviving bytes admit the other"""
    return float(pair.fits)


@feature
def other_bytes(pair: Pair) -> float:
    """a damaged name whose surviving bytes are not those of the other"""
    return float(pair.forbidden)


@feature
def former_name(pair: Pair) -> float:
    """a remark gives the other's name as one of another time"""
    return float(pair.former > 0)


@feature
def former_name_here(pair: Pair) -> float:
    """a former name that a remark gives is that of a unit in the same place"""
    return float(pair.former > 0 and pair.home and not pair.open)


@feature
def former_path(pair: Pair) -> float:
    """the remark gives the parents of the former name too"""
    return float(pair.former > 1)


@feature
def one_code(pair: Pair) -> float:
    """the standard gave both names to one division, one after the other"""
    return float(pair.one_code)
