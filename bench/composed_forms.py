"""Forms of lists in text, drawn and combined at random; `page` lays units out in them."""

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from dirt import converter
from pilotdiff.model import Level

Path = tuple[str, ...]
_CHINESE = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# {c} is a Chinese number, {n} a plain one, {o} a circled one, {p} the place, {t} how many follow.
HEADS = (
    "{c}、{p}", "（{c}）{p}", "{n}.{p}", "{n}、{p}", "【{p}】", "《{p}》", "〔{p}〕", "（{p}）",
    "{p}（{t}个）", "{p}（{t}个）：", "{c}、{p}（共{t}个）", "（{c}）{p}{t}个", "{p}上报",
    "{c}、{p}：", "{p}：", "{p}",
)  # fmt: skip
NUMBERS = (
    "{n}.",
    "{n}、",
    "{n}．",
    "（{n}）",
    "({n})",
    "{n})",
    "{o}",
    "{n} ",
    "{n:02}",
    "- ",
    "",
    "",
)
SEPARATORS = ("、", "，", " ", "　", "\t", "/", "；", "—", " | ")
SHAPES = (
    "paths", "groups", "groups", "rows", "rows", "abreast", "down", "colon", "prose", "types",
    "types", "said again",
)  # fmt: skip
AROUND = ("preface", "signature", "pages", "footer", "annex", "contact", "subtitle")
DIRT = ("wrapped", "wide", "traditional", "blanks", "stray", "untidy blanks")
_REMARKS = (
    "（原{s}镇）",
    "（更名）",
    "*",
    "（备注：新申报）",
    "（2022年撤乡设镇）",
    " 备注：已复核",
    "（含3个网格）",
)
_TYPES = {
    Level.COUNTY: ("示范县（市、区）", "培育县（市、区）"),
    Level.TOWNSHIP: ("示范乡镇（街道）", "示范街道（镇）"),
    Level.COMMUNITY: ("示范社区（村）", "达标社区（村）"),
}
_KINDS = ("便民服务型", "智慧科技型", "协商共治型", "文化引领型")
_SENTENCES = (
    "{p}{x}", "确定{p}{x}等{t}个单位为示范单位。", "其中，{p}有{x}。",
    "包括{p}{x}在内的{t}个单位获评示范单位。", "{p}的{x}入选。",
)  # fmt: skip


class Page(NamedTuple):
    """A list as text, the forms that were drawn for it, and the units that it states."""

    text: str
    forms: tuple[str, ...]
    entries: list[str]


