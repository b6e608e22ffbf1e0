"""The parts of a Word or Excel file: a zip whose sizes are checked before anything is unpacked."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from lxml import etree

from goldenthread.documents.errors import UnreadableDocument

MEBIBYTE = 2**20
MEMBERS_LIMIT = 5_000
UNPACKED_LIMIT = 300 * MEBIBYTE
# A part that is held in memory as a tree takes about ten times its size.
TREE_LIMIT = 40 * MEBIBYTE
STREAM_LIMIT = 60 * MEBIBYTE
# Office's own styles shrink to a fortieth; only repetition on purpose shrinks a large part more.
RATIO_LIMIT = 250
RATIO_FROM = MEBIBYTE

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Package:
    """An opened package. Parts are asked for by path; a part that is not there is None."""

    def __init__(self, data: bytes, name: str) -> None:
        """
        Raises:
            UnreadableDocument: the zip is damaged, encrypted, or would unpack to too much.
        """
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise self.damaged() from error
        self._check_sizes()

    @property
    def paths(self) -> list[str]:
        return self._zip.namelist()

    def xml(self, path: str) -> etree._Element | None:
        """The root of a part.

        Raises:
            UnreadableDocument: the part is too large, is no XML, or declares entities.
        """
        if path not in self.paths:
            return None
        if self._zip.getinfo(path).file_size > TREE_LIMIT:
            raise self.too_large(f"its part {path} alone is larger than {_mb(TREE_LIMIT)}")
        try:
            with self._zip.open(path) as part:
                tree = etree.parse(part, _parser())
        except (etree.XMLSyntaxError, *DAMAGED) as error:
            raise self.damaged() from error
        self._check_doctype(tree)
        return tree.getroot()

    def main(self, folder: str) -> str:
        """The path of the document itself: some programs call it `word/document2.xml`.

        Raises:
            UnreadableDocument: the package names no part inside `folder` as its document.
        """
        for path in self.related("_rels/.rels", "officeDocument").values():
            if path in self.paths and path.startswith(f"{folder}/"):
                return path
        raise self.damaged()

    def related(self, rels: str, kind: str) -> dict[str, str]:
        """Paths of parts by their relation's id, for one kind of relation; outside links are left out."""
        root = self.xml(rels)
        found = {}
        for each in () if root is None else root.iterchildren("{*}Relationship"):
            inside = each.get("TargetMode") != "External"
            if inside and each.get("Type", "").endswith(f"/{kind}"):
                found[each.get("Id", "")] = _target(rels, each.get("Target", ""))
        return found

    def elements(self, path: str, *names: str) -> Iterator[etree._Element]:
        """Each element of those local names as the part is read; each is emptied after its turn.

        Raises:
            UnreadableDocument: as for `xml`.
        """
        if path not in self.paths:
            return
        if self._zip.getinfo(path).file_size > STREAM_LIMIT:
            raise self.too_large(f"its part {path} alone is larger than {_mb(STREAM_LIMIT)}")
        try:
            with self._zip.open(path) as part:
                yield from self._stream(part, names)
        except (etree.XMLSyntaxError, *DAMAGED) as error:
            raise self.damaged() from error

    def _stream(self, part: IO[bytes], names: tuple[str, ...]) -> Iterator[etree._Element]:
        tags = [f"{{*}}{name}" for name in names]
        events = etree.iterparse(part, tag=tags, resolve_entities=False, no_network=True)
        for number, (_, element) in enumerate(events):
            if number == 0:
                self._check_doctype(element.getroottree())
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]

    def _check_sizes(self) -> None:
        members = self._zip.infolist()
        if len(members) > MEMBERS_LIMIT:
            raise self.too_large(f"it holds {len(members):,} parts")
        if sum(member.file_size for member in members) > UNPACKED_LIMIT:
            raise self.too_large(f"it unpacks to more than {_mb(UNPACKED_LIMIT)}")
        for member in members:
            if member.flag_bits & 1:
                raise self.encrypted()
            ratio = member.file_size / max(member.compress_size, 1)
            if member.file_size > RATIO_FROM and ratio > RATIO_LIMIT:
                raise self.too_large(f"its part {member.filename} is packed {ratio:,.0f} to 1")

    def _check_doctype(self, tree: etree._ElementTree) -> None:
        if tree.docinfo.internalDTD is not None:
            raise UnreadableDocument(
                f"{self.name}: The file declares XML entities, which no office program writes. "
                "It was not read. Ask its sender for a fresh copy.",
                found="office file with XML entities",
            )

    def damaged(self) -> UnreadableDocument:
        return UnreadableDocument(
            f"{self.name}: The file is damaged or was cut off. "
            "Open it in Word or Excel, save it again and try once more.",
            found="damaged office file",
        )

    def encrypted(self) -> UnreadableDocument:
        return UnreadableDocument(
            f"{self.name}: The file is protected with a password. "
            "Save a copy without the password and try that.",
            found="file with a password",
        )

    def too_large(self, why: str) -> UnreadableDocument:
        return UnreadableDocument(
            f"{self.name}: The file was not unpacked, because {why}. "
            "Copy the pages or sheets that matter into a new file and try that.",
            found="office file that unpacks to too much",
        )


def local(element: etree._Element) -> str:
    """An element's name without its namespace: the strict and the usual form differ only there."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: etree._Element | None, name: str) -> str | None:
    """An attribute by its local name; None where it, or the element, is missing."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element along a path of local names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((e for e in element.iterchildren(f"{{*}}{name}")), None)
    return element


def whole(text: str | None, *, otherwise: int) -> int:
    """A count as a file writes it, not below 0; `otherwise` where it is missing or no number."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else otherwise


def _target(rels: str, target: str) -> str:
    """A relation's target as a path from the package's root."""
    folder = posixpath.dirname(posixpath.dirname(rels))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def rels_of(path: str) -> str:
    """Where the relations of a part stand: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`."""
    folder, file = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _mb(size: int) -> str:
    return f"{size // MEBIBYTE} MB"
