"""Prints the units of a TMX file as JSON, as the Translate Toolkit reads them."""

import json
import sys

from translate.storage import tmx

store = tmx.tmxfile.parsefile(sys.argv[1])
json.dump(
    {
        "srcLang": store.document.find("header").get("srclang"),
        "units": [
            {
                "id": unit.xmlelement.get("tuid"),
                "languages": [node.get("{http://www.w3.org/XML/1998/namespace}lang") for node in unit.getlanguageNodes()],
                "source": str(unit.source),
                "target": str(unit.target),
            }
            for unit in store.units
        ],
    },
    sys.stdout,
)
