"""Of a text beyond the limit the beginning is parsed, and the problem says so."""

import pytest

from dashlib.articles.limits import left_unparsed, parsed_part
from dashlib.parsing import annotations, pipeline
from dashlib.types import Article


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Set the limit to 100 characters."""
    monkeypatch.setenv("DASHLIB_MAX_CHARACTERS", "100")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("word " * 20, 100),
        ("word " * 30, 99),
        ("a" * 70 + "\n\n" + "b c " * 40, 99),
        ("x" * 150, 100),
        ("One line here.\n\n" * 9, 94),
        ("", 0),
    ],
)
def test_the_cut_falls_between_words(text, length):
    """What is parsed begins the text, so that offsets count alike, and ends at a space where there is one."""
    part = parsed_part(text)
    assert text.startswith(part)
    assert len(part) == length


def test_the_problem_counts_both():
    """A reader learns how much there is, how much was parsed, and what to do."""
    found = left_unparsed(Article("0", "word " * 400, path="long.txt"))
    assert (found.path, found.stage) == ("long.txt", "parse")
    assert found.reason.startswith("2,000 characters long; the first 99 are parsed, the whole text is kept")
    assert left_unparsed(Article("0", "short")) is None


def test_the_pipeline_parses_the_beginning(plain):
    """The Doc holds the part, its article the whole."""
    text = "The ministers met on Monday. " * 20
    (doc,) = pipeline.annotate(plain, [Article("0", text)])
    assert doc.text == parsed_part(text)
    assert annotations.article(doc).text == text
