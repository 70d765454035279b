"""What persons are called for short: surnames, family names that come first, one-word aliases ("Lula")."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dashlib.codebook.offices import Person
from dashlib.codebook.spelling import pieces

__all__ = ["by_surname", "short_names"]

# States whose people are called by the first word of their name: family name first, or no family name.
_FIRST_NAME = frozenset({"CHN", "HKG", "TWN", "KOR", "PRK", "ETH", "ERI"})
# Words that belong to the surname after them ("von der Leyen", "al-Sharaa").
_PARTICLES = frozenset({"al", "el", "bin", "ben", "von", "van", "der", "de", "da", "di", "del", "le", "la", "du", "ul"})


def _surname(person: Person) -> Iterator[tuple[str, ...]]:
    words = person.name.split()
    if len(words) < 2:
        return
    country = person.offices[0].country
    if country in _FIRST_NAME:
        yield pieces(words[0])
        return
    yield pieces(words[-1])
    parts = pieces(" ".join(words[1:]))
    at = next((i for i in range(len(parts) - 1) if parts[i].lower() in _PARTICLES), None)
    if at is not None:
        yield parts[at:]
        yield parts[-1:]


def short_names(person: Person) -> tuple[tuple[str, ...], ...]:
    """Give what a person is called for short, in lower case: surnames and aliases of one word."""
    single = (w for a in person.aliases if len(w := pieces(a)) == 1)
    words = dict.fromkeys((*_surname(person), *single))
    return tuple(tuple(p.lower() for p in w) for w in words if w)


def by_surname(people: Iterable[Person]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Give short names and whose they are by their first word, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for person in people:
        for words in short_names(person):
            index[words[0]].append((words, person.name))
    return {k: tuple(sorted(v, key=lambda pair: -len(pair[0]))) for k, v in index.items()}
