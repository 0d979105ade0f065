//! A paper here is an agreement, plan or policy by the capitals of its title, with the day or the year in which it was made
//! where the words beside it say so. Two titles made on one day, or two that nearly say the same, may be one paper.

use crate::document::{Document, Event, Zone};
use crate::text::Span;

use super::{NOUNS, SMALL, SMALL_NOUNS, start, words, year};

/// What a family or an adult signs.
const AGREEMENTS: &[&str] = &["Agreement", "Contract", "Plan", "Compact", "Undertaking"];
/// What a board adopts.
const POLICIES: &[&str] = &[
    "Strategy",
    "Framework",
    "Policy",
    "Protocol",
    "Pathway",
    "Procedure",
    "Procedures",
    "Guidance",
    "Guidelines",
    "Programme",
    "Plan",
];
/// What else is known by its day.
const OTHERS: &[&str] = &[
    "Log",
    "Register",
    "Toolkit",
    "Tool",
    "Charter",
    "Standard",
    "Standards",
    "Code",
    "Form",
    "Record",
    "Checklist",
    "Guide",
    "Model",
    "Letter",
    "Assessment",
];
/// Words that titles of different papers share.
#[rustfmt::skip]
const GENERIC: &[&str] = &[
    "family", "child", "children", "children's", "adult", "adults", "written", "care", "need", "protection", "safeguarding", "multi", "agency", "multi-agency", "local", "board",
    "partnership", "joint", "national", "council", "working", "the", "action", "improvement", "annual", "support", "early", "help", "service", "services", "health", "practice", "information",
    "sharing", "domestic", "delivery", "business", "community", "county", "city", "borough",
];
/// How a paper comes to be.
#[rustfmt::skip]
const MADE: &[&str] = &[
    "signed", "agreed", "adopted", "approved", "issued", "published", "launched", "drawn up", "drew up", "written", "made", "dated", "endorsed", "ratified", "in force", "introduced", "accepted",
    "came into", "brought in", "ran from", "set up",
];
/// Bytes behind a title in which its day is looked for.
const BEHIND: usize = 110;
/// Bytes before a title in which its day is looked for.
const BEFORE: usize = 60;
/// More papers than these are not held to one another.
pub(super) const MOST: usize = 120;

/// When a paper was made: "2019-01-21", "2021-03", "2016".
type Made = String;
/// Letters of a day, of a month and of a year.
const DAY: usize = 10;
const MONTH: usize = 7;
const YEAR: usize = 4;

/// One mention of a paper.
pub(super) struct Paper {
    pub(super) span: Span,
    pub(super) sentence: usize,
    /// Its last word.
    pub(super) noun: &'static str,
    /// The words before it, small, the small words left out.
    pub(super) words: Vec<String>,
    pub(super) made: Option<Made>,
    /// Whether its words are those of the document's own title: "this plan".
    own: bool,
}

impl Paper {
    /// Whether both have the same name.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.noun == other.noun && self.words == other.words
    }

    /// Whether one name is the other with words before it left out: "the Agreement" of "the Home Agreement".
    fn shortens(&self, other: &Self) -> bool {
        self.noun == other.noun && (other.words.ends_with(&self.words) || self.words.ends_with(&other.words))
    }

    /// Whether the two seem to be one paper under two names.
    pub(super) fn alike(&self, other: &Self) -> bool {
        if self.shortens(other) || !of_one_kind(self.noun, other.noun) {
            return false;
        }
        match (&self.made, &other.made) {
            (Some(one), Some(two)) if one.len() >= MONTH && two.len() >= MONTH => {
                // What was adopted on the day of this very plan is another paper, or is it.
                let own = (self.own || other.own) && one == two && one.len() == DAY && self.noun == other.noun;
                // "that January" points back to the one paper of it.
                let back = one == two && one.starts_with("that") && self.noun != other.noun;
                // A family signs one agreement a day.
                let signed = one == two && self.noun != other.noun && AGREEMENTS.contains(&self.noun) && AGREEMENTS.contains(&other.noun);
                own || back || signed || (one.starts_with(two.as_str()) || two.starts_with(one.as_str())) && self.shared(other, &[])
            }
            (Some(one), Some(two)) => one[..YEAR] == two[..YEAR] && self.policy() && other.policy() && self.shared(other, GENERIC),
            _ => !self.own && !other.own && self.noun != other.noun && self.undated(other),
        }
    }

    /// Whether two names of which one has no day are nearly one: a plan and an agreement about the same thing.
    fn undated(&self, other: &Self) -> bool {
        let agreements = AGREEMENTS.contains(&self.noun) && AGREEMENTS.contains(&other.noun);
        let dated = self.made.is_some() || other.made.is_some();
        let long = self.words.len().max(other.words.len()) > 1;
        (agreements && long || dated && self.policy() && other.policy()) && self.shared(other, GENERIC)
    }

    fn policy(&self) -> bool {
        POLICIES.contains(&self.noun) && self.noun != "Plan"
    }

    /// Whether the names share a word that is none of `generic`.
    fn shared(&self, other: &Self, generic: &[&str]) -> bool {
        let telling = |word: &&String| !generic.contains(&word.as_str());
        self.words
            .iter()
            .filter(telling)
            .any(|word| other.words.iter().filter(telling).any(|it| akin(word, it)))
    }
}

