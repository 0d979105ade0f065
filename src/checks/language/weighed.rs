//! What is `weighed` are words that no phrase lists: where enough of the weights of a sentence's words speak for a fault,
//! there is a hit of a rule of that kind.

use rust_stemmers::{Algorithm, Stemmer};

use super::gather::Hit;
use crate::document::{Block, Document, Quotation, Setting};
use crate::patterns::{Catalogue, Token};
use crate::text::Span;

/// What must speak for a fault at one word, in hundredths of a logit: odds of three to one. Chosen on papers of an
/// author whom the weights were not fitted to (`corpus/wording/held`) and on a published review.
const ENOUGH: i32 = 110;
/// The same where an author tells in words of his own, paragraph by paragraph: there faults are far sparser in the world than
/// in papers that were written to be learnt from.
const ENOUGH_TOLD: i32 = 280;
/// How many listed phrases before the end of a mark are looked at; a bound, not a limit anyone meets.
const LISTED: usize = 16;
/// Words of a mark, of which one at least says something: what one word says by itself is for the rules that list it.
const FEWEST: usize = 2;
/// Words that say nothing by themselves.
#[rustfmt::skip]
const SMALL: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "which", "who", "it", "its", "his", "her", "their", "our", "he", "she",
    "they", "of", "to", "in", "on", "at", "by", "for", "from", "with", "into", "as", "and", "or", "but", "than", "be", "is", "are",
    "was", "were", "been", "being", "has", "have", "had", "do", "does", "did", "up", "out", "so", "such", "any", "there", "s", "no", "also", "then", "all", "will", "would", "could",
    "longer",
];
/// Where an author tells, a word that is denied is one word still: "not decorated".
const DENYING: [&str; 2] = ["not", "no"];
/// What must speak for it at the words beside that word, for them to be marked with it.
const BESIDE: i32 = 0;
/// A longer sentence is read in pieces (bytes).
const PIECE: usize = 4_000;

/// Reads sentences by the weights of their words; its buffers are kept from sentence to sentence.
pub(super) struct Weighed<'p> {
    catalogue: &'p Catalogue,
    stemmer: Stemmer,
    tokens: Vec<Token>,
    scores: Vec<i32>,
    /// What must speak for a fault at each token.
    bars: Vec<i32>,
    /// What speaks for a fault within quotation marks.
    quoted: i32,
}

impl<'p> Weighed<'p> {
    pub(super) fn new(catalogue: &'p Catalogue) -> Self {
        Self {
            catalogue,
            stemmer: Stemmer::create(Algorithm::English),
            tokens: Vec::new(),
            scores: Vec::new(),
            bars: Vec::new(),
            quoted: catalogue.weights().place("quoted"),
        }
    }

    /// Adds to `hits`, which are those of listed phrases in their order, what else the sentences of `block` on its stretch `own` hold;
    /// `admits` says whether a rule applies at a place.
    pub(super) fn read(
        &mut self,
        document: &Document,
        (block, own): (&Block, Span),
        admits: impl Fn(u32, Span) -> bool,
        hits: &mut Vec<Hit>,
    ) {
        let weights = self.catalogue.weights();
        // Minutes are a setting and a genre, and weigh once.
        let genre = Some(document.genre.name()).filter(|genre| *genre != "minutes");
        let told = block.setting == Setting::Narrative;
        let bar = if told { ENOUGH_TOLD } else { ENOUGH };
        let place = weights.place(block.setting.name()) + genre.map_or(0, |genre| weights.place(genre));
        let from = document.sentences.partition_point(|s| s.span.start < own.start);
        let mut found = Vec::new();
        let sentences = document.sentences[from..].iter().take_while(|s| s.span.end <= own.end);
        for sentence in sentences {
            let whole = Span::new(sentence.span.start.max(block.body.start.min(sentence.span.end)), sentence.span.end);
            for piece in pieces(&document.fold.text, whole) {
                self.weigh(document, piece, (place, bar));
                self.mark(
                    &document.fold.text,
                    |rule, span| admits(rule, span) && !is_listed(hits, span),
                    &mut found,
                );
            }
        }
        hits.append(&mut found);
    }

    /// Reads the words of `piece`, what speaks for a fault at each and what must.
    fn weigh(&mut self, document: &Document, piece: Span, (place, bar): (i32, i32)) {
        let weights = self.catalogue.weights();
        let stem = |form: &str| self.stemmer.stem(form).into_owned();
        weights.read(&document.fold.text, piece, stem, &mut self.tokens);
        weights.weigh(&self.tokens, place, &mut self.scores);
        self.bars.clear();
        self.bars.resize(self.tokens.len(), bar);
        let mut done = 0;
        for quote in quotations(document, piece).iter().filter(|quote| quote.is_brief()) {
            let from = self.tokens.partition_point(|token| token.span.start < quote.span.start).max(done);
            let to = self.tokens.partition_point(|token| token.span.start < quote.span.end).max(from);
            self.scores[from..to].iter_mut().for_each(|score| *score += self.quoted);
            self.bars[from..to].fill(ENOUGH);
            done = to;
        }
    }

