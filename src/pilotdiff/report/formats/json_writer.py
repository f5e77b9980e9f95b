"""Any answer as JSON, laid out for a reader or one record a line; written as it is made."""

import json
from collections.abc import Iterable, Iterator

from pilotdiff.report.answer import Answer, EachOnALine, PlainRecord


def lines(records: Iterable[PlainRecord]) -> Iterator[str]:
    """Yield one record a line."""
    return (_line(record) + "\n" for record in records)


def text(answer: Answer) -> Iterator[str]:
    """Yield the answer as one object; one with records of a line each has a member a line."""
    plain = answer.plain()
    if isinstance(plain, EachOnALine):
        return lines(plain.records)
    if any(isinstance(member, EachOnALine) for member in plain.values()):
        return _by_line(plain)
    return iter((json.dumps(plain, ensure_ascii=False, indent=1) + "\n",))


def _by_line(plain: PlainRecord) -> Iterator[str]:
    before = "{\n"
    for name, member in plain.items():
        yield f"{before}{_line(name)}: "
        if isinstance(member, EachOnALine):
            yield "["
            separator = "\n"
            for record in member.records:
                yield separator + _line(record)
                separator = ",\n"
            yield "\n]"
        else:
            yield _line(member)
        before = ",\n"
    yield "\n}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
