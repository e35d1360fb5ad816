"""Claims as JSON-LD."""

from __future__ import annotations

import json
from io import StringIO

from pipeline.write.jsonld import JsonLd
from pipeline.write.records import Written


def test_claims_and_where_they_stand(written: Written) -> None:
    """A claim is a schema.org Claim; each mention is an annotation whose quote and position fit the text."""
    out = StringIO()
    writer = JsonLd(out)
    writer.add(written)
    writer.add(written)
    writer.close()
    graph = json.loads(out.getvalue())["@graph"]
    article, claim, annotation, *_ = graph
    assert (article["@type"], article["publisher"]["name"]) == ("NewsArticle", "Daily")
    assert (claim["@type"], claim["about"]["value"], claim["appearance"]) == (
        "Claim",
        "1500000000",
        {"@id": article["@id"]},
    )
    quote, position = annotation["oa:hasTarget"]["oa:hasSelector"]
    text = written.document.text
    assert text[position["oa:start"] : position["oa:end"]] == quote["oa:exact"] == "$1.50 billion"
    assert text.count(quote["oa:prefix"] + quote["oa:exact"] + quote["oa:suffix"]) == 1


def test_a_run_without_documents_is_json() -> None:
    """An empty graph is still a document."""
    out = StringIO()
    JsonLd(out).close()
    assert json.loads(out.getvalue())["@graph"] == []


def test_a_denied_or_expected_figure_says_so(written: Written) -> None:
    """What makes a figure other than a plain fact stands with it."""
    claim = written.record.claims[0].model_copy(update={"negated": True, "modality": "expected"})
    out = StringIO()
    writer = JsonLd(out)
    writer.add(Written(written.document, written.record.model_copy(update={"claims": [claim]})))
    writer.close()
    (node,) = (node for node in json.loads(out.getvalue())["@graph"] if node["@type"] == "Claim")
    said = {quality["name"]: quality["value"] for quality in node["about"]["additionalProperty"]}
    assert (said["negated"], said["modality"], said["comparator"]) == (True, "expected", "~")
    assert said["counterpart"] == "Egypt"
