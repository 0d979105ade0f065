//! What is `spelled` out is a row of words whose initials are an acronym's letters.

use std::collections::{HashMap, VecDeque};

use crate::document::Document;
use crate::text::Span;

/// Words that an acronym may leave out.
const SMALL: &[&str] = &[
    "of", "and", "the", "for", "in", "to", "on", "with", "a", "an", "at", "or", "by", "from", "&", "into", "as",
];
/// The longest of them.
const LONGEST_SMALL: usize = 4;
/// The longest acronym that is looked for.
const LONGEST: usize = 8;
/// Words that a term's expansion reaches over.
const REACH: usize = LONGEST * 2;

/// The first place where each of `terms` is spelled out, whether or not the acronym stands beside it.
pub(super) fn places<'t>(document: &Document, terms: impl Iterator<Item = &'t str>) -> HashMap<&'t str, Span> {
    let wanted: HashMap<&str, &'t str> = terms.map(|term| (term, term)).collect();
    let mut beginnings = Beginnings::default();
    wanted.keys().for_each(|term| beginnings.add(term));
    let mut found: HashMap<&'t str, Span> = HashMap::new();
    let mut heard: HashMap<(&'t str, String), Span> = HashMap::new();
    let mut letters = String::new();
    for block in &document.blocks {
        let text = document.fold.slice(block.span);
        let mut words = words(text);
        let mut ahead: VecDeque<Word> = words.by_ref().take(REACH).collect();
        while let Some(first) = ahead.front() {
            let ways: &[bool] = if beginnings.begins(first) { &[false, true] } else { &[] };
            for &leave_out in ways {
                let ahead = ahead.make_contiguous();
                runs(text, ahead, (leave_out, &beginnings, &mut letters), |letters, run, capital| {
                    let Some(&term) = wanted.get(letters) else { return };
                    let span = Span::at(block.span.start as usize + run.0, block.span.start as usize + run.1);
                    // Any three words may begin so by chance: capitals, or the same words twice, are no chance.
                    if capital || letters.len() > 3 {
                        found.entry(term).or_insert(span);
                    } else if let Some(&first) = heard.get(&(term, text[run.0..run.1].to_lowercase())) {
                        if first != span {
                            found.entry(term).or_insert(first);
                        }
                    } else {
                        heard.insert((term, text[run.0..run.1].to_lowercase()), span);
                    }
                });
            }
            ahead.pop_front();
            ahead.extend(words.next());
        }
    }
    found
}

/// The two capitals that terms begin with.
#[derive(Default)]
struct Beginnings([u32; 26]);

impl Beginnings {
    fn add(&mut self, term: &str) {
        if let [first @ b'A'..=b'Z', second @ b'A'..=b'Z', ..] = term.as_bytes() {
            self.0[usize::from(first - b'A')] |= 1 << (second - b'A');
        }
    }

    /// Whether a term begins with the letter of `word`.
    fn begins(&self, word: &Word) -> bool {
        let pairs = self.0.get(usize::from(word.initial.wrapping_sub(b'A')));
        pairs.is_some_and(|&pairs| pairs != 0)
    }

    fn has(&self, first: u8, second: u8) -> bool {
        let capital = |letter: u8| letter.is_ascii_uppercase().then(|| letter - b'A');
        let pair = capital(first).zip(capital(second));
        pair.is_some_and(|(first, second)| self.0[usize::from(first)] >> second & 1 == 1)
    }
}

/// A word with what it gives to an acronym.
struct Word {
    from: usize,
    to: usize,
    /// Its first letter as a capital; 0 when it is beyond ASCII, as no term's is.
    initial: u8,
    /// Whether its first letter is a capital.
    capital: bool,
    /// Whether an acronym may leave it out.
    small: bool,
    /// Whether it is in capitals all through.
    shouted: bool,
}

impl Word {
    fn new(text: &str, from: usize, to: usize) -> Self {
        let word = &text[from..to];
        let first = word.trim_start_matches('\'').chars().next().unwrap_or(' ');
        Self {
            from,
            to,
            initial: u8::try_from(first).ok().filter(u8::is_ascii).unwrap_or(0).to_ascii_uppercase(),
            capital: first.is_uppercase(),
            small: word.len() <= LONGEST_SMALL && SMALL.contains(&word),
            shouted: word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase()),
        }
    }
}

/// The words of `text`.
fn words(text: &str) -> impl Iterator<Item = Word> {
    let inside = |c: char| c.is_alphanumeric() || c == '\'' || c == '&';
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + text[at..].find(inside)?;
        at = text[from..].find(|c| !inside(c)).map_or(text.len(), |length| from + length);
        Some(Word::new(text, from, at))
    })
}

