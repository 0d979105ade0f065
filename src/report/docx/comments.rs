//! `Comments` are the part of a Word document that holds what its comments say: other people's, and candour's.

use std::collections::HashSet;
use std::fmt::Write as _;

use quick_xml::escape::escape;

use crate::input::ReadError;
use crate::input::xml::{Token, Xml};

use super::AUTHOR;
use super::remark::Remark;
use super::wiring::{append, in_utf8};

/// The comments of a document as it came.
pub(super) struct Comments {
    /// The part without candour's earlier comments.
    others: String,
    own: HashSet<String>,
    next_id: u64,
}

impl Comments {
    /// Reads the part `written`; without one, a new part in the namespace `word`.
    pub(super) fn read(written: Option<&str>, word: &str) -> Result<Self, ReadError> {
        let Some(written) = written else {
            let new =
                format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{word}\"></w:comments>");
            return Ok(Self {
                others: new,
                own: HashSet::new(),
                next_id: 0,
            });
        };
        let mut own = HashSet::new();
        let mut next_id = 0;
        let mut others = String::with_capacity(written.len());
        let mut kept = 0;
        let mut xml = Xml::new(written);
        loop {
            match xml.token()? {
                Token::Open(tag) if tag.word() == "comment" => {
                    let start = xml.at().start;
                    let id = tag.attr("id").unwrap_or_default();
                    if tag.attr("author").is_some_and(|author| author == AUTHOR) {
                        own.insert(id.into_owned());
                        xml.skip()?;
                        others.push_str(&written[kept..start]);
                        kept = xml.at().end;
                    } else {
                        next_id = next_id.max(id.parse::<u64>().map_or(0, |id| id.saturating_add(1)));
                    }
                }
                Token::End => break,
                _ => {}
            }
        }
        others.push_str(&written[kept..]);
        // An id that stands twice is somebody else's mark too.
        Ok(Self { others, own, next_id })
    }

    /// The ids of candour's earlier comments.
    pub(super) const fn own(&self) -> &HashSet<String> {
        &self.own
    }

    /// The first id that no other comment has.
    pub(super) const fn next_id(&self) -> u64 {
        self.next_id
    }

    /// The part with `remarks`, whose ids rise from [`Self::next_id`] on.
    pub(super) fn with(&self, remarks: &[&Remark]) -> Result<String, ReadError> {
        let mut new = String::new();
        let prefix = root_prefix(&self.others)?;
        let p = if prefix.is_empty() { "w:" } else { prefix.as_str() };
        let bound = match prefix.is_empty() {
            true => format!(" xmlns:w=\"{}\"", root_namespace(&self.others)),
            false => String::new(),
        };
        for (id, remark) in (self.next_id..).zip(remarks) {
            let _ = write!(new, "<{p}comment{bound} {p}id=\"{id}\" {p}author=\"{AUTHOR}\" {p}initials=\"c\">");
            for line in &remark.lines {
                let line = escape(shown(line));
                let _ = write!(new, "<{p}p><{p}r><{p}t xml:space=\"preserve\">{line}</{p}t></{p}r></{p}p>");
            }
            let _ = write!(new, "</{p}comment>");
        }
        Ok(in_utf8(append(&self.others, &new)?))
    }
}

/// `line` without characters that XML cannot hold.
fn shown(line: &str) -> String {
    line.chars().map(|c| if c.is_control() && c != '\t' { ' ' } else { c }).collect()
}

fn root_prefix(source: &str) -> Result<String, ReadError> {
    let mut xml = Xml::new(source);
    loop {
        match xml.token()? {
            Token::Open(tag) if tag.prefix.is_empty() => return Ok(String::new()),
            Token::Open(tag) => return Ok(format!("{}:", tag.prefix)),
            Token::End => return Ok(String::new()),
            _ => {}
        }
    }
}

fn root_namespace(source: &str) -> &'static str {
    use crate::input::xml::{WORD, WORD_STRICT};
    if source.contains(WORD_STRICT) { WORD_STRICT } else { WORD }
}
