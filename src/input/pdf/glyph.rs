//! A `Glyph` is one printed character with the place where it stands on its page; pages are read by hayro's interpreter,
//! which tells of every glyph in the order of the content stream.

use std::collections::HashMap;

use hayro_interpret::font::{Glyph as FontGlyph, GlyphIdentifier, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::kurbo::{Affine, BezPath, Rect, Shape as _};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::Limits;
use super::pose::Pose;
use super::rule::Drawing;
use super::strip::superscript;
use crate::input::bounds::Bound;

/// One character, in points from the upper left corner of its page, turned upright.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub(super) char: char,
    /// Its left and right edge.
    pub(super) x: f32,
    pub(super) end: f32,
    /// Its baseline; downward.
    pub(super) y: f32,
    /// Its size in points.
    pub(super) size: f32,
    /// Whether its font's name says that it is bold; `None` when the file does not tell.
    pub(super) bold: Option<bool>,
    /// Whether it is set in a slanted face, or slanted by the page.
    pub(super) slanted: bool,
    /// Where the name does not tell: how much of its width is ink.
    pub(super) ink: f32,
    /// Whether it is not shown: the layer that a text recogniser lays under a scan.
    pub(super) hidden: bool,
    /// Quarter-turns by which it was set, 0 to 3.
    pub(super) turn: u8,
    /// The number of the tagged content that it belongs to.
    pub(super) tag: Option<u32>,
}

/// What one page prints.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) drawn: Drawing,
    pub(super) width: f32,
    pub(super) height: f32,
    /// Characters whose meaning the file does not tell.
    pub(super) unknown: usize,
    pub(super) images: usize,
    /// Glyphs that the file itself calls no content: running lines, ornaments.
    pub(super) artifacts: Vec<Glyph>,
}

/// Raised, without a message, out of the interpreter when a file meets a bound.
pub(super) struct Met(pub(super) Bound);

/// How bold a glyph is, learnt once.
#[derive(Clone, Copy)]
struct Ink {
    named: Option<bool>,
    slanted: bool,
    /// Its inked area, in millionths of an em squared.
    area: f32,
}

/// Collects what pages print.
pub(super) struct Collector<'l> {
    pub(super) sheet: Sheet,
    limits: &'l Limits,
    signs: u64,
    frames: u64,
    strokes: u64,
    /// The marked content that is open: whether it is an artifact, and its number.
    open: Vec<(bool, Option<u32>)>,
    /// Where each character stands, shown and hidden ones apart, by a coarse place.
    seen: HashMap<(char, bool, i32, i32), (f32, f32)>,
    inks: HashMap<GlyphIdentifier, Ink>,
    /// Whether a figure is drawn raised by its font.
    figures: HashMap<GlyphIdentifier, bool>,
}

impl<'l> Collector<'l> {
    pub(super) fn new(limits: &'l Limits) -> Self {
        Self {
            sheet: Sheet::default(),
            limits,
            signs: 0,
            frames: 0,
            strokes: 0,
            open: Vec::new(),
            seen: HashMap::new(),
            inks: HashMap::new(),
            figures: HashMap::new(),
        }
    }

    /// Begins a page of this size.
    pub(super) fn begin(&mut self, (width, height): (f32, f32)) {
        self.sheet = Sheet {
            width,
            height,
            ..Sheet::default()
        };
        self.open.clear();
        self.seen.clear();
    }

    /// Counts strokes; a file that draws without end is left.
    fn strokes(&mut self, more: u64) {
        self.strokes += more;
        hold(self.limits.strokes, self.strokes);
    }

    fn stroke(&mut self) {
        self.strokes(1);
    }

    /// Counts a frame: a form that draws nothing but further forms is known by its clip.
    fn frame(&mut self) {
        self.frames += 1;
        hold(self.limits.frames, self.frames);
    }

    fn ink(&mut self, glyph: &FontGlyph<'_>) -> Ink {
        let FontGlyph::Outline(outline) = glyph else {
            return Ink {
                named: Some(false),
                slanted: false,
                area: 0.0,
            };
        };
        *self.inks.entry(outline.identifier()).or_insert_with(|| {
            let data = outline.font_data();
            let name = data.as_ref().and_then(|d| d.postscript_name.as_deref());
            let named = name.map(says_bold).or_else(|| data.as_ref()?.weight.map(|w| w >= 600));
            let slanted = name.is_some_and(says_slanted) || data.as_ref().is_some_and(|d| d.is_italic);
            let area = if named.is_none() {
                outline.outline().area().abs() as f32
            } else {
                0.0
            };
            Ink { named, slanted, area }
        })
    }

    fn glyph(&mut self, glyph: &FontGlyph<'_>, at: Affine, like: &Glyph) {
        let Some(pose) = Pose::of(at, advance_of(glyph), (self.sheet.width, self.sheet.height)) else {
            return;
        };
        let (chars, known) = characters(glyph);
        if !known {
            self.sheet.unknown += 1;
        }
        if chars.is_empty() || self.repeats((chars[0], like.hidden), &pose) {
            return;
        }
        let ink = self.ink(glyph);
        let step = (pose.end - pose.x) / chars.len() as f32;
        let artifact = self.open.iter().any(|(artifact, _)| *artifact);
        let raised = chars.len() == 1 && chars[0].is_ascii_digit() && self.is_raised(glyph);
        for (i, &char) in chars.iter().enumerate() {
            let char = if raised { superscript(char) } else { char };
            let printed = Glyph {
                char,
                x: pose.x + step * i as f32,
                end: pose.x + step * (i + 1) as f32,
                y: pose.y,
                size: pose.size,
                turn: pose.turn,
                bold: ink.named,
                slanted: ink.slanted || pose.slanted,
                ink: ink.area / chars.len() as f32,
                ..*like
            };
            if artifact {
                self.sheet.artifacts.push(printed);
            } else {
                self.sheet.glyphs.push(printed);
            }
        }
    }

