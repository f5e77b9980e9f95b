"""Web archives (.mht), which Office and old browsers save as .doc and .xls too, and mails: their
page, or their text."""

from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message as Part

from pilotdiff.model import msg
from pilotdiff.reading import text
from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.encoding import decode
from pilotdiff.reading.web import html


def contents(source: RawSource) -> Contents:
    """Return the lines of the archive's first page, or of a mail without one; a note names what is
    attached to a mail."""
    parts = _parts(source.data)
    attached = tuple(name for part in parts if (name := _attached(part)))
    page = next(filter(None, map(_page, parts)), None)
    if page is None and attached:
        source.refuse(
            "is a mail; save what is attached to it, {files}, and give that", files=attached
        )
    if page is None and (said := "\n".join(filter(None, map(_text, parts)))):
        return text.contents(RawSource(source.name, said.encode(), source.tick))
    if page is None:
        source.refuse("is a web archive without a page in it; save the page as .html and give that")
    found = html.contents(RawSource(source.name, page, source.tick))
    note = msg("what is attached to the mail was not read: {files}", files=attached)
    return found._replace(notes=(*found.notes, note)) if attached else found


def _parts(data: bytes) -> list[Part]:
    try:
        return list(message_from_bytes(data, policy=policy.compat32).walk())
    except RecursionError:  # parts within parts, a thousand deep
        return []


def _page(part: Part) -> bytes | None:
    if part.get_content_type() != "text/html" or _attached(part):
        return None
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) and payload.strip() else None


def _text(part: Part) -> str:
    """Return the text of a part that is plain text, "" for others."""
    if part.get_content_type() != "text/plain" or _attached(part):
        return ""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    decoded = decode(payload, part.get_content_charset() or "")
    return decoded.text if decoded else ""


def _attached(part: Part) -> str:
    """Return the name of a file that is attached to a mail, "" where a part is none."""
    if part.get_content_disposition() != "attachment":
        return ""
    name = part.get_filename() or part.get_content_type()
    try:
        return str(make_header(decode_header(name)))
    except (MessageError, LookupError, ValueError):
        return ascii(name)
