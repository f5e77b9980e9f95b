"""What stands in a list of units and is none: 清岗民族大学, a name that cannot be read."""

import re
from functools import cache

from pilotdiff.listing.clause_words import has_clause_word
from pilotdiff.listing.vocabulary import any_of, rows_of_words
from pilotdiff.patterns import IN_BRACKETS, pattern

_NO_NAME = pattern(r"[的了在将对把被是已并共也均“”《》\d]|为(?!民)|进行|开展|推进|加强")
OFFICE = pattern(
    r"(?:人民政府|办公[室厅]|委员会|[部委厅局办院]|政府|联合会|协会|中心|妇联|工会"
    r"|(?:领导|工作|协调)小?组|专班|[支总]队)$"
)
_NAMED = pattern(r"^(?:申报|入选)|(?:的?名称|全称|名单|名)$")
_LONGEST = 24


@cache
def _institution() -> re.Pattern[str]:
    return pattern(rf"{any_of('institutions.txt')}(?:{IN_BRACKETS})?$")


def is_institution(text: str) -> bool:
    """Tell whether a text ends like a body or site that is no place: 清岗民族大学.

    >>> is_institution("清岗民族大学"), is_institution("清岗县")
    (True, False)
    """
    return _institution().search(text.strip()) is not None


@cache
def _body() -> re.Pattern[str]:
    words = [word for word, *site in rows_of_words("institutions.txt") if not site]
    return pattern(rf"(?:{'|'.join(words)})(?:{IN_BRACKETS})?$")


def is_body(text: str) -> bool:
    """Tell whether a text ends like a school, a hospital or a firm, and not like a site, which a
    list of units may hold.

    >>> is_body("清岗县第二中学"), is_body("清岗农场")
    (True, False)
    """
    return _body().search(text.strip()) is not None


def is_body_heading(heading: str) -> bool:
    """Tell whether a column is headed by the very word for a school, a hospital or a firm; one in
    charge of something (牵头医院) stands beside what is listed.

    >>> is_body_heading("学校名称"), is_body_heading("牵头医院")
    (True, False)
    """
    words = {word for word, *site in rows_of_words("institutions.txt") if not site}
    return _NAMED.sub("", heading.strip()) in words


def is_office(text: str) -> bool:
    """Tell whether a text ends like an office: who proposes units or signs, and none itself.

    >>> is_office("清岗省农业农村厅"), is_office("清岗区妇联"), is_office("长局村")
    (True, True, False)
    """
    return OFFICE.search(text.strip()) is not None


_GOVERNS = pattern(
    r"(?<![村居民])(?:工作|管理)委员会$|管委会$|工委$|(?:办事|管理)处$|管理局$|人民政府$"
)


def governs(text: str) -> bool:
    """Tell whether a text ends like the body over an area, which a list may put over what lies
    there.

    >>> governs("清岗社区工作委员会"), governs("清岗村民委员会")
    (True, False)
    """
    return _GOVERNS.search(text.strip().rstrip("：:")) is not None


def may_stand_among_names(text: str) -> bool:
    """Tell whether a text may be an item of a list of units without being one (清岗民族大学,
    将*山社区).

    A clause of a sentence (大力推进社区治理) is none.

    >>> may_stand_among_names("清岗大学"), may_stand_among_names("进行清岗")
    (True, False)
    """
    text = text.strip()
    if not 1 < len(text) <= _LONGEST:
        return False
    return is_institution(text) or (not has_clause_word(text) and _NO_NAME.search(text) is None)
