//! A sentence ends at a full stop, question mark or exclamation mark that is no part of a number, an abbreviation or
//! an initial, before a word that can open the next.
//!
//! The rule is our own: of the libraries tried on review prose none kept "para. 7.1", "No. 3" and "J. Smith" whole.

use super::{Document, Sentence, Zone};
use crate::text::Span;

/// Words with a full stop that do not end a sentence, lower case, without the stop.
const ABBREVIATIONS: &[&str] = &[
    "para", "paras", "no", "nos", "e.g", "eg", "i.e", "ie", "cf", "p", "pp", "s", "ss", "sec", "art", "fig", "vol", "ch", "dr", "mr",
    "mrs", "ms", "mx", "prof", "rev", "hon", "st", "sgt", "insp", "supt", "cllr", "jr", "sr", "vs", "v", "approx", "dept", "ref", "refs",
    "reg", "ed", "eds", "al", "ibid", "viz", "inc", "ltd", "tel", "ext", "app", "rec", "recs", "min", "max",
];

/// The sentences of all blocks but those of the contents page.
pub(super) fn find(document: &Document) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(document.fold.text.len() / 100 + document.blocks.len());
    for (i, block) in document.blocks.iter().enumerate() {
        if block.zone == Zone::Contents || block.body.is_empty() {
            continue;
        }
        let text = document.fold.slice(block.body);
        let mut start = 0;
        for stop in memchr::memchr3_iter(b'.', b'?', b'!', text.as_bytes()) {
            // A sign that the sentence before has taken with it ("...") ends nothing.
            if let Some(end) = Some(stop).filter(|&stop| stop >= start).and_then(|stop| end_at(text, start, stop)) {
                push(&mut sentences, block.body.start, text, (start, end), i);
                start = end;
            }
        }
        push(&mut sentences, block.body.start, text, (start, text.len()), i);
    }
    sentences
}

fn push(sentences: &mut Vec<Sentence>, base: u32, text: &str, (start, end): (usize, usize), block: usize) {
    let piece = &text[start..end];
    let trimmed = piece.trim_start();
    let from = start + piece.len() - trimmed.len();
    let to = from + trimmed.trim_end().len();
    if to > from {
        sentences.push(Sentence {
            span: Span::new(base + from as u32, base + to as u32),
            block: block as u32,
        });
    }
}

/// Where the sentence that runs since `start` ends, if the sign at `stop` ends it: after closing marks and brackets.
fn end_at(text: &str, start: usize, stop: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = stop + 1;
    while matches!(bytes.get(end), Some(b'"' | b'\'' | b')' | b']' | b'.' | b'?' | b'!')) {
        end += 1;
    }
    if bytes.get(end) != Some(&b' ') {
        return None;
    }
    let opener = text[end..].trim_start().trim_start_matches(['"', '\'', '(', '[']);
    let next = opener.chars().next()?;
    if next.is_lowercase() || !(next.is_alphanumeric() || matches!(next, '-' | '\u{a3}' | '\u{2022}')) {
        return None;
    }
    if bytes[stop] == b'.' && end == stop + 1 && !stop_ends(&text[start..stop], next) {
        return None;
    }
    Some(end)
}

/// Whether a full stop after `before` can end a sentence when `next` opens what follows.
fn stop_ends(before: &str, next: char) -> bool {
    let word = last_word(before);
    if word.is_empty() {
        return !before.is_empty();
    }
    let number = word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let year = word.len() == 4 && !word.contains('.');
    if number && !year && next.is_ascii_digit() {
        return false;
    }
    let initial = word.len() == 1 && word.as_bytes()[0].is_ascii_uppercase() && word != "I";
    let initials = word.len() > 1
        && word
            .split('.')
            .all(|part| part.len() == 1 && part.as_bytes()[0].is_ascii_uppercase());
    let lower = word.to_ascii_lowercase();
    match lower.as_str() {
        // "No." before a number is an abbreviation, otherwise an answer.
        "no" | "nos" | "s" | "ss" | "p" | "pp" | "para" | "paras" | "fig" | "rec" | "recs" | "app" | "ref" | "refs" | "min" | "max"
        | "al" | "ext" | "ed" | "art" | "v" => !next.is_ascii_digit() && !matches!(lower.as_str(), "para" | "paras" | "pp" | "v"),
        _ => !initial && !initials && !ABBREVIATIONS.contains(&lower.as_str()),
    }
}

/// The last word of `text`, points inside it kept: "e.g", "J", "7.1". At most 24 bytes are looked at.
fn last_word(text: &str) -> &str {
    let len = text
        .bytes()
        .rev()
        .take(24)
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'.')
        .count();
    text[text.len() - len..].trim_start_matches('.')
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::input;
    use crate::text::Lexicon;

    fn sentences(content: &str) -> Vec<String> {
        let text = input::read("a.txt", content.as_bytes()).unwrap();
        let document = Document::parse(&text, &Lexicon::default());
        document.sentences.iter().map(|s| document.fold.slice(s.span).to_owned()).collect()
    }

    #[test]
    fn stops_that_end_nothing() {
        for whole in [
            "See para. 7.1.53 of the report and No. 3 in the list, e.g. The plan.",
            "Dr. J. Smith of St. Mary's saw the child on 7. 1.53 again.",
            "He was seen under s. 47 of the Act.",
            "The score was 7.1 and the visit i.e. The second one was late.",
        ] {
            assert_eq!(sentences(whole), [whole]);
        }
    }

    #[test]
    fn stops_that_end_a_sentence() {
        assert_eq!(
            sentences("Was he seen? No. The review found that he was not."),
            ["Was he seen?", "No.", "The review found that he was not."]
        );
        assert_eq!(
            sentences("Well... Nobody asked .... They left."),
            ["Well...", "Nobody asked ....", "They left."]
        );
        assert_eq!(
            sentences("She said \"I am fine.\" Nobody asked (again.) They left."),
            ["She said \"I am fine.\"", "Nobody asked (again.)", "They left."]
        );
        assert_eq!(
            sentences("It was in 2015. 14 visits followed."),
            ["It was in 2015.", "14 visits followed."].map(String::from).to_vec()
        );
    }
}
