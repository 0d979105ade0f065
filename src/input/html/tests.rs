//! Awkward pages, each with the blocks that a browser shows.

use std::fmt::Write as _;

use crate::input::{self, Revision};
use crate::text::{MarkKind, Text};

fn read(page: &str) -> Text {
    input::read("page.html", page.as_bytes()).unwrap()
}

/// One line a block: what it is, its label, its words.
fn blocks(page: &str) -> String {
    shown(&read(page))
}

fn shown(text: &Text) -> String {
    let mut out = String::new();
    for mark in &text.marks {
        let kind = match &mark.kind {
            MarkKind::Paragraph => "p".to_owned(),
            MarkKind::Heading(level) => format!("h{level}"),
            MarkKind::Item => "li".to_owned(),
            MarkKind::Quote => "quote".to_owned(),
            MarkKind::Note => "note".to_owned(),
            MarkKind::Contents => "toc".to_owned(),
            MarkKind::Cell {
                table,
                row,
                column,
                header,
            } => format!("{}{table}.{row}.{column}", if *header { "th" } else { "td" }),
            MarkKind::Label(label) => {
                write!(out, "[{label}] ").unwrap();
                continue;
            }
            MarkKind::Page(_) => continue,
        };
        writeln!(out, "{kind}: {}", text.slice(mark.span).replace('\n', "/")).unwrap();
    }
    out
}

#[track_caller]
fn same(page: &str, expected: &[&str]) {
    let found = blocks(page);
    assert_eq!(found.lines().collect::<Vec<_>>(), expected, "{page}");
}

#[test]
fn white_space_runs_together_and_lines_break_where_they_are_told_to() {
    same(
        "<html><body>\n  <h1>A\n  review</h1> Loose   words<br>and <b>bold</b><i>er</i>\n<p>one<br><br>two</p>",
        &["h1: A review", "p: Loose words/and bolder", "p: one", "p: two"],
    );
    same(
        "<pre>First line\nsecond  line\n\nNext</pre>",
        &["p: First line/second line", "p: Next"],
    );
    same(
        "<p>safe&nbsp;and&shy;well &amp; &#146;fine&rsquo; &pound;5 &unknown;</p>",
        &["p: safe\u{a0}andwell & \u{2019}fine\u{2019} \u{a3}5 &unknown;"],
    );
}

#[test]
fn what_was_left_open_is_closed() {
    same("<p>One<p>Two<div>Three</div>four", &["p: One", "p: Two", "p: Three", "p: four"]);
    same(
        "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e",
        &["li: a", "li: b", "li: c", "li: d", "p: e"],
    );
    same(
        "<table><tr><th>Action<th>Lead<tr><td>See her<td>SW<tr><td>Ring<td>HV</table>After",
        &[
            "th0.0.0: Action",
            "th0.0.1: Lead",
            "td0.1.0: See her",
            "td0.1.1: SW",
            "td0.2.0: Ring",
            "td0.2.1: HV",
            "p: After",
        ],
    );
    same("<b><p>bold</b> and <i>not</p>next", &["p: bold and not", "p: next"]);
    same("<h2>Title<p>words</h3>more", &["h2: Title", "h2: words", "p: more"]);
    same("<dl><dt>A<dd>b<dt>Lead:<dd>SW</dl>", &["p: A", "p: b", "p: Lead: SW"]);
    same("<p>a</p></div></p></body></html>b", &["p: a", "p: b"]);
    same("a<svg/>b<svg><path d='x'/><p>seen</svg> here", &["p: ab", "p: seen here"]);
}

#[test]
fn what_is_not_shown_is_not_read() {
    same(
        "<html><head><title>T</title><style>p{}</style></head><body><script>var a = '<p>no</p>';</script><!-- no --><noscript>no</noscript>\
         <p hidden>no</p><p aria-hidden=true>no</p><p style='color:red; DISPLAY : none'>no</p><template><p>no</p></template>\
         <svg><text>no</text></svg><img alt='no'><p>Yes <span class='visually-hidden'>no</span><a href='x'>link</a></p>\
         <del>no</del><ins>in</ins><select><option>no</select>",
        &["p: Yes link", "p: in"],
    );
    let page = "<html><p>It was <del>safe</del><ins>said to be safe</ins>.</p>";
    let before = input::read_revision("a.html", page.as_bytes(), Revision::Original).unwrap();
    assert_eq!(shown(&before), "p: It was safe.\n");
}

