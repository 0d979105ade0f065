//! The examples of the built-in packs.

use crate::checks::language::examples::paragraph;
use crate::checks::language::{check, run_examples};
use crate::document::Setting;
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

#[test]
fn what_is_switched_off_is_not_marked_by_its_weights_either() {
    let said =
        "The health visitor wrote that there were no concerns whatsoever and the children all appeared happy and settled in the home.";
    let off = Choice {
        disable: ["generic-reassurance", "hedge-attribution", "minimisation"]
            .map(str::to_owned)
            .to_vec(),
        ..Choice::default()
    };
    let catalogue = Catalogue::with(&[], &off).unwrap_or_else(|errors| panic!("{errors}"));
    let (text, document) = paragraph(said, &catalogue, |block, _| block.setting = Setting::Minutes);
    let marked: Vec<&str> = check(&document, &text, &catalogue).iter().map(|a| text.slice(a.span)).collect();
    assert!(
        !marked.iter().any(|words| words.contains("concerns") || words.contains("happy")),
        "{marked:?}"
    );
}
