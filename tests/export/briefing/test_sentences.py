"""How one event is told."""

import datetime as dt

import pytest

from dashlib.codebook import KINDS
from dashlib.codebook.tables import read_csv
from dashlib.export.briefing.clauses import forms
from dashlib.export.briefing.names import is_plural, named
from dashlib.export.briefing.sentences import tell
from dashlib.export.briefing.verbs import VERBS, Tense, finite
from dashlib.types import Status

DAY = dt.date(2025, 8, 12)
SOON, LATER = dt.date(2025, 8, 1), dt.date(2025, 9, 1)
PUTIN, KIM = "Vladimir Putin", "Kim Jong Un"
NO_DATE = {"date_start": None, "date_end": None}


def told(row, today=LATER, **more):
    """Give what is told as one text."""
    return " ".join(tell(row, today, **more))


def test_a_call_is_told_with_its_day_and_whose_word_it_is(event):
    """The sentence of the documentation."""
    row = event("call", participants=[PUTIN, KIM], claimed_by=["KCNA"])
    assert told(row) == "On 12 August 2025 Vladimir Putin and Kim Jong Un spoke by phone, according to KCNA."


@pytest.mark.parametrize(
    ("kind", "status", "more", "words"),
    [
        ("strike", "happened", {"initiators": ["Russia"], "place": "Odesa", "place_precision": "settlement"},
         "Russia struck Odesa."),
        ("strike", "happened", {"initiators": ["Russia"], "recipients": ["hospitals"], "place": "Kyiv",
                                "place_precision": "settlement", "plover_mode": "drone"},
         "Russia struck hospitals in Kyiv with drones."),
        ("strike", "ongoing", {"recipients": ["Ukraine"]}, "Ukraine is being struck."),
        ("summit", "planned", {"participants": [PUTIN, KIM], "place": "Kremlin", "place_precision": "point"},
         "Vladimir Putin and Kim Jong Un are to meet at the Kremlin."),
        ("visit", "planned", {"initiators": [PUTIN], "recipients": ["China"]}, "Vladimir Putin is to visit China."),
        ("ceasefire", "possible", {"participants": ["Israel", "Hamas"]},
         "Israel and Hamas may agree to a ceasefire."),
        ("summit", "cancelled", {"participants": [PUTIN, KIM]},
         "A summit of Vladimir Putin and Kim Jong Un was called off or put off."),
        ("negotiation", "cancelled", {}, "Talks were called off or put off."),
        ("sanction", "cancelled", {"initiators": ["European Union"], "recipients": ["Russia"]},
         "The European Union did not impose sanctions on Russia."),
        ("capture", "denied", {"recipients": ["Ukraine"], "claimed_by": ["Ukraine"], "place": "Kupiansk"},
         "Ukraine denied that Kupiansk was taken."),
        ("strike", "denied", {"initiators": ["Turkey"], "claimed_by": ["Turkey"]}, "Turkey denied carrying out strikes."),
        ("arms_transfer", "denied", {"recipients": ["Iran"]}, "It was denied that Iran received arms."),
        ("ceasefire", "ongoing", {"participants": ["Israel", "Hamas"]},
         "A ceasefire between Israel and Hamas is in force."),
        ("occupation", "ongoing", {"initiators": ["Armed Forces of Russia"], "place": "Melitopol"},
         "The Armed Forces of Russia hold Melitopol."),
        ("offensive", "happened", {"initiators": [KIM], "claimed_by": [KIM]},
         "Kim Jong Un pressed an offensive, by their own account."),
        ("deployment", "happened", {"initiators": ["China"], "claimed_by": ["China"]},
         "China moved forces or weapons, by its own account."),
        ("aid", "happened", {"quantity": "$100 million"}, "Aid was given ($100 million)."),
        ("protest", "happened", {}, "People protested."),
        ("meeting", "happened", {"participants": ["Iraq", "Iran"], "place": "Iraq", "place_precision": "country"},
         "Iraq and Iran met."),
        ("visit", "happened", {"initiators": ["Joe Biden"], "place": "Washington, D.C."}, "Joe Biden visited Washington, D.C."),
    ],
)  # fmt: skip
def test_each_status_has_its_words(event, kind, status, more, words):
    """What happened, goes on, is planned, may be, was called off, is denied."""
    assert told(event(kind, status, **NO_DATE, **more), persons=frozenset({PUTIN, KIM, "Joe Biden"})) == words


