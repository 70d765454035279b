"""Words with several meanings are read by their arguments and their context: both readings of each."""

import pytest

CASES = [
    # strike
    ("Russian missiles struck a bridge in Kherson.", "strike"),
    ("Nurses in Portugal are striking over pay.", "protest"),
    ("Turkey and Libya struck a deal on gas.", "agreement"),
    ("The president struck a cautious tone in Berlin.", None),
    ("Teachers across Hungary went on strike.", "protest"),
    ("An Israeli strike on Tyre wounded six people.", "strike"),
    # call
    ("Macron called Zelensky on Monday.", "call"),
    ("Iraq called for an inquiry.", "demand"),
    ("Pakistan called the raid a violation of its borders.", "accusation"),
    ("Spain's prime minister called an early election.", None),
    ("Rwanda called the result a victory for Africa.", None),
    # speak
    ("Merkel and Macron spoke by phone.", "call"),
    ("Afghan officials speak of ten dead.", None),
    # send
    ("Iran sent 300 drones at Israel.", "strike"),
    ("Germany sent 300 missiles against Syria.", "strike"),
    ("Germany sent 300 missiles to Ukraine.", "arms_transfer"),
    # stand
    ("Canada stands with Ukraine.", "support"),
    ("Assad stood in front of the rubble with soldiers.", None),
    # insist
    ("China insisted that Japan withdraw the remark.", "demand"),
    ("Japan insisted on an apology.", "demand"),
    ("China insists the airship was civilian.", None),
    # hold
    ("Rebels hold the town of Bunia.", "occupation"),
    ("Norway held Sudan to its word.", None),
    ("Qatar held Israel alone responsible.", "accusation"),
    # march
    ("Thousands marched through Madrid against the law.", "protest"),
    ("He was named to lead the cabinet until March 1.", None),
    # meet
    ("Blinken met Lavrov in Geneva.", "meeting"),
    ("Turkey met the expectations of the committee.", None),
    ("Greece failed to meet the deadline.", None),
    # charge
    ("Prosecutors in Brazil charged the former president with plotting a coup.", "accusation"),
    ("The museum in Oslo charges a fee of ten euros.", None),
    ("Drivers in Norway charge their cars at night.", None),
    # fire
    ("Hezbollah fired rockets at Haifa.", "strike"),
    ("Trump fired his defence minister.", None),
    ("Fireworks were fired in Sydney.", None),
    # fall
    ("The town of Vuhledar fell to Russian forces.", "capture"),
    ("Prices in Argentina fell to a new low.", None),
    # seize
    ("Houthi fighters seized the port of Hodeidah.", "capture"),
    ("Spanish police seized three tonnes of cocaine.", "coercion"),
    ("Brazil seized the opportunity to speak.", None),
    # advance
    ("Russian troops advanced on Pokrovsk.", "offensive"),
    ("Work on the tunnel in Belgium advanced slowly.", None),
    ("Portugal advanced to the final of the championship.", None),
    # offensive
    ("Ethiopia began an offensive in Tigray.", "offensive"),
    ("China's charm offensive in Europe continues.", None),
    ("The minister apologised in Vienna for offensive remarks.", "support"),
    # summit
    ("Leaders of Brazil and India attended a summit in Johannesburg.", "summit"),
    ("Two Polish climbers reached the summit of the mountain.", None),
    # battle, fight, war
    ("Sudanese soldiers battled paramilitary forces in El Fasher.", "clash"),
    ("The senator died in Ohio after a long battle with cancer.", None),
    ("Firefighters in Portugal fought the blaze.", None),
    ("Ukrainian troops are fighting Russian forces near Kupiansk.", "clash"),
    ("Mexico's war on drugs has lasted for years.", None),
    ("Their culture war divides the United States.", None),
    # hit
    ("A Ukrainian drone hit a refinery in Ryazan.", "strike"),
    ("The song hit the top of the list in Sweden.", None),
    ("A storm hit the coast of Madagascar.", None),
    # attack
    ("Militants attacked a convoy in Somalia.", "attack"),
    ("The king of Spain suffered a heart attack.", None),
    ("Hackers launched a cyber attack on Estonia.", "coercion"),
    ("The senator launched a scathing attack on President Biden.", "accusation"),
    ("A shark attack was reported in Australia.", None),
    # shell, shoot, launch, raid
    ("Myanmar's army shelled a monastery.", "strike"),
    ("The director shot the film in Morocco.", None),
    ("India launched a satellite.", None),
    ("Iran launched missiles at Israel.", "strike"),
    ("Federal police raided the newspaper in Brazil.", "coercion"),
    # release, lift, free
    ("Venezuela released ten prisoners.", "concession"),
    ("Norway released a report on fishing.", None),
    ("Britain lifted the ban on flights.", "concession"),
    ("He lifted the trophy in Paris.", None),
    # withdraw, retreat
    ("France withdrew its soldiers from Chad.", "withdrawal"),
    ("She withdrew money from a bank in Cairo.", None),
    ("The company withdrew its product in Japan.", None),
    # visit
    ("Pope Francis visited Mongolia.", "visit"),
    ("Millions of tourists visit Italy every year.", None),
    # speak, talk
    ("Rutte spoke with Zelensky about air defence.", "call"),
    ("Putin spoke to reporters in Minsk.", None),
    # reject, block
    ("Hungary blocked the aid package of the European Union.", "refusal"),
    ("Hungary blocked the resolution.", "refusal"),
    ("Protesters blocked a motorway in Serbia.", "protest"),
    # sign
    ("Barcelona signed a midfielder in the football league.", None),
    ("Chile and Peru signed a treaty.", "agreement"),
    # expel
    ("Poland expelled a Russian diplomat.", "sanction"),
    ("Iran expelled thousands of refugees.", "coercion"),
    # kill
    ("A Turkish drone killed two commanders in Iraq.", "strike"),
    ("A landslide killed six miners in Colombia.", None),
    # warn, protest, march
    ("Beijing warned Taiwan of serious consequences.", "threat"),
    ("Forecasters in Manila warned of a storm.", None),
    ("Syria lodged a formal protest with Turkey.", "accusation"),
    ("Students in Belgrade marched against the government.", "protest"),
    # open, cut, suspend, freeze
    ("Turkish border guards opened fire on migrants.", "attack"),
    ("Denmark opened an investigation into the leak from Russia.", "accusation"),
    ("Iran cut ties with Canada.", "sanction"),
    ("Sweden suspended aid to Mali.", "sanction"),
]


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_reading(kinds, text, kind):
    """The word gives the kind that its arguments call for, or nothing."""
    found = kinds(text)
    assert (kind in found) if kind else (found == [])
