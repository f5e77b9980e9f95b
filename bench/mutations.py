"""Damage for bench/fuzz.py: of texts, tables, catalogues, archives and bytes, by a seed."""

import io
import warnings
import zipfile
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
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


def repacked(data: bytes, random: Random) -> bytes:
    """Return an archive with one member broken, doubled, emptied or renamed; other bytes broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, ValueError):
        return broken(data, random)
    at = random.randrange(len(members)) if members else 0
    name, content = members[at] if members else ("a", b"")
    change = random.randrange(5)
    if change < 2:
        members[at : at + 1] = [(name, broken(content, random))]
    elif change == 2:
        members.insert(0, (name, broken(content, random)))
    elif change == 3:
        members[at : at + 1] = [(random.choice(("../../a", "/etc/a", "a\\b", "甲")), content)]
    else:
        members[at : at + 1] = [(name, random.choice((b"", b"\0" * (30 << 20))))]
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def odd_table(text: str, random: Random) -> str:
    """Return a table (CSV) with columns and cells as people and programs leave them."""
    rows = [line.split(",") for line in text.rstrip("\n").split("\n")]
    for _ in range(int(1 + random.expovariate(0.5))):
        random.choice(_TABULAR)(rows, random)
    separator = random.choice((",", ",", ",", ";", "\t", "|", "，"))
    return "\n".join(separator.join(row) for row in rows)


def odd_catalogue(text: str, random: Random) -> str:
    """Return a catalogue (TOML) with values of other kinds, keys doubled or strange."""
    lines = text.split("\n")
    for _ in range(int(1 + random.expovariate(0.4))):
        at = random.randrange(len(lines))
        key, sign, _ = lines[at].partition(" = ")
        if sign:
            lines[at] = f"{key} = {random.choice(_VALUES)}"
        else:
            lines.insert(at, random.choice(_KEYS))
    return "\n".join(lines)


def _heading_changed(rows: list[list[str]], random: Random) -> None:
    rows[0][random.randrange(len(rows[0]))] = random.choice(_HEADINGS)


def _column_doubled(rows: list[list[str]], random: Random) -> None:
    at = random.randrange(len(rows[0]))
    for row in rows:
        row.insert(0, row[at] if at < len(row) else "")


def _column_lost(rows: list[list[str]], random: Random) -> None:
    at = random.randrange(len(rows[0]))
    if len(rows[0]) > 1:
        for row in rows:
            del row[at : at + 1]


def _ids_alike(rows: list[list[str]], random: Random) -> None:
    for row in rows[1:]:
        row[0] = random.choice(("1", "1", "", "510104", "=1+1", "1e5", "\u202e1"))


def _cell_changed(rows: list[list[str]], random: Random) -> None:
    row = random.choice(rows)
    value = random.choice((*_PIECES, "县" * 40_000, '"', '"甲\n乙', "市辖区", "1、甲镇 2、乙镇"))
    row[random.randrange(len(row))] = value


def _rows_doubled(rows: list[list[str]], random: Random) -> None:
    row = random.choice(rows)
    rows += [list(row) for _ in range(random.choice((1, 3, 200)))]


def _rows_uneven(rows: list[list[str]], random: Random) -> None:
    for row in random.sample(rows, min(len(rows), 5)):
        row += ["甲"] * random.choice((1, 5, 3_000))


_HEADINGS = (
    "id", "编码", "code", "名称", "name", "省", "市州", "区县", "乡镇街道", "社区", "类型", "序号",
    "备注", "parent_code", "年份", "合计", "", "pilot", "result", "verdict", "by", "on",
)  # fmt: skip
_VALUES = (
    "1", "-1", "99999999999999999999", "1.5", "nan", "true", "[]", '["a", "b"]', "{ a = 1 }",
    '""', '"/etc"', '"."', '"../a.txt"', '"a\\u0000b"', '"\\u202e"', "2024-02-30", "2024-05-20",
    "2024-05-20T00:00:00Z", '"2023-13-01"', '"pilots"', '"plan"', '"results"', '"""甲\n乙"""',
    '"pilots-2023.txt"', '"yunling-2023"', '"a"', "[[1]]", "'甲'",
)  # fmt: skip
_KEYS = (
    "[[document]]", "[document]", "[example]", 'id = "yunling-2023"', "file = 1", "[a.b.c]",
    "[[programme]]", "batch = 0", "x" * 5_000, "甲 = 1", "\"\" = 1", "[[document.file]]", "= 1",
)  # fmt: skip
_TABULAR = (
    _heading_changed,
    _column_doubled,
    _column_lost,
    _ids_alike,
    _cell_changed,
    _cell_changed,
    _rows_doubled,
    _rows_uneven,
)


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
