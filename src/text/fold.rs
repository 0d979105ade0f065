//! A `Fold` is the copy of a text that rules read: the blocks in reading order, one a line, with every accident of
//! typesetting smoothed, and a map from each of its bytes back to the text.
//!
//! What is smoothed: runs of white space and line wraps become one space; a hyphen between letters becomes a space,
//! so that "re-engage" and "re engage" read alike; a word cut by a line end is joined when the joined word is known;
//! curly quotation marks become straight; ligatures become letters; soft hyphens, zero-width characters,
//! superscript note marks, emphasis asterisks, stray tags and the format's own syntax vanish. Case is kept. The text itself
//! is never changed (no normalisation in place), so offsets stay exact.

mod label;
mod stretch;

use super::run::{is_single, opens_spaced, plain_run};
use super::{Lexicon, Span, Text};

/// The folded copy of a text and its map.
#[derive(Debug, Default)]
pub struct Fold {
    /// The folded characters; blocks are separated by one `\n`, which stands for nothing in the text.
    pub text: String,
    /// Where a stretch of equal bytes begins: (offset in `text`, offset in the source), both rising.
    anchors: Vec<(u32, u32)>,
    /// Labels that a format prints before a block: where each stands in `text`, and the word of the source for it.
    labels: Vec<(Span, Span)>,
}

impl Fold {
    /// The folded characters that `span` (folded bytes) covers.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The source byte at which the folded byte `offset` came to be.
    #[must_use]
    pub fn source_offset(&self, offset: u32) -> u32 {
        let after = self.anchors.partition_point(|&(folded, _)| folded <= offset);
        match after.checked_sub(1).map(|at| self.anchors[at]) {
            Some((folded, source)) => source + (offset - folded),
            None => 0,
        }
    }

    /// The span of the source text that the folded `span` came from: from its first character to the end of its last. A
    /// label that is not in the text is shown on the word that it stands before.
    #[must_use]
    pub fn source(&self, span: Span, source: &str) -> Span {
        let start = self.source_offset(span.start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        let after = self.labels.partition_point(|(label, _)| label.start < span.end);
        if let Some((label, word)) = after.checked_sub(1).map(|at| self.labels[at])
            && span.end <= label.end
        {
            return word;
        }
        let last = self.source_offset(span.end - 1) as usize;
        Span::at(start as usize, ceil_char(source, last + 1))
    }
}

/// The first character edge at or after `at`, and never beyond the text.
fn ceil_char(text: &str, at: usize) -> usize {
    text.ceil_char_boundary(at)
}

/// Builds a [`Fold`], block by block.
pub struct Folder<'t> {
    content: &'t str,
    syntax: &'t [Span],
    lexicon: &'t Lexicon,
    fold: Fold,
    /// Whether the next byte written continues the current stretch of the map.
    linked: bool,
}

/// Folds a phrase of a rule by the same steps as a text, so that both sides of a comparison were treated alike.
#[must_use]
pub fn fold_phrase(phrase: &str) -> String {
    let lexicon = Lexicon::default();
    let mut folder = Folder {
        content: phrase,
        syntax: &[],
        lexicon: &lexicon,
        fold: Fold::default(),
        linked: false,
    };
    let span = folder.block(&[Span::at(0, phrase.len())]);
    folder.fold.slice(span).to_owned()
}

impl<'t> Folder<'t> {
    /// A folder for `text`; `lexicon` decides which words cut by a line end are joined.
    #[must_use]
    pub fn new(text: &'t Text, lexicon: &'t Lexicon) -> Self {
        let mut fold = Fold::default();
        fold.text.reserve(text.content.len());
        Self {
            content: &text.content,
            syntax: &text.syntax,
            lexicon,
            fold,
            linked: false,
        }
    }

    /// Folds the segments of one block, in reading order, and returns where the block stands in the fold.
    /// Two segments are separated by a space when white space lies between them in the text, or when the second
    /// does not follow the first.
    pub fn block(&mut self, segments: &[Span]) -> Span {
        self.labelled_block(None, segments)
    }

