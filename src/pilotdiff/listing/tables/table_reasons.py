"""What the reader of tables says of its rows: each is shown where a row gave an entry of which the
table does not make sure."""

from pilotdiff.listing.unit_names.kindless_villages import NO_KIND
from pilotdiff.model import msg

TABLE_ROW = msg("a row of the table")
"""Where nothing else is said of it."""

LOW_PARENT = msg(
    "its parent may be the one named above or the one below: the table leaves it blank in its "
    "first row, too"
)
MIXED = msg(
    "units of several tiers stand in one column, and nothing makes sure which lies in which; no "
    "parent is taken from the rows above"
)
TRUSTED = msg("no kind stands behind the name; its column's heading alone says that it is a unit")
ALL_TRUSTED = msg(
    "no kind stands behind most names of the column; its heading alone says that they are units"
)
UNDECIDED = msg("the column that asks whether the unit was chosen leaves it open; it is an entry")
UNGRANTED = msg("no batch, year or grade is ticked in the row of the unit; it is an entry")
CONTRADICTED = msg("the name states another parent than its row does; its own is taken")
STOPPED = msg("signs alone stand in the columns below; the last unit that the row names is taken")
EMPTIED = msg(
    "the columns below are blank, and the row above lies in the same place; the last unit that the "
    "row names is taken"
)
BLANKED = msg(
    "between its parents one is missing that the row above has in the same place; none is taken"
)
COUNTED = msg(
    "beside the names stand only figures; the table may count or measure what lies in them, and "
    "list nothing"
)
ABREAST = msg(
    "columns of several tiers are taken for lists of their own, and as many names stand in each; "
    "they may lie in one another"
)
SEVERAL_ABOVE = msg(
    "several names of a higher tier stand beside those of a lower one; which lies in which is not "
    "said, and none is taken for a parent"
)
SHORTER_LISTS = msg(
    "the columns of higher tiers end before those of lower ones, and leave no row blank before; "
    "they may be shorter lists of their own, and no parents"
)
ONE_EACH_ROW = msg(
    "most rows name the same unit again; what they list may stand in a column that is not read"
)
CALLED_BY_HEAD = msg(
    "a column before it names what the table lists, by its heading's word; these may be the places "
    "in which that lies"
)
NOTHING_ABOVE = msg(
    "a cell of the row says the one above it again, and nothing stands there; what it repeats, "
    "perhaps its place, is not known"
)
AGAIN_ACROSS = msg(
    "lists side by side are numbered across, and a cell says again the one above it or the one of "
    "the list beside it, which differ; the one above is taken"
)
CUT_OFF = msg(
    "of the lists side by side the last lacks the column of its names; a print may cut it off, and "
    "what it lists is not read"
)
SECOND_NAME = msg(
    "a second name that nothing heads stands in the row; it may be an earlier name of the unit or "
    "a partner's, and is read as an entry"
)
HEADED_OTHERWISE = msg(
    "the heading of the column says that it holds remarks or partners; its names are read as what "
    "the table lists, below those of the columns beside it"
)
NAMED_AGAIN = msg("the name is said to be that of the row above; it is taken to be so")
UNREAD = msg("stands in one cell with names of units and is not read as one")
PLACE_TAKEN = msg(
    "stands in the column of names and is not read as one; the place beside it is taken"
)
TYPES_UNREAD = msg(
    "below several types stand texts that are not read; they may be what the table lists, and the "
    "units beside them where it lies"
)
WORDS_BESIDE = msg(
    "a column that is not read has another word in each row, as one of names has; it may be what "
    "the table lists, and these the places in which that lies"
)
UNSURE = (
    LOW_PARENT,
    MIXED,
    TYPES_UNREAD,
    UNREAD,
    PLACE_TAKEN,
    NO_KIND,
    TRUSTED,
    ALL_TRUSTED,
    UNDECIDED,
    UNGRANTED,
    CONTRADICTED,
    STOPPED,
    EMPTIED,
    BLANKED,
    COUNTED,
    ABREAST,
    SEVERAL_ABOVE,
    SHORTER_LISTS,
    ONE_EACH_ROW,
    CUT_OFF,
    SECOND_NAME,
    HEADED_OTHERWISE,
    NAMED_AGAIN,
    CALLED_BY_HEAD,
    WORDS_BESIDE,
    NOTHING_ABOVE,
    AGAIN_ACROSS,
)
