//! A `Key` is what a document says that its marks of status mean: "Green = completed", "P partly done", a table of colours.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::{Status, status};
use crate::document::Document;
use crate::text::Span;

/// The marks of a document and their meanings, lower case; of two that are the same the first counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Key(Vec<(String, Status)>);

/// Colours that are marks of status.
const COLOURS: &[&str] = &[
    "green", "amber", "yellow", "orange", "red", "blue", "purple", "grey", "black", "white",
];

/// Finds the colours in one pass, in any case.
static FIND_COLOURS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let built = AhoCorasick::builder().ascii_case_insensitive(true).build(COLOURS);
    built.expect("ten words make an automaton")
});

/// Fewest letters that a key explains: one alone is a sentence's.
const FEWEST_LETTERS: usize = 2;

impl Key {
    /// Reads what `document` says of its marks outside its `actions`, which stand in reading order.
    pub(super) fn new(document: &Document, actions: impl Iterator<Item = Span>) -> Self {
        let mut key = Self::default();
        let mut actions = actions.peekable();
        let mut letters = Vec::new();
        for (i, block) in document.blocks.iter().enumerate() {
            while actions.next_if(|span| span.end <= block.span.start).is_some() {}
            if actions.peek().is_some_and(|span| span.contains(block.span))
                && !document.fold.slice(block.span).contains("ey: ")
                && !document.fold.slice(block.span).contains("Key to ")
            {
                continue;
            }
            let text = document.fold.slice(block.span);
            // A key of two columns: "A | In progress".
            let right = document.blocks.get(i + 1).filter(|next| match (block.cell, next.cell) {
                (Some(one), Some(other)) => one.table == other.table && one.row == other.row && one.column == 0 && other.column == 1,
                _ => false,
            });
            let mark = text.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
            if let Some(right) = right.filter(|_| is_mark(&mark))
                && let Some((_, status)) = status::opening(document.fold.slice(right.span))
            {
                key.add(&mark, status);
            }
            key.colours(text);
            key.shouted(text);
            letters.extend(lettered(text));
        }
        if letters.len() >= FEWEST_LETTERS {
            letters.iter().for_each(|(letter, status)| key.add(letter, *status));
        }
        key
    }

    /// What `mark`, a colour or its letter, means.
    pub(super) fn get(&self, mark: &str) -> Option<Status> {
        let mark = mark.to_ascii_lowercase();
        let find = |mark: &str| self.0.iter().find(|(known, _)| known == mark).map(|(_, status)| *status);
        let colour = || COLOURS.iter().find(|colour| mark.len() == 1 && colour.starts_with(mark.as_str()));
        let letter = || (COLOURS.contains(&mark.as_str())).then(|| &mark[..1]);
        find(&mark).or_else(|| find(colour()?)).or_else(|| find(letter()?))
    }

    /// The mark that `text` opens with, and what the key says of it: "G. Codes withdrawn."
    pub(super) fn opening(&self, text: &str) -> Option<(usize, Status)> {
        let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let mark = &text[..length];
        let rest = &text[length..];
        let ends = rest.is_empty()
            || rest.starts_with(['.', ':', ';', ',', ')', '(', '/', '\n'])
            || rest.starts_with(" -")
            || rest.starts_with(" (");
        let capital = length > 1 || mark.starts_with(|c: char| c.is_ascii_uppercase());
        let lower = mark.to_ascii_lowercase();
        let own = || self.0.iter().any(|(known, _)| *known == lower);
        (ends && capital && (is_mark(&lower) || length > 1 && own()))
            .then(|| Some((length, self.get(mark)?)))
            .flatten()
    }

    /// The mark that ends `text` as a sentence of its own, "… each June. MOVING.", and where it begins.
    pub(super) fn closing(&self, text: &str) -> Option<usize> {
        let bare = text.trim_end().trim_end_matches(['.', ')', ']']);
        let at = bare.rfind(' ').map_or(0, |at| at + 1);
        let mark = &bare[at..];
        let shouted = mark.len() > 1 && mark.bytes().all(|b| b.is_ascii_uppercase());
        let alone = text[..at].trim_end().ends_with(['.', ';', ')', ':', '"']);
        (shouted && alone && self.opening(mark).is_some()).then_some(at)
    }

