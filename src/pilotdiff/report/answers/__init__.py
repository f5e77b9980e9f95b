"""The answers of pilotdiff, one a module; `pilotdiff.report.formats` renders any of them."""
