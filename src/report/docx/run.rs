//! A `Shape` is the inside of one run of a Word document: where it can be cut in two.

use std::ops::Range;

use crate::input::ReadError;
use crate::input::xml::{Token, Xml};

/// One child of a run that shows something.
#[derive(Clone, Debug)]
pub(super) struct Child {
    /// Its bytes, tags included.
    pub(super) all: Range<usize>,
    /// For characters, where they stand, without blanks that Word does not show.
    pub(super) inner: Option<Range<usize>>,
    /// Where its start tag ends.
    pub(super) open_end: usize,
    /// Where its end tag begins.
    pub(super) close_start: usize,
    /// Its name with its prefix.
    pub(super) name: String,
    /// Whether the blanks around its characters are said to be kept.
    pub(super) kept: bool,
}

/// The inside of a run; all bytes count in its part.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) all: Range<usize>,
    /// The end of its start tag.
    open_end: usize,
    properties: Option<Range<usize>>,
    children: Vec<Child>,
    name: String,
}

/// Where, seen from a run, a byte in it stands.
#[derive(Debug)]
pub(super) enum Place<'s> {
    Before,
    After,
    /// Between two children, where the first ends.
    Between(usize),
    /// Amid the characters of a child.
    Within(&'s Child),
}

impl Shape {
    /// The shape of the run at `all` of `source`.
    pub(super) fn of(source: &str, all: Range<usize>) -> Result<Self, ReadError> {
        let base = all.start;
        let shift = |range: Range<usize>| range.start + base..range.end + base;
        let mut xml = Xml::new(&source[all.clone()]);
        let mut shape = Self {
            all,
            open_end: base,
            properties: None,
            children: Vec::new(),
            name: String::new(),
        };
        let mut child: Option<Child> = None;
        loop {
            let token = xml.token()?;
            let at = shift(xml.at());
            match token {
                Token::Open(tag) if xml.depth() == 1 => {
                    shape.open_end = at.end;
                    shape.name = tag.name().to_owned();
                }
                Token::Open(tag) if xml.depth() == 2 => {
                    let kept = tag.attr_where(|prefix, name| prefix == "xml" && name == "space");
                    child = Some(Child {
                        // Characters whose blanks are said to go are not cut.
                        inner: (tag.local == "t" && kept.as_deref().is_none_or(|space| space == "preserve")).then_some(at.end..at.end),
                        open_end: at.end,
                        close_start: at.end,
                        name: tag.name().to_owned(),
                        kept: kept.is_some_and(|space| space == "preserve"),
                        all: at,
                    });
                }
                Token::Close if xml.depth() == 1 => {
                    if let Some(done) = child.take() {
                        shape.add(done, &at, source);
                    }
                }
                Token::End => return Ok(shape),
                _ => {}
            }
        }
    }

    fn add(&mut self, mut child: Child, end: &Range<usize>, source: &str) {
        child.all.end = child.all.end.max(end.end);
        child.close_start = end.start.max(child.open_end);
        if let Some(inner) = &mut child.inner {
            inner.end = child.close_start;
            if !child.kept {
                let shown = &source[inner.clone()];
                let lead = shown.len() - shown.trim_start_matches(' ').len();
                *inner = inner.start + lead..inner.start + shown.trim_end_matches(' ').len().max(lead);
            }
        }
        match child.name.rsplit(':').next() {
            Some("rPr") => self.properties = Some(child.all),
            Some("lastRenderedPageBreak") => {}
            _ => self.children.push(child),
        }
    }

    /// Where byte `at` of the part stands.
    pub(super) fn place(&self, at: usize) -> Place<'_> {
        for (i, child) in self.children.iter().enumerate() {
            let shown = child.inner.as_ref().unwrap_or(&child.all);
            if at <= shown.start {
                return match i.checked_sub(1) {
                    Some(before) => Place::Between(self.children[before].all.end),
                    None => Place::Before,
                };
            }
            if at < shown.end {
                return match child.inner {
                    Some(_) => Place::Within(child),
                    None => Place::Between(child.all.end),
                };
            }
        }
        Place::After
    }

    /// What ends the run before a cut.
    pub(super) fn ending(&self) -> String {
        format!("</{}>", self.name)
    }

    /// What begins a run of the same properties after a cut.
    pub(super) fn beginning(&self, source: &str) -> String {
        let properties = self.properties.clone().map_or("", |properties| &source[properties]);
        format!("{}{properties}", &source[self.all.start..self.open_end])
    }
}
