"""A folder of lists on the screen: what each is, which belong together, how to go on."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.model import Message, msg
from pilotdiff.report.answers.folder_answer import FolderAnswer, FolderList
from pilotdiff.report.screen.next_commands import with_purposes
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable
from pilotdiff.report.shell_words import shell_word

# So many pairs are given as commands.
_MOST = 6


def parts(answer: FolderAnswer, width: int) -> Iterator[ScreenBlock]:
    """Yield the pairs, then what stands alone, then what could not be read, then commands."""
    words, paired = answer.words, {name for pair in answer.pairs for name in pair}
    by_name = {each.name: each for each in answer.lists}
    belonging = [each for each in answer.lists if each.pilots]
    if belonging:
        yield heading(words("Belong together"))
    for results in belonging:
        named = [by_name[name] for name in results.pilots]
        yield Group(*(_list(answer, each, "") for each in named), _list(answer, results, "→ "))
    alone = [each for each in answer.lists if each.name not in paired]
    if alone:
        yield Group(heading(words("Alone")), *(_list(answer, each, "") for each in alone))
    if answer.unread:
        yield Group(heading(words("Could not be read")), _unread(answer))
    yield with_purposes(_commands(answer), words, width)


def _unread(answer: FolderAnswer) -> ScreenTable:
    """Return the sentences, each of which names its file."""
    grid = ScreenTable()
    grid.add_column(width=2, wraps=False)
    for name, why in answer.unread.items():
        said = answer.words(why)
        told = said if name in said else answer.words("{head}: {said}", head=name, said=said)
        grid.add_row(Text(), Text(told))
    return grid


def _list(answer: FolderAnswer, each: FolderList, mark: str) -> Text:
    _, kind, year, held, _ = answer.brief(each)
    unknown = answer.words("it is not told what it lists")
    missing = len(each.filed.units.census.missing)
    out = answer.words("{head} {n}", head=answer.words("Left out"), n=f"{missing:,}")
    told = kind or unknown, year, held, out if missing else ""
    said = answer.words(", ").join(filter(None, told))
    return Text(f"  {mark}{each.name}  {said}")


def _commands(answer: FolderAnswer) -> list[tuple[str, Message]]:
    pairs = [
        (f"pilotdiff match {shell_word(pilots)} {shell_word(results)}", msg("reconcile the two"))
        for pilots, results in answer.pairs[:_MOST]
    ]
    panel = f"pilotdiff panel {shell_word(answer.folder)} -o panel"
    return [*pairs, (panel, msg("all lists as one table, unit by year"))]
