"""The names of the files in a zip, as the program meant them that packed it."""

import io
import zipfile

_UTF8_NAME = 0x800


def zip_names(data: bytes) -> list[str] | None:
    """Return the names of the files in a zip, without those that Macs add; None where it is
    broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return None
    named = (_named(member) for member in members if not member.is_dir())
    return [name for name in named if not name.startswith("__MACOSX/")]


def _named(member: zipfile.ZipInfo) -> str:
    """Return a member's name; programs in China write GBK where the format knows another."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename
