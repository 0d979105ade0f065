//! The summary as one long table: a row for each figure of each document and of all together; no words of the documents but the
//! titles of sections.

use std::io::{self, Write};

use super::Gathered;
use crate::report::csv::{Reader, table};
use crate::report::guard::guarded;
use crate::summary::statistics::{Base, Counted};
use crate::summary::visible::SEEN;
use crate::summary::{Comparison, Figures, LONG, STATES, STATUSES, VERY_LONG, VOICES};

/// The columns, in order.
const COLUMNS: [&str; 15] = [
    "scope",
    "path",
    "genre",
    "date",
    "measure",
    "name",
    "count",
    "of",
    "words",
    "per_1000_words",
    "low",
    "high",
    "design_effect",
    "value",
    "percentile",
];

type Cells = [String; 15];

/// Writes the line of column names and all rows.
///
/// # Errors
/// Those of `out`.
pub fn write(reader: Reader, gathered: &Gathered<'_>, out: &mut impl Write) -> io::Result<()> {
    if reader == Reader::Excel {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut rows = table(reader, out);
    rows.write_record(COLUMNS)?;
    let mut write = |mut row: Cells| {
        if reader == Reader::Excel {
            row.iter_mut().for_each(|cell| *cell = guarded(cell).into_owned());
        }
        rows.write_record(&row)
    };
    for row in figures(gathered.total, gathered) {
        write(with(row, ["all", "", "", ""]))?;
    }
    for (source, it) in gathered.documents.iter().filter(|(_, it)| it.counts.read > 0) {
        let date = it.day.as_ref().map_or("", |day| day.iso.as_str());
        for row in figures(it, gathered) {
            write(with(row, ["document", &source.path, it.genre().unwrap_or_default(), date]))?;
        }
    }
    for it in gathered.compared.iter().flat_map(|compared| &compared.comparisons) {
        for row in ratios(it) {
            write(with(row, ["comparison", "", it.genre, ""]))?;
        }
    }
    rows.flush()
}

fn with(mut row: Cells, place: [&str; 4]) -> Cells {
    row[..4].iter_mut().zip(place).for_each(|(cell, text)| text.clone_into(cell));
    row
}

fn figures(it: &Figures, gathered: &Gathered<'_>) -> Vec<Cells> {
    let mut rows = vec![];
    let rated = |measure: &str, name: &str, counted: &Counted, base: &Base| rate(measure, name, counted, base);
    let mut all = rated("language", "all", &it.language, &it.base);
    all[14] = gathered.percentile(it).map(|it| it.to_string()).unwrap_or_default();
    rows.push(all);
    rows.extend(
        it.categories
            .iter()
            .map(|(name, counted)| rated("category", name, counted, &it.base)),
    );
    rows.extend(
        VOICES
            .iter()
            .zip(&it.voices)
            .map(|(voice, counted)| rated("voice", voice.name(), counted, &it.base)),
    );
    let sections = it.sections.in_order().into_iter().enumerate();
    rows.extend(sections.map(|(nth, (_, section))| {
        let name = if section.title.is_empty() {
            format!("section {}", nth + 1)
        } else {
            section.title.clone()
        };
        rated("section", &name, &section.language, &section.base)
    }));
    rows.extend(
        it.genres
            .iter()
            .map(|(name, group)| rated("genre", name, &group.language, &group.base)),
    );
    rows.extend(lengths(it));
    rows.extend(actions(it));
    rows.extend(references(it));
    rows.extend(people(it));
    rows
}

fn lengths(it: &Figures) -> Vec<Cells> {
    let sentences = it.lengths.total();
    let mut rows = vec![];
    for (name, p) in [("median", 0.5), ("90th percentile", 0.9)] {
        rows.push(valued("sentence length", name, it.lengths.quantile(p)));
    }
    for (name, words) in [("over 25 words", LONG), ("over 40 words", VERY_LONG)] {
        rows.push(counted("sentences", name, it.lengths.over(words), sentences));
    }
    rows
}

fn actions(it: &Figures) -> Vec<Cells> {
    let counts = &it.counts;
    let total = counts.actions.total;
    let mut rows = vec![];
    for (name, count) in [
        ("with owner", counts.actions.with_owner),
        ("with date", counts.actions.with_date),
        ("with check", it.slots.checked),
        ("open", it.slots.open),
        ("late", it.slots.late),
        ("status contradicted", counts.actions.contradicted),
    ] {
        rows.push(counted("actions", name, count, total));
    }
    for (status, count) in STATUSES.iter().zip(counts.actions.statuses) {
        rows.push(counted("action status", status.name(), count, total));
    }
    rows
}

fn references(it: &Figures) -> Vec<Cells> {
    let counts = &it.counts;
    let references: u64 = counts.references.iter().sum();
    let mut rows = vec![];
    for (state, count) in STATES.iter().zip(counts.references) {
        rows.push(counted("references", state.name(), count, references));
    }
    for (name, share) in [
        ("promises answered", counts.promises),
        ("findings answered", counts.findings),
        ("actions citing", counts.citing),
    ] {
        rows.push(counted("coverage", name, share.covered.into(), share.total.into()));
    }
    rows
}

fn people(it: &Figures) -> Vec<Cells> {
    let counts = &it.counts;
    let mut rows = vec![];
    for (seen, visible) in SEEN.iter().zip(it.visible) {
        for (measure, count) in [("named", visible.named), ("doer", visible.doer), ("object", visible.object)] {
            rows.push(counted(&format!("people {measure}"), seen.name(), count, counts.measure.sentences));
        }
    }
    rows.push(counted("child quoted", "quotations", it.heard.quotations, counts.measure.sentences));
    rows.push(counted("child quoted", "words", it.heard.words, it.base.words()));
    rows
}

fn rate(measure: &str, name: &str, counted: &Counted, base: &Base) -> Cells {
    let mut row = named(measure, name);
    let rate = counted.rate(base);
    row[6] = counted.count().to_string();
    row[8] = base.words().to_string();
    if let Some(rate) = rate {
        row[9] = rate.value.to_string();
        if let Some((low, high)) = rate.limits {
            (row[10], row[11]) = (low.to_string(), high.to_string());
        }
        row[12] = rate.design_effect.map(|it| it.to_string()).unwrap_or_default();
    }
    row
}

fn ratios(it: &Comparison) -> Vec<Cells> {
    let one = |line: &crate::summary::Line| {
        let mut row = named("log ratio", &line.name);
        (row[6], row[7], row[8]) = (line.counts.0.to_string(), line.counts.1.to_string(), it.first.words.to_string());
        if let Some(ratio) = line.ratio {
            (row[10], row[11], row[13]) = (
                ratio.log_limits.0.to_string(),
                ratio.log_limits.1.to_string(),
                ratio.log.to_string(),
            );
        }
        row
    };
    it.lines.iter().map(one).collect()
}

fn counted(measure: &str, name: &str, count: u64, of: u64) -> Cells {
    let mut row = named(measure, name);
    (row[6], row[7]) = (count.to_string(), of.to_string());
    row
}

fn valued(measure: &str, name: &str, value: Option<f64>) -> Cells {
    let mut row = named(measure, name);
    row[13] = value.map(|it| it.to_string()).unwrap_or_default();
    row
}

fn named(measure: &str, name: &str) -> Cells {
    let mut row = Cells::default();
    (row[4], row[5]) = (measure.to_owned(), name.to_owned());
    row
}
