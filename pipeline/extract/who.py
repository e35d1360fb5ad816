"""The parties of a claim while they are being found."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.choice import Candidates


@dataclass(slots=True)
class Parties:
    """The parties of a claim.

    `explicit` where its own words tell the subject, `named` if that is a name, `in_turn` if it is the
    figure's alone: each of a series has its own, and so has a part. `weighed` are those whom it was chosen
    from, `way` is how the rules came to theirs.
    """

    subject: str | None = None
    counterpart: str | None = None
    place: str | None = None
    explicit: bool = False
    named: bool = False
    in_turn: bool = False
    weighed: Candidates | None = None
    way: str = "nothing"
    _noted: str | None = None

    def note(self, way: str) -> None:
        """Keep the way by which the subject came to be what it is, if it has changed."""
        if self.subject != self._noted:
            self.way, self._noted = way if self.subject is not None else "nothing", self.subject
