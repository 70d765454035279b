"""How large a file may be, packed and unpacked: an archive must not fill the memory of the machine."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from dashlib.settings import current

__all__ = ["too_large", "unpacked_too_large"]


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"


def too_large(size: int) -> str:
    """Say why a file of `size` bytes is not read; "" where it may be."""
    most = current().max_bytes
    return f"{_megabytes(size)} large, more than {_megabytes(most)}; split it" if size > most else ""


def unpacked_too_large(data: bytes) -> str:
    """Say why a ZIP container is not unpacked; "" where it may be, or is no ZIP."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return ""
    most = current().max_bytes
    return f"{_megabytes(size)} when unpacked, more than {_megabytes(most)}; split it" if size > most else ""
