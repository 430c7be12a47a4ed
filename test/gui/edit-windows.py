"""Edits targets in the window of a client, through the accessibility tree (AT-SPI), as a person does by its keyboard.

Reads JSON from standard input: the client, how many rows its document has, and edits: rows in the order of the document,
and the text that goes to the end of the target. The document is saved twice: first with one target that was touched and
is as it was, which is copied to `touched`, then with the edits. Has no limit of time: whoever starts it has.
"""

import json
import os
import re
import shutil
import sys
import time
from pathlib import Path

import pyatspi

from nodes import children


def below(node, depth=0):
    """All nodes but those in tables, which are many."""
    yield node
    if depth < 30 and node.getRole() not in (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE):
        for child in children(node):
            yield from below(child, depth + 1)


def until(condition):
    while True:
        try:
            found = condition()
        except Exception:  # What it looks at is just being made.
            found = None
        if found:
            return found
        time.sleep(0.05)


def text_of(node):
    text = node.queryText()
    return text.getText(0, text.characterCount)


def has(node, *states):
    return all(node.getState().contains(state) for state in states)


def press(node):
    node.queryAction().doAction(0)


def name_of(node):
    node.clearCache()
    return node.name


class Poedit:
    def __init__(self, application, count):
        self.window = until(lambda: application[0])
        self.count = count
        until(self.find_table)
        nodes, self.source, self.target = until(self.find_texts)
        self.items = {node.name: node for node in nodes if node.getRole() == pyatspi.ROLE_MENU_ITEM}
        errors = next(node for node in nodes if node.name == "Entries with Errors First")
        if has(errors, pyatspi.STATE_CHECKED):
            press(errors)
        until(lambda: not has(errors, pyatspi.STATE_CHECKED))

    def find_table(self):
        tables = [node.queryTable() for node in below(self.window) if node.getRole() == pyatspi.ROLE_TABLE]
        return next((table for table in tables if table.nRows == self.count), None)

    def find_texts(self):
        """They show a while after the table does."""
        nodes = list(below(self.window))
        texts = [node for node in nodes if node.getRole() == pyatspi.ROLE_TEXT and has(node, pyatspi.STATE_SHOWING)]
        sources = [node for node in texts if not has(node, pyatspi.STATE_EDITABLE)]
        targets = [node for node in texts if has(node, pyatspi.STATE_EDITABLE)]
        return (nodes, sources[0], targets[0]) if sources and targets else None

    def select(self, row):
        until(lambda: self.try_to_select(row))

    def try_to_select(self, row):
        """By what it shows now: it makes its table and its texts anew at times, and those that are gone tell old things."""
        cell = self.find_table().getAccessibleAt(row, 1)
        cell.queryComponent().grabFocus()
        shown = " ".join(cell.name.split())
        time.sleep(0.1)
        _, self.source, self.target = self.find_texts()
        return " ".join(self.unescaped(text_of(self.source)).split()).startswith(shown)

    def unescaped(self, text):
        """Its texts, unlike its table, have escapes: before a line end or a tab, and for a backslash that looks like one."""
        return re.sub(r"\\([\\nrt])", lambda found: "\\" if found[1] == "\\" else " ", text)

    def length(self, text):
        return len(text.encode())  # GTK counts bytes.

    def save(self):
        press(self.items["Save"])

    def is_saved(self):  # It shows its document again once it is written.
        return "(modified)" not in name_of(self.window)


class Lokalize:
    def __init__(self, application, count):
        self.application = application
        self.window = until(self.find_window)
        self.labels = until(lambda: self.find_labels(f"Total: {count:,}"))
        texts = [node for node in below(self.window) if node.getRole() == pyatspi.ROLE_TEXT]
        self.target, self.source = texts[:2]
        self.buttons = {
            node.name: node for node in below(application) if node.getRole() == pyatspi.ROLE_PUSH_BUTTON and node.name
        }
        self.row = 0
        until(lambda: self.is_at(0))

    def find_window(self):
        frames = (node for node in below(self.application) if node.getRole() == pyatspi.ROLE_FRAME)
        return next((node for node in frames if node.name.startswith("/")), None)

    def find_labels(self, total):
        labels = [node for node in below(self.application) if node.getRole() == pyatspi.ROLE_LABEL]
        return labels if any(node.name == total for node in labels) else None

    def is_at(self, row):
        return any(name_of(node) == f"Current: {row + 1:,}" for node in self.labels)

    def select(self, row):
        step = "Next" if row > self.row else "Previous"
        for _ in range(abs(row - self.row)):
            press(self.buttons[step])
        self.row = row
        until(lambda: self.is_at(row))

    def length(self, text):
        return len(text)

    def save(self):
        press(self.buttons["Save"])

    def is_saved(self):
        return True


def insert(client, text):
    before = text_of(client.target)
    client.target.queryEditableText().insertText(len(before), text, client.length(text))
    until(lambda: text_of(client.target) == before + text)


def touch(client):
    before = text_of(client.target)
    insert(client, "x")
    client.target.queryEditableText().deleteText(len(before), len(before) + 1)
    until(lambda: text_of(client.target) == before)


def save(client, file):
    def version():
        return os.stat(file).st_ino, os.stat(file).st_mtime_ns

    before = version()
    client.save()
    until(lambda: version() != before and Path(file).read_bytes().rstrip().endswith(b"</xliff>"))
    until(client.is_saved)


asked = json.load(sys.stdin)
clients = {"poedit": Poedit, "lokalize": Lokalize}
application = until(lambda: next(iter(children(pyatspi.Registry.getDesktop(0))), None))
client = clients[asked["client"]](application, asked["count"])
client.select(asked["edits"][0]["row"])
touch(client)
save(client, asked["file"])
shutil.copyfile(asked["file"], asked["touched"])
for edit in asked["edits"]:
    client.select(edit["row"])
    insert(client, edit["text"])
save(client, asked["file"])
