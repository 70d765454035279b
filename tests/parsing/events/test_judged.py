"""How the judge's verdicts are weighed: what it adds, rejects and corrects, at the edges of each threshold."""

import pytest

from dashlib.parsing.annotations import actors, mentions
from dashlib.parsing.events import find_events
from dashlib.parsing.judge.weights import weights
from dashlib.types import Verdict

_W = weights()
_OVER, _UNDER = 0.005, -0.005


def _verdict(doc, event, kinds, role="initiator"):
    """Give a verdict that gives every actor of the text one role."""
    best = max(kinds, key=kinds.get)
    roles = {(a.start, a.end): {role: 0.99, "other": 0.01} for a in actors(doc)}
    return Verdict(event, best, kinds[best], kinds, {"happened": 1.0}, 0.0, roles)


@pytest.fixture
def weighed(small):
    """Give a function from a text and the verdict on one word to the kinds found."""

    def found(text, word, event, kinds, **more):
        doc = small(text)
        token = next(t for t in doc if t.text == word)
        doc._.verdicts = {token.i: _verdict(doc, event, kinds, **more)}
        return [m.kind for m in mentions(find_events(doc))]

    return found


_NEW = ("Kenya glimmered at Chad.", "glimmered")  # no entry has the word


@pytest.mark.parametrize(
    ("event", "kind", "expected"),
    [
        (_W.alone_event + _OVER, _W.alone_kind + _OVER, ["threat"]),
        (_W.alone_event + _UNDER, _W.alone_kind + _OVER, []),
        (_W.alone_event + _OVER, _W.alone_kind + _UNDER, []),
    ],
)
def test_a_word_without_an_entry_needs_both_chances(weighed, event, kind, expected):
    """Enough of an event and enough of the kind."""
    assert weighed(*_NEW, event, {"threat": kind}) == expected


def test_kinds_that_tell_one_event_are_counted_together(weighed):
    """Half a call and half a meeting are a conversation; half a call and half a strike are nothing."""
    half = _W.alone_kind / 2 + 0.01
    assert weighed(*_NEW, 0.99, {"call": half + 0.01, "meeting": half}, role="participant") == ["call"]
    assert weighed(*_NEW, 0.99, {"call": half + 0.01, "strike": half}, role="participant") == []


def test_somebody_must_take_part(weighed):
    """What the judge alone proposes needs an actor in a role."""
    assert weighed("A lamp in Kenya glimmered.", "glimmered", 0.99, {"threat": 0.99}, role="other") == []


def test_beside_an_event_of_the_lexicon_it_must_be_surer(small):
    """Where the sentence has an event already, the judge's word counts only from a higher chance on."""
    text = "Kenya condemned Chad and glimmered at Niger."
    kinds = []
    for event, kind in ((_W.proposes_event + _OVER, _W.proposes_kind + _OVER), (_W.proposes_event + _UNDER, 0.99)):
        doc = small(text)
        token = next(t for t in doc if t.text == "glimmered")
        doc._.verdicts = {token.i: _verdict(doc, event, {"threat": kind})}
        kinds.append([m.kind for m in mentions(find_events(doc))])
    assert kinds == [["accusation", "threat"], ["accusation"]]


@pytest.mark.parametrize(("event", "expected"), [(_W.drops + _OVER, ["accusation"]), (_W.drops + _UNDER, [])])
def test_a_word_of_the_lexicon_is_dropped_below_a_chance(weighed, event, expected):
    """The judge rejects what it is sure is no event."""
    assert weighed("Kenya condemned Chad.", "condemned", event, {"accusation": 0.5}) == expected


@pytest.mark.parametrize(
    ("sure", "own", "expected"),
    [
        (_W.changes_kind + _OVER, 0.0, "threat"),
        (_W.changes_kind + _UNDER, 0.0, "accusation"),
        (_W.changes_kind + _OVER, 0.2, "accusation"),
    ],
)
def test_the_kind_is_corrected_where_the_judge_is_sure(weighed, sure, own, expected):
    """And where it leaves next to nothing to the kind of the lexicon."""
    assert weighed("Kenya condemned Chad.", "condemned", 0.99, {"threat": sure, "accusation": own}) == [expected]
