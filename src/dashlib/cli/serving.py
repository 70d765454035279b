"""`dashlib serve`: the demo articles into a new store, then the dashboard."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from multiprocessing import get_context
from pathlib import Path
from typing import NoReturn

import typer

import dashlib
from dashlib.cli.console import complain, quiet, say
from dashlib.errors import DashlibError
from dashlib.settings import current

__all__ = ["app_file", "demo_articles", "fill", "free_port", "run"]

_FIRST_PORT, _PORTS = 8501, 50
_PATIENCE = 60.0  # seconds
_PAUSE = 0.2


def _shipped(packaged: str, checkout: str) -> Path:
    """Give a file or folder of the wheel, or of the checkout that this package is installed from."""
    package = Path(dashlib.__file__).parent
    places = (package / packaged, package.parent.parent / checkout)
    found = next((p for p in places if p.exists()), None)
    if found is None:
        raise DashlibError(f"{checkout} is missing from this installation of dashlib; install it anew")
    return found


def app_file() -> Path:
    """Give the script of the dashboard."""
    return _shipped("_app/app.py", "app.py")


def demo_articles() -> Path:
    """Give the folder of the demo articles."""
    return _shipped("_data/articles", "data/articles")


def fill(path: Path) -> None:
    """Take the demo articles into the store where it is new, or where that was begun and not finished."""
    from dashlib.cli.ingesting import take_in  # noqa: PLC0415 - seconds that a filled store need not spend
    from dashlib.store import Store  # noqa: PLC0415 - likewise

    store = Store(path)
    if not store.exists:
        take_in(store, [demo_articles()], label="Reading the demo articles")
    elif store.history()["action"].iloc[0] == "ingest" and _only_demo(store.frames().articles["path"]):
        take_in(store, [demo_articles()], label="Reading the rest of the demo articles")


def _apart(path: Path) -> None:
    """Fill the store in a process of its own: the dashboard's parent need not keep what parsing takes."""
    process = get_context("spawn").Process(target=_filling, args=(path,))
    process.start()
    process.join()
    if process.exitcode:
        raise typer.Exit(process.exitcode)


def _filling(path: Path) -> None:
    quiet()
    try:
        fill(path)
    except DashlibError as e:
        complain(str(e))
        sys.exit(1)


def _only_demo(paths: Iterable[str]) -> bool:
    folder = str(demo_articles())
    return all(str(p).startswith(folder) for p in paths)


def free_port(port: int, *, host: str = "localhost") -> int:
    """Give the port asked for, or for 0 the first free one from 8501 on. Raises DashlibError where none is free."""
    for candidate in [port] if port else range(_FIRST_PORT, _FIRST_PORT + _PORTS):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except OSError:
                continue
            return candidate
    raise DashlibError(f"port {port or _FIRST_PORT} is in use; give another with --port, or end what uses it")


def run(*, store: str, port: int, address: str, demo: bool) -> None:
    """Fill a new store, start streamlit, print the address once the page answers, and wait until it is ended."""
    path = Path(store or current().store).resolve()
    port = free_port(port, host=address)
    if demo:
        _apart(path)
    signal.signal(signal.SIGTERM, _interrupt)  # whoever ends this command ends the dashboard with it
    process = _start(path, port, address)
    shown = "localhost" if address in {"0.0.0.0", "::"} else address  # noqa: S104 - compared, not bound
    try:
        _await(process, f"http://{shown}:{port}/_stcore/health")
        say(f"The dashboard is at http://{shown}:{port} (Ctrl+C ends it).")
        code = process.wait()
    except KeyboardInterrupt:
        code = 0
    finally:
        process.terminate()
        process.wait()
    if code:
        raise typer.Exit(code)


def _interrupt(number: int, frame: object) -> NoReturn:
    raise KeyboardInterrupt(number, frame)


def _start(store: Path, port: int, address: str) -> "subprocess.Popen[bytes]":
    script = app_file()
    options = {
        "server.port": port, "server.address": address, "server.headless": "true",
        "browser.gatherUsageStats": "false", "logger.hideWelcomeMessage": "true", "logger.level": "error",
    }  # fmt: skip
    flags = [f"--{name}={value}" for name, value in options.items()]
    return subprocess.Popen(  # noqa: S603 - our own interpreter, launcher and script
        [sys.executable, "-m", "dashlib.ui.launch", "run", script.name, *flags],
        cwd=script.parent,
        env={**os.environ, "DASHLIB_STORE": str(store)},
        stdout=subprocess.DEVNULL,
    )


def _await(process: "subprocess.Popen[bytes]", health: str) -> None:
    """Wait until the page answers. Raises DashlibError where it ends before, or does not answer in a minute."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise DashlibError("the dashboard ended at once; what it said stands above")
        try:
            with urllib.request.urlopen(health, timeout=2):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(_PAUSE)
    raise DashlibError("the dashboard does not answer; end what holds the machine, and try again")
