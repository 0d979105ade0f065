//! An answer is `made` where the text says that somebody drew it up: "a recommendation has been made", "there is an action
//! on this", "the panel makes a recommendation about this", "this has led to a recommendation".

use super::anchor::Found;
use super::promise::{AUXILIARIES, THIS, UNDONE, is_kept, split_last, strip_words, subject_start};
use super::words::{clause_after, clause_before, is_in, words};

/// What is done to an answer.
#[rustfmt::skip]
const MADE: &[&str] = &[
    "made", "included", "agreed", "identified", "developed", "added", "drawn up", "set", "created", "raised", "written", "put", "drafted",
    "proposed", "recorded",
];

/// Those who write a review; anybody else makes recommendations of his own.
#[rustfmt::skip]
const MAKERS: &[&str] = &[
    "review", "report", "panel", "author", "authors", "reviewer", "reviewers", "we", "i", "overview", "team",
];

/// Verbs by which the matter itself comes to an answer: "this has led to a recommendation".
#[rustfmt::skip]
const LEADING: &[&str] = &[
    "leads to", "led to", "gives rise to", "given rise to", "gave rise to", "results in", "resulted in", "basis of", "basis for", "prompts",
    "prompted", "informs", "informed", "included as", "taken forward as", "captured as", "added as", "recorded as", "becomes", "became", "become", "taken up as", "taken up below as", "remains", "does remain", "set as",
];

/// Words after an answer that make it another's, or one of the past.
#[rustfmt::skip]
const BY_ANOTHER: &[&str] = &["by", "following", "previously", "from", "at"];

/// Where the promise that the label at `anchor` is part of begins and ends; `None` where nothing is made.
pub(super) fn made(text: &str, anchor: &Found) -> Option<(usize, usize)> {
    has_been(text, anchor)
        .or_else(|| there_is(text, anchor))
        .or_else(|| makes(text, anchor))
        .or_else(|| leads(text, anchor))
        .or_else(|| referred(text, anchor))
}

/// "An action to address this has been agreed": from its article.
fn has_been(text: &str, anchor: &Found) -> Option<(usize, usize)> {
    let end = been(text, anchor.end)?;
    let clause = clause_before(text, anchor.start);
    let (head, article) = split_last(clause)?;
    let opening = words(head).next_back();
    let free = opening.is_none_or(|word| is_in(word, &["and", "so", "therefore", "that", "there", "is", "are", "consequently"]));
    let kept = !words(head).any(|word| is_in(word, UNDONE));
    (is_in(article, &["an", "a"]) && free && kept).then(|| (anchor.start - clause.len() + head.len(), end))
}

/// Where "has been made" ends after an answer; `None` when nothing is made, or another made it.
fn been(text: &str, end: usize) -> Option<usize> {
    let after = clause_after(text, end);
    let (at, aux) = [
        " has been ",
        " have been ",
        " has also been ",
        " is ",
        " are ",
        " is therefore ",
        " has therefore been ",
    ]
    .iter()
    .filter_map(|aux| after.find(aux).map(|at| (at, aux)))
    .min()?;
    let middle = &after[..at];
    let about = middle.is_empty() || words(middle).take(8).any(|word| is_in(word, THIS));
    let rest = &after[at + aux.len()..];
    let verb = MADE.iter().find(|verb| super::words::begins(rest, verb))?;
    let done = at + aux.len() + verb.len();
    (about && middle.len() <= 60 && !is_another(&after[done..])).then_some(end + done)
}

/// "There is a recommendation about this".
fn there_is(text: &str, anchor: &Found) -> Option<(usize, usize)> {
    let clause = clause_before(text, anchor.start);
    let all: Vec<&str> = words(clause).collect();
    let at = all.iter().rposition(|word| is_in(word, &["there"]))?;
    let said = all[at + 1..].iter().all(|word| {
        is_in(
            word,
            &["is", "are", "also", "therefore", "a", "an", "further", "separate", "two", "three"],
        )
    });
    let opening = at.checked_sub(1).map(|i| all[i]);
    let free = opening.is_none_or(|word| is_in(word, &["and", "but", "so", "why"]));
    let is = all[at + 1..].iter().any(|word| is_in(word, &["is", "are"]));
    let (start, end) = (subject_start(text, anchor.start), about_this(text, anchor.end)?);
    (said && is && free).then_some((start, end))
}

