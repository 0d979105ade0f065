//! Somebody of an age is one of whom words tell an age without a verb: "a child of five", "the nine month old", "her sixth birthday".

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::age::fits_in;
use super::ages::remark;
use super::births::Birth;
use super::calendar::{When, days};
use super::dates::{NUMBER, number_word};
use super::desk::Desk;
use super::reach::LONGEST;
use super::scene::{Prose, Scene};
use super::whom;
use crate::annotation::Annotation;
use crate::text::Span;

/// "a child of five", "a baby of eight months".
static OF: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = r"(?i)\b(?:child|boy|girl|baby|toddler|infant|teenager|lad|son|daughter|man|woman) (?P<mark>of (?:only |just |barely )?(?P<count>NUMBER))(?: (?P<unit>day|week|month|year)s?)?(?: old)?(?:[,.;)]| who\b| and\b| whose\b| does\b| was\b| in\b| on\b|$)";
    Regex::new(&form.replace("NUMBER", NUMBER)).ok()
});
/// "the nine month old", "a five year old girl": the fold has a blank for a hyphen.
static OLD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form =
        r"(?i)(?:\b(?:the|a|an|his|her|their|this|then) |^|, | \(|\d{4},? )(?P<mark>(?P<count>NUMBER) (?P<unit>day|week|month|year) old)\b";
    Regex::new(&form.replace("NUMBER", NUMBER)).ok()
});
/// "Wren (5)", "Wren, not yet three,".
static BRACKET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = r"^ ?(?:[A-Z][a-z]+ )?\((?:aged |now )?(?P<mark>(?P<count>\d{1,2}))\)|^,? (?:who was )?(?P<yet>not (?:yet|quite)) (?P<less>NUMBER)(?: years old)?[,. ]";
    Regex::new(&form.replace("NUMBER", NUMBER)).ok()
});
/// "her sixth birthday", "Wren's 6th birthday".
static BIRTHDAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)(?P<whose>\bhis|\bher|'s) (?P<mark>(?P<nth>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?: [a-z]+)?) birthday)\b").ok()
});

/// Years, and months, by which the age of the one who is meant may be told wrongly.
const NEAR: (f64, f64) = (3.0, 9.0);

/// Ages told without a verb that do not agree with a date of birth.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, known: &[&Birth], out: &mut Vec<Annotation<'static>>) {
    if known.is_empty() {
        return;
    }
    for dates in scene.by_sentence() {
        let Some(sentence) = desk.document.sentences.get(dates[0].sentence) else {
            continue;
        };
        let words = desk.words(sentence.span);
        let other = |it: &&Prose| !known.iter().any(|birth| birth.span.overlaps(it.span));
        let mut told = dates.iter().filter(other);
        let only = told.next().filter(|_| told.next().is_none()).filter(|it| it.running || it.in_row);
        let Some(when) = only.and_then(|it| it.written.when).filter(|when| days(when.first, when.last) <= 31) else {
            continue;
        };
        if words.len() > LONGEST {
            continue;
        }
        let here = Here {
            desk,
            known,
            words,
            base: sentence.span.start,
            sentence: dates[0].sentence,
            when,
        };
        out.extend(here.of().or_else(|| here.in_brackets()).or_else(|| here.birthday()));
    }
}

/// A sentence with one day.
struct Here<'a> {
    desk: Desk<'a>,
    known: &'a [&'a Birth],
    words: &'a str,
    base: u32,
    sentence: usize,
    when: When,
}

