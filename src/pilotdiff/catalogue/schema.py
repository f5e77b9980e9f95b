"""The keys of a catalogue and what each may hold; docs/catalogue.md describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pilotdiff.catalogue.toml_places import TomlPath
from pilotdiff.model import Level, Message, SourceKind, msg
from pilotdiff.model.errors import nearest
from pilotdiff.patterns import pattern

_ID = pattern(r"\w[\w-]*")
_MONTH = pattern(r"\d{4}-(?:0[1-9]|1[0-2])")


class Problem(NamedTuple):
    """What is wrong, and the path of the key or table that it is wrong with."""

    at: TomlPath
    message: Message


Check = Callable[[object, TomlPath], Iterator[Problem]]


class Key(NamedTuple):
    """What a key may hold, and whether its table must have it."""

    check: Check
    required: bool = False


def a_text(value: object, at: TomlPath) -> Iterator[Problem]:
    """Yield a text that is not empty."""
    if not isinstance(value, str):
        said = msg('{key} is no text: write it in straight quotes, {key} = "…"', key=_key(at))
        yield Problem(at, said)
    elif not value.strip():
        yield Problem(at, msg("{key} is empty: fill it in, or leave it out", key=_key(at)))


def identity(value: object, at: TomlPath) -> Iterator[Problem]:
    """Yield what the commands call a document: it must not look like the name of a file."""
    yield from a_text(value, at)
    if isinstance(value, str) and value.strip() and not _ID.fullmatch(value):
        wants = msg(
            '{key} = "{value}" cannot be typed as a name: write it with letters, digits, - and _',
            key=_key(at),
            value=value,
        )
        yield Problem(at, wants)


def iso_date(value: object, at: TomlPath) -> Iterator[Problem]:
    """Yield a day: a text, or a date of TOML."""
    if type(value) is date:
        return
    try:
        right = isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        right = False
    if not right:
        said = msg(
            '{key} = "{value}" is no date: write year, month and day as "2022-04-03", '
            "or leave it out",
            key=_key(at),
            value=value,
        )
        yield Problem(at, said)


def month(value: object, at: TomlPath) -> Iterator[Problem]:
    """Yield a month, or a day in it."""
    if not isinstance(value, str) or not _MONTH.fullmatch(value):
        yield from iso_date(value, at)


def whole(value: object, at: TomlPath) -> Iterator[Problem]:
    """Yield a number of things, or the number of a batch."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        said = msg("{key} is no whole number: write it without quotes, {key} = 3", key=_key(at))
        yield Problem(at, said)


def batch(value: object, at: TomlPath) -> Iterator[Problem]:
    """Check that a value is the number of a batch: 第三批 is 3."""
    yield from whole(value, at)
    if value == 0 and value is not False:
        yield Problem(at, msg("{key} is 0: batches are counted from 1", key=_key(at)))


