//! The `Judge` decides what each hit of a block is: nothing, because a condition fails, or an annotation with its
//! voice, polarity and severity. It walks a document forward and looks a bounded way around each hit.

use super::criticism::Criticism;
use super::gather::{Gathered, Hit};
use super::passage::{Passage, excerpt};
use super::{clarify, compound, emphasis, general, kind, names, near, polarity, suppose, voice, who};
use crate::annotation::{Annotation, Polarity, Severity, Voice};
use crate::document::{Document, Zone};
use crate::patterns::{Catalogue, Negated, Rule};
use crate::text::Span;

/// Judges the hits of one document, in order.
pub(super) struct Judge<'a, 'p> {
    document: &'a Document,
    content: &'a str,
    catalogue: &'p Catalogue,
    /// Index of a sentence at or before the next hit.
    sentence: usize,
    /// For each rule, where its last hit that was kept ends: the leftmost and longest wins.
    taken: Vec<u32>,
    /// The last hit that was taken as a term.
    term: Span,
    criticism: Criticism,
}

impl<'a, 'p> Judge<'a, 'p> {
    /// A judge of `document`, whose text is `content`.
    pub(super) fn new(document: &'a Document, content: &'a str, catalogue: &'p Catalogue) -> Self {
        Self {
            document,
            content,
            catalogue,
            sentence: 0,
            taken: vec![0; catalogue.rules().len()],
            term: Span::default(),
            criticism: Criticism::default(),
        }
    }

