//! The OpenDocument text of the corpus is made here, so that what stands in it can be read and changed as text.
//!
//! `UPDATE=1 cargo test --test suite odt::corpus` writes it anew.

use super::paper::{document, h, item, level, list, list_style, p, ps, row, table};
use crate::docx::paper::Paper;
use crate::place::hold_made;

/// A review with a numbered outline, numbered paragraphs and findings, a tracked change, a note, a box and a plan.
fn review() -> Paper {
    let outline = "<text:outline-level-style text:level=\"1\" style:num-format=\"A\" style:num-suffix=\".\"/>";
    let styles = [
        "<style:style style:name=\"Title\" style:family=\"paragraph\"/>".to_owned(),
        "<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" style:family=\"paragraph\" style:default-outline-level=\"1\"/>".to_owned(),
        format!("<text:outline-style style:name=\"Outline\">{outline}</text:outline-style>"),
        list_style("Action", &level(1, "1", "")),
        list_style("Finding", &level(1, "1", "style:num-prefix=\"Finding \"")),
        list_style("Recommendation", &level(1, "1", "style:num-prefix=\"Recommendation \" style:num-suffix=\":\"")),
        list_style(
            "Paragraphs",
            &(level(1, "1", "style:num-suffix=\".\"") + &level(2, "a", "style:num-prefix=\"(\" style:num-suffix=\")\"")),
        ),
    ]
    .concat();
    let automatic = "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>";
    document(&styles, automatic, &review_text())
}

fn review_text() -> String {
    let chapter = |text: &str| h(1, "text:style-name=\"Heading_20_1\"", text);
    // Each stretch of a list goes on from the one that it names.
    let on = |style: &str, at: u32, items: &str| {
        let continued = at
            .checked_sub(1)
            .map_or_else(String::new, |before| format!("text:continue-list=\"{style}{before}\""));
        list(&format!("text:style-name=\"{style}\" xml:id=\"{style}{at}\" {continued}"), items)
    };
    let changes = "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><text:p>was seen and had no concerns. She </text:p></text:deletion></text:changed-region><text:changed-region text:id=\"c2\"><text:insertion/></text:changed-region></text:tracked-changes>";
    let noted = p(
        "The school nurse wrote to the GP on 6 May 2023<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>School file, letter of 6 May 2023.</text:p></text:note-body></text:note> and heard nothing.",
    );
    let tracked = p(
        "Nadia <text:change text:change-id=\"c1\"/><text:change-start text:change-id=\"c2\"/>was not spoken to alone. She <text:change-end text:change-id=\"c2\"/>stayed in the kitchen<text:span text:style-name=\"T1\"> (check this)</text:span>.",
    );
    let boxed = "<text:p>The family asked for one thing.<draw:frame><draw:text-box><text:p>\u{201c}Somebody should have come back.\u{201d}</text:p></draw:text-box></draw:frame></text:p>";
    let actions = [
        row(&[
            on("Action", 0, &item(&p(""))),
            p("Write to every GP practice about letters from schools (paragraph 2)"),
            p("Named GP"),
            p("30 June 2024"),
        ]),
        row(&[
            on("Action", 1, &item(&p(""))),
            p("Raise awareness of hidden harm"),
            p("All agencies"),
            p("Ongoing"),
        ]),
    ]
    .concat();
    [
        changes.to_owned(),
        ps("Title", "Local learning review: Nadia, Ludd Lane"),
        "<text:table-of-content><text:index-body><text:p>A. What happened<text:tab/>2</text:p><text:p>B. What was found<text:tab/>3</text:p></text:index-body></text:table-of-content>".to_owned(),
        chapter("What happened"),
        on("Paragraphs", 0, &(item(&p("Nadia was nine and lived with her father and two brothers at Ludd Lane."))
                + &item(&noted)
                + &item(&(p("The social worker visited on 9 May 2023 for three reasons:")
                    + &list("", &(item(&p("a neighbour had heard shouting;")) + &item(&p("father had disengaged;")) + &item(&p("nobody had seen her bedroom."))))))
                + &item(&tracked)),
        ),
        boxed.to_owned(),
        chapter("What was found"),
        on("Finding", 0, &item(&p("Letters between the school and the surgery went astray"))),
        on("Paragraphs", 1, &item(&p("The letter described in paragraph 2 was never scanned. Staff told the reviewer that the family was hard to reach."))),
        on("Finding", 1, &item(&p("Nobody asked what Nadia saw"))),
        on("Paragraphs", 2, &item(&p("As paragraph 3(b) says, father was thought to have disengaged; see also paragraph 11."))),
        chapter("Recommendations"),
        on("Recommendation", 0, &(item(&p("The Named GP should tell each school within ten working days that its letter was read."))
                + &item(&p("All agencies should ensure that they work together going forward."))),
        ),
        h(1, "text:style-name=\"Heading_20_1\" text:is-list-header=\"true\"", "Action plan"),
        table(4, &row(&[p("No"), p("Action"), p("Lead"), p("By when")]), &actions),
        p("Progress will be monitored. Finding 2 and Finding 3 are answered by Recommendation 2."),
    ]
    .concat()
}

#[test]
fn the_document_of_the_corpus_is_the_one_made_here() {
    hold_made("ludd-lane-review.odt", &review().bytes());
}
