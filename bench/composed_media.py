"""Texts and tables in the media that lists are published in: `MEDIA` has what writes each."""

import csv
import io
import json
import random
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import NamedTuple
from unicodedata import east_asian_width

import xlsxwriter

from office_files import (
    Stroke,
    Text,
    docx,
    ods,
    ods_cell,
    ods_row,
    paragraph,
    pdf,
    table,
    table_cell,
)

Rows = list[list[str]]


class Area(NamedTuple):
    """Cells merged into one, from the first row and column on."""

    row: int
    column: int
    down: int
    across: int


class Table(NamedTuple):
    """Rows of the same width; a merged area has its text in its first cell, "" in the others."""

    rows: Rows
    areas: list[Area]
    heads: int = 0
    hidden: frozenset[int] = frozenset()


Paper = list[str | Table]
# A name and what it holds; the hidden ones in a workbook only.
Sheets = list[tuple[str, Paper, bool]]
_Write = Callable[[Sheets, random.Random], bytes]


def parts(sheets: Sheets) -> Iterator[str | Table]:
    """All that can be seen, one after another."""
    for name, paper, hidden in sheets:
        if not hidden:
            yield from ([name] if len(sheets) > 1 and name else [])
            yield from paper


def covered(one: Table) -> dict[tuple[int, int], Area]:
    """Which area each merged cell lies in."""
    return {
        (row, column): area
        for area in one.areas
        for row in range(area.row, area.row + area.down)
        for column in range(area.column, area.column + area.across)
    }


def seen(one: Table) -> Rows:
    return [row for at, row in enumerate(one.rows) if at not in one.hidden]


def as_xlsx(sheets: Sheets, chance: random.Random) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        formulas = chance.random() < 0.1
        for name, paper, hidden in sheets:
            sheet = book.add_worksheet(name or None)
            if hidden:
                sheet.hide()
            at = chance.choice((0, 0, 0, 2))
            for part in paper:
                at += chance.choice((0, 0, 0, 1))
                if isinstance(part, str):
                    sheet.write_string(at, 0, part)
                    at += 1
                    continue
                for number, row in enumerate(part.rows):
                    for column, text in enumerate(row):
                        _put(sheet, at + number, column, text, formulas)
                    if number in part.hidden:
                        sheet.set_row(at + number, None, None, {"hidden": True})
                for row_at, left, down, across in part.areas:
                    top, text = at + row_at, part.rows[row_at][left]
                    sheet.merge_range(top, left, top + down - 1, left + across - 1, text)
                at += len(part.rows)
    return made.getvalue()


def _put(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, text: str, formulas: bool
) -> None:
    if formulas and len(text) > 1:
        sheet.write_formula(row, column, f'="{text[:1]}"&"{text[1:]}"', None, text)
    elif text.isdecimal() and len(text) < 6:
        sheet.write_number(row, column, int(text))
    elif text:
        sheet.write_string(row, column, text)


def as_docx(sheets: Sheets, _: random.Random) -> bytes:
    body = []
    for part in parts(sheets):
        if isinstance(part, str):
            body.append(paragraph(escape(part)))
            continue
        within, rows = covered(part), []
        for at, row in enumerate(part.rows):
            cells = []
            for column, text in enumerate(row):
                area = within.get((at, column), Area(at, column, 1, 1))
                span = f'<w:gridSpan w:val="{area.across}"/>' if area.across > 1 else ""
                start = ' w:val="restart"' if area.row == at else ""
                merge = f"<w:vMerge{start}/>" if area.down > 1 else ""
                inner = "".join(map(paragraph, escape(text).split("\n")))
                if area.column == column:
                    cells.append(table_cell(inner, span + merge))
            rows.append(cells)
        body += [table(*rows), paragraph("")]
    return docx("".join(body))


def as_ods(sheets: Sheets, _: random.Random) -> bytes:
    rows = []
    for part in parts(sheets):
        if isinstance(part, str):
            rows.append(ods_row(ods_cell(escape(part))))
            continue
        within = covered(part)
        for at, row in enumerate(part.rows):
            cells = []
            for column, text in enumerate(row):
                area = within.get((at, column))
                first = area is not None and area[:2] == (at, column)
                spans = (
                    f'table:number-columns-spanned="{area.across}" '
                    f'table:number-rows-spanned="{area.down}"'
                    if area and first
                    else ""
                )
                one = ods_cell(escape(text), spans)
                hides = area is not None and not first
                cells.append("<table:covered-table-cell/>" if hides else one)
            hidden = 'table:visibility="collapse"' if at in part.hidden else ""
            rows.append(ods_row(*cells, attributes=hidden))
    return ods("".join(rows))


