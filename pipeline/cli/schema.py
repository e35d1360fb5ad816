"""`onrecord schema`: the JSON Schema of the JSONL."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of one line of the JSONL output.

    Example: onrecord schema > onrecord.schema.json
    """
    import json

    from pipeline.write.records import DocumentRecord

    described = DocumentRecord.model_json_schema()
    typer.echo(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **described}, indent=2))
