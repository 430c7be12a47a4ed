"""Runs a script and writes what the process took to file descriptor 3.

usage: probe.py SCRIPT ARGUMENT...
"""

import json
import os
import re
import resource
import runpy
import sys


def peak_memory():
    """In bytes. ru_maxrss would count the process that this one was forked from, so Linux is asked for its own."""
    try:
        with open("/proc/self/status", encoding="latin-1") as file:
            return int(re.search(r"VmHWM:\s*(\d+)", file.read()).group(1)) * 1024
    except OSError:
        size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return size if sys.platform == "darwin" else size * 1024


sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
usage = resource.getrusage(resource.RUSAGE_SELF)
os.write(3, json.dumps({"memory": peak_memory(), "cpu": (usage.ru_utime + usage.ru_stime) * 1000}).encode())
