//! A `Mention` here is a stretch of words that names somebody.

use super::parent::Parents;
use super::token::Token;
use super::words::{is_art, named};
use crate::document::{Document, PersonKind};
use crate::text::Span;

/// Who is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Seen {
    /// A child or young person of the family, or children.
    Child,
    /// A mother.
    Mother,
    /// A father.
    Father,
    /// A parent or carer of whom the words do not say which.
    Parent,
    /// Any other member of the family.
    Kin,
    /// Somebody who is there by profession.
    Professional,
    /// A service, school, team or other body.
    Body,
}

impl Seen {
    /// The name in published data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::Mother => "mother",
            Self::Father => "father",
            Self::Parent => "parent",
            Self::Kin => "kin",
            Self::Professional => "professional",
            Self::Body => "body",
        }
    }

    /// The name for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Child => "Child or young person",
            Self::Mother => "Mother",
            Self::Father => "Father",
            Self::Parent => "Parent or carer, not said which",
            Self::Kin => "Others in the family",
            Self::Professional => "Professionals",
            Self::Body => "Services and agencies",
        }
    }
}

/// Words that name somebody.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// Whom.
    pub seen: Seen,
    /// Index of the first word.
    pub first: usize,
    /// Index of the last.
    pub last: usize,
}

/// Whom the sentence at `span` of `document` with `tokens` names, in order.
pub(super) fn find(document: &Document, span: Span, tokens: &[Token<'_>], parents: &Parents) -> Vec<Mention> {
    let mut mentions = by_name(document, span, tokens, parents);
    let mut at = 0;
    while at < tokens.len() {
        let taken = mentions.iter().any(|mention| (mention.first..=mention.last).contains(&at));
        match by_word(tokens, at).filter(|_| !taken) {
            Some(mention) => {
                at = mention.last + 1;
                mentions.push(mention);
            }
            None => at += 1,
        }
    }
    mentions.sort_by_key(|mention| mention.first);
    mentions
}

fn by_name(document: &Document, span: Span, tokens: &[Token<'_>], parents: &Parents) -> Vec<Mention> {
    let mut mentions = Vec::new();
    document.people.each(&document.fold.text, span, |name, kind| {
        let (start, end) = (name.start - span.start, name.end - span.start);
        let first = tokens.partition_point(|token| token.end <= start);
        let last = tokens.partition_point(|token| token.start < end).saturating_sub(1);
        if first <= last && last < tokens.len() {
            let seen = match kind {
                PersonKind::Child => Seen::Child,
                PersonKind::Parent => which(document.fold.slice(name), parents),
                PersonKind::Kin => Seen::Kin,
                PersonKind::Professional => Seen::Professional,
                PersonKind::Body => Seen::Body,
            };
            mentions.push(Mention { seen, first, last });
        }
    });
    mentions
}

/// "Mother A" tells by itself which parent it is.
fn which(name: &str, parents: &Parents) -> Seen {
    match name.split(' ').next() {
        Some("Mother") => Seen::Mother,
        Some("Father") => Seen::Father,
        _ => parents.which(name),
    }
}

fn by_word(tokens: &[Token<'_>], at: usize) -> Option<Mention> {
    let next = |from: usize| tokens.get(from).map(|token| token.text);
    let (seen, length) = named(tokens[at].text, next(at + 1))?;
    let last = at + length - 1;
    let family = matches!(seen, Seen::Child | Seen::Parent | Seen::Mother | Seen::Father);
    let art = family && next(last + 1).is_some_and(|word| is_art(word, next(last + 2)));
    // "The child's mother" and "Mother" in "mother tongue" aside, "family support worker" is one professional.
    (!art).then_some(Mention { seen, first: at, last })
}
