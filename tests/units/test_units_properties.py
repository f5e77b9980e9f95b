"""What holds of every list: nothing lost, nothing contradicted, every guess marked."""

from hypothesis import given
from hypothesis import strategies as st

from pilotdiff.model import LEVELS, Document, Entry, Line, Listing
from pilotdiff.units import resolve

DOCUMENT = Document("list.txt", "txt", "0" * 64, 1, (Line(1, ""),))
PROVINCES = st.sampled_from(["", "四川省", "湖南省"])
PREFECTURES = st.sampled_from(["", "成都市", "常德市"])
COUNTIES = st.sampled_from(["", "金堂县", "津市市", "市中区"])
TOWNSHIPS = st.sampled_from(["", "赵镇街道", "新村街道", "古城镇"])
COMMUNITIES = st.sampled_from(["", "古城社区", "老街道社区", "清江村", "不是名字"])
TEXTS = st.tuples(PROVINCES, PREFECTURES, COUNTIES, TOWNSHIPS, COMMUNITIES).map("".join)
ABOVE = st.lists(PREFECTURES.filter(bool) | COUNTIES.filter(bool), max_size=2).map(tuple)
ENTRIES = st.tuples(TEXTS, ABOVE).map(lambda e: Entry(raw="raw", text=e[0], line=1, above=e[1]))
LISTS = st.lists(ENTRIES, max_size=12).map(tuple)
# What a table's columns state, cities among it that no standard knows.
CITIES = st.sampled_from(["", "大同市", "阳泉市", "合肥市", "虹川市", "毫州市", "介休市"])
COLUMNS = st.tuples(
    st.sampled_from(["", "安徽省", "山西省"]), CITIES, CITIES, TOWNSHIPS, COMMUNITIES
).filter(any)
ROWS = st.lists(
    COLUMNS.map(lambda c: Entry(raw="raw", text="".join(c), line=1, columns=c)), max_size=8
).map(tuple)
CONTEXTS = st.lists(PROVINCES.filter(bool), max_size=2).map(tuple)


@given(LISTS, CONTEXTS)
def test_every_entry_is_a_unit_or_told_as_unread(
    entries: tuple[Entry, ...], context: tuple[str, ...]
) -> None:
    found = resolve(Listing(DOCUMENT, context=context, entries=entries))
    assert len(found.units) + len(found.unread) == len(entries)
    assert len({unit.id for unit in found.units}) == len(found.units)


@given(LISTS, CONTEXTS)
def test_a_path_keeps_what_the_entry_states_and_marks_the_rest(
    entries: tuple[Entry, ...], context: tuple[str, ...]
) -> None:
    for unit in resolve(Listing(DOCUMENT, context=context, entries=entries)).units:
        assert unit.path[unit.level.depth]
        assert not any(unit.path[unit.level.depth + 1 :])
        parts = zip(LEVELS, unit.path, strict=True)
        stated = [part for level, part in parts if level not in unit.inferred]
        assert "".join(stated) == unit.entry.text


@given(ROWS, CONTEXTS)
def test_what_the_columns_state_stays_where_they_state_it(
    entries: tuple[Entry, ...], context: tuple[str, ...]
) -> None:
    found = resolve(Listing(DOCUMENT, context=context, entries=entries))
    assert len(found.units) == len(entries)
    for unit in found.units:
        assert unit.path[unit.level.depth]
        assert not any(unit.path[unit.level.depth + 1 :])
        assert set(unit.entry.columns) <= {*unit.path, ""}


@given(LISTS)
def test_filling_again_changes_nothing(entries: tuple[Entry, ...]) -> None:
    once = resolve(Listing(DOCUMENT, entries=entries))
    written = tuple(
        Entry(raw="".join(u.path), text="".join(u.path), line=n, level=u.level)
        for n, u in enumerate(once.units)
        if all(u.path[: u.level.depth])
    )
    again = resolve(Listing(DOCUMENT, entries=written))
    assert ["".join(u.path) for u in again.units] == [e.text for e in written]
