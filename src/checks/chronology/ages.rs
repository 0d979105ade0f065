//! Ages in rows and sentences are held to the day of birth, where the day they are told of is known.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use super::super::remark::Remark;
use super::births::Birth;
use super::calendar::{When, days, spoken};
use super::dates::number_word;
use super::deaths::{self, Death};
use super::desk::Desk;
use super::scene::{Prose, Scene};
use super::whom::{has_kin, spoken_of};
use crate::annotation::{Annotation, Role, Severity};
use crate::document::Genre;
use crate::text::Span;

/// "aged six", "then fourteen months old", "who is now eight", "was 82 when", ", just fifteen,": what leads, the number, the
/// half, the unit, and what closes it.
static AGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)\b(aged|at\ the\ age\ of|the\ age\ of|at\ age|age|was|were|is|are|then|now|only|just|turned|being|still)
          (?:\ (?:aged|then|now|only|just|still))*
          \ (\d{1,2}|[a-z]+(?:-[a-z]+)?)(\ and\ a\ half)?(?:[\ -](day|week|month|year)s?)?(\ and\ a\ half)?([\ -]old\b)?
          (\ when\b|\ at\ the\ time\b|\ at\ (?:his|her|the)\b|[,.;)]|\ and\b|\ in\ |\ on\ |$)?",
    )
    .ok()
});

/// Ages that do not agree with a date of birth, where the day is told.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, (births, deaths): (&[Birth], &[Death]), out: &mut Vec<Annotation<'static>>) {
    let known = known(births);
    // Building the expression takes as long as reading a short document.
    let Some(pattern) = (!known.is_empty() || tells_birth(desk)).then(|| AGE.as_ref()).flatten() else {
        return;
    };
    let ages = Ages {
        desk,
        scene,
        known,
        deaths,
        pattern,
    };
    ages.in_rows(out);
    ages.in_sentences(out);
    super::age_marks::remarks(desk, scene, (&ages.known, deaths), out);
}

fn tells_birth(desk: Desk<'_>) -> bool {
    desk.document.fold.text.contains("e was born ")
}

/// Those whose one day of birth is told, best in prose.
fn known(births: &[Birth]) -> Vec<&Birth> {
    let first = |(at, birth): &(usize, &Birth)| {
        let mut before = births[..*at.min(&64)].iter();
        before.all(|other| other.name != birth.name || other.row && !birth.row)
    };
    let told = |birth: &&Birth| births.iter().all(|other| other.name != birth.name || !birth.row || other.row);
    let once = births.iter().enumerate().filter(first).map(|(_, birth)| birth);
    once.filter(told).take(64).collect()
}

/// What ages are held to.
struct Ages<'a> {
    desk: Desk<'a>,
    scene: &'a Scene<'a>,
    known: Vec<&'a Birth>,
    deaths: &'a [Death],
    pattern: &'a Regex,
}

/// An age as written, where it stands in its words.
struct Age {
    /// From the word that leads to it to its end.
    from: usize,
    to: usize,
    count: u32,
    half: bool,
    unit: String,
    /// Whether it is told as of now: "is", "now".
    present: bool,
    /// Whether the word "age" leads to it.
    called: bool,
}

