//! An `Item` is one number of a reference, or one range of them; a reference holds a list: "1, 3 and 5(b)".

use super::number::{Numeral, Shape, bracketed, numeral};
use super::words::{begins, is_in, next};

/// One number or range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// The number, or where the range begins.
    pub(super) first: Numeral,
    /// How far it reaches.
    pub(super) to: To,
    /// One past its last byte, the words of an open range included.
    pub(super) end: usize,
}

impl Item {
    /// Lets its bytes count from a place that stands `by` bytes earlier.
    pub(super) fn shift(&mut self, by: usize) {
        let last = match &mut self.to {
            To::Number(last) => Some(last),
            To::Itself | To::Onward => None,
        };
        for numeral in std::iter::once(&mut self.first).chain(last) {
            numeral.start += by;
            numeral.end += by;
        }
        self.end += by;
    }
}

/// How far an item reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum To {
    /// It is a single number.
    Itself,
    /// To this number, included.
    Number(Numeral),
    /// "and subsequent paragraphs", "onwards", "ff": to wherever the next thing begins.
    Onward,
}

/// Longest list that is read; a bound on the work at one label.
const LONGEST_LIST: usize = 64;

/// Units: a number before one measures, whatever stands before it ("Action 12 months later").
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes", "times", "percent", "pm", "am",
    "years'", "months'", "weeks'", "days'", "working", "calendar", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december", "kg", "mile", "miles", "yards", "metres", "feet", "inches", "stone", "pounds", "km",
];

/// Nouns that a list does not run on into: "paragraph 7.1.25 and 3 other cases".
#[rustfmt::skip]
const COUNTED: &[&str] = &[
    "people", "person", "child", "children", "families", "family", "agencies", "professionals", "cases", "occasions", "adults", "women",
    "men", "visits", "meetings", "sessions", "calls", "referrals", "incidents", "reviews", "reports", "areas", "other", "further", "more",
];

/// Words that may follow the last number of a list written after a singular label ("Action 3 and 4 are").
#[rustfmt::skip]
const GOING_ON: &[&str] = &[
    "of", "in", "above", "below", "to", "which", "that", "are", "is", "were", "was", "has", "have", "had", "and", "or", "on", "for", "from",
    "with", "by", "as", "will", "should", "both", "also", "refer", "refers", "relate", "relates", "apply", "applies", "address",
    "addresses", "at", "describe", "describes", "set", "show", "shows", "together", "it", "the", "respectively",
];

/// How the list that is being read began; it decides what may go on.
struct Reader<'a> {
    text: &'a str,
    known: &'a dyn Fn(&str) -> bool,
    /// The label, whose repetition is skipped: "paragraph 4.2 to paragraph 4.6".
    label: &'a str,
    plural: bool,
}

/// Reads the list that begins at byte `at` of `text`, after a label written as `label` ("" for none).
/// `known` says whether the document prints a number. Empty when no number stands there.
pub(super) fn list(text: &str, at: usize, label: &str, known: &dyn Fn(&str) -> bool) -> Vec<Item> {
    // "Areas for Improvement 2 and 3" has its plural in the middle.
    let many = [" for ", " of ", " to ", " in "]
        .iter()
        .any(|joint| label.contains(&format!("s{joint}")));
    let reader = Reader {
        text,
        known,
        label,
        plural: many
            || label.ends_with(['s', 'S', ')'])
            || label.ends_with("es")
            || label.is_empty()
            || label == "\u{b6}\u{b6}"
            || label == "§§",
    };
    let mut items = Vec::new();
    if let Some(pair) = reader.slashed(at) {
        return pair;
    }
    let Some(first) = numeral(text, at, known) else { return items };
    let lead = first.shape;
    let mut end = reader.push(first, &mut items);
    while items.len() < LONGEST_LIST {
        let Some((next, glued)) = reader.separator(end) else { break };
        let item = reader.sub_letter(&items, next).or_else(|| {
            let item = numeral(text, next, known)?;
            reader.goes_on(lead, &item, glued).then_some(item)
        });
        let Some(item) = item else { break };
        end = reader.push(item, &mut items);
    }
    items
}

/// Whether a unit follows byte `at`: what stands before it measures something.
pub(super) fn is_measured(text: &str, at: usize) -> bool {
    let unit = next(text, at);
    let verb = matches!(unit, "may" | "march");
    (is_in(unit, UNITS) && !verb) || begins(&text[at..], " per cent")
}

fn is_counted(text: &str, at: usize) -> bool {
    is_measured(text, at) || is_in(next(text, at), COUNTED)
}

