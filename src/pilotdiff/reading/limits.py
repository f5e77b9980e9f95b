"""How much of anything is read. A national list of villages is 60 MB in 700,000 rows."""

MEBIBYTE = 1 << 20

MAX_FOLDER_FILES = 100_000
"""Files and folders within a folder that is given for its lists: the root of a disk has more."""
MAX_BYTES = 512 * MEBIBYTE
MAX_UNPACKED_BYTES = 2048 * MEBIBYTE
MAX_RATIO = 200
"""Unpacked bytes to packed ones; office files stay below 50."""
MAX_MEMBERS = 20_000
MAX_LINES = 5_000_000
MAX_PAGE_BYTES = 16 * MEBIBYTE
"""Of a web page: its tree takes forty times as much."""
MAX_ATTRIBUTES = 5_000
"""Of one tag: the parser compares each with all before it."""
MAX_STREAM_BYTES = 256 * MEBIBYTE
"""Of one stream of a PDF, unpacked; a picture of A3 at 600 dots an inch has 200 MiB."""
MAX_LINE = 8_000
"""Characters of a line. What reads a line looks for one thing from every place on, so that a line
of a megabyte would take minutes; the longest line of a real list has about 2,000."""
MAX_CELL = 2_000
"""Characters of one cell of a row."""
MAX_CELLS = 30_000_000
MAX_COLUMNS = 2_000
MAX_REPEATED_ROWS = 10_000
"""Filled rows of an .ods that are not written but counted: a kilobyte could stand for a million."""
MAX_PAGES = 5_000
PDF_BYTES = 768 * MEBIBYTE
"""Memory of the process that reads the pages of a PDF, beyond what it begins with."""
PAGES_SECONDS, PAGES_A_SECOND = 15, 5
"""Its time: so many seconds, and one more for so many pages; thirty a second are usual."""
CHILD_BYTES = 4096 * MEBIBYTE
"""Address space of the process that reads an old workbook."""
OFFICE_SECONDS = 120
MAX_PIXELS = 120_000_000
"""Of one picture: a sheet of A4 at 1,000 dots an inch."""
