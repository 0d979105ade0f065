"""Word: a document with styles, lists that Word counts, tables with header rows and footnotes, written as a package."""

import re
import zipfile
from xml.sax.saxutils import escape

from source import Run, plain

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
CARDINALS = "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen".split()


class List:
    """One list of the document, counted as Word counts it."""

    def __init__(self, family, starts, texts, style):
        self.family, self.texts, self.style = family, texts, style
        self.starts = starts + [1] * (9 - len(starts))
        self.counts = [None] * 9

    def next(self, level):
        """The number that the next paragraph of `level` would have; `None` where programs differ."""
        upper = [self.starts[at] if self.counts[at] is None else self.counts[at] for at in range(level)]
        own = self.starts[level] if self.counts[level] is None else self.counts[level] + 1
        return None if self.counts[level] == -1 else [abs(it) for it in upper] + [own]

    def count(self, level):
        self.counts[level] = self.next(level)[-1]
        for at in range(9):
            if at > level:
                self.counts[at] = None
            elif at < level and self.counts[at] is None:
                # A level that was passed over: what follows it is counted in a new list.
                self.counts[at] = -1 if self.starts[at] == 1 else None


class Lists:
    """All lists of a document; a number that no list would come to begins a new one."""

    def __init__(self, chapter_stop):
        self.chapter_stop = chapter_stop
        self.lists = []

    def place(self, label, chapter, family=""):
        """The list and the level that print `label`."""
        if label in ("•", "☐", "☑"):
            return self.bullet(label), 0
        words = re.fullmatch(r"(.*?)(\d+(?:\.\d+)*)(\W*)", label)
        style = "decimal"
        if words:
            prefix, digits, suffix = words.groups()
            wanted = [int(it) for it in digits.split(".")]
        else:
            prefix, number = label.rsplit(" ", 1)
            prefix, suffix, style, wanted = prefix + " ", "", "cardinalText", [CARDINALS.index(number)]
        outline = not prefix and (chapter or len(wanted) > 1)
        family = "outline" if outline else f"{family}{prefix}%{suffix}"
        level = len(wanted) - 1
        for it in reversed(self.lists):
            if it.family == family and it.next(level) == wanted:
                it.count(level)
                return it, level
        if outline:
            texts = ["%1" + self.chapter_stop] + [".".join(f"%{n + 1}" for n in range(depth)) for depth in range(2, 10)]
        else:
            texts = [f"{prefix}%1{suffix}"]
        new = List(family, wanted, texts, style)
        self.lists.append(new)
        new.count(level)
        return new, level

    def bullet(self, sign):
        for it in self.lists:
            if it.family == sign:
                return it
        self.lists.append(List(sign, [], [sign], "bullet"))
        return self.lists[-1]

    def part(self):
        kinds, lists = [], []
        for at, it in enumerate(self.lists):
            levels = []
            for level, text in enumerate(it.texts):
                left = 567 if len(it.texts) == 1 else 851
                style = it.style if level == 0 else "decimal"
                levels.append(
                    f'<w:lvl w:ilvl="{level}"><w:start w:val="{it.starts[level]}"/><w:numFmt w:val="{style}"/>'
                    f'<w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/>'
                    f'<w:pPr><w:ind w:left="{left}" w:hanging="{left}"/></w:pPr></w:lvl>'
                )
            kinds.append(
                f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
            )
            lists.append(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>')
        return f'{HEAD}<w:numbering {SPACES}>{"".join(kinds)}{"".join(lists)}</w:numbering>'


class Word:
    def __init__(self, source):
        self.source = source
        first = next((b.label for b in source.blocks if b.kind == "heading" and re.fullmatch(r"\d+\.?", b.label)), "1.")
        self.lists = Lists("." if first.endswith(".") else "")
        self.notes = []
        self.tables = 0

    def runs(self, runs):
        return "".join(self.run(run) for run in runs)

    def run(self, run):
        if run.note:
            self.notes.append(run.note)
            return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
        if run.line_end:
            return "<w:r><w:br/></w:r>"
        marks = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
        marks = f"<w:rPr>{marks}</w:rPr>" if marks else ""
        pieces = escape(run.text).split("\t")
        text = "<w:tab/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' if piece else "" for piece in pieces)
        return f"<w:r>{marks}{text}</w:r>"

    def paragraph(self, runs, style="", label="", chapter=False, family=""):
        numbered = ""
        if label:
            its, level = self.lists.place(label, chapter, family)
            numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self.lists.lists.index(its) + 1}"/></w:numPr>'
        style = f'<w:pStyle w:val="{style}"/>' if style else ""
        return f"<w:p><w:pPr>{style}{numbered}</w:pPr>{self.runs(runs)}</w:p>"

    def block(self, block):
        kind = block.kind
        if kind == "table":
            return self.table(block)
        if kind == "heading":
            return self.paragraph(block.runs, f"Heading{block.level}", block.label, True)
        if kind == "contents":
            return self.paragraph(block.runs + [Run("\t" + block.page)], f"TOC{block.level}")
        style = {"title": "Title", "subtitle": "Subtitle", "item": "ListParagraph", "quote": "Quote"}.get(kind, "")
        return self.paragraph(block.runs, style, block.label)

    def table(self, block):
        self.tables += 1
        widths = widths_of(block.rows)
        counted = block.header and plain(block.rows[0][0][0]) in ("No", "No.") and counts_up(block.rows)
        rows = []
        for at, row in enumerate(block.rows):
            cells = []
            for column, cell in enumerate(row):
                if counted and column == 0 and at > 0:
                    inside = self.paragraph([], "Cell", plain(cell[0]), family=f"table {self.tables} ")
                else:
                    bold = block.header and at == 0
                    inside = "".join(self.paragraph([Run(r.text, r.bold or bold, r.italic, r.note, r.line_end) for r in p], "Cell") for p in cell)
                cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{widths[column]}" w:type="dxa"/></w:tcPr>{inside}</w:tc>')
            head = "<w:trPr><w:tblHeader/></w:trPr>" if block.header and at == 0 else ""
            rows.append(f'<w:tr>{head}{"".join(cells)}</w:tr>')
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9638" w:type="dxa"/></w:tblPr>'
            f'<w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl><w:p/>'
        )

    def write(self, path):
        body = "".join(self.block(block) for block in self.source.blocks)
        section = (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
            '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1418" w:left="1134" '
            'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
        )
        parts = {
            "[Content_Types].xml": content_types(),
            "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
            "word/_rels/document.xml.rels": relations(
                [(kind, f"{kind}.xml") for kind in ("styles", "numbering", "footnotes")]
                + [("header", "header1.xml"), ("footer", "footer1.xml"), ("settings", "settings.xml")]
            ),
            "word/document.xml": f"{HEAD}<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>",
            "word/styles.xml": styles(),
            "word/footnotes.xml": self.footnotes(),
            "word/numbering.xml": self.lists.part(),
            "word/header1.xml": running("hdr", escape(self.source.running or self.source.title)),
            "word/footer1.xml": running("ftr", None),
            "word/settings.xml": f"{HEAD}<w:settings {SPACES}><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr></w:settings>",
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in parts.items():
                package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED, 9)

    def footnotes(self):
        out = [
            f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{sign}/></w:r></w:p></w:footnote>'
            for id, kind, sign in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
        ]
        for at, name in enumerate(self.notes, 1):
            out.append(
                f'<w:footnote w:id="{at}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
                '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
                f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{self.runs(self.source.notes[name])}</w:p></w:footnote>'
            )
        return f'{HEAD}<w:footnotes {SPACES}>{"".join(out)}</w:footnotes>'