impl Ages<'_> {
    /// The cells of rows that tell of their row's day and no other.
    fn in_rows(&self, out: &mut Vec<Annotation<'static>>) {
        for row in &self.scene.timeline.rows {
            let Some(day) = row.when.and_then(When::exact) else { continue };
            for &piece in &row.account {
                let words = self.desk.words(piece);
                if !super::dates::find(words, super::dates::Known::default()).is_empty() {
                    continue;
                }
                for age in self.ages(words) {
                    let before = &words[..age.from];
                    let at = self.desk.document.sentence_at(piece.start + age.from as u32);
                    let whom = spoken_of(self.desk, at, (before, age.called), &self.known).or_else(|| self.infant(before, &age, day));
                    if let Some(birth) = whom {
                        out.extend(self.held(piece, &age, birth, (day, day)));
                    }
                }
            }
        }
    }

    /// The sentences, those of rows and of front matter too.
    fn in_sentences(&self, out: &mut Vec<Annotation<'static>>) {
        let mut dates: HashMap<usize, &[Prose]> = HashMap::new();
        for group in self.scene.by_sentence() {
            dates.insert(group[0].sentence, group);
        }
        let document = self.desk.document;
        for (at, sentence) in document.sentences.iter().enumerate() {
            let words = self.desk.words(sentence.span);
            let ages = self.ages(words);
            let alone = ages.len() == 1;
            let here = dates.get(&at).copied().unwrap_or_default();
            for age in &ages {
                let before = &words[..age.from];
                let local = nameless(words, here);
                let own = local.as_ref().filter(|_| !has_kin(before) || before.ends_with("he "));
                let is_birth = |it: &Prose| self.is_birth(it) || local.as_ref().is_some_and(|birth| birth.span == it.span);
                let others: Vec<&Prose> = here.iter().filter(|it| !is_birth(it)).collect();
                let named = || spoken_of(self.desk, at, (before, age.called), &self.known);
                let whom = own.or_else(named).or_else(|| self.born_here(here, before));
                let small = || one_day(self.desk, &others, (sentence.span, age, alone)).and_then(|days| self.infant(before, age, days.0));
                let Some(birth) = whom.or_else(small) else { continue };
                let told = self.day_of((at, sentence.span), (age, alone), birth, &others);
                if let Some(days) = told {
                    out.extend(self.held(sentence.span, age, birth, days));
                }
            }
        }
    }

    fn is_birth(&self, it: &Prose) -> bool {
        self.known.iter().any(|birth| birth.span.overlaps(it.span))
    }

    /// The one whose day of birth stands in the sentence: "born on 12 May 2017, was five when".
    fn born_here(&self, dates: &[Prose], before: &str) -> Option<&Birth> {
        let mut born = self.known.iter().filter(|birth| dates.iter().any(|it| birth.span.overlaps(it.span)));
        let only = born.next().filter(|_| born.next().is_none())?;
        let pronoun = ["he", "she", "who"].iter().any(|word| before.trim_end().to_lowercase().ends_with(&format!(" {word}")));
        (pronoun && !has_kin(before)).then_some(only)
    }

    /// Whom "a baby who was seven weeks old" speaks of: the only one of the known who is so small on `day`.
    fn infant(&self, before: &str, age: &Age, day: Date) -> Option<&Birth> {
        const SMALL: i32 = 3 * 366;
        let led = before.trim_end_matches([' ', ',']);
        let led = led.strip_suffix(" who").unwrap_or(led).trim_end();
        let last = led.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        let head = &led[..led.len() - last.len()];
        if age.unit == "year" || !["he", "she", "baby", "infant"].contains(&last.as_str()) || has_kin(head) {
            return None;
        }
        let mut small = self.known.iter().filter(|birth| (0..=SMALL).contains(&days(birth.date, day)));
        let only = small.next()?;
        small.all(|other| other.name == only.name).then_some(only)
    }

    /// The ages of some words.
    fn ages(&self, words: &str) -> Vec<Age> {
        self.pattern.captures_iter(words).filter_map(|found| age(words, &found)).collect()
    }

    /// The days that an age may be told of.
    fn day_of(&self, (at, span): (usize, Span), (age, alone): (&Age, bool), birth: &Birth, dates: &[&Prose]) -> Option<(Date, Date)> {
        let words = self.desk.words(span);
        let tail = words[age.to..].to_lowercase();
        let name = Some(birth.name.as_str()).filter(|name| !name.is_empty());
        let dies = ["when he died", "when she died", "when they died", "at his death", "at her death", "at the time of his death", "at the time of her death", "when he killed", "when she killed", "when she was killed", "when he was killed"];
        if dies.iter().any(|end| tail.trim_start().starts_with(end)) && dates.is_empty() {
            let name = name.filter(|_| !tail.contains(" killed"));
            return deaths::of(self.deaths, name).map(|death| (death.when.first, death.when.last));
        }
        if let Some(day) = self.at_a_birth(&tail) {
            return Some((day, day));
        }
        if let Some(day) = one_day(self.desk, dates, (span, age, alone)) {
            return Some(day);
        }
        if !dates.is_empty() || has_kin(&words[..age.from]) {
            return None;
        }
        if age.present {
            return self.scene.own_day.filter(|_| self.scene.document.genre == Genre::Minutes).map(|(day, _)| (day, day));
        }
        let then = words[age.from..age.to].to_lowercase().starts_with("then ");
        then.then(|| self.day_before(at)).flatten()
    }

    /// The one day or month of the sentence before, in the same block, to which "then" points.
    fn day_before(&self, at: usize) -> Option<(Date, Date)> {
        let before = at.checked_sub(1)?;
        let sentences = &self.desk.document.sentences;
        if sentences[before].block != sentences[at].block {
            return None;
        }
        let from = self.scene.prose.partition_point(|it| it.sentence < before);
        let mut told = self.scene.prose[from..].iter().take_while(|it| it.sentence == before).filter(|it| !self.is_birth(it));
        let only = told.next().filter(|_| told.next().is_none())?;
        only.written.when.map(|when| (when.first, when.last))
    }

    /// The birth of whom an age is told: "eighteen months old when the twins were born".
    fn at_a_birth(&self, tail: &str) -> Option<Date> {
        let rest = tail.trim_start().strip_prefix("when ")?;
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        let other = |birth: &&&Birth| {
            let after = rest.strip_prefix(birth.name.to_lowercase().as_str());
            after.is_some_and(|after| [" was born", " were born", " arrived"].iter().any(|verb| after.starts_with(verb)))
        };
        self.known.iter().find(other).map(|birth| birth.date)
    }

    /// The remark on an age of `birth` in the words at `span`, told of one of `days`, when it does not agree.
    fn held(&self, span: Span, age: &Age, birth: &Birth, (day, last): (Date, Date)) -> Option<Annotation<'static>> {
        let lived = days(birth.date, day);
        let slack = birth.within + days(day, last);
        let fitting = (-birth.within..=days(day, last)).step_by(1 + slack as usize / 40).any(|more| fits(age, lived + more));
        if lived < 0 || fitting || days(day, last) > LONGEST {
            return None;
        }
        let marked = Span::at(span.start as usize + age.from, span.start as usize + age.to);
        Some(remark(self.desk, marked, birth, day))
    }
}

