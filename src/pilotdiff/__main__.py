"""`python -m pilotdiff`."""

import sys

from pilotdiff.cli import main

sys.exit(main())
