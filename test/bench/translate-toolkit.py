"""As people do it today: a regular expression finds the pairs, Translate Toolkit writes the TMX.

usage: translate-toolkit.py TREE OUT.tmx
"""

import os
import re
import sys

from translate.storage import tmx

PAIR = re.compile(
    r'<span data-ttu-id="([^"]*)">(.*?)</span>'
    r'<span class="sxs-lookup"><span data-stu-id="[^"]*">(.*?)</span></span>(?!</span>)',
    re.DOTALL,
)
# What lxml, which the toolkit stands on, refuses to take as text.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def articles(tree):
    for folder, folders, names in os.walk(tree):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".md"):
                yield os.path.join(folder, name)


def main(tree, out):
    memory = tmx.tmxfile(sourcelanguage="en-US")
    count = 0
    for path in articles(tree):
        with open(path, encoding="utf-8") as file:
            text = ILLEGAL.sub("", file.read())
        locale = re.search(r"^ms\.contentlocale: *(\S+)", text, re.MULTILINE)
        language = locale.group(1) if locale else "ja-JP"
        for _, target, source in PAIR.findall(text):
            memory.addtranslation(source, "en-US", target, language, os.path.relpath(path, tree))
            count += 1
    with open(out, "wb") as file:
        memory.serialize(file)
    print(f"{count} pairs")


main(*sys.argv[1:])
