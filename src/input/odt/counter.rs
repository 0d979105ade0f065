//! The `Counter` knows which list a paragraph stands in, and gives it the number that is printed there.

use std::collections::HashMap;

use super::list::{Counts, LEVELS, ListStyle};
use super::styles::Styles;
use crate::input::printed::Printed;
use crate::input::xml::Tag;

/// Where a paragraph stands among the lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Position {
    /// The list whose numbers it shares.
    list: usize,
    /// The name of its style; empty for one without, `None` for the headings'.
    style: Option<String>,
    level: usize,
    /// The number with which it starts anew.
    start: Option<Start>,
}

/// How a number starts anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// Where its level starts.
    Level,
    /// At this number.
    At(u32),
}

/// A list that is open.
#[derive(Debug)]
struct Open {
    list: usize,
    style: String,
    level: usize,
    item: Option<Item>,
}

/// An item that is open.
#[derive(Debug, Default)]
struct Item {
    /// Whether its next paragraph is its first, and is numbered.
    fresh: bool,
    start: Option<u32>,
    /// Another list's style, for this item only.
    style: Option<String>,
    /// Lists that stood in it.
    lists: u32,
}

/// The lists that are open around a paragraph.
#[derive(Debug, Default)]
pub(super) struct Around(Vec<Open>);

/// The numbers so far.
#[derive(Debug)]
pub(super) struct Counter<'s> {
    styles: &'s Styles,
    /// The numbers of each list; the first is the headings'.
    counts: Vec<(Option<String>, Counts)>,
    /// Lists by their ids, and the last list of each style.
    ids: HashMap<String, usize>,
    latest: HashMap<String, usize>,
    pub(super) around: Around,
    /// Whether lists go on with the last of their style, as those in deleted text do.
    pub(super) goes_on: bool,
}

impl<'s> Counter<'s> {
    pub(super) fn new(styles: &'s Styles) -> Self {
        Self {
            styles,
            counts: vec![(None, Counts::default())],
            ids: HashMap::new(),
            latest: HashMap::new(),
            around: Around::default(),
            goes_on: false,
        }
    }

    /// A list begins; with `names` the attributes that say what it continues.
    pub(super) fn begin(&mut self, tag: &Tag<'_>) {
        let named = tag.any("style-name").map(|name| name.into_owned());
        let continues = tag.any("continue-numbering").is_some_and(|it| it == "true");
        let (list, style, level) = match self.around.0.last_mut() {
            Some(outer) => {
                let level = (outer.level + 1).min(LEVELS - 1);
                if let Some(item) = &mut outer.item {
                    item.fresh = false;
                    if item.lists > 0 && !continues {
                        self.counts[outer.list].1[level..].fill(None);
                    }
                    item.lists += 1;
                }
                (outer.list, named.unwrap_or_else(|| outer.style.clone()), level)
            }
            None => {
                let style = named.unwrap_or_default();
                let before = tag.any("continue-list");
                (self.list(&style, before.as_deref(), continues), style, 0)
            }
        };
        if let Some(id) = tag.attr_where(|prefix, local| prefix == "xml" && local == "id") {
            self.ids.insert(id.into_owned(), list);
        }
        let item = None;
        self.around.0.push(Open { list, style, level, item });
    }

    /// The list of that style that continues the one called `before`, or the last of its style, or is new.
    fn list(&mut self, style: &str, before: Option<&str>, continues: bool) -> usize {
        if !style.is_empty() && style == self.styles.outline_name {
            return 0;
        }
        let same = |&&list: &&usize| self.counts[list].0.as_deref() == Some(style);
        let named = before.and_then(|id| self.ids.get(id)).filter(same);
        let known = match named {
            None if continues || self.goes_on => self.latest.get(style),
            named => named,
        };
        let list = known.copied().unwrap_or_else(|| {
            self.counts.push((Some(style.to_owned()), Counts::default()));
            self.counts.len() - 1
        });
        self.latest.insert(style.to_owned(), list);
        list
    }

    pub(super) fn end(&mut self) {
        self.around.0.pop();
    }

    /// An item of the open list begins; a header has no number.
    pub(super) fn item(&mut self, tag: &Tag<'_>) {
        if let Some(open) = self.around.0.last_mut() {
            open.item = Some(Item {
                fresh: tag.local != "list-header",
                start: tag.any_number("start-value"),
                style: tag.any("style-override").map(|name| name.into_owned()),
                lists: 0,
            });
        }
    }

    pub(super) fn end_item(&mut self) {
        if let Some(open) = self.around.0.last_mut() {
            open.item = None;
        }
    }

    /// A paragraph begins that is a list item of its own, of the list that it names.
    pub(super) fn lone(&mut self, tag: &Tag<'_>) {
        let style = tag.any("style-name").unwrap_or_default().into_owned();
        let id = tag.any("list-id").unwrap_or_default();
        let continues = tag.any("continue-numbering").is_none_or(|it| it == "true");
        let list = self.list(&style, Some(&id), continues && id.is_empty());
        self.ids.insert(id.into_owned(), list);
        let level: usize = tag.any_number("level").unwrap_or(1);
        self.around.0.push(Open {
            list,
            style,
            level: level.clamp(1, LEVELS) - 1,
            item: None,
        });
        self.item(tag);
    }

    /// Where the paragraph stands that begins now; `None` when it is not numbered. A heading outside lists is numbered by the
    /// outline, at `heading`, its level from 1.
    pub(super) fn position(&mut self, heading: Option<u8>, start: Option<Start>) -> Option<Position> {
        let Some(open) = self.around.0.last_mut() else {
            return Some(Position {
                list: 0,
                style: None,
                level: usize::from(heading?.max(1)).min(LEVELS) - 1,
                start,
            });
        };
        let item = open.item.as_mut().filter(|item| item.fresh)?;
        item.fresh = false;
        Some(Position {
            list: open.list,
            style: Some(item.style.clone().unwrap_or_else(|| open.style.clone())),
            level: open.level,
            start: item.start.map(Start::At).or(start),
        })
    }

    /// What stands before the next paragraph, which stands at `position`.
    pub(super) fn next(&mut self, position: &Position) -> Option<Printed> {
        let styles = self.styles;
        let unknown = ListStyle::default();
        let style = match &position.style {
            None => &styles.outline,
            Some(name) if !name.is_empty() && *name == styles.outline_name => &styles.outline,
            Some(name) => styles.lists.get(name).unwrap_or(&unknown),
        };
        let (counts, level) = (&mut self.counts[position.list].1, position.level);
        // A level above that was never counted counts as begun: the first "1.1" stands under a "1" that is not there.
        for (above, count) in counts.iter_mut().enumerate().take(level) {
            count.get_or_insert_with(|| style.start(above));
        }
        counts[level] = Some(match (position.start, counts[level]) {
            (Some(Start::At(start)), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            _ => style.start(level),
        });
        counts[level + 1..].fill(None);
        if style.is_numbered(level) {
            style.label(level, counts).map(|label| Printed::Label(label, level as u8))
        } else {
            position.style.is_some().then_some(Printed::Bullet)
        }
    }
}
