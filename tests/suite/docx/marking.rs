//! A marked-up copy is the same document with comments on exactly the words, and nothing else changed.

use std::sync::LazyLock;

use candour::identity::Accepted;
use candour::input::package::Package;
use candour::input::xml::{Token, Xml};
use candour::input::{Revision, docx::Docx, read};
use candour::patterns::Catalogue;
use candour::reading::Reading;
use candour::report::docx::{MOST_COMMENTS, mark_up};
use candour::report::{Edition, Units};
use candour::scan::scan;
use proptest::prelude::*;

use super::damaged::TAGS;
use super::paper::{Paper, STRICT, WORD, item, level, list, p, r};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::builtin().unwrap());

/// The copy of `bytes` with at most `most` comments.
fn copy(bytes: &[u8], most: usize) -> Vec<u8> {
    let catalogue = &*CATALOGUE;
    let accepted = Accepted::default();
    let edition = Edition {
        rules_sha256: catalogue.rules_sha256(),
        units: Units::default(),
        excerpts: true,
        accepted: &accepted,
    };
    let reading = Reading::new("a.docx".into(), bytes.to_vec(), |text| scan(text, catalogue, None));
    mark_up(bytes, reading.outcome.as_ref().unwrap(), &edition, most).unwrap().bytes
}

fn main_part(bytes: &[u8]) -> String {
    Docx::read(bytes, Revision::Final).unwrap().source
}

/// The words between the marks of each comment of the main part, in the order of their ids, and who wrote it.
fn commented(bytes: &[u8]) -> Vec<(String, String)> {
    let docx = Docx::read(bytes, Revision::Final).unwrap();
    let name = &docx.relations.iter().find(|it| it.kind == "comments").unwrap().target;
    let comments = docx.package.xml(name).unwrap().unwrap();
    let mut xml = Xml::new(&comments);
    let mut authors: Vec<(String, String)> = vec![];
    loop {
        match xml.token().unwrap() {
            Token::Open(tag) if tag.word() == "comment" => {
                authors.push((tag.attr("id").unwrap().into_owned(), tag.attr("author").unwrap().into_owned()));
            }
            Token::End => break,
            _ => {}
        }
    }
    let words = |id: &str| {
        let (mut on, mut shown, mut ended, mut referred) = (false, String::new(), 0, 0);
        let mut open: Vec<&str> = vec![];
        let mut xml = Xml::new(&docx.source);
        loop {
            match xml.token().unwrap() {
                Token::Open(tag) => {
                    let own = tag.attr("id").is_some_and(|own| own == id);
                    match tag.word() {
                        "commentRangeStart" if own => on = true,
                        "commentRangeEnd" if own => {
                            on = false;
                            ended += 1;
                        }
                        "commentReference" if own => referred += 1,
                        "tab" if on => shown.push('\t'),
                        _ => {}
                    }
                    open.push(tag.word());
                }
                Token::Close => drop(open.pop()),
                Token::Text(text) if on && open.last() == Some(&"t") => shown.push_str(text),
                Token::Char(sign) if on && open.last() == Some(&"t") => shown.push(sign),
                Token::End => break,
                _ => {}
            }
        }
        assert_eq!((ended, referred), (1, 1), "comment {id} stands once");
        shown
    };
    authors.into_iter().map(|(id, author)| (words(&id), author)).collect()
}

/// Every character that is shown, with the properties of its run.
fn set(source: &str) -> Vec<(char, String)> {
    let mut xml = Xml::new(source);
    let (mut shown, mut properties, mut open) = (vec![], vec![], vec![]);
    loop {
        match xml.token().unwrap() {
            Token::Open(tag) if tag.word() == "rPr" && open.last() == Some(&"r") => {
                let start = xml.at().start;
                xml.skip().unwrap();
                *properties.last_mut().unwrap() = source[start..xml.at().end].to_owned();
            }
            Token::Open(tag) => {
                if tag.word() == "r" {
                    properties.push(String::new());
                }
                open.push(tag.word());
            }
            Token::Close if open.pop() == Some("r") => drop(properties.pop()),
            Token::Text(text) if open.last() == Some(&"t") => {
                shown.extend(text.chars().filter(|&c| c != ' ').map(|c| (c, properties.last().unwrap().clone())));
            }
            Token::End => return shown,
            _ => {}
        }
    }
}

/// Marks `paper` up, checks what must hold of every copy, and gives the words that candour commented on.
fn marked(paper: &Paper) -> Vec<String> {
    let before = paper.bytes();
    let after = copy(&before, MOST_COMMENTS);
    let text = |bytes: &[u8]| Docx::read(bytes, Revision::Final).unwrap().text;
    assert_eq!(text(&before).content, text(&after).content);
    assert_eq!(text(&before).marks, text(&after).marks);
    assert_eq!(
        set(&main_part(&before)),
        set(&main_part(&after)),
        "every character keeps its properties"
    );
    assert!(copy(&after, MOST_COMMENTS) == after, "a second copy is the first");
    let (old, new) = (Package::open(&before).unwrap(), Package::open(&after).unwrap());
    for (name, packed) in old.packed().unwrap() {
        let changes = ["document.xml", "main2.xml", "comments.xml", ".rels", "[Content_Types].xml"];
        if !changes.iter().any(|end| name.ends_with(end)) {
            let copied = new.packed().unwrap().into_iter().find(|(own, _)| *own == name).unwrap().1;
            assert!(packed.data == copied.data, "{name} is copied as it was packed");
        }
    }
    commented(&after)
        .into_iter()
        .filter(|(_, author)| author == "candour")
        .map(|(words, _)| words)
        .collect()
}

