"""The source: a document of the corpus as blocks, which each format then sets in its own way.

A block is what an author meant by some lines: a heading, a numbered paragraph, an item, a table, a note. The number that the
source prints stands apart from the words, so that a format can print it by its own means.
"""

import re
from dataclasses import dataclass, field


@dataclass
class Run:
    text: str = ""
    bold: bool = False
    italic: bool = False
    note: str = ""  # the name of the note whose mark stands here
    line_end: bool = False


@dataclass
class Block:
    kind: str  # heading, paragraph, item, quote, table, contents, title
    runs: list = field(default_factory=list)
    label: str = ""  # "4.2", "Learning Point 3.", "(a)", "•", "AP4"
    level: int = 0
    rows: list = field(default_factory=list)  # of cells, each a list of paragraphs, each a list of runs
    header: bool = True
    page: str = ""  # of an entry of the contents


@dataclass
class Source:
    name: str
    title: str
    blocks: list
    notes: dict  # name -> runs
    running: str = ""  # what each page prints at its head


NUMBER = re.compile(r"(\d+(?:\.\d+)+\.?|\d+\.)(?=[ \t])[ \t]*")
WORDED = re.compile(r"((?:Learning Point|Recommendation|KLOE|Finding) \d+[.:])\s+")
ACTION = re.compile(r"(AP\d+)[ \t]+(?:[-–]\s+)?")


def runs(text, bold=False, italic=False):
    """The runs of a line with Markdown's emphasis and note marks."""
    out = []
    at = 0
    for found in re.finditer(r"\*\*|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|\[\^(\w+)\]|\n", text):
        if found.start() > at:
            out.append(Run(text[at : found.start()], bold, italic))
        at = found.end()
        sign = found.group(0)
        if sign == "**":
            bold = not bold
        elif sign == "*":
            italic = not italic
        elif sign == "\n":
            out.append(Run(line_end=True))
        else:
            out.append(Run(note=found.group(1)))
    if at < len(text):
        out.append(Run(text[at:], bold, italic))
    return out


def plain(these):
    return "".join(" " if run.line_end else run.text for run in these)


def labelled(kind, text, level=0):
    """A block whose printed number, if it has one, stands apart."""
    for pattern in (NUMBER, WORDED):
        bare = re.sub(r"^\*\*(.*?)\*\*", r"\1", text) if pattern is WORDED else text
        found = pattern.match(bare)
        if found and found.end() < len(bare):
            return Block(kind, runs(bare[found.end() :]), found.group(1), level)
    return Block(kind, runs(text), "", level)


# Markdown


def markdown(name, text):
    blocks, notes, lines, running = [], {}, text.split("\n"), ""
    if lines[0] == "---":
        end = lines.index("---", 1)
        running = "  ".join(line.split(": ", 1)[1] for line in lines[1:end])
        lines = lines[end + 1 :]
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip() or line.strip() == "---":
            at += 1
            continue
        if line.startswith("#"):
            signs = len(line) - len(line.lstrip("#"))
            blocks.append(labelled("heading", line[signs:].strip(), signs))
            at += 1
        elif at + 1 < len(lines) and re.fullmatch(r"=+|-+", lines[at + 1]):
            blocks.append(labelled("heading", line, 1 if lines[at + 1][0] == "=" else 2))
            at += 2
        elif line.startswith("|"):
            rows = []
            while at < len(lines) and lines[at].startswith("|"):
                rows.append(cells_of(lines[at]))
                at += 1
            head = rows.pop(0)
            rows.pop(0)  # the line of signs
            named = any(plain(p) for cell in head for p in cell)
            blocks.append(Block("table", rows=([head] if named else []) + rows, header=named))
        elif line.startswith(">"):
            blocks.append(Block("quote", runs(line[1:].strip())))
            at += 1
        elif found := re.match(r"\[\^(\w+)\]:\s*", line):
            notes[found.group(1)] = runs(line[found.end() :])
            at += 1
        elif found := re.match(r"- (\[[ x]\] )?", line):
            sign = {None: "•", "[ ] ": "☐", "[x] ": "☑"}[found.group(1)]
            blocks.append(Block("item", runs(line[found.end() :]), sign))
            at += 1
        elif found := re.match(r"(\d+\.) ", line):
            blocks.append(Block("item", runs(line[found.end() :]), found.group(1)))
            at += 1
        else:
            end = at
            while end < len(lines) and lines[end].strip() and not re.match(r"[#|>-]", lines[end]):
                end += 1
            blocks.append(labelled("paragraph", "\n".join(part.rstrip() for part in lines[at:end])))
            at = end
    return Source(name, title_of(blocks), blocks, notes, running)


