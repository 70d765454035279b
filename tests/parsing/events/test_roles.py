"""Who does it, to whom, and who takes part: one table a grammatical pattern."""

import pytest

from tests.parsing.events.conftest import Told


def directed(kind, initiators, recipients=()):
    """Give the expected form of a directed event."""
    return Told(kind, set(initiators), set(recipients), set())


def equal(kind, *participants):
    """Give the expected form of an event on equal footing."""
    return Told(kind, set(), set(), set(participants))


CASES = {
    "active": ("China sanctioned Lithuania.", directed("sanction", ["China"], ["Lithuania"])),
    "passive with agent": ("Lithuania was sanctioned by China.", directed("sanction", ["China"], ["Lithuania"])),
    "passive without agent": ("Georgia was invaded in 2008.", directed("offensive", [], ["Georgia"])),
    "dative": ("Norway gave Moldova 20 million euros.", directed("aid", ["Norway"], ["Moldova"])),
    "to-phrase": ("Norway gave 20 million euros to Moldova.", directed("aid", ["Norway"], ["Moldova"])),
    "with the thing": ("Iran provided Syria with rockets.", directed("arms_transfer", ["Iran"], ["Syria"])),
    "received": ("Egypt received tanks from Germany.", directed("arms_transfer", ["Germany"], ["Egypt"])),
    "possessor of a noun": ("Turkey's air strike on Syria drew protests.", directed("strike", ["Turkey"], ["Syria"])),
    "demonym before a noun": ("A Turkish air strike hit Syria.", directed("strike", ["Turkey"], ["Syria"])),
    "by-phrase of a noun": ("An air strike by Turkey hit Syria.", directed("strike", ["Turkey"], ["Syria"])),
    "between": ("Talks between Egypt and Ethiopia resumed.", equal("negotiation", "Egypt", "Ethiopia")),
    "with-phrase of a noun": (
        "President Joe Biden held a call with President Xi Jinping.",
        equal("call", "Joe Biden", "Xi Jinping"),
    ),
    "light verb": ("Japan imposed sanctions on Myanmar.", directed("sanction", ["Japan"], ["Myanmar"])),
    "light verb, passive": (
        "Sanctions were imposed on Myanmar by Japan.",
        directed("sanction", ["Japan"], ["Myanmar"]),
    ),
    "noun with a participle": (
        "The offensive launched by Ethiopia stalled.",
        directed("offensive", ["Ethiopia"]),
    ),
    "control": ("Germany agreed to send tanks to Ukraine.", directed("arms_transfer", ["Germany"], ["Ukraine"])),
    "object control": ("Egypt urged Israel to stop.", directed("demand", ["Egypt"], ["Israel"])),
    "raising passive": ("Iran is expected to free the hostages.", directed("concession", ["Iran"], ["hostages"])),
    "coordinated subjects": (
        "France and Germany condemned Belarus.",
        directed("accusation", ["France", "Germany"], ["Belarus"]),
    ),
    "coordinated objects": (
        "France condemned Belarus and Myanmar.",
        directed("accusation", ["France"], ["Belarus", "Myanmar"]),
    ),
    "relative clause": (
        "Turkey, which invaded Cyprus in 1974, denies this.",
        directed("offensive", ["Turkey"], ["Cyprus"]),
    ),
    "participle": (
        "Russia has moved north, capturing the village of Bohdanivka.",
        directed("capture", ["Russia"]),
    ),
    "reduced passive": (
        "Workers sent to Qatar by Nepal built the stadium.",
        directed("labour_transfer", ["Nepal"], ["Qatar"]),
    ),
    "headline, present": ("Turkey condemns Israel", directed("accusation", ["Turkey"], ["Israel"])),
    "possessor of the object": ("Iran rejected Canada's proposal.", directed("refusal", ["Iran"], ["Canada"])),
    "by-phrase of the object": (
        "Sweden deplored the decision by Hungary.",
        directed("accusation", ["Sweden"], ["Hungary"]),
    ),
    "clause": ("Japan demanded that China stop.", directed("demand", ["Japan"], ["China"])),
    "reciprocal": ("Chad and Sudan clashed.", equal("clash", "Chad", "Sudan")),
    "means": (
        "Turkey attacked Syria with missiles.",
        directed("strike", ["Turkey"], ["Syria"]),
    ),
    "lost to": ("The town of Afrin fell to Turkish forces.", directed("capture", ["Armed Forces of Turkey"])),
    "weapon as subject": ("Iranian rockets struck Israel.", directed("strike", ["Iran"], ["Israel"])),
    "title and name": (
        "The United Nations envoy for Libya, Hanna Tetteh, visited Egypt.",
        directed("visit", ["Hanna Tetteh"], ["Egypt"]),
    ),
    "called to say": (
        "President Joe Biden called President Xi Jinping to explain the law.",
        equal("call", "Joe Biden", "Xi Jinping"),
    ),
    "side by side": (
        "On Friday, President Joe Biden and Chinese President Xi Jinping spoke by phone.",
        equal("call", "Joe Biden", "Xi Jinping"),
    ),
    "means of the clause": (
        "Turkey took the town of Afrin in a surprise offensive.",
        directed("offensive", ["Turkey"]),
    ),
    "date line": (
        "OSLO, Aug. 3 (Agency) — Chad condemned Sudan.",
        directed("accusation", ["Chad"], ["Sudan"]),
    ),
    "claimants": (
        "According to Chad and Niger, Sudan sent tanks to Libya.",
        directed("arms_transfer", ["Sudan"], ["Libya"]),
    ),
    "the thing moved is no recipient": (
        "Iran supplied Syria with rockets and workers.",
        directed("arms_transfer", ["Iran"], ["Syria"]),
    ),
    "workers are sent by their state": (
        "Nepali workers were sent to Qatar.",
        directed("labour_transfer", ["Nepal"], ["Qatar"]),
    ),
    "soldiers are sent by their state": (
        "Eritrean soldiers were sent to fight alongside Ethiopian troops.",
        directed("troop_transfer", ["Eritrea"], ["Armed Forces of Ethiopia"]),
    ),
    "name behind what it is": (
        "The militant group Ansar Dine condemned Chad.",
        directed("accusation", ["Ansar Dine"], ["Chad"]),
    ),
    "name behind a home": (
        "United States Senator from Vermont Bernie Sanders condemned Chad.",
        directed("accusation", ["Bernie Sanders"], ["Chad"]),
    ),
    "models are no targets": (
        "Turkey destroyed three Leopard tanks in Syria.",
        directed("strike", ["Turkey"], ["Syria"]),
    ),
    "treaties are no targets": (
        "India suspended the Gandak River Treaty with Nepal.",
        directed("sanction", ["India"], ["Nepal"]),
    ),
    "ships are no targets": (
        "Yemen's Houthis fired missiles at the freighter Aurora Star.",
        directed("strike", ["Houthis"]),
    ),
    "who says that his state refuses": (
        "French President Emmanuel Macron said that France would not send tanks to Chad.",
        directed("refusal", ["Emmanuel Macron"], ["Chad"]),
    ),
    "a state says of another state": (
        "Chad said that France would not send tanks to Libya.",
        directed("refusal", ["France"], ["Libya"]),
    ),
    "refused to meet": (
        "Egypt refused to meet with Ethiopia.",
        directed("refusal", ["Egypt"], ["Ethiopia"]),
    ),
    "threatened to attack": (
        "Turkey threatened to attack Syria.",
        directed("threat", ["Turkey"], ["Syria"]),
    ),
    "investigation into": (
        "France opened an investigation into Vladimir Putin.",
        directed("accusation", ["France"], ["Vladimir Putin"]),
    ),
    "victims beside their state": (
        "Pakistani guns killed five men and two Indian soldiers.",
        directed("attack", ["Pakistan"], ["Armed Forces of India"]),
    ),
    "victims alone stay": (
        "Chadian police killed five civilians.",
        directed("attack", ["Chadian police"], ["civilians"]),
    ),
    "whom a deal is about": (
        "Chad and Sudan agreed to consider a swap of prisoners.",
        equal("agreement", "Chad", "Sudan"),
    ),
    "envoys of three states": (
        "Envoys of Qatar, Egypt and Israel met in Doha.",
        equal("meeting", "Qatar", "Egypt", "Israel"),
    ),
    "officials from two states": (
        "Officials from Oman and Yemen met in Muscat.",
        equal("meeting", "Oman", "Yemen"),
    ),
    "presidents with an article": (
        "The presidents of Kenya and the United Arab Emirates met.",
        equal("summit", "William Ruto", "Mohammed bin Zayed"),
    ),
    "fighters led by somebody": (
        "Fighters and Hezbollah attacked Israel.",
        directed("attack", ["Hezbollah"], ["Israel"]),
    ),
    "the leader acts as the state": (
        "Emmanuel Macron imposed sanctions on Chad.",
        directed("sanction", ["France"], ["Chad"]),
    ),
    "the leader speaks for himself": (
        "Emmanuel Macron condemned Chad.",
        directed("accusation", ["Emmanuel Macron"], ["Chad"]),
    ),
    "air defence": ("Jordan shot down Iranian drones.", directed("strike", ["Iran"], ["Jordan"])),
}


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Russia launched drone attacks on Kyiv and Odesa, Ukraine.", {"Ukraine"}),
        ("Russian troops attacked Wad Madani in Sudan.", {"Sudan"}),
    ],
)
def test_towns_are_no_actors(nlp, text, recipients):
    """What the gazetteer knows as places is hit, but the state is whom it is done to."""
    found = {a.mention.actor.name for m in nlp(text)._.mentions for a in m.arguments if a.role == "recipient"}
    assert found == recipients


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_roles(find, text, expected):
    """The pattern gives kind and roles."""
    assert expected in find(text)