@pytest.mark.parametrize(
    ("status", "dates", "words"),
    [
        ("happened", (DAY, dt.date(2025, 8, 13)), "On 12 or 13 August 2025 Russia withdrew."),
        ("happened", (None, DAY), "By 12 August 2025 Russia withdrew."),
        ("happened", (DAY, None), "On or after 12 August 2025 Russia withdrew."),
        ("ongoing", (DAY, None), "Since 12 August 2025 Russia has been withdrawing."),
        ("ongoing", (DAY, DAY), "On 12 August 2025 Russia was withdrawing."),
        ("happened", (dt.date(2025, 8, 1), dt.date(2025, 8, 31)), "In August 2025 Russia withdrew."),
    ],
)
def test_the_date_says_how_precise_it_is(event, status, dates, words):
    """An interval is never told as a day; what goes on goes on since its start."""
    row = event("withdrawal", status, initiators=["Russia"], date_start=dates[0], date_end=dates[1])
    assert told(row, today=dt.date(2025, 8, 20)) == words


def test_a_paragraph_of_a_day_does_not_repeat_it(event):
    """Without the date the sentence begins with who."""
    assert told(event("call", participants=[PUTIN, KIM]), dated=False).startswith("Vladimir Putin and Kim")


def test_a_plan_whose_day_has_passed_says_so(event):
    """What was to happen and is not reported is not told as if it lay ahead."""
    row = event("visit", "planned", initiators=[PUTIN], recipients=["China"])
    assert told(row, today=SOON) == "On 12 August 2025 Vladimir Putin is to visit China."
    assert (
        told(row)
        == "On 12 August 2025 Vladimir Putin was to visit China. No report among these says that it took place."
    )


def test_what_went_on_long_ago_is_not_told_as_of_today(event):
    """A state that was reported months ago stands in the past."""
    row = event("occupation", "ongoing", initiators=["Russia"], place="Melitopol", date_start=None, date_end=None)
    assert told(row, today=dt.date(2026, 8, 1)) == "Russia held Melitopol."


def test_reports_that_differ_are_both_told(event):
    """Both values, with who says so; a disagreement without values is told too."""
    differing = ["number: 4 killed (Kyiv) / 7 killed (Desk A)", "whether it happened"]
    text = told(event("strike", recipients=["Ukraine"], disagreements=differing))
    assert "Reports differ on the number: 4 killed (Kyiv) or 7 killed (Desk A)." in text
    assert text.endswith("Reports differ on whether it happened.")


def test_an_uncertain_reading_is_called_so(event):
    """Below a fair confidence the briefing warns."""
    assert told(event("protest", confidence=0.4)).endswith("This reading is uncertain.")
    assert "uncertain" not in told(event("protest", confidence=0.6))


@pytest.mark.parametrize(
    ("name", "words", "plural"),
    [
        ("United States", "the United States", False), ("Armed Forces of Ukraine", "the Armed Forces of Ukraine", True),
        ("Hamas", "Hamas", False), ("Houthis", "the Houthis", True), ("hostages", "hostages", True),
        ("state department", "the state department", False), ("his ministry", "his ministry", False),
        ("European leaders", "European leaders", True), ("Golan Heights", "the Golan Heights", True),
        ("Islamic State", "Islamic State", False), ("Korean Central News Agency", "the Korean Central News Agency", False),
        ("people", "people", True), ("The Resistance Front", "the Resistance Front", False),
    ],
)  # fmt: skip
def test_names_take_their_article_and_number(name, words, plural):
    """As English has them."""
    assert (named(name), is_plural(name)) == (words, plural)


def test_a_person_takes_no_article():
    """Even where the surname is a common noun."""
    assert named("Mary Bank", person=True) == "Mary Bank"


def test_every_kind_and_every_mode_can_be_told(event):
    """The last form of a kind needs nothing; each key names a kind with a status or a mode of the codebook."""
    modes = {(r["kind"], r["mode"]) for r in read_csv("modes.csv")} | {("attack", "explosives")}
    for key, row in forms().items():
        kind, _, rest = key.partition("/")
        assert kind in KINDS
        assert not row[-1].fields or rest == "weapons"
        assert not rest or rest in set(Status) or (kind, rest) in modes, key


@pytest.mark.parametrize("tense", Tense)
@pytest.mark.parametrize("base", ["be", *VERBS])
def test_every_verb_stands_in_every_tense(base, tense):
    """No verb lacks a form."""
    for plural in (False, True):
        for lasting in (False, True):
            words = finite(base, tense, plural=plural, lasting=lasting)
            assert words.strip() == words != ""