impl Reader<'_> {
    /// "Recommendations 1/2": two numbers after a plural label, neither a date nor a fraction.
    fn slashed(&self, at: usize) -> Option<Vec<Item>> {
        let text = self.text;
        let digits = |at: usize| {
            text.as_bytes()[at.min(text.len())..]
                .iter()
                .take(3)
                .take_while(|b| b.is_ascii_digit())
                .count()
        };
        let slash = at + digits(at);
        if !self.plural || self.label.is_empty() || slash == at || text.as_bytes().get(slash) != Some(&b'/') {
            return None;
        }
        let end = slash + 1 + digits(slash + 1);
        if end == slash + 1 || end > slash + 3 || text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '/') {
            return None;
        }
        let one = |start: usize, end: usize| Item {
            first: Numeral {
                number: text[start..end].to_owned(),
                base: text[start..end].to_owned(),
                other: None,
                shape: Shape::Integer,
                start,
                end,
            },
            to: To::Itself,
            end,
        };
        if (self.known)(&text[at..end]) {
            return None;
        }
        (value(&text[at..slash]) < value(&text[slash + 1..end])).then(|| vec![one(at, slash), one(slash + 1, end)])
    }

    /// Adds `first` with the range that follows it; returns where to go on.
    fn push(&self, first: Numeral, items: &mut Vec<Item>) -> usize {
        let mut end = first.end;
        let mut to = To::Itself;
        if let Some(last) = self.range(&first) {
            end = last.end;
            to = To::Number(last);
        } else if let Some(onward) = onward(&self.text[end..]) {
            end += onward;
            to = To::Onward;
        }
        items.push(Item { first, to, end });
        end
    }

    /// The end of a range after `first`: "to 55", "-7.1.55", "to paragraph 4.6".
    fn range(&self, first: &Numeral) -> Option<Numeral> {
        let rest = &self.text[first.end..];
        let sign = [" to ", " - ", "-", " -", "- ", " through ", " through to ", " up to ", " until "]
            .iter()
            .filter(|s| begins(rest, s))
            .map(|s| s.len())
            .max()?;
        let at = self.skip_label(first.end + sign);
        let mut last = self.sub_letter_of(first, at).or_else(|| numeral(self.text, at, self.known))?;
        if is_counted(self.text, last.end) && last.shape == Shape::Integer && first.shape != Shape::Integer {
            return None;
        }
        complete(first, &mut last)?;
        // "Aspect Four to two people": a range rises, and is written in one manner.
        let capital = |numeral: &Numeral| self.text[numeral.start..].starts_with(char::is_uppercase);
        let worded = last.shape == Shape::Word;
        let rises = value(&last.number) > value(&first.number);
        let alike = first.shape != Shape::Word || capital(first) == capital(&last);
        (!worded || rises && alike).then_some(last)
    }

    fn skip_label(&self, at: usize) -> usize {
        let singular = self.label.trim_end_matches(['s', 'S']);
        let rest = &self.text[at..];
        if singular.is_empty() || !begins(rest, singular) {
            return at;
        }
        let after = &rest[singular.len()..];
        let after_plural = after.strip_prefix(['s', 'S']).unwrap_or(after);
        let skipped = after_plural.trim_start_matches(['.', ' ']);
        at + rest.len() - skipped.len()
    }

    /// Where the next item may begin, and whether "and" stands before it.
    fn separator(&self, end: usize) -> Option<(usize, bool)> {
        let rest = &self.text[end..];
        [
            ", and ", ", or ", "; and ", " and ", " or ", " & ", ", ", "; ", ",", ";", "/", " and/or ",
        ]
        .iter()
        .filter(|s| begins(rest, s))
        .max_by_key(|s| s.len())
        .map(|s| (end + s.len(), s.contains("and") || s.contains("or") || s.contains('&')))
    }

    /// Whether `item` can belong to a list that began with a number of shape `lead`.
    fn goes_on(&self, lead: Shape, item: &Numeral, after_and: bool) -> bool {
        let numeral = |shape| matches!(shape, Shape::Letter | Shape::Roman);
        // "Themes I and II": a single I may be either.
        let romans = numeral(lead) && item.shape == Shape::Roman;
        if item.shape != lead && !romans && !matches!((lead, item.shape), (Shape::Integer, Shape::Word) | (Shape::Word, Shape::Integer)) {
            return false;
        }
        match item.shape {
            Shape::Dotted => true,
            Shape::Letter if !self.plural => false,
            _ if is_counted(self.text, item.end) => false,
            _ if self.plural => true,
            _ if after_and => self.sentence_goes_on(item.end) || self.capital() && lead == item.shape && (self.known)(&item.number),
            _ => self.list_goes_on(item.end),
        }
    }

    /// Whether the label has a capital, as a name has: "Practice Learning 1 and 4 concern …".
    fn capital(&self) -> bool {
        self.label.starts_with(|c: char| c.is_ascii_uppercase())
    }

    fn sentence_goes_on(&self, at: usize) -> bool {
        let word = next(self.text, at);
        word.is_empty() || is_in(word, GOING_ON)
    }

    /// After a singular label and a comma ("Action 3, 4 and 5") only what is surely a list goes on.
    fn list_goes_on(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        rest.is_empty() || rest.starts_with([',', ';', ')', ']']) || is_in(next(self.text, at), &["and", "or"])
    }

    /// "(c)" after "7.1.53(a), ": the same number with another letter.
    fn sub_letter(&self, items: &[Item], at: usize) -> Option<Numeral> {
        self.sub_letter_of(&items.last()?.first, at)
    }

    fn sub_letter_of(&self, first: &Numeral, at: usize) -> Option<Numeral> {
        if !first.number.ends_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let (end, letters) = bracketed(self.text.as_bytes(), at)?;
        let base = &first.base;
        Some(Numeral {
            base: base.clone(),
            number: format!("{base}{letters}"),
            other: None,
            shape: first.shape,
            start: at,
            end,
        })
    }
}

