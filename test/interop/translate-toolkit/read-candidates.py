"""Prints the candidates of the units of XLIFF 1.2 files as JSON, as the Translate Toolkit reads them (`alt-trans`)."""

import json
import sys

from translate.storage import xliff


def plain(candidate):
    element = candidate.xmlelement
    return {
        "source": str(candidate.source),
        "target": str(candidate.target),
        "score": element.get("match-quality"),
        "origin": element.get("origin"),
    }


def read(file):
    return [
        {
            "id": unit.xmlelement.get("id"),
            "source": str(unit.source),
            "target": None if unit.target is None else str(unit.target),
            "candidates": [plain(candidate) for candidate in unit.getalttrans()],
        }
        for unit in xliff.xlifffile.parsefile(file).units
    ]


json.dump([read(file) for file in sys.argv[1:]], sys.stdout)
