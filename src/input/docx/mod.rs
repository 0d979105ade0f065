//! A `Docx` is a Word document: its text as Word shows it, with the numbers that Word prints, and the way back to its runs.
//!
//! Headers, footers and comments are left out; the text of notes stands at the end. `styles`, `numbering` and `counter` find
//! out what Word prints before a paragraph, `walk` gathers paragraphs and `flow` sets them one under another.

mod counter;
mod map;
mod numbering;
mod paragraph;
pub mod relations;
mod styles;
mod symbol;
mod table;
mod walk;
mod writing;

pub use map::{Piece, Run, SourceMap};

use std::collections::{HashMap, HashSet};

use self::counter::Counter;
use self::numbering::Numbering;
use self::relations::Relation;
use self::styles::Styles;
use self::walk::{Reading, Walk};
use super::flow::{Done, Flow};
use super::package::Package;
use super::xml::{Token, Xml};
use super::{ReadError, Revision};
use crate::text::{Format, Text};

/// A Word document that was read.
#[derive(Debug)]
pub struct Docx<'b> {
    /// The zip file around it.
    pub package: Package<'b>,
    /// The name of its main part.
    pub main: String,
    /// That part.
    pub source: String,
    /// The relations of that part.
    pub relations: Vec<Relation>,
    /// Whether it has a style for the marks of comments.
    pub has_comment_style: bool,
    /// Its text.
    pub text: Text,
    /// The way back from the text.
    pub map: SourceMap,
}

/// The parts that say how a document is read.
struct Parts {
    main: String,
    source: String,
    relations: Vec<Relation>,
    styles: Styles,
    numbering: Numbering,
}

impl<'b> Docx<'b> {
    /// Reads the Word document that `bytes` are.
    ///
    /// # Errors
    /// When they are none, or damaged, protected, or beyond the bounds.
    pub fn read(bytes: &'b [u8], revision: Revision) -> Result<Self, ReadError> {
        Self::of(Package::open(bytes)?, revision)
    }

    /// Reads the Word document that `package` is.
    ///
    /// # Errors
    /// Those of [`Self::read`].
    pub fn of(package: Package<'b>, revision: Revision) -> Result<Self, ReadError> {
        let parts = Parts::of(&package)?;
        let (text, map) = read(&package, &parts, revision, true)?;
        Ok(Self {
            package,
            has_comment_style: parts.styles.has("CommentReference"),
            main: parts.main,
            source: parts.source,
            relations: parts.relations,
            text,
            map,
        })
    }
}

/// The text of the Word document that `package` is, without a way back to it.
///
/// # Errors
/// Those of [`Docx::read`].
pub(super) fn text(package: &Package<'_>, revision: Revision) -> Result<Text, ReadError> {
    Ok(read(package, &Parts::of(package)?, revision, false)?.0)
}

fn read(package: &Package<'_>, parts: &Parts, revision: Revision, mapped: bool) -> Result<(Text, SourceMap), ReadError> {
    let ways = |fields| Ways { revision, fields, mapped };
    let mut told = told(package, parts, ways(true))?;
    if told.open_field {
        told = self::told(package, parts, ways(false))?;
        told.warnings
            .push("A field of the document has no end; words of its instructions may stand in the text.".to_owned());
    }
    let Told { flow, map, warnings, .. } = told;
    let text = Text {
        content: flow.content,
        marks: flow.marks,
        syntax: Vec::new(),
        format: Format::Docx,
        warnings,
    };
    Ok((text, map))
}

impl Parts {
    fn of(package: &Package<'_>) -> Result<Self, ReadError> {
        let main = main_part(package)?;
        let source = package.xml(&main)?.ok_or(ReadError::Damaged("its main part is missing"))?;
        if !is_word(&source)? {
            return Err(ReadError::Package);
        }
        let relations = relations::of(package, &main)?;
        let part = |kind: &str| match relations.iter().find(|it| it.kind == kind) {
            Some(relation) => package.xml(&relation.target),
            None => Ok(None),
        };
        let styles = part("styles")?.map_or(Ok(Styles::default()), |source| Styles::read(&source))?;
        let numbering = part("numbering")?.map_or(Ok(Numbering::default()), |source| Numbering::read(&source))?;
        Ok(Self {
            main,
            source,
            relations,
            styles,
            numbering,
        })
    }
}

