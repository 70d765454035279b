"""Builds the spaCy pipeline with dashlib's components, and runs articles through it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dashlib.articles.limits import parsed_part
from dashlib.errors import ModelError
from dashlib.parsing.annotations import register
from dashlib.types import Article

__all__ = ["COMPONENTS", "annotate", "load"]

# In order. Each name is the spaCy factory and, after `dashlib_`, the module of dashlib.parsing that registers it.
COMPONENTS = (
    "dashlib_dates",
    "dashlib_actors",
    "dashlib_places",
    "dashlib_judge",
    "dashlib_events",
    "dashlib_status",
    "dashlib_attribution",
    "dashlib_quantities",
    "dashlib_dating",
    "dashlib_placing",
    "dashlib_confidence",
)


def _base(model: str) -> Language:
    try:
        return spacy.load(model)
    except OSError as e:
        raise ModelError(f"the spaCy pipeline {model!r} is not installed; run `pip install {model}`") from e


@lru_cache(maxsize=4)
def load(model: str, components: tuple[str, ...] = COMPONENTS, *, judge: str = "on") -> Language:
    """Give the pipeline: the named spaCy model, sentence starts at line breaks, then dashlib's components.

    `judge` is "on", "off" or the folder of another trained encoder. Raises ModelError where a model is missing.
    """
    register()
    if judge == "off":
        components = tuple(c for c in components if c != "dashlib_judge")
    for name in ("dashlib_layout", *components):
        import_module(f"dashlib.parsing.{name.removeprefix('dashlib_')}")
    nlp = _base(model)
    nlp.add_pipe("dashlib_layout", first=True)
    for name in components:
        nlp.add_pipe(name, config={"folder": judge} if name == "dashlib_judge" else {})
    return nlp


def annotate(nlp: Language, articles: Iterable[Article], *, batch_size: int = 64) -> Iterator[Doc]:
    """Run articles through the pipeline, in order; each Doc carries its article in `doc._.article`.

    Of an article longer than the settings allow, the beginning is parsed; its whole text stays in `doc._.article`.
    """

    def docs() -> Iterator[Doc]:
        for article in articles:
            text = parsed_part(article.text)
            nlp.max_length = max(nlp.max_length, len(text) + 1)
            doc = nlp.make_doc(text)
            doc._.article = article
            yield doc

    yield from nlp.pipe(docs(), batch_size=batch_size)
