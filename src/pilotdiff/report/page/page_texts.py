"""What the script of the page says, in the reader's language."""

from pilotdiff.language import Words


def texts(words: Words) -> dict[str, str]:
    """Return the texts by the names that page.js knows them by; {n} and {all} are filled in
    there."""
    return {
        "shown": words("{n} of {all} units"),
        "none": words("No unit fits. Take a filter away, or search for a shorter part of a name."),
        "printed": words(
            "The first {n} of {all} are printed: choose a place or an outcome to print the others."
        ),
        "absent": words("No unit stands at {row}."),
        "more": words("Show more"),
        "file": words("units.csv"),
        "by": words("Sort by {column}"),
        "light": words("Light"),
        "dark": words("Dark"),
        "cite": words("Copy as citation"),
        "copied": words("Copied"),
        "sheet": words("Confirmation sheet: {place}"),
        "everywhere": words("all places"),
        "elsewhere": words("no prefecture"),
    }
