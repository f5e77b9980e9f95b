import stat
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.decisions import exchange, load, refuse_decisions
from pilotdiff.decisions.table import decisions_text
from pilotdiff.model import Decision, UserError, Verdict


def decision(pilot: Any, verdict: Any = Verdict.SAME) -> Any:
    return Decision(pilot, "乙", verdict, "me", "2026-01-02", "why", "abc")


ONE, TWO, THREE = decision("一"), decision("二"), decision("三", Verdict.DIFFERENT)


def held(path: Path) -> list[Any]:
    return [filed.decision for filed in load(path).filed]


def test_decisions_are_added_replaced_and_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    exchange(path, None, ONE)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfpilot,")
    exchange(path, None, TWO)
    exchange(path, ONE, THREE)
    assert held(path) == [THREE, TWO]
    exchange(path, THREE, None)
    exchange(path, ONE, None)
    assert held(path) == [TWO]
    assert [each.name for each in tmp_path.iterdir()] == ["d.csv"]


def test_what_others_wrote_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    exchange(path, None, ONE)
    path.write_text(decisions_text([TWO, ONE]), "utf-8")
    exchange(path, ONE, THREE)
    assert held(path) == [TWO, THREE]


def test_mark_line_ends_and_mode_stay(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(decisions_text([ONE], "\r\n").encode())
    path.chmod(0o640)
    exchange(path, None, TWO)
    assert path.read_bytes() == decisions_text([ONE, TWO], "\r\n").encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text(decisions_text([ONE]), "utf-8")
    link = tmp_path / "link.csv"
    link.symlink_to("real.csv")
    exchange(link, None, TWO)
    assert link.is_symlink()
    assert held(tmp_path / "real.csv") == [ONE, TWO]


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "d.csv"
    exchange(path, None, ONE)

    def full(_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pilotdiff.decisions.file.os.fsync", full)
    with pytest.raises(UserError, match="No space left"):
        exchange(path, None, TWO)
    assert held(path) == [ONE]
    assert [each.name for each in tmp_path.iterdir()] == ["d.csv"]


def test_files_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="there is no file"):
        load(tmp_path / "none.csv")
    assert load(tmp_path / "none.csv", missing=True).filed == ()
    with pytest.raises(UserError, match="is a folder"):
        refuse_decisions(tmp_path)
    with pytest.raises(UserError, match="no folder"):
        refuse_decisions(tmp_path / "nowhere" / "d.csv")
    (tmp_path / "gbk.csv").write_bytes("pilot,result,verdict\n甲,乙,same\n".encode("gbk"))
    with pytest.raises(UserError, match="not UTF-8"):
        load(tmp_path / "gbk.csv")
