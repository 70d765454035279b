"""Plain text, with front matter or without."""

from collections.abc import Iterator

from dashlib.articles import columns
from dashlib.articles.decoding import binary, clean, decode
from dashlib.articles.draft import Draft, Found, Source, problem
from dashlib.articles.headline import headline
from dashlib.articles.readers import front_matter

__all__ = ["read", "split_text"]


def read(source: Source) -> Iterator[Found]:
    """Give the article of a text file.

    With front matter the text is what stands below it. Without, a first line that looks like a headline is the title
    and the text is left whole.
    """
    decoded = decode(source.data)
    if binary(decoded.text):
        yield problem(source, "holds no text but binary data; give the article as text, HTML, PDF or DOCX")
        return
    if decoded.note:
        yield problem(source, decoded.note)
    yield split_text(clean(decoded.text))


def split_text(text: str) -> Draft:
    """Make a draft of a text, with its front matter read."""
    record, body = front_matter.split(text)
    if record is None:
        return Draft(text=text.rstrip(), title=headline(text), named=True)
    return columns.draft_of(record, text=body.rstrip(), named=True)
