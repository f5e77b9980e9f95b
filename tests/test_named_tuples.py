"""Our named tuples are and do what `typing.NamedTuple` makes."""

import pickle
import typing
from typing import Any

import pytest

from pilotdiff import named_tuples


class Ours(named_tuples.NamedTuple):
    """A name and where it stands."""

    name: str
    line: int
    note: "str | None" = None

    @property
    def shown(self) -> str:
        return f"{self.line}: {self.name}"


class Theirs(typing.NamedTuple):
    """A name and where it stands."""

    name: str
    line: int
    note: "str | None" = None

    @property
    def shown(self) -> str:
        return f"{self.line}: {self.name}"


BOTH = pytest.mark.parametrize("kind", [Ours, Theirs])


@BOTH
def test_a_value_has_its_fields_and_does_what_its_class_says(kind: Any) -> None:
    made = kind("白石镇", line=3)
    assert (made.name, made.line, made.note, made.shown) == ("白石镇", 3, None, "3: 白石镇")
    assert made == ("白石镇", 3, None)
    assert hash(made) == hash(("白石镇", 3, None))
    assert repr(made) == f"{kind.__name__}(name='白石镇', line=3, note=None)"
    assert made._asdict() == {"name": "白石镇", "line": 3, "note": None}
    assert (kind.__doc__, kind.__qualname__) == ("A name and where it stands.", kind.__name__)
    assert kind._fields == kind.__match_args__ == ("name", "line", "note")
    assert kind._field_defaults == {"note": None}


@BOTH
def test_a_value_is_changed_packed_and_made_of_a_row(kind: Any) -> None:
    made = kind("白石镇", 3)
    assert made._replace(line=4, note="旧") == kind("白石镇", 4, "旧")
    assert kind._make(["白石镇", 3, None]) == made
    again = pickle.loads(pickle.dumps(made))
    assert (again, type(again)) == (made, kind)


@BOTH
def test_what_has_no_such_field_is_refused(kind: Any) -> None:
    made = kind("白石镇", 3)
    with pytest.raises(ValueError, match=r"unexpected field names: \['place'\]"):
        made._replace(place="")
    with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
        kind._make(["白石镇"])
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'line'"):
        kind("白石镇")
    with pytest.raises(AttributeError):
        made.line = 4
    with pytest.raises(AttributeError):
        made.other = 4
