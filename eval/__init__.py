"""Scores on labelled cases, with pinned floors. Needs the cases; no test does."""
