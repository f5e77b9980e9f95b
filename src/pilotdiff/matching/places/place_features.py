"""What the places of a pair say: where the two stand, what went the same way, who is left there.

The docstring of a feature is its meaning.
"""

from math import log1p

from pilotdiff.matching.compared_pair import Pair, feature
from pilotdiff.matching.names.families import is_a_number
from pilotdiff.matching.names.name_features import same_name, similarity
from pilotdiff.model import Level

# A place that lost or won more says no more.
_MOST_MORE = 2.0
# Two places of which the lists name so many units (twenty each) say no more than such places do.
_MOST_LISTED = 6.0


@feature
def neighbours(pair: Pair) -> float:
    """how many other units went the same way (logarithm)"""
    return pair.between.neighbours


@feature
def listed_there(pair: Pair) -> float:
    """how many units of the two places the lists name (logarithm): as many may bear such a name"""
    return _listed(pair)


@feature
def listed_elsewhere(pair: Pair) -> float:
    """how many the lists name of two places (logarithm)"""
    return 0.0 if pair.home else _listed(pair)


@feature
def unlike_elsewhere(pair: Pair) -> float:
    """how many the lists name of two places, where the names or kinds differ too (logarithm)"""
    return 0.0 if pair.home or same_name(pair) else _listed(pair)


def _listed(pair: Pair) -> float:
    """Return 0 where a list leaves out the place: what it names without one lies in many."""
    return 0.0 if pair.open else min(sum(pair.sizes), _MOST_LISTED)


@feature
def left_over(pair: Pair) -> float:
    """how many others in the two places are without a partner (logarithm)"""
    return sum(pair.left)


@feature
def left_on_one_side(pair: Pair) -> float:
    """how many more are without a partner in the one place than in the other (logarithm)"""
    return abs(pair.left[0] - pair.left[1])


@feature
def last_of_many(pair: Pair) -> float:
    """all others of both places are settled"""
    return float(pair.left == (0.0, 0.0) and pair.company)


@feature
def unlike_and_new_here(pair: Pair) -> float:
    """how unlike the names are where no neighbour went the same way"""
    return 0.0 if pair.company else 1.0 - _alikeness(pair)


@feature
def unlike_in_a_crowd(pair: Pair) -> float:
    """how unlike the names are, times how many others are without a partner"""
    crowd = pair.left[0] + pair.left[1]
    return (1.0 - _alikeness(pair)) * crowd if crowd else 0.0


def _alikeness(pair: Pair) -> float:
    return similarity(pair) if pair.differs else 1.0


@feature
def sizes_differ(pair: Pair) -> float:
    """how many more communities the town has in one list, where the names differ (logarithm)"""
    if not pair.is_of_villages:
        return 0.0
    return min(abs(pair.sizes[0] - pair.sizes[1]), _MOST_MORE)


@feature
def as_many_there(pair: Pair) -> float:
    """the town has as many communities in the results as in the pilots, where the names differ"""
    return float(pair.is_of_villages and pair.home and pair.sizes[0] == pair.sizes[1])


@feature
def edited_elsewhere(pair: Pair) -> float:
    """how many other names of the two lists differ in the same way (埝/堰; logarithm)"""
    return pair.edited[0]


@feature
def edited_alone(pair: Pair) -> float:
    """how often what differs here differs in this way and no other, in the names of both lists"""
    return pair.edited[1]


@feature
def joint_name(pair: Pair) -> float:
    """what the one name has more stands in another name left in the other's town"""
    return float(pair.is_of_villages and any(pair.spoken_for))


@feature
def place_goes_on(pair: Pair) -> float:
    """another place, and the place of the one stands in the other list too"""
    return float(not pair.home and any(pair.stays))


@feature
def both_places_go_on(pair: Pair) -> float:
    """two places, and both stand in both lists"""
    return float(not pair.home and all(pair.stays))


@feature
def stray(pair: Pair) -> float:
    """the place of the one stands in the other list too, and no neighbour went the same way"""
    return float(not pair.home and any(pair.stays) and not pair.company)


@feature
def two_strays(pair: Pair) -> float:
    """both places stand in both lists, and no neighbour went the same way"""
    return float(not pair.home and all(pair.stays) and not pair.company)


@feature
def at_home(pair: Pair) -> float:
    """they stand in the same place, as far as both lists tell it"""
    return float(pair.home)


@feature
def same_parent(pair: Pair) -> float:
    """another place, but the nearest parent bears the same name (宜宾县永兴镇/翠屏区永兴镇)"""
    return float(pair.between.namesakes and not pair.home)


@feature
def parent_beside(pair: Pair) -> float:
    """such a parent, and a list has both of that name (柳林镇, 柳林街道)"""
    return float(pair.between.namesakes and not pair.home and any(pair.stays))


@feature
def other_parent_alike(pair: Pair) -> float:
    """the same stem, and a parent of another name"""
    return float(not pair.home and not pair.between.namesakes and not pair.differs)


@feature
def other_kind_elsewhere(pair: Pair) -> float:
    """the same stem, another kind, and a parent of another name"""
    return float(bool(other_parent_alike(pair)) and pair.pilot.kind != pair.result.kind)


@feature
def known_name(pair: Pair) -> float:
    """how rare the characters of the common name are, in another place (和平 says little)"""
    return pair.shared_information if other_parent_alike(pair) else 0.0


@feature
def frequent_name(pair: Pair) -> float:
    """how many units of the nation bear the common name, in another place (logarithm)"""
    return log1p(pair.bearers) if other_parent_alike(pair) else 0.0


@feature
def county_taken_over(pair: Pair) -> float:
    """one of the two counties ended, and by the standard became the other or a part of it"""
    return float(pair.between.taken_over)


@feature
def went_together(pair: Pair) -> float:
    """how much of either place went to the other or came from it (logarithm)"""
    return pair.between.sent + pair.between.came


@feature
def went_apart(pair: Pair) -> float:
    """how much more that is of the one place than of the other (logarithm)"""
    return abs(pair.between.sent - pair.between.came)


@feature
def one_level_up(pair: Pair) -> float:
    """another parent under the same grandparent"""
    return float(not pair.home and pair.levels - pair.between.shared == 1)


@feature
def two_levels_up(pair: Pair) -> float:
    """only the place two levels up is the same"""
    return float(not pair.home and pair.levels - pair.between.shared == 2)


@feature
def farther_up(pair: Pair) -> float:
    """only a place three or more levels up is the same"""
    return float(not pair.home and pair.levels - pair.between.shared > 2)


@feature
def adrift(pair: Pair) -> float:
    """known to be two levels apart or farther, and no neighbour went the same way"""
    return float(pair.between.apart > 1 and not pair.company)


@feature
def other_district(pair: Pair) -> float:
    """a district (市中区, 桥西区) elsewhere: its name is unique within its city alone"""
    district = pair.levels == Level.COUNTY.depth and pair.pilot.kind == pair.result.kind == "区"
    return float(district and pair.between.apart > 0 and not pair.company)


@feature
def number_elsewhere(pair: Pair) -> float:
    """a number alone (第十一生产队, 三连) under another parent, where no neighbour went"""
    elsewhere = not pair.home and not pair.company and not pair.between.namesakes
    return float(elsewhere and not pair.differs and is_a_number(pair.pilot.stem))


@feature
def name_frequency(pair: Pair) -> float:
    """how many units share the stem there (logarithm)"""
    return pair.name_frequency
