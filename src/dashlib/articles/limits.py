"""How large a file may be, packed and unpacked, and how much of a text is parsed: memory is finite."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from dashlib.settings import current
from dashlib.types import Article, Problem

__all__ = ["left_unparsed", "parsed_part", "too_large", "unpacked_too_large"]


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"


def too_large(size: int) -> str:
    """Say why a file of `size` bytes is not read; "" where it may be."""
    most = current().max_bytes
    return f"{_megabytes(size)} large, more than {_megabytes(most)}; split it" if size > most else ""


def unpacked_too_large(data: bytes) -> str:
    """Say why a ZIP container is not unpacked; "" where it may be, or is no ZIP."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return ""
    most = current().max_bytes
    return f"{_megabytes(size)} when unpacked, more than {_megabytes(most)}; split it" if size > most else ""


def parsed_part(text: str) -> str:
    """Give the part of a text that is parsed: all of it, or what ends before the limit at a paragraph or a space.

    It is the beginning of the text, so that offsets count in both alike.
    """
    most = current().max_characters
    if len(text) <= most:
        return text
    start = text[:most]
    paragraph, space = start.rfind("\n\n", most * 4 // 5), start.rfind(" ", most // 2)
    return start[: paragraph if paragraph > 0 else space if space > 0 else most]


def left_unparsed(article: Article) -> Problem | None:
    """Say how much of an article is parsed where it is not all of it."""
    part = parsed_part(article.text)
    if len(part) == len(article.text):
        return None
    where = article.path or article.url or article.title or article.article_id
    reason = f"{len(article.text):,} characters long; the first {len(part):,} are parsed, the whole text is kept"
    return Problem(where, 0, "parse", f"{reason}; split it, or set DASHLIB_MAX_CHARACTERS higher")
