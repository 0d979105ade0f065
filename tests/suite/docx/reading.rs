//! What stands in a Word document is read as Word shows it, and every character leads back to its run.

use candour::document::{Document, Zone};
use candour::input::docx::Docx;
use candour::input::{Revision, read};
use candour::patterns::Catalogue;
use candour::scan::scan;
use candour::text::{Lexicon, MarkKind, Text};

use super::paper::{Paper, STRICT, WORD, item, level, list, p, pp, r};
use crate::place;

/// The text of a document, once each of its characters was followed back to the part.
fn text(paper: &Paper) -> Text {
    text_of(paper, Revision::Final)
}

fn text_of(paper: &Paper, revision: Revision) -> Text {
    let bytes = paper.bytes();
    let docx = Docx::read(&bytes, revision).unwrap();
    let mut last = 0;
    for piece in &docx.map.pieces {
        assert!(piece.span.start >= last, "pieces rise");
        last = piece.span.end;
        let run = &docx.map.runs[piece.run as usize];
        let part = docx.package.xml(&docx.map.parts[run.part as usize]).unwrap().unwrap();
        assert!(run.raw.start < piece.raw.start && piece.raw.end < run.raw.end);
        assert!(part[run.raw.clone()].starts_with('<') && part[run.raw.clone()].ends_with('>'));
        let (shown, raw) = (docx.text.slice(piece.span), &part[piece.raw.clone()]);
        assert!(
            shown == raw || raw.starts_with(['<', '&']) || raw.contains(['\n', '\t']),
            "{shown:?} from {raw:?}"
        );
    }
    let covered: u32 = docx.map.pieces.iter().map(|piece| piece.span.len()).sum();
    let between = docx.text.content.len() as u32 - covered;
    assert!(
        between as usize <= docx.text.marks.len(),
        "only line ends and tabs come from no run"
    );
    docx.text
}

fn lines(paper: &Paper) -> Vec<String> {
    text(paper).content.lines().map(str::to_owned).collect()
}

/// The paragraphs with the numbers that Word prints.
fn printed(paper: &Paper) -> Vec<String> {
    place::printed(&text(paper))
}

fn kinds(paper: &Paper) -> Vec<MarkKind> {
    text(paper).marks.into_iter().map(|mark| mark.kind).collect()
}

#[test]
fn runs_are_one_text_with_entities_tabs_and_special_hyphens() {
    let body = "<w:p><w:r><w:t>The mo</w:t></w:r><w:proofErr w:type=\"x\"/><w:r><w:rPr><w:b/></w:rPr><w:t>ther</w:t></w:r><w:r><w:t xml:space=\"preserve\"> &amp; the &#8216;boy&#x2019;</w:t><w:tab/><w:t>were</w:t><w:br/><w:t>re</w:t><w:softHyphen/><w:t>assured</w:t><w:noBreakHyphen/></w:r><w:r><w:t>  or  not  </w:t></w:r><w:r><w:t xml:space=\"preserve\"> so</w:t></w:r></w:p>";
    assert_eq!(
        text(&Paper::new(body)).content,
        "The mother & the \u{2018}boy\u{2019}\twere\nre\u{ad}assured\u{2011}or  not so\n"
    );
}

#[test]
fn symbols_become_what_they_show() {
    let body = "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:t xml:space=\"preserve\"> seen</w:t></w:r></w:p>";
    assert_eq!(lines(&Paper::new(body)), ["\u{2713} seen"]);
}

