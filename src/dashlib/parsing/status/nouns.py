"""From a noun outward: its determiners and modifiers, the verb or preposition that governs it."""

from collections.abc import Iterator

from spacy.tokens import Token

from dashlib.codebook.statuses import Effect, effect_of, in_group, phrases, words
from dashlib.parsing.status.clauses import CARRIERS, effect_hop
from dashlib.parsing.status.fold import Cue
from dashlib.parsing.status.grammar import definite, finite, infinitive, is_verb, past, present
from dashlib.parsing.status.hops import Context, Hop, governing, stop
from dashlib.parsing.status.verbs import verb_cues

__all__ = ["noun_cues", "noun_hop", "preposition_hop"]

_PREPOSITIONS = phrases("prepositions")
_PREDICATES = phrases("predicates")
_NO = words("adverbs", "negative_determiners")
_FREE = words("adverbs", "free_choice")
_DEFINITE = words("adverbs", "definite")
_REALIZING = words("realizing")
_COPULAS = words("auxiliaries", "copulas")
_RAISING = words("raising", "plan") | words("raising", "possible")
_LONGEST = max(len(p.split()) for p in _PREPOSITIONS)
_OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "oprd"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})
_GOVERNORS = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ"})
_TELLING = frozenset({Effect.PLAN, Effect.LAPSE, Effect.POSSIBLE, Effect.CANCEL, Effect.DENY})


def noun_cues(noun: Token, context: Context) -> Iterator[Cue]:
    """Give the cues of a noun's own phrase: "no", "any", "planned", "scheduled for Friday", "which was called off"."""
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod", "advmod"} and child.i < noun.i and child.i != context.head:
            effect = effect_of("adjective", "modifier", child.lower_, context.kind)
            if effect:
                yield Cue(effect, f"{effect.value}: {child.text} {noun.text}")
        elif child.dep_ == "relcl" or (child.dep_ == "acl" and child.tag_ != "VBG"):
            yield from _described(child, context)
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in _NO and child.i not in context.ignored:
            yield Cue(Effect.NEGATE, f"negated: {child.text} {noun.text}")
        elif child.dep_ == "det" and child.lower_ == "any" and not in_group(context.kind, "speech"):
            yield Cue(Effect.POSSIBLE, f"free choice: {child.text} {noun.text}")


def _described(verb: Token, context: Context) -> Iterator[Cue]:
    """Read a participle or relative clause that says when or whether the noun's event is to be."""
    active = any(c.dep_ == "nsubj" and c.tag_ in {"WDT", "WP"} for c in verb.children)
    slot = "subject" if active else "object"
    effect, why = governing(verb, slot, context.kind)
    if infinitive(verb) and verb.dep_ == "acl":
        if any(c.dep_ == "auxpass" for c in verb.children):
            yield Cue(Effect.PLAN, f"to come: to be {verb.text}")
    elif effect is Effect.ANNOUNCE and not in_group(context.kind, "made_by_word"):
        yield Cue(Effect.PLAN, f"announced: {why}")
    elif effect is not None and effect in _TELLING:
        yield Cue(Effect.PLAN if effect is Effect.LAPSE else effect, why)
    elif effect is Effect.THROUGH and verb.dep_ == "relcl":
        yield from verb_cues(verb, context.kind, context.ignored)


def _given(noun: Token, context: Context) -> bool:
    """Whether a noun presupposes its event, so that what is said of it by the way leaves it alone."""
    return definite(noun, _DEFINITE) and not in_group(context.kind, "wished")


