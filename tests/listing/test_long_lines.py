"""A line as long as one may be takes no time worth a word, whatever sign it repeats."""

import time

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.reading.limits import MAX_LINE

# Together a second or more: `make quick` leaves them out.
pytestmark = pytest.mark.slow

HEAD = "云岭省民政厅关于公布社区治理试点名单的通知\n1、云岭省临州市平川县新桥镇\n"
# A pattern that is sought from each sign on through all others took seven seconds for blanks.
SECONDS = 2.0


@pytest.mark.parametrize("before", ["", "共", "云岭省临州市"])
@pytest.mark.parametrize(
    "sign", ["9", "十", ".", "…", " ", "\u3000", "（", "、", "县", "〓", "3、", "1清岗县", "年"]
)
def test_one_sign_from_end_to_end(before: str, sign: str) -> None:
    line = (before + sign * MAX_LINE)[: MAX_LINE - 1] + "镇"
    document = read_bytes("a.txt", f"{HEAD}{line}\n2、云岭省临州市平川县大桥镇\n".encode())
    began = time.process_time()
    listing = outline(document)
    assert time.process_time() - began < SECONDS
    assert "云岭省临州市平川县新桥镇" in {entry.text for entry in listing.entries}
