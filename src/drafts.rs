//! `Drafts` are two readings of one document, an earlier and a later, compared remark by remark: what was mended, what is new, what is
//! still there.
//!
//! Remarks are known by their ids, which stay the same wherever their sentence comes to stand. A remark of the same rule on the same words in
//! a sentence that was only reworded around them is still there, though its id is another.

use std::collections::HashMap;

use crate::annotation::Annotation;
use crate::identity::{Accepted, Id};
use crate::reading::Read;
use crate::series::{compare, words};

/// Most sentences with the same words of the same rule that are held against each other; a bound on the work for dense papers.
const MOST: usize = 40;

/// What became of the remarks of an earlier draft. All indexes are those of annotations, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// Remarks on the earlier draft that stand no longer.
    pub mended: Vec<usize>,
    /// Remarks on the later draft that did not stand before.
    pub new: Vec<usize>,
    /// Remarks that stand on both.
    pub still: Vec<Still>,
    /// Remarks on the later draft that were accepted with a reason.
    pub accepted: Vec<usize>,
}

/// A remark that stands on both drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Still {
    /// Its index in the earlier draft.
    pub before: usize,
    /// Its index in the later draft.
    pub after: usize,
    /// Whether the sentence around its words was reworded, so that its id has changed.
    pub reworded: bool,
}

impl Drafts {
    /// Compares what stands in `before` and in `after`: the author's own words and what the author reports, not for information only.
    /// What is `accepted` in the later draft is kept apart.
    #[must_use]
    pub fn of(before: &Read<'_>, after: &Read<'_>, accepted: &Accepted) -> Self {
        let none = Accepted::default();
        let old: Vec<usize> = before.standing(&none).map(|(at, _)| at).collect();
        let now: Vec<usize> = after.standing(&none).map(|(at, _)| at).collect();
        let mut known: HashMap<Id, usize> = old.iter().map(|&at| (before.ids[at], at)).collect();
        let mut drafts = Self::default();
        let mut fresh = vec![];
        for at in now {
            match known.remove(&after.ids[at]) {
                _ if accepted.reason(after.ids[at]).is_some() => drafts.accepted.push(at),
                Some(before) => drafts.still.push(Still {
                    before,
                    after: at,
                    reworded: false,
                }),
                None => fresh.push(at),
            }
        }
        let gone: Vec<usize> = old.into_iter().filter(|&at| known.get(&before.ids[at]) == Some(&at)).collect();
        drafts.pair_up((before, &gone), (after, &fresh));
        drafts.still.sort_by_key(|still| still.after);
        drafts
    }

    /// Tells those remarks that are gone, or new, from those whose sentence was reworded around the same words.
    fn pair_up(&mut self, (before, gone): (&Read<'_>, &[usize]), (after, fresh): (&Read<'_>, &[usize])) {
        let mut by_words: HashMap<(&str, String), Vec<usize>> = HashMap::new();
        for &at in gone {
            by_words.entry(key(before, at)).or_default().push(at);
        }
        for &at in fresh {
            let sentence = words(sentence(after, at));
            let like = by_words.get_mut(&key(after, at));
            let found = like.and_then(|list| {
                let share = |&(_, at): &(usize, &usize)| compare(&words(self::sentence(before, *at)), &sentence).map(|it| it.share);
                let near = list.iter().enumerate().take(MOST).filter_map(|it| Some((share(&it)?, it.0)));
                let (_, best) = near.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))?;
                Some(list.remove(best))
            });
            match found {
                Some(before) => self.still.push(Still {
                    before,
                    after: at,
                    reworded: true,
                }),
                None => self.new.push(at),
            }
        }
        self.mended = by_words.into_values().flatten().collect();
        self.mended.sort_unstable();
    }
}

fn annotation<'r>(read: &'r Read<'_>, at: usize) -> &'r Annotation<'r> {
    &read.scan.annotations[at]
}

/// The rule of a remark, and its words without regard to case and white space.
fn key<'r>(read: &'r Read<'_>, at: usize) -> (&'r str, String) {
    let it = annotation(read, at);
    let words = read.scan.text.slice(it.span).split_whitespace();
    (it.rule, words.collect::<Vec<_>>().join(" ").to_lowercase())
}

fn sentence<'r>(read: &'r Read<'_>, at: usize) -> &'r str {
    read.scan.text.slice(annotation(read, at).sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input;
    use crate::patterns::Catalogue;
    use crate::reading::Reading;
    use crate::scan::scan;

    fn counts(before: &str, after: &str) -> (usize, usize, usize, usize) {
        let catalogue = Catalogue::builtin().unwrap();
        let read = |text: &str| {
            assert!(input::read("draft.txt", text.as_bytes()).is_ok());
            let reading = Reading::new("draft.txt".into(), text.into(), |text| scan(text, &catalogue, None));
            reading.outcome.unwrap()
        };
        let drafts = Drafts::of(&read(before), &read(after), &Accepted::default());
        let reworded = drafts.still.iter().filter(|still| still.reworded).count();
        (drafts.mended.len(), drafts.new.len(), drafts.still.len(), reworded)
    }

    #[test]
    fn a_draft_against_itself_has_nothing_mended_and_nothing_new() {
        let text = "The child was safe and well. The boy was safe and well. The child was safe and well.";
        let (mended, new, still, reworded) = counts(text, text);
        assert_eq!((mended, new, reworded), (0, 0, 0));
        assert!(still >= 3);
    }

    #[test]
    fn what_moved_is_still_there_and_what_went_is_mended() {
        let before = "The child was safe and well.\n\nThe visit was on Monday.";
        assert_eq!(
            counts(before, "The visit was on Monday.\n\nThe child was safe and well."),
            (0, 0, 1, 0)
        );
        assert_eq!(counts(before, "The visit was on Monday.\n\nThe child ate two eggs."), (1, 0, 0, 0));
        assert_eq!(counts("The visit was on Monday.", before), (0, 1, 0, 0));
    }

    #[test]
    fn a_sentence_reworded_around_the_same_words_keeps_its_remark() {
        let before = "The health visitor called on Monday and found that both of the children were safe and well.";
        let after = "The health visitor called on Tuesday and found that both of the children were safe and well.";
        assert_eq!(counts(before, after), (0, 0, 1, 1));
        // The same words about something else are another remark.
        assert_eq!(
            counts(before, "At the contact centre on Sunday his little sister was safe and well."),
            (1, 1, 0, 0)
        );
    }
}
