"""What a service serves: entities with properties, and candidates for queries."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from pilotdiff.model import Level, MatchWeight
from pilotdiff.service.service_queries import Query


class Entity(NamedTuple):
    """A unit as a service tells it.

    id      of the list's entry, or of the record's unit
    name    its whole name
    said    what tells namesakes apart, in a few words
    values  by property, where the entity is asked for by its id; "" where there is none
    """

    id: str
    name: str
    level: Level
    said: str
    values: Mapping[str, str | int | float] = {}


class ServedCandidate(NamedTuple):
    """An entity that may be what a query names.

    score    0 to 100: the probability, in percent, that the two are one unit
    matched  whether it is accepted without a person's word; of one query at most one is
    weights  the features that spoke
    """

    entity: Entity
    score: float
    matched: bool = False
    weights: tuple[MatchWeight, ...] = ()


class Served(Protocol):
    """A list, or the official record, as it is asked.

    name        what the service is called
    space       a URI that says what its ids are
    properties  what may be fetched of an entity, in their order
    levels      the levels of its entities, the types of the API
    """

    @property
    def name(self) -> str: ...

    @property
    def space(self) -> str: ...

    @property
    def properties(self) -> Sequence[str]: ...

    @property
    def levels(self) -> Sequence[Level]: ...

    def candidates(self, query: Query) -> list[ServedCandidate]:
        """Return who may be meant, the likeliest first."""

    def entity(self, id: str) -> Entity | None:
        """Return the entity of an id, None where there is none."""

    def suggested(self, prefix: str) -> list[Entity]:
        """Return the entities whose name or id begins so, or holds it."""
