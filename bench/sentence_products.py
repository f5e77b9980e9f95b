"""Sentences that tell of chosen units, in every form: products of composed_headings."""

from collections.abc import Mapping

from composed_product import Choice, Product, Written, entries

_PATHS: Mapping[str, list[tuple[str, ...]]] = {
    "村": [
        ("正定县", "白石镇", "东岭村"), ("正定县", "青石镇", "西岭村"),
        ("灵寿县", "黑石镇", "南岭村"),
    ],
    "镇": [("正定县", "白石镇"), ("正定县", "青石镇"), ("灵寿县", "黑石镇")],
    "县": [("石家庄市", "正定县"), ("石家庄市", "灵寿县"), ("保定市", "涞水县")],
}  # fmt: skip
_TIERS = {"村": "community", "镇": "township", "县": "county"}
_ROWS = (
    "、", "，", "和", "以及", "place once，", "place once、", "的", "quotes", "quotes、",
    "brackets",
)  # fmt: skip
# {t} is the tier, {n} the row; a verdict alone stands behind the row.
_VERDICTS = (
    "被命名为省级示范{t}。", "入选。", "等3个{t}榜上有名。", "3个{t}获评省级乡村治理示范{t}。",
    "成功入选全国乡村治理示范{t}。", "上榜", "为2022年度省级乡村治理示范{t}。", "光荣上榜！",
    "脱颖而出，获此殊荣。", "等{t}被列为试点。", "3{t}入围公示名单，公示期为5个工作日。",
    "正式授牌。",
    "入选的{t}：{n}。", "入选的{t}分别是：{n}。", "入选的{t}包括{n}。", "入选的{t}有{n}。",
    "将{n}列为省级示范{t}。", "拟认定{n}为省级示范{t}。", "认定{n}为省级示范{t}。",
)  # fmt: skip
_OPENINGS = (
    "", "近日，河北省农业农村厅公布2022年乡村治理示范名单，", "记者从省民政厅获悉，",
    "经县级推荐、市级审核，", "12月3日，第三批全国示范名单公布，河北省3个{t}入选。其中，", "我省",
    "喜报！", "河北省3个{t}入选。",
)  # fmt: skip


def _row(form: str, units: list[tuple[str, ...]]) -> str:
    """The units as one row."""
    whole = ["".join(unit) for unit in units]
    (place, *first), (_, *second), (other, *third) = units
    one, two, three = "".join(first), "".join(second), "".join(third)
    match form:
        case "和" | "以及":
            return f"{whole[0]}、{whole[1]}{form}{whole[2]}"
        case "place once，" | "place once、":
            return f"{place}{one}、{two}{form[-1]}{other}{three}"
        case "的":
            return f"{place}的{one}、{two}和{other}的{three}"
        case "quotes":
            return "".join(f"“{name}”" for name in whole)
        case "quotes、":
            return "、".join(f"“{name}”" for name in whole)
        case "brackets":
            return "、".join(f"{unit[-1]}（{''.join(unit[:-1])}）" for unit in units)
    return form.join(whole)


def _sentences(choice: Choice) -> Written:
    """A sentence that tells of three units of a tier."""
    tier = choice["tier"]
    units, verdict = _PATHS[tier], choice["verdict"].replace("{t}", tier)
    row = _row(choice["row"], units)
    said = verdict.replace("{n}", row) if "{n}" in verdict else row + verdict
    over = "河北省?" if tier == "县" else "河北省?/石家庄市?"
    given = [f"{_TIERS[tier]}: {over}/{'/'.join(unit)}" for unit in units]
    return choice["opening"].replace("{t}", tier) + said, given


SENTENCES = Product(
    {"tier": tuple(_PATHS), "row": _ROWS, "verdict": _VERDICTS, "opening": _OPENINGS}, _sentences
)

_GROUPS = [
    ("正定县", ["白石镇东岭村", "青石镇西岭村"]), ("灵寿县", ["黑石镇南岭村"]),
    ("平山县", ["金石镇上岭村", "金石镇下岭村", "银石镇中岭村"]),
]  # fmt: skip
# {p} is the place, {c} how many it has, {n} their names.
_FORMS = (
    "{p}{c}个：{n}", "{p}{c}个，分别是{n}", "{p}{c}个，分别为{n}", "{p}的{n}", "{p}有{n}",
    "{p}有{c}个，即{n}", "{p}（{n}）", "{p}（{c}个）：{n}", "{p}{c}个（{n}）", "{p}{n}", "{p}：{n}",
    "{p}为{n}", "{p}{c}个村：{n}", "{p}{c}个村（{n}）", "{p}{c}个村入选，分别是{n}",
    "{p}{c}个，{n}",
    "{p}包括{n}",
)  # fmt: skip


def _grouped(choice: Choice) -> Written:
    """A sentence, or several, that tell of the villages of three counties."""
    rows = []
    for place, names in _GROUPS:
        last = choice["last sign"].join(names[-2:])
        row = "、".join([*names[:-2], last])
        rows.append(choice["group"].format(p=place, c=len(names), n=row))
    given = [one for place, names in _GROUPS for one in entries(place, names)]
    return choice["opening"] + choice["between"].join(rows) + choice["end"], given


GROUPED = Product(
    {
        "group": _FORMS,
        "between": ("；", "，", "。"),
        "last sign": ("、", "和"),
        "end": ("。", "，均为省级示范村。", "入选。", "等6个村被命名为示范村。", ""),
        "opening": (
            "", "近日，石家庄市公布2022年示范村名单，共6个村入选。其中，", "名单如下：",
            "石家庄市6个村入选，其中", "2022年石家庄市示范村名单：",
            "经评审，拟命名6个村为市级示范村，其中",
        ),
    },
    _grouped,
)  # fmt: skip
