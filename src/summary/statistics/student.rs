//! `Student`'s t distribution (1908) widens an interval whose width was itself estimated.

use super::gamma::{ln_gamma, nonzero};

/// Of a normal quantity, 95 % lie within so many standard deviations of its mean.
pub const NORMAL: f64 = 1.959_963_984_540_054;
/// From so many degrees of freedom on the expansion is exact to ten places.
const MANY: f64 = 400.0;
/// Beyond the limits on both sides together.
const BEYOND: f64 = 0.05;

/// Of a t-distributed quantity with `freedom` degrees, at least 1, 95 % lie within so many units of 0.
#[must_use]
pub fn two_sided(freedom: f64) -> f64 {
    let mut t = expanded(freedom);
    if freedom >= MANY {
        return t;
    }
    if freedom < 3.0 {
        t = 12.0 / freedom;
    }
    let log_scale = ln_gamma(f64::midpoint(freedom, 1.0)) - ln_gamma(freedom / 2.0) - 0.5 * (freedom * std::f64::consts::PI).ln();
    let (mut low, mut high) = (1.0, 13.0);
    for _ in 0..100 {
        let more = beyond(t, freedom) - BEYOND;
        if more > 0.0 {
            low = t;
        } else {
            high = t;
        }
        let density = (log_scale - f64::midpoint(freedom, 1.0) * (t * t / freedom).ln_1p()).exp();
        let newton = t + more / (2.0 * density);
        let next = if newton > low && newton < high {
            newton
        } else {
            f64::midpoint(low, high)
        };
        if (next - t).abs() < 1e-13 * t {
            return next;
        }
        t = next;
    }
    t
}

/// The expansion of Abramowitz and Stegun, 26.7.5.
fn expanded(freedom: f64) -> f64 {
    let x = NORMAL;
    let x2 = x * x;
    let terms = [
        x * (x2 + 1.0) / 4.0,
        x * ((5.0 * x2 + 16.0) * x2 + 3.0) / 96.0,
        x * (((3.0 * x2 + 19.0) * x2 + 17.0) * x2 - 15.0) / 384.0,
        x * ((((79.0 * x2 + 776.0) * x2 + 1482.0) * x2 - 1920.0) * x2 - 945.0) / 92_160.0,
    ];
    terms.iter().rev().fold(0.0, |sum, term| (sum + term) / freedom) + x
}

/// How much lies farther than `t` from 0: the incomplete beta function at freedom/2, 1/2 (26.7.1).
fn beyond(t: f64, freedom: f64) -> f64 {
    let x = freedom / (freedom + t * t);
    let (a, b) = (freedom / 2.0, 0.5);
    let scale = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p()).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        scale * fraction(a, b, x) / a
    } else {
        1.0 - scale * fraction(b, a, 1.0 - x) / b
    }
}

/// The continued fraction 26.5.8, by the method of Lentz.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / nonzero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for m in 1..10_000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut step = 1.0;
        for term in [even, odd] {
            d = 1.0 / nonzero(1.0 + term * d);
            c = nonzero(1.0 + term / c);
            step = d * c;
            value *= step;
        }
        if (step - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}
