//! `Terms` say what two passages share: their rare words and pairs of words, weighed by BM25 (Robertson and Zaragoza,
//! "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). Plurals are folded by Harman's S-stemmer (1991).

use std::collections::HashMap;

/// Saturation of terms repeated in the passage and in the question, and how far length counts.
const K1: f64 = 1.2;
const K3: f64 = 1.5;
const B: f64 = 0.75;
/// Bytes of a passage that are read; a bound on the work for one paragraph.
const LONGEST_PASSAGE: usize = 6_000;
/// Terms in more than this share of the passages say nothing of any one of them.
const COMMON: f64 = 0.2;

#[rustfmt::skip]
const STOP: &[&str] = &[
    "the", "and", "for", "that", "this", "with", "was", "were", "are", "has", "have", "had", "been", "from", "which", "would", "could",
    "should", "will", "their", "there", "they", "them", "these", "those", "when", "where", "what", "who", "whom", "how", "why", "not", "but",
    "any", "all", "into", "about", "also", "than", "then", "some", "such", "may", "might", "must", "can", "did", "does", "done", "being",
    "because", "while", "during", "after", "before", "between", "both", "each", "every", "other", "more", "most", "many", "much", "very",
    "only", "own", "same", "its", "his", "her", "him", "she", "our", "you", "your", "out", "over", "under", "again", "further", "once", "here",
    "if", "or", "as", "of", "to", "in", "on", "at", "by", "reference", "paragraph", "section", "addressed",
    "elsewhere", "stated", "report", "finding", "action", "plan", "part", "used", "noted", "mentioned", "ensure", "example",
];

/// The terms met so far, each with a number of its own.
#[derive(Debug, Default)]
pub(super) struct Terms {
    words: HashMap<String, u32>,
    pairs: HashMap<(u32, u32), u32>,
    /// For each term, how it looked first; whether it is a pair.
    looks: Vec<(String, bool)>,
}

/// The terms of one passage, rising, each with how often it stands there.
#[derive(Clone, Debug, Default)]
pub(super) struct Bag {
    counts: Vec<(u32, u32)>,
    length: u32,
}

impl Terms {
    /// The terms of `passages` together.
    pub(super) fn bag<'t>(&mut self, passages: impl Iterator<Item = &'t str>) -> Bag {
        let mut met: Vec<u32> = Vec::new();
        let mut length = 0;
        let mut left = LONGEST_PASSAGE;
        for passage in passages {
            let mut cut = passage.len().min(left);
            while !passage.is_char_boundary(cut) {
                cut -= 1;
            }
            left -= cut;
            length += self.read(&passage[..cut], &mut met);
        }
        met.sort_unstable();
        let runs = met.chunk_by(|a, b| a == b);
        Bag {
            counts: runs.map(|run| (run[0], run.len() as u32)).collect(),
            length,
        }
    }

    /// Adds the terms of `passage` to `met`; returns how many words of it are terms.
    fn read(&mut self, passage: &str, met: &mut Vec<u32>) -> u32 {
        let mut previous: Option<u32> = None;
        let mut length = 0;
        for word in passage.split(|c: char| !c.is_alphanumeric() && c != '\'') {
            let term = self.word(word);
            if let (Some(before), Some(term)) = (previous, term) {
                met.push(self.pair(before, term));
            }
            if let Some(term) = term {
                met.push(term);
                length += 1;
            }
            previous = term;
        }
        length
    }

    /// The number of a word as a term, lower case and singular; `None` for words that say nothing.
    fn word(&mut self, word: &str) -> Option<u32> {
        let surface = word.trim_matches('\'');
        let plain = surface.trim_end_matches("'s").to_lowercase();
        if plain.len() < 3 || plain.bytes().any(|b| b.is_ascii_digit()) || STOP.contains(&plain.as_str()) {
            return None;
        }
        let next = self.looks.len() as u32;
        let id = *self.words.entry(singular(&plain)).or_insert(next);
        if id == next {
            self.looks.push((surface.to_owned(), false));
        }
        Some(id)
    }

    fn pair(&mut self, first: u32, second: u32) -> u32 {
        let next = self.looks.len() as u32;
        let id = *self.pairs.entry((first, second)).or_insert(next);
        if id == next {
            let look = format!("{} {}", self.looks[first as usize].0, self.looks[second as usize].0);
            self.looks.push((look, true));
        }
        id
    }
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
    terms: Terms,
    /// For each term, how many passages hold it.
    passages: Vec<u32>,
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
    /// Whether a rare pair of words is among them.
    pub(super) pair: bool,
}

