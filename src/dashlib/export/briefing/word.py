"""A briefing as a Word document (ISO/IEC 29500), with headings to navigate by and numbers that lead to the sources."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree

from dashlib.export.briefing.plan import Briefing, Citation, Sentence

__all__ = ["docx_bytes"]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_TITLE, _HEADING = "Title", "Heading1"


def _clean(text: str) -> str:
    """Drop what XML 1.0 cannot hold."""
    return _CONTROL.sub("", text)


def _element(tag: str, *children: Any, **attributes: str) -> Any:
    element = etree.Element(qn(f"w:{tag}"), {qn(f"w:{name}"): value for name, value in attributes.items()})
    element.extend(children)
    return element


def _run(text: str) -> Any:
    words = _element("t")
    words.text = _clean(text)
    words.set(qn("xml:space"), "preserve")
    return _element("r", words)


def _paragraph(parts: Iterable[Any], style: str = "") -> Any:
    return _element("p", *([_element("pPr", _element("pStyle", val=style))] if style else []), *parts)


def _link(number: int) -> Any:
    return _element("hyperlink", _run(str(number)), anchor=f"c{number}")


def _sentence(sentence: Sentence) -> Iterable[Any]:
    if not sentence.cites:
        return [_run(f"{sentence.text} ")]
    parts = [_run(f"{sentence.text} [")]
    for place, number in enumerate(sentence.cites):
        parts += [_run(", "), _link(number)] if place else [_link(number)]
    return [*parts, _run("] ")]


def _citation(citation: Citation) -> Iterable[Any]:
    number = str(citation.number)
    about = ", ".join(p for p in (citation.source, citation.title, citation.published) if p)
    where = f" {citation.url}" if citation.url else ""
    return [
        _element("bookmarkStart", id=number, name=f"c{number}"),
        _run(f"[{number}]"),
        _element("bookmarkEnd", id=number),
        _run(f" {about}: “{citation.quote}”{where}"),
    ]


def _body(briefing: Briefing) -> Iterable[Any]:
    yield _paragraph([_run(briefing.shown)], _TITLE)
    yield _paragraph([_run(briefing.basis)])
    for section in briefing.sections:
        yield _paragraph([_run(section.heading)], _HEADING)
        for paragraph in section.paragraphs:
            yield _paragraph(part for s in paragraph.sentences for part in _sentence(s))
    yield _paragraph([_run("Sources")], _HEADING)
    for citation in briefing.citations:
        yield _paragraph(_citation(citation))


def _blank(day: dt.date, title: str) -> Any:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    about, moment = document.core_properties, dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Word's have no zone
    about.title, about.author, about.comments, about.language = _clean(title)[:255], "dashlib", "", "en"
    about.created = about.modified = moment
    return document


def _packed(document: Any) -> bytes:
    """Give the file's bytes, which depend on nothing but what is in it."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            out.writestr(zipfile.ZipInfo(name, _EPOCH), parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def docx_bytes(briefing: Briefing) -> bytes:
    """Give the briefing as a Word file; the same briefing gives the same bytes."""
    document = _blank(briefing.day, briefing.shown)
    body = document.element.body
    for place, element in enumerate(_body(briefing)):
        body.insert(place, element)
    return _packed(document)
