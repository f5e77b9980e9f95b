"""Every error that a user can mend has a code, and a code is no text's but its own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import pilotdiff
from pilotdiff.model import UserError

# Together a second or more: `make quick` leaves them out.
pytestmark = pytest.mark.slow

PACKAGE = Path(pilotdiff.__file__).parent
TABLE = PACKAGE / "model/error_codes.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line[0] != "#"]
# What is wrong stands in {why}, and that has the code.
INNER = {"{name} {why}"}


def raised() -> Iterator[str]:
    """The texts of all errors in the source."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and called(node) in ("UserError", "refuse"):
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def called(call: ast.Call) -> str:
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")


def test_every_error_has_a_code() -> None:
    known = {text for _, text in ROWS}
    assert not sorted(set(raised()) - known - INNER), "give them a code in error_codes.tsv"


def test_a_text_has_one_code_and_a_code_is_a_word() -> None:
    assert len({text for _, text in ROWS}) == len(ROWS)
    assert all(set(code) <= set("abcdefghijklmnopqrstuvwxyz-") for code, _ in ROWS)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("nowhere.txt", None, "file-missing"),
        ("empty.txt", b"", "file-empty"),
        ("list.docx", b"PK\x03\x04 and then nothing", "file-broken"),
        ("list.7z", b"7z\xbc\xaf\x27\x1c\0\0", "file-unsupported"),
    ],
)
def test_a_script_can_tell_what_is_wrong(
    tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        pilotdiff.read(path)
    assert caught.value.code == code


def test_an_error_without_a_text_of_ours_has_a_code_too() -> None:
    assert UserError("something else").code == "input-wrong"


@pytest.mark.parametrize("page", ["docs/api.md"])
def test_the_documentation_has_every_code(page: str) -> None:
    rows = (PACKAGE.parents[1] / page).read_text("utf-8").splitlines()
    told = {word for row in rows if row[:3] == "| `" for word in row.split("|")[1].split("`")}
    assert {code for code, _ in ROWS} | {"input-wrong"} <= told
