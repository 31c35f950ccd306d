"""The spaCy component ``registan_syntax``: sentences, tags, features, lemmas and trees on a Doc."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from typing import Any

import msgspec
import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from registan.reader.syntax.boundary import Splitter, read_boundaries
from registan.reader.syntax.feature import corrector
from registan.reader.syntax.lemma import lemmatizer, read_table
from registan.reader.syntax.network import DATA, LONGEST, Network, Parse

NOTES = "registan_syntax"  # key of a Doc's user data
COLUMNS = ["HEAD", "DEP", "POS", "LEMMA", "MORPH"]
CUTS = frozenset(";:,.–—)\n")


class Note(msgspec.Struct, frozen=True):
    """Why a stretch of a Doc (token places) was not read as one sentence."""

    start: int
    end: int
    reason: str


def notes(doc: Doc) -> tuple[Note, ...]:
    """What could not be read as it stood: sentences that were cut because of their length."""
    return tuple(doc.user_data.get(NOTES, ()))


@cache
def shared_network(threads: int) -> Network:
    """The one session that all languages share."""
    return Network(threads=threads)


@Language.factory("registan_syntax", default_config={"threads": 1})
def make_component(nlp: Language, name: str, threads: int) -> Component:
    """The component for the pipeline's language."""
    return Component(nlp, threads)


class Component:
    """Callable on a Doc; `pipe` reads many Docs in batches of like length."""

    def __init__(self, nlp: Language, threads: int) -> None:
        self._threads = threads
        lang = str(nlp.lang)
        self._splitter, self._correct = Splitter(read_boundaries(lang)), corrector(lang)
        self._lemmatize = lemmatizer(lang, read_table(DATA / "lemmas.json", lang))

    @property
    def network(self) -> Network:
        """The shared session, opened when it is first needed."""
        return shared_network(self._threads)

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, annotated."""
        return next(self._read([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """The Docs in order, annotated."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            yield from self._read(batch)

    def _read(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        plans = [self._sentences(doc) for doc in docs]
        words = [[doc[i].text for i in s] for doc, p in zip(docs, plans, strict=True) for s in p]
        parses = iter(self.network.parse(words))
        for doc, plan in zip(docs, plans, strict=True):
            yield self._annotate(doc, [(sentence, next(parses)) for sentence in plan])

    def _sentences(self, doc: Doc) -> list[list[int]]:
        """Each sentence's token places, white space left out; a too long one is cut and noted."""
        starts = [*self._splitter.starts(doc), len(doc)]
        found: list[list[int]] = []
        cut: list[Note] = []
        for start, end in pairwise(starts):
            places = [i for i in range(start, end) if not doc[i].is_space]
            pieces = list(self._cut(doc, places))
            if len(pieces) > 1:
                cut.append(Note(start, end, f"longer than {LONGEST} pieces: read in parts"))
            found += pieces
        doc.user_data[NOTES] = tuple(cut)
        return found

    def _cut(self, doc: Doc, places: list[int]) -> Iterator[list[int]]:
        """The places in parts that the network can take, ending at punctuation where possible."""
        sizes = np.cumsum([len(self.network.pieces.cut(doc[i].text)) for i in places])
        start, before = 0, 0  # where the part begins, and the pieces in front of it
        while start < len(places):
            end = int(np.searchsorted(sizes, before + LONGEST - 2, side="right"))
            if end < len(places):
                half = start + (end - start) // 2
                marks = [k for k in range(half, end) if doc[places[k]].text in CUTS]
                end = max(start + 1, marks[-1] + 1 if marks else end)
            yield places[start:end]
            start, before = end, int(sizes[end - 1])

    def _annotate(self, doc: Doc, parsed: list[tuple[list[int], Parse]]) -> Doc:
        if not len(doc):
            return doc
        rows = np.zeros((len(doc), len(COLUMNS)), dtype=np.uint64)
        heads = np.zeros(len(doc), dtype=np.int64)
        placed = np.zeros(len(doc), dtype=bool)
        for places, parse in parsed:
            heads[places] = [
                places[above - 1] - i if above else 0
                for i, above in zip(places, parse.heads, strict=True)
            ]
            rows[places, 1:] = [self._row(doc, i, parse, k) for k, i in enumerate(places)]
            placed[places] = True
        self._place_spaces(doc, rows, heads, placed)
        rows[:, 0] = heads.view(np.uint64)
        doc.from_array(COLUMNS, rows)  # type: ignore[arg-type]
        return doc

    def _row(self, doc: Doc, i: int, parse: Parse, k: int) -> tuple[int, ...]:
        """The hashes of a word's relation, tag, lemma and features."""
        strings, form, upos = doc.vocab.strings, doc[i].text, parse.upos[k]
        features = self._correct(form, upos, parse.features[k])
        lemma = self._lemmatize(form, upos, features)
        relation = parse.relations[k] if parse.heads[k] else "ROOT"
        added = (strings.add(text) for text in (relation, upos, lemma))
        return (*added, doc.vocab.morphology.add(features or "_"))

    def _place_spaces(self, doc: Doc, rows: Any, heads: Any, placed: Any) -> None:
        """White space hangs on the token before it, at the start of a text on the one after."""
        strings, empty = doc.vocab.strings, doc.vocab.morphology.add("_")
        first = int(np.argmax(placed)) if placed.any() else 0
        for i in np.flatnonzero(~placed).tolist():
            heads[i] = -1 if i > first else first - i
            texts = ("dep", "SPACE", doc[i].text)
            rows[i, 1:] = (*(strings.add(text) for text in texts), empty)
