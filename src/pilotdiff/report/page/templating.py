"""The templates of the page, and what they may call."""

from functools import partial
from pathlib import Path, PurePath

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pilotdiff.language import Words
from pilotdiff.model import Outcome, Unit, Units
from pilotdiff.patterns import pattern
from pilotdiff.report import programme_words, report_terms
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.list_facts import cited_facts
from pilotdiff.report.named_documents import with_id
from pilotdiff.report.page import charts
from pilotdiff.report.pilot_shares import could_go_on, percent, rate
from pilotdiff.report.row_words import compared_confidence, share_in_benchmark, verdict
from pilotdiff.report.visible import visible

# 2026-06-03, 69.1 %
_WHOLE = pattern(r"\d{4}-\d\d-\d\d|\d[\d.]* %")
_FOLDER = Path(__file__).with_name("templates")


def templates(words: Words) -> Environment:
    """Make the templates, which escape whatever they are given, in the language of `words`."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_visible,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    made.filters.update(
        signed="{:+.2f}".format, grouped="{:,}".format, called=words.called, unbroken=_unbroken
    )
    made.globals.update(
        words=words,
        number=words.number,
        terms=report_terms,
        programme_words=programme_words,
        Outcome=Outcome,
        percent=partial(percent, words=words),
        rate=partial(rate, words=words),
        query=charts.query,
        inferred=_inferred,
        recorded=_recorded,
        titled=_titled,
    )
    figures = could_go_on, probability, share_in_benchmark, compared_confidence
    told = verdict, cited_facts, with_id
    made.globals.update({each.__name__: each for each in (*figures, *told)})
    return made


def _visible(value: object) -> object:
    return visible(value) if isinstance(value, str) else value


def _unbroken(text: str) -> Markup:
    """Return a text in which no line ends within a day, or between a number and its sign."""
    return Markup(_WHOLE.sub(r'<span class="whole">\g<0></span>', str(escape(visible(text)))))


def _inferred(unit: Unit) -> tuple[str, ...]:
    """Return the parts of its path that the document's context gave."""
    given = (level for level in unit.inferred if level not in unit.recorded)
    return tuple(unit.path[level.depth] for level in given if unit.path[level.depth])


def _recorded(unit: Unit) -> tuple[str, ...]:
    """Return the parts of its path that the official record told."""
    return tuple(unit.path[level.depth] for level in unit.recorded)


def _titled(units: Units) -> str:
    """Return the document's title, else the name of its file."""
    return units.listing.title or PurePath(units.listing.document.name).name
