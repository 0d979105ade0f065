//! The summary in all its forms: its links lead somewhere, its words are never markup, without text no word is left, and its
//! limits hold what they should.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use candour::identity::Accepted;
use candour::patterns::Catalogue;
use candour::reading::Reading;
use candour::report::json;
use candour::report::schema::{Subject, schema};
use candour::report::summary::{Gathered, csv, html, markdown};
use candour::report::{Edition, Units, csv::Reader};
use candour::scan::scan;
use candour::summary::{Figures, Scope};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;

use crate::place::Place;

#[path = "../../examples/coverage/simulation.rs"]
mod simulation;

const FORMS: [&[&str]; 6] = [
    &["--format", "text"],
    &["--format", "json"],
    &["--html"],
    &["--markdown"],
    &["--format", "csv"],
    &["--format", "csv-excel"],
];

/// Minutes with words that stand nowhere else, in every place from which a summary takes words.
const MINUTES: &str = "Quibblethorpe core group\n\nDate: 4 December 2023\n\nMother: Zelda Quibblethorpe\n\nFlumpington discussion\n\n\
    1.1 Zelda will ensure that the child is kept safe from wugglefish. The child was safe and well. The child said \"the snorkwheel is loud\".\n\n\
    1.2 This is addressed in the Action Plan, see paragraph 9.9.\n\nFlumpington actions\n\n1. SW to monitor the wugglefish as soon as possible.\n";

