"""The judge without the rules: its verdicts are the mentions."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dashlib.parsing import annotations
from dashlib.parsing.alone import COMPONENTS, component
from dashlib.types import Actor, ActorMention, Role, Status, Verdict

WORDS = ["Russia", "held", "talks", "with", "China", "."]


def named(i, name):
    """Give a state named by one word of WORDS."""
    start = sum(len(w) + 1 for w in WORDS[:i])
    actor = Actor(actor_id=name, name=name, type="state", country=name[:3].upper(), sector="GOV")
    return ActorMention(
        start=start, end=start + len(WORDS[i]), first=i, last=i + 1, text=WORDS[i], actor=actor, how="name"
    )


def verdict(event, kind, sure, actors, role="participant"):
    """Give a verdict that gives each actor one role."""
    roles = {(a.start, a.end): {role: 0.9, "other": 0.1} for a in actors}
    return Verdict(event, kind, sure, {kind: sure}, {"planned": 0.7, "happened": 0.3}, 0.0, roles)


@pytest.fixture
def doc():
    """Give a Doc of one sentence with two states."""
    annotations.register()
    made = Doc(
        Vocab(), WORDS, sent_starts=[True, *[False] * 5], lemmas=["Russia", "hold", "talk", "with", "China", "."]
    )
    made._.actors = (named(0, "Russia"), named(4, "China"))
    return made


def test_a_verdict_is_a_mention_with_kind_status_and_roles(doc):
    """The best guess of each head is taken."""
    doc._.verdicts = {2: verdict(0.9, "negotiation", 0.8, doc._.actors)}
    (mention,) = component(doc)._.mentions
    assert (mention.kind, mention.status, mention.judged) == ("negotiation", Status.PLANNED, 0.8)
    assert [a.name for a in mention.actors(Role.PARTICIPANT)] == ["Russia", "China"]


def test_no_event_and_no_role_are_left_out(doc):
    """A word that is likelier none is no mention; an actor who is likelier outside has no role."""
    doc._.verdicts = {
        1: verdict(0.4, "meeting", 0.3, doc._.actors),
        2: verdict(0.9, "negotiation", 0.8, doc._.actors[:1], role="initiator"),
    }
    (mention,) = component(doc)._.mentions
    assert [(a.role, a.mention.actor.name) for a in mention.arguments] == [(Role.INITIATOR, "Russia")]


def test_verb_and_noun_of_one_act_are_told_once(doc):
    """The surer of two words with one kind and the same actors stands; another kind is another mention."""
    doc._.verdicts = {
        1: verdict(0.9, "negotiation", 0.6, doc._.actors),
        2: verdict(0.9, "negotiation", 0.8, doc._.actors),
        3: verdict(0.9, "agreement", 0.7, doc._.actors),
    }
    assert [(m.head, m.kind) for m in component(doc)._.mentions] == [(2, "negotiation"), (3, "agreement")]


def test_the_rules_take_no_part():
    """Neither the lexicon nor the rules of status run."""
    assert not {"dashlib_events", "dashlib_status"} & set(COMPONENTS)
    assert COMPONENTS.index("dashlib_judge") + 1 == COMPONENTS.index("dashlib_alone")
