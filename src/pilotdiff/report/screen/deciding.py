"""One question for a person: the two units, what speaks for and against, who else there is."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from pilotdiff.decisions.review_choices import ReviewChoice
from pilotdiff.decisions.review_state import Question, Review
from pilotdiff.language import Words
from pilotdiff.matching.features import BESIDE, meaning
from pilotdiff.matching.match_weights import Arithmetic
from pilotdiff.model import Decision, Outcome, Unit, msg
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.report_terms import CHANGES, VERDICTS
from pilotdiff.report.row_words import code_facts, record_facts, share_in_benchmark, verdict
from pilotdiff.report.screen.pair_lists import differences
from pilotdiff.report.screen.style import COLOURS, heading, marked
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable

if TYPE_CHECKING:
    from pilotdiff.record import Register

# What says something, and what leads on: a line each.
_SAYING = {
    "s": msg("same"),
    "d": msg("different"),
    "m": msg("unsure"),
    "g": msg("group"),
    "r": msg("reason"),
    "l": msg("last reason"),
}
_LEADING = {
    "k": msg("skip"),
    "u": msg("undo"),
    "n": msg("next"),
    "p": msg("previous"),
    "q": msg("quit"),
    "?": msg("help"),
}
# What a group's screen holds beside its pairs.
_AROUND_GROUP = 6


class Screen(NamedTuple):
    """What a question's screen depends on beside the question itself.

    sources   the names of the two documents
    hidden    whether confidence and weights stay hidden
    features  how many of them are shown
    all_      how many candidates there are, shown or not
    told      what the last key came to, "" for nothing
    terse     what a low window leaves out: 1 the evidence, 2 who else there is, what is known of
              the two beside the reason, and most keys too
    register  the official record as it is asked about the two, None where it is not
    """

    sources: tuple[str, str]
    hidden: bool
    features: int
    all_: int
    told: str
    words: Words
    register: "Register | None" = None
    terse: int = 0


# The last step of `terse`.
TERSEST = 2


def parts(
    review: Review,
    question: Question,
    told: Arithmetic | None,
    choices: Sequence[ReviewChoice],
    screen: Screen,
) -> Iterator[ScreenBlock]:
    """Yield the question that the review has come to, with the candidates that a digit chooses."""
    words, hidden = screen.words, screen.hidden
    yield _title(review, words)
    if question.before and question.is_stale:
        yield _stale(question, question.before, words)
    yield _pair(review, question, told, screen)
    if told is not None and not screen.terse:
        yield Group(heading(words("Evidence")), _arithmetic(told, screen))
    elif told is not None:
        yield Text(words("A higher window shows the evidence."), style="dim")
    if choices:
        title = heading(words("Others"), words("a digit says that it is this one instead"))
        more = screen.all_ - len(choices)
        rest = [Text(words("… and {n} more: 0 shows them", n=more), style="dim")] if more else []
        yield Group(title, _choices(choices, words, hidden=hidden), *rest)
    elif screen.all_ and screen.terse < TERSEST:
        said = words.number(
            "{n} other comes into question: a higher window shows it",
            "{n} others come into question: a higher window shows them",
            screen.all_,
        )
        yield Text(said, style="dim")
    if screen.told:
        yield Text(screen.told, style="bold yellow")
    yield (
        key_help(words)
        if screen.terse < TERSEST
        else Text(words("s same  d different  ? all keys"))
    )


def group(
    review: Review, numbers: Sequence[int], height: int, words: Words
) -> Iterator[ScreenBlock]:
    """Yield the questions that are decided at once, as many as fit, and what may be said."""
    title = words("{n} questions of the same places and differences", n=len(numbers))
    grid = marked()
    fitting = max(1, (height - _AROUND_GROUP) // 2)
    for number in numbers[:fitting]:
        row = review.questions[number].row
        assert row.pilot is not None
        assert row.result is not None
        before, after = differences(row.pilot.name, row.result.name)
        grid.add_row(Text("  - ", style="dim"), before)
        grid.add_row(Text("  + ", style="dim"), after)
    more = len(numbers) - fitting
    rest = [Text(words("… and {n} more", n=more), style="dim")] if more > 0 else []
    reason = [Text(words("reason: {reason}", reason=review.reason))] if review.reason else []
    yield Group(heading(title, "", COLOURS[Outcome.REVIEW]), grid, *rest, *reason)
    yield Text(words("All of them: s same, d different, m unsure; any other key goes back."))


def through(review: Review, told: str, words: Words) -> Iterator[ScreenBlock]:
    """Yield the screen behind the last question; `told` as above."""
    yield _title(review, words)
    if told:
        yield Text(told, style="bold yellow")
    yield Text(
        words(
            "That was the last question. Enter matches the lists again, and asks what that brings "
            "up; u takes back, p looks at the one before, q quits."
        )
    )


def key_help(words: Words) -> Group:
    """Return what each key does."""
    lines = []
    for some in (_SAYING, _LEADING):
        line = Text()
        for key, does in some.items():
            line.append("  " if line else "").append(key, style="bold").append(f" {words(does)}")
        lines.append(line)
    return Group(*lines)


def _title(review: Review, words: Words) -> ScreenBlock:
    count = len(review.questions)
    title = words("Question {n} of {of}", n=min(review.at + 1, count), of=count)
    state = words(
        "{decided} decided · {unsure} unsure · {skipped} skipped",
        decided=len(review.verdicts) - review.unsure,
        unsure=review.unsure,
        skipped=len(review.skipped),
    )
    shown: list[ScreenBlock] = [heading(title, state, COLOURS[Outcome.REVIEW])]
    if review.steps:
        last = review.steps[-1].number
        shown.append(Text(_last(review, last, words), style="dim"))
    return Group(*shown)


def _last(review: Review, number: int, words: Words) -> str:
    """Return the verdict just given, with the confidence that a blind review hid until then; of
    another pair than the one asked about none is known."""
    row, decision = review.questions[number].row, review.verdicts[number]
    units = [unit for unit in (row.pilot, row.result) if unit]
    asked = [unit.name for unit in units] == [decision.pilot, decision.result]
    # Namesakes of two places are told apart by their places alone.
    is_told = asked and len({unit.own for unit in units}) > 1
    names = [unit.own for unit in units] if is_told else [decision.pilot, decision.result]
    pair = " / ".join(names)
    said = words("before: {pair} {verdict}", pair=pair, verdict=words(VERDICTS[decision.verdict]))
    if not (asked and row.pairing):
        return said
    sure = words("confidence {value}", value=probability(row.pairing.confidence))
    return f"{said} · {sure}"


def _stale(question: Question, old: Decision, words: Words) -> ScreenBlock:
    """Return the verdict that holds no longer, what it was said of beside what is asked now."""
    row = question.row
    assert row.pilot is not None
    assert row.result is not None
    title = heading(words("Stale verdict on file"), verdict(old, words), "yellow")
    names = (old.pilot, row.pilot.name), (old.result, row.result.name)
    if question.row.pairing and old.digest and all(then == now for then, now in names):
        said = words("the same names; the entries read otherwise than when it was given")
        return Group(title, Text(f"    {said}"))
    grid = ScreenTable(gap=2, headed=True)
    grid.add_column("", width=4, wraps=False)
    grid.add_column(words("then"))
    grid.add_column(words("now"))
    for sign, (then, now) in zip(("  -", "  +"), names, strict=True):
        grid.add_row(Text(sign, style="dim"), *differences(then, now))
    return Group(title, grid)


def _pair(
    review: Review, question: Question, told: Arithmetic | None, screen: Screen
) -> ScreenBlock:
    row, words = question.row, screen.words
    assert row.pilot is not None
    assert row.result is not None
    before, after = differences(row.pilot.name, row.result.name)
    grid = marked()
    grid.add_row(Text("  - ", style="dim"), before)
    grid.add_row("", Text(_where(row.pilot, screen.sources[0], words), style="dim"))
    grid.add_row(Text("  + ", style="dim"), after)
    grid.add_row("", Text(_where(row.result, screen.sources[1], words), style="dim"))
    for fact in _facts(review, question, words, hidden=screen.hidden):
        grid.add_row("", Text(fact))
    if screen.terse >= TERSEST:
        return grid
    share = share_in_benchmark(row, told.confidence if told else None, words)
    if share and not screen.hidden:
        grid.add_row("", Text(share))
    for fact in (*code_facts(row, words), *record_facts(row, screen.register, words)):
        grid.add_row("", Text(fact))
    return grid


def _where(unit: Unit, source: str, words: Words) -> str:
    entry = unit.entry
    raw = "" if entry.raw == unit.name else entry.raw
    place = (
        words.called(source),
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
    if row.pairing and row.pairing.reason and not hidden:
        odds = words("confidence {value}", value=probability(row.pairing.confidence))
        margin = words("margin {value}", value=probability(row.pairing.margin))
        yield f"{odds} · {margin}"
        yield words(row.pairing.reason)
    if by := review.settled.get(review.at):
        yield words(
            "nothing is left to decide here: a verdict pairs {pilot} with {result}",
            pilot=by.pilot,
            result=by.result,
        )
    if question.before and not question.is_stale:
        yield words("on file: {said}", said=verdict(question.before, words))
    if review.verdict:
        yield words("decided: {said}", said=verdict(review.verdict, words))
    elif review.reason:
        yield words("reason: {reason}", reason=review.reason)


def _arithmetic(told: Arithmetic, screen: Screen) -> ScreenTable:
    """Return the start, the features, as many as fit, the lead and the doubt, with their sum; where
    weights stay hidden, the features and which way they speak."""
    words, hidden = screen.words, screen.hidden
    start, *spoken = (each for each in told.match_weights if each.feature not in BESIDE)
    beside = [each for each in told.match_weights if each.feature in BESIDE]
    shown, rest = spoken[: screen.features], spoken[screen.features :]
    grid = _columns()
    for each in shown if hidden else (start, *shown):
        said = Text(words(meaning(each.feature)))
        if each.value not in (0.0, 1.0):
            value = f"{each.value:.2f}".replace("-", "−")
            said.append("  ").append(words("value {value}", value=value), style="dim")
        grid.add_row(_signed(each.weight, hidden=hidden), said)
    if hidden:
        return grid
    if rest:
        more = Text(words("… and {n} more", n=len(rest)), style="dim")
        grid.add_row(_signed(sum(each.weight for each in rest)), more)
    for each in beside:
        grid.add_row(_signed(each.weight), Text(words(meaning(each.feature))))
    sure = words("in all: a confidence of {value}", value=probability(told.confidence))
    grid.add_row(_signed(told.score), Text(sure, style="bold"))
    return grid


def _signed(weight: float, *, hidden: bool = False) -> Text:
    sign = "+" if round(weight, 2) >= 0 else "−"
    said = sign if hidden else f"{sign}{abs(weight):.2f}"
    return Text(said, style="green" if weight > 0 else "red")


def _choices(choices: Sequence[ReviewChoice], words: Words, *, hidden: bool) -> ScreenTable:
    grid = ScreenTable(gap=2)
    grid.add_column(right=True, width=4, wraps=False)
    grid.add_column(right=True, width=6, wraps=False)
    for number, one in enumerate(choices, start=1):
        name = Text(one.unit.name)
        role = words("instead of the pilot") if one.is_pilot else words("instead of the result")
        if one.score is None:
            role += words("; ") + words("left over in the place")
        name.append(f"  {role}", style="dim")
        score = "" if hidden or one.score is None else f"{one.score:+.2f}".replace("-", "−")
        grid.add_row(Text(str(number), style="bold"), score, name)
    return grid


def _columns() -> ScreenTable:
    grid = ScreenTable(gap=2)
    grid.add_column(right=True, width=8, wraps=False)
    return grid