def _predicate(verb: Token) -> Effect | None:
    """Give the effect of what a form of "be" says of its subject ("is under way", "are off")."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in {"prep", "advmod", "acomp", "attr", "prt"}:
            text = child.doc[child.i : child.right_edge.i + 1].text.lower()
            for phrase, name in _PREDICATES.items():
                if text == phrase or (" " in phrase and text.startswith(f"{phrase} ")):
                    return Effect(name)
    return None


def _complement(verb: Token, context: Context) -> tuple[Effect | None, str]:
    """Give the effect of the adjective that a copula links to its subject ("talks are possible", "is due to …")."""
    for child in verb.children:
        if child.dep_ in {"acomp", "attr"} and child.pos_ in {"ADJ", "VERB", "ADV"}:
            slots = ("modifier", "clause") if any(c.dep_ == "xcomp" for c in child.children) else ("modifier",)
            for slot in slots:
                effect = effect_of("adjective", slot, child.lower_, context.kind)
                if effect:
                    return effect, f"{verb.text} {child.text}"
    return None, ""


def _subject(noun: Token, verb: Token, context: Context) -> Hop:
    raised = next((c for c in verb.children if c.dep_ == "xcomp" and infinitive(c)), None)
    if verb.lemma_ in _RAISING and raised is not None and (verb.lemma_ != "go" or verb.tag_ == "VBG"):
        unmet = verb.lemma_ == "have" and any(c.lower_ == "yet" for c in verb.children)
        to_come = Effect.PLAN if verb.lemma_ in words("raising", "plan") or unmet else Effect.POSSIBLE
        return Hop((Cue(to_come, f"{to_come.value}: {verb.text} to {raised.text}"),), verb, local=not unmet)
    predicate = _predicate(verb) if verb.lemma_ in _COPULAS else None
    if predicate:
        return Hop((Cue(predicate, f"{predicate.value}: {verb.text} …"),), verb)
    effect, why = _complement(verb, context)
    if effect is None:
        effect, why = governing(verb, "subject", context.kind)
    return _governed(noun, verb, effect, why, context)


def _governed(noun: Token, verb: Token, effect: Effect | None, why: str, context: Context) -> Hop:
    if (
        effect in {Effect.PLAN, Effect.LAPSE}
        and in_group(context.kind, "violence")
        and _given(noun, context)
        and past(verb)
    ):
        return stop(Cue(Effect.FACT, f"what they planned: {why}"))
    if effect is not None:
        hop = effect_hop(effect, why, verb, context)
        if effect is Effect.THROUGH and in_group(context.kind, "state"):
            return hop._replace(sheltered=_given(noun, context))
        if (
            effect in {Effect.THROUGH, Effect.ANNOUNCE}
            and verb.lemma_ in _REALIZING
            and not hop.cues
            and noun.i == context.head
        ):
            return hop._replace(cues=(Cue(Effect.DONE, f"carried out: {why}"),))
        return hop
    negated = any(c.dep_ == "neg" for c in verb.children)
    return Hop((), verb, sheltered=negated or _given(noun, context))


def preposition_of(noun: Token) -> str:
    """Give the preposition before a noun phrase, as long as the table knows it ("on the eve of")."""
    left = noun.i + 1 if noun.dep_ == "prep" else noun.left_edge.i
    for length in range(_LONGEST, 1, -1):
        phrase = noun.doc[max(0, left - length) : left].text.lower()
        if phrase in _PREPOSITIONS:
            return phrase
    return noun.doc[left - 1].lower_ if left else ""


def preposition_hop(noun: Token, preposition: Token, context: Context) -> Hop:
    """Read what a preposition makes of its noun: "before talks", "after the strike", "calls for a truce"."""
    phrase = preposition_of(noun) or preposition.lower_
    governor = _opening(noun, phrase).head if " " in phrase else preposition.head
    effect, why = (None, "") if " " in phrase else _by_preposition(governor, preposition.lower_, context)
    if " " in phrase and not is_verb(governor):
        governor = next((a for a in governor.ancestors if is_verb(a)), governor)
    if governor.lemma_ in CARRIERS and effect is not Effect.STANDING:
        return Hop((), governor, sheltered=True)
    found = _PREPOSITIONS.get(phrase, "within")
    if found == "ahead":
        return stop(_ahead(noun, governor, phrase, context))
    if effect is not None:
        return effect_hop(effect, f"{why} {preposition.text}", governor, context)
    return _by_class(noun, governor, Effect(found) if found in {"fact", "possible"} else None, phrase, context)


def _opening(noun: Token, phrase: str) -> Token:
    """Give the first word of a preposition of several words before a noun phrase; it hangs where the phrase hangs."""
    left = noun.i + 1 if noun.dep_ == "prep" else noun.left_edge.i
    return noun.doc[left - len(phrase.split())]


def _ahead(noun: Token, governor: Token, phrase: str, context: Context) -> Cue:
    """Read "before": what a past tense puts before a known act of war took place, anything else is to come."""
    told = is_verb(governor) and (past(governor) or present(governor))
    known = _given(noun, context) or in_group(context.kind, "violence") or noun.dep_ == "prep"
    if in_group(context.kind, "speech") or (told and known):
        return Cue(Effect.FACT, f"backdrop: {phrase} …")
    return Cue(Effect.PLAN, f"to come: {phrase} …")


def _backdrop(governor: Token, phrase: str) -> Hop:
    """Read "after", "since": over a verb in the past or present what it names lies behind, whatever its date says."""
    told = is_verb(governor) and (past(governor) or present(governor))
    return stop(Cue(Effect.GIVEN if told else Effect.FACT, f"backdrop: {phrase} …"))


def _by_class(noun: Token, governor: Token, effect: Effect | None, phrase: str, context: Context) -> Hop:
    if effect is Effect.FACT:
        return _backdrop(governor, phrase)
    if effect is Effect.POSSIBLE and noun.dep_ == "prep" and is_verb(governor) and finite(governor):
        return stop(Cue(Effect.CANCEL, f"left undone: {phrase} …"))
    if effect is Effect.POSSIBLE and not _given(noun, context):
        return stop(Cue(Effect.POSSIBLE, f"possible: {phrase} …"))
    if governor.pos_ in _GOVERNORS:
        return Hop((), governor, local=is_verb(governor), sheltered=_given(noun, context))
    return stop()


def _by_preposition(governor: Token, preposition: str, context: Context) -> tuple[Effect | None, str]:
    if governor.pos_ in {"NOUN", "PROPN"}:
        return governing(governor, "noun", context.kind)
    effect, why = governing(governor, preposition, context.kind)
    if effect is None and preposition in {"in", "of"} and in_group(context.kind, "transfer"):  # "pledged $5m in aid"
        return governing(governor, "object", context.kind)
    return effect, why


def _anchor(noun: Token) -> Token:
    """Give the first of coordinated nouns, whose place in the sentence they share."""
    while noun.dep_ in {"conj", "appos"} and not is_verb(noun.head):
        noun = noun.head
    return noun


def noun_hop(noun: Token, context: Context, *, local: bool) -> Hop:
    """Read a noun's own phrase where `local`, then the word that governs it."""
    own = tuple(noun_cues(noun, context)) if local else ()
    anchor = _anchor(noun)
    if anchor is not noun:
        own += tuple(c for c in noun_cues(anchor, context) if c.effect is Effect.NEGATE)
    hop = _outward(noun, anchor, context)
    off = any(c.effect is Effect.CANCEL for c in own)
    return hop._replace(cues=own + hop.cues, sheltered=hop.sheltered or off)


def _aside(noun: Token, verb: Token) -> bool:
    """Whether a comma shows that a "verb" after its noun is a participle set beside it ("the talks, announced …")."""
    return verb.i == noun.i + 2 and noun.nbor().lower_ == "," and verb.tag_ in {"VBD", "VBN"}


def _outward(noun: Token, anchor: Token, context: Context) -> Hop:
    governor, dep = anchor.head, anchor.dep_
    if dep in _OBJECTS:
        effect, why = governing(governor, "object", context.kind)
        return _governed(noun, governor, effect, why, context)
    if dep in {"nsubj", "csubj"}:
        aside = _aside(anchor, governor)
        return stop(*_described(governor, context)) if aside else _subject(noun, governor, context)
    if dep == "pobj":
        return preposition_hop(anchor, governor, context)
    if dep in _MODIFIERS and not is_verb(governor):
        effect, why = governing(governor, "noun", context.kind)
        return effect_hop(effect, why, governor, context) if effect else Hop((), governor)
    return Hop((), governor) if dep in {"attr", "acomp", "conj"} else stop()
