//! A `Row` is one line of a sheet, written cell by cell. Where its number belongs a mark stands, since only the book
//! knows how many came before.

use std::fmt::Write as _;

use super::sheet::Kind;

/// Begins a row; the byte after it names the sheet.
pub(super) const ROW: u8 = 1;
/// Stands where the number of the row belongs.
pub(super) const NUMBER: u8 = 0;
/// Says that the text of a cell was cut.
pub(super) const CUT: u8 = 2;

/// Most UTF-16 units that Excel has in a cell.
pub(super) const LONGEST: usize = 32_767;
/// Excel shows longer texts in cells marked as text as `####` in some versions.
const MARKED: usize = 255;

/// How a cell looks; the number is its place in the styles of the book.
#[derive(Clone, Copy)]
enum Style {
    Plain = 0,
    Text = 1,
    Head = 2,
}

/// One line of a sheet.
pub(super) struct Row<'o> {
    out: &'o mut Vec<u8>,
    column: usize,
    head: bool,
}

impl<'o> Row<'o> {
    /// Begins a row of the sheet `kind`.
    pub(super) fn begin(kind: Kind, out: &'o mut Vec<u8>) -> Self {
        out.extend([ROW, kind as u8]);
        out.extend(b"<row r=\"\0\">");
        Self {
            out,
            column: 0,
            head: false,
        }
    }

    /// The same for a line of names.
    pub(super) fn head(kind: Kind, out: &'o mut Vec<u8>) -> Self {
        Self {
            head: true,
            ..Self::begin(kind, out)
        }
    }

    /// A cell that holds `text` and nothing else; none when it is empty.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        if text.is_empty() {
            return self.gap();
        }
        let (kept, cut) = fitting(text);
        let style = match kept.len() {
            _ if self.head => Style::Head,
            0..=MARKED => Style::Text,
            _ => Style::Plain,
        };
        if cut {
            self.out.push(CUT);
        }
        self.open(&format!("\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", style as u8));
        escape(kept, self.out);
        if cut {
            self.out.extend("\u{2026}".as_bytes());
        }
        self.out.extend(b"</t></is></c>");
        self
    }

    /// The same for what may be unknown.
    pub(super) fn maybe(&mut self, text: Option<&str>) -> &mut Self {
        self.text(text.unwrap_or_default())
    }

    /// A cell that holds a number; none when it is unknown.
    pub(super) fn number(&mut self, number: Option<impl std::fmt::Display>) -> &mut Self {
        let Some(number) = number else { return self.gap() };
        self.open(&format!("\"><v>{number}</v></c>"));
        self
    }

    /// A cell that holds yes or no.
    pub(super) fn flag(&mut self, flag: bool) -> &mut Self {
        self.open(&format!("\" t=\"b\"><v>{}</v></c>", u8::from(flag)));
        self
    }

    /// Ends the row.
    pub(super) fn end(&mut self) {
        self.out.extend(b"</row>");
    }

    fn gap(&mut self) -> &mut Self {
        self.column += 1;
        self
    }

    fn open(&mut self, rest: &str) {
        self.out.extend(b"<c r=\"");
        self.out.extend(letters(self.column).bytes());
        self.out.push(NUMBER);
        self.out.extend(rest.bytes());
        self.column += 1;
    }
}

/// The name of a column, counted from 0: "A", "Z", "AA".
pub(super) fn letters(column: usize) -> String {
    let letter = |at: usize| char::from(b'A' + (at % 26) as u8);
    match column {
        0..26 => letter(column).to_string(),
        _ => [letter(column / 26 - 1), letter(column)].iter().collect(),
    }
}

/// As much of `text` as a cell holds, and whether something is left, for which an ellipsis must stand.
fn fitting(text: &str) -> (&str, bool) {
    if text.len() <= LONGEST || text.chars().map(char::len_utf16).sum::<usize>() <= LONGEST {
        return (text, false);
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units >= LONGEST
    });
    (end.map_or(text, |(at, _)| &text[..at]), true)
}

/// Writes `text` as XML of a spreadsheet, in which `_x0041_` stands for a character that XML cannot hold.
pub(super) fn escape(text: &str, out: &mut Vec<u8>) {
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        let mut code = String::new();
        let escaped = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '_' if is_code(&text.as_bytes()[at..]) => "_x005F_",
            '\t' | '\n' => continue,
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {
                // Writing to memory does not fail.
                let _ = write!(code, "_x{:04X}_", c as u32);
                &code
            }
            _ => continue,
        };
        out.extend(&text.as_bytes()[plain..at]);
        out.extend(escaped.bytes());
        plain = at + c.len_utf8();
    }
    out.extend(&text.as_bytes()[plain..]);
}

/// Whether `text` begins as a character that XML cannot hold is written.
fn is_code(text: &[u8]) -> bool {
    text.len() >= 7 && text[1] == b'x' && text[6] == b'_' && text[2..6].iter().all(u8::is_ascii_hexdigit)
}
