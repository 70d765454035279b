"""Fixtures that many tests share: the pipeline is loaded once."""

import pytest

from dashlib.parsing import pipeline
from dashlib.settings import current


@pytest.fixture(scope="session")
def nlp():
    """Give the whole pipeline."""
    return pipeline.load(current().model)


@pytest.fixture(scope="session")
def plain():
    """Give the spaCy pipeline with sentence borders only."""
    return pipeline.load(current().model, ())
