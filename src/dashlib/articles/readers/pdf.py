"""PDF files, by pypdf. The day a PDF was made is not the day the article appeared, and is not taken for it."""

import re
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from dashlib.articles.decoding import clean
from dashlib.articles.draft import Draft, Found, Source, problem
from dashlib.articles.headline import headline

__all__ = ["read"]

_HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_TOOL_TITLE = re.compile(
    r"^(?:untitled|microsoft \w+ - .*|.*\.(?:docx?|indd|pdf|qxp|html?)|about:blank)$", re.IGNORECASE
)
_CLOSING = tuple('.!?"”’)')


def read(source: Source) -> Iterator[Found]:
    """Give the text of all pages, words that a line break cut put together again."""
    try:
        reader = PdfReader(BytesIO(source.data))
        if reader.is_encrypted and not reader.decrypt(""):
            yield problem(source, "protected by a password; save a copy without one and add that")
            return
        pages = list(reader.pages)
    except PyPdfError as e:
        yield problem(source, f"a broken PDF ({e}); open it, print it to a new PDF and add that")
        return
    texts: list[str] = []
    for number, page in enumerate(pages, start=1):
        try:
            texts.append(clean(page.extract_text()).strip())
        except Exception as e:  # noqa: BLE001 - a broken page costs itself; pypdf raises what the page's bytes provoke
            yield problem(source, f"page {number} cannot be read ({type(e).__name__}: {e}); the other pages are")
    yield (
        _draft(reader, _joined(filter(None, texts)))
        if any(texts)
        else problem(source, "no text in it, perhaps a scan; run character recognition over it first")
    )


def _joined(pages: Iterator[str]) -> str:
    text = ""
    for page in pages:
        text += ("\n\n" if text.endswith(_CLOSING) else "\n" if text else "") + page
    return _HYPHENATED.sub("", text)


def _draft(reader: PdfReader, text: str) -> Draft:
    try:
        title = clean(str((reader.metadata and reader.metadata.title) or "")).strip()
    except (PyPdfError, ValueError, TypeError, AttributeError):
        title = ""
    return Draft(text=text, title=headline(text) if not title or _TOOL_TITLE.match(title) else title, named=True)
