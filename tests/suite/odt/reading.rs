//! What stands in an OpenDocument text is read in its order and once, and what does not show is left out.

use candour::input::{Revision, read};
use candour::text::{Format, MarkKind, Text};

use super::paper::{body, document, flat, h, item, list_style, of, p, ps, row, table, text};
use crate::place::printed;

fn lines(text: &Text) -> Vec<&str> {
    text.content.lines().collect()
}

fn kinds(text: &Text) -> Vec<MarkKind> {
    text.marks.iter().map(|mark| mark.kind.clone()).collect()
}

#[test]
fn blanks_signs_links_and_fields() {
    let words = "\n  The <text:span>mother</text:span>\n &amp; the &#8216;boy&#x2019;<text:tab/>were<text:line-break/>re\u{ad}assured<text:s text:c=\"3\"/>on <text:a xlink:href=\"x\">a <text:span>link</text:span></text:a><text:soft-page-break/> of <text:date>4 May</text:date>, page <text:page-number>7</text:page-number><text:bookmark-start text:name=\"b\"/>.";
    let text = body(&p(words));
    assert_eq!(
        text.content,
        "The mother & the \u{2018}boy\u{2019}\twere\nre\u{ad}assured   on a link of 4 May, page 7.\n"
    );
    assert_eq!(text.format, Format::Odt);
}

#[test]
fn comments_placeholders_ruby_and_hidden_words_are_left_out() {
    let automatic = "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
        <style:style style:name=\"T2\" style:family=\"text\" style:parent-style-name=\"T1\"/>\
        <style:style style:name=\"T3\" style:family=\"text\"><style:text-properties text:display=\"true\"/></style:style>\
        <style:style style:name=\"P1\" style:family=\"paragraph\"/>\
        <style:style style:name=\"P2\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/></style:style>";
    let content = [
        ps("P1", "Seen<office:annotation><dc:creator>Ann</dc:creator><text:p>a comment</text:p></office:annotation> by<office:annotation-end/> <text:span text:style-name=\"T2\">nobody <text:span>at</text:span></text:span>two."),
        ps("P2", "Hidden<text:span text:style-name=\"T3\">but this</text:span>"),
        p("<text:hidden-text text:is-hidden=\"true\">secret</text:hidden-text><text:placeholder>&lt;name&gt;</text:placeholder><text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>above</text:ruby-text></text:ruby><loext:content-control loext:showing-place-holder=\"true\">Choose</loext:content-control><text:variable-set text:display=\"none\">5</text:variable-set>"),
        p("<text:hidden-paragraph text:is-hidden=\"true\"/>all of it"),
        "<text:section text:display=\"none\"><text:p>hidden</text:p></text:section><text:section text:display=\"condition\" text:is-hidden=\"true\"><text:p>hidden</text:p></text:section><text:section><text:p>shown</text:p></text:section>".to_owned(),
    ]
    .concat();
    let text = text(&document("", automatic, &content), Revision::Final);
    assert_eq!(lines(&text), ["Seen by two.", "but this", "base", "shown"]);
}

#[test]
fn headings_titles_items_quotations_and_contents() {
    let styles =
        "<style:style style:name=\"Title\" style:family=\"paragraph\"/><style:style style:name=\"Quotations\" style:family=\"paragraph\"/>\
        <style:style style:name=\"Contents_20_1\" style:display-name=\"Contents 1\" style:family=\"paragraph\"/>\
        <style:style style:name=\"H\" style:family=\"paragraph\" style:default-outline-level=\"2\"/>\
        <style:style style:name=\"NoH\" style:family=\"paragraph\" style:parent-style-name=\"H\" style:default-outline-level=\"\"/>"
            .to_owned()
            + &list_style("L", "<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"x\"/>");
    let content = [
        ps("Title", "Review"),
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title><text:p>Contents</text:p></text:index-title><text:p>1 Findings<text:tab/>3</text:p></text:index-body></text:table-of-content>".to_owned(),
        ps("Contents_20_1", "Typed entry 4"),
        h(2, "", "Findings"),
        h(9, "", "Deep"),
        ps("H", "By style"),
        ps("NoH", "Text"),
        of("L", &(item(&p("one").repeat(2)))),
        ps("Quotations", "Said"),
    ]
    .concat();
    let text = text(&document(&styles, "", &content), Revision::Final);
    let paragraph = MarkKind::Paragraph;
    let expected = [
        MarkKind::Heading(1),
        paragraph.clone(),
        MarkKind::Contents,
        MarkKind::Contents,
        MarkKind::Heading(2),
        MarkKind::Heading(6),
        MarkKind::Heading(2),
        paragraph.clone(),
        MarkKind::Item,
        paragraph,
        MarkKind::Quote,
    ];
    assert_eq!(kinds(&text), expected);
}

