"""What both versions of the API tell alike: types, properties, features."""

from collections.abc import Iterable

from pilotdiff.column_headings import headings
from pilotdiff.language import Words
from pilotdiff.matching.features import meaning
from pilotdiff.model import Level
from pilotdiff.report.report_terms import LEVEL_NAMES
from pilotdiff.service.served import ServedCandidate

DOCUMENTATION = "https://reconciliation-api.github.io/specs/0.2/"
# The size of a preview, in pixels.
WIDTH, HEIGHT = 420, 260


def types(levels: Iterable[Level], words: Words) -> list[dict[str, str]]:
    """Return levels as the types of the API."""
    return [{"id": str(level), "name": words(LEVEL_NAMES[level])} for level in levels]


def property_name(name: str, words: Words) -> str:
    """Return what a property is called in the reader's language."""
    return headings([name], words.language)[0]


def properties(names: Iterable[str], words: Words) -> list[dict[str, str]]:
    """Return properties as the API has them."""
    return [{"id": name, "name": property_name(name, words)} for name in names]


def features(one: ServedCandidate, words: Words) -> list[dict[str, object]]:
    """Return what spoke for a candidate and against it, each in log odds."""
    return [
        {"id": each.feature, "name": words(meaning(each.feature)), "value": each.weight}
        for each in one.weights
    ]
