//! Small documents as boards, authors and conversions write them: what is wrong in them, and what only looks so.

mod acronyms;
mod contents;
mod names;
mod notes;
mod numbering;
mod quotations;
mod titles;

use super::*;
use crate::text::Lexicon;

/// "rule quote" for each remark of the rules that begin with `rule`.
fn said_of(name: &str, content: &str, rule: &str) -> Vec<String> {
    let text = crate::input::read(name, content.as_bytes()).unwrap();
    let document = Document::parse(&text, &Lexicon::default());
    let remarks = check(&document, &text);
    for it in &remarks {
        assert!(it.message.ends_with('.') && it.ask.ends_with('?'), "{}", it.message);
        assert!(
            RULES.iter().any(|known| known.name == it.rule && known.severity == it.severity),
            "{}",
            it.rule
        );
    }
    remarks
        .iter()
        .filter(|it| it.rule["editorial/".len()..].starts_with(rule))
        .map(|it| format!("{} {}", &it.rule["editorial/".len()..], text.slice(it.span)))
        .collect()
}

/// Holds the remarks of the rules that begin with `rule` against what is expected of each text.
fn hold(rule: &str, cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (content, expected) in cases {
        let said = said_of("a.txt", content, rule);
        if said != *expected {
            wrong.push(format!("{content}\n  said {said:?}\n  not  {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn letters_of_any_length_are_read() {
    for content in [
        "\u{bc}\u{f3}\u{f5} AB",
        "\u{e9}\u{e9} (\u{e9}QRT) \u{e9}",
        "QRT\u{e9} - \u{e9}\u{b9}\u{b2} \u{201c}\u{e9}",
        "\u{df} Strategy 2018\u{2013}21\u{e9}",
    ] {
        said_of("a.txt", content, "");
    }
}

#[test]
fn every_rule_says_a_sentence_and_has_its_category() {
    for rule in super::super::rules() {
        assert!(
            rule.says.ends_with('.') && rule.says.starts_with(char::is_uppercase),
            "{}",
            rule.says
        );
        assert!(["references", "actions", "chronology", "editorial"].contains(&rule.category()));
    }
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert!(names.is_sorted());
}
