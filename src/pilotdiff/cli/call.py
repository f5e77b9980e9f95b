"""The options that several commands take, and what is made of them: once for all commands."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, TypeVar

from pilotdiff.cli import options, output
from pilotdiff.cli.language import spoken
from pilotdiff.language import words as words_of
from pilotdiff.report.formats import Format

if TYPE_CHECKING:
    from pilotdiff.cli.loading import Loader
    from pilotdiff.language import Words
    from pilotdiff.model import Filed
    from pilotdiff.reconciliation import Reconciler
    from pilotdiff.report.answer import Answer
    from pilotdiff.report.filters import Filter

Answered = TypeVar("Answered")


@dataclass(frozen=True)
class Call:
    """The shared options as they were given; one that a command does not take is as if not given.

    What is made of them is made when it is first asked for.
    """

    pilots: options.Pilots = None
    results: options.Results = None
    files: options.Documents = None
    format: options.FormatOption = Format.TABLE
    headings: options.HeadingsOption = options.Headings.EN
    only: options.Only = None
    level: options.LevelOption = None
    category: options.Category = None
    within: options.Within = None
    decisions: options.Decisions = None
    confirm: options.Confirm = None
    catalogue: options.CatalogueOption = None
    id_column: options.IdColumn = ""
    name_column: options.NameColumn = ""
    as_of: options.AsOf = None
    no_record: options.NoRecord = False
    lang: options.Lang = None
    quiet: options.Quiet = False
    no_progress: options.NoProgress = False
    # The entry point sees to it.
    debug: options.Debug = False

    @cached_property
    def words(self) -> "Words":
        """The language. Raises UserError where the environment names none that there is."""
        return spoken(self.lang)

    @cached_property
    def loader(self) -> "Loader":
        """What reads the documents that the call names."""
        from pilotdiff.cli.loading import Loader
        from pilotdiff.cli.progress import Progress

        progress = Progress(shown=not (self.quiet or self.no_progress))
        columns = self.id_column, self.name_column
        return Loader(progress, self.words, *columns, self.catalogue, record=not self.no_record)

    @cached_property
    def reconciler(self) -> "Reconciler":
        """What decides, with the verdicts on file. Raises UserError."""
        from pilotdiff.cli.pipeline import reconciler_of
        from pilotdiff.report.registers import asked_year

        year = self.as_of if self.no_record else asked_year(self.as_of)
        return reconciler_of(self.decisions, record=not self.no_record, as_of=year)

    @cached_property
    def chosen(self) -> "Filter":
        """Which rows are asked for."""
        from pilotdiff.report.filters import Filter

        return Filter.of(self.only, self.level, self.category, self.within)

    def show(self, answer: "Answer") -> None:
        """Print an answer in the format asked for; below Chinese headings everything is Chinese."""
        if self.headings == "zh" and self.format is Format.CSV:
            answer = answer.spoken(words_of("zh"))
        output.show(answer, self.format, self.headings, quiet=self.quiet)

    def documents(self) -> "tuple[Filed, ...]":
        """Return the documents named, or all of the catalogue, with the verdicts applied to their
        lists. Raises UserError."""
        from pilotdiff.cli.pipeline import heard_by_all

        reconciler = self.reconciler
        files = list(self.files or ())
        for name, times in Counter(files).items():
            if times > 1:
                said = self.words("{name} is given more than once, and is read once", name=name)
                output.remark(said)
        found = tuple(self.loader.filed(list(dict.fromkeys(files))))
        heard_by_all(reconciler, found, self.words, quiet=self.quiet)
        return found


def takes(names: str) -> Callable[[Callable[..., Answered]], Callable[..., Answered]]:
    """Let a command take these options, in the order of its help.

    A name is that of a parameter of the command, which takes the call first, or of a shared option.
    """

    def made(command: Callable[..., Answered]) -> Callable[..., Answered]:
        own = signature(command).parameters

        def called(**given: object) -> Answered:
            shared = {name: value for name, value in given.items() if name not in own}
            call = Call(**shared)  # type: ignore[arg-type]
            return command(call, **{name: given[name] for name in given if name in own})

        parameters = [own[name] if name in own else _shared(name) for name in names.split()]
        called.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
        called.__annotations__ = {one.name: one.annotation for one in parameters}
        called.__name__, called.__doc__ = command.__name__, command.__doc__
        return called

    return made


def _shared(name: str) -> Parameter:
    kind, default = Parameter.POSITIONAL_OR_KEYWORD, getattr(Call, name)
    return Parameter(name, kind, default=default, annotation=Call.__annotations__[name])
