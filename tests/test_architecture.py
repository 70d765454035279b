"""docs/architecture.md keeps up: every dependency has its reason there, every component its place in the order."""

import re
import tomllib
from pathlib import Path

import pytest

from dashlib.parsing.pipeline import COMPONENTS

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = [*PROJECT["dependencies"], *(r for rows in PROJECT["optional-dependencies"].values() for r in rows)]
NAMES = {re.match(r"[\w.-]+", requirement).group() for requirement in DECLARED}


def reasons():
    """Give the reason of each package that the table names."""
    rows = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| `")]
    return {name: row[1] for row in rows for name in re.findall(r"`([\w.-]+)`", row[0])}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_dependency_has_its_reason(name):
    """A package that is asked for earns its place in a line."""
    assert len(reasons()[name]) > 5


def test_no_reason_is_left_of_a_package_that_went():
    """The table names nothing that pyproject does not."""
    assert set(reasons()) <= NAMES


def test_components_stand_in_their_order():
    """The page tells the components as the pipeline runs them."""
    told = PAGE[PAGE.index("sentence borders →") : PAGE.index("Knowledge stands")]
    assert re.findall(r"[a-z]+", re.sub(r"\(.*?\)", "", told))[2:] == [c.removeprefix("dashlib_") for c in COMPONENTS]
