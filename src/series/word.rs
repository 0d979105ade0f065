//! A `Word` is one word of a sentence as a series compares it: what it is whatever its type, its spelling of numbers and dates, and its
//! abbreviation; and what it does.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;

use super::lexis::{self, Kind, PHRASE_TABLE};
use crate::document::{dates, month, tens_word, unit_word};

/// One word of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it is: lower case, numbers in digits, dates in ISO form, abbreviations for what they stand for.
    pub key: String,
    /// What is common to its forms.
    pub stem: String,
    /// What it does.
    pub kind: Kind,
    /// Whether it tells of what has been.
    pub past: bool,
    /// Bytes of the sentence.
    pub range: Range<usize>,
    /// A sum of the stem, by which words are compared.
    pub(super) sum: u64,
}

/// What the capitals of a word tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Capitals {
    /// That it is a name.
    Name,
    /// Nothing: it opens the sentence.
    Opening,
    /// Nothing: all is in capitals.
    Shouted,
}

impl Word {
    fn new(key: &str, kind: Kind, range: Range<usize>) -> Self {
        let bare = matches!(kind, Kind::Matter | Kind::Status | Kind::Saying | Kind::Role | Kind::Sure);
        let stem = if bare { lexis::stem(key) } else { key.to_owned() };
        let mut sum = DefaultHasher::new();
        // "noted" has the stem of "not", and is no denial.
        (&stem, bare).hash(&mut sum);
        Self {
            sum: sum.finish(),
            stem,
            past: bare && lexis::is_past(key),
            key: key.to_owned(),
            kind,
            range,
        }
    }

    /// How much it counts towards likeness. Words that change from meeting to meeting count less than words of the matter.
    #[must_use]
    pub(super) const fn weight(&self) -> f32 {
        match self.kind {
            Kind::Filler | Kind::To | Kind::Is | Kind::Was | Kind::Done => 0.05,
            Kind::Pronoun | Kind::Will | Kind::Turn => 0.2,
            Kind::Sure | Kind::Much | Kind::Denial | Kind::Saying => 0.3,
            Kind::Number | Kind::Date | Kind::Time | Kind::Status => 0.4,
            Kind::Name => 0.7,
            Kind::Matter | Kind::Role => 1.0,
        }
    }
}

/// A word as it stands in the sentence, before it is known what it is.
struct Raw<'t> {
    text: &'t str,
    lower: String,
    at: usize,
}

/// The words of `sentence`. A label or number that opens it ("AP4", "ACTION:") is none of them.
#[must_use]
pub fn words(sentence: &str) -> Vec<Word> {
    let start = after_label(sentence);
    let shouted = is_shouted(sentence);
    let dates = dates::find(sentence);
    let mut raw = vec![];
    let mut words: Vec<Word> = vec![];
    let mut from = start;
    for date in dates.iter().filter(|date| date.range.start >= start) {
        split(sentence, from..date.range.start, &mut raw);
        settle(&mut raw, shouted, &mut words);
        drop_weekday(&mut words);
        let key = date.iso.clone().unwrap_or_else(|| sentence[date.range.clone()].to_lowercase());
        words.push(Word::new(&key, Kind::Date, date.range.clone()));
        from = date.range.end;
    }
    split(sentence, from.min(sentence.len())..sentence.len(), &mut raw);
    settle(&mut raw, shouted, &mut words);
    words
}

/// "Friday 6 January 2023" says the weekday twice.
fn drop_weekday(words: &mut Vec<Word>) {
    const SHORT: [&str; 9] = ["mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun"];
    words.pop_if(|word| dates::WEEKDAYS.contains(&word.key.as_str()) || SHORT.contains(&word.key.as_str()));
}

/// Whether nearly all letters are capitals, so that capitals tell nothing.
pub(super) fn is_shouted(sentence: &str) -> bool {
    let (upper, lower) = sentence.chars().fold((0, 0), |(upper, lower), c| {
        (upper + u32::from(c.is_uppercase()), lower + u32::from(c.is_lowercase()))
    });
    upper > 3 * lower && upper > 8
}

