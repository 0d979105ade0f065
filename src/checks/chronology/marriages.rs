//! A marriage lasts from the day it is told of to the death of one of the two.

use std::sync::LazyLock;

use regex::Regex;

use super::deaths::{self, Death};
use super::desk::Desk;
use super::lengths::{End, Length, measured, pattern};
use super::scene::Scene;
use crate::annotation::Annotation;
use crate::text::Span;

/// "had been married for 43 years", "were man and wife for nine years".
static LASTED: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"\b(?:been|were) (?:married|man and wife|husband and wife)(?: to [A-Z]\w+)? for #"));

/// Years of a marriage that its two ends do not bear out.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, deaths: &[Death], out: &mut Vec<Annotation<'static>>) {
    let Some(death) = deaths::of(deaths, None) else { return };
    for (at, sentence) in desk.document.sentences.iter().enumerate() {
        let words = desk.words(sentence.span);
        if !words.contains(" for ") || !words.contains("years") {
            continue;
        }
        let found = LASTED.as_ref().and_then(|pattern| pattern.captures(words));
        let Some((found, length)) = found.as_ref().and_then(|found| Some((found, Length::of(found)?))) else {
            continue;
        };
        let (Some(count), Some(unit), Some(begun)) = (found.name("count"), found.name("units"), begun(desk, scene, at)) else {
            continue;
        };
        let base = sentence.span.start as usize;
        let marked = Span::at(base + count.start(), base + unit.end());
        let end = End {
            first: death.when.first,
            last: death.when.last,
            span: begun.span,
        };
        out.extend(measured(desk, (begun, end), length, marked));
    }
}

/// The day of the marriage, told in sentence `at` or the one before.
fn begun(desk: Desk<'_>, scene: &Scene<'_>, at: usize) -> Option<End> {
    let from = scene.prose.partition_point(|it| it.sentence + 1 < at);
    let near = scene.prose[from..].iter().take_while(|it| it.sentence <= at);
    let married = |it: &&super::scene::Prose| {
        let start = desk
            .document
            .sentences
            .get(it.sentence)
            .map_or(it.span.start, |s| s.span.start.min(it.span.start));
        let head = desk.words(Span::new(start, it.span.start)).to_lowercase();
        let head = head.trim_end();
        [
            "married on",
            "married in",
            "married in the",
            "married in the spring of",
            "wedding on",
        ]
        .iter()
        .any(|lead| head.ends_with(lead))
    };
    let it = near.into_iter().find(married)?;
    let when = it.written.when?;
    Some(End {
        first: when.first,
        last: when.last,
        span: it.span,
    })
}
