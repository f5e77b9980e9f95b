"""The calls of bench/fuzz.py: which command a seed runs, on which inputs, in which surroundings."""

import atexit
import re
import shutil
import socket
from functools import cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import NamedTuple

from mutations import ROOT, damaged, odd_catalogue, odd_table, shipped
from seeded import LISTS, Seeded
from surroundings import USUAL, Surroundings, signalled, surrounded

_FORMATS = ("table", "csv", "json", "jsonl", "markdown")
_PAGE = (ROOT / "docs/commands.md").read_text("utf-8")
_NAMES = ("清江", "柳城街道", "邛崃市", "甲", "四川省成都市", "*", "", "社区")
_OPTIONS = (
    ("--only", "dropped"), ("--level", "community"), ("--category", "便民"), ("--within", "成都市"),
    ("--id-column", "序号"), ("--name-column", "社区"), ("--no-record",), ("--as-of", "2022"),
    ("--headings", "zh"), ("--exit-code",), ("--fail-on-review",), ("-q",), ("--html", "page.html"),
    ("--no-workbook",), ("--as-of", "1"), ("--within", "\u202e\n"), ("--catalogue", "."),
    ("--confirm", "."), ("--paper", "/dev/null"),
)  # fmt: skip
_COMMANDS = tuple(re.findall(r"^`pilotdiff (\w+)", _PAGE, re.MULTILINE))
_ANY_OPTION = tuple(
    sorted(set(re.findall(r"`(--?[a-z][-a-z]*)", _PAGE)) - {"--install-completion", "--debug"})
)
_ODD_VALUES = (
    "", "-", "--", "-1", "0", "1", "2022", "²", "9" * 400, "9" * 5_000, "1e5", "nan", "{n}", "%s",
    "县" * 30_000, "\x01\x1b[31m", "\u202e甲", "\u200f", "\U000e0041", "a\nb", "\r", "\udcff", "*",
    "(", "\\", "甲.txt", "pilots-2023.txt", "results-2024.csv", ".", "/", "/dev/null", "/dev/full",
    "/dev/stdin", "/dev/zero", "/proc/self/mem", "socket", "~", "file:///etc/passwd", "csv", "zh",
    "papers", "papers/diff.csv", "http://127.0.0.1:1/a", "a" * 300 + ".txt",
)  # fmt: skip


class Call(NamedTuple):
    """What is called.

    lists   the lists in it that are matched with each other, to recount their rows
    typed   what stands on standard input
    around  what is otherwise around it than is usual
    """

    arguments: tuple[str, ...]
    lists: tuple[str, ...] = ()
    typed: bytes = b""
    around: Surroundings = USUAL


def made(seed: int, folder: Path) -> Call:
    """Write the inputs of a seed into the folder, and return the call."""
    drawn = Seeded(Random(seed), folder, shipped())
    random = drawn.random
    call = random.choice(_CALLS)(drawn)
    arguments = list(call.arguments)
    if arguments[0] in _COMMANDS:
        arguments += ["--lang", random.choice(("en", "zh"))]
    if random.random() < 0.1:
        arguments += random.choice(_OPTIONS)
        # What is asked for may be refused, or leave rows out.
        call = call._replace(lists=())
    around = surrounded(random) if call.around == USUAL else call.around
    return call._replace(arguments=tuple(arguments), around=around)


def _match(drawn: Seeded) -> Call:
    """Two lists; in a third of the calls with papers, which cost as much as all the rest."""
    one, other = drawn.listed("a"), drawn.listed("b")
    if drawn.random.random() < 0.6:
        return Call(("match", one, other, "-f", "csv"), (one, other))
    format = drawn.random.choice(_FORMATS)
    return Call(("match", one, other, "-o", "papers", "-f", format), (one, other))


def _match_itself(drawn: Seeded) -> Call:
    one = drawn.listed("a")
    return Call(("match", one, one, "-o", "papers"), (one, one))


