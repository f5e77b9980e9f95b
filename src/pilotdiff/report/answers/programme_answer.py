"""The batches of programmes: the answer of `pilotdiff programme`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pilotdiff.language import ENGLISH, Words
from pilotdiff.model import msg
from pilotdiff.programme import Amount, Batch, Cited, Count, PlaceShare, Programme, Stage, Tier
from pilotdiff.record import of_change
from pilotdiff.report import programme_words, report_terms
from pilotdiff.report.answer import Answer, CellValue, RowsTable, columns, fields_of
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.text_blocks import Bullets, TextBlock, TextHeading, TextTable

COLUMNS = columns(
    "programme province batch year what level within name category value unit about yearly of "
    "undecided rate basis document line text unread"
)
_NUMBERS = columns("batch year value of undecided rate line unread")


@dataclass(frozen=True, slots=True)
class ProgrammeAnswer(Answer):
    """The batches of programmes as a funnel.

    asked  the documents as they were named in the call
    """

    programme: Programme
    asked: str
    words: Words

    def table(self) -> RowsTable:
        """Return a number a row; one that several documents give has a row for each of them.

        `what` is planned, pilots, demonstrations, money, organisations or other, with the document
        that gives the number; or level, place, county, category or cell, where `value` of the
        pilots that could go on, which are `of`, did.
        """
        rows = (row for each in self.programme.batches for row in _cells(each))
        return RowsTable(COLUMNS, rows, _NUMBERS)

    def records(self) -> Iterator[dict[str, object]]:
        return map(_record, self.programme.batches)

    def plain(self) -> dict[str, object]:
        return {
            "batches": list(self.records()),
            "unplaced": self.programme.unplaced,
            "doubts": [
                self.words(doubt)
                for doubts in (self.programme.doubts, *(b.doubts for b in self.programme.batches))
                for doubt in doubts
            ],
        }

    def text(self) -> Iterator[TextBlock]:
        """Yield a chapter a batch: the funnel with its sources, figures, places, categories, the
        matrix."""
        words = self.words
        for batch in self.programme.batches:
            yield TextHeading(programme_words.name(batch, words), 1)
            if batch.changes:
                told = [words(of_change(change)) for change in batch.changes]
                yield Bullets([words("official record: {said}", said=said) for said in told])
            if batch.doubts:
                yield Bullets([words(doubt) for doubt in batch.doubts])
            yield _funnel(batch, words)
            yield from _amounts(batch, words)
            yield from _shares(words("By county"), batch.counties, words)
            yield from _shares(words("By category"), batch.categories, words)
            yield from _matrix(batch, words)


CellRow = dict[str, CellValue]


def _cells(batch: Batch) -> Iterator[tuple[CellValue, ...]]:
    first: CellRow = {
        "programme": batch.programme,
        "province": batch.province,
        "batch": batch.number or "",
        "year": batch.year or "",
    }
    for row in _rows(batch):
        yield tuple({**first, **row}.get(column, "") for column in COLUMNS)


def _rows(batch: Batch) -> Iterator[CellRow]:
    for tier in batch.tiers:
        for stage in Stage:
            for count in tier.at(stage):
                yield from _count_rows(count, {"what": stage.value, "level": tier.level.value})
        if tier.followed:
            yield {"what": "level", **_share_cells(tier.followed)}
    for amount in batch.amounts:
        source = _sources([amount.source])[0]
        told: CellRow = {"what": amount.topic.value, "name": amount.subject, "unit": amount.unit}
        yield {**told, "value": _plain(amount.value), "about": _flag(amount.about), **source}
    for change in batch.changes:
        said = ENGLISH(of_change(change))
        yield {"what": "change", "value": change.year, "name": change.new_name, "text": said}
    level = batch.level.value if batch.level else ""
    for what, shares in (("place", batch.places), ("county", batch.counties)):
        for share in shares:
            place = level if what == "place" else what
            yield {"what": what, "level": place, "name": share.name, **_share_cells(share)}
    for share in batch.categories:
        yield {"what": "category", "category": share.name, **_share_cells(share)}
    if matrix := batch.matrix:
        for place, cells in zip(matrix.places, matrix.shares, strict=True):
            for share in cells:
                if share.of:
                    told = {"what": "cell", "name": place, "category": share.name}
                    yield {**told, **_share_cells(share)}


def _count_rows(count: Count, first: CellRow) -> Iterator[CellRow]:
    for source in _sources(count.sources):
        told: CellRow = {"value": count.number, "basis": count.basis.value}
        flags: CellRow = {"about": _flag(count.about), "yearly": _flag(count.yearly)}
        yield {**first, **told, **flags, **source}


def _sources(cited: Iterable[tuple[str, int, str]]) -> list[CellRow]:
    return [{"document": name, "line": line or "", "text": text} for name, line, text in cited]


def _share_cells(share: PlaceShare) -> CellRow:
    known: CellRow = {"level": share.level.value} if share.level else {}
    rate = "" if share.rate is None else probability(share.rate)
    counted: CellRow = {
        "value": share.kept,
        "of": share.of,
        "undecided": share.undecided,
        "rate": rate,
    }
    return {**known, **counted, "within": share.within, "unread": share.unread}


def _flag(value: bool) -> str:
    return "true" if value else ""


def _plain(value: float) -> CellValue:
    return int(value) if value.is_integer() else value


def _record(batch: Batch) -> dict[str, object]:
    record: dict[str, object] = {
        "programme": batch.programme,
        "province": batch.province,
        "batch": batch.number,
        "year": batch.year,
        "documents": [fields_of(one, "id kind title number date") for one in batch.documents],
        "tiers": [
            {
                "level": tier.level,
                **{stage.value: [_count(count) for count in tier.at(stage)] for stage in Stage},
                **_followed_tier(tier),
            }
            for tier in batch.tiers
        ],
        "amounts": [_amount(amount) for amount in batch.amounts],
        "changes": [change._asdict() for change in batch.changes],
        "reconciled": batch.reconciled,
    }
    return record | (_followed(batch) if batch.reconciled else {})


def _followed_tier(tier: Tier) -> dict[str, object]:
    went = tier.followed
    return {
        "went_on": went and went.kept,
        "of": went and went.of,
        "undecided": went and went.undecided,
        "unread": went and went.unread,
        "rate": None if tier.rate is None else probability(tier.rate),
    }


def _followed(batch: Batch) -> dict[str, object]:
    matrix = batch.matrix
    return {
        "level": batch.level,
        "places": [_share(share) for share in batch.places],
        "counties": [_share(share) for share in batch.counties],
        "barren": [share.within + share.name for share in batch.barren],
        "categories": [_share(share) for share in batch.categories],
        "matrix": matrix
        and {
            "level": matrix.level,
            "places": matrix.places,
            "columns": [column._asdict() for column in matrix.columns],
            "kept": [[share.kept for share in row] for row in matrix.shares],
            "undecided": [[share.undecided for share in row] for row in matrix.shares],
            "unread": [[share.unread for share in row] for row in matrix.shares],
            "of": [[share.of for share in row] for row in matrix.shares],
        },
    }


def _count(count: Count) -> dict[str, object]:
    return count._asdict() | {"sources": [_cited(source) for source in count.sources]}


def _amount(amount: Amount) -> dict[str, object]:
    return amount._asdict() | {"source": _cited(amount.source)}


def _cited(source: Cited) -> dict[str, object]:
    return source._asdict() | {"line": source.line or None}


def _share(share: PlaceShare) -> dict[str, object]:
    rate = None if share.rate is None else probability(share.rate)
    return share._asdict() | {"rate": rate}


def _funnel(batch: Batch, words: Words) -> TextTable:
    head = [words(head) for head in (msg("Level"), msg("Stage"), msg("Source"), msg("Number"))]
    rows = (
        [
            words(report_terms.LEVEL_HEADINGS[tier.level]),
            words(programme_words.STAGES[stage]),
            words(programme_words.basis(count)),
            programme_words.number(count, words),
        ]
        for tier in batch.tiers
        for stage in Stage
        for count in tier.at(stage)
    )
    return TextTable(head, rows, right=1)


def _amounts(batch: Batch, words: Words) -> Iterator[TextBlock]:
    if batch.amounts:
        yield TextHeading(words("Figures"))
        head = [words(head) for head in (msg("About"), msg("What"), msg("Source"), msg("Figure"))]
        rows = (
            [
                words(programme_words.TOPICS[one.topic]),
                one.subject,
                *map(words, programme_words.places([one.source])),
                programme_words.amount(one, words),
            ]
            for one in batch.amounts
        )
        yield TextTable(head, rows, right=1)


def _shares(title: str, shares: Sequence[PlaceShare], words: Words) -> Iterator[TextBlock]:
    if shares:
        yield TextHeading(title)
        head = ["", words("Went on")]
        rows = ([share.within + share.name, programme_words.fraction(share)] for share in shares)
        yield TextTable(head, rows, right=1)


def _matrix(batch: Batch, words: Words) -> Iterator[TextBlock]:
    matrix = batch.matrix
    if matrix:
        places = words(report_terms.LEVEL_HEADINGS[matrix.level])
        yield TextHeading(words("{places} × category", places=places))
        head = ["", *(column.category for column in matrix.columns)]
        rows = (
            [place, *(programme_words.fraction(share) if share.of else "" for share in cells)]
            for place, cells in zip(matrix.places, matrix.shares, strict=True)
        )
        yield TextTable(head, rows, right=len(matrix.columns))
