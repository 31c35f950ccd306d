"""The claim forms: what each asks of the rows that count."""
