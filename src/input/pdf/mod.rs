//! A PDF gives glyphs with places, not text: this room puts them together again, from glyphs to strips, lines, blocks.
//!
//! Each step is a file: [`glyph`] hears the interpreter, [`strip`] finds words by gaps, [`initial`] and [`bullet`] mend them,
//! [`margin`] and [`note`] take out what is no flow, [`tagged`] reads the structure that the file itself tells, [`grid`], [`open`] and [`flow`] find tables and
//! paragraphs, [`assembly`] heals page breaks, [`style`] knows headings, [`mod@write`] lays the text down with its marks.

mod assembly;
mod block;
mod bullet;
mod content;
mod cut;
mod flow;
mod gap;
mod glyph;
mod grid;
mod hidden;
mod hyphen;
mod initial;
mod margin;
mod note;
mod open;

mod order;
mod packed;
mod paragraph;
mod pose;
mod quote;
mod row;
mod rule;
mod strip;
mod stripe;
mod style;
mod tagged;
mod write;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, RenderContent, interpret, interpret_page};

use super::ReadError;
use super::bounds::{Bound, PDF_FRAMES, PDF_OBJECTS, PDF_PAGES, PDF_SIGNS, PDF_STROKES};
use crate::text::{Format, Text};
use content::Contents;
use glyph::{Collector, Met, Sheet};
use grid::Grid;
use rule::Rule;
use strip::Strip;
use tagged::Tags;

/// Bounds on what one file may print.
struct Limits {
    pages: Bound,
    /// Glyphs.
    signs: Bound,
    /// Clips, groups and forms.
    frames: Bound,
    /// Whatever else is drawn.
    strokes: Bound,
    /// Rules of one page.
    rules: usize,
}

const LIMITS: Limits = Limits {
    pages: PDF_PAGES,
    signs: PDF_SIGNS,
    frames: PDF_FRAMES,
    strokes: PDF_STROKES,
    rules: 1_500,
};

/// One page in the making.
#[derive(Debug, Default)]
struct Leaf {
    strips: Vec<Strip>,
    /// Strips that the file itself says are no content.
    artifacts: Vec<Strip>,
    rules: Vec<Rule>,
    grids: Vec<Grid>,
    /// Its height as it is read, turned upright.
    height: f32,
    /// The quarter-turn that most of it is set in.
    turn: u8,
}

/// Whether `bytes` are a PDF: its signature stands near the start.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    const HEAD: usize = 1024;
    let head = &bytes[..bytes.len().min(HEAD)];
    head.starts_with(b"%PDF-") || head.trim_ascii_start().starts_with(b"%PDF-") || memchr::memmem::find(head, b"\n%PDF-").is_some()
}

/// The text of a PDF.
pub(super) fn read(bytes: Vec<u8>) -> Result<Text, ReadError> {
    // hayro has met no file that makes it panic, but it promises nothing; a file must never end the whole run.
    match catch_unwind(AssertUnwindSafe(|| text(bytes, &LIMITS))) {
        Ok(outcome) => outcome,
        Err(payload) => Err(payload.downcast_ref::<Met>().map_or(ReadError::PdfDamaged, |met| met.0.beyond())),
    }
}

fn text(bytes: Vec<u8>, limits: &Limits) -> Result<Text, ReadError> {
    packed::measure(&bytes)?;
    let cut = cut::is_cut_off(&bytes);
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::PdfLocked,
        LoadPdfError::Decryption(_) => ReadError::PdfCipher,
        LoadPdfError::Invalid => ReadError::PdfDamaged,
    })?;
    PDF_OBJECTS.hold(pdf.len() as u64)?;
    let count = pdf.pages().len();
    if count == 0 {
        return Err(ReadError::PdfDamaged);
    }
    limits.pages.hold(count as u64)?;
    let tags = Tags::of(&pdf, &page_numbers(&pdf));
    let (mut leaves, signs) = leaves(&pdf, limits, &tags)?;
    let mut warnings = warnings(&signs).map_err(|error| if cut { ReadError::PdfDamaged } else { error })?;
    if cut {
        warnings.push("The file breaks off before its end: pages may be missing; get a whole copy of it.".to_owned());
    }
    drop(pdf);
    strip::embolden(leaves.iter_mut().flat_map(|l| &mut l.strips));
    let (content, marks) = assembly::assemble(leaves, &tags);
    Ok(Text {
        content,
        marks,
        syntax: Vec::new(),
        format: Format::Pdf,
        warnings,
    })
}

/// What one page showed of letters and pictures.
struct Signs {
    letters: usize,
    unknown: usize,
    images: usize,
}

impl Signs {
    fn of(sheet: &Sheet) -> Self {
        let letters = sheet.glyphs.iter().chain(&sheet.artifacts).filter(|g| g.char.is_alphanumeric());
        Self {
            letters: letters.count(),
            unknown: sheet.unknown,
            images: sheet.images,
        }
    }
}

