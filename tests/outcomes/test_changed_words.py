"""A difference is told as one of the changes, in whole words, never as an elided parent."""

from typing import Any

import pytest

from casefile import cases
from listed import listed
from pilotdiff.outcomes.changes import changed_words, changes


@pytest.mark.parametrize("case", cases("outcomes_parts", "changed"))
def test_changes_in_words(case: dict[str, Any]) -> None:
    (ours,), (theirs,) = listed([case["pilot"]]).units, listed([case["result"]]).units
    found = changed_words(ours, theirs, changes(ours, theirs))
    assert [[change.value, before, after] for change, before, after in found] == case["wanted"]
