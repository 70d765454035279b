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
_NOT_ARTICLES = frozenset(["image", "audio", "video"])
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
        yield from _attached(source, part)


def _attached(source: Source, part: EmailMessage) -> Iterator[Found]:
    """Give an attachment to be read as the file it is; pictures and sounds (signatures, mostly) are passed over."""
    if part.get_content_maintype() in _NOT_ARTICLES:
        return
    name = part.get_filename() or ("forwarded.eml" if part.get_content_type() == "message/rfc822" else "")
    content = part.get_content() if name.endswith(".eml") else part.get_payload(decode=True)
    data = content.as_bytes() if isinstance(content, EmailMessage) else content
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
