//! A `Rate` is a count in a thousand words with the interval in which the writer's own rate may lie.

use super::clustered::{Clustering, Sizes, Sums};
use super::gamma::{poisson_high, poisson_low};

/// Fewest hits from which a rate is given.
pub const FEWEST_HITS: u64 = 5;
/// Fewest words for which a rate is given.
pub const FEWEST_WORDS: u64 = 1_000;
/// Fewest documents from which they count as clusters beside their paragraphs.
const FEWEST_DOCUMENTS: u64 = 10;

/// The words that rates stand on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Base {
    /// By paragraph.
    pub paragraphs: Sizes,
    /// By document.
    pub documents: Sizes,
}

/// What was counted on such a base.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counted {
    /// By paragraph.
    pub paragraphs: Sums,
    /// By document.
    pub documents: Sums,
}

/// A count in a thousand words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// The count in a thousand words.
    pub value: f64,
    /// The 95 % limits; `None` for a text of one paragraph, which does not tell how clustered its words are.
    pub limits: Option<(f64, f64)>,
    /// How many times larger the variance is than that of scattered words.
    pub design_effect: Option<f64>,
}

/// Whether `count` in `words` is enough for a rate to mean anything.
#[must_use]
pub const fn may_have_rate(count: u64, words: u64) -> bool {
    count >= FEWEST_HITS && words >= FEWEST_WORDS
}

impl Base {
    /// The base of one document with paragraphs of `sizes`.
    #[must_use]
    pub fn of(sizes: impl IntoIterator<Item = u64>) -> Self {
        let mut base = Self::default();
        sizes.into_iter().for_each(|words| base.paragraphs.cluster(words));
        base.documents.cluster(base.paragraphs.words);
        base
    }

    /// Words in all.
    #[must_use]
    pub const fn words(&self) -> u64 {
        self.paragraphs.words
    }

    /// Adds other documents.
    pub fn add(&mut self, other: &Self) {
        self.paragraphs.add(&other.paragraphs);
        self.documents.add(&other.documents);
    }
}

impl Counted {
    /// What was counted in one document of `words`, in paragraphs of (hits, words).
    #[must_use]
    pub fn of(paragraphs: impl IntoIterator<Item = (u64, u64)>, words: u64) -> Self {
        let mut counted = Self::default();
        for (hits, words) in paragraphs {
            counted.paragraphs.cluster(hits, words);
        }
        counted.documents.cluster(counted.paragraphs.count, words);
        counted
    }

    /// How many in all.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.paragraphs.count
    }

    /// Adds what was counted in other documents.
    pub fn add(&mut self, other: &Self) {
        self.paragraphs.add(&other.paragraphs);
        self.documents.add(&other.documents);
    }

    /// How clustered it is: in paragraphs, or from ten documents on in whole documents, whichever tells less.
    #[must_use]
    pub fn clustering(&self, base: &Base) -> Option<Clustering> {
        let paragraphs = self.paragraphs.clustering(&base.paragraphs);
        let enough = base.documents.clusters >= FEWEST_DOCUMENTS;
        let documents = self.documents.clustering(&base.documents).filter(|_| enough);
        let wider = |a: &Clustering, b: &Clustering| a.widening().total_cmp(&b.widening());
        paragraphs.into_iter().chain(documents).max_by(wider)
    }

    /// The rate on `base`; `None` when either is too small for one. The limits are Garwood's of the effective count.
    #[must_use]
    pub fn rate(&self, base: &Base) -> Option<Rate> {
        let (count, words) = (self.count(), base.words());
        if !may_have_rate(count, words) {
            return None;
        }
        let thousand = words as f64 / 1_000.0;
        let clustering = self.clustering(base);
        let limits = clustering.map(|it| {
            let widening = it.widening();
            let effective = count as f64 / widening;
            let scaled = |limit: f64| limit * widening / thousand;
            (scaled(poisson_low(effective)), scaled(poisson_high(effective)))
        });
        Some(Rate {
            value: count as f64 / thousand,
            limits,
            design_effect: clustering.map(|it| it.design_effect),
        })
    }
}
