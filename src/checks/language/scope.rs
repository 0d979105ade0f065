//! A `scope` is how far a denial reaches: to the end of its clause.

use super::gather::Gathered;
use super::passage::{Passage, has_at_most, tail, words, words_back};
use super::polarity::SUBJECT;
use crate::patterns::Cues;
use crate::text::Span;

/// Words within which what a "no" denies may be joined to more of it.
const LISTED: usize = 8;
/// Most words after an aside up to what is denied.
const ASIDE: u32 = 4;

/// Whether the clause of the denial `cue` ends within `gap`, the words between it and a hit.
pub(super) fn is_closed(cue: Span, gap: Span, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let gap = after_aside(gap, passage);
    let said = passage.slice(gap);
    if said.contains([';', ':']) {
        return true;
    }
    let turned = gathered
        .before(cues.turn, passage.hit.start)
        .is_some_and(|turn| turn.start >= gap.start && !is_parenthesis(passage, turn) && !is_restrictive(cue, passage, turn));
    let comma = said.trim_end().ends_with(',') && words(passage.words()).next().is_some_and(is_subject);
    let noted = said.trim_end().ends_with(',') && words(passage.after()).next().is_some_and(|next| next.ends_with("ed"));
    let joined = words_back(said).next().is_some_and(joins) && words(passage.words()).next().is_some_and(is_subject)
        || said.trim_end().ends_with(", and") && words(passage.words()).any(is_finite);
    let however = said
        .split_once(" however ")
        .is_some_and(|(before, _)| words(before).next().is_some());
    turned
        || comma
        || noted
        || joined
        || however
        || opens_clause(said)
        || is_set_aside(cue, said, passage)
        || is_spliced(said, passage)
        || is_fronted(cue, said, passage)
        || has_new_verb(cue, said, passage)
        || ends_list(cue, said, passage)
        || tells_on(cue, said, passage)
}

/// Whether `gap`, the words after a denial, is of learning or asking: what somebody was "not told about" or "never questioned"
/// stands all the same.
pub(super) fn is_unlearnt(gap: &str) -> bool {
    const LEARNT: [&str; 22] = [
        "know",
        "knew",
        "known",
        "told",
        "tell",
        "aware",
        "informed",
        "inform",
        "hear",
        "heard",
        "learn",
        "learned",
        "learnt",
        "notice",
        "noticed",
        "challenge",
        "challenged",
        "question",
        "questioned",
        "query",
        "queried",
        "interviewed",
    ];
    let mut said = words(gap);
    said.any(|word| LEARNT.contains(&word)) && !said.next().is_some_and(|next| matches!(next, "whether" | "if"))
}

/// Whether `gap`, the words after the denial `cue`, leaves the hit as told: it stands after a word of time or of contrast
/// ("did not ring after a", "no visit despite the"), or is joined to what is lacked by an article ("no job and a").
pub(super) fn is_told(cue: Span, gap: Span, passage: &Passage<'_>) -> bool {
    const JOINTS: [&str; 15] = [
        "after",
        "before",
        "following",
        "since",
        "during",
        "despite",
        "until",
        "between",
        "when",
        "where",
        "why",
        "how",
        "throughout",
        "amid",
        "given",
    ];
    let (cue, said) = (passage.slice(cue).to_ascii_lowercase(), passage.slice(gap));
    // "No agency that met him after the birth ensured": the verb has the denied subject.
    let is_verb = words(passage.words())
        .next()
        .is_some_and(|own| own.ends_with("ed") || is_finite(own));
    if !is_verb && words(said).any(|word| JOINTS.contains(&word)) {
        return true;
    }
    let lacks = ["no", "without", "lack", "absence of"].iter().any(|noun| cue.starts_with(noun)) && !cue.starts_with("not");
    let mut back = words_back(said);
    lacks && back.next().is_some_and(is_article) && back.next().is_some_and(is_and)
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "his" | "her" | "their")
}

/// `gap` without the aside that opens it, between commas, dashes or brackets: "did not, although it was tried, ensure".
fn after_aside(gap: Span, passage: &Passage<'_>) -> Span {
    let said = passage.slice(gap);
    let trimmed = said.trim_start();
    let opener = said.len() - trimmed.len();
    let closer = match trimmed.chars().next() {
        Some(',') => ',',
        Some('-') => '-',
        Some('(') => ')',
        _ => return gap,
    };
    match trimmed[1..].find(closer) {
        Some(length) if has_at_most(&trimmed[length + 2..], ASIDE) => Span::new(gap.start + (opener + length + 2) as u32, gap.end),
        _ => gap,
    }
}

