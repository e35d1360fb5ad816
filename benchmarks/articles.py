"""Articles by the thousand, each with other names and figures.

python benchmarks/articles.py 10000 > articles.jsonl
"""

from __future__ import annotations

import json
import random
import sys

PLACES = ("Riga", "Lima", "Hanoi", "Accra", "Doha", "Quito", "Minsk", "Nairobi")
COUNTRIES = ("Latvia", "Peru", "Vietnam", "Ghana", "Qatar", "Ecuador", "Belarus", "Kenya")
GOODS = ("amber", "tea", "copper", "rice", "coffee", "timber", "steel", "fruit")
LEAD = (
    "{PLACE}, June {day}, {year}. {country}'s exports of {good} {rose} {percent}% to ${value} billion "
    "in {before}, {title} {name} said at a briefing in {place}."
)
BODY = (
    '"About {count} companies from {partner} operate here, and their investments have exceeded '
    '${millions} million," {surname} said.',
    "According to the minister, trade between {country} and {partner} reached ${value} billion in the first "
    "{months} months of {year}, an increase of {percent} percent compared to the same period last year.",
    "The {word} company {word2} has signed an agreement to build a plant with a capacity of {mw} MW near "
    "{word3}.",
    "{country} became {partner}'s third-largest trading partner, and the number of tourists exceeded "
    "{tourists},000.",
)


def article(number: int) -> dict[str, str]:
    """The article of a number: always the same one, with words that no other has."""
    choose = random.Random(number)  # noqa: S311 - no secret depends on it
    at, partner = choose.sample(range(len(PLACES)), 2)
    year = choose.randint(2005, 2025)

    def word() -> str:
        return "".join(choose.choice(letters) for letters in ("BDFGKLMN", "aeiou", "prstvz", "aeiou"))

    name, surname = word(), word() + word().lower()
    words = {
        "PLACE": PLACES[at].upper(),
        "place": PLACES[at],
        "country": COUNTRIES[at],
        "partner": COUNTRIES[partner],
        "good": choose.choice(GOODS),
        "rose": choose.choice(("rose", "fell", "grew", "dropped")),
        "percent": f"{choose.uniform(1, 90):.1f}",
        "value": f"{choose.uniform(1, 90):.2f}",
        "day": choose.randint(1, 28),
        "year": year,
        "before": year - 1,
        "months": choose.choice(("three", "five", "nine", "ten")),
        "title": choose.choice(("Trade Minister", "Ambassador", "Energy Minister")),
        "name": f"{name} {surname}",
        "surname": surname,
        "count": choose.randint(50, 900),
        "millions": choose.randint(100, 990),
        "mw": choose.randint(20, 2000),
        "tourists": choose.randint(10, 900),
        "word": word() + word().lower(),
        "word2": word(),
        "word3": word() + word().lower(),
    }
    paragraphs = (LEAD, *choose.sample(BODY, len(BODY)))
    return {"id": f"a{number:06}", "text": "\n\n".join(paragraphs).format(**words) + "\n"}


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        print(json.dumps(article(number)))
