"""What the reader makes of every way to write a heading or a one-line notice, in small lists.

usage: python bench/composed_headings.py [PRODUCT …] [--draw N] [--silent] [--alarms]
       python bench/composed_headings.py PRODUCT --show NUMBER

The lists are those of `heading_products.py`, all of a product or N drawn from it:

  words     the word of a programme (示范, 零犯罪 …) over villages, towns or counties, in each form
  counties  types below counties: 一、正定县 / （一）示范镇 / names, in every form of both
  types     counties below types
  notices   types, counties and names in one line, with every sign between them
  around    two tiers of headings with other numbers, counts, kinds, signs, notes: 3,000 drawn

and of `list_products.py`, 2,000 drawn of each but the fourth:

  towns       towns and streets below their counties, behind them or with them in their rows
  mixed       counties, towns and villages in one list, each tier below a heading or none
  batches     batches and years over places, below them or in their rows
  surrounded  plain lists with what stands before and behind them
  numbers     counties and towns with numbers of every form, also of one form

The units are counted as `composed_text.py` counts them, by product and by the value of each axis.
`--silent` prints every list of which something is not told, `--alarms` every one that is read right
and doubted; `--show` prints a list, what is wanted of it and what was read.
"""

import argparse
import sys
from collections.abc import Collection, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from composed_judging import Judged, judged, print_counts, print_read
from composed_product import Composed
from heading_products import PRODUCTS
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


def _read(given: Composed) -> ListedUnits:
    return ListedUnits.of(resolve(outline(read_bytes("list.txt", given.text.encode()))))


def _judged(asked: argparse.Namespace) -> Iterator[tuple[Collection[str], Judged]]:
    for name in asked.products or PRODUCTS:
        for at, given in enumerate(PRODUCTS[name].lists(asked.draw)):
            found = judged(partial(_read, given), given.entries)
            line = given.text.replace("\n", "⏎")
            if asked.silent and found.silent:
                print(name, at, *found.silent, line, sep=" | ")
            if asked.alarms and found.counts["alarms"]:
                print(name, at, "alarm", line, sep=" | ")
            yield [name, *(f"{name} {form}" for form in given.forms)], found


def shown(given: Composed) -> None:
    """Print a list, what is wanted of it and what was read."""
    print(*given.forms, given.text, *given.entries, sep="\n")
    _, silent, found = judged(partial(_read, given), given.entries)
    if found is not None:
        print_read(found)
    print("silent:", *silent)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("products", nargs="*", metavar="PRODUCT", help=", ".join(PRODUCTS))
    parser.add_argument("--draw", type=int, default=0, metavar="N", help="lists of each product")
    parser.add_argument("--show", type=int, metavar="NUMBER", help="a list of the first product")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--alarms", action="store_true")
    asked = parser.parse_args()
    if unknown := set(asked.products).difference(PRODUCTS):
        parser.error(f"no product: {', '.join(sorted(unknown))}")
    if asked.show is None:
        print_counts(_judged(asked))
        return
    lists = PRODUCTS[asked.products[0] if asked.products else "words"].lists(asked.draw)
    shown(next(islice(lists, asked.show, None)))


if __name__ == "__main__":
    main()
