//! Small documents, for what the planted chronologies do not show.

use super::*;
use crate::text::Lexicon;

fn read(content: &str) -> (Timeline, Vec<String>, Document) {
    let text = crate::input::read("test.txt", content.as_bytes()).unwrap();
    let document = Document::parse(&text, &Lexicon::default());
    let (timeline, remarks) = check(&document, &text, GAP_DAYS);
    let said = remarks.iter().map(|it| format!("{} {}", it.rule, text.slice(it.span))).collect();
    (timeline, said, document)
}

#[test]
fn rows_are_joined_over_a_page() {
    let content =
        "Date\tEvent\n5.1.15\tThe mother rang\n6.1.15\tShe came to the office and\n\n\twas given a voucher\n7.1.15\tVisit. Nobody in\n";
    let (timeline, said, document) = read(content);
    assert_eq!(timeline.rows.len(), 3, "{:?}", timeline.rows);
    let words: Vec<&str> = timeline.rows[1].account.iter().map(|&piece| document.fold.slice(piece)).collect();
    assert_eq!(words.join(" "), "She came to the office and was given a voucher");
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn who_is_seen() {
    let content = "Date\tEvent\n5.1.15\tBoth children seen with mother\n6.1.15\tJames's father said that the mother was out. Child not seen\n7.1.15\tChild in Need meeting\n8.1.15\tNurse saw the baby and his father\n";
    let (timeline, ..) = read(content);
    let seen: Vec<Vec<&str>> = timeline.rows.iter().map(|row| row.seen.names().collect()).collect();
    assert_eq!(seen, [vec!["child"], vec![], vec![], vec!["child", "father"]]);
    let named: Vec<Vec<&str>> = timeline.rows.iter().map(|row| row.named.names().collect()).collect();
    assert_eq!(named[1], ["child", "mother", "father"]);
    assert_eq!(named[2], Vec::<&str>::new());
}
