//! The Word documents of the corpus are made here, so that what stands in them can be read and changed as text.
//!
//! `UPDATE=1 cargo test --test suite docx::corpus` writes them anew.

use super::paper::{Paper, WORD, item, level, list, p, pp, r};
use crate::place::hold_made;

/// A review with printed numbers, labels that Word counts, notes, tracked changes and a plan numbered in its cells.
fn review() -> Paper {
    let styles = [
        ("Title", "Title", ""),
        (
            "H1",
            "heading 1",
            "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/>",
        ),
        (
            "Body",
            "Numbered Paragraph",
            "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>",
        ),
        (
            "Finding",
            "Finding",
            "<w:numPr><w:numId w:val=\"2\"/></w:numPr><w:outlineLvl w:val=\"1\"/>",
        ),
        ("TOC1", "toc 1", ""),
    ];
    let styles: String = styles
        .iter()
        .map(|(id, name, properties)| {
            format!("<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:pPr>{properties}</w:pPr></w:style>")
        })
        .collect();
    let lists = [
        list(
            1,
            &(level(0, "decimal", "%1", "<w:pStyle w:val=\"H1\"/>")
                + &level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Body\"/>")
                + &level(2, "lowerLetter", "(%3)", "")),
        ),
        list(2, &level(0, "cardinalText", "Finding %1", "")),
        list(3, &level(0, "decimal", "Recommendation %1:", "")),
        list(4, &level(0, "decimal", "%1.", "")),
    ]
    .concat();
    let content = review_text();
    let notes = format!(
        "<w:footnotes xmlns:w=\"{WORD}\"><w:footnote w:type=\"separator\" w:id=\"-1\">{}</w:footnote><w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote></w:footnotes>",
        p(""),
        r(" Housing file, entry of 5 March 2024.")
    );
    Paper::new(&content).styles(&styles).numbering(&lists).with("footnotes", &notes)
}

/// What stands in the review.
fn review_text() -> String {
    let title = |text: &str| pp("<w:pStyle w:val=\"Title\"/>", text);
    let entry = |text: &str| pp("<w:pStyle w:val=\"TOC1\"/>", text);
    let chapter = |text: &str| pp("<w:pStyle w:val=\"H1\"/>", text);
    let body = |text: &str| pp("<w:pStyle w:val=\"Body\"/>", text);
    let finding = |text: &str| pp("<w:pStyle w:val=\"Finding\"/>", text);
    let noted = "<w:p><w:pPr><w:pStyle w:val=\"Body\"/></w:pPr>".to_owned()
        + &r("The housing officer visited on 4 March 2024")
        + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>"
        + &r(" and wrote that Mr Pell was safe and well.")
        + "</w:p>";
    let tracked = "<w:p><w:pPr><w:pStyle w:val=\"Body\"/></w:pPr>".to_owned()
        + &r("The nurse ")
        + "<w:del w:id=\"1\" w:author=\"Editor\"><w:r><w:delText xml:space=\"preserve\">had no concerns and </w:delText></w:r></w:del>"
        + "<w:ins w:id=\"2\" w:author=\"Editor\">"
        + &r("did not look at his feet. She ")
        + "</w:ins>"
        + &r("left at 10.20.")
        + "</w:p>";
    [
        title("Safeguarding Adults Review: Mr Pell"),
        entry("1\tBackground\t2"),
        entry("2\tWhat was found\t3"),
        chapter("Background"),
        body("Mr Pell was 71 and lived alone in a first-floor flat in Ashcombe. He had diabetes and had stopped going to the clinic in October 2023."),
        noted,
        tracked,
        body("The tenancy was said to be at risk for three reasons:"),
        item(1, 2, "the rent had not been paid since January;"),
        item(1, 2, "a neighbour had complained about the smell;"),
        item(1, 2, "nobody had a key."),
        chapter("What was found"),
        finding("Each service closed its part when he did not engage"),
        body("The clinic wrote to him twice and discharged him. Staff told the reviewer that he had failed to engage. (This is addressed in the Action Plan)"),
        body("As set out in paragraph 1.2, the housing officer saw him once. The visit described in paragraph 1.9 was made by telephone."),
        finding("Nobody asked what he could see to himself"),
        body("The assessment said that he had capacity and was \u{201c}making lifestyle choices\u{201d}. No one wrote down which decision had been looked at."),
        chapter("Recommendations"),
        item(3, 0, "The clinic should tell the GP within five working days when a patient with foot ulcers misses two appointments."),
        item(3, 0, "All agencies should ensure that they work together going forward."),
        chapter("Action plan"),
        plan(),
        body("Progress will be monitored. Finding Two and Finding Three are answered by Recommendation 2."),
    ]
    .concat()
}