/// Where the sentence begins after a bullet, a number and a label of an action.
fn after_label(sentence: &str) -> usize {
    let blank = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '-' | '\u{2013}' | '\u{2014}' | ':' | '.' | ')' | '(' | '*' | '\u{2022}' | '\u{b7}'
            )
    };
    let skip = |at: usize| sentence.len() - sentence[at..].trim_start_matches(blank).len();
    let mut at = skip(0);
    let letters = sentence[at..].bytes().take(2).take_while(u8::is_ascii_uppercase).count();
    let digits = sentence[at + letters..].bytes().take(3).take_while(u8::is_ascii_digit).count();
    let after = &sentence[at + letters + digits..];
    let points = if letters > 0 {
        after.starts_with([' ', '.', ':', ')', '\t'])
    } else {
        after.starts_with([')', ':', '\t']) || after.starts_with(". ")
    };
    if digits > 0 && points {
        at = skip(at + letters + digits);
    }
    // "b) " and "iv) " are items of a list.
    let item = sentence[at..].bytes().take(4).take_while(u8::is_ascii_lowercase).count();
    if item > 0 && item < 4 && sentence[at + item..].starts_with(") ") {
        at = skip(at + item);
    }
    let word = sentence[at..].bytes().take(8).take_while(u8::is_ascii_alphabetic).count();
    let is_action = ["action", "actions", "agreed"]
        .iter()
        .any(|label| sentence[at..at + word].eq_ignore_ascii_case(label));
    let rest = sentence[at + word..].trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let counted = rest.bytes().take(9).take_while(u8::is_ascii_lowercase).count();
    let rest = if unit_word(&rest[..counted]).is_some() {
        rest[counted..].trim_start()
    } else {
        rest
    };
    if is_action && rest.starts_with([':', '-', '\u{2013}', '\u{2014}']) {
        at = skip(sentence.len() - rest.len());
    }
    // A label with nothing behind it is itself what is said.
    if at >= sentence.len() { skip(0) } else { at }
}

/// Splits a stretch of `sentence` at whatever is neither letter nor digit, but keeps "1,240", "3.30", "15:30" and "didn't" whole.
fn split<'t>(sentence: &'t str, range: Range<usize>, raw: &mut Vec<Raw<'t>>) {
    let text = &sentence[range.clone()];
    let mut begin = 0;
    let mut last = ' ';
    let mut chars = text.char_indices().peekable();
    let mut push = |from: usize, to: usize| {
        if to > from {
            let lower = text[from..to].to_lowercase().replace('\u{2019}', "'").replace(',', "");
            raw.push(Raw {
                text: &text[from..to],
                lower,
                at: range.start + from,
            });
        }
    };
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        let after = at + c.len_utf8();
        let inner = match c {
            '\'' | '\u{2019}' => last.is_alphabetic() && next.is_alphabetic(),
            '.' | ',' | ':' => last.is_ascii_digit() && next.is_ascii_digit(),
            c => c.is_alphanumeric() || c == '\u{a3}',
        };
        // "3pm" and "2nd" are two words, "AP4" is one.
        if !inner || c == '\u{a3}' || (last.is_ascii_digit() && c.is_alphabetic()) {
            push(begin, at);
            begin = if inner { at } else { after };
        }
        if c == '%' {
            push(at, after);
        }
        last = c;
    }
    push(begin, text.len());
}

/// Tells what each raw word is; `raw` is empty afterwards.
fn settle(raw: &mut Vec<Raw<'_>>, shouted: bool, words: &mut Vec<Word>) {
    expand(raw);
    let mut at = 0;
    while at < raw.len() {
        if let Some((from, to)) = phrase(&raw[at..]) {
            let range = raw[at].at..end(&raw[at + from - 1]);
            words.extend(to.iter().map(|key| known(key, range.clone())));
            at += from;
        } else if let Some((word, used)) = figure(&raw[at..]) {
            words.push(word);
            at += used;
        } else {
            let capitals = match (shouted, words.is_empty()) {
                (true, _) => Capitals::Shouted,
                (false, true) => Capitals::Opening,
                (false, false) => Capitals::Name,
            };
            words.push(plain(&raw[at], capitals));
            at += 1;
        }
    }
    raw.clear();
}

