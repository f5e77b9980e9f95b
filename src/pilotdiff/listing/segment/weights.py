"""What each piece of evidence is worth, and how it is told. Set by hand on the cases."""

from typing import NamedTuple

from pilotdiff.listing.omissions import CALLS_WHAT_FOLLOWS, FOOTNOTE
from pilotdiff.model import Message, msg


class Weight(NamedTuple):
    """What a piece of evidence adds to what a line may be, and how a person is told of it."""

    value: float
    said: Message


WEIGHTS: dict[str, Weight] = {
    # An entry.
    "reads_as_units": Weight(3.0, msg("it reads as the name of a unit")),
    "item_by_its_place": Weight(7.0, msg("it stands where a name should, and reads as one there")),
    "two_halves": Weight(13.0, msg("with the line below it is one name")),
    "short_name": Weight(1.0, msg("a known place is written so, short")),
    "name_and_remark": Weight(2.5, msg("it begins with a whole name, and a type stands behind it")),
    "like_its_neighbour": Weight(2.0, msg("the line beside it is written the same way")),
    "same_tier": Weight(0.5, msg("it stands at the tier of the entry above")),
    "under_heading": Weight(0.5, msg("it stands under a heading")),
    # A parent.
    "counts_what_follows": Weight(6.0, msg("it says how many follow")),
    "stands_over_by_turns": Weight(7.0, msg("names of its tier and lower ones stand by turns")),
    "stands_over_places": Weight(6.0, msg("a place that heads lower names stands right below it")),
    "lower_name_below": Weight(1.0, msg("a name of a lower tier stands below it")),
    "holds_the_row_below": Weight(
        4.0, msg("a row of names that lie in it by their codes stands below it")
    ),
    "holds_the_next_below": Weight(
        4.0, msg("the name below, numbered in another way, lies in it by the codes")
    ),
    "holds_the_unread_below": Weight(
        7.0, msg("what stands below cannot be read, and begins with a place that lies in it")
    ),
    "lower_names_past_prose": Weight(
        6.0, msg("names that lie in it by their codes stand below what is told of it")
    ),
    "rows_of_parents_below": Weight(4.0, msg("rows of names behind their parents stand below it")),
    "named_again_below": Weight(6.0, msg("what follows is numbered in another way and names it")),
    "sentence_below_names_it": Weight(7.0, msg("the sentence right below decides on units of it")),
    "none_below": Weight(6.0, msg("the line below says that it has none")),
    "has_none": Weight(10.0, msg("it says that it has none")),
    "stands_over_types": Weight(5.0, msg("a type and names of a lower tier stand below it")),
    "institutions_below": Weight(6.0, msg("schools, hospitals or other bodies stand below it")),
    "stands_over_a_table": Weight(6.0, msg("a table of lower units stands below it")),
    "other_style_below": Weight(4.0, msg("what follows is numbered in another way")),
    "numbers_begin_again_below": Weight(
        9.0, msg("the numbers begin again below it, and go on from its own where they end")
    ),
    "set_in_below": Weight(4.0, msg("what follows is set in further, and lies lower")),
    "province_alone": Weight(3.0, msg("a province alone on its line")),
    "over_listed_tier": Weight(4.0, msg("it stands above the tier that the heading gives")),
    "like_the_parent_above": Weight(4.0, msg("a place of its tier stands over the names above")),
    "set_in_alike": Weight(-10.0, msg("lower names beside it are set in as far as it is")),
    "same_style_was_item": Weight(-4.0, msg("a line written like it is an entry")),
    "number_runs_on": Weight(-6.0, msg("its number runs on to that of the lower name below")),
    "codes_contradict": Weight(-5.0, msg("by its code, the name below lies elsewhere")),
    "place_in_brackets": Weight(5.0, msg("a place alone in brackets")),
    "short_place": Weight(4.0, msg("a known place alone on its line")),
    "zone_alone": Weight(4.0, msg("a zone alone on its line")),
    "body_of_a_place": Weight(7.0, msg("a body over farms or forests, with its province")),
    "reports_names": Weight(7.0, msg("it says whose the names below are")),
    "office_over_names": Weight(9.0, msg("the office of a place, over names that lie lower")),
    "town_by_its_place": Weight(
        7.0, msg("it begins with a known county, and communities stand below it")
    ),
    "place_before_rubbish": Weight(4.0, msg("a place, and behind it nothing that can be read")),
    "goes_on_with_headings": Weight(4.0, msg("its number goes on from that of a heading")),
    "no_lower_name_below": Weight(-4.0, msg("no name of a lower tier stands below it")),
    # A heading.
    "name_of_no_place": Weight(
        6.0, msg("it opens the page with a province and a word that is no county")
    ),
    "whole_paths_below": Weight(
        6.0, msg("whole paths of its tier stand below it, numbered in another way")
    ),
    "words_of_a_list": Weight(3.0, msg("it speaks of a list, a tier, a type or a number of units")),
    "set_as_heading": Weight(2.0, msg("it is set as a heading")),
    "numbered": Weight(2.0, msg("it has a number")),
    "names_follow": Weight(1.0, msg("names follow")),
    "begins_with_a_place": Weight(6.0, msg("it begins with a place, as other headings do")),
    # Unread.
    "number_goes_on": Weight(6.5, msg("its number goes on from that of the entry above")),
    "begins_with_units": Weight(5.0, msg("it begins with the name of a known place")),
    "begins_a_series": Weight(5.0, msg("the numbers of the names below go on from its own")),
    "stands_among_names": Weight(2.0, msg("it stands among names and looks like one")),
    "stands_among_bodies": Weight(
        5.0, msg("it is a school, a hospital or another body among such, and no place")
    ),
    "reports_unread": Weight(
        7.0, msg("it says whose the names below are, and cannot be read as a place")
    ),
    "damaged_name": Weight(7.0, msg("it looks like a name that has lost characters")),
    # The rest.
    "words_of_a_total": Weight(8.0, msg("it gives a total")),
    "stands_alone": Weight(0.0, msg("neither number nor words of a list, and no names follow")),
    "a_sentence": Weight(2.0, msg("it reads as a sentence")),
    "tells_of_the_name_above": Weight(0.0, msg("it tells of the name above")),
    "remark_below": Weight(6.0, msg("it stands in brackets below a numbered unit")),
    "words_of_a_page": Weight(3.0, msg("it has the words of what surrounds a text")),
    "page_is_over": Weight(3.0, msg("the text of the page is over")),
    "total_reached": Weight(1.5, msg("as many entries as the heading announces")),
    # Of a line that can be one thing only; nothing is weighed against it.
    "verdict_below": Weight(0.0, msg("the line below tells what it has become")),
    "rows_of_a_table": Weight(0.0, msg("it is the row of a table")),
    "closes_with_colon": Weight(0.0, msg("it closes with a colon")),
    "calls_what_follows": Weight(0.0, CALLS_WHAT_FOLLOWS),
    "a_count": Weight(0.0, msg("it is a number of units and nothing else")),
    "names_who_reports": Weight(0.0, msg("it names the office that has filled in the list")),
    "names_doers": Weight(0.0, msg("its label says that those do the work")),
    "names_persons": Weight(0.0, msg("it is a row of a table of persons")),
    "a_footnote": Weight(0.0, FOOTNOTE),
    "addresses": Weight(0.0, msg("it says whom the document addresses")),
    "number_alone": Weight(0.0, msg("it is a number alone")),
    "page_number": Weight(0.0, msg("it is the number of a page")),
}
