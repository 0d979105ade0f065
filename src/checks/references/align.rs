//! To `align` is to pair the actions' citations, in their order, with the paragraphs that they may have meant, in
//! theirs: actions usually follow the order of what they answer, so one pairing of the whole list knows more than
//! each citation alone. Dynamic programming over a band of candidates for each citation.

use super::slip::Slip;
use super::terms::Shared;

/// A paragraph that a citation may have meant.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its place among the document's paragraphs.
    pub(super) rank: u32,
    /// What it shares with the action.
    pub(super) shared: Shared,
    /// Whether it promises an answer.
    pub(super) promises: bool,
    /// Whether another action cites it by its number.
    pub(super) claimed: bool,
    /// Whether another action probably means it.
    pub(super) taken: bool,
    /// How its number may have become the one written, however far off it stands.
    pub(super) slip: Option<Slip>,
}

impl Candidate {
    /// How far it stands from `place`; one step for a slip.
    pub(super) fn apart(&self, place: i64) -> i64 {
        let apart = (i64::from(self.rank) - place).abs();
        if self.slip.is_some() { apart.min(SLIP_APART) } else { apart }
    }
}

/// One citation with its candidates.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    /// Index of the judged reference.
    pub(super) judged: usize,
    /// The statement that cites.
    pub(super) statement: u32,
    /// Where the number stands, or would stand, among the paragraphs.
    pub(super) place: i64,
    /// The paragraph of that number, when it exists.
    pub(super) cited: Option<u32>,
    /// What it may have meant, never many.
    pub(super) candidates: Vec<Candidate>,
}

/// How much each kind of evidence counts, in the currency of one promise.
const SHARED: f64 = 3.0;
const PROMISE: f64 = 1.0;
const TAKEN: f64 = 1.0;
const AS_WRITTEN: f64 = 1.0;
const STEP: f64 = 0.25;
const FARTHEST: i64 = 12;
/// A number that slipped is as likely as one so far off.
const SLIP_APART: i64 = 3;
const BACKWARDS: f64 = 0.75;
const TWICE: f64 = 1.0;
const SAME_DRIFT: f64 = 0.5;
/// A score that is as good as any: nearly two words that stand nowhere else.
const PLENTY: f64 = 1.7;

/// For each claim, the index of the candidate chosen; `None` for a claim without candidates.
pub(super) fn align(claims: &[Claim]) -> Vec<Option<usize>> {
    let mut best: Vec<Vec<(f64, Option<usize>)>> = Vec::with_capacity(claims.len());
    for (i, claim) in claims.iter().enumerate() {
        let before = i.checked_sub(1).map(|p| (&claims[p], &best[p]));
        let row = claim.candidates.iter().map(|candidate| {
            let own = gain(claim, candidate);
            match before {
                Some((previous, scores)) if !scores.is_empty() => {
                    let from = |k: usize| scores[k].0 + transition(previous, &previous.candidates[k], claim, candidate);
                    let choice = (0..scores.len()).max_by(|&a, &b| from(a).total_cmp(&from(b)).then(b.cmp(&a)));
                    choice.map_or((own, None), |k| (own + from(k), Some(k)))
                }
                _ => (own, None),
            }
        });
        best.push(row.collect());
    }
    trace(&best)
}

/// Reads the best chain backwards.
fn trace(best: &[Vec<(f64, Option<usize>)>]) -> Vec<Option<usize>> {
    let mut chosen = vec![None; best.len()];
    let mut next: Option<usize> = None;
    for (i, row) in best.iter().enumerate().rev() {
        let here = next.or_else(|| (0..row.len()).max_by(|&a, &b| row[a].0.total_cmp(&row[b].0).then(b.cmp(&a))));
        chosen[i] = here;
        next = here.and_then(|k| row[k].1);
    }
    chosen
}

fn gain(claim: &Claim, candidate: &Candidate) -> f64 {
    let top = claim.candidates.iter().map(|c| c.shared.score).fold(PLENTY, f64::max);
    let apart = candidate.apart(claim.place).min(FARTHEST);
    let written = claim.cited == Some(candidate.rank);
    let mut gain = SHARED * candidate.shared.score / top - STEP * apart as f64;
    gain += match (candidate.taken && !written, candidate.promises) {
        (true, _) => -TAKEN,
        (false, true) => PROMISE,
        (false, false) => 0.0,
    };
    gain + if written { AS_WRITTEN } else { 0.0 }
}

fn transition(previous: &Claim, from: &Candidate, claim: &Claim, to: &Candidate) -> f64 {
    if to.rank == from.rank {
        return if claim.place == previous.place { 0.0 } else { -TWICE };
    }
    let rises = claim.place >= previous.place;
    let backwards = rises && to.rank < from.rank;
    let drift = i64::from(to.rank) - claim.place;
    let same_drift = drift != 0 && drift == i64::from(from.rank) - previous.place;
    if backwards {
        -BACKWARDS
    } else if same_drift {
        SAME_DRIFT
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(place: i64, candidates: &[(u32, f64, bool)]) -> Claim {
        let candidate = |&(rank, score, promises): &(u32, f64, bool)| Candidate {
            rank,
            shared: Shared {
                score,
                ..Shared::default()
            },
            promises,
            claimed: false,
            taken: false,
            slip: None,
        };
        Claim {
            judged: 0,
            statement: 0,
            place,
            cited: u32::try_from(place).ok(),
            candidates: candidates.iter().map(candidate).collect(),
        }
    }

    #[test]
    fn order_decides_where_words_do_not() {
        let claims = [
            claim(4, &[(4, 0.2, false), (5, 2.0, true)]),
            claim(5, &[(5, 1.0, true), (6, 1.0, true)]),
            claim(8, &[(8, 0.0, false), (9, 2.0, true)]),
        ];
        assert_eq!(align(&claims), [Some(1), Some(1), Some(1)]);
    }
}
