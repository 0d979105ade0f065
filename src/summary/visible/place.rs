//! The `place` of somebody in a sentence: they do something, something is done to them, or they are named and no more.

use super::mention::Mention;
use super::token::{Sign, Token};
use super::words::{ADVERBS, BE, BETWEEN, Form, HELPERS, form, is_done, is_finite, is_verb};

/// What somebody is in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::summary) enum Part {
    /// They do something.
    Doer,
    /// Something is done to them, or they are spoken to, met or told.
    Object,
    /// Neither can be told.
    Named,
}

/// Prepositions that carry a verb to its object.
const CARRIERS: &[&str] = &[
    "to", "with", "at", "from", "for", "about", "of", "on", "towards", "against", "after",
];
/// Words stepped over between a person and a verb.
const STEPS: usize = 4;

/// What the `nth` of `mentions` is in the sentence of `tokens`.
pub(super) fn of(tokens: &[Token<'_>], mentions: &[Mention], nth: usize) -> Part {
    let mention = &mentions[nth];
    if tokens[mention.last].owner {
        return Part::Named;
    }
    before(tokens, mentions, nth).unwrap_or_else(|| after(tokens, mentions, nth))
}

/// What the words before a person say: "told the father", "met with Mum", "seen by the nurse"; `None` when the words after tell.
fn before(tokens: &[Token<'_>], mentions: &[Mention], nth: usize) -> Option<Part> {
    let first = mentions[nth].first;
    let at = back(tokens, first)?;
    let word = &tokens[at];
    // "Visited Mum and Dad": the second has the place of the first.
    if word.is("and") && nth > 0 && mentions[nth - 1].last + 1 == at && !tokens[mentions[nth - 1].last].owner {
        return self::before(tokens, mentions, nth - 1);
    }
    let inside = mentions.iter().any(|mention| (mention.first..=mention.last).contains(&at));
    if inside || word.owner {
        return None;
    }
    if word.is("by") {
        let done = at
            .checked_sub(1)
            .is_some_and(|verb| is_done(tokens[verb].text) && word.before == Sign::Blank);
        return Some(if done { Part::Doer } else { Part::Named });
    }
    // "Looked after children" are children in care.
    if word.is("after") && at + 1 == first {
        return None;
    }
    if word.is_one_of(CARRIERS) {
        let verb = at.checked_sub(1).filter(|_| word.before == Sign::Blank);
        let carried = verb.is_some_and(|verb| acts(tokens, mentions, verb, true) && !tokens[verb].is_one_of(BE));
        // "After the father left" opens a clause; "concerns about the mother were raised" is not of what she did.
        let clause = word.is("after");
        return if carried {
            Some(Part::Object)
        } else {
            (!clause).then_some(Part::Named)
        };
    }
    // "Asked whether", "said that": a clause of its own follows, in which the words after tell.
    let helper = word.is_one_of(HELPERS) || word.is_one_of(BE);
    let governs = acts(tokens, mentions, at, false) && !helper && !opens_clause(tokens, at, &mentions[nth]);
    governs.then_some(Part::Object)
}

/// Whether the word at `at`, which may be a noun by its form ("a visit", "the crying baby"), is a verb where it stands; what a
/// preposition follows is the rather a noun.
fn acts(tokens: &[Token<'_>], mentions: &[Mention], at: usize, carried: bool) -> bool {
    let before = at
        .checked_sub(1)
        .filter(|_| tokens[at].before == Sign::Blank)
        .map(|before| &tokens[before]);
    let article = before.is_some_and(|before| before.is_one_of(BETWEEN) || before.owner);
    let somebody = mentions.iter().any(|mention| mention.last + 1 == at)
        || before.is_some_and(|it| {
            it.is_one_of(&["i", "we", "you", "he", "she", "they", "who"]) || !carried && it.is("and") || it.is_one_of(ADVERBS)
        });
    match form(tokens[at].text) {
        Form::Verb => !(article && tokens[at].text.ends_with("ing")),
        Form::Bare => somebody || before.is_none_or(|it| it.is("to") || it.is_one_of(HELPERS)),
        Form::Third => !article && (somebody || !carried),
        Form::Other => false,
    }
}

/// Whether what follows the verb at `at` is a clause, not an object: "said Mum was late", "felt the child had settled".
fn opens_clause(tokens: &[Token<'_>], at: usize, mention: &Mention) -> bool {
    #[rustfmt::skip]
    const CLAUSE: &[&str] = &[
        "said", "says", "say", "felt", "feel", "feels", "thought", "think", "thinks", "reported", "reports", "knew", "know", "knows", "believed", "believe", "stated",
        "agreed", "noted", "found", "recorded", "hoped", "saying", "feeling", "thinking", "heard", "saw", "understood", "ensure", "ensured", "ensuring",
    ];
    let next = tokens.get(mention.last + 1).filter(|next| next.before == Sign::Blank);
    tokens[at].is_one_of(CLAUSE) && next.is_some_and(|next| next.is_one_of(HELPERS) || next.is_one_of(BE) || is_finite(next.text))
}

/// The word before the one at `first`, articles and the like stepped over; none beyond a sign.
fn back(tokens: &[Token<'_>], first: usize) -> Option<usize> {
    let mut at = first;
    for _ in 0..=STEPS {
        if tokens[at].before != Sign::Blank {
            return None;
        }
        at = at.checked_sub(1)?;
        if !tokens[at].is_one_of(BETWEEN) {
            return Some(at);
        }
    }
    None
}

/// What the words after a person say: "Mum attended", "Tia was seen".
fn after(tokens: &[Token<'_>], mentions: &[Mention], nth: usize) -> Part {
    let mut at = mentions[nth].last + 1;
    let mut helped = false;
    let mut passive = false;
    let mut apposition = usize::MAX;
    for step in 0..=STEPS {
        let Some(token) = tokens.get(at) else { return Part::Named };
        // "Their father, Lee, said": two names of one.
        let apposed = mentions
            .get(nth + 1)
            .filter(|next| step == 0 && token.before == Sign::Comma && next.first == at);
        if let Some(next) =
            apposed.filter(|next| next.seen == mentions[nth].seen && tokens.get(next.last + 1).is_some_and(|it| it.before == Sign::Comma))
        {
            at = next.last + 1;
            apposition = at;
            continue;
        }
        let relative = token.before == Sign::Comma && (token.is("who") || at == apposition);
        if token.before == Sign::Clause || token.before == Sign::Comma && !relative {
            return Part::Named;
        }
        // "Tia and Ben were seen": what comes after the second is of both.
        if step == 0 && token.is("and") && mentions.get(nth + 1).is_some_and(|next| next.first <= at + 2) {
            return after(tokens, mentions, nth + 1);
        }
        if token.is_one_of(BE) {
            passive = true;
        } else if token.is_one_of(HELPERS) {
            helped = true;
        } else if passive {
            return match token.text {
                word if is_done(word) => Part::Object,
                word if word.len() > 4 && word.ends_with("ing") => Part::Doer,
                _ if is_step(token) => {
                    at += 1;
                    continue;
                }
                _ => Part::Named,
            };
        } else if is_finite(token.text) || helped && is_verb(token.text) {
            return Part::Doer;
        } else if !is_step(token) {
            // "Dad had a job", "the school has concerns".
            return if helped { Part::Doer } else { Part::Named };
        }
        at += 1;
    }
    if helped { Part::Doer } else { Part::Named }
}

fn is_step(token: &Token<'_>) -> bool {
    let number = token.text.bytes().all(|b| b.is_ascii_digit());
    number || token.is_one_of(ADVERBS) || token.text.len() > 4 && token.text.ends_with("ly") && token.text.starts_with(char::is_lowercase)
}
