//! A `Change` is something that decides and that differs between two sentences on the same matter: a negation, a number, a name, a date.

use std::ops::Range;

use super::align::{Alignment, Hunk, Moved};
use super::deadline;
use super::lexis::{self, Kind};
use super::word::Word;

/// What sort of thing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// The day by which something is to be done.
    Deadline,
    /// "not", "no longer", "unable".
    Negation,
    /// A number or an amount.
    Number,
    /// A date that is no deadline, or a time of the day.
    Date,
    /// Who: a name, a role, "he" for "she".
    Person,
    /// The order of single words, which may tell who did it to whom.
    Order,
    /// How things stand: done, open, high, improved.
    Status,
    /// How much, or how often.
    Amount,
    /// Whether something may, should or must be.
    Certainty,
    /// Any other word of the matter.
    Wording,
}

impl ChangeKind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Deadline,
        Self::Negation,
        Self::Number,
        Self::Date,
        Self::Person,
        Self::Order,
        Self::Status,
        Self::Amount,
        Self::Certainty,
        Self::Wording,
    ];

    /// The name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::Negation => "negation",
            Self::Number => "number",
            Self::Date => "date",
            Self::Person => "person",
            Self::Order => "order",
            Self::Status => "status",
            Self::Amount => "amount",
            Self::Certainty => "certainty",
            Self::Wording => "wording",
        }
    }
}

/// One thing that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What sort of thing.
    pub kind: ChangeKind,
    /// Bytes of the earlier sentence; empty when something was added.
    pub before: Range<usize>,
    /// Bytes of the later sentence; empty when something was left out.
    pub after: Range<usize>,
}

/// Two sentences and the words of each.
#[derive(Clone, Copy)]
pub(super) struct Two<'w> {
    pub(super) before: &'w [Word],
    pub(super) after: &'w [Word],
}

