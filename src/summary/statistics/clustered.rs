//! What stands `clustered`, several times in one paragraph and nowhere in the next, tells less than as many single ones. The
//! design effect says how much less.
//!
//! It is the variance of the rate as a ratio over clusters (Cochran, *Sampling Techniques*, 1977, 6.4 and 9A) against that of a
//! Poisson count (Kish, *Survey Sampling*, 1965, 8.2); never under 1. It is itself an estimate: its degrees of freedom are those
//! of Satterthwaite (1946), for the part of the variance beyond the Poisson one, which needs no estimate.

/// From so many clusters on the degrees of freedom are held to be three or more: fewer come of chance alone in the estimate, and
/// would make limits that say nothing. Simulated sets bear this out.
const MANY: u64 = 10;
const LEAST_FREEDOM: f64 = 3.0;

/// Sums over the sizes of clusters, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sizes {
    /// How many clusters.
    pub clusters: u64,
    /// Words in all.
    pub words: u64,
    squares: f64,
    fourths: f64,
}

/// Sums over what was counted in clusters: all that the variance needs, however many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// How many in all.
    pub count: u64,
    /// Clusters that have any.
    pub touched: u64,
    /// Sums of hits^i words^j for (2,0), (1,1), (4,0), (3,1), (2,2), (1,3).
    powers: [f64; 6],
}

/// How clustered a count is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clustering {
    /// By how much the variance is larger than that of a Poisson count; 1 or more.
    pub design_effect: f64,
    /// How many degrees of freedom that is estimated with; 1 or more.
    pub freedom: f64,
}

impl Sizes {
    /// Adds a cluster of `words`.
    pub fn cluster(&mut self, words: u64) {
        let w = words as f64;
        self.clusters += 1;
        self.words += words;
        self.squares += w * w;
        self.fourths += w.powi(4);
    }

    /// Adds other clusters.
    pub fn add(&mut self, other: &Self) {
        self.clusters += other.clusters;
        self.words += other.words;
        self.squares += other.squares;
        self.fourths += other.fourths;
    }
}

impl Sums {
    /// Adds a cluster of `words` in which `hits` stand. One without any need not be added.
    pub fn cluster(&mut self, hits: u64, words: u64) {
        let (y, w) = (hits as f64, words as f64);
        self.count += hits;
        self.touched += u64::from(hits > 0);
        let more = [y * y, y * w, y.powi(4), y.powi(3) * w, y * y * w * w, y * w.powi(3)];
        self.powers.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
    }

    /// Adds other clusters.
    pub fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.touched += other.touched;
        self.powers.iter_mut().zip(other.powers).for_each(|(sum, more)| *sum += more);
    }

    /// How clustered this is among clusters of `sizes`; `None` when there is nothing, or fewer than two clusters.
    #[must_use]
    pub fn clustering(&self, sizes: &Sizes) -> Option<Clustering> {
        if self.count == 0 || sizes.clusters < 2 || sizes.words == 0 {
            return None;
        }
        let (count, clusters) = (self.count as f64, sizes.clusters as f64);
        let r = count / sizes.words as f64;
        let [y2, yw, y4, y3w, y2w2, yw3] = self.powers;
        // The residual of a cluster is its hits less the rate times its words; here are its square and fourth power in sum.
        let squares = (y2 - 2.0 * r * yw + r * r * sizes.squares).max(0.0);
        let fourths = y4 - 4.0 * r * y3w + 6.0 * r * r * y2w2 - 4.0 * r.powi(3) * yw3 + r.powi(4) * sizes.fourths;
        let design_effect = (clusters / (clusters - 1.0) * squares / count).max(1.0);
        let estimated = 1.0 - 1.0 / design_effect;
        let least = if sizes.clusters < MANY { 1.0 } else { LEAST_FREEDOM };
        let freedom = (squares * squares / fourths.max(f64::MIN_POSITIVE) - 1.0).clamp(least, clusters - 1.0);
        Some(Clustering {
            design_effect,
            freedom: freedom / (estimated * estimated).max(1e-12),
        })
    }
}

impl Clustering {
    /// By how much the count is to be divided, and its limits multiplied: the design effect, and the square of how much wider
    /// Student's interval is than the normal one, as in Korn and Graubard (1998), "Confidence intervals for proportions with
    /// small expected number of positive counts estimated from survey data", Survey Methodology 24.
    #[must_use]
    pub fn widening(&self) -> f64 {
        self.design_effect * (super::two_sided(self.freedom) / super::NORMAL).powi(2)
    }
}
