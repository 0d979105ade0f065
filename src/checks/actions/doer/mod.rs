//! A `doer` is who a sentence says is to act: "CSC to audit", "the Designated Doctor should send", "by the Trust".

mod name;
mod words;

use std::ops::Range;

use crate::document::is_order;
use name::{longest_name, name_after};
use words::{GROUPS, HEADS, is_in};
pub(super) use words::{is_group, is_initials, is_person, is_someone, names};

/// Who is to act, by the grammar of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Doer {
    /// The words (bytes of the text read).
    pub(super) range: Range<usize>,
    /// Whether it is a group in which nobody is named: "agencies", "all professionals".
    pub(super) group: bool,
}

/// Words by which an undertaking begins, after its doer.
const UNDERTAKING: &[&str] = &["to", "should", "must", "will", "shall", "would"];

/// Verbs before "to" that belong to the undertaking: "needs to ascertain", "are to agree".
const BEFORE_TO: &[&str] = &[
    "needs",
    "need",
    "is",
    "are",
    "has",
    "have",
    "agreed",
    "agrees",
    "undertook",
    "undertakes",
    "asked",
    "required",
    "offered",
    "promised",
    "going",
    "expected",
    "tasked",
    "volunteered",
];

/// Verbs after which someone says of himself what he would do.
const SAYING: &[&str] = &["said", "says", "confirmed", "stated", "advised", "explained", "reported"];

/// Words that join one who acts to another between commas: "CSC, together with the Trust, should".
const TOGETHER: &[&str] = &["together", "along", "alongside", "with", "supported"];

/// Words that open an aside between a doer and its verb, in which nobody else is given the action.
const ASIDE: &[&str] = &["in", "through", "via", "working", "as", "led", "under", "where", "by"];

/// Adverbs between a doer and its verb.
const ADVERBS: &[&str] = &[
    "also",
    "both",
    "then",
    "therefore",
    "jointly",
    "now",
    "together",
    "each",
    "all",
    "further",
];

/// Words before a name that make it the object of what goes before: "make contact with NHS England to advise".
#[rustfmt::skip]
const OBJECT: &[&str] = &[
    "with", "to", "from", "by", "at", "on", "within", "of", "for", "in", "about", "into", "ask", "asks", "contact", "invite", "advise", "support",
    "whether", "if", "when", "until", "how", "where", "once", "because", "who", "which", "what", "while", "as",
];

/// The doers of `text`, in reading order: one for each undertaking that names one. Work grows with the text alone.
pub(super) fn doers(text: &str) -> Vec<Doer> {
    let tokens = tokens(text);
    let mut found: Vec<Doer> = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let word = &text[token.clone()];
        let (doer, partner) = if is_in(word, UNDERTAKING) && opens_verb(text, &tokens, i) {
            before_aside(text, &tokens, i).unwrap_or_else(|| (name_before(text, &tokens, i), None))
        } else if word == "by" {
            (agent_after(text, &tokens, i), None)
        } else if word.eq_ignore_ascii_case("that") {
            (subject_after(text, &tokens, i), None)
        } else {
            (None, None)
        };
        for doer in doer.into_iter().chain(partner) {
            if found.last().is_none_or(|last| last.range.end <= doer.range.start) {
                found.push(doer);
            }
        }
    }
    found
}

/// The doer before an aside that a comma closes right before token `i`, and the partner whom the aside names: "the Council,
/// together with the Fire Service, should".
fn before_aside(text: &str, tokens: &[Range<usize>], i: usize) -> Option<(Option<Doer>, Option<Doer>)> {
    const LONGEST: usize = 14;
    let word = |at: usize| &text[tokens[at].clone()];
    let last = i.checked_sub(1).filter(|&last| word(last).ends_with(','))?;
    let comma = (last.saturating_sub(LONGEST)..last).rev().find(|&at| word(at).ends_with(','))?;
    let opener = word(comma + 1);
    // "The Chief Nurse, Brantley Hospital, will": the aside says where.
    let place = tokens[comma + 1..=last].iter().all(|t| {
        let word = text[t.clone()].trim_end_matches(',');
        word.starts_with(char::is_uppercase) || matches!(word, "of" | "and" | "the" | "for")
    });
    if !(is_in(opener, TOGETHER) || is_in(opener, ASIDE) || place && last - comma <= 5) {
        return None;
    }
    let bare = |at: usize| tokens[at].start..tokens[at].end - 1;
    let mut cut: Vec<Range<usize>> = tokens[..=comma].to_vec();
    cut[comma] = bare(comma);
    let doer = longest_name(text, &cut, comma + 1).filter(|d| !is_object(text, &cut, d));
    let mut inner: Vec<Range<usize>> = tokens[..=last].to_vec();
    inner[last] = bare(last);
    let partner = is_in(opener, TOGETHER).then(|| longest_name(text, &inner, last + 1)).flatten();
    doer.is_some().then_some((doer, partner))
}

