"""Files that a reader has to refuse, or to survive, each made anew: for the tests of any room."""

import gzip
import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf

from goldenthread.documents.tests import made_files

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MEBIBYTE = 2**20
WORD_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "{}">]>'.format("&a;" * 50)
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@dataclass(frozen=True)
class BadFile:
    """A file under the name it comes with, how it is made, what it is found to be, what is said."""

    name: str
    make: Callable
    found: str
    says: str


def bad(name, found, says):
    """Names what a maker makes; the maker is called when a test needs the file."""

    def note(make):
        BAD_FILES.append(BadFile(name, make, found, says))
        return make

    return note


BAD_FILES = []


def plainly(name, content, found, says):
    BAD_FILES.append(BadFile(name, lambda: content, found, says))


plainly("picture.pdf", PNG, "picture (PNG) named .pdf", "no text")
plainly("photo.docx", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "picture (JPEG) named .docx", "no text")
plainly("scan.tif", b"II*\x00\x08\x00\x00\x00", "picture (TIFF)", "no text")
plainly("logo.gif", b"GIF89a\x01\x00\x01\x00", "picture (GIF)", "no text")
plainly("nothing.pdf", b"", "empty file named .pdf", "holds nothing")
plainly("blank.txt", b"\xef\xbb\xbf \r\n\t\n", "empty file named .txt", "holds nothing")
plainly("head.pdf", b"%PDF-1.7\n%%EOF", "PDF that is damaged", "print it into a new PDF")
plainly("letter.rtf", b"{\\rtf1\\ansi Dear all}", "rich text (RTF)", "save it as .docx")
plainly("plan.doc", OLE + "WordDocument".encode("utf-16-le"),
        "Word document of the old form (.doc)", "save it as .docx")  # fmt: skip
plainly("tracker.xls", OLE + "Workbook".encode("utf-16-le"),
        "Excel workbook of the old form (.xls)", "save it as .xlsx")  # fmt: skip
plainly("secret.docx", OLE + "EncryptedPackage".encode("utf-16-le"),
        "office file with a password named .docx", "without the password")  # fmt: skip
plainly(
    "mail.msg", OLE + "__substg1.0_0037001F".encode("utf-16-le"), "email (Outlook)", "attachment"
)
plainly("old.pub", OLE, "office file of an old form", "save it as")
plainly("slides.ppt", OLE + "PowerPoint Document".encode("utf-16-le"),
        "PowerPoint (old form)", "save it as")  # fmt: skip
plainly("mail.eml", b"From: a@example.org\nTo: b@example.org\nSubject: Plan\n"
        b"MIME-Version: 1.0\n\nSee the plan.\n", "email", "attachment")  # fmt: skip
plainly("data.xml", b'<?xml version="1.0"?><Message/>', "XML file", "save it as")
plainly(
    "noise.txt",
    random.Random(7).randbytes(5_000),
    "file of an unknown form named .txt",
    "save it as",
)
plainly("tool.exe", b"MZ\x90\x00\x03\x00", "program", "not opened")
plainly("nested.html", b"<table><tr><td>" * 60 + b"deep", "HTML page nested too deep", "deep")
plainly("wide.html", b"<table>" + b"<tr><td colspan=900000 rowspan=900000>x" * 9,
        "table that is too large", "new file")  # fmt: skip
plainly("deep.html", b"<table><tr><td>" * 25 + b"deep", "HTML page nested too deep", "deep")
plainly("abyss.html", b"<div>" * 400 + b"deep", "HTML page nested too deep", "deep")
plainly("tall.html", b"<table>" + b"<tr><td>x" * 20_001, "table that is too large", "new file")
plainly("endless.html", b"<p>x" * 100_001, "text that is too long", "new file")
plainly("endless.txt", b"x\n" * 100_002, "text that is too long", "new file")
plainly("endless.md", b"|--|\n" + b"|x" * 600, "table that is too large", "new file")
plainly("hollow.html", b"<!doctype html><p> <img src=x>", "empty HTML page", "no text")
plainly("comment.html", b"<!doctype html><!-- nothing -->", "empty HTML page", "no text")


@bad("half.pdf", "PDF that is cut off: its end is missing", "Download or save it again")
def half_pdf():
    whole = made_files.pdf(["Aldermere"], ["Page two"])
    return whole[: len(whole) // 2]


@bad("locked.pdf", "PDF that is protected with a password", "without the password")
def locked_pdf():
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made_files.pdf(["Aldermere"]))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="one", user="two"))
    return out.getvalue()


