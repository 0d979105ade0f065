//! The same event under two dates: two rows of one chronology that say the same at length.

use std::collections::HashMap;

use super::super::remark::Remark;
use super::desk::Desk;
use super::scene::Scene;
use crate::annotation::{Annotation, Confidence, Role, Severity};

/// An account of fewer words may well happen twice: "Health visitor attempted home visit. No response".
const FEWEST_WORDS: usize = 14;
/// Words by which two accounts are brought together.
const KEY: usize = 9;

/// Pairs of rows with the same long account and different dates.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    for chronicle in &scene.timeline.chronicles {
        let rows = scene.timeline.of(chronicle);
        let mut known: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            let Some(&account) = row.account.first() else { continue };
            let words = words(desk.words(account));
            if words.len() >= FEWEST_WORDS {
                known.entry(words[..KEY].join(" ")).or_default().push(at);
            }
        }
        let mut pairs: Vec<(usize, usize)> = known
            .into_values()
            .filter_map(|rows| <[usize; 2]>::try_from(rows).ok())
            .map(|[a, b]| (a, b))
            .collect();
        pairs.sort_unstable();
        for (a, b) in pairs {
            let (first, second) = (&rows[a], &rows[b]);
            let (Some(one), Some(other)) = (first.when, second.when) else {
                continue;
            };
            let alike = words(desk.words(first.account[0])) == words(desk.words(second.account[0]));
            if !alike || one == other || one.last >= other.first && other.last >= one.first {
                continue;
            }
            let message = format!(
                "This row says word for word what the row of \u{201c}{}\u{201d} says.",
                desk.words(first.written)
            );
            let said = Remark::new(
                "chronology/same-event-two-dates",
                Severity::Medium,
                message,
                "Did it happen twice, or is it one event under two dates?",
            );
            let related = vec![desk.related(Role::Previous, first.written, "The other date")];
            out.push(desk.remark(said.sure(Confidence::Medium), second.written, related));
        }
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