#[test]
fn words_inside_a_run_are_cut_out_with_its_properties() {
    let body = "<w:p><w:r w:rsidR=\"00A1\"><w:rPr><w:i/></w:rPr><w:t>Both were safe and well &amp; happy.</w:t></w:r></w:p>";
    let paper = Paper::new(body);
    assert_eq!(marked(&paper), ["safe and well"]);
    let source = main_part(&copy(&paper.bytes(), 9));
    assert!(
        source
            .contains("<w:r w:rsidR=\"00A1\"><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">safe and well</w:t></w:r><w:commentRangeEnd"),
        "{source}"
    );
    assert!(source.contains("<w:t xml:space=\"preserve\">Both were </w:t>"));
}

#[test]
fn words_over_several_runs_keep_theirs() {
    let body = format!(
        "<w:p>{}<w:r><w:rPr><w:b/></w:rPr><w:t>fe a</w:t></w:r><w:bookmarkStart w:id=\"0\" w:name=\"x\"/><w:del w:id=\"9\" w:author=\"A\"><w:r><w:delText>gone</w:delText></w:r></w:del>{}<w:bookmarkEnd w:id=\"0\"/></w:p>",
        r("They were sa"),
        r("nd well today.")
    );
    assert_eq!(marked(&Paper::new(&body)), ["safe and well"]);
}

#[test]
fn blanks_that_word_does_not_show_stay_unseen() {
    let body = "<w:p><w:r><w:t>  Both safe and well again  </w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    assert_eq!(marked(&Paper::new(body)), ["safe and well"]);
    let body = "<w:p><w:r><w:lastRenderedPageBreak/><w:tab/><w:t xml:space=\"preserve\">safe and well</w:t><w:br/><w:t>All safe and well</w:t></w:r></w:p>";
    assert_eq!(marked(&Paper::new(body)), ["safe and well", "safe and well"]);
}

#[test]
fn marks_stand_beside_the_run_whatever_holds_it() {
    let body = format!(
        "<w:p><w:hyperlink r:id=\"x\">{}</w:hyperlink></w:p><w:p><w:ins w:id=\"1\" w:author=\"A\">{}</w:ins></w:p><w:p><w:smartTag>{}</w:smartTag></w:p><w:p><w:fldSimple w:instr=\"REF a\">{}</w:fldSimple></w:p>",
        r("The boy was safe and well."),
        r("The girl was safe and well."),
        r("The baby was safe and well."),
        r("The twins were safe and well.")
    );
    assert_eq!(marked(&Paper::new(&body)), ["safe and well"; 4]);
}

#[test]
fn what_is_bound_to_data_is_marked_from_outside() {
    let control = format!(
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/a\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        r("was safe and well")
    );
    let paper = Paper::new(&format!("<w:p>{}{control}{}</w:p>", r("The boy "), r(" then.")));
    assert_eq!(marked(&paper), ["was safe and well"]);
    let source = main_part(&copy(&paper.bytes(), 9));
    assert!(source.contains(&control), "the control is as it was");
}

#[test]
fn text_boxes_and_notes_are_marked_on_the_run_that_carries_them() {
    let shape = format!(
        "<w:drawing><wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>",
        p("Boxed: safe and well.")
    );
    let body = format!(
        "{}<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{shape}</mc:Choice></mc:AlternateContent></w:r>{}<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
        p("1.1 The first paragraph.") + &p("1.2 The second paragraph."),
        r("Before"),
        r("after")
    );
    let note = format!(
        "<w:footnotes xmlns:w=\"{WORD}\"><w:footnote w:id=\"1\">{}</w:footnote></w:footnotes>",
        p("See paragraph 1.9 of this report.")
    );
    let paper = Paper::new(&body).with("footnotes", &note);
    assert_eq!(marked(&paper), ["Boxed: safe and well.", ""]);
    let source = main_part(&copy(&paper.bytes(), 9));
    assert!(source.contains(&shape));
    assert!(
        source.contains("<w:commentRangeStart w:id=\"1\"/><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:commentRangeEnd w:id=\"1\"/>"),
        "{source}"
    );
}

#[test]
fn comments_of_others_stay_and_own_ones_are_replaced() {
    let body = format!(
        "<w:p><w:commentRangeStart w:id=\"4\"/>{}<w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r></w:p><w:p><w:commentRangeStart w:id=\"5\"/>{}<w:commentRangeEnd w:id=\"5\"/><w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id=\"5\"/></w:r></w:p>",
        r("The boy was safe and well."),
        r("A stale remark stood here.")
    );
    let comments = format!(
        "<w:comments xmlns:w=\"{WORD}\"><w:comment w:id=\"4\" w:author=\"Ann\" w:date=\"2026-01-05T00:00:00Z\">{}</w:comment><w:comment w:id=\"5\" w:author=\"candour\">{}</w:comment></w:comments>",
        p("Which visit?"),
        p("Old.")
    );
    let paper = Paper::new(&body).with("comments", &comments);
    assert_eq!(marked(&paper), ["safe and well"]);
    let after = copy(&paper.bytes(), 9);
    assert_eq!(commented(&after)[0], ("The boy was safe and well.".to_owned(), "Ann".to_owned()));
    let source = main_part(&after);
    assert!(!source.contains("w:id=\"5\"/><w:r><w:rPr><w:b/></w:rPr><w:commentReference") && source.contains("A stale remark stood here."));
    let empty = Paper::new(&p("The boy was safe and well.")).with("comments", &format!("<w:comments xmlns:w=\"{WORD}\" />"));
    assert_eq!(marked(&empty), ["safe and well"]);
}

#[test]
fn other_names_namespaces_and_a_mark_at_the_start_are_kept() {
    let said = "The boy was safe and well.";
    let strict = Paper::raw(&format!(
        "<x:document xmlns:x=\"{STRICT}\"><x:body><x:p><x:r><x:t>{said}</x:t></x:r></x:p></x:body></x:document>"
    ));
    assert_eq!(marked(&strict), ["safe and well"]);
    assert!(main_part(&copy(&strict.bytes(), 9)).contains("<x:commentRangeStart x:id=\"0\"/>"));
    let bare = Paper::raw(&format!(
        "<document xmlns=\"{WORD}\"><body><p><r><t>{said}</t></r></p></body></document>"
    ));
    assert_eq!(marked(&bare), ["safe and well"]);
    let with_mark = Paper::raw(&format!(
        "\u{feff}<w:document xmlns:w=\"{WORD}\"><w:body>{}</w:body></w:document>",
        p(said)
    ));
    assert_eq!(marked(&with_mark), ["safe and well"]);
    let mut elsewhere = Paper::new(&p(said));
    for (name, content) in &mut elsewhere.parts {
        if name == "word/document.xml" {
            *name = "odd/main2.xml".into();
        } else {
            *content = String::from_utf8(content.clone())
                .unwrap()
                .replace("word/document.xml", "odd/main2.xml")
                .into_bytes();
        }
    }
    assert_eq!(marked(&elsewhere), ["safe and well"]);
}

#[test]
fn tables_in_tables_and_printed_numbers_are_marked_too() {
    let cell = |inside: &str| format!("<w:tc><w:tcPr/>{inside}</w:tc>");
    let grid = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>";
    let inner = format!("<w:tbl>{grid}<w:tr>{}{}</w:tr></w:tbl>", cell(&p("safe and well")), cell(&p("b")));
    let body = format!(
        "<w:tbl>{grid}<w:tr>{}{}</w:tr></w:tbl>",
        cell(&p("All safe and well.")),
        cell(&(inner + "<w:p/>"))
    );
    assert_eq!(marked(&Paper::new(&body)), ["safe and well", "safe and well"]);
    let numbered = [item(1, 0, "The first says enough."), item(1, 0, "The second, see paragraph 9.")].concat();
    let paper = Paper::new(&numbered).numbering(&list(1, &level(0, "decimal", "1.%1", "")));
    marked(&paper);
}

#[test]
fn a_dense_rule_speaks_once_and_the_gravest_come_first() {
    let many: String = (0..30).map(|n| p(&format!("Visit {n}: both were safe and well."))).collect();
    let words = marked(&Paper::new(&many));
    assert_eq!(words.iter().filter(|words| *words == "safe and well").count(), 1, "{words:?}");
    let mixed: String = (0..8)
        .map(|n| p(&format!("See paragraph 9.{n}. The family did not engage. All were safe and well.")))
        .collect();
    let paper = Paper::new(&mixed);
    let all = commented(&copy(&paper.bytes(), MOST_COMMENTS)).len();
    let few = copy(&paper.bytes(), 5);
    assert!(all > 5 && commented(&few).len() == 5);
    let docx = Docx::read(&few, Revision::Final).unwrap();
    let comments = docx.package.xml("word/comments.xml").unwrap().unwrap();
    assert!(comments.contains(&format!("{} more remarks were left out", all - 4)), "{comments}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_main_part_comes_back_whole(tags in prop::collection::vec((0..TAGS.len(), any::<bool>()), 0..25)) {
        let said = "<w:r><w:t>All safe and well</w:t></w:r>";
        let body: String = tags.iter().map(|&(tag, then)| TAGS[tag].to_owned() + if then { said } else { "" }).collect();
        for paper in [Paper::new(&body), Paper::new(&format!("<w:p>{body}</w:p>"))] {
            let before = paper.bytes();
            if let Ok(text) = read("a.docx", &before) {
                let after = copy(&before, MOST_COMMENTS);
                prop_assert_eq!(&read("a.docx", &after).unwrap().content, &text.content);
                prop_assert!(copy(&after, MOST_COMMENTS) == after);
            }
        }
    }
}
