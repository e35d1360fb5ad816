"""The JSON Schema of rule and class files, so that editors complete keys and underline faults."""

from __future__ import annotations

from typing import Any

from pipeline.rules.class_reader import CLASS_KEYS
from pipeline.rules.reader import KEYS, MAKE_KEYS, MAKE_KINDS
from pipeline.rules.rule import FIELDS, REACHES
from pipeline.rules.values import VALUES

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_FIELDS: Schema = {"$ref": "#/$defs/fields"}
_SCALAR: Schema = {"type": ["string", "number", "boolean"]}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_ONE_OR_MORE: Schema = {"anyOf": [_TEXT, {**_TEXTS, "minItems": 1}]}

_ABOUT = {
    "id": "topic.what_it_reads; the same id in a folder laid over another replaces the rule",
    "says": "what the rule reads, in a few words",
    "kind": "the kind of claim that a match makes; `same` makes one more of the kind of `like`",
    "pattern": "words, <classes> and {slots} that a sentence must hold; several patterns are alternatives",
    "priority": "0 to 100, 50 where nothing is said: of two rules that claim one figure the higher wins",
    "set": "fields of the claim that are fixed",
    "mention": "slots that the claim's mention spans, first to last; the trigger where nothing is said",
    "like": "the slot of a figure whose claim lends all that this one leaves open",
    "at": "`base`: the figure belongs to the period that is compared with",
    "makes": "several claims of one match; each names its kind and the slot of its value",
    "adds": "fields that are added to the nearest claim in reach, each from a slot",
    "reach": "where the claim stands that fields are added to: before the match, after it, anywhere",
    "blocks": "a slot, or `match`, in which no rule of lower priority claims anything",
    "needs": "slots that must be filled",
    "known": "slots that must hold something that is counted or measured",
    "where": "slots and the word class that each must belong to; `not class`: must not",
    "examples": "sentences that the rule must read, with fields of claims that it must make there",
    "not": "sentences of which the rule must make nothing",
    "known_misses": "sentences that the rule should read and does not yet; told when it does",
    "value": "the slot whose figure is claimed",
}


def schema() -> Schema:
    """The schema of a rule file (a list) or a class file (a mapping)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Onrecord rules (a list) or word classes (a mapping)",
        "if": {"type": "array"},
        "then": {"items": {"anyOf": [{"$ref": "#/$defs/rule"}, {"$ref": "#/$defs/disable"}]}},
        "else": {"type": ["object", "null"], "additionalProperties": {"$ref": "#/$defs/class"}},
        "$defs": {
            "rule": _rule(),
            "disable": _object(
                {"disable": _TEXT | {"description": "the id of a rule to switch off"}}, ["disable"]
            ),
            "class": _class(),
            "fields": _object({name: _field(name) for name in FIELDS}),
            "claim": _object({name: _field(name) for name in ("kind", *FIELDS)}),
            "make": _object(
                {name: _of(name, {**_RULE_KEYS, **_SLOTS}[name]) for name in MAKE_KEYS}, ["kind"]
            ),
            "example": _example(),
        },
    }


def _rule() -> Schema:
    shape = _object({name: _of(name, _RULE_KEYS[name]) for name in KEYS}, ["id", "pattern"])
    makes = [{"required": [name]} for name in ("kind", "makes", "adds", "set", "blocks")]
    return {**shape, "anyOf": makes}


def _class() -> Schema:
    word = {"anyOf": [_SCALAR, {"type": "object", "maxProperties": 1, "additionalProperties": _FIELDS}]}
    words: Schema = {"type": "array", "items": word}
    keys = dict.fromkeys(("verbs", "nouns", "words"), words) | {
        "gives": _FIELDS,
        "includes": _TEXTS,
        "extend": {
            "type": "boolean",
            "description": "add to the class of the folder below, instead of replacing it",
        },
    }
    return _object({name: keys[name] for name in CLASS_KEYS})


def _example() -> Schema:
    claim: Schema = {"$ref": "#/$defs/claim"}
    keys: Schema = {
        "text": _TEXT,
        "claim": claim,
        "claims": {"type": "array", "items": claim},
        "published": {"type": "string", "format": "date", "description": "the day the text appeared"},
    }
    return {"anyOf": [_TEXT, _object(keys, ["text"])]}


def _object(properties: Schema, required: list[str] | None = None) -> Schema:
    shape: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return shape | ({"required": required} if required else {})


def _of(name: str, shape: Schema) -> Schema:
    return {**shape, "description": _ABOUT[name]} if name in _ABOUT else shape


def _field(name: str) -> Schema:
    if name == "negated":
        return {"enum": [True, False, "true", "false"]}
    return (
        {"enum": [*VALUES[name], None, "null"]} if name in VALUES else {"type": ["string", "number", "null"]}
    )


_EXAMPLES: Schema = {"type": "array", "items": {"$ref": "#/$defs/example"}}
_SLOTS: Schema = dict.fromkeys(FIELDS, _TEXT)
_RULE_KEYS: Schema = {
    "id": _TEXT,
    "says": _TEXT,
    "kind": {"enum": list(MAKE_KINDS)},
    "pattern": _ONE_OR_MORE,
    "priority": {"type": ["integer", "string"], "minimum": 0, "maximum": 100},
    "set": _FIELDS,
    "mention": {"anyOf": [_TEXT, _TEXTS]},
    "like": _TEXT,
    "at": {"enum": ["period", "base"]},
    "makes": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/make"}},
    "adds": {
        "anyOf": [
            {"type": "object", "propertyNames": {"enum": list(FIELDS)}, "additionalProperties": _TEXT},
            {"type": "array", "items": {"enum": list(FIELDS)}},
        ]
    },
    "reach": {"enum": list(REACHES)},
    "blocks": _TEXT,
    "needs": _ONE_OR_MORE,
    "known": _ONE_OR_MORE,
    "where": {"type": "object", "additionalProperties": _TEXT},
    "examples": _EXAMPLES,
    "not": _TEXTS,
    "known_misses": _EXAMPLES,
}
