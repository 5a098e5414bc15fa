"""Speaks with the system's liblouis for one parent: a line of JSON in, a line of JSON out, until the input ends.

Only the standard library is used, so that any Python 3 will do. Places are counted in code points; the parent counts
UTF-16 units, as does a liblouis whose characters have two bytes (`charBytes`). The kernel ends the process when one text takes longer than the parent would wait, also inside liblouis.
"""
import ctypes
import json
import os
import signal
import sys

LIBRARIES = ("liblouis.so.20", "liblouis.so", "liblouis.20.dylib", "liblouis.dylib")
FOLDERS = ("/usr/share", "/usr/local/share", "/opt/homebrew/share", "/opt/local/share")
DOTS_IO, UC_BRL = 4, 64
TABLE_ENDS = (".ctb", ".utb")
# A long text goes in pieces that end at blanks.
CHUNK = 3000


def open_library():
    for name in LIBRARIES:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    sys.exit("There is no liblouis on this system.")


louis = open_library()
louis.lou_version.restype = ctypes.c_char_p
CHAR = {2: ctypes.c_uint16, 4: ctypes.c_uint32}[louis.lou_charSize()]
ENCODING = {2: "utf_16_le", 4: "utf_32_le"}[louis.lou_charSize()]
WRITES = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p)
silence = WRITES(lambda level, message: None)
louis.lou_registerLogCallback(silence)


def tables_folder():
    for folder in FOLDERS:
        found = os.path.join(folder, "liblouis", "tables")
        if os.path.isdir(found):
            return found
    sys.exit("There are no tables of liblouis on this system.")


def call(function, tables, text, forms, mode):
    """What was written, the place of the unit that each of it came from, and how many units were read."""
    data = text.encode(ENCODING)
    units = len(data) // ctypes.sizeof(CHAR)
    room = units * 8 + 256
    source = (CHAR * (units + 1)).from_buffer_copy(data + bytes(ctypes.sizeof(CHAR)))
    written = (CHAR * room)()
    source_length, written_length = ctypes.c_int(units), ctypes.c_int(room)
    places = (ctypes.c_int * room)()
    kinds = (ctypes.c_uint16 * room)(*forms) if forms else None
    done = function(
        tables.encode(), source, ctypes.byref(source_length), written, ctypes.byref(written_length),
        kinds, None, None, places, None, mode,
    )
    if not done or source_length.value <= 0:
        raise ValueError("liblouis could not use " + os.path.basename(tables))
    size = written_length.value
    cells = bytes(written)[: size * ctypes.sizeof(CHAR)].decode(ENCODING)
    return cells, places[:size], source_length.value


def answer(asked, folder):
    table = os.path.join(folder, asked["table"])
    if asked["kind"] == "TRANSLATE":
        return call(louis.lou_translate, table, asked["text"], asked["forms"], DOTS_IO | UC_BRL)
    tables = os.path.join(folder, "unicode.dis") + "," + table
    return call(louis.lou_backTranslate, tables, asked["text"], None, 0)


def piece_end(text, at):
    end = at + CHUNK
    if end >= len(text):
        return len(text)
    blank = max(text.rfind(" ", at, end), text.rfind("\u2800", at, end))
    return blank + 1 if blank > at else end


def in_pieces(asked, folder):
    text, forms, cells, places, at = asked["text"], asked["forms"], [], [], 0
    # Where characters have two bytes, a place in the text is none of Python's: such a text goes whole.
    whole = ctypes.sizeof(CHAR) == 2
    while at < len(text):
        end = len(text) if whole else piece_end(text, at)
        piece = {**asked, "text": text[at:end], "forms": forms and forms[at:end]}
        written, came_from, used = answer(piece, folder)
        cells.append(written)
        places.extend(at + place for place in came_from)
        at = end if whole else at + used
    return "".join(cells), places


def main():
    folder = tables_folder()
    if sys.argv[1:] == ["--what"]:
        names = sorted(name for name in os.listdir(folder) if name.endswith(TABLE_ENDS))
        print(json.dumps({"version": louis.lou_version().decode(), "charBytes": ctypes.sizeof(CHAR), "tables": names}))
        return
    seconds = int(sys.argv[1])
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        signal.alarm(seconds)
        try:
            cells, places = in_pieces(asked, folder)
            told = {"cells": cells, "places": places, "error": None}
        except (ValueError, UnicodeError) as error:
            told = {"cells": "", "places": [], "error": str(error)}
        signal.alarm(0)
        print(json.dumps({"id": asked["id"], **told}), flush=True)


main()
