"""What a person wrote beside findings on a workbook, and which finding each stands beside."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from pilotdiff.decisions.form import finding_titles
from pilotdiff.language import LANGUAGES
from pilotdiff.model import Finding, UserError
from pilotdiff.model.handed_back import FindingNote
from pilotdiff.reading.office.workbook import shown

# Over the hidden column that tells which finding a row is about.
KEY = "finding_key"
_HEAD = 20
_DIGITS = 12


def finding_keys(findings: Iterable[Finding]) -> list[str]:
    """Return what tells each finding from run to run: its code, document and sentence, whatever
    line or folder it has moved to."""
    seen: Counter[str] = Counter()
    keys = []
    for one in findings:
        said = "\n".join((one.code, PurePath(one.document).name, str(one.message)))
        key = hashlib.sha256(said.encode(errors="replace")).hexdigest()[:_DIGITS]
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}.{seen[key]}")
    return keys


def finding_notes(file: str, sheet: str, rows: Sequence[Sequence[object]]) -> Iterator[FindingNote]:
    """Yield what is filled in on a sheet of findings; of another sheet nothing. Raises UserError
    where a heading is gone, so that what stands below it would be lost."""
    for number, row in enumerate(rows[:_HEAD]):
        heads = [shown(cell).strip() for cell in row]
        titles = [finding_titles(language) for language in LANGUAGES]
        there = {head for head in heads if any(head in own for own in titles)}
        # The guide has these words too, each in a row of its own.
        if KEY not in heads and len(there) < len(titles[0]):
            continue
        own = next((each for each in titles if {*each} <= {*heads}), None)
        if own is None or KEY not in heads:
            wanted = KEY if own else " / ".join(titles[0])
            raise UserError(
                "{file}, sheet {sheet}, row {row}: no heading says {column} any more; write it as "
                "it was, else what stands below is lost",
                file=file,
                sheet=sheet,
                row=number + 1,
                column=wanted,
            )
        columns = [heads.index(head) for head in (KEY, *own)]
        yield from _filled_in(rows[number + 1 :], columns)
        return


def note_columns(heads: Sequence[str]) -> set[int]:
    """Return where notes on findings go below these headings; nothing where they are others."""
    titles = [finding_titles(language)[2:] for language in LANGUAGES]
    return {heads.index(each) for own in titles for each in own if KEY in heads and each in heads}


def _filled_in(rows: Iterable[Sequence[object]], columns: Sequence[int]) -> Iterator[FindingNote]:
    for row in rows:
        key, document, said, verified, disposition = (shown(row[at]).strip() for at in columns)
        if verified or disposition:
            yield FindingNote(key, document, said, verified, disposition)
