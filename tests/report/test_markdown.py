"""What comes from a document is text in Markdown, in heads as in cells."""

from pilotdiff.report.formats.markdown_writer import table
from pilotdiff.report.text_blocks import TextTable


def test_signs_of_markdown_are_text_in_heads_and_cells() -> None:
    head, rule, row = table(TextTable(["甲|乙型", "<b>"], [["*丙*", "一\n二"]], right=1))
    assert head == "| 甲\\|乙型 | \\<b\\> |\n"
    assert rule == "| --- | ---: |\n"
    assert row == "| \\*丙\\* | 一 二 |\n"
