//! Weeks of one pregnancy that do not agree with the days between two rows.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::super::remark::Remark;
use super::calendar::{When, days, spoken};
use super::dates::{NUMBER, number_word};
use super::desk::Desk;
use super::scene::Scene;
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::text::Span;

/// "14 weeks pregnant", "at 18 weeks' gestation".
static PREGNANT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = r"(?i)\b((NUMBER) weeks['\x{2019}]? (?:pregnant|gestation|into (?:her|the) pregnancy))";
    Regex::new(&form.replace("NUMBER", NUMBER)).ok()
});

/// Weeks of one pregnancy that do not agree with the days between two rows.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    let mut before: Option<(Date, i32, Span)> = None;
    for row in &scene.timeline.rows {
        let Some(day) = row.when.and_then(When::exact) else { continue };
        for &piece in &row.account {
            let text = desk.words(piece);
            if !text.contains("week") {
                continue;
            }
            let Some(found) = PREGNANT.as_ref().and_then(|pattern| pattern.captures(text)) else {
                continue;
            };
            let (Some(words), Some(weeks)) = (found.get(1), number_word(&found[2]).map(|weeks| weeks as i32)) else {
                continue;
            };
            let span = Span::at(piece.start as usize + words.start(), piece.start as usize + words.end());
            if let Some((earlier, then, other)) = before {
                let passed = days(earlier, day);
                let due = then * 7 + passed;
                if (1..=44 * 7).contains(&due) && passed >= 0 && (due - weeks * 7).abs() > 14 {
                    let message = format!(
                        "On {} it was {then} weeks, which makes it {} weeks here and not {weeks}.",
                        spoken(earlier),
                        due / 7
                    );
                    let said = Remark::new("chronology/age-mismatch", Severity::Low, message, "Which of the two is right?");
                    let related = vec![desk.related(Role::Previous, other, "The weeks given before")];
                    out.push(desk.remark(said.sure(Confidence::Medium), span, related));
                }
            }
            before = Some((day, weeks, span));
        }
    }
}
