"""A store in a temporary folder, with a parser that needs no spaCy."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import reports as made_up

from dashlib.store import Store, ingesting


@pytest.fixture
def reports(monkeypatch):
    """Give the module of made-up reports, and let the store read them."""
    monkeypatch.setattr(ingesting, "parse_articles", made_up.parse)
    return made_up


@pytest.fixture
def store(tmp_path, reports):
    """Give a store that is not there yet."""
    return Store(tmp_path / "store")
