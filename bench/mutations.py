"""Inputs for bench/fuzz.py: what the project ships, set in every format, and damaged by a seed."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import xlsxwriter

ROOT = Path(__file__).parents[1]
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
    'Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
    '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
# What lists are made of and what acts on a screen, in a pattern, in a number, in a format.
_PIECES = (
    "、", "，", "。", "：", "（", "）", "(", ")", "《", "》", "〔2022〕", "第三批", "共", "41个",
    "县", "市", "镇", "街道", "社区", "村", "省", "原", "等", "和", "一、", "（二）", "1.", "①",
    "?", "？", "〓", "\ufffd", "\u200b", "\u202e", "\u061c", "\x00", "\x1b[31m", "\t", "\r",
    "\u3000", "\u2028", '"', "'", ",", ";", "|", "=", "+1", "@", "<", ">", "&", "</p>", "<td>",
    "2023年2月31日", "1.28亿元", "🏘", "區", "鎮", "qū", "市辖区", "%", "{n}", "\\", "#",
    "[a](b)", "**", "9" * 30, "-", "*", "e1", "nan", "\ud7ff",
)  # fmt: skip


def shipped() -> dict[str, str]:
    """Return the texts of the shipped lists and of the tour, by name."""
    paths = [*(ROOT / "data/lists").iterdir(), *(ROOT / "docs/tour").iterdir()]
    kept = (path for path in sorted(paths) if path.suffix in (".txt", ".csv", ".toml", ".md"))
    return {path.name: path.read_bytes().decode("utf-8-sig", "replace") for path in kept}


def damaged(text: str, random: Random) -> str:
    """Return the text with one to some dozen changes of lines and signs."""
    for _ in range(int(1 + random.expovariate(0.25))):
        text = random.choice(_TEXTUAL)(text, random)
    return text


def broken(data: bytes, random: Random) -> bytes:
    """Return the bytes with some of them changed, cut out, doubled or cut off."""
    made = bytearray(data)
    for _ in range(int(1 + random.expovariate(0.3))):
        at = random.randrange(len(made) + 1)
        length = int(random.expovariate(1 / 20))
        change = random.randrange(5)
        if change == 0:
            made[at : at + 1] = bytes([random.randrange(256)])
        elif change == 1:
            del made[at : at + length]
        elif change == 2:
            made[at:at] = made[at : at + length] * random.randrange(1, 40)
        elif change == 3:
            made[at:at] = random.randbytes(length)
        elif random.random() < 0.3:
            del made[at:]
    return bytes(made)


def as_html(text: str, random: Random) -> bytes:
    """Return the lines as paragraphs, or the first cells of a table."""
    lines = text.split("\n")
    if random.random() < 0.5:
        body = "".join(f"<p>{line}</p>\n" for line in lines)
    else:
        rows = ("".join(f"<td>{cell}</td>" for cell in line.split(",")) for line in lines)
        body = "<table>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"
    charset = random.choice(("utf-8", "gb2312", "big5", ""))
    return f'<html><meta charset="{charset}"><body>{body}</body></html>'.encode(errors="replace")


def as_docx(text: str, random: Random) -> bytes:
    """Return the lines as paragraphs of a Word file."""
    escaped = text.translate({38: "&amp;", 60: "&lt;", 62: "&gt;"})
    if random.random() < 0.7:
        escaped = "".join(sign for sign in escaped if sign >= " " or sign == "\n")
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in escaped.split("\n"))
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml": document}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part.encode(errors="replace"))
    return made.getvalue()


def as_xlsx(text: str, random: Random) -> bytes:
    """Return the lines as rows of a workbook, cut at their commas."""
    del random
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, line in enumerate(text.split("\n")[:2_000]):
            for column, cell in enumerate(line.split(",")[:50]):
                kept = "".join(sign for sign in cell if sign.isprintable())
                sheet.write_string(row, column, kept[:30_000])
    return made.getvalue()


def as_text(text: str, random: Random) -> bytes:
    """Return the text in one of the encodings of lists."""
    encoding = random.choice(("utf-8", "utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"))
    return text.encode(encoding, errors="replace")


WRITERS: dict[str, Callable[[str, Random], bytes]] = {
    "txt": as_text,
    "md": as_text,
    "csv": as_text,
    "tsv": as_text,
    "html": as_html,
    "docx": as_docx,
    "xlsx": as_xlsx,
}


def _line_lost(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join(lines[:at] + lines[at + random.randrange(1, 4) :])


def _lines_doubled(text: str, random: Random) -> str:
    lines = text.split("\n")
    at, many = random.randrange(len(lines)), random.randrange(1, 30)
    return "\n".join([*lines[:at], *lines[at : at + 3] * many, *lines[at:]])


def _lines_swapped(text: str, random: Random) -> str:
    lines = text.split("\n")
    one, other = (random.randrange(len(lines)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _piece_put_in(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    many = random.choice((1, 1, 1, 2, 5, 60, 5_000))
    return text[:at] + random.choice(_PIECES) * many + text[at:]


def _signs_lost(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.choice((1, 1, 2, 3, 20, 200)) :]


def _sign_changed(text: str, random: Random) -> str:
    if not text:
        return text
    old, new = random.choice(text), random.choice(_PIECES)
    return text.replace(old, new, random.choice((1, 3, 1_000)))


def _lines_joined(text: str, random: Random) -> str:
    return text.replace("\n", random.choice(("", "、", " ", "\r", "\t")), random.randrange(1, 30))


def _number_grown(text: str, random: Random) -> str:
    digit = random.choice("123456789一二三")
    return text.replace(digit, digit * random.choice((2, 6, 30, 5_000)), random.choice((1, 5)))


_TEXTUAL = (
    _line_lost,
    _lines_doubled,
    _lines_swapped,
    _piece_put_in,
    _piece_put_in,
    _signs_lost,
    _sign_changed,
    _lines_joined,
    _number_grown,
)