    /// Words in capitals with what they mean in brackets: "DONE, PARTLY (some of it done), MOVING (begun) or WAITING (not begun)".
    fn shouted(&mut self, text: &str) {
        const FEWEST: usize = 2;
        const LETTERS: std::ops::RangeInclusive<usize> = 3..=14;
        let is_word = |word: &str| LETTERS.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
        let mut explained = Vec::new();
        for open in memchr::memchr_iter(b'(', text.as_bytes()) {
            let word = text[..open].trim_end().rsplit(' ').next().unwrap_or_default();
            if is_word(word)
                && let Some((_, status)) = status::opening(&text[open + 1..])
            {
                explained.push((word.to_ascii_lowercase(), status));
            }
        }
        if explained.len() < FEWEST {
            return;
        }
        // A word of the same list that explains itself.
        let words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| is_word(word));
        let plain = words.filter_map(|word| Some((word.to_ascii_lowercase(), status::opening(word)?.1)));
        let plain: Vec<(String, Status)> = plain.collect();
        explained.iter().chain(&plain).for_each(|(word, status)| self.add(word, *status));
    }

    fn add(&mut self, mark: &str, status: Status) {
        if self.0.iter().all(|(known, _)| known != mark) {
            self.0.push((mark.to_owned(), status));
        }
    }

    /// "Green: finished, and evidence seen", "Amber = in progress"; after the word "key" a comma does too.
    fn colours(&mut self, text: &str) {
        let mut keyed = None;
        for found in FIND_COLOURS.find_iter(text) {
            let rest = text[found.end()..].trim_start_matches([' ', '*', '_', ')']);
            let sign = rest.strip_prefix([':', '=', '-', '\u{2013}', '(', '/']);
            let mut is_keyed = || *keyed.get_or_insert_with(|| text.to_ascii_lowercase().contains("key"));
            let sign = sign.or_else(|| rest.strip_prefix(',').filter(|_| is_keyed()));
            let Some(meaning) = sign.or_else(|| rest.get(6..).filter(|_| status::begins(rest, "means "))) else {
                continue;
            };
            let meaning = meaning.trim_start_matches([' ', '*', '_', '=', '-']);
            let colour_next = COLOURS.iter().any(|colour| status::begins(meaning, colour));
            if let Some((_, status)) = status::opening(meaning).filter(|_| !colour_next) {
                self.add(COLOURS[found.pattern().as_usize()], status);
            }
        }
    }
}

fn is_mark(mark: &str) -> bool {
    mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_alphabetic()) || COLOURS.contains(&mark)
}

/// The letters that `text` explains: "G completed; A in progress; R outstanding", "P = partly completed".
fn lettered(text: &str) -> Vec<(String, Status)> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    for (at, _) in text.match_indices(|c: char| c.is_ascii_uppercase()) {
        let alone = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        let rest = text[at + 1..].trim_start_matches([' ', '=', ':', '-', '\u{2013}', '*', '_', ')']);
        let parted = rest.len() < text.len() - at - 1;
        if !alone || !parted {
            continue;
        }
        if let Some((_, status)) = status::opening(rest).filter(|(length, _)| *length > 2) {
            found.push((text[at..=at].to_ascii_lowercase(), status));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Key {
        let mut key = Key::default();
        key.colours(text);
        let letters = lettered(text);
        letters.iter().for_each(|(letter, status)| key.add(letter, *status));
        key
    }

    #[test]
    fn a_key_explains_colours_and_letters() {
        for text in [
            "Key to status: G completed, A in progress, R outstanding. The plan goes to the board.",
            "Key: Green = completed; Amber = in progress; Red = not started.",
            "Key: green, done; amber, under way; red, not begun.",
            "RAG: Green (complete), Amber (on track), Red (overdue)",
        ] {
            let key = read(text);
            assert_eq!(key.get("G"), Some(Status::Completed), "{text}");
            assert_eq!(key.get("Amber"), Some(Status::InProgress), "{text}");
            assert_eq!(key.opening("R. Awaiting a trainer."), Some((1, Status::Outstanding)), "{text}");
        }
        assert_eq!(read("P = partly completed").get("P"), Some(Status::Partial));
        assert_eq!(read("Amber - partly completed").opening("Amber"), Some((5, Status::Partial)));
        assert_eq!(read("Red, amber and green are used.").get("red"), None);
        let mut key = Key::default();
        key.shouted("The word at the end is DONE, PARTLY (some of it done), MOVING (begun and on course) or WAITING (not begun).");
        assert_eq!(key.opening("MOVING"), Some((6, Status::InProgress)));
        assert_eq!(key.opening("DONE."), Some((4, Status::Completed)));
        assert_eq!(key.closing("The bank will write. By May. WAITING."), Some(29));
        assert_eq!(key.closing("The clerk is WAITING."), None);
    }
}
