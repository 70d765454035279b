"""A pipeline with names and events, and a short way to ask what it finds."""

from typing import NamedTuple

import pytest

from dashlib.parsing import pipeline
from dashlib.parsing.annotations import mentions
from dashlib.settings import current
from dashlib.types import Mention, Role


class Told(NamedTuple):
    """One mention as a test reads it: its kind and the names in each role."""

    kind: str
    initiators: set[str]
    recipients: set[str]
    participants: set[str]


def told(mention: Mention) -> Told:
    """Give a mention in the short form."""
    names = {role: {a.name for a in mention.actors(role)} for role in Role}
    return Told(mention.kind, names[Role.INITIATOR], names[Role.RECIPIENT], names[Role.PARTICIPANT])


@pytest.fixture(scope="session")
def small():
    """Give the pipeline with actors and events only."""
    return pipeline.load(current().model, ("dashlib_actors", "dashlib_events"))


@pytest.fixture(scope="session")
def find(small):
    """Give a function from a text to what is told in it."""
    return lambda text: [told(m) for m in mentions(small(text))]


@pytest.fixture(scope="session")
def kinds(find):
    """Give a function from a text to the kinds told in it, in order."""
    return lambda text: [t.kind for t in find(text)]


@pytest.fixture(scope="session")
def whole():
    """Give a function from a text to what the whole pipeline, without the judge, tells of it."""
    nlp = pipeline.load(current().model, judge="off")
    return lambda text: [told(m) for m in mentions(nlp(text))]
