//! Rules over more than a sentence: neighbouring sentences, evidence, chronologies over New Year, whole sections.

use super::bench::{Bench, NONE, agree, own};
use crate::annotation::Role;
use crate::checks::language::check;
use crate::document::Document;
use crate::input;
use crate::patterns::{Catalogue, Choice};

/// The rules that end in `rule`, with their words and evidence, in a document written in Markdown.
fn marks(written: &str, rule: &str, choice: &Choice) -> Vec<(String, Vec<String>)> {
    let catalogue = Catalogue::with(&[], choice).unwrap_or_else(|errors| panic!("{errors}"));
    let text = input::read("t.md", written.as_bytes()).unwrap();
    let document = Document::parse(&text, catalogue.lexicon());
    let all = check(&document, &text, &catalogue);
    let own = all.iter().filter(|a| a.rule.ends_with(rule));
    own.map(|a| {
        assert!(a.related.iter().all(|r| r.role == Role::Evidence));
        let evidence = a.related.iter().map(|r| text.slice(r.span).to_owned()).collect();
        (text.slice(a.span).to_owned(), evidence)
    })
    .collect()
}

fn found(written: &str, rule: &str) -> Vec<(String, Vec<String>)> {
    marks(written, rule, &Choice::default())
}

#[test]
fn beside_is_the_sentence_and_its_neighbours() {
    let bench = Bench::of("phrases = [\"not engaging\"]\nnear = [{ any = [\"closed\"], where = \"beside\" }]");
    let rows = [
        ("He was not engaging. It was closed.", own(1)),
        ("It was closed. He was not engaging.", own(1)),
        ("It was closed as he was not engaging.", own(1)),
        ("It was closed. It rained. He was not engaging.", NONE),
    ];
    agree(rows, |said| bench.count(said));
}

#[test]
fn evidence_is_given_once_a_paragraph() {
    let said = "# Core group minutes\n\nMum is engaging. She attended all sessions and is engaging with the nurse.\n\nMum is engaging.\n";
    let marks = found(said, "attended-so-engaged");
    assert_eq!(marks.len(), 1, "{marks:?}");
    assert_eq!(marks[0].0, "engaging");
    assert_eq!(marks[0].1, ["attended all", "engaging"]);
}

#[test]
fn a_chronology_runs_on_over_the_new_year() {
    let rows = "# Review\n\n## Chronology\n\n### 2020\n\nNo reply on 2 May.\n\n### 2021\n\nNo answer on 3 May.\n\n### March 2021\n\nNo access on 4 May.\n";
    assert_eq!(found(rows, "no-access-pattern").len(), 1);
    let apart = rows.replace("### 2021", "## The father");
    assert_eq!(found(&apart, "no-access-pattern"), []);
}

#[test]
fn an_agenda_is_no_empty_section() {
    let agenda = "# Core group minutes\n\n## Present\n\n## Child's views\n\n## Actions\n";
    assert_eq!(found(agenda, "voice-heading-empty"), []);
    let empty = "# Core group minutes\n\n## Present\n\nAnn Cole, mother.\n\n## Child's views\n\n## Actions\n\n- Ann to call by 3 May.\n";
    assert_eq!(found(empty, "voice-heading-empty").len(), 1);
}

#[test]
fn a_voice_stands_in_the_cell_beside_or_below_its_title() {
    let beside = "# Core group minutes\n\n| Need | Note |\n|---|---|\n| Wishes and feelings | Mum says he is fine |\n| Health | Well |\n";
    assert_eq!(found(beside, "voice-heading-empty").len(), 1);
    let told = beside.replace("Mum says he is fine", "He said \u{201c}I want my own torch\u{201d}");
    assert_eq!(found(&told, "voice-heading-empty"), []);
    let below = "# Core group minutes\n\n| Child | Views of the child | Plan |\n|---|---|---|\n| Amy | Not known | Visit |\n";
    assert_eq!(found(below, "voice-heading-empty").len(), 1);
}

#[test]
fn a_father_in_an_action_under_his_name_is_there() {
    let plan = "# Core group minutes\n\nPresent: Ann Cole (mother)\n\nDean Platt is Amy's father. He has her at weekends.\n\n## Actions\n\n- Ann to call by 3 May.\n";
    assert_eq!(found(plan, "father-absent").len(), 1);
    assert_eq!(found(&plan.replace("- Ann to call", "- Ann to call Dean"), "father-absent"), []);
    assert_eq!(found(&plan.replace("(mother)", "(mother), Dean Platt"), "father-absent"), []);
}

#[test]
fn groups_obey_the_choice_of_rules() {
    let said = "# Core group minutes\n\n## Child's views\n\nNot known.\n";
    let without = |disable: &[&str], min_severity| Choice {
        disable: disable.iter().map(|&name| name.to_owned()).collect(),
        min_severity,
        ..Choice::default()
    };
    use crate::annotation::Severity::{High, Info};
    let rule = "voice-heading-empty";
    assert_eq!(marks(said, rule, &without(&[], Info)).len(), 1);
    assert_eq!(
        marks(said, rule, &without(&["invisible-child-or-adult/voice-heading-empty"], Info)),
        []
    );
    assert_eq!(marks(said, rule, &without(&[], High)), []);
}

#[test]
fn a_title_close_above_its_text_is_a_heading() {
    let close = "Core group minutes\n\nVoice of the child\nNot discussed at this meeting.\n\nActions\nAnn to call by 3 May.\n";
    assert_eq!(plain(close, "voice-heading-empty"), 1);
    let told = close.replace(
        "Not discussed at this meeting.",
        "Kai said that he wants his own torch and a door that shuts, and that he has told his teacher so twice since Christmas.",
    );
    assert_eq!(plain(&told, "voice-heading-empty"), 0);
    let agenda = "Core group minutes\n\nAgenda\nIntroductions\nVoice of the child\nDiscussion\nActions\n";
    assert_eq!(plain(agenda, "voice-heading-empty"), 0);
    let wrapped = "Core group minutes\n\nThe voice of the child\nis often lost in meetings like this, and the chair asked for it.\n";
    assert_eq!(plain(wrapped, "voice-heading-empty"), 0);
}

/// How often a rule speaks in a plain text.
fn plain(written: &str, rule: &str) -> usize {
    let catalogue = Catalogue::builtin().unwrap_or_else(|errors| panic!("{errors}"));
    let text = input::read("t.txt", written.as_bytes()).unwrap();
    let document = Document::parse(&text, catalogue.lexicon());
    check(&document, &text, &catalogue)
        .iter()
        .filter(|a| a.rule.ends_with(rule))
        .count()
}
