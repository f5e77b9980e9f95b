"""The parts of a .docx as trees, and the names of WordprocessingML (ECMA-376, part 1, 17)."""

from lxml import etree

from pilotdiff.model import whole_number
from pilotdiff.reading.archive import Archive
from pilotdiff.reading.contents import RawSource

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
FALLBACK = f"{{{_COMPATIBILITY}}}Fallback"


def w(name: str) -> str:
    """Return the qualified name of an element or attribute of WordprocessingML."""
    return f"{{{_MAIN}}}{name}"


def xml_part(source: RawSource, archive: Archive, name: str) -> etree._Element | None:
    """Return a part's root, None when the archive has no such part; refused when it is no sound
    XML."""
    # The strict variant of the standard differs in its namespaces alone.
    data = archive.read(name).replace(_STRICT.encode(), _MAIN.encode())
    if not data:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        source.refuse("is broken or nested too deeply; open it in Word and save it again")


def value_of(element: etree._Element | None, name: str, default: str = "") -> str:
    """Return the w:val of a child of that name, "" for a child without one, `default` without
    child."""
    child = element.find(w(name)) if element is not None else None
    return default if child is None else child.get(w("val"), "")


def integer(text: str, default: int) -> int:
    """Return the number written, or the default when none (or an absurd one) is."""
    number = whole_number(text)
    return default if number is None else number


def is_on(element: etree._Element | None, name: str) -> bool:
    """Tell whether a switch such as w:vanish is set."""
    return value_of(element, name, "0") not in ("0", "false", "off")
