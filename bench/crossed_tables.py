"""Small tables in which everything goes with everything: `Cross` names the values of one, `made`
writes it, and `pairs` and `drawn` are the crosses that `table_products` reads. The values stand in
crossed_tables.toml."""

import random
import sys
import tomllib
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, groupby, product, zip_longest
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from composed_media import MEDIA, Area, Paper, Rows, Sheets, Table

_DATA = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
# The units of every table, in real counties under made-up names.
_PLACES = [tuple(place.split("/")) for place in _DATA["places"]["villages"].split()]
_COUNTIES = [tuple(place.split("/")) for place in _DATA["places"]["counties"].split()]
_HEADS: dict[str, list[str]] = _DATA["heads"]
_NAMES: dict[str, list[str]] = _DATA["names"]
_OTHERS: dict[str, list[str]] = _DATA["others"]
_AROUND: dict[str, tuple[list[str], list[str]]] = _DATA["around"]
_PARENTS = (
    "own", "blank", "merged", "ditto", "joined", "with name", "across", "across counted",
    "across numbered", "across towns", "both across", "in name", "in brackets", "title", "tables",
    "sheets", "last", "once counted", "short", "city too",
)  # fmt: skip
_NUMBERS = ("goes on", "none", "begins again", "of the county", "in the name", "last")
_SUMS = ("none", "last", "first", "below groups", "above groups", "beside", "figures")
_ABREAST = ("one", "two down", "two across", "three down", "three across")
_SAME = ("csv", "tsv", "html", "xlsx", "ods", "docx", "json", "markdown", "pdf ruled", "pdf bare")
_MEDIA = {
    **{name: (name, "") for name in _SAME},
    "pipes": ("text", " | "), "tabs": ("text", "\t"), "gaps": ("text", "gaps"),
    "box": ("text", "box"), "cells": ("text", "lines"),
}  # fmt: skip
_VALUES: dict[str, Sequence[str]] = {
    "heads": tuple(_HEADS), "parents": _PARENTS, "numbers": _NUMBERS, "sums": _SUMS,
    "others": tuple(_OTHERS), "names": (*_NAMES, "mixed levels"), "around": tuple(_AROUND),
    "abreast": _ABREAST, "media": tuple(_MEDIA),
}  # fmt: skip
_ACROSS = ("across", "across counted", "across numbered", "both across")
_APART = (*_ACROSS, "title", "tables", "sheets", "in name", "in brackets")


_OVER_TOWNS = ("blank", "merged", "once counted", "ditto", "joined", "with name", "across towns",
               "both across")  # fmt: skip
# Names that are no village's, and those that state parents.
_ABOVE = ("towns", "counties")
_WHOLE = tuple(name for name, forms in _NAMES.items() if "{t}" in forms[0] and name not in _ABOVE)


def _begins_plain(name: str) -> bool:
    """Whether the form of a name begins with it, so that its parents may stand before it."""
    return _NAMES.get(name, ("{n}",))[0].startswith(("{n}", "{t}", "{c}"))


class Cross(NamedTuple):
    """A value of everything that is crossed; the plain ones where none is given."""

    heads: str = "plain"
    parents: str = "own"
    numbers: str = "goes on"
    sums: str = "none"
    others: str = "none"
    names: str = "villages"
    around: str = "title"
    abreast: str = "one"
    media: str = "csv"


class Made(NamedTuple):
    """A cross as a file, with the units wanted of it."""

    cross: Cross
    sheets: Sheets
    entries: list[str]
    suffix: str
    data: bytes


class _Row(NamedTuple):
    """A unit of the list: its place, and its number in the list and in its county."""

    county: str
    town: str
    stem: str
    at: int
    within: int


class _Chance(random.Random):
    """What composed_media draws, always the same: a way if there is one, the first otherwise."""

    def __init__(self, way: str) -> None:
        super().__init__(0)
        self.way = way

    def choice(self, options):  # type: ignore[no-untyped-def]
        return self.way if self.way and self.way in options else options[0]

    def random(self) -> float:
        return 0.5


def pairs() -> Iterator[tuple[str, Cross]]:
    """Each value of each two things, the rest being plain; with the names of the two."""
    for first, second in combinations(Cross._fields, 2):
        for one, other in product(_VALUES[first], _VALUES[second]):
            cross = Cross(**{first: one, second: other})
            if _is_possible(cross):
                yield f"{first} {second}", cross