    /// The same for a block before which the format prints `label`, which is not in the text.
    pub fn labelled_block(&mut self, label: Option<&str>, segments: &[Span]) -> Span {
        if !self.fold.text.is_empty() {
            self.fold.text.push('\n');
        }
        self.linked = false;
        let block = self.fold.text.len();
        if let Some(label) = label {
            self.label(label, segments.first().map_or(0, |s| s.start));
        }
        let start = self.fold.text.len();
        let mut previous: Option<Span> = None;
        for &segment in segments {
            if previous.is_some_and(|p| self.is_apart(p, segment)) && !self.join_cut_word(segment, start) {
                self.space(segment.start.saturating_sub(1), start);
            }
            self.segment(segment, start);
            previous = Some(segment);
        }
        while self.fold.text.len() > block && self.fold.text.ends_with([' ', '\t']) {
            self.fold.text.pop();
        }
        Span::at(block, self.fold.text.len())
    }

    /// The finished fold.
    #[must_use]
    pub fn finish(self) -> Fold {
        self.fold
    }

    /// Joins a word that a hyphen and a page break cut, when the joined word is known; says whether it did.
    fn join_cut_word(&mut self, next: Span, block_start: usize) -> bool {
        let Some(head) = self.fold.text[block_start..].strip_suffix('-') else {
            return false;
        };
        let (before, after) = (word_before(head), word_after(&self.content[next.range()]));
        let known = !before.is_empty() && !after.is_empty() && self.lexicon.knows(&format!("{before}{after}").to_lowercase());
        if known {
            self.fold.text.pop();
            self.linked = false;
        }
        known
    }

    fn is_apart(&self, before: Span, after: Span) -> bool {
        after.start < before.end
            || self.content[before.end as usize..after.start as usize]
                .bytes()
                .any(|b| b.is_ascii_whitespace())
    }

    fn segment(&mut self, segment: Span, block_start: usize) {
        let bytes = self.content.as_bytes();
        let mut at = segment.start as usize;
        let end = segment.end as usize;
        let mut next_syntax = self.syntax.partition_point(|s| (s.end as usize) <= at);
        while at < end {
            let syntax = self.syntax.get(next_syntax).map_or(usize::MAX, |s| s.start as usize);
            if at >= syntax {
                let skipped = self.syntax[next_syntax];
                if bytes[skipped.range()].contains(&b'\n') {
                    self.space(skipped.start, block_start);
                }
                at = skipped.end as usize;
                next_syntax += 1;
                self.linked = false;
                continue;
            }
            let run_end = plain_run(bytes, at, end.min(syntax));
            if run_end > at {
                self.copy(at, run_end, block_start);
                at = run_end;
            } else {
                at = self.special(at, end, block_start);
            }
        }
    }

    /// Copies plain bytes, leaving out a leading space where one stands already.
    fn copy(&mut self, mut from: usize, to: usize, block_start: usize) {
        if self.content.as_bytes()[from] == b' ' && self.at_space(block_start) {
            from += 1;
            self.linked = false;
        }
        if from < to {
            self.anchor(from);
            self.fold.text.push_str(&self.content[from..to]);
        }
    }

