"""Fetches one address that the reader gave; nothing else in dashlib opens a connection."""

from collections.abc import Iterator
from configparser import ConfigParser

from trafilatura import fetch_response
from trafilatura.settings import use_config

from dashlib.articles.draft import Found, Source, problem
from dashlib.articles.limits import too_large
from dashlib.settings import current

__all__ = ["fetch"]

_NO_ANSWER = (
    "no answer; check the address and the connection (addresses inside your own network need "
    "DASHLIB_PRIVATE_ADDRESSES=1), or save the page and add the file"
)


def _config() -> ConfigParser:
    """Follow five redirects, insist on valid certificates, and leave the own network alone unless it is allowed."""
    config = use_config()
    config["DEFAULT"]["MAX_REDIRECTS"] = "5"
    config["DEFAULT"]["INSECURE_SSL_FALLBACK"] = "off"
    config["DEFAULT"]["SSRF_PROTECTION"] = "off" if current().private_addresses else "on"
    return config


def fetch(address: str) -> Iterator[Found]:
    """Give the bytes behind an address, to be read as the page, feed or document they are."""
    source = Source(address, b"", url=address)
    response = fetch_response(address, config=_config())
    if response is None:
        yield problem(source, _NO_ANSWER)
    elif response.status != 200:
        yield problem(source, f"the server answered {response.status}; save the page in a browser and add the file")
    elif reason := too_large(len(response.data)):
        yield problem(source, reason)
    else:
        headers = {k.lower(): v for k, v in (response.headers or {}).items()}
        yield source._replace(data=response.data, media_type=headers.get("content-type", "").split(";")[0].strip())