class Layout:
    """Lays out one list; what is drawn stays the same for all of it."""

    def __init__(self, chance: random.Random, paths: Sequence[Path], level: Level, top: int):
        self.chance, self.level, self.paths = chance, level, paths
        self.top = top  # so many names of each path the title states
        self.shape = chance.choice(SHAPES)
        tiers = range(top, level.depth)
        self.heads = sorted(chance.sample(tiers, chance.randint(1, len(tiers)))) if tiers else []
        if self.shape == "paths" or (self.shape == "prose" and chance.random() < 0.5):
            self.heads = []
        self.styles = in_order(chance.sample(HEADS, len(self.heads)))
        taken = any(style.startswith("{n}") for style in self.styles)
        self.number = chance.choice(NUMBERS[3:4] + NUMBERS[6:7] + ("",) if taken else NUMBERS)
        self.separator = chance.choice(SEPARATORS)
        self.restarts = chance.random() < 0.7
        self.remarks = chance.random() < 0.15
        self.first = chance.randint(0, top)
        self.count = 0

    def lines(self) -> list[str]:
        """The list without what stands around it."""
        if self.shape != "types":
            return list(self._below(self.paths, 0))
        self.shape = self.chance.choice(("groups", "rows", "prose"))
        half = len(self.paths) // 2 or 1
        titles = _TYPES[self.level] if self.chance.random() < 0.5 else _KINDS
        parts = zip(titles, filter(None, (self.paths[:half], self.paths[half:])), strict=False)
        self.styles = [style.replace("{c}、", "（{c}）") for style in self.styles]
        style = self.chance.choice(("{c}、{p}", "{p}", "{c}、{p}（{t}个）", "【{p}】"))
        self.count = 0
        out: list[str] = []
        for at, (title, paths) in enumerate(parts):
            out += [headed(style, at, title, len(paths)), *self._below(paths, 0)]
        return out

    def _below(self, paths: Sequence[Path], tier: int) -> Iterator[str]:
        if tier == len(self.heads):
            yield from self._items(paths)
            return
        depth = self.heads[tier]
        above = self.heads[tier - 1] + 1 if tier else self.top
        for at, (place, group) in enumerate(groupby(paths, lambda path: path[: depth + 1])):
            below = list(group)
            if name := "".join(place[above:]):
                yield headed(self.styles[tier], at, name, len(below))
            if self.restarts:
                self.count = 0
            yield from self._below(below, tier + 1)

    def _items(self, paths: Sequence[Path]) -> Iterator[str]:
        hidden = self.heads[-1] + 1 if self.heads else self.first
        if self.shape == "said again":
            hidden = self.chance.randint(self.first, hidden)
        if self.shape in ("prose", "colon"):  # which name a place of their own
            hidden = min(hidden, self.level.depth - 1)
        if self.shape == "prose":
            yield from self._prose(paths, hidden)
            return
        if self.shape == "colon":
            for place, group in groupby(paths, lambda path: path[:-1]):
                names = self.separator.join(self._own(path) for path in group)
                yield f"{self._numbered('')}{''.join(place[hidden:])}：{names}".replace(
                    "：：", "："
                )
            return
        texts = ["".join(path[hidden:-1]) + self._own(path) for path in paths]
        if self.shape in ("rows", "abreast", "down"):
            yield from self._rows(texts)
        else:
            yield from map(self._numbered, texts)

    def _rows(self, texts: list[str]) -> Iterator[str]:
        if self.shape == "rows":
            width = self.chance.choice((2, 3, 5, 99))
            cut = [texts[at : at + width] for at in range(0, len(texts), width)]
            yield from (self.separator.join(row) for row in cut)
            return
        wide, texts = self.chance.choice((2, 3)), [self._numbered(text) for text in texts]
        tall = -(-len(texts) // wide)
        rows: Iterable[tuple[str, ...]]
        if self.shape == "abreast":
            rows = zip_longest(*(texts[at::wide] for at in range(wide)), fillvalue="")
        else:
            columns = (texts[at * tall : (at + 1) * tall] for at in range(wide))
            rows = zip_longest(*columns, fillvalue="")
        yield from (
            self.chance.choice(("  ", "\t", "　　")).join(filter(None, row)) for row in rows
        )

    def _prose(self, paths: Sequence[Path], hidden: int) -> Iterator[str]:
        """Sentences, one for the units that share their place."""
        sentence = self.chance.choice(_SENTENCES)
        for place, group in groupby(paths, lambda path: path[:-1]):
            *names, last = (self._own(path) for path in group)
            listed = "、".join(names) + (self.chance.choice("和及、") if names else "") + last
            place_name = "".join(place[hidden:])
            yield sentence.format(p=place_name, x=listed, t=len(names) + 1).replace("和的", "的")

    def _own(self, path: Path) -> str:
        if self.remarks and self.chance.random() < 0.3:
            return path[-1] + self.chance.choice(_REMARKS).format(s=path[-1][:2])
        return path[-1]

    def _numbered(self, text: str) -> str:
        self.count += 1
        circled = _CIRCLED[min(self.count, 20) - 1]
        return self.number.format(n=self.count, o=circled) + text

    @property
    def forms(self) -> Iterator[str]:
        """What was drawn, as the counts name it."""
        for style in self.styles:
            yield f"head {style}"
        yield f"{len(self.heads)} tiers of heads"
        if self.shape in ("rows", "colon"):
            yield f"separator {self.separator!r}"
        elif self.shape != "prose":
            yield f"number {self.number}"
        if self.remarks:
            yield "remarks"


def in_order(styles: list[str]) -> list[str]:
    """The styles with their numbers in the order that headings have: 一、 over （一） over 1."""
    rank = {style: at for at, kind in enumerate(("{c}", "（{c}", "{n}")) for style in styles
            if style.startswith(kind)}  # fmt: skip
    numbered = iter(sorted(rank, key=rank.__getitem__))
    return [next(numbered) if style in rank else style for style in styles]


def headed(style: str, at: int, place: str, total: int) -> str:
    """A place in the form of a heading."""
    number = at + 1
    chinese = ("十" if number > 10 else "") + _CHINESE[(number - 1) % 10]
    return style.format(c=chinese, n=number, o=_CIRCLED[at % 20], p=place, t=total)


def page(chance: random.Random, paths: Sequence[Path], level: Level, top: int) -> Page:
    """Lay the units out in forms that are drawn."""
    layout = Layout(chance, paths, level, top)
    shape = layout.shape
    place = "".join(dict.fromkeys(paths[0][:top]))
    lines = layout.lines()
    around = [one for one in AROUND if chance.random() < 0.15]
    lines = surrounded(lines, place, len(paths), around, chance)
    dirt = chance.choice(DIRT) if chance.random() < 0.35 else "clean"
    lines = spoilt(lines, dirt, chance)
    forms = (shape, f"level {level}", *layout.forms, *(f"around {one}" for one in around), dirt)
    # Headings show all names that the title has not; a path without headings those from `first` on.
    stated = {*range(top), *range(top if layout.heads else layout.first, level.depth)}
    return Page("\n".join(lines) + "\n", forms, [wanted(path, stated, level) for path in paths])


def wanted(path: Path, stated: set[int], level: Level) -> str:
    """The unit as tests/wanted_units.py writes it; what no line states may be filled in."""
    names = [
        spelt(path, at) + "?" * (at not in stated) for at, name in enumerate(path[:-1]) if name
    ]
    return f"{level.value}: " + "/".join([*names, spelt(path, level.depth)])


def spelt(path: Path, at: int) -> str:
    """A name; one that says a parent again, 唐山市汉沽管理区, may be read without it."""
    above = next((name for name in path[:at] if name and path[at].startswith(name)), "")
    rest = path[at].removeprefix(above)
    return f"{path[at]}|{rest}" if above and len(rest) > 2 else path[at]


def surrounded(
    lines: list[str], place: str, total: int, around: list[str], chance: random.Random
) -> list[str]:
    """The list below its title, with what stands around it."""
    head, foot = [], []
    year = chance.randint(2018, 2025)
    if "annex" in around:
        head.append(chance.choice(("附件1", "附件：", "附件2：")))
    head.append(f"{year}年{place}基层治理示范单位名单")
    if "subtitle" in around:
        head.append(f"（共{total}个）")
    if "preface" in around:
        head.append(chance.choice((
            "各有关单位：", "经审核公示，现将名单公布如下：",
            "根据有关文件要求，经推荐、评审和公示，现予公布。",
        )))  # fmt: skip
    if "contact" in around:
        foot.append("联系人：王丽华，联系电话：0311-85120001")
    if "signature" in around:
        foot += [f"{place or '本'}民政{'厅' if place.endswith('省') else '局'}", f"{year}年11月8日"]
    if "footer" in around:
        foot.append("扫一扫在手机打开当前页  打印  关闭窗口")
    if "pages" in around and len(lines) > 4:
        at = chance.randrange(2, len(lines) - 1)
        lines = [*lines[:at], chance.choice(("— 2 —", "第2页 共3页", "2")), *lines[at:]]
    return [*head, *lines, *foot]


def spoilt(lines: list[str], dirt: str, chance: random.Random) -> list[str]:
    """The lines below the title with one kind of dirt."""
    if dirt == "traditional":
        return [converter()(line) for line in lines]
    if dirt == "wide":
        return [line.translate({n: n + 0xFEE0 for n in range(0x30, 0x3A)}) for line in lines]
    out = lines[:1]
    for line in lines[1:]:
        at = chance.randrange(2, len(line) - 1) if len(line) > 5 else 0
        drawn = chance.random() < 0.2 and at > 0
        if dirt == "wrapped" and len(line) > 24:
            out += [line[at : at + 24] for at in range(0, len(line), 24)]
        elif dirt == "wrapped" and drawn and not line[at].isdigit():
            out += [line[:at], line[at:]]
        elif dirt == "blanks":
            out.append(" ".join(line) if len(line) < 12 else line)
        elif dirt == "untidy blanks" and drawn:
            out.append(f"  {line[:at]} {line[at:]}  ")
        elif dirt == "stray" and drawn:
            out.append(line + chance.choice((" .", "|", "’", "_", "·", "~")))
        else:
            out.append(line)
    return out
