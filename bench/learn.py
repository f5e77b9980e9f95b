"""Learn the weights of matching from the two editions of the division codes.

usage: python bench/learn.py [--few] [--write]        (needs numpy)

Two columns are learned: that of whole lists, from all pairs that the gold judges, and that of a
chosen few, from draws as bench/chosen.py makes them, of few and of many, with other seeds than it
measures with:
  features    a logistic regression over the candidate pairs that the deterministic rules leave:
              which of them is chosen
  confidence  a second one over the pairings chosen among them: the same features, and the lead over
              the best rival. What was chosen among many is right less often where chance gives
              something like it (one of two characters), which the first cannot know; it starts
              from the scores, and each feature is drawn back to what it weighs there
A wrong pair counts twice: what is wrongly accepted costs more than what a person must see; but
once in the confidence. What is learned says a little too much of the lists that it was learned
from: its log odds are drawn back as far as those of prefectures that were held out ask for, where
they are low by another slope than above. Of whole lists those count that might be proposed: what is
less likely is right in three of ten cases there however little speaks for it, since a village
numbered anew keeps its code. The shares of the deterministic rules stay as they are in the table.
With --few the column of whole lists stays as it is in the table. With --held-out both columns are
learned without each fifth of the prefectures in turn, and measured there. Without --write the
numbers are only printed.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np

from chosen import FEW, Shares, draws
from nbs import edition, gold, reliability
from pilotdiff.matching import match_weights, rivalry
from pilotdiff.matching.assign import assign
from pilotdiff.matching.features import DOUBT, FEATURES, LEAD
from pilotdiff.matching.partitions import Partition, partitions, prepared

TABLE = Path(match_weights.__file__).parent / "tables" / "weights.json"
NAMES = [feature.__name__ for feature in FEATURES]
RIDGE = 1.0
WRONG = 2.0
# The confidence tells what is.
WRONG_IN_CONFIDENCE = 1.0
RIDGE_OF_CONFIDENCE = 3.0
# The log odds, before they are drawn back, of the least that may be proposed in whole lists.
LEAST_IN_WHOLE = -1.0
# How far pairs below even odds may be doubted: points of log odds for each.
DOUBTS = [step / 10 for step in range(24)]
# Prefectures are held out by fifths.
FOLDS = 5
# Draws of each province, with seeds of their own: of a chosen few, and of more and many that were
# chosen, in which a place has neighbours that went the same way.
DRAWS = (
    (FEW, 11, {"towns": 100, "villages": 100, "north": 100}),
    (Shares(0.2, 0.6, 0.2), 12, {"towns": 10, "villages": 4, "north": 2}),
    (Shares(0.6, 0.65, 0.3), 13, {"towns": 6, "villages": 1, "north": 1}),
)
# What no edition of the codes can teach, set by hand: a category is weak evidence; a damaged name
# that fits, a former name in a remark, and one code for both names are as good as the same name.
# Names that share nothing are proposed by elimination, and never sure: so few are in the codes.
# A village numbered anew hides that 一 and 二, or two surnames, mean two neighbours elsewhere.
SET = {
    "adrift": -2.3,
    "other_district": -5.5,
    "number_elsewhere": -3.0,
    "opposites": -4.0,
    "other_surname": -4.0,
    "nothing_of_their_own": -4.0,
    "same_category": 0.7,
    "other_category": -0.3,
    "damage": 8.0,
    "other_bytes": -6.0,
    "former_name": 6.0,
    "former_name_here": 6.0,
    "former_path": 3.0,
    "one_code": 6.0,
}
# Whole lists name every unit of every place: how many those are says nothing of a pair, and both
# places nearly always stand in both.
SET_WHOLE = SET | {
    "parent_beside": 0.0,
    "listed_there": 0.0,
    "listed_elsewhere": 0.0,
    "unlike_elsewhere": 0.0,
}
# Lists of a chosen few are typed by hand, and have slips of shape that the codes have not; each
# point of their score counts less. A village and a community that bear the name of their town were
# one in one of ten cases (Sichuan) or in none (Zhejiang). No draw has a village in a town, and one
# of its name in the street of that town's name: it is little more than one of two towns.
SET_FEW = SET | {
    "parent_beside": -6.0,
    "seat_of_another_kind": -4.0,
    "same_shape": 4.5,
    "damage": 10.0,
    "former_name": 8.0,
    "former_path": 5.0,
    "one_code": 8.0,
}

# What differs from province to province is less sure where nobody measured it than in the four that
# are: how often a village became the community of its name (of 100 pairs in a place, in Hebei 99
# were one, in Sichuan 97, in Zhejiang none), and went to another town under a frequent name; in the
# plains each 李庄 has its 东李庄. Added to the log odds of the confidence in lists of a chosen few.
CAUTION_FEW = {
    "village_and_community": -0.3,
    "other_kind_elsewhere": -0.7,
    "frequent_name": -0.05,
    "side_of_a_place": -0.5,
    "other_district": -2.0,
    "number_elsewhere": -1.5,
}


def logistic(
    x: np.ndarray, y: np.ndarray, ridge: float, wrong: float = WRONG, base: float | np.ndarray = 0.0
) -> np.ndarray:
    """Weights of a logistic regression by Newton's method; wrong pairs count `wrong` times.

    `base` is what is known of the log odds of each pair beforehand.
    """
    w = np.zeros(x.shape[1])
    worth = np.where(y == 1, 1.0, wrong)
    for _ in range(200):
        p = 1 / (1 + np.exp(-np.clip(x @ w + base, -30, 30)))
        gradient = x.T @ (worth * (y - p)) - ridge * w
        hessian = (x * (worth * p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(w))
        step = np.linalg.solve(hessian, gradient)
        step *= min(1.0, 2 / max(np.abs(step).max(), 1e-9))
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w


class Material(NamedTuple):
    """Candidate pairs of a province, of whole lists or of a chosen few, with verdicts.

    edges  their numbers in the two lists
    x      the values of their features, a row a pair
    known  whether the gold judges a pair
    y      1 of one that is right
    folds  the fifth to which the result's prefecture belongs
    """

    edges: list[tuple[int, int]]
    x: np.ndarray
    known: np.ndarray
    y: np.ndarray
    folds: np.ndarray

    def where(self, kept: np.ndarray) -> "Material":
        """The same with the pairs of a mask alone."""
        edges = [edge for edge, keep in zip(self.edges, kept, strict=True) if keep]
        return Material(edges, *(column[kept] for column in self[1:]))


def material(name: str, partition: Partition, *, whole: bool) -> Material:
    """The candidate pairs of a partition of the list `name`."""
    found = prepared(partition)
    known = gold(name)
    pairs = [found.comparison.pair(*edge) for edge in found.edges]
    kept = [at for at, pair in enumerate(pairs) if pair.whole == whole]
    edges = [found.edges[at] for at in kept]
    given = [edge[::-1] if found.turned else edge for edge in edges]
    units = [(partition.pilots[a], partition.results[b]) for a, b in given]
    verdicts = [known.verdict(pilot.id, result.id) for pilot, result in units]
    return Material(
        edges,
        np.array([match_weights.measures(pairs[at]).values for at in kept]),
        np.array([verdict != "silent" for verdict in verdicts], dtype=bool),
        np.array([float(verdict == "right") for verdict in verdicts]),
        np.array([fold_of("".join(result.path[:2])) for _, result in units]),
    )


def fold_of(place: str) -> int:
    """The fifth to which a prefecture belongs, the same on every run."""
    return crc32(place.encode()) % FOLDS


def materials() -> list[Material]:
    """All of the townships and villages, by province."""
    found = []
    for name in ("towns", "villages", "north"):
        work = partitions(edition(name, 2016).units, edition(name, 2021).units)
        found += [
            material(name, part, whole=True) for part in work if part.pilots[0].level.depth > 2
        ]
    return [each for each in found if each.edges]


def draws_of_few() -> list[Material]:
    """Draws of a chosen few, and of many that were."""
    found = []
    for shares, seed, counts in DRAWS:
        for name, count in counts.items():
            for draw in draws(name, count, seed, shares):
                found += _few(name, partitions(draw.pilots.units, draw.results.units))
    return [each for each in found if each.edges]


def _few(name: str, work: Sequence[Partition]) -> list[Material]:
    return [material(name, part, whole=False) for part in work if part.pilots[0].level.depth > 2]


class Learned(NamedTuple):
    """What each feature weighs in choosing, what each weighs then in the confidence; what a point
    of the score adds there, and one of the lead; how far it is doubted below even odds; on how much
    all rest."""

    weights: np.ndarray
    sure: np.ndarray
    slope: float
    lead: float
    doubt: float
    pairs: int
    right: int
    pairings: int


def learned(found: list[Material], given: dict[str, float]) -> Learned:
    """Learn a column beside the weights `given`."""
    x = np.concatenate([each.x[each.known] for each in found])
    y = np.concatenate([each.y[each.known] for each in found])
    taught = np.array([name not in given for name in NAMES])
    weights = np.array([given.get(name, 0.0) for name in NAMES])
    weights[taught] = logistic(x[:, taught], y, RIDGE, WRONG, x[:, ~taught] @ weights[~taught])
    picked = [(each, chosen(each, each.x @ weights)) for each in found]
    x = np.concatenate([each.x[list(at)] for each, at in picked if at])
    y = np.concatenate([each.y[list(at)] for each, at in picked if at])
    leads = np.array([lead for _, at in picked for lead in at.values()])
    own = x @ weights
    rows = np.column_stack([np.ones(len(y)), own, leads])
    bias, slope, lead = logistic(rows, y, 0.01, WRONG_IN_CONFIDENCE)
    columns = np.column_stack([x[:, taught], leads])
    base = rows @ np.array([bias, slope, lead])
    more = logistic(columns, y, RIDGE_OF_CONFIDENCE, WRONG_IN_CONFIDENCE, base)
    sure = slope * weights
    sure[taught] += more[:-1]
    sure[NAMES.index("always")] += bias
    pairs = sum(int(each.known.sum()) for each in found)
    right = sum(int(each.y.sum()) for each in found)
    return Learned(weights, sure, float(slope), float(lead + more[-1]), 0.0, pairs, right, len(y))


class Verdict(NamedTuple):
    """The log odds of a pairing, what caution adds to them, and whether it is right."""

    odds: float
    caution: float
    right: bool


Judged = list[Verdict]


def held_out(
    found: list[Material], given: dict[str, float], caution: dict[str, float]
) -> list[Judged]:
    """The pairings of each fifth, as columns learned from the others judge them."""
    judged: list[Judged] = [[] for _ in range(FOLDS)]
    less = np.array([caution.get(name, 0.0) for name in NAMES])
    for fold, odds_of in enumerate(judged):
        column = learned([each.where(each.folds != fold) for each in found], given)
        for some in (each.where(each.folds == fold) for each in found):
            for at, lead in chosen(some, some.x @ column.weights).items():
                odds = float(some.x[at] @ column.sure + column.lead * lead)
                odds_of.append(Verdict(odds, float(some.x[at] @ less), bool(some.y[at])))
    return judged


class Line(NamedTuple):
    """What log odds become so that they tell what is: added + times · odds, and once more `doubt`
    times what that lies below match_weights.DOUBTED."""

    added: float
    times: float
    doubt: float

    def of(self, told: Verdict) -> float:
        """The log odds that tell what is."""
        straight = self.added + self.times * told.odds + told.caution
        return straight + self.doubt * min(0.0, straight - match_weights.DOUBTED)


def line(judged: Judged, least: float) -> Line:
    """The line through pairings with log odds above `least`: of all doubts the likeliest."""
    kept = [each for each in judged if each.odds > least]
    odds, right = (np.array([each[at] for each in kept], dtype=float) for at in (0, 2))
    rows = np.column_stack([np.ones(len(odds)), odds])
    start = logistic(rows, right, 0.01, WRONG_IN_CONFIDENCE)
    found = [(doubt, *_bent(rows, right, doubt, start)) for doubt in DOUBTS]
    doubt, ends, _ = max(found, key=lambda each: each[2])
    return Line(float(ends[0]), float(ends[1]), doubt)


def _bent(
    rows: np.ndarray, right: np.ndarray, doubt: float, ends: np.ndarray
) -> tuple[np.ndarray, float]:
    """The ends of the likeliest line with that doubt, and the logarithm of how likely it is."""
    for _ in range(100):
        straight = rows @ ends
        below = np.minimum(0.0, straight - match_weights.DOUBTED)
        p = 1 / (1 + np.exp(-np.clip(straight + doubt * below, -30, 30)))
        bent = rows * np.where(below < 0, 1 + doubt, 1.0)[:, None]
        gradient = bent.T @ (right - p)
        hessian = (bent * (p * (1 - p))[:, None]).T @ bent + 0.01 * np.eye(2)
        step = np.linalg.solve(hessian, gradient)
        ends = ends + step * min(1.0, 0.3 / max(np.abs(step).max(), 1e-9))
        if np.abs(step).max() < 1e-6:
            break
    straight = rows @ ends
    told = straight + doubt * np.minimum(0.0, straight - match_weights.DOUBTED)
    return ends, -float(np.logaddexp(0, np.where(right == 1, -told, told)).sum())


def drawn_back(
    column: Learned, judged: list[Judged], caution: dict[str, float], least: float
) -> Learned:
    """The column with its log odds drawn back as the pairings that were held out ask for, and by
    `caution`."""
    drawn = line([each for fold in judged for each in fold], least)
    sure = drawn.times * column.sure + np.array([caution.get(name, 0.0) for name in NAMES])
    sure[NAMES.index("always")] += drawn.added
    return column._replace(
        sure=sure,
        slope=drawn.times * column.slope,
        lead=drawn.times * column.lead,
        doubt=drawn.doubt,
    )


def measured(judged: list[Judged], least: float) -> None:
    """Print how reliable a column is in prefectures it was not learned from, its log odds drawn
    back by what the other fifths ask for."""
    told: list[tuple[float, bool]] = []
    for fold, odds_of in enumerate(judged):
        others = [each for at, some in enumerate(judged) for each in some if at != fold]
        drawn = line(others, least)
        told += [(1 / (1 + np.exp(-drawn.of(each))), each.right) for each in odds_of]
    reliability(told)


def chosen(found: Material, scores: np.ndarray) -> dict[int, float]:
    """The rows that the assignment would choose and the gold judges, each with its lead over the
    best rival."""
    worth, at = {}, {}
    ends: dict[tuple[int, int], list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for number, (edge, own) in enumerate(zip(found.edges, scores, strict=True)):
        if own > rivalry.FLOOR:
            worth[edge], at[edge] = float(own), number
            ends[0, edge[0]].append((float(own), edge))
            ends[1, edge[1]].append((float(own), edge))
    leads = {}
    for edge in assign({edge: own - rivalry.FLOOR for edge, own in worth.items()}):
        if found.known[at[edge]]:
            claims = [*ends[0, edge[0]], *ends[1, edge[1]]]
            rival = max((own for own, other in claims if other != edge), default=rivalry.FLOOR)
            leads[at[edge]] = max(-8.0, min(8.0, worth[edge] - rival))
    return leads


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    parser.add_argument("--held-out", action="store_true", help="measure, fifth by fifth")
    parser.add_argument("--few", action="store_true", help="leave the column of whole lists")
    asked = parser.parse_args()
    some = draws_of_few()
    every = [] if asked.few else materials()
    sorts = (
        ("whole", every, SET_WHOLE, dict[str, float](), LEAST_IN_WHOLE),
        ("few", some, SET_FEW, CAUTION_FEW, -np.inf),
    )[asked.few :]
    if asked.held_out:
        for title, found, given, caution, least in sorts:
            print(title)
            measured(held_out(found, given, caution), least)
        return
    old = json.loads(TABLE.read_text(encoding="utf-8"))
    *all_of_them, few = (
        drawn_back(learned(found, given), held_out(found, given, caution), caution, least)
        for _, found, given, caution, least in sorts
    )
    whole = all_of_them[0] if all_of_them else _kept(old)
    on = {"whole": old["on"]["whole"] if asked.few else _said(whole), "few": _said(few)}
    new = {
        "source": (
            "bench/learn.py on townships (8 provinces) and villages (4 provinces) of the "
            "statistical division codes 2016 and 2021, and lists of a chosen few drawn from them. "
            f"Set by hand: {', '.join(SET)}; for whole lists "
            f"{', '.join(name for name in SET_WHOLE if name not in SET)}, "
            f"for a chosen few {', '.join(name for name in SET_FEW if name not in SET)} too. "
            f"Less sure by hand in lists of a chosen few: {', '.join(CAUTION_FEW)}"
        ),
        "on": on,
        "learned": date.today().isoformat(),
        "features": _columns(NAMES, whole.weights, few.weights),
        "confidence": _columns(
            [*NAMES, "slope", LEAD, DOUBT],
            *([*column.sure, column.slope, column.lead, column.doubt] for column in (whole, few)),
        ),
        "certain": old["certain"],
        "namesakes": old["namesakes"],
    }
    text = json.dumps(new, ensure_ascii=False, indent=1) + "\n"
    print(text)
    if asked.write:
        TABLE.write_text(text, encoding="utf-8")


def _kept(table: dict[str, Any]) -> Learned:
    """The column of whole lists as the table has it; a feature that it has not weighs nothing."""
    weights, sure = (
        np.array([table[key].get(name, [0.0])[0] for name in NAMES])
        for key in ("features", "confidence")
    )
    slope, lead, doubt = (table["confidence"][name][0] for name in ("slope", LEAD, DOUBT))
    return Learned(weights, sure, slope, lead, doubt, 0, 0, 0)


def _said(column: Learned) -> str:
    return (
        f"{column.pairs} candidate pairs with a verdict, {column.right} right; confidence on "
        f"{column.pairings} pairings"
    )


def _columns(names: Sequence[str], *columns: np.ndarray) -> dict[str, list[float]]:
    return {
        name: [round(float(number), 4) for number in numbers]
        for name, *numbers in zip(names, *columns, strict=True)
    }


if __name__ == "__main__":
    main()
