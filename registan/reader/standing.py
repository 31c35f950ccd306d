"""Standing by composition: each operator above an event word changes the standing below it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml
from spacy.tokens import Token

from registan.languages import Grammar, load, load_grammar
from registan.languages.lexicon import OperatorRule
from registan.model import Operator, Span
from registan.model.report import Standing
from registan.reader import clause
from registan.reader.trigger import Trigger

OPEN_RELATIONS = frozenset({"acl:relcl", "parataxis", "discourse", "appos", "vocative"})
ADVERBIAL = frozenset({"advcl", "advcl:relcl"})
NOUN_EFFECTS = frozenset({"planned", "possible", "cancel", "doubt", "refuse", "deny", "ongoing"})
AGENTS = frozenset({"obl", "obl:agent"})
CLOSING = frozenset({"refuse", "negate", "deny", "cancel"})
HEARD = frozenset({"doubt", "hearsay"})
NOUN_GOVERNORS = frozenset(
    {"possible", "planned", "question", "demand", "refuse", "deny", "confirm"}
)
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
TALKS = frozenset({"meeting", "call"})
SAID_OF_OTHERS = frozenset({"conj", "parataxis", "advcl", "punct", "det"})
TOPICS = frozenset({"obl", "nmod"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "csubj:pass"})
CLAUSES = frozenset({"acl:relcl", "acl", "advcl"})
FATED = SUBJECTS | COMPLEMENTS | {"obj", "iobj", "obl", "obl:arg"}
HEDGING = frozenset({"doubt", "possible"})
SPOKEN = frozenset({"ccomp", "parataxis"})
SILENCE = "+silence"  # at the end of a step's name: somebody will not say


class Step(NamedTuple):
    """One operator on the way up: its rule's id, its word, its effect."""

    name: str
    word: Token
    effect: str


@cache
def composition() -> dict[str, dict[str, Standing]]:
    """effect -> standing below -> standing above; `composition.yml` says it."""
    text = files("registan.reader").joinpath("composition.yml").read_text(encoding="utf-8")
    table: dict[str, dict[str, Standing]] = yaml.safe_load(text)
    return table


