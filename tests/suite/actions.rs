//! Actions in many layouts: each slot of each action of `tests/actions` is read as a person would read it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use candour::document::{PartRole, Statement, StatementKind};
use candour::input;
use candour::patterns::Catalogue;
use candour::scan::{Scan, scan};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    paper: Vec<Paper>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paper {
    about: String,
    #[serde(default = "plain")]
    format: String,
    text: String,
    actions: Vec<Vec<String>>,
    remarks: Option<Vec<String>>,
}

fn plain() -> String {
    "txt".into()
}

/// Right, wrong and missed values of one slot.
#[derive(Default)]
struct Tally {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Tally {
    fn f1(&self) -> f64 {
        let right = f64::from(2 * self.right);
        right / (right + f64::from(self.wrong + self.missed)).max(1.0)
    }
}

#[test]
fn every_slot_is_read() {
    let catalogue = Catalogue::builtin().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/actions");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut report = String::new();
    for path in files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "toml")) {
        let file: File = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        for paper in &file.paper {
            let text = input::read(&format!("paper.{}", paper.format), paper.text.as_bytes()).unwrap();
            let scan = scan(text, &catalogue, None);
            let mut wrong = String::new();
            compare(paper, &scan, &mut tallies, &mut wrong);
            if !wrong.is_empty() {
                write!(report, "{}\n{wrong}", paper.about).unwrap();
            }
        }
    }
    for (slot, tally) in &tallies {
        writeln!(report, "{slot}: F1 {:.3}", tally.f1()).unwrap();
    }
    assert!(tallies.values().all(|tally| tally.wrong + tally.missed == 0), "\n{report}");
}

/// Counts and reports what of `paper` is read otherwise than it says.
fn compare(paper: &Paper, scan: &Scan<'_>, tallies: &mut BTreeMap<String, Tally>, report: &mut String) {
    let mut expected: Vec<&Vec<String>> = paper.actions.iter().collect();
    for (i, statement) in scan.document.statements.iter().enumerate() {
        if !matches!(statement.kind, StatementKind::Action | StatementKind::Recommendation) {
            continue;
        }
        let body: String = spans(scan, statement, PartRole::Body).collect::<Vec<_>>().join(" ");
        // The folded copy has no hyphens in words.
        match expected.iter().position(|row| body.contains(&row[0].replace('-', " "))) {
            Some(at) => {
                let row = expected.remove(at);
                tallies.entry("found".into()).or_default().right += 1;
                count(&row[1..], &slots(scan, i), &row[0], tallies, report);
            }
            None => {
                tallies.entry("found".into()).or_default().wrong += 1;
                writeln!(report, "  no action: {body:?}").unwrap();
            }
        }
    }
    for row in expected {
        tallies.entry("found".into()).or_default().missed += 1;
        writeln!(report, "  not found: {:?}", row[0]).unwrap();
    }
    if let Some(remarks) = &paper.remarks {
        count(remarks, &remarks_of(scan), "remarks", tallies, report);
    }
}

fn count(expected: &[String], found: &[String], name: &str, tallies: &mut BTreeMap<String, Tally>, report: &mut String) {
    let slot = |value: &String| match value.split_once(": ") {
        Some((slot, _)) if name != "remarks" => slot.to_owned(),
        _ => "remarks".to_owned(),
    };
    // Of a check the first words are given.
    let same = |wanted: &String, got: &String| got == wanted || (wanted.starts_with("check: ") && got.starts_with(wanted.as_str()));
    for wanted in expected {
        let tally = tallies.entry(slot(wanted)).or_default();
        match found.iter().any(|got| same(wanted, got)) {
            true => tally.right += 1,
            false => {
                tally.missed += 1;
                writeln!(report, "  {name}: missed {wanted}").unwrap();
            }
        }
    }
    for got in found.iter().filter(|got| !expected.iter().any(|wanted| same(wanted, got))) {
        tallies.entry(slot(got)).or_default().wrong += 1;
        writeln!(report, "  {name}: wrong {got}").unwrap();
    }
}

fn spans<'s>(scan: &'s Scan<'_>, statement: &'s Statement, role: PartRole) -> impl Iterator<Item = &'s str> {
    let parts = statement.parts.iter().filter(move |part| part.role == role);
    parts.map(|part| scan.document.fold.slice(part.span))
}

/// The slots of statement `i` as the files write them.
fn slots(scan: &Scan<'_>, i: usize) -> Vec<String> {
    let (statement, facts) = (&scan.document.statements[i], &scan.facts[i]);
    let words = |span| scan.document.fold.slice(span);
    let mut found: Vec<String> = facts.owners.iter().map(|owner| format!("who: {owner}")).collect();
    found.extend(facts.timescales.iter().map(|time| match &time.date {
        Some(date) => format!("when: {date}"),
        None => format!("when: ~{}", words(time.span)),
    }));
    found.extend(spans(scan, statement, PartRole::Check).map(|words| format!("check: {words}")));
    found.extend(facts.response.iter().map(|response| format!("response: {response}")));
    if facts.status.name() != "none" {
        found.push(format!("status: {}", facts.status.name()));
    }
    found.extend(facts.outstanding.iter().map(|&span| format!("left: {}", words(span))));
    found
}

fn remarks_of(scan: &Scan<'_>) -> Vec<String> {
    let remarks = scan.annotations.iter().filter(|a| a.category == "actions");
    remarks
        .map(|a| format!("{} {}", a.rule.trim_start_matches("actions/"), scan.text.slice(a.span)))
        .collect()
}
