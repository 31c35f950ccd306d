"""Syntax: raw text in; tokens, sentences, tags, features, lemmas and trees out, as spaCy Docs."""

from registan.reader.syntax.component import Note, notes
from registan.reader.syntax.network import model_version
from registan.reader.syntax.pipeline import load, parse

__all__ = ["Note", "load", "model_version", "notes", "parse"]
