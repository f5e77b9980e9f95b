"""Some seeds of bench/fuzz.py; thousands are run by hand (docs/speed.md)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tracked import ROOT


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="each call runs in a forked child")
def test_damaged_documents_break_nothing() -> None:
    command = [sys.executable, "bench/fuzz.py", "0", "60"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "60 seeds" in done.stdout


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="each call runs in a forked child")
def test_a_seed_makes_the_same_inputs_again(tmp_path: Path) -> None:
    kept = []
    for name in ("one", "other"):
        command = [sys.executable, "bench/fuzz.py", "7", "8", "--keep", str(tmp_path / name)]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=300)
        inputs = (tmp_path / name).iterdir()
        kept.append({path.name: path.read_bytes() for path in inputs if path.is_file()})
    assert kept[0] == kept[1]
