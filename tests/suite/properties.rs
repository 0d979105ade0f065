//! Properties: what must hold of any text whatever, the corpus, random words and hostile bytes alike.

use candour::document::Document;
use candour::input;
use candour::patterns::Catalogue;
use candour::scan::{Scan, scan};
use candour::text::{Span, Text};
use proptest::prelude::*;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::builtin().unwrap());

/// Scans `bytes` as the file `name`; `None` when they are no text, which is a named error and no fault.
fn scanned(name: &str, bytes: &[u8]) -> Option<Scan<'static>> {
    input::read(name, bytes).ok().map(|text| scan(text, &CATALOGUE, None))
}

/// Every span that is published slices its text.
fn assert_sound(scan: &Scan<'_>) {
    let Scan {
        text,
        document,
        annotations,
        graph,
        ..
    } = scan;
    let folded = |span: Span| document.source(span, &text.content);
    let spans = annotations
        .iter()
        .flat_map(|a| [a.span, a.sentence].into_iter().chain(a.related.iter().map(|r| r.span)));
    let references = graph.references.iter().map(|r| folded(r.span));
    let statements = document.statements.iter().map(|s| folded(s.span));
    let events = document.events.iter().map(|e| folded(e.span));
    let rows = scan
        .timeline
        .rows
        .iter()
        .flat_map(|r| [r.written].into_iter().chain(r.account.iter().copied()).chain(r.source).map(folded));
    for span in spans.chain(references).chain(statements).chain(events).chain(rows) {
        assert!(
            text.content.get(span.range()).is_some(),
            "{span:?} cuts a character or runs out of the text"
        );
    }
    for annotation in annotations {
        assert!(!annotation.span.is_empty() && annotation.span.end as usize <= text.content.len());
    }
    assert_document(document, text);
    assert_people(document);
}

/// The names that a document teaches are found where it writes them: within the block, in order, on whole words.
fn assert_people(document: &Document) {
    for block in &document.blocks {
        let mut last = block.span.start;
        document.people.each(&document.fold.text, block.span, |span, _| {
            assert!(span.start >= last && span.end <= block.span.end && !span.is_empty(), "{span:?}");
            let text = &document.fold.text;
            assert!(text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize));
            assert!(
                text[span.range()].starts_with(|c: char| c.is_ascii_uppercase()),
                "{}",
                document.fold.slice(span)
            );
            last = span.end;
        });
    }
}

/// Blocks rise and do not overlap, sentences lie in their blocks, and every folded byte has a source.
fn assert_document(document: &Document, text: &Text) {
    for pair in document.blocks.windows(2) {
        assert!(pair[0].span.end < pair[1].span.start, "{pair:?}");
    }
    for block in &document.blocks {
        assert!(block.span.contains(block.body), "{block:?}");
    }
    for sentence in &document.sentences {
        assert!(document.blocks[sentence.block as usize].body.contains(sentence.span));
    }
    for offset in 0..document.fold.text.len() as u32 {
        assert!(document.fold.source_offset(offset) as usize <= text.content.len());
    }
}

/// Words that mean something to the parser, in any order.
const WORDS: &[&str] = &[
    "The mother ",
    "will ensure ",
    "safe and well",
    "\u{201c}",
    "\u{201d}",
    "\u{2018}",
    "'",
    "\"",
    "\n",
    "\n\n",
    "\t",
    " | ",
    "7.1.2 ",
    "7.1.",
    "5.1.15",
    "31.4.19",
    "5.1.15\tSeen with mother\n6.1.15\tChild A seen\n14.1.6\t",
    "Monday 3\u{2013}5 May 2015",
    "Between 5.1.15 and 7.6.15 on six occasions",
    "w/c 30 Febuary 2015: ",
    "Wren was born on 3 May 2015. ",
    "two days later",
    "Action One",
    "Finding 2",
    "Recommendation 3: ",
    "Response: Completed",
    "Timescale: ",
    "paragraph 7.1.2",
    "paragraphs 1.2 to 1.9",
    "(This is addressed in the Action Plan)",
    "- ",
    "* ",
    "(a) ",
    "1. ",
    "Page 7 of 9",
    "\x0c",
    "en-\nsure",
    "\u{ad}",
    "\u{b9}",
    "<p>",
    "</p>",
    "**",
    "CSC (Children's Social Care)",
    "ABC \u{2013} ",
    "Contents",
    "Actions",
    "Present:",
    "HV to monitor",
    "It was agreed that ",
    "section 47",
    "...",
    ". ",
    "? ",
    "\u{fb01}",
    "\u{1F600}",
    "caf\u{e9}",
    "no concerns ",
    "not ",
    "as stated above ",
    "Index\n1. One\nPage 3\n",
];

