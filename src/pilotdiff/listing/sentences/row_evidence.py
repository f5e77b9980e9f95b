"""What speaks for a row of units in running text being a list, and what against.

Each feature has a weight; together they say how sure it is. That places are spoken of is not
enough: something must decide on them, count them, or announce them.
"""

from collections.abc import Callable
from functools import cache
from math import exp
from typing import NamedTuple

from pilotdiff.facts.chosen_words import ENTERED
from pilotdiff.facts.numerals import NUMBER
from pilotdiff.listing.lines.cuts import CLAUSE_END
from pilotdiff.listing.sentences.words import COUNT_BEHIND, number_counted, uses
from pilotdiff.model import Said, msg
from pilotdiff.patterns import pattern

_NEAR = 6
_FAR = 40
"""Characters before a row in which what it counts is sought."""
ENOUGH = 3.0
_DECIDED_BEFORE = msg("a verb of deciding stands before the names")
_DECIDED_BEHIND = msg("a verb of deciding stands behind the names")


class SentenceRow(NamedTuple):
    """A row of units in its sentence.

    before, behind  the text of the sentence on both sides
    lead            the word right in front of it: "lead", "weak", "join" or ""
    announced       whether a clause with a colon leads up to it
    follows         whether it goes on with an earlier row of its sentence
    size            how many items it has, those that are no units among them
    declared        how many the sentence says there are
    had             how many of its clauses say what a place has: 清岗市有白溪县
    typed           whether the words behind it say of what kind its units are, as of others beside
                    it: 白溪村为历史古村，南岭村为特色民居村
    """

    before: str
    behind: str
    lead: str
    announced: bool
    follows: bool
    size: int
    declared: int | None
    had: int = 0
    typed: bool = False


class RowEvidence(NamedTuple):
    """The sum of the weights, and the features that hold, the heaviest first."""

    score: float
    reasons: tuple[Said, ...]

    @property
    def sure(self) -> float:
        """0 to 1; a half where for and against are even."""
        return round(1 / (1 + exp(ENOUGH - self.score)), 3)

    @property
    def decided(self) -> bool:
        """Whether a verb of deciding stands beside the row."""
        return _DECIDED_BEFORE in self.reasons or _DECIDED_BEHIND in self.reasons


def weigh(row: SentenceRow) -> RowEvidence:
    """Add up what speaks for and against a row of units being a list."""
    held = [(weight, said) for weight, said, feature in _features() if feature(row)]
    held.sort(key=lambda pair: -abs(pair[0]))
    return RowEvidence(sum(weight for weight, _ in held), tuple(said for _, said in held))


@cache
def _features() -> tuple[tuple[float, Said, Callable[[SentenceRow], bool]], ...]:
    return (
        (3.0, _DECIDED_BEFORE, lambda row: row.lead == "lead"),
        (3.0, _DECIDED_BEHIND, _decided_behind),
        (3.0, msg("a colon announces the names"), lambda row: row.announced),
        (3.0, msg("the names go on with others of the sentence"), lambda row: row.follows),
        (2.0, msg("as many names as the sentence counts"), _counted),
        (2.0, msg("of place after place it is said what each has"), lambda row: row.had > 1),
        (2.0, msg("of row after row it is said of what kind its units are"), lambda row: row.typed),
        (1.0, msg("words of a programme stand in the sentence"), _programme),
        (
            1.0,
            msg("a verb that may decide stands before the names"),
            lambda row: row.lead == "weak",
        ),
        (
            2.0,
            msg("what the programme calls its units stands before the names"),
            _called_units_before,
        ),
        (1.0, msg("the sentence says that something is made up of the names"), _made_of),
        (0.5, msg("several names in a row"), lambda row: row.size > 2),
        (0.5, msg("many names in a row"), lambda row: row.size > 5),
        (-9.0, msg("others are chosen in each of the places"), _chosen_in_each),
        (-9.0, msg("the words before say what a place is made of"), _held_by_a_place),
        (-9.0, msg("something is compared with the places"), _compared),
        (-9.0, msg("the words behind say that the places are made one, or renamed"), _made_one),
        (-9.0, msg("the words behind say that nothing changes for the places"), _unchanged),
        (-3.0, msg("the words before speak of places only"), _places_before),
        (-4.0, msg("the words behind speak of places or offices only"), _places_behind),
    )


