"""Bytes of any encoding become text; where letters may be wrong, a note says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashlib.articles.decoding import binary, clean, decode

CYRILLIC = "Министр иностранных дел прибыл в Астану, где встретился с президентом страны и обсудил торговлю. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_unicode_needs_no_note(encoding):
    """Every form of Unicode is read as it is, with or without its mark."""
    text = "The envoy’s plane landed in Chișinău — a day late."
    mark = "\ufeff" if encoding == "utf-32-be" else ""
    assert decode((mark + text).encode(encoding)) == (text, "")


def test_a_declared_charset_is_believed():
    """A page that declares its charset is read by it."""
    assert decode(CYRILLIC.encode("koi8-r"), declared="koi8-r") == (CYRILLIC, "")


@pytest.mark.parametrize("declared", ["no-such-charset", "utf-8", "", "base64", "idna"])
def test_western_bytes_are_read_with_a_note(declared):
    """A few high bytes among Latin letters are Western, and the note says that this is a guess."""
    found = decode("The café in Orléans was shelled, officials said on Monday.".encode("cp1252"), declared=declared)
    assert "café in Orléans" in found.text
    assert "cp1252" in found.note


def test_other_alphabets_are_detected_with_a_note():
    """Single-byte Cyrillic is told by the frequencies of its bytes."""
    found = decode(CYRILLIC.encode("cp1251"))
    assert found.text == CYRILLIC
    assert "not in UTF-8" in found.note


def test_one_broken_byte_costs_one_character():
    """Damaged UTF-8 stays UTF-8."""
    data = "Zoë met Søren in Łódź.".encode() + b"\xff" + b" They agreed."
    found = decode(data)
    assert found.text == "Zoë met Søren in Łódź.\ufffd They agreed."
    assert "1 characters" in found.note


@given(st.binary(max_size=300))
def test_any_bytes_give_a_clean_text(data):
    """No bytes raise, and what comes out can be written as UTF-8 and holds no control characters."""
    text = clean(decode(data).text)
    text.encode()
    assert not any(ord(c) < 32 and c not in "\n\t" for c in text)


@given(st.text(max_size=100))
def test_cleaning_twice_changes_nothing(text):
    """Clean text stays as it is, so that offsets in a stored article hold."""
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\u00a0week", "a week"),
        ("cease\u00adfire", "ceasefire"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("bell\x07", "bell "),
    ],
)
def test_cleaning(given_text, expected):
    """Line ends and spaces become plain, invisible characters go, half characters are marked."""
    assert clean(given_text) == expected


def test_binary_is_told_from_text():
    """Zero bytes among letters are no text; a tab or a line end is."""
    assert binary("\x00\x01\x02abc" * 20)
    assert not binary("plain\ttext\n" * 20)
