"""The codes of what documents say of each other."""

from pilotdiff.checks.code import Code
from pilotdiff.model import Severity, msg

BETWEEN: tuple[Code, ...] = (
    # A list of results against the list of pilots that it came of.
    Code(
        "lists-swapped",
        Severity.WARNING,
        msg("Two lists are compared, and their titles say that the later was given first"),
        msg("match results.txt pilots.txt, of which the second is headed 试点名单"),
    ),
    Code(
        "lists-equal",
        Severity.WARNING,
        msg("Two lists are the same, word for word: one may have been given twice"),
        msg("The same file as pilots and as results"),
    ),
    Code(
        "lists-share-nothing",
        Severity.WARNING,
        msg("Two lists are compared that have no name in common"),
        msg("The towns of one programme and the towns of another"),
    ),
    Code(
        "lists-elsewhere",
        Severity.WARNING,
        msg("Two lists are compared that lie in other provinces"),
        msg("Pilots in 湖南省 and results in 四川省"),
    ),
    Code(
        "result-never-pilot",
        Severity.WARNING,
        msg("A result is no pilot, under any name"),
        msg("城东街道 is a demonstration and was never a pilot; 城西街道 beside it was one"),
    ),
    Code(
        "result-of-other-batch",
        Severity.WARNING,
        msg("A result was a pilot, but of another batch"),
        msg("城东街道 is a demonstration of the third batch, and was a pilot of the first"),
    ),
    Code(
        "result-undecided",
        Severity.WARNING,
        msg("A result may be a pilot under another name: a person must decide"),
        msg("柳岸社区 of the results may be 柳岸村 or 岸头社区 of the pilots"),
    ),
    Code(
        "pilot-without-result",
        Severity.NOTE,
        msg("Pilots that are in no result, counted by level"),
        msg("Of 38 streets and 150 communities 8 and 50 are no demonstration"),
    ),
    Code(
        "level-left-out",
        Severity.NOTE,
        msg("The results have no unit of a level that the pilots have"),
        msg(
            "The pilots are counties, streets and communities, the results streets and communities"
        ),
    ),
    Code(
        "level-never-pilot",
        Severity.NOTE,
        msg("The results have units of a level that no pilot stands at"),
        msg("Only streets were pilots, and three counties are demonstrations"),
    ),
    Code(
        "renamed-since",
        Severity.NOTE,
        msg("A result that was a pilot under another name, kind or parent"),
        msg("荷塘社区 is a demonstration, 荷塘村 was the pilot"),
    ),
    Code(
        "category-since",
        Severity.NOTE,
        msg("A result is listed under another category than as a pilot"),
        msg("A pilot of 便民服务型 is a demonstration of 自治互助型"),
    ),
    Code(
        "little-in-common",
        Severity.WARNING,
        msg("Hardly any unit of the results is in the list of pilots they were compared with"),
        msg("The pilots are of one province, the results of another"),
    ),
    # How many there were.
    Code(
        "same-quota",
        Severity.NOTE,
        msg("Two batches have the same number of units at every level"),
        msg("30 streets and 100 communities are demonstrations of batch 1, and as many of batch 3"),
    ),
    Code(
        "as-planned",
        Severity.NOTE,
        msg("The number of pilots chosen is the one planned for every year"),
        msg("“40个左右” counties a year were planned, and 41 were chosen"),
    ),
    Code(
        "not-as-planned",
        Severity.WARNING,
        msg("The number of pilots chosen is not the one planned for every year"),
        msg("“40个左右” counties a year were planned, and 62 were chosen"),
    ),
    # Figures that several documents give.
    Code(
        "figures-agree",
        Severity.NOTE,
        msg("Two documents give the same figures"),
        msg("Both say that 1.28亿元 were spent on the pilots"),
    ),
    Code(
        "figures-compatible",
        Severity.NOTE,
        msg("Two documents give figures that can both be right"),
        msg("One says 533 organisations, the other “500多个”"),
    ),
    Code(
        "figures-differ",
        Severity.WARNING,
        msg("Two documents give different figures for what seems to be the same thing"),
        msg(
            "One says that 1.28亿元 were spent, the other 1.38亿元, and neither says of which batch"
        ),
    ),
    Code(
        "figures-contradict",
        Severity.ERROR,
        msg("Two documents give different figures for the same thing"),
        msg("One says that the first batch has 44 counties, the other 45"),
    ),
    # Dates.
    Code(
        "result-before-pilot",
        Severity.ERROR,
        msg("The results are dated before the list of pilots"),
        msg("The pilots are of April 2022, their results of November 2021"),
    ),
    Code(
        "plan-before-pilot",
        Severity.WARNING,
        msg("A plan is dated before the list of pilots that it carries out"),
        msg("The plan is of March 2022, the list of April"),
    ),
    Code(
        "plan-ends-late",
        Severity.WARNING,
        msg("The deadline of a plan is later than the publication of the results"),
        msg("The work is to be done by March 2024, the results are of November 2023"),
    ),
    Code(
        "batches-out-of-order",
        Severity.WARNING,
        msg("A batch of pilots is dated before an earlier batch"),
        msg("The third batch is of 2021, the second of 2022"),
    ),
    Code(
        "published-before-date",
        Severity.ERROR,
        msg("A page was published before the date of the document on it"),
        msg("The page is of 19 November, the document of 20 November"),
    ),
    Code(
        "number-after-date",
        Severity.ERROR,
        msg("The number of a document is of a year after its date"),
        msg("The number is 川民发〔2024〕37号, the date April 2022"),
    ),
    Code(
        "two-dates",
        Severity.WARNING,
        msg("Two lines state the date of a document differently"),
        msg("2019年3月25日 stands under the title, 2019年5月23日 under the signature"),
    ),
    Code(
        "two-numbers",
        Severity.WARNING,
        msg("Two lines state the number of a document differently"),
        msg("民函〔2019〕41号 stands above the title, 民函〔2019〕14号 below it"),
    ),
    # A plan against the list of pilots.
    Code(
        "plan-unit-extra",
        Severity.WARNING,
        msg("A plan has a unit that is no pilot"),
        msg("The county's plan has six streets, five of them are in the list of pilots"),
    ),
    Code(
        "plan-unit-missing",
        Severity.WARNING,
        msg("A plan leaves out a pilot of its place"),
        msg("Two communities of the county are pilots, the county's plan has one"),
    ),
    Code(
        "plan-name-differs",
        Severity.NOTE,
        msg("A plan has a pilot under another name"),
        msg("柳溪社区 of the plan is 柳溪村 in the list of pilots"),
    ),
    Code(
        "plan-category-differs",
        Severity.WARNING,
        msg("A plan gives a pilot another category than the list"),
        msg("The list has 书院社区 under 便民服务型, the plan under 自治互助型"),
    ),
    Code(
        "plan-agrees",
        Severity.NOTE,
        msg("A plan has the pilots of its place, all of them and no other"),
        msg("The six units of the county's plan are those of the list of pilots"),
    ),
    Code(
        "plan-elsewhere",
        Severity.WARNING,
        msg("The list of pilots names nothing in the place of a plan"),
        msg("A county has a plan and no pilot"),
    ),
    Code(
        "categories-uneven",
        Severity.WARNING,
        msg("A sentence gives units their categories in turn, and their numbers differ"),
        msg("“甲、乙、丙分别承担‘便民服务型’‘自治互助型’任务”: three units, two categories"),
    ),
    Code(
        "category-told-differs",
        Severity.WARNING,
        msg("A sentence gives a unit another category than the list in the same document"),
        msg("The opening says that 书院社区 is 自治互助型, the list has it under 便民服务型"),
    ),
    # Documents that cite each other.
    Code(
        "cites-unknown",
        Severity.NOTE,
        msg("Documents that are cited by number and not at hand"),
        msg("Four numbers are cited, three belong to no document that was given"),
    ),
    Code(
        "number-revealed",
        Severity.NOTE,
        msg("A document gives the number of another that does not state it itself"),
        msg("The plan cites the list of pilots as 川民发〔2022〕37号"),
    ),
    Code(
        "cited-number-differs",
        Severity.ERROR,
        msg("A document is cited under another number than its own"),
        msg("The list is 川民发〔2022〕37号 and cited as 川民发〔2022〕38号"),
    ),
    Code(
        "cited-title-differs",
        Severity.ERROR,
        msg("A document is cited under a title that is not its own"),
        msg("川民发〔2022〕37号 is cited as a list of the second batch, and is one of the third"),
    ),
    Code(
        "cited-total-differs",
        Severity.ERROR,
        msg("The title of a list, as it is cited, gives another total than the list has"),
        msg("“关于确定甲县等41个县…的通知” is cited, the list has 40 counties"),
    ),
    Code(
        "cites-later",
        Severity.ERROR,
        msg("A document cites one that is later than itself"),
        msg("A plan of August 2022 cites 川民发〔2023〕37号"),
    ),
    Code(
        "title-with-two-numbers",
        Severity.WARNING,
        msg("One title is cited with two numbers"),
        msg("The scheme is 川民发〔2020〕40号 in one document, 川民发〔2020〕41号 in another"),
    ),
    Code(
        "number-with-two-titles",
        Severity.WARNING,
        msg("One number is cited with two titles"),
        msg("川民发〔2020〕40号 is the scheme in one document, the plan of action in another"),
    ),
    # A list of designated zones.
    Code(
        "zone-is-pilot",
        Severity.NOTE,
        msg("A designated zone is a pilot in another list"),
        msg("云台市 is a national experimental zone, and a pilot county three years later"),
    ),
)
