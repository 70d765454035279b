"""Turns bytes into text: byte order marks, UTF-8, a declared charset, then a guess that is said to be one."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

__all__ = ["Decoded", "binary", "clean", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_SPACES = re.compile("[\u00a0\u2007\u202f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


class Decoded(NamedTuple):
    """A text and, where letters may be wrong, a sentence that says so."""

    text: str
    note: str = ""


def decode(data: bytes, *, declared: str = "") -> Decoded:
    """Decode bytes; whatever they are, a text comes back, with a note where the encoding was guessed or damaged."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _damaged(data[len(mark) :], encoding)
    if (wide := _wide(data)) is not None:
        return _damaged(data, wide)
    for encoding in ("utf-8", declared):
        if encoding and (text := _strict(data, encoding)) is not None:
            return Decoded(text)
    return _guess(data)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _damaged(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    note = f"{lost} characters are no valid {encoding.upper()} and show as \ufffd; the rest is read" if lost else ""
    return Decoded(text, note)


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes, which stand at one side of Latin letters."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 4 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _guess(data: bytes) -> Decoded:
    """Read bytes that are not UTF-8: damaged UTF-8, Western single bytes, or what the frequencies of bytes suggest."""
    repaired = data.decode("utf-8", errors="replace")
    lost = repaired.count("\ufffd")
    if sum(c > "\x7f" for c in repaired) - lost > lost:
        return _damaged(data, "utf-8")
    high = sum(byte > 0x7F for byte in data[:_SAMPLE])
    encoding = "cp1252" if high < 0.05 * min(len(data), _SAMPLE) else _detected(data)
    text = _strict(data, encoding)
    if text is None:
        return _damaged(data, encoding)
    return Decoded(text, f"not in UTF-8; read as {encoding}: check the accented letters, or save it as UTF-8")


def _detected(data: bytes) -> str:
    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"


def binary(text: str) -> bool:
    """Tell whether a decoded text is no text at all: more than one control character in a hundred."""
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > 0.01 * len(sample)


def clean(text: str) -> str:
    r"""Make a text fit for parsing: one kind of line end and space, nothing invisible, no half characters.

    >>> clean("nego\u00adtiators\r\nmet")
    'negotiators\nmet'
    """
    text = _LINE_ENDS.sub("\n", _SURROGATES.sub("\ufffd", text))
    return _CONTROL.sub(" ", _SPACES.sub(" ", _INVISIBLE.sub("", text)))
