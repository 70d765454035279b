"""Sample files, written by code: a small PDF writer, Word documents, archives, mails, feeds."""

import zipfile
from io import BytesIO

import docx
import pytest

from dashlib.articles import read_bytes


def pdf_bytes(*pages):
    """Write a PDF with one text a page, a line of the text a line of the page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for text in pages:
        lines = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in text.splitlines())
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {lines} ET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 << /Type /Font "
            f"/Subtype /Type1 /BaseFont /Helvetica >> >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{o:010d} 00000 n \n" for o in offsets)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def docx_bytes(*paragraphs, title="", table=()):
    """Write a Word document; the title in the style for it, a table at the end."""
    document = docx.Document()
    if title:
        document.add_paragraph(title, style="Title")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, values in zip(grid.rows, table, strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def zip_bytes(**members):
    """Pack members, given as name=bytes with `__` for the dot of the suffix and `_in_` for a folder."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_in_", "/").replace("__", "."), data)
    return out.getvalue()


@pytest.fixture(name="pdf_bytes")
def pdf_writer():
    """Give the PDF writer."""
    return pdf_bytes


@pytest.fixture(name="docx_bytes")
def docx_writer():
    """Give the writer of Word documents."""
    return docx_bytes


@pytest.fixture(name="zip_bytes")
def zip_writer():
    """Give the writer of archives."""
    return zip_bytes


@pytest.fixture
def one():
    """Give a function that reads bytes which hold exactly one article and no problem."""

    def read_one(name, data):
        articles, problems = read_bytes(name, data)
        assert not problems, problems
        (article,) = articles
        return article

    return read_one


@pytest.fixture
def refused():
    """Give a function that reads bytes which hold no article, and gives the one problem."""

    def read_problem(name, data):
        articles, problems = read_bytes(name, data)
        assert not articles, articles
        (found,) = problems
        return found

    return read_problem
