//! `Terms` say what two passages share: their rare words and pairs of words, weighed by BM25 (Robertson and Zaragoza,
//! "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). Words are folded to their stems.

use std::collections::HashMap;

use super::stems::Stems;

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
#[derive(Debug)]
pub(super) struct Terms<'s> {
    stems: &'s Stems,
    /// For each stem of the document, which term it is; what is beyond the end is none.
    ids: Vec<Option<u32>>,
    pairs: HashMap<(u32, u32), u32>,
    /// For each term, how it looked first; whether it is a pair.
    looks: Vec<(String, bool)>,
    /// Below this number stand the words that say nothing.
    stopped: u32,
    /// Whether terms that were not met before are learnt.
    learning: bool,
    /// The word being read, kept to save allocations.
    plain: String,
}

/// The terms of one passage, rising, each with how often it stands there.
#[derive(Clone, Debug, Default)]
pub(super) struct Bag {
    counts: Vec<(u32, u32)>,
    length: u32,
}

impl<'s> Terms<'s> {
    /// No terms yet, but the words that say nothing.
    pub(super) fn new(stems: &'s Stems) -> Self {
        let mut terms = Self {
            stems,
            ids: Vec::new(),
            pairs: HashMap::new(),
            looks: Vec::new(),
            stopped: 0,
            learning: true,
            plain: String::new(),
        };
        for word in STOP {
            terms.word(word);
        }
        terms.stopped = terms.looks.len() as u32;
        terms.learning = false;
        terms
    }

    /// The terms of `passages` together; what was not met before is learnt.
    pub(super) fn learn<'t>(&mut self, passages: impl Iterator<Item = &'t str>) -> Bag {
        self.learning = true;
        let bag = self.bag(passages);
        self.learning = false;
        bag
    }

    /// The terms of `passages` together, of those that were learnt; only these can be shared.
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

    /// Adds the terms of `passage` to `met`; returns how many words of it say something.
    fn read(&mut self, passage: &str, met: &mut Vec<u32>) -> u32 {
        let mut previous: Option<u32> = None;
        let mut length = 0;
        for word in passage.split(|c: char| !c.is_alphanumeric() && c != '\'') {
            let (counts, term) = self.word(word);
            length += u32::from(counts);
            if let (Some(before), Some(term)) = (previous, term) {
                met.extend(self.pair(before, term));
            }
            met.extend(term);
            previous = term;
        }
        length
    }

    /// Whether a word says something, and its number as a term, by its stem, when it is known.
    fn word(&mut self, word: &str) -> (bool, Option<u32>) {
        let surface = word.trim_matches('\'');
        let mut plain = surface;
        while let Some(stem) = plain.strip_suffix("'s") {
            plain = stem;
        }
        if plain.len() < 3 || plain.bytes().any(|b| b.is_ascii_digit()) {
            return (false, None);
        }
        self.plain.clear();
        self.plain.push_str(plain);
        self.plain.make_ascii_lowercase();
        let stem = self.stems.of(&self.plain) as usize;
        let id = match self.ids.get(stem).copied().flatten() {
            Some(id) => id,
            None if self.learning => self.learn_stem(stem, surface),
            None => return (true, None),
        };
        (id >= self.stopped, (id >= self.stopped).then_some(id))
    }

    /// The new term for stem number `stem`, first met as `surface`.
    fn learn_stem(&mut self, stem: usize, surface: &str) -> u32 {
        let id = self.looks.len() as u32;
        self.looks.push((surface.to_owned(), false));
        self.ids.resize(self.ids.len().max(stem + 1), None);
        self.ids[stem] = Some(id);
        id
    }

    fn pair(&mut self, first: u32, second: u32) -> Option<u32> {
        if let Some(&id) = self.pairs.get(&(first, second)) {
            return Some(id);
        }
        let id = self.looks.len() as u32;
        self.learning.then(|| {
            let look = format!("{} {}", self.looks[first as usize].0, self.looks[second as usize].0);
            self.looks.push((look, true));
            self.pairs.insert((first, second), id);
            id
        })
    }
}

/// How rare each term is among the passages of a document.
pub(super) struct Rarity {
    /// For each term, how it looked first; whether it is a pair.
    looks: Vec<(String, bool)>,
    /// For each term, how many passages hold it.
    passages: Vec<u32>,
    total: u32,
    mean_length: f64,
}

/// What a passage shares with a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shared {
    /// The BM25 score, in units of one word that stands in no other passage.
    pub(super) score: f64,
    /// The rarest shared terms, best first, at most three.
    pub(super) terms: Vec<String>,
    /// Whether a rare pair of words is among them.
    pub(super) pair: bool,
}

impl Rarity {
    /// Counts in how many of `bags` each of `terms` stands.
    pub(super) fn new<'b>(terms: Terms<'_>, bags: impl Iterator<Item = &'b Bag>) -> Self {
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
            looks: terms.looks,
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
        score /= self.unit();
        let terms = self.telling(&shared);
        let pair = terms.first().is_some_and(|&term| self.looks[term as usize].1);
        Shared {
            score,
            terms: terms.iter().map(|&term| self.looks[term as usize].0.clone()).collect(),
            pair,
        }
    }

    /// What a word weighs that stands in one passage alone.
    fn unit(&self) -> f64 {
        ((f64::from(self.total.max(2)) - 0.5) / 1.5).ln_1p()
    }

    /// The inverse document frequency of `term`; nothing for what stands in too many passages, half for a pair, whose
    /// words count by themselves.
    fn weight(&self, term: u32) -> f64 {
        let total = f64::from(self.total);
        let with = f64::from(self.passages.get(term as usize).copied().unwrap_or(0));
        if with > (total * COMMON).max(2.0) {
            return 0.0;
        }
        let share = if self.looks[term as usize].1 { 0.5 } else { 1.0 };
        share * ((total - with + 0.5) / (with + 0.5)).ln_1p()
    }

    /// The three terms that tell a reader most: pairs first, then words outside them that are not much more common.
    fn telling(&self, shared: &[(f64, u32)]) -> Vec<u32> {
        let is_pair = |term: u32| self.looks[term as usize].1;
        let top = shared.first().map_or(0.0, |(weight, _)| *weight);
        let pairs: Vec<u32> = shared.iter().map(|&(_, term)| term).filter(|&term| is_pair(term)).take(3).collect();
        let inside = |term: u32| {
            let word = &self.looks[term as usize].0;
            pairs.iter().any(|&pair| self.looks[pair as usize].0.split(' ').any(|w| w == word))
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
        let stems = Stems::default();
        let mut terms = Terms::new(&stems);
        let question = terms.learn(std::iter::once("Audit every written agreement with staff."));
        let bags: Vec<Bag> = passages.iter().map(|p| terms.bag(std::iter::once(*p))).collect();
        let rarity = Rarity::new(terms, bags.iter());
        let scores: Vec<f64> = bags.iter().map(|bag| rarity.shared(&question, bag).score).collect();
        assert!(scores[1] > scores[0] && scores[1] > scores[2]);
        assert_eq!(rarity.shared(&question, &bags[1]).terms, ["written agreement"]);
    }
}