/// The words of `text`; a slash, an ampersand and an inner full stop belong to a word.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices() {
        match (c.is_whitespace(), start) {
            (true, Some(from)) => {
                tokens.push(from..i);
                start = None;
            }
            (false, None) => start = Some(i),
            _ => {}
        }
    }
    tokens.extend(start.map(|from| from..text.len()));
    tokens
}

/// Whether the word at `i` opens an undertaking: "to audit", "should send"; not "to the Board", "to CSC", "to be sent".
fn opens_verb(text: &str, tokens: &[Range<usize>], i: usize) -> bool {
    let next = tokens.get(i + 1).map_or("", |t| &text[t.clone()]);
    let modal = !text[tokens[i].clone()].eq_ignore_ascii_case("to");
    let verb = next.starts_with(|c: char| c.is_ascii_lowercase()) && !is_in(next, NO_VERBS);
    // "A doctor to be in every discussion": who is to be somewhere is not who sees to it; "HO will be at the first" has agreed to go.
    let placed = ["in", "at", "on", "present", "there", "with", "told", "told,"];
    let passive = next == "be"
        && tokens
            .get(i + 2)
            .is_some_and(|t| is_participle(&text[t.clone()]) || !modal && is_in(&text[t.clone()], &placed));
    (verb || (modal && is_in(next, ADVERBS))) && !passive
}

#[rustfmt::skip]
const NO_VERBS: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "their", "his", "her", "its", "our", "each", "all", "any", "every", "date", "what", "which", "who",
    "whom", "how", "children", "families", "professionals", "agencies", "staff", "and", "or", "school", "court", "be,",
];

fn is_participle(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
    word.ends_with("ed")
        || matches!(
            word,
            "made" | "given" | "done" | "sent" | "set" | "held" | "put" | "drawn" | "taken" | "seen" | "written" | "shown" | "brought"
        )
}

/// The name that ends right before token `i`, a verb of obligation and adverbs between passed over.
fn name_before(text: &str, tokens: &[Range<usize>], i: usize) -> Option<Doer> {
    let mut end = i;
    let word = |at: usize| &text[tokens[at].clone()];
    while end > 1 && (is_in(word(end - 1), ADVERBS) || (is_in(word(end - 1), BEFORE_TO) && text[tokens[i].clone()] == *"to")) {
        end -= 1;
    }
    // "The health visitor said that she would ring".
    if end > 2 && is_in(word(end - 1), &["she", "he", "they"]) {
        end -= 1 + usize::from(word(end - 2) == "that");
        end = end.checked_sub(1).filter(|&said| is_in(word(said), SAYING))?;
    }
    // "Social worker (Kemi Ansah) to see Remy"
    let bracket = end.checked_sub(1).filter(|&last| word(last).ends_with(')'));
    let open = bracket.and_then(|last| (last.saturating_sub(4)..=last).rev().find(|&at| word(at).starts_with('(')));
    let mut doer = longest_name(text, tokens, open.unwrap_or(end))?;
    if open.is_some() {
        doer.range.end = tokens[end - 1].end;
    }
    let first = tokens.partition_point(|t| t.start < doer.range.start);
    let Some(before) = first.checked_sub(1) else { return Some(doer) };
    match word(before) {
        // "the partnership through its subgroup should": the partnership acts.
        "through" | "via" if before > 0 => longest_name(text, tokens, before).filter(|d| !is_object(text, tokens, d)),
        _ => Some(doer).filter(|d| !is_object(text, tokens, d)),
    }
}

/// Whether a preposition or a verb before it makes a name the object of what goes before.
fn is_object(text: &str, tokens: &[Range<usize>], doer: &Doer) -> bool {
    let first = tokens.partition_point(|t| t.start < doer.range.start);
    let before = first.checked_sub(1).map(|at| &text[tokens[at].clone()]);
    first > 1 && before.is_some_and(|word| is_in(word, OBJECT))
}

/// "to be advised by CSC": the body after "by", when a passive stands before it; dates and means are no doers.
fn agent_after(text: &str, tokens: &[Range<usize>], i: usize) -> Option<Doer> {
    let word = |at: usize| &text[tokens[at].clone()];
    let passive = |at: usize| at > 0 && word(at - 1) == "be" && is_participle(word(at));
    // "to be reissued by 1 December by the Business Unit": what stands between is when.
    let direct = i.checked_sub(1).is_some_and(|at| is_participle(word(at)));
    if !direct && !(i.saturating_sub(7)..i).any(passive) {
        return None;
    }
    let undertaken = tokens[i.saturating_sub(if direct { 5 } else { 10 })..i]
        .iter()
        .any(|t| matches!(&text[t.clone()], "to" | "should" | "must" | "will"));
    name_after(text, tokens, i).filter(|_| undertaken)
}

