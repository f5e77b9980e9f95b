"""Several pictures as one document: a folder of pages, a pattern of names, or a zip of them.

Outside of a zip they are packed into one as they are, so that all three are the same bytes.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from pilotdiff.reading.contents import RawSource

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp"})
_NO_PAGES = frozenset({"thumbs.db", "desktop.ini"})
_SAME_DAY = (1980, 1, 1, 0, 0, 0)


def pages_named(name: str) -> list[Path]:
    """Return the pictures of a folder that holds nothing else, or those that a pattern names.

    In the order of their numbers: page2.jpg before page10.jpg. [] where it is no such folder and
    no such pattern.
    """
    path = Path(name)
    if path.is_dir():
        found = [each for each in path.iterdir() if _counts(each.name)]
    elif any(sign in path.name for sign in "*?["):
        found = list(path.parent.glob(path.name))
    else:
        return []
    whole = bool(found) and all(is_picture_name(each.name) and each.is_file() for each in found)
    return sorted(found, key=lambda each: natural_order(str(each))) if whole else []


def are_numbered(pages: Sequence[Path]) -> bool:
    """Tell whether the names of two files or more differ in their numbers alone: pages of one
    document, and not one picture for each of several.

    >>> are_numbered([Path("a/page1.jpg"), Path("a/page2.jpg")])
    True
    >>> are_numbered([Path("a/pilots.jpg"), Path("a/results.jpg")])
    False
    """
    named = {re.sub(r"[\d一二三四五六七八九十]+", "0", page.stem) for page in pages}
    return len(pages) > 1 and len(named) == 1


def is_picture_name(name: str) -> bool:
    """Tell whether a file's name is that of a picture.

    >>> is_picture_name("第1页.JPG"), is_picture_name("清岗.txt")
    (True, False)
    """
    return PurePath(name).suffix.lower() in PICTURES


def natural_order(name: str) -> tuple[tuple[str, int, str], ...]:
    """Return what sorts names as a person does, by the numbers in them, however long these are.

    >>> sorted(["page10.jpg", "page2.jpg"], key=natural_order)
    ['page2.jpg', 'page10.jpg']
    """
    parts = re.split(r"(\d+)", name.casefold())
    digits = [part.lstrip("0") if at % 2 else "" for at, part in enumerate(parts)]
    return tuple(
        ("", len(number), number) if at % 2 else (part, 0, "")
        for at, (part, number) in enumerate(zip(parts, digits, strict=True))
    )


def zipped(pages: Iterable[tuple[str, bytes]]) -> bytes:
    """Return pictures as a zip: the same bytes for the same pictures."""
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as file:
        for name, data in pages:
            file.writestr(zipfile.ZipInfo(name, _SAME_DAY), data)
    return made.getvalue()


def is_bundle(data: bytes) -> bool:
    """Tell whether a zip holds pictures and nothing else."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = _pages(file.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return False
    return bool(names) and all(map(is_picture_name, names))


def unzipped(source: RawSource) -> Iterator[RawSource]:
    """Yield the pictures of a zip in the order of their names. Raises UserError where it is
    broken."""
    from pilotdiff.reading.archive import Archive

    archive = Archive(source)
    for name in sorted(_pages(archive.names()), key=natural_order):
        yield RawSource(f"{source.name}/{name}", archive.read(name), source.tick)


def _pages(names: Sequence[str]) -> list[str]:
    return [name for name in names if not name.endswith("/") and _counts(name)]


def _counts(name: str) -> bool:
    """Tell whether a file counts: what systems leave in folders does not."""
    parts = PurePath(name).parts
    return not any(p.startswith((".", "__MACOSX")) or p.lower() in _NO_PAGES for p in parts)
