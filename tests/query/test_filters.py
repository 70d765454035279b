"""Filters: round trips, sentences, refusals, and what they let through."""

import datetime as dt
import re
from dataclasses import fields, replace
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.sample import frames, many

from dashlib import schema
from dashlib.codebook import FAMILIES, KINDS
from dashlib.errors import FilterError
from dashlib.query import ActorMode, Filters, facets, select, select_events, watching
from dashlib.query.filters import REVIEWS
from dashlib.schema import Frames
from dashlib.types import Status, Watch

D = dt.date
_names = st.lists(st.text(min_size=1, max_size=12).filter(str.strip), unique=True, max_size=3).map(tuple)
_days = st.none() | st.dates(D(1990, 1, 1), D(2035, 1, 1))


def _some(values):
    return st.lists(st.sampled_from(list(values)), unique=True, max_size=3).map(tuple)


_filters = st.builds(
    lambda days, **rest: Filters(since=days[0], until=days[1], **rest),
    days=st.tuples(_days, _days).filter(lambda d: None in d or d[0] <= d[1]),
    actors=_names,
    actor_mode=st.sampled_from(ActorMode),
    initiators=_names,
    recipients=_names,
    families=_some(FAMILIES),
    kinds=_some(KINDS),
    statuses=_some(s.value for s in Status),
    places=_names,
    sources=_names,
    min_sources=st.integers(1, 9),
    min_confidence=st.integers(0, 100).map(lambda n: n / 100),
    reviewed=_some(REVIEWS),
    words=st.text(max_size=20).map(lambda w: w if w.strip() else ""),
)


@given(_filters)
def test_an_address_brings_the_filters_back(filters):
    """What is written into an address and quoted there is read back as it was."""
    address = urlencode(filters.to_params(), doseq=True)
    assert Filters.from_params(parse_qs(address, keep_blank_values=True)) == filters


@given(_filters)
def test_every_filter_has_a_sentence(filters):
    """The sentence begins with the count and never doubles a comma or leaves a part empty."""
    sentence = filters.sentence(3)
    assert sentence.startswith("3 events")
    if not any(
        (filters.actors, filters.initiators, filters.recipients, filters.places, filters.sources, filters.words)
    ):
        assert ", ," not in sentence
        assert not sentence.endswith((",", ": "))


@given(_filters, st.sampled_from([f.name for f in fields(Filters)]))
def test_each_filter_is_said(filters, name):
    """Whatever restricts stands in the sentence: without it the sentence is another."""
    default = next(f.default for f in fields(Filters) if f.name == name)
    combining = name == "actor_mode" and len(filters.actors) < 2
    if getattr(filters, name) != default and not combining:
        assert replace(filters, **{name: default}).sentence(3) != filters.sentence(3)


def test_no_filter_has_no_parameters():
    """What does not restrict leaves the address clean."""
    assert Filters().to_params() == {}
    assert Filters().active == 0


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        (Filters(), "2 events"),
        (
            Filters(
                kinds=("call", "summit"), actors=("Vladimir Putin",), since=D(2025, 1, 1), until=D(2025, 8, 15),
                statuses=("happened", "planned"),
            ),
            "2 events: calls and summits with Vladimir Putin, 1 Jan – 15 Aug 2025, happened or planned",
        ),
        (Filters(families=("War",), places=("Sudan",)), "2 events: war events in Sudan"),
        (Filters(actors=("A", "B"), actor_mode=ActorMode.PAIR), "2 events: between A and B"),
        (Filters(actors=("A", "B"), actor_mode=ActorMode.ALL), "2 events: with all of A and B"),
        (Filters(actors=("A", "B")), "2 events: with A or B"),
        (Filters(min_sources=2), "2 events: at least 2 independent sources"),
        (Filters(min_confidence=0.6), "2 events: confidence of 60% or more"),
        (Filters(words='"cease fire"'), '2 events: mentioning "cease fire"'),
        (Filters(kinds=("call",), families=("War",)), "2 events: calls, of war"),
    ],
)  # fmt: skip
def test_a_sentence_says_what_is_shown(filters, sentence):
    """The filters read as a person would say them."""
    assert filters.sentence(2) == sentence


