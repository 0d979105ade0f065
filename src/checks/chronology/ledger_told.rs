//! What the text tells of a ledger: how many of its cases fall in a month or come from one source, and how long one of them waited.

use std::sync::LazyLock;

use regex::Regex;

use super::super::remark::Remark;
use super::calendar::{Precision, When};
use super::dates::{NUMBER, number_word};
use super::desk::Desk;
use super::ledger::{Field, Ledger};
use super::lengths::{End, Length, measured, pattern};
use super::points::place;
use super::scene::{Prose, Scene};
use super::terms::stem;
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::text::Span;

/// "four were", "Of the twelve children, four were", "five of the eight", "four referrals".
static COUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = r"(?i)(?:^|, |^of the [a-z]+ [a-z]+, |: )(?P<count>NUMBER)(?: of (?:the|these|those) (?P<all>NUMBER)?(?: ?(?P<noun>[a-z]+))?| (?:children|cases|files|referrals|adults|people|babies|infants|of them))? (?P<verb>were|was|came|had|fell)\b";
    Regex::new(&form.replace("NUMBER", NUMBER)).ok()
});
/// "six weeks after the referral", "four days after he was referred".
static AFTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(r"\b#(?P<after>,? after (?:the |his |her |their |being |it was |he was |she was |they were )(?P<thing>[a-z]{4,}))")
});

/// Counts and lengths that the cases do not bear out.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, ledgers: &[Ledger], out: &mut Vec<Annotation<'static>>) {
    let [ledger] = ledgers else { return };
    for (at, sentence) in desk.document.sentences.iter().enumerate() {
        let block = &desk.document.blocks[sentence.block as usize];
        let words = desk.words(sentence.span);
        let in_ledger = ledger
            .cases
            .iter()
            .flatten()
            .flatten()
            .any(|field| sentence.span.contains(field.span));
        if block.cell.is_some() || in_ledger || words.len() > super::reach::LONGEST {
            continue;
        }
        let dates: Vec<&Prose> = scene.prose.iter().filter(|it| it.sentence == at).collect();
        out.extend(in_month(desk, ledger, (sentence.span, &dates)));
        out.extend(from_source(desk, ledger, sentence.span));
        out.extend(waited(desk, ledger, (sentence.span, &dates)));
    }
}

/// The column of days whose name's stem a word of `words` has.
fn spoken_column(ledger: &Ledger, words: &str) -> Option<usize> {
    let stems: Vec<String> = words.split(|c: char| !c.is_alphabetic()).map(root).collect();
    let named = |column: &usize| {
        ledger.titles[*column]
            .split(|c: char| !c.is_alphabetic())
            .any(|title| title.len() > 3 && stems.iter().any(|it| *it == root(title)))
    };
    let mut columns = ledger.days().into_iter().filter(named);
    columns.next().filter(|_| columns.next().is_none())
}

/// "referr" of "referred", "referral" and "referrals"; "visit" of "visited".
fn root(word: &str) -> String {
    let lower = word.to_lowercase();
    let bare = stem(&lower);
    let bare = ["als", "al", "ed", "s"]
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .unwrap_or(bare);
    bare.trim_end_matches('e').to_owned()
}