impl Two<'_> {
    fn change(&self, kind: ChangeKind, before: &[usize], after: &[usize]) -> Change {
        Change {
            kind,
            before: covered(self.before, before),
            after: covered(self.after, after),
        }
    }

    /// All that has changed and decides, in the order of the earlier sentence.
    pub(super) fn changes(&self, alignment: &Alignment) -> Vec<Change> {
        let mut changes: Vec<Change> = alignment.hunks.iter().filter_map(|hunk| self.of_hunk(hunk)).collect();
        changes.extend(alignment.pairs.iter().filter_map(|&pair| self.of_form(pair)));
        changes.extend(alignment.moved.iter().filter_map(|moved| self.of_order(moved, alignment)));
        changes.sort_by_key(|change| (change.before.start, change.after.start));
        changes
    }

    /// What a stretch that differs has changed, if anything that decides.
    fn of_hunk(&self, hunk: &Hunk) -> Option<Change> {
        let heavy =
            |words: &[Word], at: &[usize]| -> Vec<usize> { at.iter().copied().filter(|&at| words[at].kind != Kind::Filler).collect() };
        let (before, after) = (heavy(self.before, &hunk.before), heavy(self.after, &hunk.after));
        if self.is_same_writing(&before, &after) || self.is_same_writing(&hunk.before, &hunk.after) || self.is_form(hunk, &before, &after) {
            return None;
        }
        let kind = match deadline::is_one(self, hunk, (&before, &after)) {
            true if before.is_empty() || after.is_empty() => ChangeKind::Date,
            true => ChangeKind::Deadline,
            false => self.kind(&before, &after),
        };
        Some(self.change(kind, &before, &after))
    }

    /// Whether both sides are one word or phrase in two spellings: "call outs" and "callouts", "recieved" and "received".
    pub(super) fn is_same_writing(&self, before: &[usize], after: &[usize]) -> bool {
        let joined = |words: &[Word], at: &[usize]| -> String { at.iter().map(|&at| words[at].key.as_str()).collect() };
        let (one, other) = (joined(self.before, before), joined(self.after, after));
        if one == other || self.is_shortened(before, after) {
            return true;
        }
        before.len() == after.len()
            && before.iter().zip(after).all(|(&at, &twin)| {
                let (word, twin) = (&self.before[at], &self.after[twin]);
                word.sum == twin.sum
                    || word.kind == Kind::Matter && twin.kind == Kind::Matter && is_slip(&word.stem, &twin.stem)
                    || word.kind == Kind::Date && twin.kind == Kind::Date && is_same_day(&word.key, &twin.key)
            })
    }

    /// Whether one side has the initials of the other: "TM" for "team manager"; or spells out what it goes on to shorten.
    fn is_shortened(&self, before: &[usize], after: &[usize]) -> bool {
        let keys = |words: &[Word], at: &[usize]| -> Vec<String> { at.iter().map(|&at| words[at].key.clone()).collect() };
        let (one, other) = (keys(self.before, before), keys(self.after, after));
        let next = |words: &[Word], at: &[usize]| at.last().and_then(|&last| words.get(last + 1)).map(|word| word.key.clone());
        match (one.as_slice(), other.as_slice()) {
            ([short], long) | (long, [short]) if long.len() > 1 => has_initials(short, long),
            (long, []) => next(self.before, before).is_some_and(|short| has_initials(&short, long)),
            ([], long) => next(self.after, after).is_some_and(|short| has_initials(&short, long)),
            _ => false,
        }
    }

    /// Whether the sides differ in form alone: "said" for "stated", "to" for "will", "has been" for "was".
    fn is_form(&self, hunk: &Hunk, before: &[usize], after: &[usize]) -> bool {
        let kinds = |words: &[Word], at: &[usize]| -> Vec<Kind> {
            let said = at.iter().map(|&at| words[at].kind);
            said.filter(|kind| *kind != Kind::Saying).collect()
        };
        let (one, other) = (kinds(self.before, before), kinds(self.after, after));
        let speaks = |words: &[Word], at: Option<&usize>| at.and_then(|at| words.get(at + 1)).is_some_and(is_speech);
        match (one.as_slice(), other.as_slice()) {
            ([], [] | [Kind::To | Kind::Is | Kind::Was | Kind::Done | Kind::Pronoun] | [Kind::Is | Kind::Was, Kind::To])
            | ([Kind::To | Kind::Is | Kind::Was | Kind::Done | Kind::Pronoun] | [Kind::Is | Kind::Was, Kind::To], [])
            | ([Kind::To], [Kind::Will | Kind::Is])
            | ([Kind::Will | Kind::Is], [Kind::To])
            | ([Kind::Done], [Kind::Was | Kind::Is])
            | ([Kind::Was | Kind::Is], [Kind::Done]) => true,
            ([Kind::Is], [Kind::Was]) | ([Kind::Was], [Kind::Is]) => {
                speaks(self.before, hunk.before.last()) && speaks(self.after, hunk.after.last())
            }
            _ => false,
        }
    }

    /// The sort of the weightiest word that differs.
    fn kind(&self, before: &[usize], after: &[usize]) -> ChangeKind {
        let words = || {
            let one = before.iter().map(|&at| &self.before[at]);
            one.chain(after.iter().map(|&at| &self.after[at]))
        };
        let opposed = before
            .iter()
            .any(|&at| after.iter().any(|&twin| is_opposite(&self.before[at].key, &self.after[twin].key)));
        if opposed {
            return ChangeKind::Negation;
        }
        match words().map(|word| word.kind).max().unwrap_or(Kind::Matter) {
            Kind::Denial => ChangeKind::Negation,
            Kind::Number => ChangeKind::Number,
            Kind::Date | Kind::Time => ChangeKind::Date,
            Kind::Name | Kind::Role | Kind::Pronoun => ChangeKind::Person,
            Kind::Status | Kind::Will | Kind::Is | Kind::Was | Kind::Done => ChangeKind::Status,
            Kind::Much => ChangeKind::Amount,
            Kind::Sure => ChangeKind::Certainty,
            Kind::Turn | Kind::Matter | Kind::Saying | Kind::To | Kind::Filler => ChangeKind::Wording,
        }
    }

    /// What another form of the same word changes: what was to be done is done, what is has been.
    fn of_form(&self, (at, twin): (usize, usize)) -> Option<Change> {
        let (word, other) = (&self.before[at], &self.after[twin]);
        let did = |words: &[Word], at: usize| at > 0 && matches!(words[at - 1].key.as_str(), "did" | "not");
        let (past, plain) = match (word.past, other.past) {
            (true, false) => ((self.before, at), (self.after, twin)),
            (false, true) => ((self.after, twin), (self.before, at)),
            _ => return None,
        };
        let adjective = past
            .1
            .checked_sub(1)
            .is_some_and(|at| matches!(past.0[at].kind, Kind::Is | Kind::Will));
        if is_speech(word) || did(plain.0, plain.1) || adjective {
            return None;
        }
        Some(self.change(ChangeKind::Status, &[at], &[twin]))
    }

    /// Whether one word has changed places with the other that "and" joins it to: "routine and consistency".
    fn is_swapped(&self, moved: &Moved) -> bool {
        let (at, twin) = (moved.before.start, moved.after.start);
        let one = |words: &[Word], at: usize, ahead: bool| -> Option<u64> {
            let (and, other) = if ahead {
                (at.checked_add(1)?, at.checked_add(2)?)
            } else {
                (at.checked_sub(1)?, at.checked_sub(2)?)
            };
            (words.get(and)?.key == "and")
                .then(|| words.get(other).map(|word| word.sum))
                .flatten()
        };
        moved.before.len() == 1
            && [true, false].into_iter().any(|ahead| {
                let other = one(self.before, at, ahead);
                other.is_some() && other == one(self.after, twin, !ahead)
            })
    }

    /// What it changes that words were moved: nothing when a clause was, who did it to whom when a single word was.
    fn of_order(&self, moved: &Moved, alignment: &Alignment) -> Option<Change> {
        let words = &self.before[moved.before.clone()];
        let weighty = words
            .iter()
            .filter(|word| word.kind == Kind::Matter || word.kind >= Kind::Much)
            .count();
        let named = words
            .iter()
            .all(|word| matches!(word.kind, Kind::Name | Kind::Filler | Kind::Pronoun));
        let of = alignment.hunks.iter().any(|hunk| {
            hunk.before.iter().any(|&at| self.before[at].key == "of") || hunk.after.iter().any(|&at| self.after[at].key == "of")
        });
        let led = words.len() > 1 && matches!(words[0].kind, Kind::Filler | Kind::Turn | Kind::To);
        let heavy = words.iter().any(|word| word.kind >= Kind::Matter);
        let harmless =
            self.is_swapped(moved) || weighty > 1 && !named || led && heavy || of && weighty == 1 && words[0].kind == Kind::Matter;
        let range = |range: &Range<usize>| range.clone().collect::<Vec<_>>();
        (!harmless).then(|| self.change(ChangeKind::Order, &range(&moved.before), &range(&moved.after)))
    }
}

