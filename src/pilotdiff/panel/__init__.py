"""Many lists as one: which units are the same through all of them, and what became of each."""

from pilotdiff.panel.panel_maker import panel_of
from pilotdiff.panel.panel_types import (
    DoubtfulLink,
    Panel,
    PanelList,
    PanelListing,
    PanelRate,
    PanelUnit,
)

__all__ = [
    "DoubtfulLink",
    "Panel",
    "PanelList",
    "PanelListing",
    "PanelRate",
    "PanelUnit",
    "panel_of",
]
