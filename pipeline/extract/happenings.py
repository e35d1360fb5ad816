"""Whether an event is told as something that happens: not as a wish, nor as done again and again."""

from __future__ import annotations

from functools import cache

from pipeline.extract.denial import is_yet_to
from pipeline.extract.participles import to_come
from pipeline.extract.sentence import Sentence
from pipeline.extract.undertakings import resolved
from pipeline.model import Name, Ordinal
from pipeline.rules.inflect import listed_verbs
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import metric_of_name

_PHASES = "phases"
_DEPTH = 4
_MANY = 100
_OFTEN = 2
_NAMED = 6
_PARTS = 3  # `pick-up`: what is left of a noun in parts, and the preposition
_CLOSE = 3
_JOINTS = frozenset({",", "and", "&"})  # what stands between the names that open a headline
_TIMES = frozenset({"once", "twice", "times"})


def happens(sentence: Sentence, trigger: int) -> bool:
    """Whether the verb or noun at `trigger` tells an event of its own.

    Finite verbs and participles do; an infinitive only below a verb that plans or expects it (`plans to
    open`, `is to be built`) or that tells its course (`began to build`).
    """
    tree = sentence.tree
    if not tree.parsed:
        return False
    if _recurs(sentence, trigger) or _is_counted(sentence, trigger):
        return False
    noun = tree.tags[trigger].startswith("NN")
    if (noun or tree.labels[trigger] == "compound") and _after_names(sentence, trigger):
        return True
    if noun or tree.labels[trigger] == "nsubj":
        return not tree.labels[trigger].startswith(("compound", "amod", "nmod:poss"))
    return _told(sentence, trigger)


def _after_names(sentence: Sentence, verb: int) -> bool:
    """Whether what a tagger took for a noun is the verb of a headline: `Zambia, Angola sign rail deal`."""
    before = sentence.tree.words[:verb]
    return bool(before) and all(
        word in _JOINTS or isinstance(_value(sentence, token), Name) for token, word in enumerate(before)
    )


def moves(sentence: Sentence, trigger: int, metric: int | None) -> bool:
    """Whether the verb, noun or participle at `trigger` tells that the metric at token `metric` moves.

    A verb must tell it as a fact, plan or expectation; a noun must name its metric, or be what that shows.
    """
    tree = sentence.tree
    if not tree.parsed or metric is None:
        return False
    tag, label = tree.tags[trigger], tree.labels[trigger].split(":")[0]
    if not tag.startswith("NN") and not _is_done(sentence, trigger, label):
        return False
    if tag.startswith("VB") and (_is_of_self(sentence, trigger, metric) or _is_general(sentence, trigger)):
        return False
    if not tag.startswith("NN"):
        if label == "csubj" and tree.lowered[trigger] in _words("by_itself"):
            return True
        if label in ("amod", "compound"):
            return metric == tree.heads[trigger] or metric > trigger
        return not tag.startswith("VB") or _moves_as_told(sentence, trigger, metric)
    if any(
        tree.lowered[child] in ("this", "that", "such", "these") for child in tree.children(trigger, "det")
    ):
        return False
    if any(each(sentence, trigger) for each in (_wished, _supposed, _paced)):
        return False
    if metric in tree.below(trigger) or tree.lowered[tree.heads[trigger]] in _words("spans"):
        return True
    if metric == trigger - 1 or _names_behind(sentence, trigger, metric) or _heads(sentence, trigger, metric):
        return True
    verb = sentence.roles.governor(trigger)
    shown = verb is not None and tree.lowered[verb] in _verbs("showing")
    return shown or bool(tree.children(trigger, "cop")) or tree.heads[trigger] == metric


def _names_behind(sentence: Sentence, noun: int, metric: int) -> bool:
    """Whether `in` or `of` brings in a metric close behind a noun of movement, wherever it hangs."""
    words = sentence.tree.lowered[noun + 1 : metric]
    return (
        0 < len(words) <= _NAMED
        and bool({"in", "of"} & set(words[:_PARTS]))
        and not {",", "and"} & set(words)
    )


def _heads(sentence: Sentence, verb: int, metric: int) -> bool:
    """Whether what a tagger took for a noun is the verb of a headline: `Kenya cuts fuel tax`."""
    tags = sentence.tree.tags
    between = tags[verb + 1 : metric + 1]
    named = verb > 0 and tags[verb - 1].startswith("NNP") and tags[verb] in ("NNS", "NNPS")
    return named and 0 < len(between) <= _NAMED and all(tag.startswith(("NN", "JJ")) for tag in between)


