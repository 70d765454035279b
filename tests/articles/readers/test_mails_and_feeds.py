"""Mails, RSS and Atom files."""

import datetime as dt
from email.message import EmailMessage

import pytest

from dashlib.articles import read_bytes

BODY = "The foreign ministers met in Oslo on Monday.\n\nThey signed nothing — for now."
RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Daily</title><language>en-gb</language>
<item><title>Ministers &amp; envoys meet</title><link>https://example.org/1</link>
<pubDate>Mon, 04 Mar 2024 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The foreign ministers met in Oslo.</p><p>They signed nothing.</p>]]></content:encoded>
</item>
<item><title>Second</title><link>https://example.org/2</link><pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate>
<description>&lt;b&gt;Shelling&lt;/b&gt; was heard near the town.</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily</title>
<entry><title>Ministers meet</title><link href="https://example.org/1"/><updated>2024-03-04T18:00:00Z</updated>
<content type="html">&lt;p&gt;The foreign ministers met in Oslo.&lt;/p&gt;</content></entry></feed>"""


def mail(*, plain="", html=""):
    """Write a mail with a plain body, an HTML body or both."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Ministers meet: no deal", "The Daily <news@example.org>"
    message["Date"] = "Mon, 04 Mar 2024 23:30:00 -0500"
    message.set_content(plain or html, subtype="plain" if plain else "html")
    if plain and html:
        message.add_alternative(html, subtype="html")
    return message


@pytest.mark.parametrize("name", ["a.eml", "mail"])
def test_a_mail_prefers_its_plain_text(one, name):
    """Subject, day in the sender's zone and sender come from the header, the text from the plain part."""
    article = one(name, mail(plain=BODY, html="<p>Other</p>").as_bytes())
    assert (article.title, article.source, article.text) == ("Ministers meet: no deal", "The Daily", BODY)
    assert article.published.start == dt.date(2024, 3, 4)


def test_a_mail_with_html_only(one):
    """Without a plain part the page in the mail is read."""
    html = "<html><body><p>The foreign ministers met in Oslo.</p><p>They signed nothing.</p></body></html>"
    text = one("a.eml", mail(html=html).as_bytes()).text
    assert text == "The foreign ministers met in Oslo.\n\nThey signed nothing."


def test_attachments_are_read_too(pdf_bytes):
    """An attached PDF and a forwarded mail are articles of their own; a picture is passed over."""
    message = mail(plain=BODY)
    message.add_attachment(
        pdf_bytes("Another story of Tuesday."), maintype="application", subtype="pdf", filename="b.pdf"
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(mail(plain="A third story, told on Wednesday."))
    articles, problems = read_bytes("a.eml", message.as_bytes())
    assert [a.path for a in articles] == ["a.eml", "a.eml/b.pdf", "a.eml/forwarded.eml"]
    assert not problems


@pytest.mark.parametrize(
    "header",
    [b"Date: not a day\n", b"Date: Mon, 99 Foo 2024\n", b"From: <<<>>>@\n", b"Subject: =?utf-9?Q?=FF?=\n",
     b"Content-Type: text/plain; charset=nonsense\n", b"Content-Transfer-Encoding: nonsense\n"],
)  # fmt: skip
def test_broken_headers_do_not_lose_the_mail(header):
    """A malformed header costs its own value only."""
    data = b"MIME-Version: 1.0\n" + header + b"X-Y: z\n\nThe foreign ministers met in Oslo on Monday.\n"
    articles, problems = read_bytes("a.eml", data)
    assert len(articles) == 1
    assert all("date" in p.reason or "UTF-8" in p.reason for p in problems)


@pytest.mark.parametrize("name", ["feed.rss", "feed.xml", "feed.txt", "feed"])
def test_rss(name):
    """Each item is an article: full text before summary, day in its own zone, outlet and language of the channel."""
    articles, problems = read_bytes(name, RSS.encode())
    assert not problems
    first, second = articles
    assert (first.title, first.source, first.url) == ("Ministers & envoys meet", "The Daily", "https://example.org/1")
    assert first.text == "The foreign ministers met in Oslo.\n\nThey signed nothing."
    assert first.published.start == dt.date(2024, 3, 4)
    assert second.text == "Shelling was heard near the town."


def test_atom(one):
    """An Atom entry is read alike; its day of change stands in for a day of publication."""
    article = one("feed.atom", ATOM.encode())
    assert (article.title, article.text) == ("Ministers meet", "The foreign ministers met in Oslo.")
    assert article.published.start == dt.date(2024, 3, 4)


def test_an_entry_without_a_text_costs_itself():
    """The other entries are read."""
    articles, problems = read_bytes(
        "feed.rss",
        RSS.replace("<description>&lt;b&gt;Shelling&lt;/b&gt; was heard near the town.</description>", "").encode(),
    )
    assert len(articles) == 1
    assert [p.reason for p in problems] == ["entry 2 (Second) has no text"]


@pytest.mark.parametrize(
    "data", [b"<?xml version='1.0'?><other/>", b"<rss><channel></channel></rss>", b"<rss", b"junk"]
)
def test_no_feed(refused, data):
    """XML that is no feed is one problem."""
    assert "feed" in refused("feed.xml", data).reason


def test_a_feed_cut_off_keeps_what_came_before():
    """Damage is said, and the entries before it are read."""
    articles, problems = read_bytes("feed.rss", RSS[: RSS.index("<item><title>Second") + 60].encode())
    assert articles[0].title == "Ministers & envoys meet"
    assert any("damaged" in p.reason for p in problems)


def test_a_feed_opens_no_file(one, tmp_path):
    """An external entity is not resolved."""
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    data = ATOM.replace("<feed", f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]><feed').replace(
        "Ministers meet", "Ministers meet &e;"
    )
    articles, _ = read_bytes("feed.atom", data.encode())
    assert not any("the secret" in a.title + a.text for a in articles)
