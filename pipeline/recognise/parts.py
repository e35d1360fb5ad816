"""Divide a run of capitalised words into its parts: titles, countries and places, organisations, the rest.

`Chinese Ambassador to Azerbaijan Lu Mei`: an adjective, a title, a country, a name that a title announces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.recognise.capitals import Word
from pipeline.recognise.gazetteer import gazetteer
from pipeline.recognise.part_words import part_words
from pipeline.recognise.row import OFFICE, Part, Row

_LONGEST_NAME = 5
_LONGEST_FIRM = 30
_ADDRESSES = ("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Señor", "Señora")
"""Behind these a place's name is a person's: `Mr Lincoln`."""
_WINDOW = 40
_AFFIX = re.compile(r"\A(?:then|ex|acting)-|-(?:elect|designate|of-\w+)\Z")
_FIRM = re.compile(
    r"\w*(?:maker|builder|airline|retailer|lender|operator|insurer|supplier|manufacturer|miner|brewer|brokerage|consultancy|broker|conglomerate|startup|start-up|charity|developer|refiner|grocer)\Z"
)
"""A noun of a firm, with what it makes or without."""
_TRADE = re.compile(
    r"(?:under|over|out)?(?:bidder|exporter|importer|distributor|provider|contractor|shipper|wholesaler|producer"
    r"|competitor|caterer|broadcaster|processor|packager|recycler|trader|dealer|grower|developer|customer)\Z"
)
"""What a firm does (`Exporter Acme`)."""
_HYPHENED = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)+\Z")
"""What is said of one in words that hyphens join (`Loss-making Acme`)."""
_QUALITY = re.compile(r"[a-z]{3,}(?:ing|ed|less)\Z|[a-z]{2,}-[a-z]+\Z")
"""What may be said of a country before its name (`War-torn Sudan`)."""
_NUMBER = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,}teen|\w{3,6}ty)(?:-\w+)?\Z"
)
"""What counts those who are named next (`Forty Welsh miners`)."""
_BRACKETED = re.compile(r" \([A-Z]{2,8}\)")
"""A short name behind the name (`the Baku-Supsa (BS) pipeline`)."""
_FIRM_BEFORE = re.compile(rf"\b{_FIRM.pattern[:-2]} \Z")
"""Such a noun before a name that might be a place's (`lender Halifax`)."""


def divide(text: str, run: Sequence[Word]) -> Iterator[Part]:
    """Yield the parts of one run of `text`, in order; words that belong to no part are left out."""
    yield from _Divider(text, run, part_words(), gazetteer()).parts()


