"""Bytes to text: which encoding, whether it is text at all, and what is cleaned away."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from charset_normalizer import from_bytes

from registan.errors import InputError

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CYRILLIC: Final = frozenset({"cp1251", "koi8_r"})
LEGACY: Final = ["cp1251", "cp1252", "koi8_r", "iso8859_15"]
# What every article in a legacy encoding of our languages is made of.
ORDINARY: Final = re.compile(r"[\w\s.,;:!?'\"()\[\]/%&+*=<>@#$€§°„“”‚‘’«»‹›–—…№\-_|~^`{}\\]")
# UTF-8 read as Windows-1252 or Windows-1251: "fÃ¼r", "â€ž", "РїСЂРµР·".
GARBLED: Final = re.compile(
    r"Ã[\u0080-\u00bf€-™]|â€|Ð[\u0080-\u00bf]|(?:[РС][\u0400-\u045f°-¿]){4}"
)
# What stray bytes become in a Latin alphabet: a letter alone that is no word, or a rare letter.
STRAY: Final = re.compile(r"(?<!\w)[^\W\d_a-zA-ZàÀôÔöÖåÅ](?!\w)|[ÿþðÞÐ]")
INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
SPACES: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v\f]")
SAVE_AS: Final = "Save it as UTF-8 and try again."


def decode(raw: bytes, name: str, guess: bool = True) -> str:
    """Decode a file's bytes; InputError where they are empty, binary or in no known encoding.

    UTF-8, and UTF-16 or UTF-32 with a byte order mark, are certain. `guess` allows the 8-bit
    encodings of our languages (Windows-1251, Windows-1252, KOI8-R, Latin-9) where the outcome reads
    like ordinary text.
    """
    if not raw.strip():
        raise InputError(f"{name} is empty.", hint="Give a file that holds an article.")
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return _decode_as(raw, encoding, name)
    if _is_binary(raw):
        raise InputError(f"{name} is no text but binary data.", hint="Give plain text or HTML.")
    try:
        return _check_garbled(raw.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        text = _guess(raw) if guess and not _is_damaged(raw) else None
        if text is None:
            raise _wrong_encoding(name, raw, error) from error
        return text


def normalise(text: str) -> str:
    """Bring a text into the one shape that all spans refer to; done once, at intake.

    NFC; line ends are newlines; other white space is a space; invisible characters (zero-width,
    soft hyphen, direction marks) and control characters are removed; halves of surrogate pairs
    become U+FFFD; no white space at either end.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = re.sub(r"\r\n?|[\u0085\u2028\u2029]", "\n", unicodedata.normalize("NFC", whole))
    visible = SPACES.sub(" ", INVISIBLE.sub("", lines))
    return re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", "", visible).strip()


def _decode_as(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _wrong_encoding(name, raw, error) from error


def _is_binary(raw: bytes) -> bool:
    """NUL bytes, or more than one control character in fifty, are in no text of ours."""
    head = raw[:65536]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1b" for byte in head)
    return b"\0" in head or controls * 50 > len(head) or raw.startswith(b"%PDF-")


def _is_damaged(raw: bytes) -> bool:
    """Whether bytes are UTF-8 with a few broken ones: no other encoding has so many that fit."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - broken >= broken


def _guess(raw: bytes) -> str | None:
    """Decode by the likeliest legacy encoding of which the outcome reads like an article."""
    for match in from_bytes(raw[:200_000], cp_isolation=LEGACY):
        try:
            text = raw.decode(match.encoding)
        except UnicodeDecodeError:
            continue
        if _reads_like_article(text, match.encoding in CYRILLIC):
            return text
    return None


def _reads_like_article(text: str, cyrillic: bool) -> bool:
    """Whether a text holds next to nothing odd, and its letters are of the encoding's alphabet."""
    foreign = len(text) - len(ORDINARY.findall(text))
    mixed = re.search(r"[a-z][а-яё]|[а-яё][a-z]|[a-zß-ÿ][À-ÖØ-Þ][a-zß-ÿ]", text)
    if foreign * 200 > len(text) or mixed:
        return False
    if cyrillic:
        return 2 * len(re.findall(r"[Ѐ-ӿ]", text)) > len(re.findall(r"[^\W\d_]", text))
    return 2 * len(STRAY.findall(text)) <= len(re.findall(r"\w*[À-ž]\w*", text))


def _check_garbled(text: str, name: str) -> str:
    if len(GARBLED.findall(text)) * 300 > len(text):
        raise InputError(
            f"{name} was saved in the wrong encoding: it reads “{_sample(text)}”.",
            hint="Open the original again as UTF-8 and save it anew.",
        )
    return text


def _sample(text: str) -> str:
    found = GARBLED.search(text)
    start = max(0, found.start() - 10) if found else 0
    return re.sub(r"\s+", " ", text[start : start + 30]).strip()


def _wrong_encoding(name: str, raw: bytes, error: UnicodeDecodeError) -> InputError:
    return InputError(
        f"{name} is in no encoding known here: byte 0x{raw[error.start]:02X} at {error.start} is "
        f"not {error.encoding.upper()}.",
        hint=SAVE_AS,
    )
