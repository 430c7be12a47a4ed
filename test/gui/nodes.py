"""Nodes of the accessibility tree (AT-SPI), for the scripts beside this module.

A client that is busy, as when it saves a file, answers later than after the second that is waited by default.
"""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi

Atspi.set_timeout(30_000, 30_000)


def children(node):
    """Those that are there now: what a node remembers of them is forgotten first."""
    try:
        node.clearCache()
        found = [node.getChildAtIndex(index) for index in range(node.childCount)]
        return [child for child in found if child is not None]
    except Exception:  # It is gone meanwhile.
        return []
