"""Columns of the lists' own, put behind the records of the rows."""

from collections.abc import Mapping

from pilotdiff.report.diff_columns import COLUMNS


def with_kept(
    found: list[dict[str, object]],
    pilots: Mapping[int, Mapping[str, object]],
    results: Mapping[int, Mapping[str, object]],
) -> list[dict[str, object]]:
    """Put the lists' own columns behind the records, told by the lines of the two units.

    A column that both lists have, or that has a name of ours, is called pilot_… and result_….
    """
    ours, theirs = (
        dict.fromkeys(n for columns in kept.values() for n in columns) for kept in (pilots, results)
    )
    for side, kept, names, other in (
        ("pilot", pilots, ours, theirs),
        ("result", results, theirs, ours),
    ):
        for name in names:
            shown = _free(name, side, shared=name in other)
            for record in found:
                line = record[f"{side}_line"]
                record[shown] = kept.get(line, {}).get(name) if isinstance(line, int) else None
    return found


def _free(name: str, side: str, *, shared: bool) -> str:
    """Return what a column of the user's is called beside ours."""
    shown = f"{side}_{name}" if shared or name in COLUMNS else name
    return f"{shown}_kept" if shown in COLUMNS else shown
