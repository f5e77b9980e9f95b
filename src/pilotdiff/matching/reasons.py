"""Why a pairing, or why none, in one sentence that a person understands."""

from pilotdiff.matching.damage import evidence
from pilotdiff.matching.features import Pair
from pilotdiff.model import Unit

_CERTAIN = {
    ("exact", False): "the same name in the same place",
    ("exact", True): "the same name in a place that the lists call differently",
    ("wording", False): "the same stem and kind in the same place, worded differently",
    ("wording", True): "the same stem and kind in a place that the lists call differently",
    ("glued", False): "the same name in the same place, once with its parent written before it",
    ("glued", True): "the same name in a place called differently, once with its parent before it",
    ("stem", False): "the only unit of this stem in the same place, of another kind",
    ("decision", False): "a person decided that they are the same",
    ("decision", True): "a person decided that they are the same",
    ("stem", True): "the only unit of this stem, of another kind, in a place called differently",
}


def certain_reason(rule: str, moved: bool) -> str:
    """The sentence of a certain step."""
    return _CERTAIN[rule, moved]


def compared_reason(pair: Pair, units: tuple[Unit, Unit], rival: str) -> str:
    """The sentence of a pairing that the features made: name, place, rivals."""
    name = evidence(*units) if pair.fits else _name(pair)
    return f"{name}; {_place(pair)}; {rival}"


def rival_reason(margin: float | None) -> str:
    """What rivals a pairing has, by its margin over the best of them; None when there is none."""
    if margin is None:
        return "no rival"
    return "a rival is far behind" if margin >= _FAR else "a rival is close"


_FAR = 0.5


def _name(pair: Pair) -> str:
    ours, theirs = pair.pilot.stem, pair.result.stem
    if ours == theirs:
        return "the same stem" + ("" if pair.pilot.kind == pair.result.kind else ", another kind")
    if pair.former:
        return "a remark gives the other's name as the former one"
    if pair.cores[0] == pair.cores[1]:
        return f"{ours} and {theirs} differ by a parent's name or an ending"
    if pair.cores[0] in pair.cores[1] or pair.cores[1] in pair.cores[0]:
        return f"{ours} and {theirs}: one contains the other"
    if len(pair.swapped) == 1:
        return "{} is written for {}".format(*pair.swapped[0])
    return f"{ours} and {theirs} are alike"


def _place(pair: Pair) -> str:
    if pair.home:
        return "in the same place"
    return _SHARED[pair.shared]


_SHARED = (
    "with no parent in common",
    "in the same province",
    "in the same prefecture",
    "in the same county",
    "in the same township",
)


def alone_reason(nearest: Unit, taken: bool) -> str:
    """Why a unit has no pairing: what came nearest, and why not that."""
    state = "paired with another" if taken else "too unlike"
    return f"nearest: {nearest.name}, {state}"
