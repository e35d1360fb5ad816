"""Numbers in figures and words, to exact decimals: `1,570`, `5,00,000`, `one and a half million`, `2 1/2`,
`two thirds`.

One regular expression finds the tokens (figures and number words), then a left-to-right grammar joins
neighbours. What a number counts, and whether it counts at all, is for `quantities` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.recognise.among import among, is_whole
from pipeline.recognise.figures import Token, scale_ahead, tokens
from pipeline.recognise.leading import couple, every, led, several

_MOST_DIGITS = 30
_MOST_SCALE = Decimal(10**12)
_SMALL = Decimal(10)
_HUNDRED = Decimal(100)
_ONE = Decimal(1)
_GAP = 9
_ONE_IN = ("in", "out of", "in every", "in a", "out of a")
_CLOSED = re.compile(r"\s*(?:[.?!;,)](?!\d)|\Z)")
_YEARS = range(1500, 2200)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, its scale words included: `2.5 million` has value 2500000 and `scale` 1000000.

    `fraction` is True for parts of one (`two thirds`, `1/4`, `one in five`), `worded` where no figure is in
    it, `most` the upper end of a vague plural (`dozens`, `tens of thousands`), `grouped` where separators
    mark thousands.
    """

    start: int
    end: int
    value: Decimal
    scale: Decimal = _ONE
    worded: bool = False
    fraction: bool = False
    grouped: bool = False
    most: Decimal | None = None


def _gap(text: str, left: int, right: int) -> str | None:
    """What stands between two tokens, in lower case, hyphens and spaces aside; None where they are no
    neighbours.
    """
    if right - left > _GAP or right < left:
        return None
    gap = text[left:right]
    if gap == " " or gap == "-":
        return ""
    if gap.count("\n") > 1:
        return None
    return " ".join(gap.replace("-", " ").replace("‑", " ").lower().split())


