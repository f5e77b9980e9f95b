"""diff for official Chinese lists: what became of every pilot unit, with the evidence.

    import pilotdiff

    report = pilotdiff.reconcile("pilots.html", "results.xlsx")
    print(report.summary.dropped, report.summary.rate)
    frame = report.to_frame()

A list is a path, text, names, records or a frame. Input that a person can mend raises
`pilotdiff.UserError`, whose `code` is stable. The types of the answers are in `pilotdiff.model`.
docs/api.md shows more.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from pilotdiff.version import VERSION

if TYPE_CHECKING:
    from pilotdiff.face.ask_record import record
    from pilotdiff.face.check_documents import check
    from pilotdiff.face.evaluate_answer import evaluate
    from pilotdiff.face.explain_unit import explain
    from pilotdiff.face.make_panel import panel
    from pilotdiff.face.programme_funnel import programme
    from pilotdiff.face.read_list import read
    from pilotdiff.face.reconcile_lists import reconcile
    from pilotdiff.face.trace_unit import trace
    from pilotdiff.face.write_files import write_page, write_papers
    from pilotdiff.model import UserError

__version__ = VERSION
__all__ = [
    "UserError",
    "__version__",
    "check",
    "evaluate",
    "explain",
    "panel",
    "programme",
    "read",
    "reconcile",
    "record",
    "trace",
    "write_page",
    "write_papers",
]
# Where each public name is; it is loaded when it is asked for.
_PLACES = {
    "UserError": "model.errors",
    "check": "face.check_documents",
    "evaluate": "face.evaluate_answer",
    "explain": "face.explain_unit",
    "panel": "face.make_panel",
    "programme": "face.programme_funnel",
    "read": "face.read_list",
    "reconcile": "face.reconcile_lists",
    "record": "face.ask_record",
    "trace": "face.trace_unit",
    "write_page": "face.write_files",
    "write_papers": "face.write_files",
}


class _Package(ModuleType):
    """The package: its public names are functions, also where a folder within bears the same name.

    Python puts a folder that it has loaded into the package under its name; there a function of
    that name stays what it is. `from pilotdiff.record import …` finds the folder all the same.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _PLACES:
            super().__setattr__(name, value)

    def __getattr__(self, name: str) -> object:
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"pilotdiff.{_PLACES[name]}"), name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_PLACES})


sys.modules[__name__].__class__ = _Package
