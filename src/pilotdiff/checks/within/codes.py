"""The codes of what one document shows by itself."""

from pilotdiff.checks.code import Code
from pilotdiff.model import Severity, msg

WITHIN: tuple[Code, ...] = (
    Code(
        "total-differs",
        Severity.ERROR,
        msg("A total that the document states is not the number of units it lists"),
        msg("The text says 41 counties, and the list has 40"),
    ),
    Code(
        "total-unread",
        Severity.WARNING,
        msg("A total is not reached, but as many lines could not be read"),
        msg("The text says 41 counties, 40 are read, and one line is not"),
    ),
    Code(
        "title-differs",
        Severity.WARNING,
        msg("The title and the text give different numbers of the same"),
        msg("The title says 30 streets, and the text 40"),
    ),
    Code(
        "total-not-listed",
        Severity.NOTE,
        msg("The text counts units of a level that the list does not have"),
        msg("The text says 41 counties, and the list has streets alone"),
    ),
    Code(
        "ordinal-gap",
        Severity.ERROR,
        msg("Numbers of the list are missing"),
        msg("Number 13 follows number 11"),
    ),
    Code(
        "ordinal-repeated",
        Severity.ERROR,
        msg("A number of the list stands twice"),
        msg("Number 12 stands twice, one line after the other"),
    ),
    Code(
        "ordinal-misplaced",
        Severity.WARNING,
        msg("A number of the list is not where it belongs"),
        msg("The list counts 11, 13, 12, 14"),
    ),
    Code(
        "ordinal-restarts",
        Severity.WARNING,
        msg("The numbers begin again where no heading stands: a heading may be missing"),
        msg("1 follows 66 under one heading"),
    ),
    Code(
        "numbering-in-parts",
        Severity.NOTE,
        msg("The numbers begin again several times where no heading is read"),
        msg("Four lists from 1 on stand under one heading"),
    ),
    Code(
        "ordinal-missing",
        Severity.WARNING,
        msg("A unit has no number, though nearly all others have one"),
        msg("One of forty lines is written without its number"),
    ),
    Code(
        "heading-in-row",
        Severity.WARNING,
        msg("A line reads as a heading, but the numbers run on behind it"),
        msg("The line 待定 between the numbers 11 and 12"),
    ),
    Code(
        "heading-gap",
        Severity.WARNING,
        msg("Numbers of the headings are missing"),
        msg("The heading 三、 follows the heading 一、"),
    ),
    Code(
        "heading-repeated",
        Severity.WARNING,
        msg("A heading, or its number, stands twice"),
        msg("The heading （二） follows the heading （二）"),
    ),
    Code(
        "heading-misplaced",
        Severity.WARNING,
        msg("A heading's number is not where it belongs"),
        msg("The headings count （一）, （三）, （二）, （四）"),
    ),
    Code(
        "heading-restarts",
        Severity.WARNING,
        msg("The headings' numbers begin again under one heading: one above may be missing"),
        msg("The heading （一） follows the heading （二） under 一、"),
    ),
    Code(
        "heading-missing",
        Severity.NOTE,
        msg("Units stand before the first heading"),
        msg("Twelve counties stand above the line 一、街道"),
    ),
    Code(
        "heading-unlike",
        Severity.NOTE,
        msg("A heading names no level or category, though all others like it do"),
        msg("Five headings name a type, and the sixth is 其他"),
    ),
    Code(
        "level-differs",
        Severity.WARNING,
        msg("A unit is of another level than the heading says"),
        msg("A community stands under the heading 街道"),
    ),
    Code(
        "level-unusual",
        Severity.NOTE,
        msg("One unit is lower than all others of its list"),
        msg("A village stands alone among thirty counties"),
    ),
    Code(
        "kind-unusual",
        Severity.NOTE,
        msg("A unit is of another kind than the heading names"),
        msg("A village stands under the heading 社区"),
    ),
    Code(
        "kind-missing",
        Severity.NOTE,
        msg("A name lacks the word that says what the unit is, though nearly all others have it"),
        msg("One of forty communities is written 光明"),
    ),
    Code(
        "unit-repeated",
        Severity.ERROR,
        msg("A unit stands twice in one list"),
        msg("The same community is number 3 and number 17"),
    ),
    Code(
        "unit-in-two-categories",
        Severity.WARNING,
        msg("A unit is listed under two categories"),
        msg("A community stands under 便民服务型 and under 智慧科技型"),
    ),
    Code(
        "unit-in-two-lists",
        Severity.WARNING,
        msg("A unit stands under two headings that name no category"),
        msg("A county stands under 第一批 and under 第二批"),
    ),
    Code(
        "name-repeated",
        Severity.WARNING,
        msg("A name stands twice, but the two may be different units"),
        msg("新华社区 stands twice, both times without its street"),
    ),
    Code(
        "units-recur",
        Severity.NOTE,
        msg("Many entries name a unit that an earlier entry names"),
        msg("A table of projects has a line for each project of a county"),
    ),
    Code(
        "near-twin",
        Severity.NOTE,
        msg("Two units of one parent sound or look almost the same: one may be a slip"),
        msg("傅家村 and 付家村 in one town"),
    ),
    Code(
        "parent-spelt-twice",
        Severity.WARNING,
        msg("A parent is spelt in two ways that sound or look almost the same"),
        msg("A community stands in 濛阳街道, all others in 蒙阳街道"),
    ),
    Code(
        "parent-not-listed",
        Severity.WARNING,
        msg("A unit's parent is not in the list of that level"),
        msg("A street's county is not among the counties of the list"),
    ),
    Code(
        "units-outside",
        Severity.NOTE,
        msg("Several units stand outside the parents that the document lists"),
        msg("52 of 150 communities lie outside the 38 streets of the list"),
    ),
    Code(
        "parents-without-units",
        Severity.NOTE,
        msg("Parents in the list have no unit below them"),
        msg("Six of 41 counties have no street in the list"),
    ),
    Code(
        "parent-not-stated",
        Severity.NOTE,
        msg("A name leaves out a parent that nearly all others state"),
        msg("One of forty communities stands without its street"),
    ),
    Code(
        "place-impossible",
        Severity.WARNING,
        msg("By the standard's codes (GB/T 2260) a county does not lie where the list puts it"),
        msg("A county of one city is written under another"),
    ),
    Code(
        "place-misspelt",
        Severity.WARNING,
        msg("The standard's codes have no such county there, but one of almost that name"),
        msg("One character of a county's name is another"),
    ),
    Code(
        "place-unknown",
        Severity.NOTE,
        msg("The standard's codes (GB/T 2260) have no such place, though nearly all others"),
        msg("A county renamed since, or misspelt"),
    ),
    Code(
        "place-in-two",
        Severity.NOTE,
        msg(
            "A street or town stands under a county, and in other lines under another of that city"
        ),
        msg("A street's communities lie in one county, but for one of them"),
    ),
    Code(
        "out-of-place",
        Severity.NOTE,
        msg(
            "In a list that is in the order of places, a unit stands among those of another county"
        ),
        msg("A community of one county stands between two of another"),
    ),
    Code(
        "name-damaged",
        Severity.WARNING,
        msg("A name is damaged, and a character of it is lost"),
        msg("?粕鐓^ is 〓科社區, of whose first character one byte is left"),
    ),
    Code(
        "names-repaired",
        Severity.NOTE,
        msg("Names were repaired before they were read"),
        msg("區(qū) is written for 區"),
    ),
    Code(
        "names-mixed-script",
        Severity.NOTE,
        msg("Names mix traditional and simplified script"),
        msg("会東縣 has characters of both"),
    ),
    Code(
        "line-not-read",
        Severity.WARNING,
        msg("A line stands where a unit should, and could not be read as one"),
        msg("A numbered line between two units names none"),
    ),
    Code(
        "lines-not-read",
        Severity.WARNING,
        msg("Many lines stand where units should, and could not be read"),
        msg("A list of projects, of which the names are no units"),
    ),
    Code(
        "line-in-list",
        Severity.NOTE,
        msg("A line of text stands between two units of one list"),
        msg("The line 待定 between two towns"),
    ),
    Code(
        "nothing-read",
        Severity.WARNING,
        msg("The document has no list and no figures that could be read"),
        msg("A page of pictures, or a text about something else"),
    ),
    Code(
        "mention-not-listed",
        Severity.WARNING,
        msg("The text names a unit as one of the list, and the list does not have it"),
        msg("The text says 甲街道等30个街道, and 甲街道 is not listed"),
    ),
    Code(
        "listed-not-mentioned",
        Severity.WARNING,
        msg("The text names all units of the list but this one"),
        msg("A letter names 30 of the 31 units that its annex lists"),
    ),
)
