"""From the lines as they were decided to a listing: sections, entries, totals, what is told."""