def _output_in_the_way(drawn: Seeded) -> Call:
    """The papers go where something stands: a file, a link, a folder with other things, nothing."""
    one, other = drawn.whole("pilots-2023.txt", "results-2024.csv")
    places = (
        "file",
        "link",
        "papers",
        "lost/papers",
        "",
        ".",
        one,
        "/dev/null",
        "甲\n乙",
        "x" * 300,
    )
    (drawn.folder / "file").write_text("kept")
    (drawn.folder / "papers").mkdir()
    (drawn.folder / "papers/diff.csv").mkdir()
    (drawn.folder / "link").symlink_to(drawn.random.choice(("papers", "nowhere", "link")))
    command, option = drawn.random.choice((("match", "-o"), ("report", "-o"), ("match", "--html")))
    return Call((command, one, other, option, drawn.random.choice(places)))


def _parse(drawn: Seeded) -> Call:
    more: tuple[str, ...] = ("-f", drawn.random.choice(_FORMATS))
    if drawn.random.random() < 0.3:
        more = drawn.random.choice((("--passed-over",), ("--why", "3"), ("--why", "99999999")))
    return Call(("parse", drawn.listed("a"), *more))


def _standard_input(drawn: Seeded) -> Call:
    name = drawn.listed("a")
    try:
        data = (drawn.folder / name).read_bytes()
    except OSError:
        data = b"\0"
    return Call((drawn.random.choice(("parse", "check")), "-"), typed=data)


def _check(drawn: Seeded) -> Call:
    names = [drawn.listed(letter) for letter in "abc"[: drawn.random.randrange(1, 4)]]
    return Call(("check", *names, "-f", drawn.random.choice(_FORMATS)))


def _report(drawn: Seeded) -> Call:
    return Call(("report", drawn.listed("a"), drawn.listed("b"), "-o", "report.html"))


def _named(drawn: Seeded) -> Call:
    name = drawn.random.choice(_NAMES)
    if drawn.random.random() < 0.5:
        name = damaged(name, drawn.random).replace("\0", "").encode(errors="replace").decode()
    command = drawn.random.choice(("explain", "trace", "record"))
    if command == "record":
        return Call((command, name[:40_000] or "甲"))
    # An argument of a call holds 128 KiB.
    return Call((command, name[:40_000], drawn.listed("a"), drawn.listed("b")))


def _decisions(drawn: Seeded) -> Call:
    table = drawn.damaged("decisions.csv", odd_table)
    lists = drawn.whole("pilots-2023.txt", "results-2024.csv")
    return Call(("match", *lists, "--decisions", table, "-o", "papers"))


def _review(drawn: Seeded) -> Call:
    table = drawn.damaged("decisions.csv", odd_table)
    typed = damaged("y\nn\ns\n李明\n1\n2\nq\n?\n", drawn.random).encode(errors="replace")
    lists = drawn.whole("pilots-2023.txt", "results-2024.csv")
    return Call(("review", *lists, "--decisions", table, "--by", "李"), typed=typed)


def _catalogue(drawn: Seeded) -> Call:
    drawn.damaged("pilots-2023.txt")
    drawn.damaged("results-2024.csv", odd_table)
    if drawn.random.random() < 0.1:
        (drawn.folder / "results-2024.csv").unlink()
        (drawn.folder / "results-2024.csv").symlink_to("results-2024.csv")
    catalogue = drawn.damaged("programme.toml", odd_catalogue)
    command = drawn.random.choice(("programme", "check", "sources", "match", "report", "trace"))
    if command in ("match", "report"):
        return Call((command, "--catalogue", catalogue, "-o", "made"))
    if command == "trace":
        return Call((command, "荷塘", "--catalogue", catalogue))
    return Call((command, "--catalogue", catalogue, "-f", "json"))