def _is_done(sentence: Sentence, verb: int, label: str) -> bool:
    """Whether a verb of movement tells one: `advanced economies` and `sank $3m into it` do not."""
    tree = sentence.tree
    word = tree.lowered[verb]
    if label == "amod" and word in _words("describing"):
        return False
    objects = [thing for thing in tree.children(verb, "obj") if thing > verb]
    figures = [each for thing in objects for each in (thing, *tree.children(thing, "nummod"))]
    if any(sentence.quantity(each) is not None and not _past(sentence, verb, each) for each in figures):
        return False
    if word in _verbs("single") and any(_is_one(sentence, thing) for thing in objects):
        return False
    lasting = tree.tags[verb] == "VBG" and bool(tree.children(verb, "aux"))  # `is losing readers`
    if any(tree.lowered[thing] in _words("paces") for thing in objects):
        return True  # `lost momentum`
    return lasting or not (objects and word in _verbs("no_trend"))


def _is_one(sentence: Sentence, thing: int) -> bool:
    """Whether something is one of its kind, which is added or cut once: `the plant added a shift`."""
    words = {sentence.tree.lowered[child] for child in sentence.tree.children(thing, "det")}
    return sentence.tree.tags[thing] == "NN" and bool(words & {"a", "an", "another"})


def _is_of_self(sentence: Sentence, verb: int, metric: int) -> bool:
    """Whether a verb moves nothing but what it is done to, and that is no metric: `growth slowed, it added`,
    `the losses add up to $9m`, `they grow maize`.
    """
    word, subject = sentence.tree.lowered[verb], sentence.roles.own_subject(verb)
    if word in _verbs("needing_object"):
        return metric == subject
    return word in _verbs("raising_plants") and metric != subject and _is_plant(sentence, metric)


def _is_plant(sentence: Sentence, token: int) -> bool:
    word = sentence.tree.lowered[token]
    return metric_of_name([word]) == "harvest" or word in _words("plants")


def _is_general(sentence: Sentence, verb: int) -> bool:
    """Whether it is told what any such thing can bring about: `a weaker currency can lift exports`."""
    tree, subject = sentence.tree, sentence.roles.own_subject(verb)
    if subject is None or not tree.children(verb, "obj"):
        return False
    helpers = {tree.lowered[child] for child in tree.children(verb, "aux")}
    first = {tree.lowered[child] for child in tree.children(subject, "det")}
    return "can" in helpers and bool(first & {"a", "an", "any"})


def _past(sentence: Sentence, verb: int, figure: int) -> bool:
    """Whether a preposition that the parse lost stands before a figure: `dropped below 9,000`."""
    return bool(set(map(str.lower, sentence.tree.words[verb + 1 : figure])) & set(_words("towards")))


def _moves_as_told(sentence: Sentence, verb: int, metric: int) -> bool:
    """Whether a verb of movement tells that it happens.

    So do `by cutting prices`, `despite shrinking demand` and `prices should firm`: nobody is asked to do it.
    """
    tree = sentence.tree
    if _hoped(sentence, verb):
        return False
    if tree.lowered[verb - 1] == "to" and metric == verb - 2 and tree.labels[metric] == "ROOT":
        return sentence.roles.noun_phrase(metric)[0] == 0  # a headline: `Rents to rise`
    if _told(sentence, verb) or resolved(sentence, verb):
        return True
    helper = tree.heads[verb]
    if is_yet_to(sentence, verb):
        return True
    under = tree.labels[verb] in ("xcomp", "ccomp", "advcl", "obl") and helper < verb
    if under and tree.lowered[helper] in _verbs("failing"):
        return _told(sentence, helper)  # `failed to grow`
    if under and tree.tags[verb] == "VBG" and tree.lowered[verb - 1] == "on":
        return tree.lowered[helper] in _verbs(_PHASES)  # `kept on rising`
    if tree.lowered[helper] in _words("signs") and tree.lowered[verb - 1] == "of":
        above = sentence.roles.governor(helper)
        return above is None or _told(sentence, above)  # `shows no sign of easing`
    if tree.tags[verb] == "VB" and helper < verb and tree.lowered[helper] in _verbs("helping"):
        return _told(sentence, helper)  # `helped lift exports`
    marks = {tree.lowered[child] for child in tree.children(verb, "mark", "case")}
    helpers = {tree.lowered[child] for child in tree.children(verb, "aux", "aux:pass")}
    brings = tree.lowered[helper] in _words("brought_about") or tree.lowered[helper] in _verbs("agreeing")
    if under and "to" in marks and brings:
        return _told(sentence, helper)  # `had to be cut`; `agreed to cut prices`
    if tree.tags[verb] == "VBG" and not helpers:
        above = sentence.roles.governor(verb)
        bare = not any(sentence.quantity(token) is not None for token in tree.below(verb))
        if marks and marks <= {"by", "after"} and above is not None and above < verb:
            return _told(sentence, above)
        if marks == {"before"} and bare and above is not None and above < verb:
            return _told(sentence, above)  # `hit a high before slipping back`
        itself = tree.lowered[verb] in _words("by_itself") and 0 < metric - verb <= _CLOSE
        given = marks <= set(_words("given")) and tree.lowered[verb] not in _words("by_someone")
        return itself and (given or not marks)
    alone = metric == sentence.roles.own_subject(verb) and not sentence.roles.passive(verb)
    return alone and helpers == {"should"} and not marks


