//! A `Strip` is a run of glyphs on one baseline without a wide gap: a printed line, or one cell's part of a printed line.

use super::gap::{self, Gap};
use super::glyph::{Glyph, Sheet};
use super::initial;
use super::rule::Rule;

/// A gap wider than this, in ems, parts two strips.
const WIDE: f32 = 1.6;
/// A gap narrower than this, in ems, may be a blank of a stretched line.
pub(super) const SPREAD: f32 = 3.0;
/// A gap wider than this, in ems, parts two words.
const BLANK: f32 = 0.16;
/// Glyphs smaller than this share of their neighbours' size may stand raised beside them.
const SMALL: f32 = 0.85;

/// A run of words on one baseline.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    /// Its page, from 0.
    pub(super) page: u32,
    pub(super) text: String,
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
    /// The size of most of its glyphs.
    pub(super) size: f32,
    /// The size of its largest capital, where it has no small letter: of small capitals, that of the text around.
    pub(super) capital: f32,
    /// Glyphs that are bold, and all.
    pub(super) bold: (usize, usize),
    /// Glyphs that are slanted.
    pub(super) slanted: usize,
    /// How black it is, where names of fonts do not tell what is bold.
    pub(super) ink: Option<f32>,
    /// How wide its first word is.
    pub(super) first: f32,
    /// Bytes of a bullet or number that opens it with a gap after it that no space has.
    pub(super) label: usize,
    /// Whether it opens with a raised mark, as a note does.
    pub(super) raised: bool,
    /// Whether it is not shown.
    pub(super) hidden: bool,
    /// Quarter-turns against its page.
    pub(super) turn: u8,
    /// The tagged paragraph that it belongs to.
    pub(super) unit: Option<u32>,
    /// Its gaps that are wider than a blank.
    pub(super) gaps: Vec<Gap>,
}

impl Strip {
    /// Whether all its letters are bold, or nearly.
    pub(super) const fn is_bold(&self) -> bool {
        self.bold.0 * 10 >= self.bold.1 * 9 && self.bold.1 > 0
    }

    /// Whether all its letters are slanted, or nearly.
    pub(super) const fn is_slanted(&self) -> bool {
        self.slanted * 10 >= self.bold.1 * 9
    }

    /// Whether the two share a stretch of the page's width.
    pub(super) fn is_over(&self, other: &Self) -> bool {
        self.x < other.end && other.x < self.end
    }

    /// Whether the two stand on one baseline.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        self.turn == other.turn && (self.y - other.y).abs() <= 0.3 * self.size.max(other.size)
    }

    /// Whether both are set in letters of one size; a line of small capitals has the size of its large ones.
    pub(super) fn is_alike(&self, next: &Self) -> bool {
        let near = |size: f32| (size - next.size).abs() <= 0.08 * size.max(next.size);
        near(self.size) || near(self.capital)
    }

    /// Takes in the strip that follows on the same baseline.
    pub(super) fn take(&mut self, next: &Self) {
        let labelled = self.text.chars().count() <= 12 && is_label(&self.text);
        if labelled {
            self.label = self.text.len() + 1;
        }
        let stretched = !labelled && next.x - self.end < SPREAD * next.size;
        self.text.push(if stretched { ' ' } else { '\t' });
        self.text.push_str(&next.text);
        self.end = self.end.max(next.end);
        if next.bold.1 > self.bold.1 {
            self.size = next.size;
            self.y = next.y;
        }
        self.bold = (self.bold.0 + next.bold.0, self.bold.1 + next.bold.1);
        self.slanted += next.slanted;
    }
}

