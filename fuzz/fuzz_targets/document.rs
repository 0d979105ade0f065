//! Any text gives a document whose blocks rise and whose sentences lie in their blocks.
#![no_main]

mod sound;

use candour::document::Document;
use candour::patterns::Catalogue;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::builtin().expect("the built-in packs are right"));

fuzz_target!(|bytes: &[u8]| {
    let name = if bytes.first().is_some_and(|byte| byte % 2 == 1) { "a.md" } else { "a.txt" };
    let Some(text) = sound::read(name, bytes) else { return };
    let document = Document::parse(&text, CATALOGUE.lexicon());
    for pair in document.blocks.windows(2) {
        assert!(pair[0].span.end < pair[1].span.start, "{pair:?}");
    }
    for sentence in &document.sentences {
        assert!(document.blocks[sentence.block as usize].body.contains(sentence.span));
    }
});
