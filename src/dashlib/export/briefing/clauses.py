"""What happened, as one clause: the form of the kind whose fields are known, its verb as the status asks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from string import Formatter
from typing import Any, NamedTuple

from dashlib.codebook import KINDS
from dashlib.codebook.tables import read_csv, read_toml
from dashlib.errors import CodebookError
from dashlib.export.briefing.names import are_plural, is_plural, listed, named
from dashlib.export.briefing.verbs import VERBS, Tense, finite
from dashlib.types import PlacePrecision

__all__ = ["Form", "clause", "forms", "means"]

_VERB = re.compile(r"\[(=?)(\w+)\]")
_SINGULAR = ("a ", "an ")
_ARMY = "Armed Forces of "
_TABLE = read_toml("briefing.toml")


class Form(NamedTuple):
    """A way to tell an event, and the fields that it needs."""

    text: str
    fields: frozenset[str]

    @property
    def placed(self) -> bool:
        """Whether the form itself says where."""
        return bool(self.fields & {"place", "at"})


def _form(text: str) -> Form:
    strange = [v for _, v in _VERB.findall(text) if v != "be" and v not in VERBS]
    if strange or not _VERB.search(text):
        raise CodebookError(f"briefing.toml: {text!r} has no verb, or one that [verbs] lacks ({', '.join(strange)})")
    return Form(text, frozenset(n for _, n, _, _ in Formatter().parse(text) if n))


@lru_cache(maxsize=1)
def forms() -> Mapping[str, tuple[Form, ...]]:
    """Give the forms by kind, kind/status or kind/mode. Raises CodebookError for a kind or a verb that is unknown."""
    out = {key: tuple(map(_form, row)) for key, row in _TABLE["forms"].items()}
    unknown = {key.partition("/")[0] for key in out} ^ set(KINDS)
    if unknown:
        raise CodebookError(
            f"briefing.toml: {', '.join(sorted(unknown))}: not a kind, or a kind without forms; mend it"
        )
    return out


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(row["name"] for row in read_csv("states.csv", ("name",)))


def _at(event: Mapping[Any, Any]) -> str:
    preposition = "at" if event["place_precision"] == PlacePrecision.POINT else "in"
    return f"{preposition} {named(event['place'])}"


def _lists(event: Mapping[Any, Any], persons: frozenset[str]) -> Iterator[tuple[str, list[str]]]:
    doers, to, sharing = event["initiators"], event["recipients"], event["participants"]
    everyone = list(dict.fromkeys([*sharing, *doers, *to]))
    yield "parties" if len(everyone) > 1 else "party", everyone
    yield "doer", doers or sharing
    yield "to", to
    yield "sides", to if len(to) > 1 else []
    yield "person", to if persons.issuperset(to) else []
    yield "target", to if not any(n in _states() or n.startswith(_ARMY) for n in to) else []


def _fields(event: Mapping[Any, Any], persons: frozenset[str]) -> dict[str, tuple[str, bool]]:
    """Give the fields that are known: their words, and whether a verb after them is plural."""
    known = {f: (listed(names, persons), are_plural(names)) for f, names in _lists(event, persons) if names}
    if event["place"]:
        known |= {"place": (named(event["place"]), is_plural(event["place"])), "at": (_at(event), False)}
    return known


def _subject_plural(form: Form, fields: Mapping[str, tuple[str, bool]]) -> bool:
    if form.text.startswith("{"):
        return fields[form.text[1 : form.text.index("}")]][1]
    return not form.text.startswith(_SINGULAR) and is_plural(form.text.partition(" [")[0])


def _chosen(event: Mapping[Any, Any], known: frozenset[str]) -> Form:
    keys = (f"{event['kind']}/{event['status']}", f"{event['kind']}/{event['plover_mode']}", event["kind"])
    lists = [forms()[k] for k in keys if k in forms()]
    return next(form for listed_ in lists for form in listed_ if form.fields <= known)


def _conjugated(form: Form, tense: Tense, *, plural: bool) -> str:
    verbs = iter(range(len(form.text)))

    def verb(found: re.Match[str]) -> str:
        return finite(found[2], tense, plural=plural, lasting=bool(found[1]), second=next(verbs) > 0)

    return _VERB.sub(verb, form.text)


def means(event: Mapping[Any, Any]) -> str:
    """Give with what it was done ("with drones"), or ""."""
    return str(_TABLE["means"].get(f"{event['kind']}/{event['plover_mode']}", ""))


def _elsewhere(event: Mapping[Any, Any]) -> bool:
    """Whether the place adds something: it is no actor of the event."""
    return bool(event["place"]) and event["place"] not in event["actors"]


def _by(form: Form, event: Mapping[Any, Any], names: Sequence[str]) -> bool:
    """Whether the subject of a form is just these names."""
    subject = form.text[1 : form.text.index("}")] if form.text.startswith("{") else ""
    return any(field == subject and set(found) == set(names) for field, found in _lists(event, frozenset()))


def clause(event: Mapping[Any, Any], tense: Tense, persons: frozenset[str] = frozenset()) -> str:
    """Tell an event row in one clause without date or source, such as "Russia struck Kyiv with drones".

    `persons` are the names that are a person's. What was called off has a form of its own in some kinds; it stands in
    the past then. Of a denial (Tense.DENIED) the deniers are the subject: "Russia denied striking Kyiv", "Ukraine denied
    that Kupiansk was taken".
    """
    fields = _fields(event, persons)
    form = _chosen(event, frozenset(fields))
    before = ""
    if tense is Tense.DENIED and not _by(form, event, event["claimed_by"]):
        before, tense = f"{listed(event['claimed_by'], persons) or 'it was'} denied that", Tense.PAST
    if tense is Tense.NOT and form in forms().get(f"{event['kind']}/{event['status']}", ()):
        tense = Tense.PAST
    told = _conjugated(form, tense, plural=_subject_plural(form, fields)).format(
        **{f: w for f, (w, _) in fields.items()}
    )
    parts = [before, told, means(event), _at(event) if _elsewhere(event) and not form.placed else ""]
    return " ".join(p for p in parts if p)
