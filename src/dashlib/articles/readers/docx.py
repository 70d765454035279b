"""Word documents (DOCX), by python-docx: paragraphs and tables in the order they are printed."""

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

from dashlib.articles.decoding import clean
from dashlib.articles.draft import Draft, Found, Source, problem
from dashlib.articles.headline import headline
from dashlib.articles.limits import unpacked_too_large

__all__ = ["read"]

_TITLE_STYLES = frozenset(["Title", "Heading 1"])


def read(source: Source) -> Iterator[Found]:
    """Give the text of a document; its title is the paragraph styled as one, else the document's property."""
    if reason := unpacked_too_large(source.data):
        yield problem(source, reason)
        return
    try:
        document = Document(BytesIO(source.data))
        parts = [(_text(block), _style(block)) for block in document.iter_inner_content()]
    except Exception as e:  # noqa: BLE001 - zipfile, lxml and python-docx each raise their own kinds on broken bytes
        yield problem(source, f"a broken Word document ({type(e).__name__}: {e}); open it, save it anew and add that")
        return
    text = "\n\n".join(clean(part) for part, _ in parts if part)
    yield Draft(text=text, title=_title(document, parts) or headline(text), named=True)


def _text(block: Paragraph | Table) -> str:
    if isinstance(block, Paragraph):
        return block.text.strip()
    return "\n\n".join(" | ".join(cell.text.strip() for cell in row.cells) for row in block.rows)


def _style(block: Paragraph | Table) -> str:
    return str(block.style.name) if block.style is not None else ""


def _title(document: WordDocument, parts: list[tuple[str, str]]) -> str:
    styled = next((text for text, style in parts[:3] if style in _TITLE_STYLES and text), "")
    return clean(styled or document.core_properties.title or "").strip()
