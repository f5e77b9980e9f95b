"""Doubts of titles, places and rows of lists in lines: what may be a heading or a parent, and was
read otherwise."""

from collections.abc import Collection, Iterator, Sequence

from pilotdiff.census.doubtful_texts.borne_titles import (
    counted_names,
    heads_of_tiers,
    titles_among_units,
    words_behind_units,
)
from pilotdiff.census.doubtful_texts.called_and_unread import called_and_unread
from pilotdiff.census.doubtful_texts.dropped_places import (
    dropped_before_dashes,
    dropped_places,
)
from pilotdiff.census.doubtful_texts.hamlets import hamlets
from pilotdiff.census.doubtful_texts.notes_with_places import (
    lower_in_notes,
    units_behind_signs,
    villages_called_like_titles,
    villages_in_notes,
)
from pilotdiff.census.doubtful_texts.opening_names import names_added, opening_names, paths_gone_on
from pilotdiff.census.doubtful_texts.over_unread import set_in_below_unread
from pilotdiff.census.doubtful_texts.places_behind import (
    dashed_places,
    places_by_rule,
    places_in_turn,
)
from pilotdiff.census.doubtful_texts.places_let_go import places_let_go
from pilotdiff.census.doubtful_texts.places_without import (
    lone_place,
    places_without,
    zones_behind_towns,
    zones_by_turns,
)
from pilotdiff.census.doubtful_texts.read_over_blanks import read_over_blanks
from pilotdiff.census.doubtful_texts.signs_for_names import signs_alone, starred_out
from pilotdiff.census.doubtful_texts.titles_with_places import titles_with_places
from pilotdiff.model import DoubtfulLine, Listing, Unit


def text_doubts(
    listing: Listing, units: Sequence[Unit], missing: Collection[int]
) -> Iterator[DoubtfulLine]:
    """Yield them all, of units without columns; `missing` are the lines of names left out."""
    yield from titles_among_units(units)
    yield from heads_of_tiers(listing, units)
    yield from counted_names(listing)
    yield from words_behind_units(listing, units)
    yield from called_and_unread(listing, units)
    yield from dropped_places(listing, units)
    yield from dropped_before_dashes(listing, units)
    yield from places_without(listing, units, missing)
    yield from lone_place(units)
    yield from zones_by_turns(units)
    yield from zones_behind_towns(units)
    yield from hamlets(listing, units)
    yield from read_over_blanks(listing, units)
    yield from set_in_below_unread(listing, units, missing)
    yield from signs_alone(listing, units)
    yield from starred_out(units)
    yield from titles_with_places(listing, units)
    yield from villages_in_notes(listing, units)
    yield from lower_in_notes(units)
    yield from villages_called_like_titles(units)
    yield from units_behind_signs(listing, units)
    yield from opening_names(listing, units)
    yield from places_let_go(listing, units)
    yield from dashed_places(listing, units)
    yield from places_by_rule(listing, units)
    yield from places_in_turn(listing, units)
    yield from names_added(listing, units, missing)
    yield from paths_gone_on(listing, units, missing)