#[test]
fn numbers_count_by_level_and_start_again() {
    let levels = level(0, "decimal", "%1.", "") + &level(1, "decimal", "%1.%2", "") + &level(2, "lowerLetter", "(%3)", "");
    let body = [
        item(1, 0, "One"),
        item(1, 1, "a"),
        item(1, 1, "b"),
        item(1, 2, "deep"),
        item(1, 2, "deeper"),
        p("Between"),
        item(1, 0, "Two"),
        item(1, 1, "c"),
        item(1, 2, "again"),
        item(2, 0, "Other list"),
        item(3, 0, "Restarted"),
        item(3, 0, "Next"),
        item(0, 0, "Taken out"),
        item(9, 0, "Undefined"),
    ]
    .concat();
    let lists = list(1, &levels)
        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>";
    let expected = [
        "1. One",
        "1.1 a",
        "1.2 b",
        "(a) deep",
        "(b) deeper",
        "Between",
        "2. Two",
        "2.1 c",
        "(a) again",
        "3. Other list",
        "7. Restarted",
        "8. Next",
        "Taken out",
        "Undefined",
    ];
    let paper = Paper::new(&body).numbering(&lists);
    assert_eq!(printed(&paper), expected);
    assert!(!text(&paper).content.contains("1.1"), "printed numbers are no text");
}

#[test]
fn numbers_in_words_letters_and_legal_style() {
    let levels = level(0, "upperRoman", "Part %1", "")
        + &level(1, "decimal", "%1.%2", "<w:isLgl/>")
        + &level(2, "cardinalText", "Finding %3", "<w:lvlRestart w:val=\"0\"/>")
        + &level(3, "ordinal", "%4", "<w:lvlRestart w:val=\"1\"/>");
    let body = [
        item(1, 0, "A"),
        item(1, 1, "B"),
        item(1, 2, "C"),
        item(1, 3, "D"),
        item(1, 1, "E"),
        item(1, 2, "F"),
        item(1, 3, "G"),
        item(1, 0, "H"),
        item(1, 2, "I"),
        item(1, 3, "J"),
    ]
    .concat();
    let expected = [
        "Part I A",
        "1.1 B",
        "Finding One C",
        "1st D",
        "1.2 E",
        "Finding Two F",
        "2nd G",
        "Part II H",
        "Finding Three I",
        "1st J",
    ];
    assert_eq!(printed(&Paper::new(&body).numbering(&list(1, &levels))), expected);
}

#[test]
fn styles_number_paragraphs_and_make_headings() {
    let styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Para\"><w:name w:val=\"Numbered\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:name w:val=\"Sub\"/><w:basedOn w:val=\"Para\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"T1\"><w:name w:val=\"toc 1\"/></w:style>\
        <w:style w:type=\"numbering\" w:styleId=\"L\"><w:name w:val=\"List\"/><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:name w:val=\"Quote\"/></w:style>";
    let levels = level(0, "decimal", "%1", "<w:pStyle w:val=\"H1\"/>") + &level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Para\"/>");
    let lists = list(1, &levels)
        + "<w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"L\"/></w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>"
        + &list(3, &level(0, "bullet", "\u{b7}", ""));
    let body = [
        pp("<w:pStyle w:val=\"T1\"/>", "Findings 3"),
        pp("<w:pStyle w:val=\"H1\"/>", "Findings"),
        pp("<w:pStyle w:val=\"Para\"/>", "The first."),
        pp("<w:pStyle w:val=\"Sub\"/>", "The second."),
        pp("<w:outlineLvl w:val=\"2\"/>", "Outlined"),
        pp("<w:pStyle w:val=\"H1\"/><w:outlineLvl w:val=\"9\"/>", "Not a heading"),
        item(2, 0, "A bullet"),
        pp("<w:pStyle w:val=\"Q\"/>", "Said"),
    ]
    .concat();
    let paper = Paper::new(&body).styles(styles).numbering(&lists);
    assert_eq!(
        printed(&paper),
        [
            "Findings 3",
            "1 Findings",
            "1.1 The first.",
            "1.2 The second.",
            "Outlined",
            "2 Not a heading",
            "A bullet",
            "Said"
        ]
    );
    let blocks: Vec<MarkKind> = kinds(&paper)
        .into_iter()
        .filter(|kind| !matches!(kind, MarkKind::Label(_)))
        .collect();
    let (heading, third) = (MarkKind::Heading(1), MarkKind::Heading(3));
    assert_eq!(
        blocks,
        [
            MarkKind::Contents,
            heading,
            MarkKind::Paragraph,
            MarkKind::Paragraph,
            third,
            MarkKind::Paragraph,
            MarkKind::Item,
            MarkKind::Quote
        ]
    );
}

