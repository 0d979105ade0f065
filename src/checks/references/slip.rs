//! A `Slip` is a way in which a number goes wrong on its way to the page: two digits change places, a level is left out,
//! the section was renumbered, a point was lost. It names places that a citation may have meant; words must agree.

use super::number::joined_by_points;
use super::paragraphs::Paragraphs;

/// What happened to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// 7.21 for 7.12, 7.2.1 for 7.1.2.
    Swapped,
    /// 4.2 for 4.2.1, or 4.2.1 for 4.2.
    Level,
    /// 3.14 for 4.14: the section was renumbered.
    Section,
    /// 71.25 for 7.1.25.
    Point,
    /// 4.19 for 4.9, or 4.1 for 4.11: a figure too many or too few.
    Figure,
    /// 4.27 for 4.21: one figure for another.
    Typed,
}

/// Most paragraphs of a level that are asked after where it was left out.
const MOST_BELOW: u32 = 20;
/// Most figures of a level.
const LONGEST_LEVEL: usize = 3;
/// How far a section may have been renumbered.
const RENUMBERED: u32 = 3;

impl Slip {
    /// Whether it is of the pen alone, and leaves the number's levels as they are.
    pub(super) const fn is_plain(self) -> bool {
        matches!(self, Self::Swapped | Self::Point | Self::Figure)
    }

    /// What the right number is to the one written.
    pub(super) const fn says(self) -> &'static str {
        match self {
            Self::Swapped => "has the digits of the number written in another order",
            Self::Level => "differs from the number written by one level",
            Self::Section => "has the number written, in another section",
            Self::Figure => "has one figure more or fewer than the number written",
            Self::Typed => "differs from the number written by one figure",
            Self::Point => "has the digits of the number written with its points elsewhere",
        }
    }
}

/// The paragraphs, by rank, whose number may have become `number`, each once.
pub(super) fn slips(paragraphs: &Paragraphs, number: &str) -> Vec<(u32, Slip)> {
    let mut found: Vec<(u32, Slip)> = Vec::new();
    let candidates = swapped(number)
        .into_iter()
        .map(|n| (n, Slip::Swapped))
        .chain(pointed(number).into_iter().map(|n| (n, Slip::Point)))
        .chain(levels(number).into_iter().map(|n| (n, Slip::Level)))
        .chain(sections(number).into_iter().map(|n| (n, Slip::Section)))
        .chain(figures(number).into_iter().map(|n| (n, Slip::Figure)))
        .chain(typed(number).into_iter().map(|n| (n, Slip::Typed)));
    for (candidate, slip) in candidates.filter(|(candidate, _)| candidate != number) {
        let rank = paragraphs.rank_of(&candidate).filter(|&rank| !paragraphs.is_heading(rank));
        if let Some(rank) = rank.filter(|rank| found.iter().all(|(other, _)| other != rank)) {
            found.push((rank, slip));
        }
    }
    found
}

/// Two neighbouring digits of one level, or two neighbouring levels, changed round.
fn swapped(number: &str) -> Vec<String> {
    let parts: Vec<&str> = number.split('.').collect();
    let mut all = Vec::new();
    for (i, part) in parts.iter().enumerate() {
        for at in 1..part.len().min(3) {
            let mut digits = part.as_bytes().to_vec();
            digits.swap(at - 1, at);
            if digits[0] != b'0' && digits.iter().all(u8::is_ascii_digit) {
                let turned: String = digits.iter().map(|&b| char::from(b)).collect();
                all.push(with(&parts, i, &turned));
            }
        }
        if i > 0 {
            let mut turned = parts.clone();
            turned.swap(i - 1, i);
            all.push(turned.join("."));
        }
    }
    all
}

/// The same digits with the points elsewhere.
fn pointed(number: &str) -> Vec<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if number.contains(|c: char| c != '.' && !c.is_ascii_digit()) || !(2..=6).contains(&digits.len()) {
        return Vec::new();
    }
    (1..1_u32 << (digits.len() - 1))
        .filter_map(|points| joined_by_points(&digits, points))
        .collect()
}

/// The places one level below, and the one above.
fn levels(number: &str) -> Vec<String> {
    let mut all: Vec<String> = (1..=MOST_BELOW).map(|n| format!("{number}.{n}")).collect();
    all.extend(
        number
            .rsplit_once('.')
            .filter(|(stem, _)| stem.contains('.'))
            .map(|(stem, _)| stem.to_owned()),
    );
    all
}

/// The same last number under another section.
fn sections(number: &str) -> Vec<String> {
    let parts: Vec<&str> = number.split('.').collect();
    let mut all = Vec::new();
    for i in 0..parts.len().saturating_sub(1) {
        let Ok(here) = parts[i].parse::<u32>() else { continue };
        let near = (here.saturating_sub(RENUMBERED).max(1)..=here + RENUMBERED).filter(|&n| n != here);
        all.extend(near.map(|n| with(&parts, i, &n.to_string())));
    }
    all
}

/// One figure of the last level left out or put in.
fn figures(number: &str) -> Vec<String> {
    let stem = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let last = &number[stem.len()..];
    if last.is_empty() || last.len() > LONGEST_LEVEL {
        return Vec::new();
    }
    let fits = |level: &String| !level.is_empty() && level.len() <= LONGEST_LEVEL && !level.starts_with('0');
    let fewer = (0..last.len()).map(|at| format!("{}{}", &last[..at], &last[at + 1..]));
    let more = (0..=last.len()).flat_map(|at| (0..10).map(move |figure| format!("{}{figure}{}", &last[..at], &last[at..])));
    fewer.chain(more).filter(fits).map(|level| format!("{stem}{level}")).collect()
}

/// One figure of the last level read as another, where it has two or more: of one figure any would do.
fn typed(number: &str) -> Vec<String> {
    let stem = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let last = &number[stem.len()..];
    if !(2..=LONGEST_LEVEL).contains(&last.len()) {
        return Vec::new();
    }
    let places = (0..last.len()).flat_map(|at| (0..10).map(move |figure| format!("{}{figure}{}", &last[..at], &last[at + 1..])));
    places
        .filter(|level| !level.starts_with('0'))
        .map(|level| format!("{stem}{level}"))
        .collect()
}

/// `parts` with the one at `at` replaced.
fn with(parts: &[&str], at: usize, new: &str) -> String {
    let mut parts = parts.to_vec();
    parts[at] = new;
    parts.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_wrong_in_known_ways() {
        assert!(swapped("7.21").contains(&"7.12".to_owned()));
        assert!(swapped("7.2.1").contains(&"7.1.2".to_owned()));
        assert!(swapped("4.10").iter().all(|n| n != "4.01"));
        assert!(pointed("71.25").contains(&"7.1.25".to_owned()));
        assert!(pointed("7.125").contains(&"7.1.25".to_owned()));
        assert!(levels("4.2").contains(&"4.2.1".to_owned()));
        assert!(levels("4.2.1").contains(&"4.2".to_owned()));
        assert!(sections("3.14").contains(&"4.14".to_owned()));
        assert!(sections("7.3.2").contains(&"7.2.2".to_owned()));
        assert!(figures("4.19").contains(&"4.9".to_owned()));
        assert!(figures("5.61").contains(&"5.6".to_owned()));
        assert!(figures("4.1").contains(&"4.11".to_owned()));
        assert!(figures("91").contains(&"9".to_owned()));
        assert!(typed("4.27").contains(&"4.21".to_owned()));
        assert!(typed("4.2").is_empty());
    }
}
