//! To `forbid` is to say what somebody is to leave off: "Dad not to come". That is an undertaking, and no denial.

use super::passage::{Passage, tail, words, words_back};
use super::polarity::SUBJECT;
use super::voice::quotation;
use crate::document::Setting;
use crate::text::Span;

/// Whether the denial is what somebody is to leave off ("Dad not to come", "ensure that they do not witness"): in a plan
/// that is an undertaking, and what is left off is spoken of.
pub(super) fn is_forbidden(cue: Span, passage: &Passage<'_>) -> bool {
    let agreed = matches!(passage.holder().setting, Setting::Plan | Setting::Minutes | Setting::Recommendation);
    if !agreed && quotation(passage).is_none() {
        return false;
    }
    let said = passage.slice(cue);
    if !(said.eq_ignore_ascii_case("not") || said.eq_ignore_ascii_case("never")) {
        return false;
    }
    let before = tail(passage.between(passage.sentence.start, cue.start), SUBJECT);
    let clause = before.rsplit([';', ':', ',']).next().unwrap_or_default();
    let mut back = words_back(clause);
    let previous = back.next().unwrap_or_default();
    let subject = back.next().unwrap_or_default();
    let told = words(passage.between(cue.end, passage.sentence.end)).next() == Some("to");
    let undertaken = words_back(clause).take(8).any(is_assuring);
    // "Mother to not allow him", "Ms L will be at home and not let him in".
    let to_leave = previous == "to" && is_person(subject);
    let also = previous == "and" && words_back(clause).any(|word| word == "will");
    undertaken || told && is_person(previous) || previous == "will" && is_family(subject) || to_leave || also
}

/// Whether `word` undertakes: "ensure", "agreed".
fn is_assuring(word: &str) -> bool {
    const ASSURING: [&str; 9] = [
        "ensure",
        "ensures",
        "ensuring",
        "sure",
        "agree",
        "agrees",
        "agreed",
        "promised",
        "undertook",
    ];
    ASSURING.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn is_person(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || is_family(word)
}

fn is_family(word: &str) -> bool {
    const FAMILY: [&str; 11] = [
        "mum", "dad", "mother", "father", "parents", "parent", "couple", "both", "he", "she", "they",
    ];
    FAMILY.iter().any(|known| word.eq_ignore_ascii_case(known))
}
