"""Lists that do not say what they are: they are held against no other as pilots or results."""

from collections.abc import Iterator, Sequence

from pilotdiff.checks.code import finds, found, note
from pilotdiff.model import Filed, Finding, msg


@finds(
    note(
        "kind-not-said",
        msg(
            "Nothing says what a list is, so that it is compared with no other as pilots or results"
        ),
        msg("Two tables without a title: whether one has the results of the other is not asked"),
    )
)
def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Find lists beside others of which neither title nor catalogue says whether they are pilots,
    results or a plan."""
    if len(documents) < 2:
        return
    for filed in documents:
        if filed.source.kind is None and filed.units.units:
            message = msg(
                "Nothing says whether it lists pilots or results: it was compared with no other "
                "list as such; pilotdiff match compares two, a catalogue says what each is"
            )
            yield found("kind-not-said", filed, 0, message)
