"""The map: where marks stand, how they group by the scale, how precision shows, what a click tells."""

import datetime as dt

import numpy as np
import pytest

from dashlib.charts import View, atlas
from dashlib.charts.basemap import detail_of, land, paths
from dashlib.charts.mercator import PHONE, Window, extent_of, northing, window_of
from dashlib.charts.spots import fit, groups, places, spots
from dashlib.charts.style import colour, contrast
from dashlib.codebook import KINDS
from dashlib.codebook.areas import Extent, areas
from dashlib.codebook.outline import Detail

KYIV = {"place": "Kyiv", "latitude": 50.45, "longitude": 30.52, "country": "UKR", "place_precision": "settlement"}
BUCHA = KYIV | {"place": "Bucha", "latitude": 50.55, "longitude": 29.3}
ODESA = KYIV | {"place": "Odesa", "latitude": 46.48, "longitude": 30.73}
IRAN = {"place": "Iran", "latitude": 32.0, "longitude": 53.0, "country": "IRN", "place_precision": "country"}
CRIMEA = KYIV | {
    "place": "Crimea",
    "latitude": 45.3,
    "longitude": 34.4,
    "place_precision": "region",
    "place_id": "703883",
}
WORLD, UKRAINE = (window_of(areas()[name]) for name in ("World", "Ukraine"))


def _picks(figure):
    """Give what each mark answers for: (x, y, ids)."""
    return [
        (float(x), float(y), data[0].split())
        for trace in figure.data
        if trace.customdata is not None
        for x, y, data in zip(trace.x, trace.y, trace.customdata, strict=True)
    ]


def _shapes(figure, kind):
    return [s for s in figure.layout.shapes if s.type == kind and s.layer == "below"]


def test_projecting_there_and_back():
    """A window turns into the degrees that it came from."""
    area = areas()["Sudan"]
    assert np.allclose(extent_of(window_of(area)), area)


@pytest.mark.parametrize("window", [WORLD, UKRAINE])
def test_every_event_with_a_place_is_on_the_map_once(sample, view, window):
    """Whatever the scale, each event answers to exactly one mark; those without a place to none."""
    ids = [i for *_, group in _picks(atlas(sample, view, window)) for i in group]
    assert sorted(ids) == sorted(sample.loc[sample["latitude"].notna(), "event_id"])


def test_places_group_by_the_scale(make, view):
    """Kyiv and Odesa are one number on the map of the world and two marks on that of Ukraine."""
    events = make(KYIV, ODESA)
    assert [len(ids) for *_, ids in _picks(atlas(events, view, WORLD))] == [2]
    assert [len(ids) for *_, ids in _picks(atlas(events, view, UKRAINE))] == [1, 1]


def test_a_phone_groups_more(make):
    """On fewer pixels marks stand together sooner."""
    events = make(KYIV, ODESA, BUCHA)
    wide = groups(spots(events), UKRAINE.scale)
    narrow = groups(spots(events), UKRAINE._replace(screen=PHONE).scale)
    assert len(wide) > len(narrow)


def test_events_of_one_place_stand_around_it(make, view):
    """Two events in Kyiv are two marks side by side around Kyiv; thirty are a number."""
    two = _picks(atlas(make(KYIV, KYIV), view, UKRAINE))
    assert len({(x, y) for x, y, _ in two}) == 2
    assert np.allclose(np.mean([(x, y) for x, y, _ in two], axis=0), (30.52, float(northing(50.45))))
    many = _picks(atlas(make(*[KYIV] * 30), view, UKRAINE))
    assert [len(ids) for *_, ids in many] == [30]


def test_groups_never_stand_closer_than_a_mark(make):
    """After grouping no two marks hide each other, and no event is lost."""
    rng = np.random.default_rng(8)
    rows = [
        KYIV | {"place": f"p{i}", "latitude": 45 + 7 * a, "longitude": 23 + 15 * b}
        for i, (a, b) in enumerate(rng.random((400, 2)))
    ]
    made = groups(spots(make(*rows)), UKRAINE.scale)
    at = np.array([(g.x, g.y) for g in made]) * UKRAINE.scale
    gaps = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)) + 1e9 * np.eye(len(at))
    assert gaps.min() >= 30
    assert sum(len(g.rows) for g in made) == 400


def test_a_region_is_drawn_with_its_size(make, view):
    """An event somewhere in Crimea has a pale circle as large as Crimea, and says so; one in Kyiv has none."""
    figure = atlas(make(CRIMEA), view, UKRAINE)
    (circle,) = _shapes(figure, "circle")
    km = (circle.x1 - circle.x0) / 2 * 111.32 * np.cos(np.radians(45.3))
    assert 80 < km < 130
    said = next(t for t in figure.data if t.customdata is not None and len(t.customdata)).customdata[0]
    assert "somewhere in Crimea" in said[2]
    assert not _shapes(atlas(make(KYIV), view, UKRAINE), "circle")


