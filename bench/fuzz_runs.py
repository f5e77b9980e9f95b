"""Calls in children of one process that has loaded all they need: for bench/fuzz.py."""

import contextlib
import gc
import os
import resource
import signal
import sys
import tempfile
import time
import weakref
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from fuzz_calls import Call
from mutations import shipped

SECONDS = 20
_ALIVE = 3.0
_PIPE_BYTES = 60_000
_WARMING = (
    ("match", "sichuan-2022-pilots.txt", "sichuan-2023-demonstrations.txt"),
    ("match", "pilots-2023.txt", "results-2024.csv"),
    ("check", "pengxi-2022-plan.txt", "national-2019-zones.txt"),
    ("report", "pilots-2023.txt", "results-2024.csv"),
)


class Done(NamedTuple):
    """How a call ended: exit code (negative for a signal), CPU seconds, MiB, what it said; and
    whether a process of it lived on."""

    code: int
    seconds: float
    mebibytes: int
    out: bytes
    err: str
    alive: bool


def loaded() -> None:
    """Import what the commands need, once, and make the shipped calls: the children have from
    their parent what each would have to read and compile anew."""
    from pkgutil import walk_packages

    import pilotdiff

    for module in walk_packages(pilotdiff.__path__, "pilotdiff."):
        if "__main__" not in module.name and ".pictures" not in module.name:
            import_module(module.name)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        _warmed(Path(name))
    gc.collect()
    gc.freeze()


def _warmed(folder: Path) -> None:
    """Read tables and compile patterns by calls whose output goes nowhere."""
    from pilotdiff.cli import main

    for name, text in shipped().items():
        (folder / name).write_text(text, "utf-8")
    outputs = {"match": ["-o", str(folder / "papers")], "report": ["-o", str(folder / "page")]}
    for command, *names in _WARMING:
        lists = [str(folder / each) for each in names]
        said = (folder / "said").open("w", encoding="utf-8")
        with said, redirect_stdout(said), redirect_stderr(said):
            main([command, *lists, "--lang", "en", *outputs.get(command, ())])


def run(call: Call, folder: Path) -> Done:
    """Make the call in a child that may take so much time and memory, in the folder."""
    around = call.around
    out, err = (folder / f".{name}" for name in ("out", "err"))
    for path in (out, err):
        path.touch()
    (folder / ".in").write_bytes(call.typed)
    # Until the child has its own way to hear it.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    child = os.fork()
    if not child:
        _inside(call, folder, out, err)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    if around.signal:
        time.sleep(around.delay)
        os.kill(child, around.signal)
    _, status, used = os.wait4(child, 0)
    said = Done(
        os.waitstatus_to_exitcode(status),
        used.ru_utime + used.ru_stime,
        used.ru_maxrss // 1024,
        out.read_bytes(),
        err.read_bytes().decode(around.encoding, errors="replace"),
        _lives_on(child),
    )
    for path in (out, err, folder / ".in"):
        path.unlink()
    return said


def _lives_on(group: int) -> bool:
    """Tell whether a process of the group outlives its first one; it is ended then."""
    until = time.monotonic() + _ALIVE
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)
    return True


def _inside(call: Call, folder: Path, out: Path, err: Path) -> None:
    """The child: it never returns."""
    code = 70
    try:
        os.setsid()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        # What this process has to tidy up at its end is not the child's to do.
        getattr(weakref.finalize, "_registry").clear()  # noqa: B009
        _surround(call, folder, out, err)
        from pilotdiff.cli import main

        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            code = main(list(call.arguments))
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        except KeyboardInterrupt as interrupt:
            # Before the command listens and after it has ended, a process just ends.
            if len(list(_frames(interrupt))) > 2:
                raise
            code = -signal.SIGINT
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        import traceback

        os.write(2, traceback.format_exc().encode(errors="replace"))
    finally:
        getattr(weakref.finalize, "_exitfunc")()  # noqa: B009
        os._exit(code & 0xFF)


def _frames(error: BaseException) -> Iterator[str]:
    trace = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code.co_name
        trace = trace.tb_next


def _surround(call: Call, folder: Path, out: Path, err: Path) -> None:
    around = call.around
    os.dup2(_standard_input(call, folder), 0)
    os.dup2(_standard_output(around.stdout, out), 1)
    os.dup2(os.open(err, os.O_WRONLY), 2)
    os.chdir(folder)
    for name, value in around.environment:
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    vars(tempfile)["tempdir"] = None
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    signal.alarm(10 * SECONDS)
    sys.stdin, sys.stdout, sys.stderr = (
        open(n, mode, encoding=around.encoding if n else "utf-8", closefd=False)  # noqa: SIM115
        for n, mode in enumerate("rww")
    )
    for number in around.closed:
        os.close(number)
        setattr(sys, ("stdin", "stdout", "stderr")[number], None)
    if around.file_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (around.file_bytes, around.file_bytes))


def _standard_input(call: Call, folder: Path) -> int:
    if not call.around.piped or len(call.typed) > _PIPE_BYTES:
        return os.open(folder / ".in", os.O_RDONLY)
    reader, writer = os.pipe()
    os.write(writer, call.typed)
    os.close(writer)
    return reader


def _standard_output(kind: str, out: Path) -> int:
    if kind == "gone":
        reader, writer = os.pipe()
        os.close(reader)
        return writer
    return os.open("/dev/full" if kind == "full" else out, os.O_WRONLY)
