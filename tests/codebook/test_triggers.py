"""The trigger lexicon: wide, checked on loading, every kind served, every mode coded."""

import pytest

from dashlib.codebook import KINDS, triggers
from dashlib.codebook.conditions import condition, conditions
from dashlib.codebook.frames import frames
from dashlib.codebook.kinds import kind
from dashlib.codebook.modes import codes
from dashlib.codebook.nesting import absorbs, harms, more_specific, refusable, same_event
from dashlib.codebook.words import classes, word_class
from dashlib.errors import CodebookError
from dashlib.types import Role


def entries():
    """Give every entry of the lexicon."""
    return [e for found in triggers.lexicon().entries.values() for e in found]


def test_the_lexicon_is_wide():
    """It has 1,500 lemmas and multi-word triggers or more; spelling variants and conditions do not count."""
    assert triggers.lexicon().size >= 1500


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_has_triggers(name):
    """No kind rests on fewer than ten triggers."""
    assert len({e.words for e in entries() if e.kind == name}) >= 10


def test_each_entry_names_a_known_frame_and_mode():
    """Every entry that proposes a kind has a frame and codes."""
    for entry in entries():
        if entry.kind:
            assert entry.frame in frames()
            assert codes(entry.kind, entry.mode)["cameo"]


@pytest.mark.parametrize(
    ("words", "pos", "head"),
    [("hold talk", "VERB", "hold"), ("air strike", "NOUN", "strike"), ("exchange of prisoner", "NOUN", "exchange")],
)
def test_the_head_of_an_entry(words, pos, head):
    """A verb phrase is headed by its verb, a noun phrase by its last noun or the one before a preposition."""
    row = {"trigger": words, "pos": pos, "kind": "strike", "frame": "attack"}
    entry = triggers._entry(row, "here", 0)
    assert entry.words[entry.head] == head


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"pos": "ADVERB"}, "part of speech"),
        ({"kind": "party"}, "unknown"),
        ({"frame": "party"}, "unknown"),
        ({"mode": "loud"}, "mode"),
        ({"needs": "subj"}, "condition"),
        ({"blocks": "subj=@nobody"}, "@nobody"),
    ],
)
def test_a_broken_row_says_where(change, message):
    """A row that breaks the rules is refused with its place and the reason."""
    row = {"trigger": "bomb", "pos": "VERB", "kind": "strike", "frame": "attack", **change}
    with pytest.raises(CodebookError, match=message) as caught:
        triggers._entry(row, "strike.csv, line 7", 0)
    assert "strike.csv, line 7" in str(caught.value)


def test_longer_entries_come_first():
    """Of the entries of one head the longer is tried before the shorter."""
    lengths = [len(e.words) for e in triggers.lexicon().entries["launch", "VERB"]]
    assert lengths == sorted(lengths, reverse=True)


def test_british_spelling_is_added():
    """An entry in American spelling is found in British spelling too."""
    lexicon = triggers.lexicon().entries
    assert ("criticise", "VERB") in lexicon
    assert ("criticize", "VERB") in lexicon


def test_a_condition_takes_classes_lemmas_and_marks():
    """A condition holds the lemmas of its classes, literal words and marks, and whether it is denied."""
    found = condition("!obj=weapons|parrot|@actor")
    assert found.negated
    assert {"missile", "parrot"} <= found.lemmas
    assert found.marks == {"@actor"}


def test_conditions_stand_side_by_side():
    """Several conditions are separated by spaces; no text is no condition."""
    assert len(conditions("subj=@actor obj=weapons")) == 2
    assert conditions("") == ()


def test_classes_may_take_in_others():
    """Relief goods take in money."""
    assert word_class("money") < word_class("relief_goods")
    assert "missile" in classes()["weapons"]


def test_weak_slots_have_roles():
    """The weak slots of a frame are pairs of a slot and a role, in order."""
    assert all(isinstance(role, Role) for frame in frames().values() for _, role in frame.weak)
    assert frames()["send"].weak[0] == ("obj_premod", Role.INITIATOR)


def test_nesting_follows_the_codebook():
    """The specific beats the broader, refusals take in what is refused, harm is no attack of its own."""
    assert more_specific("aid", "arms_transfer") == "arms_transfer"
    assert more_specific("summit", "call") == "call"
    assert absorbs("refusal", "concession")
    assert not absorbs("concession", "strike")
    assert same_event("strike", "attack")
    assert not same_event("strike", "offensive")
    assert harms("kill", "strike")
    assert not harms("kill", "meeting")
    assert refusable("concession")
    assert not refusable("strike")


def test_an_unknown_kind_is_an_error():
    """Tables that name a kind the codebook lacks fail on loading."""
    with pytest.raises(CodebookError, match="party"):
        kind("party")
