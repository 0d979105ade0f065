//! To `gather` is to count one document, and to remember where.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::spot::{Spot, Spots};
use super::tally::{Tally, base};
use super::{Figures, Group, LONG, Scope, VERY_LONG};
use crate::annotation::{Annotation, Polarity, Severity};
use crate::checks::actions::Status;
use crate::checks::references::ReferenceKind;
use crate::document::{StatementKind, Zone};
use crate::reading::{Read, Reading};
use crate::scan::Scan;
use crate::summary::day::Day;
use crate::summary::measure::{is_running, paragraphs, words};
use crate::summary::passage::STRONGEST;
use crate::summary::section::{self, Section, Sections};
use crate::summary::visible::{self, SEEN};
use crate::summary::{STATES, Summary, VOICES, is_language, position};
use crate::text::Span;

/// Fewest remarks of low or medium severity that make a paragraph one to read.
const SEVERAL: u32 = 2;
/// Most rules that are named of one paragraph.
const MOST_RULES: usize = 12;

/// The figures of the input number `at`.
pub(super) fn gather(at: u32, reading: &Reading<'_>, scope: &Scope<'_>) -> Figures {
    let counts = Summary::of(reading, scope.accepted);
    let Ok(read) = &reading.outcome else {
        return Figures {
            counts,
            ..Figures::default()
        };
    };
    let mut gatherer = Gatherer {
        read,
        scope,
        words: paragraphs(&read.scan.document),
        spots: Spots::new(scope.most),
        figures: Figures {
            counts,
            day: Day::of(&read.scan.document, reading.source.name()),
            ..Figures::default()
        },
    };
    gatherer.figures.base = base(&gatherer.words);
    gatherer.language(at);
    gatherer.voices();
    gatherer.lengths();
    gatherer.actions();
    gatherer.references();
    gatherer.people();
    gatherer.strongest();
    Figures {
        passages: gatherer.spots.passages(at, &read.scan, scope),
        ..gatherer.figures
    }
}

struct Gatherer<'a> {
    read: &'a Read<'a>,
    scope: &'a Scope<'a>,
    /// Words of each block.
    words: Vec<u64>,
    spots: Spots,
    figures: Figures,
}

impl<'a> Gatherer<'a> {
    const fn scan(&self) -> &'a Scan<'a> {
        &self.read.scan
    }

    /// What stands, by category, section and genre.
    fn language(&mut self, at: u32) {
        let mut all = Tally::default();
        let mut categories: BTreeMap<&str, Tally> = BTreeMap::new();
        let headings = section::headings(&self.scan().document);
        for (_, annotation) in self.read.standing(self.scope.accepted) {
            if !is_language(annotation.category) {
                continue;
            }
            let spot = Arc::new(spot_of(annotation));
            all.hit(annotation.block);
            categories.entry(annotation.category).or_default().hit(annotation.block);
            let heading = headings.partition_point(|(_, _, first)| *first <= annotation.block as usize) - 1;
            self.spots.put(format!("category/{}", annotation.category), &spot);
            self.spots.put(format!("section/{}", headings[heading].0), &spot);
            self.spots.put(format!("genre/{}", self.scan().document.genre.name()), &spot);
            self.spots.put("language", &spot);
        }
        self.figures.language = all.counted(&self.words);
        let counted = categories
            .into_iter()
            .map(|(name, tally)| (name.to_owned(), tally.counted(&self.words)));
        self.figures.categories = counted.collect();
        let group = Group {
            documents: 1,
            base: self.figures.base,
            language: self.figures.language,
        };
        self.figures.genres.insert(self.scan().document.genre.name(), group);
        self.figures.sections = self.sections(at, &headings, &all);
    }

