"""How fast documents are read, and in how much memory: `python bench/reading.py [FORMAT...]`.

Makes lists of growing size in each format in a temporary folder, reads each in a process of its
own, and prints seconds, entries and megabytes a second, and what the peak of memory grew by.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

HEADER = ("id", "name", "province", "prefecture", "county", "township", "community")
SIZES = {"csv": 660_000, "txt": 1_000_000, "html": 100_000, "docx": 50_000, "xlsx": 300_000}
SMALL = 10


def entries(count: int) -> Iterator[tuple[str, ...]]:
    """Made-up villages: provinces, counties and towns repeat as in a national list."""
    for number in range(count):
        town, county, city = number // 12, number // 150, number // 1500
        parts = (
            f"甲{city // 12}省",
            f"乙{city}市",
            f"丙{county}县",
            f"丁{town}镇",
            f"戊{number}村",
        )
        yield (f"{number:012}", "".join(parts), *parts)


def write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as target:
        target.write(",".join(HEADER) + "\n")
        target.writelines(",".join(entry) + "\n" for entry in entries(count))


def write_txt(path: Path, count: int) -> None:
    with path.open("w", encoding="gb18030") as target:
        target.writelines(f"{n}、{entry[1]}\n" for n, entry in enumerate(entries(count), 1))


def write_html(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as target:
        target.write("<html><body><table>")
        for entry in entries(count):
            target.write(f"<tr>{''.join(f'<td>{cell}</td>' for cell in entry)}</tr>\n")
        target.write("</table></body></html>")


def write_docx(path: Path, count: int) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        f"<w:p><w:r><w:t>{number}、{entry[1]}</w:t></w:r></w:p>"
        for number, entry in enumerate(entries(count), 1)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        document = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)


OFFICE = "http://schemas.openxmlformats.org"
SHEET = f"{OFFICE}/spreadsheetml/2006/main"
RELATION = f"{OFFICE}/officeDocument/2006/relationships"
WORKBOOK = {
    "[Content_Types].xml": f'<Types xmlns="{OFFICE}/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{OFFICE}/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>",
    "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{RELATION}"><sheets>'
    '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{OFFICE}/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>",
}


def write_xlsx(path: Path, count: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in WORKBOOK.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'<worksheet xmlns="{SHEET}"><sheetData>'.encode())
            for number, entry in enumerate(entries(count), 1):
                cells = "".join(
                    f'<c r="{letter}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
                    for letter, cell in zip("ABCDEFG", entry, strict=True)
                )
                part.write(f'<row r="{number}">{cells}</row>'.encode())
            part.write(b"</sheetData></worksheet>")


WRITERS: dict[str, Callable[[Path, int], None]] = {
    "csv": write_csv,
    "txt": write_txt,
    "html": write_html,
    "docx": write_docx,
    "xlsx": write_xlsx,
}


def measure(path: Path) -> None:
    """In a process of its own: print seconds, lines and what memory grew by."""
    from pilotdiff.reading import read_document

    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    document = read_document(str(path))
    seconds = time.perf_counter() - begin
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - floor
    print(seconds, len(document.lines), grown // 1024)


def row(path: Path) -> str:
    command = [sys.executable, __file__, "--measure", str(path)]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    seconds, lines, grown = float(out[0]), int(out[1]), int(out[2])
    size = path.stat().st_size / 2**20
    return (
        f"{path.suffix[1:]:6}{lines:>10,}{size:>9.1f}{seconds:>9.2f}{lines / seconds:>12,.0f}"
        f"{size / seconds:>8.1f}{grown:>8}{grown / size:>8.1f}"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options.add_argument("formats", nargs="*", help=f"of {', '.join(SIZES)}; all without")
    given = options.parse_args()
    if given.measure:
        measure(given.measure)
        return
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}")
    print("format   entries      MiB  seconds   entries/s   MiB/s     RAM RAM/MiB")
    with tempfile.TemporaryDirectory() as folder:
        for name in given.formats or SIZES:
            for part in (SMALL, 3, 1):
                path = Path(folder) / f"list.{name}"
                WRITERS[name](path, SIZES[name] // part)
                print(row(path), flush=True)


if __name__ == "__main__":
    main()
