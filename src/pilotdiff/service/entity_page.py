"""An entity as a small page: what a client shows where somebody looks closer."""

from html import escape

from pilotdiff.column_headings import headings
from pilotdiff.language import Words
from pilotdiff.service.served import Entity

_STYLE = "body{font:14px/1.5 sans-serif;margin:12px}th{text-align:left;padding-right:1em}"


def entity_page(entity: Entity, words: Words) -> str:
    """Return HTML with the values that an entity has; it fetches nothing."""
    rows = "".join(
        f"<tr><th>{escape(head)}</th><td>{escape(str(value))}</td></tr>"
        for (name, value) in entity.values.items()
        for head in headings([name], words.language)
        if value != ""
    )
    return (
        f'<!doctype html><html lang="{words.language}"><meta charset="utf-8">'
        f"<title>{escape(entity.name)}</title><style>{_STYLE}</style>"
        f"<h1 style='font-size:1.2em'>{escape(entity.name)}</h1>"
        f"<p>{escape(entity.said)}</p><table>{rows}</table></html>\n"
    )