class Scale:
    """The operators of one language, found above an event word and composed."""

    def __init__(self, lang: str) -> None:
        self.grammar: Grammar = load_grammar(lang)
        rules = load(lang).operators
        self.governors = _by_word(r for r in rules if r.as_ == "governor")
        self.auxiliaries = _by_word(r for r in rules if r.as_ == "auxiliary")
        self.modifiers = _by_word(r for r in rules if r.as_ == "modifier")
        self.markers = _by_word(r for r in rules if r.as_ == "marker")
        self.predicates = _by_word(r for r in rules if r.as_ == "predicate")
        said = [r for r in load(lang).sources if r.as_ == "verb"]
        self.impersonal = {w: r.slots for r in said if r.slots for w in r.words}
        self.saying = frozenset(w for r in said for w in r.words) - self.grammar.words("guessing")
        sources = load(lang).sources
        self.formulas = frozenset(w for r in sources if r.as_ == "formula" for w in r.words)
        named = frozenset(w for r in sources if r.as_ == "noun" for w in r.words)
        self.telling = named | frozenset(w for r in sources for w in r.slots)
        statements = [r for r in load(lang).events if r.kind == "statement"]
        spoken = frozenset(v for r in statements for v in (*r.verbs, *r.light))
        self.speaking = self.saying | spoken
        talks = [r for r in load(lang).events if r.kind in TALKS]
        self.talking = frozenset(v for r in talks for v in (*r.verbs, *r.with_))
        visits = [r for r in load(lang).events if r.kind == "visit"]
        self.travel = frozenset(v for r in visits for v in (*r.verbs, *r.light))
        self.answering = self.grammar.words("answering")
        self.encounters = frozenset(n for r in (*talks, *visits) for n in r.nouns)
        self.known = self.speaking | self.talking | self.travel | self.grammar.words("lasting")
        self.known |= frozenset(v for r in load(lang).events for v in (*r.light, *r.with_))
        self.known |= frozenset(w for r in rules if r.effect == "occur" for w in r.words)
        self._spent: set[int] = set()
        self._event: Token | None = None

    def compose(self, trigger: Trigger) -> tuple[Standing, tuple[Operator, ...]]:
        """The trigger's standing, and the chain of operators that made it, innermost first."""
        self._spent = set()
        verbal = clause.is_verbal(trigger.nodes[-1])
        self._event = None if verbal else trigger.nodes[-1]
        standing, steps = self._start(trigger)
        chain = []
        if trigger.rule.standing is not None and standing == "happened":
            standing = trigger.rule.standing
        if self._is_host_given(trigger) and standing == "happened":
            return standing, ()
        asked, known = False, self._is_answered(trigger)
        standing = "happened" if known else standing
        for step in (*steps, *self._climb(trigger), *self._fate(trigger)):
            if known and step.effect not in HEARD:
                continue  # "did not accept the invitation": it was made
            if asked and step.effect in CLOSING:
                continue  # "refused to say whether …" leaves it open
            if standing == "not_happened" and self._is_put(step, trigger):
                continue
            asked = asked or step.effect == "question"
            above = composition()[step.effect][standing]
            if above != standing or step.effect not in {"achieve", "occur"}:
                chain.append(_operator(step, above))
            standing = above
        return standing, tuple(chain)

    def is_negated(self, verb: Token) -> bool:
        """Does the verb's own clause deny it?"""
        return self._negation(verb) is not None

    def is_excepted(self, noun: Token) -> bool:
        """ "X, et non Y", "X, а не Y": Y is the one who did not."""
        before = [c for c in noun.children if c.i < noun.i and c.dep_ == "advmod"]
        words = self.grammar.words("excepting")
        return any(c.lower_ in words or self._modifier(c, "negate") is not None for c in before)

    def is_refused(self, verb: Token) -> bool:
        """ "Refused to rule out": is it what somebody will not do?"""
        rules = self.governors.get(verb.head._.lexeme, ()) if verb.dep_ == "xcomp" else ()
        return any(rule.effect == "refuse" for rule in rules[:1])

    def is_excluding(self, verb: Token) -> bool:
        """ "Rule out", "give up": does a verb say that something shall not be?"""
        rules = self.governors.get(verb._.lexeme, ())
        return any(rule.effect == "refuse" for rule in rules[:1])

    def is_decided(self, noun: Token) -> bool:
        """ "Legte die Gespräche auf Eis": does a fixed phrase decide what becomes of it?"""
        return bool(self._fixed_fate(noun, noun.head))

    def excludes(self, noun: Token) -> bool:
        """ "Traf X, nicht aber Y": is the noun set beside others only to be left out?"""
        beside = clause.children(noun, "advmod", "cc")
        denied = any(self._modifier(c, "negate") and not self._is_focused(c) for c in beside)
        return noun.dep_ == "conj" and denied

    def is_ruled_out(self, verb: Token) -> bool:
        """ "Without signing": does a word that opens the clause deny it?"""
        return any(s.effect in CLOSING for s in self._marker(verb))

    def _is_host_given(self, trigger: Trigger) -> bool:
        """ "Will come at the invitation of X": whatever becomes of the visit, X has invited."""
        noun = trigger.rule.kind == "invitation" and not clause.is_verbal(trigger.nodes[-1])
        words = self.grammar.words("invited")
        preposition = clause.preposition(trigger.word, self.grammar)
        bare = not clause.children(trigger.word, "det")
        if noun and bare and preposition in self.grammar.words("guest_of"):
            return bool(trigger.word.head._.lexeme in self.travel)
        return noun and preposition in words

    def _is_answered(self, trigger: Trigger) -> bool:
        """ "Will accept X's invitation": whatever the answer is, X has invited."""
        noun, verb = trigger.word, trigger.nodes[-1]
        answered = trigger.rule.kind == "invitation" and verb._.lexeme in self.answering
        open_ = any(clause.has(c, "Definite", "Ind") for c in noun.children)
        links = self.grammar.words("from") | self.grammar.words("of") | self.grammar.agent
        hosts = [c for c in noun.children if clause.preposition(c, self.grammar) in links]
        given = self._is_definite(noun) and bool(hosts or not open_)
        return answered and noun != verb and given

    def _start(self, trigger: Trigger) -> tuple[Standing, list[Step]]:
        """The standing that the event's own clause gives it."""
        word, verb = trigger.word, trigger.nodes[-1]
        if clause.is_verbal(verb):
            arrived = verb._.lexeme in self.travel  # for a visit that was put off before
            effects = NOUN_EFFECTS - {"cancel"} if arrived else NOUN_EFFECTS
            steps = [] if word == verb else list(self._modifiers(word, effects))
            steps = [s for s in steps if not clause.children(s.word, "xcomp")]  # "expected to …"
            steps += self._doubts(word, verb) or self._clause(verb)
            steps += self._predicated(verb)
            return self._tense(verb), steps
        host = clause.head_conjunct(verb).head  # of the noun, or of the one that supports it
        shared = clause.is_verbal(host)  # whose negation then counts "kein" too
        steps = [
            s for n in trigger.nodes for s in self._modifiers(n, NOUN_EFFECTS if shared else None)
        ]
        steps += [s for n in trigger.nodes for s in self._described(n)]
        steps += self._inserted_condition(verb)
        if shared:  # "without a meeting": the preposition denies the noun, not the clause
            cases = [(c, self._modifier(c, "negate")) for c in clause.children(verb, "case")]
            steps += [Step(rule.id, c, "negate") for c, rule in cases if rule is not None]
        return self._noun_base(verb), steps

    def _inserted_condition(self, noun: Token) -> list[Step]:
        """ "A summit, if X were elected, …": a condition that is put in right behind the event."""
        sentence = noun.sent
        comma = next((t for t in sentence if t.i > noun.i and t.is_punct), None)
        if comma is None or comma.i + 1 >= sentence.end:
            return []
        mark, between = comma.doc[comma.i + 1], comma.doc[noun.i + 1 : comma.i]
        told = any(t.pos_ in {"VERB", "AUX"} for t in between)
        clausal = any(c.dep_.startswith("nsubj") for c in mark.head.children)
        open_ = mark.lower_ in self.grammar.words("conditional") and clausal and not told
        return [Step("condition", mark, "possible")] if open_ else []

    def _predicated(self, noun: Token) -> list[Step]:
        """ "Denkbar sei eine Reise": what a tree may take for the subject is said of the event."""
        if noun.pos_ != "NOUN" or not clause.children(noun, "cop"):
            return []
        bare = [c for c in clause.children(noun, "nsubj") if not any(c.children)]
        rules = [(c, r) for c in bare for r in self.modifiers.get(_word(c), ())]
        said = clause.children(noun, "nmod", "obl", "advmod")
        for copula in clause.children(noun, "cop"):  # "im Gespräch ist eine Reise"
            forms = [(c, self._phrase(c, copula)) for c in said if c.i < copula.i]
            rules += [(c, r) for c, form in forms for r in self.predicates.get(form, ())]
        return [Step(r.id, c, r.effect) for c, r in rules if r.effect in NOUN_EFFECTS][:1]

    # ------------------------------------------------------------------ one clause
    def _tense(self, verb: Token) -> Standing:
        """What tense, mood and aspect alone say of a clause's verb."""
        finite = self._finite(verb)
        if inverted := self._inverted(verb):
            past = inverted.lower_ in self.grammar.words("past_condition")
            return "not_happened" if past else "possible"
        if self._is_to_be(verb) or clause.is_headline_plan(verb):
            return self._unkept(verb) or "planned"
        if verb.dep_ == "acl:relcl" and _is_bare_infinitive(verb) and finite is None:
            return "possible"  # "a partner with whom to cooperate"
        if finite is None:
            return self._nonfinite(verb)
        if self._is_unfulfilled(verb, finite):
            return "not_happened"
        plain = finite._.lexeme in self.grammar.words("plain_auxiliary")
        known = plain or any(self._auxiliary_steps(verb))
        if _is_bare_infinitive_under(verb, finite) and not known:
            return "possible"
        if clause.has(finite, "Mood", "Cnd") and verb == finite and self._is_announced(verb):
            return "planned"  # "a annoncé qu'il rencontrerait X"
        if clause.has(finite, "Mood", "Cnd") or clause.has(finite, "Mood", "Imp"):
            return "possible"
        if clause.has(finite, "Mood", "Sub") and clause.has(finite, "Tense", "Past"):
            return "happened" if self._is_indirect(verb, finite) else "possible"
        if clause.has(finite, "Tense", "Fut"):
            return "planned"
        present = clause.has(finite, "Tense", "Pres")
        heading = verb._.lexeme in self.grammar.words("heading")
        if present and verb == finite and (heading or self._is_soon(verb)):
            return "planned"
        if _is_progressive(verb, finite) or self._is_progressive(verb):
            return "ongoing" if present else "happened"
        return "ongoing" if present and verb == finite and self._lasts(verb) else "happened"

    def _is_put(self, step: Step, trigger: Trigger) -> bool:
        """ "Denied it: 'There was no such call'": the words of a denial are not denied in turn."""
        between = trigger.word.doc[step.word.i + 1 : trigger.word.i]
        return step.effect == "deny" and any(token.text == ":" for token in between)

    def _is_unfulfilled(self, verb: Token, finite: Token) -> bool:
        """ "Hätte reisen sollen", "aurait dû se rendre", "wäre gekommen, wenn …": it was not so."""
        if verb == finite or not (_is_unreal(finite) or self._would_have(verb, finite)):
            return False
        if _is_unreal(finite) and any(
            _word(a) in self.auxiliaries and (clause.has(a, "VerbForm", "Inf") or _is_last(a, verb))
            for a in _auxiliaries(verb)
        ):
            return True
        if not clause.has(verb, "VerbForm", "Part"):
            return False
        beside = {verb._.lexeme, *(c.lower_ for c in verb.children)}
        return bool(beside & self.grammar.words("unfulfilled")) or any(
            self._is_past_condition(c) for c in clause.children(verb, "advcl")
        )

    def _would_have(self, verb: Token, finite: Token) -> bool:
        """ "Would have met": a perfect below the auxiliary of what might have been."""
        perfect = any(clause.has(a, "VerbForm", "Inf") for a in _auxiliaries(verb))
        return perfect and finite._.lexeme in self.grammar.words("would")

    def _inverted(self, verb: Token) -> Token | None:
        """ "Had X met Y, …", "were X to come": an auxiliary before the subject is an "if"."""
        words = self.grammar.words("inverted_condition")
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        if verb.dep_ not in ADVERBIAL or not subjects:
            return None
        before = [a for a in _auxiliaries(verb) if a.i < subjects[0].left_edge.i]
        return next((a for a in before if a.lower_ in words), None)

    def _is_past_condition(self, verb: Token) -> bool:
        """ "Wenn er gekommen wäre", "s'il était venu": a condition that was not met."""
        words = self.grammar.words("past_condition")
        if inverted := self._inverted(verb):
            return inverted.lower_ in words
        finite = self._finite_own(verb)
        if finite is None or not clause.has(verb, "VerbForm", "Part"):
            return False
        open_ = any(s.effect == "question" for s in self._marker(verb))
        if words:
            return open_ and finite.lower_ in words
        first = min((t.i for t in verb.subtree if not t.is_punct), default=verb.i)
        return _is_unreal(finite) and (open_ or finite.i == first)

    def _is_indirect(self, verb: Token, finite: Token) -> bool:
        """ "Meldete, dass beide telefoniert hätten": the plural has no other mood for reports."""
        plural = finite._.lexeme in self.grammar.words("active_auxiliary")
        said = verb.dep_ == "ccomp" and verb.head._.lexeme in self.saying
        told = plural and said and clause.has(finite, "Number", "Plur")
        return told and clause.has(verb, "VerbForm", "Part") and len(_auxiliaries(verb)) == 1

    def _is_soon(self, verb: Token) -> bool:
        """ "Reist bald nach X": a present tense that speaks of what is still to come."""
        words = self.grammar.words("soon")
        beside = clause.children(verb, "advmod", "obl", "nmod", "advcl")
        forms = {f"{clause.preposition(c, self.grammar) or ''} {c.lower_}".strip() for c in beside}
        return bool(forms & words)

    def _lasts(self, verb: Token) -> bool:
        """ "Liefert seit drei Jahren": in the present, and since a number of years or a date."""
        words = self.grammar.words("since")
        spans = [c for c in verb.children if clause.preposition(c, self.grammar) in words]
        return any(any(t.like_num for t in span.subtree) for span in spans)

    def _is_progressive(self, verb: Token) -> bool:
        """ "Is visiting": the language's progressive auxiliary beside a participle."""
        words = self.grammar.words("progressive")
        helped = any(c._.lexeme in words for c in clause.children(verb, "aux"))
        return helped and clause.has(verb, "VerbForm", "Part") and not clause.is_passive(verb)

    def _is_to_be(self, verb: Token) -> bool:
        """ "X to visit Y", "X is to visit Y": an infinitive with a subject of its own is a plan."""
        if verb.dep_ in {"acl", "csubj"} or not _is_infinitive(verb, helped=True):
            return False
        marked = any(c.lower_ in self.grammar.words("to") for c in clause.children(verb, "mark"))
        return marked and any(c.dep_ in {"nsubj", "nsubj:pass"} for c in verb.children)

    def _unkept(self, verb: Token) -> Standing | None:
        """ "Was to have visited": a plan that was not kept; "may be to visit" is open."""
        be = self.grammar.words("progressive")
        others = [a for a in _auxiliaries(verb) if a._.lexeme not in be]
        perfect = any(clause.has(a, "VerbForm", "Inf") for a in others)
        return ("not_happened" if perfect else "possible") if others else None

    def _nonfinite(self, verb: Token) -> Standing:
        """An infinitive that stands alone; "X und Y telefonieren" is a plural."""
        plural = self.grammar.words("plural_infinitive") and any(
            clause.children(c, "conj") or clause.has(c, "Number", "Plur")
            for c in clause.children(verb, "nsubj")
            if c.i < verb.i
        )
        bare = verb.head == verb and _is_bare_infinitive(verb) and not plural
        return "possible" if bare else "happened"

    def _finite(self, verb: Token) -> Token | None:
        if clause.has(verb, "VerbForm", "Fin"):
            return verb
        for child in verb.children:
            if child.dep_ in {"aux", "aux:pass", "cop"} and clause.has(child, "VerbForm", "Fin"):
                return child
        if verb.dep_ == "conj" and clause.is_verbal(verb.head):
            return self._finite(verb.head)
        return None

    def _clause(self, verb: Token) -> Iterator[Step]:
        """Operators inside the clause: auxiliaries, adverbs, negation, marker; inner to outer."""
        negation = None if verb.i in self._spent else self._negation(verb)
        if negation is not None and self._is_apart(negation.word, verb):
            negation = None
        for step, rule in self._auxiliary_steps(verb):
            if negation is not None and rule.negated is not None:
                yield Step(f"{rule.id}+negation", step.word, rule.negated)
                negation = None
            else:
                yield step
        yield from self._modifiers(verb, NOUN_EFFECTS)
        if verb.dep_ in {"acl", "amod"} and verb.i:  # "якобы подписанное соглашение"
            before = verb.nbor(-1)
            rules = self.modifiers.get(before.lower_, []) if before.head != verb else []
            yield from (Step(r.id, before, r.effect) for r in rules if r.effect in HEDGING)
        for phrase in clause.children(verb, "obl", "nmod", "obl:mod", "parataxis"):
            if self._tells(phrase):
                yield from self._modifiers(phrase, {"doubt"})
            elif self._is_told_as_fiction(phrase):
                yield Step("fiction", phrase, "doubt")
        for child in clause.children(verb, "advcl"):
            bare = clause.has(child, "VerbForm", "Inf") and not clause.children(child, "aux")
            if bare and child._.lexeme in self.grammar.words("believing"):
                yield Step("hearsay", child, "doubt")  # "à en croire X", "если верить X"
        if negation is not None and self._event is not None and self._is_silence(verb):
            # "does not comment on the visit"
            negation = negation._replace(name=f"{negation.name}{SILENCE}", effect="doubt")
        if negation is not None:
            yield negation
        yield from self._guessed(verb)
        yield from self._condition(verb)
        yield from self._marker(verb)

    def _is_told_as_fiction(self, phrase: Token) -> bool:
        """ "In the novel the president travels to X"."""
        at = clause.preposition(phrase, self.grammar) in self.grammar.words("place")
        return at and phrase._.lexeme in self.grammar.words("fiction")

    def _guessed(self, verb: Token) -> Iterator[Step]:
        """ "X has come, the paper speculated", "…, prétend le journal": it is only supposed."""
        for child in clause.children(verb, "parataxis"):
            before = child.nbor(-1) if child.i else child
            named = before.pos_ == "PROPN" and before.head != child  # "…, Kyiv alleges"
            first = before if named else child.left_edge
            comma = first.text == "," or (first.i and verb.doc[first.i - 1].text == ",")
            below = clause.children(child, "obj", "ccomp", "xcomp")
            own = [c for c in below if any(c.children) or c.pos_ != "VERB"]
            rules = self.governors.get(child._.lexeme, ())
            rules = [r for r in rules if not r.through or SPOKEN & set(r.through)]
            subject = named or any(c.dep_ in SUBJECTS for c in child.children)
            for rule in rules[:1] if comma and subject and not own else ():
                if rule.effect in {"possible", "doubt", "question"}:
                    yield Step(rule.id, child, rule.effect)

    def _tells(self, phrase: Token) -> bool:
        """ "According to unconfirmed reports", "in an alleged letter": where it is told."""
        preposition = clause.preposition(phrase, self.grammar)
        return preposition is not None and (
            preposition in self.formulas or phrase._.lexeme in self.telling
        )

    def _is_apart(self, negation: Token, verb: Token) -> bool:
        """ "Kein Zusammenhang zwischen dem Besuch und …": no link, but there is a visit."""
        noun = negation.head
        if self._event is None or noun == verb or noun == self._event:
            return False
        told = self._event.dep_ == "nsubj" and self._event.head == verb and noun.dep_ == "obj"
        if told and verb._.lexeme in self.grammar.words("outcome"):
            return True  # "the talks brought no result"
        inside = noun in self._event.ancestors and noun.dep_ in clause.CORE
        return inside and self._is_definite(self._event) and self._event.dep_ != "acl"

    def _condition(self, verb: Token) -> Iterator[Step]:
        """ "If X comes, he meets Y": what a condition must first be met for has not happened."""
        finite = self._finite(verb)
        if finite is None or clause.has(finite, "Tense", "Past"):
            return
        if self._is_unfulfilled(verb, finite):
            return
        for below in clause.children(verb, "advcl"):
            under = self._finite_own(below)
            if under is not None and clause.has(under, "VerbForm", "Fin"):
                yield from (s for s in self._marker(below) if s.effect == "question")

    def _auxiliary_steps(self, verb: Token) -> Iterator[tuple[Step, OperatorRule]]:
        bearer = verb
        while not _auxiliaries(bearer) and bearer.dep_ == "conj" and clause.is_verbal(bearer.head):
            if clause.has(bearer, "VerbForm", "Fin"):
                break
            bearer = bearer.head
        finite = self._finite(verb)
        if finite is not None and self._is_unfulfilled(verb, finite):
            return
        for aux in clause.children(bearer, "aux"):
            for rule in self.auxiliaries.get(_word(aux), ()):
                if _fits(aux, rule, verb):
                    effect = "doubt" if _looks_back(bearer, aux) else rule.effect
                    helped = any(clause.has(c, "VerbForm", "Inf") for c in _auxiliaries(verb))
                    if rule.id == "conditional" and not helped and self._is_announced(verb):
                        effect = "planned"
                    yield Step(rule.id, aux, effect), rule
                    break

    def _is_announced(self, verb: Token) -> bool:
        """ "Said he would visit": the future seen from a past saying, without a condition."""
        verb = clause.head_conjunct(verb)
        said = verb.dep_ == "ccomp" and verb.head._.lexeme in self.saying
        open_ = any(s.effect == "question" for c in verb.children for s in self._marker(c))
        return said and not open_ and clause.has(verb.head, "Tense", "Past")

    def _negation(self, verb: Token) -> Step | None:
        """The clause's negation: a particle, "kein" in its subject or object, "nobody"."""
        if self._is_just_done(verb):
            return None
        for child in verb.children:
            if child.dep_ in OPEN_RELATIONS | ADVERBIAL | COMPLEMENTS | {"conj", "mark"}:
                continue
            if _is_of_rest(child, verb):
                continue  # "hat es ratifiziert, der Senat noch nicht"
            within = [] if child.i in self._amounts(child) else _determiners(child)
            for word in (child, *within):
                rule = self._modifier(word, "negate")
                if rule is not None and not self._is_focused(word):
                    return Step(rule.id, word, "negate")
        nor = self._nor(verb)
        if nor is not None:
            return Step("negation", nor, "negate")
        if verb.dep_ == "conj" and clause.is_verbal(verb.head) and self._finite_own(verb) is None:
            return self._negation(verb.head)
        return None

    def _is_just_done(self, verb: Token) -> bool:
        """ "Hardly had X arrived when …", "не успел прилететь, как …": it had happened by then."""
        words, then = self.grammar.words("barely"), self.grammar.words("barely_then")
        told = verb._.lexeme in words or any(c.lower_ in words for c in verb.children)
        inner = [verb, *clause.children(verb, "xcomp")] if told else []
        after = [c for v in inner for c in clause.children(v, "advcl", "ccomp") if c.i > v.i]
        return any(m.lower_ in then for c in after for m in clause.children(c, "mark", "advmod"))

    def _nor(self, verb: Token) -> Token | None:
        """ "Weder bestätigen noch dementieren": the word right before the second verb denies it."""
        before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else verb
        opened = any(t.lower_ in self.grammar.words("neither") for t in verb.sent if t.i < before.i)
        return before if opened and before.lower_ in self.grammar.words("nor") else None

    def _amounts(self, noun: Token) -> set[int]:
        """ "Within a few days", "the next few": an amount, where no negation is meant."""
        few = [c for c in noun.children if c._.lexeme in self.grammar.words("paucal")]
        shown = any(c.dep_ in {"det", "case"} for c in noun.children)
        return {noun.i} if few and shown else set()

    def _is_focused(self, word: Token) -> bool:
        """ "Nicht nur besuchte er Polen": the particle denies the "only", not the visit."""
        after = [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]]
        return bool({*after[:1], " ".join(after)} & self.grammar.words("not_only"))

    def _finite_own(self, verb: Token) -> Token | None:
        if clause.has(verb, "VerbForm", "Fin"):
            return verb
        return next((a for a in _auxiliaries(verb)), None)

    def _modifiers(self, word: Token, effects: Set[str] | None = None) -> Iterator[Step]:
        predicate = bool(clause.children(word, "cop"))
        for child in word.children:
            if child.dep_ == "case" and (predicate or self._is_reason(word)):
                continue  # "is against it", "due to it": what is said, and no modifier
            if child.lower_ in self.grammar.words("barely"):
                continue  # "no sooner had X come": no coming that is soon
            if child.dep_ in {"advcl", "parataxis"}:
                yield from self._aside(child, effects)
            elif child.dep_ in {
                "advmod",
                "amod",
                "dep",
                "det",
                "nmod",
                "obl",
                "case",
                "acl",
                "compound",
                "discourse",
                "advmod:emph",
                "obl:arg",
            }:
                phrase = child.dep_ in TOPICS and child.pos_ == "NOUN"
                for rule in self._modifying(child):
                    if rule.effect == "negate" and self._is_just_done(word):
                        continue  # "не успел прилететь, как …"
                    if phrase and rule.effect == "planned" and _word(child) in rule.words:
                        continue  # "backed the plan": no planned backing
                    if rule.effect == "planned" and self._is_compared(child):
                        continue
                    if effects is None or rule.effect in effects:
                        yield Step(rule.id, child, rule.effect)
                        break

    def _is_reason(self, noun: Token) -> bool:
        """ "Due to the talks", "because of them": a preposition of several words, and no plan."""
        preposition = clause.preposition(noun, self.grammar) or ""
        return " " in preposition and preposition in self.grammar.words("beside_event")

    def _fate(self, trigger: Trigger) -> Iterator[Step]:
        """ "The visit, which was called off, …": what a relative clause says became of an event."""
        event = trigger.nodes[-1]
        if clause.is_verbal(event):
            return
        behind = (t for t in event.subtree if t.i > event.i and t.dep_ == "acl:relcl")
        for verb in behind:
            told = [c for c in clause.children(verb, *SUBJECTS) if clause.has(c, "PronType", "Rel")]
            if not told or not _agree(told[0], event):
                continue
            if verb._.lexeme in self.grammar.words("takes_place"):
                yield from self._host(verb)
            for rule in self.governors.get(_word(verb), ())[:1]:
                fails = told[0].dep_ == "nsubj:pass" or rule.id == "fail"
                if fails and rule.effect in {"cancel", "refuse", "planned", "redo"}:
                    yield from self._apply(rule, verb, noun=True)
            return

    def _described(self, noun: Token) -> Iterator[Step]:
        """ "Der geforderte Abzug", "die verhinderte Reise": what was done to it decides it."""
        for word in clause.children(noun, "amod") if self.grammar.words("deed_before_noun") else ():
            deed = word._.lexeme != word.lower_ and word._.lexeme not in self.modifiers
            rules = [r for r in self.governors.get(word._.lexeme, ()) if deed and not r.beside]
            for rule in rules[:1]:
                negation = self._negation(word)
                effect = rule.effect if negation is None else rule.negated or "possible"
                if effect in NOUN_EFFECTS | {"demand"}:
                    yield Step(rule.id, word, effect)

    def _is_compared(self, word: Token) -> bool:
        """ "Kam wie geplant": it was planned so, and came so."""
        return any(c.lower_ in self.grammar.words("comment_mark") for c in word.children)

    def _aside(self, clausal: Token, effects: Set[str] | None) -> Iterator[Step]:
        """ "Say, it seems", "as is alleged": a clause set beside the verb that hedges it."""
        if self._is_unsourced(clausal, clausal) and (effects is None or "doubt" in effects):
            yield Step("hearsay", clausal, "doubt")  # "…, so heißt es, …"
            return
        if any(c.dep_ == "nsubj" for c in clausal.children):
            return  # "…, X announced" says who says so
        marks = [c for c in clausal.children if c.dep_ in {"mark", "advmod"}]
        comments = [m for m in marks if m.lower_ in self.grammar.words("comment_mark")]
        forms = [f"{m.lower_} {_word(clausal)}" for m in comments]
        rules = [r for f in forms for r in self.modifiers.get(f, ())]
        if clausal.dep_ == "parataxis":
            rules += self._modifying(clausal) + self.modifiers.get(clausal.lower_, [])
        for rule in rules:
            if effects is None or rule.effect in effects:
                yield Step(rule.id, clausal, rule.effect)
                return

    def _modifying(self, word: Token) -> list[OperatorRule]:
        """The rules of a modifier: of its word, of fixed words, of it with its preposition."""
        forms = [_word(word), word.lower_]
        before = word.nbor(-1) if word.i else word
        if word.dep_ == before.dep_ == "advmod" and before.head == word.head:
            forms.insert(0, f"{before.lower_} {word.lower_}")  # "all but"
        close = [c for c in clause.children(word, "advmod") if c.i == word.i + 1]  # "едва ли"
        if fixed := [c.lower_ for c in clause.children(word, "fixed") or close]:
            forms.append(" ".join([word.lower_, *fixed]))
        if preposition := clause.preposition(word, self.grammar):
            forms.append(f"{preposition} {word.lower_}")
        return [rule for form in forms for rule in self.modifiers.get(form, ())]

    def _modifier(self, word: Token, effect: str) -> OperatorRule | None:
        rules = self.modifiers.get(_word(word), ())
        return next((r for r in rules if r.effect == effect), None)

    def _marker(self, verb: Token) -> Iterator[Step]:
        inner = [c for o in clause.children(verb, "obl", "obj") for c in clause.children(o, "case")]
        before = [c for c in inner if c.i < verb.i]  # "um Polen zu besuchen"
        after = [verb.nbor(1)] if verb.i + 1 < verb.sent.end else []
        particle = [
            t for t in after if t.pos_ == "PART" and t.dep_ == "advmod" and t.head.head == verb
        ]  # "был ли X в Y"
        for child in (*verb.children, *particle, *(before if _is_infinitive(verb) else ())):
            if child.dep_ in {"mark", "advmod", "case"} and not _is_inside(child, verb):
                for rule in self.markers.get(_word(child), ()):
                    if rule.effect == "question" and self._is_conceded(verb, child):
                        continue
                    if not rule.features or self._bears(verb, rule.features):
                        aim = rule.effect in {"possible", "question"}
                        errand = aim and self.is_errand(verb)
                        yield Step(rule.id, child, "planned" if errand else rule.effect)
                        return

    def _is_conceded(self, verb: Token, marker: Token) -> bool:
        """ "Si X a levé son veto, il a …": before a past, a perfect behind "si" is no condition."""
        both = (verb, verb.head) if verb.dep_ == "advcl" and verb.i < verb.head.i else ()
        finite = [self._finite_own(v) for v in both]
        perfect = all(
            f is not None and _is_perfect(v, f) for v, f in zip(both, finite, strict=True)
        )
        return bool(both) and perfect and marker.lower_ in self.grammar.words("conceding")

    def is_errand(self, verb: Token) -> bool:
        """ "Flew to X to sign the treaty": what one goes somewhere for is a plan."""
        aim = verb.dep_ == "advcl" and _is_bare_infinitive(verb)
        return aim and verb.head._.lexeme in self.travel

    def _bears(self, verb: Token, features: dict[str, str]) -> bool:
        finite = self._finite(verb)
        return finite is not None and all(clause.has(finite, n, v) for n, v in features.items())

    # ------------------------------------------------------------------ nouns
    def _noun_base(self, word: Token) -> Standing:
        """What an event noun presupposes: a definite or dated one is a fact, others may be."""
        head = clause.head_conjunct(word).head
        if head == word or clause.head_conjunct(word).dep_ in {"nsubj", "nsubj:pass", "appos"}:
            return "happened"
        preposition = clause.preposition(word, self.grammar)
        if self._is_presupposed(word) or preposition in self.grammar.words("since_event"):
            return "happened"
        empty = self.grammar.words("expletive")
        happens = any(c.lower_ in empty for c in clause.children(head, "nsubj"))  # "es kam zu"
        aim = preposition in self.grammar.words("aim")
        if aim and head._.lexeme in self.travel:
            return "happened" if happens else "planned"  # "arrived for talks"
        return "happened" if self._is_definite(word) else "possible"

    def _is_definite(self, word: Token) -> bool:
        preposition = clause.preposition(word, self.grammar)
        if preposition is not None and any(clause.has(c, "Definite", "Ind") for c in word.children):
            return False  # "waits for a call from X", "relies on a visit by X"
        for child in word.children:
            if clause.has(child, "Definite", "Def") or clause.has(child, "Poss", "Yes"):
                return True
            if child.dep_ in {"nmod:poss", "nmod"} or clause.has(child, "PronType", "Dem"):
                return True
        return preposition is not None and not any(c.dep_ == "det" for c in word.children)

    # ------------------------------------------------------------------ upwards
    def _climb(self, trigger: Trigger) -> Iterator[Step]:
        below = trigger.nodes[-1]
        inside_noun = not clause.is_verbal(below)
        presupposed = False
        given = False  # "failed to agree after talks": the talks were, whatever failed
        while below.head != below:
            relation, head = below.dep_, below.head
            free = relation == "acl:relcl" and not _marked(below) and not self._is_content(below)
            reduced = _is_reduced_relative(below) and not self._is_unspecific(head)
            if free or reduced:
                presupposed = free and self._is_presupposed_relative(below)
                yield from self._first(head)
                break  # a relative clause stands by itself, even in a question
            if relation == "advcl" and self._is_beside(below):
                break  # so does what happened before, after or because of something else
            if clause.is_ranked(below, self.grammar) and clause.told_of(below, self.grammar):
                break  # ", the first delegation to go there"
            if relation == "parataxis":
                yield from self._hedged(below, head)
            if relation == "conj":
                if clause.is_verbal(head) and clause.is_verbal(below):
                    yield from self._marker(head)  # "if X comes and meets Y"
                below = head
                inside_noun = inside_noun and not clause.is_verbal(head)
                if not clause.is_verbal(head):
                    yield from self._modifiers(head, {"negate", "planned", "cancel"})
                continue
            complement = relation in ADVERBIAL and self._is_complement(below)
            if complement or relation not in OPEN_RELATIONS | ADVERBIAL or self._is_told(below):
                given = given or (inside_noun and self._is_given(below))
                for step in self._governor(below, head, inside_noun):
                    if not given or step.effect not in CLOSING:
                        yield step
                    given = given or step.name.startswith("schedule")
                inside_noun = inside_noun and not clause.is_verbal(head)
            below = head
        if not presupposed and below.sent.text.rstrip("»«\"”“' \n\t\xa0").endswith("?"):
            yield Step("question", below.sent[-1], "question")

    def _first(self, noun: Token) -> Iterator[Step]:
        """ "He would be the first president who visits Riga": no surer than that he will be."""
        above = _role_verb(noun)
        if above is None:
            return
        unreal = any(clause.has(a, "Mood", "Cnd") for a in _auxiliaries(above))  # "стал бы"
        tense = "possible" if unreal else self._tense(above)
        if tense in {"planned", "possible"}:
            yield Step("tense", above, str(tense))
        yield from (step for step, _ in self._auxiliary_steps(above))
        if above.dep_ in {"xcomp", "ccomp"} and clause.is_verbal(above.head):
            yield from self._governor(above, above.head, False)  # "hopes to become"

    def _is_unspecific(self, noun: Token) -> bool:
        """ "Has not agreed to take migrants deported by X": whoever they may be.

        In a language with articles, a plural without any.
        """
        plural = noun.pos_ == "NOUN" and clause.has(noun, "Number", "Plur")
        plural = plural and noun.dep_ == "obj" and noun.head.dep_ in {"xcomp", "acl", "ccomp"}
        shown = clause.children(noun, "det", "nmod:poss", "amod")
        return bool(self.grammar.words("bare_plural")) and plural and not shown

    def _is_presupposed_relative(self, verb: Token) -> bool:
        """ "Why did those who met X leave?": what a question with a word of its own takes for
        granted; not "is it X who came?", nor "was there a president who came?".
        """
        opening = [t for t in verb.sent if not t.is_punct and not t.is_space][:3]
        asked = any(t._.lexeme in self.grammar.words("question_word") for t in opening)
        pronoun = any(clause.has(t, "PronType", "Rel") for t in verb.subtree)
        noun = verb.head
        open_ = any(
            clause.has(c, "PronType", feature) or clause.has(c, "Definite", "Ind")
            for c in (noun, *noun.children)
            for feature in ("Ind", "Int", "Neg")
            if c.dep_ != "acl:relcl"
        )
        return asked and pronoun and not open_ and noun.pos_ in {"NOUN", "PROPN"}

    def _is_given(self, noun: Token) -> bool:
        """ "After talks", "during the visit": what the clause around it takes for granted."""
        presupposed = noun.dep_.startswith("obl") and self._is_presupposed(noun)
        before = clause.preposition(noun, self.grammar) in self.grammar.words("noun_before")
        return presupposed and not before

    def _hedged(self, verb: Token, head: Token) -> Iterator[Step]:
        """ "They say, X has come": a verb without subject set before the clause hedges it."""
        if head.i < verb.i and not any(c.dep_ in SUBJECTS for c in head.children):
            for rule in self.modifiers.get(head.lower_, ())[:1]:
                yield Step(rule.id, head, rule.effect)

    def _is_beside(self, verb: Token) -> bool:
        """A finite clause of time or reason; what is done to the main clause does not reach it."""
        words = self.grammar.words("beside_clause")
        return any(c.lower_ in words for c in clause.children(verb, "mark", "advmod"))

    def _is_complement(self, verb: Token) -> bool:
        """ "Close to signing", "stopped from visiting", "is said to have met"."""
        if _is_infinitive(verb) and not _marked(verb):
            return True
        marks = {c.lower_ for c in clause.children(verb, "mark")}
        content = bool(marks) and marks <= self.grammar.words("content_mark")
        if content and verb.head.i < verb.i and verb.head._.lexeme in self.governors:
            return True  # "il n'est pas prévu qu'il aille …"
        if not marks and verb.head._.lexeme in self.governors and _is_right_behind(verb):
            return True
        return bool(marks & self.grammar.words("complement_mark")) and not any(
            c.dep_ == "nsubj" for c in verb.children
        )

    def _is_told(self, verb: Token) -> bool:
        """A clause set beside its verb in the mood of reported speech, or as a "that" clause."""
        finite = self._finite(verb)
        told = finite is not None and clause.has(finite, "Mood", "Sub")
        relative = verb.dep_ == "acl:relcl" and _marked(verb)
        return (told and verb.dep_ == "parataxis") or relative or self._is_content(verb)

    def _is_content(self, verb: Token) -> bool:
        """ "Berichte, wonach …", "… nach denen …", "des rumeurs selon lesquelles …"."""
        if verb.dep_ not in CLAUSES:
            return False
        left = [t for t in verb.subtree if not t.is_punct][:3]
        if any(t.lower_ in self.grammar.words("content_relative") for t in left[:1]):
            return True
        told = verb.head._.lexeme in self.grammar.words("hearsay_noun")
        cases = {t.lower_ for t in left} & self.grammar.words("content_case")
        return told and bool(cases) and any(clause.has(t, "PronType", "Rel") for t in left)

    def _hearsay(self, below: Token, head: Token) -> Token | None:
        """The noun whose content a clause is: "reports that X came", "сообщения о том, что …"."""
        noun = head.head if head.pos_ == "PRON" and head.dep_ == "nmod" else head
        finite = below.dep_ == "acl" and clause.has(below, "VerbForm", "Fin")
        content = noun.pos_ == "NOUN" and (finite or _marked(below))
        return noun if (content or self._is_content(below)) and self._is_hearsay(noun) else None

    def _is_unsourced(self, below: Token, verb: Token) -> bool:
        """ "Es heißt, X sei gereist": a verb of saying that names its source nowhere."""
        slots = self.impersonal.get(verb._.lexeme)
        if verb.dep_ == "parataxis" and below == verb and clause.children(verb, "ccomp"):
            return False
        if not slots or below.dep_ not in COMPLEMENTS | {"parataxis"}:
            return False
        beside = (s for p in slots for s in clause.fill([verb], p, self.grammar))
        return not any(True for _ in beside)

    def _rumoured(self, below: Token, verb: Token) -> Step | None:
        """ "Говорят, что X приехал": a form that alone says that nobody in particular says so."""
        bare = below.dep_ in {"ccomp", "csubj"} and not any(
            c.dep_ in SUBJECTS for c in verb.children
        )
        known = self.governors.get(_word(verb), ()) or verb.lower_ == _word(verb)
        rules = self.modifiers.get(verb.lower_, []) if bare and not known else []
        return next((Step(r.id, verb, r.effect) for r in rules if r.effect in NOUN_EFFECTS), None)

    def _is_hearsay(self, noun: Token) -> bool:
        """ "Es gibt Berichte, wonach …", which nobody confirmed."""
        above = self.governors.get(noun.head._.lexeme, ()) if noun.head != noun else ()
        sure = any(rule.effect in {"achieve", "confirm"} for rule in above)
        return noun._.lexeme in self.grammar.words("hearsay_noun") and not sure

    def _governor(self, below: Token, head: Token, noun: bool) -> Iterator[Step]:
        """What one head does to the event below it."""
        rules = self.governors.get(head._.lexeme, ())
        if below.dep_ in {"ccomp", "parataxis"}:
            yield from self._modifiers(head, {"wrong"})  # "mistakenly said"
            for speaker in clause.children(head, "nsubj"):  # "a false statement said"
                yield from self._modifiers(speaker, {"doubt"})
        threatened = any(below.dep_ in rule.through for rule in rules)  # "threatened with a ban"
        threatened = threatened and not self._is_timed(below)
        if noun and below.dep_.startswith("obl") and not threatened and self._is_presupposed(below):
            yield from self._presupposed(below, head)
            return
        if (noun or below.dep_ in FATED) and (doubts := self._doubts(below, head)):
            yield from doubts
            return
        if noun and (timing := self._scheduling(below, head)):
            yield timing
            return
        if noun and (fate := self._raised(below, head)):
            yield from fate
            rules = [] if self._is_past_duty(head) else self.governors.get(_word(head), ())
            for rule in [r for r in rules if r.effect in NOUN_EFFECTS][:1]:
                yield from self._apply(rule, head, noun)
            return
        topics = self.grammar.words("noun_topic") | self.grammar.words("said_of")
        topic = clause.preposition(below, self.grammar) in topics
        if (topic or not noun) and (told := self._told_by_noun(below, head)):
            yield from told
            return
        if (teller := self._hearsay(below, head)) is not None:
            yield Step("hearsay", teller, "doubt")
            return
        if self._is_unsourced(below, head):
            yield Step("hearsay", head, "doubt")
            return
        if said := self._rumoured(below, head):
            yield said
            return
        for rule in self.governors.get(head._.lexeme, ()):
            if self._takes(rule, below, head):
                yield from self._apply(rule, head, noun)
                return
        if noun and clause.is_verbal(head):
            if self._is_left_open(below, head):
                yield Step("indefinite", below, "possible")
            yield from self._host(head)
        elif clause.is_ranked(head, self.grammar) and below.dep_ == "acl":
            role = _role_verb(head)
            yield from self._host(role) if role is not None else ()
        elif any(self._marker(below)) or clause.is_headline_plan(below):
            return
        elif _is_bare_infinitive(below) and below.dep_ in {"acl", "xcomp", "ccomp", "advcl"}:
            yield Step("infinitive", below, "planned" if self.is_errand(below) else "possible")
        elif _is_gerund(below) and self._is_open_gerund(below):
            yield Step("gerund", below, "possible")
        elif _is_infinitive(below) and clause.is_passive(head):
            yield Step("said to have", head, "doubt")
        elif self._is_doubted(below):
            yield Step("subjunctive", below, "possible")

    def _is_left_open(self, noun: Token, verb: Token) -> bool:
        """ "Knüpft ein Treffen an Bedingungen", "ein Treffen rückt näher": perhaps, one day.

        An encounter with an indefinite article that a verb of no list is said of, in the present,
        or has as its object.
        """
        words = self.grammar.words("open_article")
        open_ = any(c._.lexeme in words for c in clause.children(noun, "det"))
        if not open_ or noun._.lexeme not in self.encounters or verb._.lexeme in self.known:
            return False
        if verb.pos_ != "VERB" or noun.dep_ not in {"nsubj", "obj"}:
            return False
        return noun.dep_ == "obj" or clause.has(verb, "Tense", "Pres")

    def _scheduling(self, event: Token, head: Token) -> Step | None:
        """ "No date has been set for the visit", "the date of the visit was agreed"."""
        words = self.grammar.words("schedule")
        verb = head if clause.is_verbal(head) else head.head
        beside = [head] if verb != head else clause.children(verb, *SUBJECTS, "obj")
        beside += clause.children(event, "measure")
        dates = [t for t in beside if t._.lexeme in words and t != event]
        if not dates or not clause.is_verbal(verb):
            return None
        if self._negation(verb) is not None:
            return Step("schedule+negation", dates[0], "possible")
        rules = self.governors.get(_word(verb), ())
        fixed = any(r.effect == "planned" for r in rules)
        return Step("schedule", dates[0], "planned") if fixed else None

    def _is_timed(self, noun: Token) -> bool:
        """ "In the course of the visit": a preposition of several words that can only say when."""
        preposition = clause.preposition(noun, self.grammar) or ""
        return " " in preposition and preposition in self.grammar.words("noun_time")

    def _is_doubted(self, verb: Token) -> bool:
        """ "Rien ne dit qu'il soit venu": a subjunctive that tells no fact, but a doubt."""
        clausal = verb.dep_ in {"ccomp", "csubj"}
        doubting = bool(self.grammar.words("doubting_subjunctive"))
        return clausal and doubting and self._bears(verb, {"Mood": "Sub"})

    def _is_open_gerund(self, verb: Token) -> bool:
        """ "Accused of supplying", "insisted on visiting": whether it was done is not said."""
        marks = {c.lower_ for c in clause.children(verb, "mark", "case")}
        return bool(marks & self.grammar.words("open_mark"))

    def _raised(self, subject: Token, head: Token) -> list[Step]:
        """ "The visit had to be cancelled", "ließ das Treffen platzen": what becomes of it."""
        caused = subject.dep_ == "obj" and head._.lexeme in self.grammar.words("letting")
        if (subject.dep_ not in SUBJECTS and not caused) or subject.head != head:
            return []
        for verb in clause.children(head, "xcomp"):
            for rule in self.governors.get(_word(verb), ()):
                if rule.effect in CLOSING and _is_infinitive(verb):
                    return list(self._apply(rule, verb, noun=True))
        return []

    def _is_past_duty(self, verb: Token) -> bool:
        """ "Had to be cancelled": what one had to do, one did."""
        finite = self._finite(verb)
        obliged = any(r.id == "obliged" for r in self.governors.get(_word(verb), ()))
        past = finite is not None and clause.has(finite, "Tense", "Past")
        return obliged and past and self._negation(verb) is None

    def _doubts(self, subject: Token, head: Token) -> list[Step]:
        """Words in the predicate of an event that put the event in doubt.

        Single words speak of the subject, be it a noun or a clause; a fixed phrase with its verb
        ("legte die Gespräche auf Eis") speaks of its object too.
        """
        if subject.head != head:
            return []
        if fixed := self._fixed_fate(subject, head):
            return fixed
        if subject.dep_ not in SUBJECTS and not self._is_subject_clause(subject):
            return []
        said = [c for c in head.children if c != subject and c.dep_ not in SAID_OF_OTHERS]
        for word in (head, *said, *(c for s in said for c in clause.children(s, "nmod", "amod"))):
            for rule in self.predicates.get(_word(word), ()):
                governing = self.governors.get(_word(head), ()) if head.pos_ == "VERB" else ()
                if word == head and any(r.effect != rule.effect for r in governing):
                    continue  # "scheiterte" says more than doubt
                if word == head or word.dep_ in rule.through:
                    return list(self._apply(rule, head, noun=True))
        return []

    def _is_subject_clause(self, verb: Token) -> bool:
        """ "Dass X kommt, ist unwahrscheinlich": a clause of which its verb's predicate speaks."""
        others = [c for c in verb.head.children if c.dep_ in SUBJECTS]
        empty = all(o.lower_ in self.grammar.words("expletive") for o in others)
        return verb.dep_ in {"csubj", "csubj:pass"} or (verb.dep_ == "ccomp" and empty)

    def _fixed_fate(self, below: Token, head: Token) -> list[Step]:
        """ "Legte die Gespräche auf Eis", "der Besuch ist vom Tisch": a phrase and its verb."""
        said = head.pos_ == "ADJ" or clause.children(head, "cop")
        if below.dep_ not in FATED and not (below.dep_ == "nmod" and said):
            return []
        beside = [*head.children, *clause.children(below, "nmod")]
        forms = {self._phrase(c, head) for c in beside if c != below}
        forms |= {self._phrase(head, copula) for copula in clause.children(head, "cop")}
        for rule in [r for form in forms for r in self.predicates.get(form, ())][:1]:
            return list(self._apply(rule, head, noun=True))
        return []

    def _phrase(self, word: Token, verb: Token) -> str:
        preposition = clause.preposition(word, self.grammar)
        parts = [preposition] if preposition else []
        return " ".join([*parts, _word(word), _word(verb)])

    def _told_by_noun(self, below: Token, head: Token) -> list[Step]:
        """ "Es gibt Gerüchte, dass …", "no decision was made on a visit": the noun governs."""
        if said := list(self._content_of(below)):
            return said
        light = any(r.effect == "occur" for r in self.governors.get(_word(head), ()))
        if below.dep_ not in COMPLEMENTS | TOPICS | {"obl:arg"} or not light:
            return []
        for child in clause.children(head, "obj", "nsubj", "nsubj:pass"):
            rule = next(iter(self.governors.get(_word(child), ())), None)
            if child.pos_ == "NOUN" and rule is not None and rule.effect in NOUN_GOVERNORS:
                return list(self._apply(rule, child, noun=False))
        return []

    def _content_of(self, clausal: Token) -> Iterator[Step]:
        """ "Es mehren sich die Anzeichen, dass …": the noun right before the clause governs it."""
        first = clausal.left_edge.i
        marked = clausal.dep_ == "ccomp" and _marked(clausal) and first > 1
        noun = clausal.doc[first - 2 if clausal.doc[first - 1].text == "," else first - 1]
        if not marked or noun.pos_ != "NOUN" or noun.head != clausal.head:
            return
        for rule in self.governors.get(_word(noun), ())[:1]:
            if rule.effect in NOUN_GOVERNORS:
                yield from self._apply(rule, noun, noun=False)

    def _takes(self, rule: OperatorRule, below: Token, head: Token) -> bool:
        relation = below.dep_
        near = (*head.children, *clause.children(below, "mark"))  # "talked out of visiting"
        if rule.beside and not any(c.lower_ in rule.beside for c in near):
            return False
        if rule.of and _word(below) not in rule.of:
            return False
        if any(clause.has(below, name, value) for name, value in rule.without.items()):
            return False
        manner = any(c.pos_ == "ADJ" for c in clause.children(head, "advmod", "xcomp"))
        if manner and _word(head) in self.grammar.words("turned_out"):
            return False  # "the criticism turned out harsh"
        topic = clause.preposition(below, self.grammar) in self.grammar.words("noun_topic")
        if topic and rule.effect == "refuse" and relation in TOPICS:
            return False  # "declined comment on the talks"
        if not all(clause.has(head, name, value) for name, value in rule.features.items()):
            return False
        if rule.through:
            return relation in rule.through
        if relation == "nsubj" and clause.is_verbal(head) and head.pos_ != "ADJ":
            return rule.effect in {"occur", "cancel", "refuse"} and not clause.children(head, "obj")
        return relation != "amod"

    def _apply(self, rule: OperatorRule, head: Token, noun: bool) -> Iterator[Step]:
        if rule.effect == "occur":
            yield from self._host(head)
            return
        negation = self._negation(head) or next(iter(self._modifiers(head, {"negate"})), None)
        if not clause.is_verbal(head) and clause.is_verbal(head.head):
            negation = negation or self._negation(head.head)
            self._spent.add(head.head.i)
        name = rule.id if negation is None else f"{rule.id}+negation"
        effect = rule.effect if negation is None else rule.negated or "possible"
        closed = effect == "refuse" or (negation is not None and rule.effect != "refuse")
        if closed and self._keeps_silent(head):
            name, effect = f"{rule.id}{SILENCE}", "doubt"
        elif negation is not None and self._is_silence(head):
            name = f"{rule.id}{SILENCE}"
        yield Step(name, head, effect)
        tense = self._tense(head) if clause.is_verbal(head) else "happened"
        if tense in {"planned", "possible"}:
            yield Step("tense", head, str(tense))
        if tense == "not_happened" and negation is None:
            yield Step("unfulfilled", head, "refuse")
        shut = negation is not None and effect in CLOSING  # "kann keine Rede davon sein"
        helping = self._auxiliary_steps(head)
        yield from (step for step, aux in helping if not (shut and aux.negated == "negate"))
        if clause.is_verbal(head):  # "will hardly be able to come"
            yield from self._modifiers(head, {"possible", "doubt"})
        yield from self._marker(head)

    def _keeps_silent(self, verb: Token) -> bool:
        """ "Declined to confirm the visit", "refused comment on it": it is left open."""
        return any(self._is_silence(c) for c in clause.children(verb, "xcomp", "obj"))

    def _is_silence(self, word: Token) -> bool:
        return word._.lexeme in self.grammar.words("silence")

    def _is_presupposed(self, noun: Token) -> bool:
        absent = noun.head._.lexeme in self.grammar.words("attending")
        if absent and self._negation(noun.head) is not None:
            return False  # "did not appear at the talks"
        preposition = clause.preposition(noun, self.grammar)
        if preposition in self.grammar.words("noun_topic") and (
            clause.is_passive(noun.head) or self._negation(noun.head) is not None
        ):
            return False  # "no decision was taken on a visit"
        if preposition in self.grammar.words("noun_medium"):
            return clause.has(noun, "Case", "Dat")  # "in einem Gespräch mit X sagte er"
        if clause.is_gathering(noun, self.grammar):
            rules = self.governors.get(noun.head._.lexeme, ())
            return clause.is_verbal(noun.head) and all(r.effect != "demand" for r in rules)
        words = self.grammar.words("noun_time") | self.grammar.words("beside_event")
        words |= self.grammar.words("terms")
        if preposition in self.grammar.words("setting"):
            # "offered thanks in a meeting", "discussed it in a phone call"
            return noun.head._.lexeme in self.speaking | self.talking
        return preposition in words

    def _presupposed(self, noun: Token, verb: Token) -> Iterator[Step]:
        """ "Nach dem Besuch …": the clause around it may deny what it likes, the visit was."""
        preposition, finite = clause.preposition(noun, self.grammar), self._finite(verb)
        if self._is_beside_plan(noun, verb):
            yield Step("beside a plan", noun, "planned")
        if preposition in self.grammar.words("noun_before"):
            yield Step("before", noun, "planned")
        past = finite is not None and clause.has(finite, "Tense", "Past")
        if preposition in self.grammar.words("noun_after") and past:
            return  # "nach dem Besuch wollte er …"
        if self._tense(verb) in {"planned", "possible"}:
            yield Step("tense", verb, "planned")
        else:
            yield from (step for step, _ in self._auxiliary_steps(verb))
        yield from (s for s in self._marker(verb) if s.effect == "question")

    def _is_beside_plan(self, noun: Token, verb: Token) -> bool:
        """ "Ruled out no meeting during his visit": what is open shall be at that visit.

        Not so "discussed a meeting in a call": there they talked of it.
        """
        if verb._.lexeme in self.talking:
            return False
        objects = [o for o in clause.children(verb, "obj") if o.i < noun.i]
        rule = next(iter(self.governors.get(verb._.lexeme, ())), None)
        if rule is None or not any(o._.lexeme in self.encounters for o in objects):
            return False
        open_ = rule.effect in {"possible", "planned", "demand"}
        return open_ or (rule.effect == "refuse" and self._negation(verb) is not None)

    def _host(self, verb: Token) -> Iterator[Step]:
        """The event noun shares the standing of the clause that it stands in."""
        tense = self._tense(verb)
        if tense in {"planned", "possible"}:
            yield Step("tense", verb, "planned" if tense == "planned" else "possible")
        if tense == "not_happened":
            yield Step("unfulfilled", verb, "refuse")
        yield from self._clause(verb)


