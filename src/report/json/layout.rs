//! A `Layout` is how JSON is set on lines: the outer lists one item a line, what is inside an item on that line,
//! so that a person can read it and `diff` and `grep` work on it.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// Breaks the line in the outermost levels of brackets only.
pub struct Layout {
    depth: usize,
    broken: usize,
    begun: bool,
}

impl Layout {
    /// A layout for a value that stands `depth` brackets deep; brackets up to `broken` deep break their lines.
    #[must_use]
    pub const fn new(depth: usize, broken: usize) -> Self {
        Self {
            depth,
            broken,
            begun: false,
        }
    }

    fn open<W: Write + ?Sized>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.begun = false;
        out.write_all(bracket)
    }

    fn next<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.begun = true;
        if !first {
            out.write_all(b",")?;
        }
        self.line(out)
    }

    fn close<W: Write + ?Sized>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.begun && self.depth < self.broken {
            out.write_all(b"\n")?;
            indent(out, self.depth)?;
        }
        self.begun = true;
        out.write_all(bracket)
    }

    fn line<W: Write + ?Sized>(&self, out: &mut W) -> io::Result<()> {
        if self.depth > self.broken {
            return Ok(());
        }
        out.write_all(b"\n")?;
        indent(out, self.depth)
    }
}

fn indent<W: Write + ?Sized>(out: &mut W, depth: usize) -> io::Result<()> {
    (0..depth).try_for_each(|_| out.write_all(b" "))
}

impl Formatter for Layout {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(if self.depth > self.broken { b":" } else { b": " })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;

    #[test]
    fn breaks_only_the_outer_brackets() {
        let value = serde_json::json!({ "a": [{ "b": [1, 2], "c": {} }, {}], "d": [], "e": 1 });
        let mut out = vec![];
        value
            .serialize(&mut serde_json::Serializer::with_formatter(&mut out, Layout::new(0, 2)))
            .unwrap();
        let expected = "{\n \"a\": [\n  {\"b\":[1,2],\"c\":{}},\n  {}\n ],\n \"d\": [],\n \"e\": 1\n}";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
