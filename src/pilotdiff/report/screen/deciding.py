"""One question for a person: the two units, what speaks for and against, who else there is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from pilotdiff.decisions.review_state import Question, Review
from pilotdiff.language import Words
from pilotdiff.matching.evidence import ConsideredUnit, PairEvidence
from pilotdiff.matching.features import meaning
from pilotdiff.model import MatchWeight, Outcome, Unit, msg
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.report_terms import CHANGES, VERDICTS
from pilotdiff.report.row_words import verdict
from pilotdiff.report.screen.renamed import differences
from pilotdiff.report.screen.style import COLOURS, heading, marked
from pilotdiff.report.screen.terminal_layout import Block, Group, ScreenTable

KEYS = {
    "s": msg("same"),
    "d": msg("different"),
    "k": msg("skip"),
    "u": msg("undo"),
    "r": msg("reason"),
    "n": msg("next"),
    "p": msg("previous"),
    "q": msg("quit"),
}
# Lines that the rest of a question takes, and the least that is shown of the evidence.
_OTHER_LINES = 19
_FEWEST, _MOST, _RIVALS = 3, 12, 3


class Screen(NamedTuple):
    """What a question's screen depends on beside the question itself.

    sources  the names of the two documents
    height   of the screen, in lines
    blind    whether confidence and weights stay hidden
    """

    sources: tuple[str, str]
    height: int
    blind: bool
    words: Words


def parts(
    review: Review, question: Question, evidence: PairEvidence, screen: Screen
) -> Iterator[Block]:
    """Yield the question that the review has come to."""
    words, hidden = screen.words, screen.blind and not review.verdict
    yield _title(review, words)
    yield _pair(review, question, screen, hidden=hidden)
    room = min(_MOST, max(_FEWEST, screen.height - _OTHER_LINES))
    spoken = [each for each in evidence.match_weights if each.feature != "always"]
    if spoken:
        yield Group(heading(words("Evidence")), _features(spoken[:room], words, hidden=hidden))
    if evidence.rivals:
        yield Group(
            heading(words("Other candidates")),
            _rivals(evidence.rivals, words, hidden=hidden),
        )
    yield keys(words)


def through(review: Review, words: Words) -> Iterator[Block]:
    """Yield the screen behind the last question."""
    yield _title(review, words)
    yield Text(words("That was the last question. u takes back, any other key ends the round."))


def keys(words: Words) -> Text:
    """Return what each key does."""
    line = Text()
    for key, does in KEYS.items():
        line.append("  " if line else "").append(key, style="bold").append(f" {words(does)}")
    return line


def _title(review: Review, words: Words) -> Block:
    count = len(review.questions)
    title = words("Question {n} of {of}", n=min(review.at + 1, count), of=count)
    state = words(
        "{decided} decided · {skipped} skipped",
        decided=len(review.verdicts),
        skipped=len(review.skipped),
    )
    shown: list[Block] = [heading(title, state, COLOURS[Outcome.REVIEW])]
    if review.steps:
        last = review.steps[-1].number
        shown.append(Text(_last(review, last, words), style="dim"))
    return Group(*shown)


def _last(review: Review, number: int, words: Words) -> str:
    """The verdict just given, with the confidence that a blind review hid until then."""
    row, decision = review.questions[number].row, review.verdicts[number]
    pair = " / ".join(unit.own for unit in (row.pilot, row.result) if unit)
    sure = (
        words("confidence {value}", value=probability(row.pairing.confidence))
        if row.pairing
        else ""
    )
    return words(
        "before: {pair} {verdict} · {confidence}",
        pair=pair,
        verdict=words(VERDICTS[decision.verdict]),
        confidence=sure,
    )


def _pair(review: Review, question: Question, screen: Screen, *, hidden: bool) -> Block:
    row, words = question.row, screen.words
    assert row.pilot is not None
    assert row.result is not None
    before, after = differences(row.pilot.name, row.result.name)
    grid = marked()
    grid.add_row(Text("  - ", style="dim"), before)
    grid.add_row("", Text(_where(row.pilot, screen.sources[0], words), style="dim"))
    grid.add_row(Text("  + ", style="dim"), after)
    grid.add_row("", Text(_where(row.result, screen.sources[1], words), style="dim"))
    for fact in _facts(review, question, words, hidden=hidden):
        grid.add_row("", Text(fact))
    return grid


def _where(unit: Unit, source: str, words: Words) -> str:
    entry = unit.entry
    raw = "" if entry.raw == unit.name else entry.raw
    place = (
        source,
        words("line {n}", n=entry.line),
        words(entry.place),
        entry.category,
        raw,
        entry.note,
    )
    return " · ".join(filter(None, place))


def _facts(review: Review, question: Question, words: Words, *, hidden: bool) -> Iterator[str]:
    row = question.row
    if row.changes:
        changes = tuple(CHANGES[change] for change in row.changes)
        yield words("changed: {changes}", changes=changes)
    if row.pairing and not hidden:
        odds = words("confidence {value}", value=probability(row.pairing.confidence))
        margin = words("margin {value}", value=probability(row.pairing.margin))
        yield f"{odds} · {margin}"
        yield words(row.pairing.reason)
    if question.stale:
        yield words("stale verdict on file: {said}", said=verdict(question.stale, words))
    if review.verdict:
        yield words("decided: {said}", said=verdict(review.verdict, words))
    elif review.reason:
        yield words("reason: {reason}", reason=review.reason)


def _features(spoken: Sequence[MatchWeight], words: Words, *, hidden: bool) -> ScreenTable:
    grid = _columns()
    for each in spoken:
        sign = "+" if each.weight > 0 else "−"
        weight = sign if hidden else f"{sign}{abs(each.weight):.2f}"
        value = "" if each.value in (0.0, 1.0) else f"  {each.value:.2f}"
        said = Text(words(meaning(each.feature))).append(value, style="dim")
        grid.add_row(Text(weight, style="green" if each.weight > 0 else "red"), said)
    return grid


def _rivals(rivals: Sequence[ConsideredUnit], words: Words, *, hidden: bool) -> ScreenTable:
    grid = _columns()
    shown = list(rivals[:_RIVALS])
    if hidden:
        # Their order would tell what is hidden.
        shown.sort(key=lambda rival: (rival.is_pilot, rival.unit.name))
    for rival in shown:
        name = Text(rival.unit.name)
        role = words("instead of the pilot") if rival.is_pilot else words("instead of the result")
        name.append(f"  {role}", style="dim")
        grid.add_row("" if hidden else f"{rival.score:+.2f}", name)
    return grid


def _columns() -> ScreenTable:
    grid = ScreenTable(gap=2)
    grid.add_column(right=True, width=8, wraps=False)
    grid.add_column()
    return grid
