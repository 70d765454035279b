"""Which reports are one event, and which are not."""

import pytest

SAME = {
    "a call told twice, once by its leaders and once by their states": [
        ("call", "Vladimir Putin spoke by phone with Kim Jong Un on Tuesday",
         {"participants": ["Putin", "Kim"], "date": "2025-08-12", "article": 1}),
        ("call", "Moscow and Pyongyang confirmed the telephone conversation",
         {"participants": ["Russia", "North Korea"], "date": "2025-08-11/2025-08-12", "article": 2}),
    ],
    "a summit planned, held and looked back at": [
        ("summit", "Trump and Putin will meet in Alaska on Friday",
         {"participants": ["Trump", "Putin"], "date": "2025-08-15", "place": "Alaska", "status": "planned",
          "article": 1}),
        ("summit", "Donald Trump received Vladimir Putin at a base in Anchorage",
         {"participants": ["Trump", "Putin"], "date": "2025-08-15", "place": "Anchorage", "article": 2}),
        ("meeting", "the meeting in Alaska last week between the two presidents",
         {"participants": ["Trump", "Putin"], "date": "2025-08-11/2025-08-17", "place": "Alaska", "article": 3}),
    ],
    "a strike dated by the week and by the day": [
        ("strike", "Russian missiles hit the port of Odesa on Wednesday",
         {"initiators": ["Russia"], "recipients": ["Ukraine"], "date": "2025-08-13", "place": "Odesa", "article": 1}),
        ("strike", "missiles struck Odesa this week",
         {"initiators": ["Russian army"], "date": "2025-08-11/2025-08-15", "place": "Odesa", "article": 2}),
    ],
    "a claim and its denial": [
        ("capture", "Moscow said its troops had taken Chuhuiv",
         {"initiators": ["Russia"], "date": "2025-08-12", "place": "Chuhuiv", "claimed_by": ["Russia"], "article": 1}),
        ("capture", "Kyiv denied that Chuhuiv had been taken",
         {"initiators": ["Russia"], "date": "2025-08-12", "place": "Chuhuiv", "claimed_by": ["Ukraine"],
          "status": "denied", "article": 1, "start": 5}),
    ],
}  # fmt: skip

APART = {
    "strikes on one town on two days": [
        ("strike", "Russian drones hit Odesa on Monday",
         {"initiators": ["Russia"], "recipients": ["Ukraine"], "date": "2025-08-11", "place": "Odesa", "article": 1}),
        ("strike", "Russian drones hit Odesa on Tuesday",
         {"initiators": ["Russia"], "recipients": ["Ukraine"], "date": "2025-08-12", "place": "Odesa", "article": 1,
          "start": 3}),
    ],
    "strikes on two towns on one day": [
        ("strike", "Russian drones hit Odesa on Monday",
         {"initiators": ["Russia"], "recipients": ["Ukraine"], "date": "2025-08-11", "place": "Odesa", "article": 1}),
        ("strike", "Russian drones hit Kharkiv on Monday",
         {"initiators": ["Russia"], "recipients": ["Ukraine"], "date": "2025-08-11", "place": "Kharkiv", "article": 2}),
    ],
    "calls of one leader with two others": [
        ("call", "Putin spoke by phone with Kim on Tuesday",
         {"participants": ["Putin", "Kim"], "date": "2025-08-12", "article": 1}),
        ("call", "Putin spoke by phone with Trump on Tuesday",
         {"participants": ["Putin", "Trump"], "date": "2025-08-12", "article": 2}),
    ],
    "ministers and presidents of the same two states": [
        ("meeting", "Lavrov met Rubio on Friday",
         {"participants": ["Lavrov", "Rubio"], "date": "2025-08-15", "article": 1}),
        ("summit", "Putin met Trump on Friday",
         {"participants": ["Putin", "Trump"], "date": "2025-08-15", "article": 1, "start": 4}),
    ],
    "a call before a summit": [
        ("call", "Trump and Putin spoke by phone", {"participants": ["Trump", "Putin"], "date": "2025-08-15"}),
        ("summit", "Trump and Putin met", {"participants": ["Trump", "Putin"], "date": "2025-08-15", "start": 2}),
    ],
    "the second and the third round": [
        ("negotiation", "the second round of talks between Russia and Ukraine",
         {"participants": ["Russia", "Ukraine"], "article": 1}),
        ("negotiation", "the third round of talks between Russia and Ukraine",
         {"participants": ["Russia", "Ukraine"], "article": 2}),
    ],
    "who strikes and who is struck": [
        ("strike", "Russia struck Ukraine with drones overnight",
         {"initiators": ["Russia"], "recipients": ["Ukraine"], "date": "2025-08-12", "article": 1}),
        ("strike", "Ukraine struck Russia with drones overnight",
         {"initiators": ["Ukraine"], "recipients": ["Russia"], "date": "2025-08-12", "article": 2}),
    ],
    "a next meeting planned after the first was held": [
        ("summit", "Trump and Putin met in Anchorage on Friday",
         {"participants": ["Trump", "Putin"], "date": "2025-08-15", "article": 1}),
        ("summit", "Trump and Putin will meet again", {"participants": ["Trump", "Putin"], "status": "planned",
         "date": "2025-08-25/2025-08-31", "article": 3}),
    ],
    "an armed group and the army of the state it fights": [
        ("strike", "M23 shelled Goma", {"initiators": ["M23"], "date": "2025-01-26", "article": 1}),
        ("strike", "the army shelled rebel lines", {"initiators": ["Congo"], "date": "2025-01-26", "article": 2}),
    ],
}  # fmt: skip
DAYS = ["2025-08-13", "2025-08-16", "2025-08-20"]


