//! Any text at all: no panic, every span slices, and no text costs more than its length.

use proptest::prelude::*;

use crate::checks::language::check;
use crate::checks::language::examples::paragraph;
use crate::patterns::{Catalogue, Choice};

fn catalogue() -> &'static Catalogue {
    static BUILT: std::sync::OnceLock<Catalogue> = std::sync::OnceLock::new();
    BUILT.get_or_init(|| Catalogue::with(&[], &Choice::everything()).unwrap_or_else(|errors| panic!("{errors}")))
}

fn every_span_slices(words: &str) {
    let (text, document) = paragraph(words, catalogue(), |_, _| ());
    for annotation in check(&document, &text, catalogue()) {
        assert!(!text.slice(annotation.span).is_empty());
        assert!(annotation.sentence.contains(annotation.span), "{annotation:?}");
        let _ = text.slice(annotation.sentence);
    }
}

proptest! {
    #[test]
    fn any_characters(words in "\\PC{0,200}") {
        every_span_slices(&words);
    }

    #[test]
    fn words_of_rules_and_what_breaks_them(parts in proptest::collection::vec(prop_oneof![
        Just("ensure "), Just("safe and well"), Just(" not "), Just("\u{201c}"), Just("\u{2019}"), Just("'"), Just("-\n"), Just("\u{ad}"),
        Just("no concerns"), Just(". "), Just(", however, "), Just("\u{fb01}"), Just("the term "), Just("engage"), Just("re-"), Just("\u{e9}"),
        Just(" mother "), Just("12"), Just("\n\n"), Just("\u{200b}"), Just("appropriate "), Just("regularly "), Just("("), Just(" said that "), Just("A"),
    ], 0..60)) {
        every_span_slices(&parts.concat());
    }
}

/// A sentence without end and hits without a gap; a quadratic check would not come back from this.
#[test]
fn the_endless_line() {
    for words in [
        "mother will ensure safe and well no concerns ",
        "\u{201c}safe ",
        "not, ",
        "1.",
        "Safe And Well ",
        "\u{e9}",
    ] {
        every_span_slices(&words.repeat(400_000 / words.len()));
    }
}
