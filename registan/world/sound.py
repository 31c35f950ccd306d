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

import yaml

from registan.world.store import DATA

# Cyrillic letters and their sounds; the last two rows serve Central Asian and Ukrainian names.
CYRILLIC_ROWS = (
    "а:a б:b в:v г:g д:d е:e ё:o ж:S з:s и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f",
    "х:h ц:s ч:S ш:S щ:S ъ: ы:i ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ў:v қ:k ғ:g ҳ:h ә:a ө:o",
    "ү:u ұ:u ң:n һ:h ҷ:S ӣ:i ӯ:u",
)
CYRILLIC = dict(pair.split(":") for row in CYRILLIC_ROWS for pair in row.split())

# Habits of every language, after its own; capitals stand for sounds that several letters write.
VOWELS = frozenset("aiu")
COMMON = [("x", "ks"), ("q", "k"), ("ck", "k"), ("ph", "f"), ("w", "v"), ("ß", "s")]
PLAIN = str.maketrans(dict(zip("łøđıŁØĐəƏ", "lodiLODaA", strict=True)) | dict.fromkeys("ʻʼ’`ʿʾ'"))
SOFT_C = re.compile(r"c(?=[eiy])")
DOUBLE = re.compile(r"(.)\1+")
GLIDE = re.compile(r"(?<=[aeiou])[yv]?(?=[aeiou])")


def strip_marks(text: str) -> str:
    """Remove diacritics; letters that carry none by decomposition (ł, ø, ı) are replaced too."""
    text = text.translate(PLAIN)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def hardened(word: str) -> tuple[str, ...]:
    """A Cyrillic word, and as it is written where `г` stands for a foreign `h` (`Гельмут`)."""
    if word[:1] in "гГ" and is_cyrillic(word):
        return word, ("Х" if word[0] == "Г" else "х") + word[1:]
    return (word,)


def is_cyrillic(text: str) -> bool:
    """Say whether the text is mainly in Cyrillic letters."""
    return sum("\u0400" <= c <= "\u04ff" for c in text) * 2 > len(text)


@lru_cache(maxsize=1)
def read_spellings() -> dict[str, str]:
    """The spelling habits of each language, as written in the file."""
    entries = yaml.safe_load((DATA / "spellings.yml").read_text(encoding="utf-8"))
    return {key: str(pairs) for key, pairs in entries.items() if key != "states"}


@lru_cache(maxsize=1)
def spellings_of_states() -> dict[str, tuple[str, ...]]:
    """For each state with a Latin script, the languages in which its people's names are spelled."""
    entries = yaml.safe_load((DATA / "spellings.yml").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for language, states in entries["states"].items():
        for state in states.split():
            found[state] = (*found.get(state, ()), language)
    return found


@lru_cache(maxsize=64)
def spelling_habits(lang: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """A pattern with one group for each habit, longest first, and the sound of each group."""
    pairs = [pair.split(":") for pair in read_spellings()[lang].split()]
    pairs.sort(key=lambda pair: -len(pair[0].rstrip("$")))
    return re.compile("|".join(f"({written})" for written, _ in pairs)), (
        "",
        *(sound for _, sound in pairs),
    )


@lru_cache(maxsize=65536)
def sounds(word: str, lang: str) -> str:
    """Write one word as sounds: small vowels and consonants, S for sh/zh/ch/j, s for s/z/ts."""
    word = word.lower()
    if is_cyrillic(word):
        word = "в" + word[1:] if re.match(r"у[аеиоэ]", word) else word
        word = word.replace("дж", "ж").replace("дз", "з").replace("тс", "ц")
        text = "".join(CYRILLIC.get(c, "") for c in word)
    else:
        text = read_latin(word, lang)
    return DOUBLE.sub(r"\1", text)


def read_latin(word: str, lang: str) -> str:
    """Apply a language's spelling habits to a Latin-script word; unknown languages as English."""
    pattern, habits = spelling_habits(lang if lang in read_spellings() else "en")
    word = pattern.sub(lambda found: habits[found.lastindex or 0], word)
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


def likeness(one: str, other: str, vowel: float = 0.0) -> float:
    """Compare two rough spellings: 1 for equal, less by edit distance (a vowel counts half).

    `vowel` is what `a` for another vowel costs between spellings that follow one system:
    `Kerimov` is not `Karimov`. 0 says that they follow none.
    """
    if one == other:
        return 1.0
    longest = max(len(one), len(other), 1)
    return max(0.0, 1 - distance(one, other, vowel) / longest)


@lru_cache(maxsize=65536)
def distance(one: str, other: str, vowel: float = 0.0) -> float:
    """Give the edit distance where vowels cost half of consonants; `vowel` as in `likeness`."""
    row = [0.0]
    for c in other:
        row.append(row[-1] + cost(c, vowel))
    for a in one:
        new = [row[0] + cost(a, vowel)]
        for j, b in enumerate(other, 1):
            change = row[j - 1] + (0.0 if a == b else exchange(a, b, vowel))
            new.append(min(change, row[j] + cost(a, vowel), new[-1] + cost(b, vowel)))
        row = new
    # In one system a vowel more at the end is another name (`Assadi`), not another spelling.
    ends_open = {word[-1:] in VOWELS for word in (one, other)}
    return row[-1] + (1.0 if vowel and len(ends_open) > 1 else 0.0)


def cost(letter: str, vowel: float) -> float:
    """Say what dropping a sound costs."""
    if letter in VOWELS:
        return 0.75 if vowel else 0.5
    return 1.0


def exchange(one: str, other: str, vowel: float) -> float:
    """Say what one sound for another costs.

    Within a system `o` for `e` is usual (`Gorbachev`, `Gorbatschow`), `a` for `o` is not, and `a`
    for `e` is where the script writes no vowels.
    """
    if not vowel or one not in VOWELS or other not in VOWELS:
        return 1.0 if one not in VOWELS or other not in VOWELS else 0.5
    return {"ai": vowel, "au": 1.5, "iu": 1.0}["".join(sorted(one + other))]
