//! A `Line` is one line of a stream of requests. `Lines` reads them one by one and never holds more than one of bounded length.

use std::io::{self, BufRead};

/// One line of a stream, without its line end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which line it is, counted from 1.
    pub number: u64,
    /// Its bytes; `None` when there were more than allowed.
    pub bytes: Option<Vec<u8>>,
}

/// The lines of a stream.
#[derive(Debug)]
pub struct Lines<R> {
    stream: R,
    most: usize,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `stream`; of one that is longer than `most` bytes nothing is held.
    pub const fn new(stream: R, most: usize) -> Self {
        Self { stream, most, number: 0 }
    }

    /// The next line; `None` at the end. LF and CRLF end a line, a byte order mark before the first is no part of it, and the last needs no end.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn read(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = vec![];
        let (mut begun, mut long) = (false, false);
        loop {
            let chunk = match self.stream.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() && !begun {
                return Ok(None);
            }
            begun = true;
            let end = memchr::memchr(b'\n', chunk);
            let piece = &chunk[..end.unwrap_or(chunk.len())];
            // A carriage return and a byte order mark do not count.
            long |= bytes.len() + piece.len() > self.most.saturating_add(4);
            if long {
                bytes = vec![];
            } else {
                bytes.extend_from_slice(piece);
            }
            let (used, over) = (piece.len() + usize::from(end.is_some()), end.is_some() || chunk.is_empty());
            self.stream.consume(used);
            if over {
                return Ok(Some(self.line(bytes, long)));
            }
        }
    }

    fn line(&mut self, mut bytes: Vec<u8>, long: bool) -> Line {
        self.number += 1;
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
        if self.number == 1 && bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        let held = !long && bytes.len() <= self.most;
        Line {
            number: self.number,
            bytes: held.then_some(bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(stream: &[u8], buffer: usize, most: usize) -> Vec<Option<String>> {
        let mut lines = Lines::new(io::BufReader::with_capacity(buffer, stream), most);
        let mut found = vec![];
        while let Some(line) = lines.read().unwrap() {
            assert_eq!(line.number, found.len() as u64 + 1);
            found.push(line.bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()));
        }
        found
    }

    #[test]
    fn line_ends_of_all_kinds_and_lines_of_all_lengths() {
        for buffer in [1, 2, 3, 64] {
            let some = |lines: &[&str]| lines.iter().map(|line| Some((*line).to_owned())).collect::<Vec<_>>();
            assert_eq!(lines(b"", buffer, 9), some(&[]));
            assert_eq!(lines(b"a\nb", buffer, 9), some(&["a", "b"]));
            assert_eq!(lines(b"a\r\n\r\n\nb\n", buffer, 9), some(&["a", "", "", "b"]));
            assert_eq!(lines(b"\xef\xbb\xbfa\n\xef\xbb\xbfb", buffer, 9), some(&["a", "\u{feff}b"]));
            assert_eq!(lines(b"\n", buffer, 9), some(&[""]));
            let long = lines(b"123456789\r\n1234567890\n1234567890123456789\n1", buffer, 9);
            assert_eq!(long, [Some("123456789".to_owned()), None, None, Some("1".to_owned())]);
        }
    }
}
