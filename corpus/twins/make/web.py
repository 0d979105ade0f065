"""HTML: the page that a council would publish, with headings, lists, tables, quotations and notes at its end."""

import re
from html import escape

from source import plain

HEAD = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>body {{ max-width: 48em; margin: auto; font-family: sans-serif }} table {{ border-collapse: collapse }} td, th {{ border: 1px solid }}</style>
<script>window.pages = window.pages || [];</script>
</head>
<body>
<a href="#main">Skip to main content</a>
<nav aria-label="Breadcrumb"><a href="/">Home</a> <a href="/documents">Documents</a></nav>
<main id="main">
"""
FOOT = """</main>
<footer><p>Accessibility statement. Privacy notice.</p></footer>
</body>
</html>
"""


class Web:
    def __init__(self, source):
        self.source = source
        self.notes = []
        # The title of the page is its one heading of the first level where the source does not set one.
        self.down = 0 if any(b.kind == "heading" and b.level == 1 and not b.label for b in source.blocks[:1]) else 1

    def runs(self, runs):
        return "".join(self.run(run) for run in runs)

    def run(self, run):
        if run.line_end:
            return "<br>\n"
        if run.note:
            self.notes.append(run.note)
            at = len(self.notes)
            return f'<sup id="mark-{at}"><a href="#note-{at}">{at}</a></sup>'
        text = escape(run.text, quote=False)
        if run.italic:
            text = f"<em>{text}</em>"
        return f"<strong>{text}</strong>" if run.bold else text

    def blocks(self):
        out, blocks, at = [], self.source.blocks, 0
        while at < len(blocks):
            end = at + 1
            key = listed(blocks[at])
            if key:
                while end < len(blocks) and listed(blocks[end]) == key and follows(blocks[end - 1], blocks[end]):
                    end += 1
                out.append(self.list(key, blocks[at:end]))
            else:
                out.append(self.block(blocks[at]))
            at = end
        return "\n".join(out)

    def list(self, key, blocks):
        items = "\n".join(f"<li>{self.runs(block.runs)}</li>" for block in blocks)
        if key == "ul":
            return f"<ul>\n{items}\n</ul>"
        first = int(blocks[0].label.rstrip("."))
        start = f' start="{first}"' if first != 1 else ""
        return f"<ol{start}>\n{items}\n</ol>"

    def block(self, block):
        words, label = self.runs(block.runs), escape(block.label)
        if block.kind == "table":
            return self.table(block)
        if block.kind == "heading":
            level = block.level + self.down
            return f"<h{level}>{label} {words}</h{level}>" if label else f"<h{level}>{words}</h{level}>"
        if block.kind == "title":
            return f"<h1>{words}</h1>"
        if block.kind == "contents":
            return f'<p class="toc-{block.level}"><a href="#c">{words}</a> {block.page}</p>'
        if block.kind == "quote":
            return f"<blockquote>\n<p>{words}</p>\n</blockquote>"
        if label and not label[0].isdigit():
            return f"<p><strong>{label}</strong> {words}</p>"
        return f"<p>{label} {words}</p>" if label else f"<p>{words}</p>"

    def table(self, block):
        rows = []
        for at, row in enumerate(block.rows):
            sign = "th" if block.header and at == 0 else "td"
            cells = "".join(f"<{sign}>{self.cell(cell)}</{sign}>" for cell in row)
            rows.append(f"<tr>{cells}</tr>")
        if block.header:
            rows = ["<thead>", rows[0], "</thead>", "<tbody>", *rows[1:], "</tbody>"]
        return "<table>\n" + "\n".join(rows) + "\n</table>"

    def cell(self, cell):
        if len(cell) == 1:
            return self.runs(cell[0])
        return "".join(f"<p>{self.runs(paragraph)}</p>" for paragraph in cell)

    def write(self, path):
        body = self.blocks()
        notes = ""
        if self.notes:
            each = "\n".join(
                f'<li id="note-{at}">{self.runs(self.source.notes[name])} <a href="#mark-{at}">↩</a></li>'
                for at, name in enumerate(list(self.notes), 1)
            )
            notes = f'<section class="footnotes" role="doc-endnotes">\n<ol>\n{each}\n</ol>\n</section>\n'
        path.write_text(HEAD.format(title=escape(self.source.title)) + body + "\n" + notes + FOOT, encoding="utf-8")


def listed(block):
    """What list a block is an item of: signs make one, and so do plain numbers."""
    if block.kind == "item" and not block.label[0].isalnum():
        return "ul"
    if block.kind in ("item", "paragraph") and re.fullmatch(r"\d+\.", block.label):
        return "ol"
    return ""


def follows(before, block):
    number = block.label.rstrip(".")
    return not number.isdigit() or int(number) == int(before.label.rstrip(".")) + 1
