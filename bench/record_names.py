"""Names of the statistical codes without the parents that some years write before them."""

from collections.abc import Iterable

from pilotdiff.model import Level
from pilotdiff.names import split

# What may stand behind a parent's name as a name of its own; 青冈县林场 is one as it is.
_ENDS = {
    Level.TOWNSHIP: ("街道", "街道办事处", "街道办", "镇", "乡", "苏木"),
    Level.COMMUNITY: ("村", "社区", "嘎查"),
}
# No names: 西园街道虚拟社区, 三坝乡街道社区, 双江镇社区社区.
_NO_STEMS = ("虚拟", "街道", "社区", "管理")


def own_name(level: Level, name: str, parents: Iterable[str]) -> str:
    """Return a name without its parents: 济源市轵城镇 in 济源市, 神木镇惠泉路社区 in 神木镇.

    >>> own_name(Level.TOWNSHIP, "四平市铁东区平东街道", ["四平市", "铁东区"])
    '平东街道'
    >>> own_name(Level.COMMUNITY, "金渡镇社区", ["金渡镇"])
    '金渡镇社区'
    """
    for parent in sorted(filter(None, parents), key=len, reverse=True):
        rest = name.removeprefix(parent)
        if rest != name and _is_a_name(level, rest):
            return own_name(level, rest, parents)
    return name


def _is_a_name(level: Level, text: str) -> bool:
    if level is Level.TOWNSHIP:
        return any(text.endswith(end) and text != end for end in _ENDS[level])
    stem, kind = split(level, text)
    return bool(stem) and stem not in _NO_STEMS and kind in _ENDS[level]
