"""Sentences that tell of chosen units, in every form: a product of composed_headings."""

from collections.abc import Mapping

from composed_product import Choice, Product, Written

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
