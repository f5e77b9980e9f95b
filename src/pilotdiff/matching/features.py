"""What speaks for and against a pair: each feature a small function, its docstring its meaning.

A feature gives a number; its weight (tables/weights.json, learned by bench/learn.py) turns that
into log odds, as in Fellegi and Sunter's theory of record linkage. Names have 2 to 5 characters,
so a similarity score alone says nothing; what differs, and where the two stand, says much.
"""

from collections.abc import Callable
from math import log1p
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from pilotdiff.matching.families import (
    are_other_families,
    are_surnames,
    is_a_number,
    is_filler,
    is_institution,
    is_surname,
    look_alike,
    opposed,
    tells_apart,
    without_zone_words,
)
from pilotdiff.matching.name_keys import NameKeys
from pilotdiff.matching.sounds import alike, begin_alike, nearly_alike
from pilotdiff.model import Level, Said, msg

_LEGAL = frozenset(
    {"村", "社区", "嘎查", "生活区", "街道", "镇", "乡", "苏木", "县", "区", "市", "旗"}
)


class Pair(NamedTuple):
    """Two units side by side.

    cores      the stems without a glued-on parent and without a trailing 村, 镇, 街 or 路
    swapped    the characters that differ, in pairs, when the stems are equally long; else ()
    home       whether they stand in the same place, as far as both lists tell it
    open       whether a list leaves out so much of the place of one that it may be another unit
    shared     how many levels above them are the same, of `levels`
    stated     how deep the last of these lies that both lists state, 0 for none
    sent, came logarithms of the share of the pilot's place that went to the result's, and of the
               result's place that came from the pilot's
    name_frequency  the logarithm of how many units share the stem in the smallest place that
               holds both
    fits       whether a damaged name admits the other
    forbidden  whether only the bytes that survived the damage forbid it
    former     1 where a remark gives the other's name as the former one, 2 where with its parents
    one_code   whether the standard gave the two names to one division (GB/T 2260)
    apart      how many levels lie under the topmost parents that are known to be others
    company    whether other units went from the pilot's place to the result's
    neighbours the logarithm of how many did, and one
    left       logarithms of how many other units, and one, are still without a partner in the
               pilot's place and in the result's
    stays      whether the pilot's own place stands in the result list, and the result's in the
               pilot list
    whole      how far both lists seem to name all units of the region, not a chosen few: 0 to 1
    shared_information  how rare the characters are that both cores have: the sum of the negative
               logarithms of the shares of names that hold each
    extra      what the longer core has and the shorter has not, where that can be told; else ""
    namesakes  whether the nearest parents, in other places, bear one name
    sizes      logarithms of how many units the pilot's place has, and the result's
    spoken_for whether what the result's name has more stands in the name of another unit that is
               still without a partner in the pilot's place, and so the other way round
    bearers    how many units of the nation bear the pilot's name, 0 of one that no table has
    taken_over whether the standard gave the one's county, or a part of it, to the other's
    edited     the logarithm of how many other names of the lists differ in the same way, and one;
               and their share of all that differ in either character
    seat       whether the one bears the name of its own place (白溪镇白溪村)
    """

    pilot: NameKeys
    result: NameKeys
    cores: tuple[str, str]
    swapped: tuple[tuple[str, str], ...]
    home: bool
    open: bool
    shared: int
    stated: int
    levels: int
    sent: float
    came: float
    name_frequency: float
    categories: tuple[str, str]
    fits: bool
    forbidden: bool
    former: int
    one_code: bool
    apart: int
    company: bool
    neighbours: float
    left: tuple[float, float]
    stays: tuple[bool, bool]
    whole: float
    shared_information: float
    extra: str
    namesakes: bool
    sizes: tuple[float, float]
    spoken_for: tuple[bool, bool]
    bearers: int
    taken_over: bool
    edited: tuple[float, float]
    seat: bool = False

    def turned(self) -> "Pair":
        """Return the same with the names exchanged, for what is told of them."""
        return self._replace(
            pilot=self.result,
            result=self.pilot,
            cores=(self.cores[1], self.cores[0]),
            swapped=tuple((theirs, ours) for ours, theirs in self.swapped),
        )


