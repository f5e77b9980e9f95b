"""What each column holds, in a sentence for people: in data packages and on explaining sheets."""

from pilotdiff.model import msg

COLUMN_MEANINGS = {
    "outcome": msg("What became of the entry."),
    "changes": msg("What differs within the pairing, joined with a semicolon."),
    "level": msg("The tier that the unit stands at."),
    "category": msg("The type that the pilot is listed under; of a new unit, the result's."),
    "result_category": msg("The type that the result is listed under."),
    "pilot_id": msg(
        "From the pilot list's column of ids, otherwise made from level, name and category."
    ),
    "result_id": msg(
        "From the later list's column of ids, otherwise made from level, name and category."
    ),
    "province": msg("The province of the pilot; of a new unit, that of the result."),
    "prefecture": msg("The prefecture of the pilot; of a new unit, that of the result."),
    "county": msg("The county of the pilot; of a new unit, that of the result."),
    "township": msg("The street or town of the pilot; of a new unit, that of the result."),
    "community": msg("The community or village of the pilot; of a new unit, that of the result."),
    "pilot_name": msg("The pilot's whole name as its list states it, in simplified script."),
    "result_name": msg("The result's whole name as its list states it, in simplified script."),
    "confidence": msg("The probability that the two are the same unit; empty without a pairing."),
    "rule": msg("The step that found the pairing."),
    "reason": msg("Why the entry came out so, in a sentence."),
    "runner_up": msg("The best rival for either side of the pairing."),
    "margin": msg("The confidence less what it would be behind the best rival."),
    "repairs": msg("What was repaired in the name as written; the result's behind “result:”."),
    "pilot_source": msg("The pilot list as it was named in the call."),
    "pilot_line": msg("The line of the pilot list, counted from 1."),
    "pilot_ordinal": msg("The number in front of the pilot."),
    "pilot_raw": msg("The pilot as written, without that number."),
    "result_source": msg("The later list as it was named in the call."),
    "result_line": msg("The line of the later list, counted from 1."),
    "result_ordinal": msg("The number in front of the result."),
    "result_raw": msg("The result as written, without that number."),
    "decided_by": msg("Who decided, where a person did."),
    "decided_on": msg("When it was decided."),
    "decision_reason": msg("Why it was decided so."),
    "pilot_code": msg("The pilot's division code; empty where none or several are possible."),
    "result_code": msg("The result's division code; empty where none or several are possible."),
    "pilot_years": msg("The years in which that code bore the pilot's name."),
    "result_years": msg("The years in which that code bore the result's name."),
    "record": msg("What the official record says of the row, in a sentence."),
    "other": msg(
        "The unit that a merged, split or repeated one belongs to, by its whole name; of a dropped "
        "or new one, that which it may have gone into or come out of."
    ),
    "decision": msg("The verdict, where a person gave one: same, different or unsure."),
}