def as_html(sheets: Sheets, chance: random.Random) -> bytes:
    body, wrap = [], chance.choice(("{}", "<p>{}</p>", "<span>{}</span>", "<b>{}</b>&nbsp;"))
    for part in parts(sheets):
        if isinstance(part, str):
            body.append(f"<p>{escape(part)}</p>")
            continue
        within = covered(part)
        body.append("<table>")
        for at, row in enumerate(part.rows):
            body.append("<tr style='display:none'>" if at in part.hidden else "<tr>")
            for column, text in enumerate(row):
                area = within.get((at, column), Area(at, column, 1, 1))
                if area[:2] == (at, column):
                    tag, inner = "th" if at < part.heads else "td", escape(text)
                    spans = f' rowspan="{area.down}" colspan="{area.across}"'
                    spans = spans if area[2:] != (1, 1) else ""
                    inner = wrap.format(inner.replace("\n", "<br>")) if inner else "&nbsp;"
                    body.append(f"<{tag}{spans}>{inner}</{tag}>")
            body.append("</tr>")
        body.append("</table>")
    encoding = chance.choice(("utf-8", "utf-8", "gb18030"))
    page = f'<html><head><meta charset="{encoding}"></head><body>{"".join(body)}</body></html>'
    return page.encode(encoding)


def _separated(separators: str) -> _Write:
    def write(sheets: Sheets, chance: random.Random) -> bytes:
        out = io.StringIO()
        separator = chance.choice(separators)
        wide = separator in "，｜"
        width = max(len(p.rows[0]) for p in parts(sheets) if isinstance(p, Table))
        filled = chance.random() < 0.7
        rows = []
        for part in parts(sheets):
            if isinstance(part, Table):
                rows += seen(part)
            else:
                rows.append([part] + [""] * (width - 1) * filled)
        if wide:
            plain = (separator.join(row).replace("\n", "") for row in rows)
            out.write("\n".join(plain))
        else:
            csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
        encoding = chance.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16"))
        return out.getvalue().encode(encoding)

    return write


def as_json(sheets: Sheets, chance: random.Random) -> bytes:
    """Records, or rows where a table has no single row of heads, under their titles."""
    whole: list[dict[str, object]] = []
    titles: list[str] = []
    for part in parts(sheets):
        if isinstance(part, str):
            titles.append(part)
            continue
        rows: Sequence[object] = part.rows
        if part.heads == 1:
            records = [dict(zip(part.rows[0], row, strict=True)) for row in part.rows[1:]]
            rows = records if len({*part.rows[0]}) == len(part.rows[0]) else part.rows
        whole.append({"title": "\n".join(titles), "data": rows})
        titles.clear()
    value: object = {**whole[0], "note": "\n".join(titles)} if len(whole) == 1 else whole
    return json.dumps(value, ensure_ascii=chance.random() < 0.3, indent=2).encode()


def as_markdown(sheets: Sheets, chance: random.Random) -> bytes:
    out, bold = [], chance.random() < 0.2
    for part in parts(sheets):
        if isinstance(part, str):
            out += [part, ""]
            continue
        for at, row in enumerate(seen(part)):
            cells = [f"**{c}**" if bold and c else c for c in row]
            cells = [c.replace("|", "\\|").replace("\n", "<br>") for c in cells]
            out.append("| " + " | ".join(cells) + " |")
            if at == 0:
                out.append("|" + " --- |" * len(row))
        out.append("")
    return "\n".join(out).encode()


