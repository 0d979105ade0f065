//! `Own` are the nouns by which a document numbers its parts, whatever they are, learnt from the run in which they stand:
//! "Pointer i", "Pointer ii", "Pointer iii", or a table's column of numbers under "Row".

use std::collections::{BTreeMap, BTreeSet, HashMap};

use aho_corasick::{AhoCorasick, MatchKind};

use super::block::Block;
use super::label::{self, LabelKind};
use crate::text::Fold;

mod run;
mod words;

use run::{Column, Found, Runs, is_run};
use words::{head_word, is_common, plural, shortened};

/// Most nouns that one document numbers by.
const MOST: usize = 16;
/// Most initials of a noun.
const INITIALS: usize = 4;

/// What a document numbers by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Own {
    nouns: Vec<Noun>,
    heads: HashMap<u32, Head>,
    romans: BTreeSet<LabelKind>,
    compounds: BTreeSet<LabelKind>,
    finder: Option<AhoCorasick>,
    said: Vec<Said>,
}

/// One noun of a document's own.
#[derive(Clone, Debug)]
struct Noun {
    words: String,
    acts: bool,
}

/// A label of the document's own, at the head of a block.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// What it labels.
    pub(crate) kind: LabelKind,
    /// As it is cited: "Pointer iv", "Entry 4".
    pub(crate) label: String,
    /// Its number, in digits and lower-case letters.
    pub(crate) number: String,
    /// Bytes of the label in the block's body; all of a cell.
    pub(crate) label_len: usize,
    /// Bytes up to the first word after it.
    pub(crate) len: usize,
}

/// What a word of a document's own says when it is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// The noun, or its plural.
    Noun(LabelKind),
    /// The last word of a noun of several, which stands for it with a capital: "Episode" for "Practice Episode".
    Short(LabelKind),
    /// Its initials, to which a number is stuck.
    Initials(LabelKind),
}

impl Own {
    /// What the document that `blocks` are numbers by.
    pub(super) fn learn(fold: &Fold, blocks: &[Block]) -> Self {
        let mut runs = Runs::default();
        for (at, block) in blocks.iter().enumerate() {
            runs.read(fold, at as u32, block);
        }
        let tables = runs.tables.values().filter_map(Column::run).collect::<Vec<_>>();
        for (noun, heads) in tables {
            // Where headings open the themes, a table that counts them cites.
            if label::known(&noun) == Some(LabelKind::Theme) && runs.found.contains_key(&noun) {
                continue;
            }
            runs.found.entry(noun).or_default().extend(heads);
        }
        let mut own = Self::default();
        let mut phrases = Vec::new();
        for (noun, heads) in runs.found {
            own.add(&noun, heads, &mut phrases);
        }
        own.compile(phrases);
        own
    }

    /// Takes in the `noun` of `heads` when they are a run.
    fn add(&mut self, noun: &str, mut heads: Vec<Found>, phrases: &mut Vec<(String, Said)>) {
        let last = head_word(noun);
        let whole = label::known(noun);
        let known = whole.or_else(|| label::known(last));
        for head in &heads {
            if let Some(kind) = known {
                self.shape(kind, &head.written);
            }
        }
        if !is_run(&heads) {
            return;
        }
        let kind = match known {
            Some(kind) => kind,
            None if self.nouns.len() < MOST => LabelKind::Own(self.nouns.len() as u8),
            None => return,
        };
        if known.is_none() {
            self.nouns.push(Noun {
                words: noun.to_owned(),
                acts: false,
            });
        }
        if whole.is_none() || noun.contains(' ') {
            phrases.push((noun.to_owned(), Said::Noun(kind)));
            phrases.push((plural(noun), Said::Noun(kind)));
        }
        if let Some(short) = shortened(noun).filter(|short| label::known(short).is_none()) {
            phrases.push((short.to_owned(), Said::Short(kind)));
            phrases.push((plural(short), Said::Short(kind)));
        }
        let initials: String = noun
            .split(' ')
            .filter(|word| !is_common(word))
            .filter_map(|word| word.chars().next())
            .collect();
        if (1..=INITIALS).contains(&initials.len()) && initials.is_ascii() {
            phrases.push((initials.to_uppercase(), Said::Initials(kind)));
        }
        // What the known labels head is read as it always was.
        heads.retain(|head| whole.is_none() || head.cell);
        for head in heads {
            self.shape(kind, &head.written);
            let own = Head {
                kind,
                label: head.label,
                number: head.number,
                label_len: head.label_len,
                len: head.len,
            };
            self.heads.insert(head.block, own);
        }
    }

