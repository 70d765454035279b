"""A pipeline with the places only."""

import pytest

from dashlib.parsing import pipeline
from dashlib.settings import current


@pytest.fixture(scope="session")
def placed():
    """Give the spaCy pipeline with dashlib's places."""
    return pipeline.load(current().model, ("dashlib_places",))
