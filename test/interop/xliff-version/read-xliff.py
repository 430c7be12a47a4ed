"""Prints a line for each file of XLIFF 2, as the Translate Toolkit reads it: how many segments it has, and how many of them a target."""

import sys

try:
    from translate.storage.xliff2 import Xliff2File as Document
except ImportError:
    # 3.8 has XLIFF 1.2 only.
    from translate.storage.xliff import xlifffile as Document

for file in sys.argv[1:]:
    units = Document.parsefile(file).units
    print(len(units), sum(1 for unit in units if unit.target is not None))