/// Whether papers of these nouns may be one: a strategy has its plan, its procedures and its pathways beside it.
fn of_one_kind(one: &str, other: &str) -> bool {
    let both = |kind: &[&str]| kind.contains(&one) && kind.contains(&other);
    let apart = |noun: &str| {
        matches!(
            noun,
            "Plan" | "Procedure" | "Procedures" | "Guidance" | "Guidelines" | "Pathway" | "Protocol"
        )
    };
    let ranked = one != other && (one == "Strategy" && apart(other) || other == "Strategy" && apart(one));
    both(AGREEMENTS) || both(POLICIES) && !ranked || both(OTHERS)
}

/// Whether two words are of one stem, or one holds the other: "sleep" and "sleeping", "night" and "overnight".
fn akin(one: &str, other: &str) -> bool {
    const STEM: usize = 4;
    let stem = |word: &str| word.char_indices().nth(STEM).map_or(word.len(), |(at, _)| at);
    let (a, b) = (&one[..stem(one)], &other[..stem(other)]);
    a == b && a.len() >= STEM || one.len() > STEM && other.ends_with(one) || other.len() > STEM && one.ends_with(other)
}

/// The papers that `document` names, in reading order.
pub(super) fn papers(document: &Document) -> Vec<Paper> {
    let mut found = Vec::new();
    let title = own_title(document);
    for block in document
        .blocks
        .iter()
        .filter(|block| !matches!(block.zone, Zone::Contents | Zone::Heading))
    {
        let text = document.fold.slice(block.span);
        let base = block.span.start as usize;
        let capital = nouns(text).map(|(at, noun)| (start(text, at), at + noun.len(), noun));
        let names = capital.map(|name| (name, true)).chain(small_names(text).map(|name| (name, false)));
        for ((from, end, noun), capital) in names {
            let words: Vec<String> = words(&text[from..end - noun.len()]);
            if found.len() >= MOST || words.iter().all(|word| SMALL.contains(&word.as_str())) {
                continue;
            }
            let made = made(document, text, (base, from, end));
            // A name in small letters is one only with its day.
            if capital || made.as_ref().is_some_and(|made| made.len() >= DAY) {
                let span = Span::at(base + from, base + end);
                let sentence = document.sentence_at(span.start);
                found.push(Paper {
                    span,
                    sentence,
                    noun,
                    words,
                    made,
                    own: false,
                });
            }
        }
        if let Some((noun, words)) = &title {
            found.extend(this(document, block.span, noun).map(|(span, made)| Paper {
                span,
                sentence: document.sentence_at(span.start),
                noun,
                words: words.clone(),
                made: Some(made),
                own: true,
            }));
        }
    }
    found.sort_by_key(|paper| paper.span);
    found
}

/// The lower-case names in `text` that end in a noun of a paper, "the home safety agreement": where each begins and ends.
fn small_names(text: &str) -> impl Iterator<Item = (usize, usize, &'static str)> {
    const WORDS: usize = 4;
    SMALL_NOUNS.find_iter(text).filter_map(move |found| {
        let noun = AGREEMENTS
            .iter()
            .chain(POLICIES)
            .find(|noun| noun.eq_ignore_ascii_case(&text[found.range()]))?;
        let whole = text[..found.start()].ends_with(' ') && !text[found.end()..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
        let mut from = found.start();
        for _ in 0..=WORDS {
            let head = text[..from].strip_suffix(' ')?;
            let begin = head.rfind(' ').map_or(0, |at| at + 1);
            let word = &head[begin..];
            if matches!(word, "the" | "The" | "a" | "an" | "A" | "An" | "her" | "his" | "their" | "this") {
                return (whole && from < found.start()).then_some((from, found.end(), *noun));
            }
            if !word.chars().all(|c| c.is_lowercase() || c == '-') {
                return None;
            }
            from = begin;
        }
        None
    })
}

/// Each noun of a paper in `text` that ends a title, with its first byte.
fn nouns(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let kinds = || AGREEMENTS.iter().chain(POLICIES).chain(OTHERS);
    NOUNS.find_iter(text).filter_map(move |found| {
        let noun = kinds().find(|noun| **noun == &text[found.range()])?;
        let rest = &text[found.end()..];
        // "Plan B", "Policy Officer" and "Plans" are none.
        let titled = rest.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase));
        (!rest.starts_with(|c: char| c.is_alphanumeric() || c == '-') && !titled).then_some((found.start(), *noun))
    })
}

