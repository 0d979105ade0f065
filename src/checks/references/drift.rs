//! A drift is one mistake that looks like many: a paragraph was put in or taken out after the actions were written, and
//! from there on every number that they cite is one too low. It is claimed only where the paragraphs that the step leads
//! to fit the actions better than those cited, one after the other.

use super::align::{Candidate, Claim};
use super::coverage::statement_name;
use super::evidence::RELATED;
use super::graph::{Drift, State, Suggestion};
use super::judge::Judged;
use super::mention::Pointer;
use super::paragraphs::Paragraphs;
use crate::annotation::Confidence;

/// Largest step that is looked for.
const LARGEST: i32 = 3;
/// Fewest actions in a row that make a drift.
const FEWEST: usize = 3;
/// By how much the words of the paragraph meant must outdo those of the paragraph cited.
const BETTER: f64 = 1.25;

/// One citation of a single number, with the claim made of it.
struct Link<'c> {
    claim: &'c Claim,
    number: &'c str,
}

/// How a step fits one citation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// The paragraph it leads to is evidently better.
    Better,
    /// It is as good; words do not tell.
    Alike,
    /// The one cited is better, or nothing stands there.
    Worse,
}

/// The drifts of `claims`, in reading order, with the citations that evidently miss; none overlaps another.
pub(super) fn drifts(paragraphs: &Paragraphs, claims: &[Claim], judged: &[Judged]) -> Vec<Drift> {
    let links: Vec<Link> = claims.iter().filter_map(|claim| link(claim, judged)).collect();
    let mut found: Vec<Drift> = Vec::new();
    let mut done = 0;
    while done + FEWEST <= links.len() {
        let runs = (-LARGEST..=LARGEST)
            .filter(|&by| by != 0)
            .map(|by| (run(paragraphs, &links[done..], by), by));
        let longest = runs.max_by_key(|&(length, by)| (length, -by.abs()));
        match longest.filter(|&(length, _)| length >= FEWEST) {
            Some((length, by)) => {
                found.push(drift(paragraphs, &links, done..done + length, by, judged));
                done += length;
            }
            None => done += 1,
        }
    }
    found
}

fn link<'c>(claim: &'c Claim, judged: &'c [Judged]) -> Option<Link<'c>> {
    let Pointer::Named { items, .. } = &judged[claim.judged].located.mention.pointer else {
        return None;
    };
    let [only] = items.as_slice() else { return None };
    Some(Link {
        claim,
        number: &only.first.base,
    })
}

/// How many of `links`, from the first, are wrong by the same step: it begins and ends with citations that the step
/// evidently mends, at least [`FEWEST`] actions of them, and most between.
fn run(paragraphs: &Paragraphs, links: &[Link], by: i32) -> usize {
    let (mut better, mut alike, mut whole) = (0, 0, 0);
    let mut last = None;
    for (i, link) in links.iter().enumerate() {
        match fit(paragraphs, link, by) {
            Fit::Better => {
                better += usize::from(last != Some(link.claim.statement));
                last = Some(link.claim.statement);
                whole = i + 1;
            }
            Fit::Alike if i > 0 => alike += 1,
            Fit::Alike | Fit::Worse => break,
        }
        if alike > better.div_ceil(2) {
            break;
        }
    }
    if better >= FEWEST { whole } else { 0 }
}

fn fit(paragraphs: &Paragraphs, link: &Link, by: i32) -> Fit {
    let Some(there) = shifted(paragraphs, link, by) else {
        return Fit::Worse;
    };
    let score = there.shared.score;
    let Some(here) = link.claim.cited.and_then(|rank| candidate(link.claim, rank)) else {
        return if score >= RELATED || there.promises {
            Fit::Better
        } else {
            Fit::Alike
        };
    };
    let told = there.promises || score >= RELATED;
    let words = score >= RELATED && score >= BETTER * here.shared.score;
    let promise = there.promises && !here.promises && score >= here.shared.score;
    match (told, words || promise) {
        (true, true) => Fit::Better,
        (true, false) if score >= here.shared.score && here.promises == there.promises => Fit::Alike,
        _ => Fit::Worse,
    }
}

