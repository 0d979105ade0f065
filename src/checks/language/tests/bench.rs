//! A `Bench` is a catalogue of one rule, on which a test lays one sentence after another.

use crate::annotation::{Annotation, Polarity, Severity, Voice};
use crate::checks::language::check;
use crate::checks::language::examples::paragraph;
use crate::document::{Genre, Setting};
use crate::patterns::{BUILT_IN, Catalogue, Choice, Source};
use crate::text::Text;

/// No annotation that counts.
pub(super) const NONE: usize = 0;

/// So many annotations that count.
pub(super) const fn own(count: usize) -> usize {
    count
}

/// A catalogue of one rule.
pub(super) struct Bench {
    catalogue: Catalogue,
}

impl Bench {
    /// A rule "test/rule" of high severity with the keys `rule` (TOML), beside the built-in word lists and cues.
    pub(super) fn of(rule: &str) -> Self {
        let toml = format!(
            "category = \"test\"\n[[rule]]\nid = \"rule\"\nseverity = \"high\"\n{rule}\nmessage = \"A.\"\nask = \"A?\"\nsource = \"s\"\nhit = [\"a\"]\nmiss = [\"a\"]\n"
        );
        let mut sources: Vec<Source<'_>> = BUILT_IN
            .iter()
            .copied()
            .filter(|s| matches!(s.name, "lists.toml" | "cues.toml"))
            .collect();
        sources.push(Source {
            name: "test.toml",
            toml: &toml,
        });
        let catalogue = Catalogue::of(&sources, &Choice::everything()).unwrap_or_else(|errors| panic!("{errors}"));
        Self { catalogue }
    }

    /// Gives `look` the annotations of `said` in `setting`, with their text.
    pub(super) fn look<T>(&self, said: &str, setting: Setting, look: impl FnOnce(&[Annotation<'_>], &Text) -> T) -> T {
        let (text, document) = paragraph(said, &self.catalogue, |block, _| block.setting = setting);
        look(&check(&document, &text, &self.catalogue), &text)
    }

    /// How many annotations count: own or reported, affirmed.
    pub(super) fn count(&self, said: &str) -> usize {
        self.look(said, Setting::Plan, |all, _| {
            all.iter()
                .filter(|a| matches!(a.voice, Voice::Own | Voice::Reported) && a.polarity == Polarity::Asserted)
                .count()
        })
    }

    /// The words of all annotations.
    pub(super) fn quotes(&self, said: &str) -> Vec<String> {
        self.look(said, Setting::Plan, |all, text| {
            all.iter().map(|a| text.slice(a.span).to_owned()).collect()
        })
    }

    /// The voices of all annotations, parted by spaces.
    pub(super) fn voices(&self, said: &str) -> String {
        self.look(said, Setting::Narrative, |all, _| {
            let voices: Vec<&str> = all.iter().map(|a| a.voice.name()).collect();
            voices.join(" ")
        })
    }

    /// Whether the last annotation is denied.
    pub(super) fn last_is_negated(&self, said: &str) -> bool {
        self.look(said, Setting::Narrative, |all, _| {
            all.last().is_some_and(|a| a.polarity == Polarity::Negated)
        })
    }

    /// The severities of all annotations in the narrative of a review.
    pub(super) fn severities_in_review(&self, said: &str) -> Vec<Severity> {
        let (text, document) = paragraph(said, &self.catalogue, |_, genre| *genre = Genre::Review);
        check(&document, &text, &self.catalogue).iter().map(|a| a.severity).collect()
    }

    /// The severities and the clarified state of all annotations.
    pub(super) fn severities(&self, said: &str) -> Vec<(Severity, bool)> {
        self.look(said, Setting::Plan, |all, _| {
            all.iter().map(|a| (a.severity, a.clarified)).collect()
        })
    }
}

/// Compares what each sentence of a table gives with what it should give, and tells of all that differ.
pub(super) fn agree<'t, E, G>(rows: impl IntoIterator<Item = (&'t str, E)>, got: impl Fn(&str) -> G)
where
    E: std::fmt::Debug,
    G: PartialEq<E> + std::fmt::Debug,
{
    let wrong: Vec<String> = rows
        .into_iter()
        .map(|(said, expected)| (said, expected, got(said)))
        .filter(|(_, expected, got)| got != expected)
        .map(|(said, expected, got)| format!("{said:?}: expected {expected:?}, got {got:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
