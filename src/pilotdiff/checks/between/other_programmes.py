"""Parts of the later list that belong to another programme than the earlier one."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.checks.between.groups import lists
from pilotdiff.checks.code import finds, found, warning
from pilotdiff.model import Filed, Finding, SourceKind, msg
from pilotdiff.model.terms import counted
from pilotdiff.patterns import pattern

# What titles of all programmes have: tiers, kinds, batches and what became of the units.
_COMMON = pattern(
    r"[（(][^（()）]*[)）]|附件|[\d０-９]+年?度?|第?[一二三四五六七八九十]+[批期次、]?|关于|公布|印发|通知|通报|"
    r"名单|示范|试点|试验|实验|创建|培育|命名|认定|入选|达标|合格|优秀|优良|良好|通过|验收|评估|考核|结果|情况|"
    r"先进|单位|地区|建设|全国|国家|全省|全市|省级|市级|县级|区县|县区|乡镇|村镇|街道|社区|[省市州县区旗镇乡村]"
)

_LIST = pattern("名单|名录|目录")


@finds(
    warning(
        "other-programme",
        msg("A part of the later list names another programme than the earlier list"),
        msg("Pilots of 数字乡村; below 数字乡村示范县名单 stands 质量安全县名单"),
    )
)
def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Yield such parts of each list of results, held against each list of pilots."""
    for pilots in lists(documents, SourceKind.PILOTS):
        for results in lists(documents, SourceKind.RESULTS):
            yield from in_order(pilots, results)


def in_order(pilots: Filed, results: Filed) -> Iterator[Finding]:
    """Yield the headings that share no two characters with the title of the earlier list, where
    another heading of the later list does."""
    programme = _pairs(pilots.units.listing.title)
    listing = results.units.listing
    held = Counter(entry.section.rpartition(" / ")[2] for entry in listing.entries)
    if not programme:
        return
    said = {title: _pairs(title) for title in held}
    if not any(pairs & programme for pairs in said.values()):
        return
    for section in listing.sections:
        pairs = said.pop(section.title, frozenset())
        # Two characters are any word, and types of a programme's units have names of their own.
        is_title = _LIST.search(section.title) and not section.category
        if is_title and len(pairs) > 1 and not pairs & programme:
            message = msg(
                "“{title}” does not name the programme of {first}; {units} below it count as its "
                "results",
                title=section.title,
                first=pilots.units.listing.title,
                units=counted(None, held[section.title]),
            )
            other = (pilots.source.id, 0)
            yield found("other-programme", results, section.line, message, other=other)


def _pairs(title: str) -> frozenset[str]:
    """Return each two characters that stand side by side in what is the programme's own.

    >>> sorted(_pairs("2023年数字乡村示范县名单"))
    ['数字']
    """
    pieces = _COMMON.sub(" ", title).split()
    return frozenset(piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))