class _Reader:
    """Reads one number from a list of tokens, as long as grammar allows."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text, self.tokens = text, tokens

    def gap(self, index: int) -> str | None:
        """What stands before token `index`."""
        if index >= len(self.tokens):
            return None
        return _gap(self.text, self.tokens[index - 1].end, self.tokens[index].start)

    def article(self, index: int) -> int | None:
        """Where an `a` or `an` before token `index` starts."""
        start = self.tokens[index].start
        before = self.text[max(0, start - 4) : start].lower().replace("-", " ")
        for word in ("a ", "an "):
            if before.endswith(word) and not before[: -len(word)][-1:].isalnum():
                return start - len(word)
        return None

    def read(self, index: int) -> tuple[Number | None, int]:
        """The longest number that starts at token `index`, and the index after it."""
        first = self.tokens[index]
        if first.kind == "fraction":
            return self.part(index)
        if first.plural or first.kind == "vague":
            return self.vague(index)
        start, worded = first.start, first.kind != "figure"
        if first.kind in ("scale", "hundred", "dozen"):
            if several(self.text, start):
                total, group, _, index = self.body(index)
                least = total + group
                return Number(start, self.tokens[index - 1].end, least, worded=True, most=least * 10), index
            if (begin := couple(self.text, start)) is not None:
                total, group, scale, index = self.body(index)
                return Number(begin, self.tokens[index - 1].end, 2 * (total + group), scale, True), index
            article = self.article(index)
            if first.kind in ("scale", "dozen") and article is None and not led(self.text, start):
                return None, index + 1
            start = first.start if article is None else article
        if first.kind in ("unit", "figure", "ten"):
            share = self.one_in(index)
            if share is not None:
                return share
        origin = index
        total, group, scale, index = self.body(index)
        if (
            (parts := self.split(origin, index))
            or (parts := self.below(index, total + group))
            or (parts := self.divided(index, total + group))
        ):
            return Number(
                start, self.tokens[parts[1] - 1].end, parts[0], worded=worded, fraction=True
            ), parts[1]
        if (over := self.over(index, group, total)) is not None:
            part = over[0] < 1000
            return Number(start, self.tokens[over[1] - 1].end, over[0], worded=worded, fraction=part), over[1]
        end = self.tokens[index - 1].end
        fraction = index > 0 and first.kind == "figure" and not first.whole and group < _ONE and total == 0
        number = Number(start, end, total + group, scale, worded, fraction, first.grouped)
        return number, index

    def body(self, index: int, stop: int | None = None) -> tuple[Decimal, Decimal, Decimal, int]:
        """Sum of the closed groups, the open group, the last scale and the index after the number, `stop` at
        most.
        """
        tokens = self.tokens
        stop = len(tokens) if stop is None else stop
        first = tokens[index]
        total, scale, worded = Decimal(0), _ONE, first.kind != "figure"
        group = _ONE if first.kind in ("scale", "hundred", "dozen") else first.value
        last = first.kind
        if first.kind in ("hundred", "dozen"):
            group = first.value
        elif first.kind == "scale":
            total, group, scale = first.value, Decimal(0), first.value
        index += 1
        while index < stop:
            token, gap = tokens[index], self.gap(index)
            if gap is None:
                break
            kind = token.kind
            if gap.startswith("and") and (mixed := self.mixed(index, gap)) is not None:
                half, index = mixed
                if last == "scale":
                    times = scale
                    if (
                        self.gap(index) == ""
                        and tokens[index].kind == "scale"
                        and tokens[index].value < scale
                    ):
                        times = tokens[index].value
                        index += 1
                    total += half * times
                else:
                    group += half
                continue
            if gap == "point" and kind in ("unit", "ten", "figure") and token.value == int(token.value):
                digits, index = self.decimals(index)
                group += digits
                last = "figure"
                continue
            if gap not in ("", "and"):
                break
            if kind == "scale" and gap == "":
                if last == "scale":
                    if scale > _MOST_SCALE:
                        break
                    total *= token.value
                    scale *= token.value
                elif not group:
                    break
                else:
                    total += group * token.value
                    group, scale = Decimal(0), token.value
            elif kind == "hundred" and gap == "" and last in ("unit", "ten", "figure") and not token.plural:
                group *= _HUNDRED
            elif kind == "dozen" and gap == "" and last in ("unit", "ten", "figure", "hundred"):
                group *= token.value
            elif (kind == "unit" and last == "ten" and gap == "" and 0 < token.value < _SMALL) or (
                kind in ("unit", "ten") and last == "hundred"
            ):
                group += token.value
            elif kind in ("unit", "ten", "hundred") and last == "scale" and worded:
                if max(token.value, scale_ahead(tokens, index)) >= scale or (kind == "hundred" and gap == ""):
                    break
                group = token.value
            elif (
                kind == "figure"
                and token.whole
                and last == "hundred"
                and gap == "and"
                and token.value < _HUNDRED
                and not self.scaled(index)
            ):
                group += token.value
            elif kind == "figure" and last == "scale" and gap == "" and self.scaled(index):
                group = token.value
            else:
                break
            last = kind
            index += 1
        return total, group, scale, index

    def scaled(self, index: int) -> bool:
        """Whether token `index` is a figure that a `hundred` or a scale word follows."""
        after = index + 1
        return (
            after < len(self.tokens)
            and self.gap(after) == ""
            and self.tokens[after].kind in ("hundred", "scale")
        )

    def decimals(self, index: int) -> tuple[Decimal, int]:
        """The decimals after `point`: words digit by digit, or one figure."""
        digits = ""
        while index < len(self.tokens) and self.tokens[index].value < _HUNDRED:
            token = self.tokens[index]
            if digits and self.gap(index) != "":
                break
            if token.kind == "ten" and index + 1 < len(self.tokens) and self.gap(index + 1) == "":
                follower = self.tokens[index + 1]
                if follower.kind == "unit" and 0 < follower.value < _SMALL:
                    digits += str(token.value + follower.value)
                    index += 2
                    continue
            if (
                token.kind not in ("unit", "ten", "figure")
                or not token.whole
                or not str(token.value).isdecimal()
            ):
                break
            digits += str(token.value)
            index += 1
            if token.kind == "figure" or len(digits) > _MOST_DIGITS:
                break
        return (Decimal("0." + digits) if digits else Decimal(0)), max(index, 1)

    def mixed(self, index: int, gap: str) -> tuple[Decimal, int] | None:
        """The fraction in `and a half`, `and three quarters`, and the index after it."""
        token = self.tokens[index]
        if token.kind == "fraction":
            if (gap in ("and a", "and an") or (gap == "and" and token.value == 2)) and not token.plural:
                return _ONE / token.value, index + 1
        elif gap == "and" and token.kind in ("unit", "ten"):
            above, after = token.value, index + 1
            if token.kind == "ten" and self.gap(after) == "" and self.tokens[after].kind == "unit":
                above, after = above + self.tokens[after].value, after + 1
            if self.gap(after) == "" and self.tokens[after].kind in ("fraction",):
                below = self.tokens[after]
                if below.plural == (above != 1) and above < below.value:
                    return above / below.value, after + 1
        return None

    def split(self, first: int, index: int) -> tuple[Decimal, int] | None:
        """`one hundred thirty-fifths`, `twenty twenty fifths`: a denominator of two words after the
        numerator's.
        """
        ten = self.tokens[index - 1]
        below = self.tokens[index] if index < len(self.tokens) and self.gap(index) == "" else None
        if (
            below is None
            or below.kind != "fraction"
            or below.value >= _SMALL
            or ten.kind != "ten"
            or index - 1 <= first
        ):
            return None
        if (
            not below.plural
            or self.gap(index - 1) != ""
            or (self.tokens[index - 2].kind == "ten" and index - 2 != first)
        ):
            return None
        above, group, _, after = self.body(first, index - 1)
        return ((above + group) / (ten.value + below.value), index + 1) if after == index - 1 else None

    def below(self, index: int, above: Decimal) -> tuple[Decimal, int] | None:
        """`three` before `twenty-firsts`: the fraction and the index after it."""
        if self.gap(index) != "" or self.tokens[index].kind != "ten" or self.gap(index + 1) != "":
            return None
        ten, one = self.tokens[index], self.tokens[index + 1]
        if one.kind != "fraction" or one.value >= _SMALL or one.plural == (above == 1) or above != int(above):
            return None
        return above / (ten.value + one.value), index + 2

    def divided(self, index: int, value: Decimal) -> tuple[Decimal, int] | None:
        """`one over three` with nothing after it: the quotient and the index after it."""
        if self.gap(index) != "over" or self.tokens[index].kind not in ("unit", "ten", "figure", "hundred"):
            return None
        total, group, _, after = self.body(index)
        below, end = total + group, self.tokens[after - 1].end
        if not below or value == below or not _CLOSED.match(self.text, end):
            return None
        return value / below, after

    def over(self, index: int, group: Decimal, total: Decimal) -> tuple[Decimal, int] | None:
        """`two` before `thirds`: the fraction and the index after it."""
        if index >= len(self.tokens) or self.tokens[index].kind != "fraction" or self.gap(index) != "":
            return None
        above, below = total + group, self.tokens[index]
        if not above or below.value == 1 or above != int(above) or below.plural != (above != 1):
            return None
        if above >= below.value and below.value in (2, 4):
            return None  # five quarters are of the year, two halves of a match
        after = index + 1
        if (
            self.gap(after) in ("", "of a")
            and self.tokens[after].kind == "scale"
            and not self.tokens[after].plural
        ):
            return above / below.value * self.tokens[after].value, after + 1
        return above / below.value, after

    def part(self, index: int) -> tuple[Number | None, int]:
        """`a third`, `half`, `half a dozen`, `half a million`."""
        token = self.tokens[index]
        article = self.article(index)
        if article is None and token.value != 4 and led(self.text, token.start):
            article = token.start  # `a good third`
        if not token.plural and every(self.text, token.start, token.end):
            return Number(token.start, token.end, _ONE / token.value, worded=True, fraction=True), index + 1
        scaled = token.value == 4 and index + 1 < len(self.tokens) and self.tokens[index + 1].kind == "scale"
        if token.plural or (
            article is None and token.value != 2 and not (scaled and self.gap(index + 1) == "")
        ):
            return None, index + 1
        start = token.start if article is None else article
        value = _ONE / token.value
        follower = index + 1
        if self.gap(follower) in ("a", "", "of a"):
            times = self.tokens[follower]
            if times.kind in ("dozen", "scale", "hundred") and not times.plural:
                whole = value * times.value
                scale = times.value if times.kind == "scale" else _ONE
                return Number(start, times.end, whole, scale, worded=True), follower + 1
        return Number(start, token.end, value, worded=True, fraction=True), index + 1

    def vague(self, index: int) -> tuple[Number | None, int]:
        """`dozens`, `tens of thousands`: from one to ten of them."""
        first = self.tokens[index]
        value, after = first.value, index + 1
        while after < len(self.tokens) and self.gap(after) == "of" and self.tokens[after].plural:
            if self.tokens[after].kind == "fraction":
                break
            value *= self.tokens[after].value
            after += 1
        return Number(first.start, self.tokens[after - 1].end, value, worded=True, most=value * 10), after

    def one_in(self, index: int) -> tuple[Number, int] | None:
        """`one in five`, `4 out of 10`: a share, but not `28 in 2023`."""
        above, after = self.tokens[index], index + 1
        gap = self.gap(after)
        if gap not in _ONE_IN and after < len(self.tokens):
            total, group, _, end = self.body(after)
            between = self.text[above.end : self.tokens[after].start]
            gap = among(between, total + group, self.text, self.tokens[end - 1].end, above.kind == "unit")
        if gap in ("in a", "out of a") and self.tokens[after].kind == "hundred":
            gap = "in"
        elif above.kind == "ten":
            return None
        if gap not in ("in", "out of", "in every"):
            return None
        if self.tokens[after].kind not in ("unit", "ten", "figure", "hundred"):
            return None
        total, group, _, after = self.body(after)
        below, end = total + group, self.tokens[after - 1].end
        one = above.kind == "unit" and above.value == 1
        if not is_whole(below, gap, one, self.text, end):
            return None
        if gap == "in" and below in _YEARS and self.text[end - 4 : end].isdecimal():
            return None
        if not above.whole or above.value >= below or above.value != int(above.value):
            return None
        value = above.value / below
        return Number(above.start, end, value, worded=True, fraction=True), after


def find_numbers(text: str) -> list[Number]:
    """Every number of the text in order, ordinals aside. Takes time linear in the text; never raises."""
    found = tokens(text)
    reader = _Reader(text, found)
    numbers: list[Number] = []
    index = 0
    while index < len(found):
        number, index = reader.read(index)
        if number is not None:
            numbers.append(number)
    return numbers


def read_number(text: str) -> Decimal | None:
    """The value of a text that is one number and nothing else; None otherwise."""
    numbers = find_numbers(text)
    stripped = text.strip()
    if len(numbers) == 1 and text[numbers[0].start : numbers[0].end] == stripped:
        return numbers[0].value
    return None
