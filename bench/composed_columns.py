"""The other columns of composed tables: codes, contacts, scores, remarks with places."""

import random
from functools import cache
from typing import NamedTuple

from composed_lists import PROVINCES, YEAR, Names, units
from dirt import reading
from pilotdiff.model import Level

# What a column holds, and the heads that it may have.
OTHERS = {
    "code": ("行政区划代码", "代码", "Code"), "parent code": ("上级代码", "parent_code"),
    "year": ("年份", "批次年度", "Year"), "amount": ("奖补资金（万元）", "补助金额"),
    "person": ("联系人", "负责人"), "phone": ("联系电话", "电话"), "date": ("认定时间", "命名日期"),
    "remark": ("备注", "说明", "Note"), "category": ("类型", "类别", "示范类型"),
    "people": ("人口（人）", "户数"), "change": ("备注", "变更情况"),
    "address": ("地址", "通讯地址", "办公地点"), "office": ("推荐单位", "上报部门", "责任单位"),
    "score": ("得分", "评分"), "rank": ("名次", "排名"), "grade": ("等次", "考核结果"),
    "pinyin": ("拼音", "Pinyin"), "standing": ("试点/示范", "属性"), "near": ("备注", "结对情况"),
}  # fmt: skip
KINDS = ("便民服务型", "智慧科技型", "协商共治型", "文化引领型")
MISSING = ("", "-", "/", "无", "——")


class Column(NamedTuple):
    """A column: its head, a cell a unit, and whether it names a parent."""

    head: str
    cells: list[str]
    names_parent: bool = False
    names_place: bool = False


def other_cell(kind: str, at: int, path: Names, chance: random.Random) -> str:
    """The cell of a unit, the `at`th of its table, in a column of a kind of `OTHERS`."""
    pick, number, own = chance.choice, chance.randint, path[-1]
    level = list(Level)[len(path) - 1]
    match kind:
        case "code":
            return codes(path[0], level).get(path, "")
        case "parent code":
            return codes(path[0], Level.COUNTY).get(path[:3], "")
        case "year":
            return str(2021 + at % 2)
        case "person":
            return pick(("王丽华", "张伟", "李强", "刘洋", "陈静"))
        case "phone":
            return f"0311-8512{number(1000, 9999)}"
        case "date":
            return f"2022-0{number(1, 9)}-1{number(0, 9)}"
        case "remark":
            return pick(("", "", "新申报", "复核通过", "第二批", *MISSING))
        case "category":
            return pick(KINDS)
        case "change":
            kept = ("", "", "2021年更名", "由原张家、李家两单位合并")
            return pick((*kept, f"原{own[:1]}家{ending(own)}", f"拟更名为{own[:1]}新{ending(own)}"))
        case "address":
            return f"{''.join(path[2:4])}{pick(('人民路', '解放街', '富民路'))}{number(1, 300)}号"
        case "office":
            return f"{path[2]}{pick(('民政局', '委组织部', '农业农村局'))}"
        case "score":
            return f"{number(80, 99)}.{number(0, 99):02}"
        case "rank":
            return str(at + 1)
        case "grade":
            return pick(("优秀", "良好", "合格"))
        case "pinyin":
            return "".join(map(reading, own)).capitalize()
        case "standing":
            return pick(("试点", "示范"))
        case "near":
            return pick(("", "", f"与{own[:1]}新{ending(own)}结对共建", "含3个网格", "原为试点"))
    return str(number(5, 9000))


@cache
def codes(province: str, level: Level) -> dict[Names, str]:
    """The codes of the units of a province, by their paths."""
    below, digits = (Level.TOWNSHIP, 6) if level is Level.COUNTY else (level, 12)
    for each in PROVINCES:
        if next(iter(units(each, Level.TOWNSHIP, YEAR).values()))[0] == province:
            own = units(each, below, YEAR).items()
            return {path[: level.depth + 1]: code[:digits] for code, path in own}
    return {}


def ending(name: str) -> str:
    """The last characters of a name, which tell its kind."""
    return name[-2:] if name.endswith(("街道", "社区")) else name[-1]


def short(name: str) -> str:
    """A city or county without the word for what it is, where two characters or three remain."""
    return name[:-1] if 2 < len(name) < 5 and name[-1] in "市县区" else name
