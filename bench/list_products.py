"""Lists of towns, of several tiers, in batches, with tiers numbered alike, and what stands around
lists: products of composed_headings.

Cities and counties are real, all that stands below them is made up.
"""

from collections.abc import Sequence

from composed_product import TITLES, Choice, Product, Written, entries

_ZH = "一二三四五六七"
_CIRCLES = "①②③④⑤⑥⑦"
# Places with what stands below them.
_Groups = list[tuple[str, list[str]]]


def _numbered(form: str, at: int, **values: object) -> str:
    """A form with its numbers: {z} in characters, {k} in digits, {o} in a circle."""
    return form.format(z=_ZH[at], k=at + 1, o=_CIRCLES[at], **values)


def _laid(form: str, sign: str, names: Sequence[str]) -> str:
    return sign.join(_numbered(form, at, t=name) for at, name in enumerate(names))


def _wanted(groups: _Groups) -> list[str]:
    return [one for county, names in groups for one in entries(county, names)]


_TOWNS: dict[str, _Groups] = {
    "towns": [
        ("正定县", ["白石镇", "青石乡"]),
        ("灵寿县", ["黑石镇"]),
        ("平山县", ["金石镇", "银石乡", "红石镇"]),
    ],
    "streets": [
        ("长安区", ["白石街道", "青石街道"]),
        ("桥西区", ["黑石街道"]),
        ("正定县", ["金石镇", "银石街道办事处", "红石乡"]),
    ],
}


def _towns(choice: Choice) -> Written:
    """Towns and streets below their counties, behind them or with them in their rows."""
    form, groups = choice["county"], _TOWNS[choice["list"]]
    rows = []
    for over, (county, names) in enumerate(groups):
        paths = [form.format(p=county, t=name) for name in names] if "{t}" in form else names
        row = _laid(choice["town"], choice["sign"], paths)
        whole = "{n}" if "{t}" in form else form
        rows.append(_numbered(whole, over, p=county, c=len(names), n=row))
    return TITLES[choice["title"]] + "\n".join(rows), _wanted(groups)


_MIXED: dict[str, _Groups] = {
    "县": [("", ["正定县", "灵寿县"])],
    "镇": [("正定县", ["白石镇", "青石镇"]), ("平山县", ["金石镇"])],
    "村": [("正定县", ["白石镇东岭村"]), ("灵寿县", ["黑石镇西岭村", "黑石镇南岭村"])],
}


def _mixed(choice: Choice) -> Written:
    """Counties, towns and villages in one list: each tier below a heading, or none."""
    head, group, sign = choice["head"], choice["group"], choice["sign"]
    if not head and "{n}" in group and sign != "\n":
        return None
    lines, given = [], []
    for at, tier in enumerate(choice["order"].split()):
        groups = _MIXED[tier]
        if head:
            total = sum(len(names) for _, names in groups)
            lines.append(_numbered(head, at, t=choice["word"] + tier, c=total))
        for county, names in groups:
            over = group if county else "{n}"
            paths = names if "{n}" in over else [over.format(p=county, t=name) for name in names]
            row = _laid(choice["row"], sign, paths)
            whole = over if "{n}" in over else "{n}"
            lines.append(whole.format(p=county, c=len(names), n=row))
            of_county = [f"county: 河北省?/石家庄市?/{name}" for name in names]
            given += entries(county, names) if county else of_county
    return TITLES[choice["title"]] + "\n".join(lines), given


_BATCHES: dict[str, list[tuple[str, _Groups]]] = {
    "村": [
        ("2021", [("正定县", ["白石镇东岭村", "白石镇西岭村"]), ("灵寿县", ["黑石镇南岭村"])]),
        ("2022", [("正定县", ["青石镇北岭村"]), ("平山县", ["金石镇上岭村", "金石镇下岭村"])]),
    ],
    "镇": [
        ("2021", [("正定县", ["白石镇", "青石镇"]), ("灵寿县", ["黑石镇"])]),
        ("2022", [("正定县", ["红石镇"]), ("平山县", ["金石镇", "银石镇"])]),
    ],
    "县": [
        ("2021", [("石家庄市", ["正定县", "灵寿县"]), ("唐山市", ["滦南县"])]),
        ("2022", [("石家庄市", ["平山县"]), ("唐山市", ["乐亭县", "迁西县"])]),
    ],
}
_NAMED = {"2021": "第一批", "2022": "第二批"}


