"""Prints what the windows on the display say, as JSON, from the accessibility tree (AT-SPI).

Buttons of dialogues that are named as arguments are pressed.
"""

import json
import sys
import time

import pyatspi

from nodes import children

WINDOWS = (pyatspi.ROLE_FRAME, pyatspi.ROLE_WINDOW)
ALERTS = (pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER)
CELLS = (pyatspi.ROLE_TABLE_CELL, pyatspi.ROLE_TREE_ITEM, pyatspi.ROLE_LIST_ITEM)
TEXTS = (pyatspi.ROLE_LABEL, pyatspi.ROLE_TEXT, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_STATUS_BAR)
MENUS = (pyatspi.ROLE_MENU_BAR, pyatspi.ROLE_MENU, pyatspi.ROLE_POPUP_MENU)


def text_of(node):
    try:
        text = node.queryText()
        return text.getText(0, text.characterCount) or node.name or ""
    except Exception:  # It has no text but a name.
        return node.name or ""


def press(node, names, depth=0):
    if node.getRole() == pyatspi.ROLE_PUSH_BUTTON and node.name.replace("&", "") in names:
        node.queryAction().doAction(0)
        return
    for child in children(node) if depth < 30 else []:
        press(child, names, depth + 1)


def read(node, seen, depth=0):
    role = node.getRole()
    if role in MENUS or depth > 30:
        return
    if role in WINDOWS:
        seen["windows"].append(node.name)
    elif role in ALERTS:
        texts = {"windows": [], "alerts": [], "cells": [], "texts": []}
        for child in children(node):
            read(child, texts, depth + 1)
        seen["alerts"].append(" ".join([node.name] + texts["texts"]))
        if len(sys.argv) > 1:
            press(node, sys.argv[1:])
        return
    elif role in CELLS:
        seen["cells"].append(text_of(node))
    elif role in TEXTS:
        seen["texts"].append(text_of(node))
    for child in children(node):
        read(child, seen, depth + 1)


desktop = pyatspi.Registry.getDesktop(0)
seen = {"windows": [], "alerts": [], "cells": [], "texts": []}
for _ in range(10):  # The registry answers only the second time.
    applications = children(desktop)
    if applications:
        break
    time.sleep(0.2)
for application in applications:
    for window in children(application):
        read(window, seen)
print(json.dumps(seen))