/// "The panel has made a recommendation about this".
fn makes(text: &str, anchor: &Found) -> Option<(usize, usize)> {
    let clause = clause_before(text, anchor.start);
    let head = strip_words(
        clause.trim_end(),
        &["a", "an", "two", "three", "further", "specific", "its", "several"],
    );
    let (head, verb) = split_last(head)?;
    let (subject, auxiliaries) = {
        let subject = strip_words(head, AUXILIARIES);
        (subject, &head[subject.len().min(head.len())..])
    };
    let maker = words(subject).next_back()?;
    let undone = words(auxiliaries).chain(words(subject)).any(|word| is_in(word, UNDONE));
    let verb = is_in(verb, &["make", "makes", "made", "making"]);
    let single = !text[anchor.start..anchor.end].ends_with('s');
    let end =
        about_this(text, anchor.end).or_else(|| (single && clause_after(text, anchor.end).trim().is_empty()).then_some(anchor.end))?;
    (verb && is_in(maker, MAKERS) && !undone && !is_another(&text[anchor.end..end])).then(|| (subject_start(text, anchor.start), end))
}

/// "This has led to a recommendation".
fn leads(text: &str, anchor: &Found) -> Option<(usize, usize)> {
    let clause = clause_before(text, anchor.start);
    let head = strip_words(clause.trim_end(), &["a", "an", "two", "three", "further", "specific"]).trim_end();
    let led = LEADING.iter().find(|verb| {
        let at = head.len().checked_sub(verb.len());
        at.is_some_and(|at| head.is_char_boundary(at) && head[at..].eq_ignore_ascii_case(verb) && head[..at].ends_with(' '))
    })?;
    let verb = anchor.start - clause.len() + head.len() - led.len();
    let subject = clause_before(text, verb);
    let matter = words(subject).take(3).any(|word| is_in(word, THIS));
    let article = clause.len() > head.len() + 1;
    let kept = is_kept(text, verb) && !words(subject).any(|word| is_in(word, &["not", "never"]));
    let another = is_another(clause_after(text, anchor.end));
    (matter && article && kept && !another).then(|| (subject_start(text, verb), anchor.end))
}

/// "The course content has been referred for action".
fn referred(text: &str, anchor: &Found) -> Option<(usize, usize)> {
    let clause = clause_before(text, anchor.start);
    let head = clause.trim_end();
    let verb = [
        "has been referred for",
        "have been referred for",
        "is referred for",
        "are referred for",
    ]
    .iter()
    .find(|verb| head.ends_with(**verb))?;
    let kept = !words(head).any(|word| is_in(word, UNDONE));
    let ends = clause_after(text, anchor.end).trim().is_empty();
    (kept && ends).then(|| {
        (
            subject_start(text, anchor.start - clause.len() + head.len() - verb.len()),
            anchor.end,
        )
    })
}

/// Where "about this" ends, when it follows an answer within a few words.
fn about_this(text: &str, end: usize) -> Option<usize> {
    let after = clause_after(text, end);
    if is_another(after) {
        return None;
    }
    let this = words(after).take(5).find(|word| is_in(word, THIS))?;
    Some(end + (this.as_ptr() as usize - after.as_ptr() as usize) + this.len())
}

/// Whether an answer goes on as another's: "by the coroner", "from the Ombudsman", "at the core group", "to the court".
fn is_another(after: &str) -> bool {
    words(after).next().is_some_and(|word| is_in(word, BY_ANOTHER)) || super::words::begins(after, " to the ")
}
