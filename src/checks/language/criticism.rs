//! `criticism`: whether a review condemns the words or the practice it has just named, in the same sentence or the next.
//! Then the author agrees with the reader, and the hit weighs less.

use super::gather::Gathered;
use super::passage::Passage;
use crate::document::{Genre, Setting, Zone};
use crate::patterns::Cues;

/// Bytes of the next sentence that are read.
const NEXT: u32 = 160;

/// The answer for the last sentence asked about, since hits of one sentence follow one another.
#[derive(Default)]
pub(super) struct Criticism {
    last: Option<(usize, bool)>,
}

impl Criticism {
    /// Whether `passage`, in the narrative of a review, is condemned.
    pub(super) fn falls_on(&mut self, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
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
        let found = gathered
            .after(cues.criticism, passage.sentence.start)
            .is_some_and(|cue| cue.start < reach(passage, index));
        self.last = Some((index, found));
        found
    }
}

/// Up to which byte criticism is looked for: the end of the sentence, or the start of the next one in the same block.
fn reach(passage: &Passage<'_>, index: usize) -> u32 {
    let next = passage.document.sentences.get(index + 1).filter(|s| s.block == passage.block);
    next.map_or(passage.sentence.end, |s| s.span.end.min(s.span.start + NEXT))
}
