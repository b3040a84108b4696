"""Makes the finder's tables in src/find/data/ from named public packages. See README.md beside it.

    python make_tables.py RUST_CANTO_DATA OUT_FOLDER FREQUENT_TXT

RUST_CANTO_DATA is the folder data/ of the crate rust-canto (rime-cantonese); the other data comes with
the Python packages pypinyin, jieba and opencc-python-reimplemented.
"""

import collections
import os
import pathlib
import sys
import unicodedata

import jieba
import opencc
import pypinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

# A reading is common if it has this share of the character's uses, or stands in this many phrases.
SHARE, PHRASES = 0.01, 4
# Other readings that rime-cantonese gives less than this, or that stand in fewer words, are rare.
CANTONESE_PERCENT, CANTONESE_WORDS = 3, 3


def covered():
    """The characters of GBK and of Big5-HKSCS: what mainland, Taiwan and Hong Kong texts are set in."""
    for code in range(0x3400, 0xA000):
        char = chr(code)
        for encoding in ("gbk", "big5hkscs"):
            try:
                char.encode(encoding)
            except UnicodeEncodeError:
                continue
            yield char
            break


def folds(chars):
    """Every character with the one that stands for all its variants: the simplified form."""
    folder = pathlib.Path(opencc.__file__).parent / "dictionary"
    parent = {}

    def root(char):
        while parent.get(char, char) != char:
            char = parent[char]
        return char

    simplified = {}
    for name in ("TSCharacters", "HKVariants", "HKVariantsRev", "TWVariants", "TWVariantsRev", "JPVariants"):
        for line in (folder / f"{name}.txt").read_text("utf-8").splitlines():
            char, _, others = line.partition("\t")
            first = others.split(" ")[0]
            if len(char) != 1 or len(first) != 1:
                continue
            if name == "TSCharacters":
                simplified[char] = first
            a, b = root(char), root(first)
            if a != b:
                parent[a] = b
    groups = collections.defaultdict(list)
    for char in list(parent) + [root(char) for char in parent]:
        if char not in groups[root(char)]:
            groups[root(char)].append(char)
    result = {}
    for group in groups.values():
        # What others simplify to and does not itself simplify; of several the most used.
        targets = [char for char in group if char not in simplified] or group
        head = max(targets, key=lambda char: (USES[char], -ord(char)))
        result.update({char: head for char in group if char != head})
    return {char: head for char, head in result.items() if char in chars and head in chars}


def uses():
    """How often a character stands in running text, by jieba's word counts; and its words."""
    count, words = collections.Counter(), []
    for line in (pathlib.Path(jieba.__file__).parent / "dict.txt").read_text("utf-8").splitlines():
        word, number, _ = line.split(" ")
        words.append((word, int(number)))
        for char in word:
            count[char] += int(number)
    return count, words


def plain(reading):
    """The reading without its tone; ü as v."""
    text = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    text = "".join(c for c in text if not unicodedata.combining(c))
    return text


def mandarin(chars, words):
    """The common toneless readings of each character, the commonest first."""
    weight = collections.defaultdict(collections.Counter)
    phrases = collections.defaultdict(collections.Counter)
    for word, number in words:
        if len(word) > 1:
            readings = pypinyin.lazy_pinyin(word, errors=lambda text: [None] * len(text), v_to_u=True)
            if len(readings) == len(word):
                for char, reading in zip(word, readings):
                    if reading:
                        weight[char][plain(reading)] += number
    for phrase, readings in PHRASES_DICT.items():
        if len(phrase) == len(readings):
            for char, reading in zip(phrase, readings):
                phrases[char][plain(reading[0])] += 1
    result = {}
    for char in chars:
        listed = [plain(r) for r in PINYIN_DICT.get(ord(char), "").split(",") if r]
        listed = [r for r in listed if r.isascii() and r.isalpha()]
        if not listed:
            continue
        whole = sum(weight[char].values()) + 1
        common = {r for r in listed if weight[char][r] >= SHARE * whole or phrases[char][r] >= PHRASES}
        order = lambda r: (-weight[char][r], listed.index(r))
        result[char] = sorted(common | {listed[0]}, key=order)
    return result


def cantonese(chars, folder):
    """The common toneless Jyutping of each character, the commonest first."""
    found, words = collections.defaultdict(dict), collections.Counter()
    for line in (folder / "words.tsv").read_text("utf-8").splitlines():
        word, readings, *_ = line.split("\t") + [""]
        words.update(zip(word, (r.rstrip("123456") for r in readings.split(" "))))
    for line in (folder / "chars.tsv").read_text("utf-8").splitlines():
        char, reading, *percent = line.split("\t")
        share = int(percent[0].rstrip("%")) if percent and percent[0] else 100
        syllable = reading.rstrip("123456")
        if not syllable.isalpha():  # 呎 may be said as two syllables
            continue
        found[char][syllable] = max(share, found[char].get(syllable, -1))
    result = {}
    for char in chars:
        shares = found.get(char, {})
        order = sorted(shares, key=lambda r: (-shares[r], -words[char, r], r))
        if order:
            used = [r for r in order[1:] if shares[r] >= CANTONESE_PERCENT and words[char, r] >= CANTONESE_WORDS]
            result[char] = order[:1] + used
    return result


def of_groups(readings, fold):
    """The readings of a folded character: those of all characters that fold to it, by use."""
    merged = {}
    for char in sorted(readings, key=lambda char: (-USES[char], char)):
        mine = merged.setdefault(fold.get(char, char), [])
        mine.extend(r for r in readings[char] if r not in mine)
    return merged


def write_readings(path, readings):
    """A line for each syllable: it, the characters whose first reading it is, those whose later it is."""
    lines = collections.defaultdict(lambda: ([], []))
    for char in sorted(readings):
        for n, reading in enumerate(readings[char]):
            lines[reading][min(n, 1)].append(char)
    text = "".join(f"{s} {''.join(a)} {''.join(b)}".rstrip() + "\n" for s, (a, b) in sorted(lines.items()))
    path.write_text(text, "utf-8")


def write_fold(path, fold):
    """A line for each folded character: it, and the characters that fold to it. Accented Latin last."""
    lines = collections.defaultdict(list)
    for char, head in fold.items():
        lines[head].append(char)
    for code in list(range(0xC0, 0x250)) + list(range(0x1E00, 0x1F00)):
        char = chr(code).lower()
        base = unicodedata.normalize("NFKD", {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ħ": "h"}.get(char, char))
        # u with two dots is v in pinyin, but in a name it is u.
        if base[0].isascii() and base[0].isalpha() and char not in lines[base[0]]:
            lines[base[0]].append(char)
    text = "".join(f"{head} {''.join(sorted(set(chars)))}\n" for head, chars in sorted(lines.items()))
    path.write_text(text, "utf-8")


def main():
    canto, out, frequent = (pathlib.Path(argument) for argument in sys.argv[1:4])
    chars = list(covered())
    fold = folds(set(chars))
    write_fold(out / "fold.txt", fold)
    write_readings(out / "mandarin.txt", of_groups(mandarin(chars, WORDS), fold))
    write_readings(out / "cantonese.txt", of_groups(cantonese(chars, canto), fold))
    common = [char for char, _ in USES.most_common() if 0x3400 <= ord(char) < 0xA000][:5000]
    frequent.write_text("".join("".join(common[n : n + 100]) + "\n" for n in range(0, 5000, 100)), "utf-8")
    for path in (*out.glob("*.txt"), frequent):
        print(path.name, os.path.getsize(path), "bytes")


USES, WORDS = uses()
main()
