"""Rates mean one thing: of the pilots that could go on, how many did, whatever is shown."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

import making
import workbooks
from pilotdiff.language import ENGLISH, words
from pilotdiff.model.shares import per_cent
