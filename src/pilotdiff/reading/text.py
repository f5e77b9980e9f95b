"""Plain text: every line of the source, blank ones counted."""

from pilotdiff.model import Line, Message, msg
from pilotdiff.patterns import pattern
from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.encoding import Decoded, decode
from pilotdiff.reading.garbage_collection import collector_held
from pilotdiff.reading.limits import MAX_LINES
from pilotdiff.reading.lines_shown import lines_shown
from pilotdiff.reading.web.wiki_tables import with_wiki_tables

_STRIDE = 50_000
# As wikis write links: [[清岗县]], [[清岗县|清岗]].
_LINK = pattern(r"\[\[(?:[^\[\]|]*\|)?(?P<shown>[^\[\]|]*)\]\]", needs="[")
# A list of names behind one as YAML writes it: 白溪镇: [东岭村, 西岭村].
_FLOW = pattern(
    r"(?P<key>\s*(?:-\s+)?[\"']?\p{Han}[^:\[\]{}]*:\s*)\[(?P<names>[^:\[\]{}]*)\]\s*(?:#.*)?",
    needs="[",
)
# A name that a program gives a list or a record: "清岗市": [, 清岗市: {.
_PROGRAM = pattern(r"\p{Han}[\"']?\s*:\s*[\[{]\s*(?:[\"'{\[]|\p{Han}+\s*:)")
_PARTED = msg("its markup ends lines within a line: the lines are numbered as it shows them")
_FEWEST = 2
_PROGRAM_READ = msg(
    "it is written as data of a program and read as text: what lies in what may be wrong; save it "
    "as JSON or CSV"
)


def contents(source: RawSource) -> Contents:
    """Return the lines that are not blank, numbered as an editor numbers them."""
    decoded = decoded_text(source)
    program = (_PROGRAM_READ,) if len(_PROGRAM.findall(decoded.text)) >= _FEWEST else ()
    text, breaks = _at_breaks(decoded.text)
    lines = _lines(source, split_lines(text))
    return Contents(
        lines=tuple(with_wiki_tables(lines)) if "{|" in decoded.text else lines,
        notes=(*decoded.notes, *program, *breaks),
        encoding=decoded.encoding,
        certainty=decoded.certainty,
    )


def _at_breaks(text: str) -> tuple[str, tuple[Message, ...]]:
    """Return a text with a line's end wherever its markup ends a line before more text, but for
    rows of cells; and that this was done."""
    if "<" not in text:
        return text, ()
    parted = "\n".join(shown for line in split_lines(text) for shown in lines_shown(line))
    return (parted, (_PARTED,)) if parted.count("\n") > text.count("\n") else (text, ())


def decoded_text(source: RawSource, declared: str = "") -> Decoded:
    """Return the source as text; refused when it is none, or blank."""
    decoded = decode(source.data, declared)
    if decoded is None:
        source.refuse(
            "is no text in UTF-8, UTF-16, GB18030 or Big5; "
            "give the list as a text, web page, Word, PDF or spreadsheet file"
        )
    return decoded


def split_lines(text: str) -> list[str]:
    """Split a text into lines as an editor counts them: at \\n, \\r\\n and lone \\r, not at U+2028
    or form feeds."""
    if "\r" in text:
        # \r\r\n is what a twice converted \r\n becomes: one end of line.
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def _lines(source: RawSource, texts: list[str]) -> tuple[Line, ...]:
    if len(texts) > MAX_LINES:
        source.refuse(
            "has more than {most} lines; split it into smaller files", most=f"{MAX_LINES:,}"
        )
    lines: list[Line] = []
    with collector_held():
        for start in range(0, len(texts), _STRIDE):
            source.tick(start, len(texts))
            numbered = enumerate(texts[start : start + _STRIDE], start + 1)
            lines += [
                Line(number, _shown(text))
                for number, text in numbered
                if text and not text.isspace()
            ]
    source.tick(len(texts), len(texts))
    return tuple(lines)


def _shown(text: str) -> str:
    """Return a line with what its links show in their place, and a list behind its name without the
    brackets.

    >>> _shown("** [[清岗市]][[白溪县|白溪]]"), _shown("白溪镇: [东岭村, 西岭村]")
    ('** 清岗市白溪', '白溪镇: 东岭村, 西岭村')
    """
    if (flow := _FLOW.fullmatch(text)) is not None:
        return flow["key"] + flow["names"]
    # [[village]] opens a record of TOML; the links of a list of places are Chinese.
    return _LINK.sub(lambda m: m[0 if m["shown"].isascii() else "shown"], text)
