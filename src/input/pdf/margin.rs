//! A margin line is what a page prints over and under its text again and again: a running header or footer, a page number.

use std::collections::HashMap;

use super::Leaf;
use super::strip::Strip;

/// The share of a page's height, above and below, in which running lines stand.
const DEPTH: f32 = 0.17;
/// Points by which a running line may wander from page to page.
const WANDER: f32 = 8.0;

/// One line that may be running: page, baseline, and the numbers in it.
type Place = (usize, f32, Vec<i64>);

/// Where lines of one wording stand, page by page.
#[derive(Default)]
struct Seen {
    places: Vec<Place>,
    /// Whether they come again and again.
    runs: bool,
}

/// Takes the margin lines out of every page and returns them, page by page, from top to foot.
pub(super) fn take(leaves: &mut [Leaf]) -> Vec<Vec<Strip>> {
    let mut seen: HashMap<(bool, String), Seen> = HashMap::new();
    for (page, leaf) in leaves.iter().enumerate() {
        for strip in leaf.strips.iter().filter(|s| side(s, leaf).is_some()) {
            let key = (side(strip, leaf) == Some(true), wording(&strip.text));
            seen.entry(key).or_default().places.push((page, strip.y, numbers(&strip.text)));
        }
    }
    let pages = leaves.len();
    for ((_, wording), seen) in &mut seen {
        seen.runs = runs(wording, &seen.places, pages);
    }
    leaves.iter_mut().map(|leaf| out_of(leaf, &seen)).collect()
}

