//! A `suggest`ion names the paragraph that a citation probably meant, and says why. It needs real evidence: a promise
//! that no other action answers, rare words shared, the order of the actions. Where there is none, it is silent.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::align::{Candidate, Claim, align};
use super::coverage::statement_name;
use super::drift::{carry, drifts};
use super::evidence::{CLOSE, CUSTOMARY, RELATED, misses, next_door, overwhelming, replaces};
use super::graph::{Drift, State, Suggestion};
use super::judge::Judged;
use super::leftover;
use super::list::To;
use super::mention::Pointer;
use super::misplaced;
use super::narrative::Narrative;
use super::paragraphs::{Paragraphs, is_citation};
use super::resolve::Lead;
use super::slip::{Slip, slips};
use super::stems::Stems;
use super::terms::{Bag, Rarity, Terms};
use crate::annotation::Confidence;
use crate::document::{Document, LabelKind, PartRole};

/// An action that probably meant to answer a promise, though its citation leads elsewhere.
#[derive(Clone, Debug)]
pub(super) struct Hint {
    /// The outline entry of the paragraph that promises.
    pub(super) paragraph: u32,
    /// The action that may have meant it, and why.
    pub(super) suggestion: Suggestion,
}

/// What the document as a whole tells of its citations.
#[derive(Default)]
pub(super) struct Learnt {
    /// The promises that were probably meant, with who meant them.
    pub(super) hints: Vec<Hint>,
    /// Runs of citations that are wrong by the same step.
    pub(super) drifts: Vec<Drift>,
    /// The words met on the way.
    pub(super) stems: Stems,
}

/// Adds suggestions to what dangles or misses, and marks as off target what evidently meant a neighbour. Returns
/// what that tells of the promises and of the citations as a whole.
pub(super) fn suggest(document: &Document, judged: &mut [Judged]) -> Learnt {
    let mut learnt = Learnt::default();
    let labelled = (CITED.into_iter()).chain(document.outline.own.kinds());
    for kind in labelled {
        let series = Paragraphs::new(document, judged, kind);
        if kind == LabelKind::Paragraph || series.entries.len() >= FEWEST_IN_SERIES {
            suggest_among(&series, judged, &mut learnt);
        }
    }
    learnt.drifts.sort_by_key(|drift| drift.references.first().copied());
    misplaced::suggest(document, judged, &learnt.stems);
    narrative(document, judged, &learnt.stems);
    leftover::suggest(document, judged);
    learnt
}

/// Asks what the numbers of the narrative that lead nowhere may have meant.
fn narrative(document: &Document, judged: &mut [Judged], stems: &Stems) {
    let paragraphs = Paragraphs::new(document, judged, LabelKind::Paragraph);
    let mut terms = Terms::new(stems);
    let narrative = Narrative::new(&paragraphs, judged, &mut terms);
    if narrative.is_empty() {
        return;
    }
    let sample = paragraphs
        .sample()
        .map(|rank| paragraphs.bag(&mut terms, rank))
        .collect::<Vec<Bag>>();
    let places = narrative.bags(document, &mut terms);
    // Where few paragraphs have numbers, the places asked after tell what is rare.
    let rarity = if sample.len() >= FEWEST_IN_SERIES {
        Rarity::new(terms, sample.iter())
    } else {
        Rarity::new(terms, places.values())
    };
    narrative.suggest(document, &rarity, &places, judged);
}

/// What actions cite by number, each a series of its own.
const CITED: [LabelKind; 11] = [
    LabelKind::Paragraph,
    LabelKind::Finding,
    LabelKind::LearningPoint,
    LabelKind::Theme,
    LabelKind::Recommendation,
    LabelKind::Episode,
    LabelKind::Decision,
    LabelKind::Question,
    LabelKind::Point,
    LabelKind::Code,
    LabelKind::Listed,
];
/// Fewest places of one label among which a neighbour may have been meant.
const FEWEST_IN_SERIES: usize = 3;