#[test]
fn tables_have_headers_spans_repeats_and_nested_ones() {
    let inner = table(2, "", &row(&[p("in 1"), p("in 2")]));
    let rows = [
        row(&[p("a"), p("b") + &inner, p("c") + &p("c2")]),
        format!("<table:table-row><table:table-cell table:number-columns-spanned=\"2\">{}</table:table-cell><table:covered-table-cell><text:p>gone</text:p></table:covered-table-cell><table:table-cell>{}</table:table-cell></table:table-row>", p("wide"), p("d")),
        format!("<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"2\">{}</table:table-cell><table:table-cell/></table:table-row>", p("e")),
        row(&[p("f")]),
    ]
    .concat();
    let whole = format!(
        "<table:table-row><table:table-cell table:number-columns-spanned=\"3\">{}</table:table-cell><table:covered-table-cell table:number-columns-repeated=\"2\"/></table:table-row>",
        p("Title")
    );
    let content = table(3, &(whole + &row(&[p("A"), p("B"), p("C")])), &rows) + &table(1, "", &row(&[p("boxed")]));
    let text = body(&content);
    let found: Vec<(String, String)> = text
        .marks
        .iter()
        .map(|mark| {
            let place = match mark.kind {
                MarkKind::Cell {
                    table,
                    row,
                    column,
                    header,
                } => format!("{table}.{row}.{column}{}", if header { "h" } else { "" }),
                _ => "-".to_owned(),
            };
            (place, text.slice(mark.span).to_owned())
        })
        .collect();
    let expected = [
        ("-", "Title"),
        ("0.0.0h", "A"),
        ("0.0.1h", "B"),
        ("0.0.2h", "C"),
        ("0.1.0", "a"),
        ("0.1.1", "b"),
        ("0.1.1", "in 1"),
        ("0.1.1", "in 2"),
        ("0.1.2", "c"),
        ("0.1.2", "c2"),
        ("0.2.0", "wide"),
        ("0.2.2", "d"),
        ("0.3.0", "e"),
        ("0.3.1", "e"),
        ("0.4.0", "e"),
        ("0.4.1", "e"),
        ("0.5.0", "f"),
        ("-", "boxed"),
    ];
    assert_eq!(found, expected.map(|(place, words)| (place.to_owned(), words.to_owned())));
    assert!(text.content.contains("A\tB\tC\na\tb"));
}

#[test]
fn notes_stand_at_the_end_and_boxes_once_after_their_paragraph() {
    let note = |class: &str, words: &str| {
        format!(
            "<text:note text:note-class=\"{class}\"><text:note-citation>1</text:note-citation><text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
        )
    };
    let boxed = "<draw:frame><draw:text-box><text:p>In the box</text:p><text:p>and below</text:p></draw:text-box><draw:image><office:binary-data>AAAA</office:binary-data></draw:image><svg:title>A picture</svg:title><svg:desc>of it</svg:desc></draw:frame>";
    let shape = "<draw:g><draw:custom-shape><text:p>Shape</text:p></draw:custom-shape></draw:g>";
    let content = [
        format!(
            "<draw:frame text:anchor-type=\"page\"><draw:text-box>{}</draw:text-box></draw:frame>",
            p("On the page")
        ),
        p(&format!("The plan{} failed{}.", note("endnote", "End"), note("footnote", "Foot"))),
        p(&format!(
            "Before{boxed} and{shape} after<draw:object><text:p>no</text:p></draw:object>"
        )),
        p("Next"),
    ]
    .concat();
    let text = body(&content);
    assert_eq!(
        lines(&text),
        [
            "On the page",
            "The plan failed.",
            "Before and after",
            "In the box",
            "and below",
            "Shape",
            "Next",
            "Foot",
            "End"
        ]
    );
    assert_eq!(kinds(&text)[7..], [MarkKind::Note, MarkKind::Note]);
}

