//! Said `once`: where two rules of one category mark the same words, the graver one speaks for both.

use crate::annotation::Annotation;

/// How many annotations before one may share its words; a bound, since marks of one place stand together.
const REACH: usize = 8;

/// `annotations`, which stand in the order of their places, without those that a graver one of their category overlaps.
pub(super) fn keep(annotations: Vec<Annotation<'_>>) -> Vec<Annotation<'_>> {
    let mut kept: Vec<Annotation<'_>> = Vec::with_capacity(annotations.len());
    for annotation in annotations {
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

/// What decides between two marks of the same words: how grave, whether it gives evidence, how much of the text it shows.
fn weight(annotation: &Annotation<'_>) -> (crate::annotation::Severity, bool, u32) {
    (annotation.severity, !annotation.related.is_empty(), annotation.span.len())
}