    /// Folds the one special character at `at`; returns where to go on.
    fn special(&mut self, at: usize, end: usize, block_start: usize) -> usize {
        let c = self.content[at..].chars().next().unwrap_or(' ');
        let next = at + c.len_utf8();
        match c {
            ' '
            | '\n'
            | '\r'
            | '\t'
            | '\u{b}'
            | '\u{c}'
            | '\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200a}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{85}'
            | '\u{3000}' => self.space(at as u32, block_start),
            '-' | '\u{2010}' | '\u{2011}' => return self.hyphen(at, next, end, block_start),
            '\u{2012}'..='\u{2015}' | '\u{2212}' => self.put("-", at),
            // A sign that some converters leave for a soft hyphen, at a line end only.
            '\u{ac}' if skip_line_end(self.content, next, end) > next => return self.vanish(skip_line_end(self.content, next, end)),
            '\u{ad}' => return self.vanish(skip_line_end(self.content, next, end)),
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{180e}'
            | '\u{feff}'
            | '\u{b9}'
            | '\u{b2}'
            | '\u{b3}'
            | '\u{2070}'..='\u{2079}' => self.linked = false,
            '`' | '\u{b4}' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2bc}' => self.put("'", at),
            '\u{ab}' | '\u{bb}' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' => self.put("\"", at),
            '\u{fb00}'..='\u{fb06}' => self.put(ligature(c), at),
            '*' => return self.asterisk(at, next, end, block_start),
            '<' => return self.tag(at, next, end),
            '[' => return self.note_mark(at, next, end, block_start),
            'A'..='Z' | 'a'..='z' if opens_spaced(&self.content[at..end]) => return self.spaced(at, end, block_start),
            _ => {
                self.anchor(at);
                self.fold.text.push(c);
            }
        }
        next
    }

    fn space(&mut self, at: u32, block_start: usize) {
        if !self.at_space(block_start) {
            self.linked = false;
            self.anchor(at as usize);
            self.fold.text.push(' ');
        }
        self.linked = false;
    }

    /// A hyphen: joins or parts a word at a line end, becomes a space inside a word, and stays anywhere else.
    fn hyphen(&mut self, at: usize, next: usize, end: usize, block_start: usize) -> usize {
        let bytes = self.content.as_bytes();
        let resume = skip_line_end(self.content, next, end);
        let before = word_before(&self.fold.text[block_start..]);
        let after = word_after(&self.content[resume..end]);
        let between_letters = !before.is_empty() && !after.is_empty();
        if resume > next && between_letters {
            let joined = format!("{before}{after}").to_lowercase();
            if !self.lexicon.knows(&joined) {
                self.space(at as u32, block_start);
            }
            return self.vanish(resume);
        }
        if between_letters && bytes[next].is_ascii_alphabetic() {
            self.space(at as u32, block_start);
        } else {
            self.put("-", at);
        }
        next
    }

    /// An asterisk is emphasis unless spaces stand on both sides.
    fn asterisk(&mut self, at: usize, next: usize, end: usize, block_start: usize) -> usize {
        let open_right = self.content[next..end].bytes().next().is_none_or(|b| b.is_ascii_whitespace());
        if open_right && self.at_space(block_start) && self.fold.text.len() > block_start {
            self.put("*", at);
        } else {
            self.linked = false;
        }
        next
    }

    /// A short tag left over from a conversion vanishes; any other `<` stays.
    fn tag(&mut self, at: usize, next: usize, end: usize) -> usize {
        let window = &self.content.as_bytes()[next..end.min(next + 12)];
        let name = window.strip_prefix(b"/").unwrap_or(window);
        let letters = name.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let rest = name[letters..].strip_prefix(b"/").unwrap_or(&name[letters..]);
        if letters > 0 && name[0].is_ascii_alphabetic() && rest.first() == Some(&b'>') {
            return self.vanish(next + (window.len() - rest.len()) + 1);
        }
        self.put("<", at);
        next
    }

    /// Letters set apart for show lose the single blanks between them, "r o b u s t"; two blanks part two words.
    fn spaced(&mut self, mut at: usize, end: usize, block_start: usize) -> usize {
        let bytes = self.content.as_bytes();
        loop {
            self.put(&self.content[at..=at], at);
            at += 1;
            let blanks = bytes[at..end].iter().take(3).take_while(|&&b| b == b' ').count();
            if blanks == 0 || !is_single(&bytes[at + blanks..end]) {
                return at;
            }
            if blanks > 1 {
                self.space(at as u32, block_start);
            }
            at += blanks;
        }
    }

    /// A note's number in brackets that sticks to a word vanishes, `seen[3]`; any other bracket stays.
    fn note_mark(&mut self, at: usize, next: usize, end: usize, block_start: usize) -> usize {
        let window = &self.content.as_bytes()[next..end.min(next + 4)];
        let digits = window.iter().take_while(|b| b.is_ascii_digit()).count();
        let stuck = self.fold.text[block_start..].ends_with(|c: char| c.is_alphabetic());
        if stuck && digits > 0 && window.get(digits) == Some(&b']') {
            return self.vanish(next + digits + 1);
        }
        self.put("[", at);
        next
    }

    fn vanish(&mut self, resume: usize) -> usize {
        self.linked = false;
        resume
    }

    /// Writes a replacement whose every byte came from the character at `at`.
    fn put(&mut self, replacement: &str, at: usize) {
        for i in 0..replacement.len() {
            self.linked = false;
            self.anchor(at);
            self.fold.text.push_str(&replacement[i..=i]);
        }
        self.linked = false;
    }

    fn anchor(&mut self, source: usize) {
        if !self.linked {
            self.fold.anchors.push((self.fold.text.len() as u32, source as u32));
            self.linked = true;
        }
    }

    fn at_space(&self, block_start: usize) -> bool {
        self.fold.text.len() == block_start || self.fold.text.ends_with(' ')
    }
}

