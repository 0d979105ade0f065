//! The input room turns the bytes of a file into a [`Text`]: it reports what the format says and guesses at nothing else.

mod decode;
mod error;
mod lookalike;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(not(feature = "pdf"))]
#[path = "pdf_left_out.rs"]
mod pdf;
mod plain;

pub use error::ReadError;

use crate::text::{Format, Text};

/// The largest input that is read, in bytes: every offset must fit in 32 bits, and a text must fit in memory thrice.
pub const MAX_BYTES: usize = 1 << 30;

/// File name endings that are read, lower case; a walk over a folder takes these and leaves the rest.
pub const ENDINGS: &[&str] = if cfg!(feature = "pdf") {
    &["txt", "text", "md", "markdown", "pdf"]
} else {
    &["txt", "text", "md", "markdown"]
};

/// Reads `bytes` as the format that they themselves show, or `name`'s ending tells; plain text where neither does.
///
/// # Errors
/// When the bytes are no text that candour can read; the error says what they seem to be and what to do.
pub fn read(name: &str, bytes: &[u8]) -> Result<Text, ReadError> {
    if bytes.len() <= MAX_BYTES && pdf::is_pdf(bytes) {
        let mut text = pdf::read(bytes)?;
        text.warnings.extend(lookalike::warning(&text.content));
        return Ok(text);
    }
    let mut decoded = decode::decode(bytes)?;
    if !decoded.content.contains(char::is_alphabetic) {
        decoded.warnings.push("The file holds no words.".to_owned());
    }
    decoded.warnings.extend(lookalike::warning(&decoded.content));
    Ok(match format_of(name) {
        Format::Markdown => markdown::read(decoded),
        Format::Text | Format::Pdf => plain::read(decoded),
    })
}

fn format_of(name: &str) -> Format {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown") {
        Format::Markdown
    } else {
        Format::Text
    }
}
