//! An OpenDocument text is what LibreOffice writes (.odt): a package of XML parts, or one flat XML file (.fodt).
//!
//! It is read as a Word document is: headers, footers and comments are left out, notes stand at the end, and the numbers that
//! lists print are labels. `styles` and `list` know what is printed before a paragraph, `counter` counts, `walk` gathers.

mod change;
mod counter;
mod list;
mod styles;
mod walk;
mod writing;

use super::bounds::{FLAT, MIB};
use super::decode::Decoded;
use super::flow::Flow;
use super::package::Package;
use super::xml::{Ns, Token, Xml};
use super::{ReadError, Revision};
use crate::text::{Format, Text};
use styles::Styles;
use walk::Walk;

const CONTENT: &str = "content.xml";
/// What the media types of all OpenDocument files begin with.
const MEDIA: &[u8] = b"application/vnd.oasis.opendocument.";

/// Whether `package` says that it is OpenDocument, or looks like it and says nothing.
pub(super) fn holds(package: &Package<'_>) -> Result<bool, ReadError> {
    match package.part("mimetype")? {
        Some(media) => Ok(media.trim_ascii_start().starts_with(MEDIA)),
        None => Ok(package.has(CONTENT) && !package.has("[Content_Types].xml")),
    }
}

/// Whether `content` is a flat OpenDocument file.
pub(super) fn is_flat(content: &str) -> bool {
    let content = content.trim_start();
    let mut end = content.len().min(4096);
    while !content.is_char_boundary(end) {
        end -= 1;
    }
    let head = &content[..end];
    head.starts_with('<') && head.contains("<office:document") && head.contains("urn:oasis:names:tc:opendocument:xmlns:office:1.0")
}

/// Reads the OpenDocument text in `package`.
///
/// # Errors
/// When it is another kind of document, damaged, protected, or beyond the bounds.
pub(super) fn read(package: &Package<'_>, revision: Revision) -> Result<Text, ReadError> {
    if is_protected(package)? {
        return Err(ReadError::Protected);
    }
    let content = package.xml(CONTENT)?.ok_or(ReadError::Damaged("its main part is missing"))?;
    let mut styles = Styles::default();
    if let Some(source) = package.xml("styles.xml")? {
        styles.read(&source, Ns::Other)?;
    }
    text(&content, styles, revision)
}

/// Reads the flat OpenDocument file that `decoded` is.
///
/// # Errors
/// Those of [`read`].
pub(super) fn read_flat(decoded: &Decoded, revision: Revision) -> Result<Text, ReadError> {
    FLAT.hold((decoded.content.len() as u64).div_ceil(MIB))?;
    text(&decoded.content, Styles::default(), revision)
}

/// Whether the list of the package's parts says that one is encrypted.
fn is_protected(package: &Package<'_>) -> Result<bool, ReadError> {
    if package.has("encrypted-package") {
        return Ok(true);
    }
    let Some(manifest) = package.xml("META-INF/manifest.xml")? else {
        return Ok(false);
    };
    let mut xml = Xml::new(&manifest);
    loop {
        match xml.token() {
            Ok(Token::Open(tag)) if tag.local == "encryption-data" => return Ok(true),
            // Nothing else is wanted of the list.
            Ok(Token::End) | Err(_) => return Ok(false),
            Ok(_) => {}
        }
    }
}

fn text(content: &str, mut styles: Styles, revision: Revision) -> Result<Text, ReadError> {
    styles.read(content, Ns::Office)?;
    let mut flow = Flow::default();
    Walk::through(content, &styles, revision, |done| flow.put(done))?;
    if !flow.content.is_empty() {
        flow.content.push('\n');
    }
    Ok(Text {
        content: flow.content,
        marks: flow.marks,
        syntax: Vec::new(),
        format: Format::Odt,
        warnings: Vec::new(),
    })
}