def _hoped(sentence: Sentence, verb: int) -> bool:
    """Whether a clause is what somebody only hopes for: `the group hopes that sales will pick up`."""
    tree = sentence.tree
    return tree.labels[verb] == "ccomp" and tree.lowered[tree.heads[verb]] in _verbs("hoping")


def _paced(sentence: Sentence, noun: int) -> bool:
    """Whether it is growth whose loss of pace is told, which alone is the trend: `wage growth slowed`."""
    tree, verb = sentence.tree, sentence.tree.heads[noun]
    slackens = tree.labels[noun] == "nsubj" and tree.lowered[verb] in _verbs("slackening")
    return slackens and tree.lowered[noun] in _words("growing")


def _wished(sentence: Sentence, noun: int) -> bool:
    """Whether a movement is only sought or feared: `called for a rise`, `potential for growth in trade`."""
    tree = sentence.tree
    head = tree.heads[noun]
    if head != noun and tree.lowered[head] in _words("mere"):
        return True
    verb = sentence.roles.governor(noun)
    return (
        verb is not None
        and tree.labels[noun].startswith(("obj", "obl"))
        and (tree.lowered[verb] in _verbs("seeking"))
    )


def _supposed(sentence: Sentence, noun: int) -> bool:
    """Whether it is told what a movement would bring if there were one: `a cut in rates would not help`."""
    tree = sentence.tree
    if not tree.labels[noun].startswith("nsubj") or not tree.children(noun, "det"):
        return False
    first = tree.lowered[tree.children(noun, "det")[0]]
    helpers = {tree.lowered[child] for child in tree.children(tree.heads[noun], "aux")}
    return first in ("a", "an", "any") and bool(helpers & {"would", "could", "might"})


def _told(sentence: Sentence, verb: int, depth: int = 0) -> bool:
    tree = sentence.tree
    label, tag = tree.labels[verb].split(":")[0], tree.tags[verb]
    if label in ("amod", "compound", "csubj") or depth > _DEPTH:
        return False
    if label == "acl" and tree.lowered[tree.heads[verb]] in _words("anyone"):
        return False  # `those who joined the scheme`
    marks = {tree.lowered[child] for child in tree.children(verb, "mark", "case")}
    helpers = {tree.lowered[child] for child in tree.children(verb, "aux", "aux:pass")}
    if marks & set(_words("unreal")) or (helpers & set(_words("wishes")) and not _foreseen(sentence, verb)):
        return False
    if "to" in marks | helpers or (tag == "VB" and verb and tree.lowered[verb - 1] == "to"):
        return _ahead(sentence, verb, bool(helpers - {"to", "be"}))
    if helpers:
        return True
    head = tree.heads[verb]
    if tag == "VB" and label in ("xcomp", "ccomp") and tree.lowered[head] in _verbs("helping"):
        return head < verb and _told(sentence, head, depth + 1)  # `is helping build`
    if tag == "VB" and sentence.roles.own_subject(verb) is None and not _heads_line(sentence, verb):
        return label == "conj" and _told(sentence, tree.heads[verb], depth + 1)
    if tag in ("VBZ", "VBP") and tree.lowered[verb] in _words("habits"):
        return False
    if tag == "VBG":
        return _participle(sentence, verb, marks, label, depth)
    return True


def _foreseen(sentence: Sentence, verb: int) -> bool:
    """Whether it is foreseen for a time that something opens of itself: `the hall should open in 2029`."""
    tree = sentence.tree
    timed = any(sentence.is_period(child) for child in tree.children(verb))
    helpers = [tree.lowered[child] for child in tree.children(verb, "aux", "aux:pass")]
    alone = helpers == ["should"] and not tree.children(verb, "obj")
    return timed and alone and tree.lowered[verb] in _words("opening")


def _heads_line(sentence: Sentence, verb: int) -> bool:
    """Whether a bare verb is told of the names that open a headline: `Kenya, Uganda sign rail deal`."""
    tree = sentence.tree
    named = verb > 0 and isinstance(_value(sentence, verb - 1), Name)
    return named and not any(tag.startswith(("VB", "MD", "TO")) for tag in tree.tags[:verb])