/// Adds suggestions to the citations of one series.
fn suggest_among(paragraphs: &Paragraphs, judged: &mut [Judged], learnt: &mut Learnt) {
    let mut terms = Terms::new(&learnt.stems);
    let questions = questions(paragraphs, judged, &mut terms);
    if questions.is_empty() {
        return;
    }
    let near = judged.iter().flat_map(|one| citations(paragraphs, one)).flat_map(|citation| {
        paragraphs
            .ranks_near(citation.place)
            .into_iter()
            .chain(citation.slips.into_iter().map(|(rank, _)| rank))
            .chain(if citation.cited.is_none() { paragraphs.all_of_few() } else { 0..0 })
    });
    let mut wanted: BTreeSet<u32> = near.collect();
    wanted.extend(paragraphs.sample());
    let bags: HashMap<u32, Bag> = wanted.into_iter().map(|rank| (rank, paragraphs.bag(&mut terms, rank))).collect();
    let scout = Scout {
        rarity: Rarity::new(terms, paragraphs.sample().filter_map(|rank| bags.get(&rank))),
        paragraphs,
        questions,
        bags,
    };
    let mut claims: Vec<Claim> = judged.iter().enumerate().flat_map(|(i, one)| scout.claims(i, one)).collect();
    // A paragraph is taken by who means it, which a first pairing tells, not by who cites it: numbers that drift as a
    // whole cite one another's paragraphs.
    let first = align(&claims);
    scout.take(&mut claims, &first);
    let chosen = align(&claims);
    let custom = scout.custom(&claims);
    let mut meant: Vec<(usize, u32, Confidence)> = Vec::new();
    for (claim, choice) in claims.iter().zip(chosen) {
        let Some(choice) = choice else { continue };
        let one = &mut judged[claim.judged];
        let choice = overwhelming(claim, one.reference.state != State::Ok).unwrap_or(choice);
        if let Some(suggestion) = scout.decide(claim, choice, one, custom) {
            if paragraphs.holds_promise(claim.candidates[choice].rank) {
                meant.push((claim.judged, claim.candidates[choice].rank, suggestion.confidence));
            }
            if one.reference.state == State::Ok {
                one.reference.state = State::OffTarget;
            }
            one.reference.suggestions.push(suggestion);
        } else if let Some(rank) = next_door(claim).filter(|_| custom >= CUSTOMARY) {
            meant.push((claim.judged, rank, Confidence::Medium));
        }
    }
    let drifts = drifts(paragraphs, &claims, judged);
    for drift in &drifts {
        // What the whole run says is surer than what one citation does.
        for hint in meant.iter_mut().filter(|(at, ..)| drift.references.contains(&(*at as u32))) {
            hint.2 = hint.2.max(Confidence::Medium);
        }
        let carried = carry(drift, paragraphs, judged);
        meant.extend(carried.into_iter().map(|(at, rank)| (at, rank, Confidence::Medium)));
    }
    let hints = meant
        .into_iter()
        .map(|(at, rank, confidence)| scout.hint(rank, &judged[at], confidence));
    learnt.hints.extend(hints);
    learnt.drifts.extend(drifts);
}

/// The words of each statement that cites paragraphs.
fn questions(paragraphs: &Paragraphs, judged: &[Judged], terms: &mut Terms<'_>) -> HashMap<u32, Bag> {
    let document = paragraphs.document;
    let mut questions = HashMap::new();
    for statement in judged
        .iter()
        .filter(|one| is_citation(document, one, paragraphs.kind))
        .filter_map(|one| one.reference.statement)
    {
        questions.entry(statement).or_insert_with(|| {
            let parts = document.statements[statement as usize]
                .parts
                .iter()
                .filter(|p| p.role == PartRole::Body);
            terms.learn(parts.map(|p| document.fold.slice(p.span)))
        });
    }
    questions
}

/// One number that an action cites: its place among the paragraphs, and its rank when it exists.
struct Citation {
    place: i64,
    cited: Option<u32>,
    slips: Vec<(u32, Slip)>,
}

