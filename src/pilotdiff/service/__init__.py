"""A list, or the official record, as a reconciliation service: queries → candidates → answers.

    ServedList(units), ServedRecord()   what is asked: Candidates for a Query, entities, values
    answered(request, served, words)    a request as it came → the response, by API 0.2 or 1.0-draft

Pure: the socket is the command's (cli/serve.py). docs/serve.md says what is served where.
"""

from pilotdiff.service.routes import DRAFT, Request, Response, answered
from pilotdiff.service.served import Entity, Served, ServedCandidate
from pilotdiff.service.served_list import ServedList
from pilotdiff.service.served_record import ServedRecord

__all__ = [
    "DRAFT",
    "Entity",
    "Request",
    "Response",
    "Served",
    "ServedCandidate",
    "ServedList",
    "ServedRecord",
    "answered",
]
