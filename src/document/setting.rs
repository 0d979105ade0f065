//! A block's setting is what it is part of: plan, recommendation, minutes, narrative, or front and end matter.

use super::{Document, Genre, Setting, StatementKind};

/// No entry of a contents page is so long, in bytes, and few of a glossary.
const LONG_ENTRY: usize = 120;

/// Tells every block its setting, from the genre, the statements and the headings.
pub(super) fn assign(document: &mut Document) {
    // What a plan says around its rows is an account of progress, as minutes are.
    let usual = if matches!(document.genre, Genre::Minutes | Genre::ActionPlan) {
        Setting::Minutes
    } else {
        Setting::Narrative
    };
    let (mut matter, mut listing) = (false, false);
    for i in 0..document.blocks.len() {
        let text = document.fold.slice(document.blocks[i].body);
        if document.blocks[i].level > 0 {
            matter = is_matter(text);
            let lower = text.to_lowercase();
            listing = ["contents", "glossary", "acronym", "abbreviation"]
                .iter()
                .any(|title| lower.contains(title));
        } else if listing && document.blocks[i].cell.is_none() && is_running(text) {
            // Neither a page of contents nor a glossary has whole sentences: the text has begun, under headings that were not seen.
            (matter, listing) = (false, false);
        }
        document.blocks[i].setting = if matter { Setting::Matter } else { usual };
    }
    for statement in &document.statements {
        let setting = match statement.kind {
            StatementKind::Action => Setting::Plan,
            StatementKind::Recommendation | StatementKind::LearningPoint => Setting::Recommendation,
            StatementKind::Finding => continue,
        };
        let (from, to) = (statement.blocks.0 as usize, statement.blocks.1 as usize);
        for block in &mut document.blocks[from..to] {
            // One undertaking in a long paragraph of minutes does not make a plan of the rest.
            if to - from > 1 || statement.span.len() * 2 >= block.span.len() {
                block.setting = setting;
            }
        }
    }
}

/// Whether a block is running text, and no long entry of a list that opens with its term.
fn is_running(text: &str) -> bool {
    let term = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let entry = term.len() > 1 && term.chars().filter(|c| c.is_uppercase()).count() > 1;
    text.len() >= LONG_ENTRY && text.ends_with('.') && !entry
}

/// Whether a heading opens front or end matter.
fn is_matter(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphabetic());
    [
        "acronym",
        "glossary",
        "abbreviation",
        "bibliography",
        "distribution",
        "attendance",
        "apologies",
        "present",
        "in attendance",
    ]
    .iter()
    .any(|w| bare.starts_with(w))
        || matches!(
            bare,
            "references"
                | "contents"
                | "index"
                | "table of contents"
                | "acronyms used"
                | "key to abbreviations"
                | "list of abbreviations"
                | "circulation"
        )
}
