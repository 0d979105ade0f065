//! The examples of the built-in packs.

use crate::checks::language::run_examples;
use crate::patterns::{BUILT_IN, Catalogue, Choice};

#[test]
fn every_example_does_as_it_should() {
    let catalogue = Catalogue::with(&[], &Choice::everything()).unwrap_or_else(|errors| panic!("{errors}"));
    let failures = run_examples(&catalogue);
    let told: Vec<String> = failures
        .iter()
        .map(|f| {
            let kind = if f.is_hit { "hit " } else { "miss" };
            format!("{} {kind} {:?} {:?}", f.rule, f.example, f.found)
        })
        .collect();
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), told.join("\n"));
}

#[test]
fn built_in_rules_have_three_examples_of_each() {
    let catalogue = Catalogue::with(&[], &Choice::everything()).unwrap_or_else(|errors| panic!("{errors}"));
    assert!(!BUILT_IN.is_empty());
    for rule in catalogue.rules() {
        assert!(
            rule.hit.count() >= 3 && rule.miss.count() >= 3,
            "{}:{} {}",
            rule.file,
            rule.line,
            rule.name
        );
    }
}
