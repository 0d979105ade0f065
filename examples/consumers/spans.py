"""Puts the spans of a scan into spaCy documents, and the labels for doccano beside them, and compares their words."""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

if not find_spec("spacy"):
    print("not installed: spacy")
    sys.exit(77)

import spacy


def lines(path):
    return [json.loads(line) for line in path.open(encoding="utf-8", newline="\n")]


folder = Path(sys.argv[1])
rows = [json.loads(line) for line in (folder / "out.rows").open(encoding="utf-8", newline="\n")]
nlp = spacy.blank("en")
nlp.max_length = 1 << 30
found = 0
for task, example in zip(lines(folder / "out.spans"), lines(folder / "out.doccano"), strict=True):
    doc = nlp.make_doc(task["text"])
    spans = [doc.char_span(it["start"], it["end"], label=it["label"], alignment_mode="expand") for it in task["spans"]]
    assert None not in spans, task["meta"]
    doc.spans["sc"] = spans  # overlapping spans are fine in a span group
    quotes = [row["quote"] for row in rows if row["path"] == task["meta"]["path"]]
    cut = [task["text"][it["start"] : it["end"]] for it in task["spans"]]
    assert cut == quotes, task["meta"]
    assert all(words in span.text for words, span in zip(cut, doc.spans["sc"]))
    # doccano's page is JavaScript, whose strings count in UTF-16 units.
    units = example["text"].encode("utf-16-le")
    for start, end, label in example["label"]:
        words = units[2 * start : 2 * end].decode("utf-16-le")
        assert any(it["label"] == label and words == quote for it, quote in zip(task["spans"], quotes)), (words, label)
    assert example["text"] == task["text"]
    found += len(spans)
assert found == len(rows), (found, len(rows))
print(f"spacy: {found} spans equal")