def always(_: Pair) -> float:
    """where every comparison begins"""
    return 1.0


def same_name(pair: Pair) -> float:
    """the same stem and the same kind"""
    return float(pair.pilot.stem == pair.result.stem and pair.pilot.kind == pair.result.kind)


def same_stem(pair: Pair) -> float:
    """the same stem, another kind"""
    return float(pair.pilot.stem == pair.result.stem and pair.pilot.kind != pair.result.kind)


def _differs(pair: Pair) -> bool:
    return pair.pilot.stem != pair.result.stem


def seat_of_another_kind(pair: Pair) -> float:
    """a village and a community that bear the name of their town: many towns have both"""
    return float(pair.seat and _are_communities(pair) and bool(same_stem(pair)))


def village_and_community(pair: Pair) -> float:
    """one is a village and one a community, of the same stem in the same place"""
    return float(pair.home and bool(same_stem(pair)) and _kinds(pair) == _VILLAGE_AND_COMMUNITY)


def _kinds(pair: Pair) -> frozenset[str]:
    return frozenset((pair.pilot.kind, pair.result.kind))


_VILLAGE_AND_COMMUNITY = frozenset({"村", "社区"})


def seat_and_another(pair: Pair) -> float:
    """the names of two communities differ, and the one is that of its town"""
    return float(pair.seat and _is_of_villages(pair))


def same_core(pair: Pair) -> float:
    """the same name once a glued-on parent or a trailing 村, 镇, 街, 路 is taken off"""
    return float(_differs(pair) and pair.cores[0] == pair.cores[1])


def only_ending(pair: Pair) -> float:
    """the same name but for that, in the same place and of the same kind"""
    return float(bool(same_core(pair)) and pair.home and pair.pilot.kind == pair.result.kind)


def inside(pair: Pair) -> float:
    """one name contains the other"""
    ours, theirs = pair.cores
    return float(_differs(pair) and ours != theirs and (ours in theirs or theirs in ours))


def inside_share(pair: Pair) -> float:
    """how much of the longer name the shorter one is"""
    ours, theirs = pair.cores
    sizes = sorted((len(ours), len(theirs)))
    return sizes[0] / sizes[1] if inside(pair) else 0.0


def one_character(pair: Pair) -> float:
    """one character stands for another"""
    return float(len(pair.swapped) == 1)


def one_of_two(pair: Pair) -> float:
    """one of only two characters differs"""
    return float(len(pair.swapped) == 1 and len(pair.pilot.stem) <= 2)


def same_sound(pair: Pair) -> float:
    """the character that differs sounds the same"""
    return float(len(pair.swapped) == 1 and alike(*pair.swapped[0]))


def near_sound(pair: Pair) -> float:
    """the character that differs sounds nearly the same"""
    return float(len(pair.swapped) == 1 and nearly_alike(*pair.swapped[0]))


def all_sound(pair: Pair) -> float:
    """several characters differ, and all of them sound nearly the same"""
    several = len(pair.swapped) > 1
    return float(several and all(nearly_alike(*swap) for swap in pair.swapped))


def same_shape(pair: Pair) -> float:
    """the character that differs looks much the same"""
    return float(len(pair.swapped) == 1 and look_alike(*pair.swapped[0]))


def some_sound(pair: Pair) -> float:
    """the share of the differing characters that sound nearly the same, when several differ"""
    if len(pair.swapped) < 2:
        return 0.0
    return sum(nearly_alike(*swap) for swap in pair.swapped) / len(pair.swapped)


def same_beginning_of_sound(pair: Pair) -> float:
    """the character that differs begins with the same consonant (德/都, 日/热)"""
    return float(len(pair.swapped) == 1 and begin_alike(*pair.swapped[0]))


def woven_in(pair: Pair) -> float:
    """one name has all characters of the other, in order, with others between them"""
    return float(bool(pair.extra) and not inside(pair))


def filler(pair: Pair) -> float:
    """what the longer name has more says nothing (家, 子, 村, 庄)"""
    return float(bool(pair.extra) and is_filler(pair.extra))


