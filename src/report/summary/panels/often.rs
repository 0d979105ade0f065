//! The panel of what is said again and again: each rule once, with its count and its places.

use std::cmp::Reverse;

use crate::report::summary::Gathered;
use crate::report::summary::panel::{Cell, Panel, Row};
use crate::report::text::{cleaned, counted, grouped};
use crate::summary::{Often, Spot};

/// How often a rule speaks before its places are listed.
const FEWEST: u64 = 3;
/// How many such rules are listed.
const MOST: usize = 20;
/// How many places of one rule are listed.
const LISTED: usize = 12;

/// The rules that speak again and again, each once.
pub(super) fn rules(gathered: &Gathered<'_>) -> Option<Panel> {
    let counts = &gathered.total.counts;
    let mut rules: Vec<_> = counts.rules.iter().filter(|(_, often)| often.count >= FEWEST).collect();
    rules.sort_by_key(|(rule, often)| (Reverse(often.count), *rule));
    let left = rules.len().saturating_sub(MOST);
    let says = (left > 0).then(|| format!("{left} more rules like these are left out."));
    let rows: Vec<Row> = rules
        .into_iter()
        .take(MOST)
        .map(|(rule, often)| Row::new(rule, vec![Cell::count(often.count), Cell::words(whereabouts(often, counts.read))]))
        .collect();
    (!rows.is_empty()).then(|| Panel {
        id: "often".to_owned(),
        title: "Said again and again: the same remark three times or more".to_owned(),
        says: says.into_iter().collect(),
        columns: vec!["Rule", "Times", "Where"],
        rows,
        chart: None,
    })
}

fn whereabouts(often: &Often, read: u64) -> String {
    if often.places.is_empty() {
        return format!("in {} of {}", grouped(often.documents), counted(read, "document"));
    }
    let place = |spot: &Spot| {
        let times = if spot.times > 1 {
            format!(", {} times", spot.times)
        } else {
            String::new()
        };
        match &spot.paragraph {
            Some(label) => format!("{} (line {}{times})", cleaned(label), spot.line),
            None => format!("line {}{times}", spot.line),
        }
    };
    let listed: Vec<String> = often.places.iter().take(LISTED).map(place).collect();
    let rest = match often.places.len().saturating_sub(LISTED) {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    listed.join("; ") + &rest
}
