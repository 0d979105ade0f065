//! Ages in rows and sentences are held to the day of birth, where the day they are told of is known.

use std::collections::HashMap;

use jiff::civil::Date;

use super::super::remark::Remark;
use super::age::{self, Age, fits};
use super::births::Birth;
use super::calendar::{When, days, spoken};
use super::dates::number_word;
use super::deaths::{self, Death};
use super::desk::Desk;
use super::event_day;
use super::reach::LONGEST as LONGEST_SENTENCE;
use super::scene::{Prose, Scene};
use super::whom::{self, has_kin, spoken_of};
use crate::annotation::{Annotation, Role, Severity};
use crate::document::Genre;
use crate::text::Span;

/// Ages that do not agree with a date of birth, where the day is told.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, (births, deaths): (&[Birth], &[Death]), out: &mut Vec<Annotation<'static>>) {
    let known = known(births);
    // Building the expression takes as long as reading a short document.
    if known.is_empty() && !tells_birth(desk) {
        return;
    }
    let ages = Ages {
        desk,
        scene,
        known,
        deaths,
    };
    ages.in_rows(out);
    ages.in_sentences(out);
    super::age_marks::remarks(desk, scene, (&ages.known, deaths), out);
    super::of_age::remarks(desk, scene, &ages.known, out);
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
}

