"""Attributed passages: who said what, with which cue, quoted or not."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.cues import cues
from pipeline.extract.narration import narrate, quoted_sentences
from pipeline.extract.passages import Passages
from pipeline.extract.quotes import find_quotes
from pipeline.extract.speakers import Speakers
from pipeline.model import Recognition, Statement

_UNREAD = frozenset({"header", "dateline", "source_tag", "boilerplate"})


def find_statements(recognition: Recognition) -> list[Statement]:
    """The statements of one document, in order of start."""
    document = recognition.document
    text = document.text
    lexicon = cues()
    unread = [(region.start, region.end) for region in document.regions if region.kind in _UNREAD]
    sentences = [
        (start, end)
        for start, end in recognition.sentences
        if not any(a <= start and end <= b for a, b in unread)
    ]
    quotes = find_quotes(text)
    wanted = [found.start() for found in lexicon.finder.finditer(text)]
    passages = Passages(Speakers(recognition.mentions, lexicon), lexicon, document.publisher)
    for narration in narrate(text, sentences, quotes, wanted):
        passages.read(narration)
    found = [*passages.reported, *passages.quoted(text, quotes)]
    passages.reported.clear()
    for narration in quoted_sentences(text, sentences, quotes, wanted):
        passages.read(narration)
    found += passages.reported
    return sorted(found, key=lambda statement: (statement.start, statement.end))


def speaker_at(statements: Sequence[Statement], offset: int) -> str | None:
    """The speaker of the innermost statement that covers `offset`, None where none does."""
    covering = [statement for statement in statements if statement.start <= offset < statement.end]
    return (
        max(covering, key=lambda statement: (statement.start, -statement.end)).speaker if covering else None
    )
