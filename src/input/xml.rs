//! An `Xml` is one part of a package as a row of tokens, each bound to its namespace and to its bytes in the part.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::Event;
use quick_xml::events::attributes::Attributes;

use crate::input::ReadError;
use crate::input::bounds::{NAMESPACES, NESTING};

/// The namespaces that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ns {
    /// WordprocessingML, transitional or strict.
    Word,
    /// Markup compatibility.
    Compatibility,
    /// Mathematics.
    Math,
    /// OpenDocument: the frame of a document.
    Office,
    /// OpenDocument: styles.
    Style,
    /// OpenDocument: words, lists, fields, notes.
    Text,
    /// OpenDocument: tables.
    Table,
    /// OpenDocument: frames and shapes.
    Draw,
    /// OpenDocument: what is drawn, with its titles.
    Drawn,
    /// Any other, or none.
    Other,
}

/// The namespace of a WordprocessingML part as most programs write it.
pub const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of a WordprocessingML part in a strict package.
pub const WORD_STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

fn namespace(uri: &str) -> Ns {
    match uri {
        WORD | WORD_STRICT => Ns::Word,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Ns::Compatibility,
        "http://schemas.openxmlformats.org/officeDocument/2006/math" | "http://purl.oclc.org/ooxml/officeDocument/math" => Ns::Math,
        "http://www.w3.org/1998/Math/MathML" => Ns::Math,
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0" => Ns::Office,
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0" => Ns::Style,
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0" => Ns::Text,
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0" => Ns::Table,
        "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" => Ns::Draw,
        "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" => Ns::Drawn,
        _ => Ns::Other,
    }
}

/// A start tag.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'x> {
    /// Its namespace.
    pub ns: Ns,
    /// Its name without the prefix.
    pub local: &'x str,
    /// Its prefix, empty when it has none.
    pub prefix: &'x str,
    /// What stands between its angle brackets.
    inner: &'x str,
    name_len: usize,
}

impl<'x> Tag<'x> {
    /// Its name as it is written.
    #[must_use]
    pub fn name(&self) -> &'x str {
        &self.inner[..self.name_len]
    }

    /// The name of a WordprocessingML element, empty for any other.
    #[must_use]
    pub fn word(&self) -> &'x str {
        if self.ns == Ns::Word { self.local } else { "" }
    }

    /// The value of the attribute called `local`, under this element's own prefix, "w", or none.
    #[must_use]
    pub fn attr(&self, local: &str) -> Option<Cow<'x, str>> {
        self.attr_where(|prefix, name| name == local && (prefix == self.prefix || prefix.is_empty() || prefix == "w"))
    }

    /// The value of the first attribute whose prefix and local name are `wanted`.
    #[must_use]
    pub fn attr_where(&self, wanted: impl Fn(&str, &str) -> bool) -> Option<Cow<'x, str>> {
        let mut attributes = Attributes::new(self.inner, self.name_len);
        attributes.with_checks(false);
        for attribute in attributes.flatten() {
            let (prefix, local) = split(attribute.key.into_inner());
            if wanted(prefix, local) {
                let value: &'x str = match attribute.value {
                    Cow::Borrowed(value) => value,
                    Cow::Owned(value) => return Some(Cow::Owned(value)),
                };
                return Some(unescape(value).unwrap_or(Cow::Borrowed(value)));
            }
        }
        None
    }

    /// The value of the first attribute called `local`, under any prefix.
    #[must_use]
    pub fn any(&self, local: &str) -> Option<Cow<'x, str>> {
        self.attr_where(|_, name| name == local)
    }

    /// The same as a number.
    #[must_use]
    pub fn any_number<N: std::str::FromStr>(&self, local: &str) -> Option<N> {
        self.any(local)?.trim().parse().ok()
    }

    /// The attribute `val`.
    #[must_use]
    pub fn val(&self) -> Option<Cow<'x, str>> {
        self.attr("val")
    }

    /// The attribute `val` as a number.
    #[must_use]
    pub fn number<N: std::str::FromStr>(&self) -> Option<N> {
        self.val()?.trim().parse().ok()
    }

    /// What a switch such as `<w:vanish/>` says: on, unless its `val` says off.
    #[must_use]
    pub fn on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off"))
    }
}

fn split(name: &str) -> (&str, &str) {
    name.split_once(':').unwrap_or(("", name))
}

