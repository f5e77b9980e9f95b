"""Tables of units in forms that are drawn and combined at random; `Composer` lays one out."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from composed_columns import KINDS, MISSING, OTHERS, Column, ending, other_cell, short
from composed_forms import wanted
from composed_lists import LEVELS, Names
from composed_media import MEDIA, Area, Paper, Rows, Sheets, Table, runs
from composed_text import drawn, renamed
from pilotdiff.model import Level

# The heads of each tier in one wording after another; then those of the listed unit itself.
_HEADS = {
    "province": ("省", "省份", "省（区、市）", "Province", "所在省", "省（自治区、直辖市）"),
    "prefecture": ("市", "地市", "市（州）", "City", "所属市", "市州"),
    "county": ("县", "区县", "县（市、区）", "County", "所在县区", "县区"),
    "township": ("乡镇", "镇街", "乡镇（街道）", "Township", "所属街道（乡镇）", "乡（镇）"),
    "community": ("村", "社区", "村（社区）", "Village", "行政村", "村居名称"),
}
_OWN = ("名称", "单位名称", "示范单位", "Name", "申报单位", "入选单位名称")
_SHAPES = (
    "plain", "plain", "plain", "plain", "headings across", "headings across", "abreast", "lists",
    "matrix", "ticks", "on its side", "one after another", "names in cells", "old and new",
    "places in cells", "two levels", "towns among",
)  # fmt: skip
_CARRIED = ("said", "said", "merged", "merged", "blank", "同上", "〃")
_OVER = ("{p}", "{p}", "{p}（{n}个）", "一、{p}", "{p}：", "（一）{p}")
_SEPARATORS = ("", "", "", "/", "-", ">", "·", " ", "—", "\n")
# What stands behind a town in a cell, between towns and between their villages.
_IN_PLACES = (
    ("", "；", "、"),
    ("：", "；", "、"),
    ("", "、", "、"),
    ("：", "\n", "、"),
    ("：", "；", "，"),
)
# How the own name stands in its cell.
_WRITTEN = {"brackets": "{p}", "numbered": "{n}.{p}", "starred": "{p}*", "remarked": "{p}（复核）"}
_ABOVE = (
    "附件1", "（排名不分先后）", "各有关单位：", "经推荐、评审和公示，现将名单公布如下：",
    "填报单位：{top}　　　填报日期：2023年5月6日",
)  # fmt: skip
_BELOW = (
    "注：以上名单按行政区划排序。", "联系人：王丽华，联系电话：0311-85120001", "第1页 共1页",
    "说明：{place}的名额含去年结转。", "制表：张伟　审核：李强",
    "备注：1.名单有效期三年；2.带*号的为复核单位。", "2023年11月8日", "合计：{count}个",
)  # fmt: skip


class Given(NamedTuple):
    """A table in its medium, the forms that were drawn for it, and the units that it states."""

    forms: frozenset[str]
    entries: list[str]
    sheets: Sheets
    suffix: str
    data: bytes


class Composer:
    """Composes the table of a seed; what is drawn stays the same for all of it."""

    def __init__(self, seed: int) -> None:
        self.chance = chance = random.Random(f"tables {seed}")
        self.level = chance.choice((Level.COUNTY, Level.TOWNSHIP, Level.COMMUNITY, Level.COMMUNITY))
        self.paths, top = drawn(chance, self.level)
        self.top = min(top, self.level.depth - chance.choice((0, 1, 1)))
        self.shape, self.medium = chance.choice(_SHAPES), chance.choice(list(MEDIA))
        self.tiers = self._parted(range(self.top, self.level.depth + 1))
        self.carried, self.separator = chance.choice(_CARRIED), chance.choice(_SEPARATORS)
        self.head_rows = chance.choices((1, 0, 2), (8, 1, 1))[0]
        self.wording = chance.choice((0, 0, 1, 1, 2, 3, 4, 5))
        self.others = chance.sample(list(OTHERS), chance.choice((0, 0, 1, 1, 2, 3)))
        self.number = chance.choice(("", "goes on", "goes on", "begins again"))
        self.turned, self.sums = chance.random() < 0.15, chance.random() < 0.12
        self.written = chance.choice(list(_WRITTEN)) if chance.random() < 0.2 else ""
        self.is_short, self.is_misled = chance.random() < 0.1, chance.random() < 0.08
        self.forms = {self.shape, self.medium, f"level {self.level}"}
        # Units of another level that stand among those of the list.
        self.besides: list[Names] = []

    def _parted(self, tiers: Sequence[int]) -> list[list[int]]:
        """The tiers by columns: some share one, and one without names has none."""
        out: list[list[int]] = []
        for tier in (tier for tier in tiers if all(path[tier] for path in self.paths)):
            if out and self.chance.random() < 0.25:
                out[-1].append(tier)
            else:
                out.append([tier])
        return out

    def given(self) -> Given:
        """The table with what stands around it."""
        in_groups = ("lists", "matrix", "names in cells", "places in cells")
        if self.shape in in_groups and self.top == self.level.depth:
            self.shape = "plain"
        in_two = self.shape in ("two levels", "towns among", "places in cells")
        if in_two and (self.level is not Level.COMMUNITY or self.top > Level.COUNTY.depth):
            self.shape = "plain"
        if self.shape == "old and new":
            self.head_rows = max(self.head_rows, 1)
        if self.shape == "on its side":
            self.paths = self.paths[:6]
        make = {
            "lists": self._lists, "matrix": self._matrix, "ticks": self._ticks,
            "on its side": self._on_its_side, "one after another": self._one_after_another,
            "names in cells": self._names_in_cells, "abreast": self._abreast,
            "places in cells": self._places_in_cells, "two levels": self._two_levels,
            "towns among": self._towns_among,
        }.get(self.shape, self._plain)  # fmt: skip
        tables = make()
        sheets = self._with_sheets([*self._around(_ABOVE), *tables, *self._around(_BELOW)])
        suffix, write = MEDIA[self.medium]
        listed = [*self.paths, *self.besides]
        # A tier that not all have has no column, and those that have it may be read without.
        some = {tier for path in listed for tier in range(self.top, len(path)) if not path[tier]}
        stated = {*range(5)} - some
        entries = [wanted(path, stated, list(Level)[len(path) - 1]) for path in listed]
        return Given(frozenset(self.forms), entries, sheets, suffix, write(sheets, self.chance))

    def _around(self, texts: Sequence[str]) -> Iterator[str]:
        """The title and a line above the table, or a line below it."""
        top = "".join(dict.fromkeys(self.paths[0][: self.top]))
        if texts is _ABOVE and (top or self.chance.random() < 0.7):
            yield f"{self.chance.randint(2018, 2025)}年{top}基层治理示范单位名单"
        if self.chance.random() < 0.25:
            place = self.paths[0][self.top] if self.top < self.level.depth else ""
            text = self.chance.choice(texts)
            self.forms.add("text above" if texts is _ABOVE else "text below")
            count = len(self.paths) + len(self.besides)
            yield text.format(top=top or "省民政厅", place=place or "本县", count=count)

    def _with_sheets(self, paper: Paper) -> Sheets:
        """The sheets of a workbook: seldom a second one, which may be hidden."""
        if self.medium != "xlsx" or self.level is Level.COUNTY or self.chance.random() < 0.75:
            return [("名单", paper, False)]
        hidden = self.chance.random() < 0.5
        self.forms.add("hidden sheet" if hidden else "second sheet")
        more = [renamed(self.paths[0], self.chance)]
        columns = self._places(more)
        second = Table([[c.head for c in columns], [c.cells[0] for c in columns]], [], 1)
        if not hidden and more[0] not in self.paths:
            self.paths = [*self.paths, *more]
        return [("名单", paper, False), ("附表", [*paper[:1], second], hidden)]

    # Columns

    def _places(self, paths: Sequence[Names]) -> list[Column]:
        """The columns that name places; one that several tiers share is called by the last."""
        out = []
        for tiers in self.tiers:
            own = tiers[-1] == self.level.depth
            heads = _OWN if own and self.separator else _HEADS[LEVELS[tiers[-1]]]
            cells = [self._named(at, path, tiers) for at, path in enumerate(paths)]
            out.append(Column(heads[self.wording], cells, not own, names_place=True))
        if self.is_misled and len(out) > 1:
            self.forms.add("heads misled")
            at = self.chance.randrange(len(out))
            out[at] = out[at]._replace(head=self.chance.choice(("单位", "地区", "名称", "区域")))
        return out

    def _named(self, at: int, path: Names, tiers: Sequence[int]) -> str:
        """The cell of some tiers of a unit, as the table writes it."""
        names = [path[tier] for tier in tiers if path[tier]]
        if tiers[-1] < self.level.depth:
            if self.is_short and tiers in ([1], [2]):
                self.forms.add("parents short")
                return short(names[-1])
            return self.separator.join(names)
        if not self.written:
            return self.separator.join(names)
        self.forms.add(f"own {self.written}")
        if self.written == "brackets" and len(names) > 1:
            return f"{names[-1]}（{''.join(names[:-1])}）"
        return _WRITTEN[self.written].format(n=at + 1, p=self.separator.join(names))

    def _columns(self, paths: Sequence[Names]) -> list[Column]:
        """All columns of a table."""
        columns, pick = self._places(paths), self.chance.choice
        if self.shape == "old and new":
            olds = [f"老{path[-1][:1]}家{ending(path[-1])}" for path in paths]
            at, now = len(columns) - pick((0, 1)), pick((columns[-1].head, "现名", "现名称"))
            columns[-1] = columns[-1]._replace(head=now)
            columns.insert(at, Column(pick(("原名称", "原名", "曾用名")), olds))
        if self.turned and len(columns) > 1:
            columns.reverse()
            self.forms.add("columns turned")
        for kind in self.others:
            self.forms.add(f"column {kind}")
            cells = [other_cell(kind, at, path, self.chance) for at, path in enumerate(paths)]
            at = len(columns) if self.chance.random() < 0.75 else self.chance.randint(0, 1)
            columns.insert(at, Column(pick(OTHERS[kind]), cells))
        if self.number:
            columns.insert(0, Column(pick(("序号", "序号", "编号", "No.")), self._numbers(paths)))
        return columns

    def _numbers(self, paths: Sequence[Names]) -> list[str]:
        keys = [[path[self.tiers[0][0]]] for path in paths]
        if self.number == "goes on" or len(self.tiers) == 1:
            return [str(at + 1) for at in range(len(paths))]
        return [str(at + 1) for start, end in runs(keys, 0) for at in range(end - start)]

    def _carry(self, rows: Rows, columns: Sequence[Column], first: int) -> Iterator[Area]:
        """Leave out what the row above says already; yield what is merged for it."""
        parents = [at for at, column in enumerate(columns) if column.names_parent]
        if parents:
            self.forms.add(f"parents {self.carried}")
        said = [[row[at] for at in parents] for row in rows]
        for depth, column in enumerate(parents if self.carried != "said" else ()):
            for start, end in runs(said, depth):
                for row in rows[start + 1 : end]:
                    row[column] = self.carried if self.carried in ("同上", "〃") else ""
                if self.carried == "merged" and end - start > 1:
                    yield Area(first + start, column, end - start, 1)

    def _headed(self, columns: Sequence[Column], areas: list[Area]) -> Rows:
        """The rows of heads; of two, the first says what the places are."""
        heads = [column.head for column in columns]
        self.forms.add(f"{self.head_rows} rows of heads, wording {self.wording}")
        places = [at for at, column in enumerate(columns) if column.names_place]
        if self.head_rows < 2 or len(places) < 2 or places[-1] - places[0] >= len(places):
            return [heads] * min(self.head_rows, 1)
        over = self.chance.choice(("所在地", "单位", "基本情况", "行政区划"))
        upper = ["" if at in places else head for at, head in enumerate(heads)]
        upper[places[0]] = over
        areas.append(Area(0, places[0], 1, len(places)))
        areas += [Area(0, at, 2, 1) for at in range(len(heads)) if at not in places]
        return [upper, [head if at in places else "" for at, head in enumerate(heads)]]

    # Shapes

    def _plain(self) -> Paper:
        """A unit a row; the first tiers may stand on rows across."""
        above: list[int] = []
        if self.shape == "headings across" and len(self.tiers) > 1:
            above, self.tiers = self.tiers[0], self.tiers[1:]
        columns = self._columns(self.paths)
        areas: list[Area] = []
        rows = rows_of(columns)
        body: Rows = []
        top = self._headed(columns, areas)
        said = [["".join(path[tier] for tier in above)] for path in self.paths]
        blanks, over = [""] * (len(columns) - 1), self.chance.choice(_OVER)
        is_apart = bool(above and self.number and blanks) and self.chance.random() < 0.4
        is_numbered, groups = self.chance.random() < 0.5, 0
        for start, end in runs(said, 0) if above else [(0, len(rows))]:
            if is_apart:
                self.forms.add("headings in the second column")
                groups += 1
                number = "一二三四五六七八九十"[groups % 10 - 1] if is_numbered else ""
                body.append([number, said[start][0], *blanks[1:]])
            elif above:
                areas.append(Area(len(top) + len(body), 0, 1, len(columns)))
                body.append([over.format(p=said[start][0], n=end - start), *blanks])
            part = rows[start:end]
            areas += self._carry(part, columns, len(top) + len(body))
            body += part
            if self.sums and blanks and above:
                body.append(["小计", f"{end - start}", *blanks[1:]])
        if self.sums and blanks:
            self.forms.add("sums")
            body.append(["合计", f"{len(self.paths)}", *blanks[1:]])
        areas = [area for area in areas if area[2:] != (1, 1)]
        return self._cut(top, body, areas)

    def _cut(self, top: Rows, body: Rows, areas: list[Area]) -> Paper:
        """The table whole, over two pages, or with a hidden row."""
        whole = Table([*top, *body], areas, len(top))
        cuts = self.shape in ("plain", "headings across") and not areas
        if len(body) < 5 or not cuts or self.chance.random() < 0.6:
            return [whole]
        if (
            self.medium == "xlsx"
            and self.carried == "said"
            and not self.sums
            and self.shape == "plain"
        ):
            self.forms.add("hidden row")
            at = self.chance.randrange(len(body))
            self.paths = [*self.paths[:at], *self.paths[at + 1 :]]
            return [whole._replace(hidden=frozenset({len(top) + at}))]
        self.forms.add("cut over pages")
        at, again = self.chance.randrange(2, len(body) - 1), top * self.chance.choice((0, 1, 1))
        between = self.chance.choice(([], [], ["续表"], ["— 1 —"]))
        rest = Table([*again, *body[at:]], [], len(again))
        return [Table([*top, *body[:at]], [], len(top)), *between, rest]

    def _one_after_another(self) -> Paper:
        """A table for each place, under its name."""
        if len(self.tiers) < 2:
            return self._plain()
        above, self.tiers = self.tiers[0], self.tiers[1:]
        out: Paper = []
        said = [["".join(path[tier] for tier in above)] for path in self.paths]
        over = self.chance.choice(_OVER)
        for start, end in runs(said, 0):
            columns, areas = self._columns(self.paths[start:end]), list[Area]()
            rows = rows_of(columns)
            top = self._headed(columns, areas)
            areas += self._carry(rows, columns, len(top))
            out.append(over.format(p=said[start][0], n=end - start))
            out.append(Table([*top, *rows], [a for a in areas if a[2:] != (1, 1)], len(top)))
            if self.chance.random() < 0.3:
                self.others = self.chance.sample(list(OTHERS), 1)
        return out

    def _abreast(self) -> Paper:
        """The same columns twice or three times, the units going on across or down."""
        wide, columns = self.chance.choice((2, 2, 3)), self._columns(self.paths)
        rows = rows_of(columns)
        tall, blank = -(-len(rows) // wide), [""] * len(columns)
        down = self.chance.random() < 0.6
        self.forms.add(f"abreast, going on {'down' if down else 'across'}")
        panels = [rows[at * tall :][:tall] if down else rows[at::wide] for at in range(wide)]
        if down and self.carried == "blank":
            for panel in panels:
                list(self._carry(panel, columns, 1))
        body = [list(chain(*row)) for row in zip_longest(*panels, fillvalue=blank)]
        return [Table([[column.head for column in columns] * wide, *body], [], 1)]

    def _on_its_side(self) -> Paper:
        """The heads down the first column, a unit in each of the others."""
        return [Table([[column.head, *column.cells] for column in self._columns(self.paths)], [])]

    def _parents(self) -> list[list[str]]:
        return [["".join(path[self.top : -1])] for path in self.paths]

    def _lists(self) -> Paper:
        """A column for each place, its units below it."""
        said = self._parents()
        lists = [[said[a][0], *(path[-1] for path in self.paths[a:b])] for a, b in runs(said, 0)]
        return [Table(list(map(list, zip_longest(*lists, fillvalue=""))), [], 1)]

    def _matrix(self) -> Paper:
        """Places down, kinds across, the names in the cells."""
        kinds, said, rows = self.chance.sample(KINDS, 3), self._parents(), []
        for start, end in runs(said, 0):
            cells: dict[str, list[str]] = defaultdict(list)
            for path in self.paths[start:end]:
                cells[self.chance.choice(kinds)].append(path[-1])
            rows.append([said[start][0], *("、".join(cells[kind]) for kind in kinds)])
        head = _HEADS[LEVELS[self.level.depth - 1]][self.wording]
        return [Table([[head, *kinds], *rows], [], 1)]

    def _ticks(self) -> Paper:
        """Units down, kinds across, marks in the cells."""
        columns, kinds = self._columns(self.paths), self.chance.sample(KINDS, 3)
        rows = rows_of(columns)
        areas, sign = list(self._carry(rows, columns, 1)), self.chance.choice("√✓●Y")
        for row in rows:
            at = self.chance.randrange(3)
            row += [sign if at == each else "" for each in range(3)]
        return [Table([[*(column.head for column in columns), *kinds], *rows], areas, 1)]

    def _names_in_cells(self) -> Paper:
        """A row for each place, its units in one cell."""
        sign, said = self.chance.choice("、、，；\n "), self._parents()
        self.forms.add(f"names by {sign!r}")
        self.tiers = self._parted(range(self.top, self.level.depth))
        firsts = [self.paths[start] for start, _ in runs(said, 0)]
        columns = self._places(firsts)
        names = [sign.join(path[-1] for path in self.paths[a:b]) for a, b in runs(said, 0)]
        columns.append(Column(self.chance.choice(("名单", *_OWN[:3])), names))
        if self.sums:
            columns.append(Column("数量", [str(b - a) for a, b in runs(said, 0)]))
        rows = rows_of(columns)
        areas = list(self._carry(rows, columns, 1))
        return [Table([[column.head for column in columns], *rows], areas, 1)]

    def _places_in_cells(self) -> Paper:
        """A row for each county, its villages behind their towns in one cell."""
        within, between, sign = self.chance.choice(_IN_PLACES)
        self.forms.add(f"places by {within!r} {between!r}")
        counties = list(dict.fromkeys(path[:3] for path in self.paths))
        self.tiers = self._parted(range(min(self.top, 2), 3))
        columns = [one._replace(names_parent=True) for one in self._places(counties)]
        cells = []
        for county in counties:
            below = [path for path in self.paths if path[:3] == county]
            said = [[path[3]] for path in below]
            cells.append(between.join(said[a][0] + within + sign.join(p[4] for p in below[a:b])
                                      for a, b in runs(said, 0)))  # fmt: skip
        columns.append(Column(self.chance.choice(("名单", *_OWN[:3])), cells))
        rows = rows_of(columns)
        areas = list(self._carry(rows, columns, 1))
        return [Table([[column.head for column in columns], *rows], areas, 1)]

    def _two_levels(self) -> Paper:
        """A table of towns, and one of villages with other columns."""
        villages, towns = self.paths, towns_of(self.paths)
        out: Paper = []
        self.besides, self.shape = towns, "plain"
        for number, (level, paths) in enumerate(
            ((Level.TOWNSHIP, towns), (Level.COMMUNITY, villages))
        ):
            self.level, self.paths = level, paths
            self.tiers = self._parted(range(self.top, level.depth + 1))
            self.others = self.chance.sample(list(OTHERS), self.chance.choice((0, 0, 1)))
            name = ("示范乡镇（街道）", "示范村（社区）")[number]
            out += [f"{'一二'[number]}、{name}{self.chance.choice(('', f'（{len(paths)}个）'))}"]
            out += self._plain()
        return out

    def _towns_among(self) -> Paper:
        """Rows of towns among those of villages, whose own cell is blank or a dash."""
        self.tiers = [
            [tier] for tier in range(self.top, self.level.depth + 1) if self.paths[0][tier]
        ]
        self.carried, self.shape, self.written = "said", "plain", ""
        towns = self.chance.sample(towns_of(self.paths), 1)
        self.paths = [path for path in self.paths if path[:-1] not in towns] or self.paths
        self.besides = [town for town in towns if town not in towns_of(self.paths)]
        columns, blank = self._places(self.paths), self.chance.choice(MISSING)
        rows = [
            *rows_of(columns),
            *([town[t[0]] for t in self.tiers[:-1]] + [blank] for town in self.besides),
        ]
        self.chance.shuffle(rows)
        return [Table([[column.head for column in columns], *rows], [], 1)]


def towns_of(paths: Sequence[Names]) -> list[Names]:
    """The towns that villages lie in, each once."""
    return list(dict.fromkeys(path[:-1] for path in paths))


def rows_of(columns: Sequence[Column]) -> Rows:
    """The rows that columns make."""
    return [list(row) for row in zip(*(column.cells for column in columns), strict=True)]
