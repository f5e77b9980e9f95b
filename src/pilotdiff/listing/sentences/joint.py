"""Names in running text that share one kind, told by its count: 清岗、白溪、北岭三县被列为试点."""

import re
from collections.abc import Sequence

from pilotdiff.facts.numerals import CHINESE
from pilotdiff.listing.line_names import Name
from pilotdiff.listing.sentences.clauses import Clause, opened_by
from pilotdiff.listing.shared_kinds import Span
from pilotdiff.listing.short_forms import counted_groups, name_with_kind
from pilotdiff.patterns import pattern

_CHINESE = "[\u4e00-\u9fff]"
_LAST = pattern(
    rf"\s*(?P<last>{_CHINESE}{{1,4}}?)(?P<number>{CHINESE}|\d{{1,2}})个?"
    r"(?P<kind>区|县|市|旗|镇|乡|村|街道|社区)(?![区县市镇乡村])"
)
_LONGEST = 4


def joint_clauses(text: str, spans: Sequence[Span]) -> dict[int, Clause]:
    """Return the clauses [left, right) that share a kind, by where they begin."""
    for group, match in counted_groups(_LAST, text, spans):
        if all(text[span[0] - 1] == "、" for span in group[1:]):
            clauses = _clauses(text, group, match)
            if clauses:
                return clauses
    return {}


def _clauses(text: str, group: Sequence[Span], match: re.Match[str]) -> dict[int, Clause]:
    kind = match["kind"]
    lead, start = opened_by(text, *group[0])
    bare = [(start, group[0][1]), *group[1:-1], match.span("last")]
    names: list[Name] = []
    for left, right in bare:
        name = name_with_kind(text, (left, right), kind) if right - left <= _LONGEST else None
        if name is None:
            return {}
        names.append(name)
    names[-1] = names[-1]._replace(stop=match.end("kind"))
    closed = group[-1][1] > match.end("kind")
    found = {
        span[0]: Clause((name,), "join", name.start, closed=False)
        for span, name in zip(group, names, strict=True)
    }
    found[group[0][0]] = Clause((names[0],), lead, start, closed=False)
    found[group[-1][0]] = Clause((names[-1],), "join", names[-1].start, closed)
    return found
