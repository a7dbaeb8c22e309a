"""Arabic names in Latin letters, as newspapers write them: a reading by rule, since short vowels are not written."""

import re
from collections.abc import Mapping
from itertools import pairwise, zip_longest

from lib.arabic.names import spelled
from lib.arabic.normalize import fold

# Letters as the Arabic press agencies write them in English; letters of neighbouring languages among them.
_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g", "ژ": "zh", "ک": "k",
}  # fmt: skip
_VOWELS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ى": "a", "ة": "a", "ؤ": "u", "ئ": "i",
    "\u064e": "a", "\u064f": "u", "\u0650": "i", "\u0670": "a",
}  # fmt: skip
_GLIDES = {"و": ("w", "u"), "ي": ("y", "i"), "ی": ("y", "i")}
_JOINED = {"وال": "wal", "بال": "bil", "لل": "lil"}  # clitics that stand before the article
_FOREIGN = {"u": "o", "gh": "g", "q": "k"}
_LIQUIDS = frozenset("rl")
_SHORTEST = 4  # letters: with fewer the article would leave a word of one letter
_AYN = "ع"  # heard as a vowel: kept as one at the start of a word (عتيق, Atiq) and between consonants
_LONG = frozenset("اىةآوي")  # what a glide or ع before it leans on
_DOUBLED = "\u0651"
_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3]")
# Words of names that are written one way whatever stands around them.
_WORDS = {
    "بن": "bin", "ابن": "ibn", "بنت": "bint", "ال": "Al", "ابو": "Abu", "ابي": "Abi", "ام": "Umm", "الله": "Allah",
    "عبدالله": "Abdullah", "و": "wa", "ولد": "Ould", "ذو": "Dhu",
}  # fmt: skip


def romanise(name: str, known: Mapping[str, str] | None = None, *, construct: bool = False) -> str:
    """Return the name in Latin letters; words of `known` (folded word → usual Latin spelling) as they stand there.

    `construct` says that ة before a word with the article is read as t (حركة التجارة, Harakat al-Tijara), as in names
    of institutions and places; persons' names stand beside each other (أسامة الأزهري).

    A guess by rule: كريم الزهراني gives Karim al-Zahrani, but an unwritten vowel is taken for an a wherever syllables
    need one. A name without an Arabic word or article is read as a foreign one: و is an o there, غ a g. A word that
    holds no Arabic letter stays as it is.
    """
    words, usual = _compounds(spelled(name).split()), known or {}
    foreign = not any(is_article(word) or fold(word) in usual or fold(word) in _WORDS for word in words)
    read = [_word(word, usual, foreign) for word in words]
    joins = (construct and _leans(one, after) for one, after in pairwise(words))
    whole = " ".join(f"{one}t" if join else one for one, join in zip_longest(read, joins))
    return whole[:1].upper() + whole[1:]


def _leans(word: str, after: str) -> bool:
    """Say whether a word without the article ends in ة and leans on the next, which has it."""
    return word.endswith("ة") and is_article(after) and not word.startswith(("ال", *_JOINED))


def is_article(word: str) -> bool:
    """Say whether the word begins with the article, or with عبد ال; أل with a hamza is none."""
    return word.startswith(("ال", "عبدال")) and len(word) > _SHORTEST


def is_arabic(name: str) -> bool:
    """Say whether the name holds an Arabic letter."""
    return bool(_ARABIC.search(name))


def _compounds(words: list[str]) -> list[str]:
    """Join عبد with the word after it: عبد الله is one name."""
    joined: list[str] = []
    for word in words:
        if joined and fold(joined[-1]) == "عبد":
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _word(word: str, known: Mapping[str, str], foreign: bool) -> str:
    """Return one word, capitalised; the article is al- before its word, sun letters as they are written."""
    folded = fold(word)
    if not is_arabic(word):
        return word
    if folded in known or folded in _WORDS:
        return known.get(folded) or _WORDS[folded]
    joined = next((before for before in _JOINED if word.startswith(before) and len(word) > _SHORTEST + 1), "")
    if joined:
        return f"{_JOINED[joined]}-{_word(word[len(joined) :], known, foreign)}"
    if is_article(word):
        rest = _word(word[word.index("ل") + 1 :], known, foreign)
        return f"Abdul{rest.lower()}" if word.startswith("عبد") else f"al-{rest}"
    return "-".join(_letters(piece, foreign).capitalize() for piece in re.split("[-ـ]", word) if piece)


def _letters(word: str, foreign: bool) -> str:
    """Return a word's letters, with an a wherever a syllable lacks its vowel: CaCCaC, never CCaCC."""
    sounds = _sounds(word.replace("نغ", "نg"))
    if foreign:
        sounds = [(_FOREIGN.get(sound, sound), is_vowel) for sound, is_vowel in sounds]
    read, open_ = "", False  # what is read so far, and whether it ends in a vowel
    for at, (sound, is_vowel) in enumerate(sounds):
        read += sound
        clash = not is_vowel and at + 1 < len(sounds) and not sounds[at + 1][1]
        last = at + 2 >= len(sounds)
        closes = open_ and (not last or sounds[at - 1][1])
        liquid = clash and not last and _begins(sound, sounds[at + 1][0], foreign, at)
        open_ = is_vowel
        if clash and not closes and not liquid:
            read, open_ = f"{read}a", True
    return read


def _begins(sound: str, following: str, foreign: bool, at: int) -> bool:
    """Say whether the two consonants may begin a syllable together: in foreign words, or after a closed syllable."""
    return (following in _LIQUIDS and sound not in _LIQUIDS and (foreign or at > 0)) or (foreign and sound == "s")


def _sounds(word: str) -> list[tuple[str, bool]]:
    """Return the word's sounds as (Latin letters, whether a vowel)."""
    found: list[tuple[str, bool]] = []
    for at, letter in enumerate(word):
        after_vowel = bool(found) and found[-1][1]
        if letter == _DOUBLED and found:
            found.append(found[-1])
        elif letter in _CONSONANTS or (letter.isascii() and letter.isalnum()):
            found.append((_CONSONANTS.get(letter, letter), False))
        elif letter in _GLIDES:
            found += _glide(word, at, after_vowel)
        elif letter in _VOWELS:
            found += [] if found[-1:] == [("a", True)] and _VOWELS[letter] == "a" else [(_VOWELS[letter], True)]
        elif letter == _AYN and not (at == 0 and word[1:2] in _LONG) and not (after_vowel and at + 1 == len(word)):
            found.append(("a", True))
    return found


def _glide(word: str, at: int, after_vowel: bool) -> list[tuple[str, bool]]:
    """Return و or ي as a consonant (at the start, before a vowel) or as a vowel; ية is iya."""
    consonant, vowel = _GLIDES[word[at]]
    following = word[at + 1 : at + 2]
    if at == 0 or (after_vowel and following in _LONG):
        return [(consonant, False)]
    if following in _LONG:
        return [(vowel, True), (consonant, False)] if consonant == "y" else [(consonant, False)]
    return [(vowel, True)]