/// The citations of a reference that may have missed: its only number, or each number of a list that leads nowhere.
fn citations(paragraphs: &Paragraphs, one: &Judged) -> Vec<Citation> {
    let Pointer::Named { items, .. } = &one.located.mention.pointer else {
        return Vec::new();
    };
    if !is_citation(paragraphs.document, one, paragraphs.kind) || one.reference.state == State::Ambiguous {
        return Vec::new();
    }
    let alone = items.len() == 1;
    let single = items.iter().zip(&one.leads).filter(|(item, _)| !matches!(item.to, To::Number(_)));
    let wanted = single.filter(|(_, leads)| alone || leads.first() == Some(&Lead::Nowhere));
    let citation = |number: &str, lead: &Lead| {
        let cited = match lead {
            Lead::Entry(entry) => Some(*paragraphs.rank.get(entry)?),
            Lead::Nowhere => None,
            Lead::Row(_) | Lead::Several(_) => return None,
        };
        let mut slips = slips(paragraphs, number);
        // A number that exists is no slip of the pen but for two figures changed round.
        slips.retain(|(_, slip)| cited.is_none() || *slip == Slip::Swapped);
        let place = cited.map(i64::from).or_else(|| paragraphs.place_of(number));
        let place = place.or_else(|| slips.first().map(|&(rank, _)| i64::from(rank)))?;
        Some(Citation { place, cited, slips })
    };
    wanted
        .filter_map(|(item, leads)| citation(&item.first.base, leads.first()?))
        .collect()
}

/// What the search for a better target needs at hand.
struct Scout<'d> {
    rarity: Rarity,
    paragraphs: &'d Paragraphs<'d>,
    questions: HashMap<u32, Bag>,
    /// The words of every paragraph near a citation, by rank.
    bags: HashMap<u32, Bag>,
}

