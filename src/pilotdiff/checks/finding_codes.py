"""Every code there is, as the checks declare them."""

from pilotdiff.checks.between import (
    allotments,
    cited_documents,
    document_dates,
    never_pilots,
    other_batches,
    plans,
    quotas,
    reconciled,
    stated_figures,
    two_lists,
    zones,
)
from pilotdiff.checks.code import Code
from pilotdiff.checks.within import (
    census_findings,
    days,
    declared_totals,
    known_divisions,
    mentions,
    name_slips,
    names,
    numbering,
    order,
    parents,
    recorded_units,
    repeats,
    section_headings,
    titles_within,
    unread_lines,
    wrong_parents,
)

_WITHIN = (
    declared_totals,
    titles_within,
    days,
    numbering,
    section_headings,
    repeats,
    name_slips,
    parents,
    known_divisions,
    recorded_units,
    wrong_parents,
    order,
    names,
    unread_lines,
    census_findings,
    mentions,
)
_BETWEEN = (
    two_lists,
    never_pilots,
    other_batches,
    reconciled,
    quotas,
    stated_figures,
    document_dates,
    plans,
    allotments,
    cited_documents,
    zones,
)
WITHIN: tuple[Code, ...] = tuple(code for module in _WITHIN for code in module.CODES)
BETWEEN: tuple[Code, ...] = tuple(code for module in _BETWEEN for code in module.CODES)
CODES: dict[str, Code] = {each.code: each for each in (*WITHIN, *BETWEEN)}
