//! A `Phrase` is a short pattern of words: `(did|does) not engag(e|es)`. It is kept as a row of slots, each a closed
//! list of alternatives, and never written out in full: the lists multiply, the slots only add up.

use super::frequency::per_million;
use crate::text::fold_phrase;

/// Most alternatives that one slot may have.
const MOST: usize = 600;

/// A phrase as slots that follow one another with one space between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The slots in order; at least one is not optional.
    pub(super) slots: Vec<Slot>,
}

/// One place of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// What may stand there, folded, case kept, the longest first; a text may hold spaces.
    pub(super) options: Vec<Box<str>>,
    /// Whether nothing may stand there, too.
    pub(super) optional: bool,
}

impl Phrase {
    /// Reads a phrase.
    ///
    /// # Errors
    /// Says what is wrong with it: a group left open, a stray sign, nothing to find, or too many alternatives.
    pub(super) fn parse(written: &str) -> Result<Self, String> {
        let mut reader = Reader { rest: written, depth: 0 };
        let mut slots = Vec::new();
        loop {
            let slot = Slot::of(&reader.choice()?);
            if !slot.options.is_empty() {
                slots.push(slot);
            }
            if !reader.eat(' ') {
                break;
            }
        }
        if let Some(stray) = reader.rest.chars().next() {
            return Err(format!("`{written}`: `{stray}` closes nothing"));
        }
        if slots.iter().all(|slot| slot.optional) {
            return Err(format!("`{written}` can stand for nothing at all"));
        }
        Ok(Self { slots })
    }

    /// Index of the slot whose words are rarest in English prose: where a search for the phrase begins.
    pub(super) fn anchor(&self) -> usize {
        let cost = |slot: &Slot| {
            let each = slot.options.iter().map(|o| commonness(o));
            each.fold(0_u32, u32::saturating_add)
        };
        let firm = self.slots.iter().enumerate().filter(|(_, slot)| !slot.optional);
        firm.min_by_key(|(_, slot)| cost(slot)).map_or(0, |(i, _)| i)
    }
}

impl Slot {
    fn of(raw: &[String]) -> Self {
        let mut options: Vec<Box<str>> = raw.iter().map(|option| fold(option).into_boxed_str()).collect();
        options.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        options.dedup();
        let optional = options.last().is_some_and(|o| o.is_empty());
        options.retain(|o| !o.is_empty());
        Self { options, optional }
    }
}

/// How often an option is met, roughly: as often as its rarest word.
fn commonness(option: &str) -> u32 {
    let words = option.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty());
    words.map(|word| per_million(&word.to_ascii_lowercase())).min().unwrap_or(u32::MAX)
}

/// Folds an option; most are plain words, for which folding only tidies spaces.
fn fold(option: &str) -> String {
    let plain = option.bytes().all(|b| b.is_ascii_graphic() || b == b' ');
    let special = option.bytes().any(|b| matches!(b, b'-' | b'*' | b'<'));
    if plain && !special {
        let words: Vec<&str> = option.split_ascii_whitespace().collect();
        words.join(" ")
    } else {
        fold_phrase(option)
    }
}

/// Reads a phrase from left to right; each step gives the list of strings read so far may stand for.
struct Reader<'p> {
    rest: &'p str,
    depth: u8,
}

impl Reader<'_> {
    /// Alternatives parted by `|`, up to a `)`; outside groups up to a space or the end.
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
                ' ' if self.depth == 0 => break,
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
        return Err(format!("one word of the phrase stands for more than {MOST} literals; split it"));
    }
    Ok(heads
        .iter()
        .flat_map(|head| tails.iter().map(move |tail| format!("{head}{tail}")))
        .collect())
}

fn limit(options: &[String]) -> Result<(), String> {
    if options.len() > MOST {
        return Err(format!("one word of the phrase stands for more than {MOST} literals; split it"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots(written: &str) -> Vec<Vec<String>> {
        let phrase = Phrase::parse(written).unwrap();
        let shown = |slot: &Slot| {
            slot.options
                .iter()
                .map(|o| o.to_string())
                .chain(slot.optional.then(String::new))
                .collect()
        };
        phrase.slots.iter().map(shown).collect()
    }

    #[test]
    fn a_phrase_is_a_row_of_closed_lists() {
        for (written, expected) in [
            ("safe (and|&) well", vec![vec!["safe"], vec!["and", "&"], vec!["well"]]),
            ("engag(e|ed)", vec![vec!["engaged", "engage"]]),
            ("(very )?good", vec![vec!["very good", "good"]]),
            ("(very)? good", vec![vec!["very", ""], vec!["good"]]),
            ("un(-)?known", vec![vec!["un known", "unknown"]]),
            ("follow-up", vec![vec!["follow up"]]),
            ("mother\u{2019}s", vec![vec!["mother's"]]),
            ("(a( b)?|c) d", vec![vec!["a b", "a", "c"], vec!["d"]]),
        ] {
            assert_eq!(slots(written), expected, "{written}");
        }
    }

    #[test]
    fn the_search_begins_at_the_rarest_word() {
        for (written, anchor) in [
            ("it was felt that", 2),
            ("the mother (was|is) engaging", 3),
            ("(very)? safe and well", 1),
            ("to be", 1),
        ] {
            assert_eq!(Phrase::parse(written).unwrap().anchor(), anchor, "{written}");
        }
    }

    #[test]
    fn a_bad_phrase_says_why() {
        for (written, why) in [
            ("a|b", "inside round brackets"),
            ("(a|b", "not closed"),
            ("a)", "closes nothing"),
            ("why?", "follow a group"),
            ("(a)?", "nothing at all"),
            ("@family", "near"),
            ("(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b)", "more than 600"),
        ] {
            let error = Phrase::parse(written).unwrap_err();
            assert!(error.contains(why), "{written}: {error}");
        }
    }
}
