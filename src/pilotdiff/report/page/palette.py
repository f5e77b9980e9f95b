"""The page's colours as custom properties of CSS: light, dark, and light on paper."""

import tomllib
from collections.abc import Mapping
from pathlib import Path


def palette() -> Mapping[str, Mapping[str, str]]:
    """Return the colours by name of the themes `light` and `dark`, as palette.toml has them."""
    return tomllib.loads(Path(__file__).with_name("palette.toml").read_text("utf-8"))


def css() -> str:
    """Return the rules: as the system is set, unless the reader chose; a printed page is light."""
    themes = palette()
    light, dark = _properties(themes["light"]), _properties(themes["dark"])
    return (
        f":root{{color-scheme:light;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark)"
        f"{{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}\n"
    )


def _properties(theme: Mapping[str, str]) -> str:
    return "".join(f"--{name.replace('_', '-')}:{colour};" for name, colour in theme.items())
