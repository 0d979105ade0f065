//! A marked-up copy is zipped here as Word zips: sizes before the bytes, every part that did not change as it was packed.

use std::io;

use crate::input::package::{Package, Packed};
use crate::input::{ReadError, bounds};
use crate::report::zip::{Packing, Part, UTF8, Zip};

/// The package with the content of `parts` in place of, or after, its own.
pub(super) fn pack(package: &Package<'_>, parts: &[(String, String)]) -> Result<Vec<u8>, ReadError> {
    let mut out = Vec::new();
    // Into memory all can be written that fits into a zip file.
    write(&package.packed()?, parts, &mut out).map_err(|_| bounds::FILE.beyond())?;
    Ok(out)
}

fn write(packed: &[(&str, Packed<'_>)], parts: &[(String, String)], out: &mut Vec<u8>) -> io::Result<()> {
    let mut zip = Zip::new(out);
    for (name, entry) in packed {
        match parts.iter().find(|(changed, _)| changed.eq_ignore_ascii_case(name)) {
            Some((_, content)) => deflate(&mut zip, entry.name, entry.flags & UTF8, content)?,
            None => zip.part(&as_it_was(entry))?,
        }
    }
    for (name, content) in parts {
        if !packed.iter().any(|(own, _)| own.eq_ignore_ascii_case(name)) {
            deflate(&mut zip, name.as_bytes(), UTF8, content)?;
        }
    }
    zip.finish()
}

fn deflate(zip: &mut Zip<&mut Vec<u8>>, name: &[u8], flags: u16, content: &str) -> io::Result<()> {
    let mut packing = Packing::default();
    packing.add(content.as_bytes());
    zip.part(&packing.finish().part(name, flags))
}

fn as_it_was<'a>(entry: &Packed<'a>) -> Part<'a> {
    Part {
        name: entry.name,
        flags: entry.flags & UTF8,
        method: entry.method,
        crc: entry.crc,
        size: u64::from(entry.size),
        data: entry.data,
    }
}
