"""Confidence rises and falls with what the rules saw, and stays a probability."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashlib.codebook.weights import WEIGHTS
from dashlib.parsing import confidence
from dashlib.parsing.confidence import CUES

from .handmade import marked


def test_weights_and_cues_name_the_same_things():
    """No weight without its cue, no cue without its weight."""
    assert set(WEIGHTS) == set(CUES)


@settings(deadline=None)
@given(st.sets(st.sampled_from(sorted(CUES))))
def test_confidence_is_a_probability(cues):
    """Whatever holds of a mention, its confidence lies strictly between 0 and 1."""
    assert 0 < confidence.confidence(tuple(cues)) < 1


@settings(deadline=None)
@given(st.sets(st.sampled_from(sorted(CUES))), st.sampled_from(sorted(CUES)))
def test_each_cue_moves_confidence_its_way(cues, cue):
    """Adding a cue moves confidence in the direction of its weight."""
    without = confidence.confidence(tuple(cues - {cue}))
    change = confidence.confidence((*(cues - {cue}), cue)) - without
    assert change * WEIGHTS[cue] > 0 or WEIGHTS[cue] == 0


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The [strike] killed two.", "the trigger is a noun"),
        ("They [met].", "alone in its sentence"),
        ("They [met].", "told early"),
        ("They [met].", "an act of words"),
    ],
)
def test_cues_hold(plain, text, cue):
    """A cue holds of the bracketed mention."""
    doc = marked(plain, "meeting", text)
    assert cue in confidence.cues_of(doc, doc._.mentions[0])


def test_component_sets_confidence(plain):
    """The component replaces the mention with one that carries its confidence."""
    doc = marked(plain, "meeting", "They [met].")
    doc = confidence.component(doc)
    assert doc._.mentions[0].confidence == confidence.confidence(confidence.cues_of(doc, doc._.mentions[0]))
