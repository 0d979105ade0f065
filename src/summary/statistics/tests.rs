//! The statistics against what scipy says of the same numbers; `tests/statistics/make.py` made them.

use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Cases {
    poisson: Vec<Poisson>,
    student: Vec<Student>,
    rates: Vec<RateCase>,
    ratios: Vec<RatioCase>,
    quantiles: Vec<Quantiles>,
    percentiles: Vec<Percentile>,
}

#[derive(Deserialize)]
struct Poisson {
    count: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct Student {
    freedom: f64,
    t: f64,
}

#[derive(Deserialize)]
struct RateCase {
    paragraphs: Vec<(u64, u64)>,
    design_effect: f64,
    freedom: f64,
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct RatioCase {
    first: Vec<(u64, u64)>,
    second: Vec<(u64, u64)>,
    log: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct Quantiles {
    lengths: Vec<u32>,
    median: f64,
    ninetieth: f64,
}

#[derive(Deserialize)]
struct Percentile {
    others: Vec<f64>,
    value: f64,
    percentile: f64,
}

fn cases() -> Cases {
    serde_json::from_str(include_str!("../../../tests/statistics/cases.json")).unwrap()
}

#[track_caller]
fn same(ours: f64, theirs: f64) {
    assert!((ours - theirs).abs() <= 1e-6 * theirs.abs().max(1e-3), "{ours} is not {theirs}");
}

fn document(paragraphs: &[(u64, u64)]) -> (Counted, Base) {
    let base = Base::of(paragraphs.iter().map(|&(_, words)| words));
    (Counted::of(paragraphs.iter().copied(), base.words()), base)
}

#[test]
fn limits_of_poisson_counts_are_those_of_scipy() {
    for case in cases().poisson {
        same(poisson_low(case.count), case.low);
        same(poisson_high(case.count), case.high);
    }
    // Garwood's own table, and no event at all.
    same(poisson_high(0.0), 3.688_879_454);
    assert_eq!(poisson_low(0.0), 0.0);
}

#[test]
fn students_t_is_that_of_scipy() {
    for case in cases().student {
        same(two_sided(case.freedom), case.t);
    }
}

#[test]
fn rates_are_those_of_scipy() {
    for case in cases().rates {
        let (counted, base) = document(&case.paragraphs);
        let clustering = counted.clustering(&base).unwrap();
        same(clustering.design_effect, case.design_effect);
        same(clustering.freedom, case.freedom);
        let rate = counted.rate(&base).unwrap();
        let (low, high) = rate.limits.unwrap();
        same(rate.value, case.value);
        same(low, case.low);
        same(high, case.high);
    }
}

#[test]
fn ratios_are_those_of_scipy() {
    for case in cases().ratios {
        let (first, second) = (document(&case.first), document(&case.second));
        let ratio = ratio((&first.0, &first.1), (&second.0, &second.1)).unwrap();
        same(ratio.log, case.log);
        same(ratio.log_limits.0, case.low);
        same(ratio.log_limits.1, case.high);
    }
}

#[test]
fn quantiles_and_percentiles_are_those_of_numpy_and_scipy() {
    for case in cases().quantiles {
        let mut lengths = Lengths::default();
        case.lengths.iter().for_each(|&words| lengths.sentence(words));
        same(lengths.quantile(0.5).unwrap(), case.median);
        same(lengths.quantile(0.9).unwrap(), case.ninetieth);
    }
    for case in cases().percentiles {
        same(percentile(case.value, &case.others).unwrap(), case.percentile);
        assert_eq!(percentile(case.value, &case.others[..19]), None);
    }
    assert_eq!(Lengths::default().quantile(0.5), None);
}

#[test]
fn scattered_words_have_garwoods_interval_and_clustered_ones_a_wider() {
    let scattered: Vec<(u64, u64)> = (0..100).map(|at| (u64::from(at % 10 == 0), 50)).collect();
    let clustered: Vec<(u64, u64)> = (0..100).map(|at| (if at % 50 == 0 { 5 } else { 0 }, 50)).collect();
    let limits = |paragraphs: &[(u64, u64)]| {
        let (counted, base) = document(paragraphs);
        counted.rate(&base).unwrap().limits.unwrap()
    };
    same(limits(&scattered).0, poisson_low(10.0) / 5.0);
    same(limits(&scattered).1, poisson_high(10.0) / 5.0);
    assert!(limits(&clustered).0 < limits(&scattered).0 && limits(&clustered).1 > limits(&scattered).1);
}

#[test]
fn too_little_has_no_rate_and_one_paragraph_no_interval() {
    let rate = |paragraphs: &[(u64, u64)]| {
        let (counted, base) = document(paragraphs);
        counted.rate(&base)
    };
    assert_eq!(rate(&[(4, 600), (0, 600)]), None);
    assert_eq!(rate(&[(4, 500), (4, 499)]), None);
    assert!(rate(&[(4, 600), (1, 600)]).unwrap().limits.is_some());
    let one = rate(&[(8, 2_000)]).unwrap();
    assert_eq!((one.value, one.limits), (4.0, None));
    let (nothing, base) = document(&[(0, 5_000), (0, 5_000)]);
    assert_eq!(ratio((&nothing, &base), (&nothing, &base)), None);
}

#[test]
fn sums_of_parts_are_the_sums_of_the_whole() {
    let parts: [&[(u64, u64)]; 2] = [&[(2, 900), (0, 40), (4, 7)], &[(1, 300), (0, 20)]];
    let (mut counted, mut base) = document(parts[0]);
    let (more, more_base) = document(parts[1]);
    counted.add(&more);
    base.add(&more_base);
    let (whole, whole_base) = document(&parts.concat());
    assert_eq!((counted.paragraphs, base.paragraphs), (whole.paragraphs, whole_base.paragraphs));
    assert_eq!(base.documents.clusters, 2);
}

#[test]
fn documents_that_differ_widen_the_interval_from_ten_on() {
    let set = |documents: u64| {
        let (mut counted, mut base) = (Counted::default(), Base::default());
        for at in 0..documents {
            // The even ones are full of it, the odd ones free of it: every paragraph alike.
            let paragraphs = vec![(if at % 2 == 0 { 1 } else { 0 }, 100); 40];
            let (more, more_base) = document(&paragraphs);
            counted.add(&more);
            base.add(&more_base);
        }
        counted.rate(&base).unwrap().design_effect.unwrap()
    };
    assert_eq!(set(9), 1.0);
    assert!(set(10) > 20.0);
}
