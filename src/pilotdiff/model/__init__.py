"""The words of the domain as frozen dataclasses and enums; imports nothing of ours."""

from pilotdiff.model.census import Census, DoubtfulLine, LeftOut
from pilotdiff.model.documents import PAGE_BREAK, Document, Line, sheet_of
from pilotdiff.model.errors import UserError
from pilotdiff.model.facts import Allotment, Citation, Facts, Figure, SourceKind, Stated
from pilotdiff.model.filed import Filed, Source
from pilotdiff.model.findings import Finding, Severity
from pilotdiff.model.levels import LEVELS, Level
from pilotdiff.model.line_readings import LineReading, Role
from pilotdiff.model.listings import Declared, Entry, Listing, Section, Skipped
from pilotdiff.model.messages import Message, Said, chained, msg, msgs
from pilotdiff.model.outcomes import (
    NOT_COUNTED,
    WENT_ON,
    Change,
    Confirmation,
    Decision,
    MatchWeight,
    Outcome,
    Pairing,
    Row,
    Ruling,
    Second,
    Verdict,
)
from pilotdiff.model.paths import DivisionPath, PathPrefix
from pilotdiff.model.repairs import Clean, Repair, RepairKind, Wildcard
from pilotdiff.model.scans import Doubt, PageBox, Scan, Strip
from pilotdiff.model.units import Unit, Units
from pilotdiff.model.whole_numbers import whole_number

__all__ = [
    "LEVELS",
    "NOT_COUNTED",
    "PAGE_BREAK",
    "WENT_ON",
    "Allotment",
    "Census",
    "Change",
    "Citation",
    "Clean",
    "Confirmation",
    "Decision",
    "Declared",
    "DivisionPath",
    "Document",
    "Doubt",
    "DoubtfulLine",
    "Entry",
    "Facts",
    "Figure",
    "Filed",
    "Finding",
    "LeftOut",
    "Level",
    "Line",
    "LineReading",
    "Listing",
    "MatchWeight",
    "Message",
    "Outcome",
    "PageBox",
    "Pairing",
    "PathPrefix",
    "Repair",
    "RepairKind",
    "Role",
    "Row",
    "Ruling",
    "Said",
    "Scan",
    "Second",
    "Section",
    "Severity",
    "Skipped",
    "Source",
    "SourceKind",
    "Stated",
    "Strip",
    "Unit",
    "Units",
    "UserError",
    "Verdict",
    "Wildcard",
    "chained",
    "msg",
    "msgs",
    "sheet_of",
    "whole_number",
]
