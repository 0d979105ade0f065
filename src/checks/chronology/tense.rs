//! The `Tense` of a date is whether the clause around it tells what happened then or what is to happen.

/// What a clause tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// What happened.
    Past,
    /// What is to happen, or nothing that can be told.
    Open,
}

/// Forms of the past that do not end in "ed".
#[rustfmt::skip]
const PAST: [&str; 55] = [
    "was", "were", "had", "did", "met", "took", "saw", "went", "came", "gave", "said", "told", "wrote", "rang", "left", "held", "made", "began", "found", "heard",
    "brought", "drew", "spoke", "sent", "got", "kept", "felt", "fell", "became", "knew", "led", "lost", "paid", "ran", "sat", "sold", "stood", "taught",
    "thought", "won", "wore", "broke", "chose", "drove", "ate", "hit", "hurt", "grew", "seen", "given", "taken", "shown", "written", "spent", "bought",
];

/// Words of a clause that looks ahead, or tells of an arrangement.
#[rustfmt::skip]
const AHEAD: [&str; 54] = [
    "will", "would", "shall", "should", "may", "might", "can", "could", "must", "to", "is", "are", "am", "be", "has", "have", "due", "next", "by", "until", "if", "planned", "scheduled",
    "listed", "fixed", "booked", "arranged", "expected", "deadline", "target", "adjourned", "postponed", "deferred", "extended", "invited", "proposed", "intended",
    "ends", "begins", "starts", "runs", "expires", "lasts", "takes", "falls", "meets", "opens", "closes", "comes", "returns", "moves", "leaves", "plans", "set",
];

/// The tense of the clause that lies between the words before a date and those behind it, in lower case: of its last verb before
/// the date; where none stands there, of the first behind it.
pub(super) fn around(before: &str, behind: &str) -> Tense {
    let head = before.rsplit(BREAKS).next().unwrap_or_default();
    let head = CONJUNCTIONS
        .iter()
        .fold(head, |head, word| head.rsplit_once(word).map_or(head, |(_, rest)| rest));
    if let Some(tense) = verbs(head).last() {
        // "the dental check is to be on", "was to be held on"
        let ahead = verbs(head).any(|it| it == Tense::Open);
        return if ahead { Tense::Open } else { tense };
    }
    // "The inquest, on 26 April, heard": the clause goes on behind the date.
    let tail = behind.trim_start_matches([',', ' ', ')']);
    let tail = tail.split([';', ':', '.']).next().unwrap_or_default();
    let mut verbs = verbs(tail);
    match (verbs.next(), before.trim_end().ends_with("on") || before.trim_end().ends_with("in")) {
        (Some(Tense::Past), true) if !verbs.any(|it| it == Tense::Open) || head.trim().len() <= 2 => Tense::Past,
        _ => Tense::Open,
    }
}

/// Signs that end a clause.
const BREAKS: [char; 5] = [';', ':', ',', '(', '\u{2013}'];
/// Words that begin another.
const CONJUNCTIONS: [&str; 7] = [" and ", " but ", " that ", " who ", " which ", " when ", " because "];

/// What each verb of a clause tells.
fn verbs(clause: &str) -> impl Iterator<Item = Tense> {
    let mut before = "";
    clause.split(|c: char| !c.is_alphabetic() && c != '\'').filter_map(move |word| {
        let last = std::mem::replace(&mut before, word);
        // "went to live", "wrote to the school": done all the same.
        if word == "to" && is_done(last) {
            return None;
        }
        if AHEAD.contains(&word) {
            return Some(Tense::Open);
        }
        let ended = word.len() >= 5 && word.ends_with("ed") && !matches!(word, "indeed" | "hundred" | "need" | "named" | "unborn");
        (PAST.contains(&word) || ended).then_some(Tense::Past)
    })
}

/// Whether "to" behind `word` leads somewhere, and not to what is meant to happen.
fn is_done(word: &str) -> bool {
    #[rustfmt::skip]
    const MEANT: [&str; 24] = [
        "was", "were", "had", "agreed", "asked", "decided", "planned", "hoped", "intended", "wanted", "expected", "wished", "offered", "promised", "needed", "invited", "arranged", "scheduled",
        "proposed", "resolved", "postponed", "deferred", "adjourned", "extended",
    ];
    !MEANT.contains(&word) && (PAST.contains(&word) || word.len() >= 5 && word.ends_with("ed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_and_what_is_to_come() {
        for (before, behind, tense) in [
            ("the dental check took place on ", " and two teeth were filled.", Tense::Past),
            ("on ", " the nurse visited and saw him.", Tense::Past),
            ("the inquest, held on ", ", heard from the ward.", Tense::Past),
            ("the order was made that week and ends on ", ".", Tense::Open),
            ("the next meeting will be held on ", " at the school.", Tense::Open),
            ("the trial is listed for hearing on ", ".", Tense::Open),
            ("a first visit was booked on ", ".", Tense::Open),
            ("the panel is to look at it on ", ".", Tense::Open),
            ("on ", " the group will meet.", Tense::Open),
            ("she went to live with her aunt on ", ".", Tense::Past),
            ("it was agreed to meet on ", ".", Tense::Open),
            ("he was told that the plan ends on ", ".", Tense::Open),
            ("she rang twice, and was seen in prison on ", ", in company.", Tense::Past),
        ] {
            assert_eq!(around(before, behind), tense, "{before}");
        }
    }
}
