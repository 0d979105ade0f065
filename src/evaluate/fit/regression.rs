//! A `regression` finds the weights under which what is true is likeliest, and few weights are not nought: logistic
//! regression with a lasso penalty, one coordinate at a time within a trust region (Genkin, Lewis and Madigan, Large-scale
//! Bayesian logistic regression for text categorization, Technometrics 49, 2007).

use super::features::{Data, Feature};

/// Rounds over all coordinates.
const ROUNDS: usize = 40;

/// The features of `data` that weigh anything, with their weights, in natural logits.
pub(super) fn fit(data: &Data, penalty: f64) -> Vec<(Feature, f64)> {
    let mut margins = vec![0.0; data.truths.len()];
    let mut weights = vec![0.0; data.columns.len()];
    let mut regions = vec![1.0; data.columns.len()];
    for _ in 0..ROUNDS {
        for (at, column) in data.columns.iter().enumerate() {
            let step = step(column, data, &margins, (weights[at], regions[at]), penalty);
            if step != 0.0 {
                weights[at] += step;
                column
                    .iter()
                    .for_each(|&(row, much)| margins[row as usize] += sign(data, row) * step * f64::from(much));
            }
            regions[at] = f64::max(2.0 * f64::abs(step), regions[at] / 2.0);
        }
    }
    let all = data.features.iter().copied().zip(weights);
    all.filter(|(_, weight)| *weight != 0.0).collect()
}

/// 1 for what is true, -1 for what is not.
fn sign(data: &Data, row: u32) -> f64 {
    if data.truths[row as usize] { 1.0 } else { -1.0 }
}

/// How far one weight moves. It never crosses nought in one step.
fn step(column: &[(u32, f32)], data: &Data, margins: &[f64], (weight, region): (f64, f64), penalty: f64) -> f64 {
    let (mut slope, mut bend) = (0.0, 0.0);
    for &(row, much) in column {
        let (much, margin, times) = (f64::from(much), margins[row as usize], data.times[row as usize]);
        slope += times * much * sign(data, row) / (1.0 + margin.exp());
        let reach = region * much;
        bend += times
            * much
            * much
            * if margin.abs() <= reach {
                0.25
            } else {
                1.0 / (2.0 + (margin.abs() - reach).exp() + (reach - margin.abs()).exp())
            };
    }
    let toward = |sign: f64| (slope - penalty * sign) / bend;
    let wish = if weight == 0.0 {
        // Only a slope steeper than the penalty moves a weight from nought.
        if toward(1.0) > 0.0 { toward(1.0) } else { toward(-1.0).min(0.0) }
    } else {
        let step = toward(weight.signum());
        if (weight + step) * weight < 0.0 { -weight } else { step }
    };
    wish.clamp(-region, region)
}

#[cfg(test)]
mod tests {
    use super::super::features::Slot;
    use super::*;

    #[test]
    fn what_tells_weighs_and_what_does_not_weighs_nothing() {
        let rows: Vec<u32> = (0..200).collect();
        let feature = |stem| Feature {
            slot: Slot::Before,
            stems: (stem, 0),
        };
        let column = |of: fn(u32) -> bool| rows.iter().filter(|row| of(**row)).map(|&row| (row, 1.0)).collect();
        let data = Data {
            features: (0..3).map(feature).collect(),
            columns: vec![column(|row| row % 2 == 0), column(|row| row % 4 < 2), column(|_| true)],
            times: vec![1.0; 200],
            truths: rows.iter().map(|row| row % 2 == 0 && row % 10 != 0).collect(),
        };
        let weights = fit(&data, 1.0);
        let of = |stem: u32| weights.iter().find(|(f, _)| f.stems.0 == stem).map_or(0.0, |(_, weight)| *weight);
        assert!(of(0) > 3.0 && of(1).abs() < 0.2 && of(2) < -2.0, "{weights:?}");
    }
}
