//! The `Notes` of a page are found by the links between a mark and its text: the mark goes out, the text is a note.

use std::collections::HashMap;

use super::tree::{Element, Tree};

/// Where the notes of a page are.
pub(super) struct Notes {
    /// Marks in the text, and the links back from a note; they are no words.
    marks: Vec<bool>,
    /// Blocks that hold a note's text.
    texts: Vec<bool>,
}

/// Longest mark of a note with its brackets: "[12, 13]", "(iv)".
const LONGEST_MARK: usize = 12;
/// Longest words of a link back from a note: "Jump back to footnote 12 in the text".
const LONGEST_BACK: usize = 60;

impl Notes {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut notes = Self {
            marks: vec![false; tree.len()],
            texts: vec![false; tree.len()],
        };
        let targets = targets(tree);
        for id in tree.ids() {
            let Some(element) = tree.element(id) else { continue };
            notes.texts[id as usize] |= is_note(element);
            let Some(name) = element.attr("href").and_then(|href| href.strip_prefix('#')) else {
                continue;
            };
            let target = targets.get(name).copied();
            let words = tree.words(id, LONGEST_BACK + 1);
            let words = words.trim();
            if is_mark(words) && is_raised_or_named(tree, id, name) {
                match target {
                    Some(target) if target > id => {
                        notes.marks[mark_of(tree, id) as usize] = true;
                        if let Some(block) = block_of(tree, target) {
                            notes.texts[block as usize] = true;
                        }
                    }
                    _ => notes.marks[mark_of(tree, id) as usize] = true,
                }
            } else if target.is_some_and(|target| target < id) && (is_arrow(words) || is_backlink(element, words)) {
                notes.marks[id as usize] = true;
            }
        }
        notes
    }

    pub(super) fn is_mark(&self, id: u32) -> bool {
        self.marks[id as usize]
    }

    pub(super) fn is_text(&self, id: u32) -> bool {
        self.texts[id as usize]
    }
}

/// Every place of the page that a link can lead to.
fn targets(tree: &Tree) -> HashMap<&str, u32> {
    let mut targets = HashMap::new();
    for id in tree.ids() {
        let Some(element) = tree.element(id) else { continue };
        let name = element.attr("name").filter(|_| &*element.name == "a");
        for name in [element.attr("id"), name].into_iter().flatten() {
            targets.entry(name).or_insert(id);
        }
    }
    targets
}

/// Whether the format says that an element is a note or holds notes.
fn is_note(element: &Element) -> bool {
    let said = |value: &str| matches!(value, "footnote" | "footnotes" | "endnote" | "endnotes" | "rearnote" | "rearnotes");
    let kind = element.attr("epub:type").unwrap_or_default();
    element.plays(&["doc-footnote", "doc-endnote", "doc-endnotes"])
        || kind.split_ascii_whitespace().any(said)
        || element
            .style("mso-element")
            .is_some_and(|it| matches!(&*it, "footnote" | "endnote" | "footnote-list" | "endnote-list"))
        || element.is(&["section", "div", "ol", "ul", "li", "p", "aside", "footer"])
            && (element.class(|class| said(class) || matches!(class, "MsoFootnoteText" | "MsoEndnoteText" | "sdfootnote" | "sdendnote"))
                || element.attr("id").is_some_and(said))
}

/// Whether words are what marks a note: a number, a letter or a sign, in brackets or not.
fn is_mark(words: &str) -> bool {
    let inner = words.trim_matches(['[', ']', '(', ')', ',', ' ']);
    let number = || inner.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b' ') && inner.len() <= 8;
    let letters = || inner.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) || inner.len() == 1;
    let named = || {
        let digits = inner.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == ' ');
        let word = inner[..inner.len() - digits.len()].trim().to_ascii_lowercase();
        matches!(&*word, "note" | "footnote" | "fn" | "n") && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let signs = || inner.chars().all(|c| "*\u{2020}\u{2021}\u{a7}\u{b6}".contains(c));
    words.len() <= LONGEST_MARK && !inner.is_empty() && (number() || letters() || signs() || named())
}

/// Whether a link is raised, in brackets, or leads to what is called a note; a plain number leads to a paragraph.
fn is_raised_or_named(tree: &Tree, id: u32, target: &str) -> bool {
    const NOTES: [&str; 8] = ["fn", "ftn", "edn", "footnote", "endnote", "cite_", "sdfootnote", "sdendnote"];
    let target = target.trim_start_matches('_').to_ascii_lowercase();
    let raised = |id: &u32| matches!(tree.name(*id), "sup") || tree.element(*id).is_some_and(is_reference);
    NOTES.iter().any(|note| target.starts_with(note))
        || tree.upwards(id).take(3).any(|id| raised(&id))
        || tree.children(id).any(|id| raised(&id))
}

fn is_reference(element: &Element) -> bool {
    element.plays(&["doc-noteref"])
        || element.attr("epub:type").is_some_and(|kind| kind == "noteref")
        || element.class(|class| class.contains("footnote-ref") || class.contains("footnoteRef") || class.contains("FootnoteReference"))
}

/// The raised element around the link `id` when nothing but marks stands in it, else the link.
fn mark_of(tree: &Tree, id: u32) -> u32 {
    let raised = tree.upwards(id).take(3).find(|&id| tree.name(id) == "sup");
    raised
        .filter(|&raised| is_mark(tree.words(raised, LONGEST_MARK + 1).trim()))
        .unwrap_or(id)
}

/// The block that is or holds `target`, when it is one that a note may be.
fn block_of(tree: &Tree, target: u32) -> Option<u32> {
    let block = tree
        .upwards(target)
        .find(|&id| super::tag::is_block(tree.name(id)) || matches!(tree.name(id), "tr" | "td"))?;
    matches!(tree.name(block), "li" | "p" | "div" | "dd" | "dt" | "aside" | "td" | "tr").then_some(block)
}

fn is_arrow(words: &str) -> bool {
    let signs = words
        .chars()
        .all(|c| "\u{21a9}\u{21b5}\u{2191}\u{2912}\u{fe0e}\u{fe0f}^\u{2190}".contains(c));
    signs && !words.is_empty()
}

fn is_backlink(element: &Element, words: &str) -> bool {
    element.plays(&["doc-backlink"])
        || element.class(|class| class.contains("backref") || class.contains("backlink"))
        || words.len() <= LONGEST_BACK && words.contains('\u{21a9}')
}
