"""ZIP archives: each member is read as the file it is."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as zlib_error

from dashlib.articles.draft import Found, Source, problem
from dashlib.articles.limits import unpacked_too_large

__all__ = ["read"]


def read(source: Source) -> Iterator[Found]:
    """Give the members in the order of their names; hidden ones are passed over, broken ones cost themselves."""
    if reason := unpacked_too_large(source.data):
        yield problem(source, reason)
        return
    try:
        with ZipFile(BytesIO(source.data)) as archive:
            for member in sorted(archive.infolist(), key=lambda m: m.filename):
                if not member.is_dir() and not _hidden(member.filename):
                    yield _member(source, archive, member)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as e:
        yield problem(source, f"a broken archive ({e}); pack it anew")


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _member(source: Source, archive: ZipFile, member: ZipInfo) -> Found:
    path = f"{source.path}/{member.filename}"
    try:
        with archive.open(member) as file:
            data = file.read(member.file_size + 1)
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib_error) as e:
        return problem(source._replace(path=path), f"cannot be unpacked ({e}); take it out of the archive by hand")
    return Source(path, data, depth=source.depth + 1)
