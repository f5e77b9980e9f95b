"""Categories: 便民服务型, 智慧科技型 …; 型 and 试点 are wording, not a difference."""

from pilotdiff.patterns import pattern

_QUOTES = str.maketrans({"「": "“", "」": "”", "『": "“", "』": "”"})
_TAIL = pattern(r"(?:社区|街道|乡镇|镇|村)?(?:试点|示范)?(?:社区|街道|乡镇|镇|村|单位|项目|类别)?$")
_WORDING = pattern(r"(?:型|类型|类|式|试点|示范)+$")
# 项目化型 is what has become a project; 文化型, 绿化型 are of what is called so.
_INTO_A_TYPE = pattern(r"(?<![文绿美净亮教])化型(?=[”]?$)", needs="化")
_MARKS = pattern(r"[“”\"「」『』‘’\s]")
_NUMBER = pattern(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．]")


def canonical(text: str) -> str:
    """Return a category as shown: without 试点 and level words, 化型 as 化, quotes as published.

    >>> canonical("社区服务项目化型"), canonical("传统文化型")
    ('社区服务项目化', '传统文化型')
    """
    text = text.strip().translate(_QUOTES)
    if text.count('"') == 2:
        text = text.replace('"', "“", 1).replace('"', "”", 1)
    return _INTO_A_TYPE.sub("化", text)


def category_key(text: str) -> str:
    """Return what two categories are compared by: no quotes, no 型, no 试点, no level words.

    >>> category_key("智慧科技型"), category_key("智慧科技")
    ('智慧科技', '智慧科技')
    """
    text = _NUMBER.sub("", _MARKS.sub("", text))
    shorter = _TAIL.sub("", text) or text
    return _WORDING.sub("", shorter) or shorter