/// The name of the part that the package calls its document.
fn main_part(package: &Package<'_>) -> Result<String, ReadError> {
    const USUAL: &str = "word/document.xml";
    let relations = relations::of(package, "")?;
    let named = relations.into_iter().find(|it| it.kind == "officeDocument").map(|it| it.target);
    match named.filter(|name| package.has(name)) {
        Some(name) => Ok(name),
        None if package.has(USUAL) => Ok(USUAL.to_owned()),
        None if package.has("[Content_Types].xml") && package.has("_rels/.rels") => Err(ReadError::Damaged("its main part is missing")),
        None => Err(ReadError::Package),
    }
}

/// Whether a part is the main part of a Word document.
fn is_word(source: &str) -> Result<bool, ReadError> {
    let mut xml = Xml::new(source);
    loop {
        match xml.token()? {
            Token::Open(tag) => return Ok(tag.word() == "document"),
            Token::End => return Ok(false),
            _ => {}
        }
    }
}

/// What was read of a document.
struct Told {
    flow: Flow,
    map: SourceMap,
    warnings: Vec<String>,
    open_field: bool,
}

/// How a document is read.
#[derive(Clone, Copy)]
struct Ways {
    revision: Revision,
    /// Whether instructions of fields are told from their results.
    fields: bool,
    /// Whether the way back from the text is wanted.
    mapped: bool,
}

fn told(package: &Package<'_>, parts: &Parts, ways: Ways) -> Result<Told, ReadError> {
    let mut reading = Reading {
        styles: &parts.styles,
        counter: Counter::new(&parts.numbering, &parts.styles),
        revision: ways.revision,
        fields: ways.fields,
        mapped: ways.mapped,
        runs: Vec::new(),
        notes: Vec::new(),
        tables: 0,
        embeds: false,
        open_field: false,
    };
    let mut names = vec![parts.main.clone()];
    let mut flow = Flow::default();
    Walk::through(&parts.source, 0, &mut reading, |_, done| flow.put(done))?;
    for (end, kind) in [(false, "footnotes"), (true, "endnotes")] {
        let Some(relation) = parts.relations.iter().find(|it| it.kind == kind) else {
            continue;
        };
        let Some(source) = package.xml(&relation.target)? else { continue };
        names.push(relation.target.clone());
        for done in notes(&source, names.len() as u32 - 1, end, &mut reading)? {
            flow.put(done);
        }
    }
    if !flow.content.is_empty() {
        flow.content.push('\n');
    }
    let warnings = reading
        .embeds
        .then(|| "Another file stands inside the document; its words were not read.".to_owned());
    Ok(Told {
        map: SourceMap {
            parts: names,
            runs: reading.runs,
            pieces: std::mem::take(&mut flow.pieces),
        },
        flow,
        warnings: warnings.into_iter().collect(),
        open_field: reading.open_field,
    })
}

/// The paragraphs of the notes in `source` that the text refers to, in the order in which it does.
fn notes(source: &str, part: u32, end: bool, reading: &mut Reading<'_>) -> Result<Vec<Done>, ReadError> {
    let mut by_id: HashMap<String, Vec<Done>> = HashMap::new();
    Walk::through(source, part, reading, |id, done| {
        by_id.entry(id.unwrap_or_default()).or_default().push(done);
    })?;
    let mut found = Vec::new();
    let mut told = HashSet::new();
    for note in reading.notes.iter().filter(|note| note.end == end) {
        if !told.insert(note.id.as_str()) {
            continue;
        }
        let carrier = reading.runs.get(note.run as usize);
        let carrier = carrier.map(|run| run.carrier.clone().unwrap_or_else(|| run.raw.clone()));
        for done in by_id.remove(&note.id).unwrap_or_default() {
            for piece in &done.pieces {
                reading.runs[piece.run as usize].carrier = carrier.clone();
            }
            found.push(done);
        }
    }
    Ok(found)
}