def _batches(choice: Choice) -> Written:
    """Batches over places, below them or in their rows."""
    years = _BATCHES[choice["list"]]
    lay = {"over": _batches_over, "below": _batches_below, "row": _batches_in_rows}
    text = lay[choice["where"]](choice, years)
    groups = [group for _, groups in years for group in groups]
    of_cities = [f"county: 河北省?/{city}?/{one}" for city, names in groups for one in names]
    given = of_cities if choice["list"] == "县" else _wanted(groups)
    return TITLES[choice["title"]] + text, given


def _batches_over(choice: Choice, years: Sequence[tuple[str, _Groups]]) -> str:
    lines = []
    for at, (year, groups) in enumerate(years):
        number = sum(len(names) for _, names in groups)
        lines.append(_numbered(choice["batch"], at, y=year, c=number))
        for over, (place, names) in enumerate(groups):
            row = choice["sign"].join(names)
            lines.append(_numbered(choice["place"], over, p=place, c=len(names), n=row))
    return "\n".join(lines)


def _batches_below(choice: Choice, years: Sequence[tuple[str, _Groups]]) -> str:
    lines = []
    places = dict.fromkeys(place for _, groups in years for place, _ in groups)
    for over, place in enumerate(places):
        own = [(at, year, dict(groups).get(place)) for at, (year, groups) in enumerate(years)]
        number = sum(len(names or ()) for *_, names in own)
        lines.append(_numbered(choice["place"], over, p=place, c=number, n="").rstrip("\n"))
        for at, year, names in own:
            if names:
                head = _numbered(choice["batch"], at, y=year, c=len(names))
                lines.append(head + choice["inner"] + choice["sign"].join(names))
    return "\n".join(lines)


def _batches_in_rows(choice: Choice, years: Sequence[tuple[str, _Groups]]) -> str:
    return "\n".join(
        choice["row"].format(p=place, n=name, y=year, b=_NAMED[year])
        for year, groups in years
        for place, names in groups
        for name in names
    )


_VILLAGES: _Groups = [
    ("正定县", ["白石镇东岭村", "青石镇西岭村"]),
    ("灵寿县", ["黑石镇南岭村"]),
]
_OF_TOWNS: _Groups = [("正定县", ["白石镇", "青石镇"]), ("灵寿县", ["黑石镇"])]
_LISTS: dict[str, tuple[str, _Groups]] = {
    "below counties": (
        "正定县\n白石镇东岭村\n青石镇西岭村\n灵寿县\n黑石镇南岭村",
        _VILLAGES,
    ),
    "rows": ("正定县白石镇东岭村\n正定县青石镇西岭村\n灵寿县黑石镇南岭村", _VILLAGES),
    "numbered": ("1.正定县白石镇东岭村\n2.正定县青石镇西岭村\n3.灵寿县黑石镇南岭村", _VILLAGES),
    "towns": ("正定县：白石镇、青石镇\n灵寿县：黑石镇", _OF_TOWNS),
    "counted towns": ("一、正定县（2个）\n白石镇\n青石镇\n二、灵寿县（1个）\n黑石镇", _OF_TOWNS),
    "one county": ("正定县示范村名单\n白石镇东岭村\n青石镇西岭村", _VILLAGES[:1]),
}
_BEHIND = (
    "",
    "石家庄市农业农村局\n2022年3月1日",
    "石家庄市人民政府办公室 2022年3月1日印发",
    "抄送：市委办公室，市人大常委会办公室，市政协办公室。",
    "联系人：张三，联系电话：0311-12345678",
    "备注：排名不分先后",
    "说明：1.本名单有效期三年。\n2.由石家庄市农业农村局负责解释。",
    "注：带*的为新增村。",
    "（此件公开发布）",
    "公示期间如有异议，请向正定县农业农村局反映。",
    "上一篇：灵寿县卫生村名单\n下一篇：平山县示范村名单",
    "附件：1.示范村名单\n2.示范镇名单",
    "地址：正定县常山东路1号 邮编：050800",
    "监督电话：0311-12345678（正定县）、0311-87654321（灵寿县）",
    "中共正定县委组织部\n正定县民政局\n2022年3月1日",
    "备注：东岭村由白石镇推荐。",
    "说明：正定县、灵寿县为省级示范县。",
    "名单公布后，正定县、灵寿县要加强管理。",
    "友情链接 河北省人民政府 石家庄市人民政府",
    "相关阅读：2021年石家庄市示范村名单",
    "— 3 —",
    "填报单位：正定县民政局（盖章）",
)
_BEFORE = (
    "",
    "石家庄市2022年示范名单\n",
    "各县（市、区）人民政府：\n根据正定县、灵寿县申报，经研究，现将名单公布如下：\n",
    "首页 > 新闻中心 > 正文\n示范名单公布\n发布时间：2022-03-01 来源：正定县\n",
    "日前，石家庄市公布了示范单位名单，正定县2个单位入选。\n",
)


