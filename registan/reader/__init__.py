"""A document in, reports and claims out. `reading.py` reads one from end to end, and is the door.

- In: `intake`, `collection`, `decoding`, `webpage`, `feed`, `warc` make a document of anything;
  `language`, `mixture`, `boilerplate`, `dateline`, `published`, `transcript` say what it is.
- Its tree: `syntax/` parses, `tree` holds the words from then on, `lexeme` names them, `mending`
  puts right what the tree got wrong (`attachment*`, `repair*`, `measure`); `clause` and `verb_form`
  read the tree for everything else.
- Whom its words mean: `mention` finds names, `actor` says what a noun stands for, `reference` whom
  a pronoun does, `when` which day a date is, `quote` who speaks.
- Reports: `trigger` finds the words that tell events, `report` makes reports of them. A `story`
  holds what all its steps look at. They are `report_role` (who, whom, where: with `report_host`,
  `report_place`, `report_pair`, `report_bridge`), `report_time`, `report_kind`, `report_standing`;
  those that leave out: `report_twin`, `report_guard`, `diplomacy`, `report_echo`; and
  `report_headline`, by which a headline says no more than its text. `denial` and `report_fate`
  look back at what was told before.
- Standing: `standing` composes it, by the words of a `scale`; each `standing_*` knows one kind of
  operator. `attribution` says by which sources a sentence knows its event, `source_state`
  for which state they speak, `nominative` how a language with cases writes them.
- Claims of precedent: `claim` reads them; each `claim_*` knows one part of a claim.
"""
