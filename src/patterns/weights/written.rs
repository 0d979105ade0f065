//! The weights as they are `written`: `patterns/weights.tsv`, one word or pair of words a line.
//!
//! - `word`, a stem, its forms, and seven weights (two before, one before, here, one after, two after, anywhere before,
//!   anywhere after), in hundredths of a logit;
//! - `pair`, two stems that follow one another, and four weights (for the word after them, the second, the first, the word
//!   before them); `skip`, two stems with a word between them, and two weights (for the second, the first).
//!
//! A stem in pointed brackets stands for more than a word: `<from>` and `<to>` for the ends of a sentence, `<number>`,
//! `<name>` for a word with a capital that is not known, `<always>` for any word at all; `<plan>`, `<recommendation>`,
//! `<minutes>`, `<narrative>`, `<quoted>`, the genres, and `<short>` to `<very-long>` of the sentence for any word that stands there.

use std::collections::HashMap;
use std::str::FromStr;

use super::Weights;
use super::stem::Stem;
use super::table::{Pair, Skip, hash, pair_key};
use crate::patterns::rows::Rows;

/// What is wrong with a file of weights, and the byte of its line.
type Wrong = (usize, String);

/// Reads the weights.
///
/// # Errors
/// The first line that is not as this module says, as the byte where it begins and what is wrong.
pub(in crate::patterns) fn read(text: &str) -> Result<Weights, Wrong> {
    let mut reader = Reader::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\r', '\n']);
        if !content.is_empty() && !content.starts_with('#') {
            reader.line(content).map_err(|problem| (at, problem))?;
        }
        at += line.len();
    }
    reader.finish().map_err(|problem| (0, problem))
}

#[derive(Default)]
struct Reader {
    numbers: HashMap<String, u32>,
    places: Vec<(String, i32)>,
    forms: Vec<(u64, u64)>,
    stems: Rows<Stem, 2>,
    pairs: Vec<(u64, u64)>,
    skips: Vec<(u64, u64)>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), String> {
        let parts: Vec<&str> = line.split('\t').collect();
        match parts[..] {
            ["word", stem, forms, weights] => self.word(stem, forms, weights)?,
            ["pair", one, other, weights] => {
                let [before, ends, opens, after] = numbers(weights)?;
                let pair = Pair {
                    before,
                    ends,
                    opens,
                    after,
                };
                let key = self.key(one, other)?;
                self.pairs.push((key, pair.bits()));
            }
            ["skip", one, other, weights] => {
                let [ends, opens] = numbers(weights)?;
                let key = self.key(one, other)?;
                self.skips.push((key, Skip { ends, opens }.bits()));
            }
            _ => return Err(format!("`{line}` is neither word, pair nor skip")),
        }
        Ok(())
    }

    fn word(&mut self, stem: &str, forms: &str, weights: &str) -> Result<(), String> {
        let number = self.stems.len() as u32;
        if self.numbers.insert(stem.to_owned(), number).is_some() {
            return Err(format!("`{stem}` stands twice"));
        }
        let [a, b, c, d, e, f, g] = numbers(weights)?;
        self.stems.push(&Stem {
            here: [a, b, c, d, e],
            around: [f, g],
        });
        if stem.starts_with('<') {
            self.places.push((stem.to_owned(), i32::from(c)));
        }
        let forms = forms.split(' ').filter(|form| !form.is_empty());
        self.forms.extend(forms.map(|form| (hash(form), u64::from(number))));
        Ok(())
    }

    fn key(&self, one: &str, other: &str) -> Result<u64, String> {
        Ok(pair_key(self.number(one)?, self.number(other)?))
    }

    fn number(&self, stem: &str) -> Result<u32, String> {
        self.numbers.get(stem).copied().ok_or_else(|| format!("`{stem}` is no word here"))
    }

    fn finish(self) -> Result<Weights, String> {
        Ok(Weights {
            edges: [self.number("<from>")?, self.number("<to>")?],
            number: self.number("<number>")?,
            name: self.number("<name>")?,
            always: self.number("<always>")?,
            forms: self.forms.into_iter().collect(),
            places: self.places,
            stems: self.stems,
            pairs: self.pairs.into_iter().collect(),
            skips: self.skips.into_iter().collect(),
        })
    }
}

/// `N` numbers parted by commas.
fn numbers<const N: usize>(written: &str) -> Result<[i16; N], String> {
    let all: Vec<i16> = written.split(',').map(number_of).collect::<Result<_, _>>()?;
    all.try_into().map_err(|_| format!("`{written}` are not {N} weights"))
}

fn number_of<T: FromStr>(written: &str) -> Result<T, String> {
    written.parse().map_err(|_| format!("`{written}` is no weight"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let head = "word\t<from>\t\t0,0,0,0,0,0,0\n";
        for (line, problem) in [
            ("wrd\tb", "neither word"),
            ("word\tb\tb\t0,0,0", "are not 7 weights"),
            ("word\tb\tb\t0,0,0,0,0,0,x", "`x` is no weight"),
            ("word\t<from>\t\t0,0,0,0,0,0,0", "stands twice"),
            ("pair\tb\tc\t0,0,0,0", "`b` is no word here"),
            ("skip\t<from>\t<from>\t0", "are not 2 weights"),
        ] {
            let (at, said) = read(&format!("{head}{line}\n")).unwrap_err();
            assert_eq!(at, head.len(), "{line}");
            assert!(said.contains(problem), "{said}");
        }
        assert!(read(head).unwrap_err().1.contains("<to>"));
    }
}