def cells_of(line):
    inner = line.strip()
    inner = inner[1:-1] if inner.endswith("|") else inner[1:]
    return [[runs(cell.strip())] for cell in inner.split("|")]


def title_of(blocks):
    return next((plain(b.runs) for b in blocks if b.kind in ("heading", "title")), "")


# Plain text. Each kind of document has its own marks of headings; `layouts` names them.


def unwrapped(lines):
    """Lines that were cut to a width, joined into paragraphs; a word that the cut went through is whole again."""
    out = ""
    for line in lines:
        line = line.strip()
        if re.search(r"[a-z]-$", out) and not re.search(r"\b(multi)-$", out):
            out = out[:-1] + line
        elif out.endswith("multi-"):
            out += line
        else:
            out = f"{out} {line}" if out else line
    return out


def rows_of(lines, runs_on=False):
    """A table whose cells a tab divides. With `runs_on`, a line without tabs goes on in the last cell, and so does a row that has
    cells to come."""
    width = max(line.count("\t") for line in lines) + 1
    rows = []
    for line in lines:
        cells = [[runs(cell.strip())] for cell in line.split("\t")]
        if runs_on and rows and (len(cells) == 1 or len(rows[-1]) < width):
            rows[-1][-1].extend(cells[0])
            rows[-1].extend(cells[1:])
        else:
            rows.append(cells)
    for row in rows:
        row.extend([[runs("")] for _ in range(width - len(row))])
    return rows


def minutes(name, text):
    """The core groups: a line is a paragraph; titles stand close above their lines."""
    lines = text.split("\n")
    blocks, at, agenda = [], 0, set()
    while at < len(lines):
        line = lines[at].rstrip()
        before = lines[at - 1].strip() if at else ""
        bare = line.split("\t")[0]
        numbered = re.match(r"(\d+\.)[ \t]+(.*)", line)
        if not line.strip():
            pass
        elif not blocks:
            blocks.append(Block("title", runs(line)))
        elif line.isupper():
            blocks.append(Block("title" if "MEETING" in line else "subtitle", runs(line)))
        elif line in ("Present", "Apologies", "Confidentiality statement", "Agenda"):
            blocks.append(Block("heading", runs(line), level=2))
        elif numbered and not agenda and before == "Agenda":
            while at < len(lines) and (found := re.match(r"(\d+\.)[ \t]+(.*)", lines[at])):
                blocks.append(Block("item", runs(found.group(2)), found.group(1)))
                agenda.add(found.group(2).strip())
                at += 1
            continue
        elif numbered and numbered.group(2).strip() in agenda:
            blocks.append(Block("heading", runs(numbered.group(2)), numbered.group(1), 1))
        elif re.match(r"(School|Nursery|Health|Lantern|Early Help|Housing|Police|Stepping Forward)\b", line) and before == "" and len(line) < 60:
            blocks.append(Block("heading", runs(line.replace("\t", " – ")), level=2))
        elif "\t" in line:
            end = at
            while end < len(lines) and "\t" in lines[end]:
                end += 1
            rows = rows_of(lines[at:end])
            blocks.append(Block("table", rows=rows, header=not plain(rows[0][0][0])))
            at = end
            continue
        elif found := ACTION.match(line):
            sign = line[: found.end()]
            blocks.append(Block("item", runs(line[len(found.group(1)) :].lstrip(" ")), found.group(1)))
        else:
            blocks.append(Block("paragraph", runs(line)))
        at += 1
    return Source(name, title_of(blocks), blocks, {}, "Wethermoor Council")


SUPERSCRIPT = str.maketrans("¹²³⁴⁵", "12345")


