"""Lines under pictures, and sentences that give two honours."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

_LIST = "示范村名单\n清岗县\n白石镇东岭村\n{caption}\n北岭县\n黑石镇南岭村\n黑石镇西岭村"


def _doubtful(text: str) -> list[str]:
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    return [line.text for line in units.census.doubtful]


@pytest.mark.parametrize(
    ("caption", "doubtful"),
    [
        ("▲黑石镇北岭村", ["黑石镇北岭村"]),
        ("红石镇北岭村 张明 摄", ["红石镇北岭村"]),
        ("红石镇北岭村（资料图）", ["红石镇北岭村（资料图）"]),
        ("红石镇北岭村（新申报）", []),
    ],
)
def test_entries_that_look_like_captions_are_doubted(caption: str, doubtful: list[str]) -> None:
    assert _doubtful(_LIST.format(caption=caption)) == doubtful


def test_a_sign_before_every_entry_is_a_bullet() -> None:
    assert not _doubtful("示范村名单\n清岗县\n▲白石镇东岭村\n▲红石镇北岭村\n▲黑石镇南岭村")


_ABOUT = "白石镇是千年古镇，先后荣获中国陶艺之乡、中国粮画之乡等称号。"


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        (f"白石镇\n{_ABOUT}", ["白石镇"]),
        ("白石镇\n南岭镇", []),
        (f"东岭镇\n{_ABOUT}", []),
    ],
)
def test_a_name_of_the_list_over_a_text_about_it_is_doubted(text: str, doubtful: list[str]) -> None:
    assert _doubtful(f"示范镇名单\n白石镇\n黑石镇\n红石镇\n{text}") == doubtful


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("清岗县、白溪县被评为省文明县，北岭县、南岭县被评为省卫生县。", True),
        ("授予清岗县、白溪县“省文明县”称号，授予北岭县、南岭县“省卫生县”称号。", True),
        ("清岗县、白溪县被评为国家级示范县，北岭县被评为省级示范县。", True),
        ("清岗县白石镇被确定为省卫生镇，北岭县黑石镇、红石镇被确定为省卫生镇。", False),
        ("授予清岗县白石街道为省文明街道，授予北岭县黑石街道东岭社区为省文明社区。", False),
        ("清岗县白石镇、红石镇入选全国重点镇，清岗县黑石镇东岭村入选全国重点村。", False),
        ("清岗县、白溪县被评为省文明县，这是继被评为省卫生县之后的又一荣誉。", False),
    ],
)
def test_a_sentence_with_two_honours_is_doubted(text: str, told: bool) -> None:
    assert bool(_doubtful(text)) is told
