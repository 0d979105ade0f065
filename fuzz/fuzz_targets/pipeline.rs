//! Any bytes, in whatever format they seem to be, go through the whole program: every annotation lies in its text and has an id.
#![no_main]

mod sound;

use candour::identity::ids;
use candour::patterns::Catalogue;
use candour::scan::scan;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::builtin().expect("the built-in packs are right"));

fuzz_target!(|bytes: &[u8]| {
    let name = if bytes.first().is_some_and(|byte| byte % 2 == 1) { "a.md" } else { "a.txt" };
    let Some(text) = sound::read(name, bytes) else { return };
    let scan = scan(text, &CATALOGUE, None);
    for annotation in &scan.annotations {
        let quote = scan.text.content.get(annotation.span.range());
        assert!(quote.is_some_and(|quote| !quote.is_empty()), "{:?}", annotation.span);
    }
    assert_eq!(ids(&scan.text, &scan.annotations).len(), scan.annotations.len());
});
