//! How fast each stage is, in bytes of text a second, over copies of the corpus's own reviews and minutes.
#![expect(clippy::disallowed_methods, reason = "a bench reads the corpus")]

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use candour::checks::{language, references};
use candour::document::Document;
use candour::input;
use candour::patterns::{Catalogue, Choice};
use candour::scan::scan;
use candour::text::{Places, Text};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

const MEGABYTE: usize = 1_000_000;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::builtin().expect("the built-in packs are right"));

/// Seventy rules, four or five of each pack: what the whole catalogue costs beside them is asked in `benches/README.md`.
static SEVENTY: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    let mut kept = 0;
    let mut disable = Vec::new();
    for rule in CATALOGUE.rules() {
        let of_pack = taken.entry(&*rule.category).or_default();
        *of_pack += 1;
        if *of_pack > 5 || kept == 70 {
            disable.push(rule.name.clone().into_owned());
        } else {
            kept += 1;
        }
    }
    let choice = Choice {
        disable,
        ..Choice::default()
    };
    Catalogue::with(&[], &choice).expect("the built-in packs are right")
});

fn main() {
    divan::main();
}

/// At least `size` bytes of text: the corpus's plain documents, one after another, again and again.
fn prose(size: usize) -> String {
    let mut names: Vec<_> = fs::read_dir("corpus")
        .expect("run from the project's folder")
        .filter_map(Result::ok)
        .map(|e| e.path())
        .collect();
    names.sort();
    let plain = names.iter().filter(|p| p.extension().is_some_and(|e| e == "txt"));
    let one: String = plain.filter_map(|p| fs::read_to_string(p).ok()).collect::<Vec<_>>().join("\n\n");
    let mut text = String::with_capacity(size + one.len());
    while text.len() < size {
        text.push_str(&one);
        text.push_str("\n\n");
    }
    text
}

fn text(size: usize) -> Text {
    input::read("prose.txt", prose(size).as_bytes()).expect("the corpus is text")
}

#[divan::bench]
fn a_read(bencher: Bencher<'_, '_>) {
    let bytes = prose(10 * MEGABYTE);
    bencher
        .counter(BytesCount::of_str(&bytes))
        .bench(|| input::read("prose.txt", black_box(bytes.as_bytes())));
}

#[divan::bench]
fn b_document(bencher: Bencher<'_, '_>) {
    let text = text(10 * MEGABYTE);
    bencher
        .counter(BytesCount::of_str(&text.content))
        .bench(|| Document::parse(black_box(&text), CATALOGUE.lexicon()));
}

#[divan::bench]
fn c_language(bencher: Bencher<'_, '_>) {
    let text = text(10 * MEGABYTE);
    let document = Document::parse(&text, CATALOGUE.lexicon());
    bencher
        .counter(BytesCount::of_str(&text.content))
        .bench(|| language::check(black_box(&document), &text, &CATALOGUE));
}

#[divan::bench]
fn c_language_of_seventy_rules(bencher: Bencher<'_, '_>) {
    let text = text(10 * MEGABYTE);
    let document = Document::parse(&text, SEVENTY.lexicon());
    bencher
        .counter(BytesCount::of_str(&text.content))
        .bench(|| language::check(black_box(&document), &text, &SEVENTY));
}

#[divan::bench]
fn d_references(bencher: Bencher<'_, '_>) {
    let text = text(10 * MEGABYTE);
    let document = Document::parse(&text, CATALOGUE.lexicon());
    bencher
        .counter(BytesCount::of_str(&text.content))
        .bench(|| references::check(black_box(&document), &text));
}

#[divan::bench]
fn e_places(bencher: Bencher<'_, '_>) {
    let text = text(10 * MEGABYTE);
    bencher
        .counter(BytesCount::of_str(&text.content))
        .bench(|| Places::new(black_box(&text.content)));
}

/// Everything but the writing, at three sizes: the rate must not fall.
#[divan::bench(args = [1, 10, 100], sample_count = 5)]
fn whole(bencher: Bencher<'_, '_>, megabytes: usize) {
    let bytes = prose(megabytes * MEGABYTE);
    bencher.counter(BytesCount::of_str(&bytes)).bench(|| {
        let text = input::read("prose.txt", black_box(bytes.as_bytes())).expect("the corpus is text");
        scan(text, &CATALOGUE, None).annotations.len()
    });
}

/// As many megabytes as a hundred reviews, one after another: what a folder of real documents costs.
#[divan::bench(sample_count = 5)]
fn whole_as_files(bencher: Bencher<'_, '_>) {
    let one = prose(1);
    let copies = 10 * MEGABYTE / one.len();
    bencher.counter(BytesCount::new(copies * one.len())).bench(|| {
        (0..copies)
            .map(|_| {
                let text = input::read("prose.txt", black_box(one.as_bytes())).expect("the corpus is text");
                scan(text, &CATALOGUE, None).annotations.len()
            })
            .sum::<usize>()
    });
}
