"""The repairs on real pages beside the checkout."""

import csv
import random
from pathlib import Path

from pilotdiff.model import Clean, RepairKind, Wildcard
from pilotdiff.repair import admits, clean, judge_mojibake, judge_script, replay, to_simplified


def _cleaned(path: Path) -> list[Clean]:
    lines = path.read_text("utf-8-sig").splitlines()
    assert judge_mojibake(lines) == ""
    traditional = judge_script(lines) == "traditional"
    return [clean(line, traditional=traditional) for line in lines]


def test_every_line_replays_and_only_damage_is_mended(shared: Path) -> None:
    mended = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        for line in _cleaned(path):
            assert replay(line.raw, line.repairs) == line.text
            mended += [line for repair in line.repairs if repair.kind is RepairKind.GBK]
    name, prose = mended
    assert name.text.strip() == "1. 成都市温江区天府街道〓科社区"
    assert name.wildcards == (Wildcard(trail=0xA3),)
    assert admits(name.wildcards[0], "海")
    # 請在30日內: jiān, put behind the seeming pair 88 D4, tells the first byte of 在 (D4 DA).
    assert "请〓0日内" in prose.text
    assert admits(prose.wildcards[0], "在")


def test_a_damaged_city_is_recovered(shared: Path) -> None:
    lines = _cleaned(shared / "cases/forest-city-2022-mojibake/pilot.txt")
    (line,) = [line for line in lines if "〓" in line.text]
    assert line.text == "平凉〓"
    assert admits(line.wildcards[0], "市")


def test_names_that_blind_conversion_corrupts_are_shown_as_they_are(shared: Path) -> None:
    with (shared / "t2s/official_names_changed_by_t2s.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "corrupts"]
    assert [to_simplified(row["official_name"]) for row in rows] == [
        row["official_name"] for row in rows
    ]


def test_an_honest_question_mark_in_a_sound_name_stays(shared: Path) -> None:
    with (shared / "nbs/villages_2021.csv").open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file) if "直辖" not in row["name"]][::60]
    source = random.Random(2022)
    for name in names:
        at = source.randrange(len(name) + 1)
        for mark in ("?", "？", "??", "？！", "（？）"):
            sound = name[:at] + mark + name[at:]
            assert clean(sound).text == sound
