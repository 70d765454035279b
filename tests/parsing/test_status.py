"""What the text says of an event: a table of constructions over all six values."""

import pytest

from dashlib.parsing import status

from .handmade import marked, table


@pytest.mark.parametrize(("group", "kind", "expected", "text"), table("status.txt"))
def test_status(plain, group, kind, expected, text):
    """The status of the bracketed event is what the construction says."""
    doc = status.component(marked(plain, kind, text))
    assert doc._.mentions[0].status == expected, doc._.mentions[0].cues


@pytest.mark.parametrize(
    ("kind", "text", "left"),
    [
        ("accusation", "The council failed to [condemn] Chad.", 0),
        ("support", "Kenya did not [recognise] the republic.", 0),
        ("accusation", "The council [condemned] Chad.", 1),
        ("meeting", "No [meeting] was held.", 1),
        ("accusation", "Kenya denied that it had [accused] Chad.", 1),
    ],
)
def test_words_that_nobody_spoke_are_no_event(plain, kind, text, left):
    """An act of speech that was not done is dropped; other acts that fell through stay."""
    assert len(status.component(marked(plain, kind, text))._.mentions) == left
