//! A zip file is written here as Word writes it: sizes before the bytes, every part that did not change as it was packed.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use crate::input::ReadError;
use crate::input::package::{Package, Packed};

/// The first of January 1980, the only date that a zip file of Word's knows.
const DATE: u16 = 0x21;
/// The flag of names in UTF-8, the only one that is passed on.
const UTF8: u16 = 1 << 11;
const DEFLATE: u16 = 8;

/// The package with the content of `parts` in place of, or after, its own.
pub(super) fn pack(package: &Package<'_>, parts: &[(String, String)]) -> Result<Vec<u8>, ReadError> {
    let mut zip = Zip::default();
    let packed = package.packed()?;
    for (name, entry) in &packed {
        match parts.iter().find(|(changed, _)| changed.eq_ignore_ascii_case(name)) {
            Some((_, content)) => zip.deflate(entry.name, entry.flags, content),
            None => zip.copy(entry),
        }
    }
    for (name, content) in parts {
        if !packed.iter().any(|(own, _)| own.eq_ignore_ascii_case(name)) {
            zip.deflate(name.as_bytes(), UTF8, content);
        }
    }
    Ok(zip.finish())
}

#[derive(Default)]
struct Zip {
    out: Vec<u8>,
    directory: Vec<u8>,
    entries: u16,
}

impl Zip {
    fn deflate(&mut self, name: &[u8], flags: u16, content: &str) {
        let mut crc = Crc::new();
        crc.update(content.as_bytes());
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        // Writing to memory does not fail.
        let _ = encoder.write_all(content.as_bytes());
        let data = encoder.finish().unwrap_or_default();
        self.copy(&Packed {
            name,
            method: DEFLATE,
            flags,
            crc: crc.sum(),
            size: content.len() as u32,
            data: &data,
        });
    }

    fn copy(&mut self, entry: &Packed<'_>) {
        let offset = self.out.len() as u32;
        let mut shared = Vec::with_capacity(26);
        for half in [20, entry.flags & UTF8, entry.method, 0, DATE] {
            shared.extend(half.to_le_bytes());
        }
        for word in [entry.crc, entry.data.len() as u32, entry.size] {
            shared.extend(word.to_le_bytes());
        }
        shared.extend((entry.name.len() as u16).to_le_bytes());
        shared.extend(0_u16.to_le_bytes());
        self.out.extend(b"PK\x03\x04");
        self.out.extend(&shared);
        self.out.extend(entry.name);
        self.out.extend(entry.data);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(20_u16.to_le_bytes());
        self.directory.extend(&shared);
        // No comment, first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(entry.name);
        self.entries += 1;
    }

    fn finish(mut self) -> Vec<u8> {
        let offset = self.out.len() as u32;
        self.out.append(&mut self.directory);
        let size = self.out.len() as u32 - offset;
        self.out.extend(b"PK\x05\x06");
        self.out.extend([0; 4]);
        self.out.extend(self.entries.to_le_bytes());
        self.out.extend(self.entries.to_le_bytes());
        self.out.extend(size.to_le_bytes());
        self.out.extend(offset.to_le_bytes());
        self.out.extend([0; 2]);
        self.out
    }
}
