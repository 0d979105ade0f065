//! A `phrase` is a short pattern of words that stands for a closed list of literals: `engag(e|es|ed|ing)`, `(very )?good`.

use crate::text::fold_phrase;

/// Most literals that one phrase may stand for.
const MOST: usize = 600;

/// The folded literals of `phrase`, case kept, without repetitions.
///
/// # Errors
/// Says what is wrong with the phrase: a group left open, a stray sign, nothing to find, or too many literals.
pub(super) fn expand(phrase: &str) -> Result<Vec<String>, String> {
    let mut reader = Reader { rest: phrase, depth: 0 };
    let raw = reader.choice()?;
    if let Some(stray) = reader.rest.chars().next() {
        return Err(format!("`{phrase}`: `{stray}` closes nothing"));
    }
    let mut literals: Vec<String> = raw.iter().map(|literal| fold(literal)).collect();
    literals.sort();
    literals.dedup();
    match literals.first() {
        Some(first) if !first.is_empty() => Ok(literals),
        _ => Err(format!("`{phrase}` can stand for nothing at all")),
    }
}

/// Folds a literal; most are plain words, for which folding only tidies spaces.
fn fold(literal: &str) -> String {
    let plain = literal.bytes().all(|b| b.is_ascii_graphic() || b == b' ');
    let special = literal.bytes().any(|b| matches!(b, b'-' | b'*' | b'<'));
    if plain && !special {
        let words: Vec<&str> = literal.split_ascii_whitespace().collect();
        words.join(" ")
    } else {
        fold_phrase(literal)
    }
}

/// Reads a phrase from left to right; each step gives the list of strings read so far may stand for.
struct Reader<'p> {
    rest: &'p str,
    depth: u8,
}

impl Reader<'_> {
    /// Alternatives parted by `|`, up to a `)` or the end.
    fn choice(&mut self) -> Result<Vec<String>, String> {
        let mut all = self.sequence()?;
        while self.depth > 0 && self.eat('|') {
            all.extend(self.sequence()?);
            limit(&all)?;
        }
        Ok(all)
    }

    /// Letters and groups one after another.
    fn sequence(&mut self) -> Result<Vec<String>, String> {
        let mut so_far = vec![String::new()];
        while let Some(c) = self.rest.chars().next() {
            match c {
                ')' | '|' => break,
                '?' => return Err("`?` may only follow a group in round brackets".into()),
                '@' => return Err("a list (`@name`) can stand only in `near` and `unless_near`".into()),
                '(' => so_far = product(&so_far, &self.group()?)?,
                _ => {
                    self.rest = &self.rest[c.len_utf8()..];
                    so_far.iter_mut().for_each(|s| s.push(c));
                }
            }
        }
        if self.depth == 0 && self.rest.starts_with('|') {
            return Err("`|` may only stand inside round brackets".into());
        }
        Ok(so_far)
    }

    /// A group in round brackets, and the `?` that may follow it.
    fn group(&mut self) -> Result<Vec<String>, String> {
        self.eat('(');
        self.depth += 1;
        if self.depth > 8 {
            return Err("groups stand more than eight deep".into());
        }
        let mut options = self.choice()?;
        if !self.eat(')') {
            return Err("a group is not closed".into());
        }
        self.depth -= 1;
        if self.eat('?') {
            options.push(String::new());
        }
        Ok(options)
    }

    fn eat(&mut self, c: char) -> bool {
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }
}

/// Every string of `heads` followed by every string of `tails`.
fn product(heads: &[String], tails: &[String]) -> Result<Vec<String>, String> {
    if heads.len() * tails.len() > MOST {
        return Err(format!("the phrase stands for more than {MOST} literals; split it"));
    }
    Ok(heads
        .iter()
        .flat_map(|head| tails.iter().map(move |tail| format!("{head}{tail}")))
        .collect())
}

fn limit(options: &[String]) -> Result<(), String> {
    if options.len() > MOST {
        return Err(format!("the phrase stands for more than {MOST} literals; split it"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn a_phrase_is_a_closed_list() {
        for (phrase, literals) in [
            ("safe (and|&) well", vec!["safe & well", "safe and well"]),
            ("engag(e|ed)", vec!["engage", "engaged"]),
            ("(very )?good", vec!["good", "very good"]),
            ("un(-)?known", vec!["un known", "unknown"]),
            ("follow-up", vec!["follow up"]),
            (
                "police( officer)?(s)?",
                vec!["police", "police officer", "police officers", "polices"],
            ),
            ("mother\u{2019}s", vec!["mother's"]),
            ("young (person|people)", vec!["young people", "young person"]),
            ("(a( b)?|c)", vec!["a", "a b", "c"]),
        ] {
            assert_eq!(expand(phrase).unwrap(), literals, "{phrase}");
        }
    }

    #[test]
    fn a_bad_phrase_says_why() {
        for (phrase, why) in [
            ("a|b", "inside round brackets"),
            ("(a|b", "not closed"),
            ("a)", "closes nothing"),
            ("why?", "follow a group"),
            ("(a)?", "nothing at all"),
            ("@family", "near"),
            ("(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b)", "more than 600"),
        ] {
            let error = expand(phrase).unwrap_err();
            assert!(error.contains(why), "{phrase}: {error}");
        }
    }
}
