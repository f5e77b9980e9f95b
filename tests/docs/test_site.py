"""The site: every page, both languages, a search that finds Chinese, nothing from the network."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs.fenced import PAGES, ROOT

# What node is given to run the search of a browser.
WORKER = """
const fs = require('fs'), vm = require('vm'), folder = process.argv[1] + '/search/';
let found = null;
const context = {
  console: {log() {}},
  postMessage(said) { if (said.results) found = said.results; },
  importScripts(...names) { names.forEach(name => run(fs.readFileSync(folder + name, 'utf8'))); },
  XMLHttpRequest: class {
    addEventListener(_, told) { this.told = told; }
    open(_, name) { this.responseText = fs.readFileSync(folder + name, 'utf8'); }
    send() { this.told.call(this); }
  },
};
vm.createContext(context);
const run = text => vm.runInContext(text, context);
run(fs.readFileSync(folder + 'worker.js', 'utf8'));
run('onmessage({data: {init: true}})');
context.asked = process.argv[2];
run('onmessage({data: {query: asked}})');
console.log(JSON.stringify(found.map(each => each.location)));
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make site` builds it; a link that leads nowhere would end it."""
    pytest.importorskip("mkdocs", reason="mkdocs comes with the extra site")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_there_and_can_be_reached(site: Path) -> None:
    docs = ROOT / "docs"
    pages = {page.relative_to(docs) for page in PAGES if page.is_relative_to(docs)}
    made = {page: page.with_stem("index") if page.stem == "README" else page for page in pages}
    assert not [page for page in pages if not (site / made[page]).with_suffix(".html").is_file()]
    menu = (site / "index.html").read_text("utf-8")
    assert not [p for p in pages if len(p.parts) == 1 and f'"{p.stem}.html"' not in menu]


def test_nothing_is_fetched_from_the_network(site: Path) -> None:
    fetched = re.compile(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=\"(?:https?:)?//[^\"]*\"")
    for page in site.rglob("*.html"):
        assert not fetched.findall(page.read_text("utf-8")), page.name
    for sheet in site.rglob("*.css"):
        assert not re.findall(r"url\(['\"]?(?:https?:)?//|@import", sheet.read_text("utf-8")), sheet


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("区划档案", "record.zh-CN.html"),
        ("扫描件", "scans.zh-CN.html"),
        ("openrefine", "serve.html"),
    ],
)
def test_a_word_of_either_language_is_found(site: Path, asked: str, wanted: str) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not here")
    done = subprocess.run([node, "-e", WORKER, str(site), asked], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert wanted in [each.partition("#")[0] for each in json.loads(done.stdout)][:4]