def one_of_several(pair: Pair) -> float:
    """what the longer name has more tells neighbours apart (一, 东, 新)"""
    return float(bool(pair.extra) and tells_apart(pair.extra) and not is_filler(pair.extra))


def surname_more(pair: Pair) -> float:
    """what the longer name has more is a surname (清庄/清唐庄)"""
    return float(bool(pair.extra) and is_surname(pair.extra) and not is_filler(pair.extra))


def other_surname(pair: Pair) -> float:
    """another surname makes the name (苗家庄/梁家庄): another unit however alike"""
    return float(are_other_families(*pair.cores))


def other_beginning(pair: Pair) -> float:
    """the names begin with different surnames"""
    ours, theirs = pair.cores
    return float(_differs(pair) and ours[:1] != theirs[:1] and are_surnames(ours[:1], theirs[:1]))


def similarity(pair: Pair) -> float:
    """the share of characters that need no edit (Levenshtein)"""
    if not _differs(pair):
        return 0.0
    return Levenshtein.normalized_similarity(pair.cores[0], pair.cores[1])


def nothing_of_their_own(pair: Pair) -> float:
    """the names share no character, but for words that zones of any place bear (高新技术)"""
    known = pair.fits or pair.former or pair.one_code
    if not _differs(pair) or known or all_sound(pair):
        return 0.0
    ours, theirs = map(without_zone_words, pair.cores)
    return float(frozenset(ours).isdisjoint(theirs))


def rare_in_common(pair: Pair) -> float:
    """how rare the characters are that both names have (庄 says little, 麒 much)"""
    return pair.shared_information if _differs(pair) else 0.0


def first_character(pair: Pair) -> float:
    """the names begin alike"""
    return float(_differs(pair) and pair.cores[0][:1] == pair.cores[1][:1])


def last_character(pair: Pair) -> float:
    """the names end alike"""
    return float(_differs(pair) and pair.cores[0][-1:] == pair.cores[1][-1:])


def opposites(pair: Pair) -> float:
    """characters that tell neighbours apart (东/西, 上/下, 一/二): another unit however alike"""
    return float(opposed(pair.cores[0], pair.cores[1]))


def neighbours(pair: Pair) -> float:
    """how many other units went the same way (logarithm)"""
    return pair.neighbours


def left_over(pair: Pair) -> float:
    """how many others in the two places are without a partner (logarithm)"""
    return sum(pair.left)


def left_on_one_side(pair: Pair) -> float:
    """how many more are without a partner in the one place than in the other (logarithm)"""
    return abs(pair.left[0] - pair.left[1])


def last_of_many(pair: Pair) -> float:
    """all others of both places are settled"""
    return float(pair.left == (0.0, 0.0) and pair.company)


def unlike_and_new_here(pair: Pair) -> float:
    """how unlike the names are where no neighbour went the same way"""
    return 0.0 if pair.company else 1.0 - _alikeness(pair)


def unlike_in_a_crowd(pair: Pair) -> float:
    """how unlike the names are, times how many others are without a partner"""
    crowd = pair.left[0] + pair.left[1]
    return (1.0 - _alikeness(pair)) * crowd if crowd else 0.0


def _alikeness(pair: Pair) -> float:
    return similarity(pair) if _differs(pair) else 1.0


def sizes_differ(pair: Pair) -> float:
    """how many more communities the town has in one list, where the names differ (logarithm)"""
    if not _is_of_villages(pair):
        return 0.0
    return min(abs(pair.sizes[0] - pair.sizes[1]), _MOST_MORE)


def _is_of_villages(pair: Pair) -> bool:
    """Tell whether two communities bear different names: of these whole towns are numbered anew."""
    return _differs(pair) and _are_communities(pair)


def _are_communities(pair: Pair) -> bool:
    return pair.levels == Level.COMMUNITY.depth


# A place that lost or won more says no more.
_MOST_MORE = 2.0


def as_many_there(pair: Pair) -> float:
    """the town has as many communities in the results as in the pilots, where the names differ"""
    return float(_is_of_villages(pair) and pair.home and pair.sizes[0] == pair.sizes[1])


def edited_elsewhere(pair: Pair) -> float:
    """how many other names of the two lists differ in the same way (埝/堰; logarithm)"""
    return pair.edited[0]