#[test]
fn references_find_printed_numbers_and_labels() {
    let levels = level(0, "decimal", "%1", "") + &level(1, "decimal", "%1.%2", "");
    let lists =
        list(1, &levels) + &list(2, &level(0, "cardinalText", "Finding %1", "")) + &list(3, &level(0, "decimal", "Recommendation %1:", ""));
    let body = [
        item(1, 0, "Background"),
        item(1, 1, "The family moved twice, as paragraph 1.2 says."),
        item(1, 1, "The school knew, see paragraph 1.9 and Finding Two."),
        item(2, 0, "Records were kept apart"),
        item(2, 0, "Visits were missed"),
        item(3, 0, "The Board should ask the Trust to name one lead by May 2026."),
        p("Recommendation 1 answers Finding Two."),
    ]
    .concat();
    let catalogue = Catalogue::builtin().unwrap();
    let scan = scan(
        read("a.docx", &Paper::new(&body).numbering(&lists).bytes()).unwrap(),
        &catalogue,
        None,
    );
    let entries: Vec<&str> = scan.document.outline.entries.iter().map(|entry| entry.label.as_str()).collect();
    for label in ["1.1", "1.2", "Finding One", "Finding Two", "Recommendation 1"] {
        assert!(entries.contains(&label), "{label} of {entries:?}");
    }
    let states: Vec<String> = scan
        .graph
        .references
        .iter()
        .map(|it| format!("{} {}", scan.document.fold.slice(it.span), it.state.name()))
        .collect();
    assert_eq!(
        states,
        [
            "paragraph 1.2 ok",
            "paragraph 1.9 dangling",
            "Finding Two ok",
            "Recommendation 1 ok",
            "Finding Two ok"
        ]
    );
    for annotation in &scan.annotations {
        assert!(!scan.text.slice(annotation.span).is_empty());
    }
}

