//! Of many documents each is accounted for: in the records, in the account and in the record of the run.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use crate::docx::paper::{Paper, p};
use crate::place::Place;

/// A PDF of one page with these lines.
fn pdf(lines: &[String]) -> Vec<u8> {
    let shown: String = lines.iter().map(|line| format!("({line}) Tj T* ")).collect();
    let content = format!("BT /F 10 Tf 12 TL 50 550 Td {shown}ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[4 0 R]/Count 1>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 5 0 R/Resources<</Font<</F 3 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
    ];
    let mut out = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        let _ = writeln!(table, "{:010} 00000 n ", out.len());
        let _ = writeln!(out, "{number} 0 obj{object}endobj");
    }
    let start = out.len();
    let _ = write!(
        out,
        "{table}trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF",
        objects.len() + 1
    );
    out.into_bytes()
}

#[test]
fn four_hundred_pdf_and_word_files_with_ten_damaged_are_each_accounted_for() {
    let place = Place::new();
    for at in 0..400 {
        let words = |line: usize| format!("Visit {at}.{line}: the children were seen and were safe and well.");
        let (ending, mut bytes) = if at % 2 == 0 {
            ("docx", Paper::new(&(0..3).map(|line| p(&words(line))).collect::<String>()).bytes())
        } else {
            ("pdf", pdf(&(0..3).map(words).collect::<Vec<_>>()))
        };
        if at % 80 == 7 || at % 80 == 10 {
            bytes.truncate(bytes.len() / 9);
        }
        place.write(&format!("papers/{at:03}.{ending}"), &bytes);
    }
    place.write("papers/photo.jpg", b"\xff\xd8");
    let scan = |jobs: &str| {
        let args = ["scan", "papers", "--format", "jsonl", "--run-record", "run.json", "--jobs", jobs];
        place.candour(&args, "")
    };
    let output = scan("2");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout == scan("1").stdout);
    let records: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(records.len(), 400);
    let mut failed: BTreeMap<&str, &str> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        let name = record["name"].as_str().unwrap();
        assert!(name.starts_with(&format!("{at:03}.")));
        match record["error"]["cause"].as_str() {
            Some(cause) => {
                failed.insert(name, cause);
            }
            None => assert_eq!(record["annotations"].as_array().unwrap().len(), 3, "{name}"),
        }
    }
    assert_eq!(failed.len(), 10, "{failed:?}");
    let damaged = |name: &&str| name.ends_with("7.pdf") || name.ends_with("0.docx");
    assert!(
        failed.keys().all(damaged) && failed.values().all(|&cause| cause == "damaged"),
        "{failed:?}"
    );
    let account = String::from_utf8_lossy(&output.stderr);
    assert!(
        account.contains("Read 390 documents, ") && account.contains("; 10 could not be read (10 damaged)."),
        "{account}"
    );
    assert!(account.contains("Passed over 1 file in folders") && account.contains("1 .jpg"));
    let run: Value = serde_json::from_str(&place.read("run.json")).unwrap();
    assert_eq!((&run["read"], &run["failed"]), (&390.into(), &10.into()));
    assert_eq!(run["failures"].as_array().unwrap().len(), 10);
}
