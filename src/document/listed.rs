//! A `Listed` item is one of a document's only list in brackets, "(i)", "(ii)", "(iii)" or "(a)", "(b)", "(c)", which its text
//! may cite: "term (iv)", "items (a) and (c)".

use std::collections::HashMap;

use super::block::{Block, Zone};
use super::label;
use crate::text::Fold;

/// Fewest items that make a list which is cited.
const FEWEST: usize = 3;
/// Longest question that is a title, in bytes.
const LONGEST_TITLE: usize = 100;
/// Longest number in brackets, in bytes: "(xviii)".
const LONGEST: usize = 5;

/// The numbers of such items by block, in digits or as a small letter, with the label as printed. A document with two lists of
/// one kind has none of that kind: their items go by the same names.
pub(super) fn items(fold: &Fold, blocks: &[Block]) -> HashMap<usize, (String, String)> {
    let mut opened: Vec<(usize, &str)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| matches!(block.zone, Zone::Paragraph | Zone::List) && block.cell.is_none())
        .filter_map(|(i, block)| Some((i, bracketed(fold.slice(block.span))?)))
        .collect();
    let romans = run(&opened, label::roman_value);
    opened.retain(|(block, _)| !romans.iter().any(|(other, _)| other == block));
    let letters = run(&opened, |word| match word.as_bytes() {
        &[letter @ b'a'..=b'z'] => Some(u32::from(letter - b'a') + 1),
        _ => None,
    });
    let romans = romans
        .into_iter()
        .map(|(block, word)| (block, label::roman_value(word).unwrap_or_default().to_string(), word));
    let letters = letters.into_iter().map(|(block, word)| (block, word.to_owned(), word));
    romans
        .chain(letters)
        .map(|(block, number, word)| (block, (number, format!("({word})"))))
        .collect()
}

/// The capitals by which headings are counted, "A. What was he entitled to?", by block, each with its number and label. None where
/// somebody goes by one of them ("Child B"), or the list starts anew.
pub(super) fn headed(fold: &Fold, blocks: &[Block]) -> HashMap<usize, (String, String)> {
    let opened: Vec<(usize, &str)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| matches!(block.zone, Zone::Heading | Zone::Paragraph) && block.cell.is_none())
        .map(|(i, block)| (i, block, fold.slice(block.span)))
        .filter(|(_, block, text)| block.zone == Zone::Heading || text.len() <= LONGEST_TITLE && text.ends_with('?'))
        .filter_map(|(i, _, text)| Some((i, capital(text)?)))
        .collect();
    let found = run(&opened, |word| Some(u32::from(word.as_bytes()[0] - b'A') + 1));
    let named = |(_, letter): &(usize, &str)| PEOPLE.iter().any(|title| is_named(&fold.text, title, letter));
    if found.iter().any(named) {
        return HashMap::new();
    }
    found
        .into_iter()
        .map(|(block, letter)| (block, (letter.to_lowercase(), letter.to_owned())))
        .collect()
}

/// What stands before the letter by which somebody goes.
const PEOPLE: &[&str] = &[
    "Child ",
    "Children ",
    "Adult ",
    "Baby ",
    "Mr ",
    "Mrs ",
    "Ms ",
    "Miss ",
    "Family ",
    "Sibling ",
    "Person ",
    "Dr ",
    "Mother ",
    "Father ",
    "called ",
    "Subject ",
];

fn is_named(text: &str, title: &str, letter: &str) -> bool {
    let name = format!("{title}{letter}");
    memchr::memmem::find_iter(text.as_bytes(), name.as_bytes())
        .any(|at| !text[at + name.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '.'))
}

/// The capital that `text` opens with, before a stop or a bracket and a title.
fn capital(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(['*', '_']);
    let letter = text.get(..1).filter(|letter| letter.as_bytes()[0].is_ascii_uppercase())?;
    let rest = text[1..].strip_prefix(['.', ')', ':'])?;
    rest.trim_start_matches(['*', '_']).starts_with([' ', '\t']).then_some(letter)
}

/// The word in the brackets that `text` opens with, when more follows.
fn bracketed(text: &str) -> Option<&str> {
    let (word, rest) = text.strip_prefix('(')?.split_once(')')?;
    let plain = (1..=LONGEST).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase());
    (plain && rest.starts_with([' ', '\t'])).then_some(word)
}

/// Those of `opened` that count from one on by `value`, if they are one list.
fn run<'t>(opened: &[(usize, &'t str)], value: impl Fn(&str) -> Option<u32>) -> Vec<(usize, &'t str)> {
    let all: Vec<(usize, &str, u32)> = opened.iter().filter_map(|&(i, word)| Some((i, word, value(word)?))).collect();
    let first = all.iter().position(|&(_, _, value)| value == 1).unwrap_or(all.len());
    let counted: Vec<(usize, &str)> = all[first..]
        .iter()
        .zip(1..)
        .take_while(|((_, _, value), n)| value == n)
        .map(|((i, word, _), _)| (*i, *word))
        .collect();
    let only = !all[first..].iter().skip(1).any(|&(_, _, value)| value == 1);
    if counted.len() >= FEWEST && only { counted } else { Vec::new() }
}
