//! A `Zip` is the package of an office document while it is written: its parts one after the other, one of them perhaps as it
//! comes, with its size and sum behind it.

use std::io::{self, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// The first of January 1980, so that the same input gives the same bytes; the only date that Word's packages know.
const DATE: u16 = 0x21;
/// The flag of names in UTF-8.
pub(super) const UTF8: u16 = 1 << 11;
/// The flag of sizes that stand behind the bytes.
const BEHIND: u16 = 1 << 3;
const DEFLATE: u16 = 8;

/// Bytes that are being packed.
pub(super) struct Packing {
    encoder: DeflateEncoder<Vec<u8>>,
    crc: Crc,
    size: u64,
}

/// Bytes that are packed.
pub(super) struct Packed {
    data: Vec<u8>,
    crc: u32,
    size: u64,
}

impl Packed {
    /// These bytes as the part `name`, under `flags`.
    pub(super) fn part<'a>(&'a self, name: &'a [u8], flags: u16) -> Part<'a> {
        Part {
            name,
            flags,
            method: DEFLATE,
            crc: self.crc,
            size: self.size,
            data: &self.data,
        }
    }
}

/// A part of a package as it is packed.
pub(super) struct Part<'a> {
    pub(super) name: &'a [u8],
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) crc: u32,
    /// Its bytes before they were packed.
    pub(super) size: u64,
    pub(super) data: &'a [u8],
}

impl Default for Packing {
    fn default() -> Self {
        Self {
            encoder: DeflateEncoder::new(Vec::new(), Compression::default()),
            crc: Crc::new(),
            size: 0,
        }
    }
}

impl Packing {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.crc.update(bytes);
        self.size += bytes.len() as u64;
        // Writing to memory does not fail.
        let _ = self.encoder.write_all(bytes);
    }

    /// Bytes before they were packed.
    pub(super) const fn size(&self) -> u64 {
        self.size
    }

    /// What is packed so far and was not taken yet.
    pub(super) fn taken(&mut self) -> &mut Vec<u8> {
        self.encoder.get_mut()
    }

    pub(super) fn finish(self) -> Packed {
        Packed {
            data: self.encoder.finish().unwrap_or_default(),
            crc: self.crc.sum(),
            size: self.size,
        }
    }
}

/// A package while it is written.
pub(super) struct Zip<W> {
    out: W,
    at: u64,
    directory: Vec<u8>,
    entries: u16,
    /// Name and place of the part that is written as it comes, and its bytes so far.
    open: Option<(String, u64, u64)>,
}

impl<W: Write> Zip<W> {
    pub(super) const fn new(out: W) -> Self {
        Self {
            out,
            at: 0,
            directory: Vec::new(),
            entries: 0,
            open: None,
        }
    }

    /// Writes `part`.
    pub(super) fn part(&mut self, part: &Part<'_>) -> io::Result<()> {
        let place = self.at;
        let sizes = [u64::from(part.crc), part.data.len() as u64, part.size];
        let shared = shared(part.name, (part.flags, part.method), sizes)?;
        self.local(part.name, &shared)?;
        self.put(part.data)?;
        self.enter(part.name, &shared, place)
    }

    /// Begins the part `name`, whose bytes come through [`Self::more`].
    pub(super) fn begin(&mut self, name: &str) -> io::Result<()> {
        let place = self.at;
        let shared = shared(name.as_bytes(), (UTF8 | BEHIND, DEFLATE), [0; 3])?;
        self.local(name.as_bytes(), &shared)?;
        self.open = Some((name.to_owned(), place, 0));
        Ok(())
    }

    /// Writes packed bytes of the part that was begun, and empties them.
    pub(super) fn more(&mut self, packed: &mut Vec<u8>) -> io::Result<()> {
        if let Some((_, _, size)) = &mut self.open {
            *size += packed.len() as u64;
        }
        self.put(packed)?;
        packed.clear();
        Ok(())
    }

    /// Ends the part that was begun with the last of its bytes.
    pub(super) fn end(&mut self, mut rest: Packed) -> io::Result<()> {
        self.more(&mut rest.data)?;
        let Some((name, place, size)) = self.open.take() else {
            return Ok(());
        };
        let sizes = [u64::from(rest.crc), size, rest.size];
        let shared = shared(name.as_bytes(), (UTF8 | BEHIND, DEFLATE), sizes)?;
        self.put(b"PK\x07\x08")?;
        for word in sizes {
            self.put(&small(word)?.to_le_bytes())?;
        }
        self.enter(name.as_bytes(), &shared, place)
    }

    /// Writes the directory.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let (place, size) = (small(self.at)?, small(self.directory.len() as u64)?);
        let directory = std::mem::take(&mut self.directory);
        self.put(&directory)?;
        self.put(b"PK\x05\x06\0\0\0\0")?;
        self.put(&self.entries.to_le_bytes())?;
        self.put(&self.entries.to_le_bytes())?;
        self.put(&size.to_le_bytes())?;
        self.put(&place.to_le_bytes())?;
        self.put(&[0; 2])?;
        self.out.flush()
    }

    fn local(&mut self, name: &[u8], shared: &[u8]) -> io::Result<()> {
        self.put(b"PK\x03\x04")?;
        self.put(shared)?;
        self.put(name)
    }

    fn enter(&mut self, name: &[u8], shared: &[u8], place: u64) -> io::Result<()> {
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(20_u16.to_le_bytes());
        self.directory.extend(shared);
        // No comment, first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(small(place)?.to_le_bytes());
        self.directory.extend(name);
        self.entries += 1;
        Ok(())
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.at += bytes.len() as u64;
        self.out.write_all(bytes)
    }
}

/// What the local and the central header of a part share; `sizes` are its sum, its packed and its own size.
fn shared(name: &[u8], (flags, method): (u16, u16), sizes: [u64; 3]) -> io::Result<Vec<u8>> {
    let mut shared = Vec::with_capacity(26);
    for half in [20, flags, method, 0, DATE] {
        shared.extend(half.to_le_bytes());
    }
    for word in sizes {
        shared.extend(small(word)?.to_le_bytes());
    }
    shared.extend((name.len() as u16).to_le_bytes());
    shared.extend(0_u16.to_le_bytes());
    Ok(shared)
}

/// A number of a header; only a workbook can pass what one holds.
fn small(number: u64) -> io::Result<u32> {
    u32::try_from(number).map_err(|_| io::Error::other("the workbook would pass 4 GiB; scan fewer documents at a time, or use csv"))
}