def _wide(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


def as_text(sheets: Sheets, chance: random.Random) -> bytes:
    """Cells between pipes, tabs or wide gaps, or a line each."""
    out, way = [], chance.choice(("|", " | ", "\t", "gaps", "gaps", "lines", "box"))
    for part in parts(sheets):
        if isinstance(part, str):
            out.append(part)
            continue
        rows = [[cell.replace("\n", "") for cell in row] for row in seen(part)]
        if way == "lines" and all(map(all, rows)):
            out += [cell for row in rows for cell in row]
        elif way == "box":
            out += ["│".join(("", *row, "")) for row in rows]
            out.append("└" + "─" * 20 + "┘")
        elif way in ("gaps", "lines"):
            widths = [max(map(_wide, column)) for column in zip(*rows, strict=True)]
            for row in rows:
                cells = (c + " " * (w - _wide(c) + 2) for c, w in zip(row, widths, strict=True))
                out.append("".join(cells).rstrip())
        else:
            out += [way.join(row) for row in rows]
    return "\n".join(out).encode()


def _printed_wide(text: str) -> int:
    """How wide a text is in a PDF, which sets each sign as wide as the next."""
    return 2 * len(text)


class _Page:
    """Texts and strokes as they come down the pages of a PDF."""

    def __init__(self, ruled: bool) -> None:
        self.pages: list[tuple[list[Text], list[Stroke]]] = [([], [])]
        self.ruled, self.y = ruled, 790.0

    def room(self, height: float) -> None:
        if self.y - height < 50:
            self.pages.append(([], []))
            self.y = 790.0

    def line(self, text: str) -> None:
        for at in range(0, len(text), 38):
            self.room(18)
            self.pages[-1][0].append((60, self.y, text[at : at + 38]))
            self.y -= 18

    def table(self, one: Table) -> None:
        told = [row for row in one.rows if len(row) < 2 or row.count("") < len(row) - 1]
        longest = [max([3, *(_printed_wide(row[c]) for row in told)])
                   for c in range(len(one.rows[0]))]  # fmt: skip
        scale = min(1.0, (490 - 10 * len(longest)) / (6 * sum(longest)))
        edges = [50.0]
        for wide in longest:
            edges.append(edges[-1] + 10 + max(12, 6 * wide * scale))
        within = covered(one)
        for at, row in enumerate(one.rows):
            cut = [self._wrapped(text, *self._ends(edges, within.get((at, c)), c))
                   for c, text in enumerate(row)]  # fmt: skip
            height = 14 * max(map(len, cut)) + 6
            self.room(height)
            texts, strokes = self.pages[-1]
            for c, lines in enumerate(cut):
                area = within.get((at, c), Area(at, c, 1, 1))
                left, right = edges[c], edges[c + 1]
                texts += [(left + 4, self.y - 14 * n, text) for n, text in enumerate(lines)]
                top, bottom = self.y + 13, self.y + 13 - height
                if self.ruled:
                    inner = area.column < c
                    strokes += [] if inner else [(left, top, left, bottom)]
                    strokes += [] if area.row < at else [(left, top, right, top)]
                    strokes += (
                        [] if at + 1 < area.row + area.down else [(left, bottom, right, bottom)]
                    )
            if self.ruled:
                strokes.append((edges[-1], self.y + 13, edges[-1], self.y + 13 - height))
            self.y -= height
        self.y -= 14

    def _ends(self, edges: list[float], area: Area | None, at: int) -> tuple[float, float]:
        return edges[at], edges[area.column + area.across if area else at + 1]

    def _wrapped(self, text: str, left: float, right: float) -> list[str]:
        out, room = [""], right - left - 6
        for sign in text:
            if sign == "\n" or 6 * _printed_wide(out[-1] + sign) > room:
                out.append("")
            out[-1] += sign.strip("\n")
        return out


def _printed(ruled: bool) -> _Write:
    def write(sheets: Sheets, _: random.Random) -> bytes:
        pages = _Page(ruled)
        for part in parts(sheets):
            if isinstance(part, str):
                pages.line(part)
            else:
                pages.table(part._replace(rows=seen(part), hidden=frozenset()))
        return pdf(pages.pages)

    return write


# The media, by how they are called in the counts, with their suffix.
MEDIA: dict[str, tuple[str, _Write]] = {
    "xlsx": ("xlsx", as_xlsx),
    "docx": ("docx", as_docx),
    "ods": ("ods", as_ods),
    "html": ("html", as_html),
    "csv": ("csv", _separated(",,,;")),
    "tsv": ("tsv", _separated("\t")),
    "odd separators": ("csv", _separated("|，｜;")),
    "json": ("json", as_json),
    "markdown": ("md", as_markdown),
    "text": ("txt", as_text),
    "pdf ruled": ("pdf", _printed(True)),
    "pdf bare": ("pdf", _printed(False)),
}


def runs(rows: Sequence[Sequence[str]], column: int) -> Iterator[tuple[int, int]]:
    """The runs of equal texts of a column, from and to, that no column before it cuts."""
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at][: column + 1] != rows[start][: column + 1]:
            yield start, at
            start = at