#[test]
fn a_number_alone_in_a_cell_numbers_its_row() {
    let row = |cells: &[String]| {
        let cells: String = cells.iter().map(|cell| format!("<w:tc><w:tcPr/>{cell}</w:tc>")).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let table = format!(
        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>{}{}{}</w:tbl>",
        row(&[p("No"), p("Action"), p("Lead")]),
        row(&[item(1, 0, ""), p("Visit the family weekly"), p("HV")]),
        row(&[item(1, 0, ""), p("Map the network"), p("SW")]),
    );
    let paper = Paper::new(&table).numbering(&list(1, &level(0, "decimal", "%1.", "")));
    let document = Document::parse(&text(&paper), &Lexicon::default());
    let labels: Vec<(&str, Option<&str>)> = document
        .statements
        .iter()
        .map(|s| (s.label.as_str(), s.number.as_deref()))
        .collect();
    assert_eq!(labels, [("Action 1", Some("1")), ("Action 2", Some("2"))]);
}

#[test]
fn tables_are_rows_and_cells_and_boxes_are_text() {
    let cell = |properties: &str, inside: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>");
    let grid = |columns: usize| format!("<w:tblGrid>{}</w:tblGrid>", "<w:gridCol/>".repeat(columns));
    let inner = format!(
        "<w:tbl>{}<w:tr>{}{}</w:tr></w:tbl>",
        grid(2),
        cell("", &p("in 1")),
        cell("", &p("in 2"))
    );
    let body = format!(
        "<w:tbl><w:tblPr/>{}<w:tr><w:trPr><w:tblHeader/></w:trPr>{}</w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>{}<w:tbl>{}<w:tr>{}</w:tr></w:tbl>",
        grid(2),
        cell("<w:gridSpan w:val=\"2\"/>", &p("Whole title")),
        cell("", &p("What")),
        cell("", &p("Who")),
        cell("", &(p("Do it") + &p("and more"))),
        cell("", &(p("HV") + &inner)),
        p("Between"),
        grid(1),
        cell("", &(p("Boxed") + &inner)),
    );
    let paper = Paper::new(&body);
    let cell = |table, row, column, header| MarkKind::Cell {
        table,
        row,
        column,
        header,
    };
    let text = text(&paper);
    let found: Vec<(MarkKind, &str)> = text.marks.iter().map(|mark| (mark.kind.clone(), text.slice(mark.span))).collect();
    let expected = [
        (MarkKind::Paragraph, "Whole title"),
        (cell(0, 0, 0, true), "What"),
        (cell(0, 0, 1, true), "Who"),
        (cell(0, 1, 0, false), "Do it"),
        (cell(0, 1, 0, false), "and more"),
        (cell(0, 1, 1, false), "HV"),
        (cell(0, 1, 1, false), "in 1"),
        (cell(0, 1, 1, false), "in 2"),
        (MarkKind::Paragraph, "Between"),
        (MarkKind::Paragraph, "Boxed"),
        (cell(1, 0, 0, false), "in 1"),
        (cell(1, 0, 1, false), "in 2"),
    ];
    assert_eq!(found, expected);
    assert!(text.content.contains("What\tWho\n"));
    let document = Document::parse(&text, &Lexicon::default());
    let cells = document.blocks.iter().filter(|block| block.zone == Zone::Table).count();
    assert_eq!(cells, 6, "the paragraphs of one cell are one block");
}

#[test]
fn notes_stand_at_the_end_and_not_in_the_sentence() {
    let note = |id: u32, text: &str| {
        format!(
            "<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>",
            r(text)
        )
    };
    let notes = format!(
        "<w:footnotes xmlns:w=\"{WORD}\"><w:footnote w:type=\"separator\" w:id=\"-1\">{}</w:footnote>{}{}{}</w:footnotes>",
        p("-----"),
        note(2, "Second in the part."),
        note(1, "The plan of May."),
        note(3, "Never referred to.")
    );
    let reference = |id: u32| format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let body = format!(
        "<w:p>{}{}{}{}</w:p>{}",
        r("The plan"),
        reference(1),
        r(" failed"),
        reference(2),
        p("Last.")
    );
    let paper = Paper::new(&body).with("footnotes", &notes);
    assert_eq!(
        lines(&paper),
        ["The plan failed", "Last.", "The plan of May.", "Second in the part."]
    );
    assert_eq!(kinds(&paper)[2..], [MarkKind::Note, MarkKind::Note]);
}

#[test]
fn tracked_changes_are_read_on_either_side() {
    let body = format!(
        "<w:p>{}<w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>could not</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"A\">{}</w:ins>{}</w:p>\
         <w:p><w:pPr><w:rPr><w:del w:id=\"3\" w:author=\"A\"/></w:rPr></w:pPr>{}</w:p>{}\
         <w:p><w:moveFrom w:id=\"4\" w:author=\"A\">{}</w:moveFrom></w:p><w:p><w:moveTo w:id=\"5\" w:author=\"A\">{}</w:moveTo></w:p>\
         <w:p><w:pPr><w:rPr><w:ins w:id=\"6\" w:author=\"A\"/></w:rPr></w:pPr>{}</w:p>{}",
        r("They "),
        r("did"),
        r(" visit."),
        r("Joined "),
        p("to this."),
        r("Moved"),
        r("Moved"),
        r("Split "),
        p("in two."),
    );
    let paper = Paper::new(&body);
    assert_eq!(lines(&paper), ["They did visit.", "Joined to this.", "Moved", "Split ", "in two."]);
    let original = text_of(&paper, Revision::Original).content;
    assert_eq!(
        original.lines().collect::<Vec<_>>(),
        ["They could not visit.", "Joined ", "to this.", "Moved", "Split in two."]
    );
}

#[test]
fn text_boxes_stand_once_after_the_paragraph_that_carries_them() {
    let shape = format!(
        "<w:drawing><wps:wsp><wps:txbx><w:txbxContent>{}{}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>",
        p("In the box"),
        p("and below")
    );
    let old = format!(
        "<w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>",
        p("In the box")
    );
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>{}</w:p>{}",
        r("Before"),
        r(" and after"),
        p("Next")
    );
    let paper = Paper::new(&body);
    assert_eq!(lines(&paper), ["Before and after", "In the box", "and below", "Next"]);
    let bytes = paper.bytes();
    let docx = Docx::read(&bytes, Revision::Final).unwrap();
    let carried: Vec<bool> = docx
        .map
        .pieces
        .iter()
        .map(|piece| docx.map.runs[piece.run as usize].carrier.is_some())
        .collect();
    assert_eq!(carried, [false, false, true, true, false]);
}

