//! `criticism`: whether a review condemns the words or the practice it has just named, in the same sentence or the next.
//! Then the author agrees with the reader, and the hit weighs less.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::passage::{Passage, head};
use crate::document::{Genre, Setting, Zone};

/// Bytes of the next sentence that are read.
const NEXT: usize = 160;

/// What condemns. These are whole phrases; letters may follow them.
const CONDEMNS: [&str; 27] = [
    "should not have",
    "should never have",
    "ought not to have",
    "was wrong",
    "were wrong",
    "is wrong",
    "was flawed",
    "were flawed",
    "is not a reason",
    "was not a reason",
    "is no reason",
    "was no reason",
    "poor practice",
    "bad practice",
    "means nothing",
    "meant nothing",
    "mean nothing",
    "tells us nothing",
    "told us nothing",
    "tells the reader nothing",
    "was not acceptable",
    "is not acceptable",
    "was inappropriate",
    "is unhelpful",
    "was unhelpful",
    "is not evidence",
    "was not evidence",
];

/// The answer for the last sentence asked about, since hits of one sentence follow one another.
#[derive(Default)]
pub(super) struct Criticism {
    last: Option<(usize, bool)>,
}

impl Criticism {
    /// Whether `passage`, in the narrative of a review, is condemned.
    pub(super) fn falls_on(&mut self, passage: &Passage<'_>) -> bool {
        // A chronology reports what was recorded and condemns nothing.
        let told = passage.holder().setting == Setting::Narrative && passage.holder().zone != Zone::Table;
        if passage.document.genre != Genre::Review || !told {
            return false;
        }
        let Some(index) = passage.index else { return false };
        if let Some((last, found)) = self.last
            && last == index
        {
            return found;
        }
        let found = condemns(passage.slice(passage.sentence)) || condemns(next(passage, index));
        self.last = Some((index, found));
        found
    }
}

fn condemns(said: &str) -> bool {
    static CUES: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    let cues = CUES.get_or_init(|| {
        AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostFirst)
            .build(CONDEMNS)
            .ok()
    });
    cues.as_ref().is_some_and(|cues| cues.is_match(said))
}

/// The start of the sentence after the hit's, in the same block.
fn next<'d>(passage: &Passage<'d>, index: usize) -> &'d str {
    let next = passage.document.sentences.get(index + 1).filter(|s| s.block == passage.block);
    next.map_or("", |s| head(passage.slice(s.span), NEXT))
}
