"""Opens a Word document in LibreOffice without a window, edits it as a colleague would, and saves it as .docx.

edit-in-libreoffice.py SOURCE TARGET EDITS: EDITS is JSON, a list of {"track": bool} | {"find": words, "type": words} |
{"find": words, "comment": text} | {"after": words, "paragraph": text} | {"remove": words}.
Run by LibreOffice's own Python, inside of soffice that it starts itself.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def property_of(name, value):
    given = PropertyValue()
    given.Name, given.Value = name, value
    return given


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + 60
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def found(document, words):
    search = document.createSearchDescriptor()
    search.SearchString = words
    place = document.findFirst(search)
    if place is None:
        raise SystemExit(f"not found: {words}")
    return place


def edit(document, step):
    if "track" in step:
        document.RecordChanges = step["track"]
    elif "comment" in step:
        note = document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Author, note.Content = "Tom Aguiar", step["comment"]
        place = found(document, step["find"])
        place.Text.insertTextContent(place, note, True)
    elif "type" in step:
        found(document, step["find"]).String = step["type"]
    elif "paragraph" in step:
        cursor = found(document, step["after"]).Text.createTextCursorByRange(found(document, step["after"]).End)
        cursor.gotoEndOfParagraph(False)
        cursor.Text.insertControlCharacter(cursor, 0, False)
        cursor.Text.insertString(cursor, step["paragraph"], False)
    elif "remove" in step:
        place = found(document, step["remove"])
        cursor = place.Text.createTextCursorByRange(place.Start)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        cursor.goRight(1, True)
        cursor.String = ""


def main(source, target, edits):
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"copydesk{os.getpid()}"
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}",
             f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL,
        )
        try:
            context = connect(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0,
                                                    (property_of("Hidden", True),))
            for step in json.loads(edits):
                edit(document, step)
            document.storeToURL(uno.systemPathToFileUrl(target), (property_of("FilterName", "MS Word 2007 XML"),))
            document.close(True)
            desktop.terminate()
        finally:
            office.wait(timeout=60)


main(*sys.argv[1:4])
