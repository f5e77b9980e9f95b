import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from pilotdiff import bundled
from pilotdiff.catalogue import catalogue, described, document
from pilotdiff.listing import outline
from pilotdiff.model import Level, SourceKind, UserError
from pilotdiff.units import resolve


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Any]:
    """A catalogue of this text, read."""

    def make(text: str, **files: str) -> Any:
        for name, content in files.items():
            (tmp_path / f"{name}.txt").write_text(content, "utf-8")
        path = tmp_path / "programme.toml"
        path.write_text(text, "utf-8")
        return catalogue(path)

    yield make
    catalogue.cache_clear()


@pytest.mark.parametrize("case", cases("catalogue", "faults"))
def test_an_error_names_file_line_and_key(case: dict[str, Any], made: Any) -> None:
    with pytest.raises(UserError) as caught:
        made(case["raw"])
    where, _, said = str(caught.value).partition(", ")
    assert Path(where).name == "programme.toml"
    assert said == case["wanted"]


@pytest.mark.parametrize("value", ["9" * 5_000, "[" * 5_000])
def test_what_python_cannot_read_of_toml_is_a_sentence(value: str, made: Any) -> None:
    with pytest.raises(UserError, match=r"programme\.toml, line 2 holds"):
        made(f'[[document]]\nbatch = {value}\nid = "a"\n')


def test_the_shipped_catalogue_is_held_to_the_same() -> None:
    shipped = catalogue()
    assert catalogue(bundled.shipped()) == shipped._replace(name=str(bundled.shipped()))


def test_only_the_id_and_a_title_or_file_are_needed(made: Any) -> None:
    read = made(
        '[[document]]\nid = "a"\ntitle = "名单"\n[[document]]\nid = "b"\nfile = "b.txt"', b="-"
    )
    assert [source.id for source in read.sources] == ["a", "b"]
    assert read.sources[0].kind is None
    assert read.example is None


def test_every_key_is_read(made: Any) -> None:
    read = made(
        """
        example.pilots = "四川_2022"
        example.results = "四川_2022"
        [[document]]
        id = "四川_2022"
        kind = "pilots"
        title = '''名单'''
        issuer = "民政厅"
        number = "川民发（2022）37号"
        date = 2022-04-03
        province = "四川省"
        programme = "三年行动计划"
        batch = 3
        script = "simplified"
        file = "list.txt"
        id_column = "编号"
        name_column = "单位"
        declared = { county = 41 }
        published = { site = "网", title = "名单出炉", date = "2022-04-04" }
        cites = ["川民发【2020】39号"]
        figures = [{ value = 1.28, unit = "亿元", subject = "资金", about = true }]
        """,
        list="一",
    )
    (source,) = read.sources
    assert source.kind is SourceKind.PILOTS
    assert (source.number, source.cites) == ("川民发〔2022〕37号", ("川民发〔2020〕39号",))
    assert (source.date, source.seen, source.batch) == ("2022-04-03", "2022-04-04", 3)
    assert source.declared == {Level.COUNTY: 41}
    assert (source.figures[0].value, source.figures[0].about) == (1.28, True)
    assert (source.id_column, source.name_column) == ("编号", "单位")
    assert source.path is not None
    assert source.path.name == "list.txt"
    assert read.example == (source, source)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes('[[document]]\r\nid = "a"\r\ntitle = "名单"\r\n'.encode("utf-8-sig"))
    assert catalogue(path).find("a") is not None


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no such file"):
        catalogue(tmp_path / "none.toml")
    with pytest.raises(UserError, match=r"is a folder"):
        catalogue(tmp_path)
    (tmp_path / "gbk.toml").write_bytes('title = "名单"'.encode("gbk"))
    with pytest.raises(UserError, match=r"is not UTF-8"):
        catalogue(tmp_path / "gbk.toml")


def test_what_the_catalogue_leaves_open_the_list_says(made: Any) -> None:
    text = (
        "河南省示范镇名单\n\n民政厅\n2021年5月6日\n\n1、新乡市长垣市丁栾镇\n2、新乡市封丘县黄德镇\n"
    )
    read = made('[[document]]\nid = "a"\nfile = "a.txt"\nissuer = "省民政厅"', a=text)
    listing = described(outline(document(read.sources[0])), read.sources[0])
    assert (listing.title, listing.issuer) == ("河南省示范镇名单", "省民政厅")
    assert listing.date == "2021-05-06"
    assert len(resolve(listing).units) == 2


PROVINCES = ("四川", "河南", "山东", "浙江", "江苏", "湖北", "湖南", "陕西", "云南", "贵州")
YEARS = range(2019, 2024)


def programme() -> str:
    """Ten provinces and five years, a list of pilots in each."""
    entries = (
        f'[[document]]\nid = "{province}-{year}"\nkind = "pilots"\nprovince = "{province}省"\n'
        f'title = "{province}省{year}年试点名单"\nnumber = "{province}民发〔{year}〕1号"\n'
        f"date = {datetime.date(year, 5, 1)}\nbatch = {year - 2018}\n"
        f"declared = {{ county = {year - 2000} }}\n"
        for province in PROVINCES
        for year in YEARS
    )
    return "\n".join(entries)


def test_a_programme_of_ten_provinces_and_five_years(made: Any) -> None:
    read = made(programme())
    assert len(read.sources) == 50
    assert read.find("云南-2021").batch == 3


@pytest.mark.parametrize("case", cases("catalogue", "broken_entry"))
def test_a_broken_entry_among_fifty_is_found_on_its_line(case: dict[str, Any], made: Any) -> None:
    right, wrong, said = case["right"], case["wrong"], case["said"]
    text = programme()
    at = text.index(right, text.index('id = "云南-2021"'))
    with pytest.raises(UserError) as caught:
        made(text[:at] + wrong + text[at + len(right) :])
    line = text.count("\n", 0, at) + 1
    assert f", line {line}: " in str(caught.value)
    assert said in str(caught.value)
