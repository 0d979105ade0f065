//! A `ReadError` says why bytes could not be read as a text, and what to do about it.

use std::fmt;

/// Why a file could not be read. Its message is a whole sentence without the file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// More than [`super::MAX_BYTES`].
    TooLarge,
    /// A PDF file, in a build that leaves its reader out.
    Pdf,
    /// A PDF that opens with a password only.
    PdfLocked,
    /// A PDF encrypted in a way that is not known.
    PdfCipher,
    /// A PDF too damaged to be read.
    PdfDamaged,
    /// A PDF that prints more pages or signs than are read.
    PdfTooMuch,
    /// A PDF of pictures: a scan without a text layer.
    NoTextLayer,
    /// A zipped package: a Word, OpenDocument or other office file.
    Package,
    /// An old binary Office file.
    OldOffice,
    /// Rich text format.
    Rtf,
    /// Bytes that are no text in any encoding that is known.
    Binary,
}

impl ReadError {
    /// A short name for counting, stable between versions.
    #[must_use]
    pub const fn cause(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Pdf | Self::Package | Self::OldOffice | Self::Rtf => "unsupported-format",
            Self::Binary => "not-text",
            Self::PdfLocked | Self::PdfCipher => "encrypted",
            Self::PdfDamaged => "damaged",
            Self::PdfTooMuch => "too-large",
            Self::NoTextLayer => "no-text-layer",
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "is larger than 1 GiB; split it and try again",
            Self::Pdf => "is a PDF, which this build does not read; save its text as a .txt file and read that",
            Self::PdfLocked => "is a PDF that needs a password; open it, save it without one and read that",
            Self::PdfCipher => "is a PDF encrypted in a way that is not known; print it to a new PDF and read that",
            Self::PdfDamaged => "is a PDF too damaged to read; open it in a viewer, print it to a new PDF and read that",
            Self::PdfTooMuch => "is a PDF of more than 5,000 pages or 8 million signs; split it and try again",
            Self::NoTextLayer => "is a PDF with no text layer: its pages are pictures; run text recognition (OCR) over it and read that",
            Self::Package => "is a Word or other office file; save it as plain text (.txt) and read that",
            Self::OldOffice => "is an old Office file; save it as plain text (.txt) and read that",
            Self::Rtf => "is a rich text file; save it as plain text (.txt) and read that",
            Self::Binary => "is not text: it holds bytes that no text has",
        })
    }
}

impl std::error::Error for ReadError {}
