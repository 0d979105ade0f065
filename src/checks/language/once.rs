//! Said `once`: where two rules of one category mark the same words, the graver one speaks for both.

use crate::annotation::Annotation;
use crate::text::Span;

/// How many annotations before one may share its words; a bound, since marks of one place stand together.
const REACH: usize = 8;

/// `annotations`, which stand in the order of their places, without those that a graver one of their category overlaps.
/// One of a rule that is `weighed` stays only where no other rule marks any of its words.
pub(super) fn keep<'p>(annotations: Vec<Annotation<'p>>, weighed: impl Fn(&str) -> bool) -> Vec<Annotation<'p>> {
    let mut all = without_weighed(annotations, weighed);
    // They are large and may be many: those that are kept move to the front, and no second list of them is made.
    let mut kept = 0_usize;
    for next in 0..all.len() {
        let recent = kept.saturating_sub(REACH);
        let rival = all[recent..kept]
            .iter()
            .rposition(|k| k.category == all[next].category && k.span.overlaps(all[next].span));
        match rival.map(|at| at + recent) {
            Some(at) if weight(&all[at]) < weight(&all[next]) => {
                let wider = all[at].span;
                let same = all[at].severity == all[next].severity && wider.contains(all[next].span);
                all.swap(at, next);
                // As grave, and only better borne out: the words that say more are shown.
                if same {
                    all[at].span = wider;
                }
            }
            Some(_) => {}
            None => {
                all.swap(kept, next);
                kept += 1;
            }
        }
    }
    all.truncate(kept);
    all
}

/// `annotations` without the weighed ones that share words with another.
fn without_weighed<'p>(mut annotations: Vec<Annotation<'p>>, weighed: impl Fn(&str) -> bool) -> Vec<Annotation<'p>> {
    let listed: Vec<Span> = annotations.iter().filter(|a| !weighed(a.rule)).map(|a| a.span).collect();
    annotations.retain(|a| {
        let after = listed.partition_point(|span| span.start < a.span.end);
        !weighed(a.rule) || !listed[..after].iter().rev().take(REACH).any(|span| span.overlaps(a.span))
    });
    annotations
}

/// What decides between two marks of the same words: how grave, whether it gives evidence, how much of the text it shows.
fn weight(annotation: &Annotation<'_>) -> (crate::annotation::Severity, bool, u32) {
    (annotation.severity, !annotation.related.is_empty(), annotation.span.len())
}