/// Fills up a range's end that leaves its beginning out ("7.1.53 to 55"); `None` when the two do not make a range.
fn complete(first: &Numeral, last: &mut Numeral) -> Option<()> {
    match (first.shape, last.shape) {
        (Shape::Dotted, Shape::Integer) => {
            let (stem, tail) = first.number.rsplit_once('.')?;
            let rises = value(&last.number) > value(tail);
            last.base = format!("{stem}.{}", last.base);
            last.number = format!("{stem}.{}", last.number);
            last.shape = Shape::Dotted;
            rises.then_some(())
        }
        (a, b) if a == b => Some(()),
        (Shape::Integer | Shape::Word, Shape::Integer | Shape::Word) => Some(()),
        // "V to VII": a letter alone may be a figure.
        (Shape::Letter, Shape::Roman) => first.other.is_some().then_some(()),
        (Shape::Roman, Shape::Letter) => last.other.is_some().then_some(()),
        _ => None,
    }
}

fn value(digits: &str) -> u32 {
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    digits[..length].parse().unwrap_or(0)
}

/// Length of the words by which a range stays open: " and subsequent paragraphs", " onwards", "ff".
fn onward(rest: &str) -> Option<usize> {
    const WORDS: &[&str] = &[
        " and subsequent paragraphs",
        " and the subsequent paragraphs",
        " and following paragraphs",
        " and the following paragraphs",
        " and the paragraphs that follow",
        " and the paragraphs following",
        " and subsequent sections",
        " and following sections",
        " and following",
        " and subsequent",
        " et seq",
        " onwards",
        " onward",
        "ff",
        " ff",
        " and those that follow",
    ];
    let length = WORDS.iter().filter(|w| begins(rest, w)).map(|w| w.len()).max()?;
    let next = rest[length..].chars().next();
    next.is_none_or(|c| !c.is_alphanumeric()).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, label: &str) -> String {
        let items = list(text, 0, label, &|_| false);
        let show = |item: &Item| match &item.to {
            To::Itself => item.first.number.clone(),
            To::Number(last) => format!("{}..{}", item.first.number, last.number),
            To::Onward => format!("{}..", item.first.number),
        };
        items.iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn reads_lists_and_ranges() {
        for (text, label, items) in [
            ("7.1.53-7.1.55 and 8.2", "paras", "7.1.53..7.1.55 8.2"),
            ("7.1.53 to 55", "paragraph", "7.1.53..7.1.55"),
            ("7.1.53(a), (c)", "paragraph", "7.1.53a 7.1.53c"),
            ("5(a) to (c)", "paragraph", "5a..5c"),
            ("1, 3 and 5(b)", "Recommendations", "1 3 5b"),
            ("1, 2, and 4", "recommendations", "1 2 4"),
            ("Fourteen to Sixteen have", "Actions", "14..16"),
            ("One and Three", "Findings", "1 3"),
            ("7.1.53 and subsequent paragraphs,", "paragraph", "7.1.53.."),
            ("4.2 onwards", "para", "4.2.."),
            ("4.2ff", "para", "4.2.."),
            ("4.2 to paragraph 4.6", "paragraph", "4.2..4.6"),
            ("4.12 - 4.15", "", "4.12..4.15"),
            ("3 and 4 are", "Action", "3 4"),
            ("3 and 4.", "Action", "3 4"),
            ("3, 4 and 5 are", "Action", "3 4 5"),
            ("4.2, 4.5; 5.1 & 6.3", "paragraphs", "4.2 4.5 5.1 6.3"),
            ("A and C", "Appendices", "a c"),
            ("2/3", "Recommendations", "2 3"),
        ] {
            assert_eq!(read(text, label), items, "{text:?}");
        }
    }

    #[test]
    fn stops_where_the_sentence_counts_something_else() {
        for (text, label, items) in [
            ("7.1.25 and 3 other cases", "paragraph", "7.1.25"),
            ("7.1.25, 12 weeks later", "paragraph", "7.1.25"),
            ("1 and 2 years later", "Recommendations", "1"),
            ("2 and 14 month old", "Finding", "2"),
            ("3 and four children were", "Action", "3"),
            ("4.2 and Finding 3", "paragraph", "4.2"),
            ("7.1.25 to 3 agencies", "paragraph", "7.1.25"),
            ("3, 4 of the five", "Action", "3"),
            ("5, 2019", "Action", "5"),
        ] {
            assert_eq!(read(text, label), items, "{text:?}");
        }
    }
}
