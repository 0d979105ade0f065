//! The `totals` are the sheets that can be written only when all is read: the summary and the rules.

use crate::annotation::Confidence;
use crate::checks::references::Coverage;
use crate::report::stream::Close;
use crate::summary::{STATES, STATUSES, Summary, Tally, is_language, per_thousand};

use super::row::{LONGEST, Row};
use super::sheet::{Kind, Table};

/// Writes the rules that were at work, with how many remarks of theirs stand.
pub(super) fn rules(close: &Close<'_>, out: &mut Vec<u8>) {
    for rule in close.terms.rules {
        let standing = close.total.rules.get(rule.name).map(|often| often.count);
        let language = is_language(rule.category);
        Row::begin(Kind::Rules, out)
            .text(rule.name)
            .text(rule.category)
            .text(rule.severity.name())
            .maybe(rule.confidence.map(Confidence::name))
            .number(standing.or(language.then_some(0)))
            .text(rule.says)
            .maybe(rule.ask)
            .maybe(rule.source)
            .end();
    }
}

/// Writes the counts of all documents, and what the reader of this workbook must know of it.
pub(super) fn summary(close: &Close<'_>, tables: &[Table], cut: u64, out: &mut Vec<u8>) {
    let total = close.total;
    let mut lines = Lines { out };
    documents(total, &mut lines);
    lines.tally("language", "all groups together", &total.language, total.measure.words);
    for (part, language) in [("language", true), ("other checks", false)] {
        for (category, tally) in total.categories.iter().filter(|(category, _)| is_language(category) == language) {
            lines.tally(part, category, tally, total.measure.words);
        }
    }
    actions(total, &mut lines);
    let all = total.references.iter().sum();
    for (state, count) in STATES.iter().zip(total.references) {
        lines.count("references", state.name(), count, Some(all));
    }
    lines.share("promises that an action answers", total.promises);
    lines.share(
        "findings, recommendations and learning points that an action answers",
        total.findings,
    );
    lines.share("actions that cite a place that exists", total.citing);
    notes(close, tables, cut, &mut lines);
}

fn documents(total: &Summary, lines: &mut Lines<'_>) {
    let all = Some(total.read + total.failed);
    lines.count("documents", "read", total.read, all);
    lines.count("documents", "could not be read (see the sheet documents)", total.failed, all);
    lines.count("documents", "words of running text", total.measure.words, None);
    lines.count("documents", "sentences", total.measure.sentences, None);
    lines.count("annotations", "all", total.annotations, None);
    lines.count("annotations", "accepted with a reason", total.accepted, Some(total.annotations));
}

fn actions(total: &Summary, lines: &mut Lines<'_>) {
    let actions = &total.actions;
    let all = Some(actions.total);
    lines.count("actions", "all", actions.total, None);
    lines.count("actions", "name who is to act", actions.with_owner, all);
    lines.count("actions", "give a date", actions.with_date, all);
    for (status, count) in STATUSES.iter().zip(actions.statuses) {
        lines.count("actions", &format!("status: {}", status.name()), count, all);
    }
    lines.count("actions", "text does not bear the status out", actions.contradicted, all);
}

fn notes(close: &Close<'_>, tables: &[Table], cut: u64, lines: &mut Lines<'_>) {
    lines.note("Of language and the other checks the count is of what stands: the author's own words or what the author reports, not accepted, not for information only.");
    lines.note("Counts are prompts for a reader, no grade of a document. A rate is left out under 5 of a kind or 1,000 words.");
    lines.note("Offsets are Unicode code points from 0 in the text that `candour text FILE` prints.");
    if !close.terms.edition.excerpts {
        lines.note("Written with --no-text: every excerpt of the documents is left out.");
    }
    if cut > 0 {
        let longest = LONGEST;
        lines.note(&format!(
            "{cut} cells end in \u{2026} because a cell of Excel holds {longest} characters; the JSON has their text whole."
        ));
    }
    for table in tables.iter().filter(|table| table.name.ends_with(|c: char| c.is_ascii_digit())) {
        let (name, rows, kind) = (&table.name, table.rows, table.kind.name());
        lines.note(&format!(
            "{kind} go on in the sheet \u{201c}{name}\u{201d} ({rows} rows), because a sheet of Excel holds no more."
        ));
    }
    let edition = close.terms.edition;
    lines.note(&format!(
        "Made by candour {}; rules {}",
        env!("CARGO_PKG_VERSION"),
        edition.rules_sha256
    ));
}

/// The rows of the summary.
struct Lines<'o> {
    out: &'o mut Vec<u8>,
}

impl Lines<'_> {
    fn count(&mut self, part: &str, item: &str, count: u64, of: Option<u64>) {
        self.begin(part, item).number(Some(count)).number(of).end();
    }

    fn tally(&mut self, part: &str, item: &str, tally: &Tally, words: u64) {
        let all = tally.voices.iter().sum::<u64>() + tally.negated;
        let [high, medium, low] = tally.standing.map(Some);
        self.begin(part, item)
            .number(Some(tally.stands()))
            .number(Some(all))
            .number(high)
            .number(medium)
            .number(low)
            .number(per_thousand(tally.stands(), words))
            .end();
    }

    fn share(&mut self, item: &str, share: Coverage) {
        let mut row = self.begin("coverage", item);
        row.number(Some(share.covered)).number(Some(share.total));
        (0..4).for_each(|_| {
            row.maybe(None);
        });
        if share.unresolved > 0 {
            row.text(&format!("{} of the rest could not be resolved", share.unresolved));
        }
        row.end();
    }

    fn note(&mut self, note: &str) {
        let mut row = self.begin("about", "");
        (0..6).for_each(|_| {
            row.maybe(None);
        });
        row.text(note).end();
    }

    fn begin(&mut self, part: &str, item: &str) -> Row<'_> {
        let mut row = Row::begin(Kind::Summary, self.out);
        row.text(part).text(item);
        row
    }
}