def _surrounded(choice: Choice) -> Written:
    """A plain list with what stands before and behind it."""
    text, groups = _LISTS[choice["list"]]
    return choice["before"] + text + choice["between"] + choice["behind"], _wanted(groups)


_TREE = [
    ("正定县", [("白石镇", ["东岭村", "西岭村"]), ("青石镇", ["南岭村"])]),
    ("灵寿县", [("黑石镇", ["北岭村", "上岭村", "下岭村"])]),
]
_MARKS = ("", "{z}、", "（{z}）", "{k}.", "（{k}）", "{o}", "{k}、", "{k} ")
# How villages are laid: a form for each, and the sign between.
_VILLAGE = {
    "、": ("{t}", "、"),
    "，": ("{t}", "，"),
    " ": ("{t}", " "),
    "numbered": ("（{k}）{t}", ""),
    "line": ("{t}", "\n"),
    "line numbered": ("{k}.{t}", "\n"),
}


def _numbers(choice: Choice) -> Written:
    """Tiers with numbers of every form, also one form for several tiers."""
    town, (form, sign) = choice["town"], _VILLAGE[choice["village"]]
    if ("{n}" in town) == (sign == "\n"):
        return None
    out, given, run = [], [], 0
    for over, (county, towns) in enumerate(_TREE):
        total = sum(len(names) for _, names in towns)
        out.append(_numbered(choice["county mark"] + choice["county"], over, p=county, c=total))
        for under, (name, names) in enumerate(towns):
            at = run if choice["numbers"] == "run on" else under
            row = _laid(form, sign, names)
            line = _numbered(choice["town mark"] + town, at, t=name, c=len(names), n=row)
            out.append(line if "{n}" in town else f"{line}\n{row}")
            given += entries(county, [name + one for one in names])
            run += 1
    return TITLES[choice["title"]] + choice["join"].join(out), given