const fn ligature(c: char) -> &'static str {
    match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        _ => "st",
    }
}

/// After a line end (with blanks around it) from `at`, the next word; `at` itself when no line ends there.
fn skip_line_end(content: &str, at: usize, end: usize) -> usize {
    let blank = content[at..end]
        .bytes()
        .take_while(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n'))
        .count();
    let breaks = content[at..at + blank].bytes().filter(|&b| b == b'\n').count();
    if breaks == 1 { at + blank } else { at }
}

/// Longest word, in bytes, that is joined over a line end; a bound on the work at each hyphen.
const LONGEST_WORD: usize = 40;

fn word_before(text: &str) -> &str {
    let letters = text.bytes().rev().take(LONGEST_WORD).take_while(u8::is_ascii_alphabetic).count();
    &text[text.len() - letters..]
}

fn word_after(text: &str) -> &str {
    let letters = text.bytes().take(LONGEST_WORD).take_while(u8::is_ascii_alphabetic).count();
    &text[..letters]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Format;

    fn folded(content: &str) -> (Text, Fold) {
        let text = Text {
            content: content.into(),
            marks: vec![],
            syntax: vec![],
            format: Format::Text,
            warnings: vec![],
        };
        let lexicon: Lexicon = ["ensure", "effective"].into_iter().collect();
        let mut folder = Folder::new(&text, &lexicon);
        folder.block(&[Span::at(0, content.len())]);
        let fold = folder.finish();
        (text, fold)
    }

    #[test]
    fn smooths_what_typesetting_did() {
        for (source, expected) in [
            ("en-\nsure that", "ensure that"),
            ("multi-\nagency", "multi agency"),
            ("multi-agency  work", "multi agency work"),
            ("en\u{ad}sure", "ensure"),
            ("e\u{fb00}ective con\u{fb01}dence", "effective confidence"),
            ("ensure\u{b2} it", "ensure it"),
            ("\u{2018}Safe\n\nand\u{a0}Well\u{2019}", "'Safe and Well'"),
            ("en\u{200b}sure", "ensure"),
            ("*Safe and well* is a **label**", "Safe and well is a label"),
            ("<p>Seen</p> <br/>home < 3", "Seen home < 3"),
            ("7.1.53-7.1.55", "7.1.53-7.1.55"),
            ("seen \u{2013} alone", "seen - alone"),
            ("It is r o b u s t. Now", "It is robust. Now"),
            ("s a f e  a n d  w e l l", "safe and well"),
            ("I saw a b c of it", "I saw a b c of it"),
            ("seen[3] again [4], see [Annex]", "seen again [4], see [Annex]"),
            ("en\u{ac}\nsure \u{ac}p", "ensure \u{ac}p"),
            ("the boys` plan, \u{ab}fine\u{bb}", "the boys' plan, \"fine\""),
            ("2 * 3", "2 * 3"),
        ] {
            assert_eq!(folded(source).1.text, expected, "{source:?}");
        }
    }

    #[test]
    fn every_folded_word_maps_to_its_source() {
        let source = "\u{2018}Safe\n and\u{a0}\u{a0}Well\u{2019} e\u{fb00}ective en-\nsure\u{b9} end";
        let (text, fold) = folded(source);
        let at = |word: &str| {
            let start = fold.text.find(word).unwrap();
            fold.source(Span::at(start, start + word.len()), source)
        };
        assert_eq!(text.slice(at("Safe and Well")), "Safe\n and\u{a0}\u{a0}Well");
        assert_eq!(text.slice(at("effective")), "e\u{fb00}ective");
        assert_eq!(text.slice(at("ensure")), "en-\nsure");
        assert_eq!(text.slice(at("end")), "end");
        assert_eq!(text.slice(at("Well'")), "Well\u{2019}");
    }
}