/// The candidate whose number is `by` more than the one written.
fn shifted<'c>(paragraphs: &Paragraphs, link: &Link<'c>, by: i32) -> Option<&'c Candidate> {
    let rank = paragraphs.rank_of(&stepped(link.number, by)?)?;
    (!paragraphs.is_heading(rank)).then(|| candidate(link.claim, rank)).flatten()
}

fn candidate(claim: &Claim, rank: u32) -> Option<&Candidate> {
    claim.candidates.iter().find(|candidate| candidate.rank == rank)
}

/// `number` with `by` added to its last level, or to its letter.
fn stepped(number: &str, by: i32) -> Option<String> {
    if let (&[letter @ b'a'..=b'z'], Ok(by)) = (number.as_bytes(), i8::try_from(by)) {
        let next = letter.checked_add_signed(by).filter(u8::is_ascii_lowercase)?;
        return Some(char::from(next).to_string());
    }
    // "7.1." before 25, "F" before 5.
    let stem = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &number[stem.len()..];
    let last = digits.parse::<i32>().ok()?.checked_add(by).filter(|&n| n > 0)?;
    // "SG-01" is written with its nought.
    let width = if digits.starts_with('0') { digits.len() } else { 1 };
    Some(format!("{stem}{last:0width$}"))
}

fn drift(paragraphs: &Paragraphs, links: &[Link], run: std::ops::Range<usize>, by: i32, judged: &[Judged]) -> Drift {
    let name = |link: &Link| {
        let statement = &paragraphs.document.statements[link.claim.statement as usize];
        let named = !statement.label.is_empty() || statement.number.is_some();
        if named {
            statement_name(statement)
        } else {
            "this action".to_owned()
        }
    };
    let onwards = links[run.end..]
        .iter()
        .all(|link| judged[link.claim.judged].reference.state != State::Ok);
    let better = links[run.clone()].iter().filter(|link| fit(paragraphs, link, by) == Fit::Better);
    let mended = better.filter_map(|link| {
        let there = shifted(paragraphs, link, by)?;
        Some((link.claim.judged as u32, paragraphs.label(there.rank).to_owned()))
    });
    let (references, targets) = mended.unzip();
    Drift {
        references,
        targets,
        by,
        from: name(&links[run.start]),
        to: (!onwards).then(|| name(&links[run.end - 1])),
    }
}

/// Suggests to each citation of a drift what the others of its run tell, where its own words told too little. Returns the
/// citations whose paragraph promises an answer, with its rank.
pub(super) fn carry(drift: &Drift, paragraphs: &Paragraphs, judged: &mut [Judged]) -> Vec<(usize, u32)> {
    let mut promised = Vec::new();
    for (&at, target) in drift.references.iter().zip(&drift.targets) {
        let reference = &mut judged[at as usize].reference;
        if !reference.suggestions.is_empty() {
            continue;
        }
        let why = format!("{}, and {target} fits better than the number written.", drift.says());
        reference.suggestions.push(Suggestion {
            target: target.clone(),
            confidence: Confidence::Medium,
            why,
        });
        if reference.state == State::Ok {
            reference.state = State::OffTarget;
        }
        promised.extend(
            paragraphs
                .rank_of(target)
                .filter(|&rank| paragraphs.holds_promise(rank))
                .map(|rank| (at as usize, rank)),
        );
    }
    promised
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_taken_on_the_last_level() {
        assert_eq!(stepped("7.1.25", 1).as_deref(), Some("7.1.26"));
        assert_eq!(stepped("14", -2).as_deref(), Some("12"));
        assert_eq!(stepped("4.1", -1), None);
        assert_eq!(stepped("e", 1).as_deref(), Some("f"));
        assert_eq!(stepped("f5", -1).as_deref(), Some("f4"));
        assert_eq!(stepped("sg-09", 1).as_deref(), Some("sg-10"));
        assert_eq!(stepped("sg-01", 1).as_deref(), Some("sg-02"));
    }
}
