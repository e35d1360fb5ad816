"""For whom a speaker says `we`."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            '"Our sales rose 5%," said Ana Ruiz, chief executive of Andes Cable. Peru has few such firms.',
            "Andes Cable",
        ),
        ('Andes Cable chairman Ana Ruiz spoke in Peru. "Our sales rose 5%," Ruiz said.', "Andes Cable"),
        ('"Our sales rose 5%," an Andes Cable spokesman said in Peru.', "Andes Cable"),
        ('Chile bought more. "Our exports to Chile rose 5%," said Peruvian Trade Minister Ana Ruiz.', "Peru"),
        (
            'Chile and Peru met. "We sold $4 million in goods," the Peruvian ministry said.',
            "Peru",
        ),
    ],
)
def test_we_are_whom_the_speaker_speaks_for(claims, text: str, subject: str) -> None:
    """`Our` figures are those of the speaker's firm, or of the country whose office the speaker holds."""
    assert {claim.subject for claim in claims(text) if claim.value in (5, 4_000_000)} == {subject}


def test_nothing_is_known_of_a_bystander(claims) -> None:
    """Where nothing tells for whom a speaker speaks, a figure is whose it would be without."""
    told = claims('Chile\'s exports fell 3%. "Our exports will rise 5%," said Ana Ruiz.')
    assert {claim.subject for claim in told} == {"Chile"}
