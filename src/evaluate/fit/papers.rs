//! A `Paper` is a labelled document as the fit sees it: sentences of words, each with what its label says.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rust_stemmers::{Algorithm, Stemmer};

use crate::document::{Document, Setting, Zone};
use crate::evaluate::{Duty, Gold};
use crate::input;
use crate::patterns::{each_token, length_of};
use crate::text::{Lexicon, Span};

/// What the labels say of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    /// No fault.
    Plain,
    /// Part of a fault.
    Fault,
    /// Arguable: nothing is learnt from it.
    Arguable,
}

/// One word or sign.
pub(super) struct Word {
    /// Its form in small letters.
    pub(super) form: String,
    /// Whether it opens with a capital that is not its sentence's.
    pub(super) capital: bool,
    /// Whether it stands within quotation marks.
    pub(super) quoted: bool,
    pub(super) truth: Truth,
}

pub(super) struct Paper {
    pub(super) sentences: Vec<Sentence>,
    /// How often it counts.
    pub(super) times: f64,
}

/// Papers in which no more than this share of the words are faults are like those of the world, where they are sparse; each
/// counts as often as this, for few papers here are of their kind.
const SPARSE: f64 = 0.06;
const TIMES: f64 = 3.0;

pub(super) struct Sentence {
    pub(super) words: Vec<Word>,
    /// The numbers of the names of its places: its setting, the document's genre, its length.
    pub(super) places: Vec<u32>,
}

impl Paper {
    pub(super) fn read(labelled: &str, lexicon: &Lexicon) -> Self {
        let gold = Gold::parse(labelled).unwrap();
        let text = input::read("paper.txt", gold.content.as_bytes()).unwrap();
        let document = Document::parse(&text, lexicon);
        let mut sentences = Vec::new();
        for sentence in &document.sentences {
            let block = &document.blocks[sentence.block as usize];
            let read = !matches!(block.zone, Zone::Heading | Zone::Contents | Zone::Footnote) && block.setting != Setting::Matter;
            let from = sentence.span.start.max(block.body.start.min(sentence.span.end));
            if read {
                let span = Span::new(from, sentence.span.end);
                let setting = format!("<{}>", block.setting.name());
                let number = |name: &str| SPECIAL.iter().position(|known| *known == name).map(|at| at as u32);
                let genre = format!("<{}>", document.genre.name());
                let words = words(&document, &gold, span);
                let length = format!("<{}>", length_of(words.len()));
                let places = [Some(&*setting), Some(&*genre).filter(|genre| *genre != "<minutes>"), Some(&*length)]
                    .into_iter()
                    .flatten()
                    .filter_map(number)
                    .collect();
                sentences.push(Sentence { words, places });
            }
        }
        let words = || sentences.iter().flat_map(|sentence: &Sentence| &sentence.words);
        let faults = words().filter(|word| word.truth == Truth::Fault).count();
        let sparse = (faults as f64) < SPARSE * words().count() as f64;
        let times = if sparse { TIMES } else { 1.0 };
        Self { sentences, times }
    }
}

fn words(document: &Document, gold: &Gold, sentence: Span) -> Vec<Word> {
    let mut all = Vec::new();
    each_token(&document.fold.text, sentence, |span, _, _| {
        let form = document.fold.slice(span);
        all.push(Word {
            form: form.to_lowercase(),
            capital: !all.is_empty() && form.starts_with(char::is_uppercase),
            quoted: document.quotations.iter().any(|q| q.is_brief() && q.span.contains(span)),
            truth: truth(gold, document.source(span, &gold.content)),
        });
    });
    all
}

fn truth(gold: &Gold, span: Span) -> Truth {
    match gold.labels.iter().find(|label| label.span.overlaps(span)).map(|label| label.duty) {
        Some(Duty::Must | Duty::Open) => Truth::Fault,
        Some(Duty::May) => Truth::Arguable,
        _ => Truth::Plain,
    }
}

/// The stems of all papers, by number.
pub(super) struct Words {
    pub(super) stems: Vec<String>,
    /// For each stem, the forms that were met.
    pub(super) forms: Vec<BTreeSet<String>>,
    numbers: HashMap<String, u32>,
    stemmer: Stemmer,
}

/// How often a stem is met in small letters before a capital makes no name of it.
const KNOWN: usize = 3;
/// The numbers of what is no word.
pub(super) const FROM: u32 = 0;
pub(super) const TO: u32 = 1;
const NUMBER: u32 = 2;
const NAME: u32 = 3;
pub(super) const ALWAYS: u32 = 4;
pub(super) const QUOTED: u32 = 5;
#[rustfmt::skip]
const SPECIAL: [&str; 17] = [
    "<from>", "<to>", "<number>", "<name>", "<always>", "<quoted>", "<plan>", "<recommendation>", "<minutes>", "<narrative>",
    "<review>", "<action-plan>", "<other>", "<short>", "<middling>", "<long>", "<very-long>",
];

impl Words {
    pub(super) fn of(papers: &[Paper]) -> Self {
        let stemmer = Stemmer::create(Algorithm::English);
        let mut met: BTreeMap<String, (usize, BTreeSet<String>)> = BTreeMap::new();
        for word in papers.iter().flat_map(|paper| paper.sentences.iter().flat_map(|s| &s.words)) {
            let digit = word.form.starts_with(|c: char| c.is_ascii_digit());
            if !digit && !word.capital {
                let (times, forms) = met.entry(stemmer.stem(&word.form).into_owned()).or_default();
                *times += 1;
                forms.insert(word.form.clone());
            }
        }
        met.retain(|_, (times, _)| *times >= KNOWN);
        let mut stems: Vec<String> = SPECIAL.iter().map(|&name| name.to_owned()).collect();
        let mut forms = vec![BTreeSet::new(); stems.len()];
        for (stem, (_, mut seen)) in met {
            seen.insert(stem.clone());
            stems.push(stem);
            forms.push(seen);
        }
        let numbers = stems.iter().enumerate().map(|(at, stem)| (stem.clone(), at as u32)).collect();
        Self {
            stems,
            forms,
            numbers,
            stemmer,
        }
    }

    /// The number of the stem of `word`; `None` when it is not known.
    pub(super) fn number(&self, word: &Word) -> Option<u32> {
        if word.form.starts_with(|c: char| c.is_ascii_digit()) {
            return Some(NUMBER);
        }
        let known = self.numbers.get(&*self.stemmer.stem(&word.form)).copied();
        let met = known.is_some_and(|number| self.forms[number as usize].contains(&word.form));
        // A form that was not met is asked for by its stem only when it opens with a small letter, as the program does.
        if word.capital && !met { Some(NAME) } else { known }
    }
}
