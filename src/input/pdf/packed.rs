//! A packed stream is measured before anything is unpacked for good: the interpreter unpacks whole streams into memory, and
//! a thousand bytes of zeros fit into one.
//!
//! Streams are found in the bytes by their keyword, so that no table of the file can hide one. Pictures are never unpacked
//! to read words; of them only so much is measured as costs little.

use std::io::Read;

use flate2::bufread::DeflateDecoder;
use memchr::memmem;

use crate::input::ReadError;
use crate::input::bounds::{Bound, MIB, PDF_FILTERS, PDF_PICTURE, PDF_STREAM, PDF_UNPACKED};

/// How much before its keyword the dictionary of a stream is looked at.
const DICTIONARY: usize = 1_024;
/// How much of pictures is measured in all.
const MOST_OF_PICTURES: u64 = 128 * MIB;

/// Whether every packed stream in `bytes` stays within the bounds.
pub(super) fn measure(bytes: &[u8]) -> Result<(), ReadError> {
    let mut left = PDF_UNPACKED.most * MIB;
    let mut of_pictures = MOST_OF_PICTURES;
    for at in memmem::find_iter(bytes, b"stream") {
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let data = after_line(&bytes[at + "stream".len()..]);
        let dictionary = &bytes[at.saturating_sub(DICTIONARY)..at];
        let dictionary = &dictionary[memmem::rfind(dictionary, b"obj").unwrap_or(0)..];
        let filters = memmem::find_iter(dictionary, b"/Fl").count();
        // A name may be written with escapes.
        let filters = filters.max(usize::from(dictionary.contains(&b'#')));
        if filters == 0 {
            continue;
        }
        PDF_FILTERS.hold(filters as u64)?;
        if memmem::find(dictionary, b"/Image").is_some() {
            if of_pictures > 0 {
                let size = size_of(data, filters, PDF_PICTURE)?;
                of_pictures = of_pictures.saturating_sub(size);
            }
            continue;
        }
        let size = size_of(data, filters, PDF_STREAM)?;
        left = left.checked_sub(size).ok_or(PDF_UNPACKED.beyond())?;
    }
    Ok(())
}

/// How large `data` is at its largest while `filters` of its filters are undone.
fn size_of(data: &[u8], filters: usize, bound: Bound) -> Result<u64, ReadError> {
    let most = bound.most * MIB;
    let mut held: Vec<u8>;
    let mut largest = 0;
    let mut packed = data;
    for layer in 1..=filters {
        let mut unpacking = DeflateDecoder::new(without_head(packed)).take(most + 1);
        if layer == filters {
            // A stream that breaks off or is damaged counts as far as it goes.
            let mut chunk = [0; 32 * 1024];
            let mut size = 0;
            while let Ok(more @ 1..) = unpacking.read(&mut chunk) {
                size += more as u64;
            }
            largest = largest.max(size);
        } else {
            let mut unpacked = Vec::new();
            let _ = unpacking.read_to_end(&mut unpacked);
            largest = largest.max(unpacked.len() as u64);
            held = unpacked;
            packed = &held;
        }
        if largest > most {
            return Err(bound.beyond());
        }
    }
    Ok(largest)
}

/// What stands after the line end behind the keyword.
fn after_line(data: &[u8]) -> &[u8] {
    let data = data.strip_prefix(b"\r").unwrap_or(data);
    data.strip_prefix(b"\n").unwrap_or(data)
}

/// `data` without the two bytes in front of packed bytes, where they stand.
fn without_head(data: &[u8]) -> &[u8] {
    match data {
        [kind, flags, rest @ ..] if kind & 0x0f == 8 && u16::from_be_bytes([*kind, *flags]).is_multiple_of(31) => rest,
        _ => data,
    }
}