def drawn(seed: int, many: int) -> Cross | None:
    """A cross of many things that have any of their values; none where they do not fit."""
    chance = random.Random(f"crossed {seed} {many}")
    fields = chance.sample(Cross._fields, many)
    cross = Cross(**{field: chance.choice(_VALUES[field]) for field in fields})
    return cross if _is_possible(cross) else None


def made(cross: Cross) -> Made:
    """Write the table of a cross in its medium."""
    table = _Crossed(cross)
    medium, way = _MEDIA[cross.media]
    suffix, write = MEDIA[medium]
    return Made(cross, table.sheets, table.entries, suffix, write(table.sheets, _Chance(way)))


def _is_possible(cross: Cross) -> bool:
    """Whether the values fit together, and tell a person what the units are."""
    blank, towns = cross.parents in ("blank", "merged", "once counted"), cross.names in _ABOVE
    apart = cross.parents in (*_APART, "across towns", "merged", "once counted")
    whole = cross.parents in ("in name", "in brackets", "with name")
    return not (
        (towns and cross.parents in ("across towns", "both across", "joined", *_APART[-2:]))
        or (towns and cross.parents == "with name")
        or (cross.names == "counties" and cross.parents in ("city too", "short"))
        or (cross.names == "mixed levels" and cross.parents in _OVER_TOWNS)
        or (cross.names in _WHOLE and whole)
        or (not _begins_plain(cross.names) and cross.parents in ("in name", "with name"))
        or (len(_NAMES.get(cross.names, ())) > 2 and cross.parents == "in brackets")
        or (cross.around.startswith("programmes") and cross.parents == "title")
        or (cross.names in _ABOVE and cross.others in ("village in the remark", "site, named"))
        or (cross.media == "cells" and (blank or cross.sums not in ("none", "beside")))
        or (cross.media == "cells" and cross.others in ("blank", "remark", "former"))
        or (cross.heads == "none" and (cross.others == "former" or cross.names == "without kind"))
        or (cross.parents == "sheets" and cross.media not in ("xlsx", "html"))
        or (cross.abreast != "one" and (blank or (apart and cross.parents not in _APART[-5:])))
        or (cross.abreast != "one" and (cross.sums != "none" or cross.heads != "plain"))
        or (cross.sums not in ("none", "beside") and cross.parents in ("both across", *_APART[-2:])
            and cross.numbers in ("none", "in the name"))
    )  # fmt: skip


