//! The `evidence` that a citation missed: words shared with another paragraph and not with the one cited, a promise that
//! nobody else answers, the place in the order. Each question here weighs it for one claim.

use super::align::{Candidate, Claim};
use super::slip::Slip;
use super::terms::Shared;
use crate::annotation::Confidence;

/// A score that two passages on different matters do not reach: most of one word that stands nowhere else.
pub(super) const RELATED: f64 = 1.05;
/// A score that only passages on the same matter reach: two such words.
pub(super) const CLOSE: f64 = 1.9;
/// A score that is as good as none.
pub(super) const NOTHING: f64 = 0.2;
/// From this share of right citations on, citing a paragraph that promises is the document's custom.
pub(super) const CUSTOMARY: f64 = 0.5;

/// Whether a citation of an existing paragraph evidently missed, and how surely.
pub(super) fn misses(claim: &Claim, meant: &Candidate, written: &Candidate, custom: f64) -> Option<Confidence> {
    let (there, here) = (&meant.shared, &written.shared);
    let apart = meant.apart(claim.place);
    let clearly = there.score >= CLOSE && there.score >= 2.0 * here.score;
    if overwhelming(claim, false).is_some_and(|at| claim.candidates[at].rank == meant.rank) {
        return Some(if meant.promises && !meant.taken {
            Confidence::High
        } else {
            Confidence::Medium
        });
    }
    // A promise alone does not keep a citation that has nothing of its matter.
    if written.promises && clearly && here.score < NOTHING && apart <= 2 && !meant.taken {
        return Some(Confidence::Medium);
    }
    if written.promises {
        return (meant.promises && !meant.taken && clearly && apart <= 3).then_some(Confidence::Medium);
    }
    if !meant.promises && is_alone_on_the_matter(meant, written) && apart <= 2 {
        return Some(Confidence::Low);
    }
    if !meant.promises && is_left_to_another(meant, written) && apart <= 1 {
        return Some(Confidence::Low);
    }
    if !meant.promises {
        return (there.score >= 1.5 * CLOSE && there.score >= 4.0 * here.score && here.score < RELATED && apart <= 3)
            .then_some(Confidence::Low);
    }
    if meant.taken {
        return None;
    }
    if clearly || (there.score >= RELATED && there.score >= 1.25 * here.score && apart <= 3) {
        return Some(if clearly { Confidence::High } else { Confidence::Medium });
    }
    let beside = apart == 1 && custom >= CUSTOMARY;
    (beside && there.score >= RELATED && is_alike(there, here)).then_some(Confidence::Medium)
}

/// What `claim` evidently means whatever other actions mean: a neighbour that shares far more with it than any two passages do by
/// chance, where what is cited shares next to nothing; or, where the number leads nowhere, the best by far.
pub(super) fn overwhelming(claim: &Claim, broken: bool) -> Option<usize> {
    let score = |at: &usize| claim.candidates[*at].shared.score;
    let written = claim.candidates.iter().position(|c| claim.cited == Some(c.rank));
    let mut others: Vec<usize> = (0..claim.candidates.len()).filter(|&at| Some(at) != written).collect();
    others.sort_by(|a, b| score(b).total_cmp(&score(a)).then(a.cmp(b)));
    let (best, next) = (*others.first()?, others.get(1).map_or(0.0, score));
    let here = written.as_ref().map_or(0.0, score);
    let meant = &claim.candidates[best];
    let stands_out = meant.shared.pair && meant.shared.score >= 2.0 * next;
    let enough = if broken {
        meant.shared.score >= 1.5 * CLOSE && (here < RELATED || meant.shared.score >= 2.0 * here)
    } else {
        meant.apart(claim.place) <= 1 && meant.shared.score >= 3.0 * CLOSE && meant.shared.score >= 5.0 * here
    };
    (stands_out && enough).then_some(best)
}

/// Whether the paragraph cited shares nothing rare with the action, and the neighbour a rare pair of words.
fn is_alone_on_the_matter(meant: &Candidate, written: &Candidate) -> bool {
    !meant.taken && written.shared.score < NOTHING && meant.shared.score >= RELATED && meant.shared.pair
}

/// Whether the paragraph cited shares nothing rare with the action and is meant by another one, while nobody cites the
/// neighbour, which is on the same matter.
fn is_left_to_another(meant: &Candidate, written: &Candidate) -> bool {
    let free = !meant.taken && !meant.claimed;
    free && (written.taken || written.claimed) && written.shared.score < NOTHING && meant.shared.score >= RELATED
}

/// The paragraph right beside the cited one that promises what nobody answers, on the same matter, though the cited one
/// fits as well: too little to call the citation wrong, enough to tell the promise who may have meant it.
pub(super) fn next_door(claim: &Claim) -> Option<u32> {
    let written = claim
        .candidates
        .iter()
        .find(|c| claim.cited == Some(c.rank))
        .filter(|c| !c.promises)?;
    let beside = claim
        .candidates
        .iter()
        .filter(|c| c.rank.abs_diff(written.rank) == 1 && c.promises && !c.claimed && !c.taken);
    let alike = beside.filter(|c| c.shared.score >= CLOSE && is_alike(&c.shared, &written.shared));
    alike.max_by(|a, b| a.shared.score.total_cmp(&b.shared.score)).map(|c| c.rank)
}

/// Whether the promising neighbour shares about as much as the paragraph cited.
fn is_alike(there: &Shared, here: &Shared) -> bool {
    there.score >= 0.6 * here.score
}

/// Whether a candidate is good enough to stand in for a number that leads nowhere or to a heading.
pub(super) fn replaces(claim: &Claim, meant: &Candidate) -> Option<Confidence> {
    let apart = meant.apart(claim.place);
    match (meant.promises, meant.taken, meant.shared.score) {
        (true, false, score) if score >= CLOSE && (meant.shared.pair || score >= 1.5 * CLOSE) => Some(Confidence::High),
        (true, false, score) if score >= RELATED => Some(Confidence::Medium),
        (_, _, score) if score >= CLOSE => Some(Confidence::Medium),
        (_, _, score) if score >= RELATED && (apart <= 2 || meant.slip.is_some_and(Slip::is_plain)) => Some(Confidence::Low),
        _ => None,
    }
}