impl Rarity {
    /// Counts in how many of `bags` each of `terms` stands.
    pub(super) fn new<'b>(terms: Terms, bags: impl Iterator<Item = &'b Bag>) -> Self {
        let mut passages = vec![0; terms.looks.len()];
        let (mut total, mut length) = (0, 0.0);
        for bag in bags {
            total += 1;
            length += f64::from(bag.length);
            for &(term, _) in &bag.counts {
                passages[term as usize] += 1;
            }
        }
        Self {
            terms,
            passages,
            total,
            mean_length: (length / f64::from(total.max(1))).max(1.0),
        }
    }

    /// What `passage` shares with `question`.
    pub(super) fn shared(&self, question: &Bag, passage: &Bag) -> Shared {
        let mut shared: Vec<(f64, u32)> = Vec::new();
        let mut score = 0.0;
        for &(term, asked) in &question.counts {
            let Ok(at) = passage.counts.binary_search_by_key(&term, |&(t, _)| t) else {
                continue;
            };
            let (asked, there) = (f64::from(asked), f64::from(passage.counts[at].1));
            let weight = self.weight(term) * asked * (K3 + 1.0) / (asked + K3);
            let norm = K1 * (1.0 - B + B * f64::from(passage.length) / self.mean_length);
            score += weight * there * (K1 + 1.0) / (there + norm);
            if weight > 0.0 {
                shared.push((weight, term));
            }
        }
        shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let terms = self.telling(&shared);
        let pair = terms.first().is_some_and(|&term| self.terms.looks[term as usize].1);
        Shared {
            score,
            terms: terms.iter().map(|&term| self.terms.looks[term as usize].0.clone()).collect(),
            pair,
        }
    }

    /// The inverse document frequency of `term`; nothing for what stands in too many passages, half for a pair, whose
    /// words count by themselves.
    fn weight(&self, term: u32) -> f64 {
        let total = f64::from(self.total);
        let with = f64::from(self.passages.get(term as usize).copied().unwrap_or(0));
        if with > (total * COMMON).max(2.0) {
            return 0.0;
        }
        let share = if self.terms.looks[term as usize].1 { 0.5 } else { 1.0 };
        share * ((total - with + 0.5) / (with + 0.5)).ln_1p()
    }

    /// The three terms that tell a reader most: pairs first, then words outside them that are not much more common.
    fn telling(&self, shared: &[(f64, u32)]) -> Vec<u32> {
        let is_pair = |term: u32| self.terms.looks[term as usize].1;
        let top = shared.first().map_or(0.0, |(weight, _)| *weight);
        let pairs: Vec<u32> = shared.iter().map(|&(_, term)| term).filter(|&term| is_pair(term)).take(3).collect();
        let inside = |term: u32| {
            let word = &self.terms.looks[term as usize].0;
            pairs
                .iter()
                .any(|&pair| self.terms.looks[pair as usize].0.split(' ').any(|w| w == word))
        };
        let words = shared
            .iter()
            .filter(|&&(weight, term)| !is_pair(term) && weight >= top * 0.4 && !inside(term));
        pairs.iter().copied().chain(words.map(|&(_, term)| term)).take(3).collect()
    }
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
        let mut terms = Terms::default();
        let question = terms.bag(std::iter::once("Audit every written agreement with staff."));
        let bags: Vec<Bag> = passages.iter().map(|p| terms.bag(std::iter::once(*p))).collect();
        let rarity = Rarity::new(terms, bags.iter());
        let scores: Vec<f64> = bags.iter().map(|bag| rarity.shared(&question, bag).score).collect();
        assert!(scores[1] > scores[0] && scores[1] > scores[2]);
        assert_eq!(rarity.shared(&question, &bags[1]).terms, ["written agreement"]);
    }
}