def _evaluate(drawn: Seeded) -> Call:
    gold = drawn.damaged("gold.csv", odd_table)
    if drawn.random.random() < 0.5:
        lists = drawn.whole("pilots-2023.txt", "results-2024.csv")
        return Call(("evaluate", gold, *lists))
    return Call(("evaluate", gold, drawn.listed("a"), drawn.listed("b")))


def _odd_place(drawn: Seeded) -> Call:
    """Something that is no list of anything."""
    (drawn.folder / "empty.txt").write_bytes(b"")
    (drawn.folder / "loop.txt").symlink_to("loop.txt")
    places = (
        ".",
        "nowhere.txt",
        "empty.txt",
        "loop.txt",
        "/dev/null",
        "/",
        "",
        "a/b/c",
        "\udcff.txt",
    )
    command = drawn.random.choice(("parse", "check", "match", "report", "trace", "evaluate"))
    place = drawn.random.choice(places)
    return Call((command, place, drawn.random.choice(places)))


def _odd_call(drawn: Seeded) -> Call:
    """A command with options and values that nobody meant."""
    random = drawn.random
    drawn.whole("pilots-2023.txt", "results-2024.csv", "programme.toml", "decisions.csv")
    _special(drawn.folder)
    names = random.choice(((), ("pilots-2023.txt",), ("pilots-2023.txt", "results-2024.csv")))
    arguments = [random.choice(_COMMANDS), *names]
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        given = (random.choice(_ANY_OPTION), random.choice(_ODD_VALUES))
        arguments[1:1] = given[: random.choice((1, 2, 2, 2))]
    if random.random() < 0.3:
        arguments.append(random.choice(_ODD_VALUES))
    if random.random() < 0.05:
        arguments.pop(0)
    # A service runs until it is ended.
    around = USUAL
    if "serve" in arguments:
        arguments += ["--port", "0"]
        around = signalled(random)
    return Call(tuple(arguments), around=around)


def _special(folder: Path) -> None:
    """Put things into a folder that are no files."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "socket"))
    (folder / "甲.txt").mkdir()


def _panel(drawn: Seeded) -> Call:
    names = [drawn.listed(letter) for letter in "abcd"[: drawn.random.randrange(1, 5)]]
    return Call(("panel", *names, "-o", "made", "-f", drawn.random.choice(_FORMATS)))


def _folder(drawn: Seeded) -> Call:
    """A folder of lists, and of what is none."""
    for letter in "abcd"[: drawn.random.randrange(5)]:
        drawn.listed(letter)
    drawn.whole(*drawn.random.sample(LISTS, 2))
    _special(drawn.folder)
    return Call(("folder", ".", *drawn.random.choice(((), ("--yes", "-o", "../made")))))


def _again(drawn: Seeded) -> Call:
    """Papers over those of another run, with somebody ending it on its way."""
    names = drawn.whole("pilots-2023.txt", "results-2024.csv")
    shutil.copytree(_earlier(), drawn.folder / "papers")
    one, other = drawn.random.choice((names, names[::-1], ("results-2024.csv",) * 2))
    more = drawn.random.choice(((), ("--against", "papers"), ("--html", "page.html")))
    return Call(("match", one, other, "-o", "papers", *more), around=signalled(drawn.random))


@cache
def _earlier() -> Path:
    """Return the papers of the tour, made once."""
    from pilotdiff.cli import main

    made = Path(mkdtemp(prefix="fuzz-"))
    atexit.register(shutil.rmtree, made)
    lists = [str(ROOT / "docs/tour" / name) for name in ("pilots-2023.txt", "results-2024.csv")]
    main(["match", *lists, "-o", str(made / "papers"), "-q"])
    return made / "papers"


_CALLS = (
    *(_match,) * 6, _match_itself, _output_in_the_way, _parse, _parse, _standard_input, _check,
    _check, _report, _named, _decisions, _review, _catalogue, _catalogue, _evaluate, _odd_place,
    _odd_call, _odd_call, _panel, _folder, _again,
)  # fmt: skip
