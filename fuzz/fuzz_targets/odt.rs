//! Any bytes as a flat OpenDocument text give a text or a named error.
#![no_main]

mod sound;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    sound::read("a.fodt", bytes);
});
