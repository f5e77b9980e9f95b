"""Word documents: order, automatic numbers, merged cells, what is deleted or hidden."""

from office_files import docx, numbered, paragraph, table, table_cell
from pilotdiff.model import Document
from pilotdiff.reading import read_bytes

_NUMBERING = (
    '<w:abstractNum w:abstractNumId="5">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%2."/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="5"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
)


def texts(document: Document) -> list[str | tuple[str, ...]]:
    return [line.cells or line.text for line in document.lines]


def test_automatic_numbers_are_shown_and_start_anew_below() -> None:
    body = (
        numbered("甲市")
        + numbered("乙县", depth=1)
        + numbered("丙县", depth=1)
        + numbered("丁市")
        + numbered("戊县", depth=1)
        + numbered("己市", use=2)
        + numbered("庚市", use=2)
    )
    assert texts(read_bytes("a.docx", docx(body, _NUMBERING))) == [
        "一、甲市",
        "1. 乙县",
        "2. 丙县",
        "二、丁市",
        "1. 戊县",
        "九、己市",
        "十、庚市",
    ]


def test_a_style_gives_numbers_and_headings() -> None:
    styles = (
        '<w:style w:styleId="a1"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="a2"><w:name w:val="条"/><w:basedOn w:val="a1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("甲市", '<w:pStyle w:val="a2"/>') + paragraph(
        "乙", '<w:outlineLvl w:val="0"/>'
    )
    lines = read_bytes("a.docx", docx(body, _NUMBERING, styles)).lines
    assert [(line.text, line.heading) for line in lines] == [("一、甲市", 2), ("乙", 1)]


def test_tables_in_order_with_merged_cells_and_numbers() -> None:
    body = (
        paragraph("名单")
        + table(
            [table_cell("市"), table_cell("县", '<w:gridSpan w:val="2"/>')],
            [
                table_cell("成都市", '<w:vMerge w:val="restart"/>'),
                table_cell(numbered("", depth=1)),
                table_cell("甲县"),
            ],
            [table_cell("", "<w:vMerge/>"), table_cell(numbered("", depth=1)), table_cell("乙县")],
        )
        + paragraph("完")
    )
    document = read_bytes("a.docx", docx(body, _NUMBERING))
    assert texts(document) == [
        "名单",
        ("市", "县", "县"),
        ("成都市", "1.", "甲县"),
        ("成都市", "2.", "乙县"),
        "完",
    ]
    assert [line.number for line in document.lines] == [1, 2, 3, 4, 5]
    assert str(document.lines[2].place) == "table 1, row 2"


def test_a_table_of_one_cell_is_a_frame() -> None:
    body = table([table_cell(paragraph("甲县") + paragraph("乙县"))])
    assert texts(read_bytes("a.docx", docx(body))) == ["甲县", "乙县"]


def test_what_a_reader_does_not_see_is_left_out() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('甲')}<w:ins>{run.format('县')}</w:ins>"
        "<w:del><w:r><w:delText>市</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run.format('乡')}</w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('乙县')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>丙县</w:t><w:br/><w:t>丁</w:t><w:tab/><w:t>县</w:t></w:r></w:p>"
    )
    assert texts(read_bytes("a.docx", docx(body))) == ["甲县", "乙县", "丙县", "丁\t县"]


def test_the_text_of_a_box_follows_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('乙县')}</w:txbxContent>"
    body = f"<w:p><w:r><w:t>甲县</w:t></w:r><w:r><w:pict>{box}</w:pict></w:r></w:p>"
    assert texts(read_bytes("a.docx", docx(body))) == ["甲县", "乙县"]


def test_what_is_struck_out_is_left_out_and_told() -> None:
    struck = (
        "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>乙县</w:t></w:r><w:r><w:t>丙县</w:t></w:r></w:p>"
    )
    document = read_bytes("a.docx", docx(paragraph("甲县") + struck))
    assert [line.text for line in document.lines] == ["甲县", "丙县"]
    assert [line.text for line in document.unseen] == ["乙县"]
    assert [str(note) for note in document.notes] == ["what is struck out was left out: 乙县"]


def test_what_is_hidden_and_what_readers_noted_is_told() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>乙县</w:t></w:r></w:p>"
    comment = f'<w:comment w:id="1">{paragraph("增加丙县")}</w:comment>'
    document = read_bytes("a.docx", docx(paragraph("甲县") + hidden, comments=comment))
    assert [line.text for line in document.lines] == ["甲县"]
    assert [line.text for line in document.unseen] == ["乙县", "增加丙县"]
    assert [str(note) for note in document.notes] == [
        "text that nobody sees (hidden, drawn over, pale as its ground or off the page) was left "
        "out: 乙县",
        "comments and what is filled in over the text were not read: 增加丙县",
    ]


def test_footnotes_stand_below_the_text_behind_the_numbers_that_lead_to_them() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>9</w:t></w:r>'
    body = (
        _with(paragraph("甲县"), '<w:r><w:footnoteReference w:id="7"/></w:r>')
        + _with(paragraph("乙县"), '<w:r><w:endnoteReference w:id="1"/></w:r>')
        + _with(paragraph("丙县"), '<w:r><w:footnoteReference w:id="4"/></w:r>')
        + _with(paragraph("戊县"), raised)
    )
    footnotes = _notes("footnote", {"0": "", "4": "新设。", "7": " 已撤销。"})
    endnotes = _notes("endnote", {"1": "原己县。"})
    document = read_bytes("a.docx", docx(body, footnotes=footnotes, endnotes=endnotes))
    assert texts(document) == [
        "甲县¹",
        "乙县³",
        "丙县²",
        "戊县⁹",
        "¹ 已撤销。",
        "² 新设。",
        "³ 原己县。",
    ]


def _with(written: str, run: str) -> str:
    return written.replace("</w:p>", f"{run}</w:p>")


def _notes(kind: str, said: dict[str, str]) -> str:
    return "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>'
        for number, text in said.items()
    )
