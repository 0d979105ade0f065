//! Tests of the workbook: what a spreadsheet would read out of it.

use crate::identity::Accepted;
use crate::input::package::Package;
use crate::patterns::Catalogue;
use crate::reading::{Failure, Reading};
use crate::report::json::record::tool;
use crate::report::json::run::Run;
use crate::report::{Close, Edition, Terms, Units, listed};
use crate::scan::scan;
use crate::summary::Summary;

use super::book::Book;
use super::row::{LONGEST, Row, escape, letters};
use super::sheet::Kind;

fn escaped(text: &str) -> String {
    let mut out = vec![];
    escape(text, &mut out);
    String::from_utf8(out).unwrap()
}

#[test]
fn columns_are_named_as_spreadsheets_name_them() {
    let named: Vec<String> = [0, 25, 26, 51, 52].map(letters).into();
    assert_eq!(named, ["A", "Z", "AA", "AZ", "BA"]);
}

#[test]
fn what_xml_cannot_hold_is_written_as_a_code() {
    assert_eq!(escaped("a<b>&\"c\"\n\t"), "a&lt;b&gt;&amp;&quot;c&quot;\n\t");
    assert_eq!(escaped("a\u{1}\r\u{ffff}"), "a_x0001__x000D__xFFFF_");
    assert_eq!(escaped("_x0041_ _x00_ __x0041_"), "_x005F_x0041_ _x00_ __x005F_x0041_");
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_between_characters() {
    for (text, kept) in [
        ("a".repeat(LONGEST), LONGEST),
        ("a".repeat(LONGEST + 1), LONGEST - 1),
        ("\u{1f600}".repeat(LONGEST), (LONGEST - 1) / 2),
    ] {
        let mut out = vec![];
        Row::begin(Kind::Actions, &mut out).text(&text).end();
        let out = String::from_utf8(out).unwrap();
        let cell = out.split("preserve\">").nth(1).unwrap().split("</t>").next().unwrap();
        let cut = kept < text.chars().count();
        assert_eq!(cell.chars().count(), kept + usize::from(cut));
        assert_eq!(cell.ends_with('\u{2026}'), cut);
        assert_eq!(out.contains('\u{2}'), cut);
        assert!(cell.encode_utf16().count() <= LONGEST);
    }
}

/// The parts of a workbook of `readings`, by name, with so many rows to a sheet.
fn parts(readings: &[Reading<'_>], catalogue: &Catalogue, most_rows: u32) -> Vec<(String, String)> {
    let accepted = Accepted::default();
    let edition = Edition {
        rules_sha256: "0",
        units: Units::default(),
        excerpts: true,
        accepted: &accepted,
    };
    let run = Run {
        view: "final",
        tool: tool(&edition),
        inputs: 1,
        rules: 0,
        packs: &[],
        disabled: &[],
        enabled: &[],
        min_severity: "info",
        as_of: None,
        accepted: 0,
        offsets: vec!["char"],
        no_text: false,
    };
    let rules = listed(catalogue, |_, _| true);
    let terms = Terms {
        run: &run,
        edition: &edition,
        rules: &rules,
    };
    let mut out = vec![];
    let mut book = Book::with_most_rows(most_rows, edition.units, &mut out).unwrap();
    let mut total = Summary::default();
    for reading in readings {
        let mut page = vec![];
        super::write(reading, &edition, &mut page).unwrap();
        // A page may come in any pieces.
        page.chunks(7).try_for_each(|piece| book.take(piece)).unwrap();
        total.add(&Summary::of(reading, &accepted));
    }
    let close = Close {
        terms: &terms,
        total: &total,
        failures: &[],
    };
    book.end(&close).unwrap();
    let package = Package::open(&out).unwrap();
    let names: Vec<String> = package.packed().unwrap().iter().map(|(name, _)| (*name).to_owned()).collect();
    let text = |name: String| {
        let text = String::from_utf8(package.part(&name).unwrap().unwrap()).unwrap();
        (name, text)
    };
    names.into_iter().map(text).collect()
}

fn reading<'p>(catalogue: &'p Catalogue, name: &str, text: &str) -> Reading<'p> {
    Reading::new(name.to_owned(), text.as_bytes().to_vec(), |text| scan(text, catalogue, None))
}

fn part<'p>(parts: &'p [(String, String)], name: &str) -> &'p str {
    parts.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text)
}

#[test]
fn a_workbook_has_its_sheets_with_frozen_heads_and_filters_and_no_formula() {
    let catalogue = Catalogue::builtin().unwrap();
    let gone = Failure {
        cause: "not-found",
        message: "is not there".into(),
    };
    let text = "Core group minutes\n\n=SUM(A1) The child was safe and well.\n\n4.10 See paragraph 9.9.\n\nActions\n\n1. Ms Hale to visit \
                the home by 5 May 2020.\n";
    let readings = [reading(&catalogue, "=cmd.txt", text), Reading::failed("gone.txt".into(), gone)];
    let parts = parts(&readings, &catalogue, 1_000);
    let names: Vec<&str> = part(&parts, "xl/workbook.xml")
        .split("<sheet name=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(names, ["summary", "annotations", "actions", "references", "documents", "rules"]);
    let sheets: Vec<&str> = parts
        .iter()
        .filter(|(name, _)| name.contains("/sheet"))
        .map(|(_, text)| text.as_str())
        .collect();
    assert_eq!(sheets.len(), 6);
    for sheet in &sheets {
        assert!(
            sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:"),
            "{sheet}"
        );
        assert!(!sheet.contains("<f>") && !sheet.contains("t=\"str\""));
        assert_eq!(sheet.matches("<row ").count(), sheet.matches("</row>").count());
    }
    let holds = |text: &str| sheets.iter().any(|sheet| sheet.contains(text));
    assert!(holds(">=cmd.txt</t>") && holds(">=SUM(A1) The child was safe and well.</t>"));
    assert!(holds(
        "<c r=\"P3\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">not-found</t></is></c>"
    ));
    for text in [">Ms Hale</t>", ">2020-05-05</t>", ">4.10</t>", ">dangling</t>"] {
        assert!(holds(text), "no sheet has {text}");
    }
}

#[test]
fn a_full_sheet_goes_on_in_another_and_the_summary_says_so() {
    let catalogue = Catalogue::builtin().unwrap();
    let text = "The child was safe and well.\n\n".repeat(250);
    let parts = parts(&[reading(&catalogue, "a.txt", &text)], &catalogue, 100);
    let workbook = part(&parts, "xl/workbook.xml");
    assert!(workbook.contains("'annotations 3'!$A$1:$AA$53") && !workbook.contains("annotations 4"));
    let rows = |text: &str| text.matches(">generic-reassurance/safe-and-well</t>").count();
    let found: usize = parts.iter().map(|(_, text)| rows(text)).sum();
    assert_eq!(found, 250 + 1, "each annotation once, and the rule");
    let says = "annotations go on in the sheet \u{201c}annotations 2\u{201d} (99 rows)";
    assert!(parts.iter().any(|(_, text)| text.contains(says)));
}