def _role_verb(noun: Token) -> Token | None:
    """ "Becomes the president of Y, who …": the role's verb, wherever in it the clause hangs."""
    while noun.dep_ in {"nmod", "flat"} and noun.head.pos_ == "NOUN":
        noun = noun.head
    return clause.role_verb(noun)


def _is_inside(word: Token, verb: Token) -> bool:
    """ "Met once", "had once met", "not once has X met": an adverb, which opens no clause."""
    starts = [c.i for c in verb.children if c.dep_ in SUBJECTS]
    graded = bool(clause.children(word, "advmod"))
    adverb = word.pos_ == "ADV" and word.dep_ == "advmod"
    return adverb and (graded or word.i > min([verb.i, *starts]))


def _is_unreal(auxiliary: Token) -> bool:
    """The mood of what might have been: "hätte", "wäre", "aurait"."""
    past = clause.has(auxiliary, "Mood", "Sub") and clause.has(auxiliary, "Tense", "Past")
    return auxiliary.dep_ == "aux" and (past or clause.has(auxiliary, "Mood", "Cnd"))


def _is_last(auxiliary: Token, verb: Token) -> bool:
    """ "Hätte besuchen sollen": behind its verb, in the form of its own infinitive."""
    return auxiliary.i > verb.i and auxiliary.lower_ == auxiliary._.lexeme


