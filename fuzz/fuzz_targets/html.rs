//! Any bytes, read as a saved web page, give a text or a named error.
#![no_main]

mod sound;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    sound::read("a.html", bytes);
});