/// Whether the denial lies in a clause that goes before the main one, or in one of "who" or "which" that is set into it, and
/// a comma has ended it: "Where parents do not attend, staff should ensure", "The trust, which sent nobody, will ensure".
fn is_fronted(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    const OPENERS: [&str; 15] = [
        "if", "when", "where", "as", "since", "because", "although", "though", "once", "after", "while", "whilst", "whenever", "despite",
        "given",
    ];
    let before = tail(passage.between(passage.sentence.start, cue.start), SUBJECT);
    let clause = before.rsplit([';', ':', '.']).next().unwrap_or_default();
    let clause = clause.rsplit_once(" but ").map_or(clause, |(_, clause)| clause);
    let opened = words(clause)
        .next()
        .is_some_and(|first| OPENERS.iter().any(|known| first.eq_ignore_ascii_case(known)));
    let inset = clause
        .rsplit_once(',')
        .is_some_and(|(_, inset)| words(inset).next().is_some_and(|first| matches!(first, "who" | "which" | "whose")));
    (opened || inset) && said.contains(',')
}

/// Whether a verb of the past after "and", the hit itself or one before it, cannot be governed by the denial: "lacked a hall
/// and ensured", "did not wait and ensured", "came without a call and found that".
fn tells_on(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    const BARE: [&str; 10] = ["did", "do", "does", "will", "would", "can", "could", "should", "must", "may"];
    let denial = passage.slice(cue).to_ascii_lowercase();
    let before = tail(passage.between(passage.sentence.start, cue.start), SUBJECT);
    let auxiliary = |known: &[&str]| {
        words_back(before)
            .next()
            .is_some_and(|aux| known.iter().any(|k| aux.eq_ignore_ascii_case(k)))
    };
    let governs_noun = ["lack", "no", "without", "absence of"].iter().any(|noun| denial.starts_with(noun)) && !denial.starts_with("not");
    let fails = ["fail", "refus", "unable", "inability", "unwilling", "reluctan"]
        .iter()
        .any(|verb| denial.starts_with(verb));
    let governs_verb = fails || denial.ends_with("to") || denial == "cannot" || denial == "not" && auxiliary(&BARE);
    // "was not upset and presented as": the denial is of a state.
    let governs_state = denial == "not" && auxiliary(&["is", "was", "are", "were"]) && !words(said).next().is_some_and(is_past);
    let own = words(passage.words()).next();
    let joined = |(word, next): (&str, &str)| is_and(word) && is_past(next);
    (governs_noun || governs_verb || governs_state) && words(said).zip(words(said).skip(1).chain(own)).any(joined)
}

/// Whether `word` is a verb that tells what somebody then did or saw.
fn is_past(word: &str) -> bool {
    const PAST: [&str; 24] = [
        "found", "saw", "said", "told", "thought", "felt", "gave", "took", "left", "wrote", "went", "came", "made", "kept", "had", "knew",
        "heard", "put", "chose", "became", "let", "began", "met", "got",
    ];
    word.ends_with("ed") || PAST.contains(&word)
}

/// Whether a comma alone puts a clause of its own to the denied one, as in notes: "did not attend, mum says all is well".
fn is_spliced(said: &str, passage: &Passage<'_>) -> bool {
    const TELLING: [&str; 14] = [
        "says", "said", "reports", "reported", "states", "stated", "feels", "felt", "appears", "appeared", "seems", "seemed", "looks",
        "looked",
    ];
    let Some((_, rest)) = said.split_once(',') else { return false };
    let tells = |word: &str| is_finite(word) || TELLING.contains(&word);
    let led = words(rest)
        .next()
        .is_some_and(|first| !matches!(first, "or" | "nor" | "and" | "as" | "it" | "if"));
    led && words(rest).any(tells)
        || words(rest).next().is_none() && words(passage.words()).next().is_some_and(|own| TELLING.contains(&own))
        || led && words(passage.words()).any(is_finite)
}

/// Whether commas set the denial apart with what it denies: "she, not he, made", "the nurse, without asking, wrote".
fn is_set_aside(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    let before = passage.between(passage.sentence.start, cue.start);
    let most = match passage.slice(cue) {
        "not" => 3,
        "without" => LISTED as u32,
        _ => return false,
    };
    before.trim_end().ends_with(',') && said.split_once(',').is_some_and(|(denied, _)| has_at_most(denied, most))
}

/// Whether commas stand on both sides of `turn`, or of what it begins: ", although slowly,".
fn is_parenthesis(passage: &Passage<'_>, turn: Span) -> bool {
    let before = passage.between(passage.sentence.start, turn.start);
    let after = passage.between(turn.end, passage.hit.start);
    before.trim_end().ends_with(',') && after.trim_start().starts_with(',')
}

