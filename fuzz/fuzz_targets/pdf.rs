//! Any bytes behind the signature of a PDF give a text or a named error.
#![no_main]

mod sound;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"%PDF-") {
        sound::read("a.pdf", bytes);
    } else {
        sound::read("a.pdf", &[b"%PDF-1.7\n", bytes].concat());
    }
});
