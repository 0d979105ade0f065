//! The slots of an action are right when the program names the same owners, dates and answers as the label.

use super::label::Slots;
use crate::checks::actions::ActionFacts;
use crate::evaluate::share::Pair;

/// The counts of each slot.
#[derive(Clone, Copy, Debug, Default)]
pub struct SlotPairs {
    /// Each owner named.
    pub owners: Pair,
    /// When.
    pub dates: Pair,
    /// Whether it says how anyone would know.
    pub checks: Pair,
    /// Its status, where it has one.
    pub statuses: Pair,
    /// Whether it is answered.
    pub responses: Pair,
}

impl SlotPairs {
    /// Holds the facts of one action against its label; gives what was wrong, in words. `written` are the words of the
    /// timescales that have a date, or that the label gives.
    pub(super) fn add(&mut self, label: &Slots, facts: &ActionFacts, written: &[(String, bool)]) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut unmatched = |slot: &str, kept: bool, words: &str| {
            if !kept {
                wrong.push(format!("{slot} {words}"));
            }
            kept
        };
        for owner in &label.owners {
            let found = facts.owners.iter().any(|it| agree(it, owner));
            self.owners.recall.count(unmatched("owner missed:", found, owner));
        }
        for owner in &facts.owners {
            let right = label.owners.iter().any(|it| agree(it, owner));
            self.owners.precision.count(unmatched("owner wrong:", right, owner));
        }
        if let Some(date) = &label.date {
            let found = written.iter().any(|(words, _)| agree(words, date));
            self.dates.recall.count(unmatched("date missed:", found, date));
        }
        for (words, dated) in written {
            let right = label.date.as_ref().is_some_and(|date| agree(words, date));
            if right || *dated {
                self.dates.precision.count(unmatched("date wrong:", right, words));
            }
        }
        let mut flag = |pair: &mut Pair, slot: &str, label: bool, said: bool| {
            if label {
                pair.recall.count(unmatched(slot, said, "missed"));
            }
            if said {
                pair.precision.count(unmatched(slot, label, "wrong"));
            }
        };
        flag(&mut self.checks, "check", label.check, facts.checked);
        flag(&mut self.responses, "response", label.response, facts.answered);
        let (status, said) = (label.status.as_str(), facts.status.name());
        let is_one = |name: &str| !matches!(name, "" | "none");
        if is_one(status) {
            self.statuses.recall.count(unmatched("status missed:", status == said, status));
        }
        if is_one(said) {
            self.statuses.precision.count(unmatched("status wrong:", status == said, said));
        }
        wrong
    }
}

/// Whether two ways of writing name the same: one holds the words of the other.
fn agree(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && !matches!(word.to_ascii_lowercase().as_str(), "the" | "by" | "a"))
            .map(str::to_lowercase)
            .collect();
        format!(" {} ", words.join(" "))
    };
    let (one, other) = (plain(one), plain(other));
    one.trim().len().min(other.trim().len()) > 0 && (one.contains(&other) || other.contains(&one))
}

#[cfg(test)]
mod tests {
    use super::agree;

    #[test]
    fn names_agree_by_their_words() {
        assert!(agree("The Named Nurse", "named nurse"));
        assert!(agree("Police (Det. Sgt Holt)", "Police"));
        assert!(!agree("Police", "Policing lead") && !agree("", "Police"));
    }
}
