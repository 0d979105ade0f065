//! Somebody is unborn before the day of birth: rows and sentences that have them there already are remarked on.

use std::sync::LazyLock;

use regex::Regex;

use super::super::remark::Remark;
use super::births::Birth;
use super::calendar::{When, spoken};
use super::desk::Desk;
use super::reach;
use super::scene::{Prose, Scene};
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::text::Span;

/// Two days of birth for one person, and rows that have somebody seen before being born.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, births: &[Birth], out: &mut Vec<Annotation<'static>>) {
    for (at, birth) in births.iter().enumerate() {
        let first = births[..at.min(64)].iter().find(|other| other.name == birth.name);
        let exact = |first: &&Birth| first.within == 0 && birth.within == 0 && first.date != birth.date;
        if let Some(first) = first.filter(exact) {
            let message = format!(
                "\u{201c}{}\u{201d} is said to have been born on {} here and on {} elsewhere.",
                birth.name,
                spoken(birth.date),
                spoken(first.date)
            );
            let said = Remark::new(
                "chronology/same-event-two-dates",
                Severity::High,
                message,
                "Which of the two dates is right?",
            );
            out.push(desk.remark(
                said,
                birth.span,
                vec![desk.related(Role::Previous, first.span, "The other date of birth")],
            ));
        }
    }
    before_birth(desk, scene, births, out);
}

fn before_birth(desk: Desk<'_>, scene: &Scene<'_>, births: &[Birth], out: &mut Vec<Annotation<'static>>) {
    let told: Vec<&Birth> = births.iter().filter(|birth| !birth.row).take(32).collect();
    let early = |when: When, accounts: &[Span]| {
        let before = |birth: &&&Birth| when.last < birth.date && births.iter().all(|b| b.name != birth.name || b.row || when.last < b.date);
        let there = |birth: &&&Birth| accounts.iter().any(|&piece| is_there(desk.words(piece), &birth.name));
        told.iter().filter(before).find(there).copied()
    };
    for row in &scene.timeline.rows {
        if let Some(birth) = row.when.and_then(|when| early(when, &row.account)) {
            out.push(remark(desk, birth, row.written));
        }
    }
    for sentence in scene.by_sentence() {
        let is_birth = |it: &Prose| births.iter().any(|birth| birth.span.overlaps(it.span)) || follows_birth(desk, it);
        let told_of = |it: &&Prose| it.running && it.written.dated && it.written.when.is_some() && !is_birth(it);
        let Some((only, when)) = sentence.iter().find(told_of).and_then(|it| Some((it, it.written.when?))) else {
            continue;
        };
        let whole = scene.document.sentences.get(only.sentence).map_or(only.span, |s| s.span);
        let whole = if sentence.len() == 1 { whole } else { Span::default() };
        let early = early(when, &[whole]).or_else(|| spoken_of(desk, only, &told).filter(|birth| when.last < birth.date));
        let early = early.or_else(|| cared_for(desk, only, &told).filter(|birth| when.last < birth.date));
        if let Some(birth) = early {
            out.push(remark(desk, birth, only.span));
        }
    }
    parents(desk, scene, out);
    super::early::remarks(desk, &told, out);
}

