//! The panels of language: by category, voice, section and genre.

use std::cmp::Reverse;

use crate::report::summary::Gathered;
use crate::report::summary::panel::{Cell, Chart, DASH, Panel, Row};
use crate::report::summary::wording::INTERVALS;
use crate::report::text::cleaned;
use crate::summary::statistics::{Base, Counted, Rate};
use crate::summary::{Figures, SECTION, Section, VOICES};

/// Most sections that are listed.
const MOST_SECTIONS: usize = 40;

/// What stands of each category.
pub(super) fn categories(it: &Figures) -> Panel {
    let severities = |name: &str| it.counts.categories.get(name).map_or([0; 3], |tally| tally.standing);
    let row = |name: &str, figure: String, counted: &Counted, [high, medium, low]: [u64; 3]| {
        let rate = counted.rate(&it.base);
        let cells = vec![
            Cell::linked(counted.count(), figure),
            Cell::rate(rate),
            Cell::count(high),
            Cell::count(medium),
            Cell::count(low),
            effect(rate),
        ];
        Row::new(name, cells)
    };
    let mut rows: Vec<Row> = it
        .categories
        .iter()
        .map(|(name, counted)| row(name, format!("category/{name}"), counted, severities(name)))
        .collect();
    rows.push(row(
        "all language",
        "language".to_owned(),
        &it.language,
        it.counts.language.standing,
    ));
    // All together are left out of the chart, where they would leave no room for the rest.
    let each = it.categories.iter().map(|(name, counted)| (name.as_str(), counted));
    Panel {
        id: "language".to_owned(),
        title: "Language: what stands in the author’s own or reported words".to_owned(),
        says: vec![INTERVALS.to_owned()],
        columns: vec!["Category", "Stands", "Per 1,000 words", "High", "Medium", "Low", "Clustering"],
        rows,
        chart: Some(Chart::Rates(drawn(each, &it.base))),
    }
}

fn drawn<'f>(all: impl Iterator<Item = (&'f str, &'f Counted)>, base: &Base) -> Vec<(String, Rate)> {
    all.filter_map(|(name, counted)| Some((name.to_owned(), counted.rate(base).filter(|rate| rate.limits.is_some())?)))
        .collect()
}

/// By how much the variance is larger than that of scattered words.
fn effect(rate: Option<Rate>) -> Cell {
    let effect = rate.and_then(|rate| rate.design_effect);
    Cell::words(effect.map_or_else(|| DASH.to_owned(), |effect| format!("{effect:.1}")))
}

/// All asserted language by whose words it is.
pub(super) fn voices(it: &Figures) -> Panel {
    let mut rows: Vec<Row> = VOICES
        .iter()
        .zip(&it.voices)
        .map(|(voice, counted)| {
            let name = voice.name();
            Row::new(
                name,
                vec![
                    Cell::linked(counted.count(), format!("voice/{name}")),
                    Cell::rate(counted.rate(&it.base)),
                ],
            )
        })
        .collect();
    rows.push(Row::new(
        "denied (\u{201c}cannot ensure\u{201d})",
        vec![Cell::count(it.counts.language.negated), Cell::words(DASH)],
    ));
    let all = VOICES.iter().map(|voice| voice.name()).zip(&it.voices);
    Panel {
        id: "voices".to_owned(),
        title: "Whose words: all language, whatever its severity".to_owned(),
        says: vec![],
        columns: vec!["Voice", "Counted", "Per 1,000 words"],
        rows,
        chart: Some(Chart::Rates(drawn(all, &it.base))),
    }
}

/// What stands under each main heading: of one document in its order, of several those that more than one has.
pub(super) fn sections(gathered: &Gathered<'_>) -> Option<Panel> {
    let it = gathered.total;
    let several = it.counts.read > 1;
    let mut sections: Vec<(&str, &Section)> = it.sections.in_order();
    if several {
        sections.retain(|(key, section)| section.documents > 1 && !key.is_empty());
        sections.sort_by_key(|(_, section)| (Reverse(section.documents), section.place));
    }
    if sections.len() < 2 {
        return None;
    }
    let left = sections.len().saturating_sub(MOST_SECTIONS);
    sections.truncate(MOST_SECTIONS);
    let mut says = vec![];
    if several {
        says.push("Headings that stand in more than one document, read alike.".to_owned());
    }
    if left > 0 {
        says.push(format!("{left} more are left out."));
    }
    let row = |nth: usize, (key, section): &(&str, &Section)| {
        let rate = section.language.rate(&section.base);
        let cells = vec![
            Cell::count(section.documents),
            Cell::count(section.base.words()),
            Cell::linked(section.language.count(), format!("{SECTION}{key}")),
            Cell::rate(rate),
        ];
        Row::new(section_name(nth, section), cells)
    };
    let rows: Vec<Row> = sections.iter().enumerate().map(|(nth, section)| row(nth, section)).collect();
    let rates = sections.iter().enumerate().filter_map(|(nth, (_, section))| {
        let rate = section.language.rate(&section.base).filter(|rate| rate.limits.is_some())?;
        Some((section_name(nth, section), rate))
    });
    Some(Panel {
        id: "sections".to_owned(),
        title: "Language by section".to_owned(),
        says,
        columns: vec!["Section", "Documents", "Words", "Stands", "Per 1,000 words"],
        chart: Some(Chart::Rates(rates.collect())),
        rows,
    })
}

/// The heading, or where words may not be repeated the section's number.
fn section_name(nth: usize, section: &Section) -> String {
    match section.title.as_str() {
        "" if section.place.1 == 0 => "(before the first heading)".to_owned(),
        "" => format!("section {}", nth + 1),
        title => cleaned(title),
    }
}

/// What stands in each genre, when there are several.
pub(super) fn genres(it: &Figures) -> Option<Panel> {
    if it.genres.len() < 2 {
        return None;
    }
    let rows = it.genres.iter().map(|(name, group)| {
        let cells = vec![
            Cell::count(group.documents),
            Cell::count(group.base.words()),
            Cell::linked(group.language.count(), format!("genre/{name}")),
            Cell::rate(group.language.rate(&group.base)),
        ];
        Row::new(*name, cells)
    });
    let rates = it.genres.iter().filter_map(|(name, group)| {
        let rate = group.language.rate(&group.base).filter(|rate| rate.limits.is_some())?;
        Some(((*name).to_owned(), rate))
    });
    Some(Panel {
        id: "genres".to_owned(),
        title: "Language by genre".to_owned(),
        says: vec!["Papers of different kinds call for different words: compare like with like.".to_owned()],
        columns: vec!["Genre", "Documents", "Words", "Stands", "Per 1,000 words"],
        rows: rows.collect(),
        chart: Some(Chart::Rates(rates.collect())),
    })
}
