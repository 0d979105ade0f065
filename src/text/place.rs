//! A `Place` is where a byte stands for people and for other programs: line, column, characters, UTF-16 units.

use memchr::memchr_iter;

/// How many bytes lie between two remembered counts; every look-up counts at most this many bytes.
const STRIDE: usize = 256;

/// The position of one byte, in every published unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Unicode code points before it, from 0.
    pub chars: u32,
    /// UTF-16 code units before it, from 0.
    pub utf16: u32,
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
}

/// The map from byte offsets of one text to [`Place`]s. Each look-up costs a bounded number of steps,
/// however long the line or the text.
#[derive(Debug)]
pub struct Places<'t> {
    content: &'t str,
    /// Code points and UTF-16 units before every `STRIDE`-th byte; empty when the text is ASCII.
    counts: Vec<(u32, u32)>,
    line_starts: Vec<u32>,
}

impl<'t> Places<'t> {
    /// Indexes `content` in one pass.
    #[must_use]
    pub fn new(content: &'t str) -> Self {
        let bytes = content.as_bytes();
        let mut line_starts = vec![0];
        line_starts.extend(memchr_iter(b'\n', bytes).map(|at| at as u32 + 1));
        let counts = if content.is_ascii() { Vec::new() } else { running_counts(bytes) };
        Self {
            content,
            counts,
            line_starts,
        }
    }

    /// Where the byte at `offset` stands.
    #[must_use]
    pub fn place(&self, offset: u32) -> Place {
        let (chars, utf16) = self.count(offset);
        let line = self.line_starts.partition_point(|&start| start <= offset);
        let line_start = self.line_starts[line - 1];
        Place {
            chars,
            utf16,
            line: line as u32,
            column: chars - self.count(line_start).0 + 1,
        }
    }

    /// Code points in the whole text.
    #[must_use]
    pub fn total_chars(&self) -> u32 {
        self.count(self.content.len() as u32).0
    }

    fn count(&self, offset: u32) -> (u32, u32) {
        if self.counts.is_empty() {
            return (offset, offset);
        }
        let slot = offset as usize / STRIDE;
        let (chars, utf16) = self.counts[slot];
        let (more_chars, more_utf16) = tally(&self.content.as_bytes()[slot * STRIDE..offset as usize]);
        (chars + more_chars, utf16 + more_utf16)
    }
}

fn running_counts(bytes: &[u8]) -> Vec<(u32, u32)> {
    let mut counts = Vec::with_capacity(bytes.len() / STRIDE + 1);
    let mut running = (0, 0);
    counts.push(running);
    for chunk in bytes.chunks_exact(STRIDE) {
        let (chars, utf16) = tally(chunk);
        running = (running.0 + chars, running.1 + utf16);
        counts.push(running);
    }
    counts
}

/// Code points and UTF-16 units that begin in `bytes`: a code point begins at every byte that is no continuation
/// byte, and one of four bytes takes two UTF-16 units.
fn tally(bytes: &[u8]) -> (u32, u32) {
    let chars = bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count() as u32;
    let astral = bytes.iter().filter(|&&b| b >= 0xF0).count() as u32;
    (chars, chars + astral)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_every_unit() {
        let text = "a\u{2019}b\n\u{1F600}c";
        let places = Places::new(text);
        let at = |needle: &str| places.place(text.find(needle).unwrap() as u32);
        assert_eq!(
            at("b"),
            Place {
                chars: 2,
                utf16: 2,
                line: 1,
                column: 3
            }
        );
        assert_eq!(
            at("c"),
            Place {
                chars: 5,
                utf16: 6,
                line: 2,
                column: 2
            }
        );
        assert_eq!(places.total_chars(), 6);
    }

    #[test]
    fn agrees_with_counting_from_the_start_past_every_stride() {
        let text = "caf\u{e9} \u{201c}x\u{201d}\n".repeat(200);
        let places = Places::new(&text);
        for (chars, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(places.place(byte as u32).chars as usize, chars);
        }
    }
}
