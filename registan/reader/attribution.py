"""Who says so: the chain of sources by which a sentence knows its event, outermost first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from registan.languages import load
from registan.languages.lexicon import SourceRule
from registan.model import ActorMention, Quote, Source
from registan.model.report import SourceType
from registan.reader import clause
from registan.reader.actor import Cast, Party
from registan.reader.nominative import nominative
from registan.reader.reference import References
from registan.reader.scale import load_scale
from registan.reader.source_state import SourceStates
from registan.reader.standing_negation import is_negated
from registan.reader.tree import Doc, Span, Token
from registan.reader.trigger import Trigger

SAID = frozenset(
    {"ccomp", "xcomp", "parataxis", "obj", "csubj", "advcl", "acl", "obl", "nsubj:pass"}
)
OPENING = ("mark", "advmod", "obj")  # what "wie" may be in "wie X erklärte"
SAME_SOURCE = 3  # sentences by which it may be named before
LABEL = 7  # words that may stand before the colon behind a speaker's name


class Attribution:
    """The sources of one document's sentences."""

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        references: References,
        quotes: tuple[Quote, ...],
        filed: str | None = None,
    ) -> None:
        """`filed` is the place of the text's dateline."""
        self.doc, self.cast, self.references, self.quotes = doc, cast, references, quotes
        self.grammar, self.scale = cast.grammar, load_scale(cast.lang)
        rules = load(cast.lang).sources
        self.verbs = {w for r in rules if r.as_ == "verb" for w in r.words}
        self.impersonal = {
            w: r.slots for r in rules if r.as_ == "verb" and r.slots for w in r.words
        }
        operators = load(cast.lang).operators
        self.denying = {w for r in operators if r.effect == "deny" for w in r.words}
        self.hedges = {w for r in operators if r.as_ == "modifier" for w in r.words if " " in w}
        self.formulas = {w: r for r in rules if r.as_ in {"formula", "phrase"} for w in r.words}
        self.nouns = {w: r for r in rules if r.as_ == "noun" for w in r.words}
        self.states = SourceStates(doc, cast, references, self.nouns, filed)

    def trace(self, trigger: Trigger, parties: tuple[ActorMention, ...]) -> tuple[Source, ...]:
        """The chain of sources of one event; empty where the text itself tells it."""
        own = set(trigger.nodes)
        found: list[Source] = []
        for token in self._sayers(trigger.nodes):
            if token in own or self._announces_own(token, trigger, parties):
                continue
            source = self._source(token, parties)
            if source is not None and not any(_is_same_source(s, source) for s in found):
                found.append(source)
        found = found or list(self._commented(trigger, parties))
        found = found or list(self._quoted(trigger, parties))
        found = found or list(self._afterwards(trigger, parties))
        found = found or list(self._continued(trigger, parties))
        found = found or list(self._closing(trigger, parties))
        found = found or list(self._labelled(trigger, parties))
        found += [
            s for s in self._answered(trigger, parties) if s.name not in {f.name for f in found}
        ]
        return tuple(dict.fromkeys(reversed(found)))

    def replacing(self, trigger: Trigger, parties: tuple[ActorMention, ...]) -> tuple[Source, ...]:
        """ "X called off his trip, his office said. Y will go instead": who the sentence before is
        told by, of a plan that takes the place of another."""
        number = self.references.number[trigger.word.i]
        said = f" {' '.join(t.lower_ for t in trigger.word.sent)} "
        for other in self.grammar.words("no_replacing"):
            said = said.replace(f" {other} ", " ")
        if number == 0 or not any(f" {w} " in said for w in self.grammar.words("replacing")):
            return ()
        found: list[Source] = []
        for token in self.references.sentences[number - 1]:
            speaks = token.norm_ in self.verbs and clause.is_verbal(token)
            speakers = self._speakers(token) if speaks else self._formula(token)
            sources = (self._source(speaker, parties) for speaker in speakers)
            found += [s for s in sources if s is not None]
        return tuple(dict.fromkeys(found))

    def _announces_own(
        self, token: Token, trigger: Trigger, parties: tuple[ActorMention, ...]
    ) -> bool:
        """ "Polen kündigte die Aussetzung an": a deed of its own, and nobody's report."""
        noun = trigger.nodes[-1]
        topic = clause.preposition(noun, self.grammar) in self.grammar.words("announced")
        if clause.is_verbal(noun) or not (noun.dep_ == "obj" or topic) or noun.head != token.head:
            return False
        if noun.head.norm_ in self.denying | self.grammar.words("confirming"):
            return False
        party = self.references.resolve(token)
        return party is not None and any(
            party.actor and party.actor.name == p.name for p in parties
        )

    def speakers(self, verb: Token, parties: tuple[ActorMention, ...]) -> tuple[Source, ...]:
        """Who says, denies or confirms what a verb of saying governs."""
        speaking = self._bare_subject(verb) or self._speakers(verb)
        sources = (self._source(t, parties) for t in speaking)
        return tuple(s for s in sources if s is not None)

    def tellers(self, word: Token, parties: tuple[ActorMention, ...]) -> tuple[Source, ...]:
        """Who is named for what a clause says: "that is false, X said", "selon X"."""
        sources = (self._source(t, parties) for t in self._sayers((word,)))
        return tuple(dict.fromkeys(s for s in sources if s is not None))

    def _bare_subject(self, verb: Token) -> list[Token]:
        """ "Однако Баку это отрицает": a name without case, where no other subject stands."""
        if any(c.dep_.startswith("nsubj") for c in verb.children):
            return []
        names = [c for c in verb.children if c.pos_ == "PROPN" and c.i < verb.i]
        return [c for c in names if c.dep_ in {"iobj", "obl"} and not clause.children(c, "case")]

    # ------------------------------------------------------------------ where sources stand
    def _sayers(self, nodes: tuple[Token, ...]) -> Iterator[Token]:
        """Tokens that name a source of the clause of an event's words, innermost first."""
        below = nodes[-1]
        yield from self._aside(below)
        while below.head != below and not self._is_background(below):
            head = below.head
            says = head.norm_ in self.verbs and not _is_of_oneself(head, below)
            says = says or self._rebuts(head, below)
            if says and self._is_said(below, nodes[0]) and head not in nodes:
                # "said X, who had met Y": that X says so is not said
                yield from (t for t in self._speakers(head) if t != below)
            yield from self._aside(head, below)
            below = head

    def _rebuts(self, verb: Token, noun: Token) -> bool:
        """ "Rejected reports of a visit", "called the reports false": whoever does it says so.

        So does who denies it with what stands behind a colon ("X denied this: no call was made").
        """
        rebutting = self.denying | self.grammar.words("calling")
        if noun.dep_ == "parataxis" and verb.norm_ in self.denying:
            return any(t.text == ":" for t in self.doc[verb.i : noun.i])
        return verb.norm_ in rebutting and noun.norm_ in self.grammar.words("hearsay_noun")

    def _is_background(self, verb: Token) -> bool:
        """ "Sagte, X, der in Y war, habe …": a fact inside reported speech is the text's own.

        Only a language with a mood for reported speech shows it.
        """
        if verb.dep_ != "acl:relcl" or not self.grammar.words("reported_mood"):
            return False
        around = next((t for t in clause.ancestors(verb) if clause.is_verbal(t)), None)
        told = around is not None and clause.is_reported(around)
        return told and not any(clause.has(t, "Mood", "Sub") for t in (verb, *verb.children))

    def _is_said(self, token: Token, word: Token) -> bool:
        """What a verb of saying governs, but not when it was said ("after talks, X said").

        Nor is said what is set behind: "Y will come, X said, a day after Z had left".
        """
        above = (word, *clause.ancestors(word))
        behind = [a for a in above if a.dep_ == "advcl" and a.i > token.head.i > token.i]
        if any(self._is_beside(a) for a in behind):
            return False
        timed = clause.preposition(token, self.grammar) in self.grammar.words("noun_time")
        beside = token.dep_ in {"advcl", "ccomp"} and self._is_beside(token)
        return token.dep_ in SAID and not (token.dep_ == "obl" and timed) and not beside

    def _is_beside(self, clausal: Token) -> bool:
        """ "X said so, days after Y had come": the clause of time or reason is not what X said.

        Nor is "as Y comes", but for "as Y said".
        """
        words = self.grammar.words("beside_clause")
        if clausal.norm_ in self.verbs or not clause.children(clausal, "nsubj"):
            words = words - self.grammar.words("comment_mark")
        marks = clause.children(clausal, "mark", "advmod")
        return any(
            c.lower_ in words and not clause.children(c, "fixed") for c in marks
        )  # "as well"

    def _speakers(self, verb: Token) -> Iterator[Token]:
        """Subject of a verb of saying, then the named medium it was said to."""
        if verb.norm_ in self.impersonal:
            for slot in self.impersonal[verb.norm_]:
                yield from clause.fill([verb], slot, self.grammar)
        elif clause.is_passive(verb) or clause.children(verb, "obl:agent"):
            yield from clause.fill([verb], "agent", self.grammar)
        else:
            yield from (clause.antecedent(t) for t in self._sayer(verb))
        told = [
            t for slot in ("indirect", "object") for t in clause.fill([verb], slot, self.grammar)
        ]
        told += [
            t for p in self.grammar.words("told") for t in clause.fill([verb], p, self.grammar)
        ]
        yield from (t for t in told if self._is_medium(t))

    def _sayer(self, verb: Token) -> list[Token]:
        """The subject; "a-t-on appris de source X" names its source behind a preposition."""
        subjects = clause.subjects(verb, self.grammar)
        if all(s.lower_.lstrip("-") not in self.grammar.words("anyone") for s in subjects):
            return subjects
        links = self.grammar.words("heard_from")
        heard = [t for p in links for t in clause.fill([verb], p, self.grammar)]
        return [t for t in heard if self._can_speak(t)]

    def _aside(self, verb: Token, inside: Token | None = None) -> Iterator[Token]:
        """ "…, sagte X", "laut X", "wie X erklärte" beside the clause; not around the event.

        "…; X denied that Y" says something of its own, and nothing of the clause before it.
        """
        for child in verb.children:
            if child == inside:
                continue
            beside = child.dep_ == "parataxis" or (
                child.dep_ == "advcl" and self._is_comment(child)
            )
            speaks = child.norm_ in self.verbs and child.norm_ not in self.denying
            answers = {c.lower_ for c in child.children} & self.grammar.words("answer")
            silent = is_negated(self.scale, child)  # "…; X has not commented"
            speaks = speaks and not answers and not silent
            if beside and speaks and not clause.children(child, "ccomp"):
                yield from (t for c in child.children for t in self._formula(c))
                yield from self._speakers(child)
            yield from self._formula(child)

    def _is_comment(self, clausal: Token) -> bool:
        """ "As X said"; not "after X said", nor "as announced" without anybody who says it."""
        marks = {c.lower_ for c in clausal.children if c.dep_ == "mark" and c.pos_ == "SCONJ"}
        if self._is_beside(clausal):
            return False
        own = any(c.dep_ in {"nsubj", "obl:agent", "obl"} for c in clausal.children)
        return own and marks <= self.grammar.words("comment_mark")

    def _formula(self, token: Token) -> Iterator[Token]:
        preposition = clause.preposition(token, self.grammar)
        rule = self.formulas.get(preposition or "")
        if rule is None or f"{preposition} {token.lower_}" in self.hedges:
            return
        if not rule.slots or token.norm_ not in rule.slots:
            timely = preposition in self.grammar.words("noun_time")  # "nach dem Ministerium"
            speaks = rule.as_ == "formula" and self._can_speak(token)
            if not rule.slots or (speaks and not timely):
                yield token
            return
        owners = clause.fill([token], "genitive", self.grammar)
        links = self.grammar.agent | self.grammar.words("formula_owner")
        owners += [t for p in links for t in clause.fill([token], p, self.grammar)]
        yield from owners or [token]

    def _can_speak(self, token: Token) -> bool:
        if token.norm_ in self.nouns:
            return True
        party = self.cast.party(token)
        return party is not None and party.actor is not None and party.place is None

    def _is_medium(self, token: Token) -> bool:
        if token.norm_ in self.nouns:
            places = self.grammar.words("whereabouts")  # "told reporters in Kazan"
            named = [c for c in token.children if c.dep_ in {"appos", "flat", "nmod"}]
            named = [c for c in named if clause.preposition(c, self.grammar) not in places]
            proper = token.pos_ == "PROPN" or any(c.pos_ in {"PROPN", "X"} for c in named)
            return self.nouns[token.norm_].type == "media" and proper
        party = self.cast.party(token)
        return token.pos_ == "PROPN" and party is not None and not party.diplomatic

    def _quoted(self, trigger: Trigger, parties: tuple[ActorMention, ...]) -> Iterator[Source]:
        """The speaker of the quotation that the event stands in."""
        at = trigger.word.idx
        for quote in self.quotes:
            if quote.span.start <= at < quote.span.end and quote.speaker is not None:
                speaking = self.references.speakers[quote.span.start]
                title = speaking.anaphoric and speaking.token.pos_ == "NOUN"  # "her spokesman: “…”"
                if title and (source := self._source(speaking.token, parties)) is not None:
                    yield source
                    continue
                actor = speaking.actor
                state = actor.country if actor else None
                state = state or self.states.find(self._introducing(speaking.token, actor), parties)
                takes_part = actor is not None and any(_same(actor, p) for p in parties)
                yield Source(
                    name=quote.speaker,
                    id=quote.speaker_id,
                    country=state,
                    span=quote.span,
                    type="participant" if takes_part else "official",
                )

    def _answered(self, trigger: Trigger, parties: tuple[ActorMention, ...]) -> Iterator[Source]:
        """ "Answer: We have met": whoever has the word in a transcript."""
        speaking = self.references.speaking_at(trigger.word.idx)
        actor = speaking.actor if speaking else None
        if actor is not None:
            takes_part = any(_same(actor, p) for p in parties)
            yield Source(
                name=actor.name,
                id=actor.id,
                country=actor.country,
                span=actor.span,
                type="participant" if takes_part else "official",
            )

    def _commented(self, trigger: Trigger, parties: tuple[ActorMention, ...]) -> Iterator[Source]:
        """ "…, wie X erklärte" speaks of the whole sentence, wherever the tree hangs it."""
        marks = self.grammar.words("comment_mark")
        for verb in trigger.word.sent:
            known = [c for c in clause.children(verb, "xcomp") if c.norm_ in self.impersonal]
            says = verb.norm_ in self.verbs or bool(known)
            around = [a for a in clause.ancestors(verb) if a.dep_ == "acl:relcl"]
            apart = any(not a.is_ancestor(trigger.word) and a != trigger.word for a in around)
            beside = verb.dep_ in {"advcl", "parataxis", "acl:relcl"}
            beside = beside or (verb.dep_ == "ccomp" and verb.head.norm_ not in self.verbs)
            if says and beside and not apart:
                said = any(c.lower_ in marks for c in clause.children(verb, *OPENING))
                # "как стало известно газете": to whom it became known
                told = clause.fill([verb, *known], "indirect", self.grammar) if known else ()
                for token in (*told, *self._speakers(verb)) if said else ():
                    source = self._source(token, parties)
                    if source is not None:
                        yield source

    def _afterwards(self, trigger: Trigger, parties: tuple[ActorMention, ...]) -> Iterator[Source]:
        """ "Das teilte X mit", "Об этом сообщил X" next: who said the sentence before."""
        number = self.references.number[trigger.word.i] + 1
        if number >= len(self.references.sentences):
            return
        root = self.references.sentences[number].root
        what = [c.lower_ for c in root.children if c.dep_ in {"obj", "nsubj", "nsubj:pass", "obl"}]
        says = root.norm_ in self.verbs and root.norm_ not in self.denying
        if says and self.grammar.words("sentence_pronoun") & set(what):
            said = (*self._aside(root), *self._speakers(root))  # "… unter Berufung auf Diplomaten"
            sources = (self._source(t, parties) for t in said)
            yield from (s for s in sources if s is not None)

    def _continued(self, trigger: Trigger, parties: tuple[ActorMention, ...]) -> Iterator[Source]:
        """Reported speech goes on in the next sentence where the verb stays in its mood.

        In Konjunktiv I, or in the conditional of hearsay ("selon X …. Il aurait rencontré …").
        """
        verb = trigger.nodes[-1]
        if not clause.is_verbal(verb) and verb.dep_ == "nsubj":
            verb = verb.head  # "l'entretien aurait duré une heure"
        heard = self._is_hearsay(verb)
        reported = clause.is_verbal(verb) and (clause.is_reported(verb) or heard)
        if not reported or verb.dep_ == "acl":
            return  # "reports that X had …" have their own source
        opener = self.doc[max(verb.left_edge.i - 2, 0)]
        if opener.sent == verb.sent and opener.norm_ in self.grammar.words("hearsay_noun"):
            return  # "Berichte, X habe …"
        number = self.references.number[verb.i]
        if number == 0 or not self.references.same_paragraph(number - 1, number):
            return
        for token in self.references.sentences[number - 1]:
            speaks = token.norm_ in self.verbs and clause.is_verbal(token) and not heard
            said = self._speakers(token) if speaks else self._formula(token) if heard else ()
            sources = (self._source(speaker, parties) for speaker in said)
            yield from (s for s in sources if s is not None)

    def _closing(self, trigger: Trigger, parties: tuple[ActorMention, ...]) -> Iterator[Source]:
        """ "X came and met Y, according to Z": a source at the end speaks of all that is joined."""
        verb = trigger.nodes[-1]
        joined = [v for v in verb.conjuncts if clause.is_verbal(v) and v.i > verb.i]
        for token in (c for v in joined for c in v.children):
            first = next((t for t in token.subtree if not t.is_punct), token)
            apart = first.i > verb.i and first.nbor(-1).text == ","
            behind = all(t.is_punct for t in self.doc[token.right_edge.i + 1 : verb.sent.end])
            if apart and behind:
                sources = (self._source(t, parties) for t in self._formula(token))
                yield from (s for s in sources if s is not None)

    def _is_hearsay(self, verb: Token) -> bool:
        """ "Il aurait rencontré X": the perfect of a mood for what others say, on no condition."""
        words = self.grammar.words("hearsay_mood")
        helping = [c for c in clause.children(verb, "aux", "aux:pass") if c.norm_ in words]
        marks = {m.lower_ for c in clause.children(verb, "advcl") for m in c.children}
        unreal = bool(marks & self.grammar.words("conditional"))
        return any(clause.has(c, "Mood", "Cnd") for c in helping) and not unreal

    def _labelled(self, trigger: Trigger, parties: tuple[ActorMention, ...]) -> Iterator[Source]:
        """ "Kremlin: no talks are planned", "No talks are planned: Kremlin"."""
        sentence, word = trigger.word.sent, trigger.word
        colons = [t for t in sentence if t.text == ":"]
        if len(colons) != 1 or len(sentence) < 4:
            return
        first = word.i > colons[0].i
        end = sentence.end - (1 if sentence[-1].is_punct else 0)
        label = word.doc[sentence.start : colons[0].i] if first else word.doc[colons[0].i + 1 : end]
        top = next((t for t in label if t.head == t or t.head not in label), None)
        if top is None or len(label) > LABEL or not self._is_label(top, label, alone=first):
            return
        source = self._source(top, parties)
        if source is not None:
            yield source

    def _is_label(self, top: Token, label: Span, alone: bool) -> bool:
        """A noun phrase and nothing else, for somebody who speaks: no place and no topic.

        A person's name behind the colon may be what the sentence is about.
        """
        of = self.grammar.words("of")
        links = [clause.preposition(t, self.grammar) for t in label]
        plain = all(t.pos_ not in {"VERB", "AUX", "SCONJ", "CCONJ"} for t in label)
        if not plain or any(p is not None and p not in of for p in links):
            return False
        if self.cast.named(top, "country", "city", "region", "grouping", "organisation"):
            return False
        body = bool(self.cast.named(top, "metonym")) or top.norm_ in self.nouns
        person = top.pos_ == "PROPN" and clause.has(top, "Animacy", "Anim")
        return body or (alone and (person or bool(self.cast.named(top, "person", "office"))))

    # ------------------------------------------------------------------ what they are
    def _source(self, token: Token, parties: tuple[ActorMention, ...]) -> Source | None:
        token = self._same_source(token) or token
        party = self.references.resolve(token)
        if party is None and (body := self._speaking_on(token)) is not None:
            token, party = body, self.references.resolve(body)
        actor = party.actor if party else None
        rule = self._rule(token)
        if actor is None and rule is None and token.pos_ not in {"PROPN", "NOUN", "X"}:
            return None
        written = self._title(token)
        known = actor is not None and (
            actor.resolved or (actor.id and _is_written_so(actor, written))
        )
        name = actor.name if actor is not None and known else written
        kind = self._type(token, party, rule, parties)
        if kind == "media" and actor is not None and actor.type != "unknown":
            name, actor = token.text if " " not in written else written, None  # a city's paper
        state = (actor.country if actor else None) or self._seat(token) or self._issuer(token)
        if state is None and kind in {"official", "participant"}:
            state = self.states.find(self._introducing(token, actor), parties)
            if state is not None:
                kind = "participant" if state in {p.country for p in parties} else "official"
        if state is not None and state == self._host(token):
            states = {p.country for p in parties if p.country} - {state}
            state = states.pop() if len(states) == 1 else None
        return Source(
            name=name,
            type=kind,
            id=actor.id if actor else None,
            country=state,
            span=self.cast.span(token),
        )

    def _host(self, token: Token) -> str | None:
        """ "The embassy in Warsaw" is another state's than that in which it stands."""
        if token.norm_ not in self.grammar.words("mission"):
            return None
        at = self.grammar.words("whereabouts")
        for case in self.doc[token.i + 1 : token.sent.end - 1]:
            names = self.cast.named(case.nbor(1), "city", "country")
            if case.lower_ in at and names:  # wherever the tree hangs it
                return self.cast.country_of(names[0])
            if case.is_punct or clause.is_verbal(case):
                return None
        return None

    def _introducing(self, token: Token, actor: ActorMention | None) -> Token:
        """ "Nowak added", "he added": the words by which a stranger was named with his office."""
        known = actor.name.split()[-1] if actor and actor.type == "person" and not actor.id else ""
        stranger = self.references.strangers.get(known)
        return stranger.token if stranger else self.references.last_speaker(token) or token

    def _same_source(self, noun: Token) -> Token | None:
        """ "According to the same source": the last one that the sentences before name."""
        rule = self.nouns.get(noun.norm_)
        words = {c.norm_ for c in noun.subtree if c != noun}
        if rule is None or rule.type != "anonymous" or not words & self.grammar.words("very_same"):
            return None
        first = max(self.references.number[noun.i] - SAME_SOURCE, 0)
        earlier = self.references.sentences[first : self.references.number[noun.i]]
        for sentence in reversed(earlier):
            verbs = [t for t in sentence if t.norm_ in self.verbs and clause.is_verbal(t)]
            named = [*(s for v in verbs for s in self._speakers(v))]
            named += [s for t in sentence for s in self._formula(t)]
            if named:
                return named[0] if len(set(named)) == 1 else None
        return None

    def _speaking_on(self, pronoun: Token) -> Token | None:
        """ "…, it said": the one body that the sentence before names as its source."""
        things, number = self.grammar.words("thing_pronoun"), self.references.number[pronoun.i]
        if pronoun.lower_ not in things or pronoun.pos_ != "PRON" or not number:
            return None
        before = [t for t in self.references.sentences[number - 1] if t.norm_ in self.verbs]
        said = [s for v in before if clause.is_verbal(v) for s in self._speakers(v)]
        bodies = [s for s in said if s.pos_ in {"NOUN", "PROPN"} and s.norm_ in self.nouns]
        people = self.grammar.words("nameless") | self.grammar.words("speaker")
        bodies = [s for s in bodies if s.norm_ not in people]
        return bodies[0] if len(bodies) == len(said) == 1 else None

    def _rule(self, token: Token) -> SourceRule | None:
        """The sort of source that a word is, or the word before its name ("the newspaper X")."""
        titles = [c for c in clause.children(token, "nmod", "compound", "appos") if c.i < token.i]
        bare = [c for c in titles if c.pos_ == "NOUN" and not clause.children(c, "case")]
        words = [token, *bare] if token.pos_ == "PROPN" else [token]
        return next((r for w in words if (r := self.nouns.get(w.norm_))), None)

    def _seat(self, token: Token) -> str | None:
        """ "Das Außenministerium in Tiflis": the one state in whose capital a body sits."""
        body = token.norm_ in self.cast.nouns or token.norm_ in self.nouns
        seats = self._seats(token) if body and token.pos_ == "NOUN" else set()
        return seats.pop() if len(seats) == 1 else None

    def _issuer(self, token: Token) -> str | None:
        """ "A statement issued by the Indian ministry": the state of whoever put a text out."""
        issued = clause.children(token, "acl") if token.norm_ in self.nouns else []
        agents = [a for v in issued for a in clause.fill([v], "agent", self.grammar)]
        parties = [self.references.resolve(a) for a in agents]
        states = {p.actor.country for p in parties if p and p.actor and p.actor.country}
        return states.pop() if len(states) == 1 else None

    def _title(self, token: Token) -> str:
        """The source as written; whose office "his office" is, stands in brackets."""
        name = self.cast.phrase(token)
        titles = [c for c in clause.children(token, "nmod") if c.pos_ == "NOUN" and c.i < token.i]
        bare = [c for c in titles if not clause.children(c, "case")]  # "his spokesman Jan Nowak"
        for child in (c for noun in (token, *bare) for c in noun.children):
            if child.dep_ == "det" and child.lower_ in self.grammar.words("pair"):
                name = name if child.text in name else f"{child.text} {name}"  # "both offices"
            owns = clause.has(child, "Poss", "Yes") or child.lower_ in self.grammar.words("latter")
            if owns and child.pos_ in {"DET", "PRON"}:
                owner = self.references.resolve(child)
                if owner is not None and owner.actor is not None:
                    return f"{name} [{owner.actor.name}]"
        known = token.norm_ in self.nouns or token.norm_ in self.cast.nouns
        return nominative(token, name, self.grammar) if known else name

    def _type(
        self,
        token: Token,
        party: Party | None,
        rule: SourceRule | None,
        parties: tuple[ActorMention, ...],
    ) -> SourceType:
        if self._is_unnamed(token) or self._is_nameless(token, party):
            return "anonymous"
        if rule is not None and rule.type in {"anonymous", "media", "document"}:
            return rule.type
        actor = party.actor if party else None
        if self._is_told(token, actor) or self._is_paper(token):
            return "media"
        if self._takes_part(token, actor, parties):
            return "participant"
        if rule is not None and rule.type == "participant":
            return "participant" if self._is_own_voice(token, actor, parties) else "official"
        if actor is not None and (party and party.diplomatic):
            return "official"
        named = {t.lower_ for t in (token, *clause.children(token, "flat", "compound"))}
        if named & self.grammar.words("media_suffix"):
            return "media"
        if rule is not None and rule.type is not None:
            return rule.type
        return (
            "media"
            if token.pos_ in {"PROPN", "X"}
            and (actor is None or actor.type == "unknown")
            and (self._is_of_other_script(token) or not self._is_personal(token))
            else "official"
        )

    def _is_paper(self, token: Token) -> bool:
        """ "The Jerusalem Post", "Vilnius-Kurier", «Вильнюсский вестник»: called by a city's name a
        newspaper is not its government."""
        last = token.lower_.rsplit("-", 1)[-1]
        if not {last, token.norm_} & self.grammar.words("newspaper"):
            return False
        first = token.left_edge
        near = {first.text, first.nbor(-1).text if first.i else first.text}
        quoted = any(pair[0] in near for pair in self.grammar.words("quote_pair"))
        parts = clause.children(token, "compound", "amod", "nmod", "flat", "nmod:poss")
        called = any(c.text[:1].isupper() for c in parts) or "-" in token.text
        return quoted or (called and token.text[:1].isupper())

    def _is_told(self, token: Token, actor: ActorMention | None) -> bool:
        """ "Told Le Monde": a name that something is said to, and that nobody knows as a person."""
        unknown = actor is None or actor.type == "unknown"
        told = token.dep_ in {"iobj", "obj", "obl", "obl:arg"} and token.pos_ == "PROPN"
        return unknown and told and token.head.norm_ in self.verbs

    def _is_of_other_script(self, token: Token) -> bool:
        """ "По данным La Nación": Latin letters, which name no person in Cyrillic."""
        latin = unicodedata.name(token.text[0], "").startswith("LATIN")
        return latin and bool(self.grammar.words("cyrillic"))

    def _is_personal(self, token: Token) -> bool:
        return any(c.dep_ == "flat" for c in token.children) or clause.has(token, "Animacy", "Anim")

    def _takes_part(
        self, token: Token, actor: ActorMention | None, parties: tuple[ActorMention, ...]
    ) -> bool:
        """Is the source a party to the event, or a body of a party's state?"""
        owners = [
            self.references.resolve(t) for t in clause.fill([token], "genitive", self.grammar)
        ]
        owners += self.cast.principals(token)
        actors = [a for a in [actor, *(o.actor for o in owners if o)] if a is not None]
        seats = {p.country for p in parties if p.country} & self._seats(token)
        return bool(seats) or any(_same(a, p) for a in actors for p in parties)

    def _seats(self, token: Token) -> set[str]:
        """ "The presidency in Cairo": the states of the places where a source sits."""
        links = self.grammar.words("place")
        near = [c for c in clause.children(token, "nmod") if c.i > token.i]
        near += [t for t in self.doc[token.i + 2 : token.i + 3] if t.head == token.head]
        body = token.norm_ in self.nouns and token.norm_ not in self.grammar.words("nameless")
        if body and token.dep_ == "nsubj" and token.head.norm_ in self.verbs:
            # "The office said on Friday in X"
            near += [t for t in clause.children(token.head, "obl") if t.i > token.i]
        seats = [self.cast.party(c) for c in near if clause.preposition(c, self.grammar) in links]
        return {p.place.country for p in seats if p and p.place and p.place.country}

    def _is_own_voice(
        self, token: Token, actor: ActorMention | None, parties: tuple[ActorMention, ...]
    ) -> bool:
        """ "…, the foreign ministry said": an office of no named state is that of those told of."""
        named = actor is not None and (actor.country or actor.id)
        owned = self.cast.principals(token) or self._seats(token)
        return not named and not owned and any(p.country for p in parties)

    def _is_nameless(self, token: Token, party: Party | None) -> bool:
        """ "Two officials", "a diplomat": of no state, and without a name."""
        if token.norm_ not in self.grammar.words("nameless"):
            return False
        actor = party.actor if party else None
        known = actor is not None and (actor.country or actor.id or actor.resolved)
        owned = self.cast.principals(token) or self._seats(token)
        named = any(self.cast.mentions.get(t.i) for t in token.subtree if t != token)
        own = any(clause.has(c, "Definite", "Def") for c in token.children)
        single = own and not clause.has(token, "Number", "Plur")  # "the ambassador" is known
        return not (known or owned or named or single)

    def _is_unnamed(self, token: Token) -> bool:
        """ "An official said on condition of anonymity", "who asked not to be named"."""
        words = self.grammar.words("anonymity")
        beside = [token, *clause.children(token.head, "obl", "advcl", "nmod", "parataxis")]
        beside += [c for c in clause.children(token.head, "ccomp") if _describes(c, token)]
        near = [t for b in beside if words for t in b.subtree]
        return any(t.lower_ in words or self._is_hidden(t) for t in near)

    def _is_hidden(self, verb: Token) -> bool:
        """ "… to be named", "… to be identified"."""
        naming = verb.norm_ in self.grammar.words("identify")
        return naming and clause.is_passive(verb) and _is_infinitive(verb)


