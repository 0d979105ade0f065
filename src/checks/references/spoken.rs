//! A promise is `spoken` to by the action that shares its rare words, whatever number that action cites: plans are written
//! apart from their reports, and often cite nothing, or the paragraph beside. It is told as probable and counts as no coverage.

use std::collections::{HashMap, HashSet};

use super::coverage::statement_name;
use super::graph::Suggestion;
use super::locate::answers;
use super::stems::Stems;
use super::suggest::quoted;
use super::terms::{Bag, Rarity, Shared, Terms};
use crate::annotation::Confidence;
use crate::document::{Block, Document, PartRole, Zone};

/// What an action must share with a promise that nobody cites, in words that stand in no other passage; chosen on the papers of
/// `corpus/links` that are read.
const ENOUGH: f64 = 2.5;
/// By how much the action must outdo the next.
const MARGIN: f64 = 1.3;
/// A passage of fewer bytes says its promise and no more; the one before it is read too.
const SHORT: usize = 90;
/// Most promises of one document that are asked about; a bound on the work, as is the number of actions.
const MOST: usize = 400;
/// Most blocks of a paragraph that are read.
const LONGEST: usize = 20;

/// For each promise, by its index: the statement that speaks to it, with the reason. `promises` are indices with their blocks;
/// those that are `settled` cite what they answer, and speak to nothing else.
pub(super) fn spoken(document: &Document, promises: &[(usize, u32)], settled: &HashSet<u32>, stems: &Stems) -> HashMap<usize, Suggestion> {
    if promises.is_empty() {
        return HashMap::new();
    }
    let promises = &promises[..promises.len().min(MOST)];
    let mut terms = Terms::new(stems);
    let actions: Vec<(usize, Bag)> = (0..document.statements.len())
        .filter(|&s| answers(document.statements[s].kind))
        .take(MOST)
        .map(|s| (s, terms.learn(body(document, s))))
        .collect();
    let prose = |block: &&Block| matches!(block.zone, Zone::Paragraph | Zone::List | Zone::Table);
    let sample: Vec<Bag> = document
        .blocks
        .iter()
        .filter(prose)
        .map(|block| terms.bag(std::iter::once(document.fold.slice(block.body))))
        .collect();
    let passages: Vec<Bag> = promises
        .iter()
        .map(|&(_, block)| terms.bag(passage(document, block as usize).into_iter()))
        .collect();
    let rarity = Rarity::new(terms, sample.iter());
    let answer = |passage: &Bag| {
        best(document, &rarity, &actions, passage)
            .filter(|(s, _)| !settled.contains(s))
            .map(|(_, it)| it)
    };
    promises
        .iter()
        .zip(&passages)
        .filter_map(|(&(at, _), passage)| Some((at, answer(passage)?)))
        .collect()
}

/// What statement `s` says is to be done.
fn body(document: &Document, s: usize) -> impl Iterator<Item = &str> {
    let parts = document.statements[s].parts.iter().filter(|part| part.role == PartRole::Body);
    parts.map(|part| document.fold.slice(part.span))
}

/// The paragraph around a promise in `block`; with the block before where it says too little.
fn passage(document: &Document, block: usize) -> Vec<&str> {
    let own = &document.blocks[block];
    let same = |other: &&Block| own.paragraph.is_some() && other.paragraph == own.paragraph && other.zone != Zone::Footnote;
    let before = document.blocks[..block].iter().rev().take(LONGEST).take_while(same);
    let after = document.blocks[block + 1..].iter().take(LONGEST).take_while(same);
    let mut words: Vec<&str> = before
        .chain([own])
        .chain(after)
        .map(|block| document.fold.slice(block.body))
        .collect();
    let short = words.iter().map(|words| words.len()).sum::<usize>() < SHORT;
    let previous = block
        .checked_sub(1)
        .map(|at| &document.blocks[at])
        .filter(|block| short && block.zone != Zone::Heading);
    words.extend(previous.map(|block| document.fold.slice(block.body)));
    words
}

/// The action that speaks to `passage`, if one stands out.
fn best(document: &Document, rarity: &Rarity, actions: &[(usize, Bag)], passage: &Bag) -> Option<(u32, Suggestion)> {
    let mut scored: Vec<(usize, Shared)> = actions.iter().map(|(s, words)| (*s, rarity.shared(words, passage))).collect();
    scored.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.0.cmp(&b.0)));
    let next = scored.get(1).map_or(0.0, |(_, shared)| shared.score);
    let (s, shared) = scored.first()?;
    (shared.score >= ENOUGH && shared.score >= MARGIN * next).then(|| {
        let name = statement_name(&document.statements[*s]);
        let suggestion = Suggestion {
            why: format!("{name} shares {} with this passage.", quoted(&shared.terms)),
            target: name,
            confidence: Confidence::Medium,
        };
        (*s as u32, suggestion)
    })
}