fn end(raw: &Raw<'_>) -> usize {
    raw.at + raw.text.len()
}

/// Takes contractions apart, and writes each word as the one that it is the same as.
fn expand(raw: &mut Vec<Raw<'_>>) {
    let mut at = 0;
    while at < raw.len() {
        let lower = &raw[at].lower;
        let (first, second) = match lower.as_str() {
            "can't" => ("can", "not"),
            "won't" => ("will", "not"),
            "n't" => ("", "not"),
            _ => match lower.rsplit_once('\'') {
                Some((head, "t")) if head.ends_with('n') => (&head[..head.len() - 1], "not"),
                Some((head @ ("he" | "she" | "it" | "that" | "there"), "s")) => (head, "is"),
                Some((head, "re")) => (head, "is"),
                Some((head, "ve")) => (head, "have"),
                Some((head, "ll")) => (head, "will"),
                Some((head, "s")) if head != "children" => (head, ""),
                _ => (lower.as_str(), ""),
            },
        };
        let (first, second) = (lexis::same(first).to_owned(), second.to_owned());
        let (text, place) = (raw[at].text, raw[at].at);
        raw[at].lower = first;
        if !second.is_empty() {
            raw.insert(
                at + 1,
                Raw {
                    text,
                    lower: second,
                    at: place,
                },
            );
            at += 1;
        }
        at += 1;
    }
}