#[test]
fn fields_show_their_results() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let body = format!(
        "<w:p>{}{}<w:r><w:instrText> REF </w:instrText></w:r>{}{}{}{}{}{}{}{}</w:p><w:p><w:fldSimple w:instr=\"PAGE\">{}</w:fldSimple></w:p>",
        r("See paragraph "),
        field("begin"),
        field("begin"),
        r("hidden"),
        field("end"),
        field("separate"),
        r("7.1"),
        field("end"),
        r(" above"),
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>.</w:t></w:r>",
        r("4")
    );
    assert_eq!(lines(&Paper::new(&body)), ["See paragraph 7.1 above.", "4"]);
    let open = format!("<w:p>{}{}{}</w:p>", field("begin"), r("Not lost"), "");
    let text = text(&Paper::new(&open));
    assert_eq!((text.content.as_str(), text.warnings.len()), ("Not lost\n", 1));
}

#[test]
fn controls_links_and_insertions_are_passed_through() {
    let body = format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"a\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/a\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt><w:hyperlink r:id=\"x\">{}</w:hyperlink><w:smartTag>{}</w:smartTag><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt></w:p><w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>{}</w:p>",
        p("Controlled"),
        r("Bound "),
        r("link"),
        r(" tag"),
        r("Click here to enter text."),
        r("sum")
    );
    assert_eq!(lines(&Paper::new(&body)), ["Controlled", "Bound link tag", "sum"]);
}

#[test]
fn other_names_and_namespaces_are_the_same_document() {
    let strict = Paper::raw(&format!(
        "<x:document xmlns:x=\"{STRICT}\"><x:body><x:p><x:r><x:t>Seen</x:t></x:r></x:p></x:body></x:document>"
    ));
    assert_eq!(lines(&strict), ["Seen"]);
    let bare = Paper::raw(&format!(
        "<document xmlns=\"{WORD}\"><body><p><r><t>Seen</t></r></p></body></document>"
    ));
    assert_eq!(lines(&bare), ["Seen"]);
    let marked = Paper::raw(&format!(
        "\u{feff}<w:document xmlns:w=\"{WORD}\"><w:body>{}</w:body></w:document>",
        p("Seen")
    ));
    assert_eq!(lines(&marked), ["Seen"]);
    let mut elsewhere = Paper::new(&p("Seen"));
    for (name, content) in &mut elsewhere.parts {
        if name == "word/document.xml" {
            *name = "odd/main2.xml".into();
        } else if name == "_rels/.rels" {
            *content = String::from_utf8(content.clone())
                .unwrap()
                .replace("word/document.xml", "/odd/main2.xml")
                .into_bytes();
        }
    }
    assert_eq!(lines(&elsewhere), ["Seen"]);
}
