"""The columns of diff.csv for people: a heading and a meaning each, put into words at the edge."""

from typing import NamedTuple

from pilotdiff.model import Message, msg


class Heading(NamedTuple):
    """What stands above a column, and what the column holds."""

    title: Message
    meaning: Message


HEADINGS = {
    "outcome": Heading(msg("Outcome"), msg("What became of the unit.")),
    "changes": Heading(msg("Changes"), msg("What differs between the two units of a pairing.")),
    "level": Heading(msg("Level"), msg("The administrative tier at which the unit stands.")),
    "category": Heading(
        msg("Category"),
        msg("The type the pilot is listed under; for a new unit, the type of the result."),
    ),
    "result_category": Heading(
        msg("Category of the result"), msg("The type the result is listed under.")
    ),
    "pilot_id": Heading(
        msg("Pilot id"),
        msg("From the id column of the pilot table, otherwise the place in the pilot list."),
    ),
    "result_id": Heading(
        msg("Result id"),
        msg("From the id column of the result table, otherwise the place in the result list."),
    ),
    "province": Heading(
        msg("Province"), msg("The province of the unit; that of the pilot where there are two.")
    ),
    "prefecture": Heading(msg("Prefecture"), msg("The city or prefecture of the unit.")),
    "county": Heading(msg("County"), msg("The county, district or county-level city of the unit.")),
    "township": Heading(msg("Street or town"), msg("The street, town or township of the unit.")),
    "community": Heading(msg("Community"), msg("The community or village.")),
    "pilot_name": Heading(
        msg("Pilot unit"), msg("The whole name in the pilot list, in simplified script.")
    ),
    "result_name": Heading(
        msg("Result unit"), msg("The whole name in the result list, in simplified script.")
    ),
    "confidence": Heading(
        msg("Confidence"),
        msg(
            "The probability that the two are the same unit, from 0 to 1; empty without a pairing."
        ),
    ),
    "rule": Heading(msg("Rule"), msg("The step of the matching that found the pairing.")),
    "reason": Heading(msg("Reason"), msg("Why the outcome is what it is, in one sentence.")),
    "runner_up": Heading(
        msg("Runner-up"), msg("The unit that came nearest to taking the place of one of the two.")
    ),
    "margin": Heading(
        msg("Margin"), msg("The confidence less that of the runner-up, from 0 to 1.")
    ),
    "repairs": Heading(
        msg("Repairs"), msg("What was damaged in the entry as written, and how it was mended.")
    ),
    "pilot_source": Heading(msg("Pilot document"), msg("The document that lists the pilot.")),
    "pilot_line": Heading(
        msg("Pilot line"), msg("The line of the pilot document, counted from 1.")
    ),
    "pilot_ordinal": Heading(
        msg("Pilot number"), msg("The number in front of the entry in the pilot list.")
    ),
    "pilot_raw": Heading(
        msg("Pilot as written"),
        msg("The entry of the pilot list as published, without its number."),
    ),
    "result_source": Heading(msg("Result document"), msg("The document that lists the result.")),
    "result_line": Heading(
        msg("Result line"), msg("The line of the result document, counted from 1.")
    ),
    "result_ordinal": Heading(
        msg("Result number"), msg("The number in front of the entry in the result list.")
    ),
    "result_raw": Heading(
        msg("Result as written"),
        msg("The entry of the result list as published, without its number."),
    ),
    "decided_by": Heading(
        msg("Decided by"), msg("Whose verdict the row rests on, where somebody gave one.")
    ),
    "decided_on": Heading(msg("Decided on"), msg("The date of that verdict.")),
    "decision_reason": Heading(msg("Reason of the decision"), msg("Why that person decided so.")),
}
