//! A `ReadError` says why bytes could not be read as a text, and what to do about it.

use std::fmt;

/// Why a file could not be read. Its message is a whole sentence without the file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// A PDF file, in a build that leaves its reader out.
    Pdf,
    /// A PDF that opens with a password only.
    PdfLocked,
    /// A PDF encrypted in a way that is not known.
    PdfCipher,
    /// A PDF too damaged to be read.
    PdfDamaged,
    /// A file without a byte that should be a package or a PDF.
    Empty,
    /// A PDF of pictures: a scan without a text layer.
    NoTextLayer,
    /// A zipped package that holds no text: a spreadsheet, a zip file.
    Package,
    /// An OpenDocument file that is no text: a spreadsheet, a presentation, a drawing.
    OpenDocument,
    /// An old binary Office file.
    OldOffice,
    /// An old binary Word file.
    OldWord,
    /// A file that only a password opens.
    Protected,
    /// A package that cannot be read; the words say what is wrong with it: "its text is cut off".
    Damaged(&'static str),
    /// A file beyond a bound of its reader; the words are those of the [`super::bounds::Bound`]: "it has more than 5,000
    /// pages".
    Beyond(&'static str),
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
            Self::Pdf | Self::Package | Self::OpenDocument | Self::OldOffice | Self::OldWord | Self::Rtf => "unsupported-format",
            Self::Protected => "protected",
            Self::Damaged(_) => "damaged",
            Self::Beyond(_) => "beyond-limit",
            Self::Binary => "not-text",
            Self::PdfLocked | Self::PdfCipher => "encrypted",
            Self::PdfDamaged | Self::Empty => "damaged",
            Self::NoTextLayer => "no-text-layer",
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::Damaged(what) => return write!(f, "is damaged: {what}; open it in Word or LibreOffice, save it anew and read that"),
            Self::Beyond(bound) => return write!(f, "is not read: {bound}; split it, or save its text as a .txt file, and read that"),
            Self::Pdf => "is a PDF, which this build does not read; save its text as a .txt file and read that",
            Self::PdfLocked => "is a PDF that needs a password; open it, save it without one and read that",
            Self::PdfCipher => "is a PDF encrypted in a way that is not known; print it to a new PDF and read that",
            Self::PdfDamaged => "is a PDF too damaged to read; open it in a viewer, print it to a new PDF and read that",
            Self::Empty => "is damaged: it holds not one byte; get a whole copy of it and read that",
            Self::NoTextLayer => "is a PDF with no text layer: its pages are pictures; run text recognition (OCR) over it and read that",
            Self::Package => {
                "is a zipped or office file without a Word or OpenDocument text in it; save it as .docx, .odt or plain text (.txt) and read that"
            }
            Self::OpenDocument => {
                "is an OpenDocument file that holds no text document (a spreadsheet, a presentation, a drawing); save its words as .odt or plain text (.txt) and read that"
            }
            Self::OldOffice => "is an old Office file; save it as plain text (.txt) and read that",
            Self::OldWord => "is an old Word file (.doc); open it in Word, save it as .docx and read that",
            Self::Protected => {
                "is protected with a password; open it, take the password off (in Word: File, Info, Protect Document; in LibreOffice: save it as a new file without \"Save with password\") and read that"
            }
            Self::Rtf => "is a rich text file; save it as plain text (.txt) and read that",
            Self::Binary => "is not text: it holds bytes that no text has",
        };
        f.write_str(said)
    }
}

impl std::error::Error for ReadError {}