def _looks_back(verb: Token, modal: Token) -> bool:
    """A modal over a perfect infinitive ("soll besucht haben") guesses at the past.

    The "haben" stands below the verb or, where the tree erred, above it. "Will be visiting" does
    not look back.
    """
    if clause.has(verb, "Tense", "Pres") or clause.has(verb, "VerbForm", "Ger"):
        return False
    helping = [c for c in clause.children(verb, "aux", "cop") if c != modal]
    if verb.dep_ == "xcomp" and clause.has(verb, "VerbForm", "Part") and verb.head.i == verb.i + 1:
        helping.append(verb.head)
    return any(clause.has(c, "VerbForm", "Inf") for c in helping)


def _is_bare_infinitive_under(verb: Token, finite: Token) -> bool:
    """An infinitive with an auxiliary that no rule knows: in doubt the weaker standing."""
    return verb != finite and finite.dep_ == "aux" and clause.has(verb, "VerbForm", "Inf")


def _is_gerund(verb: Token) -> bool:
    """A gerund, or what a tagger takes for a present participle behind a preposition."""
    words = [verb, *clause.children(verb, "aux", "cop")]  # "accused of having supplied"
    participle = any(
        clause.has(w, "VerbForm", "Part") and clause.has(w, "Tense", "Pres") for w in words
    )
    return any(clause.has(w, "VerbForm", "Ger") for w in words) or participle