/// The phrase that `raw` opens with: how many words it takes, and what it is written as.
fn phrase(raw: &[Raw<'_>]) -> Option<(usize, &'static [&'static str])> {
    let list = PHRASE_TABLE.get(raw[0].lower.as_str())?;
    let fits = |from: &[&str]| from.len() <= raw.len() && from.iter().zip(raw).all(|(want, have)| *want == have.lower);
    list.iter()
        .find(|(from, _)| fits(from))
        .map(|(from, to)| (from.len(), to.as_slice()))
}

/// A word of a phrase's other form.
fn known(key: &str, range: Range<usize>) -> Word {
    let number = key.bytes().all(|b| b.is_ascii_digit());
    let kind = lexis::kind(lexis::same(key)).unwrap_or(if number { Kind::Number } else { Kind::Matter });
    Word::new(lexis::same(key), kind, range)
}

/// A number, a time of the day, or a day of a month, with how many raw words it takes.
fn figure(raw: &[Raw<'_>]) -> Option<(Word, usize)> {
    let next = |at: usize| raw.get(at).map(|raw| raw.lower.as_str());
    let (value, mut used) = number(raw)?;
    let word = |key: &str, kind: Kind, used: usize| Some((Word::new(key, kind, raw[0].at..end(&raw[used - 1])), used));
    let suffix = next(used).filter(|it| matches!(*it, "st" | "nd" | "rd" | "th")).is_some();
    let month_at = used + usize::from(suffix);
    let month_at = month_at + usize::from(next(month_at) == Some("of"));
    let day: Option<u32> = value.parse().ok().filter(|day| (1..=31).contains(day));
    if let (Some(day), Some(raw_month)) = (day, raw.get(month_at))
        && raw_month.text.starts_with(char::is_uppercase)
        && let Some(month) = month(raw_month.text)
    {
        return word(&format!("--{month:02}-{day:02}"), Kind::Date, month_at + 1);
    }
    let clock = value.replace(':', ".");
    let (hours, minutes) = clock.split_once('.').unwrap_or((&clock, "0"));
    let half = next(used).filter(|it| matches!(*it, "am" | "pm" | "a.m" | "p.m"));
    if let (Ok(hours), Ok(minutes), true) = (hours.parse::<u32>(), minutes.parse::<u32>(), half.is_some() || value.contains(':')) {
        let hours = if half.is_some_and(|half| half.starts_with('p')) && hours < 12 {
            hours + 12
        } else {
            hours
        };
        return word(&format!("t{hours:02}{minutes:02}"), Kind::Time, used + usize::from(half.is_some()));
    }
    used += usize::from(suffix);
    word(&value, Kind::Number, used)
}

/// The number that `raw` opens with, in digits, and how many words it takes.
fn number(raw: &[Raw<'_>]) -> Option<(String, usize)> {
    let first = raw[0].lower.as_str();
    if first.trim_start_matches('\u{a3}').starts_with(|c: char| c.is_ascii_digit()) {
        return Some((first.to_owned(), 1));
    }
    let second = raw.get(1).map(|raw| raw.lower.as_str());
    let (value, used) = match (unit_word(first), tens_word(first)) {
        (Some(units), _) => (units, 1),
        (None, Some(tens)) => match second.and_then(unit_word).filter(|units| (1..10).contains(units)) {
            Some(units) => (tens + units, 2),
            None => (tens, 1),
        },
        (None, None) => return ordinal(first).map(|value| (value.to_string(), 1)),
    };
    match raw.get(used).map(|raw| raw.lower.as_str()) {
        Some("hundred") => Some(((value * 100).to_string(), used + 1)),
        Some("thousand") => Some(((value * 1000).to_string(), used + 1)),
        _ => Some((value.to_string(), used)),
    }
}

fn ordinal(word: &str) -> Option<u32> {
    const ORDINALS: [&str; 10] = [
        "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    ];
    ORDINALS.iter().position(|known| *known == word).map(|at| at as u32 + 2)
}

/// A word that is neither phrase nor figure.
fn plain(raw: &Raw<'_>, capitals: Capitals) -> Word {
    let key = raw.lower.as_str();
    let range = raw.at..end(raw);
    let capital = raw.text.starts_with(char::is_uppercase);
    let letters = raw.text.chars().count();
    let initials = letters <= 4 && capitals != Capitals::Shouted && raw.text.chars().all(char::is_uppercase);
    let lone = letters == 1 && (capitals == Capitals::Opening || key == "i");
    let listed = lexis::kind(key).filter(|kind| !initials || lone || matches!(kind, Kind::Role | Kind::Denial | Kind::Matter));
    let unsure = matches!(key, "may" | "march") && !(capital && capitals == Capitals::Name);
    let kind = if !unsure && (dates::WEEKDAYS.contains(&key) || dates::MONTHS.contains(&key)) {
        Kind::Date
    } else if let Some(kind) = listed {
        kind
    } else if initials && !lone || capital && capitals == Capitals::Name {
        Kind::Name
    } else {
        Kind::Matter
    };
    Word::new(key, kind, range)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(sentence: &str) -> String {
        words(sentence).into_iter().map(|word| word.key).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn one_thing_written_in_several_ways_is_one() {
        for (one, other) in [
            ("seen on 14th March 2023", "seen on Tuesday 14/3/23"),
            ("twenty-one days", "21 days"),
            ("84 per cent", "84%"),
            ("at 3.30pm", "at 15:30"),
            ("at 3 pm", "at 15:00"),
            ("\u{a3}1,240", "\u{a3}1240"),
            ("She doesn\u{2019}t know", "she does not know"),
            ("AP4 ACTION: Health Visitor to call", "HV to call"),
            ("1. HV to call", "3) HV to call"),
            ("the 2nd centile", "the second centile"),
            ("on 4th of July", "on 4 July"),
        ] {
            assert_eq!(keys(one), keys(other), "{one}");
        }
        assert_eq!(keys("3 of 5 children"), "3 of 5 children");
        assert_eq!(keys("He will not go on 4 March"), "he will not go on --03-04");
    }

    #[test]
    fn every_word_knows_where_it_stands() {
        let sentence = "AP1 Mum can\u{2019}t pay \u{a3}40 by Friday 6 July 2024.";
        for word in words(sentence) {
            assert!(sentence.get(word.range.clone()).is_some_and(|it| !it.is_empty()), "{word:?}");
        }
    }

    #[test]
    fn nothing_is_lost_of_a_sentence_that_is_a_label() {
        assert_eq!(keys("Actions:"), "actions");
        assert_eq!(keys("1."), "1");
        assert_eq!(keys(""), "");
        assert_eq!(keys("-"), "");
    }
}