/// The noun and the words of the document's own title, when it is a paper of this kind.
fn own_title(document: &Document) -> Option<(&'static str, Vec<String>)> {
    const FIRST: usize = 4;
    let heads = document.blocks.iter().take(FIRST).filter(|block| block.zone != Zone::Contents);
    let mut titles = heads.filter_map(|block| {
        let text = document.fold.slice(block.span);
        let (at, noun) = nouns(text).next()?;
        let from = start(text, at);
        (from < at).then(|| (noun, words(&text[from..at])))
    });
    titles.next()
}

/// "this plan" of a paper whose noun is `noun`, where words beside it say when it was made.
fn this(document: &Document, block: Span, noun: &str) -> Option<(Span, Made)> {
    let text = document.fold.slice(block);
    let words = format!("this {}", noun.to_lowercase());
    let from = text.find(&words)?;
    let end = from + words.len();
    let base = block.start as usize;
    Some((Span::at(base + from, base + end), made(document, text, (base, from, end))?))
}

/// When the paper at `from..end` of `text`, which begins at `base`, was made.
fn made(document: &Document, text: &str, (base, from, end): (usize, usize, usize)) -> Option<Made> {
    let behind = &text[end..text.floor_char_boundary((end + BEHIND).min(text.len()))];
    let behind = &behind[..behind.find(". ").unwrap_or(behind.len())];
    let says = |between: &str| MADE.iter().any(|verb| between.contains(verb));
    let head = text[..from].trim_end().trim_end_matches(" the").trim_end_matches(" a");
    let told = MADE.iter().any(|verb| head.ends_with(verb));
    let dated = |between: &str| {
        let plain = between.trim_matches([' ', ',', '(']);
        says(between) || matches!(plain, "" | "of" | "from" | "for") || told && matches!(plain, "on" | "in")
    };
    let first = document.events.partition_point(|event| (event.span.start as usize) < base + end);
    let next = document.events[first..]
        .first()
        .filter(|event| (event.span.end as usize) <= base + end + behind.len());
    let next = next.filter(|event| dated(&text[end..event.span.start as usize - base]));
    let last = first.checked_sub(1).map(|at| &document.events[at]);
    let before = last.filter(|event| {
        let near =
            event.span.end as usize + BEFORE >= base + from && event.span.start as usize >= base && event.span.end as usize <= base + from;
        near && told
    });
    let same = ["that day", "the same day"]
        .iter()
        .any(|day| behind.find(day).is_some_and(|at| says(&behind[..at])));
    if let Some(day) = next.or(before).or(last.filter(|_| same)).and_then(|event| day(document, event)) {
        return Some(day);
    }
    if let Some(day) = yearless(behind, &dated) {
        return Some(day);
    }
    if let Some(month) = that_month(behind) {
        return Some(month);
    }
    let at = behind.find(|c: char| c.is_ascii_digit())?;
    let year = year(&behind[at..]).filter(|_| dated(&behind[..at]) || says(&behind[..at]))?;
    Some(year.to_string())
}

/// "brought in in January of that year", "of that January": the month alone, which points back to one that was told.
fn that_month(behind: &str) -> Option<Made> {
    let led = behind.trim_start_matches([' ', ',']);
    let back = led
        .strip_prefix("of that ")
        .and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
    let told = MADE.iter().filter_map(|verb| led.find(verb).map(|at| at + verb.len())).min();
    let told = told.filter(|_| led.contains(" of that year")).and_then(|at| {
        let rest = led[at..].trim_start();
        let rest = ["in in ", "in "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        rest.split(|c: char| !c.is_alphabetic()).next()
    });
    let month = back.or(told)?;
    let known = crate::document::dates::MONTHS.iter().any(|name| name.eq_ignore_ascii_case(month));
    known.then(|| format!("that---{}", month.to_lowercase()))
}

/// The day and the month in "signed at his table on 12 May" behind a title, as they are written.
fn yearless(behind: &str, dated: &dyn Fn(&str) -> bool) -> Option<Made> {
    let at = behind.find(|c: char| c.is_ascii_digit())?;
    let digits = behind[at..].bytes().take_while(u8::is_ascii_digit).count();
    let rest = behind[at + digits..]
        .trim_start_matches(|c: char| c.is_ascii_lowercase())
        .strip_prefix(' ')?;
    let name = rest.split(|c: char| !c.is_alphabetic()).next()?;
    let whole = crate::document::dates::MONTHS.iter().any(|month| month.eq_ignore_ascii_case(name));
    let led = behind[..at].trim_end();
    let told = dated(&behind[..at]) || dated(led.strip_suffix(" on").unwrap_or(led));
    let day = format!("{} {}", &behind[at..at + digits], name.to_lowercase());
    (whole && digits <= 2 && told).then(|| format!("----{day:->6}"))
}

/// The day or the month of an event; without its year, as it is written.
fn day(document: &Document, event: &Event) -> Option<Made> {
    let written = document.fold.slice(event.span).to_lowercase();
    let bare = || written.starts_with(|c: char| c.is_ascii_digit()) && written.contains(' ');
    event
        .date
        .clone()
        .filter(|date| date.len() >= MONTH)
        .or_else(|| bare().then(|| format!("----{written:->6}")))
}
