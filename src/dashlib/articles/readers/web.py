"""Fetches one address that the reader gave; nothing else in dashlib opens a connection."""

from collections.abc import Iterator

from trafilatura import fetch_response

from dashlib.articles.draft import Found, Source, problem
from dashlib.articles.limits import too_large

__all__ = ["fetch", "is_address"]

_SCHEMES = ("http://", "https://")


def is_address(text: str) -> bool:
    """Whether a text given as a path is the address of a page."""
    return text.casefold().startswith(_SCHEMES)


def fetch(address: str) -> Iterator[Found]:
    """Give the bytes behind an address, to be read as the page, feed or document they are."""
    source = Source(address, b"", url=address)
    response = fetch_response(address, with_headers=True)
    if response is None:
        yield problem(source, "no answer; check the address and the connection, or save the page and add the file")
    elif response.status != 200:
        yield problem(source, f"the server answered {response.status}; save the page in a browser and add the file")
    elif reason := too_large(len(response.data)):
        yield problem(source, reason)
    else:
        headers = {k.lower(): v for k, v in (response.headers or {}).items()}
        yield source._replace(data=response.data, media_type=headers.get("content-type", "").split(";")[0].strip())
