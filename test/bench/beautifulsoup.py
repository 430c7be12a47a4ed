"""As people do it today: BeautifulSoup finds the spans, lxml writes the TMX.

usage: beautifulsoup.py TREE OUT.tmx
"""

import os
import re
import sys

from bs4 import BeautifulSoup
from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What lxml refuses to take as text.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def articles(tree):
    for folder, folders, names in os.walk(tree):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".md"):
                yield os.path.join(folder, name)


def main(tree, out):
    tmx = etree.Element("tmx", version="1.4")
    etree.SubElement(
        tmx,
        "header",
        {
            "creationtool": "beautifulsoup",
            "creationtoolversion": "1",
            "segtype": "sentence",
            "o-tmf": "beautifulsoup",
            "adminlang": "en-US",
            "srclang": "en-US",
            "datatype": "unknown",
        },
    )
    body = etree.SubElement(tmx, "body")
    count = 0
    for path in articles(tree):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        locale = re.search(r"^ms\.contentlocale: *(\S+)", text, re.MULTILINE)
        language = locale.group(1) if locale else "ja-JP"
        soup = BeautifulSoup(text, "lxml")
        sources = {span["data-stu-id"]: span for span in soup.find_all("span", attrs={"data-stu-id": True})}
        for target in soup.find_all("span", attrs={"data-ttu-id": True}):
            source = sources.get(target["data-ttu-id"])
            if source is None:
                continue
            unit = etree.SubElement(body, "tu", tuid=target["data-ttu-id"])
            etree.SubElement(unit, "prop", type="x-article").text = os.path.relpath(path, tree)
            for tag, span in (("en-US", source), (language, target)):
                variant = etree.SubElement(unit, "tuv", {XML_LANG: tag})
                etree.SubElement(variant, "seg").text = ILLEGAL.sub("", span.get_text())
            count += 1
    etree.ElementTree(tmx).write(out, encoding="UTF-8", xml_declaration=True)
    print(f"{count} pairs")


main(*sys.argv[1:])
