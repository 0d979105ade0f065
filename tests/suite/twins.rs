//! The twins: each document of the corpus as Word, PDF, HTML and ODT says what its source says.
//!
//! Annotations, references, statements and the facts of actions are compared with those of the source, place by place of no
//! matter: what is said, of which words. What differs for a reason stands in `corpus/twins/differences.txt` with the reason;
//! anything else fails, and so does a line there that no longer holds. `cargo test --test suite twins -- --nocapture` prints
//! the shares.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "the test reads the corpus and prints shares"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use candour::input;
use candour::patterns::Catalogue;
use candour::scan::{Scan, scan};
use candour::text::{MarkKind, Span};

const FORMATS: [&str; 4] = ["docx", "pdf", "html", "odt"];

/// The largest share of what is said that may differ, in any one format.
const MOST: f64 = 0.02;

/// What may be said of a document; each kind has its share.
const KINDS: [&str; 3] = ["annotation", "reference", "statement"];

/// How often each thing is said.
type Said = BTreeMap<String, usize>;

#[test]
fn twins_say_what_their_sources_say() {
    let catalogue = Catalogue::builtin().unwrap();
    let known = fs::read_to_string(corpus().join("twins/differences.txt")).unwrap();
    let known = Known::read(&known);
    let mut shares = BTreeMap::new();
    let mut found = Vec::new();
    let sources = sources();
    assert!(sources.len() >= 16, "the corpus has sixteen sources at least");
    for source in &sources {
        let name = source.file_stem().unwrap().to_string_lossy();
        let truth = said(source, &catalogue, None);
        for format in FORMATS.into_iter().filter(|it| input::ENDINGS.contains(it)) {
            let twin = said(&corpus().join(format!("twins/{name}.{format}")), &catalogue, Some(&truth));
            count(&mut shares, format, &truth, &twin);
            found.extend(
                differences(&truth, &twin)
                    .into_iter()
                    .map(|line| format!("{name}\t{format}\t{line}")),
            );
        }
    }
    for ((format, kind), share) in &shares {
        println!(
            "{format} {kind}: {} of {} differ, {:.2} %",
            share.differ,
            share.all,
            100.0 * share.part()
        );
    }
    let mut found_counts = Said::new();
    for line in found {
        *found_counts.entry(line).or_default() += 1;
    }
    let wrong = differences(&known.lines, &found_counts);
    assert!(
        wrong.is_empty(),
        "{} lines; + is new, - is listed and no longer there\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    for format in FORMATS {
        let all = shares
            .iter()
            .filter(|(key, _)| key.0 == format)
            .fold(Share::default(), |sum, (_, it)| Share {
                differ: sum.differ + it.differ,
                all: sum.all + it.all,
            });
        assert!(all.part() < MOST, "{format}: {:.2} % differ", 100.0 * all.part());
    }
}

/// The differences that are listed, each under its reason.
struct Known {
    lines: Said,
}

impl Known {
    /// Lines that begin with `#` give the reason of those below. A line names the document, the formats, and what one side alone
    /// says, tabs between.
    fn read(text: &str) -> Self {
        let mut lines = Said::new();
        let mut reason = false;
        for line in text.lines() {
            if line.is_empty() {
                reason = false;
            } else if line.starts_with('#') {
                reason = true;
            } else {
                assert!(reason, "no reason is given for: {line}");
                let (name, rest) = line.split_once('\t').unwrap();
                let (formats, what) = rest.split_once('\t').unwrap();
                for format in formats.split(' ').filter(|it| input::ENDINGS.contains(it)) {
                    *lines.entry(format!("{name}\t{format}\t{what}")).or_default() += 1;
                }
            }
        }
        Self { lines }
    }
}

/// How much of what is said on either side stands on one alone.
#[derive(Clone, Copy, Default)]
struct Share {
    differ: usize,
    all: usize,
}

impl Share {
    fn part(self) -> f64 {
        self.differ as f64 / self.all.max(1) as f64
    }
}

fn count<'f>(shares: &mut BTreeMap<(&'f str, &'f str), Share>, format: &'f str, truth: &Said, twin: &Said) {
    for kind in KINDS {
        let of_kind = |said: &Said| {
            said.iter()
                .filter(|(it, _)| it.starts_with(kind))
                .map(|(it, &n)| (it.clone(), n))
                .collect::<Said>()
        };
        let (truth, twin) = (of_kind(truth), of_kind(twin));
        let share = shares.entry((format, kind)).or_default();
        share.differ += differences(&truth, &twin).len();
        share.all += truth.values().sum::<usize>() + twin.values().sum::<usize>();
    }
}

