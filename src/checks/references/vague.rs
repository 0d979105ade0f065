//! A `vague` reference points without naming its target: "as stated elsewhere in the report", "described above",
//! "in the previous finding".

use super::anchor::{Anchor, Found, anchors};
use super::mention::{Mention, Pointer, Scene};
use super::own;
use super::words::{ahead, begins, clause_after, clause_before, is_in, last, next, words};
use crate::document::LabelKind;

/// Verbs by which a text speaks of what it says.
#[rustfmt::skip]
const SAYING: &[&str] = &[
    "stated", "mentioned", "noted", "set out", "described", "referenced", "highlighted", "discussed", "outlined", "detailed", "explained",
    "identified", "indicated", "referred to", "explored", "covered", "seen", "shown", "recorded", "commented", "commented on", "said",
    "reported", "considered", "analysed", "touched on", "alluded to", "documented", "evidenced", "listed", "given", "summarised", "addressed",
    "observed", "cited", "raised", "pointed out", "acknowledged", "demonstrated", "presented", "illustrated", "emphasised", "made clear",
    "quoted", "defined", "examined",
];

/// Words that may stand between the verb and its pointer.
const BETWEEN: &[&str] = &["in", "more", "detail", "briefly", "fully", "further", "and", "both", "also"];

/// Words that may follow "above" or "below" when it is no preposition.
#[rustfmt::skip]
const AFTER_PLACE: &[&str] = &[
    "and", "but", "would", "will", "is", "are", "was", "were", "in", "have", "has", "which", "who", "by", "should", "could", "it", "this", "these",
    "there", "may", "might", "can", "also", "that", "with", "as", "or",
];

/// What a part of a text does: "the next paragraph says why".
#[rustfmt::skip]
const TELLING: &[&str] = &[
    "says", "shows", "sets", "describes", "explains", "considers", "deals", "looks", "gives", "details", "outlines", "summarises", "examines",
    "discusses", "explores", "tells", "turns", "lists",
];

/// Nouns for this document and its parts.
#[rustfmt::skip]
const HERE: &[&str] = &[
    "report", "review", "document", "section", "chapter", "finding", "analysis", "chronology", "minutes", "overview", "paper", "table", "plan", "narrative",
];

/// Reads the pointer at `anchor` with the verb that makes it one; `None` for the ordinary word.
pub(super) fn pointer(text: &str, anchor: &Found) -> Option<Mention> {
    let word = text[anchor.start..anchor.end].to_ascii_lowercase();
    let here = here(text, anchor.end);
    let end = here.unwrap_or(anchor.end);
    let start = match word.as_str() {
        "other parts of" | "other sections of" => return parts(text, anchor, &word),
        "above" | "below" => place(text, anchor)?,
        // What stands elsewhere in the plan is promised there.
        "elsewhere"
            if here.is_some_and(|end| text[..end].ends_with("plan"))
                && !said_before(text, anchor.start).is_some_and(|at| is_as(text, at)) =>
        {
            return None;
        }
        "elsewhere" => said_before(text, anchor.start)
            .filter(|&at| here.is_some() || is_as(text, at))
            .or_else(|| here.map(|_| anchor.start))?,
        "as has been" | "as have been" | "as has already been" | "as we have" | "as i have" => return as_said(text, anchor),
        "later" => said_before(text, anchor.start).filter(|_| here.is_some())?,
        _ => time(text, anchor, here.is_some())?,
    };
    let end = if matches!(word.as_str(), "previously" | "already" | "earlier") {
        saying_after(text, anchor).unwrap_or(end)
    } else {
        end
    };
    Some(vague(as_before(text, start)..end, matches!(word.as_str(), "above" | "below"), None))
}

/// Labels whose one place above or below a reader can find.
const BESIDE: &[LabelKind] = &[
    LabelKind::Paragraph,
    LabelKind::Section,
    LabelKind::Finding,
    LabelKind::Recommendation,
    LabelKind::LearningPoint,
    LabelKind::Theme,
    LabelKind::Action,
    LabelKind::Table,
    LabelKind::Figure,
];

/// Reads "the recommendation above" at `anchor`, a label of `kind` without a number.
pub(super) fn beside(text: &str, kind: LabelKind, anchor: &Found) -> Option<Mention> {
    let place = next(text, anchor.end);
    let step = match place {
        "above" => -1,
        "below" => 1,
        _ => return None,
    };
    let end = anchor.end + 1 + place.len();
    let many = text[anchor.start..anchor.end].ends_with('s');
    let number = next(text, end).starts_with(|c: char| c.is_ascii_digit());
    let the = is_in(last(text, anchor.start), &["the", "this"]);
    (the && !many && !number && BESIDE.contains(&kind)).then(|| vague(anchor.start..end, true, Some((kind, step))))
}

