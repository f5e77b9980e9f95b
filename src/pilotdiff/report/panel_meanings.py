"""What each column of a panel's tables holds, in a sentence for people: in its data package."""

from pilotdiff.model import Message, msg

_OF_UNITS = {
    "unit_id": msg("The unit's id, made from its level and the whole path of its first listing."),
    "code": msg("The division code in the edition of the list's year, else of the last list."),
    "level": msg("The tier that the unit stands at."),
    "province": msg("The province that the unit lies in; empty where nothing tells."),
    "prefecture": msg("The prefecture that the unit lies in; empty where nothing tells."),
    "county": msg("The county that the unit lies in, or is."),
    "township": msg("The street or town that the unit lies in, or is."),
    "community": msg("The community or village that the unit is."),
    "listed_as": msg("The unit's whole name as the list states it, in simplified script."),
    "category": msg("The type that the unit is listed under."),
    "listed_id": msg(
        "From the list's column of ids, otherwise made from level, name and category."
    ),
    "line": msg("The line of the list, counted from 1."),
}
_OF_LISTS = {
    "year": msg("The year of the list, or the year that the row is about."),
    "list": msg("The list as it was named in the call, or its id in the catalogue."),
    "title": msg("The title of the list."),
    "list_kind": msg("What it is a list of: pilots, results, a plan; empty where nothing tells."),
    "programme": msg("The programme that the list belongs to."),
    "batch": msg("The number of the batch that the list belongs to."),
    "pilot_year": msg("The year of the list of pilots."),
    "result_year": msg("The year of the first list of results."),
    "promoted_year": msg("The year in which the unit was promoted, renamed ones too."),
    "dropped_year": msg("The year in which the unit was dropped."),
    "status": msg("What the unit is at the end of the year."),
}
_OF_LINKS = {
    "outcome": msg("What became of a pilot, or what a result came from; empty without both lists."),
    "told_by": msg("The list of results that tells what became of the pilot."),
    "link": msg("The step that linked the listing to those before it; empty for the first."),
    "confidence": msg("The probability that the two are the same unit; empty without a pairing."),
    "margin": msg("The confidence less what it would be behind the best rival."),
    "runner_up": msg("The best rival for either side of the pairing."),
    "reason": msg("Why, in a sentence."),
    "pilot": msg("The unit of the earlier list, as files of verdicts call it."),
    "result": msg("The unit of the later list, as files of verdicts call it."),
    "pilot_list": msg("The earlier list."),
    "pilot_line": msg("The line of the earlier list, counted from 1."),
    "result_list": msg("The later list."),
    "result_line": msg("The line of the later list, counted from 1."),
}
_OF_RATES = {
    "pilots": msg("The pilots of the list in the province."),
    "eligible": msg("The pilots that could go on, each counted once."),
    "went_on": msg("Of the eligible, those that were promoted or renamed."),
    "dropped": msg("Of the eligible, those that are in no list of results."),
    "undecided": msg("Of the eligible, those of which it is open whether they went on."),
    "rate": msg("The share of the eligible and the unread that went on, if none that is open did."),
    "rate_high": msg("The same share if all that is open went on."),
    "merged": msg("Of the eligible, those that went on as part of another unit."),
    "unread": msg("Pilots more that are known to be in no entry, and may lie in the province."),
}
_MEANINGS = {**_OF_UNITS, **_OF_LISTS, **_OF_LINKS, **_OF_RATES}


def meaning_of(column: str) -> Message:
    """Return what a column holds; one that is called by a list holds names."""
    return _MEANINGS.get(column) or msg("What the list {list} calls the unit.", list=column)
