"""The closed label sets that the network predicts, and how treebank labels fold into them."""

from __future__ import annotations

UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip

RELATIONS = (
    "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux",
    "aux:pass", "case", "cc", "ccomp", "clf", "compound", "compound:prt", "conj", "cop", "csubj",
    "csubj:pass", "dep", "det", "discourse", "dislocated", "expl", "expl:comp", "expl:pass",
    "expl:pv", "expl:subj", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
    "nmod:poss", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:arg", "orphan",
    "parataxis", "punct", "reparandum", "vocative", "xcomp",
)  # fmt: skip

# "" is "the word has no such attribute".
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "Case": ("", "Nom", "Gen", "Dat", "Acc", "Ins", "Loc", "Par", "Voc"),
    "Number": ("", "Sing", "Plur", "Ptan"),
    "Gender": ("", "Masc", "Fem", "Neut"),
    "Person": ("", "1", "2", "3"),
    "Tense": ("", "Past", "Pres", "Fut", "Imp"),
    "Mood": ("", "Ind", "Sub", "Imp", "Cnd"),
    "VerbForm": ("", "Fin", "Inf", "Part", "Conv", "Ger"),
    "Voice": ("", "Act", "Pass", "Mid"),
    "Aspect": ("", "Imp", "Perf"),
    "Polarity": ("", "Neg", "Pos"),
    "Degree": ("", "Pos", "Cmp", "Sup"),
    "PronType": (
        "", "Art", "Prs", "Dem", "Ind", "Rel", "Int", "Tot", "Neg", "Emp", "Exc", "Rcp",
        "Int,Rel", "Dem,Rel",
    ),
    "Poss": ("", "Yes"),
    "Definite": ("", "Def", "Ind"),
    "Animacy": ("", "Anim", "Inan"),
    "NumType": ("", "Card", "Ord", "Mult", "Frac", "Sets"),
    "Reflex": ("", "Yes"),
}  # fmt: skip


def fold_relation(relation: str) -> str:
    """The relation itself where the set keeps it, otherwise its base (``obl:mod`` is ``obl``)."""
    if relation in RELATIONS:
        return relation
    base = relation.partition(":")[0]
    return base if base in RELATIONS else "dep"


def fold_features(features: str) -> dict[str, str]:
    """The attributes kept, from a CoNLL-U FEATS field; values outside the set are dropped."""
    pairs = (pair.partition("=")[::2] for pair in features.split("|") if "=" in pair)
    return {name: value for name, value in pairs if value in ATTRIBUTES.get(name, ())}
