//! What a ledger's fields say of one another: an age, a number of days, the order of its dates, a source that one case lacks.
//! Which dates a number was counted from is learnt from the cases themselves; what nearly all of them bear out, the others break.

use std::collections::HashSet;

use super::super::remark::Remark;
use super::age::fits_in;
use super::calendar::{days, spoken};
use super::desk::Desk;
use super::ledger::{FEWEST, Field, Ledger};
use super::scene::Scene;
use crate::annotation::{Annotation, Role, Severity};

/// Of so many cases one may break a sum.
const SHARE: usize = 4;

/// What is wrong in each ledger.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, ledgers: &[Ledger], out: &mut Vec<Annotation<'static>>) {
    let rows: HashSet<u32> = scene.timeline.rows.iter().map(|row| row.block).collect();
    for ledger in ledgers {
        lengths(desk, ledger, out);
        ages(desk, ledger, out);
        order(desk, ledger, out);
        // Rows of a chronology are held to their sources elsewhere.
        let known = |field: &Field| rows.contains(&(desk.document.block_at(field.span.start) as u32));
        if !ledger.cases.iter().flatten().flatten().any(known) {
            sources(desk, ledger, out);
        }
    }
}

/// The cases of which a sum can be told, and those that it is wrong for; `None` unless nearly all bear it out.
fn broken(ledger: &Ledger, holds: impl Fn(usize) -> Option<bool>) -> Option<Vec<usize>> {
    let told: Vec<(usize, bool)> = (0..ledger.cases.len()).filter_map(|case| Some((case, holds(case)?))).collect();
    let wrong: Vec<usize> = told.iter().filter(|it| !it.1).map(|it| it.0).collect();
    (told.len() >= FEWEST && wrong.len() * SHARE <= told.len()).then_some(wrong)
}

fn number(field: &Field) -> Option<(i32, &str)> {
    let (figures, unit) = field.words.split_once(' ').unwrap_or((&field.words, ""));
    Some((figures.parse().ok()?, unit.trim()))
}

/// "Days": counted between two of the dates.
fn lengths(desk: Desk<'_>, ledger: &Ledger, out: &mut Vec<Annotation<'static>>) {
    let dated = ledger.days();
    for (column, title) in ledger.titles.iter().enumerate() {
        let per = match () {
            () if title.contains("working") => continue,
            () if title.contains("week") => 7,
            () if title.contains("day") || title.contains("elapsed") || title.contains("interval") => 1,
            () => continue,
        };
        if dated.contains(&column) {
            continue;
        }
        let told = |case: usize| {
            number(ledger.at(case, column)?).filter(|(_, unit)| unit.is_empty() || unit.starts_with("day") || unit.starts_with("week"))
        };
        let mut best: Option<(Vec<usize>, usize, usize)> = None;
        for (at, &first) in dated.iter().enumerate() {
            for &second in &dated[at + 1..] {
                for counted in [0, 1] {
                    let holds = |case: usize| {
                        let length = days(ledger.day(case, first)?, ledger.day(case, second)?);
                        Some(length.div_euclid(per) + counted == told(case)?.0)
                    };
                    if let Some(wrong) = broken(ledger, holds)
                        && best.as_ref().is_none_or(|best| wrong.len() < best.0.len())
                    {
                        best = Some((wrong, first, second));
                    }
                }
            }
        }
        let Some((wrong, first, second)) = best else { continue };
        for case in wrong {
            out.extend(length_remark(desk, ledger, (case, column), (first, second)));
        }
    }
}

fn length_remark(
    desk: Desk<'_>,
    ledger: &Ledger,
    (case, column): (usize, usize),
    (first, second): (usize, usize),
) -> Option<Annotation<'static>> {
    let (one, other) = (ledger.at(case, first)?, ledger.at(case, second)?);
    let message = format!(
        "From {} to {} it is {} days.",
        spoken(one.day?),
        spoken(other.day?),
        days(one.day?, other.day?)
    );
    let said = Remark::new(
        "chronology/duration-mismatch",
        Severity::Medium,
        message,
        "Is the length of time wrong, or one of the dates?",
    );
    let related = [one, other].map(|field| desk.related(Role::Evidence, field.span, "One of the two dates"));
    Some(desk.remark(said, ledger.at(case, column)?.span, related.to_vec()))
}