    fn sections(&self, at: u32, headings: &[(String, String, usize)], all: &Tally) -> Sections {
        let mut sections = Sections::default();
        for (nth, (key, title, first)) in headings.iter().enumerate() {
            let end = headings.get(nth + 1).map_or(self.words.len(), |(_, _, next)| *next);
            let own = base(&self.words[*first..end]);
            let language = all.counted_in((*first, end), &self.words);
            if own.words() == 0 && language.count() == 0 {
                continue;
            }
            let section = sections.0.entry(key.clone()).or_insert_with(|| Section {
                title: if self.scope.excerpts { title.clone() } else { String::new() },
                place: (at, nth as u32),
                documents: 1,
                ..Section::default()
            });
            section.base.add(&own);
            section.language.add(&language);
            // A heading that stands twice in one document is one section of it.
            section.base.documents.clusters = 1;
        }
        sections
    }

    /// All asserted language by voice, whatever its severity.
    fn voices(&mut self) {
        let mut tallies: [Tally; 4] = Default::default();
        let language = self.scan().annotations.iter().filter(|it| is_language(it.category));
        for annotation in language.filter(|it| it.polarity == Polarity::Asserted) {
            tallies[position(&VOICES, annotation.voice)].hit(annotation.block);
            let spot = Arc::new(spot_of(annotation));
            self.spots.put(format!("voice/{}", annotation.voice.name()), &spot);
        }
        self.figures.voices = tallies.map(|tally| tally.counted(&self.words));
    }

    fn lengths(&mut self) {
        let document = &self.scan().document;
        for sentence in &document.sentences {
            let zone = document.blocks[sentence.block as usize].zone;
            if !is_running(zone) || zone == Zone::Table {
                continue;
            }
            let length = u32::try_from(words(document.fold.slice(sentence.span))).unwrap_or(u32::MAX);
            if length == 0 {
                continue;
            }
            self.figures.lengths.sentence(length);
            if length > LONG {
                let spot = self.plain(sentence.span, sentence.span, sentence.block, length);
                self.spots.put("sentences/over-25", &spot);
                if length > VERY_LONG {
                    self.spots.put("sentences/over-40", &spot);
                }
            }
        }
    }

