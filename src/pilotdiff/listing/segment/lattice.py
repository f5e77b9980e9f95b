"""Viterbi over the lines: the ways worth following, the best of them, what the others are worth."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.recognise.candidates import Candidate
from pilotdiff.listing.recognise.recogniser import Recogniser
from pilotdiff.listing.segment.states import State
from pilotdiff.listing.segment.steps import line_place, step
from pilotdiff.listing.segment.weights import WEIGHTS
from pilotdiff.model import Role, msg

_MOST_WAYS = 4
_WORTHLESS = 9.0
_OVER = msg("page furniture after the text")
_TOTAL = WEIGHTS["total_reached"].value


class TakenCandidate:
    """A candidate taken in a state: where it came from and what it is worth."""

    __slots__ = ("added", "before", "candidate", "worth")

    def __init__(
        self, before: "Node", candidate: Candidate, worth: float, added: tuple[str, ...]
    ) -> None:
        self.before, self.candidate = before, candidate
        self.worth, self.added = worth, added


class Node:
    """A state before a line: the best way to it, all ways into it, the best way on from it."""

    __slots__ = ("best", "edges", "on", "state")

    def __init__(self, state: State, best: float) -> None:
        self.state, self.best, self.on = state, best, float("-inf")
        self.edges: list[TakenCandidate] = []


class ChosenCandidate(NamedTuple):
    """One candidate of the best way, the state it met, and how the other roles compare.

    worths  the worth of the best whole way for each role that its first line could have
    """

    at: int
    candidate: Candidate
    state: State
    added: tuple[str, ...]
    worths: tuple[tuple[Role, float], ...]


def segment(pieces: Sequence[Piece]) -> list[ChosenCandidate]:
    """Return the best way through a document's lines. `pieces` hold no blank lines."""
    columns = _forward(pieces)
    _close(columns[-1])
    return _backward(columns)


def _forward(pieces: Sequence[Piece]) -> list[list[Node]]:
    recogniser = Recogniser(pieces)
    waiting: list[dict[State, Node]] = [{} for _ in range(len(pieces) + 1)]
    waiting[0] = {State(): Node(State(), 0.0)}
    columns: list[list[Node]] = []
    for at, piece in enumerate(pieces):
        nodes = _worth_following(waiting[at])
        waiting[at] = {}
        columns.append(nodes)
        for node in nodes:
            for candidate in _candidates(recogniser, at, piece, node.state):
                _take(recogniser, at, node, candidate, waiting[at + candidate.span])
    columns.append(list(waiting[-1].values()))
    return columns


def _take(
    recogniser: Recogniser, at: int, node: Node, candidate: Candidate, into: dict[State, Node]
) -> None:
    worth, added, state = step(recogniser.around, at, node.state, candidate)
    total = node.best + worth
    target = into.get(state)
    if target is None:
        target = into[state] = Node(state, total)
    elif total > target.best:
        target.best = total
    target.edges.append(TakenCandidate(node, candidate, worth, added))


def _worth_following(nodes: dict[State, Node]) -> list[Node]:
    ranked = sorted(nodes.values(), key=lambda node: -node.best)
    least = ranked[0].best - _WORTHLESS
    return [node for node in ranked[:_MOST_WAYS] if node.best >= least]


def _candidates(recogniser: Recogniser, at: int, piece: Piece, state: State) -> Sequence[Candidate]:
    if state.over or (piece.shape is Shape.END and state.listed):
        return (Candidate(Role.FURNITURE, piece, ("page_is_over",), why=_OVER),)
    return recogniser.by_itself(at) or recogniser.at_place(at, line_place(state, piece))


def _close(nodes: Sequence[Node]) -> None:
    """Close the way: at the end a number announced and reached counts as it does where a heading
    closes it."""
    for node in nodes:
        node.on = _TOTAL if node.state.reached else 0.0


def _backward(columns: Sequence[Sequence[Node]]) -> list[ChosenCandidate]:
    """Return what every line is on the best way, and what else was possible, from the end to the
    start."""
    roles: list[dict[Role, float]] = [{} for _ in columns]
    for index in range(len(columns) - 1, 0, -1):
        for node in columns[index]:
            for edge in node.edges:
                on = edge.worth + node.on
                if on > edge.before.on:
                    edge.before.on = on
                start = index - edge.candidate.span
                role, whole = edge.candidate.role, edge.before.best + on
                if whole > roles[start].get(role, float("-inf")):
                    roles[start][role] = whole
    return _best_way(columns, roles)


def _best_way(
    columns: Sequence[Sequence[Node]], roles: Sequence[dict[Role, float]]
) -> list[ChosenCandidate]:
    way: list[ChosenCandidate] = []
    if not columns[-1]:
        return way
    node, index = max(columns[-1], key=lambda node: node.best + node.on), len(columns) - 1
    while index > 0:
        edge = max(node.edges, key=lambda edge: edge.before.best + edge.worth)
        index -= edge.candidate.span
        worths = tuple(sorted(roles[index].items(), key=lambda pair: -pair[1]))
        way.append(ChosenCandidate(index, edge.candidate, edge.before.state, edge.added, worths))
        node = edge.before
    return way[::-1]
