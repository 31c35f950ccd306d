"""What is denied or confirmed of what was told before: "…, which X denied", "X confirmed this"."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from registan.languages import Grammar
from registan.model import Operator, Report
from registan.reader import clause
from registan.reader.scale import Scale
from registan.reader.standing_false import called_false, said_false
from registan.reader.standing_negation import is_negated
from registan.reader.story import Story, identifier, lies_in, sentence_of, span_of, told_at
from registan.reader.tree import Doc, Token

WHAT = ("obj", "nsubj:pass")
CONTENT = frozenset({"ccomp", "xcomp", "csubj", "acl", "nmod"})
MAIN = frozenset({"ROOT", "conj", "parataxis"})
BESIDE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})  # roles of a noun that is no apposition
OCCURRED = frozenset({"happened", "ongoing"})
HEARD = frozenset({"media", "anonymous"})  # sources whose report of a complaint may be denied
PASSIVE = frozenset({"acl", "amod"})


def deny_back(story: Story) -> None:
    """ "…, which X denied" weakens what the sentence tells; "X denied this" stands beside it.

    A complaint stays made whatever is denied of what it says.
    """
    denials = Denials(story.grammar, story.scale)
    for verb in denials.find(story.doc):
        describing = _describing_subject(verb)
        before = [r for r in story.told if told_at(r) < verb.idx]
        before = [r for r in before if told_at(r) not in describing]
        told = max(before, key=told_at, default=None)
        if told is None or not denials.may_deny(verb, told):
            continue
        denying = {t.idx for t in (verb, *verb.children)}
        story.told = [r for r in story.told if r.kind != "statement" or told_at(r) not in denying]
        if told_at(told) >= verb.sent.start_char:
            denied = _denied(story, told, verb)
            both = tuple(dict.fromkeys((*told.attribution, *denied.attribution)))
            story.told.remove(told)
            story.told.append(
                msgspec.structs.replace(
                    told, standing=denied.standing, chain=denied.chain, attribution=both
                )
            )
        elif (
            denials.is_main(verb)
            and _is_next(story, told, verb)
            and not denials.is_told_before(verb)
        ):  # else it denies what its own sentence says
            if denials.proves(verb):
                story.told.remove(told)
            story.told.append(_denied(story, told, verb))


def confirm_back(story: Story) -> None:
    """ "X confirmed this", "… the cancellation": who confirms vouches for what was told."""
    denials = Denials(story.grammar, story.scale)
    for verb in denials.find_confirmed(story.doc):
        before = [r for r in story.told if told_at(r) < verb.sent.start_char]
        ended = denials.ends(verb)
        before = [r for r in before if not ended or r.standing == "cancelled"]
        told = max(before, key=told_at, default=None)
        if told is None or told.kind == "statement":
            continue
        only = ended and all(r.kind == told.kind for r in before)
        if not only and not _is_next(story, told, verb):
            continue
        speaking = story.attribution.speakers(verb, told.who + told.whom)
        new = tuple(s for s in speaking if s not in told.attribution)
        at = story.told.index(told)
        story.told[at] = msgspec.structs.replace(told, attribution=told.attribution + new)


def doubt_back(story: Story) -> None:
    """ "Visit of X to Y: Moscow does not confirm", "…, which Moscow has not confirmed": it may be.

    Only of what the same sentence tells.
    """
    denials = Denials(story.grammar, story.scale)
    for verb in denials.find_unconfirmed(story.doc):
        before = [r for r in story.told if verb.sent.start_char <= told_at(r) < verb.idx]
        told = max(before, key=told_at, default=None)
        if told is None or told.kind == "statement" or told.standing not in OCCURRED:
            continue
        span = span_of(story.doc, verb.i, verb.i + 1)
        step = Operator(name="unconfirmed", trigger=verb.text, standing="possible", span=span)
        at = story.told.index(told)
        story.told[at] = msgspec.structs.replace(
            told, standing="possible", chain=(*told.chain, step)
        )


class Denials:
    """Finds the verbs of denial that point back, and says how far back."""

    def __init__(self, grammar: Grammar, scale: Scale) -> None:
        self.pronouns, self.nouns = grammar.words("told_back"), grammar.words("hearsay_noun")
        self.meant = self.nouns | grammar.words("news")
        self.confirming = grammar.words("confirming")
        self.deeds = grammar.words("deed_noun")
        self.calling, self.false = grammar.words("calling"), grammar.words("false")
        self.wrong = grammar.words("wrong")
        self.scale = scale

    def find(self, doc: Doc) -> list[Token]:
        """The words that deny what was told before them, in order."""
        verbs = {"VERB", "ADJ"}
        return [t for t in doc if self.is_false(t) or (t.pos_ in verbs and self._points_back(t))]

    def is_false(self, word: Token) -> bool:
        """ "That is false", "the report is pure invention": is what was told said to be so?"""
        if said_false(self.scale, word) is None:
            return False
        what = clause.children(word, *clause.SUBJECTS)
        meant = (self._is_what_was_told(s) or s.norm_ in self.pronouns for s in what)
        content = clause.children(word, "csubj", "ccomp", "xcomp", "advcl", "acl")
        return all(meant) and not content

    def proves(self, verb: Token) -> bool:
        """ "The report proved a hoax": the text itself takes back what it told."""
        proving = any(t.norm_ in self.calling for t in (verb, *clause.children(verb, "cop")))
        return proving and any(self._is_what_was_told(c) for c in self._proved(verb))

    def _proved(self, verb: Token) -> list[Token]:
        """The report that a verb says something of; not one that "called the visit absurd"."""
        others = [c for c in clause.children(verb, "obj") if not clause.has(c, "Reflex", "Yes")]
        if others or clause.children(verb, "aux:pass"):
            return []
        return [c for c in clause.children(verb, *clause.SUBJECTS) if c.norm_ in self.meant]

    def may_deny(self, word: Token, told: Report) -> bool:
        """What is only called wrong may have been done; a complaint stays made, unless it is the
        report of it that is denied, by whoever else told it.
        """
        false = self.is_false(word)
        if false and not told.attribution and {word.norm_, word.lower_} & self.wrong:
            return False
        if told.kind != "statement":
            return True
        heard = any(source.type in HEARD for source in told.attribution)
        report = any(c.norm_ in self.nouns for c in word.children)
        return heard and (report or (false and told.stance != "criticism"))

    def is_told_before(self, word: Token) -> bool:
        """Does its own sentence tell something before it, besides who says so?"""
        saying = self._saying(word)
        before = word.doc[word.sent.start : word.i]
        return any(t.pos_ == "VERB" and t != saying for t in before)

    def _saying(self, word: Token) -> Token | None:
        """The verb of saying that governs a word: "that is false, X said"."""
        says = word.dep_ in {"ccomp", "obj", "parataxis"} and word.head.norm_ in self.scale.saying
        return word.head if says and word.head != word else None

    def find_confirmed(self, doc: Doc) -> list[Token]:
        """The verbs that confirm what was told before them, in order."""
        return [
            t
            for t in doc
            if t.pos_ == "VERB"
            and t.norm_ in self.confirming
            and self.is_main(t)
            and not is_negated(self.scale, t)
            and any(self._is_confirmed(c) for c in _what(t))
        ]

    def find_unconfirmed(self, doc: Doc) -> list[Token]:
        """The verbs that say that nobody confirms what their sentence told, in order."""
        verbs = [t for t in doc if t.pos_ == "VERB" and t.norm_ in self.confirming]
        return [t for t in verbs if is_negated(self.scale, t) and self._confirms_back(t)]

    def _confirms_back(self, verb: Token) -> bool:
        what = _what(verb)
        if not what:
            alone = verb.dep_ in MAIN and verb != verb.sent.root
            return alone and not any(c.dep_ in CONTENT for c in verb.children)
        return any(self._is_what_was_told(one) for one in what)

    def _is_confirmed(self, noun: Token) -> bool:
        """ "This", "the report", "the step", "the cancellation": what was told before."""
        deed = noun.norm_ in self.deeds and not self._has_content(noun)
        return deed or self._is_what_was_told(noun) or self.is_end(noun)

    def ends(self, verb: Token) -> bool:
        """Is it an end that the verb confirms: "confirmed the cancellation"?"""
        return any(self.is_end(c) for c in _what(verb))

    def is_end(self, noun: Token) -> bool:
        """ "The postponement", of nothing that is named with it."""
        ended = any(r.effect == "cancel" for r in self.scale.governors.get(noun.norm_, ()))
        return ended and noun.pos_ == "NOUN" and not self._has_content(noun)

    def is_main(self, verb: Token) -> bool:
        """May it point to the sentence before: is it no clause below another?"""
        if self.is_false(verb):
            verb = self._saying(verb) or verb
        while verb.dep_ in {"conj", "parataxis"}:
            verb = verb.head
        return bool(verb.dep_ == "ROOT")

    def _points_back(self, verb: Token) -> bool:
        what = _what(verb)
        if verb.norm_ in self.calling:  # a tree may hang "it" on what it is called
            what += [c for one in clause.children(verb, "xcomp") for c in _what(one)]
            what += self._proved(verb)
        what += [c for c in clause.children(verb, "nsubj") if c.lower_ in self.pronouns]
        if not what:  # the tree may take a pronoun for a conjunction
            what = [c for c in clause.children(verb, "mark") if clause.has(c, "PronType", "Rel")]
        whole = self._denied_noun(verb)
        if not self._denies(verb, [*what, *([whole] if whole else [])]):
            return False
        if whole is not None:
            return True
        below = clause.children(verb, "ccomp", "xcomp", "csubj")
        false = [c for c in below if {c.norm_, c.lower_} & self.false]
        if any(c not in false and not _is_behind_colon(verb, c) for c in below):
            return False
        if not what:
            alone = verb.dep_ in MAIN and verb.pos_ == "VERB"
            said = alone and bool(clause.children(verb, "nsubj"))
            return said and not any(self._is_complement(c) for c in verb.children)
        return any(self._is_what_was_told(one) for one in what)

    def _denies(self, verb: Token, what: list[Token]) -> bool:
        named = {one.norm_ for one in what}
        rules = self.scale.governors.get(verb.norm_, ())
        denies = any(r.effect == "deny" and (not r.of or named & set(r.of)) for r in rules)
        return (denies or called_false(self.scale, verb) is not None) and not is_negated(
            self.scale, verb
        )

    def _is_what_was_told(self, noun: Token) -> bool:
        """Is it "this", "which", "the report", with no content of its own?"""
        if noun.lower_ in self.pronouns:
            return True
        return noun.norm_ in self.meant and not self._has_content(noun)

    def _has_content(self, noun: Token) -> bool:
        own = any(c.dep_.partition(":")[0] in CONTENT for c in noun.children)
        return own or any(clause.has(c, "Definite", "Ind") for c in noun.children)

    def _denied_noun(self, verb: Token) -> Token | None:
        """ "…, a claim that X rejects", "…, something X denies", "ce que X dément"."""
        noun = verb.head
        relative = verb.dep_.partition(":")[0] in PASSIVE
        told = noun.norm_ in self.nouns or noun.lower_ in self.pronouns
        if not relative or not told or noun.dep_ in BESIDE:
            return None
        bare = not any(
            c.dep_ in WHAT and not clause.has(c, "PronType", "Rel") for c in verb.children
        )
        return noun if bare else None

    def _is_complement(self, child: Token) -> bool:
        """A noun without preposition beside the subject, whatever the tree calls it."""
        noun = child.pos_ in {"NOUN", "PROPN"} and not child.dep_.startswith("nsubj")
        return noun and not clause.children(child, "case")


def _is_behind_colon(verb: Token, said: Token) -> bool:
    """ "X denied this: “There was no call.”": what is said then is no content of the denial."""
    return any(t.text == ":" for t in verb.doc[verb.i : said.i])


def _what(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in WHAT]


def _describing_subject(verb: Token) -> set[int]:
    """ "X, who met Y, rejected the reports": what is said of X on the way is not denied."""
    subjects = clause.children(verb, "nsubj")
    clauses = [c for s in subjects for t in s.subtree for c in clause.children(t, "acl:relcl")]
    return {t.idx for c in clauses for t in c.subtree}


def _is_next(story: Story, told: Report, verb: Token) -> bool:
    """Does the verb's sentence follow the report's in one paragraph?"""
    pairs = pairwise(story.references.sentences)
    before = next((one for one, sentence in pairs if sentence == verb.sent), None)
    near = before is not None and lies_in(told.span, before)
    return near and "\n" not in story.text[told.span.end : verb.idx]


def _denied(story: Story, report: Report, verb: Token) -> Report:
    parties, false = report.who + report.whom, said_false(story.scale, verb) is not None
    speaking = () if false else story.attribution.speakers(verb, parties)
    step = Operator(
        name="deny",
        trigger=verb.text,
        standing="denied",
        span=span_of(story.doc, verb.i, verb.i + 1),
    )
    return msgspec.structs.replace(
        report,
        id=identifier(report.id, "denied"),
        standing="denied",
        trigger=verb.text,
        trigger_span=step.span,
        span=sentence_of(verb),
        chain=(*report.chain, step),
        attribution=speaking or story.attribution.tellers(verb, parties),
        rule=f"{report.rule}.denied",
    )
