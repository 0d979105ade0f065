"""Makes the twins of the corpus anew: `python3 corpus/twins/make/make.py [name …]`. It needs LibreOffice's `soffice`."""

import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import source
from web import Web
from word import Word

TWINS = Path(__file__).resolve().parent.parent
CORPUS = TWINS.parent


def main(names):
    paths = sorted(it for it in CORPUS.iterdir() if it.suffix in (".md", ".txt") and it.stem != "README")
    with tempfile.TemporaryDirectory() as scratch:
        for at, path in enumerate(paths):
            if names and path.stem not in names:
                continue
            made = source.read(path)
            word = TWINS / f"{path.stem}.docx"
            Word(made).write(word)
            Web(made).write(TWINS / f"{path.stem}.html")
            # Every second PDF has no structure tree, as many published ones have none.
            tagged = "true" if at % 2 else "false"
            options = f'pdf:writer_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"{tagged}"}}}}'
            convert(word, options, scratch)
            convert(word, "odt", scratch)
            tidy_open_document(TWINS / f"{path.stem}.odt")
            print(path.stem)


def convert(word, to, scratch):
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1700000000", TZ="UTC")
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile", "--convert-to", to, "--outdir", str(TWINS), str(word)]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def tidy_open_document(path):
    """The package without its picture, its settings of windows and its dates, so that the same source makes the same bytes."""
    with zipfile.ZipFile(path) as package:
        parts = [(info, package.read(info)) for info in package.infolist()]
    drop = re.compile(r"Thumbnails/|Configurations2/|manifest.rdf|layout-cache")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for info, content in parts:
            if drop.match(info.filename):
                continue
            if info.filename == "META-INF/manifest.xml":
                content = re.sub(rb'\s*<manifest:file-entry [^>]*full-path="(Thumbnails|Configurations2|manifest.rdf|layout-cache)[^>]*/>', b"", content)
            if info.filename == "meta.xml":
                content = re.sub(rb"<(meta:creation-date|dc:date|meta:editing-duration|meta:editing-cycles)>.*?</\1>", b"", content)
            method = zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0)), content, method, 9)


if __name__ == "__main__":
    main(sys.argv[1:])