fn out_of(leaf: &mut Leaf, seen: &HashMap<(bool, String), Seen>) -> Vec<Strip> {
    let is_margin = |strip: &Strip, leaf: &Leaf| {
        side(strip, leaf).is_some_and(|top| {
            let numbered = is_page_number(&strip.text, i64::from(strip.page) + 1);
            let places = seen.get(&(top, wording(&strip.text)));
            numbered || places.is_some_and(|p| p.runs && near(&p.places, strip.y) >= 2)
        })
    };
    let found: Vec<bool> = leaf.strips.iter().map(|s| is_margin(s, leaf)).collect();
    let found: Vec<bool> = (0..found.len())
        .map(|i| found[i] && !is_in_row(leaf, i, &found) && !goes_on(leaf, i, &found))
        .collect();
    let flags: Vec<bool> = (0..found.len()).map(|i| found[i] && is_outermost(leaf, i, &found)).collect();
    let mut taken = std::mem::take(&mut leaf.artifacts);
    let mut flags = flags.into_iter();
    leaf.strips.retain(|strip| {
        let margin = flags.next().unwrap_or(false);
        if margin {
            taken.push(strip.clone());
        }
        !margin
    });
    taken.sort_by(|a, b| {
        (a.y.round(), a.x)
            .partial_cmp(&(b.y.round(), b.x))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    taken
}

/// Whether words that do not come again stand beside a line in several columns: it is a cell of a table, "Completed" or "2".
fn is_in_row(leaf: &Leaf, at: usize, found: &[bool]) -> bool {
    let strip = &leaf.strips[at];
    let beside = |&(i, other): &(usize, &Strip)| i != at && !found[i] && other.is_beside(strip);
    leaf.strips.iter().enumerate().filter(beside).count() > 1
}

/// Whether a line at the foot stands close under one of its own looks that does not come again: the second line of a note.
fn goes_on(leaf: &Leaf, at: usize, found: &[bool]) -> bool {
    const CLOSE: f32 = 1.4;
    let strip = &leaf.strips[at];
    let above = |&(i, other): &(usize, &Strip)| {
        let drop = strip.y - other.y;
        let alike = (other.size - strip.size).abs() < 0.3 && (other.x - strip.x).abs() < 2.0 * strip.size && other.turn == strip.turn;
        !found[i] && alike && drop > 0.5 * strip.size && drop < CLOSE * strip.size && other.end >= strip.end
    };
    side(strip, leaf) == Some(false) && leaf.strips.iter().enumerate().any(|s| above(&s))
}

/// Whether nothing but margin lines stands between a line and the edge of its page.
fn is_outermost(leaf: &Leaf, at: usize, found: &[bool]) -> bool {
    let strip = &leaf.strips[at];
    let top = side(strip, leaf) == Some(true);
    let outside = |other: &Strip| if top { other.y < strip.y - 2.0 } else { other.y > strip.y + 2.0 };
    leaf.strips
        .iter()
        .zip(found)
        .all(|(other, margin)| *margin || other.turn != leaf.turn || !outside(other))
}

/// Whether a strip stands at the head (`true`) or the foot of its page.
pub(super) fn side(strip: &Strip, leaf: &Leaf) -> Option<bool> {
    // What a raised figure opens is a note, however often "Ibid." comes again.
    if strip.turn != leaf.turn || strip.raised {
        return None;
    }
    // A row of a table is no running line, unless the running line is itself a small table.
    let tall = |(top, foot): (f32, f32)| foot - top > DEPTH * leaf.height;
    if leaf.grids.iter().any(|g| tall(g.reach()) && g.cell(strip).is_some()) {
        return None;
    }
    if strip.y < DEPTH * leaf.height {
        Some(true)
    } else {
        (strip.y > (1.0 - DEPTH) * leaf.height).then_some(false)
    }
}

fn near(places: &[Place], y: f32) -> usize {
    places.iter().filter(|(_, other, _)| (other - y).abs() <= WANDER).count()
}

/// Whether lines of this wording come again often enough, at one height, and their numbers stay or count pages.
fn runs(wording: &str, places: &[Place], pages: usize) -> bool {
    let Some(height) = places.iter().map(|p| p.1).max_by_key(|y| near(places, *y)) else {
        return false;
    };
    let places: Vec<&Place> = places.iter().filter(|(_, y, _)| (y - height).abs() <= WANDER).collect();
    let needed = if pages <= 4 { 2 } else { 3 };
    if places.len() < needed || wording.len() > 160 {
        return false;
    }
    let worded = wording.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    let slots: Vec<Slot> = (0..places[0].2.len()).map(|i| slot(&places, i)).collect();
    slots.iter().all(|s| *s != Slot::Wild) && (worded || slots.is_empty() || slots.contains(&Slot::Counts))
}

/// What the numbers at one place of a line do from page to page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Stays,
    Counts,
    /// They say something else on every page: rows of a table, notes.
    Wild,
}

fn slot(places: &[&Place], at: usize) -> Slot {
    let (mut stays, mut counts) = (0, 0);
    for pair in places.windows(2) {
        let (Some(a), Some(b)) = (pair[0].2.get(at), pair[1].2.get(at)) else {
            continue;
        };
        let turned = (pair[1].0 - pair[0].0) as i64;
        stays += usize::from(a == b);
        counts += usize::from(turned > 0 && b.saturating_sub(*a) == turned);
    }
    // A stray number here and there hides no page number that counts through the whole file.
    let mut offsets: HashMap<i64, usize> = HashMap::new();
    for (page, _, numbers) in places {
        let number = numbers.get(at).copied().unwrap_or(i64::MAX);
        *offsets.entry(number.saturating_sub(*page as i64)).or_default() += 1;
    }
    let most = offsets.into_values().max().unwrap_or(0);
    // What counts pages stands on every one or every other; notes of like wording count up with the pages by chance.
    let span = places.first().zip(places.last()).map_or(0, |(first, last)| last.0 - first.0 + 1);
    if span > places.len() * 2 + 1 {
        counts = 0;
    } else if most * 2 > places.len() && most > 1 {
        return Slot::Counts;
    }
    match (stays + counts) * 2 >= places.len() {
        false => Slot::Wild,
        true if counts > stays => Slot::Counts,
        true => Slot::Stays,
    }
}

/// A line as it reads on every page: numbers left open, case and blanks folded.
fn wording(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        let mut digits = false;
        for c in word.chars() {
            if c.is_ascii_digit() {
                if !digits {
                    out.push('#');
                }
                digits = true;
            } else {
                digits = false;
                out.extend(c.to_lowercase());
            }
        }
    }
    if !out.is_empty() && out.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) {
        "#".to_owned()
    } else {
        out
    }
}

