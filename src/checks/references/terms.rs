//! `Terms` say what two passages share: their rare words and pairs of words, weighed by BM25 (Robertson and Zaragoza,
//! "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). Plurals are folded by Harman's S-stemmer (1991).

use std::collections::{BTreeMap, HashMap, HashSet};

/// Saturation of terms repeated in the passage and in the question, and how far length counts.
const K1: f64 = 1.2;
const K3: f64 = 1.5;
const B: f64 = 0.75;
/// Bytes of a passage that are read; a bound on the work for one paragraph.
const LONGEST_PASSAGE: usize = 6_000;
/// Terms in more than this share of the passages say nothing of any one of them.
const COMMON: f64 = 0.2;

const STOP: &[&str] = &[
    "the",
    "and",
    "for",
    "that",
    "this",
    "with",
    "was",
    "were",
    "are",
    "has",
    "have",
    "had",
    "been",
    "from",
    "which",
    "would",
    "could",
    "should",
    "will",
    "their",
    "there",
    "they",
    "them",
    "these",
    "those",
    "when",
    "where",
    "what",
    "who",
    "whom",
    "how",
    "why",
    "not",
    "but",
    "any",
    "all",
    "into",
    "about",
    "also",
    "than",
    "then",
    "some",
    "such",
    "may",
    "might",
    "must",
    "can",
    "did",
    "does",
    "done",
    "being",
    "because",
    "while",
    "during",
    "after",
    "before",
    "between",
    "both",
    "each",
    "every",
    "other",
    "more",
    "most",
    "many",
    "much",
    "very",
    "only",
    "own",
    "same",
    "its",
    "his",
    "her",
    "him",
    "she",
    "our",
    "you",
    "your",
    "out",
    "over",
    "under",
    "again",
    "further",
    "once",
    "here",
    "if",
    "or",
    "as",
    "of",
    "to",
    "in",
    "on",
    "at",
    "by",
    "reference",
    "paragraph",
    "section",
    "addressed",
    "elsewhere",
    "stated",
    "report",
    "finding",
    "action",
    "plan",
    "part",
    "used",
    "noted",
    "mentioned",
    "ensure",
    "example",
];

/// The terms of one passage: each with how often it stands there.
#[derive(Clone, Debug, Default)]
pub(super) struct Bag {
    /// Ordered, so that sums of scores never depend on chance.
    counts: BTreeMap<String, Count>,
    length: u32,
}

/// How often a term stands in a passage, and how it looks there.
#[derive(Clone, Debug, Default)]
struct Count {
    times: u32,
    surface: String,
}

impl Bag {
    /// The terms of `passages` together.
    pub(super) fn new<'t>(passages: impl Iterator<Item = &'t str>) -> Self {
        let mut bag = Self::default();
        let mut left = LONGEST_PASSAGE;
        for passage in passages {
            let mut cut = passage.len().min(left);
            while !passage.is_char_boundary(cut) {
                cut -= 1;
            }
            left -= cut;
            bag.read(&passage[..cut]);
        }
        bag
    }

    fn read(&mut self, passage: &str) {
        let mut previous: Option<(String, String)> = None;
        for word in passage.split(|c: char| !c.is_alphanumeric() && c != '\'') {
            let term = term(word);
            if let (Some((stem, surface)), Some((before, before_surface))) = (&term, &previous) {
                self.count(format!("{before} {stem}"), || format!("{before_surface} {surface}"));
            }
            if let Some((stem, surface)) = &term {
                self.count(stem.clone(), || surface.clone());
                self.length += 1;
            }
            previous = term;
        }
    }

    fn count(&mut self, term: String, surface: impl FnOnce() -> String) {
        let count = self.counts.entry(term).or_default();
        if count.times == 0 {
            count.surface = surface();
        }
        count.times += 1;
    }
}

/// The word as a term, lower case and singular, and as it looks; `None` for words that say nothing.
fn term(word: &str) -> Option<(String, String)> {
    let surface = word.trim_matches('\'');
    let word = surface.trim_end_matches("'s").to_lowercase();
    if word.len() < 3 || word.bytes().any(|b| b.is_ascii_digit()) || STOP.contains(&word.as_str()) {
        return None;
    }
    Some((singular(&word), surface.to_owned()))
}

