"""What every noun shares: a frozen record with JSON in and out."""

from __future__ import annotations

from typing import Any, Self

import msgspec

from registan.errors import InputError


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen, typed record; `to_json` and `from_json` are each other's inverse."""

    def to_data(self) -> dict[str, Any]:
        """Give the record as plain dicts, lists and strings."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return data

    def to_json(self) -> str:
        """Give the record as one line of JSON."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_data(cls, data: Any) -> Self:
        """Read the record from plain data; InputError names the field that does not fit."""
        try:
            return msgspec.convert(data, cls)
        except msgspec.ValidationError as error:
            raise InputError(f"This is no {cls.__name__}: {error}.") from error

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read the record from JSON; InputError names what does not fit."""
        try:
            return msgspec.json.decode(text, type=cls)
        except msgspec.DecodeError as error:
            raise InputError(f"This is no {cls.__name__}: {error}.") from error
