"""The words of the domain in the reader's language: `words(OUTCOMES[row.outcome])`.

What programs read (CSV, JSON, options) keeps the plain values of the enums; these are for people.
"""

from pilotdiff.model import (
    Change,
    Level,
    Outcome,
    RepairKind,
    Role,
    Severity,
    SourceKind,
    Verdict,
    msg,
)
from pilotdiff.model.terms import LEVEL_NAMES as LEVEL_NAMES
from pilotdiff.model.terms import counted as counted

OUTCOMES = {
    Outcome.PROMOTED: msg("Promoted"),
    Outcome.RENAMED: msg("Renamed"),
    Outcome.MERGED: msg("Merged"),
    Outcome.SPLIT: msg("Split off"),
    Outcome.REPEATED: msg("Repeated"),
    Outcome.DROPPED: msg("Dropped"),
    Outcome.NOT_ELIGIBLE: msg("Not eligible"),
    Outcome.NEW: msg("New"),
    Outcome.REVIEW: msg("To review"),
}
ROLES = {
    Role.ITEM: msg("an item of the list"),
    Role.HEADING: msg("a heading"),
    Role.PARENT: msg("a parent of what follows"),
    Role.TABLE_HEAD: msg("the heads of a table"),
    Role.TOTAL: msg("a total"),
    Role.TITLE: msg("the title"),
    Role.RUNNING_TEXT: msg("running text"),
    Role.NOTE: msg("a note"),
    Role.ADDRESS: msg("whom the document addresses"),
    Role.SIGNATURE: msg("date, number or issuer"),
    Role.PAGE: msg("a page's number"),
    Role.FURNITURE: msg("what surrounds the text"),
    Role.UNREAD: msg("a line that is not read"),
    Role.BLANK: msg("a blank line"),
}
OUTCOME_MEANINGS = {
    Outcome.PROMOTED: msg("the same unit under the same name"),
    Outcome.RENAMED: msg("the same unit under another name, kind or parent"),
    Outcome.MERGED: msg("gone into a result that another pilot holds or is proposed for"),
    Outcome.SPLIT: msg("come out of a pilot that has another result"),
    Outcome.REPEATED: msg("stands in its own list already"),
    Outcome.DROPPED: msg("in the pilot list only"),
    Outcome.NOT_ELIGIBLE: msg("the result list names no unit of this level"),
    Outcome.NEW: msg("in the result list only"),
    Outcome.REVIEW: msg("a person must decide"),
}
CHANGES = {
    Change.NAME: msg("name"),
    Change.KIND: msg("kind"),
    Change.PARENT: msg("parent"),
    Change.CATEGORY: msg("category"),
}
VERDICTS = {
    Verdict.SAME: msg("same"),
    Verdict.DIFFERENT: msg("different"),
    Verdict.UNSURE: msg("unsure"),
}
# Levels as headings, within a sentence, and counted: "Counties", "county", "41 counties".
LEVEL_HEADINGS = {
    Level.PROVINCE: msg("Provinces"),
    Level.PREFECTURE: msg("Prefectures"),
    Level.COUNTY: msg("Counties"),
    Level.TOWNSHIP: msg("Towns"),
    Level.COMMUNITY: msg("Communities"),
}
BY_LEVEL = {
    Level.PROVINCE: msg("By province"),
    Level.PREFECTURE: msg("By prefecture"),
    Level.COUNTY: msg("By county"),
    Level.TOWNSHIP: msg("By street or town"),
    Level.COMMUNITY: msg("By community"),
}
SOURCE_KINDS = {
    SourceKind.PILOTS: msg("pilot list"),
    SourceKind.RESULTS: msg("result list"),
    SourceKind.PLAN: msg("plan"),
    SourceKind.NEWS: msg("news"),
    SourceKind.ZONES: msg("national zones"),
}
REPAIR_KINDS = {
    RepairKind.MOJIBAKE: msg("encoding"),
    RepairKind.WIDTH: msg("width"),
    RepairKind.PINYIN: msg("pinyin"),
    RepairKind.LOST: msg("lost character"),
    RepairKind.GBK: msg("GBK damage"),
    RepairKind.SCRIPT: msg("script"),
    RepairKind.ELIDED: msg("shared kind"),
}
# The steps that find a pairing, as the column `rule` names them.
RULES = {
    "code": msg("same code"),
    "exact": msg("exact"),
    "wording": msg("wording"),
    "stem": msg("stem"),
    "level": msg("other level"),
    "record": msg("official record"),
    "remark": msg("remark"),
    "glued": msg("glued"),
    "features": msg("features"),
    "damage": msg("damage"),
    "decision": msg("decision"),
}
SEVERITIES = {
    Severity.ERROR: msg("error"),
    Severity.WARNING: msg("warning"),
    Severity.NOTE: msg("note"),
}