/// Whether `turn` is the "who" of a person who is denied altogether: "not a girl who made", "nobody who reads this".
fn is_restrictive(cue: Span, passage: &Passage<'_>, turn: Span) -> bool {
    let between = passage.between(cue.end, turn.start);
    if !passage.slice(turn).eq_ignore_ascii_case("who") {
        return false;
    }
    is_subject_denied(passage.slice(cue)) && between.trim().is_empty()
        || passage.slice(cue).eq_ignore_ascii_case("not")
            && !between.contains(',')
            && has_at_most(between, 3)
            && words(between).next().is_some_and(|word| matches!(word, "a" | "an"))
}

/// Whether a comma, a dash or an "and" in `said` begins a clause with a subject of its own.
fn opens_clause(said: &str) -> bool {
    let mut parts = said.split([',', '-']);
    parts.next();
    let opens = |word: &str| is_subject(word) || word.eq_ignore_ascii_case("so");
    if parts.take(8).any(|part| words(part).next().is_some_and(opens)) {
        return true;
    }
    let mut joined = false;
    for word in words(said) {
        if joined && is_subject(word) {
            return true;
        }
        joined = is_and(word);
    }
    false
}

/// Whether a verb of another clause stands between the denial and the hit, or begins the hit: after "and" ("and will
/// keep", "and HB will make"), after the "that" of a relative clause, and in the clause that a denied "who do not attend"
/// was put into ("are followed up").
fn has_new_verb(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    let mut back = words_back(tail(passage.between(passage.sentence.start, cue.start), SUBJECT));
    let relative = !is_subject_denied(passage.slice(cue))
        && back.by_ref().take(2).any(is_relative)
        && back.next().is_some_and(|antecedent| !is_preposition(antecedent));
    let own = words(passage.words()).take(2);
    let mut since_and = 9;
    let (mut earlier, mut previous) = ("of", "");
    for (at, word) in words(said).chain(own).enumerate() {
        // "and staff felt": a verb that tells has a subject of its own before it.
        if (1..3).contains(&since_and) && is_past(word) && !previous.ends_with("ly") {
            return true;
        }
        let verb = is_finite(word);
        if verb && (since_and < 3 || relative && at > 0 || previous.eq_ignore_ascii_case("that") && !earlier.eq_ignore_ascii_case("of")) {
            return true;
        }
        since_and = if is_and(word) { 0 } else { since_and + 1 };
        (earlier, previous) = (previous, word);
    }
    false
}

fn is_and(word: &str) -> bool {
    word.eq_ignore_ascii_case("and") || word.eq_ignore_ascii_case("so")
}

/// Whether a clause may be put to another by `word`: "and it was felt", "for it was felt".
fn joins(word: &str) -> bool {
    is_and(word) || word.eq_ignore_ascii_case("for")
}

/// Whether the denial is itself the subject of what follows: "said that none of them was".
fn is_subject_denied(cue: &str) -> bool {
    ["none", "nobody", "nothing", "neither", "no one", "no-one"]
        .iter()
        .any(|known| cue.eq_ignore_ascii_case(known))
}

/// Whether "which" after `word` is no subject: "in which nobody".
fn is_preposition(word: &str) -> bool {
    ["in", "of", "for", "at", "on", "by", "to", "under", "from", "through"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

fn is_relative(word: &str) -> bool {
    ["who", "which", "that"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether `word` is a verb that must have a subject.
fn is_finite(word: &str) -> bool {
    const FINITE: [&str; 17] = [
        "will", "shall", "must", "should", "would", "can", "could", "is", "are", "was", "were", "has", "have", "had", "does", "did", "do",
    ];
    FINITE.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a comma ends what a "no" denies: "no offences, both parties advised", "no needs identified, closed to duty"; in
/// "no clear, robust plan" it does not.
fn ends_list(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    let denial = passage.slice(cue);
    if !(denial.eq_ignore_ascii_case("no") || denial.eq_ignore_ascii_case("without")) {
        return false;
    }
    let Some((denied, rest)) = said.split_once(',') else { return false };
    let listed = words(rest).take(LISTED).any(|w| matches!(w, "or" | "and" | "nor" | "no" | "any"));
    // "no evidence of use, home conditions good enough": more than an adjective follows.
    if !listed && words(denied).next().is_some() && words(rest).next().is_some() {
        return true;
    }
    let deed = words(passage.words()).next().is_some_and(|own| own.ends_with("ed"));
    let plural = |w: &str| w.len() > 4 && w.ends_with('s') && !w.ends_with("ss") && !w.ends_with("us");
    let things = words(denied).any(plural) || deed && words_back(denied).next().is_some_and(|w| w.ends_with("ed"));
    things && !listed
}

/// Whether a clause may begin with `word`.
fn is_subject(word: &str) -> bool {
    const SUBJECTS: [&str; 24] = [
        "he", "she", "it", "they", "we", "i", "you", "the", "this", "that", "these", "those", "there", "his", "her", "their", "its", "all",
        "was", "were", "is", "are", "both", "everyone",
    ];
    SUBJECTS.iter().any(|subject| word.eq_ignore_ascii_case(subject))
}
