"""The numbers that lists are given by their presentation, as a reader sees them."""

from pilotdiff.patterns import pattern

_DIGITS = "零一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED = 0x2460
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_BEGINS = pattern(
    r"\s*(?:第?[（(]?\s*(?:[0-9０-９]+|[一二三四五六七八九十百]+)\s*[)）.．、,，:：条批]|[①-⑳㈠-㈩])"
)


def begins_with_ordinal(text: str) -> bool:
    """Tell whether the text carries a number of its own: "1.", "（一）", "①".

    >>> begins_with_ordinal("（三）清岗县"), begins_with_ordinal("清岗县")
    (True, False)
    """
    return _BEGINS.match(text) is not None


def ordinal(number: int, style: str) -> str:
    """Return the number in a style of Word's numbering (ECMA-376, ST_NumberFormat), "" for bullets.

    Styles that are not known here are shown as decimal.
    """
    if style in ("bullet", "none"):
        return ""
    if number < 1 or number > 9_999:
        return str(number)
    if style in _CHINESE:
        return chinese(number)
    if style in ("lowerRoman", "upperRoman"):
        return _case(_roman(number), style)
    if style in ("lowerLetter", "upperLetter"):
        return _case(chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1), style)
    return _other(number, style)


_CHINESE = frozenset({
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "ideographDigital",
    "japaneseCounting",
    "koreanCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
})  # fmt: skip


def _other(number: int, style: str) -> str:
    if style in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and number <= 20:
        return chr(_CIRCLED + number - 1)
    if style in ("decimalFullWidth", "decimalFullWidth2"):
        return str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)})
    if style == "decimalZero":
        return f"{number:02}"
    if style == "ideographTraditional":
        return _STEMS[(number - 1) % 10]
    if style == "ideographZodiac":
        return _BRANCHES[(number - 1) % 12]
    return str(number)


def chinese(number: int) -> str:
    """Write 1 to 9999 as it is read aloud: 12 is 十二, 105 is 一百零五, 20 is 二十.

    >>> chinese(105)
    '一百零五'
    """
    written, gap = "", False
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, value)
        if digit:
            written += ("零" if gap else "") + _DIGITS[digit] + unit
            gap = False
        else:
            gap = bool(written)
    return written.removeprefix("一") if written.startswith("一十") else written


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def _case(text: str, style: str) -> str:
    return text.upper() if style.startswith("upper") else text
