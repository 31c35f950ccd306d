"""How a name sounds, so that spellings of one name in several languages and scripts meet.

Two levels: a `skeleton` of merged consonants, to find who comes into question at all, and
`sounds`, a finer
string with vowels, to judge how alike two spellings are. Both read a spelling by the habits of
its language
(`ch` is a different sound in English, French and German).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Cyrillic letters and their sounds; the last two rows serve Central Asian and Ukrainian names.
CYRILLIC_ROWS = (
    "а:a б:b в:v г:g д:d е:e ё:o ж:S з:s и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f",
    "х:h ц:s ч:S ш:S щ:S ъ: ы:i ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ў:v қ:k ғ:g ҳ:h ә:a ө:o",
    "ү:u ұ:u ң:n һ:h ҷ:S ӣ:i ӯ:u",
)
CYRILLIC = dict(pair.split(":") for row in CYRILLIC_ROWS for pair in row.split())

# Spelling habits, longest first; capitals stand for sounds that several letters write. All
# sibilants are S or s.
COMMON = [("x", "ks"), ("q", "k"), ("ck", "k"), ("ph", "f"), ("w", "v"), ("ß", "s")]
LATIN = {
    "de": ("dsch:S tsch:S sch:S chs:ks ch:h tz:s z:s eu:oy äu:oy ei:ay ie:i j:y v:v sp:sp"),
    "en": (
        "shch:S tsch:S tch:S sch:S dzh:S dj:S zh:S sh:S ch:S kh:h gh:g ts:s tz:s z:s j:S "
        "ee:i oo:u ou:u iy:i yy:i ck:k"
    ),
    "fr": ("chtch:S tch:S dj:S ch:S kh:h ts:s j:S z:s oï:oy aï:ay ï:y ou:u eau:o gu:g qu:k"),
}
PLAIN = str.maketrans(dict(zip("łøđıŁØĐəƏ", "lodiLODaA", strict=True)) | dict.fromkeys("ʻʼ’`ʿʾ'"))
SOFT_C = re.compile(r"c(?=[eiy])")
DOUBLE = re.compile(r"(.)\1+")
GLIDE = re.compile(r"(?<=[aeiou])[yv]?(?=[aeiou])")


def strip_marks(text: str) -> str:
    """Remove diacritics; letters that carry none by decomposition (ł, ø, ı) are replaced too."""
    text = text.translate(PLAIN)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def is_cyrillic(text: str) -> bool:
    """Say whether the text is mainly in Cyrillic letters."""
    return sum("\u0400" <= c <= "\u04ff" for c in text) * 2 > len(text)


@lru_cache(maxsize=65536)
def sounds(word: str, lang: str) -> str:
    """Write one word as sounds: small vowels and consonants, S for sh/zh/ch/j, s for s/z/ts."""
    word = word.lower()
    if is_cyrillic(word):
        word = "в" + word[1:] if re.match(r"у[аеиоэ]", word) else word
        text = "".join(CYRILLIC.get(c, "") for c in word.replace("дж", "ж"))
    else:
        text = read_latin(word, lang if lang in LATIN else "en")
    return DOUBLE.sub(r"\1", text)


def read_latin(word: str, lang: str) -> str:
    """Apply a language's spelling habits to a Latin-script word."""
    habits = dict(pair.split(":") for pair in LATIN[lang].split())
    word = re.sub("|".join(habits), lambda found: habits[found.group()], word)
    word = strip_marks(word)
    for written, sound in COMMON:
        word = word.replace(written, sound)
    word = SOFT_C.sub("s", word).replace("c", "k").replace("z", "s")
    return re.sub(r"(?<![aeiou])y(?![aeiou])|y$", "i", word)


@lru_cache(maxsize=65536)
def skeleton(word: str, lang: str) -> str:
    """Give the merged consonants of a word: the key under which spellings of one name meet."""
    text = sounds(word, lang).lower()
    text = re.sub(r"[aeiouyh]", "", text)
    return DOUBLE.sub(r"\1", text.replace("j", "s"))


@lru_cache(maxsize=65536)
def rough(word: str, lang: str) -> str:
    """Reduce sounds to what transliterations agree on.

    Glides and h gone, vowels in three classes.
    """
    text = sounds(word, lang).lower().replace("j", "s")
    text = re.sub(r"[yh]", "", text)
    text = re.sub(r"[ei]+", "i", text)
    text = re.sub(r"[ou]+", "u", text)
    text = re.sub(r"i(?=[au])", "", text)
    return DOUBLE.sub(r"\1", text)


def likeness(one: str, other: str, strict: bool = False) -> float:
    """Compare two rough spellings: 1 for equal, less by edit distance (a vowel counts half).

    `strict` counts an exchanged vowel in full, as between spellings in one script.
    """
    if one == other:
        return 1.0
    longest = max(len(one), len(other), 1)
    return max(0.0, 1 - distance(one, other, strict) / longest)


@lru_cache(maxsize=65536)
def distance(one: str, other: str, strict: bool = False) -> float:
    """Give the edit distance where vowels cost half of consonants."""
    row = [0.0]
    for c in other:
        row.append(row[-1] + cost(c))
    for a in one:
        new = [row[0] + cost(a)]
        for j, b in enumerate(other, 1):
            change = 0.0 if a == b else 1.0 if strict else max(cost(a), cost(b))
            new.append(min(row[j - 1] + change, row[j] + cost(a), new[-1] + cost(b)))
        row = new
    return row[-1]


def cost(letter: str) -> float:
    """Say what dropping a sound costs."""
    return 0.5 if letter in "aiu" else 1.0