def _clause_behind(row: SentenceRow) -> str:
    return CLAUSE_END.split(row.behind[:_FAR])[0]


_ADVERB = pattern(r"(?:均|都|双双|分别|共同|同时|一起|全部)?(?:已|成功|顺利)?")
_CARRIED_OUT = pattern(r"^(?:等\S{0,6})?(?:率先|先行|同步|组织|启动)?开展[^，。；]{0,16}试点")


def _decided_behind(row: SentenceRow) -> bool:
    clause = _clause_behind(row)
    if uses("tail").search(clause) is not None or _CARRIED_OUT.search(clause):
        return True
    return not clause and _is_subject_of(CLAUSE_END.split(row.behind[1:_FAR])[0])


def _is_subject_of(clause: str) -> bool:
    """Tell whether the clause behind a comma opens with the verb that decides on the names before
    it: 清岗县白溪镇、北岭县东岭镇，获得省级卫生乡镇称号."""
    adverb = _ADVERB.match(clause)
    verb = uses("tail").match(clause, adverb.end() if adverb else 0)
    return verb is not None and uses("programme").search(clause) is not None


_LONG_SENTENCE = 2_000


def _counted(row: SentenceRow) -> bool:
    if row.size < 2:
        return False
    if row.declared is not None:
        return row.declared == row.size
    near = row.before[-_LONG_SENTENCE:]
    counts = [number_counted(match) or 0 for match in COUNT_BEHIND.finditer(near)]
    return row.size in (sum(counts), *counts[-1:])


def _programme(row: SentenceRow) -> bool:
    found = uses("programme")
    return bool(found.search(row.behind) or found.search(row.before))


_CALLED = pattern(
    r"的?(?:城市|地区|单位|对象|范围|名单|省份|省|市|州|县|区|旗|乡镇|镇|乡|街道|社区|村|[县市区、]{3,5})"
    r"(?:[（(][^（()）]{1,8}[）)])?的?(?:分别|依次|就)?(?:是|为|有)$"
)


def _called_units_before(row: SentenceRow) -> bool:
    """Tell whether a row opens with 试点城市是, 入围的县为."""
    near = row.before[-_FAR:]
    called = _CALLED.search(near)
    return called is not None and any(
        match.end() == called.start() for match in uses("programme").finditer(near)
    )


_MAKE_UP = pattern(r"(?:等[^，。]{0,8})?(?:共同)?(?:组成|构成)")


def _made_of(row: SentenceRow) -> bool:
    """Tell whether something is made of these units: 联盟由清岗市、白溪市组成."""
    return row.before.endswith("由") and _MAKE_UP.match(row.behind) is not None


_IN_EACH = pattern(
    r"^等?[^，。]{0,8}各(?:自)?(?:选|确定|推荐|遴选|评|有|\d)|^分别(?:有|为|是)?\s*\d"
    # 清岗省有10个入选, 清岗市共有3镇7村上榜, 目前清岗市已有30个乡村获评
    r"|^(?:共|一共|总共|也|还|均|又|就|仅|只|目前|现|已经?|累计|先后)*拥?有"
    r"\s*[\d一二两三四五六七八九十]{1,4}\s*"
    rf"(?:个|家|[镇乡村]\s*\d|(?:[地处县市区旗镇乡村]|街道|社区)(?:获|榜上|{ENTERED}))"
    # 清岗市入选83个；白溪市入选54个
    rf"|^(?:{ENTERED})\s*\d{{1,5}}\s*个(?=\s*(?:[，,；;。]|$))"
    # 清岗市已成功创建1个国家级生态县
    r"|^(?:目前|现|已|累计|共|先后|成功)*(?:创建|建成|创成|建有|拥有|打造|培育)(?:了|出|成)?\s*\d{1,4}\s*个"
    # 清岗区入选的4个村特色鲜明
    rf"|^(?:此次|本次|这次|新|成功)?(?:{ENTERED})的"
    r"(?:这|上述|以上)?[\d一二两三四五六七八九十]{1,4}[个家座]"
)


