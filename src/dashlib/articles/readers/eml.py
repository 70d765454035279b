"""Mails (EML): the plain text of the body, else its HTML; attached articles are read too."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from dashlib.articles.decoding import clean, decode
from dashlib.articles.draft import Draft, Found, Source, problem
from dashlib.articles.readers.html import page

__all__ = ["read"]

# What the header parser of the standard library is known to raise on malformed values.
_BROKEN = (ValueError, TypeError, AttributeError, IndexError, KeyError, LookupError)


def read(source: Source) -> Iterator[Found]:
    """Give the mail as an article: subject, date, sender; then each attachment as a file of its own."""
    mail = message_from_bytes(source.data, policy=policy.default)
    body = mail.get_body(preferencelist=("plain", "html"))
    if body is None:
        yield problem(source, "a mail without a text; add what is attached to it as a file")
    else:
        yield from _body(source, mail, body)
    for part in mail.iter_attachments():
        name, data = part.get_filename(), part.get_payload(decode=True)
        if name and isinstance(data, bytes):
            yield Source(f"{source.path}/{name}", data, depth=source.depth + 1)


def _body(source: Source, mail: EmailMessage, body: MIMEPart) -> Iterator[Found]:
    data = body.get_payload(decode=True)
    decoded = decode(data if isinstance(data, bytes) else b"", declared=body.get_content_charset() or "")
    if decoded.note:
        yield problem(source, decoded.note)
    text = clean(decoded.text)
    name, address = parseaddr(_header(mail, "From"))
    yield Draft(
        text=page(text).text if body.get_content_subtype() == "html" else text.strip(),
        title=_header(mail, "Subject"),
        published=_header(mail, "Date"),
        outlet=name or address.rpartition("@")[2],
        language=_header(mail, "Content-Language"),
        named=True,
    )


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return clean(str(mail.get(name, ""))).strip()
    except _BROKEN:
        return ""