fn reader(source: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(source);
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub enum Token<'x> {
    /// An element begins.
    Open(Tag<'x>),
    /// The element that was opened last and not closed ends.
    Close,
    /// Characters as they stand in the part.
    Text(&'x str),
    /// One character that the part writes as a reference.
    Char(char),
    /// The part ends, or the detour in it.
    End,
}

/// The tokens of a part.
pub struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    source: &'x str,
    /// Prefixes bound to namespaces, with the depth of the element that binds them.
    bound: Vec<(usize, &'x str, Ns)>,
    /// The last prefix that was looked up.
    known: Option<(&'x str, Ns)>,
    depth: usize,
    at: Range<usize>,
    /// Where the reader's bytes begin in the part.
    base: usize,
    /// Readers that were left for another stretch of the part, each with where its bytes begin.
    left: Vec<(Reader<&'x [u8]>, usize)>,
}

impl<'x> Xml<'x> {
    /// The tokens of `source`.
    #[must_use]
    pub fn new(source: &'x str) -> Self {
        Self {
            reader: reader(source),
            source,
            bound: Vec::new(),
            known: None,
            depth: 0,
            at: 0..0,
            base: 0,
            left: Vec::new(),
        }
    }

    /// The bytes of the last token in the part.
    #[must_use]
    pub fn at(&self) -> Range<usize> {
        self.at.clone()
    }

    /// How many elements are open.
    #[must_use]
    pub const fn depth(&self) -> usize {
        self.depth
    }

    /// Reads the bytes `range` of the part next, whole elements, then [`Token::End`], and then goes on from here.
    pub fn detour(&mut self, range: Range<usize>) {
        let stretch = self.source.get(range.clone()).unwrap_or_default();
        let before = std::mem::replace(&mut self.reader, reader(stretch));
        self.left.push((before, std::mem::replace(&mut self.base, range.start)));
    }

    /// The next token.
    ///
    /// # Errors
    /// When the part is no well-formed XML, or nested too deeply.
    pub fn token(&mut self) -> Result<Token<'x>, ReadError> {
        const DAMAGED: ReadError = ReadError::Damaged("one of its parts is no well-formed XML");
        loop {
            let start = self.base + self.reader.buffer_position() as usize;
            let event = self.reader.read_event().map_err(|_| DAMAGED)?;
            self.at = start..(self.base + self.reader.buffer_position() as usize).max(start);
            let raw = || self.source.get(self.at()).ok_or(DAMAGED);
            return Ok(match event {
                Event::Start(_) | Event::Empty(_) => Token::Open(self.open(raw()?)?),
                Event::End(_) => {
                    self.close();
                    Token::Close
                }
                Event::Text(_) => Token::Text(raw()?),
                Event::CData(_) => {
                    let raw = raw()?;
                    let inner = raw.strip_prefix("<![CDATA[").and_then(|rest| rest.strip_suffix("]]>"));
                    self.at = self.at.start + 9..self.at.end.saturating_sub(3).max(self.at.start + 9);
                    Token::Text(inner.ok_or(DAMAGED)?)
                }
                Event::GeneralRef(name) => {
                    let named = || resolve_predefined_entity(&name).and_then(|text| text.chars().next());
                    let numbered = name.resolve_char_ref().ok().flatten();
                    Token::Char(numbered.or_else(named).unwrap_or(char::REPLACEMENT_CHARACTER))
                }
                Event::Eof if !self.left.is_empty() => {
                    if let Some((reader, base)) = self.left.pop() {
                        (self.reader, self.base) = (reader, base);
                    }
                    Token::End
                }
                Event::Eof if self.depth > 0 => return Err(ReadError::Damaged("one of its parts is cut off")),
                Event::Eof => Token::End,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            });
        }
    }

    fn open(&mut self, raw: &'x str) -> Result<Tag<'x>, ReadError> {
        self.depth += 1;
        NESTING.hold(self.depth as u64)?;
        let inner = raw.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
        let name_len = inner.find(|c: char| c.is_ascii_whitespace()).unwrap_or(inner.len());
        if memmem::find(inner.as_bytes(), b"xmlns").is_some() {
            self.bind(inner, name_len)?;
        }
        let (prefix, local) = split(&inner[..name_len]);
        Ok(Tag {
            ns: self.resolve(prefix),
            local,
            prefix,
            inner,
            name_len,
        })
    }

    fn bind(&mut self, inner: &'x str, name_len: usize) -> Result<(), ReadError> {
        let mut attributes = Attributes::new(inner, name_len);
        attributes.with_checks(false);
        for attribute in attributes.flatten() {
            let name: &'x str = attribute.key.into_inner();
            let prefix = if name == "xmlns" {
                ""
            } else if let Some(prefix) = name.strip_prefix("xmlns:") {
                prefix
            } else {
                continue;
            };
            self.bound.push((self.depth, prefix, namespace(&attribute.value)));
            NAMESPACES.hold(self.bound.len() as u64)?;
        }
        self.known = None;
        Ok(())
    }

    fn resolve(&mut self, prefix: &'x str) -> Ns {
        if let Some((known, ns)) = self.known
            && known == prefix
        {
            return ns;
        }
        let bound = self.bound.iter().rev().find(|(_, name, _)| *name == prefix);
        let ns = bound.map_or(Ns::Other, |&(.., ns)| ns);
        self.known = Some((prefix, ns));
        ns
    }

    fn close(&mut self) {
        while self.bound.last().is_some_and(|&(depth, ..)| depth >= self.depth) {
            self.bound.pop();
            self.known = None;
        }
        self.depth -= 1;
    }

    /// Reads past the end of the element that was opened last.
    ///
    /// # Errors
    /// Those of [`Self::token`].
    pub fn skip(&mut self) -> Result<(), ReadError> {
        let outside = self.depth - 1;
        while self.depth > outside {
            if matches!(self.token()?, Token::End) {
                break;
            }
        }
        Ok(())
    }

    /// The next child of the element that stood at `depth` open elements; `None` at its end. Text is passed over; a child
    /// that was not read to its end is skipped.
    ///
    /// # Errors
    /// Those of [`Self::token`].
    pub fn child(&mut self, depth: usize) -> Result<Option<Tag<'x>>, ReadError> {
        loop {
            if self.depth < depth {
                return Ok(None);
            }
            match self.token()? {
                Token::Open(tag) if self.depth == depth + 1 => return Ok(Some(tag)),
                Token::End => return Ok(None),
                _ => {}
            }
        }
    }
}