def edited_alone(pair: Pair) -> float:
    """how often what differs here differs in this way and no other, in the names of both lists"""
    return pair.edited[1]


def joint_name(pair: Pair) -> float:
    """what the one name has more stands in another name left in the other's town"""
    return float(_is_of_villages(pair) and any(pair.spoken_for))


def place_goes_on(pair: Pair) -> float:
    """another place, and the place of the one stands in the other list too"""
    return float(not pair.home and any(pair.stays))


def both_places_go_on(pair: Pair) -> float:
    """two places, and both stand in both lists"""
    return float(not pair.home and all(pair.stays))


def stray(pair: Pair) -> float:
    """the place of the one stands in the other list too, and no neighbour went the same way"""
    return float(not pair.home and any(pair.stays) and not pair.company)


def two_strays(pair: Pair) -> float:
    """both places stand in both lists, and no neighbour went the same way"""
    return float(not pair.home and all(pair.stays) and not pair.company)


def at_home(pair: Pair) -> float:
    """they stand in the same place"""
    return float(pair.home)


def same_parent(pair: Pair) -> float:
    """another place, but the nearest parent bears the same name (宜宾县永兴镇/翠屏区永兴镇)"""
    return float(pair.namesakes and not pair.home)


def other_parent_alike(pair: Pair) -> float:
    """the same stem, and a parent of another name"""
    return float(not pair.home and not pair.namesakes and not _differs(pair))


def other_kind_elsewhere(pair: Pair) -> float:
    """the same stem, another kind, and a parent of another name"""
    return float(bool(other_parent_alike(pair)) and pair.pilot.kind != pair.result.kind)


def known_name(pair: Pair) -> float:
    """how rare the characters of the common name are, in another place (和平 says little)"""
    return pair.shared_information if other_parent_alike(pair) else 0.0


def frequent_name(pair: Pair) -> float:
    """how many units of the nation bear the common name, in another place (logarithm)"""
    return log1p(pair.bearers) if other_parent_alike(pair) else 0.0


def county_taken_over(pair: Pair) -> float:
    """one of the two counties ended, and by the standard became the other or a part of it"""
    return float(pair.taken_over)


def went_together(pair: Pair) -> float:
    """how much of either place went to the other or came from it (logarithm)"""
    return pair.sent + pair.came


def went_apart(pair: Pair) -> float:
    """how much more that is of the one place than of the other (logarithm)"""
    return abs(pair.sent - pair.came)


def one_level_up(pair: Pair) -> float:
    """another parent under the same grandparent"""
    return float(not pair.home and pair.levels - pair.shared == 1)


def two_levels_up(pair: Pair) -> float:
    """only the place two levels up is the same"""
    return float(pair.levels - pair.shared == 2)


def farther_up(pair: Pair) -> float:
    """only a place three or more levels up is the same"""
    return float(pair.levels - pair.shared > 2)


def adrift(pair: Pair) -> float:
    """known to be two levels apart or farther, and no neighbour went the same way"""
    return float(pair.apart > 1 and not pair.company)


def other_district(pair: Pair) -> float:
    """a district (市中区, 桥西区) elsewhere: its name is unique within its city alone"""
    district = pair.levels == Level.COUNTY.depth and pair.pilot.kind == pair.result.kind == "区"
    return float(district and pair.apart > 0 and not pair.company)


def number_elsewhere(pair: Pair) -> float:
    """a number alone (第十一生产队, 三连) under another parent, where no neighbour went"""
    elsewhere = not pair.home and not pair.company and not pair.namesakes
    return float(elsewhere and not _differs(pair) and is_a_number(pair.pilot.stem))


def name_frequency(pair: Pair) -> float:
    """how many units share the stem there (logarithm)"""
    return pair.name_frequency


def same_kind(pair: Pair) -> float:
    """the same kind"""
    return float(pair.pilot.kind == pair.result.kind)


def differ_in_both(pair: Pair) -> float:
    """the names differ, and so do the kinds"""
    return float(_differs(pair) and pair.pilot.kind != pair.result.kind)


