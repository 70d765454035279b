"""Serves the app over a store on a free port of this machine, and ends it by its process."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

__all__ = ["served"]

_ROOT = Path(__file__).parents[2]
_ATTEMPTS = 120


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _healthy(address: str, process: "subprocess.Popen[bytes]") -> bool:
    """Ask until the server answers; the process is waited on for half a second between two questions."""
    for _ in range(_ATTEMPTS):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            try:
                process.wait(0.5)
            except subprocess.TimeoutExpired:
                continue
            return False
    return False


@contextmanager
def served(store: Path, *, module: str = "streamlit") -> Iterator[str]:
    """Give the address of the app while it runs; `module` is what is run with `run app.py`."""
    port = _free_port()
    flags = [
        f"--server.port={port}",
        "--server.address=127.0.0.1",
        "--server.headless=true",
        "--server.fileWatcherType=none",
    ]
    paths = os.pathsep.join(filter(None, [str(_ROOT / "src"), os.environ.get("PYTHONPATH", "")]))
    with subprocess.Popen(
        [sys.executable, "-m", module, "run", "app.py", *flags],
        cwd=_ROOT,
        env=os.environ | {"DASHLIB_STORE": str(store), "PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            assert _healthy(address, process), "the app did not start; run `streamlit run app.py` to see why"
            yield address
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
