//! An `owner` is who an action is given to: in an owner's column or label, by initials, or by the grammar of its words.

use super::doer::{doers, is_group, is_someone, names};
use crate::document::{Document, PartRole, Statement};
use crate::text::Span;

/// Who an action is given to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Owners {
    /// Persons, roles and bodies, as written, each once.
    pub(super) named: Vec<String>,
    /// Groups in which nobody is named (folded bytes).
    pub(super) groups: Vec<Span>,
    /// Whether the action stands in a plan with a place for owners.
    pub(super) has_place: bool,
}

/// What stands in an owner's place when there is no owner.
const NOBODY: &[&str] = &[
    "tbc",
    "tba",
    "to be confirmed",
    "to be agreed",
    "n/a",
    "none",
    "-",
    "?",
    "to be decided",
    "unknown",
    "vacant",
    "various",
];

/// Longest owner's cell that is taken whole; a longer one is a sentence.
const LONGEST: usize = 120;

/// Who `statement` is given to.
pub(super) fn owners(document: &Document, statement: &Statement) -> Owners {
    let mut owners = Owners::default();
    for part in statement.parts.iter().filter(|part| part.role == PartRole::Owner) {
        owners.has_place = true;
        owners.assigned(document, part.span);
    }
    if owners.named.is_empty() {
        for part in statement.parts.iter().filter(|part| part.role == PartRole::Body) {
            owners.undertaken(document, part.span);
        }
    }
    owners
}

impl Owners {
    /// Reads an owner's cell or label: one owner, or several between slashes and semicolons.
    fn assigned(&mut self, document: &Document, span: Span) {
        let text = document.fold.slice(span);
        if text.len() > LONGEST {
            return self.undertaken(document, span);
        }
        let mut start = 0;
        for piece in text.split([';', '/', '\n']) {
            let at = span.start + start as u32;
            start += piece.len() + 1;
            let name = piece.trim().trim_end_matches(['.', ',']);
            let bare = name.trim_matches(['(', ')', ' ', '*']).to_lowercase();
            if bare.is_empty() || NOBODY.contains(&bare.as_str()) {
                continue;
            }
            if is_group(name) {
                self.groups.push(Span::new(at, at + piece.len() as u32));
            } else {
                self.add(name);
            }
        }
    }

    /// Reads the action's own words.
    fn undertaken(&mut self, document: &Document, span: Span) {
        let text = document.fold.slice(span);
        let place = |start: usize, end: usize| Span::new(span.start + start as u32, span.start + end as u32);
        if let Some(end) = opening_name(text) {
            match is_group(&text[..end]) {
                true => self.groups.push(place(0, end)),
                false => text[..end].split('/').for_each(|name| self.add(name.trim())),
            }
        }
        for doer in doers(text) {
            if doer.group {
                self.groups.push(place(doer.range.start, doer.range.end));
            } else {
                names(&text[doer.range]).into_iter().for_each(|name| self.add(strip_article(name)));
            }
        }
        if let Some(initials) = closing_initials(text).filter(|_| self.named.is_empty()) {
            initials.split('/').for_each(|name| self.add(name.trim()));
        }
    }

    fn add(&mut self, name: &str) {
        let known = self
            .named
            .iter()
            .any(|n| strip_article(n).eq_ignore_ascii_case(strip_article(name)));
        if !known && !name.is_empty() {
            self.named.push(name.to_owned());
        }
    }
}

fn strip_article(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}

/// Where "KB by 12/3/24 -", "RA/MI -", "School nurse:", "All -" ends its name.
fn opening_name(text: &str) -> Option<usize> {
    const LONGEST_NAME: usize = 40;
    let ends = [" by ", " - ", ": "]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .filter(|&end| end <= LONGEST_NAME)?;
    let by = text[ends..].starts_with(" by ");
    let dated = by && text[ends + 4..].starts_with(|c: char| c.is_ascii_digit());
    (is_someone(&text[..ends]) && (dated || !by)).then_some(ends)
}

/// "(KB)", or "KB/CD" and "LM, 27 October" after the last full stop.
fn closing_initials(text: &str) -> Option<&str> {
    let text = text.trim_end().trim_end_matches('.');
    let capitals = |word: &str| {
        word.split('/')
            .all(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase()))
    };
    let bracket = text.strip_suffix(')').and_then(|t| t.rsplit_once('(')).map(|(_, word)| word);
    let sentence = || {
        text.rsplit_once(['.', ':', ';'])
            .map(|(_, last)| last.trim().split(',').next().unwrap_or(""))
    };
    bracket
        .filter(|word| capitals(word))
        .or_else(|| sentence().filter(|word| capitals(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_at_either_end() {
        assert_eq!(opening_name("KB by 12/3/24 - contact the officer"), Some(2));
        assert_eq!(opening_name("RA/MI - RA to weigh"), Some(5));
        assert_eq!(opening_name("All - share information"), Some(3));
        assert_eq!(opening_name("Mother - to stop him going out"), Some(6));
        assert_eq!(opening_name("Photos - to be printed"), None);
        assert_eq!(opening_name("CSC audited by the Board"), None);
        assert_eq!(closing_initials("Rewrite the history. LM, 27 October."), Some("LM"));
        assert_eq!(closing_initials("Chase the contractor. KB/CD"), Some("KB/CD"));
        assert_eq!(closing_initials("Chase the contractor (KB)"), Some("KB"));
        assert_eq!(closing_initials("Refer the case to CSC"), None);
    }
}