/// What only one side says, as often as it does.
fn differences(truth: &Said, twin: &Said) -> Vec<String> {
    let lacks = |said: &Said, other: &Said, sign: char| {
        let more = |(it, &n): (&String, &usize)| vec![format!("{sign} {it}"); n.saturating_sub(other.get(it).copied().unwrap_or(0))];
        said.iter().flat_map(more).collect::<Vec<_>>()
    };
    [lacks(truth, twin, '-'), lacks(twin, truth, '+')].concat()
}

fn corpus() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus"))
}

fn sources() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(corpus()).unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt" || e == "md") && p.file_stem().is_some_and(|s| s != "README"));
    paths.sort();
    paths
}

/// All that is said of the file at `path`; of two ways to say one thing, that of `truth`.
fn said(path: &Path, catalogue: &Catalogue, truth: Option<&Said>) -> Said {
    let text = input::read(&path.to_string_lossy(), &fs::read(path).unwrap()).unwrap();
    let scan = scan(text, catalogue, None);
    let mut said = Said::new();
    for line in annotations(&scan, truth).chain(references(&scan)).chain(statements(&scan)) {
        *said.entry(line).or_default() += 1;
    }
    said
}

fn annotations<'s>(scan: &'s Scan<'_>, truth: Option<&'s Said>) -> impl Iterator<Item = String> + 's {
    scan.annotations.iter().map(move |it| {
        let denied = if it.polarity.name() == "negated" { " negated" } else { "" };
        let clear = if it.clarified { " clarified" } else { "" };
        let (severity, voice) = (it.severity.name(), it.voice.name());
        let line = |words: &str| format!("annotation {severity} {voice}{denied}{clear} {} \u{201c}{words}\u{201d}", it.rule);
        let own = line(&plain(scan.text.slice(it.span)));
        let labelled = label_at(scan, it.span.start).map(line);
        labelled
            .filter(|line| truth.is_some_and(|truth| !truth.contains_key(&own) && truth.contains_key(line)))
            .unwrap_or(own)
    })
}

/// The label that the format prints at a place and that is not in its text: a remark about it stands on the word after it.
fn label_at<'s>(scan: &'s Scan<'_>, start: u32) -> Option<&'s str> {
    scan.text.marks.iter().find_map(|mark| match &mark.kind {
        MarkKind::Label(label) if mark.span.start == start => Some(label.trim_end_matches(['.', ':'])),
        _ => None,
    })
}

fn references<'s>(scan: &'s Scan<'_>) -> impl Iterator<Item = String> + 's {
    scan.graph.references.iter().map(|it| {
        let meant: Vec<&str> = it.suggestions.iter().map(|s| s.target.as_str()).collect();
        let meant = if meant.is_empty() {
            String::new()
        } else {
            format!(" perhaps {}", meant.join(", "))
        };
        let (kind, state, targets) = (it.kind.name(), it.state.name(), it.targets.join(", "));
        let words = words(scan, it.span);
        format!("reference {kind} {state} \u{201c}{words}\u{201d} -> {targets}{meant}")
    })
}

fn statements<'s>(scan: &'s Scan<'_>) -> impl Iterator<Item = String> + 's {
    scan.document.statements.iter().zip(&scan.facts).map(|(statement, facts)| {
        let when = facts
            .timescales
            .iter()
            .map(|it| format!("{} ({})", words(scan, it.span), it.date.as_deref().unwrap_or("-")));
        let when = when.collect::<Vec<_>>().join("; ");
        let (kind, label, owners, status) = (
            statement.kind,
            plain(&statement.label),
            facts.owners.join("; "),
            facts.status.name(),
        );
        format!(
            "statement {kind:?} \u{201c}{label}\u{201d} by [{}] when [{when}] {status}",
            plain(&owners)
        )
    })
}

fn words(scan: &Scan<'_>, folded: Span) -> String {
    plain(scan.text.slice(scan.document.source(folded, &scan.text.content)))
}

/// Words without what formats write in their own ways: line ends, emphasis, the shapes of quotation marks.
fn plain(words: &str) -> String {
    let mended = words
        .replace("-\n", "")
        .replace(['*', '\u{ad}'], "")
        .replace(['\u{2018}', '\u{2019}'], "'");
    let mended = mended.replace(['\u{201c}', '\u{201d}'], "\"");
    mended.split_whitespace().collect::<Vec<_>>().join(" ")
}
