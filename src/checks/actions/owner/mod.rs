//! An `owner` is who an action is given to: in an owner's column or label, by initials, or by the grammar of its words.

mod edge;

use super::doer::{doers, is_group, names};
use super::written::written;
use crate::document::{Document, Part, PartRole, Statement, code};
use crate::text::{Span, Text};
use edge::{bracketed_name, closing_name, opening_name};

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
    "open",
    "pending",
];

/// Whether `words`, in small letters, say that nobody has been found yet: "to be identified", "not yet allocated", "post vacant".
fn is_nobody(words: &str) -> bool {
    const FOUND: &[&str] = &[
        "confirmed",
        "identified",
        "agreed",
        "decided",
        "appointed",
        "named",
        "nominated",
        "determined",
        "advised",
        "allocated",
        "assigned",
        "found",
        "recruited",
        "established",
        "settled",
    ];
    let put_off = ["to be ", "yet to be ", "not yet ", "not ", "awaiting ", "still to be "]
        .iter()
        .filter_map(|lead| words.strip_prefix(lead))
        .any(|rest| FOUND.contains(&rest.split(' ').next().unwrap_or(rest)));
    NOBODY.contains(&words) || put_off || words.ends_with("vacant") || words.starts_with("nobody") || words.starts_with("no one")
}

/// Longest owner's cell that is taken whole; a longer one is a sentence.
const LONGEST: usize = 120;

/// Who `statement` is given to.
pub(super) fn owners(document: &Document, source: &Text, statement: &Statement) -> Owners {
    let mut reader = Reader {
        document,
        source,
        owners: Owners::default(),
    };
    let places = || statement.parts.iter().filter(|part| part.role == PartRole::Owner);
    // What stands above a list is its items' owner when they name none; what stands above a cell fills it.
    let (own, above): (Vec<&Part>, Vec<&Part>) = places().partition(|part| statement.span.contains(part.span) || is_cell(document, part));
    for part in own {
        reader.owners.has_place = true;
        reader.assigned(part.span);
    }
    if reader.owners.named.is_empty() {
        for part in statement.parts.iter().filter(|part| part.role == PartRole::Body) {
            reader.undertaken(part.span);
        }
    }
    if reader.owners.named.is_empty() {
        above.into_iter().for_each(|part| reader.assigned(part.span));
    }
    reader.owners
}

fn is_cell(document: &Document, part: &Part) -> bool {
    document.blocks[document.block_at(part.span.start)].cell.is_some()
}

/// Reads the owners of one statement.
struct Reader<'d> {
    document: &'d Document,
    source: &'d Text,
    owners: Owners,
}

impl Reader<'_> {
    /// Reads an owner's cell or label: one owner, or several between slashes and semicolons.
    fn assigned(&mut self, span: Span) {
        let document = self.document;
        let text = document.fold.slice(span);
        if text.len() > LONGEST {
            return self.undertaken(span);
        }
        for piece in text.split([';', '/', '\n']).flat_map(|piece| piece.split(" - ")) {
            let name = piece.trim().trim_end_matches(['.', ',', ':']);
            let bare = name.trim_matches(['(', ')', ' ', '*']).to_lowercase();
            if bare.is_empty() || is_nobody(&bare) {
                continue;
            }
            if is_group(name) {
                self.owners.groups.push(place(span, text, piece));
            } else {
                persons(name).into_iter().for_each(|name| self.add(place(span, text, name)));
            }
        }
    }

    /// Reads the action's own words.
    fn undertaken(&mut self, span: Span) {
        let document = self.document;
        let text = document.fold.slice(span);
        // "OP4 Head Teacher to give": a row's code is nobody.
        let coded = code(text).map_or(0, |(letters, digits)| letters.len() + digits.len());
        let coded = text.len()
            - text[coded..]
                .trim_start_matches(|c: char| coded > 0 && matches!(c, ' ' | '.' | ':' | ')' | '-' | '|'))
                .len();
        let (text, span) = (&text[coded..], Span::new(span.start + coded as u32, span.end));
        if let Some(bracket) = bracketed_name(text, document) {
            return bracket.split([';', '/']).for_each(|name| self.all(span, text, name.trim()));
        }
        // "For the ambulance service: record …"
        let lead = ["For the ", "For "]
            .iter()
            .find(|lead| text.starts_with(**lead))
            .map_or(0, |lead| lead.len());
        if let Some(end) = opening_name(&text[lead..], document).filter(|_| lead == 0 || text.contains(": ")) {
            let name = &text[lead..lead + end];
            match is_group(name) {
                true => self.owners.groups.push(place(span, text, name)),
                false => self.all(span, text, name),
            }
        }
        for doer in doers(text) {
            let words = &text[doer.range];
            match doer.group {
                true => self.owners.groups.push(place(span, text, words)),
                false => self.all(span, text, words),
            }
        }
        if let Some(name) = closing_name(text, document).filter(|_| self.owners.named.is_empty()) {
            self.all(span, text, name);
        }
    }

    /// Adds each of the names in `words`, which stand in `text`, the words of `span`.
    fn all(&mut self, span: Span, text: &str, words: &str) {
        let initials = |words: &str| words.split('/').all(|w| !w.contains(' '));
        let pieces: Vec<&str> = if initials(words) { words.split('/').collect() } else { vec![words] };
        for name in pieces.into_iter().flat_map(|piece| names(piece.trim())) {
            match is_group(name) {
                true => self.owners.groups.push(place(span, text, name)),
                false => self.add(place(span, text, strip_article(name))),
            }
        }
    }

    fn add(&mut self, span: Span) {
        let name = written(self.document, self.source, span);
        let known = self
            .owners
            .named
            .iter()
            .any(|n| strip_article(n).eq_ignore_ascii_case(strip_article(&name)));
        if !known && !name.is_empty() {
            self.owners.named.push(name);
        }
    }
}

/// Where `words`, a piece of `text`, stands, when `text` stands at `span`.
fn place(span: Span, text: &str, words: &str) -> Span {
    let start = span.start + (words.as_ptr() as usize - text.as_ptr() as usize) as u32;
    Span::new(start, start + words.len() as u32)
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
            _ => found.extend(names(piece)),
        }
    }
    found.into_iter().map(|name| &name[..unlettered(name)]).collect()
}

fn strip_article(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
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
}