def published(name, text, running=None):
    """A published review: numbered paragraphs, one a line; running lines between them; notes at the feet of pages."""
    if running:
        text = re.sub(r"\n*" + re.escape(running) + r"\n+Page \d+ of \d+\n*", "\f", text)
    notes = {}

    def note(found):
        words = found.group(2).replace("\f", " ")
        notes[found.group(1).translate(SUPERSCRIPT)] = runs(re.sub(r"\s+", " ", words).strip())
        return "\n\n"

    # A note that the page break cut goes on after it; all others end before it.
    text = re.sub(r"(?m)^([¹²³⁴⁵]) (.*?(?:[.]|which is\fmissing from the archived file\.))(?=\f|\n|$)", note, text)
    text = re.sub(r"\n*\f\n*(?=\d+\.|[A-Z]\w+ (One|Two|Three)\b|$)", "\n\n", text)
    text = re.sub(r"\n\n+(\n|\f)*\f\t?|\s*\f\s*", " ", text)
    text = re.sub(r"[¹²³⁴⁵]", lambda found: f"[^{found.group(0).translate(SUPERSCRIPT)}]", text)
    lines = text.split("\n")
    blocks, at, contents = [], 0, False
    while at < len(lines):
        line = lines[at].strip()
        if not line:
            at += 1
            continue
        number = NUMBER.match(line)
        words = line[number.end() :] if number else line
        short = len(words) < 100 and (not words.endswith((".", ")")) or words.isupper())
        if line == "Contents":
            contents = True
            blocks.append(Block("heading", runs(line), level=1))
        elif line in ("Acronyms Used",):
            contents = False
            blocks.append(Block("heading", runs(line), level=1))
        elif contents:
            entry = re.match(r"(.*?) \.{3,} (\d+)$", line)
            if entry:
                blocks.append(Block("contents", runs(entry.group(1)), level=2, page=entry.group(2)))
            else:
                at += 1
                blocks.append(Block("contents", runs(line), level=1, page=lines[at].split()[-1]))
        elif "\t" in line:
            end = at
            while end < len(lines) and "\t" in lines[end]:
                end += 1
            blocks.append(Block("table", rows=rows_of(lines[at:end])))
            at = end
            continue
        elif line.startswith("- "):
            end = at + 1
            blocks.append(Block("item", runs(line[2:]), "•"))
            while end < len(lines) and re.match(r"[A-Z]+ – ", lines[end]):
                blocks.append(Block("item", runs(lines[end]), "•"))
                end += 1
            at = end
            continue
        elif found := re.fullmatch(r"(Action \w+)", line):
            # The label that Word counts, before the words that it announces.
            while not lines[at + 1].strip():
                at += 1
            at += 1
            blocks.append(Block("paragraph", runs(lines[at].strip()), found.group(1)))
        elif number and short:
            depth = number.group(1).count(".") + (0 if number.group(1).endswith(".") else 1)
            blocks.append(Block("heading", runs(words), number.group(1), min(depth, 3)))
        elif re.fullmatch(r"Finding \w+|Summary|Response and Action Plan", line) and any(b.label for b in blocks):
            blocks.append(Block("heading", runs(line), level=1 if not line.startswith("Finding") else 2))
        elif re.match(r"KLOE \d: ", line) and len(line) < 40:
            blocks.append(labelled("heading", line, 2))
        elif re.match(r"KLOE \d: ", line):
            blocks.append(labelled("paragraph", line))
        elif not any(b.label for b in blocks):
            # The title page.
            whole = line
            while line.startswith("**") and not whole.endswith("**") or line.startswith("Safeguarding Adults Review") and "\n" not in whole:
                at += 1
                whole += "\n" + lines[at].strip()
            blocks.append(Block("title" if not blocks or "\n" in whole else "subtitle", runs(whole)))
        else:
            blocks.append(labelled("paragraph", line))
        at += 1
    return Source(name, title_of(blocks), blocks, notes, running or title_of(blocks))


def homicide(name, text):
    """The homicide review: cut to a width; chapters numbered bare, paragraphs through the whole report."""
    blocks = []
    for part in re.split(r"\n\n+", text):
        lines = part.split("\n")
        first = lines[0].strip()
        chapter = re.match(r"(\d+(?:\.\d)?)  (\S.*)", first)
        if not first:
            continue
        if chapter and len(lines) == 1 and not first.endswith("."):
            depth = 2 if "." in chapter.group(1) else 1
            blocks.append(Block("heading", runs(chapter.group(2)), chapter.group(1), depth))
        elif not any(b.label for b in blocks):
            blocks.append(Block("subtitle" if blocks else "title", runs(unwrapped(lines))))
        elif re.match(r"Recommendation [\d.]+$", first):
            blocks.append(Block("heading", runs(first), level=3))
            fields = []
            for line in lines[1:]:
                if re.match(r"(Scope|Action|Lead|Target date|Completion and outcome):", line):
                    fields.append([line])
                else:
                    fields[-1].append(line)
            blocks.extend(Block("paragraph", runs(unwrapped(these))) for these in fields)
        elif len(lines) == 1 and len(first) < 50 and not first.endswith("."):
            blocks.append(Block("heading", runs(first), level=2))
        else:
            blocks.append(labelled("paragraph", unwrapped(lines)))
    return Source(name, title_of(blocks), blocks, {}, "Overview report: Nerys")


