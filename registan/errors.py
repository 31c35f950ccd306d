"""The one tree of errors: each says what happened, where, what was expected and what to do."""

from __future__ import annotations


class RegistanError(Exception):
    """Base of every error that Registan raises on purpose.

    `message` is one clear sentence; `hint` says what to do; `where` names a place
    (`ru/visits.yml:41`, or a document and an offset). `exit_code` is what the program ends with.
    """

    exit_code = 3

    def __init__(self, message: str, *, hint: str = "", where: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.where = where

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.hint}" if self.hint else ""
        return f"{place}{self.message}{advice}"


class InputError(RegistanError):
    """What the user gave cannot be read: an empty file, a wrong encoding, an unknown option."""

    exit_code = 1


class DataError(RegistanError):
    """One of our data files, or a register file, holds something that it must not."""

    exit_code = 2


class SourceError(RegistanError):
    """A source or backend did not answer: the network, a database, a model server."""

    exit_code = 2


class SetupError(RegistanError):
    """The installation lacks something: a model file, an optional package."""

    exit_code = 3
