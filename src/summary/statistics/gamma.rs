//! The `gamma` distribution gives the limits of a Poisson mean: Garwood (1936), "Fiducial limits for the Poisson distribution",
//! Biometrika 28. The mean has its 95 % limits where the count seen would be one of the 2.5 % most extreme on either side.
//!
//! The incomplete gamma function is the series and the continued fraction of Abramowitz and Stegun (6.5.29, 6.5.31), inverted by
//! Newton's method within a bracket. Of the libraries tried, one fails for counts over 100 and one is wrong for small shapes.

/// How much lies beyond each limit.
const TAIL: f64 = 0.025;
/// Steps after which a sum or search ends, whatever comes.
const STEPS: u32 = 100_000;

/// The lower 95 % limit of the mean of a Poisson count. The count may be a fraction, as an effective count is.
#[must_use]
pub fn poisson_low(count: f64) -> f64 {
    if count > 0.0 { quantile(TAIL, count) } else { 0.0 }
}

/// The upper 95 % limit.
#[must_use]
pub fn poisson_high(count: f64) -> f64 {
    quantile(1.0 - TAIL, count + 1.0)
}

/// Where the gamma distribution of `shape` and scale 1 has `p` of its mass below.
fn quantile(p: f64, shape: f64) -> f64 {
    let (mut low, mut high) = (-745.0_f64, (shape + 40.0 + 12.0 * shape.sqrt()).ln());
    let mut log = first_guess(p, shape).ln().clamp(low, high);
    for _ in 0..200 {
        let x = log.exp();
        let beyond = below(shape, x) - p;
        if beyond > 0.0 {
            high = log;
        } else {
            low = log;
        }
        // The derivative of the mass below, by the logarithm of the place.
        let slope = (shape * log - x - ln_gamma(shape)).exp();
        let newton = log - beyond / slope;
        let next = if newton > low && newton < high {
            newton
        } else {
            f64::midpoint(low, high)
        };
        if (next - log).abs() <= 1e-15 * log.abs().max(1.0) {
            return next.exp();
        }
        log = next;
    }
    log.exp()
}

/// Wilson and Hilferty (1931), or the first term of the series where that fails.
fn first_guess(p: f64, shape: f64) -> f64 {
    let z = if p < 0.5 { -super::NORMAL } else { super::NORMAL };
    let cube = 1.0 - 1.0 / (9.0 * shape) + z / (3.0 * shape.sqrt());
    if cube > 0.1 {
        shape * cube.powi(3)
    } else {
        ((p.ln() + ln_gamma(shape + 1.0)) / shape).exp().max(1e-300)
    }
}

/// The mass below `x`.
fn below(shape: f64, x: f64) -> f64 {
    let scale = (shape * x.ln() - x - ln_gamma(shape)).exp();
    if x < shape + 1.0 {
        scale * series(shape, x)
    } else {
        1.0 - scale * fraction(shape, x)
    }
}

fn series(shape: f64, x: f64) -> f64 {
    let mut term = 1.0 / shape;
    let mut sum = term;
    let mut at = shape;
    for _ in 0..STEPS {
        at += 1.0;
        term *= x / at;
        sum += term;
        if term < sum * 1e-16 {
            break;
        }
    }
    sum
}

/// The continued fraction, by the method of Lentz.
fn fraction(shape: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut b = x + 1.0 - shape;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut value = d;
    for i in 1..STEPS {
        let i = f64::from(i);
        let a = -i * (i - shape);
        b += 2.0;
        d = 1.0 / nonzero(a * d + b);
        c = nonzero(b + a / c);
        value *= d * c;
        if (d * c - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

pub(super) fn nonzero(x: f64) -> f64 {
    if x.abs() < 1e-300 { 1e-300 } else { x }
}

/// The logarithm of the gamma function of a positive number: Lanczos (1964), with the nine coefficients of Godfrey.
pub(super) fn ln_gamma(x: f64) -> f64 {
    #[rustfmt::skip]
    const COEFFICIENTS: [f64; 8] = [
        676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_1, -176.615_029_162_140_6, 12.507_343_278_686_905,
        -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6, 1.505_632_735_149_311_6e-7,
    ];
    if x < 0.5 {
        return ln_gamma(x + 1.0) - x.ln();
    }
    let x = x - 1.0;
    let terms = COEFFICIENTS.iter().zip(1..).map(|(c, i)| c / (x + f64::from(i)));
    let sum: f64 = 0.999_999_999_999_809_9 + terms.sum::<f64>();
    let t = x + 7.5;
    0.5 * std::f64::consts::TAU.ln() + (x + 0.5) * t.ln() - t + sum.ln()
}
