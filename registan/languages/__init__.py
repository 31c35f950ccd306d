"""What is particular to one language, as data: one folder each; this package reads the folders."""

from registan.languages.folder import read_examples, served, table
from registan.languages.grammar import Grammar, load_grammar
from registan.languages.lexicon import Lexicon, load

__all__ = ["Grammar", "Lexicon", "load", "load_grammar", "read_examples", "served", "table"]