/// The remark on an age that is not that of `birth` on `day`.
pub(super) fn remark(desk: Desk<'_>, marked: Span, birth: &Birth, day: Date) -> Annotation<'static> {
    let who = if birth.name.is_empty() { "The one spoken of".to_owned() } else { format!("\u{201c}{}\u{201d}", birth.name) };
    let message = format!(
        "{who} was born on {}, and on {} was {}.",
        spoken(birth.date),
        spoken(day),
        said_age(days(birth.date, day))
    );
    let said = Remark::new(
        "chronology/age-mismatch",
        Severity::Medium,
        message,
        "Is the age, the date or the date of birth wrong?",
    );
    desk.remark(said, marked, vec![desk.related(Role::Evidence, birth.span, "The date of birth")])
}

/// Days of the longest stretch that an age is held to.
const LONGEST: i32 = 31;

/// The age that the pattern found, when it is one: "was two meetings" and "now one" are none.
fn age(words: &str, found: &Captures<'_>) -> Option<Age> {
    let (whole, lead, number) = (found.get(0)?, found.get(1)?.as_str().to_lowercase(), found.get(2)?);
    let count = number_word(number.as_str()).filter(|count| !matches!(number.as_str(), "a" | "an") && *count > 0)?;
    let (unit, old, close) = (found.get(4), found.get(6).is_some(), found.get(7).map_or("", |close| close.as_str()));
    let called = lead.contains("age") || whole.as_str().to_lowercase().contains(" aged ");
    let ended = !close.is_empty() || whole.end() == words.len();
    // "was three", "who is eight": of somebody, and nothing that is counted behind it.
    let before = words[..whole.start()].trim_end();
    let last = before.rsplit(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or_default();
    let pronoun = ["he", "she", "who", "and"].contains(&last.to_lowercase().as_str());
    let person = pronoun || last.starts_with(char::is_uppercase) || before.ends_with(',') || before.is_empty();
    let bare = unit.is_none() && !old && ended && person && count > 1 && !close.starts_with(" and") && !(lead == "was" && close == " in ");
    let weighty = old && (called || person || unit.is_some());
    if !(called && (unit.is_none() || old || ended) || weighty || bare) {
        return None;
    }
    let vague = ["nearly", "almost", "about", "around", "over", "under", "approximately"];
    if vague.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let end = found.get(6).or(found.get(5)).or(unit).or(found.get(3)).unwrap_or(number).end();
    let present = ["is", "are", "now"].contains(&lead.as_str()) || before.ends_with(" is") || before.ends_with('(') || whole.as_str().to_lowercase().contains(" now ");
    Some(Age {
        from: whole.start(),
        to: end,
        count,
        half: found.get(3).is_some() || found.get(5).is_some(),
        unit: unit.map_or("year".into(), |unit| unit.as_str().to_lowercase()),
        present,
        called,
    })
}

/// The one day, or month, that the sentence of an age tells of; of several ages, only that beside which the day stands.
fn one_day(desk: Desk<'_>, dates: &[&Prose], (span, age, alone): (Span, &Age, bool)) -> Option<(Date, Date)> {
    let day = |it: &Prose| it.written.when.map(|when| (when.first, when.last));
    let (from, to) = (span.start + age.from as u32, span.start + age.to as u32);
    let beside = |it: &&&Prose| {
        let behind = it.span.start >= to && {
            let between = desk.words(Span::new(to, it.span.start)).to_lowercase();
            [" in", " on", ", when, in", ", when, on", ", in", ", on"].contains(&between.trim_end())
        };
        behind || it.span.end <= from && from - it.span.end <= 2
    };
    if let Some(near) = dates.iter().find(beside) {
        return day(near);
    }
    let [only] = dates else { return None };
    let head = desk.words(Span::new(span.start.min(only.span.start), only.span.start)).trim_end().to_lowercase();
    let stretch = ["until", "since", "from", "before", "by", "after", "till"].iter().any(|word| head.ends_with(word));
    // "was 72 at the start of the period and 75 when he died on 2 May"
    let between = if only.span.start >= to { desk.words(Span::new(to, only.span.start)) } else { "" };
    let other = between.split(|c: char| !c.is_alphanumeric()).any(|word| number_word(word).is_some_and(|_| !matches!(word, "a" | "an")));
    if stretch || !alone || other {
        return None;
    }
    day(only)
}

/// The birth of somebody whom the sentence gives no name: "She was born on 30 August 1940 and was 82 when she died."
fn nameless(words: &str, dates: &[Prose]) -> Option<Birth> {
    let pronoun = words.find("he was born on ").or_else(|| words.find("he was born in "))?;
    let first = dates.first()?;
    let date = first.written.when.and_then(When::exact)?;
    (pronoun <= 8).then(|| Birth {
        name: String::new(),
        date,
        within: 0,
        span: first.span,
        row: false,
    })
}

/// Whether an age may be told of somebody who has lived so many days.
fn fits(age: &Age, lived: i32) -> bool {
    if age.half {
        let unit = if age.unit == "year" { 365.25 } else { 30.44 };
        return (f64::from(lived) / unit - f64::from(age.count) - 0.5).abs() <= 0.6;
    }
    fits_in(age.count, &age.unit, lived)
}

/// Whether somebody who has lived so many days may be told to be so many days, weeks, months or years old.
pub(super) fn fits_in(count: u32, unit: &str, lived: i32) -> bool {
    let (count, lived) = (f64::from(count), f64::from(lived));
    match unit {
        "day" => (count - lived).abs() <= 1.0,
        // People count what is whole, and round up what nearly is.
        "week" => (-1.1..=0.6).contains(&(count - lived / 7.0)),
        "month" => (-1.1..=0.6).contains(&(count - lived / 30.44)),
        _ => lived / 365.25 > count - YEAR_SLACK && lived / 365.25 < count + 1.0 + YEAR_SLACK,
    }
}

/// Four days, in years: leap years and the night in which somebody died.
const YEAR_SLACK: f64 = 0.011;

fn said_age(days: i32) -> String {
    match days {
        0..=13 => format!("{days} days old"),
        14..=83 => format!("{} weeks old", days / 7),
        84..=729 => format!("{} months old", (f64::from(days) / 30.44) as i32),
        _ => format!("{} years old", (f64::from(days) / 365.25) as i32),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_an_age() {
        let pattern = AGE.as_ref().unwrap();
        let first = |words: &str| pattern.captures_iter(words).find_map(|found| age(words, &found)).map(|it| (it.count, it.unit));
        let years = |count| Some((count, "year".to_owned()));
        for (words, told) in [
            ("Wren, then aged six, told", years(6)),
            ("She was 38 when she died", years(38)),
            ("Tilly, who is eight, has", years(8)),
            ("JM, who is now five.", years(5)),
            ("He is nine.", years(9)),
            ("Jade, just fifteen, is", years(15)),
            ("Robin, then five months old", Some((5, "month".into()))),
            ("when they were six weeks old", Some((6, "week".into()))),
            ("There was one meeting", None),
            ("The panel was two short", None),
            ("it was three weeks before", None),
            ("he was nearly three.", None),
            ("he was 81% present", None),
        ] {
            assert_eq!(first(words), told, "{words}");
        }
    }
}
