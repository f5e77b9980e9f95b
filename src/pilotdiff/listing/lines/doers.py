"""Who does, leads or watches the work of a list's units: 责任单位：清岗县民政局."""

import re
from functools import cache

from pilotdiff.listing.vocabulary import any_of
from pilotdiff.model import msg
from pilotdiff.patterns import pattern

DOERS = msg("those who do the work, by the label before them")


def doers_from(text: str, start: int = 0) -> int:
    """Return where a label of doers begins at `start` or behind a name; -1 where there is none.

    >>> [doers_from(line) for line in ("牵头单位：白溪镇", "东岭社区 责任单位：白溪镇", "东岭村")]
    [0, 5, -1]
    """
    match = _label().search(text, start) if "：" in text or ":" in text else None
    before = text[start : match.start()].strip() if match else ""
    if match is None or (before and text[match.start() - 1] not in " \u3000\t，,；;。"):
        return -1
    return match.start()


@cache
def _label() -> re.Pattern[str]:
    return pattern(rf"{any_of('doers.txt')}[：:]")


# Whom they help, behind them: 帮扶单位：省水利厅 帮扶村：清岗县东岭村.
_HELPED = pattern(
    r"(?<=[\s，,；;。])(?:受)?(?:帮扶|结对|联系|包联|包保|包扶|挂钩|挂联|派驻|驻点|驻|定点|共建)"
    r"(?:帮扶|联系|共建)?(?:的)?(?:[村镇乡县]|社区|乡镇|街道|村（社区）|对象|点)(?:名称)?[：:]\s*",
    needs="：:",
)


def helped_from(text: str, start: int) -> int:
    """Return where the units begin for which doers, whose label opens a line, do the work; -1 where
    the line names none.

    >>> helped_from("帮扶单位：省水利厅 帮扶村：清岗县东岭村", 0)
    14
    """
    helped = _HELPED.search(text, start)
    return helped.end() if helped is not None else -1
