//! A `stretch` of time is what two dates set that stand together, "between 3 May and 7 June 2019": the first may leave its
//! year to the second.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::desk::Desk;
use super::scene::Prose;
use crate::text::Span;

/// "between May and", right before a month with its year.
static MONTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(between|from) (?:the (?:end|start|beginning|middle) of )?(january|february|march|april|may|june|july|august|september|october|november|december) (and|to|until)(?: the (?:end|start|beginning|middle) of)?$",
    )
    .ok()
});

/// Words that make an end of a month of it: counted whole, it leaves nothing out.
const PARTS: [&str; 5] = [" the end of", " the start of", " the beginning of", " the middle of", " the"];

/// Bytes before a date in which the words stand that make it the end of a stretch.
const LEAD: usize = 64;

/// The first and the last day of the stretch that `dates`, those of one sentence, begin with, and where its first date begins.
pub(super) fn first_of(desk: Desk<'_>, dates: &[Prose]) -> Option<(Date, Date, u32)> {
    let first = dates.first().filter(|it| it.running)?;
    let block = desk.document.blocks[first.block].body.start as usize;
    // The words that lead to the date are few, its block may be the whole document.
    let from = (first.span.start as usize).saturating_sub(LEAD).max(block);
    let from = desk.document.fold.text.ceil_char_boundary(from);
    let head = desk.words(Span::at(from, first.span.start as usize)).trim_end().to_lowercase();
    if let Some(found) = MONTH.as_ref().and_then(|pattern| pattern.captures(&head)) {
        let to = first.written.when.filter(|_| first.written.dated)?;
        let name = found.get(2)?;
        let month = crate::document::dates::MONTHS
            .iter()
            .position(|it| it.eq_ignore_ascii_case(name.as_str()))? as i8
            + 1;
        let paired = (&found[1] == "between") == (&found[3] == "and");
        let own = Date::new(to.first.year(), month, 1).ok().filter(|_| paired)?;
        return (own <= to.last).then_some((own, to.last, (from + name.start()) as u32));
    }
    // "between May and October 2017", read as one.
    let whole = first
        .written
        .when
        .filter(|when| first.written.dated && when.first.first_of_month() != when.last.first_of_month());
    let words = desk.words(first.span).to_lowercase();
    if let Some(whole) =
        whole.filter(|_| head.ends_with("between") && words.contains(" and ") || head.ends_with("from") && !words.contains(" and "))
    {
        return Some((whole.first, whole.last, first.span.start));
    }
    let second = dates.get(1)?;
    let between = desk
        .words(Span::new(first.span.end.min(second.span.start), second.span.start))
        .trim();
    let between = PARTS.iter().find_map(|part| between.strip_suffix(part)).unwrap_or(between);
    let (head, between) = (without_hour(&head), without_hour(between));
    let head = PARTS.iter().find_map(|part| head.strip_suffix(part)).unwrap_or(head);
    let led = head.ends_with("between") && between == "and" || head.ends_with("from") && ["to", "until", "up to"].contains(&between);
    let to = second.written.when?;
    // "between 5 March and 16 April 2019"
    let lent = || {
        let (month, day) = first
            .written
            .parts
            .filter(|_| first.written.flaw.is_none() && second.written.dated)?;
        Date::new(to.first.year(), month, day).ok()
    };
    let from = first.written.when.map(|when| when.first).or_else(lent)?;
    (led && from <= to.last).then_some((from, to.last, first.span.start))
}

/// "between 19:30 on" without the hour.
fn without_hour(words: &str) -> &str {
    let Some(rest) = words.strip_suffix(" on") else { return words };
    let (head, hour) = rest.rsplit_once(' ').unwrap_or(("", rest));
    if super::hours::opening(hour).is_some_and(|found| found.range.len() == hour.len()) {
        head
    } else {
        words
    }
}
