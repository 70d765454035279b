"""The network of who deals with whom."""

import itertools

from dashlib.charts.network import MOST_LINES, drawn, network
from dashlib.query.pairs import pairs, totals


def _totals(make, *who, quad=1):
    return totals(pairs(make(*({"participants": list(p), "quad": quad} for p in who))))


def _nodes(figure):
    return {
        c[0]: (x, y)
        for t in figure.data
        if t.mode == "markers+text"
        for c, x, y in zip(t.customdata, t.x, t.y, strict=True)
    }


def test_a_node_gives_its_actor_and_a_line_its_pair(make, view):
    """A click finds them in customdata."""
    figure = network(_totals(make, ("A", "B"), ("B", "C")), view, types={"A": "person"})
    assert set(_nodes(figure)) == {"A", "B", "C"}
    middle = next(t for t in figure.data if t.mode == "markers")
    assert {tuple(c[:2]) for c in middle.customdata} == {("A", "B"), ("B", "C")}


def test_the_layout_is_the_same_every_time(make, view):
    """A seed decides it, and nothing stands outside the chart."""
    table = _totals(make, *itertools.combinations("ABCDE", 2), ("X", "Y"))
    one, other = (_nodes(network(table, view, types={})) for _ in range(2))
    assert one == other
    assert all(-1 <= x <= 1 and -1 <= y <= 1 for x, y in one.values())
    assert len(set(one.values())) == len(one)


def test_lines_have_the_colour_of_the_balance(make, view):
    """Named in the legend; more events make a thicker line."""
    table = totals(
        pairs(make({"participants": ["A", "B"], "quad": 4}, *({"participants": ["A", "C"], "quad": 1},) * 5))
    )
    lines = [t for t in network(table, view, types={}).data if t.mode == "lines"]
    assert {t.name for t in lines if t.name} == {"Mostly conflict", "Mostly cooperation"}
    thin, thick = sorted((t for t in lines if not t.name), key=lambda t: t.line.width)
    assert (len(thin.x), thin.line.width < thick.line.width) == (3, True)
    assert thin.line.color != thick.line.color


def test_persons_states_and_forces_have_their_shapes(make, view):
    """An actor whose type is not known counts as a group."""
    figure = network(_totals(make, ("A", "B"), ("B", "C")), view, types={"A": "person", "B": "state"})
    shapes = {c[0]: t.marker.symbol for t in figure.data if t.mode == "markers+text" for c in t.customdata}
    assert shapes == {"A": "circle", "B": "square", "C": "diamond"}


def test_the_busiest_pairs_are_drawn(make, view):
    """As many as can be told apart, in the table beneath too."""
    names = [(f"A{n}", f"B{n}") for n in range(MOST_LINES + 9)]
    table = _totals(make, *names)
    assert len(drawn(table)) == MOST_LINES
    assert len(_nodes(network(table, view, types={}))) == 2 * MOST_LINES


def test_names_have_room_or_are_left_to_hovering(make, view):
    """The actor in focus always has its name; no more are written than asked for."""
    table = _totals(make, *itertools.combinations("ABCDEFGH", 2))
    figure = network(table, view, types={}, centre="H", labels=3)
    written = [text for t in figure.data if t.mode == "markers+text" for text in t.text if text]
    assert "H" in written
    assert len(written) <= 3


def test_nothing_to_show_is_said(make, view):
    """An empty frame is no error."""
    assert network(_totals(make), view, types={}).layout.annotations[0].text == "No events match"