/// Whether a word says that something is said, agreed or asked, whatever its tense.
fn is_speech(word: &Word) -> bool {
    word.kind == Kind::Saying
        || matches!(
            word.stem.as_str(),
            "agre" | "agree" | "recommend" | "ask" | "request" | "decid" | "discuss" | "consider" | "expres" | "express" | "feel"
        )
}

/// Whether two words of the matter are one with a slip of the pen: a letter more, less, other, or two exchanged (Damerau 1964).
fn is_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let short = one.len().min(other.len());
    if short < 5 || one.len().abs_diff(other.len()) > 1 || one[0] != other[0] || lexis::kind_of_either(&one, &other) {
        return false;
    }
    let head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let tail = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take(short - head)
        .take_while(|(a, b)| a == b)
        .count();
    let (rest, twin) = (one.len() - head - tail, other.len() - head - tail);
    match (rest, twin) {
        (0 | 1, 0 | 1) => true,
        (2, 2) => one[head] == other[head + 1] && one[head + 1] == other[head],
        _ => false,
    }
}

/// Whether two dates name one day, though one leaves the year out: "2024-03-14" and "--03-14".
fn is_same_day(one: &str, other: &str) -> bool {
    let day = |short: &str, long: &str| short.strip_prefix("--").is_some_and(|day| long.len() == 10 && long.ends_with(day));
    day(one, other) || day(other, one)
}

/// Whether one word denies the other by what it begins with: "safe" and "unsafe".
pub(super) fn is_opposite(one: &str, other: &str) -> bool {
    let denies = |long: &str, short: &str| {
        let before = long.strip_suffix(short);
        before.is_some_and(|before| matches!(before, "un" | "in" | "im" | "ir" | "il" | "dis" | "non")) && short.len() > 3
    };
    denies(one, other) || denies(other, one)
}

/// From the first to the last of the words at `at`; empty without any.
fn covered(words: &[Word], at: &[usize]) -> Range<usize> {
    match (at.iter().min(), at.iter().max()) {
        (Some(&first), Some(&last)) => words[first].range.start..words[last].range.end,
        _ => 0..0,
    }
}

/// Whether `short` is made of the initials of `long`, with or without its small words.
fn has_initials(short: &str, long: &[String]) -> bool {
    let initials = |words: &[&String]| -> String { words.iter().filter_map(|word| word.chars().next()).collect() };
    let all: Vec<&String> = long.iter().collect();
    let great: Vec<&String> = long.iter().filter(|word| word.len() > 3).collect();
    (2..=6).contains(&short.len()) && long.len() > 1 && (initials(&all) == short || initials(&great) == short)
}