/// Every row of words from the first of `words` on, with the letters that they begin with, which are written into `letters`.
fn runs(
    text: &str,
    words: &[Word],
    (leave_out, beginnings, letters): (bool, &Beginnings, &mut String),
    mut found: impl FnMut(&str, (usize, usize), bool),
) {
    letters.clear();
    let mut capital = true;
    for (n, word) in words.iter().take(REACH).enumerate() {
        if word.small && leave_out {
            if n == 0 {
                return;
            }
            continue;
        }
        // A word in capitals is an acronym itself, and gives all its letters: the NHS of GHNHSFT.
        if n > 0 && word.shouted {
            letters.push_str(&text[word.from..word.to]);
        } else if word.initial == 0 {
            return;
        } else {
            letters.push(char::from(word.initial));
        }
        capital &= word.small || word.capital;
        let vain = letters.len() == 2 && !beginnings.has(letters.as_bytes()[0], letters.as_bytes()[1]);
        if vain || letters.len() > LONGEST {
            return;
        }
        if n > 0 && letters.len() > 1 {
            found(letters, (words[0].from, word.to), capital);
        }
    }
}

/// Whether `words` are a term's expansion word by word: their initials are its letters, small words and the second half
/// of a word apart.
pub(super) fn spells(words: &str, term: &str) -> bool {
    spells_so(words, term, false) || spells_so(words, term, true) || {
        let parted = parted(words);
        parted != words && (spells_so(&parted, term, false) || spells_so(&parted, term, true))
    }
}

/// Words of two that are written as one give two letters: "continuing healthcare" is CHC.
fn parted(words: &str) -> String {
    const SECOND: [&str; 10] = [
        "care", "being", "force", "line", "worker", "blowing", "base", "reach", "taker", "bound",
    ];
    let part = |word: &str| {
        let lower = word.to_lowercase();
        let second = SECOND
            .iter()
            .find(|second| lower.len() > second.len() + 3 && lower.ends_with(**second) && word.is_ascii());
        second.map_or(word.to_owned(), |second| {
            format!("{} {}", &word[..word.len() - second.len()], &word[word.len() - second.len()..])
        })
    };
    words.split(' ').map(part).collect::<Vec<_>>().join(" ")
}

/// The same, every small word left out or not.
fn spells_so(words: &str, term: &str, leave_out: bool) -> bool {
    let mut letters = term
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .map(|b| b.to_ascii_uppercase())
        .peekable();
    for word in words.split([' ', '-', '/']).filter(|word| !word.is_empty()) {
        let initial = word
            .trim_start_matches(['"', '\'', '('])
            .bytes()
            .next()
            .unwrap_or(b' ')
            .to_ascii_uppercase();
        let small = SMALL.contains(&word.to_lowercase().as_str());
        if letters.peek() == Some(&initial) && !(small && leave_out) {
            letters.next();
        } else if !small {
            return false;
        }
    }
    letters.peek().is_none()
}

/// Whether two expansions differ in a word, not only in case, number, order or a small word.
pub(super) fn differ(one: &str, other: &str) -> bool {
    stems(one) != stems(other)
}

/// Whether two expansions have as many words, or nearly, and some of them the same: one is the other gone wrong.
pub(super) fn nearly(one: &str, other: &str) -> bool {
    let (one, other) = (stems(one), stems(other));
    let shared = one.iter().filter(|stem| other.contains(stem)).count();
    // The fold makes two words of "Follow-up".
    one.len().abs_diff(other.len()) <= 1 && one != other && shared > 0 && shared * 3 >= one.len()
}

/// The words of an expansion, in order of the alphabet, small words and the signs of number left out.
fn stems(words: &str) -> Vec<String> {
    let lower = words.to_lowercase().replace("'s", "").replace('\'', "");
    let all = lower.split(|c: char| !c.is_alphanumeric());
    let all = all.filter(|word| !word.is_empty() && !SMALL.contains(word));
    let mut stems: Vec<String> = all.map(stem).collect();
    stems.sort_unstable();
    stems
}

/// A word without the sign of its number, and with one spelling of it.
fn stem(word: &str) -> String {
    let word = match word {
        "children" | "childrens" => "child",
        "women" | "womens" => "woman",
        "programme" => "program",
        "advisor" | "advisory" => "adviser",
        "behavioural" => "behaviour",
        word => word,
    };
    let single = word.strip_suffix("ies").map(|head| format!("{head}y"));
    let single = single.unwrap_or_else(|| word.trim_end_matches('s').to_owned());
    single.replace("ise", "ize").replace("isa", "iza")
}