    fn actions(&mut self) {
        let scan = self.scan();
        let statements = scan.document.statements.iter().zip(&scan.facts);
        for (statement, facts) in statements.filter(|(statement, _)| statement.kind == StatementKind::Action) {
            let spot = self.plain(statement.span, statement.span, statement.blocks.0, 0);
            let open = matches!(
                facts.status,
                Status::Partial | Status::InProgress | Status::Outstanding | Status::NotCompleted
            );
            self.figures.slots.checked += u64::from(facts.checked);
            self.figures.slots.open += u64::from(open);
            let dated = facts.timescales.iter().any(|timescale| timescale.date.is_some());
            let either = |yes: bool, figures: [&'static str; 2]| if yes { figures[0] } else { figures[1] };
            self.spots.put("actions", &spot);
            self.spots
                .put(either(!facts.owners.is_empty(), ["actions/doer", "actions/no-doer"]), &spot);
            self.spots.put(either(dated, ["actions/date", "actions/no-date"]), &spot);
            self.spots.put(either(facts.checked, ["actions/check", "actions/no-check"]), &spot);
            self.spots.put(format!("actions/status-{}", facts.status.name()), &spot);
            if open {
                self.spots.put("actions/open", &spot);
            }
        }
        for annotation in &scan.annotations {
            let figure = match annotation.rule {
                "actions/date-passed" => "actions/late",
                "actions/status-contradicted" => "actions/contradicted",
                _ => continue,
            };
            self.figures.slots.late += u64::from(figure == "actions/late");
            self.spots.put(figure, &Arc::new(spot_of(annotation)));
        }
    }

    fn references(&mut self) {
        let scan = self.scan();
        for reference in &scan.graph.references {
            let sentence = scan.document.sentences.get(scan.document.sentence_at(reference.span.start));
            let around = sentence.map_or(reference.span, |sentence| sentence.span);
            let spot = self.plain(reference.span, around, reference.block, 0);
            let state = STATES[position(&STATES, reference.state)].name();
            self.spots.put(format!("references/{state}"), &spot);
            if reference.kind == ReferenceKind::Promise {
                let answered = reference.state == crate::checks::references::State::Ok;
                self.spots
                    .put(if answered { "promises/answered" } else { "promises/unanswered" }, &spot);
            }
        }
        let asked = scan.document.statements.iter().zip(&scan.graph.answered_by);
        for (statement, by) in asked.filter(|(statement, _)| statement.kind != StatementKind::Action) {
            let spot = self.plain(statement.span, statement.span, statement.blocks.0, 0);
            self.spots.put(
                if by.is_empty() {
                    "findings/unanswered"
                } else {
                    "findings/answered"
                },
                &spot,
            );
        }
    }

    fn people(&mut self) {
        let document = &self.scan().document;
        visible::sights(document, |at, sight| {
            let nth = position(&SEEN, sight.seen);
            let own = &mut self.figures.visible[nth];
            own.named += 1;
            own.doer += u64::from(sight.doer);
            own.object += u64::from(sight.object);
            let sentence = document.sentences[at];
            let spot = plain(self.read, sight.span, sentence.span, sentence.block, 0);
            let name = sight.seen.name();
            self.spots.put(format!("people/{name}"), &spot);
            if sight.doer {
                self.spots.put(format!("people/{name}-doer"), &spot);
            }
            if sight.object {
                self.spots.put(format!("people/{name}-object"), &spot);
            }
        });
        for quotation in visible::heard(document) {
            self.figures.heard.quotations += 1;
            self.figures.heard.words += words(document.fold.slice(quotation));
            let sentence = document.sentences[document.sentence_at(quotation.start)];
            let spot = self.plain(quotation, sentence.span, sentence.block, 0);
            self.spots.put("people/child-quoted", &spot);
        }
    }

    /// The paragraphs to read first: those with the gravest remark, then those with most.
    fn strongest(&mut self) {
        let mut blocks: BTreeMap<u32, Vec<&Annotation<'_>>> = BTreeMap::new();
        for (_, annotation) in self.read.standing(self.scope.accepted) {
            if is_language(annotation.category) {
                blocks.entry(annotation.block).or_default().push(annotation);
            }
        }
        let document = &self.scan().document;
        for (block, annotations) in blocks {
            let gravest = annotations.iter().map(|it| it.severity).max().unwrap_or(Severity::Low);
            let count = annotations.len() as u32;
            let Some(around) = document.blocks.get(block as usize).map(|block| block.span) else {
                continue;
            };
            if gravest < Severity::High && count < SEVERAL {
                continue;
            }
            let around = document.source(around, &self.scan().text.content);
            let rules: BTreeSet<&str> = annotations.iter().map(|it| it.rule).collect();
            let rules = rules.into_iter().take(MOST_RULES).map(str::to_owned).collect();
            let spot = Spot {
                weight: (gravest, count),
                marks: annotations.iter().map(|it| it.span).collect(),
                around,
                block,
                rules,
            };
            self.spots.put(STRONGEST, &Arc::new(spot));
        }
    }

    fn plain(&self, span: Span, around: Span, block: u32, weight: u32) -> Arc<Spot> {
        plain(self.read, span, around, block, weight)
    }
}

/// A spot at folded bytes.
fn plain(read: &Read<'_>, span: Span, around: Span, block: u32, weight: u32) -> Arc<Spot> {
    let source = |span: Span| read.scan.document.source(span, &read.scan.text.content);
    Arc::new(Spot {
        weight: (Severity::Info, weight),
        marks: vec![source(span)],
        around: source(around),
        block,
        rules: Vec::new(),
    })
}

fn spot_of(annotation: &Annotation<'_>) -> Spot {
    Spot {
        weight: (annotation.severity, 0),
        marks: vec![annotation.span],
        around: annotation.sentence,
        block: annotation.block,
        rules: vec![annotation.rule.to_string()],
    }
}
