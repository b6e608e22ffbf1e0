"""What a file is, by its own first bytes and content; its name is never believed."""

import io
import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from goldenthread.documents.containers import text
from goldenthread.documents.errors import UnreadableDocument

PDF_WITHIN = 1024
MEMBERS_SEEN = 10_000
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
DAMAGED_ADVICE = "Open it in Word or Excel, save it again and try once more."
# Endings that a wrong nature is told beside: "HTML page named .pdf".
ENDINGS = frozenset(
    ["pdf", "docx", "docm", "xlsx", "xlsm", "doc", "xls", "html", "htm", "md", "txt"]
)
ENDINGS_OF = {
    "pdf": ("pdf",),
    "docx": ("docx", "docm"),
    "xlsx": ("xlsx", "xlsm"),
    "html": ("html", "htm"),
    # Markdown is text that says more, and text is Markdown that says less.
    "markdown": ("md", "txt"),
    "text": ("txt", "md"),
}
TEXT_SAMPLE = 64_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")

# Forms that no reader here opens: first bytes, what they are, and what a person can do.
IMAGE_ADVICE = "It holds no text that can be read. Ask for the document as Word, Excel or PDF."
RESAVE = "Open it and save it as .docx, .xlsx or .pdf, then try that."
FOREIGN = (
    (b"\x89PNG\r\n\x1a\n", "picture (PNG)", IMAGE_ADVICE),
    (b"\xff\xd8\xff", "picture (JPEG)", IMAGE_ADVICE),
    (b"GIF8", "picture (GIF)", IMAGE_ADVICE),
    (b"II*\x00", "picture (TIFF)", IMAGE_ADVICE),
    (b"MM\x00*", "picture (TIFF)", IMAGE_ADVICE),
    (b"BM", "picture (BMP)", IMAGE_ADVICE),
    (b"{\\rtf", "rich text (RTF)", RESAVE),
    (b"\x1f\x8b", "packed archive (gzip)", "Unpack it and give the files inside."),
    (b"7z\xbc\xaf\x27\x1c", "packed archive (7-Zip)", "Unpack it and give the files inside."),
    (b"Rar!", "packed archive (RAR)", "Unpack it and give the files inside."),
    (b"%!PS", "PostScript", "Make a PDF of it and try that."),
    (b"MZ", "program", "It was not opened. Delete it if nobody knows why it is here."),
)

OLE_KINDS = (
    ("EncryptedPackage", "office file with a password", "Save a copy without the password."),
    ("__substg1.0_", "email (Outlook)", "Save its attachment as a file and give that."),
    ("PowerPoint Document", "PowerPoint (old form)", RESAVE),
    ("WordDocument", "Word document of the old form (.doc)", "Open it and save it as .docx."),
    ("Workbook", "Excel workbook of the old form (.xls)", "Open it and save it as .xlsx."),
    ("Book", "Excel workbook of the old form (.xls)", "Open it and save it as .xlsx."),
)
HTML_START = re.compile(
    r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|table|div|p|h[1-6]|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
XML_START = re.compile(r"\s*<\?xml\b")
EMAIL_FIELD = re.compile(
    r"(from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|x-[\w-]+):",
    re.IGNORECASE,
)
EMAIL_PROOF = re.compile(r"^(received|message-id|mime-version|return-path):", re.I | re.M)
MARKDOWN = re.compile(
    r"^(#{1,6} +\S|[ \t]*\|?([ \t]*:?-+:?[ \t]*\|)+([ \t]*:?-+:?[ \t]*)?$)", re.MULTILINE
)
CONTROL_SHARE = 0.01


class Form(StrEnum):
    """The forms that a reader here opens."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


def form_of(data: bytes, name: str) -> Form:
    """The form of a file that can be opened.

    Raises:
        UnreadableDocument: it cannot be; the text says what the file is and what to do.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise refused(name, "empty file", "It holds nothing. Save or download it again.")
    if b"%PDF-" in data[: PDF_WITHIN + 5]:
        return Form.PDF
    if data.startswith(OLE):
        raise _old_office(data, name)
    if data.startswith(ZIP):
        return _zipped(data, name)
    for start, found, advice in FOREIGN:
        if data.startswith(start) and (len(start) > 2 or b"\x00" in data[:64]):
            raise refused(name, found, advice)
    return _written(data, name)


def refused(name: str, found: str, advice: str) -> UnreadableDocument:
    """What is said of a file of a form that is not read here, with its claimed form beside."""
    nature = named_as(found, name)
    article = "an" if nature[0].lower() in "aeio" else "a"
    return UnreadableDocument(f"{name}: This is {article} {nature}. {advice}", found=nature)


def named_as(found: str, name: str, *, form: str = "") -> str:
    """The nature of a file, with its ending beside it where that claims something else."""
    ending = Path(name).suffix.lower().removeprefix(".")
    if ending not in ENDINGS or ending in ENDINGS_OF.get(form, ()) or f".{ending}" in found:
        return found
    return f"{found} named .{ending}"


def _old_office(data: bytes, name: str) -> UnreadableDocument:
    for mark, found, advice in OLE_KINDS:
        if mark.encode("utf-16-le") in data:
            return refused(name, found, advice)
    return refused(name, "office file of an old form", RESAVE)


def _zipped(data: bytes, name: str) -> Form:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist()[:MEMBERS_SEEN])
            kind = (
                archive.read("mimetype")[:100].decode("ascii", "replace")
                if "mimetype" in members
                else ""
            )
    except DAMAGED as error:
        raise refused(name, "damaged office file or archive", DAMAGED_ADVICE) from error
    if "opendocument" in kind:
        raise refused(name, f"OpenDocument file ({kind.rpartition('.')[2]})", RESAVE)
    return _office(members, name)


def _office(members: set[str], name: str) -> Form:
    folders = {member.partition("/")[0] for member in members}
    if "[Content_Types].xml" in members:
        if "xl/workbook.bin" in members:
            raise refused(name, "Excel workbook of the binary form (.xlsb)", "Save it as .xlsx.")
        if "word" in folders:
            return Form.DOCX
        if "xl" in folders:
            return Form.XLSX
        if "ppt" in folders:
            raise refused(name, "PowerPoint presentation", "Save it as PDF and try that.")
    raise refused(name, "zip archive", "Unpack it and give the files inside one by one.")


def _written(data: bytes, name: str) -> Form:
    """HTML, Markdown or plain text; anything with control characters is neither."""
    try:
        sample = text.as_stored(data[:TEXT_SAMPLE], name, cut=len(data) > TEXT_SAMPLE)[0]
    except UnreadableDocument as error:
        raise refused(name, "file of an unknown form", RESAVE) from error
    if len(text.CONTROL.findall(sample)) > CONTROL_SHARE * len(sample):
        raise refused(name, "file of an unknown form", RESAVE)
    if HTML_START.match(sample):
        return Form.HTML
    if XML_START.match(sample):
        raise refused(name, "XML file", RESAVE)
    if _is_email(sample):
        raise refused(name, "email", "Save its attachment as a file and give that.")
    return Form.MARKDOWN if MARKDOWN.search(sample) else Form.TEXT


def _is_email(sample: str) -> bool:
    head = sample.lstrip().partition("\n\n")[0].split("\n")
    fields = sum(1 for line in head if EMAIL_FIELD.match(line))
    return (
        bool(EMAIL_FIELD.match(head[0]))
        and fields > 2
        and bool(EMAIL_PROOF.search("\n".join(head)))
    )
