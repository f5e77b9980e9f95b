"""A name on a line, in its place in the document, as an Entry."""

from pilotdiff.listing.carried_parents import Parts, as_prefecture, can_stand
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import lowered
from pilotdiff.listing.unit_names.written_names import as_written
from pilotdiff.model import DivisionPath, Entry, Level
from pilotdiff.names import division_rows, parse
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import Text

PATH = " / "
# It stands within a place as the page writes it, and in no name: 清 岗县.
_BLANK = pattern(r"(?<=\p{Han})\s+(?=\p{Han})")
# Stands in a note before the place of a unit that a column of its own states.
LIES_IN = "位于"


def entry(name: Name, text: Text, sections: Sections, ordinal: str = "", note: str = "") -> Entry:
    """Return the entry that a name on a line makes under the headings in force."""
    name = lowered(name, sections.parents)
    clean, raw, repairs = as_written(name, text.clean)
    heading = name.header.heading if name.header else None
    level = (heading.level if heading else None) or sections.level
    code = code_in_note(name.path[-1][1], name.note)
    return Entry(
        raw=raw,
        text=clean.text,
        line=text.line_at(name.start),
        ordinal=name.ordinal or ordinal,
        section=PATH.join(sections.path),
        level=name.reading.level if name.vouched else fitting_level(name, level),
        category=(heading.category if heading else "") or sections.category,
        above=tuple(_BLANK.sub("", text) for _, text in above_of(name, sections.parents)),
        columns=DivisionPath.of(name.reading.parts) if name.vouched else (),
        note="; ".join(filter(None, ("" if code else name.note, note))),
        former=name.former,
        repairs=repairs,
        wildcards=clean.wildcards,
        place=text.place,
        code=code.removesuffix("00"),
    )


def fitting_level(name: Name, level: Level | None) -> Level | None:
    """Return the level that a heading gives, unless the name can only stand at another."""
    if level is None or name.reading.level is level:
        return level
    other = parse(name.text, level)
    return level if other is not None and other.sure >= name.reading.sure else None


def above_of(name: Name, parents: Parts) -> Parts:
    """Return the parents from headings, outermost first, over those that the line itself states."""
    if over := _town_over(name, parents):
        return over
    first = name.path[0]
    top = first[0].depth
    outer: Parts = ()
    for part_ in parents:
        part_ = as_prefecture(part_, first)
        if part_[0].depth < top and part_ not in outer and can_stand(part_, first):
            outer = (*(p for p in outer if p[0].depth < part_[0].depth), part_)
    return (*outer, *name.above)


def _town_over(name: Name, parents: Parts) -> Parts:
    """Return the parents of a village in the town that stands over it, where it begins with the
    name of a place above that town: 清岗县 / 白石镇 / 清岗县实验社区; () for any other."""
    *own, (lowest, _) = name.path
    header = name.header.path if name.header is not None else ()
    over = (*parents, *(part for part in header if part not in parents))
    if lowest is not Level.COMMUNITY or not over or over[-1][0] is not Level.TOWNSHIP:
        return ()
    return over if own and all(part in over[:-1] for part in own) else ()


# Division codes in brackets behind names: 井陉县（130121）.
_CODE = pattern(r"(?:(?:区划)?代码[:：]?\s*)?(?P<code>\d{6})(?:000|000000)?")


def code_in_note(name: str, note: str) -> str:
    """Return the code that a county's note is, "" where the standard never gave the name that code:
    a number for the post is none.

    >>> code_in_note("井陉县", "130121"), code_in_note("井陉县", "050300")
    ('130121', '')
    """
    found = _CODE.fullmatch(note)
    if found is None:
        return ""
    code = found["code"]
    return code if any(row.code == code for row in division_rows.bearing(name)) else ""
