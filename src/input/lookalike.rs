//! A `lookalike` is a letter of another alphabet, or a dressed one, that a reader takes for one of ours and no rule finds.

/// What to tell about the words of `content` that hold lookalikes among plain letters; `None` when there are none.
pub(super) fn warning(content: &str) -> Option<String> {
    let mut count = 0_usize;
    let mut first = None;
    let mut end = 0;
    for at in leads(content.as_bytes()) {
        if at < end || !content[at..].starts_with(is_lookalike) {
            continue;
        }
        let word = word_around(content, at);
        end = word.1;
        if content[word.0..word.1].bytes().any(|b| b.is_ascii_alphabetic()) {
            count += 1;
            first.get_or_insert(at);
        }
    }
    let line = 1 + content[..first?].bytes().filter(|&b| b == b'\n').count();
    let words = if count == 1 {
        "1 word holds".to_owned()
    } else {
        format!("{count} words hold")
    };
    Some(format!(
        "{words} letters that look like ours and are others (the first in line {line}); no rule finds them."
    ))
}

/// Where bytes stand that may begin a lookalike: most stretches have none, which a look at all of them together tells.
fn leads(bytes: &[u8]) -> impl Iterator<Item = usize> {
    const STRETCH: usize = 64;
    let stretches = bytes.chunks(STRETCH).enumerate();
    let likely = stretches.filter(|(_, stretch)| stretch.iter().fold(false, |any, &b| any | may_lead(b)));
    likely.flat_map(|(n, stretch)| (n * STRETCH..).zip(stretch).filter(|&(_, &b)| may_lead(b)).map(|(at, _)| at))
}

/// The first bytes of Greek, Cyrillic, full-width and mathematical letters in UTF-8.
const fn may_lead(byte: u8) -> bool {
    matches!(byte, 0xCD..=0xD4 | 0xEF | 0xF0)
}

fn is_lookalike(c: char) -> bool {
    const GREEK: &str = "\u{391}\u{392}\u{395}\u{396}\u{397}\u{399}\u{39a}\u{39c}\u{39d}\u{39f}\u{3a1}\u{3a4}\u{3a5}\u{3a7}\u{3b1}\u{3b5}\u{3b9}\u{3ba}\u{3bd}\u{3bf}\u{3c1}\u{3c4}\u{3c5}";
    const CYRILLIC: &str = "\u{405}\u{406}\u{408}\u{410}\u{412}\u{415}\u{41a}\u{41c}\u{41d}\u{41e}\u{420}\u{421}\u{422}\u{423}\u{425}\u{430}\u{432}\u{435}\u{43a}\u{43c}\u{43d}\u{43e}\u{440}\u{441}\u{442}\u{443}\u{445}\u{455}\u{456}\u{458}\u{4bb}\u{501}";
    matches!(c, '\u{ff21}'..='\u{ff5a}' | '\u{1d400}'..='\u{1d7cb}') || GREEK.contains(c) || CYRILLIC.contains(c)
}

/// Longest stretch that is looked at either side of a letter, in bytes; a bound, not a limit that words meet.
const LONGEST: usize = 64;

/// The run of letters around byte `at`.
fn word_around(content: &str, at: usize) -> (usize, usize) {
    let before = content[..at]
        .char_indices()
        .rev()
        .take_while(|&(from, c)| c.is_alphanumeric() && at - from <= LONGEST);
    let start = before.last().map_or(at, |(from, _)| from);
    let after = content[at..]
        .char_indices()
        .take_while(|&(to, c)| c.is_alphanumeric() && to <= LONGEST);
    let end = after.last().map_or(at, |(to, c)| at + to + c.len_utf8());
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::warning;

    #[test]
    fn only_letters_among_plain_ones_are_told_of() {
        assert!(
            warning("They \u{435}nsure it.\nAnd ensur\u{435} it.")
                .unwrap()
                .starts_with("2 words")
        );
        assert!(warning("Caf\u{e9} \u{201c}fine\u{201d} \u{2013} \u{fb01}ne").is_none());
        assert!(
            warning("\u{43e}\u{43d} said it in \u{395}\u{3bb}\u{3bb}\u{3ac}\u{3b4}\u{3b1}.").is_none(),
            "words of another language"
        );
    }
}
