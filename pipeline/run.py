"""The stages in order: the file to read first.

    ingest -> recognise -> extract -> reconcile -> write

`pipeline.ingest.read.read(paths)` gives documents, `Pipeline` turns each into an extraction, and
`pipeline.write` writes what was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from pipeline.model import Document, Extraction, Recognition


class Pipeline:
    """Recognise, extract and reconcile, loaded once and used for any number of documents.

    `patterns` are folders of rules laid over the shipped ones; `spacy_model` is the name of an installed
    spaCy pipeline to use in place of the one that ships; `quick` leaves out the network that reads the whole
    article, which takes half the time and finds fewer owners of figures. Raises PatternError and ModelError.
    """

    def __init__(
        self, patterns: Sequence[Path] = (), spacy_model: str | None = None, quick: bool = False
    ) -> None:
        from pipeline.extract.extractor import Extractor
        from pipeline.recognise.recogniser import Recogniser
        from pipeline.reconcile.merge import merge

        self._recognise = Recogniser()
        self._extract = Extractor(patterns, spacy_model, quick)
        self._merge = merge

    def __call__(self, document: Document) -> Extraction:
        """All that one document puts on record."""
        return self._merge(self._extract(self._recognise(document)))


def recognise(documents: Iterable[Document]) -> Iterator[Recognition]:
    """The typed mentions of each document, without claims."""
    from pipeline.recognise.recogniser import Recogniser

    return map(Recogniser(), documents)


def stream(
    documents: Iterable[Document],
    patterns: Sequence[Path] = (),
    spacy_model: str | None = None,
    quick: bool = False,
) -> Iterator[Extraction]:
    """What each document puts on record, one by one, in order, as by `Pipeline`. Raises PatternError and
    ModelError.
    """
    return map(Pipeline(patterns, spacy_model, quick), documents)


def run(text: str, published: date | None = None, id: str = "text") -> Extraction:
    """What one text puts on record. Raises InputError for a text that cannot be read.

    `published` serves a text that does not tell its date; relative periods are resolved against it.
    """
    from pipeline.ingest.read import described

    document = described(Document(id, text), where=id, published=published)
    return next(stream([document]))
