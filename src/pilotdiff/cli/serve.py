"""pilotdiff serve: a list, or the official record, as a reconciliation service."""

import gc
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import first_told, output
from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.completion import documents
from pilotdiff.model import UserError

if TYPE_CHECKING:
    from pilotdiff.service import Served

_HERE = "127.0.0.1"
_PORT = 8377


_List = Annotated[
    str | None,
    typer.Argument(
        metavar="[LIST]",
        help="A list, by file or id; the official record when none is.",
        autocompletion=documents,
    ),
]
_Host = Annotated[
    str, typer.Option("--host", help="The address; others than this machine's are open to all.")
]
_Port = Annotated[
    int, typer.Option("--port", min=0, max=65535, help="The port; 0 for one that is free.")
]


@takes(
    "list_ host port as_of no_record catalogue id_column name_column lang quiet no_progress debug"
)
def command(call: Call, list_: _List = None, host: _Host = _HERE, port: _Port = _PORT) -> None:
    """A list, or the official record, as a reconciliation service for OpenRefine and others.

    It answers on this machine until Ctrl-C; what it is asked leaves no trace.
    """
    from pilotdiff.cli.http_service import HttpService
    from pilotdiff.service import DRAFT, answered

    words = call.words
    served = _served(list_, call)
    with HttpService(
        host, port, lambda request: answered(request, served, words), words
    ) as service:
        # For scripts; the address of the older version, which OpenRefine speaks.
        output.write_out([service.address + "/\n"])
        if not call.quiet:
            output.remark(
                words(
                    "{name}: add {address}/ to OpenRefine as a standard service (API 1.0-draft at "
                    "{draft}); Ctrl-C ends it",
                    name=served.name,
                    address=service.address,
                    draft=service.address + DRAFT,
                )
            )
            if not host.startswith("127.") and host not in ("localhost", "::1"):
                output.remark(words("whoever reaches {host} can ask the service", host=host))
        # Unlike a command, a service lives on: what is loaded stays, what comes later is cleared.
        gc.freeze()
        gc.enable()
        service.serve_forever()


def _served(name: str | None, call: Call) -> "Served":
    """Return what is asked. Raises UserError."""
    from pilotdiff.report.registers import edition_of_units, refuse_year
    from pilotdiff.service import ServedList, ServedRecord

    if name is None:
        if call.no_record:
            raise UserError("no list is given, and no record wanted: name a list")
        if call.as_of is not None:
            refuse_year(call.as_of)
        return ServedRecord(call.words, call.as_of)
    from pilotdiff.checks.first_warnings import foremost
    from pilotdiff.filing import filed

    units = call.loader.load_list(name)
    if not call.quiet:
        first_told.tell(foremost(filed(units)), call.words)
    edition = None if call.no_record else edition_of_units(units, call.as_of)
    return ServedList(units, call.words, edition)