/// "that the Safeguarding partnership commissions an expert", "recommended that the Board review its policy": the subject of
/// a clause in the present.
fn subject_after(text: &str, tokens: &[Range<usize>], i: usize) -> Option<Doer> {
    let doer = name_after(text, tokens, i)?;
    let next = tokens.iter().find(|t| t.start >= doer.range.end).map(|t| &text[t.clone()])?;
    let small = next.chars().all(|c| c.is_ascii_lowercase()) && !is_in(next, HEADS) && !is_in(next, GROUPS);
    let present = next.ends_with('s') && !next.ends_with("ss") && next.len() > 3 && next != "does";
    let before = i.checked_sub(1).map(|at| &text[tokens[at].clone()]);
    let asked = before.is_none_or(|word| word.starts_with("recommend") || matches!(word, "resolved" | "agreed" | "asks" | "requests"));
    (small && (present || asked && !doer.group && is_order(next))).then_some(doer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let show = |d: Doer| format!("{}{}", if d.group { "*" } else { "" }, &text[d.range]);
        doers(text).into_iter().map(show).collect()
    }

    #[test]
    fn names_who_is_to_act() {
        for (text, expected) in [
            (
                "In reference to paragraph 7.1.33 Northshire Hospitals NHS Foundation Trust needs to ascertain if",
                &["Northshire Hospitals NHS Foundation Trust"][..],
            ),
            (
                "In reference to paragraph 7.1.50 NCC Commissioning Team to ascertain how widely",
                &["NCC Commissioning Team"],
            ),
            (
                "See paragraph 4.2. The safeguarding partnership to review and amend the document",
                &["The safeguarding partnership"],
            ),
            ("A doctor to be in every strategy discussion", &[]),
            ("It was agreed that HO will be at the first one", &["HO"]),
            (
                "the Designated Doctor is to send the protocol to all surgeries",
                &["the Designated Doctor"],
            ),
            ("KB to ring nursery on 1 July", &["KB"]),
            ("HV/SW to visit", &["HV/SW"]),
            ("Mum to ensure she gets to all appointments", &["Mum"]),
            ("the Head of Safeguarding is to observe two sessions", &["the Head of Safeguarding"]),
            ("the partnership to be advised by CSC on what actions they are taking", &["CSC"]),
            (
                "there needs to be an action and that is that the Safeguarding partnership commissions an expert",
                &["the Safeguarding partnership"],
            ),
            (
                "The partnership through the Workforce subgroup should review and amend",
                &["The partnership"],
            ),
            (
                "The Clinical Commissioning Group to make contact with NHS England to advise them",
                &["The Clinical Commissioning Group"],
            ),
            ("chairs of CIN meetings should read out the actions", &["chairs of CIN meetings"]),
            ("All to continue as before", &["*All"]),
            ("Agencies should consider how they record", &["*Agencies"]),
            ("All professionals to ensure fathers are engaged", &["*All professionals"]),
            ("Individual agencies must also report back", &["*Individual agencies"]),
            ("CSC also to provide evidence to the partnership", &["CSC"]),
            (
                "CSC, Westshire Constabulary and the Trust are to agree a rota",
                &["CSC, Westshire Constabulary and the Trust"],
            ),
            ("SD to ring and say whether MARAC will hear it again", &["SD"]),
            ("the core group would continue to monitor the situation", &["*the core group"]),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    #[test]
    fn names_beside_asides_and_clauses() {
        for (text, expected) in [
            (
                "Northmoor Council Adult Social Care, together with the Fire and Rescue Service, should agree a form",
                &["Northmoor Council Adult Social Care", "the Fire and Rescue Service"][..],
            ),
            (
                "The council's private housing team to give every service a number",
                &["The council's private housing team"],
            ),
            ("Social worker (Kemi Ansah) to see Remy", &["Social worker (Kemi Ansah)"]),
            ("The Board, in consultation with its partners, should write", &["The Board"]),
            ("the Chief Nurse, Brantley Hospital, will stop any discharge", &["the Chief Nurse"]),
            ("the MARM Co ordinator will set a date", &["the MARM Co ordinator"]),
            ("Minute taker to send these minutes to all", &["Minute taker"]),
            ("The landlord's contractor to fit a lock", &["The landlord's contractor"]),
            ("The health visitor said that she would ring the GP", &["The health visitor"]),
            (
                "the toolkit will be reissued by 1 December 2023 by the Business Unit",
                &["the Business Unit"],
            ),
            (
                "That the Department of Health and Social Care considers changing it",
                &["the Department of Health and Social Care"],
            ),
            ("It is recommended that the Trust review its policy", &["the Trust"]),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    #[test]
    fn names_nobody_where_nobody_is_named() {
        for text in [
            "Continue to monitor",
            "Policy to reflect the change",
            "Policy to be reviewed and strengthened.",
            "Budgeting support to be offered.",
            "Consideration should be given to improving the way in which it works",
            "A report to the Board by December 2019",
            "to be completed by March 2020",
            "in relation to CSC",
            "Ensure that agencies share what they know",
            "to be sent by Friday",
            "Nobody is to tell him where they are",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text:?}");
        }
    }
}
