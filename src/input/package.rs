//! A `Package` is the zip file that a Word or OpenDocument file is: named parts, each read within bounds.

use std::cell::Cell;
use std::collections::HashSet;
use std::io::Read as _;

use encoding_rs::{UTF_16BE, UTF_16LE};
use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use crate::input::ReadError;
use crate::input::bounds::{MIB, PART, PARTS, RATIO, UNPACKED};

/// A part smaller than this may have been packed however well.
const SMALL: u64 = 4 * MIB;

/// One entry of the zip file as it is packed.
#[derive(Clone, Copy, Debug)]
pub struct Packed<'b> {
    /// Its name as it is written.
    pub name: &'b [u8],
    /// How it is packed: 0 not at all, 8 by deflate.
    pub method: u16,
    /// Its general flags.
    pub flags: u16,
    /// The sum of its unpacked bytes.
    pub crc: u32,
    /// How many bytes it has unpacked.
    pub size: u32,
    /// Its packed bytes.
    pub data: &'b [u8],
}

/// One file of a package.
#[derive(Clone, Debug)]
struct Entry {
    /// Its name, with forward slashes and none in front.
    name: String,
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    encrypted: bool,
}

/// The zip file around a document.
#[derive(Debug)]
pub struct Package<'b> {
    archive: ZipSliceArchive<&'b [u8]>,
    entries: Vec<Entry>,
    /// Bytes that may still be unpacked.
    left: Cell<u64>,
}

impl<'b> Package<'b> {
    /// Opens the package that `bytes` are.
    ///
    /// # Errors
    /// When they are no zip file, a damaged one, or one beyond the bounds.
    pub fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        let damaged = |_| ReadError::Damaged("its list of parts is missing or cut off");
        let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
        let mut entries = Vec::new();
        let mut names = HashSet::new();
        let mut records = archive.entries();
        while let Some(record) = records.next_entry().map_err(damaged)? {
            PARTS.hold(entries.len() as u64 + 1)?;
            let name = part_name(&String::from_utf8_lossy(record.file_path().as_bytes()));
            if !names.insert(name.to_ascii_lowercase()) {
                return Err(ReadError::Damaged("two of its parts have one name"));
            }
            entries.push(Entry {
                name,
                place: record.wayfinder(),
                method: record.compression_method(),
                encrypted: record.flags().is_encrypted(),
            });
        }
        Ok(Self {
            archive,
            entries,
            left: Cell::new(UNPACKED.most * MIB),
        })
    }

    /// All entries as they are packed, in their order, each with the name of its part.
    ///
    /// # Errors
    /// When the package is damaged.
    pub fn packed(&self) -> Result<Vec<(&str, Packed<'_>)>, ReadError> {
        let damaged = |_| ReadError::Damaged("one of its parts cannot be found");
        let mut found = Vec::new();
        let mut records = self.archive.entries();
        for entry in &self.entries {
            let Some(record) = records.next_entry().map_err(damaged)? else {
                break;
            };
            let local = self.archive.get_entry(entry.place).map_err(damaged)?;
            let packed = Packed {
                name: record.file_path().as_bytes(),
                method: record.compression_method().as_u16(),
                flags: record.flags().bits(),
                crc: record.crc32(),
                size: u32::try_from(record.uncompressed_size_hint()).unwrap_or(u32::MAX),
                data: local.data(),
            };
            found.push((entry.name.as_str(), packed));
        }
        Ok(found)
    }

    /// Whether the package has a part called `name`.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        let name = name.trim_start_matches('/');
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of the part called `name`; `None` when there is none.
    ///
    /// # Errors
    /// When the part is damaged or beyond the bounds.
    pub fn part(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(entry) = self.find(name) else { return Ok(None) };
        if entry.encrypted {
            return Err(ReadError::Protected);
        }
        let damaged = |_| ReadError::Damaged("one of its parts cannot be unpacked");
        let local = self.archive.get_entry(entry.place).map_err(damaged)?;
        let fair = (local.data().len() as u64 * RATIO.most).max(SMALL);
        let most = (PART.most * MIB).min(self.left.get()).min(fair) + 1;
        let mut bytes = Vec::new();
        let read = match entry.method {
            CompressionMethod::STORE => local.verifying_reader(local.data()).take(most).read_to_end(&mut bytes),
            CompressionMethod::DEFLATE => local
                .verifying_reader(DeflateDecoder::new(local.data()))
                .take(most)
                .read_to_end(&mut bytes),
            _ => return Err(ReadError::Damaged("one of its parts is packed in an unknown way")),
        };
        let size = bytes.len() as u64;
        if size > fair {
            return Err(RATIO.beyond());
        }
        if size > PART.most * MIB {
            return Err(PART.beyond());
        }
        if size > self.left.get() {
            return Err(UNPACKED.beyond());
        }
        read.map_err(|_| ReadError::Damaged("one of its parts cannot be unpacked"))?;
        self.left.set(self.left.get() - size);
        Ok(Some(bytes))
    }

    /// The text of the XML part called `name`, without a byte-order mark; `None` when there is none.
    ///
    /// # Errors
    /// When the part is damaged, no text, or beyond the bounds.
    pub fn xml(&self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(mut bytes) = self.part(name)? else { return Ok(None) };
        match bytes[..] {
            [0xFF, 0xFE, ..] => return Ok(Some(UTF_16LE.decode_with_bom_removal(&bytes).0.into_owned())),
            [0xFE, 0xFF, ..] => return Ok(Some(UTF_16BE.decode_with_bom_removal(&bytes).0.into_owned())),
            [0xEF, 0xBB, 0xBF, ..] => drop(bytes.drain(..3)),
            _ => {}
        }
        let text = String::from_utf8(bytes).map_err(|_| ReadError::Damaged("one of its parts is not UTF-8"))?;
        Ok(Some(text))
    }
}

/// A part's name with forward slashes and none in front.
fn part_name(written: &str) -> String {
    written.replace('\\', "/").trim_start_matches('/').to_owned()
}
