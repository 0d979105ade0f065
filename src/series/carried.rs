//! A `Promise` is an action through a series: the meetings that it is carried through, its age, and whether anything is ever reported of it.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::lexis::Kind;
use super::meeting::Meeting;
use super::thread::Thread;
use super::unit::Unit;
use crate::checks::actions::Status;

/// The least share of an action's rare words that a report on it repeats, where earlier actions are gone through and elsewhere.
const REVIEWED: f64 = 0.3;
const ELSEWHERE: f64 = 0.6;
/// The least number of its words that a report repeats.
const FEWEST: usize = 2;

/// One action through a series.
#[derive(Clone, Debug)]
pub struct Promise {
    /// Index of its thread.
    pub thread: usize,
    /// Days from the first meeting that has it to the last; `None` without both dates.
    pub days: Option<i64>,
    /// Where something is reported of it: meeting and unit, in order.
    pub reports: Vec<(usize, usize)>,
    /// Whether there was a later meeting at which something could have been reported.
    pub was_due: bool,
}

impl Promise {
    /// Whether a later meeting was held and none reports on it.
    #[must_use]
    pub fn never_reported(&self) -> bool {
        self.was_due && self.reports.is_empty()
    }
}

/// What is known of every word in a series, for telling rare ones.
struct Rarity {
    seen_in: HashMap<u64, u32>,
    units: f64,
}

impl Rarity {
    fn of(meetings: &[&[Unit]]) -> Self {
        let mut seen_in: HashMap<u64, u32> = HashMap::new();
        for unit in meetings.iter().copied().flatten() {
            let sums: HashSet<u64> = unit.words.iter().map(|word| word.sum).collect();
            sums.into_iter().for_each(|sum| *seen_in.entry(sum).or_default() += 1);
        }
        Self {
            seen_in,
            units: meetings.iter().map(|units| units.len() as f64).sum(),
        }
    }

    /// How much a word tells: the logarithm of how many units there are for each that has it (Spärck Jones 1972).
    fn weight(&self, sum: u64) -> f64 {
        (self.units / f64::from(self.seen_in.get(&sum).copied().unwrap_or(1))).ln()
    }
}

/// The promises among `threads`, in their order.
pub(super) fn promises(meetings: &[Meeting], units: &[&[Unit]], threads: &[Thread]) -> Vec<Promise> {
    let rarity = Rarity::of(units);
    let mut by_word: HashMap<u64, Vec<(usize, usize)>> = HashMap::new();
    for (at, meeting) in units.iter().enumerate() {
        for (index, unit) in meeting
            .iter()
            .enumerate()
            .filter(|(_, unit)| unit.action.is_none() && !unit.standing)
        {
            for sum in matter(unit, unit.reviewing) {
                by_word.entry(sum).or_default().push((at, index));
            }
        }
    }
    let reporter = Reporter {
        units,
        rarity: &rarity,
        by_word: &by_word,
    };
    let is_action = |thread: &(usize, &Thread)| thread.1.turns.iter().any(|turn| units[turn.meeting][turn.unit].action.is_some());
    threads
        .iter()
        .enumerate()
        .filter(is_action)
        .filter_map(|(at, thread)| {
            let (first, last) = (thread.turns.first()?.meeting, thread.turns.last()?.meeting);
            let dates = meetings[first].date().zip(meetings[last].date());
            Some(Promise {
                thread: at,
                days: dates.and_then(|(first, last)| days(first, last)),
                reports: reporter.reports(thread),
                was_due: first + 1 < units.len(),
            })
        })
        .collect()
}

fn days(first: &str, last: &str) -> Option<i64> {
    let (first, last): (Date, Date) = (first.parse().ok()?, last.parse().ok()?);
    Some(i64::from((last - first).get_days()))
}

/// Finds what is reported of an action.
struct Reporter<'u> {
    units: &'u [&'u [Unit]],
    rarity: &'u Rarity,
    /// Sentences that are no actions, by the words of their matter.
    by_word: &'u HashMap<u64, Vec<(usize, usize)>>,
}

impl Reporter<'_> {
    /// Where later meetings report on the action of `thread`.
    fn reports(&self, thread: &Thread) -> Vec<(usize, usize)> {
        let mut reports = vec![];
        for (turn, next) in thread.turns.iter().zip(thread.turns.iter().skip(1).map(Some).chain([None])) {
            let until = next.map_or(self.units.len() - 1, |next| next.meeting);
            let unit = &self.units[turn.meeting][turn.unit];
            reports.extend(self.by_label(unit, turn.meeting));
            reports.extend(self.by_words(unit, turn.meeting, until));
            let told = |turn: &super::thread::Turn| {
                let action = self.units[turn.meeting][turn.unit].action.as_ref();
                action
                    .is_some_and(|action| action.status != Status::None)
                    .then_some((turn.meeting, turn.unit))
            };
            reports.extend(next.and_then(told));
        }
        reports.sort_unstable();
        reports.dedup();
        reports
    }

    /// Where the next meeting goes through the actions and names the label of this one.
    fn by_label(&self, action: &Unit, meeting: usize) -> Vec<(usize, usize)> {
        let label = action.action.as_ref().and_then(|slots| slots.label.as_deref());
        let (Some(label), Some(next)) = (label, self.units.get(meeting + 1)) else {
            return vec![];
        };
        let named = |text: &str| {
            let bounded = |at: usize| {
                let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
                edge(text[..at].chars().next_back()) && edge(text[at + label.len()..].chars().next())
            };
            text.match_indices(label).any(|(at, _)| bounded(at))
        };
        let reports = next.iter().enumerate().filter(|(_, unit)| {
            let beside = unit.beside.eq_ignore_ascii_case(label) || unit.paragraph.as_deref() == Some(label);
            unit.reviewing && unit.action.is_none() && (named(&unit.text) || beside)
        });
        reports.map(|(index, _)| (meeting + 1, index)).collect()
    }

    /// Where meetings after `meeting`, up to `until`, say enough of its rare words.
    fn by_words(&self, action: &Unit, meeting: usize, until: usize) -> Vec<(usize, usize)> {
        let own: HashSet<u64> = matter(action, true).collect();
        let mut sums: Vec<u64> = own.into_iter().collect();
        sums.sort_unstable();
        let whole: f64 = sums.iter().map(|&sum| self.rarity.weight(sum)).sum();
        let mut shared: HashMap<(usize, usize), (usize, f64)> = HashMap::new();
        for &sum in &sums {
            for &place in self.by_word.get(&sum).into_iter().flatten() {
                if place.0 > meeting && place.0 <= until {
                    let (count, weight) = shared.entry(place).or_default();
                    *count += 1;
                    *weight += self.rarity.weight(sum);
                }
            }
        }
        let reports = |&(place, (count, weight)): &((usize, usize), (usize, f64))| {
            let reviewing = self.units[place.0][place.1].reviewing;
            let least = if reviewing { REVIEWED } else { ELSEWHERE };
            count >= FEWEST && weight >= least * whole
        };
        let mut found: Vec<_> = shared.into_iter().filter(reports).map(|(place, _)| place).collect();
        found.sort_unstable();
        found
    }
}

/// The words of the matter of a unit, each once; `named`, with names and how often, by which a review of actions may know one.
fn matter(unit: &Unit, named: bool) -> impl Iterator<Item = u64> {
    let tells = |kind: Kind| kind == Kind::Matter || named && matches!(kind, Kind::Name | Kind::Role | Kind::Much);
    let sums: HashSet<u64> = unit.words.iter().filter(|word| tells(word.kind)).map(|word| word.sum).collect();
    sums.into_iter()
}
