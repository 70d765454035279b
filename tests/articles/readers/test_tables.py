"""JSON Lines, JSON, CSV and TSV."""

import csv
import datetime as dt
import json
from io import StringIO

import pytest

from dashlib.articles import read_bytes
from dashlib.types import Basis

TEXT = "The foreign ministers met in Oslo on Monday."
NAMES = ("headline", "body", "published_at", "publisher", "link")
ROWS = [
    dict(zip(NAMES, values, strict=True))
    for values in (
        ("Ministers meet", TEXT, "2024-03-04", "Daily", "https://example.org/1"),
        ("No deal", 'They signed nothing,\n\n"for now".', "2024-03-05", "Daily", ""),
    )
]


def lines(rows):
    """Write JSON Lines."""
    return "\n".join(map(json.dumps, rows)).encode()


def table(rows, delimiter=","):
    """Write a CSV table."""
    out = StringIO()
    writer = csv.DictWriter(out, rows[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", lines(ROWS)),
        ("a.ndjson", lines(ROWS) + b"\n\n"),
        ("a.json", lines(ROWS)),
        ("a.json", json.dumps(ROWS, indent=1).encode()),
        ("a.json", json.dumps({"status": "ok", "totalResults": 2, "articles": ROWS}).encode()),
        ("a.json", json.dumps({"description": "all of it", "items": ROWS}).encode("utf-16")),
        ("a.csv", table(ROWS)),
        ("a.csv", table(ROWS, ";")),
        ("a.csv", b"\xef\xbb\xbf" + table(ROWS)),
        ("a.tsv", table(ROWS, "\t")),
        ("a.csv", table(ROWS, "\t")),
    ],
)
def test_the_same_rows_in_every_form(name, data):
    """Lines, arrays, wrapped arrays and tables with any divider give the same articles."""
    articles, problems = read_bytes(name, data)
    assert not problems
    assert [a.title for a in articles] == ["Ministers meet", "No deal"]
    assert [a.text for a in articles] == [TEXT, 'They signed nothing,\n\n"for now".']
    assert [a.published.start for a in articles] == [dt.date(2024, 3, 4), dt.date(2024, 3, 5)]
    assert {a.source for a in articles} == {"Daily"}
    assert articles[0].url == "https://example.org/1"


@pytest.mark.parametrize(
    "record",
    [
        {"title": "T", "content": TEXT, "publishedAt": "2024-03-04T10:00:00Z", "source": {"id": None, "name": "Daily"}},
        {"title": {"rendered": "T"}, "content": {"rendered": f"<p>{TEXT}</p>"}, "date": "2024-03-04", "site": "Daily"},
        {"headline": "T", "articleBody": TEXT, "datePublished": "2024-03-04", "publisher": {"name": "Daily"}},
        {"title": "T", "content_html": f"<div>{TEXT}</div>", "date_published": "2024-03-04", "outlet": "Daily"},
        {"Title": "T", "Full Text": [TEXT], "Publication Date": "March 4, 2024", "Publication": "Daily", "text": None},
        {"title": "T", "text": TEXT, "description": "short", "timestamp": 1709546400, "sitename": "Daily"},
    ],
)  # fmt: skip
def test_records_of_usual_services(one, record):
    """News services, content systems and exports name the parts each in their own way."""
    article = one("a.jsonl", json.dumps(record).encode())
    assert (article.title, article.text, article.source) == ("T", TEXT, "Daily")
    assert (article.published.start, article.published_basis) == (dt.date(2024, 3, 4), Basis.GIVEN)


def test_a_broken_line_costs_itself():
    """The problem names the line; the lines around it are read."""
    data = lines(ROWS).replace(b"\n", b'\n{"body": broken}\n[1, 2]\n')
    articles, problems = read_bytes("a.jsonl", data)
    assert len(articles) == 2
    assert [(p.line, p.path) for p in problems] == [(3, "a.jsonl"), (2, "a.jsonl")] or [p.line for p in problems] == [
        2,
        3,
    ]
    assert "no valid JSON" in min(problems, key=lambda p: p.line).reason


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.json", b'{"articles": [', "no valid JSON"),
        ("a.json", b"[" * 100_000, "no valid JSON"),
        ("a.json", b'{"a": 1}', "no text among its keys (a)"),
        ("a.json", b"3", "no JSON object"),
        ("a.jsonl", b'{"a": 1}\n{"b": 2}', "no text among its keys (a)"),
        ("a.csv", b"name,age\nA,3\n", "no column with the text (columns: name, age)"),
        ("a.csv", b"just a sentence without any columns", "no column with the text"),
    ],
)
def test_no_articles_in_it(refused, name, data, says):
    """One sentence says what was looked for, however many rows there are."""
    assert says in refused(name, data).reason


def test_rows_without_a_text_cost_themselves():
    """The line of each empty row is named."""
    articles, problems = read_bytes("a.csv", b'title,text\nA,"one\ntwo"\nB,\nC,three\n')
    assert [a.title for a in articles] == ["A", "C"]
    assert [p.line for p in problems] == [4]


def test_the_column_tells_the_order_of_day_and_month():
    """A day above twelve in one row decides how the others are read."""
    data = b"text,date\none text,03/04/2024\nanother text,25/04/2024\n"
    articles, _ = read_bytes("a.csv", data)
    assert [a.published.start for a in articles] == [dt.date(2024, 4, 3), dt.date(2024, 4, 25)]


def test_a_date_with_two_readings_is_not_guessed():
    """Where nothing decides, the article is kept without the day and the line is named."""
    (article,), (found,) = read_bytes("a.csv", b"text,date\none text,03/04/2024\n")
    assert not article.published.known
    assert found.line == 2
    assert "two ways" in found.reason


def test_a_date_in_the_name_of_a_table_is_not_its_articles(one):
    """The day of an export is no article's day."""
    assert not one("export-2024-03-04.csv", b"text\nThe ministers met.\n").published.known


def test_a_long_cell_is_read(one):
    """A cell beyond the csv module's own limit is no problem."""
    assert len(one("a.csv", b"text\n" + b"word " * 60_000).text) > 200_000


def test_half_a_character_is_replaced(one):
    """JSON can spell half of a surrogate pair, which no file can hold."""
    assert one("a.jsonl", b'{"text": "The \\ud83d talks went on."}').text == "The \ufffd talks went on."
