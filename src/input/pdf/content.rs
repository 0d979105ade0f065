//! The content of a page is what it prints, in the order in which it does: one stream, or several that are read as one.

use hayro_interpret::hayro_syntax::object::{Array, Name, Stream};
use hayro_interpret::hayro_syntax::page::Page;

use crate::input::ReadError;
use crate::input::bounds::{MIB, PDF_STREAM, PDF_UNPACKED};

/// Hands out the contents of pages, and counts what they amount to: pages may share one stream, and each unpacks it anew.
#[derive(Debug, Default)]
pub(super) struct Contents {
    unpacked: u64,
}

impl Contents {
    /// The content of `page`.
    pub(super) fn of(&mut self, page: &Page<'_>) -> Result<Vec<u8>, ReadError> {
        const KEY: &[u8] = b"Contents";
        let mut content = Vec::new();
        if let Some(stream) = page.raw().get::<Stream<'_>>(KEY) {
            self.add(&stream, &mut content)?;
        } else if let Some(streams) = page.raw().get::<Array<'_>>(KEY) {
            for stream in streams.iter::<Stream<'_>>() {
                self.add(&stream, &mut content)?;
            }
        }
        Ok(content)
    }

    fn add(&mut self, stream: &Stream<'_>, content: &mut Vec<u8>) -> Result<(), ReadError> {
        let is_picture = stream
            .dict()
            .get::<Name<'_>>(b"Subtype".as_slice())
            .is_some_and(|name| name.as_ref() == b"Image");
        // A stream that cannot be unpacked is passed over, as viewers do.
        if is_picture {
            return Ok(());
        }
        let Ok(unpacked) = stream.decoded_data() else { return Ok(()) };
        self.unpacked += unpacked.len() as u64;
        if self.unpacked > PDF_UNPACKED.most * MIB {
            return Err(PDF_UNPACKED.beyond());
        }
        if (content.len() + unpacked.len()) as u64 > PDF_STREAM.most * MIB {
            return Err(PDF_STREAM.beyond());
        }
        content.extend_from_slice(&unpacked);
        // An operator ends where its stream does.
        content.push(b' ');
        Ok(())
    }
}
