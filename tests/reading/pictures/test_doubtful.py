"""Doubtful characters go through the layout as signs and come back with their places."""

from pilotdiff.model import Doubt
from pilotdiff.reading.pictures.characters import Character
from pilotdiff.reading.pictures.doubtful import Doubts

READ = (Character("珙", 0.62, ("琪",)), Character("县", 0.99), Character("3", 0.4, ("8",)))


def test_only_doubtful_characters_of_names_become_signs() -> None:
    doubts = Doubts()
    marked = doubts.marked(READ)
    assert marked[1:] == "县3"
    assert marked[0] != "珙"
    assert doubts.plain(f"宜宾市{marked}") == "宜宾市珙县3"


def test_a_doubt_tells_its_place_in_the_text_that_the_layout_made() -> None:
    doubts = Doubts()
    text = f"宜宾市{doubts.marked(READ)}"
    assert list(doubts.told(7, text)) == [Doubt(7, "宜宾市珙县3", 3, 0.62, ("琪",))]


def test_text_without_signs_has_no_doubts() -> None:
    assert list(Doubts().told(1, "宜宾市珙县")) == []