def a_number(value: object, at: TomlPath) -> Iterator[Problem]:
    """Check that a value is a number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        said = msg("{key} is no number: write it without quotes, {key} = 1.28", key=_key(at))
        yield Problem(at, said)


def flag(value: object, at: TomlPath) -> Iterator[Problem]:
    """Check that a value is yes or no."""
    if not isinstance(value, bool):
        said = msg("{key} is neither true nor false: write {key} = true", key=_key(at))
        yield Problem(at, said)


def several_texts(value: object, at: TomlPath) -> Iterator[Problem]:
    """Yield several texts."""
    if not isinstance(value, list):
        said = msg('{key} is no list: write {key} = ["…", "…"]', key=_key(at))
        yield Problem(at, said)
        return
    for index, each in enumerate(value):
        yield from a_text(each, (*at, index))


def word_of(values: type[StrEnum]) -> Check:
    """Return one of the words of an enum."""

    def check(value: object, at: TomlPath) -> Iterator[Problem]:
        if not isinstance(value, str) or value not in list(values):
            what = msg('{key} = "{value}" is not known', key=_key(at), value=value)
            yield Problem(at, _known(what, str(value), tuple(values)))

    return check


def a_table(keys: Mapping[str, Key], name: Message) -> Check:
    """Return a table that has these keys."""

    def check(value: object, at: TomlPath) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem(
                at,
                msg(
                    "{key} is no table: write {key} = {brackets}",
                    key=_key(at),
                    brackets="{ … = … }",
                ),
            )
            return
        for key in value.keys() - keys.keys():
            what = msg("{table} has no key {key}", table=name, key=key)
            yield Problem((*at, key), _known(what, key, tuple(keys)))
        for key, (inner, required) in keys.items():
            if key in value:
                yield from inner(value[key], (*at, key))
            elif required:
                said = msg("{table} must have the key {key}: add it", table=name, key=key)
                yield Problem(at, said)

    return check


def several_tables(check: Check, example: str) -> Check:
    """Return a list of tables."""

    def check_all(value: object, at: TomlPath) -> Iterator[Problem]:
        if not isinstance(value, list):
            said = msg("{key} is no list of tables: write {example}", key=_key(at), example=example)
            yield Problem(at, said)
            return
        for index, each in enumerate(value):
            yield from check(each, (*at, index))

    return check_all


def _key(at: TomlPath) -> str:
    """Return the key that a path ends in: the one of the list for a member of it."""
    return next((part for part in reversed(at) if isinstance(part, str)), "")


def _known(what: Message, wrong: str, known: tuple[str, ...]) -> Message:
    """Return an error with the word that was meant, or all there are."""
    if near := nearest(wrong, known):
        return msg("{what}: did you mean {near}?", what=what, near=near)
    return msg("{what}: write one of {known}", what=what, known=known)


FIGURE = {
    "value": Key(a_number, required=True),
    "unit": Key(a_text, required=True),
    "subject": Key(a_text, required=True),
    "about": Key(flag),
    "text": Key(a_text),
    "line": Key(whole),
    "level": Key(word_of(Level)),
    "stage": Key(word_of(SourceKind)),
    "batch": Key(batch),
    "year": Key(whole),
    "yearly": Key(flag),
}
CITATION = {"number": Key(a_text, required=True), "title": Key(a_text), "line": Key(whole)}
ALLOTMENT = {
    "units": Key(several_texts, required=True),
    "categories": Key(several_texts, required=True),
    "line": Key(whole),
}
PUBLISHED = {"site": Key(a_text), "title": Key(a_text), "date": Key(iso_date)}
KNOWN_FROM = {
    "title": Key(a_text),
    "issuer": Key(a_text),
    "number": Key(a_text),
    "date": Key(a_text),
}
DECLARED_KEYS = {level.value: Key(whole) for level in Level}
DOCUMENT = {
    "id": Key(identity, required=True),
    "kind": Key(word_of(SourceKind)),
    "title": Key(a_text),
    "short_name": Key(a_text),
    "issuer": Key(a_text),
    "number": Key(a_text),
    "date": Key(iso_date),
    "province": Key(a_text),
    "programme": Key(a_text),
    "batch": Key(batch),
    "script": Key(a_text),
    "file": Key(a_text),
    "id_column": Key(a_text),
    "name_column": Key(a_text),
    "declared": Key(a_table(DECLARED_KEYS, msg("declared"))),
    "published": Key(a_table(PUBLISHED, msg("published"))),
    "known_from": Key(a_table(KNOWN_FROM, msg("known_from"))),
    "extract": Key(flag),
    "cites": Key(several_texts),
    "citations": Key(
        several_tables(
            a_table(CITATION, msg("a citation")), 'citations = [{ number = "…", title = "…" }]'
        )
    ),
    "allotments": Key(
        several_tables(
            a_table(ALLOTMENT, msg("an allotment")),
            'allotments = [{ units = ["…"], categories = ["…"] }]',
        )
    ),
    "ends": Key(month),
    "figures": Key(
        several_tables(
            a_table(FIGURE, msg("a figure")), 'figures = [{ value = 44, unit = "个", … }]'
        )
    ),
}
EXAMPLE = {"pilots": Key(a_text, required=True), "results": Key(a_text, required=True)}
WHOLE = {
    "example": Key(a_table(EXAMPLE, msg("[example]"))),
    "document": Key(
        several_tables(a_table(DOCUMENT, msg("a document")), "[[document]]"), required=True
    ),
}
catalogue_table: Check = a_table(WHOLE, msg("the catalogue"))
