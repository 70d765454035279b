"""The parsed texts on which the tests of dates run."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dashlib.parsing import pipeline
from dashlib.settings import current


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Give the bare pipeline: tokens, tags, parse, entities."""
    return pipeline.load(current().model, ())


@pytest.fixture(scope="session")
def parsed(nlp: Language) -> Callable[[str], Doc]:
    """Give a function that parses a text."""
    return nlp
