"""pilotdiff check: what documents say against themselves and against each other."""

from collections.abc import Collection
from typing import Annotated

import typer

from pilotdiff.cli import output
from pilotdiff.cli.call import Call, takes
from pilotdiff.model import Severity, UserError
from pilotdiff.report.registers import refuse_year


@takes(
    "files decisions catalogue format severity ignore explain codes id_column name_column "
    "as_of no_record lang quiet no_progress debug"
)
def command(
    call: Call,
    severity: Annotated[
        Severity, typer.Option("--severity", help="Only findings at least as grave as this.")
    ] = Severity.NOTE,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODE", help="Leave these out; may be repeated."),
    ] = None,
    explain: Annotated[
        list[str] | None,
        typer.Option("--explain", metavar="CODE", help="What a code means; may be repeated."),
    ] = None,
    codes: Annotated[bool, typer.Option("--codes", help="What every code means.")] = False,
) -> int:
    """What documents say against themselves and against each other.

    Totals, numbers, names, parents, dates, figures and citations; without files, in the documents
    of the catalogue. Exit code 1 when a list contradicts itself or another document.
    """
    if codes or explain:
        _explain(explain or (), call)
        return 0
    from pilotdiff.checks import check as checked
    from pilotdiff.report.answers.findings_answer import FindingsAnswer

    silenced = _known(ignore or ())
    as_of, no_record = call.as_of, call.no_record
    if as_of is not None and not no_record:
        refuse_year(as_of)
    grave = tuple(Severity)[: tuple(Severity).index(severity) + 1]
    documents = call.documents()
    found = checked(documents, silenced, call.reconciler, as_of=as_of, without_record=no_record)
    findings = [each for each in found if each.severity in grave]
    call.show(FindingsAnswer(documents, findings, call.words))
    return int(any(each.severity is Severity.ERROR for each in findings))


def _explain(wanted: Collection[str], call: Call) -> None:
    """Print what the codes named mean, or all of them."""
    from pilotdiff.checks.finding_codes import CODES
    from pilotdiff.report.answers.codes_answer import CodesAnswer

    chosen = [CODES[code] for code in _known(wanted) or CODES]
    output.show(CodesAnswer(chosen, call.words), call.format)


def _known(codes: Collection[str]) -> Collection[str]:
    """Return the codes as given; UserError when there is no such code."""
    from pilotdiff.checks.finding_codes import CODES

    for code in codes:
        if code not in CODES:
            raise UserError(
                "there is no finding {code}: the codes are {codes}",
                code=code,
                codes=tuple(sorted(CODES)),
            )
    return codes