def _is_right_behind(verb: Token) -> bool:
    """ "Ruled out visiting": a participle behind its verb, with no comma and no subject."""
    present = clause.has(verb, "Tense", "Pres") or clause.has(verb, "VerbForm", "Ger")
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    between = verb.doc[verb.head.i + 1 : verb.i] if verb.head.i < verb.i else None
    if between is None or own or clause.has(verb, "VerbForm", "Fin") or not present:
        return False
    return all(t.dep_ == "compound:prt" or t.pos_ == "ADV" for t in between)


def _is_infinitive(verb: Token, helped: bool = False) -> bool:
    """An infinitive, itself or by its auxiliary ("to have visited"); `helped` allows "is to"."""
    words = [verb, *_auxiliaries(verb)]
    return any(clause.has(w, "VerbForm", "Inf") for w in words) and (
        helped or not any(clause.has(w, "VerbForm", "Fin") for w in words)
    )


def _is_bare_infinitive(verb: Token) -> bool:
    """An infinitive without a perfect ("zu besuchen", not "besucht zu haben")."""
    return clause.has(verb, "VerbForm", "Inf") and not _auxiliaries(verb)


def _operator(step: Step, standing: Standing) -> Operator:
    word = step.word
    span = Span(start=word.idx, end=word.idx + len(word), text=word.text)
    return Operator(name=step.name, trigger=word.text, standing=standing, span=span)


