"""pilotdiff serve, as it is called, over a socket."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from pilotdiff.cli import main

LIST = "湖南省2021年乡村治理示范乡镇名单\n1、长沙县金井镇\n2、长沙县开慧镇\n"
QUERY = {"queries": json.dumps({"q0": {"query": "長沙縣金井鎮"}})}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The command at work, and the port that it told."""
    path = tmp_path_factory.mktemp("serve") / "list.txt"
    path.write_text(LIST, "utf-8")
    command = [sys.executable, "-m", "pilotdiff", "serve", str(path), "--port", "0", "--lang", "en"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        yield process, int(process.stdout.readline().rstrip("/\n").rpartition(":")[2])
        process.kill()


def asked(port: int, method: str, path: str, body: str = "", **headers: str) -> Any:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body.encode() or None, headers)
    response = connection.getresponse()
    answer = response.status, response.headers, response.read().decode()
    connection.close()
    return answer


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_a_query_is_answered_by_get_and_by_post(running: Any) -> None:
    _, port = running
    status, headers, got = asked(port, "GET", f"/?{urlencode(QUERY)}")
    assert (status, headers["Access-Control-Allow-Origin"]) == (200, "*")
    assert asked(port, "POST", "/", urlencode(QUERY), **FORM)[2] == got
    assert json.loads(got)["q0"]["result"][0]["name"] == "长沙县金井镇"


def test_the_manifest_names_the_address_that_was_called(running: Any) -> None:
    _, port = running
    manifest = json.loads(asked(port, "GET", "/")[2])
    assert manifest["view"]["url"].startswith(f"http://127.0.0.1:{port}/view")
    called = json.loads(asked(port, "GET", "/", Host="lists.example:80")[2])
    assert called["view"]["url"].startswith("http://lists.example:80/")
    odd = json.loads(asked(port, "GET", "/", Host='x"><script>')[2])
    assert odd["view"]["url"].startswith(f"http://127.0.0.1:{port}/")


def test_a_page_from_elsewhere_may_ask(running: Any) -> None:
    _, port = running
    status, headers, _ = asked(port, "OPTIONS", "/draft/match")
    assert status == 204
    assert "POST" in headers["Access-Control-Allow-Methods"]


def test_what_is_too_large_is_not_read(running: Any) -> None:
    _, port = running
    with socket.create_connection(("127.0.0.1", port), timeout=20) as raw:
        raw.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n")
        assert raw.recv(4096).startswith(b"HTTP/1.1 413")
    with socket.create_connection(("127.0.0.1", port), timeout=20) as raw:
        raw.sendall(b"POST / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert raw.recv(4096).startswith(b"HTTP/1.1 411")


def test_a_client_that_leaves_is_no_fault(running: Any) -> None:
    _, port = running
    socket.create_connection(("127.0.0.1", port), timeout=20).close()
    assert asked(port, "GET", "/")[0] == 200


def test_a_port_that_is_taken_is_one_sentence(running: Any, capsys: Any) -> None:
    _, port = running
    assert main(["serve", "--port", str(port), "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"pilotdiff: cannot listen at 127.0.0.1:{port}")
    assert said.count("\n") == 1


@pytest.mark.parametrize("host", ["nowhere.invalid", "256.1.1.1"])
def test_an_address_that_is_none_is_one_sentence(host: str, capsys: Any) -> None:
    assert main(["serve", "--host", host, "--lang", "en"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_list_without_units_is_refused(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "a.txt").write_text("什么也没有\n", "utf-8")
    assert main(["serve", str(tmp_path / "a.txt")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert main(["serve", "--no-record", "--lang", "en"]) == 2


def test_it_ends_in_silence(running: Any) -> None:
    process, _ = running
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert said.count("\n") == 3  # where it is, a blank line, that it was interrupted