def _chosen_in_each(row: SentenceRow) -> bool:
    """Tell whether units are chosen in each of these places, and are the list:
    在清岗市、白溪县各选择1个街道."""
    return _IN_EACH.search(_clause_behind(row)) is not None


# What a place is made of, which nobody chose: 清岗县辖6个镇、4个乡：, 下辖, 管辖：.
_HOLDS = pattern(
    rf"辖(?:有|着)?(?:\s*{NUMBER}\s*个[^，,。；;：:、\d]{{1,4}}、?)*[（(]?(?:分别|它们)?(?:是|为)?[：:，,]?\s*$"
)


def _held_by_a_place(row: SentenceRow) -> bool:
    return row.lead == "" and _HOLDS.search(row.before) is not None and not _decided_behind(row)


# With what a place is compared: 数量与清岗省、白溪省并列全国第三.
_COMPARED_BEFORE = pattern(r"(?:仅次于|落后于|领先于?|超过|高于|低于|多于|少于|优于|不及)$")
_COMPARED_BEHIND = pattern(r"^(?:并列|持平|相当|不相上下|同列|之后|之前|旗鼓相当)")


def _compared(row: SentenceRow) -> bool:
    behind = _COMPARED_BEHIND.match(row.behind) is not None
    return behind or _COMPARED_BEFORE.search(row.before[-_NEAR:]) is not None


# What becomes one, or is made an end of: 同意清岗镇、白溪乡成建制合并设立清岗镇.
_MADE_ONE = pattern(
    r"^(?:[，,、和与及]\p{Han}{1,8}(?:[镇乡村]|街道|社区))*(?:成建制)?"
    r"(?:合并(?!的|后|而成)|撤并|并入|划归|划入|撤销|改设|更名|改名|建制)"
)
_MADE_INTO = pattern(
    r"(?:合并|撤并|归并)[^，,。；;]{0,6}[，,](?:统一)?(?:设立|成立|组建|命名|更名|改名|定名)为?$",
    needs="并",
)


def _made_one(row: SentenceRow) -> bool:
    """Tell whether a reply on divisions, or a report of it, says what becomes of the places, or is
    called what they became: 将东岭村、西岭村合并，命名为南岭村."""
    agreed = row.before.endswith(("同意", "将", "把")) and _MADE_ONE.match(row.behind) is not None
    return agreed or _MADE_INTO.search(row.before) is not None


_UNCHANGED = pattern(
    r"^[^，,。；;]{0,12}(?:不变|维持(?:原状|现状)|不作调整|不予调整)", needs="不维"
)


def _unchanged(row: SentenceRow) -> bool:
    """Tell whether a reply on divisions says that places stay what they are: 东岭村、西岭村2个村的
    行政区划不变."""
    return _UNCHANGED.match(row.behind) is not None


def _places_before(row: SentenceRow) -> bool:
    if row.lead == "lead" or row.announced:
        return False
    near = row.before[-_NEAR:]
    return any(match.end() >= len(near) - 1 for match in uses("before").finditer(near))


_BEHIND = 8


def _places_behind(row: SentenceRow) -> bool:
    """Return an office right behind the last name, or what happens in places, with no verb of
    deciding."""
    if row.lead == "lead" or row.announced or _decided_behind(row):
        return False
    return uses("behind").search(_clause_behind(row)[:_BEHIND]) is not None
