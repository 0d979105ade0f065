//! Any bytes behind the signature of a zip file give a text or a named error.
#![no_main]

mod sound;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK\x03\x04") {
        sound::read("a.docx", bytes);
    } else {
        sound::read("a.docx", &[b"PK\x03\x04", bytes].concat());
    }
});
