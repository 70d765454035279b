"""Fixtures that many tests share: the pipeline is loaded once."""

import pytest
from hypothesis import settings as hypothesis_settings

from dashlib.parsing import pipeline
from dashlib.settings import current

# A loaded machine is slow, not wrong. The same examples are tried at every run, so that a run says something of the code;
# `--hypothesis-profile=search` looks for others.
hypothesis_settings.register_profile("dashlib", deadline=None, derandomize=True)
hypothesis_settings.register_profile("search", deadline=None)
hypothesis_settings.load_profile("dashlib")


@pytest.fixture(scope="session")
def nlp():
    """Give the whole pipeline of rules, without the judge."""
    return pipeline.load(current().model, judge="off")


@pytest.fixture(scope="session")
def plain():
    """Give the spaCy pipeline with sentence borders only."""
    return pipeline.load(current().model, ())