def conference(name, text):
    """The review conference: cut to a width, with two tables whose cells tabs divide."""
    text = text.replace("\nStanmere Children's Partnership - Review Conference 4.12.19 - page 2 of 4\n\n", "\n")
    blocks = []
    for part in re.split(r"\n\n+", text):
        lines = part.split("\n")
        first = lines[0].strip()
        chapter = re.match(r"(\d+\.) (\S.*)", first)
        if not first:
            continue
        if not blocks:
            blocks.append(Block("title", runs("\n".join(line.strip() for line in lines))))
        elif chapter and len(lines) == 1:
            blocks.append(Block("heading", runs(chapter.group(2)), chapter.group(1), 1))
        elif "\t" in part:
            tabled = [line for line in lines if line.strip() or "\t" in line]
            blocks.append(Block("table", rows=rows_of(tabled, runs_on=True)))
        elif re.match(r"Name of child:", first):
            rows = []
            for line in lines:
                found = re.match(r"(\S.*?:)\s+(.*)", line)
                if found:
                    rows.append([[runs(found.group(1))], [runs(found.group(2))]])
                else:
                    rows[-1][1].append(runs(line.strip()))
            blocks.append(Block("table", rows=rows, header=False))
        elif "CONFIDENTIAL" in first:
            blocks.extend(Block("subtitle", runs(piece)) for piece in re.split(r"\s{3,}", first))
        else:
            blocks.append(Block("paragraph", runs(unwrapped(lines))))
    return Source(name, title_of(blocks), blocks, {}, "Stanmere Children's Partnership – Review Conference 4.12.19")


def form(name, text):
    """The strategy discussion: a form of fields, one under another, indented where they go on."""
    blocks, fields = [], []
    for part in re.split(r"\n\n+", text):
        lines = [line for line in part.split("\n") if not re.fullmatch(r"-+", line)]
        if not blocks:
            pieces = [piece for line in lines for piece in re.split(r"\s{3,}", line)]
            blocks.append(Block("title", runs(pieces[0])))
            blocks.extend(Block("subtitle", runs(piece)) for piece in pieces[1:])
            continue
        fields = []
        for line in lines:
            opens = re.match(r"\S.*?:( |$)|\S", line) or re.match(r" ?\d+\. ", line)
            listed = fields and fields[0][0] == "Taking part:" and line.startswith("  ")
            (fields.append([line]) if opens or listed or not fields else fields[-1].append(line))
        for these in fields:
            text = unwrapped(these)
            item = re.match(r"(\d+\.) (.*)", text)
            if item:
                blocks.append(Block("item", runs(re.sub(r"  +", " ", item.group(2))), item.group(1)))
            elif text.isupper():
                blocks.append(Block("heading", runs(text), level=1))
            else:
                for piece in re.split(r"\s{6,}", text):
                    blocks.append(Block("paragraph", runs(re.sub(r"  +", " ", piece))))
    return Source(name, title_of(blocks), blocks, {}, "RESTRICTED")


def read(path):
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("windows-1252")
    text = text.replace("\r\n", "\n").strip("\n")
    name = path.stem
    if path.suffix == ".md":
        return markdown(name, text)
    if name.startswith("core-group"):
        return minutes(name, text)
    if name == "harrow-vale-scr":
        return published(name, text, "HVSCP – Wren Serious Case Review")
    return {
        "oldmere-sar": published,
        "penhallow-dhr": homicide,
        "review-conference-table": conference,
        "strategy-discussion": form,
    }[name](name, text)


if __name__ == "__main__":
    import sys
    from pathlib import Path

    for path in sys.argv[1:]:
        it = read(Path(path))
        print("=====", it.name, "|", it.title, "|", it.running)
        for b in it.blocks:
            if b.kind == "table":
                print("TABLE header" if b.header else "TABLE")
                for row in b.rows:
                    print("   ", " | ".join(" // ".join(plain(p) for p in cell) for cell in row))
            else:
                print(f"{b.kind}{b.level or ''} [{b.label}] {plain(b.runs)} {b.page}")
        for k, v in it.notes.items():
            print("NOTE", k, plain(v))
