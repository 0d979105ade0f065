//! A `Clause` is what stands around the noun of an answer, "plan", "recommendation" or "action", in its sentence: the words
//! before it and after it, in small letters, with what determines the noun.

use std::ops::Range;

use super::super::words::is_in;
use super::words::{ANOTHERS_PLAN, OWN_PLAN};

/// How far a sentence is followed to each side, in bytes; a bound on the work.
const REACH: usize = 360;
/// Most words that may stand between a determiner and its noun.
const MOST_MODIFIERS: usize = 5;
/// Words of a quotation longer than this, in bytes, are the clause's own.
const LONGEST_QUOTED: usize = 60;
/// What parts two clauses, after a comma.
const TURNS: &[&str] = &["and ", "but ", "although ", "though ", "while ", "whereas "];

/// The noun of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// A plan, or a list, log or table of actions.
    Plan,
    /// "plans"
    Plans,
    /// "recommendation"
    Recommendation,
    /// "recommendations"
    Recommendations,
    /// "action"
    Action,
    /// "actions"
    Actions,
    /// An undertaking, a commitment, or what the document calls what it will do.
    Undertaking,
}

/// A clause around a noun.
#[derive(Debug)]
pub(super) struct Clause<'t> {
    /// The noun.
    pub(super) noun: Noun,
    /// "the", "a", "no", "her"; empty where a sign or nothing stands before the noun.
    pub(super) determiner: String,
    /// The words between determiner and noun, last first.
    pub(super) modifiers: Vec<String>,
    /// The words before the noun, with determiner and modifiers.
    pub(super) before: Vec<String>,
    /// How many of `before` stand before determiner and modifiers.
    pub(super) led: usize,
    /// The words after the noun.
    pub(super) after: Vec<String>,
    /// What follows the noun in the clause, as it stands.
    pub(super) tail: &'t str,
    /// The whole sentence.
    pub(super) sentence: &'t str,
    /// Whether the clause stands in a bracket.
    pub(super) bracketed: bool,
    /// The clause in the text, blanks left out (bytes).
    pub(super) range: Range<usize>,
}

impl<'t> Clause<'t> {
    /// The clause of `text` around the noun at `at`.
    pub(super) fn around(text: &'t str, at: Range<usize>, noun: Noun) -> Self {
        let (from, to) = sentence(text, &at);
        let (pre, post) = (&text[from..at.start], &text[at.end..to]);
        let start = from + clause_start(pre);
        let end = at.end + clause_end(post);
        let (head, tail) = (&text[start..at.start], &text[at.end..end]);
        let before = words(head);
        let known = |word: &String| is_in(word, OWN_PLAN) || is_in(word, ANOTHERS_PLAN) || is_in(word, COUNTS);
        let modifiers: Vec<String> = before
            .iter()
            .rev()
            .take(MOST_MODIFIERS)
            .take_while(|word| known(word))
            .cloned()
            .collect();
        let led = before.len() - modifiers.len();
        let determiner = led.checked_sub(1).map_or(String::new(), |last| before[last].clone());
        let said = head.trim_start();
        let said = ["and ", "but ", "so "]
            .iter()
            .find_map(|and| said.strip_prefix(and))
            .unwrap_or(said);
        let lead = head.len() - said.len();
        Self {
            noun,
            determiner,
            modifiers,
            led,
            after: words(tail),
            tail,
            sentence: &text[from..to],
            bracketed: pre.rfind(['(', '[']).is_some_and(|open| !pre[open..].contains([')', ']'])),
            range: start + lead..end - (tail.len() - tail.trim_end_matches([' ', '.', ',', ':', '"', '\'', '\u{201d}', '\u{2019}']).len()),
            before,
        }
    }
}

/// Numbers and the like before a noun.
const COUNTS: &[&str] = &[
    "further", "specific", "separate", "new", "and", "two", "three", "several", "four", "number", "one",
];

