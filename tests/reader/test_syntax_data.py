"""Every example in the languages' token and sentence files holds."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from registan.errors import DataError
from registan.reader.syntax.arborescence import best_heads, is_tree
from registan.reader.syntax.boundary import Splitter, read_boundaries
from registan.reader.syntax.feature import FeatureRule, read_rules
from registan.reader.syntax.pipeline import LANGUAGES, parse
from registan.reader.syntax.token import read_tokens, tune_tokenizer


def tokenizer(lang: str) -> spacy.Language:
    nlp = spacy.blank(lang)
    tune_tokenizer(nlp)
    return nlp


@pytest.mark.parametrize("lang", LANGUAGES)
def test_token_examples(lang: str) -> None:
    nlp = tokenizer(lang)
    for example in read_tokens(lang).examples:
        assert [token.text for token in nlp.make_doc(example.text)] == example.tokens


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentence_examples(lang: str) -> None:
    nlp, splitter = tokenizer(lang), Splitter(read_boundaries(lang))
    for example in read_boundaries(lang).examples:
        doc = nlp.make_doc(example.text)
        places = [*splitter.starts(doc), len(doc)]
        found = [doc[a:b].text.strip() for a, b in pairwise(places)]
        assert found == example.sentences


@pytest.mark.parametrize("lang", LANGUAGES)
def test_feature_examples(lang: str) -> None:
    for rule in read_rules(lang):
        assert any(gives(rule, token) for token in parse([rule.matches], lang)[0]), rule.id
        assert not any(gives(rule, token) for token in parse([rule.rejects], lang)[0]), rule.id


def gives(rule: FeatureRule, token: spacy.tokens.Token) -> bool:
    """Does a rule apply that gave the token what it has (a feature may replace another value)?"""
    marks = token.morph.to_dict()
    before = marks | {name: rule.having[name] for name in rule.give if name in rule.having}
    return rule.applies(token.text, token.pos_, before) and rule.give.items() <= marks.items()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(DataError, match=r"languages/xx/sentences\.yml"):
        read_boundaries("xx")


@given(
    st.integers(1, 9).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-20, 0, width=32))
    )
)
def test_scores_of_any_kind_give_a_tree_with_one_root(scores: np.ndarray) -> None:
    np.fill_diagonal(scores[:, 1:], -50)
    assert is_tree(best_heads(scores))


def test_a_cycle_is_no_tree() -> None:
    assert not is_tree(np.array([2, 1, 0]))
    assert not is_tree(np.array([0, 0]))
    assert is_tree(np.array([2, 0, 2]))
