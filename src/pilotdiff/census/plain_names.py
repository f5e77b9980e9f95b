"""Names of villages and communities in which nothing can be odd: most of a nation's."""

from pilotdiff.patterns import pattern

# A character that some doubt of `odd_names` or `odd_words` needs before the kind: ends of places
# and offices, words of a page, of a verdict or a sentence, what joins two names.
_TELLING = (
    "省市州盟县区旗镇乡道村社某及其以述不暂撤取除候备增拟有别括原局场心站会室部府报件知页码动击"
)
# Neither signs nor letters nor digits: every character is of a script beyond the alphabets.
_PLAIN = pattern(
    rf"[^\x00-\u33ff\ue000-\uffff{_TELLING}]{{1,7}}"
    r"(?:(?:村|社区)(?:[居村]?委会|[居村]?民委员会)?|居委会|居民委员会)"
)


def is_plain(name: str) -> bool:
    """Tell whether a name is a village's or a community's, without any character that a doubt of
    its words needs.

    >>> is_plain("东岭村"), is_plain("白石镇东岭村"), is_plain("拟东岭村"), is_plain("东岭")
    (True, False, False, False)
    """
    return _PLAIN.fullmatch(name) is not None