/// The pages as strips, and what they showed. Tags that cannot be believed are forgotten, and the pages read once more without
/// them: glyphs are many, and those of one page are let go before the next is read.
fn leaves(pdf: &Pdf, limits: &Limits, tags: &Tags) -> Result<(Vec<Leaf>, Vec<Signs>), ReadError> {
    let (built, signs) = pages(pdf, limits, |page, number| tags.unit(page, number))?;
    let all: Vec<&Strip> = built.iter().flat_map(|l| &l.strips).collect();
    if tagged::are_sound(&all) || all.iter().all(|s| s.unit.is_none()) {
        return Ok((built, signs));
    }
    drop(built);
    pages(pdf, limits, |_, _| None)
}

/// Reads page after page; `unit` knows the tagged paragraph of a page's marked content.
fn pages(pdf: &Pdf, limits: &Limits, unit: impl Fn(u32, u32) -> Option<u32>) -> Result<(Vec<Leaf>, Vec<Signs>), ReadError> {
    let cache = InterpreterCache::new();
    let mut contents = Contents::default();
    let mut collector = Collector::new(limits);
    let mut built = Vec::new();
    let mut signs = Vec::new();
    for (number, page) in (0..).zip(pdf.pages().iter()) {
        let (width, height) = page.render_dimensions();
        let affine = Affine::new(page.initial_transform(true).as_coeffs());
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let settings = InterpreterSettings {
            render_content: RenderContent::ANNOTATIONS,
            ..InterpreterSettings::default()
        };
        let mut context = Context::new(affine, bounds, &cache, pdf.xref(), settings);
        collector.begin((width, height));
        // The page itself would keep its unpacked content as long as the file is open.
        let content = contents.of(page)?;
        interpret(TypedIter::new(&content), page.resources(), &mut context, &mut collector);
        interpret_page(page, &mut context, &mut collector);
        let mut sheet = std::mem::take(&mut collector.sheet);
        for glyph in &mut sheet.glyphs {
            glyph.tag = glyph.tag.and_then(|content| unit(number, content));
        }
        signs.push(Signs::of(&sheet));
        built.push(leaf(number, &mut sheet));
    }
    Ok((built, signs))
}

fn page_numbers(pdf: &Pdf) -> HashMap<hayro_interpret::hayro_syntax::object::ObjectIdentifier, u32> {
    let pages = pdf.pages().iter().zip(0..);
    pages.filter_map(|(page, number)| Some((page.raw().obj_id()?, number))).collect()
}

/// What a person must know of pages that could not be read wholly; an error when there is no text at all.
fn warnings(signs: &[Signs]) -> Result<Vec<String>, ReadError> {
    let total: usize = signs.iter().map(|s| s.letters).sum();
    if total == 0 {
        return Err(ReadError::NoTextLayer);
    }
    let mut warnings = Vec::new();
    let bare = |(_, s): &(u32, &Signs)| s.letters == 0 && s.images > 0;
    let pages: Vec<String> = (1..).zip(signs).filter(bare).map(|(page, _)| page.to_string()).collect();
    if !pages.is_empty() {
        let (noun, shown) = (if pages.len() == 1 { "Page" } else { "Pages" }, pages.iter().take(12));
        let more = if pages.len() > 12 {
            format!(" and {} more", pages.len() - 12)
        } else {
            String::new()
        };
        let shown: Vec<&str> = shown.map(String::as_str).collect();
        warnings.push(format!(
            "{noun} {}{more}: a picture without a text layer, not read.",
            shown.join(", ")
        ));
    }
    let unknown: usize = signs.iter().map(|s| s.unknown).sum();
    if unknown * 200 > total {
        warnings.push(format!(
            "The file does not tell which letters {unknown} of its {total} signs are; words may be wrong."
        ));
    }
    Ok(warnings)
}

fn leaf(page: u32, sheet: &mut Sheet) -> Leaf {
    // A page that is all artifact was tagged by a program that knows no better.
    if sheet.artifacts.len() > sheet.glyphs.len() {
        sheet.glyphs.append(&mut sheet.artifacts);
    }
    let turn = strip::upright(sheet);
    let rules: Vec<Rule> = sheet
        .drawn
        .rules
        .iter()
        .map(|r| r.turned(turn, (sheet.width, sheet.height)))
        .collect();
    let mut strips = strip::strips(&sheet.glyphs, &rules, page);
    hidden::drop_copies(&mut strips);
    initial::join(&mut strips);
    let dots: Vec<Rule> = sheet
        .drawn
        .dots
        .iter()
        .map(|d| d.turned(turn, (sheet.width, sheet.height)))
        .collect();
    bullet::write_in(&mut strips, &dots, turn);
    let turned = turn % 2 == 1;
    Leaf {
        strips,
        artifacts: strip::strips(&sheet.artifacts, &[], page),
        grids: grid::grids(&rules),
        rules,
        height: if turned { sheet.width } else { sheet.height },
        turn,
    }
}

#[cfg(test)]
mod tests;