    fn shape(&mut self, kind: LabelKind, written: &str) {
        if label::roman_value(written).is_some() {
            self.romans.insert(kind);
        }
        if label::compound(written).is_some() {
            self.compounds.insert(kind);
        }
    }

    fn compile(&mut self, mut phrases: Vec<(String, Said)>) {
        // Two nouns of the same short form: neither is evident.
        let mut times: BTreeMap<String, BTreeSet<LabelKind>> = BTreeMap::new();
        for (words, said) in &phrases {
            let (Said::Noun(kind) | Said::Short(kind) | Said::Initials(kind)) = said;
            times.entry(words.to_lowercase()).or_default().insert(*kind);
        }
        phrases.retain(|(words, _)| times[&words.to_lowercase()].len() == 1);
        if phrases.is_empty() {
            return;
        }
        let built = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(phrases.iter().map(|(words, _)| words));
        self.finder = built.ok();
        self.said = phrases.into_iter().map(|(_, said)| said).collect();
    }

    /// The label of the document's own that the block at `block` opens with.
    pub(crate) fn head(&self, block: u32) -> Option<&Head> {
        self.heads.get(&block)
    }

    /// Every block that opens with such a label.
    pub(super) fn heads(&self) -> impl Iterator<Item = (u32, &Head)> {
        self.heads.iter().map(|(block, head)| (*block, head))
    }

    /// The nouns, their plurals and initials in `text`, each a word of its own: first byte, one past the last, what it says.
    pub(crate) fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, usize, Said)> + 't {
        let hits = self.finder.iter().flat_map(move |finder| finder.find_iter(text));
        hits.filter_map(move |hit| {
            let (start, end) = (hit.start(), hit.end());
            let said = self.said[hit.pattern().as_usize()];
            let after = &text[end..];
            let free = !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '\''));
            let whole = match said {
                // In small letters it takes a number.
                Said::Short(_) if !text[start..end].starts_with(char::is_uppercase) => after
                    .strip_prefix(' ')
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())),
                Said::Noun(_) | Said::Short(_) => !after.starts_with(|c: char| c.is_alphanumeric()),
                Said::Initials(_) => {
                    let digits = after.strip_prefix('.').map_or(after, |rest| rest.strip_prefix(' ').unwrap_or(rest));
                    text.as_bytes()[start..end].iter().all(u8::is_ascii_uppercase) && digits.starts_with(|c: char| c.is_ascii_digit())
                }
            };
            (free && whole).then_some((start, end, said))
        })
    }

    /// Whether the document has learnt any noun.
    pub(crate) const fn is_empty(&self) -> bool {
        self.finder.is_none()
    }

    /// The noun behind a kind of the document's own.
    pub(crate) fn noun(&self, kind: LabelKind) -> Option<&str> {
        let LabelKind::Own(at) = kind else { return None };
        self.nouns.get(at as usize).map(|noun| noun.words.as_str())
    }

    /// The kinds that no list knows, in the order in which they were learnt.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = LabelKind> + use<> {
        (0..self.nouns.len() as u8).map(LabelKind::Own)
    }

    /// Whether labels of `kind` are numbered in small Roman figures.
    pub(crate) fn is_roman(&self, kind: LabelKind) -> bool {
        self.romans.contains(&kind)
    }

    /// The only kind whose labels are numbered "A(ii)".
    pub(crate) fn compound(&self) -> Option<LabelKind> {
        let mut kinds = self.compounds.iter();
        let only = kinds.next().copied();
        only.filter(|_| kinds.next().is_none())
    }

    /// Says that what `kind` labels is done by somebody: the document's plan.
    pub(super) fn acts(&mut self, kind: LabelKind) {
        if let LabelKind::Own(at) = kind
            && let Some(noun) = self.nouns.get_mut(at as usize)
        {
            noun.acts = true;
        }
    }

    /// Whether what `kind` labels are actions.
    pub(crate) fn is_plan(&self, kind: LabelKind) -> bool {
        let LabelKind::Own(at) = kind else { return false };
        self.nouns.get(at as usize).is_some_and(|noun| noun.acts)
    }
}

#[cfg(test)]
mod tests;
