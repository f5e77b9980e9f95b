"""Whether pictures can be read here: the extra `ocr` brings the recogniser."""

from importlib.util import find_spec

from pilotdiff.model import msg

HOW_TO_GET_IT = msg(
    'text recognition is not installed: `pip install "pilotdiff[ocr]"` brings it, '
    "or give the text itself"
)


def can_recognise() -> bool:
    """Return whether the recogniser and what it needs are installed."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2", "PIL"))
