"""The programme's screen as a reader sees it, and the heat map where it must be cut."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len

from pilotdiff.language import words
from pilotdiff.model import Level, Source, SourceKind
from pilotdiff.programme import programme_types as made
from pilotdiff.report.answers.programme_answer import ProgrammeAnswer
from pilotdiff.report.screen import programme_matrix
from pilotdiff.report.screen.terminal_layout import lines_of_block

TOWN, VILLAGE = Level.TOWNSHIP, Level.COMMUNITY


def batch() -> Any:
    list_, news = made.Cited("list.txt", 3), made.Cited("news.html", 12, "约四十个镇")
    columns = (
        made.MatrixColumn(TOWN, "“甲乙”机制创新"),
        made.MatrixColumn(VILLAGE, "丙型"),
        made.MatrixColumn(VILLAGE, "丁型"),
    )
    shares = (
        (made.PlaceShare("", 1, 2), made.PlaceShare("", 10, 12), made.PlaceShare("", 0, 0)),
        (made.PlaceShare("", 0, 1), made.PlaceShare("", 0, 0), made.PlaceShare("", 3, 3)),
    )
    return made.Batch(
        programme="美丽行动",
        province="甲省",
        number=2,
        documents=(
            Source("list.txt", SourceKind.PILOTS, title="第二批试点名单", date="2021-01-02"),
        ),
        tiers=(
            made.Tier(
                TOWN,
                planned=(made.Count(40, made.Basis.TOLD, (news,), about=True, yearly=True),),
                pilots=(
                    made.Count(38, made.Basis.COUNTED, (list_,)),
                    made.Count(38, made.Basis.DECLARED, (made.Cited("list.txt", 1, "38个镇"),)),
                    made.Count(39, made.Basis.TOLD, (made.Cited("news.html", 13),)),
                ),
                demonstrations=(made.Count(30, made.Basis.TOLD, (news, made.Cited("b.txt"))),),
                followed=made.PlaceShare("", 28, 38, 2),
            ),
            made.Tier(VILLAGE, pilots=(made.Count(1500, made.Basis.COUNTED, (list_,)),)),
        ),
        amounts=(
            made.Amount(made.Topic.MONEY, 1.28, "亿元", "投入资金", True, news),
            made.Amount(made.Topic.OTHER, 3, "所", "服务站", False, news),
        ),
        reconciled=True,
        level=Level.PREFECTURE,
        places=(made.PlaceShare("乙市", 11, 14, 2), made.PlaceShare("丙市", 3, 4)),
        counties=(
            made.PlaceShare("丁县", 11, 14, listed=True, within="乙市"),
            made.PlaceShare("戊县", 0, 3, listed=True, within="丙市"),
            made.PlaceShare("己县", 3, 3, listed=True, within="丙市"),
        ),
        categories=(
            made.PlaceShare("“甲乙”机制创新", 1, 3, level=TOWN),
            made.PlaceShare("丙型", 10, 12, level=VILLAGE),
        ),
        matrix=made.Matrix(Level.PREFECTURE, ("乙市", "丙市"), columns, shares),
    )


def drawn(made: Any, width: int) -> str:
    return "".join(
        "\n".join([*(line.plain.rstrip() for line in lines_of_block(part, width)), "", ""])
        for part in made
    )


@pytest.mark.parametrize("width", [80, 140])
def test_the_screen(width: int, snapshot: Callable[..., None]) -> None:
    programme = made.Programme((batch(),), ("zones.txt",))
    text = drawn(ProgrammeAnswer(programme, "", words("en")).parts(width), width)
    assert all(cell_len(line) <= width for line in text.splitlines())
    snapshot(f"programme-{width}", text)


def test_a_heat_map_too_wide_is_cut_into_parts_that_fit() -> None:
    made = drawn(programme_matrix.parts(batch(), 20, words("en")), 20)
    assert all(cell_len(line) <= 20 for line in made.splitlines())
    assert made.count("乙市") == 2
    for shown in ("1/2", "10/12", "0/1", "3/3"):
        assert shown in made


def test_the_cells_tell_the_rate_without_colour() -> None:
    made = drawn(programme_matrix.parts(batch(), 80, words("en")), 80)
    assert "0/1 ▁" in made
    assert "3/3 █" in made
    assert "10/12 ▇" in made


def test_many_batches_stand_in_one_table_alone() -> None:
    many = [replace(batch(), number=number) for number in range(1, 6)]
    few = drawn(ProgrammeAnswer(made.Programme(tuple(many[:2])), "", words("en")).parts(80), 80)
    assert "2 batches" in few
    assert "By prefecture" in few
    whole = drawn(ProgrammeAnswer(made.Programme(tuple(many)), "", words("en")).parts(80), 80)
    assert "5 batches" in whole
    assert "甲省 · batch 5  38 → 30  28 to 30 of 38        1,500" in whole
    assert "By prefecture" not in whole
    assert "pilotdiff programme --batch 5" in whole


def test_a_batch_without_number_is_told_by_its_year() -> None:
    by_year = replace(batch(), number=None, year=2021)
    text = drawn(ProgrammeAnswer(made.Programme((by_year,)), "", words("en")).parts(80), 80)
    assert text.startswith("美丽行动 · 甲省 · 2021\n")
