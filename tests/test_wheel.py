"""The wheel holds the app, its pages and the demo articles, and `dashlib serve` works from it alone."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("pyproject.toml", "LICENSE", "app.py", "pages", ".streamlit", "src", "data/articles")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Give a folder with the contents of the wheel, built from a copy of the tree."""
    tree = tmp_path_factory.mktemp("tree")
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        (tree / part).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / part, tree / part)
    (tree / "README.md").write_text("# dashlib\n")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "out"]
    subprocess.run(build, cwd=tree, check=True, capture_output=True)
    (wheel,) = (tree / "out").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tree / "site")
    return tree / "site"


def test_serve_from_the_wheel(site, tmp_path):
    """Away from any checkout, the command finds the app and the demo articles, and the page answers."""
    environment = {**os.environ, "PYTHONPATH": str(site)}
    code = "from dashlib.cli import serving; print(serving.app_file(), serving.demo_articles(), sep='\\n')"
    found = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path, env=environment
    )
    app, demo = map(Path, found.stdout.split())
    assert app.is_relative_to(site)
    assert {p.name for p in (app.parent / "pages").glob("*.py")} == {p.name for p in (ROOT / "pages").glob("*.py")}
    assert len(list(demo.rglob("*.txt"))) == len(list((ROOT / "data" / "articles").rglob("*.txt")))
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "dashlib", "serve", "--no-demo", "--store", "store", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=tmp_path, env=environment) as process:
        said = process.stderr.readline()
        assert f"http://localhost:{port}" in said, said + process.stderr.read()
        with urllib.request.urlopen(f"http://localhost:{port}") as answer:
            assert answer.status == 200
        process.terminate()
        assert process.wait(timeout=20) == 0


def test_every_module_and_table_is_in_the_wheel(site):
    """No module and no table of the package is left out."""
    ours = {
        p.relative_to(ROOT / "src") for p in (ROOT / "src").rglob("*") if p.is_file() and "__pycache__" not in p.parts
    }
    assert {p for p in ours if not (site / p).exists()} == set()
