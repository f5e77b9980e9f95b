"""OpenRefine without its window, reconciling raw pilots against a served list: does it find the
pairs that `match` finds?

    apt-get install openrefine            (3.6 as Debian has it; needs a Java runtime)
    .venv/bin/python bench/openrefine.py [PILOTS RESULTS]

OpenRefine imports the pilots as written, asks `pilotdiff serve RESULTS` batch by batch, as it does
for a person, and exports what it matched. Prints the pairs found of those that `match` finds.
"""

import argparse
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from urllib.error import URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

import pilotdiff

PORT = 33931
# Seconds until OpenRefine has started, or has reconciled.
PATIENCE = 180
GREL = "if(cell.recon.match == null, '', cell.recon.match.id)"


class OpenRefine:
    """OpenRefine as its own pages call it."""

    def __init__(self, folder: str) -> None:
        self._address = f"http://127.0.0.1:{PORT}"
        command = ["openrefine", "-i", "127.0.0.1", "-p", str(PORT), "-d", folder]
        environment = os.environ | {"JAVA_OPTIONS": "-Drefine.headless=true", "HOME": folder}
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(
            command, env=environment, stdout=quiet, stderr=quiet, start_new_session=True
        )

    def __enter__(self) -> "OpenRefine":
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            try:
                self.call("get-version")
                return self
            except (URLError, ConnectionError):
                time.sleep(0.5)
        raise TimeoutError("OpenRefine did not start")

    def __exit__(self, *_: object) -> None:
        os.killpg(self._process.pid, 15)
        self._process.wait(30)

    def call(self, command: str, form: dict[str, str] | None = None, **given: str) -> str:
        """Call a command of its core; with a form, by POST."""
        address = f"{self._address}/command/core/{command}?{urlencode(given)}"
        body = None if form is None else urlencode(form).encode()
        with urlopen(Request(address, body), timeout=PATIENCE) as response:
            return str(response.read().decode())

    def _token(self) -> str:
        return str(json.loads(self.call("get-csrf-token"))["token"])

    def imported(self, table: str) -> str:
        """Import a table of tabs; return the project's number."""
        edge = "edge-of-the-form"
        parts = (
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n{value}\r\n'
            for name, more, value in (
                ("project-name", "", "pilots"),
                ("format", "", "text/line-based/*sv"),
                ("project-file", '; filename="pilots.tsv"\r\nContent-Type: text/plain', table),
            )
        )
        options = {"separator": "\t", "encoding": "UTF-8", "headerLines": 1, "quoteCharacter": ""}
        given = {"csrf_token": self._token(), "options": json.dumps(options)}
        address = f"{self._address}/command/core/create-project-from-upload?{urlencode(given)}"
        request = Request(
            address,
            ("".join(parts) + f"--{edge}--\r\n").encode(),
            {"Content-Type": f"multipart/form-data; boundary={edge}"},
        )
        with urlopen(request, timeout=PATIENCE) as response:
            found = re.search(r"project=(\d+)", response.url)
        assert found is not None, "OpenRefine made no project"
        return found[1]

    def reconciled(self, project: str, service: str, column: str) -> None:
        """Reconcile a column against a service, as its dialogue does, and wait for the end."""
        config: dict[str, object] = {
            "mode": "standard-service",
            "service": service,
            "identifierSpace": "",
            "schemaSpace": "",
            "type": None,
            "autoMatch": True,
            "columnDetails": [],
            "limit": 0,
        }
        form = {
            "columnName": column,
            "config": json.dumps(config),
            "engine": json.dumps({"facets": [], "mode": "row-based"}),
            "csrf_token": self._token(),
        }
        said = self.call("reconcile", form, project=project)
        assert json.loads(said)["code"] in ("ok", "pending"), said
        ends = time.monotonic() + PATIENCE
        while json.loads(self.call("get-processes", project=project))["processes"]:
            if time.monotonic() > ends:
                raise TimeoutError("OpenRefine did not finish")
            time.sleep(0.2)

    def exported(self, project: str, column: str, new: str) -> list[dict[str, str]]:
        """Add a column with the ids matched, and return the rows."""
        operation = {
            "op": "core/column-addition",
            "engineConfig": {"facets": [], "mode": "row-based"},
            "baseColumnName": column,
            "expression": f"grel:{GREL}",
            "onError": "set-to-blank",
            "newColumnName": new,
            "columnInsertIndex": 1,
        }
        form = {"operations": json.dumps([operation]), "csrf_token": self._token()}
        self.call("apply-operations", form, project=project)
        form = {"project": project, "format": "csv", "engine": '{"facets":[],"mode":"row-based"}'}
        text = self.call(f"export-rows/{quote('pilots')}.csv", form)
        return list(csv.DictReader(io.StringIO(text)))


def main() -> None:
    """Start both, reconcile, and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    shipped = ["sichuan-2022-pilots", "sichuan-2023-demonstrations"]
    parser.add_argument("lists", nargs="*", default=shipped)
    given = parser.parse_args()
    pilots, results = map(pilotdiff.read, given.lists)
    table = "id\tname\n" + "".join(f"{unit.id}\t{unit.entry.raw}\n" for unit in pilots.units)
    wanted = {
        row.pilot.id: row.result.id
        for row in pilotdiff.reconcile(pilots, results).rows
        if row.pilot and row.result and row.outcome in ("promoted", "renamed")
    }
    serve = [sys.executable, "-m", "pilotdiff", "serve", given.lists[1], "--port", "0"]
    with ExitStack() as open_:
        folder = open_.enter_context(tempfile.TemporaryDirectory())
        service = subprocess.Popen(serve, stdout=subprocess.PIPE, text=True)
        open_.callback(service.wait, 30)
        open_.callback(service.terminate)
        assert service.stdout is not None
        address = service.stdout.readline().strip()
        refine = open_.enter_context(OpenRefine(folder))
        version = json.loads(refine.call("get-version"))["version"]
        project = refine.imported(table)
        began = time.monotonic()
        refine.reconciled(project, address, "name")
        took = time.monotonic() - began
        rows = refine.exported(project, "name", "found")
    found = {row["id"]: row["found"] for row in rows if row["found"]}
    right = sum(found.get(pilot) == result for pilot, result in wanted.items())
    print(f"OpenRefine {version}: {len(rows)} pilots, {took:.1f} s")
    print(f"{right} of {len(wanted)} pairs, {len(found) - right} others")


if __name__ == "__main__":
    main()
