//! The numbers that lists and headings print are counted as LibreOffice counts them, and are no text.

use candour::input::Revision;

use super::paper::{document, h, item, level, list, list_style, of, p, ps, text};
use crate::place::printed;

fn styles() -> String {
    let outline: String = (1..=3)
        .map(|at| {
            format!(
                "<text:outline-level-style text:level=\"{at}\" style:num-format=\"1\" style:num-suffix=\".\" text:display-levels=\"{at}\"/>"
            )
        })
        .collect();
    [
        list_style(
            "A",
            &(level(1, "1", "style:num-suffix=\".\"")
                + &level(2, "a", "style:num-suffix=\")\"")
                + &level(3, "i", "style:num-prefix=\"(\" style:num-suffix=\")\"")
                + &level(4, "1", "text:display-levels=\"4\"")),
        ),
        list_style(
            "B",
            &(level(1, "1", "style:num-prefix=\"Finding \" text:start-value=\"3\"")
                + &level(2, "1", "text:display-levels=\"2\"")
                + "<text:list-level-style-bullet text:level=\"3\" text:bullet-char=\"x\"/>"),
        ),
        list_style("C", &level(1, "One", "loext:num-list-format=\"Finding %1%\"")),
        format!("<text:outline-style style:name=\"Outline\">{outline}</text:outline-style>"),
        "<style:style style:name=\"Heading_20_1\" style:family=\"paragraph\" style:default-outline-level=\"1\"/>".to_owned(),
    ]
    .concat()
}

const AUTOMATIC: &str =
    "<style:style style:name=\"Bare\" style:family=\"paragraph\" style:parent-style-name=\"Heading_20_1\" style:list-style-name=\"\"/>";

#[track_caller]
fn says(body: &str, expected: &[&str]) {
    let paper = document(&styles(), AUTOMATIC, body);
    assert_eq!(printed(&text(&paper, Revision::Final)), expected);
}

#[test]
fn levels_count_and_start_again() {
    let below = |inside: &str| list("", &item(inside));
    let body = of(
        "A",
        &(item(&(p("one") + &list("", &(item(&p("x")) + &item(&p("y"))))))
            + &item(&(p("two") + &list("", &item(&p("z"))) + &p("after")))
            + &item(&(p("three") + &below(&below(&below(&p("deep"))))))
            + "<text:list-header><text:p>head</text:p></text:list-header>"
            + &item(&p("four"))),
    );
    says(
        &body,
        &[
            "1. one",
            "a) x",
            "b) y",
            "2. two",
            "a) z",
            "after",
            "3. three",
            "3.a.i.1 deep",
            "head",
            "4. four",
        ],
    );
}

#[test]
fn a_level_above_that_is_not_there_counts() {
    says(
        &of("B", &(item(&list("", &item(&p("sub")))) + &item(&p("top")))),
        &["3.1 sub", "Finding 4 top"],
    );
}

#[test]
fn lists_start_anew_or_go_on() {
    let a = |more: &str, words: &str| list(&format!("text:style-name=\"A\" {more}"), &item(&p(words)));
    let body = [
        a("xml:id=\"l1\"", "one"),
        a("", "new"),
        a("text:continue-numbering=\"true\"", "on"),
        of("B", &item(&p("other"))),
        a("text:continue-list=\"l1\" xml:id=\"l2\"", "back"),
        list("text:style-name=\"B\" text:continue-list=\"l2\"", &item(&p("of another style"))),
        list(
            "text:style-name=\"A\" text:continue-list=\"l2\"",
            &item(&list("", &item(&p("below")))),
        ),
        list(
            "text:style-name=\"A\" text:continue-list=\"l2\"",
            &item(&list("", &item(&p("further")))),
        ),
        list(
            "text:style-name=\"A\" text:continue-list=\"l2\"",
            &item(
                &(p("third")
                    + &list("", &item(&p("x")))
                    + &list("", &item(&p("anew")))
                    + &list("text:continue-numbering=\"true\"", &item(&p("on")))),
            ),
        ),
        a("text:continue-list=\"nowhere\"", "lost"),
    ]
    .concat();
    says(
        &body,
        &[
            "1. one",
            "1. new",
            "2. on",
            "Finding 3 other",
            "2. back",
            "Finding 3 of another style",
            "a) below",
            "b) further",
            "3. third",
            "a) x",
            "a) anew",
            "b) on",
            "1. lost",
        ],
    );
}

#[test]
fn items_start_where_they_say_and_look_as_they_say() {
    let body = of(
        "A",
        &("<text:list-item text:start-value=\"7\"><text:p>seven</text:p></text:list-item>".to_owned()
            + &item(&p("eight"))
            + "<text:list-item text:style-override=\"B\"><text:p>nine</text:p></text:list-item>"
            + &item(&(p("ten") + &of("B", &item(&p("inside")))))),
    );
    says(&body, &["7. seven", "8. eight", "Finding 9 nine", "10. ten", "10.1 inside"]);
}

#[test]
fn bullets_have_no_text_and_words_count() {
    let bullet = of("B", &item(&list("", &item(&list("", &item(&p("bullet")))))));
    let body = [
        of("C", &(item(&p("a")) + &item(&p("b")))),
        bullet,
        of("Nowhere", &item(&p("c"))),
        list("", &item(&p("d"))),
    ]
    .concat();
    says(&body, &["Finding One a", "Finding Two b", "bullet", "c", "d"]);
}

#[test]
fn headings_are_numbered_by_the_outline() {
    let body = [
        h(1, "text:style-name=\"Heading_20_1\"", "one"),
        h(2, "", "below"),
        h(2, "text:is-list-header=\"true\"", "no number"),
        h(2, "", "below"),
        ps("Heading_20_1", "as a paragraph"),
        h(1, "text:style-name=\"Bare\"", "bare"),
        h(1, "text:restart-numbering=\"true\" text:start-value=\"9\"", "nine"),
        h(3, "", "skips"),
        h(2, "", "then two"),
        of("A", &item(&h(1, "", "in a list"))),
        of("Outline", &item(&p("in the headings' list"))),
        h(1, "text:restart-numbering=\"true\"", "again"),
    ]
    .concat();
    says(
        &body,
        &[
            "1. one",
            "1.1. below",
            "no number",
            "1.2. below",
            "2. as a paragraph",
            "bare",
            "9. nine",
            "9.1.1. skips",
            "9.2. then two",
            "1. in a list",
            "10. in the headings' list",
            "1. again",
        ],
    );
}

#[test]
fn paragraphs_may_be_numbered_by_themselves() {
    let lone = |level: u32, words: &str| {
        format!(
            "<text:numbered-paragraph text:list-id=\"n\" text:style-name=\"A\" text:level=\"{level}\"><text:p>{words}</text:p></text:numbered-paragraph>"
        )
    };
    says(
        &[lone(1, "one"), lone(2, "below"), p("between"), lone(1, "two")].concat(),
        &["1. one", "a) below", "between", "2. two"],
    );
}

#[test]
fn a_cell_that_holds_only_a_number_keeps_it() {
    let cell = |more: &str| list(&format!("text:style-name=\"A\" {more}"), &item(&p("")));
    let row = |more: &str, words: &str| super::paper::row(&[cell(more), p(words)]);
    let table = super::paper::table(
        2,
        &super::paper::row(&[p("No"), p("Action")]),
        &(row("", "Visit") + &row("text:continue-numbering=\"true\"", "Write")),
    );
    says(&table, &["No", "Action", "1. ", "Visit", "2. ", "Write"]);
}
