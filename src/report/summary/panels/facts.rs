//! The panels of plain facts: how long sentences are, what actions say, where references lead.

use crate::checks::references::Coverage;
use crate::report::summary::panel::{Cell, Chart, Panel, Row};
use crate::summary::{Figures, LONG, STATES, STATUSES, VERY_LONG};

/// The classes of lengths in the chart: up to so many words.
const CLASSES: [u32; 10] = [5, 10, 15, 20, 25, 30, 35, 40, 50, 60];

/// How long the sentences are.
pub(super) fn lengths(it: &Figures) -> Panel {
    let lengths = &it.lengths;
    let total = lengths.total();
    let over = |words: u32, figure: &str| vec![Cell::linked(lengths.over(words), figure), Cell::share(lengths.over(words), total)];
    let quantile = |p: f64| vec![Cell::number(lengths.quantile(p)), Cell::words("words")];
    let mut classes: Vec<(String, u64)> = vec![];
    let mut low = 1;
    for high in CLASSES {
        classes.push((format!("{low}\u{2013}{high}"), lengths.between(low, high)));
        low = high + 1;
    }
    classes.push((format!("over {}", low - 1), lengths.over(low - 1)));
    Panel {
        id: "sentences".to_owned(),
        title: "How long the sentences are".to_owned(),
        says: vec!["Cells of tables and headings are left out. Half the sentences are no longer than the median, nine in ten no longer than the 90th \
                    percentile."
            .to_owned()],
        columns: vec!["Measure", "Figure", "Share or unit"],
        rows: vec![
            Row::new("sentences", vec![Cell::count(total), Cell::words("")]),
            Row::new("median length", quantile(0.5)),
            Row::new("90th percentile", quantile(0.9)),
            Row::new("over 25 words", over(LONG, "sentences/over-25")),
            Row::new("over 40 words", over(VERY_LONG, "sentences/over-40")),
        ],
        chart: Some(Chart::Classes(classes, "words in a sentence")),
    }
}

/// What the actions say.
pub(super) fn actions(it: &Figures) -> Panel {
    let (actions, slots) = (&it.counts.actions, &it.slots);
    let total = actions.total;
    let mut bars = vec![];
    let mut rows = vec![Row::new("actions", vec![Cell::linked(total, "actions"), Cell::words("")])];
    for (name, yes, no, figures) in [
        (
            "name who is to act",
            actions.with_owner,
            "do not name who is to act",
            ["actions/doer", "actions/no-doer"],
        ),
        (
            "give a date",
            actions.with_date,
            "give no date",
            ["actions/date", "actions/no-date"],
        ),
        (
            "say how anyone would know",
            slots.checked,
            "do not say how anyone would know",
            ["actions/check", "actions/no-check"],
        ),
    ] {
        rows.push(Row::new(name, vec![Cell::linked(yes, figures[0]), Cell::share(yes, total)]));
        rows.push(Row::new(
            no,
            vec![Cell::linked(total - yes, figures[1]), Cell::share(total - yes, total)],
        ));
        bars.push((name.to_owned(), yes, total));
    }
    for (name, count, figure) in [
        ("are said to be still open, wholly or in part", slots.open, "actions/open"),
        ("are late: their date had passed", slots.late, "actions/late"),
        (
            "have a status that their own text does not bear out",
            actions.contradicted,
            "actions/contradicted",
        ),
    ] {
        rows.push(Row::new(name, vec![Cell::linked(count, figure), Cell::share(count, total)]));
        bars.push((name.to_owned(), count, total));
    }
    for (status, count) in STATUSES.iter().zip(actions.statuses).filter(|&(_, count)| count > 0) {
        let name = match status.name() {
            "none" => "no status given".to_owned(),
            name => format!("status: {name}"),
        };
        let figure = format!("actions/status-{}", status.name());
        rows.push(Row::new(name, vec![Cell::linked(count, figure), Cell::share(count, total)]));
    }
    Panel {
        id: "actions".to_owned(),
        title: "Actions".to_owned(),
        says: if total == 0 { vec!["None were found.".to_owned()] } else { vec![] },
        columns: vec!["Actions that", "Count", "Share"],
        rows: if total == 0 { vec![] } else { rows },
        chart: Some(Chart::Shares(bars)),
    }
}

/// Where references lead, and which promises are kept.
pub(super) fn references(it: &Figures) -> Panel {
    let counts = &it.counts;
    let mut rows: Vec<Row> = STATES
        .iter()
        .zip(counts.references)
        .filter(|&(_, count)| count > 0)
        .map(|(state, count)| {
            let figure = format!("references/{}", state.name());
            let total: u64 = counts.references.iter().sum();
            Row::new(
                format!("references: {}", state.name()),
                vec![Cell::linked(count, figure), Cell::share(count, total)],
            )
        })
        .collect();
    let (more, bars) = coverage(it);
    rows.extend(more);
    Panel {
        id: "references".to_owned(),
        title: "References".to_owned(),
        says: vec![],
        columns: vec!["What", "Count", "Share"],
        rows,
        chart: Some(Chart::Shares(bars)),
    }
}

/// What is answered and what is cited, and the bars of both.
fn coverage(it: &Figures) -> (Vec<Row>, Vec<(String, u64, u64)>) {
    let counts = &it.counts;
    let mut rows = vec![];
    let mut bars = vec![];
    for (name, share, figures) in [
        (
            "promises that an action answers",
            counts.promises,
            Some(["promises/answered", "promises/unanswered"]),
        ),
        (
            "findings and recommendations that an action answers",
            counts.findings,
            Some(["findings/answered", "findings/unanswered"]),
        ),
        ("actions that cite a place that exists", counts.citing, None),
    ] {
        let Coverage {
            covered,
            total,
            unresolved,
        } = share;
        let (covered, total) = (u64::from(covered), u64::from(total));
        let figure = figures.map(|it| it[0].to_owned()).filter(|_| covered > 0);
        let cell = |figure| Cell {
            text: format!("{covered} of {total}"),
            figure,
        };
        rows.push(Row::new(name, vec![cell(figure), Cell::share(covered, total)]));
        if unresolved > 0 {
            rows.push(Row::new(
                format!("{name}: could not be told"),
                vec![Cell::count(unresolved.into()), Cell::words("")],
            ));
        }
        if let Some([_, figure]) = figures.filter(|_| total > covered) {
            let left = total - covered;
            rows.push(Row::new(
                name.replace("that an action answers", "not answered, or not clearly"),
                vec![Cell::linked(left, figure), Cell::share(left, total)],
            ));
        }
        if total > 0 {
            bars.push((name.to_owned(), covered, total));
        }
    }
    (rows, bars)
}
