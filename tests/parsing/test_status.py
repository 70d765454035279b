"""What the text says of an event: a table of constructions over all six values."""

import pytest

from dashlib.parsing import status

from .handmade import marked, table


@pytest.mark.parametrize(("group", "kind", "expected", "text"), table("status.txt"))
def test_status(plain, group, kind, expected, text):
    """The status of the bracketed event is what the construction says."""
    doc = status.component(marked(plain, kind, text))
    assert doc._.mentions[0].status == expected, doc._.mentions[0].cues
