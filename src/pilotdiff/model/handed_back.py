"""What a person wrote into a workbook beside verdicts: kept for the next one, and told."""

from typing import NamedTuple

from pilotdiff.model.messages import Message, Said, msg
from pilotdiff.model.outcomes import Second


class RowNote(NamedTuple):
    """What is filled in on a row without a verdict; nothing follows from it.

    pilot, result  how the row's units are named, "" where it has but one
    place          where it stands
    second         what a second reader says of the row
    """

    pilot: str
    result: str
    by: str
    on: str
    partner: str
    note: str
    place: Message
    second: Second | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """How the row's two units are named."""
        return self.pilot, self.result

    @property
    def said(self) -> tuple[Said, ...]:
        """What is filled in, without what is empty."""
        return tuple(filter(None, (self.by, self.on, self.partner, self.note, *self._of_second)))

    @property
    def _of_second(self) -> tuple[Said, ...]:
        if self.second is None:
            return ()
        opinion = msg("agrees") if self.second.agrees else msg("disagrees")
        return opinion, self.second.by, self.second.on


class Signature(NamedTuple):
    """A line of the summary that somebody signed, from 0: who, and the date as written."""

    line: int
    name: str
    on: str


class FindingNote(NamedTuple):
    """What a person wrote beside a finding: what was verified, and what is done about it.

    key             tells the finding from run to run
    document, said  how it stood on the sheet
    """

    key: str
    document: str
    said: str
    verified: str
    disposition: str


class Remark(NamedTuple):
    """What a person wrote where nothing asks for it: the cell, "" where it is not known, and the
    text."""

    place: str
    text: str


class Beside(NamedTuple):
    """What a workbook holds beside its verdicts.

    notes       rows filled in without a verdict
    signatures  of the summary
    told        what could not be kept, each in a sentence
    findings    notes beside findings
    remarks     what stands where nothing asks for it
    """

    notes: tuple[RowNote, ...] = ()
    signatures: tuple[Signature, ...] = ()
    told: tuple[Message, ...] = ()
    findings: tuple[FindingNote, ...] = ()
    remarks: tuple[Remark, ...] = ()


NOTHING = Beside()
