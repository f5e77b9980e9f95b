"""A product of ways to write a list: axes with their values, and what writes one of a choice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from random import Random
from typing import NamedTuple

Choice = Mapping[str, str]
# A list with what is wanted of it; none where nobody would write it so.
Written = tuple[str, list[str]] | None

TITLES = {
    "": "",
    "title": "石家庄市示范名单\n",
    "letter": "关于命名示范单位的通知\n各县：\n现将名单公布如下。\n"
    "石家庄市\n2022年3月1日\n附件\n示范单位名单\n",
}
_LEVELS = {"县": "county", **dict.fromkeys("镇乡道处", "township")}


class Composed(NamedTuple):
    """A list, what is wanted of it, and the values chosen of the axes."""

    text: str
    entries: list[str]
    forms: list[str]


class Product(NamedTuple):
    """Axes with their values, what writes a list, and how many are drawn where all are too many."""

    axes: Mapping[str, Sequence[str]]
    write: Callable[[Choice], Written]
    some: int = 0

    def lists(self, drawn: int) -> Iterator[Composed]:
        """Every list, or some that are drawn: most of their axes keep the first value."""
        if not (drawn or self.some):
            for values in product(*self.axes.values()):
                yield from self._list(dict(zip(self.axes, values, strict=True)))
        for seed in range(drawn or self.some):
            chance = Random(f"headings {seed}")
            yield from self._list(
                {axis: chance.choice(values if chance.random() < 0.4 else values[:1])
                 for axis, values in self.axes.items()}
            )  # fmt: skip

    def _list(self, choice: Choice) -> Iterator[Composed]:
        if written := self.write(choice):
            yield Composed(*written, [f"{axis} {value!r}" for axis, value in choice.items()])


def entries(place: str, names: Sequence[str]) -> list[str]:
    """What is wanted of names below a place of 河北省, whose city may be read or not."""
    return [_entry(place, name) for name in names]


def _entry(place: str, name: str) -> str:
    town, mark, village = name.partition("镇")
    names = [town + mark, village] if mark and village else [name]
    path = ["河北省?", *([] if "市" in place else ["石家庄市?"]), place, *names]
    return f"{_LEVELS.get(names[-1][-1], 'community')}: {'/'.join(filter(None, path))}"