impl Scout<'_> {
    /// The claims that a reference makes, with all that they may have meant.
    fn claims(&self, judged: usize, one: &Judged) -> Vec<Claim> {
        let claim = |citation: Citation| {
            let statement = one.reference.statement?;
            let question = self.questions.get(&statement)?;
            let candidate = |rank: u32, slip: Option<Slip>| {
                // What stands over the citation itself is not what it means.
                if self.paragraphs.block(rank) == one.reference.block || !self.is_of_series(rank, one) {
                    return None;
                }
                Some(Candidate {
                    rank,
                    shared: self.rarity.shared(question, self.bags.get(&rank)?),
                    promises: self.paragraphs.is_promise(rank),
                    claimed: self.paragraphs.is_claimed_by_another(rank, statement),
                    taken: false,
                    slip,
                })
            };
            let near = self.paragraphs.ranks_near(citation.place);
            let slipped = |rank: u32| citation.slips.iter().find(|(other, _)| *other == rank).map(|(_, slip)| *slip);
            let mut candidates: Vec<Candidate> = near.iter().filter_map(|&rank| candidate(rank, slipped(rank))).collect();
            let far = citation.slips.iter().filter(|(rank, _)| near.binary_search(rank).is_err());
            let far = far.filter_map(|&(rank, slip)| candidate(rank, Some(slip)));
            let lost = citation.cited.is_none();
            let others = self.paragraphs.all_of_few().filter(|rank| {
                let slipped = citation.slips.iter().any(|(other, _)| other == rank);
                lost && !slipped && near.binary_search(rank).is_err()
            });
            let others = others
                .filter_map(|rank| candidate(rank, None))
                // One pair, "local authority", is shared by too much.
                .filter(|candidate| candidate.shared.pair && candidate.shared.terms.len() > 1 && candidate.shared.score >= 1.5 * CLOSE);
            // Any figure may be mistyped: that takes more words.
            let least = |slip: Option<Slip>| if slip == Some(Slip::Typed) { CLOSE } else { RELATED };
            candidates.extend(far.filter(|candidate| candidate.shared.score >= least(candidate.slip)));
            candidates.extend(others);
            candidates.sort_unstable_by_key(|candidate| candidate.rank);
            Some(Claim {
                judged,
                statement,
                place: citation.place,
                cited: citation.cited,
                candidates,
            })
        };
        citations(self.paragraphs, one).into_iter().filter_map(claim).collect()
    }

    /// Whether the place at `rank` is of the series that `one` cites: a document may have codes of several.
    fn is_of_series(&self, rank: u32, one: &Judged) -> bool {
        let letters = |code: &str| code.trim_end_matches(|c: char| c.is_ascii_digit()).to_lowercase();
        let written = one.reference.written.as_deref().unwrap_or_default();
        self.paragraphs.kind != LabelKind::Code || letters(written).replace(' ', "") == letters(self.paragraphs.label(rank))
    }

    /// Marks what other actions mean: the paragraphs that `chosen` pairs them with, and those cited in lists and ranges.
    fn take(&self, claims: &mut [Claim], chosen: &[Option<usize>]) {
        let paired = claims
            .iter()
            .zip(chosen)
            .filter_map(|(claim, choice)| Some((claim.candidates[(*choice)?].rank, claim.statement)));
        let mut takers: HashMap<u32, Vec<u32>> = HashMap::new();
        let paired_already: HashSet<(u32, u32)> = claims.iter().filter_map(|claim| Some((claim.cited?, claim.statement))).collect();
        for (rank, statement) in paired.chain(self.paragraphs.claims().filter(|claim| !paired_already.contains(claim))) {
            takers.entry(rank).or_default().push(statement);
        }
        for claim in claims {
            for candidate in &mut claim.candidates {
                candidate.taken = takers
                    .get(&candidate.rank)
                    .is_some_and(|by| by.iter().any(|&s| s != claim.statement));
            }
        }
    }

    /// How far it is the document's custom that actions cite paragraphs that promise: the share of those that do.
    fn custom(&self, claims: &[Claim]) -> f64 {
        let cited: Vec<u32> = claims.iter().filter_map(|claim| claim.cited).collect();
        let promising = cited.iter().filter(|&&rank| self.paragraphs.is_promise(rank)).count();
        if cited.len() < 4 {
            0.0
        } else {
            promising as f64 / cited.len() as f64
        }
    }

    /// The suggestion that the chosen candidate deserves; `None` where the evidence is thin.
    fn decide(&self, claim: &Claim, choice: usize, one: &Judged, custom: f64) -> Option<Suggestion> {
        let meant = &claim.candidates[choice];
        if claim.cited == Some(meant.rank) || self.paragraphs.is_heading(meant.rank) {
            return None;
        }
        let written = claim.cited.and_then(|rank| claim.candidates.iter().find(|c| c.rank == rank));
        let confidence = match (one.reference.state, written) {
            (State::Ok, Some(written)) => misses(claim, meant, written, custom)?,
            _ => replaces(claim, meant).filter(|&confidence| one.leads.len() == 1 || confidence == Confidence::High)?,
        };
        let why = self.reason(meant, one);
        Some(Suggestion {
            target: self.paragraphs.label(meant.rank).to_owned(),
            confidence,
            why,
        })
    }

    /// What the promise at `rank` may be told of the citation that missed it.
    fn hint(&self, rank: u32, one: &Judged, confidence: Confidence) -> Hint {
        let document = self.paragraphs.document;
        let statement = one.reference.statement.unwrap_or_default();
        let name = statement_name(&document.statements[statement as usize]);
        let written = one.reference.written.as_deref().unwrap_or_default();
        let is_title = |lead: &Lead| {
            let entry = |entry: &u32| self.paragraphs.rank.get(entry).copied();
            matches!(lead, Lead::Entry(cited) if entry(cited).is_some_and(|rank| self.paragraphs.is_heading(rank)))
        };
        let fault = match one.reference.state {
            State::Dangling => ", which does not exist",
            _ if one.leads.iter().flatten().any(is_title) => ", which is a heading",
            _ => "",
        };
        let why = format!("{name} cites {written}{fault}, and may have meant {}.", self.paragraphs.label(rank));
        Hint {
            paragraph: self.paragraphs.entries[rank as usize],
            suggestion: Suggestion {
                target: name,
                confidence,
                why,
            },
        }
    }

    fn reason(&self, meant: &Candidate, one: &Judged) -> String {
        let label = self.paragraphs.label(meant.rank);
        let kind = one
            .reference
            .statement
            .map_or("action", |s| match self.paragraphs.document.statements[s as usize].kind {
                crate::document::StatementKind::Recommendation => "recommendation",
                _ => "action",
            });
        let mut facts = Vec::new();
        if meant.promises {
            facts.push("promises an answer in the plan".to_owned());
        }
        facts.extend(meant.slip.map(|slip| slip.says().to_owned()));
        if meant.promises && !meant.claimed {
            facts.push(format!("is cited by no other {kind}"));
        }
        if !meant.shared.terms.is_empty() {
            facts.push(format!("shares {} with this {kind}", quoted(&meant.shared.terms)));
        }
        format!("{label} {}.", joined(&facts))
    }
}

pub(super) fn quoted(terms: &[String]) -> String {
    joined(&terms.iter().map(|term| format!("\u{201c}{term}\u{201d}")).collect::<Vec<_>>())
}

/// "a", "a and b", "a, b and c".
fn joined(facts: &[String]) -> String {
    match facts {
        [] => "stands nearby".to_owned(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}
