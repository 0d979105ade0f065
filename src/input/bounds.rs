//! A `Bound` is a limit of a reader: how much of something is read, and what is said of a file that holds more.
//!
//! Every limit of every reader stands in [`ALL`]: the long help lists it, readers ask it, and a file beyond one is a
//! [`ReadError::Beyond`] whose words name it. A reader that comes new adds its own here, each in one line.

use std::fmt;

use crate::input::ReadError;

/// A limit of a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Which files it is held against: "a PDF".
    pub of: &'static str,
    /// The most that is read.
    pub most: u64,
    /// What is counted, as it stands after the number: "pages".
    pub what: &'static str,
    /// What is said of a file beyond it: "it has more than 5,000 pages".
    pub met: &'static str,
}

impl Bound {
    const fn new(of: &'static str, most: u64, what: &'static str, met: &'static str) -> Self {
        Self { of, most, what, met }
    }

    /// The error of a file beyond this bound.
    #[must_use]
    pub const fn beyond(self) -> ReadError {
        ReadError::Beyond(self.met)
    }

    /// Whether `count` is within it.
    ///
    /// # Errors
    /// [`Self::beyond`] when it is not.
    pub const fn hold(self, count: u64) -> Result<(), ReadError> {
        if count > self.most { Err(self.beyond()) } else { Ok(()) }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", thousands(self.most), self.what)
    }
}

/// The size of any file: every offset must fit in 32 bits, and a text must fit in memory thrice.
pub const FILE: Bound = Bound::new(ANY, 1_024, "MiB", "it is larger than 1,024 MiB");
/// How long any file may take to be read; `batch` holds it, for the readers know no clock.
pub const SECONDS: Bound = Bound::new(ANY, 60, "seconds to read", "it took more than 60 seconds to read");

/// Entries of a zip file.
pub const PARTS: Bound = Bound::new(PACKAGE, 4_096, "parts", "it holds more than 4,096 parts");
/// One part, unpacked.
pub const PART: Bound = Bound::new(PACKAGE, 64, "MiB a part", "a part of it is larger than 64 MiB");
/// All parts that are read, unpacked.
pub const UNPACKED: Bound = Bound::new(PACKAGE, 256, "MiB of parts", "its parts are larger than 256 MiB together");
/// How much larger a part is than its packed bytes; small parts may be anything.
pub const RATIO: Bound = Bound::new(
    PACKAGE,
    400,
    "times its packed size a part",
    "a part of it is more than 400 times its packed size",
);
/// Elements within elements.
pub const NESTING: Bound = Bound::new(PACKAGE, 512, "elements deep", "its parts are nested more than 512 elements deep");
/// Namespaces in force at one place.
pub const NAMESPACES: Bound = Bound::new(PACKAGE, 1_000, "namespaces", "one of its parts has more than 1,000 namespaces");

/// Objects of a PDF.
pub const PDF_OBJECTS: Bound = Bound::new(PDF, 2_000_000, "objects", "it has more than 2,000,000 objects");
/// Pages of a PDF.
pub const PDF_PAGES: Bound = Bound::new(PDF, 5_000, "pages", "it has more than 5,000 pages");
/// Signs that a PDF prints.
pub const PDF_SIGNS: Bound = Bound::new(PDF, 8_000_000, "signs", "it prints more than 8,000,000 signs");
/// Drawings within drawings, and what frames them; each unpacks its content anew.
pub const PDF_FRAMES: Bound = Bound::new(PDF, 1_000_000, "frames", "it draws more than 1,000,000 frames within one another");
/// Whatever else a PDF draws: lines, boxes, pictures.
pub const PDF_STROKES: Bound = Bound::new(PDF, 8_000_000, "strokes", "it draws more than 8,000,000 strokes");
/// One stream of a PDF that is no picture, unpacked, and the content of one page.
pub const PDF_STREAM: Bound = Bound::new(PDF, 32, "MiB a stream", "a stream of it unpacks to more than 32 MiB");
/// One picture of a PDF, unpacked. candour unpacks none; but a stream that calls itself a picture may be none.
pub const PDF_PICTURE: Bound = Bound::new(PDF, 256, "MiB a picture", "a picture of it unpacks to more than 256 MiB");
/// All streams but pictures, unpacked, and the content of all pages.
pub const PDF_UNPACKED: Bound = Bound::new(PDF, 1_024, "MiB of streams", "its streams unpack to more than 1,024 MiB together");
/// Filters of one stream.
pub const PDF_FILTERS: Bound = Bound::new(PDF, 8, "filters a stream", "a stream of it is packed more than 8 times over");

/// A flat OpenDocument file, which no package holds.
pub const FLAT: Bound = Bound::new(FLAT_FILE, 64, "MiB", "it is a flat OpenDocument file larger than 64 MiB");
/// What repeated cells and rows of tables add.
pub const REPEATED: Bound = Bound::new(OPEN, 1, "MiB of repeated cells", "its tables repeat more than 1 MiB of text");

/// Tags and pieces of text of a web page, or of one in a mail.
pub const PAGE_NODES: Bound = Bound::new(
    PAGE,
    4_000_000,
    "tags and texts",
    "it is a web page of more than 4,000,000 tags and texts",
);

/// Every bound of every reader, in the order in which help lists them.
pub const ALL: &[Bound] = &[
    FILE,
    SECONDS,
    PARTS,
    PART,
    UNPACKED,
    RATIO,
    NESTING,
    NAMESPACES,
    PDF_OBJECTS,
    PDF_PAGES,
    PDF_SIGNS,
    PDF_FRAMES,
    PDF_STROKES,
    PDF_STREAM,
    PDF_PICTURE,
    PDF_UNPACKED,
    PDF_FILTERS,
    REPEATED,
    FLAT,
    PAGE_NODES,
];

/// Bytes of a MiB, in which large bounds are told.
pub const MIB: u64 = 1 << 20;

const ANY: &str = "any file";
const PACKAGE: &str = "a Word or OpenDocument text";
const OPEN: &str = "an OpenDocument text";
const FLAT_FILE: &str = "a flat OpenDocument file";
const PDF: &str = "a PDF";
const PAGE: &str = "a web page";

/// The bounds as a person reads them, a line for each kind of file.
#[must_use]
pub fn listed() -> String {
    let mut kinds: Vec<&str> = Vec::new();
    ALL.iter().for_each(|bound| {
        if !kinds.contains(&bound.of) {
            kinds.push(bound.of);
        }
    });
    let line = |kind: &&str| {
        let own: Vec<String> = ALL.iter().filter(|bound| bound.of == *kind).map(ToString::to_string).collect();
        format!("  {kind}: {}", own.join(", "))
    };
    format!(
        "At most this much is read; a file beyond it is named with the limit that it met:\n{}",
        kinds.iter().map(line).collect::<Vec<_>>().join("\n")
    )
}

fn thousands(number: u64) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{},{:03}", thousands(number / 1_000), number % 1_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_bound_names_its_number() {
        for bound in ALL {
            let number = thousands(bound.most);
            assert!(bound.met.contains(&format!(" {number} ")), "{}", bound.met);
            assert!(bound.beyond().to_string().contains(bound.met));
            assert!(listed().contains(&bound.to_string()), "{bound}");
        }
    }

    #[test]
    fn a_bound_takes_what_is_at_it() {
        assert_eq!(PDF_PAGES.hold(5_000), Ok(()));
        assert_eq!(PDF_PAGES.hold(5_001), Err(ReadError::Beyond("it has more than 5,000 pages")));
    }
}
