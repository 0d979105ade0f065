//! The input room turns the bytes of a file into a [`Text`]: it reports what the format says and guesses at nothing else.

pub mod bounds;
mod decode;
pub mod docx;
mod error;
mod flow;
mod html;
mod lookalike;
mod mail;
mod markdown;
mod numeral;
mod odt;
pub mod package;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(not(feature = "pdf"))]
#[path = "pdf_left_out.rs"]
mod pdf;
mod plain;
mod printed;
mod table;
pub mod xml;

pub use error::ReadError;

use crate::text::{Format, Text};

/// The largest input that is read, in bytes.
pub const MAX_BYTES: usize = (bounds::FILE.most * bounds::MIB) as usize;

/// File name endings that are read, lower case; a walk over a folder takes these and leaves the rest.
pub const ENDINGS: &[&str] = if cfg!(feature = "pdf") {
    &[
        "txt", "text", "md", "markdown", "docx", "docm", "odt", "fodt", "html", "htm", "xhtml", "mht", "mhtml", "eml", "pdf",
    ]
} else {
    &[
        "txt", "text", "md", "markdown", "docx", "docm", "odt", "fodt", "html", "htm", "xhtml", "mht", "mhtml", "eml",
    ]
};

/// Which side of its tracked changes a document is read on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Revision {
    /// As if all changes were accepted.
    #[default]
    Final,
    /// As if all changes were rejected.
    Original,
}

impl Revision {
    /// Its name in settings and output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Original => "original",
        }
    }
}

/// A text, and what the reader knows of the bytes that it was read from.
#[derive(Debug)]
pub struct Taken {
    /// The text.
    pub text: Text,
    /// Whether the text's content is those very bytes.
    pub same: bool,
}

/// Whether `bytes` are packed, so that what they hold may take far longer to read than their size tells: a PDF, a zipped package.
#[must_use]
pub fn may_be_slow(bytes: &[u8]) -> bool {
    pdf::is_pdf(bytes) || is_package(bytes)
}

fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") && matches!(bytes.get(2..4), Some(b"\x03\x04" | b"\x05\x06"))
}

/// Reads `bytes` as what they are: a PDF, a Word document, an OpenDocument text, a mail, a web page, or else text in the format
/// that `name`'s ending tells, plain text where it tells none. Tracked changes are read as accepted.
///
/// # Errors
/// When the bytes are nothing that candour can read; the error says what they seem to be and what to do.
pub fn read(name: &str, bytes: &[u8]) -> Result<Text, ReadError> {
    read_revision(name, bytes, Revision::Final)
}

/// The same on one side of tracked changes.
///
/// # Errors
/// Those of [`read`].
pub fn read_revision(name: &str, bytes: &[u8], revision: Revision) -> Result<Text, ReadError> {
    Ok(take(name, bytes.to_vec(), revision)?.text)
}

/// The same where the `bytes` are not wanted again: they become the text where they can, and are let go as soon as they have been read.
///
/// # Errors
/// Those of [`read`].
pub fn take(name: &str, bytes: Vec<u8>, revision: Revision) -> Result<Taken, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(bounds::FILE.beyond());
    }
    if bytes.is_empty() && is_packed(ending_of(name)) {
        return Err(ReadError::Empty);
    }
    let mut same = false;
    let mut text = if pdf::is_pdf(&bytes) {
        pdf::read(bytes)?
    } else if is_package(&bytes) {
        packaged(&bytes, revision)?
    } else if mail::is_mail(name, &bytes) {
        mail::read(&bytes, revision)?
    } else {
        let encoding = html::charset(&bytes);
        let decoded = decode::decode(bytes, encoding.as_deref())?;
        same = decoded.same;
        match format_of(name) {
            _ if odt::is_flat(&decoded.content) => {
                same = false;
                odt::read_flat(&decoded, revision)?
            }
            _ if html::is_page(name, &decoded.content) => {
                same = false;
                html::read(decoded, None, revision)?
            }
            Format::Markdown => markdown::read(decoded),
            _ => plain::read(decoded),
        }
    };
    if !text.content.contains(char::is_alphabetic) {
        text.warnings.push("The file holds no words.".to_owned());
    }
    text.warnings.extend(lookalike::warning(&text.content));
    Ok(Taken { text, same })
}

/// Reads the zip file that `bytes` are.
fn packaged(bytes: &[u8], revision: Revision) -> Result<Text, ReadError> {
    let package = package::Package::open(bytes)?;
    if odt::holds(&package)? {
        odt::read(&package, revision)
    } else {
        docx::text(&package, revision)
    }
}

/// Whether no file with this ending is empty, unless it was lost on its way.
fn is_packed(ending: &str) -> bool {
    ["pdf", "docx", "docm", "odt"]
        .iter()
        .any(|packed| ending.eq_ignore_ascii_case(packed))
}

fn ending_of(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

fn format_of(name: &str) -> Format {
    let ending = ending_of(name);
    if ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown") {
        Format::Markdown
    } else {
        Format::Text
    }
}
