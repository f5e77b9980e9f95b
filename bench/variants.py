"""How src/pilotdiff/repair/tables/fold.tsv was made: classes of characters written for one another.

    python bench/variants.py > fold.tsv

The classes join OpenCC's character tables with tables/variants.tsv. Joining takes 25 ms, which the
start of the command cannot spare; tests/repair compares the table with its sources.
"""

from collections.abc import Iterator

from pilotdiff.repair.tables import opencc, own

DICTIONARIES = ("TSCharacters", "STCharacters", "TWVariants", "HKVariants")


def related() -> Iterator[tuple[str, str]]:
    """A character with those it is related to."""
    for name in DICTIONARIES:
        for char, others in opencc(name).items():
            yield char, others.replace(" ", "")
    for row in own("variants"):
        yield row[0], row[1]


def classes() -> list[str]:
    """Every class as a string, its members in the order of their code points."""
    found: dict[str, set[str]] = {}
    for char, others in related():
        joined = set().union(*(found.get(one, {one}) for one in char + others))
        found.update(dict.fromkeys(joined, joined))
    return sorted({"".join(sorted(members)) for members in found.values()})


def plainness(char: str) -> tuple[bool, bool, str]:
    """Characters in daily simplified use come first, so that kind words keep their form."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True, True, char
    return False, char in opencc("TSCharacters"), char


if __name__ == "__main__":
    print(
        "# Characters that are written for one another, from OpenCC's TSCharacters, STCharacters,"
    )
    print("# TWVariants and HKVariants (Apache-2.0) and from variants.tsv, joined by")
    print("# bench/variants.py. the one that stands for all, the others")
    for members in classes():
        if len(members) > 1:
            shown = min(members, key=plainness)
            print(shown, members.replace(shown, ""), sep="\t")
