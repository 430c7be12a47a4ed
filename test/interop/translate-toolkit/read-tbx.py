"""Prints what the Translate Toolkit reads of a TBX file (2008): FILE SOURCE TARGET."""

import json
import sys

from translate.storage import tbx

store = tbx.tbxfile.parsefile(sys.argv[1])
store.setsourcelanguage(sys.argv[2])
store.settargetlanguage(sys.argv[3])
print(json.dumps([{"id": unit.getid(), "source": unit.source, "target": unit.target} for unit in store.units]))
