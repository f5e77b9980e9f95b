"""XML that holds data: its elements as the records that JSON holds, read as these are."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.data.json_tables import record_lines
from pilotdiff.reading.text import decoded_text

# How deep elements may stand in one another; no list's do.
_DEEPEST = 40


def contents(source: RawSource) -> Contents:
    """Return one Line a record, below the names of its elements and attributes where the records
    have the same."""
    decoded = decoded_text(source)
    root = _root(decoded.text)
    if root is None:
        source.refuse("is no readable XML; save it again, or as CSV")
    lines = tuple(record_lines(source, _value(root)))
    return Contents(lines, decoded.notes, decoded.encoding, decoded.certainty)


def is_xml_data(text: str) -> bool:
    """Tell whether a text is sound XML that holds data, and no running text with marks in it."""
    root = _root(text)
    return root is not None and len(root) > 0 and not any(map(_is_mixed, root.iter()))


def _root(text: str) -> etree._Element | None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    text = text.removeprefix("\ufeff").lstrip()
    if text.startswith("<?xml"):
        text = text[text.find("?>") + 2 :]  # its encoding was that of the bytes
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root if _depth(root) < _DEEPEST else None


def _depth(root: etree._Element) -> int:
    deepest, level = 0, list(root)
    while level and deepest < _DEEPEST:
        deepest, level = deepest + 1, [child for each in level for child in each]
    return deepest


def _is_mixed(element: etree._Element) -> bool:
    """Tell whether text stands beside other elements in one."""
    told = [element.text, *(child.tail for child in element)]
    return len(element) > 0 and any(text and text.strip() for text in told)


def _value(element: etree._Element) -> Any:
    """Return an element as JSON would hold it: a text, a list of what has one name, a record.

    <县 name="清岗县"><镇>石镇</镇></县> is {"name": "清岗县", "镇": "石镇"}.
    """
    children, attributes = list(element), dict(_attributes(element))
    text = (element.text or "").strip()
    if not children:
        return {**attributes, "text": text} if attributes and text else attributes or text
    names = [_local(child.tag) for child in children]
    if names[::2] == ["key"] * len(names[::2]) and len(names) % 2 == 0:
        # A list of properties: <key>清岗市</key><array>…</array>.
        keys = [(child.text or "").strip() for child in children[::2]]
        return dict(zip(keys, map(_value, children[1::2]), strict=True))
    if not attributes and len({*names}) == 1 and len(names) > 1:
        return list(map(_value, children))
    found: dict[str, list[Any]] = {}
    for name, child in zip(names, children, strict=True):
        found.setdefault(name, []).append(_value(child))
    inner = {name: each if len(each) > 1 else each[0] for name, each in found.items()}
    own = {f"{name}." if name in inner else name: text for name, text in attributes.items()}
    return {**own, **inner}


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for name, text in element.attrib.items():
        yield _local(name), str(text)


def _local(name: Any) -> str:
    """Return a name without its namespace: {http://…}unit is unit."""
    return str(name).rpartition("}")[2]