class _Divider(Row):
    """Walks a run once from left to right."""

    def parts(self) -> Iterator[Part]:
        at = 0
        while at < len(self.run):
            charge = self.charge(at)
            if charge > at:
                at = charge
                continue
            if self.presents(at):
                at += 1
                continue
            if at and self.run[at].joint in {"comma", "and", ""}:
                self.announced = False
            for step in (self.geo, self.title, self.organisation, self.rest):
                found = step(at)
                if found:
                    at, part = found
                    if part:
                        yield part
                    break

    def presents(self, at: int) -> bool:
        """Whether a common word opens a sentence before a name (`Carmaker Acme`, `Neighbouring Togo`)."""
        word = self.run[at]
        follows = at + 1 < len(self.run) and self.run[at + 1].joint == "space"
        if not (word.first and follows):
            return False
        lower = word.text.lower()
        if _FIRM.match(lower) or _NUMBER.match(lower) or _TRADE.match(lower) or lower in self.words.beside:
            return True
        if _HYPHENED.match(word.text) and not self.places.whole(word.text):
            return True
        described = _QUALITY.match(lower) is not None and lower != "united"
        return described and self.geo(at) is None and self.geo(at + 1) is not None

    def title(self, at: int) -> tuple[int, Part | None] | None:
        """`Deputy Foreign Minister`, `Trade and Industry Minister`, `Chief Executive`, `Dr`."""
        found = self.titled(at)
        if found is None:
            return None
        to, roles, honorific = found
        self.announced = True
        return to, self.part("title", at, to, roles=roles, honorific=honorific)

    def charge(self, at: int) -> int:
        """The end of what the holder of a title is in charge of: `of Trade and Industry` after `Minister`."""
        if not (at and self.announced and self.run[at].joint in {"of", "and"}):
            return at
        to = at
        while to < len(self.run) and self.run[to].text in self.words.portfolios:
            if to > at and self.run[to].joint not in {"space", "and", "comma"}:
                break
            to += 1
        if to < len(self.run) and self.run[to].joint == "space" and self.run[to].text in self.words.heads:
            return at
        return to

    def titled(self, at: int) -> tuple[int, tuple[str, ...], str | None] | None:
        """The end of a title at `at`, its role words and its form of address."""
        to = last = at
        roles: list[str] = []
        honorific = None
        while to < len(self.run):
            word = self.run[to]
            if to > at and word.joint not in {"space", "and", "comma"}:
                break
            lower = _AFFIX.sub("", word.text.lower())
            if word.text in self.words.honorifics and not (to > at and word.joint != "space"):
                honorific, last = word.text, to + 1
            elif lower in self.words.roles and not (word.text in self.words.given and to == at):
                if to > at and f"{self.run[to - 1].text.lower()} {lower}" in self.words.roles:
                    lower = f"{self.run[to - 1].text.lower()} {lower}"
                roles.append(lower)
                last = to + 1
            elif lower not in self.words.modifiers and word.text not in self.words.portfolios:
                break
            to += 1
        if last == at:
            return None
        if not (roles and honorific) and self.ends_as_organisation(last, honorific):
            return None
        return last, tuple(roles), honorific

    def ends_as_organisation(self, at: int, honorific: str | None) -> bool:
        """Whether the words after a form of address or a lone role are no person's (`General Motors`)."""
        if at >= len(self.run) or (honorific and self.run[at].joint == "and"):
            return at < len(self.run)
        if self.run[at].joint != "space" or not (honorific or self.alone(at)):
            return False
        last = self.run[self.stop(at) - 1].text
        return last in self.words.heads or last in self.words.place_heads

    def alone(self, at: int) -> bool:
        """Whether one word that opens the run is followed by one more and no other (`Premier League`)."""
        return at == 1 and self.stop(0) == 2

    def geo(self, at: int) -> tuple[int, Part | None] | None:
        found = self.places.match(self.text, self.run[at].start)
        if found is None or found[0] < self.run[at].end:
            return self.compound(at)
        end, name = found
        addressed = at > 0 and self.run[at].joint == "space" and self.run[at - 1].text in _ADDRESSES
        if addressed and not name.adjective:
            return None
        before = self.text[max(self.run[at].start - _LONGEST_FIRM, 0) : self.run[at].start]
        if name.type == "place" and (_FIRM_BEFORE.search(before) or self.is_initials(at, before)):
            return None
        to = at + 1
        while to < len(self.run) and self.run[to].start < end:
            to += 1
        part = Part("geo", self.run[at].start, end, (name.canonical,), self.run[at].first, name=name)
        if to == len(self.run) or self.run[to].joint != "space":
            return to, part
        following = self.run[to].text
        stop = self.stop(at)
        head = self.head(at, self.limit(to, stop))
        if self.titled(to) or self.places.match(self.text, self.run[to].start):
            return to, part
        if name.adjective:
            nation = name.type == "country"
            owned = head is not None and not (nation and self.run[head].text in self.words.governing)
            return None if owned else (to, part)
        if self.announced and head is None:
            return None if name.type == "place" and self.run[at].joint == "space" else (to, part)
        if head is not None or following in self.words.place_heads or self.listed(at, stop) > stop:
            return None
        return None if name.type == "place" or stop - at <= 3 else (to, part)

    def is_initials(self, at: int, before: str) -> bool:
        """Whether what might be a city in capitals is the short name of a body (`the union ULM`)."""
        noun = before.split()[-1:] if before.endswith(" ") else []
        return self.run[at].text.isupper() and bool(noun) and noun[0] in self.words.nouns

    def compound(self, at: int) -> tuple[int, Part | None] | None:
        """The first of hyphened places: `China-Azerbaijan`; `-based` and the like fall off."""
        word = self.run[at]
        if "-" not in word.text or word.text in self.words.given:
            return None
        found = self.places.whole(word.text.split("-")[0])
        rest = word.text.split("-")[1:]
        if not found or not all(piece.islower() or self.places.whole(piece) for piece in rest):
            return None
        several = all(piece[:1].isupper() for piece in rest)
        if several and (self.owns_body(at + 1) or self.is_work(at)):
            return None
        return at + 1, self.part("geo", at, at + 1, name=found)

    def is_work(self, at: int) -> bool:
        """Whether joined places are those that something built joins (`the Baku-Supsa oil pipeline`)."""
        end = self.run[at].end
        bracket = _BRACKETED.match(self.text, end)
        end = bracket.end() if bracket else end
        following = self.text[end : end + _WINDOW].split()
        if following[:1] in (["oil"], ["gas"]):
            following.pop(0)
        return bool(following) and following[0].rstrip(".,;:") in self.words.works

    def owns_body(self, at: int) -> bool:
        """Whether the words that follow two joined countries are their common body's (`Chamber of Trade`)."""
        if at >= len(self.run) or self.run[at].joint != "space":
            return False
        head = self.head(at, self.limit(at, self.stop(at)))
        return head is not None and self.run[head].text not in self.words.governing

    def organisation(self, at: int) -> tuple[int, Part | None] | None:
        stop = self.limit(at + 1, self.stop(at))
        stop = self.listed(at, stop)
        head = self.head(at, stop)
        opener = any(word.text in self.words.openers for word in self.run[at:stop])
        if head is None and not opener:
            return None
        sited = self.run[stop - 1].text in self.words.place_heads
        to = stop
        if head is not None and head > at and not sited and not self.opens_after(stop):
            named = self.run[head + 1 : stop] and self.run[head + 1].text in self.words.given
            to = head + 1 if self.announced or named or self.office(at, head + 1) else stop
        if to == at + 1 and self.run[at].first and not self.opens_after(to):
            return None
        if self.opens_after(to):
            to = self.extension(to)
        elif to == at + 1 and self.goes_on(at, to):
            to = self.limit(to, self.stop(to))
        if sited and to == stop and to > at + 1:
            return to, self.part("place", at, to)
        self.announced = self.announced and (head is None or self.named_behind(to))
        return to, self.part("organisation", at, to)

    def office(self, at: int, to: int) -> bool:
        """Whether the words behind a body are those of its holder: `head of the Ports Board Ana Silva`."""
        held = OFFICE.search(self.text, max(self.run[at].start - _WINDOW, 0), self.run[at].start)
        return held is not None and held[1].lower() in self.words.roles and self.named_behind(to)

    def named_behind(self, to: int) -> bool:
        """Whether the holder of a title is named behind the body (`Chair of Acme Bank Ana Silva`)."""
        if to >= len(self.run) or self.run[to].joint != "space":
            return False
        names = [word.text for word in self.run[to : self.stop(to)]]
        known = self.words.portfolios | self.words.heads | self.words.place_heads
        return len(names) in (2, 3) and known.isdisjoint(names) and self.speaks(names, to + len(names))

    def listed(self, at: int, stop: int) -> int:
        """Take in `and Industry Ministry` after `Investment, Trade`, and `and Partners` after `Foster`."""
        to = stop
        while to < len(self.run) and self.run[to].joint in {"and", "comma"}:
            end = self.limit(to, self.stop(to))
            if end == to:  # a title begins here
                break
            names = [word.text for word in self.run[at:to]]
            partners = end == to + 1 and self.run[to].text in {
                "Partners",
                "Sons",
                "Brothers",
                "Co",
                "Associates",
                "Company",
            }
            national = to - at > 1 and self.places.whole(names[0]) is not None
            one = self.with_article(at) and not names[-1].isupper() and not self.places.whole(names[-1])
            charge = (one or national or self.is_charge(to - 1)) and self.head(at, to - 1) is None
            if not (partners or (charge and (one or self.is_charge(to)))):
                break
            to = end
        return to if to == stop or self.head(stop, to) is not None else stop

    def extension(self, to: int) -> int:
        """The end of `of Trade and Industry of the Republic of Azerbaijan`."""
        while to < len(self.run):
            word, end = self.run[to], self.limit(to, self.stop(to))
            listed = word.joint in {"and", "comma"} and (
                word.text in self.words.portfolios | self.words.heads or self.dealt_with(to)
            )
            goes_on = not self.titled(to) if word.joint == "of" else listed and self.continues(to)
            if end == to or not goes_on:
                break
            to = self.holder(to, end)
        return to

    def dealt_with(self, at: int) -> bool:
        """Whether `and` joins one more thing that a body deals with: `for Trade and Monitoring`."""
        if self.run[at].joint != "and" or not self.is_charge(at) or self.places.whole(self.run[at - 1].text):
            return False
        return self.head(at, self.stop(at)) is None and self.titled(at) is None

    def holder(self, at: int, stop: int) -> int:
        """Where the name of an announced person begins behind the words of the body (`Head of the
        Department of Economic Cooperation Farid Osman`), else `stop`."""
        if not self.announced:
            return stop
        for to in range(stop - 2, max(stop - 4, at), -1):
            names = [word.text for word in self.run[to:stop]]
            known = self.words.portfolios | self.words.heads
            before = self.run[to - 1].text
            body = before in known or self.places.whole(before) or names[0] in self.words.given
            if (body or self.speaks(names, stop)) and (known | self.words.place_heads).isdisjoint(names):
                return to
        return stop

    def continues(self, to: int) -> bool:
        """A listed charge goes on unless what follows is an organisation of its own (`and Ministry of`)."""
        if self.run[to].joint == "comma":
            after = self.stop(to)
            return (
                after < len(self.run)
                and self.run[after].joint in {"and", "comma"}
                and self.run[after].text in self.words.portfolios
            )
        return not (
            self.run[to].text in self.words.openers
            and to + 1 < len(self.run)
            and self.run[to + 1].joint == "of"
        )

    def rest(self, at: int) -> tuple[int, Part | None]:
        """A name of no known shape; one that a title announces is a person's."""
        stop = self.limit(at + 1, self.stop(at))
        if (
            stop < len(self.run)
            and self.run[stop].joint == "space"
            and all(
                word.text in self.words.portfolios or word.text.lower() in self.words.modifiers
                for word in self.run[at:stop]
            )
        ):
            return stop, None
        if self.announced and self.run[at].joint == "space" and at:
            to = min(stop, at + _LONGEST_NAME)
            self.announced = False
            return to, self.part("person", at, to)
        if self.run[stop - 1].text in self.words.occasions and stop > at + 1:
            return stop, None
        if self.run[stop - 1].text in self.words.place_heads and stop > at + 1:
            return stop, self.part("place", at, stop)
        if self.goes_on(at, stop):
            end = self.limit(stop, self.stop(stop))
            if end > stop:
                return end, self.part("organisation", at, end)
        return stop, self.part("unknown", at, stop)

    def goes_on(self, at: int, to: int) -> bool:
        """Whether `of` goes on with a name of no known shape: `the Voice of Asia`, `Lloyd's of London`.

        So does `for` behind what a body deals with (`Transport for Wales`). A firm that is told to be of a
        country stands without an article.
        """
        if to >= len(self.run) or self.run[to].joint != "of":
            return False
        gap = self.text[self.run[to - 1].end : self.run[to].start]
        if gap == " for ":
            return to == at + 1 and self.run[at].text in self.words.portfolios and not self.with_article(at)
        of = gap.startswith(" of ")
        named = self.run[to - 1].text.endswith(("'s", "’s"))
        several = any(word.text.endswith("s") for word in self.run[at:to])
        return of and (named or (self.with_article(at) and not several))