def test_an_area_of_unknown_size_has_a_dotted_edge(make, view):
    """Where the table does not know how far a place reaches, the edge says that it is only about there."""
    figure = atlas(make(CRIMEA | {"place_id": "x:nowhere"}), view, UKRAINE)
    assert [s.line.dash for s in _shapes(figure, "circle")] == ["dot"]


def test_a_country_is_tinted_in_its_outline(make, view):
    """An event somewhere in Iran tints Iran."""
    window = window_of(areas()["Middle East"])
    ground_, tinted = _shapes(atlas(make(IRAN | {"kind": "strike"}), view, window), "path")
    assert tinted.path == paths(window)["IRN"]
    assert tinted.path in ground_.path
    assert tinted.fillcolor.startswith("rgba(200, 69, 47")


@pytest.mark.parametrize(
    ("status", "symbol"), [("happened", "star"), ("planned", "star-open"), ("cancelled", "star-open")]
)
def test_a_mark_has_the_shape_of_its_kind_and_the_fill_of_its_status(make, view, status, symbol):
    """The language of marks is that of the timeline."""
    figure = atlas(make(KYIV | {"kind": "summit", "status": status}), view, UKRAINE)
    assert [list(t.marker.symbol) for t in figure.data if t.customdata is not None and len(t.customdata)] == [[symbol]]


def test_a_number_says_what_it_stands_for(make, view):
    """The disc has the number, the hover the places and the kinds; markup in a name is shown, not run."""
    odd = ODESA | {"place": "<b>Odesa</b>", "kind": "strike"}
    disc = next(t for t in atlas(make(KYIV, odd), view, WORLD).data if t.mode == "markers+text")
    assert list(disc.text) == ["2"]
    assert list(disc.customdata[0][1:]) == ["2 events in &lt;b&gt;Odesa&lt;/b&gt; and Kyiv", "1 strike, 1 call"]


def test_the_event_in_focus_is_ringed_even_in_a_group(make):
    """The ring is around the mark of the chosen event, or around the number that holds it."""
    for window in (WORLD, UKRAINE):
        figure = atlas(make(KYIV, ODESA), View(today=dt.date(2025, 9, 1), chosen="e1"), window)
        rings = [t for t in figure.data if t.marker.symbol == "circle-open" and t.x[0] is not None]
        assert [len(r.x) for r in rings] == [1]


def test_detail_follows_the_extent():
    """The world has the coarse outline, a part of it the fine one."""
    assert detail_of(WORLD) is Detail.WORLD
    assert detail_of(UKRAINE) is Detail.PART
    assert "UKR" in paths(UKRAINE)
    assert "BRA" not in paths(UKRAINE)


def test_outlines_stay_small(view):
    """No map sends more than a quarter of a megabyte of outlines to the browser."""
    for area in areas().values():
        assert sum(map(len, paths(window_of(area)).values())) < 250_000


def test_neighbours_share_their_border():
    """Corners lie on one grid, so that no gap opens between two countries."""

    def corners(path):
        return {c.strip("Z") for part in path.split("M")[1:] for c in part.split("L")}

    outlines = paths(UKRAINE)
    assert len(corners(outlines["UKR"]) & corners(outlines["RUS"])) > 50


def test_fit_holds_all_places_with_some_room(make):
    """The first view of a filter shows every place; a single town is not blown up beyond its surroundings."""
    window = fit(spots(make(KYIV, ODESA)))
    assert all(window.holds(s) for s in spots(make(KYIV, ODESA)))
    assert fit(spots(make(KYIV))).width >= 2.5
    assert fit([]) is None


def test_windows_wrap_their_shape():
    """A tall window becomes as wide as its screen asks, and keeps what it held."""
    tall = Window(0, 0, 10, 40).shaped()
    assert tall.width / tall.height == pytest.approx(840 / 520)
    assert tall.height == pytest.approx(40)


def test_the_table_has_a_row_a_place(make):
    """The rows behind the map: place, precision, number, kinds, first and last day."""
    table = places(make(KYIV, KYIV | {"kind": "strike", "date_end": dt.date(2025, 3, 9)}, IRAN, {}))
    assert table["Place"].tolist() == ["Kyiv", "Iran"]
    assert table.iloc[0][["Country", "Known to", "Events", "Kinds"]].tolist() == [
        "Ukraine", "settlement", 2, "Call 1, Strike 1",
    ]  # fmt: skip
    assert table["Last"].tolist()[0] == dt.date(2025, 3, 9)


def test_events_without_places_make_an_empty_chart(make, view):
    """A frame without coordinates is no error."""
    assert atlas(make({}), view, WORLD).layout.annotations[0].text == "No events match"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_stands_out_from_the_land(kind, dark):
    """Marks have a contrast of 3:1 against the land, light and dark (WCAG 1.4.11)."""
    assert contrast(colour(kind, dark=dark), land(dark=dark).land) >= 3


def test_an_area_of_the_table_can_be_shown(sample, view):
    """Each part of the world draws with the events of the sample."""
    for extent in (*areas().values(), Extent(170, -50, 179, -30)):
        assert atlas(sample, view, window_of(extent)).layout.shapes[0].path
