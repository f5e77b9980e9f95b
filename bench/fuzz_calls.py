"""The calls of bench/fuzz.py: which command a seed runs, on which inputs, in which surroundings."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from formats import WRITERS
from mutations import broken, damaged, odd_catalogue, odd_table, repacked, shipped

_FORMATS = ("table", "csv", "json", "jsonl", "markdown")
_LISTS = (
    "national-2019-zones.txt", "pengxi-2022-plan.txt", "sichuan-2022-pilots.txt",
    "sichuan-2023-demonstrations.txt", "pilots-2023.txt", "results-2024.csv", "results-2024.csv",
)  # fmt: skip
_NAMES = ("清江", "柳城街道", "邛崃市", "甲", "四川省成都市", "*", "", "社区")
_OPTIONS = (
    ("--only", "dropped"), ("--level", "community"), ("--category", "便民"), ("--within", "成都市"),
    ("--id-column", "序号"), ("--name-column", "社区"), ("--no-record",), ("--as-of", "2022"),
    ("--headings", "zh"), ("--exit-code",), ("--fail-on-review",), ("-q",), ("--html", "page.html"),
    ("--no-workbook",), ("--as-of", "1"), ("--within", "\u202e\n"), ("--catalogue", "."),
)  # fmt: skip


class Call(NamedTuple):
    """What is called.

    lists   the lists in it that are matched with each other, to recount their rows
    typed   what stands on standard input
    stdout  where standard output goes: "" a file, "closed", "full" (no space), "gone" (no reader)
    """

    arguments: tuple[str, ...]
    lists: tuple[str, ...] = ()
    typed: bytes = b""
    stdout: str = ""


class Seeded(NamedTuple):
    """The folder of one seed, with what it draws from."""

    random: Random
    folder: Path
    texts: dict[str, str]

    def listed(self, letter: str) -> str:
        """Write one damaged list in a format of its own; seldom under the name of another one."""
        random = self.random
        name = random.choice(_LISTS)
        text = _part(self.texts[name], random)
        if name.endswith(".csv") and random.random() < 0.6:
            text = odd_table(text, random)
        if random.random() < 0.65:
            text = damaged(text, random)
        suffix = random.choice(tuple(WRITERS)) if random.random() < 0.6 else name[-3:]
        data = WRITERS[suffix](text, random)
        if random.random() < 0.12:
            data = random.choice((broken, repacked))(data, random)
        shown = random.choice(tuple(WRITERS)) if random.random() < 0.05 else suffix
        return self._placed(f"{letter}.{shown}", data)

    def _placed(self, name: str, data: bytes) -> str:
        """Write a file where it is meant to stand, seldom behind a link or far down."""
        where = self.random.random()
        path = self.folder / name
        if where < 0.03:
            target = self.folder / "real"
            target.mkdir(exist_ok=True)
            (target / name).write_bytes(data)
            path.symlink_to(self.random.choice((target / name, Path("real") / name, path)))
        elif where < 0.05:
            path = self.folder / "/".join("深" * 40 for _ in range(8)) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        elif where < 0.06:
            path = self.folder / f"a\n\x1b[31m\u202e{name}"
            path.write_bytes(data)
        else:
            path.write_bytes(data)
        return str(path.relative_to(self.folder))

    def damaged(self, name: str, odd: Callable[[str, Random], str] = damaged) -> str:
        """Write a shipped text, damaged as text or as what it is, under its own name."""
        change = odd if self.random.random() < 0.6 else damaged
        data = change(self.texts[name], self.random).encode(errors="replace")
        if self.random.random() < 0.1:
            data = broken(data, self.random)
        (self.folder / name).write_bytes(data)
        return name

    def whole(self, *names: str) -> tuple[str, ...]:
        """Write shipped texts as they are."""
        for name in names:
            (self.folder / name).write_text(self.texts[name], "utf-8")
        return names


def _part(text: str, random: Random) -> str:
    """Return a text, mostly some dozen of its lines: short lists break as well, and sooner."""
    if random.random() < 0.15:
        return text
    first, *lines = text.split("\n")
    at = random.randrange(len(lines) + 1)
    return "\n".join([first, *lines[at : at + random.choice((8, 20, 60))]])


def made(seed: int, folder: Path) -> Call:
    """Write the inputs of a seed into the folder, and return the call."""
    drawn = Seeded(Random(seed), folder, shipped())
    random = drawn.random
    call = random.choice(_CALLS)(drawn)
    arguments = [*call.arguments, "--lang", random.choice(("en", "zh"))]
    if random.random() < 0.1:
        arguments += random.choice(_OPTIONS)
        # What is asked for may be refused, or leave rows out.
        call = call._replace(lists=())
    stdout = random.choice(("closed", "full", "gone")) if random.random() < 0.03 else ""
    return call._replace(arguments=tuple(arguments), stdout=stdout)


def _match(drawn: Seeded) -> Call:
    one, other = drawn.listed("a"), drawn.listed("b")
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
        return Call((command, name or "甲"))
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


_CALLS = (
    *(_match,) * 5, _match_itself, _output_in_the_way, _parse, _parse, _standard_input, _check,
    _check, _report, _named, _decisions, _review, _catalogue, _catalogue, _evaluate, _odd_place,
)  # fmt: skip
