//! A mutation is a real file with a few faults put in by chance: whatever comes of it is a text or a named error, in time.
//!
//! Sixty of each format by default; `MUTATIONS=2000` for more, `MUTATION_SEED=7` for others. What once broke is kept in
//! `tests/crashers` and read every time.

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Instant;

use candour::identity::ids;
use candour::input::{ReadError, read};
use candour::patterns::Catalogue;
use candour::scan::scan;
use rawzip::ZipArchive;
use rayon::prelude::*;

use crate::docx::paper::Paper;
use crate::place::corpus;

/// Formats: the endings of the corpus files that are mutated. A format that comes new adds its ending, and whether it is
/// a zip file, whose parts are mutated unpacked too.
const FORMATS: &[(&str, bool)] = &[
    ("docx", true),
    ("odt", true),
    ("pdf", false),
    ("txt", false),
    ("md", false),
    ("html", false),
    ("eml", false),
];
const USUAL: u64 = 60;
/// One in so many goes through the whole program.
const WHOLE: u64 = 4;
/// Seconds that one may take; a debug build is some twenty times slower.
const MOST: f64 = if cfg!(debug_assertions) { 60.0 } else { 10.0 };

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::builtin().unwrap());

/// Chance that comes out the same every time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        if most == 0 { 0 } else { (self.next() % most as u64) as usize }
    }

    fn range(&mut self, length: usize, longest: usize) -> std::ops::Range<usize> {
        let start = self.below(length);
        let end = (start + 1 + self.below(longest)).min(length);
        start..end
    }
}

/// Puts one to six faults into `bytes`; `other` is a file to cut pieces from.
fn mutate(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    for _ in 0..=chance.below(6) {
        let length = bytes.len();
        match chance.below(8) {
            0 => bytes.truncate(chance.below(length)),
            1..=3 if length > 0 => {
                for _ in 0..=chance.below(8) {
                    let at = chance.below(length);
                    bytes[at] ^= 1 << chance.below(8);
                }
            }
            4 if length > 0 => drop(bytes.drain(chance.range(length, 2_000))),
            5 if length > 0 => {
                let piece = bytes[chance.range(length, 2_000)].to_vec();
                let at = chance.below(length);
                let piece = piece.repeat(1 + chance.below(20));
                drop(bytes.splice(at..at, piece));
            }
            6 if length > 0 => {
                // A number turned into another: sizes, offsets, references.
                let from = chance.below(length);
                if let Some(digit) = bytes[from..].iter().position(u8::is_ascii_digit) {
                    bytes[from + digit] = b'0' + chance.below(10) as u8;
                }
            }
            _ => {
                let piece = other[chance.range(other.len(), 4_000)].to_vec();
                let at = chance.below(length);
                drop(bytes.splice(at..at, piece));
            }
        }
    }
}

/// The parts of a zip file, some of them mutated, packed again.
fn repacked(bytes: &[u8], other: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
    let package = candour::input::package::Package::open(bytes).ok()?;
    let archive = ZipArchive::from_slice(bytes).ok()?;
    let mut paper = Paper { parts: vec![] };
    let mut entries = archive.entries();
    while let Ok(Some(entry)) = entries.next_entry() {
        let name = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
        let part = package.part(&name).ok()??;
        paper.parts.push((name, part));
    }
    let count = paper.parts.len();
    let main = paper
        .parts
        .iter()
        .map(|(_, part)| part.len())
        .enumerate()
        .max_by_key(|&(_, size)| size)?
        .0;
    for _ in 0..=chance.below(2) {
        let which = if chance.below(2) == 0 { main } else { chance.below(count) };
        let from = match chance.below(3) {
            0 => paper.parts[chance.below(count)].1.clone(),
            _ => other.to_vec(),
        };
        mutate(&mut paper.parts[which].1, &from, chance);
    }
    Some(paper.bytes())
}

/// What is wrong with the way in which `bytes` come out, if anything.
fn fault(name: &str, bytes: &[u8], whole: bool) -> Option<String> {
    let begun = Instant::now();
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| match read(name, bytes) {
        Ok(text) => {
            for span in text.marks.iter().map(|mark| mark.span).chain(text.syntax.iter().copied()) {
                assert!(text.content.get(span.range()).is_some(), "{span:?} lies outside its text");
            }
            if whole {
                let scan = scan(text, &CATALOGUE, None);
                assert!(scan.annotations.iter().all(|it| scan.text.content.get(it.span.range()).is_some()));
                assert_eq!(ids(&scan.text, &scan.annotations).len(), scan.annotations.len());
            }
        }
        Err(error) => assert!(!error.cause().is_empty() && !error.to_string().is_empty()),
    }));
    let took = begun.elapsed().as_secs_f64();
    match outcome {
        Err(_) => Some("panics".to_owned()),
        Ok(()) if took > MOST => Some(format!("takes {took:.1} s")),
        Ok(()) => None,
    }
}

fn files(folder: &Path, ending: &str) -> Vec<(String, Vec<u8>)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let wanted = paths.into_iter().filter(|path| path.extension().is_some_and(|own| own == ending));
    wanted
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect()
}

fn asked(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

#[test]
#[expect(clippy::print_stdout, reason = "the test tells what took how long")]
fn mutated_files_give_a_text_or_a_named_error() {
    let (runs, seed) = (asked("MUTATIONS", USUAL), asked("MUTATION_SEED", 1));
    let mut wrong: Vec<String> = vec![];
    for &(ending, zipped) in FORMATS {
        let seeds = files(&corpus(), ending);
        assert!(!seeds.is_empty(), "the corpus has no .{ending}");
        let begun = Instant::now();
        wrong.par_extend((0..runs).into_par_iter().filter_map(|run| {
            let mut chance = Chance(seed.wrapping_mul(1_000_003) ^ run);
            let (name, file) = &seeds[chance.below(seeds.len())];
            let (_, other) = &seeds[chance.below(seeds.len())];
            let unpacked = (zipped && run % 2 == 0).then(|| repacked(file, other, &mut chance)).flatten();
            let mutant = unpacked.unwrap_or_else(|| {
                let mut bytes = file.clone();
                mutate(&mut bytes, other, &mut chance);
                bytes
            });
            let fault = fault(name, &mutant, run % WHOLE == 0)?;
            if let Some(folder) = std::env::var_os("MUTANTS") {
                fs::write(Path::new(&folder).join(format!("{seed}-{run}.{ending}")), &mutant).unwrap();
            }
            Some(format!("run {run} of seed {seed} on {name} {fault}; MUTANTS=folder keeps it"))
        }));
        println!("{runs} of .{ending}: {:.1} s", begun.elapsed().as_secs_f64());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn crashers_stay_mended() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/crashers");
    for &(ending, _) in FORMATS {
        for (name, bytes) in files(&folder, ending) {
            // The notes on crashers are no crasher.
            if name != "README.md" {
                assert_eq!(fault(&name, &bytes, true), None, "{name}");
            }
        }
    }
}

#[test]
fn a_fault_is_an_error_and_no_panic() {
    assert_eq!(fault("a.pdf", b"%PDF-1.7", true), None);
    assert_eq!(read("a.pdf", b"%PDF-1.7").unwrap_err(), ReadError::PdfDamaged);
}
