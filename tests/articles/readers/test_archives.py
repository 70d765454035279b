"""ZIP archives."""

import pytest

from dashlib.articles import read_bytes

TEXT = b"The foreign ministers met in Oslo on Monday."


def test_members_are_read_as_the_files_they_are(zip_bytes, docx_bytes):
    """Each format is told by name and content, folders included; hidden members are passed over."""
    data = zip_bytes(
        b__txt=TEXT, a_in_c__docx=docx_bytes("They signed nothing."), d__jsonl=b'{"text": "A third text."}',
        __MACOSX_in_b__txt=b"x", a_in___DS_Store=b"x",
    )  # fmt: skip
    articles, problems = read_bytes("news.zip", data)
    assert [a.path for a in articles] == ["news.zip/a/c.docx", "news.zip/b.txt", "news.zip/d.jsonl"]
    assert not problems


def test_a_bad_member_costs_itself(zip_bytes):
    """The problem names the member."""
    articles, problems = read_bytes(
        "news.zip", zip_bytes(a__pdf=b"%PDF-1.4 broken", b__txt=TEXT, c__png=b"\x89PNG\x00")
    )
    assert [a.path for a in articles] == ["news.zip/b.txt"]
    assert [p.path for p in problems] == ["news.zip/a.pdf", "news.zip/c.png"]


def test_damaged_data_cost_their_member(zip_bytes):
    """A member whose bytes were changed fails its checksum."""
    data = bytearray(zip_bytes(a__txt=TEXT * 50, b__txt=TEXT))
    data[40] ^= 0xFF
    articles, problems = read_bytes("news.zip", bytes(data))
    assert [a.path for a in articles] == ["news.zip/b.txt"]
    assert "cannot be unpacked" in problems[0].reason


@pytest.mark.parametrize("keep", [4, 30, 80])
def test_a_broken_archive(refused, zip_bytes, keep):
    """An archive cut off is one problem."""
    assert "broken archive" in refused("news.zip", zip_bytes(a__txt=TEXT)[:keep]).reason


def test_archives_in_archives_end_somewhere(zip_bytes):
    """A few levels are read, more are not."""
    data = zip_bytes(a__txt=TEXT)
    for _ in range(2):
        data = zip_bytes(inner__zip=data)
    assert len(read_bytes("news.zip", data)[0]) == 1
    for _ in range(2):
        data = zip_bytes(inner__zip=data)
    articles, problems = read_bytes("news.zip", data)
    assert not articles
    assert "unpack it first" in problems[0].reason


def test_an_archive_that_would_fill_the_memory(refused, zip_bytes, monkeypatch):
    """What unpacks to more than the limit is left packed."""
    monkeypatch.setenv("DASHLIB_MAX_BYTES", "100000")
    assert "when unpacked" in refused("news.zip", zip_bytes(a__txt=b" " * 200_000)).reason
