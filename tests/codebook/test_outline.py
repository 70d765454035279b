"""The outline of the world and the parts of it that a map can show."""

import numpy as np
import pytest

from dashlib.codebook.areas import areas, radius_km
from dashlib.codebook.countries import country_name
from dashlib.codebook.gazetteer import gazetteer
from dashlib.codebook.outline import Detail, outline


def _inside(lon, lat, rings):
    """Tell by the even-odd rule whether a point lies in a country."""
    odd = False
    for ring in rings:
        (x, y), (x2, y2) = ring[:-1].T, ring[1:].T
        cross = (y > lat) != (y2 > lat)
        at = x[cross] + (lat - y[cross]) / (y2[cross] - y[cross]) * (x2[cross] - x[cross])
        odd ^= bool(np.count_nonzero(at > lon) % 2)
    return odd


def _country_at(lon, lat, detail):
    return [c.code for c in outline(detail) if _inside(lon, lat, c.rings)]


@pytest.mark.parametrize("detail", list(Detail))
@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (30.5, 50.4, "UKR"), (34.3, 45.2, "UKR"), (37.6, 55.7, "RUS"), (21.0, 42.5, "XKX"), (44.1, 9.5, "SOM"),
        (33.4, 35.2, "CYP"), (28.2, -29.5, "LSO"), (25.0, -29.0, "ZAF"), (127.5, 37.3, "KOR"), (-100.0, 40.0, "USA"),
    ],
)  # fmt: skip
def test_a_point_lies_in_its_country(detail, lon, lat, code):
    """Inland points lie in one country, Crimea and other held parts in the one that ISO 3166 puts them in."""
    assert _country_at(lon, lat, detail) == [code]


@pytest.mark.parametrize("detail", list(Detail))
def test_rings_close_and_codes_are_known(detail):
    """Each ring ends where it begins, lies on the globe, and each code has a name."""
    for country in outline(detail):
        assert not country.code or country_name(country.code) != country.code
        for ring in country.rings:
            assert ring[0].tolist() == ring[-1].tolist()
            assert (np.abs(ring) <= (180.001, 90)).all()


def test_the_outline_of_a_part_is_finer():
    """A part of the world has several times the corners."""
    corners = {d: sum(len(r) for c in outline(d) for r in c.rings) for d in Detail}
    assert corners[Detail.PART] > 5 * corners[Detail.WORLD]


def test_areas_are_parts_of_the_world():
    """Each area runs from west to east and from south to north."""
    assert next(iter(areas())) == "World"
    for area in areas().values():
        assert -180 <= area.west < area.east <= 180
        assert -90 < area.south < area.north < 90


@pytest.mark.parametrize(("name", "low", "high"), [("Kursk Oblast", 80, 200), ("Gaza Strip", 10, 30)])
def test_a_region_has_its_size(name, low, high):
    """The radius measured on the towns is that of the map."""
    found = [radius_km(named.place.place_id) for named in gazetteer().named(name)]
    assert any(low <= km <= high for km in found)


def test_seas_have_a_size_and_towns_none():
    """What stands in no table has no size."""
    assert radius_km("x:black-sea") > 300
    assert radius_km("703448") == 0
