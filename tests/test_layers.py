"""Imports point only up the layer list of docs/architecture.md, and only the app imports streamlit."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "dashlib"
LAYERS = (
    ("types", "errors", "settings"),
    ("schema",),
    ("codebook",),
    ("articles",),
    ("parsing",),
    ("merging",),
    ("engine",),
    ("api",),
    ("corrections",),
    ("wording", "query"),
    ("charts",),
    ("export",),
    ("store",),
    ("evaluate", "training"),
    ("ui",),
    ("cli", "__main__"),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
FILES = sorted(p for p in PACKAGE.rglob("*.py") if p != PACKAGE / "__init__.py" and "data" not in p.parts)


def room(path: Path) -> str:
    """Give the layer of a module: the first part of its path below the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Give the absolute names that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{a.name}" for a in node.names}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_up(path):
    """A module imports rooms of its own rank or above, never below; the types layer imports nothing of dashlib."""
    own = RANK[room(path)]
    names = {n.split(".")[1] for n in imported(path) if n.startswith("dashlib.") and n.split(".")[1] in RANK}
    below = {n for n in names if RANK[n] > own}
    assert not below, f"{path.name} imports {below}, which stand below {room(path)}"
    assert own or not names - {room(path)}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_app_imports_streamlit(path):
    """Streamlit stays in ui, app.py and pages."""
    assert room(path) == "ui" or not any(n.split(".")[0] == "streamlit" for n in imported(path))


def test_every_room_has_a_rank():
    """A new room is entered in the layer list before it is used."""
    assert {room(p) for p in FILES} <= set(RANK)
