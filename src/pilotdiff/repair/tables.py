"""The character tables the repairs read, each loaded once and only when asked for.

OpenCC's dictionaries (Apache-2.0) and pypinyin's readings (MIT) are read as data files beside the
installed packages: importing the packages themselves costs more than the whole start-up may.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pilotdiff.word_tables import word_rows

_OWN = Path(__file__).parent / "tables"


def _beside(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the package {package} is not installed")
    return Path(spec.origin).parent


@cache
def opencc(name: str) -> dict[str, str]:
    """Load a dictionary of OpenCC by its name ("TSCharacters": 乾 → "干 乾", the usual rendering
    first)."""
    path = _beside("opencc") / "dictionary" / f"{name}.txt"
    fields = path.read_text("utf-8").replace("\n", "\t").split("\t")
    return dict(zip(fields[::2], fields[1::2], strict=False))


@cache
def own(name: str) -> list[list[str]]:
    """Load the rows of one of our own tables; "#" starts a comment, tabs part the columns."""
    return word_rows(_OWN / f"{name}.tsv")


def readings(char: str) -> tuple[str, ...]:
    """Return every pinyin reading of a character, with tone marks; () when none is known.

    >>> readings("区")
    ('qū', 'ōu')
    """
    found = _reading_of(ord(char))
    return tuple(found.split(",")) if found else ()


@cache
def _reading_of(code: int) -> str:
    """Return the readings of a code point as the table gives them, found by bisection.

    A line is `"20013": "zhōng,zhòng",` and they are in order. To parse all 42,000 of them for the
    few characters that a run asks for would take longer than the rest of the repairs.
    """
    table = _readings()
    low, high = 0, len(table) - 1
    while low < high:
        middle = (low + high) // 2
        start = max(low, table.rfind(b"\n", low, middle) + 1)
        end = table.find(b"\n", middle)
        _, key, _, found, *_ = table[start:end].split(b'"')
        if int(key) == code:
            return found.decode("utf-8")
        low, high = (end + 1, high) if int(key) < code else (low, start)
    return ""


@cache
def _readings() -> bytes:
    path = _beside("pypinyin") / "pinyin_dict.json"
    return path.read_bytes().strip(b"{}\n ") + b"\n"
