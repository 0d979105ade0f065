//! A `Counter` gives each numbered paragraph its number, as Word prints it: paragraph after paragraph, in order.

use std::collections::{HashMap, HashSet};

use super::numbering::{Counted, LEVELS, Numbering};
use super::paragraph::Numbered;
use super::styles::{self, Styles};
use crate::input::numeral::Style;
use crate::input::printed::{LONGEST, Printed};

/// The numbers so far.
#[derive(Debug)]
pub(super) struct Counter<'n> {
    numbering: &'n Numbering,
    styles: &'n Styles,
    /// For each kind of list the last number of each level; lists of one kind are counted on together.
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
    /// Lists that were met, so that their own starts are taken once.
    met: HashSet<u32>,
}

impl<'n> Counter<'n> {
    pub(super) fn new(numbering: &'n Numbering, styles: &'n Styles) -> Self {
        Self {
            numbering,
            styles,
            counts: HashMap::new(),
            met: HashSet::new(),
        }
    }

    /// What stands before the next paragraph, which says `own` of its numbering and has `style`.
    pub(super) fn next(&mut self, own: Numbered, style: &styles::Style) -> Option<Printed> {
        let id = own.list.or(style.numbered.list).filter(|&id| id != 0)?;
        let list = self.numbering.list(id, self.styles)?;
        let by_style = || list.level_of(&style.numbered_by).or(style.numbered.level);
        let level = own.level.or_else(by_style).unwrap_or(0).min(LEVELS as u8 - 1);
        let numbers = self.count(id, &list, level as usize);
        match list.levels[level as usize].style {
            Style::Bullet => Some(Printed::Bullet),
            _ => written(&list, level as usize, &numbers).map(|label| Printed::Label(label, level)),
        }
    }

    /// Counts one on at `level`; the numbers of all levels then.
    fn count(&mut self, id: u32, list: &Counted<'_>, level: usize) -> [Option<u32>; LEVELS] {
        let counts = self.counts.entry(list.kind).or_default();
        if self.met.insert(id) {
            for (count, _) in counts.iter_mut().zip(list.starts).filter(|(_, start)| start.is_some()) {
                *count = None;
            }
        }
        let start = list.starts[level].unwrap_or(list.levels[level].start);
        counts[level] = Some(counts[level].map_or(start, |last| last.saturating_add(1)));
        for (below, count) in counts.iter_mut().enumerate().skip(level + 1) {
            if list.levels[below].restart.is_none_or(|after| level < usize::from(after)) {
                *count = None;
            }
        }
        *counts
    }
}

/// The label that `level` of `list` prints for `numbers`; `None` when it prints nothing.
fn written(list: &Counted<'_>, level: usize, numbers: &[Option<u32>; LEVELS]) -> Option<String> {
    let own = list.levels[level];
    let mut label = String::new();
    let mut chars = own.text.chars().peekable();
    while let Some(c) = chars.next() {
        let place = chars
            .peek()
            .and_then(|d| d.to_digit(10))
            .filter(|d| c == '%' && (1..=LEVELS as u32).contains(d));
        let Some(place) = place else {
            label.push(c);
            continue;
        };
        chars.next();
        let at = place as usize - 1;
        let number = numbers[at].unwrap_or(list.starts[at].unwrap_or(list.levels[at].start));
        let style = if own.legal { Style::Decimal } else { list.levels[at].style };
        label.push_str(&style.write(number));
        if label.len() > LONGEST {
            return None;
        }
    }
    let label = label.trim();
    (!label.is_empty() && label.len() <= LONGEST).then(|| label.to_owned())
}
