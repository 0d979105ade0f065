//! Said `twice`: what a rule of language says of words on which the actions check speaks already. A person is told once;
//! the JSON has both.

use crate::annotation::Annotation;
use crate::text::Span;

/// Groups of language that say of words what the actions check says of the whole action: who is to do it, and when.
const SAID_OF_ACTIONS: [&str; 2] = ["unowned-action", "vague-quantity-time"];

/// How many remarks that begin before some words may reach into them; remarks on actions are a few words long.
const REACH: usize = 8;

/// Where the actions check speaks.
pub(super) struct Twice {
    spans: Vec<Span>,
}

impl Twice {
    pub(super) fn new(annotations: &[Annotation<'_>]) -> Self {
        let of_actions = annotations.iter().filter(|a| a.category == "actions").map(|a| a.span);
        let mut spans: Vec<Span> = of_actions.collect();
        spans.sort_unstable();
        Self { spans }
    }

    /// Whether `annotation` repeats in other words what is said of its action.
    pub(super) fn holds(&self, annotation: &Annotation<'_>) -> bool {
        let after = self.spans.partition_point(|s| s.start < annotation.span.end);
        let near = self.spans[..after].iter().rev().take(REACH);
        SAID_OF_ACTIONS.contains(&annotation.category) && near.into_iter().any(|s| s.overlaps(annotation.span))
    }
}
