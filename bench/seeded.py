"""The inputs of one seed of bench/fuzz.py: damaged lists and tables in a folder of their own."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from endless import endless
from formats import WRITERS
from mutations import broken, damaged, odd_table, repacked
from odd_bytes import odd_bytes

LISTS = (
    "national-2019-zones.txt", "pengxi-2022-plan.txt", "sichuan-2022-pilots.txt",
    "sichuan-2023-demonstrations.txt", "pilots-2023.txt", "results-2024.csv", "results-2024.csv",
)  # fmt: skip


class Seeded(NamedTuple):
    """The folder of one seed, with what it draws from."""

    random: Random
    folder: Path
    texts: dict[str, str]

    def listed(self, letter: str) -> str:
        """Write one damaged list in a format of its own; seldom under the name of another one."""
        random = self.random
        if random.random() < 0.03:
            suffix, data = endless(random)
            return self._placed(f"{letter}.{suffix}", data)
        name = random.choice(LISTS)
        text = _part(self.texts[name], random)
        if name.endswith(".csv") and random.random() < 0.6:
            text = odd_table(text, random)
        if random.random() < 0.65:
            text = damaged(text, random)
        suffix = random.choice(tuple(WRITERS)) if random.random() < 0.6 else name[-3:]
        data = WRITERS[suffix](text, random)
        if random.random() < 0.12:
            data = random.choice((broken, repacked, odd_bytes))(data, random)
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
    if random.random() < 0.05:
        return text
    first, *lines = text.split("\n")
    at = random.randrange(len(lines) + 1)
    return "\n".join([first, *lines[at : at + random.choice((8, 20, 60))]])
