"""Names taken apart, by cases, by properties, and over a sample of invented paths."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile import cases
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import PLACEHOLDERS, gazetteer, known, parse
from pilotdiff.names.grammar import LONGEST_NAME

# Characters of place names, those that are kinds as well among them.
CHARACTERS = (
    "东西南北中上下前后新老大小金银石青白红黄清水河江湖山岭坪坝桥塘沟湾龙凤马牛平安和乐福兴"
    "丰太永长高云竹松梅花果园林泉源口门关店堡寨庄城镇街区县乡村市"
)
TEXTS = st.text(st.sampled_from(CHARACTERS + "省州旗道社〓，a1 "), max_size=20)


def shown(text: str, level: Level | None = None) -> list[str]:
    reading = parse(text, level)
    return [f"{part_level} {part}" for part_level, part in reading.parts] if reading else []


@pytest.mark.parametrize("case", cases("names_paths", "path"))
def test_a_path_is_taken_apart(case: dict[str, Any]) -> None:
    assert shown(case["text"]) == case["wanted"]


@pytest.mark.parametrize("case", cases("names_paths", "hinted"))
def test_the_heading_may_say_the_level(case: dict[str, Any]) -> None:
    assert shown(case["text"], Level(case["level"])) == case["wanted"]


@pytest.mark.parametrize("case", cases("names_paths", "nothing"))
def test_words_of_headings_and_prose_are_hardly_units(case: dict[str, Any]) -> None:
    reading = parse(case["text"])
    assert reading is None or reading.sure <= 0.1, reading


@given(TEXTS, st.sampled_from([None, *LEVELS]))
def test_parts_are_the_text_from_the_top_down(text: str, level: Level | None) -> None:
    reading = parse(text, level)
    if reading is None:
        return
    assert "".join(part for _, part in reading.parts) == text
    depths = [part_level.depth for part_level, _ in reading.parts]
    assert depths == sorted(set(depths))
    assert reading.level is reading.parts[-1][0]
    assert level is None or reading.level is level
    assert 0 <= reading.sure <= 1
    assert all(len(part) > 1 for _, part in reading.parts)


@given(st.text(st.sampled_from(CHARACTERS), min_size=LONGEST_NAME + 1, max_size=200))
def test_what_no_name_can_be_as_long_as_is_none(text: str) -> None:
    assert parse(text) is None


def test_every_division_of_the_standard_is_read_at_its_level() -> None:
    wrong = []
    for level in (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY):
        for name in gazetteer.names(level):
            reading = parse(name, level)
            if name in PLACEHOLDERS or (reading and reading.parts == ((level, name),)):
                continue
            # The statistical codes write some zones with their city: 唐山市汉沽管理区.
            if (
                reading is None
                or reading.level is not level
                or not name.endswith(("管理区", "新城区", "开发区"))
            ):
                wrong.append(name)
    assert wrong == []


def test_names_that_begin_alike_are_those_of_all_that_do() -> None:
    for level in (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY):
        names = gazetteer.names(level)
        for first in {name[0] for name in names}:
            alike = tuple(name for name in names if name.startswith(first))
            assert gazetteer.names(level, first) == alike


def test_a_name_without_its_kind_is_known_too() -> None:
    assert known("四川") == (Level.PROVINCE,)
    assert known("甘孜州") == (Level.PREFECTURE,)
    assert known("赵镇") == ()


def test_invented_paths_are_read_right_but_for_one_in_a_hundred() -> None:
    chance = random.Random(20240229)
    paths = [_invented(chance) for _ in range(2000)]
    wrong = [
        path
        for path in paths
        if (r := parse("".join(t for _, t in path))) is None or r.parts != path
    ]
    assert len(wrong) < len(paths) / 100, wrong[:10]


def _invented(chance: random.Random) -> tuple[tuple[Level, str], ...]:
    """A piece of a path whose upper parts are real and lower ones chance; any parent may lack."""
    county = chance.choice(_COUNTIES)
    path = [
        *((d_level, name) for d_level, name in county),
        (Level.TOWNSHIP, _stem(chance) + chance.choice(["街道", "镇", "乡", "街道办事处"])),
        (
            Level.COMMUNITY,
            _stem(chance) + chance.choice(["村", "社区", "村民委员会", "社区居委会"]),
        ),
    ]
    start = chance.randrange(len(path))
    return tuple(path[start : chance.randrange(start, len(path)) + 1])


def _stem(chance: random.Random) -> str:
    return "".join(chance.choice(CHARACTERS) for _ in range(chance.choice([2, 2, 2, 3])))


_COUNTIES = [
    [(Level.PROVINCE, "四川省"), (Level.PREFECTURE, "乐山市"), (Level.COUNTY, "市中区")],
    [(Level.PROVINCE, "湖南省"), (Level.PREFECTURE, "常德市"), (Level.COUNTY, "津市市")],
    [(Level.PROVINCE, "湖北省"), (Level.PREFECTURE, "荆州市"), (Level.COUNTY, "沙市区")],
    [(Level.PROVINCE, "湖北省"), (Level.COUNTY, "仙桃市")],
    [(Level.PROVINCE, "四川省"), (Level.PREFECTURE, "甘孜州"), (Level.COUNTY, "甘孜县")],
    [(Level.PROVINCE, "贵州省"), (Level.PREFECTURE, "六盘水市"), (Level.COUNTY, "六枝特区")],
    [
        (Level.PROVINCE, "甘肃省"),
        (Level.PREFECTURE, "临夏回族自治州"),
        (Level.COUNTY, "东乡族自治县"),
    ],
    [
        (Level.PROVINCE, "内蒙古自治区"),
        (Level.PREFECTURE, "呼伦贝尔市"),
        (Level.COUNTY, "陈巴尔虎旗"),
    ],
    [(Level.PROVINCE, "上海市"), (Level.COUNTY, "浦东新区")],
    [(Level.PROVINCE, "山西省"), (Level.PREFECTURE, "阳泉市"), (Level.COUNTY, "城区")],
]
