"""The organisations of one article: their names, their acronyms, and which is meant by `the ministry`."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import islice, takewhile

from pipeline.recognise.capitals import is_acronym
from pipeline.recognise.gazetteer import gazetteer
from pipeline.recognise.reference_words import RECENT, ReferenceWords
from pipeline.recognise.row import Part
from pipeline.rules.bodies import is_public

_APPOSED = re.compile(r", (?:an?|the|its|one of the) (?P<words>[\w’'-]+(?: [\w’'-]+){0,5})")
_GOES_ON = frozenset({"of", "for", "in", "at", "on", "from", "with", "that", "which", "who", "behind", "to"})
"""Before these an apposition has told its noun: `Ostra, the owner of brewer Lowen`."""
_PRESENTED = re.compile(r"\b([A-Za-z]+)(,?) \Z")
_NEAR = 24
_THE = re.compile(r"[Tt]he \Z")
_BRACKET = re.compile(r" ?\((?:the )?\Z")


class Bodies:
    """Remembers which organisations the article has named so far, in the order of the text."""

    def __init__(self, text: str, parts: Sequence[Part], words: ReferenceWords) -> None:
        self.text, self.words = text, words
        self.named: dict[str, tuple[int, int]] = {}
        """How often and where last each organisation was named, the latest at the end."""
        self.described: dict[str, str] = {}
        """Nouns by which a name was introduced: `lender` for `Ostra Capital, a lender`."""
        self.short = self._last_words(parts) | self._first_words(parts) | self._acronyms(parts)

    def introduce(self, part: Part) -> str:
        """Take in a name; return the fullest form of it."""
        plain = self._plain(part)
        name = self.short.get(plain, plain)
        if part.kind == "organisation":
            leads = int(part.first and not self.named)  # whom the first sentence is about
            times, _ = self.named.pop(name, (leads, 0))
            self.named[name] = (times + 1, part.start)
            noun = self._apposed(part.end) or self._presented(part.start, part.end)
            if noun is not None:
                self.described[noun] = name
        return name

    def _apposed(self, end: int) -> str | None:
        """The noun of the apposition that stands behind a name."""
        found = _APPOSED.match(self.text, end)
        words: list[str] = found["words"].split() if found else []
        words = list(takewhile(lambda word: word not in _GOES_ON, words))
        for before, word, following in zip(["", *words], words, [*words[1:], ""], strict=False):
            if self._is_body(word) and not self._is_body(following):
                pair = f"{before} {word}"
                return pair if pair in self.words.bodies else word
        return None

    def _presented(self, start: int, end: int) -> str | None:
        """The noun before a name that tells what it is: `the brewer Ostra`, `its union, the ULM, said`."""
        found = _PRESENTED.search(self.text, max(start - _NEAR, 0), start)
        if found is None or (found[2] and self.text[end : end + 1] not in {",", "."}):
            return None
        noun = found[1].lower()
        return noun if self._is_body(noun) else None

    def _is_body(self, word: str) -> bool:
        return word in self.words.bodies or word in self.words.companies

    def of_noun(self, noun: str, apart: Set[str] = frozenset()) -> str | None:
        """The organisation that `the <noun>` means: the last whose name holds it or that was introduced as
        one, else the chief firm. Words that set it `apart` (`the national bank`) must stand in the name.
        """
        heads = self.words.bodies.get(noun)
        recent = list(islice(reversed(self.named), RECENT))
        if apart:
            recent = [name for name in recent if apart & set(name.lower().split())]
        if heads is not None:
            capital = noun.capitalize()
            for name in recent:
                words = name.split()
                if capital in words or heads & set(words):
                    return name
        if apart:
            return None
        alike = self._of_sort(heads) if " " not in noun else None  # no other agency is the space agency
        described = self.described.get(noun) or alike
        if described is not None or noun not in self.words.companies:
            return described
        firms = [name for name in recent if not (self._is_no_firm(name) or _is_site(name) or is_public(name))]
        others = {name for said, name in self.described.items() if said not in self.words.any_firm}
        firms = [name for name in firms if name not in others] or firms
        return max(firms, key=lambda name: self.named[name], default=None)

    def _of_sort(self, heads: Set[str] | None) -> str | None:
        """Who was last introduced by a noun for the same sort: `carrier` where `airline` is sought."""
        for said, name in reversed(self.described.items()):
            if heads and heads & self.words.bodies.get(said, frozenset()):
                return name
        return None

    def _is_no_firm(self, name: str) -> bool:
        """Whether a name is an occasion's or an outlet's, which tells of others: hardly ever `the firm`."""
        words = self.words.media | self.words.no_firms
        return name in self.words.outlets or not words.isdisjoint(name.split())

    def _acronyms(self, parts: Sequence[Part]) -> dict[str, str]:
        """Acronyms and what they stand for: given in brackets, or the initials of a name in the text."""
        short: dict[str, str] = {}
        initials: dict[str, str] = {}
        before: Part | None = None
        for part in parts:
            if part.kind not in {"organisation", "place", "geo"}:
                before = part
                continue
            name = self._plain(part)
            if part.kind != "geo" and len(part.words) > 1:
                letters = [word[0] for word in part.words if word[0].isupper()]
                initials.setdefault(("&" if " & " in name else "").join(letters), name)
            if before and _BRACKET.match(self.text, before.end, part.start):
                inner, outer = self.text[part.start : part.end], self._plain(before)
                if is_acronym(inner) and " " in outer:
                    short[inner] = outer
                elif is_acronym(outer) and " " in name:
                    short[outer] = name
            before = part
        for part in parts:
            if part.kind == "organisation" and len(part.words) == 1 and part.words[0] in initials:
                short.setdefault(part.words[0], initials[part.words[0]])
        return short

    def _first_words(self, parts: Sequence[Part]) -> dict[str, str]:
        """Names by which the article goes on (`Northgate`), and the one name before that begins with them.

        The name of a place, and a word that opens many names (`National`), stand for none; nor does a firm
        named before for its foundation or union.
        """
        fullest: dict[str, set[str]] = {}
        seen: set[str] = set()
        short: dict[str, str] = {}
        for part in parts:
            if part.kind != "organisation":
                continue
            name = self._plain(part)
            if name in fullest and not self._common(name):
                known = fullest[name]
                short.setdefault(name, next(iter(known)) if len(known) == 1 else name)
            words = name.split()
            openings = [" ".join(words[:length]) for length in range(1, len(words))]
            if len(words[0].strip(".")) == 1:
                openings.append(" ".join(words[1:]))
            apart = not self.words.no_firms.isdisjoint(words)
            for opening in openings:
                if apart and opening in seen:
                    continue
                fullest.setdefault(opening, set()).add(name)
            seen.add(name)
        return short

    def _last_words(self, parts: Sequence[Part]) -> dict[str, str]:
        """Last words by which the article comes back to the one name before that ends so (`the Route`)."""
        endings: dict[str, set[str]] = {}
        short: dict[str, str] = {}
        for part in parts:
            if part.kind not in {"organisation", "place"}:
                continue
            name = self._plain(part)
            *before, last = name.split()
            if before:
                endings.setdefault(last, set()).add(name)
            elif len(endings.get(last, ())) == 1 and _THE.search(
                self.text, max(part.start - 4, 0), part.start
            ):
                short.setdefault(last, next(iter(endings[last])))
        return short

    def _common(self, name: str) -> bool:
        return is_public(name) or gazetteer().whole(name) is not None or is_acronym(name)

    def _plain(self, part: Part) -> str:
        """The name without its legal form; a country's common name."""
        if part.kind == "geo" and part.name:
            return part.name.canonical
        words = self.text[part.start : part.end].split()
        while len(words) > 1 and words[-1].strip(".,") in self.words.designators:
            words.pop()
        if words[-1] == "&":
            return self.text[part.start : part.end].rstrip(",")
        return " ".join(words).rstrip(",")


def _is_site(name: str) -> bool:
    """Whether a name ends in a common noun for what a firm has (`Arfa copper mine`)."""
    return name.split()[-1].islower()
