"""Headings and one-line notices in every form: the products of composed_headings.

Cities and counties are real, all that stands below them is made up.
"""

from composed_product import TITLES, Choice, Product, Written, entries
from heading_surroundings import AROUND
from list_products import LISTS
from sentence_products import GROUPED, SENTENCES

_ZH = "一二三四五六七"
# Types or places with what stands below them.
_Group = tuple[str, list[str]]

_WORDS = """
    示范 先进 文明 和谐 平安 美丽 卫生 绿色 宜居 星级 特色 优秀 模范 五星 森林 生态 民主法治 幸福
    健康 无毒 清廉 数字 乡村治理示范 红旗 达标 重点 试点 创建 培育 合格 一般 中心 精品 和美 党建引领
    善治 信用 老年友好 儿童友好 节水型 充分就业 零犯罪 标准化 提升 整治
"""
_TIERS = {
    "村": "白石村 青石村",
    "社区": "白石社区 青石社区",
    "镇": "白石镇 青石镇",
    "乡镇": "白石镇 青石乡",
    "村镇": "白石村 青石镇",
    "街道": "白石街道 青石街道",
    "村居": "白石村 青石居委会",
    "村（社区）": "白石村 青石社区",
    "城区": "正定县 灵寿县",
}
_WORDED = (
    "一、正定县{}(2个)\n{n}",
    "示范名单\n一、正定县{}(2个)\n{n}\n二、灵寿县{w}村(1个)\n黑石村",
    "一、正定县{}\n{n}",
    "正定县{}名单\n{n}",
    "{}(2个)\n{n}",
    "正定县{}：\n{n}",
    "正定县{}\n{n}",
    "（一）{}（2个）\n{n}",
    "正定县{}：{n}",
)


def _words(choice: Choice) -> Written:
    """A word of a programme over two units of a tier."""
    names = _TIERS[choice["tier"]].split()
    form, place = choice["form"], "正定县"
    if choice["tier"] == "城区":
        form, place = form.replace(place, "石家庄市"), "石家庄市"
    form = form.replace("{}", "{w}" + choice["tier"]).replace("{w}", choice["word"])
    text = form.replace("{n}", "、".join(names))
    given = entries(place if place in form else "", names)
    return text, given + (entries("灵寿县", ["黑石村"]) if "黑石村" in form else [])


_BELOW: dict[str, list[tuple[str, list[_Group]]]] = {
    "镇 村": [
        ("正定县", [("镇", ["白石镇", "青石镇"]), ("村", ["东岭村", "西岭村", "南岭村"])]),
        ("灵寿县", [("镇", ["黑石镇"]), ("村", ["北岭村", "上岭村"])]),
        ("平山县", [("镇", ["金石镇", "银石镇"]), ("村", ["下岭村"])]),
    ],
    "社区": [
        ("正定县", [("社区", ["白石社区", "青石社区"])]),
        ("灵寿县", [("社区", ["黑石社区"])]),
        ("平山县", [("社区", ["金石社区", "银石社区"])]),
    ],
}
_TOWNS: list[_Group] = [
    ("正定县", ["白石镇", "青石镇"]),
    ("灵寿县", ["黑石镇"]),
    ("平山县", ["金石镇", "银石镇"]),
]
_VILLAGES: list[_Group] = [
    ("正定县", ["白石镇东岭村", "青石镇西岭村", "白石镇南岭村"]),
    ("灵寿县", ["黑石镇北岭村"]),
    ("平山县", ["金石镇下岭村"]),
]
_OVER: dict[str, list[tuple[str, list[_Group]]]] = {
    "镇 村": [("镇", _TOWNS), ("村", _VILLAGES)],
    "社区 村": [
        ("社区", [("正定县", ["白石社区", "青石社区"]), ("灵寿县", ["黑石社区"])]),
        ("村", [("正定县", ["东岭村", "西岭村"]), ("平山县", ["下岭村"])]),
    ],
}
_NOTICE: list[tuple[str, list[_Group]]] = [
    ("示范镇", _TOWNS[:2]),
    ("示范村", [("正定县", ["白石镇东岭村", "青石镇西岭村"]), ("平山县", ["金石镇下岭村"])]),
]


def _numbered(form: str, at: int, **values: object) -> str:
    """A form with its numbers: {z} in characters, {k} in digits."""
    return form.format(z=_ZH[at], k=at + 1, **values)


def _laid(how: str, names: list[str]) -> str:
    """Names in lines, in a row, or each behind its number."""
    if how in ("lines", "row"):
        return ("\n" if how == "lines" else "、").join(names)
    return "\n".join(how.replace("1", str(at)) + name for at, name in enumerate(names, 1))