def _by_word(rules: Iterator[OperatorRule]) -> dict[str, list[OperatorRule]]:
    table: dict[str, list[OperatorRule]] = {}
    for rule in rules:
        for word in rule.words:
            table.setdefault(word, []).append(rule)
    return table


def _marked(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.pos_ == "SCONJ" for c in verb.children)


def _word(token: Token) -> str:
    return str(token._.lexeme or token.lower_)


def _auxiliaries(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in {"aux", "aux:pass"}]


def _determiners(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ in {"det", "advmod", "amod", "nummod", "cc"}]


def _fits(aux: Token, rule: OperatorRule, verb: Token) -> bool:
    """Does the auxiliary bear the rule's features, and the verb none of those it must not?"""
    return all(clause.has(aux, name, value) for name, value in rule.features.items()) and not any(
        clause.has(verb, name, value) for name, value in rule.without.items()
    )


def _is_perfect(verb: Token, finite: Token) -> bool:
    """A past participle with an auxiliary of the present indicative ("a levé")."""
    past = clause.has(verb, "VerbForm", "Part") and clause.has(verb, "Tense", "Past")
    return past and clause.has(finite, "Tense", "Pres") and clause.has(finite, "Mood", "Ind")


def _is_progressive(verb: Token, finite: Token) -> bool:
    """ "Is visiting": a participle of the present, or a gerund, with a finite auxiliary."""
    if verb == finite:
        return False
    present = clause.has(verb, "VerbForm", "Part") and clause.has(verb, "Tense", "Pres")
    return present or clause.has(verb, "VerbForm", "Ger")