/// "Age": reckoned from the birth to one of the dates.
fn ages(desk: Desk<'_>, ledger: &Ledger, out: &mut Vec<Annotation<'static>>) {
    let Some(birth) = ledger.birth() else { return };
    let ages = ledger.titles.iter().enumerate().filter(|(column, title)| {
        *column != birth
            && title
                .split(|c: char| !c.is_alphabetic())
                .any(|word| word == "age" || word == "aged")
    });
    for (column, title) in ages {
        let plain = if title.contains("month") {
            "month"
        } else if title.contains("week") {
            "week"
        } else {
            "year"
        };
        let holds = |case: usize, event: usize| {
            let (count, unit) = number(ledger.at(case, column)?)?;
            let unit = unit.trim_end_matches(['s', '.']).trim_end_matches(" old");
            let unit = match unit {
                "" => plain,
                "day" | "week" | "month" | "year" => unit,
                "yr" | "y" => "year",
                "mth" | "m" => "month",
                _ => return None,
            };
            Some(fits_in(
                count.unsigned_abs(),
                unit,
                days(ledger.day(case, birth)?, ledger.day(case, event)?),
            ))
        };
        let events = ledger.days().into_iter().filter(|&event| event != birth);
        let sums = events.filter_map(|event| Some((broken(ledger, |case| holds(case, event))?, event)));
        let Some((wrong, event)) = sums.min_by_key(|(wrong, _)| wrong.len()) else {
            continue;
        };
        for case in wrong {
            out.extend(age_remark(desk, ledger, (case, column), (birth, event)));
        }
    }
}

fn age_remark(
    desk: Desk<'_>,
    ledger: &Ledger,
    (case, column): (usize, usize),
    (birth, event): (usize, usize),
) -> Option<Annotation<'static>> {
    let (born, then) = (ledger.at(case, birth)?, ledger.at(case, event)?);
    let message = format!(
        "Who was born on {} was {} days old on {}, which is {:.1} years.",
        spoken(born.day?),
        days(born.day?, then.day?),
        spoken(then.day?),
        f64::from(days(born.day?, then.day?)) / 365.25
    );
    let said = Remark::new(
        "chronology/age-mismatch",
        Severity::Medium,
        message,
        "Is the age, the date or the date of birth wrong?",
    );
    let related = vec![desk.related(Role::Evidence, born.span, "The date of birth")];
    Some(desk.remark(said, ledger.at(case, column)?.span, related))
}

/// Dates that in nearly all cases follow one another from left to right.
fn order(desk: Desk<'_>, ledger: &Ledger, out: &mut Vec<Annotation<'static>>) {
    let birth = ledger.birth();
    let dated: Vec<usize> = ledger.days().into_iter().filter(|&column| Some(column) != birth).collect();
    let due = |column: &usize| {
        ["due", "target", "by when", "deadline", "review"]
            .iter()
            .any(|word| ledger.titles[*column].contains(word))
    };
    for pair in dated.windows(2).filter(|pair| !pair.iter().any(due)) {
        let holds = |case: usize| Some(ledger.day(case, pair[0])? <= ledger.day(case, pair[1])?);
        for case in broken(ledger, holds).filter(|wrong| wrong.len() == 1).unwrap_or_default() {
            let (Some(one), Some(other)) = (ledger.at(case, pair[0]), ledger.at(case, pair[1])) else {
                continue;
            };
            // What comes before the birth is told to be so.
            if birth
                .and_then(|birth| ledger.day(case, birth))
                .is_some_and(|born| other.day < Some(born))
            {
                continue;
            }
            let message = format!(
                "\u{201c}{}\u{201d} comes before \u{201c}{}\u{201d}, which in the other rows is the earlier.",
                other.words, one.words
            );
            let said = Remark::new(
                "chronology/out-of-order",
                Severity::Medium,
                message,
                "Is one of the two dates wrong?",
            );
            out.push(desk.remark(said, other.span, vec![desk.related(Role::Evidence, one.span, "The date before")]));
        }
    }
}

/// A case that does not say where its dates come from.
fn sources(desk: Desk<'_>, ledger: &Ledger, out: &mut Vec<Annotation<'static>>) {
    let titled = |title: &String| {
        super::sources::is_title(title) || ["seen in", "found in", "read in", "where seen", "file seen"].contains(&title.as_str())
    };
    let Some(column) = ledger.titles.iter().position(titled) else {
        return;
    };
    let blank = |case: usize| ledger.at(case, column).is_none_or(|field| super::sources::is_blank(&field.words));
    // A case that has nothing but its name is blank for some other reason.
    let told = |case: usize| ledger.cases[case].iter().flatten().count() > 2;
    let lacking = broken(ledger, |case| told(case).then(|| !blank(case))).unwrap_or_default();
    for case in lacking {
        let at = ledger
            .at(case, column)
            .or_else(|| ledger.cases[case].iter().flatten().find(|field| field.day.is_some()));
        let Some(at) = at else { continue };
        let message = "This row does not say where it comes from, and the others do.".to_owned();
        let said = Remark::new("chronology/row-without-source", Severity::Low, message, "Whose record is it?");
        out.push(desk.remark(said, at.span, Vec::new()));
    }
}