def kind_step(pair: Pair) -> float:
    """a change between legal kinds (村/社区, 乡/镇/街道, 县/区/市)"""
    ours, theirs = pair.pilot.kind, pair.result.kind
    return float(ours != theirs and ours in _LEGAL and theirs in _LEGAL)


def other_kind(pair: Pair) -> float:
    """one of them is none of the legal kinds"""
    return float(pair.pilot.kind not in _LEGAL or pair.result.kind not in _LEGAL)


def institution(pair: Pair) -> float:
    """a farm, zone or office against a town or a village"""
    return float(is_one_an_institution(pair.pilot, pair.result))


def is_one_an_institution(name: NameKeys, other: NameKeys) -> bool:
    """Tell whether one of two names is that of a farm, zone or office, the other that of a town or
    a village."""
    if name.kind in _LEGAL:
        return other.kind not in _LEGAL and _is_institution(other)
    return other.kind in _LEGAL and _is_institution(name)


def _is_institution(name: NameKeys) -> bool:
    return bool(name.kind) or is_institution(name.text)


def length(pair: Pair) -> float:
    """how long the shorter name is, of at most five characters"""
    return min(len(pair.pilot.stem), len(pair.result.stem), 5) / 5


def same_category(pair: Pair) -> float:
    """they are listed under the same category"""
    ours, theirs = pair.categories
    return float(bool(ours) and ours == theirs)


def other_category(pair: Pair) -> float:
    """they are listed under different categories"""
    ours, theirs = pair.categories
    return float(bool(ours) and bool(theirs) and ours != theirs)


def damage(pair: Pair) -> float:
    """a damaged name whose surviving bytes admit the other"""
    return float(pair.fits)


def other_bytes(pair: Pair) -> float:
    """a damaged name whose surviving bytes are not those of the other"""
    return float(pair.forbidden)


def former_name(pair: Pair) -> float:
    """a remark gives the other's name as the former one"""
    return float(pair.former > 0)


def former_path(pair: Pair) -> float:
    """the remark gives the parents of the former name too"""
    return float(pair.former > 1)


def one_code(pair: Pair) -> float:
    """the standard gave both names to one division, one after the other"""
    return float(pair.one_code)


FEATURES: tuple[Callable[[Pair], float], ...] = (
    always,
    same_name,
    same_stem,
    seat_of_another_kind,
    village_and_community,
    seat_and_another,
    same_core,
    only_ending,
    inside,
    inside_share,
    one_character,
    one_of_two,
    same_sound,
    near_sound,
    all_sound,
    some_sound,
    same_shape,
    same_beginning_of_sound,
    woven_in,
    filler,
    one_of_several,
    surname_more,
    other_surname,
    other_beginning,
    similarity,
    nothing_of_their_own,
    rare_in_common,
    first_character,
    last_character,
    opposites,
    neighbours,
    left_over,
    left_on_one_side,
    last_of_many,
    unlike_and_new_here,
    unlike_in_a_crowd,
    sizes_differ,
    as_many_there,
    edited_elsewhere,
    edited_alone,
    joint_name,
    place_goes_on,
    both_places_go_on,
    stray,
    two_strays,
    at_home,
    same_parent,
    other_parent_alike,
    other_kind_elsewhere,
    known_name,
    frequent_name,
    county_taken_over,
    went_together,
    went_apart,
    one_level_up,
    two_levels_up,
    farther_up,
    adrift,
    other_district,
    number_elsewhere,
    name_frequency,
    same_kind,
    differ_in_both,
    kind_step,
    other_kind,
    institution,
    length,
    same_category,
    other_category,
    damage,
    other_bytes,
    former_name,
    former_path,
    one_code,
)


# What counts beside the features of a pair, in the order in which it does.
LEAD = "lead"
DOUBT = "doubt"
BESIDE: dict[str, Said] = {
    LEAD: msg("how far it leads its best rival, or falls behind it"),
    DOUBT: msg("where little speaks for a pair, it is right less often still"),
}


def meaning(name: str) -> Said:
    """Return what a feature says, in words: its docstring."""
    if name in BESIDE:
        return BESIDE[name]
    return next((f.__doc__ or name for f in FEATURES if f.__name__ == name), name)
