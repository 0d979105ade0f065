//! `Words` are what stands beside a byte of running text: the next word, the words before, the clause. Every look is
//! bounded, so that no text makes it slow.

/// How far a look reaches, in bytes.
const REACH: usize = 240;

/// Whether `text` begins with `prefix`, ASCII case aside.
pub(super) fn begins(text: &str, prefix: &str) -> bool {
    text.as_bytes()
        .get(..prefix.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
}

/// Whether `list` holds `word`, ASCII case aside.
pub(super) fn is_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// The word after byte `at`, when nothing but one blank lies between; empty otherwise.
pub(super) fn next(text: &str, at: usize) -> &str {
    let rest = text[at..].strip_prefix(' ').unwrap_or("");
    let length = rest.bytes().take(32).take_while(|&b| is_word_byte(b)).count();
    rest.get(..length).unwrap_or("")
}

/// The word before byte `at`, when nothing but one blank lies between; empty otherwise.
pub(super) fn last(text: &str, at: usize) -> &str {
    let rest = text[..at].strip_suffix(' ').unwrap_or(&text[..at]);
    let length = rest.bytes().rev().take(32).take_while(|&b| is_word_byte(b)).count();
    rest.get(rest.len() - length..).unwrap_or("")
}

fn is_word_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'\'' || b >= 0x80
}

/// At most [`REACH`] bytes after `at`.
pub(super) fn ahead(text: &str, at: usize) -> &str {
    let mut end = text.len().min(at + REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[at..end]
}

/// At most [`REACH`] bytes before `at`.
pub(super) fn behind(text: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..at]
}

/// What lies between the last end of a clause or bracket and byte `at`: the beginning of the clause, within reach.
pub(super) fn clause_before(text: &str, at: usize) -> &str {
    let before = behind(text, at);
    let stop = before
        .char_indices()
        .rev()
        .find(|&(i, c)| {
            matches!(c, '(' | ')' | '[' | ']' | ';' | '?' | '!' | '\n')
                || (c == '.' && [" ", "\" "].iter().any(|end| before[i + 1..].starts_with(end)))
        })
        .map_or(0, |(i, c)| i + c.len_utf8());
    let clause = &before[stop..];
    // What closes a quotation belongs to the sentence before.
    clause.strip_prefix("\" ").unwrap_or(clause).trim_start()
}

/// What lies between byte `at` and the next end of a clause or bracket, within reach.
pub(super) fn clause_after(text: &str, at: usize) -> &str {
    let after = ahead(text, at);
    let stop = after
        .char_indices()
        .find(|&(i, c)| matches!(c, '(' | ')' | '[' | ']' | ';' | '?' | '!' | ',' | ':' | '\n') || is_full_stop(after, i, c))
        .map_or(after.len(), |(i, _)| i);
    &after[..stop]
}

fn is_full_stop(text: &str, at: usize, c: char) -> bool {
    c == '.'
        && text[at + 1..]
            .chars()
            .next()
            .is_none_or(|next| next == ' ' || next == '"' || next == '\'')
}

/// The words of `clause`, punctuation left out.
pub(super) fn words(clause: &str) -> impl DoubleEndedIterator<Item = &str> + Clone {
    clause
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| !w.trim_matches('\'').is_empty())
}
