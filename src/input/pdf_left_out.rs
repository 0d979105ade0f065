//! A PDF in a build without its reader: it is known and named, not read.

use super::ReadError;
use crate::text::Text;

/// Whether `bytes` are a PDF.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// The reason why the PDF is not read.
pub(super) fn read(_: Vec<u8>) -> Result<Text, ReadError> {
    Err(ReadError::Pdf)
}
