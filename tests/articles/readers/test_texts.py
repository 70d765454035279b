"""Plain text and Markdown, with front matter and without."""

import datetime as dt

import pytest

from dashlib.articles import read_bytes
from dashlib.types import Basis, Precision

BODY = "OSLO, March 4 (Desk) — The two ministers met on Monday.\n\nThey signed nothing."


def test_front_matter_gives_the_metadata_and_the_text_is_what_stands_below(one):
    """Title, day, outlet, address and language come from the block; offsets count from the text below it."""
    head = "---\ntitle: Ministers meet\npublished: 2024-03-04\nsource: Desk X\n"
    head += "url: https://example.org/a\nlanguage: en\n---\n"
    article = one("a.txt", (head + BODY + "\n").encode())
    assert (article.title, article.source, article.url) == ("Ministers meet", "Desk X", "https://example.org/a")
    assert article.published == (dt.date(2024, 3, 4), dt.date(2024, 3, 4), Precision.DAY)
    assert article.published_basis is Basis.GIVEN
    assert article.text == BODY


@pytest.mark.parametrize(
    "head",
    [
        'title: "Ministers meet: no deal"\ndate: 4 March 2024\npublisher: Desk X',
        "title: Ministers meet: no deal\ndate: March 4, 2024\npublisher: Desk X",
        "Headline: 'Ministers meet: no deal'\npub-date: 2024-03-04T10:00:00Z\noutlet: Desk X\ntags: [a, b]",
        "title: Ministers meet: no deal\npublished_at: Mon, 4 Mar 2024 09:00:00 GMT\nsource: Desk X\nby:\n  - A. B.",
    ],
)
def test_front_matter_under_other_names(one, head):
    """Other usual names, quoting, and a colon that breaks YAML all give the same."""
    article = one("a.md", f"---\n{head}\n---\n\n{BODY}".encode())
    assert (article.title, article.source) == ("Ministers meet: no deal", "Desk X")
    assert article.published.start == dt.date(2024, 3, 4)
    assert article.text == BODY


def test_a_clipped_page_names_its_address_as_source(one):
    """A source that is an address gives the outlet's host and the address."""
    article = one("a.md", f"---\ntitle: T\nsource: https://www.example.org/x/1\n---\n{BODY}".encode())
    assert (article.source, article.url) == ("example.org", "https://www.example.org/x/1")


def test_without_front_matter_the_headline_is_the_title_and_the_text_is_whole(one):
    """Nothing is cut from the text of a bare file."""
    text = "Ministers meet in Oslo\n\n" + BODY
    article = one("2024-03-05-oslo.txt", text.encode())
    assert article.title == "Ministers meet in Oslo"
    assert article.text == text
    assert (article.published.start, article.published_basis) == (dt.date(2024, 3, 5), Basis.FILE)


def test_a_bare_block_of_metadata(one):
    """Two or more usual keys over an empty line are metadata, too."""
    article = one("a.txt", f"Title: Ministers meet: no deal\nDate: 4 March 2024\nSource: Daily\n\n{BODY}".encode())
    assert (article.title, article.source, article.text) == ("Ministers meet: no deal", "Daily", BODY)
    assert article.published.start == dt.date(2024, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        f"Minister: no talks before spring\n\n{BODY}",
        f"Q: Will you meet?\nA: We will.\n\n{BODY}",
        f"Moscow: silent\nKyiv: ready\n\n{BODY}",
        "Title: one\nSource: two\nThe text follows at once.",
    ],
)
def test_other_colons_are_text(one, text):
    """A headline with a colon, questions and answers, and keys nobody uses stay in the text."""
    assert one("a.txt", text.encode()).text == text


def test_a_rule_of_dashes_is_no_front_matter(one):
    """Text between two rules, without keys, stays text."""
    text = f"---\nThe ministers met on Monday.\n---\n{BODY}"
    assert one("a.txt", text.encode()).text == text


def test_a_day_that_does_not_exist_is_said_and_the_article_kept():
    """The file name's day stands in, and the problem names the bad value."""
    data = f"---\ntitle: T\npublished: 2024-02-30\n---\n{BODY}".encode()
    (article,), (found,) = read_bytes("2024-03-01-x.txt", data)
    assert article.published_basis is Basis.FILE
    assert found.path == "2024-03-01-x.txt"
    assert "'2024-02-30'" in found.reason
    assert "article is kept" in found.reason


def test_another_encoding_is_read_and_said():
    """A file in windows-1252 is taken; the problem says how it was read."""
    (article,), (found,) = read_bytes("a.txt", "Le Drian’s café talks ended on Monday without a deal.".encode("cp1252"))
    assert "Drian’s café" in article.text
    assert "cp1252" in found.reason


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "a.html"])
@pytest.mark.parametrize("data", [b"", b"   \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file(refused, name, data):
    """A file without a letter is one problem."""
    assert "empty" in refused(name, data).reason or "no text" in refused(name, data).reason


def test_front_matter_without_a_text(refused):
    """Metadata alone is no article."""
    assert "no text" in refused("a.txt", b"---\ntitle: T\n---\n").reason


def test_binary_data_called_text(refused):
    """Junk under a text's name is refused with what to give instead."""
    assert "binary" in refused("a.txt", bytes(range(256)) * 20).reason


def test_a_very_long_text_is_kept_whole(one):
    """Five megabytes of text stay one article."""
    text = "The ministers met on Monday. " * 180_000
    assert len(one("long.txt", text.encode()).text) > 5_000_000


def test_markdown_loses_its_marks(one):
    """Headings, emphasis, links, pictures, quotes and rules leave their words."""
    text = (
        "# Ministers *meet* in Oslo\n\n![photo](a.jpg)\n\nThe **two** ministers met on [Monday](https://example.org) "
        "at _noon_.\n\n> They signed nothing, said `X`.\n\n---\n\n[1]: https://example.org\n"
    )
    article = one("a.md", text.encode())
    assert article.title == "Ministers meet in Oslo"
    assert article.text == (
        "Ministers meet in Oslo\n\nThe two ministers met on Monday at noon.\n\nThey signed nothing, said X."
    )


def test_many_open_marks_take_no_time(one):
    """Marks that are never closed do not make the reader search the whole text for each."""
    assert one("a.md", ("__ **a " * 40_000).encode()).text


@pytest.mark.parametrize("text", ["3 * 4 * 5 tanks", "the snake_case_name here", "a \\* star", "rate: 5*"])
def test_markdown_leaves_other_stars_alone(one, text):
    """Stars and underscores that mark nothing stay."""
    assert one("a.md", text.encode()).text == text.replace("\\", "")
