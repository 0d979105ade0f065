//! A `ListStyle` is what a kind of list looks like: for each level a bullet, or how its number is written and where it starts.

use crate::input::ReadError;
use crate::input::numeral::Style;
use crate::input::printed::LONGEST;
use crate::input::xml::{Tag, Xml};

/// Levels of a list.
pub(super) const LEVELS: usize = 10;

/// The last number of each level, where it was counted.
pub(super) type Counts = [Option<u32>; LEVELS];

/// One level of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Level {
    pub(super) style: Style,
    pub(super) start: u32,
    prefix: String,
    suffix: String,
    /// How many levels are printed, this one the last.
    shown: usize,
    /// What is printed, with "%1%" for the number of the first level; newer files say it so.
    pattern: Option<String>,
    /// Whether all numbers are written in digits.
    legal: bool,
}

/// Levels by number; one that is not defined is a bullet.
#[derive(Clone, Debug, Default)]
pub(super) struct ListStyle {
    levels: [Option<Level>; LEVELS],
}

impl ListStyle {
    /// Reads the list style, or the style of the outline, that `xml` has just opened.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut style = Self::default();
        let depth = xml.depth();
        while let Some(tag) = xml.child(depth)? {
            let numbered = matches!(tag.local, "list-level-style-number" | "outline-level-style");
            let at: usize = tag.any_number("level").unwrap_or(0);
            if numbered && (1..=LEVELS).contains(&at) {
                style.levels[at - 1] = Some(Level::of(&tag));
            }
        }
        Ok(style)
    }

    /// Where `level` starts.
    pub(super) fn start(&self, level: usize) -> u32 {
        self.levels[level].as_ref().map_or(1, |level| level.start)
    }

    /// Whether `level` is numbered, and no bullet.
    pub(super) const fn is_numbered(&self, level: usize) -> bool {
        self.levels[level].is_some()
    }

    /// The label that `level` prints for `counts`; `None` when it prints nothing.
    pub(super) fn label(&self, level: usize, counts: &Counts) -> Option<String> {
        let own = self.levels[level].as_ref()?;
        let label = match &own.pattern {
            Some(pattern) => self.patterned(own, pattern, counts),
            None => self.joined(own, level, counts),
        };
        let label = label.trim();
        (!label.is_empty() && label.len() <= LONGEST).then(|| label.to_owned())
    }

    /// The number of `level`, as it is written; empty where none is.
    fn number(&self, own: &Level, level: usize, counts: &Counts) -> String {
        let number = counts[level].unwrap_or_else(|| self.start(level));
        match &self.levels[level] {
            Some(it) if own.legal && it.style != Style::None => Style::Decimal.write(number),
            Some(it) => it.style.write(number),
            None => String::new(),
        }
    }

    fn joined(&self, own: &Level, level: usize, counts: &Counts) -> String {
        let mut label = String::new();
        if own.style != Style::None {
            let first = (level + 1).saturating_sub(own.shown);
            let numbers = (first..=level).map(|at| self.number(own, at, counts));
            let numbers: Vec<String> = numbers.filter(|number| !number.is_empty()).collect();
            label = numbers.join(".");
        }
        format!("{}{label}{}", own.prefix, own.suffix)
    }

    fn patterned(&self, own: &Level, pattern: &str, counts: &Counts) -> String {
        let mut label = String::new();
        let mut rest = pattern;
        while let Some(at) = rest.find('%') {
            label.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let place = rest.find('%').and_then(|end| Some((end, rest[..end].parse::<usize>().ok()?)));
            match place {
                Some((end, place)) if (1..=LEVELS).contains(&place) => {
                    label.push_str(&self.number(own, place - 1, counts));
                    rest = &rest[end + 1..];
                }
                _ => label.push('%'),
            }
            if label.len() > LONGEST {
                break;
            }
        }
        label + rest
    }
}

impl Level {
    fn of(tag: &Tag<'_>) -> Self {
        let said = |name: &str| tag.any(name).unwrap_or_default().into_owned();
        let is_synced = tag.any("num-letter-sync").is_some_and(|sync| sync == "true");
        Self {
            style: numeral(&said("num-format"), is_synced),
            start: tag.any_number("start-value").unwrap_or(1),
            prefix: said("num-prefix"),
            suffix: said("num-suffix"),
            shown: tag.any_number("display-levels").unwrap_or(1),
            pattern: tag.any("num-list-format").map(|pattern| pattern.into_owned()),
            legal: tag.any("is-legal").is_some_and(|legal| legal == "true"),
        }
    }
}

/// How a document that says `format` of its numbers writes them; letters that are `synced` are doubled, "aa", "bb".
fn numeral(format: &str, synced: bool) -> Style {
    match format {
        "" => Style::None,
        "a" if synced => Style::LowerLetter,
        "A" if synced => Style::UpperLetter,
        "a" => Style::LowerLetters,
        "A" => Style::UpperLetters,
        "i" => Style::LowerRoman,
        "I" => Style::UpperRoman,
        "1st" => Style::Ordinal,
        "One" => Style::Cardinal,
        "First" => Style::OrdinalWord,
        _ if format.starts_with("01") => Style::Padded,
        _ => Style::Decimal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::xml::Token;

    fn style(levels: &str) -> ListStyle {
        let source = format!("<a>{levels}</a>");
        let mut xml = Xml::new(&source);
        assert!(matches!(xml.token(), Ok(Token::Open(_))));
        ListStyle::read(&mut xml).unwrap()
    }

    fn level(at: u32, more: &str) -> String {
        format!("<list-level-style-number level=\"{at}\" {more}/>")
    }

    #[test]
    fn labels_are_written_by_level_prefix_and_pattern() {
        let style = style(
            &[
                level(1, "num-format=\"I\" num-prefix=\"Part \""),
                level(2, "num-format=\"1\" num-suffix=\".\" display-levels=\"2\""),
                level(3, "num-format=\"\" num-prefix=\"Note\""),
                level(4, "num-format=\"a\" display-levels=\"4\""),
                level(5, "num-format=\"One\" num-list-format=\"Finding %5% of %1%, 100%\""),
                level(6, "num-format=\"1\" num-list-format=\"%1%.%6%\" is-legal=\"true\""),
                "<list-level-style-bullet level=\"7\"/>".to_owned(),
                level(11, "num-format=\"1\""),
                level(8, "num-format=\"\""),
            ]
            .concat(),
        );
        let counts = [Some(4), Some(2), Some(1), Some(28), Some(3), Some(1), None, None, None, None];
        let labels: Vec<Option<String>> = (0..8).map(|at| style.label(at, &counts)).collect();
        let expected = [
            Some("Part IV"),
            Some("IV.2."),
            Some("Note"),
            Some("IV.2.ab"),
            Some("Finding Three of IV, 100%"),
            Some("4.1"),
            None,
            None,
        ];
        assert_eq!(labels, expected.map(|label| label.map(str::to_owned)));
        assert!(style.is_numbered(7) && !style.is_numbered(6));
    }
}
