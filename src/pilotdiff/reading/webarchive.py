"""Web archives (.mht), which Office and old browsers save as .doc and .xls too: their page."""

from email import message_from_bytes, policy

from pilotdiff.reading import html
from pilotdiff.reading.contents import Contents, RawSource


def contents(source: RawSource) -> Contents:
    """Return the lines of the archive's first page."""
    page = _page(source.data)
    if page is None:
        source.refuse("is a web archive without a page in it; save the page as .html and give that")
    return html.contents(RawSource(source.name, page, source.tick))


def _page(data: bytes) -> bytes | None:
    try:
        pieces = list(message_from_bytes(data, policy=policy.compat32).walk())
    except RecursionError:  # parts within parts, a thousand deep
        return None
    for piece in pieces:
        if piece.get_content_type() == "text/html":
            payload = piece.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return payload
    return None