def _is_written_so(actor: ActorMention, written: str) -> bool:
    """May the name of the lists stand for a person's as written, which has a word of it?"""
    shared = set(actor.name.casefold().split()) & set(written.casefold().split())
    return actor.type != "person" or bool(shared)


def _is_same_source(one: Source, other: Source) -> bool:
    return one.name == other.name or (one.id is not None and one.id == other.id)


def _same(one: ActorMention, other: ActorMention) -> bool:
    if one.id is not None and one.id == other.id:
        return True
    if one.country is not None and one.country == other.country:
        return True
    return one.name == other.name


def _is_of_oneself(verb: Token, below: Token) -> bool:
    """ "Sich bereit erklären, zu …" is a deed and no saying."""
    reflexive = any(clause.has(c, "Reflex", "Yes") for c in clause.children(verb, "obj"))
    return reflexive and clause.has(below, "VerbForm", "Inf")


def _describes(verb: Token, noun: Token) -> bool:
    """ "Sagte ein Beamter, der anonym bleiben wollte": a relative clause behind the noun."""
    relative = any(clause.has(c, "PronType", "Rel") for c in verb.children)
    return relative and verb.left_edge.i > noun.i


def _is_infinitive(verb: Token) -> bool:
    return any(clause.has(t, "VerbForm", "Inf") for t in (verb, *verb.children))
