"""How much goes onto a sheet; the rest stands in the CSV files, and the summary says so."""

# Rows of a sheet below its headings, and characters of a cell (UTF-16 units).
SHEET_ROWS = 1_048_575
CELL_LENGTH = 32_767
# An outcome with more rows is looked at on the sheet with everything, by its filter.
OWN_SHEET_ROWS = 20_000
# With more rows their texts are not remembered, nor what a person writes over them.
TEXTS_KEPT = 5_000
# With more rows each cell holds its text: a table of all texts takes more memory than the lists.
IN_MEMORY = 50_000
# Rows times lines of a breakdown that a spreadsheet counts without a pause.
LIVE_COUNTS = 2_000_000
# Rows that tell how wide the columns have to be.
MEASURED_ROWS = 500