/// Whom "he was weighed" right before a date speaks of: the one whom the sentences before name.
fn cared_for<'b>(desk: Desk<'_>, date: &Prose, told: &[&'b Birth]) -> Option<&'b Birth> {
    #[rustfmt::skip]
    const CARED: [&str; 26] = [
        "treated", "burned", "burnt", "bruised", "injured", "hurt", "found", "moved", "placed", "registered", "enrolled", "baptised", "christened", "bitten", "scalded", "taken",
        "weighed",
        "measured",
        "seen",
        "examined",
        "immunised",
        "admitted",
        "discharged",
        "brought",
        "vaccinated",
        "fed",
    ];
    let (head, _) = reach::around(desk, date);
    let lower = head.to_lowercase();
    let (at, pronoun) = ["he was ", "she was "]
        .iter()
        .filter_map(|lead| Some((lower.rfind(lead)?, *lead)))
        .min()?;
    let verb = lower[at + pronoun.len()..].split(' ').next()?;
    let near = head.len() - at <= 96 && CARED.contains(&verb);
    let pronoun = pronoun.trim_end_matches(" was ");
    let whole = !lower[..at].ends_with(char::is_alphanumeric);
    let known: Vec<&'b Birth> = told.to_vec();
    (near && whole)
        .then(|| super::whom::antecedent(desk, date.sentence, pronoun, &known))
        .flatten()
}

/// "Their father, born on 2 December 1994": a parent's own birth.
static PARENT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\b(mother|father|stepfather|stepmother)[^.;]{0,24}\b(?:born on|born|date of birth|dob)[ :]*$").ok());

/// What is told of a parent before the parent's own birth.
fn parents(desk: Desk<'_>, scene: &Scene<'_>, out: &mut Vec<Annotation<'static>>) {
    let mut known: Vec<(String, Birth)> = Vec::new();
    for it in &scene.prose {
        let before = reach::around(desk, it).0;
        let head = before.trim_end_matches([' ', '(']);
        let Some(day) = it
            .written
            .when
            .and_then(When::exact)
            .filter(|_| head.to_lowercase().ends_with(['n', 'h', 'b', ':']))
        else {
            continue;
        };
        let lower = head.to_lowercase();
        let family = lower.contains("mother") || lower.contains("father");
        let role = Some(())
            .filter(|()| family)
            .and_then(|()| PARENT.as_ref())
            .and_then(|pattern| Some(pattern.captures(head)?[1].to_lowercase()));
        let birth = |role: &String| Birth {
            name: format!("the {role}"),
            date: day,
            within: 0,
            span: it.span,
            row: false,
        };
        known.extend(role.map(|role| (role.clone(), birth(&role))));
    }
    // Of two fathers none can be told from the other.
    let alone = |role: &str| known.iter().filter(|it| it.0 == role).count() == 1;
    for it in scene.prose.iter().filter(|it| it.running && it.written.dated) {
        let Some(when) = it.written.when.filter(|_| !known.is_empty()) else {
            continue;
        };
        let early = known
            .iter()
            .filter(|(role, _)| alone(role))
            .find(|(role, birth)| when.last < birth.date && of_parent(desk, it, role));
        if let Some((_, birth)) = early {
            out.push(remark(desk, birth, it.span));
        }
    }
}

/// Whether the sentence of a date begins with a parent, or with a pronoun after a sentence that ends with one.
fn of_parent(desk: Desk<'_>, it: &Prose, role: &str) -> bool {
    let words = reach::around(desk, it).0.to_lowercase();
    let named = ["the ", "their ", "his ", "her ", ""]
        .iter()
        .any(|lead| words.strip_prefix(lead).is_some_and(|rest| rest.starts_with(&format!("{role} "))));
    let pronoun = if role.ends_with("father") { "he " } else { "she " };
    let before = it.sentence.checked_sub(1).map(|at| desk.document.sentences[at]);
    let before = before
        .filter(|before| before.block as usize == it.block)
        .map_or(String::new(), |before| desk.words(before.span).to_lowercase());
    let others = ["partner", "grand", "uncle", "aunt", "brother", "sister", "step", "worker"]
        .iter()
        .any(|word| before.contains(word) && !role.contains(word));
    let verb = words
        .split(' ')
        .nth(if named { 2 } else { 1 })
        .is_some_and(|verb| ["was", "had", "attended", "told", "saw", "asked"].contains(&verb));
    verb && (named || words.starts_with(pronoun) && before.trim_end_matches(['.', '?']).ends_with(role) && !others)
}

/// Whether a date is somebody's birth, named or not: "her sister (born 2 May 2013)".
fn follows_birth(desk: Desk<'_>, it: &Prose) -> bool {
    let block = desk.document.blocks[it.block].body.start;
    let from = desk
        .document
        .fold
        .text
        .ceil_char_boundary((it.span.start as usize).saturating_sub(12).max(block as usize));
    let head = desk
        .words(Span::at(from.min(it.span.start as usize), it.span.start as usize))
        .to_lowercase();
    ["born", "born on", "born in", "birth", "dob"]
        .iter()
        .any(|word| head.trim_end_matches([' ', ':', '(']).ends_with(word))
}

/// The one whose birth was told earlier in the block, when the sentence of `date` goes on with "He" or "She" and names
/// nobody else of the family.
fn spoken_of<'b>(desk: Desk<'_>, date: &Prose, told: &[&'b Birth]) -> Option<&'b Birth> {
    let body = desk.document.blocks[date.block].body;
    let mut here = told
        .iter()
        .filter(|birth| body.contains(birth.span) && birth.span.end <= date.span.start);
    let sentence = desk.document.sentences.get(date.sentence)?.span;
    let words = desk.words(sentence).to_lowercase();
    let kin = [
        "mother", "father", "parent", "grand", "brother", "sister", "family", "expect", "before",
    ];
    let goes_on = words.starts_with("he ") || words.starts_with("she ");
    let only = here.next().filter(|_| here.next().is_none())?;
    (goes_on && !kin.iter().any(|word| words.contains(word))).then_some(*only)
}

pub(super) fn remark(desk: Desk<'_>, birth: &Birth, date: Span) -> Annotation<'static> {
    let message = format!(
        "\u{201c}{}\u{201d} was born on {}, after this date.",
        birth.name,
        spoken(birth.date)
    );
    let said = Remark::new(
        "chronology/before-birth",
        Severity::High,
        message,
        "Which of the two dates is right?",
    )
    .sure(Confidence::Medium);
    desk.remark(said, date, vec![desk.related(Role::Evidence, birth.span, "The date of birth")])
}

/// Whether words name somebody as there, not as expected and not in "Wren's father".
pub(super) fn is_there(text: &str, name: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let expected = [
        "unborn",
        "pregnan",
        "antenatal",
        "ante natal",
        "expect",
        "due date",
        "booking",
        "scan",
        "birth plan",
        "baby due",
        "pre birth",
        "conceived",
        "to be born",
        "would be born",
        "before ",
        "not yet born",
    ];
    if expected.iter().any(|word| lower.contains(word)) {
        return false;
    }
    text.match_indices(name).any(|(at, _)| {
        let after = &text[at + name.len()..];
        let before = &text[..at];
        if before.ends_with(char::is_alphanumeric) || after.starts_with(|c: char| c.is_alphanumeric()) {
            return false;
        }
        // "Wren's feeding" is hers: she is there.
        if is_own(after) {
            return true;
        }
        // "The house where Wren was to live" and "the family with whom Wren lived" stood before.
        let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
        let aside = ["where", "which", "whom", "whose"].contains(&last);
        // "The parents of Wren were seen", "a referral about Wren was made".
        let subject = !["of", "for", "about", "to", "concerning", "regarding"].contains(&last);
        !aside && !after.starts_with(['\'', '\u{2019}']) && (subject && does(after) || LOOKED.iter().any(|word| before.ends_with(word)))
    })
}

/// Verbs of what is done to a child, right before the name.
#[rustfmt::skip]
const LOOKED: [&str; 37] = [
    "describe ", "describes ", "described ", "saw ", "weighed ", "examined ", "visited ", "brought ", "with ", "and ", "took ", "taking ", "carried ", "fed ", "held ", "dressed ",
    "collected ", "fetched ", "measured ", "immunised ", "vaccinated ", "treated ", "admitted ", "found ", "left ", "to see ", "hit ", "hurt ", "shook ", "bathed ", "heard ", "photographed ",
    "discharged ", "removed ", "seen ", "watched ", "changed ",
];

/// Whether one of the first words behind a name tells what a child who is there does or undergoes.
pub(super) fn does(after: &str) -> bool {
    #[rustfmt::skip]
    const THERE: [&str; 45] = [
        "seen", "weighed", "was", "were", "had", "aged", "attended", "brought", "taken", "asleep", "said", "told", "in", "admitted", "discharged", "slept", "cried", "smiled", "fed",
        "started", "stayed", "lived", "went", "came", "ran", "walked", "fell", "played", "drew", "wore", "ate", "measured", "immunised", "vaccinated", "crawled", "woke", "missed", "crying", "sleeping",
        "playing", "gained", "lost", "looked", "moved", "first",
    ];
    const NOT_YET: [&str; 9] = ["due", "expected", "to", "born", "conceived", "delivered", "would", "named", "going"];
    let verbs: Vec<&str> = after.split_whitespace().take(3).map(|word| word.trim_matches([',', '.'])).collect();
    let at = verbs.iter().position(|word| THERE.contains(word));
    at.is_some_and(|at| {
        let next = after.split_whitespace().nth(at + 1).unwrap_or_default().trim_matches([',', '.']);
        !NOT_YET.contains(&next) && !verbs[..at].iter().any(|word| NOT_YET.contains(word))
    })
}

/// Whether what follows a name makes it that of somebody who is there: "Wren's feeding".
pub(super) fn is_own(after: &str) -> bool {
    #[rustfmt::skip]
    const OWN: [&str; 27] = [
        "feeding", "weight", "growth", "behaviour", "speech", "school", "attendance", "bruises", "injuries", "sleep", "immunisations", "teeth", "weaning", "cheek", "face", "arm", "arms", "leg", "legs",
        "hand", "hands", "head", "skin", "eye", "eyes", "hair", "cough",
    ];
    let rest = after.strip_prefix("'s ").or_else(|| after.strip_prefix("\u{2019}s "));
    let first = rest.is_some_and(|rest| {
        ["first words", "first word", "first steps", "first tooth"]
            .iter()
            .any(|first| rest.starts_with(first))
    });
    first || rest.is_some_and(|rest| OWN.contains(&rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default()))
}
