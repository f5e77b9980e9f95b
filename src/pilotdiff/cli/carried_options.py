"""Which options and documents of a call the next commands that a screen proposes carry on."""

from typing import TYPE_CHECKING

from pilotdiff.cli.retyped_calls import retyped

if TYPE_CHECKING:
    from pilotdiff.cli.call import Call


def of_reading(call: "Call") -> str:
    """Return the options of a call that bear on how a document is read, as one types them."""
    given = of_matching(call)
    return retyped((), {option: given[option] for option in given if option not in _OF_PAIRS})


# What bears on pairs of units alone.
_OF_PAIRS = ("--decisions", "--confirm")


def of_matching(call: "Call") -> dict[str, object]:
    """Return the options of a call that bear on what became of the units of its two lists."""
    return {
        "--decisions": call.decisions,
        "--confirm": call.confirm,
        "--catalogue": call.catalogue,
        "--id-column": call.id_column,
        "--name-column": call.name_column,
        "--as-of": call.as_of,
        "--no-record": call.no_record,
    }
