//! The chronologies of `corpus/chronology`: the faults planted in them are found, and nothing else is called a fault.
#![expect(clippy::disallowed_methods, reason = "the test reads the corpus")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use candour::input;
use candour::patterns::Catalogue;
use candour::scan::{Scan, scan};
use candour::text::Places;
use serde::Deserialize;

#[derive(Deserialize)]
struct Planted {
    #[serde(default)]
    fault: Vec<Fault>,
}

#[derive(Deserialize)]
struct Fault {
    rule: String,
    words: String,
    on: String,
}

/// Least share of remarks that are planted faults.
const PRECISION: f64 = 0.95;
/// Least share of planted faults that are found.
const RECALL: f64 = 0.90;

#[test]
fn planted_faults_are_found() {
    let catalogue = Catalogue::builtin().unwrap();
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    let mut report = String::new();
    for path in documents() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let content = fs::read(&path).unwrap();
        let scan = scan(input::read(&name, &content).unwrap(), &catalogue, None);
        let planted: Planted = toml::from_str(&fs::read_to_string(path.with_extension("toml")).unwrap()).unwrap();
        let mut expected: Vec<(String, u32, String)> = planted.fault.iter().map(|fault| placed(fault, &scan, &name)).collect();
        for (rule, line, words) in found(&scan) {
            match expected
                .iter()
                .position(|it| (it.0.as_str(), it.1, it.2.as_str()) == (&rule, line, &words))
            {
                Some(at) => {
                    expected.remove(at);
                    right += 1;
                }
                None => {
                    wrong += 1;
                    writeln!(report, "{name}:{line} wrong: {rule} \u{201c}{words}\u{201d}").unwrap();
                }
            }
        }
        missed += expected.len();
        for (rule, line, words) in expected {
            writeln!(report, "{name}:{line} missed: {rule} \u{201c}{words}\u{201d}").unwrap();
        }
    }
    let precision = f64::from(right) / f64::from(right + wrong);
    let recall = f64::from(right) / (f64::from(right) + missed as f64);
    assert!(
        precision >= PRECISION && recall >= RECALL,
        "precision {precision:.3}, recall {recall:.3}\n{report}"
    );
}

fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/chronology");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.with_extension("toml").exists() && path.extension().is_some_and(|ending| ending != "toml"));
    paths.sort();
    assert!(paths.len() >= 8, "there are eight chronologies at least");
    paths
}

/// The rule, line and words of a planted fault.
fn placed(fault: &Fault, scan: &Scan<'_>, name: &str) -> (String, u32, String) {
    let lines: Vec<usize> = (1..)
        .zip(scan.text.content.lines())
        .filter(|(_, line)| line.contains(&fault.on))
        .map(|(at, _)| at)
        .collect();
    let [line] = lines[..] else {
        panic!("{name}: \u{201c}{}\u{201d} stands on {} lines", fault.on, lines.len())
    };
    (fault.rule.clone(), line as u32, fault.words.clone())
}

fn found(scan: &Scan<'_>) -> Vec<(String, u32, String)> {
    let places = Places::new(&scan.text.content);
    let about_dates = scan.annotations.iter().filter(|it| it.category == "chronology");
    about_dates
        .map(|it| {
            (
                it.rule.to_string(),
                places.place(it.span.start).line,
                scan.text.slice(it.span).to_owned(),
            )
        })
        .collect()
}

/// A chronology of `rows` rows with its narrative, in which every tenth date is one that no row has.
fn long(rows: usize) -> String {
    let mut out = String::from("CHRONOLOGY\n\nDate\tEvent\n");
    let first: jiff::civil::Date = "1960-01-01".parse().unwrap();
    let day = |at: usize| first.checked_add(jiff::Span::new().days(at as i64)).unwrap();
    for at in 0..rows {
        let date = day(at);
        writeln!(
            out,
            "{}.{}.{}\tHealth visitor attempted home visit. Mother seen with Child A, aged {} weeks",
            date.day(),
            date.month(),
            date.year(),
            at % 9
        )
        .unwrap();
    }
    out.push_str("\nANALYSIS\n\n");
    for at in (0..rows).step_by(10) {
        let date = day(at);
        writeln!(
            out,
            "On {} {} {} the health visitor saw her.\n",
            date.day(),
            candour::document::dates::MONTHS[date.month() as usize - 1],
            date.year()
        )
        .unwrap();
    }
    out
}

#[test]
fn ten_times_the_rows_take_about_ten_times_as_long() {
    let text = |rows: usize| input::read("long.txt", long(rows).as_bytes()).unwrap();
    let catalogue = Catalogue::builtin().unwrap();
    let time = |rows: usize| -> Duration {
        let scan = scan(text(rows), &catalogue, None);
        let once = || {
            let start = Instant::now();
            let (timeline, _) = candour::checks::chronology::check(&scan.document, &scan.text, 90);
            assert_eq!(timeline.rows.len(), rows);
            start.elapsed()
        };
        (0..3).map(|_| once()).min().unwrap()
    };
    let (few, many) = (time(2_000), time(20_000));
    assert!(many < few * 30, "2,000 rows took {few:?}, 20,000 took {many:?}");
}
