"""A list of results whose pilots are not here belongs to no other list."""

from pilotdiff.face.read_list import all_filed
from pilotdiff.filing.pilots_of_results import partners

PILOTS = "湖南省2020年乡村治理试点乡镇名单\n1、宁乡市双江口镇\n2、宁乡市沙田乡\n"
OWN = "湖南省2022年乡村治理示范乡镇名单\n1、宁乡市双江口镇\n"
OTHERS = "湖南省2021年乡村治理示范乡镇名单\n1、长沙县金井镇\n2、长沙县开慧镇\n"


def test_results_of_absent_pilots_are_nobodys() -> None:
    assert partners(all_filed([PILOTS, OWN, OTHERS])) == {1: [0], 2: []}


def test_titles_tell_where_no_units_are_shared() -> None:
    assert partners(all_filed([PILOTS, OTHERS])) == {1: [0]}
