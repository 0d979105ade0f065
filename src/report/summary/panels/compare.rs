//! The panels of a comparison.

use crate::report::summary::Gathered;
use crate::report::summary::panel::{Cell, Chart, Panel, Row};
use crate::report::summary::wording::RATIOS;
use crate::report::text::{counted, grouped};
use crate::summary::{Comparison, Line, Side};

/// One panel for each genre that is compared; one that says so when none is.
pub(super) fn all(gathered: &Gathered<'_>) -> Vec<Panel> {
    let Some(compared) = gathered.compared else { return vec![] };
    let names = match &compared.date {
        Some(date) => (format!("from {date} on"), format!("before {date}")),
        None => ("these documents".to_owned(), "the reference set".to_owned()),
    };
    let undated = match compared.undated {
        0 => None,
        1 => Some("One document gives no date that tells on which side it lies, and is left out.".to_owned()),
        many => Some(format!(
            "{} documents give no date that tells on which side they lie, and are left out.",
            grouped(many)
        )),
    };
    let names = Names { names, undated };
    if compared.comparisons.is_empty() {
        return vec![names.nothing(compared.date.is_some())];
    }
    let several = compared.comparisons.len() > 1;
    compared.comparisons.iter().map(|it| names.panel(it, several)).collect()
}

/// What the two sides are called, and what is said of documents on neither.
struct Names {
    names: (String, String),
    undated: Option<String>,
}

impl Names {
    /// The panel that says that there is nothing to compare.
    fn nothing(&self, dated: bool) -> Panel {
        let (first, second) = &self.names;
        let says = if dated {
            format!("There is nothing to compare: no genre has documents both {first} and {second}.")
        } else {
            "There is nothing to compare: the reference set has no document of the same genre.".to_owned()
        };
        Panel {
            id: "compared".to_owned(),
            title: title(&self.names, None),
            says: std::iter::once(says).chain(self.undated.clone()).collect(),
            ..Panel::default()
        }
    }

    /// The panel of one genre.
    fn panel(&self, it: &Comparison, several: bool) -> Panel {
        let (first, second) = (side(&self.names.0, &it.first), side(&self.names.1, &it.second));
        let sides = format!("Documents of the genre {}: {first}; {second}.", it.genre);
        let drawn = it.lines.iter().filter_map(|line| Some((line.name.clone(), line.ratio?)));
        Panel {
            id: format!("compared-{}", it.genre),
            title: title(&self.names, several.then_some(it.genre)),
            says: [sides, RATIOS.to_owned()].into_iter().chain(self.undated.clone()).collect(),
            columns: vec![
                "Category",
                "Here",
                "There",
                "Per 1,000 words here",
                "Per 1,000 words there",
                "Times as often",
            ],
            rows: it.lines.iter().map(row).collect(),
            chart: Some(Chart::Ratios(drawn.collect())),
        }
    }
}

fn row(line: &Line) -> Row {
    let cells = vec![
        Cell::count(line.counts.0),
        Cell::count(line.counts.1),
        Cell::rate(line.rates.0),
        Cell::rate(line.rates.1),
        Cell::ratio(line.ratio),
    ];
    Row::new(&line.name, cells)
}

fn title(names: &(String, String), genre: Option<&str>) -> String {
    let genre = genre.map(|genre| format!(" ({genre})")).unwrap_or_default();
    let mut title = format!("{} held against {}{genre}", names.0, names.1);
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    title
}

fn side(name: &str, side: &Side) -> String {
    let (sentences, long) = side.sentences;
    let share = if sentences == 0 {
        0.0
    } else {
        long as f64 * 100.0 / sentences as f64
    };
    format!(
        "{name}: {}, {}, {share:.1} % of the sentences over 25 words",
        counted(side.documents, "document"),
        counted(side.words, "word"),
    )
}
