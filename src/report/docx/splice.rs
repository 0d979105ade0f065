//! A `Splice` sets marks of comments between the bytes of a document's main part; every other byte stays as it is.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::input::ReadError;
use crate::input::docx::Docx;
use crate::input::xml::{Token, WORD, WORD_STRICT, Xml};
use crate::text::Span;

use super::run::{Place, Shape};

/// Marks that stand at one place: what ends before what begins.
#[derive(Debug, Default)]
struct Marks {
    ends: String,
    starts: String,
    /// What ends and begins a run around them, when they cut one.
    cut: Option<(String, String)>,
}

/// The edits of a main part.
pub(super) struct Splice<'d> {
    docx: &'d Docx<'d>,
    shapes: HashMap<u32, Shape>,
    marks: BTreeMap<usize, Marks>,
    /// Bytes that go, with what comes in their place.
    changes: BTreeMap<usize, (usize, String)>,
    kept: HashSet<usize>,
    next_id: u64,
    word: &'static str,
}

impl<'d> Splice<'d> {
    /// No edits yet; the first comment will have the id `next_id`.
    pub(super) fn new(docx: &'d Docx<'d>, next_id: u64) -> Self {
        Self {
            docx,
            shapes: HashMap::new(),
            marks: BTreeMap::new(),
            changes: BTreeMap::new(),
            kept: HashSet::new(),
            next_id,
            word: if docx.source.contains(WORD_STRICT) { WORD_STRICT } else { WORD },
        }
    }