/// "Four were referred in March 2024": the cases whose day lies in the month.
fn in_month(desk: Desk<'_>, ledger: &Ledger, (span, dates): (Span, &[&Prose])) -> Option<Annotation<'static>> {
    let [only] = dates else { return None };
    let when = only.written.when.filter(|when| when.precision == Precision::Month)?;
    let words = desk.words(span);
    let found = COUNT.as_ref()?.captures(words)?;
    let counted = number_word(&found["count"])? as usize;
    let column = spoken_column(ledger, &words[found.get(0)?.end()..])?;
    let within = |day: jiff::civil::Date| when.first <= day && day <= when.last;
    let matching: Vec<&Field> = (0..ledger.cases.len())
        .filter_map(|case| ledger.at(case, column))
        .filter(|field| field.day.is_some_and(within))
        .collect();
    let undated = (0..ledger.cases.len()).filter(|&case| ledger.day(case, column).is_none()).count();
    let fits = (matching.len()..=matching.len() + undated).contains(&counted);
    (!fits).then(|| remark(desk, span, &found, &matching))
}

/// "Five of the eight came from a visit form": the cases whose field holds those words.
fn from_source(desk: Desk<'_>, ledger: &Ledger, span: Span) -> Option<Annotation<'static>> {
    let words = desk.words(span);
    let found = COUNT.as_ref()?.captures(words)?;
    let counted = number_word(&found["count"])? as usize;
    let all = found.name("all").and_then(|all| number_word(all.as_str())).map(|all| all as usize);
    if all != Some(ledger.cases.len()) {
        return None;
    }
    let tail = words[found.get(0)?.end()..].to_lowercase();
    let clause = tail.split([',', ';', ':']).next().unwrap_or_default();
    if [" not ", " no ", " or ", " and "].iter().any(|word| clause.contains(word)) {
        return None;
    }
    let values = |column: usize| (0..ledger.cases.len()).filter_map(move |case| ledger.at(case, column));
    let held = |column: &usize| {
        let value = values(*column)
            .map(|field| field.words.to_lowercase())
            .find(|value| value.len() > 3 && clause.contains(value.as_str()))?;
        let matching: Vec<&Field> = values(*column).filter(|field| field.words.to_lowercase() == value).collect();
        (matching.len() > 1).then_some(matching)
    };
    let matching = (1..ledger.titles.len()).find_map(|column| held(&column))?;
    (matching.len() != counted).then(|| remark(desk, span, &found, &matching))
}

/// "In File 5 the child was first seen six weeks after the referral": between two days of the case.
fn waited(desk: Desk<'_>, ledger: &Ledger, (span, dates): (Span, &[&Prose])) -> Option<Annotation<'static>> {
    let words = desk.words(span);
    if !dates.is_empty() || !words.contains(" after ") {
        return None;
    }
    let case = case_named(ledger, words)?;
    let found = AFTER.as_ref()?.captures(words)?;
    let first = spoken_column(ledger, &found["thing"])?;
    let head = &words[..found.name("count")?.start()];
    let second = spoken_column(ledger, head).filter(|second| *second != first)?;
    let end = |column: usize| {
        let field = ledger.at(case, column)?;
        End::of(When::day(field.day?), field.span)
    };
    measured(desk, (end(first)?, end(second)?), Length::of(&found)?, place(span.start, &found))
}

/// The case that words name by its label: "File 5", "Child 04", "Case C".
fn case_named(ledger: &Ledger, words: &str) -> Option<usize> {
    let title = ledger
        .titles
        .first()
        .filter(|title| title.chars().all(char::is_alphabetic) && title.len() > 2)?;
    let lower = words.to_lowercase();
    let mut labels = lower.match_indices(title.as_str()).filter_map(|(at, _)| {
        let rest = lower[at + title.len()..].strip_prefix(' ')?;
        let label = rest
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .filter(|label| !label.is_empty())?;
        (0..ledger.cases.len()).find(|&case| ledger.at(case, 0).is_some_and(|field| field.words.eq_ignore_ascii_case(label)))
    });
    labels.next().filter(|_| labels.next().is_none())
}

fn remark(desk: Desk<'_>, span: Span, found: &regex::Captures<'_>, matching: &[&Field]) -> Annotation<'static> {
    let message = format!("The text counts {}; in the table it is {}.", &found["count"], matching.len());
    let said = Remark::new(
        "chronology/count-mismatch",
        Severity::Medium,
        message,
        "Which are meant, and is a row wrong?",
    )
    .sure(Confidence::Medium);
    let marked = found
        .name("count")
        .map_or(0..0, |it| it.start()..found.get(0).map_or(it.end(), |whole| whole.end()));
    let marked = Span::at(span.start as usize + marked.start, span.start as usize + marked.end);
    let related = matching
        .iter()
        .take(12)
        .map(|field| desk.related(Role::Evidence, field.span, "A row that matches"));
    desk.remark(said, marked, related.collect())
}
