//! A headed narrative is one told under headings that are months or years: "January 2020", "2019".

use jiff::civil::Date;

use super::super::remark::Remark;
use super::calendar::{Precision, When, days, spoken};
use super::dates::{Known, lead};
use super::desk::Desk;
use super::scene::{Prose, Scene};
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::document::Document;

/// Words of a heading that is a month or a year, its own number left out.
const WORDS: usize = 4;

/// Whether the document is told so: one month alone at its head is the paper's own date.
pub(super) fn is_series(document: &Document) -> bool {
    let headings = document.blocks.iter().filter(|block| block.level > 0);
    let told: std::collections::HashSet<_> = headings
        .map(|block| given(document.fold.slice(block.body)))
        .filter_map(|known| Some((known.year?, known.month)))
        .collect();
    told.len() > 1
}

/// What the heading of a block gives to the dates of its prose: a year, and the month when it is one.
pub(super) fn known(document: &Document, block: usize) -> Known {
    let section = document.blocks[block].section.and_then(|at| document.blocks.get(at as usize));
    section.map_or(Known::default(), |heading| given(document.fold.slice(heading.body)))
}

/// Fewest months among the headings of a story that is told month by month.
const FEWEST: usize = 3;

/// The months, each with its year, that are headings of `document`, in reading order; none when they are few.
fn months(document: &Document) -> Vec<(i16, i8)> {
    let headings = document.blocks.iter().filter(|block| block.level > 0);
    let known = headings.map(|block| given(document.fold.slice(block.body)));
    let months: Vec<_> = known.filter_map(|known| known.year.zip(known.month)).collect();
    if months.len() < FEWEST { Vec::new() } else { months }
}

/// Gives a day and a month without a year the year of the one heading that is its month.
pub(super) fn lend_years(document: &Document, prose: &mut [Prose]) {
    let months = months(document);
    for it in prose.iter_mut().filter(|it| it.written.when.is_none() && it.written.flaw.is_none()) {
        let Some((month, day)) = it.written.parts else { continue };
        let mut years = months.iter().filter(|it| it.1 == month).map(|it| it.0);
        let only = years.next().filter(|_| years.next().is_none());
        it.written.when = only.and_then(|year| Date::new(year, month, day).ok()).map(When::day);
    }
}

/// Days with which sentences open that stand out of their order, in a story told month by month.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    if months(desk.document).is_empty() {
        return;
    }
    let opening = scene.prose.iter().filter_map(|it| Some((it, opens(desk, it)?)));
    let under = |it: &Prose| known(desk.document, it.block);
    let at_home = |(it, day): &(&Prose, Date)| under(it).year.zip(under(it).month).is_some_and(|month| is_near(month, *day));
    let (opening, strangers): (Vec<_>, Vec<_>) = opening.partition(at_home);
    let told: Vec<Date> = opening.iter().map(|it| it.1).collect();
    let strays = super::order::stray_days(&told);
    let strays = strays
        .into_iter()
        .map(|at| (opening[at], at.checked_sub(1).map(|before| opening[before])));
    for ((it, day), before) in strays.chain(strangers.into_iter().map(|it| (it, None))) {
        let before = before.map(|it| it.0.span);
        let message = format!("{} is out of order among the days told around it.", spoken(day));
        let said = Remark::new(
            "chronology/out-of-order",
            Severity::Medium,
            message,
            "Is the date wrong, or does the passage belong elsewhere?",
        );
        let related = before.map(|span| desk.related(Role::Evidence, span, "The day told before"));
        out.push(desk.remark(said.sure(Confidence::Medium), it.span, related.into_iter().collect()));
    }
}

/// Whether a day lies in a month, or within the week beside it.
fn is_near((year, month): (i16, i8), day: Date) -> bool {
    const WEEK: i32 = 7;
    let Ok(first) = Date::new(year, month, 1) else { return true };
    days(first, day) >= -WEEK && days(first.last_of_month(), day) <= WEEK
}

/// The day with which a sentence under a month opens, told of as it comes and not looked back upon.
fn opens(desk: Desk<'_>, it: &Prose) -> Option<Date> {
    const LED: u32 = 8;
    known(desk.document, it.block).month.filter(|_| it.running)?;
    let sentence = desk.document.sentences.get(it.sentence)?.span;
    let words = desk.words(sentence);
    let back = [" had ", " earlier", " before that", " looking back", " later ", " would "]
        .iter()
        .any(|word| words.contains(word));
    let opens = it.span.start.saturating_sub(sentence.start) <= LED;
    it.written
        .when
        .and_then(When::exact)
        .filter(|_| opens && !back && !super::order::owns_order(words))
}

/// What a heading gives that is a month, a year or a stretch of one and little else.
fn given(text: &str) -> Known {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = bare.split_whitespace().collect();
    if bare.is_empty() || words.len() > WORDS {
        return Known::default();
    }
    let bare = bare.strip_prefix("The year ").unwrap_or(bare);
    let place = Known {
        place: true,
        ..Known::default()
    };
    let Some(found) = lead(bare, place).filter(|found| !bare[found.end..].contains(char::is_alphanumeric)) else {
        return Known::default();
    };
    let Some(when) = found.written.when.filter(|when| when.first.year() == when.last.year()) else {
        return Known::default();
    };
    Known {
        year: Some(when.first.year()),
        month: (when.precision == Precision::Month).then_some(when.first.month()),
        place: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_give_a_month_or_a_year() {
        let told = |text: &str| {
            let known = given(text);
            (known.year, known.month)
        };
        assert_eq!(told("January 2020"), (Some(2020), Some(1)));
        assert_eq!(told("2019"), (Some(2019), None));
        assert_eq!(told("The year 2019"), (Some(2019), None));
        assert_eq!(told("May and June 2022"), (Some(2022), None));
        assert_eq!(told("Saturday 28 October 2023"), (Some(2023), None));
        for none in [
            "2019 to 2021",
            "Ofsted 2018",
            "Working Together 2018",
            "The story",
            "Learning from 2019 for the Board",
        ] {
            assert_eq!(told(none), (None, None), "{none}");
        }
    }
}
