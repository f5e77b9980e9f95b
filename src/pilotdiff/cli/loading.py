"""From what the user named to the units it lists: a file, standard input, or a document by id."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pilotdiff.cli.progress import Progress
from pilotdiff.cli.retyped_calls import retyped
from pilotdiff.forked import cores, in_processes
from pilotdiff.language import Words
from pilotdiff.model import Filed, Message, SourceKind, Units, UserError, msg, msgs
from pilotdiff.model.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Callable

    from pilotdiff.catalogue import Catalogue
    from pilotdiff.model import Document, Source
    from pilotdiff.model.callbacks import Tick

# In bytes: reading fewer takes less time than making a second process and hearing its answer. A
# line of text takes some ten times as long as a row of cells.
_PAYS = {".csv": 8 << 20, ".tsv": 8 << 20, ".txt": 100 << 10, ".md": 100 << 10}


@dataclass(frozen=True, slots=True)
class Loader:
    """Reads what the user names, a document of the catalogue once.

    id_column, name_column  those of tables whose headers are not known
    catalogue               whose ids may be named, None for the shipped one
    record                  whether the official record tells what a list leaves out
    """

    progress: Progress
    words: Words
    id_column: str = ""
    name_column: str = ""
    catalogue: Path | None = None
    record: bool = True
    _read: dict[str, Units] = field(default_factory=dict, repr=False)

    @property
    def known(self) -> "Catalogue":
        """The catalogue whose documents may be named by their ids. Raises UserError."""
        from pilotdiff.catalogue import catalogue

        return catalogue(self.catalogue)

    def load(self, name: str) -> Units:
        """Return the units that the document lists; none when it holds no list. Raises
        UserError."""
        source = self._listed(name)
        return self._catalogued(source) if source else self._file(name)

    def load_pages(self, names: Sequence[str]) -> Units:
        """Return the units of one document: what is named, or the pictures of its pages. Raises
        UserError."""
        if len(names) == 1:
            return self.load(names[0])
        from pilotdiff.reading import read_pages

        return self._resolved(names[0], lambda tick: read_pages(names, progress=tick))

    def load_list(self, name: str) -> Units:
        """Return the same where a list is needed: UserError when there is none."""
        units = self.load(name)
        if not units.units:
            raise _no_list(name, units, self._passed_over(name))
        return units

    def _passed_over(self, name: str) -> str:
        """Return the command that shows the lines of a document which were passed over."""
        return retyped(
            ("pilotdiff", "parse", name),
            {
                "--catalogue": self.catalogue,
                "--id-column": self.id_column,
                "--name-column": self.name_column,
                "--no-record": not self.record,
                "--passed-over": True,
            },
        )

    def load_pair(self, first: str, second: str) -> tuple[Units, Units]:
        """Return the units of two lists; two long files are read side by side. Raises UserError."""
        if cores() < 2 or not all(map(_is_long, (first, second))):
            return self.load_list(first), self.load_list(second)
        return self._side_by_side(first, second)

    def _side_by_side(self, *names: str) -> tuple[Units, Units]:
        """Return two lists, each read by a process of its own: what reading takes in memory goes
        with it."""
        from pilotdiff.cli.list_parcel import ListParcel, from_parcel, parcel

        unseen = replace(self, progress=Progress(shown=False))

        def read(number: int) -> ListParcel | UserError:
            try:
                return parcel(unseen.load_list(names[number]))
            except UserError as error:
                return error

        found: dict[int, Units | UserError] = {}
        with self.progress.stage(self.words("reading {name}", name=", ".join(names))):
            for number, sent in in_processes(read, (0, 1), 2):
                found[number] = sent if isinstance(sent, UserError) else from_parcel(sent)
        one, other = found[0], found[1]
        if isinstance(one, UserError):
            raise one
        if isinstance(other, UserError):
            raise other
        return one, other

    def filed(self, names: Sequence[str] = ()) -> tuple[Filed, ...]:
        """Return the documents named, files, folders or ids; all of the catalogue when none is
        named.

        Those that the catalogue has figures of, and no list, have no units. Raises UserError.
        """
        from pilotdiff import filing
        from pilotdiff.reading.folders import opened

        if not names:
            return tuple(map(self._filed, self.known.sources))
        names = opened(names)
        sources = [self._listed(name) for name in names]
        return tuple(
            self._filed(source) if source else filing.filed(self._file(name))
            for name, source in zip(names, sources, strict=True)
        )

    def beside(self, *names: str) -> tuple[str, ...]:
        """Return the ids of the catalogue's documents that may tell of units of these, which it has
        too.

        Those of the same programmes, and zones, which name units of any; none beside a file.
        """
        own = [self._listed(name) for name in names]
        if None in own:
            return ()
        programmes = {source.programme for source in own if source and source.programme}
        return tuple(
            source.id
            for source in self.known.sources
            if source.path
            and source not in own
            and (source.kind is SourceKind.ZONES or source.programme in programmes)
        )

    def example(self) -> "tuple[Source, Source]":
        """Return the two lists compared where none is named. Raises UserError."""
        pair = self.known.example
        if pair is None:
            raise UserError(
                "{catalogue} does not say which two lists are compared: name two, or add "
                "[example] with pilots and results to it",
                catalogue=self.known.name,
            )
        return pair

    def _file(self, name: str) -> Units:
        from pilotdiff.reading import read_document

        stdin = sys.stdin.buffer
        return self._resolved(name, lambda tick: read_document(name, stdin=stdin, progress=tick))

    def _resolved(self, name: str, reading: "Callable[[Tick], Document]") -> Units:
        from pilotdiff.listing import outline
        from pilotdiff.units import resolve

        with self.progress.stage(self.words("reading {name}", name=name)) as tick:
            columns = {"id_column": self.id_column, "name_column": self.name_column}
            return resolve(outline(reading(tick), **columns), record=self.record)

    def _catalogued(self, source: "Source") -> Units:
        """Return the units of a document under its id, with what the catalogue knows of it."""
        if source.id not in self._read:
            self._read[source.id] = self._outlined(source)
        return self._read[source.id]

    def _outlined(self, source: "Source") -> Units:
        from pilotdiff.catalogue import described, document
        from pilotdiff.listing import outline
        from pilotdiff.units import resolve

        with self.progress.stage(self.words("reading {name}", name=source.id)) as tick:
            columns = {
                "id_column": source.id_column or self.id_column,
                "name_column": source.name_column or self.name_column,
            }
            listing = described(outline(document(source, tick), **columns), source)
            return resolve(listing, record=self.record)

    def _filed(self, source: "Source") -> Filed:
        from pilotdiff import filing

        return filing.completed(Filed(source, self._catalogued(source)))

    def _listed(self, name: str) -> "Source | None":
        """Return the document of that id; a file of that name comes before it. Raises UserError."""
        if self.catalogue is None and _names_a_file(name):
            return None
        found = self.known.find(name)
        if found is not None and Path(name).is_file():
            return None
        if found is None and not (_names_a_file(name) or Path(name).exists()):
            raise _unknown(name, self.known)
        return found


def _is_long(name: str) -> bool:
    """Tell whether a file of text is so long that a second process brings more than it costs."""
    path = Path(name)
    pays = _PAYS.get(path.suffix.lower())
    return pays is not None and path.is_file() and path.stat().st_size > pays


def _names_a_file(name: str) -> bool:
    """Tell whether it cannot be the id of a document."""
    return name == "-" or "." in name or "/" in name or "\\" in name


def _unknown(name: str, known: "Catalogue") -> UserError:
    ids = [source.id for source in known.sources]
    if near := nearest(name, ids):
        return UserError(
            "{name} is neither a file nor a document of the catalogue: did you mean {near}?",
            name=name,
            near=str(near),
        )
    return UserError(
        "{name} is neither a file nor a document of the catalogue: `pilotdiff sources` shows "
        "the documents that it has",
        name=name,
    )


def _no_list(name: str, units: Units, command: str) -> UserError:
    """Return what to say of a document without a list, with a line that should be a unit."""
    if notes := units.listing.document.notes:
        return UserError(
            "no list found in {name}, and of its reading there is to say: {notes}; give a "
            "document that lists units",
            name=name,
            notes=notes,
        )
    suspicious = (each for each in units.listing.skipped if each.suspicious)
    for unread in (*units.unread, *suspicious):
        return UserError(
            "no list found in {name}: lines such as “{text}” (line {line}) could not be read as "
            "places such as counties, towns or villages; give a list of those, or see with "
            "`{command}` which lines were passed over",
            name=name,
            command=command,
            text=unread.text[:24],
            line=unread.line,
        )
    return UserError(
        "no list found in {name}, {seen}: give a document that lists units, or see with "
        "`{command}` which lines were passed over",
        name=name,
        command=command,
        seen=seen(units),
    )


def seen(units: Units) -> Message:
    """Tell how many lines a document without a list has, with the first that is not its title."""
    texts = {
        line.number: text
        for line in units.listing.document.lines
        if (text := " ".join((*line.text.split(), *line.cells)))
    }
    if not texts:
        return msg("which has no text")
    behind = {n: text for n, text in texts.items() if text != units.listing.title}
    if (told := _named_in_text(behind)) is not None:
        return told
    first = min(behind or texts)
    return msgs(
        "whose {n} line is no entry of a list (line {line}: “{text}”)",
        "none of whose {n} lines is an entry of a list (such as line {line}: “{text}”)",
        len(texts),
        line=first,
        text=texts[first][:24],
    )


def _named_in_text(texts: Mapping[int, str]) -> Message | None:
    """Tell the first unit that these lines name with its place, by their numbers; None where they
    name none."""
    from pilotdiff.census.spotting import spotted

    for number, text in islice(texts.items(), _LINES_LOOKED_AT):
        for name in spotted(text[:_LOOKED_AT]):
            if name.whole and len(name.parts) > 1:
                return msg(
                    "which names units in running text alone (such as “{name}” in line {line})",
                    name=name.text,
                    line=number,
                )
    return None


_LINES_LOOKED_AT, _LOOKED_AT = 500, 2000
