//! A number is `present` when it stands anywhere as the opening of something, whether or not the outline has it.

use std::collections::HashSet;

use crate::document::{Block, Document, LabelKind, month};

/// The numbers that stand anywhere as the opening of something, whether or not the outline has it: "7.1.26",
/// "recommendation 3".
pub(super) fn present(document: &Document) -> HashSet<String> {
    let mut found = HashSet::new();
    for entry in &document.outline.entries {
        found.insert(match entry.kind {
            LabelKind::Paragraph => entry.number.clone(),
            kind => format!("{} {}", kind.name().replace('-', " ").to_lowercase(), entry.number),
        });
        if !entry.number.contains('.') && entry.kind == LabelKind::Paragraph {
            found.insert(format!("section {}", entry.number));
            found.insert(format!("paragraph {}", entry.number));
        }
    }
    let counted: HashSet<u32> = document.outline.entries.iter().map(|entry| entry.block).collect();
    for (at, block) in document.blocks.iter().enumerate() {
        let text = document.fold.slice(block.span);
        // The columns of a table behind the first cite.
        if block.cell.is_none_or(|cell| cell.column == 0 || text.len() > LONGEST_CITATION) {
            found.extend(dotted(text).map(str::to_owned));
        }
        // A number may open a row or an item that the outline does not count; a paragraph's stands for a bare one only.
        if let Some(number) = opening_number(block, text) {
            found.insert(format!("{BARE} {number}"));
            if !counted.contains(&(at as u32)) {
                let nouns = ["section", "paragraph", "finding", "recommendation", "action"];
                found.extend(nouns.map(|noun| format!("{noun} {number}")));
            }
        }
        let opening = document.fold.slice(block.span).trim_start_matches(['(', '*', '#', ' ']);
        for (noun, rest) in heads(opening) {
            found.insert(format!("{noun} {rest}"));
        }
    }
    found
}

/// What stands for a noun before a number that has none.
pub(super) const BARE: &str = "bare";
/// Bytes of a cell that does no more than cite.
const LONGEST_CITATION: usize = 40;

/// The dotted numbers of `text` that are not cited.
fn dotted(text: &str) -> impl Iterator<Item = &str> {
    let mut before = "";
    let mut cited = false;
    text.split([' ', '\n']).filter_map(move |token| {
        let number = token.trim_end_matches(['.', ',', ')', ':']).trim_start_matches('(');
        let is_number = number.contains('.') && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        // What follows a cited number after a comma is cited too.
        cited = cites(before) || cited && before.ends_with(',');
        before = token;
        (is_number && !cited).then_some(number)
    })
}

/// The number that opens a block: "23." before its words, not "23 May"; in a table, the cell of a number by itself.
fn opening_number<'t>(block: &Block, text: &'t str) -> Option<&'t str> {
    let opening = text.trim_start_matches(['(', '*', '#', ' ']);
    let digits = opening.bytes().take_while(u8::is_ascii_digit).count();
    let rest = opening[digits..].trim_start_matches(['.', ')', ':', '*']);
    let free = match block.cell {
        Some(cell) => cell.column == 0 && rest.trim().is_empty(),
        None => rest.is_empty() || rest.starts_with(' ') && month(rest.trim_start().split(' ').next().unwrap_or("")).is_none(),
    };
    ((1..=3).contains(&digits) && free).then(|| &opening[..digits])
}

/// "Recommendation Three", "Findings 2 and 3": a label's word at the start of a block, with each number after it.
fn heads(opening: &str) -> Vec<(&'static str, u32)> {
    let lower: String = opening.chars().take(60).collect::<String>().to_lowercase();
    let nouns = ["finding", "recommendation", "learning point", "action", "section"];
    let Some(noun) = nouns
        .into_iter()
        .find(|noun| lower.starts_with(noun) || lower.starts_with(&format!("key {noun}")))
    else {
        return Vec::new();
    };
    let rest = &lower[lower.find(noun).map_or(0, |at| at + noun.len())..];
    let words = rest
        .trim_start_matches('s')
        .split([' ', ',', ':', '.', '&'])
        .filter(|word| !word.is_empty());
    let number = |word: &str| word.parse().ok().or_else(|| crate::document::unit_word(word));
    let row = words.take_while(|word| matches!(*word, "and" | "to") || number(word).is_some());
    row.filter_map(number).map(|number| (noun, number)).collect()
}

/// Whether a number after `word` is cited, and does not open what it numbers.
fn cites(word: &str) -> bool {
    const CITING: &[&str] = &[
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "section",
        "sections",
        "see",
        "also",
        "and",
        "to",
        "in",
        "at",
        "or",
        "of",
        "under",
        "by",
        "from",
        "with",
        "item",
        "items",
        "point",
        "points",
        "minute",
        "minutes",
        "min",
        "mins",
        "rec",
        "recs",
        "lp",
        "action",
        "actions",
        "row",
        "rows",
        "ref",
        "for",
        "finding",
        "findings",
    ];
    CITING.contains(&word.trim_start_matches('(').to_lowercase().trim_end_matches('.'))
}

/// Every word of the text that may be a sign of a series where it is not cited: "(d)", "16/21", "A9".
pub(super) fn signs(document: &Document) -> HashSet<&str> {
    const LONGEST: usize = 12;
    let mut before = "";
    let words = document.fold.text.split([' ', '\n']).filter(|word| {
        let cited = cites(before);
        before = word;
        !cited && word.len() <= LONGEST
    });
    words.map(|word| word.trim_end_matches(['.', ':', ',', ';'])).collect()
}

/// The numbers that open the cells of each table's first column: (table, number).
pub(super) fn in_first_columns(document: &Document) -> HashSet<(u32, u32)> {
    let cells = document.blocks.iter().filter_map(|block| {
        let cell = block.cell.filter(|cell| cell.column == 0)?;
        let text = document.fold.slice(block.span).trim_start_matches(['(', '*', '#', ' ']);
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        Some((cell.table, text[..digits].parse().ok()?))
    });
    cells.collect()
}