def _participle(sentence: Sentence, verb: int, marks: set[str], label: str, depth: int) -> bool:
    tree = sentence.tree
    if sentence.roles.own_subject(verb) is not None and label != "acl":
        return True
    before = tree.lowered[verb - 1] if verb else ""
    if marks == {"after"} and label == "advcl":
        return _told(sentence, tree.heads[verb], depth + 1)  # `he spoke after visiting a camp`
    if marks or before in _words("prepositions"):
        return False
    if label == "conj":
        return _told(sentence, tree.heads[verb], depth + 1)
    if label in ("xcomp", "ccomp", "obj") or (label == "advcl" and tree.heads[verb] == verb - 1):
        return tree.lowered[tree.heads[verb]] in _verbs(_PHASES)
    return label in ("advcl", "acl", "ROOT", "parataxis", "dep")


def _ahead(sentence: Sentence, verb: int, helped: bool) -> bool:
    """Whether an infinitive is one that is planned, expected or under way."""
    tree = sentence.tree
    head = tree.heads[verb]
    if _fell_through(sentence, verb):
        return False
    if helped or to_come(sentence, verb) or tree.lowered[verb - 2] == "only":
        return True  # `is to be built`; `prices soared, only to fall again`
    planned = tree.children(head, "nsubj") or (tree.tags[head] == "NNS" and tree.labels[head] == "ROOT")
    if planned and head < verb and tree.lowered[head] in _verbs("ahead"):
        return True  # also where a tagger took `plan` for a noun
    if tree.labels[verb].startswith("acl"):
        if tree.lowered[verb - 2] in _words("being") and tree.tags[verb - 3].startswith("W"):
            return True  # `a mill, which is to start production`
        if any(isinstance(_value(sentence, child), Ordinal) for child in range(max(0, head - _CLOSE), head)):
            return False  # `the first plant to be built here`
        if isinstance(_value(sentence, head), Name) and head == tree.heads[head] == verb - 2:
            return True  # `Fiji to host summit`
        awaited = tree.labels[head] == "obj" and tree.lowered[tree.heads[head]] in _verbs("ahead")
        return awaited or (tree.tags[verb] == "VBN" and tree.labels[verb] == "acl")
    nearby = [tree.lowered[token] for token in range(max(0, verb - 4), verb)]
    if tree.labels[verb] in ("xcomp", "ccomp", "advcl", "conj") and head < verb:
        word = tree.lowered[head]
        return word in _verbs("ahead") or word in _words("ahead_words") or word in _verbs(_PHASES)
    return any(word in _words("being") for word in nearby)


def _fell_through(sentence: Sentence, verb: int) -> bool:
    """Whether something was to come about and did not: `the road was to have been built by 2010`."""
    words = sentence.tree.lowered[max(0, verb - _DEPTH) : verb]
    return any(
        (was in ("was", "were")) and (to, have) == ("to", "have")
        for was, to, have in zip(words, words[1:], words[2:], strict=False)
    )


def _is_counted(sentence: Sentence, verb: int) -> bool:
    """Whether a verb only tells which things a number is of: `the number of flats completed in May`, `some
    4,000 flats were completed in May`.
    """
    tree, noun = sentence.tree, sentence.tree.heads[verb]
    if any(_are_many(sentence, thing) for thing in tree.children(verb, "nsubj:pass")):
        return sentence.roles.phrase(verb, "by") is None
    if not tree.labels[verb].startswith("acl") or not tree.labels[noun].startswith("nmod"):
        return False
    return tree.lowered[tree.heads[noun]] in _words("numbers")


def _are_many(sentence: Sentence, noun: int) -> bool:
    """Whether so many of a thing are told that the sentence is a statistic."""
    figures = (sentence.quantity(child) for child in sentence.tree.children(noun, "nummod"))
    return any(figure is not None and figure.value >= _MANY for figure in figures)


def _value(sentence: Sentence, token: int) -> object:
    mention = sentence.at[token]
    return mention.value if mention is not None else None


def _recurs(sentence: Sentence, token: int) -> bool:
    """Whether the clause tells of something that comes again and again: `every year`, `regularly`."""
    tree = sentence.tree
    for child in tree.children(token):
        if tree.lowered[child] in _words("again"):
            return True
        if tree.lowered[child] not in _words("spans"):
            continue
        if any(tree.lowered[inner] in ("every", "each", "per") for inner in tree.children(child)):
            return True
        if child >= _OFTEN and set(map(str.lower, tree.words[child - _OFTEN : child])) & _TIMES:
            return tree.lowered[child - 1] in ("a", "an")
    return False


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(table("happenings")[name])


def _verbs(name: str) -> frozenset[str]:
    return listed_verbs("happenings", name)
