//! A `simulation` is a document, or a set of them, made by chance with a rate that is known.

use candour::summary::statistics::{Base, Counted, ratio};

/// The rate of every simulated writer, in a thousand words.
pub(crate) const TRUTH: f64 = 8.0;

/// A source of numbers that are as good as random and always the same: SplitMix64.
pub(crate) struct Chance(pub(crate) u64);

/// What is simulated.
pub(crate) struct Plan {
    /// Paragraphs of each document, of sixty words in the mean.
    pub(crate) paragraphs: u32,
    /// How unlike paragraphs are: the shape of the gamma distribution of their own rates. `None`: all alike.
    pub(crate) shape: Option<f64>,
    /// Documents of a set.
    pub(crate) documents: u32,
    /// The same between documents.
    pub(crate) spread: Option<f64>,
}

impl Chance {
    /// Between 0 and 1, both left out.
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (((z ^ (z >> 31)) >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// A gamma-distributed number of mean 1; `shape` is a multiple of a half. A half is the square of a normal number.
    fn gamma(&mut self, shape: f64) -> f64 {
        let whole: f64 = (0..shape as u32).map(|_| -self.uniform().ln()).sum();
        let half = if shape.fract() > 0.0 {
            let angle = (std::f64::consts::TAU * self.uniform()).cos();
            -self.uniform().ln() * angle * angle
        } else {
            0.0
        };
        (whole + half) / shape
    }

    /// A Poisson count, by Knuth's product.
    fn poisson(&mut self, mean: f64) -> u64 {
        let floor = (-mean).exp();
        let (mut product, mut count) = (self.uniform(), 0);
        while product > floor {
            product *= self.uniform();
            count += 1;
        }
        count
    }
}

/// The share of `times` simulated documents or sets, of those that show a rate, whose interval holds the truth.
pub(crate) fn covered(plan: &Plan, times: u32, chance: &mut Chance) -> f64 {
    let (mut shown, mut held) = (0, 0);
    for _ in 0..times {
        let (counted, base) = set(plan, chance);
        if let Some((low, high)) = counted.rate(&base).and_then(|rate| rate.limits) {
            shown += 1;
            held += u32::from(low <= TRUTH && TRUTH <= high);
        }
    }
    f64::from(held) / f64::from(shown)
}

/// The share of `times` pairs by the same writer whose log ratio has limits that hold 0.
pub(crate) fn alike(plan: &Plan, times: u32, chance: &mut Chance) -> f64 {
    let (mut shown, mut held) = (0, 0);
    for _ in 0..times {
        let (first, second) = (set(plan, chance), set(plan, chance));
        if let Some(ratio) = ratio((&first.0, &first.1), (&second.0, &second.1)) {
            shown += 1;
            held += u32::from(!ratio.is_clear());
        }
    }
    f64::from(held) / f64::from(shown)
}

/// One simulated document or set.
fn set(plan: &Plan, chance: &mut Chance) -> (Counted, Base) {
    let (mut counted, mut base) = (Counted::default(), Base::default());
    for _ in 0..plan.documents {
        let own = TRUTH * plan.spread.map_or(1.0, |shape| chance.gamma(shape));
        let paragraphs: Vec<(u64, u64)> = (0..plan.paragraphs).map(|_| paragraph(own, plan.shape, chance)).collect();
        let more = Base::of(paragraphs.iter().map(|&(_, words)| words));
        counted.add(&Counted::of(paragraphs, more.words()));
        base.add(&more);
    }
    (counted, base)
}

/// The hits and words of one paragraph.
fn paragraph(rate: f64, shape: Option<f64>, chance: &mut Chance) -> (u64, u64) {
    let words = (chance.gamma(2.0) * 60.0).max(5.0).round();
    let own = shape.map_or(1.0, |shape| chance.gamma(shape));
    (chance.poisson(rate / 1_000.0 * words * own), words as u64)
}
