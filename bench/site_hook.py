"""What `mkdocs build` does beside rendering docs/: the pages above docs/, and a search for Chinese.

lunr cuts texts at blanks. A blank of no width between any two Chinese characters, in the index and
in what is asked, finds every word.
"""

import json
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]
# Pages that stand above docs/, and what the site calls them.
ABOVE = {
    "README.md": "index.md",
    "README.zh-CN.md": "index.zh-CN.md",
    "CHANGELOG.md": "CHANGELOG.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
    "SECURITY.md": "SECURITY.md",
}
_CHINESE = r"[\u3400-\u9fff]"
_BETWEEN = re.compile(f"(?<={_CHINESE})(?={_CHINESE})")
# Links to what the site does not hold are left as text: [CITATION.cff](../CITATION.cff).
_FENCE = re.compile(r"^```(\w+) [^\n]*$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^]]+)\]\(([^)\s]+)\)")


def on_files(files: Files, config: Any) -> Files:
    """Add the pages above docs/, their links as they are from within."""
    for name, shown in ABOVE.items():
        text = (ROOT / name).read_text("utf-8").replace("](docs/", "](")
        for other, renamed in ABOVE.items():
            text = text.replace(f"]({other})", f"]({renamed})")
        files.append(File.generated(config, shown, content=text))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Leave links to files that are no pages as their texts, and what tests are told of a block."""
    del config
    above = Path(page.file.src_uri).parent

    def kept(found: re.Match[str]) -> str:
        target = found[2].partition("#")[0]
        place = Path("/", above, target).resolve().relative_to("/").as_posix()
        held = not target or "://" in target or files.get_file_from_path(place)
        return found[0] if held else found[1]

    return _FENCE.sub(r"```\1", _LINK.sub(kept, markdown))


def on_post_build(config: Any) -> None:
    """Let the search find Chinese words."""
    folder = Path(config.site_dir) / "search"
    index = json.loads((folder / "search_index.json").read_text("utf-8"))
    for each in index["docs"]:
        each["title"], each["text"] = (_BETWEEN.sub("\u200b", each[k]) for k in ("title", "text"))
    (folder / "search_index.json").write_text(json.dumps(index, ensure_ascii=False), "utf-8")
    worker = folder / "worker.js"
    script = worker.read_text("utf-8")
    asked = script.replace(
        "index.search(query)", "index.search(query.replace(/[\\u3400-\\u9fff]/g, ' +$& '))"
    )
    if asked == script:
        raise ValueError("mkdocs' search asks otherwise than this hook knows")
    worker.write_text(asked, "utf-8")
