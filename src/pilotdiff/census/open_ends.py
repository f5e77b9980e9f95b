"""The doubts that tell of a list that it goes on behind what stands there."""

from pilotdiff.census.doubtful.broken_rows import GOES_ON
from pilotdiff.census.doubtful.cut_end import AND_OTHERS, WITHIN_A_ROW
from pilotdiff.census.doubtful.rest_elsewhere import GOES_ON_ELSEWHERE

OPEN_ENDS = (GOES_ON_ELSEWHERE, GOES_ON, AND_OTHERS, WITHIN_A_ROW)
