"""What a figure admits: 500多个 is more than 500 and less than 600, 40个左右 is about 40."""

from decimal import Decimal
from typing import NamedTuple

from pilotdiff.model import Figure
from pilotdiff.patterns import pattern

# 超过6.7亿元 is what 6.7多亿元 is: the digits that follow are left out.
_MORE = pattern(r"[多余]|超|逾")
_ABOVE = pattern(r"以上|不少于|至少|达到")
_NEARLY = pattern(r"近")
# How far 左右 and 近 may reach: one in ten.
_NEAR = 0.1
_SCALES = {"亿": 100_000_000.0, "万": 10_000.0}


class StatedExtent(NamedTuple):
    """The number given, and the least and the greatest that it admits."""

    value: float
    least: float
    most: float

    @classmethod
    def exactly(cls, value: float) -> "StatedExtent":
        """Return the bounds of a figure that is exact."""
        return cls(value, value, value)

    def admits(self, other: "StatedExtent") -> bool:
        """Tell whether both can be right."""
        return self.least <= other.most and other.least <= self.most


def extent(figure: Figure) -> StatedExtent:
    """Return the extent of a figure, in its base unit (1.28亿元 in 元)."""
    scale = _SCALES.get(figure.unit[:1], 1.0)
    value = round(figure.value * scale, 4)
    if not figure.about:
        return StatedExtent.exactly(value)
    number, text = figure.value, figure.text
    if _ABOVE.search(text):
        return StatedExtent(value, value, float("inf"))
    if _MORE.search(text):
        return StatedExtent(value, value, value + _step(number) * scale)
    if _NEARLY.search(text):
        return StatedExtent(value, value * (1 - _NEAR), value)
    return StatedExtent(value, value * (1 - _NEAR), value * (1 + _NEAR))


def base_unit(unit: str) -> str:
    """Return the unit without its scale; the words for counting things are one."""
    plain = unit.removeprefix("亿").removeprefix("万")
    return "个" if plain in _COUNTERS else plain


_COUNTERS = frozenset("个家支所项名处座")


def _step(number: float) -> float:
    """Return the size of the last digit that is not 0: 500多 is up to 600, 1100多 to 1200, 6.7 to
    6.8."""
    _, digits, exponent = Decimal(f"{number:g}").normalize().as_tuple()
    return float(Decimal(10) ** int(exponent)) if any(digits) else 1.0
