"""Prints a line for each file of XLIFF 2, as the Translate Toolkit reads it: how many segments it has, and how many of them a target."""

import sys

from translate.storage.xliff2 import Xliff2File

for file in sys.argv[1:]:
    units = Xliff2File.parsefile(file).units
    print(len(units), sum(1 for unit in units if unit.target is not None))