#[test]
fn navigation_stays_out_and_the_main_part_in() {
    let around =
        "<!DOCTYPE html><body><a href='#m'>Skip to content</a><header><p>The Partnership</p><nav><a href=/>Home</a></nav></header>";
    let foot = "<aside><p>Latest news</p></aside><footer>Crown copyright</footer>";
    same(
        &format!("{around}<main id=m><header><h1>Review</h1></header><p>Words of it.</p><aside><p>Said by Tia</p></aside></main>{foot}"),
        &["h1: Review", "p: Words of it.", "p: Said by Tia"],
    );
    same(
        &format!(
            "{around}<div id=cookie-bar><p>We use cookies</p></div><div><h1>Review</h1><p>All the words of it stand here, and no main.</p></div>{foot}"
        ),
        &["h1: Review", "p: All the words of it stand here, and no main."],
    );
    let text = read(&format!("{around}<main><p>Words of it.</p></main>{foot}"));
    assert_eq!(text.warnings.len(), 1, "{:?}", text.warnings);
    // A main part that holds next to nothing is not the text.
    same(
        "<main><p>Menu</p></main><div><p>The whole of the review is here.</p></div>",
        &["p: Menu", "p: The whole of the review is here."],
    );
}

#[test]
fn a_list_of_contents_is_known_by_its_links() {
    same(
        "<main><nav><h2>Contents</h2><ul><li><a href=#a>Introduction</a><li><a href=#b>Findings</a><li><a href=#c>Next steps</a></ul></nav><h2 id=a>Introduction</h2></main>",
        &[
            "h2: Contents",
            "toc: Introduction",
            "toc: Findings",
            "toc: Next steps",
            "h2: Introduction",
        ],
    );
}

#[test]
fn printed_numbers_are_labels() {
    same(
        "<ol><li>One<ol type=a><li>in<li value=4>it</ol><li>Two</ol><ol start=7 type=I><li>x</ol><ol reversed><li>b<li>a</ol>",
        &[
            "[1.] li: One",
            "[a.] li: in",
            "[d.] li: it",
            "[2.] li: Two",
            "[VII.] li: x",
            "[2.] li: b",
            "[1.] li: a",
        ],
    );
    same(
        "<ol style='list-style: none'><li>bare</ol><ol><li>1.1 Its own<li>second</ol><ul><li><p>one</p><p>more</p></ul>",
        &["li: bare", "li: 1.1 Its own", "[2.] li: second", "li: one", "li: more"],
    );
}

#[test]
fn cells_stand_in_their_columns() {
    same(
        "<table><caption>Plan</caption><thead><tr><th>No</th><th>Action</th><th>By</th></tr></thead>\
         <tr><td colspan=3>Finding One</td></tr><tr><td rowspan=2>1</td><td><p>See</p><p>her</p></td><td>May</td></tr>\
         <tr><td colspan=2>Ring</td></tr></table>",
        &[
            "p: Plan",
            "th0.0.0: No",
            "th0.0.1: Action",
            "th0.0.2: By",
            "p: Finding One",
            "td0.1.0: 1",
            "td0.1.1: See",
            "td0.1.1: her",
            "td0.1.2: May",
            "td0.2.1: Ring",
        ],
    );
    let text = read("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>");
    assert_eq!(text.content, "a\tb\nc\td\n");
}

#[test]
fn tables_that_only_set_things_side_by_side_are_no_tables() {
    same(
        "<table><tr><td><ul><li>Side</ul></td><td><h1>Review</h1><table><tr><th>A<th>B<tr><td>1<td>2</table></td></tr></table>",
        &["li: Side", "h1: Review", "th0.0.0: A", "th0.0.1: B", "td0.1.0: 1", "td0.1.1: 2"],
    );
    same(
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        &["p: a", "p: b", "p: c", "p: d"],
    );
    same("<table>stray<tr><td>one</td></tr></table>", &["p: stray", "p: one"]);
}