def _is_reduced_relative(verb: Token) -> bool:
    """ "The plane given by Poland": a passive participle tells of its noun like a relative clause.

    So does an active one that bears a case ("послы, прибывшие в Киев"). Not so below an indefinite
    noun ("any treaty signed by").
    """
    active = clause.has(verb, "Voice", "Act") and bool(verb.morph.get("Case", []))
    relation = verb.dep_ == "acl" or (active and verb.dep_ == "amod")
    if not relation or not clause.has(verb, "VerbForm", "Part") or _marked(verb):
        return False
    open_ = any(
        clause.has(c, "PronType", "Neg") or clause.has(c, "PronType", "Ind")
        for c in verb.head.children
    )
    told = clause.is_passive(verb) and any(c.dep_ in AGENTS for c in verb.children)
    return (active or told) and not open_


def _is_of_rest(word: Token, verb: Token) -> bool:
    """Does a word stand behind the comma after a participle, in a clause without its verb?"""
    closed = clause.has(verb, "VerbForm", "Part") and not clause.has(verb, "VerbForm", "Fin")
    between = verb.doc[verb.i + 1 : word.i] if closed and verb.i < word.i else ()
    helping = any(c.i > word.i for c in _auxiliaries(verb))
    return not helping and any(t.text == "," for t in between)


def _agree(pronoun: Token, noun: Token) -> bool:
    """Do the two agree in gender, as far as both show one?"""
    here, there = pronoun.morph.get("Gender", []), noun.morph.get("Gender", [])
    return not here or not there or here == there
