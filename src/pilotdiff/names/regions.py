"""Parts of the country that are no division, and in whose order lists stand: 华东地区, 长三角."""

from pilotdiff.patterns import pattern

# The regions of the statistics bureau and of national plans, and the parts of a province, called
# by its abbreviation: 苏南, 粤东.
_REGION = pattern(
    r"(?:[东中西]部|东北部?|华[北东中南]|西[北南]|东南|沿海|沿江|内陆|长三角|珠三角|长江三角洲|珠江三角洲"
    r"|京津冀|环渤海|环首都|成渝|粤港澳大?湾区|黄河流域|长江经济带|黄三角"
    r"|[冀晋辽苏浙皖闽赣鲁豫鄂湘粤桂川黔滇陕陇藏疆][东西南北中]{1,2}部?|[南北]疆)"
    r"(?:地区|片区?|区域|组|省份)?"
)


def is_region(text: str) -> bool:
    """Tell whether a text is a part of the country, or of a province, that is no division.

    >>> is_region("长三角地区"), is_region("苏南"), is_region("喀什地区"), is_region("白石地区")
    (True, True, False, False)
    """
    return _REGION.fullmatch(text) is not None
