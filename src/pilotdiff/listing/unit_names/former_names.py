"""The names that a unit had at another time or has beside its own, as a note gives them."""

from pilotdiff.listing.naming import read_unit
from pilotdiff.names import joined
from pilotdiff.patterns import pattern

_FORMER = pattern(
    # 原属石桥村: it was a part of that, and does not bear its name.
    # 含原石桥村: it is listed as one with that, and never bore its name.
    r"(?:原名|原称|原为|原系|曾用名|旧[名称]|前身(?:为|是)?|原来的|(?<![含括])原(?!属)"
    r"|[又亦也]名|[又亦也]称|[又也]叫|别[名称]|俗称)[:：]?\s*(?P<named>[^，,；;。]+)"
    r"|由(?P<renamed>[^，,；;。]+?)(?:更名|改名|合并|撤并|调整|改设|组成|变更)[^，,；;。]*"
    # 石桥村更名而来, 石桥村撤村建居, 合并石桥村、长坝村.
    r"|^(?:\d{4}年)?(?P<was>(?!由|\d{4}年)[^，,；;。]+?)(?:更名|改名|改称|易名|改居|改社区|撤村[建改](?:居|社区))(?:而[来成])?$"
    r"|^(?:\d{4}年)?合并(?P<took>[^，,；;。]+?[、和与及][^，,；;。]+?)(?:而成)?$"
    # Several names that were made one, with no word before them: 石桥村、长坝村合村并居.
    r"|^(?:\d{4}年)?(?P<joint>(?![与和同拟未不将由]|\d{4}年)[^，,；;。]+?[、和与及][^，,；;。]+?)"
    r"(?:[两二三四五]个?[村镇乡])?(?:合并|撤并|归并|[合撤][村镇乡]并|[两二三四五][村镇乡]合一)"
    r"(?!前|申报|推荐|上报|创建)"
    r"|(?:[现今]?[已后]?(?:更名|改名|改称|易名)(?:为|成|后[为叫]?)?|[现今](?:名|称|为)|^[现今])[:：]?\s*(?P<later>[^，,；;。]+)"
)
# 原石桥村和|原|长坝村|合并而成.
_AROUND_FORMER = pattern(
    r"^原|(?:[两二三四五六]个?(?:社区|街道|[村镇乡]))?(?:更名|改名|合并|撤并|调整).*$"
)
# 石桥、长坝两村, 石桥、长坝村.
_KIND_OF_ALL = pattern(
    r"(?:[两二三四五]个?|(?<=.))(?P<kind>社区|街道|[村镇乡])(?=合并|撤并|归并|[合撤][村镇乡]并|[两二三四五][村镇乡])"
)


def former_names(note: str) -> list[str]:
    """Return the names that a unit had or has at another time or beside its own, as a note gives
    them.

    >>> former_names("原甲镇乙村"), former_names("现更名为丙村"), former_names("现状良好")
    (['甲镇乙村'], ['丙村'], [])
    >>> former_names("又名石桥村"), former_names("含原石桥村")
    (['石桥村'], [])
    >>> former_names("原石桥村、永和村合并而成"), former_names("原石桥村与和平村合并")
    (['石桥村', '永和村'], ['石桥村', '和平村'])
    >>> former_names("石桥、长坝两村合村并居"), former_names("石桥村、长坝村合并申报")
    (['石桥村', '长坝村'], [])
    >>> former_names("石桥村更名而来"), former_names("石桥村更名申报")
    (['石桥村'], [])
    >>> former_names("2020年由石桥村更名"), former_names("原石桥、长坝两村合并")
    (['石桥村'], ['石桥村', '长坝村'])
    >>> former_names("合并石桥村、长坝村"), former_names("原石桥村和原长坝村")
    (['石桥村', '长坝村'], ['石桥村', '长坝村'])
    """
    names = []
    for match in _FORMER.finditer(note):
        pieces = joined(next(filter(None, match.groups())))
        said = [_AROUND_FORMER.sub("", each.strip()) for each in pieces]
        together = match["joint"] or (len(pieces) > 1 and match["named"])
        kind = _KIND_OF_ALL.search(match[0] if together else "")
        for name in said:
            whole = name + kind["kind"] if kind and not name.endswith(kind["kind"]) else name
            names += [each for each in (name, whole) if read_unit(each) is not None][:1]
    return names
