"""A sentence from left to right: its units gathered into rows."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.facts.numerals import NUMBER
from pilotdiff.listing.carried_parents import Carrier, Parts
from pilotdiff.listing.clause_words import has_clause_word
from pilotdiff.listing.institutions import is_body, is_institution, may_stand_among_names
from pilotdiff.listing.lines.cuts import pieces_between
from pilotdiff.listing.lines.headers import read_header
from pilotdiff.listing.lines.titles_and_dates import leading_units
from pilotdiff.listing.naming import DOUBTFUL, read_unit, village_like_a_title
from pilotdiff.listing.sentences.clause_names import ends_of
from pilotdiff.listing.sentences.clauses import (
    Clause,
    first_clause,
    next_clause,
    opened_by,
    owned_by_a_stranger,
    owner,
    parent_alone,
)
from pilotdiff.listing.sentences.joint import joint_clauses, parted_rows
from pilotdiff.listing.sentences.row_evidence import ENOUGH, RowEvidence, SentenceRow, weigh
from pilotdiff.listing.sentences.words import COUNT_BEHIND, number_counted, stated_before, uses
from pilotdiff.listing.unit_names.elided_counties import behind_its_county
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.made_units import is_apart, made_units
from pilotdiff.listing.unit_names.name_reading import lowered, may_be_a_town
from pilotdiff.listing.unit_names.parents_in_rows import pass_by
from pilotdiff.model import Level
from pilotdiff.names import whole_name
from pilotdiff.names.head_words import head_level
from pilotdiff.patterns import END_OF_A_NAME, IN_BRACKETS, pattern

_IN_A_PLACE = pattern(r"\s*(?:其中|而|另外|此外)?在(?P<place>\p{Han}{2,12})", needs="在")
_BRACKET_BEHIND = pattern(rf"{IN_BRACKETS}$")
_OPENING_WORDS = pattern(r"^(?:其中|另外|此外|分别|即|包括|[这此]次|本次)+")
_KINDS = frozenset("省市州盟县区旗镇乡村社居")
_IN_TURN = pattern(r"[，,]\s*(?:分别|即|具体|依次|包括|名单|它们|他们|为|是)")
_ONLY_SIGNS = pattern(
    r"(?:[县区市镇乡村]|街道|社区|行政村|自然村|村庄|乡镇)?(?:[（(][^（()）]{1,12}[)）])?[，,、；;和及与以\s]*"
)
_TIER_ALONE = 2
_SEVERAL = 2
_LONGEST_PART = 4
_COMMUNITY_ENDS = frozenset("村区")
# What is counted together, none a place by name: 54个城市、|城区、街道和社区.
_COUNTED_TIERS = pattern(
    rf"{NUMBER}[个家](?:(?:城市|城区|[省市州县区旗镇乡村]|街道|社区|单位)、)+$"
)
_COUNTED_END = pattern(r"(?:等|共)\s*\d+|等(?=[个家])|等$")


class ListedRow(NamedTuple):
    """A row of units, the items among them that are none, how many there are, how sure it is that
    they are a list, and whether a colon leads up to them.

    declared  how many the words behind the row say there are
    stated    how many the words right before it say
    """

    names: tuple[Name, ...]
    unread: tuple[tuple[int, int], ...]
    declared: int | None
    end: int
    evidence: RowEvidence
    announced: bool = False
    stated: int | None = None


# 和 before a place and what it has, 清岗县的白溪镇和北岭县的南岭镇, behind what a row counts:
# 白溪镇东岭村、西岭村2个行政村和石桥镇南岭村1个自然村; and before villages that share their kind:
# 白溪镇东岭、西岭村和石桥镇南岭、北岭村.
_SEPARATOR = pattern(
    rf"[、，,：:；;]|{END_OF_A_NAME}(?:以及|[和及与])(?=\p{{Han}}{{1,10}}(?:[市州盟县区旗镇乡]|街道)的)"
    r"|(?:(?<=\d个行政村)|(?<=\d个自然村)|(?<=\d个村庄)|(?<=\d个社区)|(?<=\d个乡镇)|(?<=\d个街道)"
    r"|(?<=\d个[村镇乡县区市]))(?:以及|[和及与])(?=\p{Han}{2,12}[省市县区旗镇乡道])"
    r"|(?:(?<=村)|(?<=社区))(?:以及|[和及与])"
    r"(?=\p{Han}{2,12}?(?:镇|乡|街道)(?:(?!村|社区)\p{Han}){1,4}、\p{Han}{1,5}(?:村|社区))"
)


# What is joined to the last name of a row, up to its kind.
_JOINED_BEHIND = pattern(
    r"(?:以及|[和及与])(?!镇|乡|街道|村|社区)(?P<item>\p{Han}{2,30}?(?:[省市州盟县区旗镇乡村]|街道|社区|[农林牧渔]场|[师团]))"
    r"(?=[等共入被获上榜为在，,。；;\d]|$)"
)
# What names no one: 和其他县, 以及所辖乡镇, 和两个街道.
_OF_ALL = pattern(
    r"[各每其该]|[有相]关|[所下]辖|部门|[一二两三四五六七八九十\d]个|试点|示范"
    r"|全[国省市县区州]|乡镇$"
)


def rows_of(text: str, start: int, end: int) -> list[ListedRow]:
    """Return the rows of units of the sentence text[start:end] that are lists."""
    pieces = list(pieces_between(text, start, end, _SEPARATOR))
    made = made_units(text, pieces)
    spans = parted_rows(text, [span for span in pieces if is_apart(span, made)])
    spans = sorted([*spans, *made])
    joint = joint_clauses(text, spans)
    for (left, _), name in made.items():
        joint[left] = Clause((name,), "lead", name.start, closed=False)
    sentence = _Sentence(text, start, end, joint, _typed(text, start, end))
    for left, right in spans:
        sentence.take(left, right)
    sentence.flush()
    return sentence.found


# What kind each is, said of place after place: 白溪村为历史古村，南岭村为特色民居村.
_TYPED = pattern(
    rf"{END_OF_A_NAME}均?为(?P<type>[^，,。；;、：:“”‘’（(\s]{{2,11}}?(?P<kind>[县区市镇乡村类型级]|社区|街道))"
    r"(?=[，,；;]|$)"
)


def _typed(text: str, start: int, end: int) -> dict[int, int]:
    """Return where the words begin that say of what kind the units before them are, by their end;
    {} where they do not say so twice, in like words."""
    found = list(_TYPED.finditer(text, start, end))
    alike = len({match["kind"] for match in found}) == 1
    several = len({match["type"] for match in found}) > 1
    return {match.end(): match.start() for match in found} if alike and several else {}


_ANNOUNCES = pattern(
    r"(?:是|为|有|包括|如下|名单|入选|上榜|单位|地区|城市|社区|街道|试点|示范点|[镇乡村县区个])$"
)


_THE_FOLLOWING = pattern(
    r"(?:以下|下列|下述)(?:\d+个|各)?(?:省份?|城市|地区|[市州盟县区旗、]{1,5}|乡镇|街道|社区|村镇?|单位)[^，。]{0,10}$"
)


def _announces(words: str) -> bool:
    """Tell whether a clause leads up to names with a colon: 名单如下, 这7个村是, 决定授予."""
    if _ANNOUNCES.search(words) or _THE_FOLLOWING.search(words):
        return True
    return any(match.end() == len(words) for match in uses("lead").finditer(words))


_TIER_COUNTED = pattern(
    r"(?:行政|自然|示范|试点)?(?P<kind>村|社区|[镇乡县区市旗]|街道)(?!委|级|内|属)"
)


def _counts_its_own(text: str, name: Name, end: int) -> bool:
    """Tell whether a place is followed by how many of a lower tier were chosen in it, and is no
    unit itself: 清岗市|3个村入选."""
    count = COUNT_BEHIND.match(text, name.stop, end)
    if count is None or not count[0][0].isalnum() or count[0].startswith(("等", "以上", "上述")):
        return False
    tier = _TIER_COUNTED.match(text, count.end(), end)
    level, _ = head_level(tier["kind"]) if tier is not None else (None, "")
    return level is not None and level.depth > name.reading.level.depth


# The place whose units are counted right before its colon: 清岗县2个村：.
_PLACE_COUNTED = pattern(
    rf"(?P<place>\p{{Han}}{{1,12}}[市州盟县区旗镇乡道])(?:共计?|共?有)?{NUMBER}[个家]\p{{Han}}{{0,6}}"
    r"[，,]?(?:分别[为是]|即)?[：:\s]*$"
)


def _are_of_one_place(names: Sequence[Name], before: str) -> bool:
    """Tell whether a count before a row is of no place, or all of the row lies in that place."""
    match = _PLACE_COUNTED.search(before)
    if match is None:
        return True
    return all(any(match["place"].endswith(part) for _, part in name.path) for name in names)


class _Sentence:
    """The row being gathered, and those that are done."""

    def __init__(
        self, text: str, start: int, end: int, joint: dict[int, Clause], typed: dict[int, int]
    ) -> None:
        self._joint, self._typed = joint, typed
        self._text, self._start, self._end = text, start, end
        self._two_levels = "、" in text[start:end]
        self.found: list[ListedRow] = []
        self._held: list[tuple[SentenceRow, ListedRow]] = []
        self._announced = False
        self._over: Parts = ()
        self._clear()

    def _clear(self) -> None:
        self._names: list[Name] = []
        self._unread: list[tuple[int, int]] = []
        self._pending: list[tuple[int, int]] = []
        self._lead, self._led, self._begin, self._had = "", "", 0, 0
        self._called = False
        self._carrier = Carrier()

    def take(self, left: int, right: int) -> None:
        """Go on with the clause at [left, right)."""
        if (end := self._typed.get(right, -1)) > left:
            self._take(left, end)
            self.flush()
        else:
            self._take(left, right)

    def _take(self, left: int, right: int) -> None:
        if place := self._where(left, right):
            self.flush()
            self._over = place
        elif self._text[right : right + 1] in ("：", ":") and right < self._end:
            self._before_colon(left, right)
        elif not self._names:
            self._begin_row(left, right)
        elif self._counts_anew(left, right):
            self.flush()
            self._begin_row(left, right)
        else:
            self._go_on(left, right)

    def _where(self, left: int, right: int) -> Parts:
        """Return the county or town in which what the sentence goes on to tell of lies, where the
        clause says that and no more: 在清岗县，白溪镇东岭村入选；在南岭县，…."""
        if self._text[right : right + 1] not in ("，", ","):
            return ()
        where = _IN_A_PLACE.fullmatch(self._text, left, right)
        called = where["place"] if where else ""
        reading = read_unit(called) if called else None
        sure = reading is not None and reading.sure > DOUBTFUL
        path = reading.parts if reading is not None and sure else whole_name(called)
        within = path and Level.COUNTY.depth <= path[-1][0].depth < Level.COMMUNITY.depth
        return path if within else ()

    def _counts_anew(self, left: int, right: int) -> bool:
        """Tell whether the next place counts its own: 清岗市2个，分别为…；白溪市1个，为…."""
        if self._text[left - 1] not in "；;" or not _IN_TURN.match(self._text, right, self._end):
            return False
        return bool(parent_alone(self._text, left, right))

    def _before_colon(self, left: int, right: int) -> None:
        """Read a parent over the names behind the colon (云南省：清岗县), or what announces
        them."""
        words = _BRACKET_BEHIND.sub("", self._text[left:right].strip())
        header = read_header(_OPENING_WORDS.sub("", words))
        path = header.path if header is not None else ()
        going_on = bool(self._names) and bool(path)
        if not going_on:
            self.flush()
        self._over = path or self._over
        self._carrier = Carrier(self._over)
        self._announced = self._announced or bool(path) or _announces(words)

    def _begin_row(self, left: int, right: int) -> None:
        if _IN_TURN.match(self._text, right, self._end):
            parents = parent_alone(self._text, left, right)
            self._over = parents or self._over
            if parents:
                self._announced = True
                return
        going_on = bool(self.found)
        clause = self._joint.get(left) or first_clause(self._text, left, right, going_on=going_on)
        if clause is None and self._text[right : right + 1] == "、":
            if self._announced:
                self._pending.append((left, right))
                return
            if self._opens_with_a_stranger(left, right):
                return
        if clause is not None and self._is_counted_tier(clause.names[0], left):
            return
        if clause is None and _OPENING_WORDS.fullmatch(self._text, left, right):
            return
        announced, self._announced = self._announced, False
        if clause is None:
            self._pending, self._led = [], ""
            return
        behind = bool(self._pending) and self._pending[-1][1] == left - 1
        self._lead = clause.lead or (self._led if behind else "")
        self._begin, self._called = clause.start, announced
        before = self._pending if behind else []
        self._unread += before
        self._pending, self._led = [], ""
        if clause.parents:
            self._over = clause.parents
        self._carrier = Carrier(self._over)
        for item in before:
            pass_by(self._carrier, self._text, *item)
        self._extend(clause, left)

    def _opens_with_a_stranger(self, left: int, right: int) -> bool:
        """Tell whether a row begins behind its verb with an item that cannot be read, which a place
        leads: 确定|清岗县白溪镇东岭、清岗县南岭村."""
        lead, begin = ("lead", left) if self._pending else opened_by(self._text, left, right)
        words = self._text[begin:right]
        if lead != "lead" or has_clause_word(words) or not leading_units(words):
            return False
        self._pending.append((begin, right))
        self._led = lead
        return True

    def _is_counted_tier(self, name: Name, left: int) -> bool:
        """Tell whether what reads like a county is a tier counted with others: 54个城市、城区."""
        tier = len(name.text) == _TIER_ALONE
        return tier and _COUNTED_TIERS.search(self._text, self._start, left) is not None

    def _go_on(self, left: int, right: int) -> None:
        levels = dict.fromkeys(name.reading.level for name in self._names)
        alike = not self._had and len(self._names) >= _SEVERAL and self._text[left - 1] == "、"
        clause = self._joint.get(left) or next_clause(self._text, left, right, levels, alike=alike)
        if clause is None and self._had:
            clause = owned_by_a_stranger(self._text, left, right)
        # Of 白溪镇东岭小学 the town is no unit of the row, though others of its level are.
        in_body = clause is not None and clause.closed and is_body(self._item(left, right)[0])
        if clause is not None and not in_body:
            self._put_over(clause.parents)
            self._unread += self._pending
            self._pending = []
            self._extend(clause, left)
        elif not self._owned_alone(left, right) and not self._stranger(left, right):
            self.flush()
            self._begin_row(left, right)

    def _put_over(self, parents: Parts) -> None:
        if parents:
            above = self._carrier.above(parents)
            self._carrier = Carrier((*above, *parents))

    def _owned_alone(self, left: int, right: int) -> bool:
        """Tell whether the next place begins with an item that is no unit, in a row of places and
        what they have: 白溪镇的东岭村，南岭镇的八站、西岭村."""
        owned = self._had or "的" in self._text[self._begin : left]
        parents, begin = owner(self._text, left, right) if owned else ((), left)
        if not parents or not may_stand_among_names(self._text[begin:right]):
            return False
        self._put_over(parents)
        self._pending.append((begin, right))
        return True

    def _stranger(self, left: int, right: int) -> bool:
        """Tell whether an item that is no unit stands among the names; a count may close it."""
        words, closing = self._item(left, right)
        stop = left + len(words)
        if not may_stand_among_names(words):
            return self._last_stranger(left, right)
        placed = pass_by(self._carrier, self._text, left, stop, begins_anew=self._two_levels)
        if self._text[left - 1] != "、" and not (placed or self._alike(words)):
            return False
        self._pending.append((left, stop))
        if closing:
            self._unread += self._pending
            self._pending = []
            self.flush(stop)
        return True

    def _last_stranger(self, left: int, right: int) -> bool:
        """Tell whether a row ends with an item that cannot be read before its verb, which a place
        leads or a word of titles names: 清岗县东岭村、|清岗县白溪镇小岭|为示范村."""
        if self._text[left - 1] != "、":
            return False
        for stop in ends_of(self._text, left, right):
            words = self._text[left:stop]
            placed = leading_units(words) or village_like_a_title(words)
            led = placed or self._is_within_one(words)
            if led and not has_clause_word(words):
                self._unread += [*self._pending, (left, stop)]
                self._pending = []
                self.flush(stop)
                return True
        return False

    def _is_within_one(self, words: str) -> bool:
        """Tell whether an item is a unit like the last name with a part of it behind: 白溪镇东岭村
        小岭."""
        last = self._names[-1].reading
        for at in range(max(1, len(words) - _LONGEST_PART), len(words)):
            reading = read_unit(words[:at]) if words[at - 1] in _COMMUNITY_ENDS else None
            if reading is not None and reading.sure > DOUBTFUL:
                return reading.level is last.level
        return False

    def _item(self, left: int, right: int) -> tuple[str, re.Match[str] | None]:
        """Return the item that stands there, before the count that may close its row."""
        closing = _COUNTED_END.search(self._text, left, right) or COUNT_BEHIND.search(
            self._text, left, right
        )
        return self._text[left : closing.start() if closing else right], closing

    def _alike(self, words: str) -> bool:
        """Tell whether an item behind ， is one of the row: without 、, by its last sign."""
        return is_institution(words) or (not self._two_levels and words.strip()[-1] in _KINDS)

    def _extend(self, clause: Clause, left: int) -> None:
        self._had += bool(clause.parents)
        sign = self._text[left - 1]
        begins = "；" if sign in "；;" else "，" if sign in "，," else ""
        begins = begins if self._two_levels and self._names else ""
        for at, name in enumerate(clause.names):
            if self._names:
                name = behind_its_county(name, self._names[-1].path)
            if may_be_a_town(name):
                name = lowered(name, self._carrier.previous)
            parts = (*name.above, *name.reading.parts)
            # 云南省清岗市和白溪市: the second begins no group.
            begins = "" if at else begins
            above = (*self._carrier.above(parts, begins), *name.above)
            self._names.append(name._replace(above=above))
            self._carrier.placed(self._names[-1].path)
        if clause.closed:
            self.flush(self._joined_stranger())

    def _joined_stranger(self) -> int:
        """Take up an item that cannot be read, joined to the last name of a row, and return where
        it ends: 清岗县、白溪县以及|北岭集团南岭农场|6个单位."""
        joined = _JOINED_BEHIND.match(self._text, self._names[-1].stop, self._end)
        if joined is None or len(self._names) < _SEVERAL:
            return 0
        if _OF_ALL.search(joined["item"]) or not may_stand_among_names(joined["item"]):
            return 0
        self._unread.append(joined.span("item"))
        return joined.end()

    def flush(self, end: int = 0) -> None:
        """End the row; it is kept where enough speaks for its being a list."""
        names = tuple(self._names)
        if names and not (len(names) == 1 and _counts_its_own(self._text, names[0], self._end)):
            after = max(names[-1].stop, end)
            unread = (*self._unread, *self._trailing())
            declared = self._count(after)
            row = self._row(len(names) + len(unread), after, declared)
            listed = ListedRow(names, unread, declared, after, weigh(row), self._called)
            stated = stated_before(row.before)
            own = stated if _are_of_one_place(names, row.before) else None
            self._judge(row, listed._replace(stated=own))
        self._clear()

    def _judge(self, row: SentenceRow, listed: ListedRow) -> None:
        """Keep a row that is a list, and the counted ones right before it, which its verb decides
        on too: 清岗县、白溪县2县，南岭镇、北岭镇2镇入选."""
        apart = not self._held or not self._goes_on(self._held[-1][1].end)
        held = [] if apart else self._held
        self._held = [*held, (row, listed)] if row.declared == row.size else []
        if listed.evidence.score < ENOUGH:
            return
        self._held = []
        self.found += [
            one._replace(evidence=weigh(before._replace(follows=True))) for before, one in held
        ]
        self.found.append(listed)

    def _goes_on(self, end: int) -> bool:
        """Tell whether nothing but its count parts the row from the one that ends there."""
        count = COUNT_BEHIND.match(self._text, end, self._begin)
        between = self._text[count.end() if count else end : self._begin]
        return _ONLY_SIGNS.fullmatch(between) is not None

    def _trailing(self) -> Iterator[tuple[int, int]]:
        """Yield the items behind the last name that belong to the row."""
        for left, right in self._pending:
            words = self._text[left:right].strip()
            like_a_unit = words[-1] in _KINDS or words.endswith("街道")
            in_row = len(self._names) > _SEVERAL and self._text[left - 1] == "、"
            of_row = in_row and like_a_unit and not _OF_ALL.search(words)
            if of_row or is_institution(words):
                yield left, right

    def _row(self, size: int, after: int, declared: int | None) -> SentenceRow:
        before = self._text[self._start : self._begin]
        behind = self._text[after : self._end].lstrip()
        follows = bool(self.found) and self._lead in ("", "join")
        led = (self._lead, self._called, follows)
        typed = after in self._typed.values()
        return SentenceRow(before, behind, *led, size, declared, self._had, typed)

    def _count(self, after: int) -> int | None:
        match = COUNT_BEHIND.match(self._text, after, self._end)
        return number_counted(match) if match else None
