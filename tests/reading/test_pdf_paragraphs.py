"""A line that fills a page goes on in the next one; one that happens to be as long does not."""

import pytest

from pilotdiff.reading.pdf.pdf_paragraphs import paragraphs
from pilotdiff.reading.pdf.pdf_text_lines import PageLine

WIDTH, LEFT, SIZE = 595.0, 90.0, 14.0
FULL = "经研究，确定正定县白石镇东岭村、灵寿县青石镇西岭村、以及平山"


def line(text: str, row: int, left: float = LEFT, *cells: str) -> PageLine:
    right = left + SIZE * len(text)
    return PageLine(text, cells, (left, 20.0 * row, right, 20.0 * row + SIZE))


def read(*lines: PageLine) -> list[str]:
    return [each.text for each in paragraphs(lines, WIDTH)]


def test_a_name_that_the_margin_cuts_is_whole() -> None:
    made = paragraphs(
        [line(FULL, 1), line("县黑溪镇南岭村为示范村。", 2), line("特此通知。", 3)], WIDTH
    )
    assert [each.text for each in made] == [f"{FULL}县黑溪镇南岭村为示范村。", "特此通知。"]
    assert made[0].box == (LEFT, 20.0, LEFT + SIZE * len(FULL), 40.0 + SIZE)


def test_a_colon_behind_others_closes_no_line() -> None:
    full = "石家庄市（3个）：正定县、灵寿县、平山县；邯郸市（1个）："
    assert read(line(full, 1), line("涉县", 2)) == [f"{full}涉县"]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(
            line("县黑溪镇南岭村。", 2, LEFT + 2 * SIZE), id="a paragraph that is indented"
        ),
        pytest.param(line("县黑溪镇南岭村。", 4), id="far below"),
        pytest.param(line("2.正定县白石镇", 2), id="an item"),
        pytest.param(line("附件：名单", 2), id="an annex"),
        pytest.param(line("", 2, LEFT, "正定县", "白石镇"), id="a row"),
    ],
)
def test_what_begins_anew_stays(below: PageLine) -> None:
    assert read(line(FULL, 1), below) == [FULL, below.text]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param(
            "现将名单予以公示，如有异议请于公示期内反映，电话：03118", "正定县", id="a name alone"
        ),
        pytest.param(
            "确定了下列的村和社区为全市的示范村和示范社区，名单公布如下：", "正定县", id="a colon"
        ),
        pytest.param(
            "河北省石家庄市的正定县白石镇和平山县青石镇以及灵寿县黑溪镇", "行唐县白石镇", id="rows"
        ),
        pytest.param("正定县白石镇东岭村", "正定县白石镇西岭村", id="short lines"),
    ],
)
def test_lines_that_happen_to_fill_the_page_stay(above: str, below: str) -> None:
    assert read(line(above, 1), line(below, 2)) == [above, below]
