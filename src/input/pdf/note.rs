//! A `note` is small type at the foot of a page that a raised number opens; it comes out of the flow of the text.

use super::Leaf;
use super::strip::{SPREAD, Strip, is_superscript};

/// Notes are set smaller than this share of the body.
const SMALL: f32 = 0.94;

/// More marks than this without a note are no marks of notes.
const MOST_PENDING: usize = 8;

/// What the pages before leave to this one.
#[derive(Default)]
pub(super) struct Pending {
    /// Whether the last page ended in a note, which may go on here.
    open: bool,
    /// Marks whose notes have not come yet.
    marks: Vec<u32>,
}

/// Takes the notes out of a page.
pub(super) fn take(leaf: &mut Leaf, body: f32, pending: &mut Pending) -> Vec<Vec<Strip>> {
    let foot: Vec<usize> = (0..leaf.strips.len()).filter(|&i| is_at_foot(leaf, i, body)).collect();
    let mut marks = std::mem::take(&mut pending.marks);
    marks.extend(leaf.strips.iter().flat_map(|s| raised_numbers(&s.text)));
    let mut notes: Vec<Vec<Strip>> = Vec::new();
    let mut taken = vec![false; leaf.strips.len()];
    let ruled = foot.iter().any(|&i| is_under_rule(leaf, &leaf.strips[i]));
    for i in foot {
        let strip = &leaf.strips[i];
        let before = notes.last().and_then(|note| number_of(&note[0].text));
        let counts = |n: u32| before.is_some_and(|before| n == before.saturating_add(1)) && marks.contains(&n);
        let opens = strip.raised
            || opens_with_sign(&strip.text)
            || opens_with_number(&strip.text).is_some_and(|n| marks.contains(&n) || ruled && marks.is_empty())
            || number_of(&strip.text).is_some_and(counts);
        let beside = notes
            .last()
            .and_then(|n| n.last())
            .is_some_and(|l| l.is_beside(strip) && strip.x >= l.end && strip.x - l.end < SPREAD * strip.size);
        if opens && !beside {
            notes.push(vec![strip.clone()]);
        } else if beside {
            if let Some(last) = notes.last_mut().and_then(|n| n.last_mut()) {
                last.take(strip);
            }
        } else if !notes.is_empty() {
            notes.last_mut().into_iter().for_each(|note| note.push(strip.clone()));
        } else if pending.open && ruled {
            notes.push(vec![strip.clone()]);
        } else {
            continue;
        }
        taken[i] = true;
    }
    let opened = |mark: &u32| notes.iter().any(|n| number_of(&n[0].text) == Some(*mark));
    *pending = Pending {
        open: !notes.is_empty(),
        marks: marks.iter().copied().filter(|mark| !opened(mark)).take(MOST_PENDING).collect(),
    };
    let mut taken = taken.into_iter();
    leaf.strips.retain(|_| !taken.next().unwrap_or(false));
    notes
}

/// Whether a small strip has nothing but small type under it.
fn is_at_foot(leaf: &Leaf, at: usize, body: f32) -> bool {
    let strip = &leaf.strips[at];
    let small = |s: &Strip| s.size <= body * SMALL;
    let in_table = leaf.grids.iter().any(|g| g.cell(strip).is_some());
    strip.turn == leaf.turn
        && small(strip)
        && !in_table
        && strip.y > 0.3 * leaf.height
        && !leaf
            .strips
            .iter()
            .any(|other| other.turn == leaf.turn && other.y > strip.y + 1.0 && !small(other) && other.is_over(strip))
}

/// Whether a rule stands close above a strip, as over the notes of a page.
fn is_under_rule(leaf: &Leaf, strip: &Strip) -> bool {
    leaf.rules.iter().any(|rule| {
        let level = rule.y.1 - rule.y.0 <= 3.0 && rule.x.1 - rule.x.0 > 30.0;
        level
            && rule.y.1 < strip.y
            && strip.y - rule.y.1 < 3.0 * strip.size
            && rule.x.0 < strip.end
            && (rule.x.0 - strip.x).abs() < 4.0 * strip.size
    })
}

fn opens_with_sign(text: &str) -> bool {
    text.starts_with(['*', '\u{2020}', '\u{2021}'])
}

/// "3 See the guidance.", "3. See", "3 https": the number before the words of a note, which do not go on with a sentence.
fn opens_with_number(text: &str) -> Option<u32> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start();
    let opens = ["http", "www."].iter().any(|link| rest.starts_with(link)) || rest.starts_with(|c: char| !c.is_lowercase());
    number_of(text).filter(|_| opens)
}

/// The number at the start of a line, raised or with a blank after it.
fn number_of(text: &str) -> Option<u32> {
    if text.starts_with(is_superscript) {
        return raised_numbers(text).first().copied();
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix('.').unwrap_or(&text[digits..]);
    let apart = (1..=3).contains(&digits) && rest.starts_with([' ', '\t']);
    text[..digits].parse().ok().filter(|_| apart)
}

/// The numbers of the notes that are marked in a line: "seen\u{b9}\u{b2} by".
fn raised_numbers(text: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut open: Option<u32> = None;
    for c in text.chars().chain(std::iter::once(' ')) {
        match plain(c) {
            Some(digit) => open = Some(open.unwrap_or(0).saturating_mul(10).saturating_add(digit)),
            None => numbers.extend(open.take()),
        }
    }
    numbers
}

const fn plain(c: char) -> Option<u32> {
    match c {
        '\u{b9}' => Some(1),
        '\u{b2}' => Some(2),
        '\u{b3}' => Some(3),
        '\u{2070}' => Some(0),
        '\u{2074}'..='\u{2079}' => Some(c as u32 - 0x2070),
        _ => None,
    }
}
