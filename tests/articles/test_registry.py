"""Files, folders and uploads: what is read, in which order, and what is said of the rest."""

import os
from functools import partial
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashlib.articles import read, read_bytes
from dashlib.articles.formats import suffixes
from dashlib.articles.model import from_mapping, to_row
from dashlib.codebook.tables import read_csv
from dashlib.types import Article, Problem

TEXT = "The foreign ministers met in Oslo on Monday."
BEGINNINGS = [
    *(b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"<rss>", b"{", b"[", b"---\ntitle: "),
    *(b"From: a\nDate: b\n\n", b"text,date\n", b"\xff\xfe", b"\x00"),
]


def test_a_folder_is_read_with_all_below_it(tmp_path):
    """Files come in the order of their names, folder by folder; hidden ones are passed over."""
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "a/b/c.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TEXT} {name}")
    articles, problems = read([tmp_path])
    assert [Path(a.path).relative_to(tmp_path).as_posix() for a in articles] == ["b.txt", "a/z.txt", "a/b/c.md"]
    assert not problems


def test_one_bad_file_costs_itself(tmp_path):
    """Everything around it is read."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "d.txt").write_bytes(b"")
    articles, problems = read([tmp_path, str(tmp_path / "none.txt")])
    assert len(articles) == 1
    assert [Path(p.path).name for p in problems] == ["b.pdf", "c.png", "d.txt", "none.txt"]
    assert "it reads .txt" in problems[1].reason
    assert "no such file" in problems[3].reason


def test_a_file_that_may_not_be_opened(tmp_path, monkeypatch):
    """The system's reason is given."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    _, (found,) = read([path])
    assert "Permission denied" in found.reason


def test_a_file_beyond_the_limit(tmp_path, monkeypatch):
    """Its size and the limit are named, and it is not loaded."""
    monkeypatch.setenv("DASHLIB_MAX_BYTES", "1000000")
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 3_000_000)
    _, (found,) = read([path])
    assert found.reason == "3 MB large, more than 1 MB; split it"


@pytest.mark.parametrize("name", ["script.py", "data.bin", "picture.jpeg", "sheet.xlsx"])
def test_other_kinds_of_file(refused, name):
    """A suffix that is no article's is refused even where it holds text."""
    assert "not a kind of file" in refused(name, b"some = text").reason


def test_every_reader_of_the_table_exists():
    """The table of formats and the modules of readers agree."""
    modules = {p.name.removesuffix(".py") for p in (files("dashlib.articles") / "readers").iterdir()}
    assert {row["reader"] for row in read_csv("article_formats.csv", ("suffix", "reader", "media_type"))} <= modules


def test_an_article_survives_its_row():
    """A row of the articles frame makes the same article again."""
    data = f"---\ntitle: T\npublished: March 2024\nsource: S\nurl: https://example.org\n---\n{TEXT}".encode()
    (article,), _ = read_bytes("a.txt", data)
    assert from_mapping(to_row(article)) == article


@pytest.mark.parametrize("suffix", [*suffixes(), ".bin", ""])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(beginning=st.sampled_from(BEGINNINGS), rest=st.binary(max_size=200))
def test_no_bytes_make_a_reader_raise(suffix, beginning, rest):
    """Whatever the bytes and the name, articles and problems come back, and something is said."""
    articles, problems = read_bytes(f"file{suffix}", beginning + rest)
    assert articles or problems
    assert all(isinstance(a, Article) and a.text.strip() for a in articles)
    assert all(isinstance(p, Problem) and p.reason for p in problems)
    for article in articles:
        article.text.encode()
        article.title.encode()


@pytest.mark.parametrize("kind", ["pdf", "docx", "zip", "html", "feed", "eml"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_files_never_raise(kind, data, pdf_bytes, docx_bytes, zip_bytes):
    """A valid file with some bytes changed is read or refused."""
    page = f"<html><body><p>{TEXT}</p></body></html>"
    feed = f"<rss><channel><item><title>T</title><description>{TEXT}</description></item></channel></rss>"
    mail = f"From: a@b.c\nDate: Mon, 4 Mar 2024 10:00:00 GMT\nContent-Type: text/plain\n\n{TEXT}"
    made = {"pdf": partial(pdf_bytes, TEXT), "docx": partial(docx_bytes, TEXT), "zip": partial(zip_bytes, a__txt=TEXT)}
    written = {"html": page, "feed": feed, "eml": mail}
    whole = made[kind]() if kind in made else written[kind].encode()
    damaged = bytearray(whole)
    places = st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255))
    for place, byte in data.draw(st.lists(places, min_size=1, max_size=8)):
        damaged[place] = byte
    articles, problems = read_bytes("file", bytes(damaged))
    assert articles or problems


def test_every_suffix_is_documented():
    """docs/formats.md names each kind of file that is read."""
    text = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [s for s in suffixes() if f"`{s}`" not in text] == []