fn plan() -> String {
    let rows = [
        [
            item(4, 0, ""),
            p("Write to every GP practice about missed foot appointments (paragraph 2.1)"),
            p("Clinic manager"),
            p("30 June 2024"),
        ],
        [
            item(4, 0, ""),
            p("Raise awareness of self-neglect"),
            p("All agencies"),
            p("Ongoing"),
        ],
        [
            item(4, 0, ""),
            p("Keep a spare key register, see paragraph 1.4"),
            p("Housing, Ms Oduya"),
            p("ASAP"),
        ],
    ];
    table(&["No", "Action", "Lead", "By when"], &rows)
}

fn table<const N: usize>(head: &[&str; N], rows: &[[String; N]]) -> String {
    let row = |properties: &str, cells: &[String]| {
        let cells: String = cells.iter().map(|cell| format!("<w:tc><w:tcPr/>{cell}</w:tc>")).collect();
        format!("<w:tr>{properties}{cells}</w:tr>")
    };
    let head = row("<w:trPr><w:tblHeader/></w:trPr>", &head.map(p));
    let rows: String = rows.iter().map(|cells| row("", cells)).collect();
    format!(
        "<w:tbl><w:tblPr/><w:tblGrid>{}</w:tblGrid>{head}{rows}</w:tbl>",
        "<w:gridCol/>".repeat(N)
    )
}

/// Minutes with split runs, a box, a form's controls, hidden words, and decisions that Word numbers anew.
fn minutes() -> Paper {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>";
    let lists = list(1, &level(0, "decimal", "%1.", ""))
        + &list(2, &level(0, "bullet", "\u{b7}", ""))
        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
    let heading = |text: &str| pp("<w:pStyle w:val=\"H2\"/>", text);
    let boxed = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>{1}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{1}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        r("The chair read out the ground rules."),
        p("Confidential: not to be copied without the chair\u{2019}s leave.")
    );
    let split = "<w:p><w:r><w:t>School said that Kai is a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> resil</w:t></w:r><w:r><w:t>ient child and that there are no</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space=\"preserve\"> written</w:t></w:r><w:r><w:t xml:space=\"preserve\"> concerns</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    let date = format!(
        "<w:p>{}<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>{}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
        r("Date of meeting: "),
        r("12 February 2025"),
        r(". Venue: "),
        r("Click or tap to enter text.")
    );
    let people = [
        [p("Ruth Amery"), p("Social worker, chair")],
        [p("Dan Holt"), p("Health visitor")],
        [p("Ms Price"), p("Mother")],
    ];
    let actions = [
        [
            p("Health visitor to weigh the baby and write down what she eats"),
            p("Dan Holt"),
            p("19 February 2025"),
        ],
        [p("School to keep monitoring"), p("School"), p("")],
        [p("Work to be done with father around his engagement"), p(""), p("Next meeting")],
    ];
    let content = [
        p("Core group meeting: Kai and Elsie Price"),
        date,
        heading("Present"),
        table(&["Name", "Role"], &people),
        boxed,
        heading("Discussion"),
        item(1, 0, "Ms Price said that the boiler was mended on 3 February."),
        item(
            1,
            0,
            "Dan Holt saw Elsie at home on 10 February. The visit went well and both children presented as fine.",
        ),
        split.to_owned(),
        item(2, 0, "Father has disengaged."),
        item(2, 0, "Grandmother is supportive."),
        heading("Decisions"),
        item(3, 0, "The plan is to continue."),
        item(
            3,
            0,
            "The group will consider stepping down if things keep improving, as stated above.",
        ),
        heading("Actions"),
        table(&["Action", "Who", "By when"], &actions),
    ]
    .concat();
    Paper::new(&content).styles(styles).numbering(&lists)
}

#[test]
fn the_documents_of_the_corpus_are_those_made_here() {
    for (name, paper) in [("pell-review.docx", review()), ("price-core-group.docx", minutes())] {
        hold_made(name, &paper.bytes());
    }
}
