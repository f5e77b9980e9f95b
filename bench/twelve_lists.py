"""Two provinces, three years: twelve lists as they come, made of the official record, to a panel.

    .venv/bin/python bench/twelve_lists.py [FOLDER]

Makes text, HTML, Word, workbooks, a table, a PDF (with LibreOffice), a scan (read with the extra
`ocr`) and a frame of pandas, reads them as docs/recipes.md does, and compares with what was made:
in each list of results stand 24 of its 40 pilots, some of them under another kind, and a unit
that was no pilot.
"""

import csv
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import pilotdiff
from pilotdiff.model import Level
from pilotdiff.record import path_of, prefectures

PROVINCES = (("湖南省", "43"), ("四川省", "51"))
YEARS = (2019, 2020, 2021)
PILOTS, WENT_ON = 40, 24
_Made = tuple[str, list[str]]


def towns(prefix: str) -> list[str]:
    """Return the whole names of a province's towns that stand through all years."""
    return sorted(
        "".join(path_of(each)[1:])
        for key in prefectures.keys(prefix)
        for each in prefectures.prefecture(key, Level.TOWNSHIP).under(key)
        if each.first <= 2018 and each.last >= 2023 and each.name[-1] in "镇乡"
    )


def made(random: Random) -> dict[tuple[str, int, str], _Made]:
    """Return title and names of each list, by province, year of the pilots, and kind."""
    lists: dict[tuple[str, int, str], _Made] = {}
    for province, prefix in PROVINCES:
        names = random.sample(towns(prefix), PILOTS * len(YEARS) + len(YEARS))
        for number, year in enumerate(YEARS):
            pilots = names[number * PILOTS : (number + 1) * PILOTS]
            results = [changed(each, random) for each in random.sample(pilots, WENT_ON)]
            results.append(names[-1 - number])
            random.shuffle(results)
            lists[province, year, "pilots"] = (f"{province}{year}年乡村治理试点乡镇名单", pilots)
            title = f"{province}{year + 2}年乡村治理示范乡镇名单"
            lists[province, year, "results"] = (title, results)
    return lists


def changed(name: str, random: Random) -> str:
    """A township that has become a town, one in five."""
    return name[:-1] + "镇" if name.endswith("乡") and random.random() < 0.2 else name


def as_text(made: _Made) -> str:
    """A title over numbered names."""
    title, names = made
    return f"{title}\n\n" + "".join(f"{n}、{name}\n" for n, name in enumerate(names, 1))


def as_html(made: _Made) -> str:
    """The same as a page."""
    title, names = made
    body = "".join(f"<p>{n}. {name}</p>" for n, name in enumerate(names, 1))
    return f"<html><meta charset=utf-8><title>{title}</title><h1>{title}</h1>{body}</html>"


def text(made: _Made, path: Path) -> None:
    path.with_suffix(".txt").write_text(as_text(made), "utf-8")


def traditional(made: _Made, path: Path) -> None:
    from opencc import OpenCC

    path.with_suffix(".txt").write_text(OpenCC("s2t").convert(as_text(made)), "utf-8")


def page(made: _Made, path: Path) -> None:
    path.with_suffix(".html").write_text(as_html(made), "utf-8")


def workbook(made: _Made, path: Path) -> None:
    from xlsxwriter import Workbook

    with Workbook(path.with_suffix(".xlsx")) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, made[0])
        sheet.write_row(1, 0, ["序号", "单位"])
        for number, name in enumerate(made[1], 1):
            sheet.write_row(number + 1, 0, [number, name])


def table(made: _Made, path: Path) -> None:
    """Without a title: what it is, and the year, stand in the name of the file."""
    with path.with_suffix(".csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([["序号", "单位"], *enumerate(made[1], 1)])


def converted(kind: str) -> Callable[[_Made, Path], None]:
    """What LibreOffice makes of the page."""

    def convert(made: _Made, path: Path) -> None:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / f"{path.name}.html"
            source.write_text(as_html(made), "utf-8")
            command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(path.parent)]
            subprocess.run([*command, str(source)], check=True, capture_output=True)

    return convert


def scan(made: _Made, path: Path) -> None:
    """A sheet at 200 dots an inch, askew, with specks."""
    from PIL import Image, ImageDraw, ImageFont

    random = Random(7)
    face = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"
    sheet = Image.new("L", (1654, 2339), 245)
    pen = ImageDraw.Draw(sheet)
    pen.text((320, 150), made[0], font=ImageFont.truetype(face, 52), fill=20)
    for number, name in enumerate(made[1]):
        place = (220, 300 + number * 76)
        pen.text(place, f"{number + 1}、{name}", font=ImageFont.truetype(face, 36), fill=30)
    sheet = sheet.rotate(0.6, fillcolor=245)
    for _ in range(30_000):
        sheet.putpixel((random.randrange(1654), random.randrange(2339)), random.randrange(256))
    sheet.save(path.with_suffix(".jpg"), quality=80)


# How each list comes: those of Hunan, then those of Sichuan, pilots and results by year. The first
# of Sichuan is a frame.
FORMS: Sequence[Callable[[_Made, Path], None] | None] = (
    *(text, converted("docx:MS Word 2007 XML"), page, workbook),
    *(converted("pdf:writer_web_pdf_Export"), table),
    *(None, scan, traditional, text, workbook, converted("docx:MS Word 2007 XML")),
)


def panel_of(folder: Path, frame: Any) -> Any:
    """What a user types."""
    pilots = pilotdiff.read(frame, keep=["treated"], title="四川省2019年乡村治理试点乡镇名单")
    return pilotdiff.panel(folder, pilots)


def main() -> None:
    """Make the lists, the panel, and tell how right it is."""
    import pandas

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    folder.mkdir(exist_ok=True)
    lists = made(Random(5))
    frame = None
    for (key, one), form in zip(lists.items(), FORMS, strict=True):
        province, year, kind = key
        name = f"{'hn' if province == '湖南省' else 'sc'}-{kind}-{year + 2 * (kind == 'results')}"
        if form is None:
            frame = pandas.DataFrame({"单位": one[1], "treated": 1})
        else:
            form(one, folder / name)
    began = perf_counter()
    panel = panel_of(folder, frame)
    took = perf_counter() - began
    rates = panel.frame("rates", "pandas")
    doubtful = panel.frame("doubtful", "pandas")
    listings = panel.table("listings")
    print(f"{panel} in {took:.1f} s")
    print(rates[["province", "pilot_year", "result_year", "pilots", "went_on", "rate"]])
    coded = sum(bool(each["code"]) for each in listings)
    print(f"with a code: {coded} of {len(listings)} listings; doubtful links: {len(doubtful)}")
    print("status:", dict(Counter(each["status"] for each in panel.table("unit_years"))))
    right = sum(int(one) for one in rates["went_on"])
    print(f"went on: {right} of {WENT_ON * len(YEARS) * len(PROVINCES)}")


if __name__ == "__main__":
    main()