    /// Takes out the marks of the comments `own`.
    pub(super) fn remove(&mut self, own: &HashSet<String>) -> Result<(), ReadError> {
        if own.is_empty() {
            return Ok(());
        }
        let mut xml = Xml::new(&self.docx.source);
        // For each open element where it begins, whether it goes at its end, and for a run whether it shows more than a mark.
        let mut open: Vec<Open> = Vec::new();
        loop {
            match xml.token()? {
                Token::Open(tag) => {
                    let name = tag.word();
                    let mark = matches!(name, "commentRangeStart" | "commentRangeEnd" | "commentReference")
                        && tag.attr("id").is_some_and(|id| own.contains(&*id));
                    if let Some(run) = open.last_mut().filter(|it| it.run) {
                        run.only_mark &= name == "rPr" || (mark && name == "commentReference");
                        run.marked |= mark;
                    }
                    open.push(Open {
                        start: xml.at().start,
                        run: name == "r",
                        goes: mark,
                        only_mark: true,
                        marked: false,
                    });
                }
                Token::Close => {
                    let end = xml.at().end;
                    let Some(closed) = open.pop() else { continue };
                    if closed.goes || (closed.run && closed.marked && closed.only_mark) {
                        let inside: Vec<usize> = self.changes.range(closed.start..end).map(|(&at, _)| at).collect();
                        inside.iter().for_each(|at| drop(self.changes.remove(at)));
                        self.changes.insert(closed.start, (end, String::new()));
                    }
                }
                Token::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// Marks the words that `span` covers with the next comment; `None` when they came from no run.
    pub(super) fn mark(&mut self, span: Span) -> Option<()> {
        let pieces = self.docx.map.pieces(span);
        let (first, last) = match (pieces.first(), pieces.last()) {
            (Some(first), Some(last)) => (first, last),
            // What stands between runs is shown on the words before it.
            _ => {
                let after = self.docx.map.pieces.partition_point(|piece| piece.span.start < span.start);
                let near = self.docx.map.pieces.get(after.saturating_sub(1))?;
                (near, near)
            }
        };
        let inside = |piece: &crate::input::docx::Piece, at: u32| {
            let exact = piece.raw.len() == piece.span.len() as usize;
            (exact && piece.span.start <= at && at <= piece.span.end).then(|| piece.raw.start + (at - piece.span.start) as usize)
        };
        let start = inside(first, span.start.max(first.span.start)).unwrap_or(first.raw.start);
        let end = inside(last, span.end.min(last.span.end)).unwrap_or(last.raw.end);
        let (first, last) = (first.run, last.run);
        let prefix = self.prefix(first);
        let id = self.next_id;
        let (start_mark, end_mark) = self.written(&prefix, id);
        self.place(first, start, true)?.starts.push_str(&start_mark);
        self.place(last, end, false)?.ends.push_str(&end_mark);
        self.next_id += 1;
        Some(())
    }

    /// The prefix of WordprocessingML in the main part, with its colon, as the first run or its carrier writes it.
    fn prefix(&self, run: u32) -> String {
        let run = &self.docx.map.runs[run as usize];
        let at = run.carrier.as_ref().unwrap_or(&run.raw).start;
        let name = self.docx.source[at + 1..]
            .split([' ', '>', '/', '\n', '\r', '\t'])
            .next()
            .unwrap_or("w:r");
        name.split_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"))
    }

    fn written(&self, prefix: &str, id: u64) -> (String, String) {
        // An attribute has no namespace without a prefix.
        let (p, bound) = match prefix {
            "" => ("w:", format!(" xmlns:w=\"{}\"", self.word)),
            prefix => (prefix, String::new()),
        };
        let style = if self.docx.has_comment_style {
            format!("<{p}rPr><{p}rStyle {p}val=\"CommentReference\"/></{p}rPr>")
        } else {
            String::new()
        };
        (
            format!("<{p}commentRangeStart{bound} {p}id=\"{id}\"/>"),
            format!("<{p}commentRangeEnd{bound} {p}id=\"{id}\"/><{p}r{bound}>{style}<{p}commentReference {p}id=\"{id}\"/></{p}r>"),
        )
    }

    /// The marks at byte `at` of `run`, which is cut there when need be; or around what carries it.
    fn place(&mut self, run: u32, at: usize, start: bool) -> Option<&mut Marks> {
        let source = &self.docx.source;
        let read = &self.docx.map.runs[run as usize];
        if let Some(carrier) = &read.carrier {
            let at = if start { carrier.start } else { carrier.end };
            return Some(self.marks.entry(at).or_default());
        }
        let shape = match self.shapes.entry(run) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(new) => new.insert(Shape::of(source, read.raw.clone()).ok()?),
        };
        let (at, cut) = match shape.place(at) {
            Place::Before => (shape.all.start, None),
            Place::After => (shape.all.end, None),
            Place::Between(at) => (at, Some((shape.ending(), shape.beginning(source)))),
            Place::Within(child) => {
                if !child.kept && self.kept.insert(child.all.start) {
                    // Blanks at the cut must be kept, and those that Word did not show must go.
                    let name_end = child.all.start + 1 + child.name.len();
                    self.changes.insert(name_end, (name_end, " xml:space=\"preserve\"".to_owned()));
                    let inner = child.inner.clone().unwrap_or(child.open_end..child.close_start);
                    for gone in [child.open_end..inner.start, inner.end..child.close_start] {
                        if !gone.is_empty() {
                            self.changes.insert(gone.start, (gone.end, String::new()));
                        }
                    }
                }
                let ending = format!("</{}>{}", child.name, shape.ending());
                let beginning = format!("{}<{} xml:space=\"preserve\">", shape.beginning(source), child.name);
                (at, Some((ending, beginning)))
            }
        };
        let marks = self.marks.entry(at).or_default();
        if marks.cut.is_none() {
            marks.cut = cut;
        }
        Some(marks)
    }

    /// The edited part.
    pub(super) fn finish(self) -> String {
        let source = &self.docx.source;
        let mut out = String::with_capacity(source.len() + source.len() / 8);
        let mut at = 0;
        let mut changes = self.changes.into_iter().peekable();
        let copy = |out: &mut String, at: &mut usize, to: usize, changes: &mut dyn Iterator<Item = (Range<usize>, String)>| {
            for (gone, with) in changes {
                if gone.start >= *at {
                    out.push_str(&source[*at..gone.start]);
                    out.push_str(&with);
                    *at = gone.end;
                }
            }
            if to > *at {
                out.push_str(&source[*at..to]);
                *at = to;
            }
        };
        for (place, marks) in self.marks {
            let mut before = std::iter::from_fn(|| {
                let (start, (end, with)) = changes.next_if(|(start, _)| *start < place)?;
                Some((start..end, with))
            });
            copy(&mut out, &mut at, place, &mut before);
            let (ending, beginning) = marks.cut.unwrap_or_default();
            out.extend([ending, marks.ends, marks.starts, beginning]);
        }
        let mut rest = changes.map(|(start, (end, with))| (start..end, with));
        copy(&mut out, &mut at, source.len(), &mut rest);
        out
    }
}

/// An element that is open while marks are taken out.
struct Open {
    start: usize,
    run: bool,
    goes: bool,
    only_mark: bool,
    marked: bool,
}