class _Crossed:
    """The table of a cross, and the units that it states."""

    def __init__(self, cross: Cross) -> None:
        self.cross, self.has_towns = cross, cross.names not in _ABOVE
        places = [(c, t, n if self.has_towns else "") for c, t, n in _PLACES]
        places = list(dict.fromkeys(places))
        if cross.names == "counties":
            places = [(city, county, "") for city, county in _COUNTIES]
        if cross.parents == "title":
            places = [place for place in places if place[0] == places[0][0]]
        self.counties = list(dict.fromkeys(county for county, _, _ in places))
        self.rows = [
            _Row(*place, at, 1 + sum(before[0] == place[0] for before in places[: at - 1]))
            for at, place in enumerate(places, 1)
        ]
        self.entries = [entry for row in self.rows for entry in self._entries(row)]
        self.each = len(self.entries) // len(self.rows)
        self.areas: list[Area] = []
        self.sheets = self._sheets()

    def _entries(self, row: _Row) -> Iterator[str]:
        """The units of a row, as `wanted_units` reads them."""
        if self.cross.names == "counties":
            yield f"county: 河北省?/{row.county}/{row.town}"
            return
        above = f"河北省?/石家庄市?/{row.county}"
        if not self.has_towns or self._is_town(row):
            yield f"township: {above}/{row.town}"
            return
        for unit in self._forms(row)[1:] or ["{n}村"]:
            yield f"community: {above}/{row.town}/{self._filled(unit, row)}"

    def _is_town(self, row: _Row) -> bool:
        """Whether a row lists its town among villages."""
        return self.cross.names == "mixed levels" and row.within == 1

    def _filled(self, form: str, row: _Row) -> str:
        return form.format(c=row.county, t=row.town, n=row.stem, f=row.stem[:1])

    def _sheets(self) -> Sheets:
        over = "河北省" if self.cross.names == "counties" else "石家庄市"
        place = self.counties[0] if self.cross.parents == "title" else over
        above, below = (
            [line.format(p=place, k=len(self.entries)) for line in lines]
            for lines in _AROUND[self.cross.around]
        )
        if self.cross.parents == "title" and not above:
            above = [f"{place}示范名单"]
        parts = [list(rows) for _, rows in groupby(self.rows, key=lambda row: row.county)]
        if self.cross.parents == "sheets":
            return [(rows[0].county, [*above, self._table(rows), *below], False) for rows in parts]
        paper: Paper = [*above]
        if self.cross.parents == "tables":
            for rows in parts:
                paper += [rows[0].county, self._table(rows)]
        elif self.cross.around.startswith("programmes"):
            paper = self._programmes(above)
        else:
            paper.append(self._table(self.rows))
        return [("名单", [*paper, *below], False)]

    def _programmes(self, titles: list[str]) -> Paper:
        """Two tables of different heads, below their titles."""
        first, second = self._table(self.rows[:3]), self._other_table(self.rows[3:])
        return [*titles[:1], first, *titles[1:], second]

    def _other_table(self, rows: list[_Row]) -> Table:
        cross = self.cross
        other = "batch" if cross.others == "none" else "none"
        heads = "units" if cross.heads == "plain" else "plain"
        self.cross = cross._replace(heads=heads, others=other)
        made = self._table(rows)
        self.cross = cross
        return made

    def _table(self, rows: list[_Row]) -> Table:
        self.areas = []
        head = self._head()
        top = self._top(head)
        body = self._body(rows, len(head), len(top))
        if self.cross.heads == "again":
            at = len(body) // 2
            body.insert(at, list(head))
            self.areas = [
                area._replace(row=area.row + 1) if area.row >= len(top) + at else area
                for area in self.areas
                if not area.row < len(top) + at < area.row + area.down
            ]
        if self.cross.abreast != "one":
            top, body = self._side_by_side(head, body)
        areas = [area for area in self.areas if area[2:] != (1, 1)]
        return Table([*top, *body], areas, len(top))

    def _side_by_side(self, head: list[str], body: Rows) -> tuple[Rows, Rows]:
        """The same columns twice or three times."""
        many, way = self.cross.abreast.split()
        wide = {"two": 2, "three": 3}[many]
        tall = -(-len(body) // wide)
        panels = [
            body[at * tall :][:tall] if way == "down" else body[at::wide] for at in range(wide)
        ]
        together = zip_longest(*panels, fillvalue=[""] * len(head))
        return [head * wide], [list(chain(*cells)) for cells in together]

    # Heads

    def _head(self) -> list[str]:
        county, town, own = _HEADS[self.cross.heads]
        if not self.has_towns:
            own = "乡镇" if own.startswith(("村", "Village")) else own
        if self.cross.names == "counties":
            county = _DATA["cities"].get(county, county)
            own = "县区" if own == "乡镇" else own
        number = {"english": "No.", "none": ""}.get(self.cross.heads, "序号")
        other, count = _OTHERS[self.cross.others][0], "数量"
        if self.cross.parents == "joined":
            county, town = "所在地", ""
        cells = self._arranged(number, [county, town], own, other, "市", count)
        return [""] * len(cells) if self.cross.heads == "none" else cells

    def _top(self, head: list[str]) -> Rows:
        """The rows of heads, and those below that are none of the body's."""
        kind = self.cross.heads
        if kind == "none":
            return []
        if kind == "two rows":
            inner = [at for at, text in enumerate(head) if text in _HEADS["two rows"]]
            if len(inner) < 2:
                return [head]
            upper = ["" if at in inner else text for at, text in enumerate(head)]
            upper[inner[0]] = "基本情况"
            self.areas.append(Area(0, inner[0], 1, len(inner)))
            self.areas += [Area(0, at, 2, 1) for at in range(len(head)) if at not in inner]
            return [upper, [text if at in inner else "" for at, text in enumerate(head)]]
        if kind == "measures":
            counted = ("序号", "数量", "人口（人）")
            return [head, ["（个）" if text in counted else "" for text in head]]
        if kind == "counters":
            return [head, [str(at + 1) for at in range(len(head))]]
        return [head]

    def _arranged(
        self, number: str, above: list[str], own: str, other: str, city: str, count: str
    ) -> list[str]:
        """The cells of a row in the columns that the cross has."""
        where, (county, town) = self.cross.parents, above
        places = [county, town] if self.has_towns else [county]
        if where in _APART[-2:] or where == "both across":
            places = []
        elif where in _APART:
            places = places[1:]
        elif where in ("across towns", "with name"):
            places = [county]
        elif where == "joined":
            places = [county + town]
        elif where == "city too":
            places = [city, *places]
        cells = [own, *reversed(places)] if where == "last" else [*places, own]
        numbers = self.cross.numbers
        cells = [number, *cells] if self._is_number_first() else cells
        cells += [number] if numbers == "last" else []
        cells += [other] if self.cross.others != "none" else []
        return [*cells, count] if self.cross.sums == "beside" else cells

    def _is_number_first(self) -> bool:
        return self.cross.numbers in ("goes on", "begins again", "of the county")

    # The body

    def _body(self, rows: list[_Row], width: int, top: int) -> Rows:
        body, blanks, sums = Rows(), [""] * width, self.cross.sums
        if sums == "first":
            body.append(["合计", f"{len(rows) * self.each}个", *blanks][:width])
        for county, of_county in groupby(rows, key=lambda row: row.county):
            group = list(of_county)
            count = str(len(group) * self.each)
            if sums == "above groups":
                body.append([f"{county}小计", count, *blanks][:width])
            body += self._group(group, top + len(body), width)
            if sums == "below groups":
                body.append(["小计", count, *blanks][:width])
        if sums == "last":
            body.append(["合计", str(len(rows) * self.each), *blanks][:width])
        if sums == "figures":
            body.append(["合计", *blanks[2:], str(len(rows) * self.each)][:width])
        return body

    def _group(self, group: list[_Row], start: int, width: int) -> Rows:
        """The rows of a county, with those that name it or its towns."""
        where, county, out = self.cross.parents, group[0].county, Rows()
        blanks, counted = [""] * (width - 1), f"{county}（{len(group) * self.each}个）"
        if where in _ACROSS:
            number = "一二三"[self.counties.index(county)]
            over = {"across counted": counted, "across numbered": f"{number}、{county}"}
            self.areas.append(Area(start, 0, 1, width))
            out.append([over.get(where, county), *blanks])
        for _, of_town in groupby(group, key=lambda row: row.town):
            rows = list(of_town)
            if where in ("both across", "across towns"):
                self.areas.append(Area(start + len(out), 0, 1, width))
                out.append([rows[0].town, *blanks])
            if where == "merged" and self.has_towns:
                column = 1 + self._is_number_first()
                self.areas.append(Area(start + len(out), column, len(rows), 1))
            out += [self._row(row, counted, new_town=row is rows[0]) for row in rows]
        if where == "merged":
            self.areas.append(Area(start, int(self._is_number_first()), len(out), 1))
        return out

    def _row(self, row: _Row, counted: str, *, new_town: bool) -> list[str]:
        where, is_first = self.cross.parents, row.within == 1
        number = {"begins again": str(row.within)}.get(self.cross.numbers, str(row.at))
        if self.cross.numbers == "of the county":
            number = str(self.counties.index(row.county) + 1) if is_first else ""
        county, town = row.county, row.town
        if where in ("blank", "merged", "once counted", "ditto"):
            again = "同上" if where == "ditto" else ""
            county, town = county if is_first else again, town if new_town else again
        if where == "once counted" and is_first:
            county = counted.replace("（", "\n（")
        if self._is_town(row):
            town = ""
        if where == "short":
            county = county.removesuffix("县")
        _, *said = _OTHERS[self.cross.others]
        stem = row.stem or row.town[:1]
        other = said[(row.at - 1) % len(said)].format(c=row.county, t=row.town, n=stem, i=row.at)
        count = counted.split("（")[1].rstrip("个）") if is_first else ""
        return self._arranged(number, [county, town], self._name(row), other, "石家庄市", count)

    def _forms(self, row: _Row) -> Sequence[str]:
        """How the own name of a row is written, and the units that it names."""
        if self._is_town(row):
            return _NAMES["towns"]
        odd = self.cross.names == "mixed" and row.at % 2
        return _NAMES["villages" if odd or self.cross.names not in _NAMES else self.cross.names]

    def _name(self, row: _Row) -> str:
        """The cell of the unit's own name."""
        where, has_town = self.cross.parents, self.has_towns and not self._is_town(row)
        above = row.county + row.town * has_town
        name = self._filled(self._forms(row)[0], row)
        if where == "in name":
            name = above + name
        elif where == "in brackets":
            name = f"{name}（{above}）"
        elif where == "with name":
            name = row.town + name
        return f"{row.at}.{name}" if self.cross.numbers == "in the name" else name
