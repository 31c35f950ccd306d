"""The nouns of Registan as plain typed data. Imports nothing of ours but the errors."""

from registan.model.base import Record
from registan.model.brief import Brief, Extract, Outlook, Question
from registan.model.claim import (
    Claim,
    ClaimPlace,
    Coverage,
    Evidence,
    FoundClaim,
    Reading,
    Subject,
    Verdict,
)
from registan.model.report import (
    ActorMention,
    Amount,
    Event,
    Operator,
    PlaceMention,
    Report,
    Source,
)
from registan.model.text import Document, Quote, Skipped, Span

__all__ = [
    "ActorMention",
    "Amount",
    "Brief",
    "Claim",
    "ClaimPlace",
    "Coverage",
    "Document",
    "Event",
    "Evidence",
    "Extract",
    "FoundClaim",
    "Operator",
    "Outlook",
    "PlaceMention",
    "Question",
    "Quote",
    "Reading",
    "Record",
    "Report",
    "Skipped",
    "Source",
    "Span",
    "Subject",
    "Verdict",
]
