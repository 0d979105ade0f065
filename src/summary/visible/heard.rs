//! A child is `heard` where words between quotation marks are the child's own.

use super::mention::{self, Mention, Seen};
use super::parent::Parents;
use super::token::{Sign, Token, tokens};
use super::words::{ADVERBS, HELPERS, is_speech};
use crate::document::Document;
use crate::text::Span;

/// Bytes on each side of a quotation in which its speaker is looked for.
const REACH: u32 = 500;
/// Words stepped over between a speaker and the verb.
const STEPS: usize = 4;

/// The quotations of `document` that a child speaks or writes.
pub(super) fn find(document: &Document, parents: &Parents) -> Vec<Span> {
    let mut heard = Vec::new();
    let mut last = 0;
    for quotation in document
        .quotations
        .iter()
        .filter(|quotation| quotation.closed && !quotation.span.is_empty())
    {
        // A quotation within one that was counted is part of it.
        if quotation.span.start < last {
            continue;
        }
        if is_child(document, quotation.span, parents) {
            last = quotation.span.end;
            heard.push(quotation.span);
        }
    }
    heard
}

fn is_child(document: &Document, quotation: Span, parents: &Parents) -> bool {
    let Some(sentence) = document.sentences.get(document.sentence_at(quotation.start)) else {
        return false;
    };
    let span = super::window((document, REACH), sentence.span, quotation.start);
    let all = tokens(document.fold.slice(span));
    let mentions = mention::find(document, span, &all, parents);
    let outside = |token: &Token<'_>| span.start + token.end <= quotation.start || span.start + token.start >= quotation.end;
    let verbs: Vec<usize> = (0..all.len()).filter(|&at| outside(&all[at]) && is_speech(all[at].text)).collect();
    if verbs.is_empty() {
        return is_labelled(document, quotation, (&all, &mentions), span);
    }
    // The verb nearest to the quotation tells who speaks.
    let distance = |at: usize| {
        let (start, end) = (span.start + all[at].start, span.start + all[at].end);
        if end <= quotation.start {
            quotation.start - end
        } else {
            start.saturating_sub(quotation.end)
        }
    };
    let Some(verb) = verbs.into_iter().min_by_key(|&at| distance(at)) else {
        return false;
    };
    match speaker((&all, &mentions), verb, outside) {
        Speaker::Named(mention) => mention.seen == Seen::Child && !all[mention.last].owner,
        Speaker::Pronoun(at) => last_named(document, parents, span.start + all[at].start) == Some(Seen::Child),
        Speaker::Unsaid => false,
    }
}

/// Who speaks.
enum Speaker<'m> {
    Named(&'m Mention),
    /// The pronoun at this word.
    Pronoun(usize),
    Unsaid,
}

/// The subject of the verb at `at`, among the words `outside` the quotation.
fn speaker<'m>((all, mentions): (&[Token<'_>], &'m [Mention]), at: usize, outside: impl Fn(&Token<'_>) -> bool) -> Speaker<'m> {
    let mut back = at;
    for _ in 0..=STEPS {
        let Some(previous) = back.checked_sub(1).filter(|&previous| outside(&all[previous])) else {
            break;
        };
        back = previous;
        let token = &all[back];
        if let Some(mention) = mentions.iter().find(|mention| (mention.first..=mention.last).contains(&back)) {
            return Speaker::Named(mention);
        }
        if token.is_one_of(&["he", "she", "they", "i", "who"]) {
            return Speaker::Pronoun(back);
        }
        if !token.is_one_of(ADVERBS) && !token.is_one_of(HELPERS) {
            return Speaker::Unsaid;
        }
    }
    // "… ," said Tia.
    let after = mentions.iter().find(|mention| mention.first == at + 1 || mention.first == at + 2);
    after.map_or(Speaker::Unsaid, Speaker::Named)
}

/// Who is named last in the paragraph before byte `at`.
fn last_named(document: &Document, parents: &Parents, at: u32) -> Option<Seen> {
    let block = &document.blocks[document.block_at(at)];
    let from = document
        .sentences
        .get(document.sentence_at(at).saturating_sub(1))
        .map_or(block.body.start, |s| s.span.start);
    let whole = Span::new(from.max(block.body.start).min(at), at);
    let span = super::window((document, REACH), whole, at);
    let all = tokens(document.fold.slice(span));
    mention::find(document, span, &all, parents).last().map(|mention| mention.seen)
}

/// Whether a child stands right before the quotation: "Tia: …", "in the child's words, …".
fn is_labelled(document: &Document, quotation: Span, (all, mentions): (&[Token<'_>], &[Mention]), span: Span) -> bool {
    let before = all.partition_point(|token| span.start + token.end <= quotation.start);
    let Some(last) = mentions.iter().rfind(|mention| mention.last < before) else {
        return false;
    };
    let words = all[last.last + 1..before].iter();
    let own = words
        .clone()
        .any(|token| token.is_one_of(&["words", "voice", "wishes", "wish", "view", "views"]));
    let near = document.fold.slice(Span::new(span.start + all[last.last].end, quotation.start));
    let labelled = near.trim_end_matches([' ', '"', '\'']).ends_with(':') && words.count() == 0;
    let clause = all[last.first].before <= Sign::Clause;
    last.seen == Seen::Child && clause && (labelled || own && all[last.last].owner)
}