    /// The annotation of `hit` in block number `block`, or `None` when it is no fault.
    pub(super) fn judge(&mut self, block: u32, hit: Hit, gathered: &Gathered<'_>) -> Option<Annotation<'p>> {
        let catalogue = self.catalogue;
        let rule = &catalogue.rules()[hit.rule as usize];
        if hit.span.start < self.taken[hit.rule as usize] {
            return None;
        }
        let passage = Passage::new(self.document, block, hit.span, &mut self.sentence);
        if !self.stands(rule, &passage, gathered) && !self.is_new_term(rule, &passage, gathered) {
            return None;
        }
        self.taken[hit.rule as usize] = hit.span.end;
        let voice = self.voice(&passage, gathered);
        let polarity = match polarity::of(hit.rule, &passage, gathered, catalogue.cues()) {
            Polarity::Negated if rule.negated == Negated::Fault && !polarity::is_disowned(&passage, gathered, catalogue.cues()) => {
                Polarity::Asserted
            }
            found => found,
        };
        if polarity == Polarity::Negated && rule.negated == Negated::Drop {
            return None;
        }
        let clarified = rule.clarifiable && clarify::is_clarified(&passage, gathered, catalogue.cues());
        let spared = self.is_spared(rule, &passage, polarity, gathered);
        let weighed = voice == Voice::Own
            && (suppose::is_supposed(&passage, gathered, catalogue.cues())
                || self.criticism.falls_on(&passage, gathered, catalogue.cues()));
        let span = self.document.source(hit.span, self.content);
        let sentence = self.document.source(passage.sentence, self.content);
        Some(Annotation {
            rule: &rule.name,
            category: &rule.category,
            severity: if spared {
                Severity::Info
            } else {
                severity(rule, voice, polarity, clarified || weighed)
            },
            confidence: rule.confidence,
            voice,
            polarity,
            clarified,
            span,
            sentence: excerpt(self.content, sentence, span),
            block,
            message: (&*rule.message).into(),
            ask: &rule.ask,
            related: near::evidence(rule, &passage, gathered, self.content),
        })
    }

    /// Whether the hit is for information alone, since the author speaks in general or disowns the words: "the panel does not
    /// accept that she chose him".
    fn is_spared(&self, rule: &Rule, passage: &Passage<'_>, polarity: Polarity, gathered: &Gathered<'_>) -> bool {
        let cues = self.catalogue.cues();
        let denied = polarity == Polarity::Negated && rule.negated == Negated::Same;
        denied && polarity::is_rejected(passage, gathered, cues) || general::is_general(passage, gathered, cues)
    }

    /// Whose words the hit is. Emphasis after "used", "described as" or "wrote" does what quotation marks do.
    fn voice(&self, passage: &Passage<'_>, gathered: &Gathered<'_>) -> Voice {
        let cues = self.catalogue.cues();
        let voice = voice::of(passage, gathered, cues);
        if !matches!(voice, Voice::Own | Voice::Reported) {
            return voice;
        }
        let hit = self.document.source(passage.hit, self.content);
        let Some(start) = emphasis::start(hit, self.content) else {
            return voice;
        };
        if emphasis::fills(hit, self.content) {
            let named = voice::is_named(passage, gathered, cues);
            return if named { Voice::Mentioned } else { voice };
        }
        let start = self.folded(start, passage.sentence.start, passage.hit.start);
        if voice::is_said(passage, gathered, cues, start) {
            Voice::Quoted
        } else {
            voice
        }
    }

    /// The first byte of the fold between `low` and `high` that came from byte `source` of the text or later.
    fn folded(&self, source: u32, mut low: u32, mut high: u32) -> u32 {
        while low < high {
            let middle = low + (high - low) / 2;
            if self.document.fold.source_offset(middle) < source {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Whether the hit is words spoken of as words, which no rule has taken yet: then conditions do not count.
    fn is_new_term(&mut self, rule: &Rule, passage: &Passage<'_>, gathered: &Gathered<'_>) -> bool {
        let telling = rule.confirm.is_none() && !is_small(passage.words());
        let excused = || rule.unless.is_some_and(|set| gathered.covers(set, passage.hit)) || gathered.is_named(passage.hit);
        let fresh = telling && self.term != passage.hit && voice::is_term(passage, gathered, self.catalogue.cues()) && !excused();
        if fresh {
            self.term = passage.hit;
        }
        fresh
    }

    /// Whether everything the rule asks of its words and their surroundings holds; the cheapest tests first.
    fn stands(&self, rule: &Rule, passage: &Passage<'_>, gathered: &Gathered<'_>) -> bool {
        let covered = |set| gathered.covers(set, passage.hit);
        !rule.unless.is_some_and(covered)
            && !gathered.is_named(passage.hit)
            && kind::fits(rule.kind, passage)
            && near::holds(rule, passage, gathered)
            && who::fits(rule, passage, gathered)
            && (in_heading(rule, passage) || !names::is_name(passage, gathered, self.catalogue.cues()))
            && !compound::is_part(self.document, passage.hit, self.content)
            && is_confirmed(rule, passage)
    }
}

/// Whether a group rule has found words of a heading, where capitals make no name.
fn in_heading(rule: &Rule, passage: &Passage<'_>) -> bool {
    rule.group.is_some() && passage.holder().zone == Zone::Heading
}

/// Whether a hit is one word that says nothing by itself, quoted or not: "old", "said".
fn is_small(words: &str) -> bool {
    const SMALL: [&str; 7] = ["said", "says", "told", "tell", "puts", "lets", "have"];
    !words.contains(' ') && (words.len() < 4 || SMALL.iter().any(|small| words.eq_ignore_ascii_case(small)))
}

fn is_confirmed(rule: &Rule, passage: &Passage<'_>) -> bool {
    rule.confirm.as_ref().is_none_or(|confirm| {
        let sentence = passage.sentence;
        let hit = Span::new(passage.hit.start - sentence.start, passage.hit.end - sentence.start);
        confirm.overlaps(passage.slice(sentence).as_bytes(), hit.range())
    })
}

/// How grave a hit of `rule` is: words that are not the author's are for information, denied ones as the rule says.
fn severity(rule: &Rule, voice: Voice, polarity: Polarity, lowered: bool) -> Severity {
    let silent = matches!(voice, Voice::Quoted | Voice::Mentioned);
    let denied = polarity == Polarity::Negated && rule.negated == Negated::Info;
    if silent || denied {
        Severity::Info
    } else if lowered {
        rule.severity.lowered()
    } else {
        rule.severity
    }
}
