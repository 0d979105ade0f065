//! The panels of a comparison.

use crate::report::summary::Gathered;
use crate::report::summary::panel::{Cell, Chart, Panel, Row};
use crate::report::summary::wording::RATIOS;
use crate::report::text::{counted, grouped};
use crate::summary::{Comparison, Side};

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
    if compared.comparisons.is_empty() {
        let nothing = format!(
            "There is nothing to compare: no genre has documents both {} and {}.",
            names.0, names.1
        );
        let nothing = if compared.date.is_some() {
            nothing
        } else {
            "There is nothing to compare: the reference set has no document of the same genre.".to_owned()
        };
        return vec![Panel {
            id: "compared".to_owned(),
            title: title(&names, None),
            says: std::iter::once(nothing).chain(undated).collect(),
            ..Panel::default()
        }];
    }
    let several = compared.comparisons.len() > 1;
    let one = |it: &Comparison| Panel {
        id: format!("compared-{}", it.genre),
        title: title(&names, several.then_some(it.genre)),
        says: [
            Some(format!(
                "Documents of the genre {}: {}; {}.",
                it.genre,
                side(&names.0, &it.first),
                side(&names.1, &it.second)
            )),
            Some(RATIOS.to_owned()),
            undated.clone(),
        ]
        .into_iter()
        .flatten()
        .collect(),
        columns: vec![
            "Category",
            "Here",
            "There",
            "Per 1,000 words here",
            "Per 1,000 words there",
            "Times as often",
        ],
        rows: it
            .lines
            .iter()
            .map(|line| {
                let cells = vec![
                    Cell::count(line.counts.0),
                    Cell::count(line.counts.1),
                    Cell::rate(line.rates.0),
                    Cell::rate(line.rates.1),
                    Cell::ratio(line.ratio),
                ];
                Row::new(&line.name, cells)
            })
            .collect(),
        chart: Some(Chart::Ratios(
            it.lines.iter().filter_map(|line| Some((line.name.clone(), line.ratio?))).collect(),
        )),
    };
    compared.comparisons.iter().map(one).collect()
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
