"""
Reads XLIFF as the Translate Toolkit does, or writes it back. The argument is a file with a line for each document, a tab
between two fields: `read`, format, file; or `write`, format, file, output, way, and any number of edits: the id of a
unit, and what is added to its target. The way is how a target is set: `text`, or `codes` (`rich_target`). Prints a line
of JSON for each.
"""

import json
import sys

from translate.storage import xliff
from translate.storage.placeables import StringElem


def store_of(form, file):
    if form == "xliff1.2":
        return xliff.xlifffile.parsefile(file)
    from translate.storage import xliff2

    return xliff2.Xliff2File.parsefile(file)


def codes_in(node):
    """How many codes a text has: an element around text is two."""
    if node is None:
        return 0
    return sum(2 if element.tag.endswith(("}g", "}pc")) else 1 for element in node.iterdescendants())


def described(unit):
    element = unit.xmlelement
    return {
        "id": element.get("id"),
        "source": str(unit.source),
        "target": None if unit.target is None else str(unit.target),
        "codes": [codes_in(unit.source_dom), codes_in(unit.target_dom)],
        "state": [element.get("state"), element.get("subState")],
        "approved": bool(unit.isapproved()),
        "translated": bool(unit.istranslated()),
        "notes": unit.getnotes(),
    }


def edit(unit, way, text):
    if way == "text":
        unit.target = unit.target + text
    else:
        rich = unit.rich_target
        rich[0].sub.append(StringElem(text))
        unit.rich_target = rich


def write(store, output, way, edits):
    texts = dict(zip(edits[::2], edits[1::2]))
    edited = 0
    for unit in store.units:
        text = texts.get(unit.xmlelement.get("id"))
        if text is not None:
            edit(unit, way, text)
            edited += 1
    with open(output, "wb") as out:
        out.write(bytes(store))
    return edited


def answer(command, form, file, *rest):
    store = store_of(form, file)
    if command == "read":
        return [described(unit) for unit in store.units]
    output, way, *edits = rest
    return write(store, output, way, edits)


for line in open(sys.argv[1], encoding="utf-8"):
    try:
        result = {"result": answer(*line.rstrip("\n").split("\t"))}
    except Exception as error:
        result = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(result))