/// Reads "the above recommendation" at `anchor`, the word "above" or "below".
pub(super) fn placed(text: &str, anchor: &Found) -> Option<Mention> {
    let step = match &text[anchor.start..anchor.end] {
        "above" => -1,
        "below" => 1,
        _ => return None,
    };
    let label = anchors(ahead(text, anchor.end)).next().filter(|found| found.start == 1)?;
    let Anchor::Label(kind) = label.anchor else { return None };
    let end = anchor.end + label.end;
    let many = text[..end].ends_with('s');
    let after = next(text, end);
    let number = after.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
    let the = is_in(last(text, anchor.start), &["the"]);
    (the && !many && !number && BESIDE.contains(&kind)).then(|| vague(anchor.start..end, true, Some((kind, step))))
}

/// "As has been said," without a word of place.
fn as_said(text: &str, anchor: &Found) -> Option<Mention> {
    let rest = text[anchor.end..].strip_prefix(' ')?;
    let verb = SAYING.iter().filter(|verb| begins(rest, verb)).max_by_key(|verb| verb.len())?;
    let end = anchor.end + 1 + verb.len();
    let after = &text[end..];
    let whole = !after.starts_with(|c: char| c.is_alphanumeric());
    let inside = here(text, end);
    let another = inside.is_none() && is_in(next(text, end), &["by", "to", "from", "in", "at"]);
    // "As has been said already" is the whole pointer; in "as has been stated elsewhere" that word is.
    let already = next(text, end);
    let end = if is_in(already, &["already", "before"]) && text[end + 1 + already.len()..].starts_with([',', '.', ';', ')']) {
        end + 1 + already.len()
    } else {
        end
    };
    let placed = words(clause_after(text, end))
        .take(6)
        .any(|word| is_in(word, &["elsewhere", "earlier", "above", "below", "previously", "already", "later"]));
    let end = inside.unwrap_or(end);
    (whole && !another && !placed).then(|| vague(anchor.start..end, false, None))
}

/// Reads "in the previous finding" at `anchor`, "previous" or "next".
pub(super) fn step(scene: &Scene, step: i8, anchor: &Found) -> Option<Mention> {
    let text = scene.text;
    let (kind, end) = own::label_after(scene, anchor.end)?;
    let before = clause_before(text, anchor.start);
    let mut opening = words(before).rev();
    let the = opening.next().is_some_and(|word| is_in(word, &["the"]));
    let within = opening
        .next()
        .is_some_and(|word| is_in(word, &["in", "see", "from", "under", "at", "within", "by", "to"]));
    let plural = text[anchor.end..end].ends_with('s');
    // "The previous finding" opens a sentence.
    let first = step < 0 && before.trim().eq_ignore_ascii_case("the");
    // What the document itself numbers is the nearest that can be meant.
    let counted = matches!(
        kind,
        LabelKind::Finding | LabelKind::Theme | LabelKind::LearningPoint | LabelKind::Own(_)
    );
    let first = first || step < 0 && counted;
    if !the
        || !(within || first || is_in(next(text, end), TELLING))
        || plural
        || is_in(next(text, end), &["of", "plan", "from", "made", "that"])
    {
        return None;
    }
    let the_at = anchor.start - "the ".len();
    let start = said_before(text, the_at.saturating_sub(1 + last(text, the_at).len())).map_or(anchor.start, |at| as_before(text, at));
    Some(vague(start..end, false, Some((kind, step))))
}

/// The mention of "ibid" at `anchor`.
pub(super) const fn ibid(anchor: &Found) -> Mention {
    vague(anchor.start..anchor.end, false, None)
}

const fn vague(range: std::ops::Range<usize>, near: bool, step: Option<(LabelKind, i8)>) -> Mention {
    Mention {
        range,
        pointer: Pointer::Vague { near, step },
    }
}

/// Where " in the report" ends after byte `at`.
fn here(text: &str, at: usize) -> Option<usize> {
    let clause = clause_after(text, at);
    let inside = [
        "in the ",
        "in this ",
        "within this ",
        "within the ",
        "of this ",
        "of these ",
        "in these ",
        "at the start of these ",
        "at the beginning of these ",
        "of the ",
        "on in this ",
    ]
    .iter()
    .find(|lead| begins(clause.trim_start(), lead))?;
    let from = clause.len() - clause.trim_start().len() + inside.len();
    let rest = &clause[from..];
    let mut reach = 0;
    for word in rest.split(' ').take(4) {
        reach += word.len();
        if is_in(word, HERE) {
            return Some(at + from + reach);
        }
        if word.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase()) && !is_in(word, &["overview", "serious", "case"]) {
            return None;
        }
        reach += 1;
    }
    None
}

