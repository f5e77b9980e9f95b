"""Two lists in, a report out: what `match` and `explain` have in common."""

from collections.abc import Mapping

from pilotdiff.cli.loading import Loader
from pilotdiff.cli.progress import Progress
from pilotdiff.model import Row, Units, UserError
from pilotdiff.report.filters import Filter
from pilotdiff.report.model import Report, build
from pilotdiff.report.words import Words
from pilotdiff.version import VERSION


def reconcile(
    pilots: str | None,
    results: str | None,
    loader: Loader,
    only: Filter | None = None,
    options: Mapping[str, object] | None = None,
) -> Report:
    """The report on two lists, on the shipped example when none is named. Raises UserError."""
    lists = _load(pilots, results, loader)
    rows = _rows(*lists, loader.progress, loader.words)
    return build(*lists, rows, only=only, options=options, version=VERSION)


def _load(pilots: str | None, results: str | None, loader: Loader) -> tuple[Units, Units]:
    if pilots is None:
        from pilotdiff.bundled import catalogue

        pilots, results = (source.id for source in catalogue().example)
    if results is None:
        raise UserError(f"two lists are compared, and only {pilots} was given: name the later too")
    if pilots == results == "-":
        raise UserError("standard input holds one list only: give one of the two as a file")
    return loader.load_list(pilots), loader.load_list(results)


def _rows(pilots: Units, results: Units, progress: Progress, words: Words) -> tuple[Row, ...]:
    from pilotdiff.matching import match
    from pilotdiff.outcomes import judge

    with progress.stage(words("matching")) as tick:
        return judge(pilots, results, match(pilots, results, progress=tick))
