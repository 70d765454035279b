"""A briefing as one HTML file that needs nothing else: print it, mail it, open it anywhere."""

from collections.abc import Iterator
from html import escape

from dashlib.export.briefing.plan import Briefing, Citation, Paragraph, Section, Sentence

__all__ = ["html_bytes"]

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2rem; } p { margin: .6rem 0; }
.basis { opacity: .8; } ol { padding-left: 2.6rem; font-size: .9rem; } li { margin: .45rem 0; overflow-wrap: anywhere; }
:target { outline: 2px solid; outline-offset: 3px; }
@media print { body { max-width: none; margin: 0; } a { color: inherit; text-decoration: none; } }
"""
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p class="basis">{basis}</p>
</header>
<main>
{sections}
</main>
<section>
<h2>Sources</h2>
<ol>
{citations}
</ol>
</section>
</body>
</html>
"""


def _sentence(sentence: Sentence) -> str:
    links = ", ".join(f'<a href="#c{n}">{n}</a>' for n in sentence.cites)
    return escape(sentence.text) + (f" [{links}]" if links else "")


def _paragraph(paragraph: Paragraph) -> str:
    return f"<p>{' '.join(map(_sentence, paragraph.sentences))}</p>"


def _section(section: Section) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(section.heading)}</h2>"
    yield from map(_paragraph, section.paragraphs)
    yield "</section>"


def _citation(citation: Citation) -> str:
    title = escape(citation.title)
    if citation.url.startswith(("http://", "https://")):
        title = f'<a href="{escape(citation.url)}">{title or escape(citation.url)}</a>'
    parts = [escape(citation.source), title, escape(citation.published)]
    return f'<li id="c{citation.number}">{", ".join(p for p in parts if p)}: <q>{escape(citation.quote)}</q></li>'


def html_bytes(briefing: Briefing) -> bytes:
    """Give the briefing as UTF-8 HTML; what came out of the articles is escaped."""
    sections = [line for section in briefing.sections for line in _section(section)]
    page = _PAGE.format(
        title=escape(briefing.shown),
        basis=escape(briefing.basis),
        style=_STYLE,
        sections="\n".join(sections),
        citations="\n".join(map(_citation, briefing.citations)),
    )
    return page.encode()