    /// Whether the font itself draws a figure high above the line.
    fn is_raised(&mut self, glyph: &FontGlyph<'_>) -> bool {
        let FontGlyph::Outline(outline) = glyph else { return false };
        let high = || {
            let shape = outline.outline();
            !shape.elements().is_empty() && shape.bounding_box().y0 > 200.0
        };
        *self.figures.entry(outline.identifier()).or_insert_with(high)
    }

    /// Whether the same character was printed at the same place before, as a shadow, to look bold or in a layer laid twice.
    fn repeats(&mut self, (char, hidden): (char, bool), pose: &Pose) -> bool {
        // A letter may stand beside its like ("ll"): the same place is less than half its width away.
        let near = (0.12 * pose.size).min(0.4 * (pose.end - pose.x)).max(0.02);
        // Hidden words that lie a little beside their like are known as whole words.
        let near = if hidden { near.min(0.05) } else { near };
        let cell = 0.25 * pose.size.max(1.0);
        let (x, y) = (pose.x / cell, pose.y / cell);
        let beside = |v: f32| if v - v.floor() < 0.5 { -1 } else { 1 };
        let (qx, qy) = (x.floor() as i32, y.floor() as i32);
        let places = [
            (qx, qy),
            (qx + beside(x), qy),
            (qx, qy + beside(y)),
            (qx + beside(x), qy + beside(y)),
        ];
        let seen = places.iter().filter_map(|&(x, y)| self.seen.get(&(char, hidden, x, y)));
        let again = seen
            .into_iter()
            .any(|&(x, y)| (x - pose.x).abs() < near && (y - pose.y).abs() < near);
        self.seen.insert((char, hidden, qx, qy), (pose.x, pose.y));
        again && !char.is_whitespace()
    }
}

fn advance_of(glyph: &FontGlyph<'_>) -> f32 {
    let advance = match glyph {
        FontGlyph::Outline(outline) => outline.advance_width(),
        FontGlyph::Type3(drawn) => drawn.advance_width(),
    };
    advance.filter(|a| a.is_finite() && (0.0..=5000.0).contains(a)).unwrap_or(500.0)
}

/// The characters that a glyph stands for, ligatures taken apart, and whether the file told them.
fn characters(glyph: &FontGlyph<'_>) -> (Vec<char>, bool) {
    let code = glyph.char_code();
    let told = match glyph.as_unicode() {
        Some(BfString::Char(c)) if c != '\0' && c != '\u{fffd}' => vec![c],
        Some(BfString::String(s)) if !s.is_empty() => s.chars().take(8).collect(),
        _ => match char::from_u32(code).filter(|c| (' '..='~').contains(c)) {
            Some(c) => return (vec![c], false),
            None => return (vec!['\u{fffd}'], false),
        },
    };
    let mut out = Vec::with_capacity(told.len());
    for c in told {
        match c {
            '\u{fb00}' => out.extend("ff".chars()),
            '\u{fb01}' => out.extend("fi".chars()),
            '\u{fb02}' => out.extend("fl".chars()),
            '\u{fb03}' => out.extend("ffi".chars()),
            '\u{fb04}' => out.extend("ffl".chars()),
            '\u{fb05}' | '\u{fb06}' => out.extend("st".chars()),
            '\u{a0}' | '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || c == '\u{feff}' => {}
            c => out.push(c),
        }
    }
    (out, true)
}

/// Leaves the interpreter when `count` is beyond `bound`.
fn hold(bound: Bound, count: u64) {
    if bound.hold(count).is_err() {
        std::panic::resume_unwind(Box::new(Met(bound)));
    }
}

const fn is_drawn(mode: &DrawMode) -> bool {
    matches!(mode, DrawMode::Stroke(_) | DrawMode::FillAndStroke(..))
}

fn says_bold(name: &str) -> bool {
    says(name, &["bold", "black", "heavy", "semibold", "demi"])
}

fn says_slanted(name: &str) -> bool {
    says(name, &["italic", "oblique", "slanted"])
}

/// Whether the name of a font, without the sign of its subset, has one of `signs`.
fn says(name: &str, signs: &[&str]) -> bool {
    let name = name.split_once('+').map_or(name, |(_, name)| name).to_ascii_lowercase();
    signs.iter().any(|sign| name.contains(sign))
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        // A run without glyphs costs its time too.
        self.signs += (run.glyphs().len() as u64).max(1);
        hold(self.limits.signs, self.signs);
        let like = Glyph {
            char: ' ',
            x: 0.0,
            end: 0.0,
            y: 0.0,
            size: 0.0,
            bold: None,
            slanted: false,
            ink: 0.0,
            hidden: matches!(mode, DrawMode::Invisible),
            turn: 0,
            tag: self.open.iter().rev().find_map(|(_, tag)| *tag),
        };
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform(), &like);
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let ruled = self
            .sheet
            .drawn
            .path(&(props.transform * path.clone()), is_drawn(mode), self.limits.rules);
        self.strokes(ruled as u64);
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        let rect = props.transform.transform_rect_bbox(*rect);
        self.sheet.drawn.rect(rect, is_drawn(mode), self.limits.rules);
        self.stroke();
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.stroke();
        self.sheet.images += 1;
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let number = properties.and_then(|p| p.get::<u32>(b"MCID".as_slice()));
        self.open.push((tag == b"Artifact", number));
        self.stroke();
    }

    fn end_marked_content(&mut self) {
        self.open.pop();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.frame();
    }
    fn push_clip_rect(&mut self, _: &Rect) {
        self.frame();
    }
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.frame();
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
