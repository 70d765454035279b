"""HTML pages and fragments of HTML."""

import datetime as dt

import pytest

from dashlib.articles import read_bytes
from dashlib.articles.markup import to_text

PARAGRAPHS = (
    "The foreign ministers of both countries met in Oslo on Monday and talked for three hours about the border.",
    "They signed nothing, but a spokeswoman said that another round would follow at the end of the month in Bergen.",
    "The talks had been put off twice since the winter, each time at the request of one of the two governments.",
)
PAGE = """<!DOCTYPE html><html lang="{lang}"><head><meta charset="{charset}"><title>Ministers meet | The Daily</title>
<meta property="og:title" content="Ministers meet in Oslo"><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2024-03-04T18:30:00+01:00">
<link rel="canonical" href="https://example.org/ministers"></head><body>
<nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Ministers meet in Oslo</h1>{body}</article>
<aside><p>Subscribe to our newsletter now</p></aside><footer><p>All rights reserved</p></footer>
<script>var x = "tracking";</script></body></html>"""


def page(*paragraphs, lang="en", charset="utf-8"):
    """Write a news page."""
    return PAGE.format(lang=lang, charset=charset, body="".join(f"<p>{p}</p>" for p in paragraphs)).encode(charset)


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "page", "a.xhtml"])
def test_a_page_gives_article_and_metadata(one, name):
    """Title, day, outlet and address come from the page's metadata; menus and scripts stay out."""
    article = one(name, page(*PARAGRAPHS))
    assert (article.title, article.source) == ("Ministers meet in Oslo", "The Daily")
    assert article.url == "https://example.org/ministers"
    assert article.published.start == dt.date(2024, 3, 4)
    assert "\n\n".join(PARAGRAPHS) in article.text
    assert not any(word in article.text for word in ("Home", "tracking", "newsletter"))


def test_a_page_without_a_date_has_none(one):
    """A day in the wording of the text is not taken for the page's."""
    html = page(*PARAGRAPHS, "The first round was on 5 May 2019.").replace(b"2024-03-04T18:30:00+01:00", b"")
    assert not one("a.html", html).published.known


def test_the_declared_charset_is_used(one):
    """A page in windows-1251 is read by its own declaration."""
    words = "Министр иностранных дел прибыл в понедельник в Осло на переговоры со своим коллегой о границе."
    article = one("a.html", page(words, words[:60], lang="ru", charset="windows-1251"))
    assert words in article.text
    assert article.language == "ru"


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><p>The ministers met on Monday in Oslo.</p></body></html>",
        "<body>The ministers met on Monday in Oslo.",
    ],
)
def test_a_tiny_page_is_read_whole(one, html):
    """Where no article stands out, all text of the page is one."""
    assert one("a.html", html.encode()).text == "The ministers met on Monday in Oslo."


@pytest.mark.parametrize("html", ["<html></html>", "<html><script>alert(1)</script></html>", "<p></p>"])
def test_a_page_without_text(refused, html):
    """Markup alone is no article."""
    assert "no text" in refused("a.html", html.encode()).reason


@pytest.mark.parametrize("depth", [50, 5000])
def test_deep_nesting_does_not_break_it(depth):
    """However deep the tags stand, there is an article or a problem."""
    html = "<html><body>" + "<div>" * depth + PARAGRAPHS[0] + "</div>" * depth
    articles, problems = read_bytes("a.html", html.encode())
    assert articles or problems


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("a &amp; b&nbsp;c &#8212; d", "a & b c — d"),
        ("<style>p{}</style>seen<script>x</script>", "seen"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("<b>un</b>broken <i>words</i>", "unbroken words"),
        ("</script>stray", "stray"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
    ],
)
def test_fragments(html, text):
    """Blocks become paragraphs, inline tags vanish, entities become characters."""
    assert to_text(html) == text