/// Tags and the like in any order: what an author opens, forgets, closes twice.
const TAGS: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "<td rowspan=0>",
    "<th colspan=99>",
    "<thead>",
    "</tr>",
    "<ul>",
    "<ol start=-3 reversed>",
    "<li>",
    "</ol>",
    "<h2>",
    "</h3>",
    "<blockquote>",
    "<q>",
    "</q>",
    "<sup><a href=#n id=m>1</a></sup>",
    "<p id=n><a href=#m>1</a>",
    "<main>",
    "</main>",
    "<nav>",
    "</nav>",
    "<a href=#x>",
    "</a>",
    "<br>",
    "<pre>",
    "</pre>",
    "<svg>",
    "</svg>",
    "<script>",
    "</script>",
    "<del>",
    "</del>",
    "<dl><dt>Lead:",
    "<dd>",
    "<!--",
    "-->",
    "&nbsp;",
    "&#x110000;",
    "<p hidden>",
    "<form>",
    "<caption>",
    "<span style='mso-list:Ignore'>7.1</span>",
    "<template>",
    "<head>",
    "<body>",
    "<math/>",
    "<article>",
    "<aside>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_in_any_order(picks in prop::collection::vec(0..WORDS.len(), 0..60), markdown in any::<bool>()) {
        let text: String = picks.into_iter().map(|i| WORDS[i]).collect();
        let name = if markdown { "a.md" } else { "a.txt" };
        assert_sound(&scanned(name, text.as_bytes()).unwrap());
    }

    #[test]
    fn any_characters(text in "\\PC{0,300}", markdown in any::<bool>()) {
        let name = if markdown { "a.md" } else { "a.txt" };
        assert_sound(&scanned(name, text.as_bytes()).unwrap());
    }

    #[test]
    fn any_tags_in_any_order(picks in prop::collection::vec((0..TAGS.len(), 0..WORDS.len()), 0..60)) {
        let page: String = picks.into_iter().flat_map(|(tag, word)| [TAGS[tag], WORDS[word]]).collect();
        assert_sound(&scanned("a.html", format!("<html>{page}").as_bytes()).unwrap());
    }

    #[test]
    fn any_bytes_in_a_page_or_a_mail(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for (name, head) in [("a.html", "<html>"), ("a.eml", "Subject: a\n\n"), ("a.eml", "Subject: a\nMIME-Version: 1.0\nContent-Type: ")] {
            if let Some(scan) = scanned(name, &[head.as_bytes(), &bytes].concat()) {
                assert_sound(&scan);
            }
        }
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Some(scan) = scanned("a.txt", &bytes) {
            assert_sound(&scan);
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads the corpus")]
fn the_corpus() {
    let mut seen = 0;
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus")).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|e| e == "txt" || ["md", "docx", "html", "eml"].iter().any(|it| e == *it))
        {
            assert_sound(&scanned(&path.to_string_lossy(), &std::fs::read(&path).unwrap()).unwrap());
            seen += 1;
        }
    }
    assert!(seen >= 10);
}

/// Inputs that make a careless program slow: the work must grow with the length alone. A test that hangs has failed.
#[test]
fn hostile_shapes_come_to_an_end() {
    let shapes: Vec<String> = vec![
        "\u{201c}".repeat(100_000),
        "'a ".repeat(100_000),
        "[".repeat(100_000),
        "> ".repeat(50_000),
        "*a".repeat(100_000),
        "safe and well ".repeat(40_000),
        "not ".repeat(100_000),
        "- ".repeat(100_000),
        "1. x\n".repeat(50_000),
        "7.1.1 See paragraph 7.1.1 and paragraphs 7.1.1 to 7.1.9.\n\n".repeat(5_000),
        "Action One\n\nIn reference to paragraph 9.9.9\n\n".repeat(5_000),
        "a\tb\n".repeat(50_000),
        "A".repeat(500_000),
        "(".repeat(200_000),
        "1.".repeat(200_000),
        "January 2019 ".repeat(30_000),
        "ABC (".repeat(50_000),
    ];
    for shape in shapes {
        for name in ["a.txt", "a.md"] {
            assert!(scanned(name, shape.as_bytes()).is_some());
        }
    }
}

/// Ids are made of an annotation and its surroundings, wherever its sentence lies.
#[test]
fn every_annotation_of_a_shuffled_review_has_an_id() {
    let paragraphs = "7.2 As four of them left, the findings were agreed.\n\n7.2 Finding Two\n\nText without an end\n\n".repeat(40);
    let scan = scanned("a.txt", paragraphs.as_bytes()).unwrap();
    assert_eq!(candour::identity::ids(&scan.text, &scan.annotations).len(), scan.annotations.len());
}
