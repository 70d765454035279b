"""Whose word it is: reporting verbs, statements, quotations, and how far they reach."""

import pytest

from dashlib.parsing import attribution

from .handmade import marked, table


@pytest.mark.parametrize(("group", "kind", "expected", "text"), table("attribution.txt"))
def test_claimants(plain, group, kind, expected, text):
    """The claimants of the bracketed event are those whose word the sentence gives."""
    doc = attribution.component(marked(plain, kind, text))
    names = [c.name.removeprefix("the ") for c in doc._.mentions[0].claims]
    assert names == ([] if expected == "-" else expected.replace("_", " ").split(";"))