@bad("scanned.pdf", "PDF that is a scan: it has pictures of pages but no text", "OCR")
def scanned_pdf():
    return made_files.pdf([], [])


@bad(
    "endless.pdf",
    "PDF that is too long: it has 5,000 pages and 1,000 are read",
    "pages that matter",
)
def endless_pdf():
    return made_files.pdf(*[["Aldermere"]] * 5_000)


@bad("half.docx", "damaged office file or archive named .docx", "save it again")
def half_word():
    whole = made_files.word()
    return whole[: len(whole) // 2]


@bad("flipped.docx", "damaged office file", "save it again")
def flipped_word():
    """The zip is whole, but the text in it is no XML."""
    return made_files.repacked(made_files.word(), {"word/document.xml": b"<w:document"})


@bad("headless.xlsx", "damaged office file", "save it again")
def headless_excel():
    """Its parts are there, but nothing says which one is the workbook."""
    return made_files.repacked(made_files.excel(), {"_rels/.rels": None})


@bad("bomb.docx", "office file that unpacks to too much", "not unpacked")
def bomb_word():
    return made_files.repacked(made_files.word(), {"word/document.xml": bytes(60 * MEBIBYTE)})


@bad("bomb.xlsx", "office file that unpacks to too much", "not unpacked")
def bomb_excel():
    return made_files.repacked(
        made_files.excel(), {"xl/worksheets/sheet1.xml": bytes(60 * MEBIBYTE)}
    )


@bad("swarm.docx", "office file that unpacks to too much", "not unpacked")
def swarm():
    return made_files.repacked(made_files.word(), {f"word/media/{n}": b"x" for n in range(6_000)})


@bad("liar.docx", "damaged office file", "save it again")
def lying_bomb():
    """Its part says that it is small, in both places where a zip writes that."""
    part = b"word/document.xml"
    packed = bytearray(made_files.repacked(made_files.word(), {part.decode(): bytes(MEBIBYTE)}))
    for signature, header, size in ((b"PK\x03\x04", 30, 22), (b"PK\x01\x02", 46, 24)):
        at = packed.index(signature)
        while packed[at + header : at + header + len(part)] != part:
            at = packed.index(signature, at + 1)
        packed[at + size : at + size + 4] = (1_000).to_bytes(4, "little")
    return bytes(packed)


@bad("laughs.docx", "office file with XML entities", "fresh copy")
def entities():
    document = f"{LAUGHS}<w:document {WORD_NAMES}><w:body>&b;</w:body></w:document>"
    return made_files.repacked(made_files.word(), {"word/document.xml": document})


@bad("outside.docx", "office file with XML entities", "fresh copy")
def outside_entity():
    document = f"{OUTSIDE}<w:document {WORD_NAMES}><w:body>&a;</w:body></w:document>"
    return made_files.repacked(made_files.word(), {"word/document.xml": document})


@bad("laughs.xlsx", "office file with XML entities", "fresh copy")
def sheet_entities():
    sheet = made_files.part(made_files.excel(), "xl/worksheets/sheet1.xml")
    declared = sheet.replace("<worksheet", '<!DOCTYPE worksheet [<!ENTITY a "ha">]><worksheet')
    return made_files.repacked(made_files.excel(), {"xl/worksheets/sheet1.xml": declared})


@bad("nested.docx", "damaged office file", "save it again")
def nested_word():
    """Tables a hundred deep: the XML itself is deeper than a parser should follow."""
    return made_files.repacked(made_files.word(), {"word/document.xml": nested_tables(100)})


@bad("sealed.docx", "file with a password", "without the password")
def sealed_word():
    """A zip whose parts say that they are encrypted."""
    packed = bytearray(made_files.word())
    at = packed.index(b"PK\x01\x02")
    while at >= 0:
        packed[at + 8] |= 1
        at = packed.find(b"PK\x01\x02", at + 1)
    return bytes(packed)


@bad("endless.docx", "text that is too long", "new file")
def endless_word():
    paragraph = "<w:p><w:r><w:t>x</w:t></w:r></w:p><!-- {} -->"
    noise = random.Random(7)
    body = "".join(paragraph.format(noise.random()) for _ in range(100_002))
    document = f"<w:document {WORD_NAMES}><w:body>{body}</w:body></w:document>"
    return made_files.repacked(made_files.word(), {"word/document.xml": document})


@bad("bodiless.docx", "damaged office file", "save it again")
def bodiless_word():
    return made_files.repacked(
        made_files.word(), {"word/document.xml": f"<w:document {WORD_NAMES}/>"}
    )


@bad("wide.docx", "table that is too large", "new file")
def wide_word():
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="9000000"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>'
    body = f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"
    document = f"<w:document {WORD_NAMES}><w:body>{body}</w:body></w:document>"
    return made_files.repacked(made_files.word(), {"word/document.xml": document})


@bad("endless.xlsx", "workbook that is too large", "rows that matter")
def endless_sheet():
    """Few rows of text, but wide and tall enough to make a grid of millions."""

    def fill(workbook):
        sheet = workbook.add_worksheet()
        sheet.write(0, 255, "right")
        for row in range(5_000):
            sheet.write(row, 0, "left")

    return made_files.excel(fill)


@bad("lost.xlsx", "damaged office file", "save it again")
def lost_sheet():
    """Half a workbook must not look like a whole one."""
    return made_files.repacked(made_files.excel(), {"xl/worksheets/sheet1.xml": None})


@bad("speechless.xlsx", "damaged office file", "save it again")
def lost_strings():
    return made_files.repacked(made_files.excel(), {"xl/sharedStrings.xml": None})


@bad("shy.xlsx", "workbook without a visible sheet", "Unhide")
def hidden_sheets():
    workbook = made_files.part(made_files.excel(), "xl/workbook.xml")
    hidden = workbook.replace("<sheet ", '<sheet state="veryHidden" ')
    return made_files.repacked(made_files.excel(), {"xl/workbook.xml": hidden})


@bad("crossed.xlsx", "workbook that is too large", "rows that matter")
def crossed_merges():
    """Merged ranges that lie over one another, each of them as large as the sheet."""

    def fill(workbook):
        sheet = workbook.add_worksheet()
        for row in range(3_000):
            sheet.write(row, 0, row + 1)

    merges = "".join(f'<mergeCell ref="A{n}:A3000"/>' for n in range(1, 3_000))
    data = made_files.excel(fill)
    sheet = made_files.part(data, "xl/worksheets/sheet1.xml")
    crossed = sheet.replace("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>")
    return made_files.repacked(data, {"xl/worksheets/sheet1.xml": crossed})


@bad("leaves.xlsx", "office file that unpacks to too much", "not unpacked")
def too_many_sheets():
    return made_files.excel(lambda workbook: [workbook.add_worksheet() for _ in range(201)])


@bad("folder.zip", "zip archive", "Unpack it")
def archive():
    return _zip({"plan.txt": b"one"})


@bad("plan.odt", "OpenDocument file (text)", "save it as")
def open_document():
    return _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})


