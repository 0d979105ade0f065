//! The panel of those who are visible.

use crate::report::summary::panel::{Cell, Chart, Panel, Row};
use crate::report::summary::wording::VISIBLE;
use crate::report::text::{counted, grouped};
use crate::summary::Figures;
use crate::summary::visible::SEEN;

/// Who is visible in the text.
pub(super) fn visible(it: &Figures) -> Panel {
    let sentences = it.counts.measure.sentences;
    let mut rows = vec![];
    let mut bars = vec![];
    for (seen, visible) in SEEN.iter().zip(it.visible) {
        let name = seen.name();
        let cells = vec![
            Cell::linked(visible.named, format!("people/{name}")),
            Cell::share(visible.named, sentences),
            Cell::linked(visible.doer, format!("people/{name}-doer")),
            Cell::linked(visible.object, format!("people/{name}-object")),
        ];
        rows.push(Row::new(seen.title(), cells));
        bars.push((seen.title().to_owned(), visible.named, sentences));
    }
    let heard = it.heard;
    let times = match heard.quotations {
        0 => "nowhere".to_owned(),
        1 => format!("once, {} of them", grouped(heard.words)),
        many => format!("{} times, {} in all", grouped(many), counted(heard.words, "word")),
    };
    let words = format!("The child’s own words stand in quotation marks {times}.");
    rows.push(Row::new(
        "The child’s own words, quoted",
        vec![
            Cell::linked(heard.quotations, "people/child-quoted"),
            Cell::words(""),
            Cell::words(""),
            Cell::words(""),
        ],
    ));
    Panel {
        id: "people".to_owned(),
        title: "Who is visible".to_owned(),
        says: vec![VISIBLE.to_owned(), words],
        columns: vec![
            "Who",
            "Sentences that name them",
            "Share of sentences",
            "As the doer",
            "As the object",
        ],
        rows,
        chart: Some(Chart::Shares(bars)),
    }
}