def widths_of(rows):
    """Widths of columns, in twentieths of a point: none is narrower than its longest word, and long cells have more."""
    columns = max(len(row) for row in rows)
    texts = [[" ".join(plain(p) for p in row[at]) for row in rows if at < len(row)] for at in range(columns)]
    least = [max((len(word) for text in these for word in text.split()), default=1) * 115 + 230 for these in texts]
    wish = [min(max(map(len, these)), 160) ** 0.7 for these in texts]
    spare = max(9638 - sum(least), 0)
    return [int(low + spare * more / sum(wish)) for low, more in zip(least, wish)]


def counts_up(rows):
    """Whether an author would have Word count the first column: it never says a number twice."""
    numbers = [plain(row[0][0]) for row in rows[1:]]
    return all(it.isdigit() for it in numbers) and len(set(numbers)) + 1 >= len(numbers)


def running(kind, text):
    field = (
        '<w:r><w:t xml:space="preserve">Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:t xml:space="preserve"> of </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NUMPAGES </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    inner = field if text is None else f"<w:r><w:t>{text}</w:t></w:r>"
    return f'{HEAD}<w:{kind} {SPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{inner}</w:p></w:{kind}>'


def relations(these):
    kinds = "".join(
        f'<Relationship Id="rId{at}" Type="{R}/{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(these, 1)
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{kinds}</Relationships>'


def content_types():
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = [("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("footnotes", "footnotes")]
    parts += [("header1", "header"), ("footer1", "footer"), ("settings", "settings")]
    each = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>' for name, kind in parts)
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{each}</Types>'
    )


def styles():
    def style(id, name, paragraph="", run="", kind="paragraph", based="Normal"):
        based = f'<w:basedOn w:val="{based}"/>' if based and kind == "paragraph" else ""
        inner = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{run}</w:rPr>" if run else "")
        default = ' w:default="1"' if id == "Normal" else ""
        return f'<w:style w:type="{kind}"{default} w:styleId="{id}"><w:name w:val="{name}"/>{based}{inner}</w:style>'

    sans = '<w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans"/><w:b/>'
    each = [style("Normal", "Normal", '<w:spacing w:after="120"/>', based="")]
    for level, size in ((1, 32), (2, 26), (3, 23), (4, 22)):
        each.append(
            style(
                f"Heading{level}",
                f"heading {level}",
                f'<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="{level - 1}"/>',
                f'{sans}<w:sz w:val="{size}"/>',
            )
        )
    each += [
        style("Title", "Title", '<w:spacing w:after="240"/><w:jc w:val="center"/>', f'{sans}<w:sz w:val="44"/>'),
        style("Subtitle", "Subtitle", '<w:jc w:val="center"/>', '<w:sz w:val="26"/>'),
        style("Cell", "Table Cell", '<w:spacing w:after="20"/>', '<w:sz w:val="18"/>'),
        style("ListParagraph", "List Paragraph", "<w:contextualSpacing/>"),
        style("Quote", "Quote", '<w:ind w:left="720" w:right="720"/>', "<w:i/>"),
        style("TOC1", "toc 1", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9628"/></w:tabs><w:spacing w:after="40"/>'),
        style("TOC2", "toc 2", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9628"/></w:tabs><w:spacing w:after="40"/><w:ind w:left="240"/>'),
        style("FootnoteText", "footnote text", '<w:spacing w:after="0"/>', '<w:sz w:val="18"/>'),
        style("FootnoteReference", "footnote reference", run='<w:vertAlign w:val="superscript"/>', kind="character"),
    ]
    border = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    table = f'<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>{border}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    default = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    return f'{HEAD}<w:styles {SPACES}>{default}{"".join(each)}{table}</w:styles>'
