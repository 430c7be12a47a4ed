"""Nodes of the accessibility tree (AT-SPI), for the scripts beside this module."""


def children(node):
    """Those that are there now: what a node remembers of them is forgotten first."""
    try:
        node.clearCache()
        found = [node.getChildAtIndex(index) for index in range(node.childCount)]
        return [child for child in found if child is not None]
    except Exception:  # It is gone meanwhile.
        return []
