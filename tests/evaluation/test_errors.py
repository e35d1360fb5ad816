from typing import Any

import pytest

from evaluation.errors import CLASSES, problems, tally
from evaluation.scoring import pair_up

TEXT = "Exports rose to $5 billion. They had been $4 billion, the ministry said."
FIGURE = [16, 26]
EARLIER = [42, 52]


def claim(*mentions: list[int], **fields: Any) -> dict[str, Any]:
    return {
        "kind": "level",
        "metric": ["exports"],
        "value": "5000000000",
        "unit": "USD",
        "mentions": list(mentions),
    } | fields


def classes(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> list[str]:
    articles, _ = pair_up([{"id": "a", "claims": gold}], [{"id": "a", "claims": predicted}])
    return [problem.error for problem in problems(articles, {"a": TEXT})]


@pytest.mark.parametrize(
    ("came", "expected"),
    [
        ({"metric": "imports"}, "metric"),
        ({"subject": "Peru"}, "subject"),
        ({"counterpart": "Peru"}, "subject"),
        ({"unit": "EUR"}, "unit"),
        ({"period": "2024"}, "period"),
        ({"base": "2024"}, "base"),
        ({"comparator": "~"}, "comparator"),
        ({"direction": "decrease"}, "direction"),
        ({"modality": "planned"}, "modality"),
        ({"negated": True}, "modality"),
        ({"speaker": "Ann"}, "speaker"),
        ({"source": "customs data"}, "speaker"),
        ({"value": "7"}, "wrong value"),
        ({"value": "5000000"}, "scale"),
        ({"kind": "change"}, "kind"),
    ],
)
def test_each_error_has_one_class(came: dict[str, Any], expected: str) -> None:
    """A claim that is wrong in one thing makes one error, of the class of that thing."""
    assert classes([claim(FIGURE)], [claim(FIGURE, metric="exports") | came]) == [expected]
    assert expected in CLASSES


def test_missed_and_spurious() -> None:
    """Claims without a counterpart of overlapping mention are missed or spurious."""
    assert classes([claim(FIGURE)], []) == ["missed"]
    assert classes([], [claim(FIGURE)]) == ["spurious"]
    assert classes([claim(FIGURE)], [claim(EARLIER)]) == ["missed", "spurious"]


def test_duplicate_split_and_merged() -> None:
    """One mention told twice, one fact in two claims and two facts in one claim are told apart."""
    assert classes([claim(FIGURE)], [claim(FIGURE), claim([18, 26])]) == ["duplicate"]
    assert classes([claim(FIGURE, EARLIER)], [claim(FIGURE), claim(EARLIER)]) == ["split"]
    assert classes([claim(FIGURE), claim(EARLIER)], [claim(FIGURE, EARLIER)]) == ["merged"]


def test_an_error_shows_sentence_figure_and_rule() -> None:
    """A problem carries the sentence it stands in, the figure as written and the rule that fired."""
    articles, _ = pair_up(
        [{"id": "a", "claims": [claim(EARLIER)]}],
        [{"id": "a", "claims": [claim(EARLIER, unit="EUR", rule="r")]}],
    )
    (problem,) = problems(articles, {"a": TEXT})
    assert problem.figure == "$4 billion"
    assert problem.sentence == "They had been $4 billion, the ministry said."
    assert (problem.rule, problem.wanted, problem.came) == ("r", "USD", "EUR")


def test_without_a_text_there_is_no_sentence() -> None:
    """Errors of an article whose text is not at hand are still told."""
    articles, _ = pair_up([{"id": "a", "claims": [claim(FIGURE)]}], [])
    (problem,) = problems(articles, {})
    assert problem.sentence is None


def test_the_tally_begins_with_the_most_frequent() -> None:
    """Counts by class come in falling order."""
    articles, _ = pair_up(
        [{"id": "a", "claims": [claim(FIGURE), claim(EARLIER)]}],
        [{"id": "a", "claims": [claim(FIGURE), claim([60, 63])]}],
    )
    found = problems(articles, {"a": TEXT})
    assert tally([*found, found[0]]) == {found[0].error: 2, found[1].error: 1}


def test_the_nearest_rule_is_asked_for_where_a_claim_was_missed() -> None:
    """The rule that came closest stands beside a missed claim, and beside nothing else."""
    articles, _ = pair_up(
        [{"id": "a", "claims": [claim(FIGURE), claim(EARLIER)]}],
        [{"id": "a", "claims": [claim(EARLIER, unit="EUR")]}],
    )
    found = problems(articles, {"a": TEXT}, lambda text, span, kind: f"{kind} {text[slice(*span)]}")
    assert [problem.nearest for problem in found] == ["level $5 billion", None]
