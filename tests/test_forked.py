"""Work in forked processes: answers, errors and interrupts come back to the one who asked."""

import os
import sys

import pytest

from pilotdiff.forked import in_processes, meanwhile
from pilotdiff.model import UserError

forks = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="processes are forked on Linux alone"
)


def _refused() -> int:
    raise UserError("{path} is a folder: name a file in it", path="a")


@forks
def test_another_process_answers() -> None:
    with meanwhile(os.getpid) as answer:
        assert answer() != os.getpid()


@forks
def test_what_the_other_process_refuses_is_refused_here() -> None:
    with meanwhile(_refused) as answer, pytest.raises(UserError, match="a is a folder"):
        answer()


@forks
def test_an_error_here_ends_the_other_process() -> None:
    with pytest.raises(KeyError), meanwhile(lambda: os.read(os.pipe()[0], 1)):
        raise KeyError


@forks
def test_each_number_gets_its_answer() -> None:
    assert dict(in_processes(lambda n: n * n, range(5), 2)) == {n: n * n for n in range(5)}
