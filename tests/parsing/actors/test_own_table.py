"""The reader's own actors are found in texts."""

from dashlib.codebook.actors import codebook
from dashlib.parsing.actors import find


def test_an_actor_of_the_reader_is_found(read, tmp_path):
    """Its aliases and its office count as the package's do."""
    (tmp_path / "actors.csv").write_text(
        "name,type,country,sector,aliases,office,valid_from\n"
        "Harbour Guard,armed_force,FJI,COP,Port Watch,,\n"
        "Ada Lund,person,FJI,GOV,,fisheries minister,2024-01-01\n",
        encoding="utf-8",
    )
    doc = read("The Port Watch boarded a trawler. Ada Lund thanked them. Lund left.")
    found = [m.actor.name for m in find(doc, book=codebook(str(tmp_path)))]
    assert found == ["Harbour Guard", "Ada Lund", "Ada Lund"]
