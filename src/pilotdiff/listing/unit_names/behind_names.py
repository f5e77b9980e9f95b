"""What stands right behind a name with no sign between them: a house or an estate in a community
(东岭社区|东岭家园), and what a place is known for (白溪镇|剪纸之乡)."""

from pilotdiff.listing.clause_words import has_clause_word
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.model import Level
from pilotdiff.patterns import pattern

# 东岭社区|东岭北路130号家属院, 东岭社区|东岭家园.
HOUSE = (
    r"(?<=社区|委会|.村)(?=\p{Han}{0,12}\d{1,4}[号弄栋幢楼院户](?:\p{Han}|\d){0,16}\s*$)"
    r"|(?<=社区|委会)(?=\p{Han}{2,16}(?:家园|花园|公寓|大厦|大院|家属[院楼区]|住宅楼|商住楼|宿舍"
    r"|自建房区?域?|[一二三四五六\d]{1,2}期|[A-Z]区)\s*$)"
)
_HOUSE = pattern(HOUSE)
_KNOWN_FOR = pattern(r"(?<=[县市区旗镇乡道])(?=\p{Han}{2,8}之[乡城]$)", needs="之")
# What is done with a home is no name of one: 东岭社区|打造幸福家园.
_DOING = pattern(r"[是为有被的]|打造|建[设成]|共[建创享]|创建|构[建筑]|营造|成为|幸福|美[丽好]")


def remark_behind(name: str) -> int:
    """Return where the words begin that stand behind the unit which a text begins with, 0 where
    none do.

    >>> remark_behind("白溪街道东岭社区东岭家园"), remark_behind("东岭社区打造美好家园")
    (8, 0)
    >>> remark_behind("清岗县白溪镇剪纸之乡"), remark_behind("清岗省民间艺术之乡")
    (6, 0)
    """
    for match in (*_HOUSE.finditer(name), *list(_KNOWN_FOR.finditer(name))[::-1]):
        at = match.start()
        if has_clause_word(name[at:]) or _DOING.search(name, at):
            continue
        unit = read_unit(name[:at])
        if unit and unit.sure > DOUBTFUL and unit.level.depth >= Level.COUNTY.depth:
            return at
    return 0
