"""Line by line: which names of a document its list holds, and why it lacks the others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial

from pilotdiff.census.bare_rows import bare_rows
from pilotdiff.census.doubtful.doubts import (
    ARE_LOWER,
    ARE_PERSONS,
    ARE_PLANNED,
    ARE_WITHDRAWN,
    OPEN_ENDS,
    doubtful_lines,
)
from pilotdiff.census.empty_headings import empty_headings
from pilotdiff.census.failed_units import MARKED
from pilotdiff.census.foreign_lines import foreign_lines
from pilotdiff.census.headings_like_units import (
    batches_before_names,
    headings_like_units,
    numbered_like_units,
    parents_in_title,
)
from pilotdiff.census.joint_notes import named_beside
from pilotdiff.census.listed_names import Held
from pilotdiff.census.names_left_out import NamesOfLines, is_han
from pilotdiff.census.unread_items import unread_items
from pilotdiff.census.unseen_names import unseen_names
from pilotdiff.census.why_left_out import BESIDE_A_UNIT, CONTACT, is_contact
from pilotdiff.listing.lines.washing import judge_washing
from pilotdiff.listing.omissions import COUNTED_APART, EARLIER, LED_APART, TOO_FEW
from pilotdiff.model import Census, Clean, LeftOut, Listing, Role, Skipped, Unit, msg
from pilotdiff.names import PLACEHOLDERS

_SAID = (EARLIER, TOO_FEW, COUNTED_APART, LED_APART)
_OF_UNITS = (ARE_WITHDRAWN, ARE_PLANNED, ARE_LOWER, ARE_PERSONS, MARKED, *OPEN_ENDS)


def take(listing: Listing, units: Sequence[Unit], unread: Sequence[Skipped] = ()) -> Census:
    """Say of every name in the document that is no entry, parent or mention of one, why not.

    `unread` are entries that name no unit; they and the lines that stand where a unit should come
    first of their line. Raises nothing: a document without lines gives an empty census.
    """
    lost = _not_read_elsewhere((*filter(_stays, listing.skipped), *unread), listing, units)
    told = [_unread(each) for each in lost]
    wash = judge_washing(listing.document).wash
    # The whole list is looked up only where a name is asked for.
    held = cache(partial(Held, units))
    beside = named_beside(units)
    names = NamesOfLines(listing, units, wash, held, [each.name for each in beside])
    told += _beside_what_is_told(told, names.left_out())
    told += [
        LeftOut(line, name.text, why)
        for line, name, why in beside
        if not names.held.holds_spotted(name)
    ]
    told = _with_lines_left_out(told, listing, units, wash)
    if unseen := listing.document.unseen:
        told += unseen_names(unseen, held(), wash)
    of_lists = _over_earlier_lists(listing)
    told = [each for each in told if each.line not in of_lists or each.reason == EARLIER]
    left_out = tuple(sorted(_once(told), key=lambda each: each.line))
    missing = {each.line for each in left_out if not each.accepted}
    doubtful = doubtful_lines(listing, units, missing, wash)
    # What a line says of its units counts, and what names they bear, whatever else was left out.
    borne = {(u.entry.line, part) for u in units if u.entry.line in missing for part in u.path}
    kept = (
        d
        for d in doubtful
        if d.line not in missing or d.reason in _OF_UNITS or (d.line, d.text) in borne
    )
    return Census(left_out, tuple(kept))


def _beside_what_is_told(told: Sequence[LeftOut], names: Iterable[LeftOut]) -> Iterator[LeftOut]:
    """Yield the names that are no part of what is told of their line already."""
    by_line: dict[int, list[str]] = {}
    for each in told:
        by_line.setdefault(each.line, []).append(each.text)
    for found in names:
        texts = by_line.get(found.line, ())
        illegible = texts and not any(map(is_han, found.text))
        if not illegible and not any(found.text in text or text in found.text for text in texts):
            yield found


def _with_lines_left_out(
    told: list[LeftOut], listing: Listing, units: Sequence[Unit], wash: Callable[[str], Clean]
) -> list[LeftOut]:
    """Return what is left out with the lines that may be units, each told of once."""
    told = [*told, *parents_in_title(listing, units), *batches_before_names(listing)]
    counted = {each.line for each in told}
    told += [each for each in empty_headings(listing, units) if each.line not in counted]
    counted = {each.line for each in told}
    told += [each for each in numbered_like_units(listing, units) if each.line not in counted]
    told += [each for each in headings_like_units(listing, units) if each.line not in counted]
    suspicious = {each.line for each in told if not each.accepted}
    told += [each for each in bare_rows(listing, units) if each.line not in suspicious]
    told += [each for each in unread_items(listing, units, wash) if each.line not in counted]
    told += [each for each in foreign_lines(listing, units) if each.line not in counted]
    return told


# Of a sentence that stands twice: no shorter text is one.
_SENTENCE = 16


def _not_read_elsewhere(
    skipped: Iterable[Skipped], listing: Listing, units: Sequence[Unit]
) -> list[Skipped]:
    """Return what gave no entry, without sentences that another line holds too and gives entries
    for: a summary of the page, and its first paragraph. What its own line says beside units stays.
    """
    lost = list(dict.fromkeys(skipped))
    if not any(len(each.text) >= _SENTENCE for each in lost):
        return lost
    gave = {unit.entry.line for unit in units}
    read = [line for line in listing.document.lines if line.number in gave]
    return [
        each
        for each in lost
        if len(each.text) < _SENTENCE
        or not any(each.text in line.text for line in read if line.number != each.line)
    ]


_NEAR = 2


def _over_earlier_lists(listing: Listing) -> frozenset[int]:
    """Return the lines of a list of an earlier batch, and of the places over its units."""
    earlier = {each.line for each in listing.skipped if each.why == EARLIER}
    if not earlier:
        return frozenset()
    reach = {line - by for line in earlier for by in range(_NEAR + 1)}
    prose = {each.line for each in listing.readings if each.role is Role.RUNNING_TEXT}
    return frozenset(reach - prose - {each.line for each in listing.entries})


def _stays(line: Skipped) -> bool:
    """Tell whether a line that gave no entry is told of in any case."""
    return line.suspicious or line.why in _SAID


def _unread(line: Skipped) -> LeftOut:
    """Return a line where a unit should stand; an address among them is none."""
    if is_contact(line.text):
        return LeftOut(line.line, line.text, CONTACT, accepted=True)
    if "".join(filter(is_han, line.text)) in PLACEHOLDERS:
        return LeftOut(line.line, line.text, msg("a row that groups units"), accepted=True)
    return LeftOut(line.line, line.text, line.why)


def _once(told: Iterable[LeftOut]) -> Iterable[LeftOut]:
    """Return the names without repeats; a name that stands beside many units is told of the
    first."""
    return {
        (0 if each.reason == BESIDE_A_UNIT else each.line, each.text): each
        for each in reversed(list(told))
    }.values()