/// "in many other parts of the report", from "in" or "many".
fn parts(text: &str, anchor: &Found, word: &str) -> Option<Mention> {
    let of = anchor.start + word.len() - 2;
    let end = here(text, of.saturating_sub(1))?;
    let mut start = anchor.start;
    while is_in(last(text, start), &["many", "several", "in", "some", "various", "numerous"]) {
        start = text[..start].trim_end().len() - last(text, start).len();
    }
    Some(vague(start..end, false, None))
}

/// "described above", "(see below)", "as above", "the above findings" left out: where it begins.
fn place(text: &str, anchor: &Found) -> Option<usize> {
    let before = last(text, anchor.start);
    let after = next(text, anchor.end);
    if is_in(before, &["see", "as"]) && (after.is_empty() || is_in(after, &["for", "and"])) {
        return Some(anchor.start - 1 - before.len());
    }
    let at = said_before(text, anchor.start)?;
    let ends = after.is_empty() && !text[anchor.end..].starts_with('-') && !begins(&text[anchor.end..], " £");
    let digits = after.starts_with(|c: char| c.is_ascii_digit());
    (ends || (is_as(text, at) && !digits) || is_in(after, AFTER_PLACE)).then_some(at)
}

/// "as stated previously", "mentioned earlier in the report", "as previously stated": where it begins.
fn time(text: &str, anchor: &Found, here: bool) -> Option<usize> {
    if let Some(end) = saying_after(text, anchor) {
        let by = begins(&text[end..], " by ") || begins(&text[end..], " to ");
        let leads = is_in(last(text, anchor.start), &["as"]) || is_as(text, anchor.start);
        let marked = self::here(text, end).is_some();
        return ((leads && !by) || marked).then_some(anchor.start);
    }
    if text[anchor.start..anchor.end].eq_ignore_ascii_case("already") {
        return None;
    }
    let at = said_before(text, anchor.start)?;
    let other = is_in(next(text, anchor.end), &["that", "by", "in", "on", "than", "this", "to"]);
    (here || (is_as(text, at) && !other)).then_some(at)
}

/// Where the verb after "previously" ends: "previously stated".
fn saying_after(text: &str, anchor: &Found) -> Option<usize> {
    let rest = text[anchor.end..].strip_prefix(' ')?;
    let been = if begins(rest, "been ") { "been ".len() } else { 0 };
    let verb = SAYING
        .iter()
        .filter(|verb| begins(&rest[been..], verb))
        .max_by_key(|verb| verb.len())?;
    let end = anchor.end + 1 + been + verb.len();
    let whole = !text[end..].starts_with(|c: char| c.is_alphanumeric());
    let end = if whole { self::here(text, end).unwrap_or(end) } else { end };
    whole.then_some(end)
}

/// Where the verb of saying before byte `at` begins, a few words between allowed.
fn said_before(text: &str, at: usize) -> Option<usize> {
    let clause = clause_before(text, at);
    let base = at - clause.len();
    let mut head = clause.trim_end();
    for _ in 0..4 {
        let verb = SAYING.iter().find(|verb| ends_with_word(head, verb));
        if let Some(verb) = verb {
            return Some(base + head.len() - verb.len());
        }
        let word = last(head, head.len());
        if word.is_empty() || !is_in(word, BETWEEN) {
            return None;
        }
        head = head[..head.len() - word.len()].trim_end();
    }
    None
}

fn ends_with_word(head: &str, word: &str) -> bool {
    head.len()
        .checked_sub(word.len())
        .filter(|&at| head.is_char_boundary(at))
        .is_some_and(|at| head[at..].eq_ignore_ascii_case(word) && !head[..at].ends_with(|c: char| c.is_alphanumeric() || c == '\''))
}

/// Whether "as" leads to the verb at byte `at`: "as", "as has been", "as I have".
fn is_as(text: &str, at: usize) -> bool {
    as_before(text, at) < at
}

/// Where the "as" before byte `at` stands; `at` itself when there is none.
fn as_before(text: &str, at: usize) -> usize {
    let mut start = at;
    for _ in 0..5 {
        let word = last(text, start);
        if is_in(word, &["as"]) {
            return start - 1 - word.len();
        }
        if !is_in(
            word,
            &[
                "has",
                "have",
                "been",
                "is",
                "was",
                "were",
                "are",
                "already",
                "also",
                "previously",
                "i",
                "we",
                "it",
                "briefly",
                "set",
                "earlier",
            ],
        ) {
            return at;
        }
        start -= 1 + word.len();
    }
    at
}