impl Here<'_> {
    /// "a child of five", "the nine month old".
    fn of(&self) -> Option<Annotation<'static>> {
        let lower = self.words.contains(" of ") || self.words.contains(" old");
        let found = [&*OF, &*OLD]
            .into_iter()
            .filter(|_| lower)
            .flatten()
            .find_map(|pattern| pattern.captures(self.words))?;
        let (mark, count) = (found.name("mark")?, number_word(&found["count"])?);
        let unit = found.name("unit").map_or("year".to_owned(), |unit| unit.as_str().to_lowercase());
        // "Merlin, a boy of nine": of him; of nobody named, it is one whom the paragraph names.
        let before = &self.words[..found.get(0)?.start()];
        let fits = |birth: &&Birth| self.days().any(|day| fits_in(count, &unit, days(birth.date, day)));
        if self.known.iter().copied().any(|birth| fits(&birth)) {
            return None;
        }
        let birth = self
            .beside(before, &self.words[found.get(0)?.end()..])
            .or_else(|| self.of_block())?;
        let near = self.apart(birth, count, &unit) <= if unit == "year" { NEAR.0 } else { NEAR.1 };
        (near && days(birth.date, self.when.first) >= 0).then(|| self.say(birth, (mark.start(), mark.end())))
    }

    /// Whom a name right before the words or right behind them names.
    fn beside(&self, before: &str, behind: &str) -> Option<&Birth> {
        let head = before.trim_end_matches([' ', ',']);
        let head = head
            .strip_suffix(" a")
            .or_else(|| head.strip_suffix(" the"))
            .unwrap_or(head)
            .trim_end_matches([' ', ',']);
        let ends = whom::named(head, self.known)
            .filter(|(end, _)| *end == head.len())
            .map(|(_, birth)| birth);
        let opens = || {
            self.known
                .iter()
                .copied()
                .find(|birth| behind.trim_start().starts_with(birth.name.as_str()))
        };
        ends.or_else(opens)
    }

    /// The only one of the known whom the block of the sentence names.
    fn of_block(&self) -> Option<&Birth> {
        let block = self.desk.document.sentences.get(self.sentence)?.block as usize;
        let text = self.desk.words(self.desk.document.blocks[block].body);
        if text.len() > LONGEST {
            return None;
        }
        let mut named = self.known.iter().filter(|birth| whom::named(text, &[**birth]).is_some());
        named.next().filter(|_| named.next().is_none()).copied()
    }

    /// "Wren (5)", "Wren, not yet three".
    fn in_brackets(&self) -> Option<Annotation<'static>> {
        let (end, birth) = whom::named(self.words, self.known)?;
        let found = BRACKET.as_ref()?.captures(&self.words[end..])?;
        let told = found.name("count").or(found.name("less"))?;
        let count = number_word(told.as_str())?;
        let count = if found.name("yet").is_some() {
            count.checked_sub(1)?
        } else {
            count
        };
        let fits = self.days().any(|day| fits_in(count, "year", days(birth.date, day)));
        let near = self.apart(birth, count, "year") <= NEAR.0;
        (!fits && near).then(|| self.say(birth, (end + told.start(), end + told.end())))
    }

    /// "her sixth birthday": the day and the year must be those of one.
    fn birthday(&self) -> Option<Annotation<'static>> {
        let day = self.when.exact().filter(|_| self.words.contains("birthday"))?;
        let found = BIRTHDAY.as_ref()?.captures(self.words)?;
        let count = ordinal(&found["nth"])?;
        let before = &self.words[..found.name("whose")?.start()];
        let birth = whom::named(self.words, self.known)
            .filter(|_| !whom::has_kin(before))
            .map(|(_, birth)| birth)?;
        let many = self
            .known
            .iter()
            .filter(|birth| whom::named(self.words, &[**birth]).is_some())
            .count()
            > 1;
        let own = i32::from(day.year()) - i32::from(birth.date.year()) == i32::try_from(count).ok()?;
        let about = ["before", "after", "until", "week", "month", "day of", "eve of"]
            .iter()
            .any(|word| self.words.contains(word));
        let near = (i32::from(day.year()) - i32::from(birth.date.year()) - i32::try_from(count).ok()?).abs() <= 3;
        let mark = found.name("mark")?;
        (!many && !own && near && !about).then(|| self.say(birth, (mark.start(), mark.end())))
    }

    fn days(&self) -> impl Iterator<Item = Date> {
        [self.when.first, self.when.last].into_iter()
    }

    /// How far an age is from that of `birth`, in its unit.
    fn apart(&self, birth: &Birth, count: u32, unit: &str) -> f64 {
        let length = match unit {
            "day" => 1.0,
            "week" => 7.0,
            "month" => 30.44,
            _ => 365.25,
        };
        (f64::from(days(birth.date, self.when.first)) / length - f64::from(count)).abs()
    }

    fn say(&self, birth: &Birth, (from, to): (usize, usize)) -> Annotation<'static> {
        let marked = Span::at(self.base as usize + from, self.base as usize + to);
        remark(self.desk, marked, birth, self.when.first)
    }
}

/// The number of "sixth", "6th", "eighty second".
fn ordinal(word: &str) -> Option<u32> {
    const IRREGULAR: [(&str, u32); 7] = [
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fifth", 5),
        ("eighth", 8),
        ("ninth", 9),
        ("twelfth", 12),
    ];
    let lower = word.to_lowercase();
    if let Some((tens, unit)) = lower.split_once(' ') {
        return Some(number_word(tens)? + ordinal(unit)?);
    }
    if let Some((_, number)) = IRREGULAR.iter().find(|(name, _)| *name == lower) {
        return Some(*number);
    }
    let digits: String = lower.chars().take_while(char::is_ascii_digit).collect();
    if let Ok(number) = digits.parse() {
        return Some(number);
    }
    let stem = lower
        .strip_suffix("ieth")
        .map(|stem| format!("{stem}y"))
        .or_else(|| lower.strip_suffix("th").map(str::to_owned))?;
    number_word(&stem)
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn ordinals() {
        for (word, number) in [
            ("sixth", 6),
            ("21st", 21),
            ("eighty second", 82),
            ("twelfth", 12),
            ("fiftieth", 50),
            ("ninth", 9),
        ] {
            assert_eq!(ordinal(word), Some(number), "{word}");
        }
        assert!(ordinal("lovely").is_none() && ordinal("next").is_none());
    }
}
