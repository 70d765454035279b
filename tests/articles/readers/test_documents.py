"""PDF and Word documents."""

from io import BytesIO

import docx
import pytest
from pypdf import PdfReader, PdfWriter

from dashlib.articles import read_bytes

STORY = "Ministers meet in Oslo\nThe foreign ministers met on Monday and spoke of a counter-\noffensive for an hour."


def test_a_pdf_is_read_page_by_page(one, pdf_bytes):
    """All pages are one text; a word cut at the line's end is whole again."""
    article = one("a.pdf", pdf_bytes(STORY, "They signed nothing."))
    assert article.title == "Ministers meet in Oslo"
    assert "spoke of a counteroffensive for an hour.\n\nThey signed nothing." in article.text
    assert article.media_type == "application/pdf"


def test_a_pdf_under_another_name_is_a_pdf(one, pdf_bytes):
    """What a file begins with tells more than its suffix."""
    assert one("report.txt", pdf_bytes(STORY)).media_type == "application/pdf"


@pytest.mark.parametrize(
    ("title", "taken"), [("Border talks", True), ("Microsoft Word - v2.docx", False), ("a.pdf", False)]
)
def test_a_pdfs_title(one, pdf_bytes, title, taken):
    """The title property counts unless a tool filled it in."""
    writer = PdfWriter(clone_from=BytesIO(pdf_bytes(STORY)))
    writer.add_metadata({"/Title": title})
    out = BytesIO()
    writer.write(out)
    assert one("a.pdf", out.getvalue()).title == (title if taken else "Ministers meet in Oslo")


def test_a_pdf_with_a_password(refused, pdf_bytes):
    """An encrypted PDF is refused with what to do."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_bytes(STORY))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert "password" in refused("a.pdf", out.getvalue()).reason


def test_a_pdf_locked_only_against_changes_is_read(one, pdf_bytes):
    """An empty password opens the file for reading, as every viewer does."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_bytes(STORY))))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert "foreign ministers" in one("a.pdf", out.getvalue()).text


@pytest.mark.parametrize("cut", [20, 60, 200])
def test_a_broken_pdf(refused, pdf_bytes, cut):
    """A PDF cut off in its middle is one clear problem."""
    found = refused("a.pdf", pdf_bytes(STORY)[:cut])
    assert "a.pdf" in found.path
    assert "broken" in found.reason or "no text" in found.reason


def test_a_scan(refused, pdf_bytes):
    """A PDF without text is told to be a scan, perhaps."""
    assert "scan" in refused("a.pdf", pdf_bytes("")).reason


def test_a_word_document(one, docx_bytes):
    """Paragraphs and tables come in order; the styled title is the title and stays in the text."""
    data = docx_bytes("The ministers met on Monday.", "", title="Border talks", table=(("Side", "Killed"), ("A", "12")))
    article = one("a.docx", data)
    assert article.title == "Border talks"
    assert article.text == "Border talks\n\nThe ministers met on Monday.\n\nSide | Killed\n\nA | 12"


def test_a_word_documents_property_is_its_title(one):
    """Without a styled title, the document's property counts."""
    document = docx.Document()
    document.core_properties.title = "Border talks"
    document.add_paragraph("The ministers met on Monday.")
    out = BytesIO()
    document.save(out)
    assert one("a.docx", out.getvalue()).title == "Border talks"


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_broken_word_document(docx_bytes, keep):
    """A document cut off is a problem and no article."""
    data = docx_bytes("The ministers met on Monday.")
    articles, problems = read_bytes("a.docx", data[: int(len(data) * keep)])
    assert not articles
    assert problems


def test_a_document_that_would_fill_the_memory(refused, docx_bytes, monkeypatch):
    """A container that unpacks to more than the limit is left alone."""
    monkeypatch.setenv("DASHLIB_MAX_BYTES", "30000")
    found = refused("a.docx", docx_bytes("The ministers met on Monday. " * 3000))
    assert "when unpacked" in found.reason
