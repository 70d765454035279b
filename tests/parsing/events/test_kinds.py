"""Each kind of event is found in sentences as agencies write them."""

import pytest

from dashlib.codebook import KINDS

CASES = [
    ("call", "Chancellor Olaf Scholz and President Emmanuel Macron spoke by phone on Sunday."),
    ("call", "India's foreign minister held a telephone conversation with his counterpart from Iran."),
    ("call", "President Joe Biden called Chinese President Xi Jinping on Tuesday."),
    ("summit", "President Vladimir Putin met Turkish President Recep Tayyip Erdogan in Sochi."),
    ("summit", "Leaders of the European Union held an emergency summit in Brussels."),
    ("meeting", "US Secretary of State Antony Blinken met Saudi Foreign Minister Faisal bin Farhan in Riyadh."),
    ("meeting", "The foreign ministers of Egypt and Jordan held a meeting in Cairo."),
    ("visit", "Prime Minister Narendra Modi arrived in Warsaw for a two-day stay."),
    ("visit", "Japan's foreign minister paid an official visit to Vietnam."),
    ("negotiation", "Ethiopia and Egypt resumed negotiations over the Nile dam."),
    ("negotiation", "Qatar is mediating between Israel and Hamas."),
    ("agreement", "Serbia and Kosovo signed an agreement on energy."),
    ("agreement", "Norway ratified the treaty with Russia."),
    ("cooperation", "China and Russia held joint naval exercises in the Sea of Japan."),
    ("cooperation", "Poland shares intelligence with Ukraine."),
    ("support", "Turkey praised Qatar for its help."),
    ("support", "Spain, Ireland and Norway recognised the State of Palestine."),
    ("support", "Ecuador and Bolivia restored diplomatic relations."),
    ("demand", "The United Nations urged Sudan to open the border."),
    ("demand", "Germany called on Iran to free the prisoners."),
    ("demand", "Ukraine's president said that NATO must act."),
    ("refusal", "Iran rejected the American proposal."),
    ("refusal", "Russia vetoed the resolution."),
    ("refusal", "Israel will not release the detainees, the minister said."),
    ("accusation", "South Korea accused North Korea of jamming signals."),
    ("accusation", "France condemned the attack in Mali."),
    ("accusation", "Mexico sued the company in a court in Boston, blaming the United States."),
    ("threat", "North Korea threatened to attack South Korea."),
    ("threat", "Turkey issued an ultimatum to Greece."),
    ("concession", "The Taliban released two American citizens."),
    ("concession", "Japan lifted sanctions on Myanmar."),
    ("concession", "Lebanon's prime minister resigned on Monday."),
    ("concession", "Armenia and Azerbaijan exchanged prisoners."),
    ("offensive", "The Sudanese army launched an offensive on Khartoum."),
    ("offensive", "Russia invaded Georgia in August 2008."),
    ("capture", "Rebels from M23 captured the town of Sake."),
    ("capture", "Ukrainian forces retook Lyman."),
    ("strike", "Russian missiles hit Kharkiv overnight."),
    ("strike", "Israel carried out air strikes on Damascus."),
    ("strike", "Saudi Arabia bombed Houthi positions in Yemen."),
    ("strike", "Turkish drones struck a Kurdish militia in Syria."),
    ("clash", "Indian and Chinese troops clashed along the border."),
    ("clash", "Thai and Cambodian soldiers exchanged fire on Thursday."),
    ("attack", "Gunmen from Boko Haram killed ten villagers."),
    ("attack", "Al-Shabaab kidnapped two aid workers in Kenya."),
    ("attack", "Hamas claimed a stabbing attack in Jerusalem."),
    ("withdrawal", "The United States withdrew its troops from Niger."),
    ("withdrawal", "Armenian forces pulled out of the village."),
    ("ceasefire", "Israel and Hezbollah agreed to a ceasefire."),
    ("ceasefire", "A truce between Yemen's government and the Houthis took effect."),
    ("deployment", "Poland deployed troops to its border with Belarus."),
    ("deployment", "Taiwan put its army on high alert."),
    ("occupation", "Turkey occupies the northern third of Cyprus."),
    ("arms_transfer", "Germany sent tanks to Ukraine."),
    ("arms_transfer", "Iran supplied the Houthis with missiles."),
    ("arms_transfer", "The United States approved the sale of fighter jets to Poland."),
    ("troop_transfer", "Kenya sent soldiers to fight alongside Haitian forces."),
    ("troop_transfer", "Bangladesh contributed peacekeepers to the mission in Congo."),
    ("labour_transfer", "Nepal sent workers to Qatar."),
    ("labour_transfer", "North Korea dispatched labourers to Russia."),
    ("aid", "China donated vaccines to Zimbabwe."),
    ("aid", "The European Union pledged 500 million euros to Moldova."),
    ("sanction", "Canada imposed sanctions on Belarus."),
    ("sanction", "Mali expelled the French ambassador."),
    ("sanction", "Kuwait recalled its ambassador from Iran."),
    ("coercion", "Police in Myanmar arrested three reporters."),
    ("coercion", "Turkey blocked access to the website."),
    ("coercion", "Russia jammed the GPS signal of the plane."),
    ("protest", "Thousands of farmers marched in Brussels against the European Union."),
    ("protest", "Dock workers in Chile went on strike."),
    ("protest", "Opposition parties boycotted the election in Togo."),
]


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_kind_is_found(kinds, kind, text):
    """A plain report of each kind is told as that kind."""
    assert kind in kinds(text)


def test_every_kind_has_a_case():
    """The table above leaves no kind of the codebook out."""
    assert {kind for kind, _ in CASES} == set(KINDS)


NOTHING = [
    "The weather in Moscow was fine, the mayor told reporters.",
    "An earthquake killed forty people in Turkey.",
    "The economy of Germany grew by two percent.",
    "A bus crashed in Peru, killing nine passengers.",
    "Kenya elected a new parliament.",
    "The actor Tom Hill was born in Canada.",
    "Shares in Tokyo fell on Friday.",
    "Flooding displaced thousands of people in Pakistan.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_event(kinds, text):
    """Nature, accidents, elections, markets and mere words give nothing (codebook, settled difference 15)."""
    assert kinds(text) == []