@bad("slides.pptx", "PowerPoint presentation", "as PDF")
def slides():
    return _zip({"[Content_Types].xml": b"<a/>", "ppt/presentation.xml": b"<a/>"})


@bad("tracker.xlsb", "Excel workbook of the binary form (.xlsb)", "as .xlsx")
def binary_excel():
    return _zip({"[Content_Types].xml": b"<a/>", "xl/workbook.bin": b"a"})


@bad("drawing.zip", "zip archive", "Unpack it")
def office_of_another_kind():
    return _zip({"[Content_Types].xml": b"<a/>", "visio/document.xml": b"<a/>"})


@bad("listless.xlsx", "damaged office file", "save it again")
def workbook_without_list():
    names = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return made_files.repacked(made_files.excel(), {"xl/workbook.xml": f"<workbook {names}/>"})


@bad("plan.gz", "packed archive (gzip)", "Unpack it")
def packed():
    return gzip.compress(b"a plan")


def _zip(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def nested_tables(depth):
    """The text of a Word document whose tables stand inside one another."""
    start, end = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    inner = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    body = start * depth + inner + end * depth
    return f"<w:document {WORD_NAMES}><w:body>{body}</w:body></w:document>"


def huge(path, *, megabytes=300):
    """A file of that size on disk that takes no space there."""
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(megabytes * MEBIBYTE)
    return path
