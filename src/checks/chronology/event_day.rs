//! An event's day is that of the one row that tells of it: "when he was found", "when the order was made".

use jiff::civil::Date;

use super::calendar::When;
use super::desk::Desk;
use super::scene::Scene;
use super::terms::{Terms, stem};

/// Verbs that alone tell an event of which a life has one.
const ALONE: [&str; 12] = [
    "found",
    "killed",
    "stabbed",
    "arrested",
    "removed",
    "burnt",
    "burned",
    "scalded",
    "injured",
    "admitted",
    "accommodated",
    "evicted",
];

/// The day of the event that a clause names, which begins " when"; none when no row or more than one tells of it.
pub(super) fn of(desk: Desk<'_>, scene: &Scene<'_>, tail: &str) -> Option<Date> {
    let clause = tail.trim_start().strip_prefix("when ")?;
    let clause = clause.split([',', '.', ';', ')', '(']).next().unwrap_or_default();
    if clause.len() > 80
        || [" and ", " not ", " last ", " first ", " next "]
            .iter()
            .any(|word| clause.contains(word))
    {
        return None;
    }
    let terms = Terms::new(desk.document);
    let asked = terms.of(clause);
    let alone = asked.len() == 1 && ALONE.iter().any(|verb| asked.contains(stem(verb)) || asked.contains(*verb));
    if asked.is_empty() || asked.len() < 2 && !alone {
        return None;
    }
    let tells = |row: &&super::timeline::Row| {
        let told: std::collections::HashSet<String> = row.account.iter().flat_map(|&piece| terms.of(desk.words(piece))).collect();
        asked.is_subset(&told)
    };
    let mut days: Vec<Date> = Vec::new();
    for row in scene.timeline.rows.iter().filter(tells) {
        days.push(row.when.and_then(When::exact)?);
    }
    days.dedup();
    let [only] = days[..] else { return None };
    Some(only)
}