def test_one_event_is_singular():
    """A count of one takes no plural."""
    assert Filters(kinds=("call",)).sentence(1) == "1 event: calls"


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ({"from": "2025-02-30"}, "from=2025-02-30 is no day"),
        ({"to": "tomorrow"}, "write one as 2025-08-15"),
        ({"from": "2025-03-01", "to": "2025-02-01"}, "swap them"),
        ({"kind": "picnic"}, "'picnic' is no kind"),
        ({"status": "certain"}, "'certain' is no status"),
        ({"family": "Sport"}, "'Sport' is no family"),
        ({"together": "some"}, "together=some is unknown"),
        ({"reports": "many"}, "reports=many is no number"),
        ({"reports": "1.5"}, "no whole number"),
        ({"reports": "0"}, "use 1 or more"),
        ({"sure": "120"}, "use a number from 0 to 1"),
        ({"review": "maybe"}, "'maybe' is no review"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(params, says):
    """A wrong value names itself and what would be right."""
    with pytest.raises(FilterError, match=re.escape(says)):
        Filters.from_params(params)


def test_spelling_of_names_in_an_address_is_forgiven():
    """Labels and codes are both read, in any case; parameters of others are left alone."""
    filters = Filters.from_params({"kind": ["Arms transfer", "CALL"], "status": "Happened", "event": "e1", "who": ""})
    assert filters == Filters(kinds=("arms_transfer", "call"), statuses=("happened",))


def _events(**columns):
    number = len(next(iter(columns.values())))
    base = {"kind": "call", "status": "happened", "review": "unreviewed", "independent_sources": 1, "confidence": 0.7}
    rows = [base | {"event_id": f"e{i}"} | {k: v[i] for k, v in columns.items()} for i in range(number)]
    return Frames.of(events=schema.frame("events", rows))


def _ids(world, **filters):
    return sorted(select_events(world, Filters(**filters))["event_id"])


def test_an_uncertain_event_matches_where_its_days_overlap():
    """A week matches a day inside it; an open end reaches to the last report, or on where the act lies ahead."""
    world = _events(
        date_start=[D(2025, 8, 11), D(2025, 8, 14), None, D(2025, 2, 28), D(2025, 2, 28), None],
        date_end=[D(2025, 8, 17), D(2025, 8, 14), D(2025, 5, 13), None, None, None],
        status=["happened", "happened", "happened", "ongoing", "planned", "happened"],
        first_reported=[None, None, None, D(2025, 3, 1), D(2025, 3, 1), None],
        last_reported=[None, None, None, D(2025, 6, 1), D(2025, 6, 1), None],
    )
    assert _ids(world, since=D(2025, 8, 13), until=D(2025, 8, 13)) == ["e0", "e4"]
    assert _ids(world, since=D(2025, 8, 14), until=D(2025, 8, 14)) == ["e0", "e1", "e4"]
    assert _ids(world, until=D(2025, 1, 1)) == ["e2"]
    assert _ids(world, since=D(2025, 5, 20), until=D(2025, 6, 10)) == ["e3", "e4"]
    assert len(_ids(world)) == 6


def test_an_event_without_a_date_stands_at_its_reports():
    """Where the text gives no date, the days of the reports decide."""
    world = _events(date_start=[None], date_end=[None], first_reported=[D(2025, 4, 1)], last_reported=[D(2025, 4, 3)])
    assert _ids(world, since=D(2025, 4, 2)) == ["e0"]
    assert _ids(world, since=D(2025, 4, 4)) == []


@pytest.mark.parametrize(
    ("mode", "found"), [(ActorMode.ANY, ["e0", "e1", "e2"]), (ActorMode.ALL, ["e2"]), (ActorMode.PAIR, ["e1", "e2"])]
)
def test_actors_combine_in_three_ways(mode, found):
    """Any of them, all of them, or at least two of them."""
    world = _events(actors=[["A"], ["A", "B"], ["C", "A", "B"], ["D"]])
    assert _ids(world, actors=("A", "B", "C"), actor_mode=mode) == found


def test_a_pair_of_one_is_that_actor():
    """A pair needs two; with one chosen, the one is enough."""
    assert _ids(_events(actors=[["A"], ["B"]]), actors=("A",), actor_mode=ActorMode.PAIR) == ["e0"]


def test_places_match_by_name_region_country_or_code():
    """A place filter takes the town, its region, its country by name or by code."""
    world = _events(place=["Odesa", ""], admin1=["Odesa Oblast", ""], country=["UKR", "SDN"])
    for name in ("Odesa", "Odesa Oblast", "Ukraine", "UKR"):
        assert _ids(world, places=(name,)) == ["e0"]
    assert _ids(world, places=("Sudan",)) == ["e1"]


def test_rejected_events_stay_out_unless_asked_for():
    """What an analyst rejected is shown only on demand."""
    world = _events(review=["unreviewed", "rejected"])
    assert _ids(world) == ["e0"]
    assert _ids(world, reviewed=("rejected",)) == ["e1"]


def test_sources_and_confidence_have_floors():
    """At least so many sources, at least so sure."""
    world = _events(independent_sources=[1, 3], confidence=[0.9, 0.5], sources=[["X"], ["X", "Y"]])
    assert _ids(world, min_sources=2) == ["e1"]
    assert _ids(world, min_confidence=0.6) == ["e0"]
    assert _ids(world, sources=("Y",)) == ["e1"]


def test_words_are_sought_in_titles_and_all_quotes():
    """All words must occur, each in the title or in some quote; a phrase is taken whole; nothing is a pattern."""
    world = frames()
    assert "e-capture" in _ids(world, words="invention KUPIANSK")
    assert _ids(world, words='"invention Kupiansk"') == []
    assert _ids(world, words='"an invention."') == ["e-capture"]
    assert _ids(world, words="(.*") == []


def test_the_latest_event_comes_first():
    """Events are given by their last possible day, those of one day by their first."""
    days = [(D(2025, 1, 1), D(2025, 1, 9)), (D(2025, 1, 9), D(2025, 1, 9)), (D(2025, 2, 1), D(2025, 2, 1))]
    days.append((D(2025, 1, 20), None))
    world = _events(date_start=[d[0] for d in days], date_end=[d[1] for d in days], status=["planned"] * 4)
    assert select_events(world, Filters())["event_id"].tolist() == ["e2", "e3", "e1", "e0"]


def test_a_selection_takes_what_belongs_to_its_events():
    """Mentions, spans, history and articles follow their events; problems stay."""
    chosen = select(frames(), Filters(words="invention"))
    assert chosen.events["event_id"].tolist() == ["e-capture"]
    assert len(chosen.mentions) == len(chosen.status_history) == len(chosen.articles) == 2
    assert set(chosen.spans["mention_id"]) == set(chosen.mentions["mention_id"])
    assert len(chosen.problems) == 1


def test_counts_leave_their_own_filter_out():
    """Choosing one kind does not empty the counts of the others, while it narrows those of every other field."""
    counts = facets(frames(), Filters(kinds=("summit",)))
    assert counts.kinds["call"] > 0
    assert sum(counts.statuses.values()) == counts.kinds["summit"]
    assert "Ukraine" not in counts.places


def test_counts_stand_by_frequency():
    """The most frequent choice comes first."""
    numbers = list(facets(frames(), Filters()).actors.values())
    assert numbers == sorted(numbers, reverse=True)


def test_a_hundred_thousand_events_are_filtered_at_once():
    """Each event is judged on its own: the copies of an event match as it does."""
    few, lots = frames(), many(100_000)
    filters = Filters(kinds=("call",), actors=("Vladimir Putin",), words="phone")
    share = len(select_events(few, filters)) / len(few.events)
    assert len(select_events(lots, filters)) == pytest.approx(share * 100_000, rel=0.01)


def test_a_watch_list_entry_asks_for_its_events():
    """An actor in any event, a pair in one event, a place by its name or its country."""
    world = _events(actors=[["A"], ["A", "B"], ["B", "C"]], country=["", "UKR", "UKR"])
    asked = {w: sorted(select_events(world, watching(w))["event_id"]) for w in (
        Watch.actor("A"), Watch.pair("B", "A"), Watch.place("Ukraine"))}  # fmt: skip
    assert list(asked.values()) == [["e0", "e1"], ["e1"], ["e1", "e2"]]


def test_dates_in_words_count_from_the_day_of_asking():
    """The words stay in the address, the days follow the day it is; the words make given days void."""
    params = {"when": "last 30 days", "from": "2020-01-01"}
    first, later = (Filters.from_params(params, today=D(2025, month, 15)) for month in (3, 4))
    assert (first.since, first.until) == (D(2025, 2, 13), D(2025, 3, 15))
    assert (later.since, later.until) == (D(2025, 3, 16), D(2025, 4, 15))
    assert first.to_params() == later.to_params() == {"when": ["last 30 days"]}
    assert first.settled == Filters(since=D(2025, 2, 13), until=D(2025, 3, 15))
    assert first.anytime == Filters()
    assert first.sentence(2) == "2 events: last 30 days (13 Feb – 15 Mar 2025)"


def test_dates_in_words_that_name_their_year_are_said_once():
    """A phrase that is the same every day adds nothing to its days."""
    assert Filters(when="aug 2025").sentence(2) == "2 events: Aug 2025"
    assert Filters(when="since May 2025").sentence(2) == "2 events: since 1 May 2025"


def test_every_date_restricts_nothing():
    """Who asks for everything gets a clean address."""
    assert Filters(when="everything") == Filters.from_params({"when": "all time"}) == Filters()


def test_dates_that_cannot_be_read_are_refused():
    """The message names the words."""
    with pytest.raises(FilterError, match="“whenever” cannot be read as a date"):
        Filters.from_params({"when": "whenever"})


@given(st.sampled_from(["last 30 days", "since May", "Q3 2024", "2024", "1 Jan – 15 Aug 2025"]), _filters)
def test_an_address_brings_dates_in_words_back(phrase, filters):
    """Words for dates go through an address beside every other filter."""
    today = D(2026, 11, 24)
    asked = Filters.from_params(filters.to_params() | {"when": phrase}, today=today)
    address = urlencode(asked.to_params(), doseq=True)
    assert Filters.from_params(parse_qs(address, keep_blank_values=True), today=today) == asked
    assert phrase in asked.to_params()["when"]
    assert asked.sentence(1).startswith("1 event: ")


def test_direction_says_who_did_it_to_whom():
    """Both sides must fit one event; several of a side are alternatives."""
    world = _events(
        initiators=[["A"], ["B"], ["A", "C"], []],
        recipients=[["B"], ["A"], ["D"], []],
        participants=[[], [], [], ["A"]],
    )
    assert _ids(world, initiators=("A",)) == ["e0", "e2"]
    assert _ids(world, recipients=("A", "D")) == ["e1", "e2"]
    assert _ids(world, initiators=("A",), recipients=("B",)) == ["e0"]
    filters = Filters(kinds=("strike",), initiators=("A",), recipients=("B", "D"))
    assert filters.sentence(2) == "2 events: strikes by A directed at B or D"


def test_uncertain_events_stay_hidden_unless_asked_for():
    """Without a word about confidence the doubtful are out; what an analyst kept is never doubtful."""
    world = _events(confidence=[0.49, 0.5, 0.2, 0.1], review=["unreviewed", "unreviewed", "confirmed", "edited"])
    assert _ids(world) == ["e1", "e2", "e3"]
    assert _ids(world, min_confidence=0) == ["e0", "e1", "e2", "e3"]
    assert _ids(world, min_confidence=0.9) == ["e2", "e3"]
    assert facets(world, Filters())[-2:] == (3, 1)
    assert Filters(min_confidence=0).to_params() == {"sure": ["0"]}
    assert Filters(min_confidence=0).sentence(2) == "2 events: uncertain ones too"


def test_hidden_events_take_no_article_with_them():
    """While nothing is asked for, all articles are shown, also those whose only event is doubtful or rejected."""
    world = replace(_events(confidence=[0.4, 0.9]), articles=schema.frame("articles", [{"article_id": "a"}]))
    assert len(select(world, Filters()).articles) == 1
    assert len(select(world, Filters(kinds=("call",))).articles) == 0


def test_counts_follow_how_actors_combine():
    """Behind an actor stands how many events a choice would show: where all must take part, those with the others too."""
    world = _events(actors=[["A", "B"], ["A"], ["C"]])
    assert facets(world, Filters(actors=("A",))).actors == {"A": 2, "B": 1, "C": 1}
    assert facets(world, Filters(actors=("A",), actor_mode=ActorMode.ALL)).actors == {"A": 2, "B": 1}


def test_counts_of_sources_are_floors():
    """Behind each number of sources stands how many events have at least so many, whatever the floor is now."""
    world = _events(independent_sources=[1, 2, 3, 12])
    assert facets(world, Filters(min_sources=3)).reports == {2: 3, 3: 2, 5: 1, 10: 1}


def test_counts_of_places_hold_each_name_once():
    """A town that bears the name of its region or country is one place of an event."""
    world = _events(place=["Kyiv", "", ""], admin1=["Kyiv", "", ""], country=["UKR", "UKR", ""])
    assert facets(world, Filters()).places == {"Ukraine": 2, "Kyiv": 1}


def test_counts_of_direction_leave_their_own_side_out():
    """Who did it is counted under to whom, and the other way round."""
    world = _events(initiators=[["A"], ["B"]], recipients=[["B"], ["A"]])
    counts = facets(world, Filters(initiators=("A",)))
    assert (counts.initiators, counts.recipients) == ({"A": 1, "B": 1}, {"B": 1})