/// Whether a line says only which page it is on.
fn is_page_number(text: &str, page: i64) -> bool {
    let worded = wording(text);
    matches!(
        worded.as_str(),
        "#" | "page #" | "page # of #" | "- # -" | "# | page" | "page | #" | "#/#" | "# of #"
    ) && text
        .split(|c: char| !c.is_ascii_digit())
        .find(|w| !w.is_empty())
        .and_then(|w| w.parse().ok())
        == Some(page)
}

/// The numbers of a line, one for each that its wording leaves open.
fn numbers(text: &str) -> Vec<i64> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|w| !w.is_empty());
    let found: Vec<i64> = runs.map(|w| w.parse().unwrap_or(i64::MAX)).collect();
    if found.is_empty() {
        roman(&text.trim().to_lowercase()).into_iter().collect()
    } else {
        found
    }
}

fn roman(word: &str) -> Option<i64> {
    let value = |c| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        _ => None,
    };
    let values: Vec<i64> = word.chars().map(value).collect::<Option<_>>()?;
    let next = values.iter().skip(1).chain(std::iter::once(&0));
    Some(values.iter().zip(next).map(|(v, n)| if v < n { -v } else { *v }).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(lines: &[(f32, &str)]) -> Leaf {
        let strip = |&(y, text): &(f32, &str)| Strip {
            text: text.into(),
            y,
            size: 10.0,
            end: 100.0,
            ..Strip::default()
        };
        Leaf {
            strips: lines.iter().map(strip).collect(),
            height: 800.0,

            ..Leaf::default()
        }
    }

    #[test]
    fn what_comes_again_is_taken_and_counted_numbers_with_it() {
        let pages = ["one", "two", "three", "four", "five"];
        let mut leaves: Vec<Leaf> = (1..=5)
            .map(|n| {
                let number = format!("Page {n} of 5");
                leaf(&[
                    (40.0, "Wren Review"),
                    (100.0, pages[n - 1]),
                    (400.0, "Wren Review"),
                    (780.0, &number),
                ])
            })
            .collect();
        let taken = take(&mut leaves);
        assert!(taken.iter().all(|t| t.len() == 2));
        assert!(leaves.iter().all(|l| l.strips.len() == 2));
    }

    #[test]
    fn numbers_that_do_not_count_pages_stay() {
        let mut leaves: Vec<Leaf> = [7, 7, 9, 9, 3]
            .iter()
            .map(|n| leaf(&[(40.0, &n.to_string()), (400.0, "x")]))
            .collect();
        assert!(take(&mut leaves).iter().all(Vec::is_empty));
        assert_eq!(roman("xiv"), Some(14));
    }

    #[test]
    fn rows_of_a_table_and_notes_at_one_height_stay_and_sections_may_count_anew() {
        let lines = |text: &dyn Fn(usize) -> String| (1..=6).map(|n| leaf(&[(40.0, &text(n)), (400.0, "x")])).collect::<Vec<Leaf>>();
        let taken = |mut leaves: Vec<Leaf>| take(&mut leaves).iter().map(Vec::len).sum::<usize>();
        assert_eq!(taken(lines(&|n| format!("{} May 2019 Home visit {}", 3 * n, 24 * n))), 0);
        assert_eq!(taken(lines(&|n| format!("Part {}: what was seen", n.div_ceil(3)))), 6);
        assert_eq!(taken(lines(&|n| format!("Section page {} of 12", 1 + (n - 1) % 3))), 6);
        // On pages 1, 5, 9 … of a paper with a note a page.
        let mut sparse = lines(&|_| "x".to_owned());
        (0..20).for_each(|n| {
            let note = format!("{n} See the guidance of 2018, chapter {n}.");
            sparse.push(leaf(&[(400.0, "x"), (780.0, if n % 4 == 0 { &note } else { "x" })]));
        });
        assert!(take(&mut sparse).iter().flatten().all(|strip| strip.text == "x"));
        let mut notes = lines(&|n| format!("\u{b9} Ibid., p. {n}"));
        notes.iter_mut().for_each(|leaf| leaf.strips[0].raised = true);
        assert_eq!(taken(notes), 0);
    }
}
