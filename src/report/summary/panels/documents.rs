//! The panels of single documents: one line for each, and counts by folder.

use std::collections::BTreeMap;

use crate::report::summary::Gathered;
use crate::report::summary::panel::{Cell, Chart, DASH, Panel, Row};
use crate::report::summary::wording::{FOLDERS, PERCENTILES};
use crate::report::text::cleaned;
use crate::summary::{Figures, LONG, Summary};

/// The most documents of which a chart is drawn.
const MOST_DRAWN: usize = 60;

/// One line for each of several documents, in the order given.
pub(super) fn set(gathered: &Gathered<'_>) -> Option<Panel> {
    let documents = gathered.documents;
    if documents.len() < 2 {
        return None;
    }
    let mut says = vec!["In the order given: no order of merit.".to_owned()];
    if documents.iter().any(|(_, it)| gathered.percentile(it).is_some()) {
        says.push(PERCENTILES.to_owned());
    }
    let rates = documents.iter().filter_map(|(source, it)| {
        let rate = it.language.rate(&it.base).filter(|rate| rate.limits.is_some())?;
        Some((cleaned(source.name()), rate))
    });
    let drawn: Vec<_> = rates.collect();
    let without = documents.len() - drawn.len();
    if without > 0 && !drawn.is_empty() {
        says.push(format!(
            "{without} of {} have too few such words, or are too short, for a rate.",
            documents.len()
        ));
    }
    Some(Panel {
        id: "documents".to_owned(),
        title: "Document by document".to_owned(),
        says,
        columns: vec![
            "Document",
            "Date",
            "Words",
            "Language",
            "Per 1,000 words",
            "Percentile",
            "Actions",
            "Broken references",
        ],
        rows: documents
            .iter()
            .zip(0..)
            .map(|((_, figures), at)| document(gathered, &cleaned(gathered.name(at)), figures))
            .collect(),
        chart: (drawn.len() <= MOST_DRAWN).then_some(Chart::Rates(drawn)),
    })
}

fn document(gathered: &Gathered<'_>, path: &str, figures: &Figures) -> Row {
    let counts = &figures.counts;
    if counts.read == 0 {
        return Row::new(format!("{path} (not read)"), vec![Cell::words(""); 7]);
    }
    let day = figures.day.as_ref().map_or(DASH, |day| day.iso.as_str());
    let percentile = gathered.percentile(figures).map(f64::round);
    let cells = vec![
        Cell::words(day),
        Cell::count(figures.base.words()),
        Cell::count(figures.language.count()),
        Cell::rate(figures.language.rate(&figures.base)),
        Cell::words(percentile.map_or_else(|| DASH.to_owned(), |it| it.to_string())),
        Cell::count(counts.actions.total),
        Cell::count(counts.broken_references()),
    ];
    Row::new(path, cells)
}

/// Counts of text folder by folder, without a rate, in alphabetical order.
pub(super) fn folders(gathered: &Gathered<'_>) -> Option<Panel> {
    if !gathered.by_folder {
        return None;
    }
    let mut folders: BTreeMap<String, (Summary, u64)> = BTreeMap::new();
    for (source, figures) in gathered.documents {
        let path = source.given.as_ref().unwrap_or(&source.path);
        let folder = path
            .rsplit_once(['/', std::path::MAIN_SEPARATOR])
            .map_or("(no folder)", |(folder, _)| folder);
        let (counts, long) = folders.entry(cleaned(folder)).or_default();
        counts.add(&figures.counts);
        *long += figures.lengths.over(LONG);
    }
    let row = |(folder, (counts, long)): (String, (Summary, u64))| {
        let numbers = [
            counts.read,
            counts.measure.words,
            counts.measure.sentences,
            long,
            counts.language.stands(),
            counts.actions.total,
            counts.broken_references(),
        ];
        Row::new(folder, numbers.map(Cell::count).to_vec())
    };
    Some(Panel {
        id: "folders".to_owned(),
        title: "Folder by folder".to_owned(),
        says: vec![FOLDERS.to_owned()],
        columns: vec![
            "Folder",
            "Documents",
            "Words",
            "Sentences",
            "Over 25 words",
            "Language",
            "Actions",
            "Broken references",
        ],
        rows: folders.into_iter().map(row).collect(),
        chart: None,
    })
}
