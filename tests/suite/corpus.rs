//! The corpus: every document's annotations, references and actions are those written beside it, which a person has read.
//!
//! `UPDATE=1 cargo test corpus` writes the expected files anew; read the difference before you commit it.
#![expect(clippy::disallowed_methods, reason = "the test reads the corpus")]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use candour::input;
use candour::patterns::Catalogue;
use candour::scan::{Scan, scan};
use candour::text::{Places, Span};

#[test]
fn documents_say_what_was_agreed() {
    let catalogue = Catalogue::builtin().unwrap();
    let mut wrong = vec![];
    for path in documents() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = input::read(&name, &fs::read(&path).unwrap()).unwrap();
        let found = shown(&scan(text, &catalogue, None));
        let beside = PathBuf::from(format!("{}.expected", path.display()));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&beside, &found).unwrap();
        } else if fs::read_to_string(&beside).unwrap_or_default() != found {
            wrong.push(difference(&name, &fs::read_to_string(&beside).unwrap_or_default(), &found));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_remark_is_of_a_rule_that_is_listed() {
    let catalogue = Catalogue::builtin().unwrap();
    for path in documents() {
        let text = input::read(&path.to_string_lossy(), &fs::read(&path).unwrap()).unwrap();
        for it in &scan(text, &catalogue, None).annotations {
            let listed = catalogue.rule(it.rule).is_some() || candour::checks::rules().any(|rule| rule.name == it.rule);
            assert!(listed, "{} is in no list", it.rule);
        }
    }
}

fn documents() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|p| {
        p.extension()
            .is_some_and(|e| ["txt", "md", "docx", "odt", "html", "eml"].iter().any(|it| e == *it) || (cfg!(feature = "pdf") && e == "pdf"))
            && p.file_stem().is_some_and(|s| s != "README")
    });
    paths.sort();
    assert!(paths.len() >= 10, "the corpus has ten documents at least");
    paths
}

/// One line for each annotation, reference and action.
fn shown(scan: &Scan<'_>) -> String {
    let page = Page {
        scan,
        places: Places::new(&scan.text.content),
    };
    let mut out = String::new();
    page.annotations(&mut out);
    page.references(&mut out);
    page.statements(&mut out);
    out
}

struct Page<'s> {
    scan: &'s Scan<'s>,
    places: Places<'s>,
}

impl Page<'_> {
    fn place(&self, span: Span) -> String {
        let place = self.places.place(span.start);
        format!("{}:{}", place.line, place.column)
    }

    fn words(&self, span: Span) -> String {
        self.scan.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn source(&self, folded: Span) -> Span {
        self.scan.document.source(folded, &self.scan.text.content)
    }

    fn annotations(&self, out: &mut String) {
        for a in &self.scan.annotations {
            let denied = if a.polarity.name() == "negated" { " negated" } else { "" };
            let clear = if a.clarified { " clarified" } else { "" };
            let (place, severity, voice) = (self.place(a.span), a.severity.name(), a.voice.name());
            writeln!(
                out,
                "{place} {severity} {voice}{denied}{clear} {} \u{201c}{}\u{201d}",
                a.rule,
                self.words(a.span)
            )
            .unwrap();
        }
    }

    fn references(&self, out: &mut String) {
        out.push('\n');
        for r in &self.scan.graph.references {
            let span = self.source(r.span);
            let meant: Vec<&str> = r.suggestions.iter().map(|s| s.target.as_str()).collect();
            let meant = if meant.is_empty() {
                String::new()
            } else {
                format!(", perhaps {}", meant.join(", "))
            };
            let (place, kind, state) = (self.place(span), r.kind.name(), r.state.name());
            writeln!(
                out,
                "{place} {kind} {state} \u{201c}{}\u{201d} -> {}{meant}",
                self.words(span),
                r.targets.join(", ")
            )
            .unwrap();
        }
    }

    fn statements(&self, out: &mut String) {
        out.push('\n');
        for (statement, facts) in self.scan.document.statements.iter().zip(&self.scan.facts) {
            let when = facts
                .timescales
                .iter()
                .map(|t| format!("{} ({})", self.words(self.source(t.span)), t.date.as_deref().unwrap_or("-")));
            let when = when.collect::<Vec<_>>().join("; ");
            let (place, kind, label) = (self.place(self.source(statement.span)), statement.kind, &statement.label);
            let (owners, status) = (facts.owners.join("; "), facts.status.name());
            writeln!(out, "{place} {kind:?} \u{201c}{label}\u{201d} by [{owners}] when [{when}] {status}").unwrap();
        }
    }
}

/// The lines that only one side has.
fn difference(name: &str, expected: &str, found: &str) -> String {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    let (expected, found) = (lines(expected), lines(found));
    let gone = expected.difference(&found).map(|l| format!("  - {l}"));
    let new = found.difference(&expected).map(|l| format!("  + {l}"));
    format!("{name}\n{}", gone.chain(new).collect::<Vec<_>>().join("\n"))
}