fn tracked() -> String {
    let insertion = |id: u32| {
        format!(
            "<text:changed-region xml:id=\"c{id}\" text:id=\"c{id}\"><text:insertion><office:change-info><dc:creator>A</dc:creator></office:change-info></text:insertion></text:changed-region>"
        )
    };
    let deletion = |id: u32, inside: &str| {
        format!(
            "<text:changed-region xml:id=\"c{id}\" text:id=\"c{id}\"><text:deletion><office:change-info><dc:creator>A</dc:creator></office:change-info>{inside}</text:deletion></text:changed-region>"
        )
    };
    let change = |kind: &str, id: u32| format!("<text:{kind} text:change-id=\"c{id}\"/>");
    let (start, end) = (|id| change("change-start", id), |id| change("change-end", id));
    let regions = [
        insertion(1),
        deletion(2, &of("L", &item(&p("could <text:s/>not")))),
        insertion(3),
        deletion(4, &(p(" in two") + &p("parts "))),
        insertion(5),
        deletion(6, &(p("Whole.") + &table(2, "", &row(&[p("x"), p("y")])) + &p(""))),
        deletion(7, &p("")),
        "<text:changed-region text:id=\"c8\"><text:format-change/></text:changed-region>".to_owned(),
    ]
    .concat();
    [
        format!("<text:tracked-changes>{regions}</text:tracked-changes>"),
        p(&format!("They {}{}did{} visit.", change("change", 2), start(1), end(1))),
        p(&format!("Joined{}", start(3))),
        p("a new one"),
        p(&format!("{} here.", end(3))),
        p(&format!("Split{}were one.", change("change", 4))),
        format!("{}{}{}", start(5), p("New paragraph."), end(5)),
        of("L", &item(&p(&format!("{}{}Kept{}.", start(8), change("change", 6), end(8))))),
        p(&format!("Nothing{}{}", change("change", 7), change("change", 99))),
    ]
    .concat()
}

#[test]
fn tracked_changes_are_read_on_either_side() {
    let styles = list_style("L", &super::paper::level(1, "1", ""));
    let paper = document(&styles, "", &tracked());
    let said = printed(&text(&paper, Revision::Final));
    assert_eq!(
        said,
        [
            "They did visit.",
            "Joined",
            "a new one",
            "here.",
            "Splitwere one.",
            "New paragraph.",
            "1 Kept.",
            "Nothing"
        ]
    );
    let said = printed(&text(&paper, Revision::Original));
    assert_eq!(
        said,
        [
            "They could  not visit.",
            "Joined here.",
            "Split in two",
            "parts were one.",
            "Whole.",
            "x",
            "y",
            "1 Kept.",
            "Nothing"
        ]
    );
}

#[test]
fn flat_files_and_other_names_are_the_same_document() {
    let flat = flat("", "", "\n   <text:p>Seen\n  twice</text:p>\n");
    for name in ["a.fodt", "a.txt", "-"] {
        let text = read(name, flat.as_bytes()).unwrap();
        assert_eq!((text.content.as_str(), text.format), ("Seen twice\n", Format::Odt));
    }
    let mut paper = document("", "", &p("Seen"));
    paper.parts.retain(|(name, _)| name == "content.xml");
    let renamed = paper
        .text("content.xml")
        .replace("xmlns:text=", "xmlns:t=")
        .replace("<text:", "<t:")
        .replace("</text:", "</t:");
    paper.put("content.xml", &renamed);
    assert_eq!(
        text(&paper, Revision::Final).content,
        "Seen\n",
        "without a media type, under other prefixes"
    );
}