/// Where the sentence around `at` begins and ends.
fn sentence(text: &str, at: &Range<usize>) -> (usize, usize) {
    let mut from = at.start.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = text.len().min(at.end + REACH);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let begins = text[from..at.start]
        .char_indices()
        .rev()
        .find_map(|(i, c)| opens(text, from + i, c));
    let ends = text[at.end..to]
        .char_indices()
        .find_map(|(i, c)| opens(text, at.end + i, c).map(|_| at.end + i + c.len_utf8()));
    (begins.unwrap_or(from), ends.unwrap_or(to))
}

/// Where the next sentence begins, when the sign `c` at byte `at` ends one.
fn opens(text: &str, at: usize, c: char) -> Option<usize> {
    let after = at + c.len_utf8();
    match c {
        '\n' => Some(after),
        '.' | '?' | '!' => {
            let rest = text[after..].trim_start_matches(['"', '\'', ')', ']', '\u{201d}', '\u{2019}', '*', '_']);
            let next = rest.trim_start();
            let apart = next.len() < rest.len() || next.is_empty();
            let word = text[..at].rsplit([' ', '(']).next().unwrap_or("");
            let short = c == '.' && (ABBREVIATED.contains(&word) || word.len() == 1);
            (apart && !short && !next.starts_with(char::is_lowercase)).then_some(text.len() - next.len())
        }
        _ => None,
    }
}

/// Words that a full stop shortens.
const ABBREVIATED: &[&str] = &[
    "Dr", "Mr", "Mrs", "Ms", "St", "no", "No", "e.g", "i.e", "para", "paras", "rec", "recs", "Rec", "Recs", "etc",
];

/// Where the clause begins that `pre`, the sentence so far, ends with.
fn clause_start(pre: &str) -> usize {
    let sign = pre
        .char_indices()
        .rev()
        .find(|&(_, c)| parts(c))
        .map_or(0, |(i, c)| i + c.len_utf8());
    let turn = pre
        .rmatch_indices(", ")
        .map(|(i, _)| i + 2)
        .find(|&i| TURNS.iter().any(|turn| pre[i..].starts_with(turn)));
    sign.max(turn.unwrap_or(0))
}

/// Where the clause ends that `post`, the rest of the sentence, begins with.
fn clause_end(post: &str) -> usize {
    let sign = post
        .char_indices()
        .find(|&(_, c)| parts(c) || c == '?' || c == '!')
        .map_or(post.len(), |(i, _)| i);
    let turns = |i: &usize| TURNS.iter().any(|turn| post[i + 2..].starts_with(turn));
    let turn = post.match_indices(", ").map(|(i, _)| i).find(turns);
    sign.min(turn.unwrap_or(post.len()))
}

const fn parts(c: char) -> bool {
    matches!(c, ';' | '\u{2014}' | '(' | ')' | '[' | ']')
}

/// The words and signs of `text` in small letters; what is quoted there counts as one unknown word.
fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if let Some(quoted) = quoted(rest, c) {
            found.push("\"".to_owned());
            quoted
        } else if c.is_alphanumeric() {
            let end = rest
                .find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '-' | '/')))
                .unwrap_or(rest.len());
            found.push(rest[..end].to_lowercase().replace('\u{2019}', "'"));
            end
        } else {
            if matches!(c, ',' | ':' | '\u{2013}') {
                found.push(c.to_string());
            }
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    found
}

/// The bytes of the short quotation that `rest` opens with.
fn quoted(rest: &str, c: char) -> Option<usize> {
    let close = match c {
        '"' => '"',
        '\u{201c}' => '\u{201d}',
        _ => return None,
    };
    let end = rest[c.len_utf8()..].find(close)? + c.len_utf8() + close.len_utf8();
    (end <= LONGEST_QUOTED).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_has_the_words_around_its_noun() {
        let text = "It was late. Dr. A said \"no\"; the matter is in the multi-agency action plan, but nobody read it.";
        let at = text.find("plan").unwrap();
        let clause = Clause::around(text, at..at + 4, Noun::Plan);
        assert_eq!(&text[clause.range.clone()], "the matter is in the multi-agency action plan");
        assert_eq!(
            (clause.determiner.as_str(), clause.modifiers.as_slice()),
            ("the", &["action".to_owned(), "multi-agency".to_owned()][..])
        );
        assert!(clause.sentence.starts_with("Dr. A") && clause.after.is_empty() && !clause.bracketed);
    }
}
