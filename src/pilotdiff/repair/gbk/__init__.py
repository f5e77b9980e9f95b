"""GBK damage: text whose bytes were cut or replaced without regard for character boundaries."""

from pilotdiff.repair.gbk.mend import mend_gbk

__all__ = ["mend_gbk"]
