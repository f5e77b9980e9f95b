"""The socket of a service: requests of bounded size, one answered at a time, to any page's script.

The API wants that a page from elsewhere may ask (CORS); the address is this machine's own, unless
another is named.
"""

import sys
import traceback
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from urllib.parse import parse_qsl, urlsplit

from pilotdiff.language import Words
from pilotdiff.model import Message, UserError, msg, whole_number
from pilotdiff.model.system_errors import system_said
from pilotdiff.service import Request, Response

RequestAnswer = Callable[[Request], Response]
# What a batch of a thousand names with their properties takes, several times over.
_LARGEST = 4 << 20
_LENGTH_DIGITS = 18
# Seconds that a client may be silent.
_PATIENCE = 30
_FORM = "application/x-www-form-urlencoded"
_PLAIN = "text/plain; charset=utf-8"


class HttpService(ThreadingHTTPServer):
    """Answers requests at an address. Raises UserError where it cannot be had."""

    daemon_threads = True
    # A port that another program listens at is taken, whatever the system would allow.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, host: str, port: int, answer: RequestAnswer, words: Words) -> None:
        self.answer = answer
        self.words = words
        self.turn = Lock()
        try:
            super().__init__((host, port), _Handler)
        except (OSError, OverflowError) as error:
            raise UserError(
                "cannot listen at {host}:{port} ({why}): name another port with --port, or 0 for "
                "one that is free",
                host=host,
                port=port,
                why=system_said(error),
            ) from None

    @property
    def address(self) -> str:
        """Where it is, as a browser is told: http://127.0.0.1:8377."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a client that left; tell of anything else."""
        del request, client_address
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            traceback.print_exc()


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: HttpService
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE

    def do_GET(self) -> None:
        self._answer(self._request("", posted=False))

    def do_POST(self) -> None:
        length = whole_number(self.headers.get("Content-Length", "").strip(), _LENGTH_DIGITS)
        if length is None:
            self._refuse(411, msg("the length of the request is not stated"))
        elif length > _LARGEST:
            self._refuse(413, msg("the request is larger than {n} bytes", n=_LARGEST))
        else:
            body = self.rfile.read(length).decode("utf-8", "replace")
            self._answer(self._request(body, posted=True))

    def do_OPTIONS(self) -> None:
        self._send(Response(204, "", ""))

    def _request(self, body: str, *, posted: bool) -> Request:
        address = urlsplit(self.path)
        is_form = self.headers.get_content_type() == _FORM
        given = dict(parse_qsl(address.query) + (parse_qsl(body) if is_form else []))
        host = self.headers.get("Host", "")
        known = host.replace(".", "").replace(":", "").replace("-", "").isalnum()
        base = f"http://{host}" if known else self.server.address
        return Request(address.path, given, "" if is_form else body, base, posted)

    def _answer(self, request: Request) -> None:
        try:
            with self.server.turn:
                response = self.server.answer(request)
        except Exception:
            traceback.print_exc()
            self._refuse(500, msg("this should not happen; the screen of the service shows where"))
            raise
        self._send(response)

    def _refuse(self, status: int, why: Message) -> None:
        self.close_connection = True
        self._send(Response(status, _PLAIN, self.server.words(why) + "\n"))

    def _send(self, response: Response) -> None:
        content = response.content.encode("utf-8", "replace")
        self.send_response(response.status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        self.send_header("Access-Control-Allow-Headers", "Content-Type, Accept")
        self.send_header("X-Content-Type-Options", "nosniff")
        if response.kind:
            self.send_header("Content-Type", response.kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single requests."""
