"""The options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from pilotdiff.cli.completion import documents
from pilotdiff.cli.language import Language
from pilotdiff.cli.spoken_choices import choices, offered, spoken_choice
from pilotdiff.model import Level, Outcome
from pilotdiff.report.formats import Format


class Headings(StrEnum):
    """What stands above the columns of CSV: their names, which scripts rely on, or Chinese."""

    EN = "en"
    ZH = "zh"


Pilots = Annotated[
    str | None,
    typer.Argument(
        metavar="PILOTS", help="The pilot list; - is standard input.", autocompletion=documents
    ),
]
Results = Annotated[
    str | None, typer.Argument(metavar="RESULTS", help="The later list.", autocompletion=documents)
]
Documents = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="Documents, by file or id; all when none is.",
        autocompletion=documents,
    ),
]
FormatOption = Annotated[
    Format, typer.Option("-f", "--format", help="What goes to standard output.")
]


def output_folder(*, help: str) -> Any:
    """Return the option for the folder in which a command writes."""
    return typer.Option("-o", "--output", metavar="DIR", help=help)


Output = Annotated[
    Path | None,
    output_folder(
        help="Write the working papers there: CSV files, a workbook, and papers in Word to sign."
    ),
]
HeadingsOption = Annotated[
    Headings,
    typer.Option("--headings", help="Headings of CSV: the columns' names, or Chinese ones."),
]


def _chosen(option: str, kind: type[Outcome] | type[Level], *, help: str) -> Any:
    """Return an option whose values may be said in the words of the screens."""
    return typer.Option(
        option,
        help=help,
        parser=spoken_choice(option, kind),
        metavar=choices(kind),
        autocompletion=offered(kind),
    )


Only = Annotated[
    list[Outcome] | None,
    _chosen("--only", Outcome, help="Only rows of this outcome; may be repeated."),
]
LevelOption = Annotated[
    list[Level] | None, _chosen("--level", Level, help="Only units of this level; may be repeated.")
]
Category = Annotated[
    list[str] | None,
    typer.Option(
        "--category", metavar="TEXT", help="Only units of this category; may be repeated."
    ),
]
Within = Annotated[
    list[str] | None,
    typer.Option("--within", metavar="PLACE", help="Only units of this place; may be repeated."),
]
CatalogueOption = Annotated[
    Path | None,
    typer.Option(
        "--catalogue",
        metavar="FILE",
        envvar="PILOTDIFF_CATALOGUE",
        help="A TOML file that names documents of yours; their ids stand for them.",
    ),
]
Decisions = Annotated[
    Path | None,
    typer.Option("--decisions", metavar="FILE", help="A person's verdicts, as review writes them."),
]
Confirm = Annotated[
    list[str] | None,
    typer.Option(
        "--confirm",
        metavar="FILE",
        help="A document that names units of the lists, as evidence; may be repeated.",
        autocompletion=documents,
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", help="English or Chinese; else as PILOTDIFF_LANG or the locale says."),
]
IdColumn = Annotated[
    str,
    typer.Option(
        "--id-column", metavar="NAME", help="The column of ids, where a table's is not known."
    ),
]
NameColumn = Annotated[
    str,
    typer.Option(
        "--name-column", metavar="NAME", help="The column of names, where a table's is not known."
    ),
]
AsOf = Annotated[
    int | None,
    typer.Option(
        "--as-of",
        metavar="YEAR",
        help="The edition of the official record; else that of each document's date.",
    ),
]
NoRecord = Annotated[
    bool, typer.Option("--no-record", help="Do without the official record of divisions.")
]
Quiet = Annotated[
    bool, typer.Option("-q", "--quiet", help="No screen and no remarks; data and errors only.")
]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="No progress line on long work.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show a traceback when something fails.")]
