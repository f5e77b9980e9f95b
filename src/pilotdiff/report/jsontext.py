"""Values as JSON text: on one line, or laid out for a reader."""

import json


def line(value: object) -> str:
    """Write a value as JSON on one line, without its end."""
    return json.dumps(value, ensure_ascii=False)


def document(value: object) -> str:
    """Write a value as JSON over several lines, with the end of the last."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