@pytest.mark.parametrize("rows", SAME.values(), ids=SAME.keys())
def test_reports_of_one_event_become_one_row(rows, make, mention) -> None:
    """Announced, told twice, claimed and denied: one event."""
    done = make([mention(k, q, **more) for k, q, more in rows], DAYS).consolidate()
    assert len(done.events) == 1
    assert len(done.merges) == len(rows) - 1


@pytest.mark.parametrize("rows", APART.values(), ids=APART.keys())
def test_different_events_stay_apart(rows, make, mention) -> None:
    """A wrong merge costs more than a missed one."""
    done = make([mention(k, q, **more) for k, q, more in rows], DAYS).consolidate()
    assert len(done.events) == len(rows)


def test_the_row_takes_the_best_of_all_reports(make, mention) -> None:
    """The most precise place and date, the leaders for their states, the latest status, every step in the history."""
    done = make([mention(k, q, **more) for k, q, more in SAME["a summit planned, held and looked back at"]], DAYS)
    event = done.consolidate().events.iloc[0]
    assert event["title"] == "Summit of Donald Trump and Vladimir Putin in Anchorage"
    assert (event["place"], event["status"], event["date_precision"]) == ("Anchorage", "happened", "day")
    assert event["participants"] == ["Donald Trump", "Vladimir Putin"]
    assert done.consolidate().status_history["status"].tolist() == ["planned", "happened", "happened"]


def test_a_claim_and_its_denial_stand_side_by_side(make, mention) -> None:
    """The event keeps what is affirmed and names who denies it."""
    rows = SAME["a claim and its denial"]
    event = make([mention(k, q, **m) for k, q, m in rows], DAYS).consolidate().events.iloc[0]
    assert event["status"] == "happened"
    assert event["disagreements"] == ["whether it happened: affirmed (Russia) / denied (Ukraine)"]


def test_every_id_ever_shown_is_found(make, mention) -> None:
    """When a report bridges two events, one id stays and the other is its alias."""
    rows = [mention(k, q, **more) for k, q, more in SAME["a summit planned, held and looked back at"]]
    alone = [make([row], DAYS).consolidate().events["event_id"].iloc[0] for row in rows]
    done = make(rows, DAYS).consolidate()
    found = dict(zip(done.aliases["alias"], done.aliases["event_id"], strict=True))
    assert {found.get(e, e) for e in alone} == set(done.events["event_id"])


def test_merges_are_explained_in_words(make, mention) -> None:
    """Each merge names the features that decided."""
    rows = SAME["a call told twice, once by its leaders and once by their states"]
    why = make([mention(k, q, **m) for k, q, m in rows], DAYS).consolidate().merges["why"].iloc[0]
    assert "same kind (call)" in why
    assert "Vladimir Putin for Russia" in why


def test_nothing_gives_nothing(make) -> None:
    """No mentions, no events, and no error."""
    done = make([], []).consolidate()
    assert done.events.empty
    assert done.event_ids == {}
