"""The table of governing words: narrower rules speak first, groups and kinds are known."""

import pytest

from dashlib.codebook import statuses
from dashlib.codebook.kinds import KINDS
from dashlib.codebook.statuses import Effect, effect_of, in_group, phrases, words
from dashlib.codebook.tables import read_toml
from dashlib.errors import CodebookError


@pytest.mark.parametrize(
    ("pos", "slot", "word", "kind", "effect"),
    [
        ("verb", "to", "agree", "ceasefire", Effect.FACT),
        ("verb", "to", "agree", "meeting", Effect.PLAN),
        ("verb", "object", "postpone", "visit", Effect.CANCEL),
        ("verb", "object", "deny", "strike", Effect.DENY),
        ("verb", "object", "deny", "accusation", None),
        ("verb", "object", "announce", "aid", Effect.ANNOUNCE),
        ("verb", "clause", "say", "strike", Effect.REPORT),
        ("noun", "noun", "threat", "sanction", Effect.POSSIBLE),
        ("noun", "noun", "pebble", "sanction", None),
    ],
)
def test_effect(pos, slot, word, kind, effect):
    """A governor's effect depends on its slot and on the kind of event; an unknown word has none."""
    assert effect_of(pos, slot, word, kind) is effect


def test_every_rule_names_its_source():
    """Each rule says where it comes from, and what it does is an effect."""
    for row in read_toml("status.toml")["rule"]:
        assert row["source"]
        assert Effect(row["effect"])


def test_an_unknown_group_is_an_error(monkeypatch):
    """A rule for a kind that does not exist is refused, with the name in the message."""
    with pytest.raises(CodebookError, match="sumit"):
        statuses._kinds(["sumit"])


def test_groups_hold_kinds():
    """A group answers for every kind, and for some of them with yes."""
    assert any(in_group(k, "speech") for k in KINDS)
    assert not in_group("strike", "speech")


def test_no_phrase_has_two_classes():
    """A preposition, mark or predicate belongs to one class, so that none hides another."""
    for table in ("prepositions", "marks", "predicates"):
        rows = {n: r for n, r in read_toml("status.toml")[table].items() if n != "source"}
        assert sum(len(set(r)) for r in rows.values()) == len(phrases(table))


def test_words_are_sets():
    """A named list of words comes as a set."""
    assert "will" in words("auxiliaries", "future")