fn schema_validator() -> Validator {
    let schema: Value = serde_json::to_value(schema(Subject::Summary)).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn run(place: &Place, args: &[&str]) -> String {
    let output = place.candour(&[&["summary", "-q"], args].concat(), "");
    assert_eq!(
        output.status.code(),
        Some(0),
        "{args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn without_text_no_word_of_a_document_is_left() {
    let place = Place::new();
    for name in ["a.txt", "b.txt"] {
        place.write(name, MINUTES.as_bytes());
    }
    for form in FORMS {
        for files in [&["a.txt"][..], &["a.txt", "b.txt"]] {
            let told = run(&place, &[files, form].concat()).to_lowercase();
            let kept = run(&place, &[files, form, &["--no-text", "--by-folder"]].concat()).to_lowercase();
            for word in ["quibblethorpe", "zelda", "flumpington", "wugglefish", "snorkwheel", "9.9"] {
                assert!(!kept.contains(word), "{form:?} tells {word}: {kept}");
            }
            let table = form.last().unwrap().starts_with("csv");
            assert_eq!(told.contains("wugglefish"), !table, "{form:?} without --no-text");
            assert!(
                table || kept.contains("repeats no words") && told.contains("personal data"),
                "{form:?} says so"
            );
        }
    }
}

#[test]
fn every_link_of_the_page_leads_to_one_place() {
    let place = Place::new();
    place.write("a.txt", MINUTES.as_bytes());
    place.write("b.txt", MINUTES.replace("child", "boy").as_bytes());
    let page = run(&place, &["a.txt", "b.txt", "--html"]);
    let values = |attribute: &str| -> Vec<String> {
        let pieces = page.split(attribute).skip(1);
        pieces.map(|piece| piece.split('"').next().unwrap().to_owned()).collect()
    };
    let ids = values(" id=\"");
    let known: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(known.len(), ids.len(), "each id stands once");
    let links = values("href=\"#");
    assert!(links.len() > 20);
    assert!(links.iter().all(|link| known.contains(link)), "{links:?} among {ids:?}");
    // Every figure of language has its passages.
    assert!(page.contains("<mark>ensure</mark>"));
    for (tag, end) in [
        ("<section", "</section>"),
        ("<svg", "</svg>"),
        ("<table", "</table>"),
        ("<ol", "</ol>"),
    ] {
        assert_eq!(page.matches(tag).count(), page.matches(end).count(), "{tag}");
    }
}

#[test]
fn all_together_is_the_sum_of_the_documents_for_any_number_of_threads() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let place = Place::new();
    let one = run(&place, &[corpus, "--format", "json", "--jobs", "1"]);
    assert_eq!(one, run(&place, &[corpus, "--format", "json", "--jobs", "3"]));
    let summary: Value = serde_json::from_str(&one).unwrap();
    for path in [
        "/words",
        "/language/standing",
        "/actions/with_check",
        "/people/0/named",
        "/sentence_lengths/over_25",
        "/child_quoted/words",
    ] {
        let documents = summary["documents"].as_array().unwrap().iter();
        let sum: u64 = documents.map(|it| it["counts"].pointer(path).unwrap().as_u64().unwrap()).sum();
        assert_eq!(summary["total"].pointer(path).unwrap().as_u64(), Some(sum), "{path}");
        assert!(sum > 0, "{path}");
    }
    // The lists of passages are cut, and say of how many.
    for list in summary["passages"].as_array().unwrap() {
        let kept = list["kept"].as_array().unwrap().len() as u64;
        assert_eq!(kept, list["total"].as_u64().unwrap().min(25), "{}", list["figure"]);
    }
}

#[test]
fn what_is_compared_keeps_its_schema() {
    let place = Place::new();
    let long = |phrase: &str, day: &str| {
        let paragraph =
            format!("{phrase} The worker came to the house on Tuesday and drank a cup of tea with the uncle in the kitchen.\n\n");
        format!("Core group minutes\n\nDate: {day}\n\n{}", paragraph.repeat(60))
    };
    place.write("old.txt", long("The child was safe and well.", "3 March 2023").as_bytes());
    place.write(
        "new.txt",
        long("The worker counted the spoons in the drawer.", "3 March 2024").as_bytes(),
    );
    place.write(
        "mixed.txt",
        (long("The worker counted the spoons in the drawer.", "9 March 2024") + &"The girl was safe and well.\n\n".repeat(12)).as_bytes(),
    );
    place.write("undated.txt", b"Core group minutes\n\nThe worker counted the spoons.\n");
    let validator = schema_validator();
    let all = ["old.txt", "new.txt", "mixed.txt", "undated.txt"];
    let after = run(&place, &[&all[..], &["--before-after", "2024-01-01", "--format", "json"]].concat());
    let against = run(&place, &["mixed.txt", "--against", "old.txt", "--no-text", "--format", "json"]);
    for (told, undated) in [(after, 1), (against, 0)] {
        let told: Value = serde_json::from_str(&told).unwrap();
        let errors: Vec<String> = validator.iter_errors(&told).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(told["comparison"]["undated"], undated);
        let line = &told["comparison"]["genres"][0]["lines"][0];
        assert_eq!((&line["first"], &line["second"]), (&Value::from(12), &Value::from(60)));
        assert!(line["high"].as_f64().unwrap() < 0.0, "{line}");
    }
}

#[test]
fn a_percentile_wants_twenty_documents() {
    let place = Place::new();
    let folder = |name: &str, count: usize| {
        for at in 0..count {
            let text = format!(
                "Core group minutes\n\n{}{}",
                "The child was safe and well.\n\n".repeat(5 + at),
                "The worker came to the house on Tuesday and drank a cup of tea with the uncle.\n\n".repeat(80)
            );
            place.write(&format!("{name}/{at:02}.txt"), text.as_bytes());
        }
    };
    folder("few", 19);
    folder("many", 20);
    let percentiles = |name: &str| -> Vec<Option<f64>> {
        let told: Value = serde_json::from_str(&run(&place, &[name, "--format", "json"])).unwrap();
        let documents = told["documents"].as_array().unwrap().clone();
        documents.iter().map(|it| it["percentile"].as_f64()).collect()
    };
    assert!(percentiles("few").iter().all(Option::is_none));
    let many = percentiles("many");
    assert_eq!((many[0], many[19]), (Some(2.5), Some(97.5)));
}

#[test]
fn limits_hold_the_truth_of_simulated_documents() {
    use simulation::{Chance, Plan, alike, covered};
    let mut chance = Chance(7);
    for shape in [2.0, 1.0] {
        let plan = Plan {
            paragraphs: 80,
            shape: Some(shape),
            documents: 1,
            spread: None,
        };
        let share = covered(&plan, 1_500, &mut chance);
        assert!((0.935..=0.97).contains(&share), "shape {shape}: {share}");
        let share = alike(&plan, 700, &mut chance);
        assert!((0.93..=0.98).contains(&share), "ratio, shape {shape}: {share}");
    }
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::builtin().unwrap());
static VALIDATOR: LazyLock<Validator> = LazyLock::new(schema_validator);

/// All forms of a summary of `text` in a file called `name`: JSON, then the page, Markdown and the table.
fn told(name: &str, text: &str) -> [String; 4] {
    let accepted = Accepted::default();
    let reading = Reading::new(name.to_owned(), text.as_bytes().to_vec(), |text| scan(text, &CATALOGUE, None));
    let scope = Scope {
        accepted: &accepted,
        excerpts: true,
        most: 4,
    };
    let figures = Figures::of(0, &reading, &scope);
    let mut total = Figures::default();
    total.add(&figures, 4);
    let edition = Edition {
        rules_sha256: CATALOGUE.rules_sha256(),
        units: Units::default(),
        excerpts: true,
        accepted: &accepted,
    };
    let documents = [(reading.source, figures)];
    let gathered = Gathered {
        documents: &documents,
        total: &total,
        others: &[],
        compared: None,
        off: &[],
        by_folder: true,
        edition: &edition,
    };
    let mut forms = [vec![], vec![], vec![], vec![]];
    json::summary::write(&gathered, &mut forms[0]).unwrap();
    html::write(&gathered, &mut forms[1]).unwrap();
    markdown::write(&gathered, &mut forms[2]).unwrap();
    csv::write(Reader::Excel, &gathered, &mut forms[3]).unwrap();
    forms.map(|form| String::from_utf8(form).unwrap())
}

/// The names of the tags of `page`.
fn tags(page: &str) -> BTreeSet<String> {
    let body = page.split("</style>").nth(1).unwrap();
    let opened = body.split('<').skip(1);
    opened
        .map(|tag| {
            tag.trim_start_matches('/')
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect()
        })
        .collect()
}

#[test]
fn words_of_a_document_are_never_markup() {
    let evil = "# <script>alert(1)</script> & </svg>\n\n## <img src=x onerror=alert(1)>\n\nThe child was safe and well \"><script>alert(2)</script>. \
                The mother told the <b>child</b>.\n\n## =cmd|' /C calc'!A0\n\nThe child was safe and well.\n";
    let [_, page, paste, table] = told("=<script>.txt", evil);
    assert!(
        !page.contains("<script") && !page.contains("<img") && page.contains("&lt;script&gt;"),
        "{page}"
    );
    assert!(!paste.contains("<script") && !paste.contains("<img"), "{paste}");
    assert!(!page.contains("script-src") && page.contains("default-src 'none'"));
    assert!(
        table
            .lines()
            .all(|line| line.split(',').all(|cell| !cell.trim_matches('"').starts_with('='))),
        "{table}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_gives_a_sound_summary(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "The child was safe and well. ", "<script>", "</table>", "# Heading\n\n", "\n\n", "Mum said \"it is fine\". ", "|", "é\u{202e}\0", "ACTION: SW to visit by 12/3/24\n",
                "as stated in paragraph 4.27 ", "1.2 ", "'s", "\"", "The father, who was told, left, ", "Child: Tia Marsh\n", "and ", "ﬁ", "\u{2028}", "Tia's ", ", ",
            ]),
            0..60,
        ),
    ) {
        let [json, page, _, table] = told("a.md", &pieces.concat());
        let json: Value = serde_json::from_str(&json).unwrap();
        prop_assert!(VALIDATOR.is_valid(&json), "{:?}", VALIDATOR.iter_errors(&json).next());
        let ours = [
            "a", "blockquote", "body", "caption", "circle", "div", "figcaption", "figure", "h1", "h2", "h3", "head", "header", "html", "li", "line", "main", "mark", "nav",
            "ol", "p", "rect", "section", "span", "strong", "svg", "table", "tbody", "td", "text", "th", "thead", "tr", "ul",
        ];
        for tag in tags(&page) {
            prop_assert!(ours.contains(&&*tag), "<{tag}>");
        }
        let mut rows = ::csv::ReaderBuilder::new().from_reader(table.as_bytes());
        prop_assert!(rows.records().all(|row| row.is_ok()));
    }
}

/// Work per sentence is bounded: without that, a sentence that never ends would take hours.
#[test]
fn a_sentence_that_never_ends_is_told_in_time() {
    let [json, ..] = told(
        "a.txt",
        &"the mother told the child \"come in\" and the boy said \"no\" and ".repeat(1_500),
    );
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["total"]["sentences"], 1);
    assert_eq!(json["total"]["people"][0]["named"], 1);
}
