//! The `size` of an action is how many undertakings it holds.

use super::super::super::remark::Remark;
use super::super::doer::doers;
use super::Remarker;
use crate::annotation::{Annotation, Confidence, Severity};
use crate::document::{PartRole, is_order};

/// From this many words on, an action with several undertakings is hard to close.
const LONG: usize = 60;

/// So many orders in a row are several actions, however short.
const ORDERS: usize = 4;

impl Remarker<'_> {
    pub(super) fn compound(&self) -> Option<Annotation<'static>> {
        let texts: Vec<&str> = self.spans(PartRole::Body).map(|span| self.document.fold.slice(span)).collect();
        let words: usize = texts.iter().map(|text| text.split(' ').count()).sum();
        let given: usize = texts.iter().map(|text| doers(text).len()).sum();
        let ordered: usize = texts.iter().map(|text| orders(text)).sum();
        if (words < LONG || given < 2) && ordered < ORDERS {
            return None;
        }
        let undertakings = given.max(ordered);
        let message = format!(
            "{} holds at least {undertakings} undertakings in {words} words, so that it is hard to say when it is done.",
            self.name()
        );
        let remark = Remark::new(
            "actions/compound",
            Severity::Low,
            message,
            "Could each undertaking be an action of its own?",
        );
        Some(self.annotation(remark.sure(Confidence::Medium), self.head(), Vec::new()))
    }
}

/// How many clauses of `text` open with an order: "Write the form; train the staff; audit it".
fn orders(text: &str) -> usize {
    let clauses = text
        .split(['.', ';', ','])
        .map(|clause| clause.trim_start().trim_start_matches("and ").trim_start_matches("to "));
    clauses
        .filter(|clause| clause.split(' ').next().is_some_and(is_order) && clause.contains(' '))
        .count()
}

#[cfg(test)]
mod tests {
    use super::orders;

    #[test]
    fn orders_in_a_row_are_counted() {
        assert_eq!(orders("Write the form; train the staff, audit it and publish the result."), 3);
        assert_eq!(orders("Review the form; train the staff; audit the files; publish the result."), 4);
        assert_eq!(orders("Review plans, reports, letters and minutes."), 1);
    }
}
