//! Said `once`: where two rules of one category mark the same words, the graver one speaks for both.

use crate::annotation::Annotation;
use crate::text::Span;

/// How many annotations before one may share its words; a bound, since marks of one place stand together.
const REACH: usize = 8;

/// `annotations`, which stand in the order of their places, without those that a graver one of their category overlaps.
/// One of a rule that is `weighed` stays only where no other rule marks any of its words.
pub(super) fn keep<'p>(annotations: Vec<Annotation<'p>>, weighed: impl Fn(&str) -> bool) -> Vec<Annotation<'p>> {
    let mut kept: Vec<Annotation<'_>> = Vec::with_capacity(annotations.len());
    for annotation in without_weighed(annotations, weighed) {
        let recent = kept.len().saturating_sub(REACH);
        let rival = kept[recent..]
            .iter()
            .rposition(|k| k.category == annotation.category && k.span.overlaps(annotation.span));
        match rival.map(|at| at + recent) {
            Some(at) if weight(&kept[at]) < weight(&annotation) => {
                let wider = kept[at].span;
                let same = kept[at].severity == annotation.severity && wider.contains(annotation.span);
                kept[at] = annotation;
                // As grave, and only better borne out: the words that say more are shown.
                if same {
                    kept[at].span = wider;
                }
            }
            Some(_) => {}
            None => kept.push(annotation),
        }
    }
    kept
}

/// `annotations` without the weighed ones that share words with another.
fn without_weighed<'p>(mut annotations: Vec<Annotation<'p>>, weighed: impl Fn(&str) -> bool) -> Vec<Annotation<'p>> {
    let listed: Vec<Span> = annotations.iter().filter(|a| !weighed(&a.rule)).map(|a| a.span).collect();
    annotations.retain(|a| {
        let after = listed.partition_point(|span| span.start < a.span.end);
        !weighed(&a.rule) || !listed[..after].iter().rev().take(REACH).any(|span| span.overlaps(a.span))
    });
    annotations
}

/// What decides between two marks of the same words: how grave, whether it gives evidence, how much of the text it shows.
fn weight(annotation: &Annotation<'_>) -> (crate::annotation::Severity, bool, u32) {
    (annotation.severity, !annotation.related.is_empty(), annotation.span.len())
}