LISTS = {
    "towns": Product(
        {
            "list": tuple(_TOWNS),
            "county": ("{p}\n{n}", "{p}：{n}", "{p}：\n{n}", "{p}（{c}个）\n{n}",
                       "{p}（{c}个）：{n}", "{z}、{p}\n{n}", "（{z}）{p}：{n}", "{p}{c}个：{n}",
                       "{p} {n}", "{p}——{n}", "{p}（{n}）", "【{p}】{n}", "{p}有{c}个：{n}",
                       "{k}.{p}：{n}", "{p}{n}",
                       "{p}{t}", "{p} {t}", "{p}-{t}", "{t}（{p}）", "{t}，{p}", "{p}，{t}",
                       "{p}·{t}", "{p}|{t}", "{t} {p}", "（{p}）{t}"),
            "town": ("{t}", "{k}.{t}", "（{z}）{t}", "{k} {t}", "{o}{t}", "{t}（新增）", "{t}*",
                     "{t} 98.5", "{t}（原银石乡）", "{t}人民政府", "{t}全域", "{t} 省级",
                     "{t}：以茶为主"),
            "sign": ("\n", "、", "，", "；", " "),
            "title": tuple(TITLES),
        },
        _towns,
        2000,
    ),
    "mixed": Product(
        {
            "order": ("县 镇 村", "村 镇 县", "县 镇", "县 村", "镇 村", "镇 县"),
            "head": ("{z}、{t}", "{z}、{t}（{c}个）", "{t}", "{t}：", "{t}（{c}个）",
                     "（{z}）{t}名单", "【{t}】", "{t}名单", "{k}.{t}", "{z}、石家庄市{t}", ""),
            "group": ("{p}：{n}", "{p}\n{n}", "{p}{t}", "{p} {t}", "{t}（{p}）",
                      "{p}（{c}个）：{n}", "{p}-{t}"),
            "row": ("{t}", "{k}.{t}", "（{k}）{t}"),
            "sign": ("\n", "、", "；"),
            "word": ("示范", "省级示范", "第一批示范"),
            "title": tuple(TITLES),
        },
        _mixed,
        2000,
    ),
    "batches": Product(
        {
            "list": tuple(_BATCHES),
            "where": ("below", "row", "over"),
            "batch": ("第{z}批", "第{z}批（{c}个）", "{y}年", "{y}年度", "{y}年（{c}个）",
                      "第{z}批：", "{y}年：", "第{z}批（{y}年）", "{z}、{y}年度",
                      "（{z}）第{z}批名单", "{y}年第{z}批（{c}个）", "【{y}年】",
                      "{y}年度示范名单", "{y}年{c}个：",
                      "{y}年度（{c}个）：", "{y}年度认定名单（共{c}个）"),
            "place": ("{p}：{n}", "{p}\n{n}", "{p}（{c}个）：{n}", "{p}（{c}个）\n{n}",
                      "{z}、{p}\n{n}", "{k}.{p}：{n}", "{p}{n}", "{p} {n}", "{p}{c}个：{n}"),
            "inner": ("\n", "", "："),
            "sign": ("、", "\n", "，"),
            "row": ("{y}年 {p}{n}", "{p}{n} {y}年", "{p}{n}（{y}年）", "{p}{n}（{b}）",
                    "{b} {p}{n}", "{p}{n}，{b}", "{y}年度：{p}{n}", "{p} {n} {b}",
                    "{p} {y} {n}", "{b}：{p}{n}", "{p}{n}（{y}年{b}）", "{y} {p} {n}",
                    "{p}（{b}）：{n}", "{p} {b} {n}", "{b}{p}{n}", "{y}年{p}{n}"),
            "title": tuple(TITLES),
        },
        _batches,
        2000,
    ),
    "surrounded": Product(
        {
            "list": tuple(_LISTS),
            "before": _BEFORE,
            "between": ("\n", "\n\n"),
            "behind": _BEHIND,
        },
        _surrounded,
    ),
    "numbers": Product(
        {
            "county mark": _MARKS,
            "county": ("{p}", "{p}：", "{p}（{c}个）", "{p}{c}个", "{p}{c}个：", "{p}共{c}个"),
            "town mark": _MARKS,
            "town": ("{t}：{n}", "{t}（{c}个）：{n}", "{t}{c}个：{n}", "{t}", "{t}（{c}个）",
                     "{t}：", "{t} {n}", "{t}（{n}）"),
            "village": tuple(_VILLAGE),
            "numbers": ("begin anew", "run on"),
            "join": ("\n", "", " ", "；"),
            "title": tuple(TITLES),
        },
        _numbers,
        2000,
    ),
}  # fmt: skip