impl Ages<'_> {
    /// The cells of rows that tell of their row's day and no other.
    fn in_rows(&self, out: &mut Vec<Annotation<'static>>) {
        for row in &self.scene.timeline.rows {
            let Some(day) = row.when.and_then(When::exact) else { continue };
            for &piece in &row.account {
                let words = self.desk.words(piece);
                if words.len() > LONGEST_SENTENCE || !super::dates::find(words, super::dates::Known::default()).is_empty() {
                    continue;
                }
                for age in age::all(words) {
                    let at = self.desk.document.sentence_at(piece.start + age.from as u32);
                    let opens = self
                        .desk
                        .document
                        .sentences
                        .get(at)
                        .map_or(piece.start, |own| own.span.start.max(piece.start));
                    let before = &words[((opens - piece.start) as usize).min(age.from)..age.from];
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
            if words.len() > LONGEST_SENTENCE {
                continue;
            }
            let ages = age::all(words);
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
                let behind = || self.named_behind(words, age);
                let Some(birth) = whom.or_else(small).or_else(behind) else {
                    continue;
                };
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
        let mut born = self
            .known
            .iter()
            .filter(|birth| dates.iter().any(|it| birth.span.overlaps(it.span)));
        let only = born.next().filter(|_| born.next().is_none())?;
        let pronoun = ["he", "she", "who"]
            .iter()
            .any(|word| before.trim_end().to_lowercase().ends_with(&format!(" {word}")));
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

    /// Whom "At the age of five, on 3 March, Wren was" speaks of: the first to be named behind it, with nobody before.
    fn named_behind(&self, words: &str, age: &Age) -> Option<&Birth> {
        let before = &words[..age.from];
        if !age.called || has_kin(before) || whom::names_others(before) || before.split(' ').count() > 8 {
            return None;
        }
        let tail = &words[age.to..];
        let first = self
            .known
            .iter()
            .filter_map(|birth| Some((tail.find(birth.name.as_str())?, *birth)))
            .min_by_key(|(at, _)| *at);
        let (at, birth) = first?;
        let head = &tail[..at];
        (head.ends_with(", ") && !has_kin(head)).then_some(birth)
    }

    /// The days that an age may be told of.
    fn day_of(&self, (at, span): (usize, Span), (age, alone): (&Age, bool), birth: &Birth, dates: &[&Prose]) -> Option<(Date, Date)> {
        let words = self.desk.words(span);
        let tail = words[age.to..].to_lowercase();
        let name = Some(birth.name.as_str()).filter(|name| !name.is_empty());
        let dies = [
            "when he died",
            "when she died",
            "when they died",
            "at his death",
            "at her death",
            "at the time of his death",
            "at the time of her death",
            "when he killed",
            "when she killed",
            "when she was killed",
            "when he was killed",
        ];
        if dies.iter().any(|end| tail.trim_start().starts_with(end)) && dates.is_empty() {
            let name = name.filter(|_| !tail.contains(" killed"));
            return deaths::of(self.deaths, name).map(|death| (death.when.first, death.when.last));
        }
        if let Some(day) = self.at_a_birth(&tail) {
            return Some((day, day));
        }
        if let Some(day) = Some(())
            .filter(|()| dates.is_empty())
            .and_then(|()| event_day::of(self.desk, self.scene, &tail))
        {
            return Some((day, day));
        }
        if let Some(day) = one_day(self.desk, dates, (span, age, alone)) {
            return Some(day);
        }
        if !dates.is_empty() || has_kin(&words[..age.from]) {
            return None;
        }
        if age.present {
            return self
                .scene
                .own_day
                .filter(|_| self.scene.document.genre == Genre::Minutes)
                .map(|(day, _)| (day, day));
        }
        let then = words[age.from..age.to].to_lowercase().starts_with("then ");
        // "She was five." and "She was five at the time."
        let brief = words.split(' ').count() <= 4 && ["he ", "she "].iter().any(|lead| words.to_lowercase().starts_with(lead));
        let so = brief || tail.trim_start().starts_with("at the time") || words[..age.to].to_lowercase().contains(" was then ");
        (then || so).then(|| self.day_before(at)).flatten()
    }

    /// The one day or month of the sentence before, in the same block, to which "then" points.
    fn day_before(&self, at: usize) -> Option<(Date, Date)> {
        let before = at.checked_sub(1)?;
        let sentences = &self.desk.document.sentences;
        if sentences[before].block != sentences[at].block {
            return None;
        }
        let from = self.scene.prose.partition_point(|it| it.sentence < before);
        let mut told = self.scene.prose[from..]
            .iter()
            .take_while(|it| it.sentence == before)
            .filter(|it| !self.is_birth(it));
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
        let fitting = (-birth.within..=days(day, last))
            .step_by(1 + slack as usize / 40)
            .any(|more| fits(age, lived + more));
        if lived <= 0 || fitting || days(day, last) > LONGEST {
            return None;
        }
        let marked = Span::at(span.start as usize + age.mark, span.start as usize + age.to);
        Some(remark(self.desk, marked, birth, day))
    }
}

/// The remark on an age that is not that of `birth` on `day`.
pub(super) fn remark(desk: Desk<'_>, marked: Span, birth: &Birth, day: Date) -> Annotation<'static> {
    let who = if birth.name.is_empty() {
        "The one spoken of".to_owned()
    } else {
        format!("\u{201c}{}\u{201d}", birth.name)
    };
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
    let head = desk
        .words(Span::new(span.start.min(only.span.start), only.span.start))
        .trim_end()
        .to_lowercase();
    let stretch = ["until", "since", "from", "before", "after", "till"]
        .iter()
        .any(|word| head.ends_with(word));
    // "was 72 at the start of the period and 75 when he died on 2 May"
    let between = if only.span.start >= to {
        desk.words(Span::new(to, only.span.start))
    } else {
        ""
    };
    let other = between
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| number_word(word).is_some_and(|_| !matches!(word, "a" | "an")));
    // "On 7 March they saw Wren, who was two at the time, and Ash, who had just turned four."
    let words = desk.words(span);
    let led = words[..age.from].trim_end().ends_with(" who") || words[age.to..].starts_with(" at the time");
    let opens = (head.is_empty() || head == "on" || head == "in") && led && !age.present;
    if stretch || !alone && !opens || other && !opens {
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

fn said_age(days: i32) -> String {
    match days {
        0..=13 => format!("{days} days old"),
        14..=83 => format!("{} weeks old", days / 7),
        84..=729 => format!("{} months old", (f64::from(days) / 30.44) as i32),
        _ => format!("{} years old", (f64::from(days) / 365.25) as i32),
    }
}