/// Whether a word counts actions or recommendations by a code: "AP6", "R12".
pub(super) fn is_code(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = word[letters..].trim_end_matches(['.', ':']);
    (1..=3).contains(&letters) && (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The strips of a page, in the order of its content stream; an upright rule parts two.
pub(super) fn strips(glyphs: &[Glyph], rules: &[Rule], page: u32) -> Vec<Strip> {
    let mut found = Vec::new();
    let mut run: Vec<(Glyph, bool)> = Vec::new();
    let mut blank = false;
    for glyph in glyphs {
        if glyph.char.is_whitespace() {
            blank = true;
            continue;
        }
        let parted = |last: &Glyph| {
            let gap = glyph.x - last.end > BLANK * glyph.size;
            gap && rules.iter().any(|rule| rule.parts(last.end, glyph.x, glyph.y - 0.3 * glyph.size))
        };
        if run.last().is_some_and(|last| !joins(&run, &last.0, glyph) || parted(&last.0)) {
            found.extend(strip(&run, page));
            run.clear();
        }
        // A soft hyphen that is not printed comes as a blank which takes no room.
        let adjoins = |(last, _): &(Glyph, bool)| (glyph.x - last.end).abs() < 0.03 * glyph.size;
        run.push((*glyph, blank && run.last().is_some_and(|last| !adjoins(last))));
        blank = false;
    }
    found.extend(strip(&run, page));
    found
}

/// The quarter-turn in which most of a page is set.
pub(super) fn upright(sheet: &Sheet) -> u8 {
    let count = |turn: u8| sheet.glyphs.iter().filter(|g| g.turn == turn).count();
    (0..4).max_by_key(|&turn| (count(turn), 4 - turn)).unwrap_or(0)
}

/// Tells bold from plain by ink where names do not: bold is clearly blacker than most of the document.
pub(super) fn embolden<'s>(strips: impl Iterator<Item = &'s mut Strip>) {
    const BLACKER: f32 = 1.22;
    let mut inked: Vec<&mut Strip> = strips.filter(|s| s.ink.is_some()).collect();
    let mut inks: Vec<(f32, usize)> = inked.iter().filter_map(|s| Some((s.ink?, s.text.len()))).collect();
    inks.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut left = inks.iter().map(|i| i.1).sum::<usize>() / 2;
    let usual = inks.iter().find(|(_, len)| {
        let here = left < *len;
        left = left.saturating_sub(*len);
        here
    });
    let Some(&(usual, _)) = usual else { return };
    for strip in &mut inked {
        if strip.ink.is_some_and(|ink| ink > usual * BLACKER) {
            strip.bold.0 = strip.bold.1;
        }
    }
}

fn joins(run: &[(Glyph, bool)], last: &Glyph, next: &Glyph) -> bool {
    if last.turn != next.turn || last.hidden != next.hidden || last.tag != next.tag {
        return false;
    }
    let base = run.iter().map(|(g, _)| g).max_by(|a, b| a.size.total_cmp(&b.size)).unwrap_or(last);
    let em = base.size.max(next.size);
    let gap = next.x - last.end;
    if gap > WIDE * em || gap < -0.7 * em {
        return false;
    }
    // An initial is no word that its line stands raised beside.
    if run.len() < 3 && base.char.is_uppercase() && next.char.is_alphabetic() && next.size * initial::LARGER <= base.size {
        return false;
    }
    let drop = next.y - base.y;
    let level = drop.abs() <= 0.25 * em;
    let raised = next.size <= SMALL * base.size && (-0.8 * em..=0.35 * em).contains(&drop) && gap < 0.6 * em;
    let falls = base.size <= SMALL * next.size && (-0.35 * em..=0.8 * em).contains(&drop) && run.len() <= 4 && gap < 0.8 * em;
    level || raised || falls
}

fn strip(run: &[(Glyph, bool)], page: u32) -> Option<Strip> {
    let (first, last) = (run.first()?.0, run.last()?.0);
    let (size, y) = base(run);
    let spacing = Spacing::of(run, size);
    let mut made = Strip {
        page,
        x: run.iter().map(|(g, _)| g.x).fold(first.x, f32::min),
        end: run.iter().map(|(g, _)| g.end).fold(last.end, f32::max),
        y,
        size,
        hidden: first.hidden,
        turn: first.turn,
        unit: first.tag,
        ..Strip::default()
    };
    let (mut widest, mut least) = (0.0_f32, f32::MAX);
    let mut label = None;
    for (i, &(glyph, blank)) in run.iter().enumerate() {
        let gap = if i > 0 { glyph.x - run[i - 1].0.end } else { 0.0 };
        if i > 0 && spacing.parts(gap, blank) {
            if label.is_none() {
                made.first = run[i - 1].0.end - first.x;
                label = Some((made.text.len(), gap));
            } else {
                widest = widest.max(gap);
            }
            if gap > gap::COLUMN * size {
                made.gaps.push(Gap::after(&made, (run[i - 1].0.end, glyph.x)));
            }
            least = least.min(gap);
            made.text.push(' ');
        }
        let raised = glyph.size <= SMALL * size && glyph.y < y - 0.12 * size;
        made.raised |= i == 0 && raised;
        made.text.push(match glyph.char {
            c if raised => superscript(c),
            // Some programs call every printed hyphen a soft one; only at a line's end can it be.
            '\u{ad}' if i + 1 < run.len() => '-',
            c => c,
        });
        if glyph.char.is_alphanumeric() {
            made.bold = (made.bold.0 + usize::from(glyph.bold == Some(true)), made.bold.1 + 1);
            made.slanted += usize::from(glyph.slanted);
        }
    }
    // A stretched line has wide blanks all over.
    let blanks = made.text.bytes().filter(|b| *b == b' ').count();
    made.gaps.retain(|gap| blanks == 1 || gap.to - gap.from > 1.5 * least);
    made.tell_looks(run);
    match label {
        None => made.first = made.end - made.x,
        Some((len, gap))
            if gap > 0.4 * size && gap > 1.3 * widest.min(size) && (is_label(&made.text[..len]) || is_code(&made.text[..len])) =>
        {
            made.label = len + 1;
        }
        Some(_) => {}
    }
    made.raised |= made.text.starts_with(is_superscript);
    (!made.text.trim().is_empty()).then_some(made)
}

impl Strip {
    /// Learns from its glyphs how black it is, where no name tells, and how large its capitals are.
    fn tell_looks(&mut self, run: &[(Glyph, bool)]) {
        let glyphs = || run.iter().map(|(g, _)| g);
        if !glyphs().any(|g| g.char.is_lowercase()) {
            let capitals = glyphs().filter(|g| g.char.is_uppercase());
            self.capital = capitals.map(|g| g.size).fold(0.0, f32::max);
        }
        let unnamed = || glyphs().filter(|g| g.bold.is_none() && g.char.is_alphanumeric());
        if unnamed().count() * 2 > self.bold.1 {
            let width: f32 = unnamed().map(|g| (g.end - g.x) / g.size.max(0.1)).sum();
            self.ink = Some(unnamed().map(|g| g.ink).sum::<f32>() / width.max(0.01));
        }
    }
}

pub(super) fn is_superscript(c: char) -> bool {
    matches!(c, '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

/// The size that most glyphs have, to half a point, and their baseline.
fn base(run: &[(Glyph, bool)]) -> (f32, f32) {
    let near = |a: f32, b: f32| (a - b).abs() < 0.3;
    let votes = |size: f32| run.iter().filter(|(g, _)| near(g.size, size)).count();
    let first = run.iter().map(|(g, _)| g.size).fold(0.0, f32::max);
    let size = if votes(first) * 2 > run.len() {
        first
    } else {
        let best = run.iter().take(200).max_by_key(|(g, _)| votes(g.size));
        best.map_or(first, |(g, _)| g.size)
    };
    let y = run.iter().find(|(g, _)| near(g.size, size)).map_or(0.0, |(g, _)| g.y);
    (size, y)
}

/// How the words of one run are told apart: by blanks, or, where letters are spaced for show, by wider gaps.
struct Spacing {
    gap: f32,
    by_blanks: bool,
}

impl Spacing {
    fn of(run: &[(Glyph, bool)], size: f32) -> Self {
        let pairs = run.len().saturating_sub(1);
        let blanks = run.iter().filter(|(_, blank)| *blank).count();
        let mut gaps: Vec<f32> = run.windows(2).map(|pair| pair[1].0.x - pair[0].0.end).collect();
        gaps.sort_by(f32::total_cmp);
        let middle = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
        let spaced = pairs >= 3 && blanks * 10 >= pairs * 8 && run.iter().all(|(g, _)| !g.char.is_ascii_digit());
        let tracked = pairs >= 5 && middle > 0.1 * size;
        if spaced || (tracked && blanks * 3 > pairs * 2) {
            Self {
                gap: middle * 1.6,
                by_blanks: false,
            }
        } else if tracked {
            Self {
                gap: middle + BLANK * size,
                by_blanks: true,
            }
        } else {
            Self {
                gap: BLANK * size,
                by_blanks: true,
            }
        }
    }

    fn parts(&self, gap: f32, blank: bool) -> bool {
        gap > self.gap || (blank && self.by_blanks)
    }
}

/// A raised figure as Unicode writes it, so that a note's number is no part of a word or a number.
pub(super) fn superscript(c: char) -> char {
    match c {
        '1' => '\u{b9}',
        '2' => '\u{b2}',
        '3' => '\u{b3}',
        '0' | '4'..='9' => char::from_u32(0x2070 + (c as u32 - '0' as u32)).unwrap_or(c),
        c => c,
    }
}

/// Signs that open a list item.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '\u{2022}'
            | '\u{25cf}'
            | '\u{25cb}'
            | '\u{25aa}'
            | '\u{25ab}'
            | '\u{25a0}'
            | '\u{25a1}'
            | '\u{25e6}'
            | '\u{25fc}'
            | '\u{25fe}'
            | '\u{2013}'
            | '\u{2014}'
            | '-'
            | '\u{b7}'
            | '\u{27a2}'
            | '\u{2713}'
            | '\u{2714}'
            | '\u{2610}'
            | '\u{2611}'
            | '\u{2612}'
            | '\u{2023}'
            | '\u{2043}'
            | '\u{2751}'
            | '\u{e000}'..='\u{f8ff}' | '\u{25ba}' | '\u{25b6}' | '\u{2756}' | '\u{29bf}' | '\u{fffd}'
    )
}

/// Whether a first word is a bullet or a printed number: "•", "7.1.2", "(a)", "iv)".
pub(super) fn is_label(word: &str) -> bool {
    let mut chars = word.chars();
    let (first, rest) = (chars.next(), chars.as_str());
    if rest.is_empty() && first.is_some_and(|c| is_bullet(c) || c == 'o') {
        return true;
    }
    let bare = word.trim_matches(['(', ')', '.', ':']);
    let dressed = bare.len() < word.len() || bare.contains('.');
    let roman = bare.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    let letter = bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_alphabetic());
    let number = bare.starts_with(|c: char| c.is_ascii_digit()) && bare.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    bare.len() <= 10 && !bare.is_empty() && (number || dressed && (roman || letter))
}
