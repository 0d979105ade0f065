//! The `lexis` of a clause is its words themselves, by where they stand: a plan "tackles", "cures" or "takes in" a matter in more
//! words than any class has. Each counts as its stem, with a sign before it that says where it stands.

use std::collections::BTreeSet;

use super::super::stems::stem;
use super::clause::Clause;

/// The words of `clause`, each once: `<` before the noun and `>` after it, `^` and `^^` the first two of the clause, `+` and `++` the
/// two right after the noun.
pub(super) fn words(clause: &Clause) -> Vec<String> {
    let before = &clause.before[..clause.led];
    let mut all = BTreeSet::new();
    let mut add = |sign: &str, words: &[String]| all.extend(words.iter().map(|word| format!("{sign}{}", stem(word))));
    add("<", before);
    add(">", &clause.after);
    for (sign, words, at) in [
        ("^", before, 0),
        ("^^", before, 1),
        ("+", &clause.after[..], 0),
        ("++", &clause.after[..], 1),
    ] {
        add(sign, words.get(at..=at).unwrap_or_default());
    }
    all.into_iter().collect()
}