    /// Adds to `hits` the stretches of `text` for which enough speaks.
    fn mark(&self, text: &str, admits: impl Fn(u32, Span) -> bool, hits: &mut Vec<Hit>) {
        let mut at = 0;
        while let Some(peak) = (at..self.scores.len()).find(|&token| self.scores[token] >= self.bars[token]) {
            let (from, to) = self.stretch(at, peak);
            at = to;
            let mut words = self.tokens[from..to].iter().filter(|token| token.is_word);
            let told = self.bars[peak] == ENOUGH_TOLD;
            let counts = |token: &&Token| !(told && is_in(&DENYING, token, text));
            let count = words.clone().filter(counts).count();
            let tells = words.clone().any(|token| !is_in(SMALL, token, text));
            let Some(first) = words.next() else { continue };
            let last = words.next_back().unwrap_or(first);
            if count >= FEWEST && tells {
                let span = Span::new(word_start(text, first.span.start), last.span.end);
                let rule = self.catalogue.weighed().iter().copied().find(|&rule| admits(rule, span));
                hits.extend(rule.map(|rule| Hit { rule, span }));
            }
        }
    }

    /// The tokens around `peak`, none before `floor`, for which enough speaks to be marked with it.
    fn stretch(&self, floor: usize, peak: usize) -> (usize, usize) {
        let marked = |at: &usize| self.scores[*at] > BESIDE;
        let from = (floor..peak).rev().take_while(marked).last().unwrap_or(peak);
        let to = (peak..self.scores.len()).take_while(marked).last().unwrap_or(peak) + 1;
        (from, to)
    }
}

/// Where the word around `at` begins, its part before an apostrophe counted with it: a mark of "didn't want" begins at "didn't".
fn word_start(text: &str, at: u32) -> u32 {
    let head = &text[..at as usize];
    let Some(word) = head.strip_suffix('\'') else { return at };
    let stem = word.trim_end_matches(char::is_alphanumeric);
    if stem.len() == word.len() { at } else { stem.len() as u32 }
}

/// Whether the word `token` is one of `words`.
fn is_in(words: &[&str], token: &Token, text: &str) -> bool {
    let word = &text[token.span.range()];
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// Whether listed phrases, which `hits` found in the order of their places, are most of `span`: then it is for their rules to
/// speak of it, or to excuse it.
fn is_listed(hits: &[Hit], span: Span) -> bool {
    let opened = hits.partition_point(|hit| hit.span.start < span.end);
    hits[..opened].iter().rev().take(LISTED).any(|hit| {
        let shared = hit.span.end.min(span.end).saturating_sub(hit.span.start.max(span.start));
        shared * 2 > span.len()
    })
}

/// The quotations that open in `piece`, or within a long sentence's reach before it.
fn quotations(document: &Document, piece: Span) -> &[Quotation] {
    let from = document.quotations.partition_point(|q| q.span.start + PIECE as u32 <= piece.start);
    let length = document.quotations[from..].partition_point(|q| q.span.start < piece.end);
    &document.quotations[from..from + length]
}

/// `whole` in pieces that are no longer than a long sentence, parted at blanks.
fn pieces(text: &str, whole: Span) -> impl Iterator<Item = Span> {
    let mut start = whole.start as usize;
    let end = whole.end as usize;
    std::iter::from_fn(move || {
        if start >= end {
            return None;
        }
        let most = text.ceil_char_boundary((start + PIECE).min(end));
        let cut = if most < end {
            text[start..most].rfind(' ').map_or(most, |blank| start + blank + 1)
        } else {
            end
        };
        let piece = Span::at(start, cut);
        start = cut;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_begins_with_a_whole_word() {
        let text = "she didn't want 'that' (it's so)";
        let start = |of: &str| word_start(text, text.find(of).unwrap_or_default() as u32) as usize;
        assert_eq!(&text[start("t want")..][..6], "didn't");
        assert_eq!(&text[start("s so")..][..4], "it's");
        assert_eq!(start("that"), text.find("that").unwrap_or_default());
        assert_eq!(start("want"), text.find("want").unwrap_or_default());
        assert_eq!(word_start(text, 0), 0);
    }

    #[test]
    fn pieces_are_the_whole_and_none_is_long() {
        for text in ["word ".repeat(3_000), "\u{e9}".repeat(9_000), String::new()] {
            let whole = Span::at(0, text.len());
            let all: Vec<Span> = pieces(&text, whole).collect();
            assert!(
                all.iter()
                    .all(|piece| piece.len() as usize <= PIECE + 3 && text.get(piece.range()).is_some())
            );
            let joined: String = all.iter().map(|piece| &text[piece.range()]).collect();
            assert_eq!(joined, text);
        }
    }
}