def _counties(choice: Choice) -> Written:
    """Types below counties; no two tiers are numbered alike."""
    marks = [form[: form.find("}") + 2] for form in (choice["county"], choice["type"])]
    marks.append({"1.": "{k}.", "（1）": "（{z}）"}.get(choice["names"], ""))
    numbers = [mark for mark in marks if "{z}" in mark or "{k}" in mark]
    if len(set(numbers)) < len(numbers):
        return None
    out, given = [TITLES[choice["title"]]], []
    for at, (county, groups) in enumerate(_BELOW[choice["list"]]):
        total = sum(len(names) for _, names in groups)
        out.append(_numbered(choice["county"], at, p=county, c=total) + "\n")
        for under, (kind, names) in enumerate(groups):
            called = choice["word"] + kind
            out.append(_numbered(choice["type"], under, t=called, c=len(names)) + "\n")
            out.append(_laid(choice["names"], names) + "\n")
            given += entries(county, names)
    return "".join(out), given


def _types(choice: Choice) -> Written:
    """Counties below types; no two tiers are numbered alike, what stands behind is one row."""
    form = choice["county"]
    if choice["names"] == "lines" and not form.endswith("\n{n}"):
        return None
    if any(mark in form and mark in choice["type"] for mark in ("{z}、", "（{z}）")):
        return None
    out, given = [TITLES[choice["title"]]], []
    for at, (kind, groups) in enumerate(_OVER[choice["list"]]):
        total = sum(len(names) for _, names in groups)
        out.append(_numbered(choice["type"], at, t=choice["word"] + kind, c=total) + "\n")
        for under, (county, names) in enumerate(groups):
            row = _laid(choice["names"], names)
            out.append(_numbered(form, under, p=county, c=len(names), n=row) + "\n")
            given += entries(county, names)
    return "".join(out), given


def _notices(choice: Choice) -> Written:
    """Types, counties and names in one line; names and counties stand between different signs."""
    item, group, between = choice["item"], choice["group"], choice["type break"]
    if item == group or (item == "，" and "（{n}）" in choice["county"]):
        return None
    parts, given = [], []
    for at, (kind, groups) in enumerate(_NOTICE):
        rows = [choice["county"].format(p=county, n=item.join(names), c=len(names))
                for county, names in groups]  # fmt: skip
        total = sum(len(names) for _, names in groups)
        parts.append(_numbered(choice["type"], at, t=kind, c=total) + group.join(rows))
        given += [one for county, names in groups for one in entries(county, names)]
    return choice["opening"] + between.join(parts) + ("" if between == "\n" else "。"), given


PRODUCTS = {
    "words": Product({"form": _WORDED, "word": _WORDS.split(), "tier": tuple(_TIERS)}, _words),
    "counties": Product(
        {
            "list": tuple(_BELOW),
            "county": ("{p}", "{z}、{p}", "{p}（{c}个）", "（{z}）{p}", "【{p}】", "{p}：",
                       "{k}.{p}"),
            "type": ("{t}", "{t}（{c}个）", "{t}：", "{k}.{t}", "（{z}）{t}", "{t}名单",
                     "{z}、{t}", "（{z}）{t}（{c}个）", "【{t}】"),
            "names": ("lines", "row", "1.", "（1）"),
            "word": ("示范", "先进"),
            "title": tuple(TITLES),
        },
        _counties,
    ),
    "types": Product(
        {
            "list": tuple(_OVER),
            "county": ("{p}\n{n}", "{z}、{p}\n{n}", "{p}（{c}个）\n{n}", "（{z}）{p}\n{n}",
                       "{p}：{n}", "{p}：\n{n}", "{k}.{p}：{n}",
                       "{p}（{c}个）：{n}", "{p} {n}", "{p}——{n}"),
            "type": ("{t}", "{t}（{c}个）", "{z}、{t}", "{z}、{t}（{c}个）", "{t}名单",
                     "（{z}）{t}", "【{t}】", "{z}、石家庄市{t}（{c}个）",
                     "{z}、市级{t}（{c}个）", "{z}、第一批{t}名单"),
            "names": ("row", "lines"),
            "word": ("示范", "平安"),
            "title": ("", "title"),
        },
        _types,
    ),
    "notices": Product(
        {
            "type": ("{z}、{t}（{c}个）", "（{z}）{t}：", "{k}.{t}（{c}个）：", "{t}{c}个：",
                     "{t}（{c}个）：", "【{t}】", "{t}：", "◆{t}（{c}个）", "{t}{c}个，分别是"),
            "county": ("{p}{n}", "{p}（{n}）", "{p}：{n}", "{p}{c}个：{n}",
                       "{p}（{c}个）：{n}", "{p}的{n}"),
            "item": ("、", "，"),
            "group": ("；", "，", "。", "; ", "、"),
            "type break": ("。", "；", "\n", " ", ""),
            "opening": (
                "", "2022年石家庄市示范单位名单：", "近日，石家庄市公布2022年示范单位名单。"
            ),
        },
        _notices,
    ),
    "around": AROUND,
    "sentences": SENTENCES,
    "groups": GROUPED,
    **LISTS,
}  # fmt: skip