#[test]
fn quotations_are_told_from_words() {
    same(
        "<blockquote><p>She said no.</p><p>Twice.</p></blockquote><p>He wrote <q>all <q>fine</q> here</q>.</p>",
        &[
            "quote: She said no.",
            "quote: Twice.",
            "p: He wrote \u{201c}all \u{2018}fine\u{2019} here\u{201d}.",
        ],
    );
}

#[test]
fn notes_lose_their_marks_and_are_notes() {
    same(
        "<p>It is law.<sup><a href='#fn1' id=r1>1</a></sup> See <a href='#p7'>7</a>.</p><p id=p7>Seven</p><ol><li id=fn1>The Act. <a href='#r1'>\u{21a9}</a></ol>",
        &["p: It is law. See 7.", "p: Seven", "note: The Act."],
    );
    same(
        "<p>Said<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a> so.</p>\
         <div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>\
         <a href='#_ftnref1' name='_ftn1'><span class=MsoFootnoteReference>[1]</span></a> By whom.</p></div></div>",
        &["p: Said so.", "note: By whom."],
    );
    same(
        "<p>the 1<sup>st</sup> of 3 m<sup>2</sup><sup>14</sup></p>",
        &["p: the 1st of 3 m\u{b2}\u{b9}\u{2074}"],
    );
}

#[test]
fn numbers_that_word_printed_are_labels() {
    same(
        "<html xmlns:w='urn:w'><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>7.1.2<span>&nbsp;&nbsp; </span></span><![endif]>The visit.</p>\
         <p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>\u{b7}<span>&nbsp; </span></span>A point</p><p class=MsoToc1>Findings 4</p>",
        &["[7.1.2] p: The visit.", "li: A point", "toc: Findings 4"],
    );
}

#[test]
fn a_page_is_known_by_its_content() {
    let format = |name: &str, content: &str| input::read(name, content.as_bytes()).unwrap().format.name();
    let page = "<!DOCTYPE html>\n<html><p>Seen.</p></html>";
    for name in ["a.txt", "a.doc", "-", "a.md", "a.html"] {
        assert_eq!(format(name, page), "html", "{name}");
    }
    assert_eq!(format("-", "<?xml version='1.0'?><!-- made --><HTML lang=en>Seen"), "html");
    assert_eq!(format("-", "<h1>Review</h1>\n<p>Seen.</p>"), "html");
    assert_eq!(format("a.md", "<div align=center>\n\n# Review\n\n</div> <p></p>\n"), "markdown");
    assert_eq!(format("a.txt", "The page began with <html> and nobody read <p>it</p>.\n"), "text");
    assert_eq!(format("a.txt", "<p> is how he marks a pause.\n"), "text");
    assert_eq!(format("a.html", "Plain words in a file of that name.\n\nMore.\n"), "text");
}

#[test]
fn a_page_says_its_encoding() {
    let words = |bytes: &[u8]| input::read("a.html", bytes).unwrap().content;
    assert_eq!(
        words(b"<html><meta charset='windows-1252'><p>\x93fine\x94"),
        "\u{201c}fine\u{201d}\n"
    );
    assert_eq!(
        words(b"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'><p>\xb3"),
        "\u{142}\n"
    );
    assert_eq!(words("<meta charset=iso-8859-1><p>caf\u{e9}".as_bytes()), "caf\u{e9}\n");
    assert_eq!(words(b"<html><p>\x93fine\x94"), "\u{201c}fine\u{201d}\n");
    let units: Vec<u8> = "\u{feff}<html><p>caf\u{e9}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(words(&units), "caf\u{e9}\n");
}

#[test]
fn deep_and_endless_pages_come_to_an_end() {
    for unit in [
        "<div>",
        "<b>",
        "<table><tr><td>",
        "<ul><li>",
        "<p><a href=#x>",
        "<svg>",
        "<blockquote>",
        "<table>x",
        "<q>",
        "</p>",
        "<!--",
        "<a b=c ",
        "<td>",
        "<sup><a href=#a id=a>1",
    ] {
        let page = format!("<html>{}word", unit.repeat(30_000));
        let text = read(&page);
        assert!(text.content.len() < 2 * page.len(), "{unit}");
    }
    assert!(
        read(&format!("<html>{}<p>words</p>", "<div>".repeat(5_000)))
            .content
            .contains("words")
    );
}
