//! A `coded` series is a run of paragraphs that open with the document's own letters and a number, "L1.", "L2.", "L3.", where no known
//! label stands behind them.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::label::{self, LabelHead, LabelKind};
use crate::document::{Document, Zone, code};

/// Fewest codes of one prefix that are a series.
const FEWEST: usize = 3;

/// The heads of every such series, each series by itself, in reading order.
pub(super) fn heads(document: &Document) -> Vec<Vec<(u32, LabelHead)>> {
    let mut series: BTreeMap<&str, Vec<(u32, LabelHead)>> = BTreeMap::new();
    for (at, block) in document.blocks.iter().enumerate() {
        let text = document.fold.slice(block.body);
        let plain = matches!(block.zone, Zone::Paragraph | Zone::List | Zone::Heading) && block.cell.is_none();
        let Some((letters, digits)) = code(text).filter(|_| plain && label::label_head(text).is_none()) else {
            continue;
        };
        let label_len = letters.len() + digits.len();
        let rest = &text[label_len..];
        let body = rest.trim_start_matches([':', '.', '-', '\u{2013}', '\u{2014}', ')', ' ', '\t']);
        // "IP4 and IP9 are done" is a sentence.
        if body.starts_with(char::is_lowercase) || body.len() == rest.len() && !rest.is_empty() {
            continue;
        }
        let head = LabelHead {
            kind: LabelKind::Action,
            number: digits.to_owned(),
            label_len,
            len: text.len() - body.len(),
        };
        series.entry(letters).or_default().push((at as u32, head));
    }
    let is_series = |heads: &Vec<(u32, LabelHead)>| {
        let numbers: BTreeSet<&str> = heads.iter().map(|(_, head)| head.number.as_str()).collect();
        numbers.len() >= FEWEST && numbers.len() == heads.len()
    };
    series.into_values().filter(is_series).collect()
}
