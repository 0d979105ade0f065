//! An `owner` is who an action is given to: in an owner's column or label, by initials, or by the grammar of its words.

use super::doer::{doers, is_group, is_someone, names};
use crate::document::{Document, PartRole, Statement};
use crate::text::{Span, Text};

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
pub(super) fn owners(document: &Document, source: &Text, statement: &Statement) -> Owners {
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
        .named
        .iter_mut()
        .for_each(|name| hyphenate(name, statement, source, document));
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
                persons(name).into_iter().for_each(|name| self.add(name));
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

/// Gives a surname back the hyphen at which a line ended: "Fairweather-Moss", which the mended copy writes as one word.
fn hyphenate(name: &mut String, statement: &Statement, source: &Text, document: &Document) {
    let inner = name
        .char_indices()
        .skip(1)
        .any(|(at, c)| c.is_uppercase() && name[..at].ends_with(|b: char| b.is_lowercase()));
    if !inner {
        return;
    }
    let words = source.slice(document.source(statement.span, &source.content));
    let cut: Vec<usize> = name
        .char_indices()
        .skip(1)
        .filter(|(_, c)| c.is_uppercase())
        .map(|(at, _)| at)
        .collect();
    for at in cut.into_iter().rev() {
        let (head, tail) = name.split_at(at);
        let joint = |joint: &str| {
            let from = head.rfind(' ').map_or(0, |space| space + 1);
            let to = tail.find(' ').unwrap_or(tail.len());
            words.contains(&format!("{}{joint}{}", &head[from..], &tail[..to]))
        };
        if head.ends_with(char::is_lowercase) && !joint("") && (joint("-") || joint("-\n") || joint("-\r\n")) {
            name.insert(at, '-');
        }
    }
}

/// The persons of one entry: "A. Farah with Jade and Irene" are three, "Sgt Moxon (a)" is Sgt Moxon, and "Adults and
/// Health" is one.
fn persons(entry: &str) -> Vec<&str> {
    let unlettered = |name: &str| {
        let letter = name
            .len()
            .checked_sub(4)
            .filter(|&at| name.is_char_boundary(at) && name.ends_with(')') && name[at..].starts_with(" ("));
        letter.map_or(name.len(), |at| at)
    };
    let mut found = Vec::new();
    for (i, piece) in entry.split(" with ").enumerate() {
        match piece.split_once(" and ") {
            Some((left, right)) if i > 0 && !left.contains(' ') && !right.contains(' ') => found.extend([left, right]),
            _ => found.push(piece),
        }
    }
    found.into_iter().map(|name| &name[..unlettered(name)]).collect()
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
    fn an_entry_may_hold_several_persons() {
        assert_eq!(persons("A. Farah with Jade and Irene"), ["A. Farah", "Jade", "Irene"]);
        assert_eq!(persons("Sgt Moxon (a)"), ["Sgt Moxon"]);
        assert_eq!(persons("Director of Adults and Health"), ["Director of Adults and Health"]);
        assert_eq!(persons("Neglect Subgroup"), ["Neglect Subgroup"]);
    }

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