/// Harman's S-stemmer.
fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|s| s.len() > 2 && !s.ends_with(['e', 'a'])) {
        return format!("{stem}y");
    }
    if let Some(stem) = word.strip_suffix('s').filter(|s| s.len() > 2 && !s.ends_with(['u', 's'])) {
        return stem.to_owned();
    }
    word.to_owned()
}

/// How rare each term is among the passages of a document.
pub(super) struct Rarity {
    passages: HashMap<String, u32>,
    total: u32,
    mean_length: f64,
}

/// What a passage shares with a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shared {
    /// The BM25 score.
    pub(super) score: f64,
    /// The rarest shared terms, best first, at most three.
    pub(super) terms: Vec<String>,
}

impl Rarity {
    /// Counts the terms of `bags`.
    pub(super) fn new<'b>(bags: impl Iterator<Item = &'b Bag>) -> Self {
        let mut passages: HashMap<String, u32> = HashMap::new();
        let (mut total, mut length) = (0, 0.0);
        for bag in bags {
            total += 1;
            length += f64::from(bag.length);
            for term in bag.counts.keys() {
                *passages.entry(term.clone()).or_default() += 1;
            }
        }
        Self {
            passages,
            total,
            mean_length: (length / f64::from(total.max(1))).max(1.0),
        }
    }

    /// What `passage` shares with `question`.
    pub(super) fn shared(&self, question: &Bag, passage: &Bag) -> Shared {
        let mut terms: Vec<(f64, &str, &str)> = Vec::new();
        let mut score = 0.0;
        for (term, asked) in &question.counts {
            let Some(there) = passage.counts.get(term) else { continue };
            let asked_times = f64::from(asked.times);
            let weight = self.weight(term) * asked_times * (K3 + 1.0) / (asked_times + K3);
            let there = f64::from(there.times);
            let norm = K1 * (1.0 - B + B * f64::from(passage.length) / self.mean_length);
            score += weight * there * (K1 + 1.0) / (there + norm);
            if weight > 0.0 {
                terms.push((weight, term, &asked.surface));
            }
        }
        terms.sort_by(|a, b| {
            b.0.total_cmp(&a.0)
                .then_with(|| b.1.contains(' ').cmp(&a.1.contains(' ')))
                .then_with(|| a.1.cmp(b.1))
        });
        Shared {
            score,
            terms: distinct(&terms),
        }
    }

    /// The inverse document frequency of `term`; nothing for what stands in too many passages.
    fn weight(&self, term: &str) -> f64 {
        let total = f64::from(self.total);
        let with = f64::from(self.passages.get(term).copied().unwrap_or(0));
        if with > (total * COMMON).max(2.0) {
            return 0.0;
        }
        let pair = if term.contains(' ') { 0.5 } else { 1.0 };
        pair * ((total - with + 0.5) / (with + 0.5)).ln_1p()
    }
}

/// The first three terms as they look, words inside a chosen pair left out.
fn distinct(terms: &[(f64, &str, &str)]) -> Vec<String> {
    let top = terms.iter().map(|(weight, ..)| *weight).fold(0.0, f64::max);
    let telling: Vec<&(f64, &str, &str)> = terms
        .iter()
        .filter(|(weight, term, _)| *weight >= top * 0.4 || term.contains(' '))
        .collect();
    let terms = telling.as_slice();
    let pairs: HashSet<&str> = terms
        .iter()
        .filter(|(_, t, _)| t.contains(' '))
        .flat_map(|(_, t, _)| t.split(' '))
        .collect();
    let pairs_first = terms.iter().filter(|(_, t, _)| t.contains(' '));
    let rest = terms.iter().filter(|(_, t, _)| !t.contains(' ') && !pairs.contains(t));
    pairs_first
        .chain(rest)
        .take(3)
        .map(|(_, _, surface)| (*surface).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_shared_terms_decide() {
        let passages = [
            "Supervision of staff was weak.",
            "Written agreements protect nobody.",
            "Staff were kind.",
            "The staff met often.",
        ];
        let bags: Vec<Bag> = passages.iter().map(|p| Bag::new(std::iter::once(*p))).collect();
        let rarity = Rarity::new(bags.iter());
        let question = Bag::new(std::iter::once("Audit every written agreement with staff."));
        let scores: Vec<f64> = bags.iter().map(|bag| rarity.shared(&question, bag).score).collect();
        assert!(scores[1] > scores[0] && scores[1] > scores[2]);
        assert_eq!(rarity.shared(&question, &bags[1]).terms, ["written agreement"]);
    }
}
