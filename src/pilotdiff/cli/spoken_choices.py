"""Values of options in every word that a screen prints for them: dropped, 未列入示范名单."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from pilotdiff.model import Said, UserError, msg
from pilotdiff.model.errors import nearest
from pilotdiff.patterns import pattern

Spoken = TypeVar("Spoken", bound=StrEnum)
_BETWEEN = pattern("[（、]| or |）$")
# So many characters of a word tell it from the others, where no other begins so.
_TELLING = 2
# What else they are called in Chinese: before, and in the sentences of a screen.
_CALLED_TOO = {
    "晋级": "promoted",
    "更名": "renamed",
    "落选": "dropped",
    "未入选": "dropped",
    "均未入选": "dropped",
    "不参评": "not_eligible",
    "未设此级": "not_eligible",
    "合并": "merged",
    "并入": "merged",
    "重复": "repeated",
}


def spoken_choice(option: str, values: type[Spoken]) -> Callable[[str], Spoken]:
    """Return what reads a value of an enum, or the word for it in either language.

    The beginning of a word is enough where no other begins so. The reader raises UserError; it
    proposes a word that is near.
    """

    def read(text: str) -> Spoken:
        plain = [value.value for value in values]
        if text in plain:
            return values(text)
        wanted = text.strip().casefold()
        known = [(word.casefold(), value) for word, value in _spoken(values)]
        meant = _meant(wanted, known)
        if len(meant) == 1:
            return meant.pop()
        if meant:
            raise UserError(
                "{option}: {value} may be each of {meant}; give the option once for each that you "
                "mean",
                option=option,
                value=text,
                meant=tuple(_called(one) for one in values if one in meant),
            )
        if near := nearest(wanted, [*plain, *(word for word, _ in known)]):
            raise UserError(
                "{option} knows no {value}: did you mean {near}?",
                option=option,
                value=text,
                near=near,
            )
        raise UserError(
            "{option} knows no {value}: give one of {known}",
            option=option,
            value=text,
            known=_named(values),
        )

    return read


def _meant(wanted: str, known: Sequence[tuple[str, Spoken]]) -> set[Spoken]:
    """Return what a word is said for, else what the words are said for that it begins."""
    meant = {value for word, value in known if word == wanted}
    if not meant and len(wanted) >= _TELLING:
        meant = {value for word, value in known if word.startswith(wanted)}
    return meant


def choices(values: type[StrEnum]) -> str:
    """Return the values as a help shows them: "<promoted|renamed>"."""
    return f"<{'|'.join(value.value for value in values)}>"


def offered(values: type[StrEnum]) -> Callable[[str], list[str]]:
    """Return what completes a value that is typed."""
    return lambda incomplete: [one.value for one in values if one.value.startswith(incomplete)]


def _named(values: type[Spoken]) -> tuple[Said, ...]:
    """Return the values, each with what a reader calls it."""
    return tuple(map(_called, values))


def _called(value: StrEnum) -> Said:
    from pilotdiff.report.report_terms import LEVEL_NAMES, OUTCOMES

    called = {str(one): term for terms in (OUTCOMES, LEVEL_NAMES) for one, term in terms.items()}
    return msg("{value} ({word})", value=value, word=called[value])


def _spoken(values: type[Spoken]) -> Iterator[tuple[str, Spoken]]:
    from pilotdiff.language import LANGUAGES, words
    from pilotdiff.report.report_terms import LEVEL_HEADINGS, LEVEL_NAMES, OUTCOMES

    known = {value.value for value in values}
    yield from ((word, values(plain)) for word, plain in _CALLED_TOO.items() if plain in known)
    for terms in (OUTCOMES, LEVEL_HEADINGS, LEVEL_NAMES):
        for value, term in terms.items():
            if isinstance(value, values):
                for language in LANGUAGES:
                    whole = words(language)(term)
                    # 乡镇（街道）, and street or town, are said for both.
                    parts = _BETWEEN.split(whole)
                    yield from ((word, value) for word in (whole, *parts) if word)
