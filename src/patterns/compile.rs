//! The compiler of packs: turns what was written into rules and literals, and gathers all that is wrong on the way.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::catalogue::{Cues, LEARNED};
use super::confirm::Confirm;
use super::error::{PackError, Problems, line_at};
use super::group::Group;
use super::lint::lint;
use super::matcher::{Matcher, Phrases, Use};
use super::pack::{self, GroupSource, List, NearSource, Pack, RuleSource, Source, Words};
use super::phrase::Phrase;
use super::role::Roles;
use super::rule::{Near, Rule, SetId};
use super::scope::{self, Scope};
use super::weights::{self, Weights};
use crate::text::Lexicon;

/// Word lists by name.
type Lists = HashMap<String, Vec<Words>>;

/// What compiling gave: all rules, whichever of them will be at work.
#[derive(Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Compiled {
    /// All phrases; empty while more are added.
    pub(super) matcher: Matcher,
    #[serde(skip)]
    pub(super) phrases: Phrases,
    pub(super) rules: Vec<Rule>,
    pub(super) cues: Cues,
    /// For each set, the numbers of its markers.
    pub(super) sets: Vec<Vec<u32>>,
    /// How many markers there are.
    markers: u32,
    /// The sets made of shared lists.
    pub(super) shared_sets: BTreeMap<String, Vec<SetId>>,
    /// Every word of every phrase.
    pub(super) lexicon: Lexicon,
    /// What words weigh.
    pub(super) weights: Weights,
    /// What packs that are added later may name.
    #[serde(skip)]
    pub(super) written: Written,
    #[serde(skip)]
    pub(super) errors: Vec<PackError>,
}

/// The words of packs as they were written, as far as another pack may name them again.
#[derive(Default)]
pub(super) struct Written {
    /// The markers by their words: one that stands in many sets is looked for once.
    pub(super) markers: HashMap<String, u32>,
    /// The shared word lists.
    pub(super) lists: Lists,
}

/// Words for places and times that no rule says, and that are read all the same when a line end cut them.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "annex", "appendices", "appendix", "chapter", "finding", "findings", "paragraph", "paragraphs", "section", "sections", "timescale", "timescales", "weekday", "weekdays",
];

/// Compiles all `sources` in their order; files of word lists may stand anywhere among them.
pub(super) fn compile(sources: &[Source<'_>]) -> Compiled {
    let mut done = Compiled::default();
    done.cues = Cues::numbered(|| done.new_set());
    for source in sources {
        let mut problems = Problems::of(source.name, source.toml);
        match source.name {
            "lists.toml" => {
                let lists = pack::read_lists(source, &mut problems).into_iter();
                done.written.lists.extend(lists.map(|l| (l.name, l.phrases)));
            }
            "names.toml" => {
                let names = done.cues.names;
                for list in pack::read_lists(source, &mut problems) {
                    done.add_set(names, list.phrases.iter(), &mut problems);
                }
            }
            "cues.toml" => {
                let lists = pack::read_lists(source, &mut problems);
                done.add_cues(&lists, &mut problems);
            }
            weights::FILE => match weights::read(source.toml) {
                Ok(read) => done.weights = read,
                Err((at, problem)) => problems.note(at, problem),
            },
            _ => continue,
        }
        done.errors.extend(problems.finish());
    }
    done.add_packs(sources);
    done
}

/// Whether a file of this name holds words and no rules.
pub(super) fn is_word_file(name: &str) -> bool {
    matches!(name, "lists.toml" | "names.toml" | "cues.toml" | weights::FILE)
}

/// The lists one pack can name: its own first, then those that all share; and the sets they became.
struct Vocabulary<'l> {
    own: Lists,
    shared: &'l Lists,
    sets: BTreeMap<String, Vec<SetId>>,
}

impl Vocabulary<'_> {
    /// The phrases of a list, and whether it is the pack's own.
    fn get(&self, name: &str) -> Option<(Vec<Words>, bool)> {
        let own = self.own.get(name).map(|phrases| (phrases.clone(), true));
        own.or_else(|| Some((self.shared.get(name)?.clone(), false)))
    }
}

impl Compiled {
    /// Adds all packs among `sources` that hold rules.
    pub(super) fn add_packs(&mut self, sources: &[Source<'_>]) {
        let shared = std::mem::take(&mut self.written.lists);
        for source in sources.iter().filter(|s| !is_word_file(s.name)) {
            self.add_pack(source, &shared);
        }
        PLACES.iter().for_each(|word| self.lexicon.add(word));
        self.make_learned(&shared);
        self.matcher = Matcher::new(std::mem::take(&mut self.phrases));
        self.written.lists = shared;
    }

    fn add_pack(&mut self, source: &Source<'_>, shared: &Lists) {
        let mut problems = Problems::of(source.name, source.toml);
        let mut pack = pack::read(source, &mut problems);
        lint(&pack, &mut problems);
        let names = self.cues.names;
        self.add_set(names, pack.names.iter(), &mut problems);
        let mut vocabulary = Vocabulary {
            own: std::mem::take(&mut pack.lists).into_iter().map(|l| (l.name, l.phrases)).collect(),
            shared,
            sets: BTreeMap::new(),
        };
        let Pack { category, rules, .. } = pack;
        for written in rules {
            let line = line_at(source.toml, written.span().start);
            let name = format!("{category}/{}", written.get_ref().id.get_ref());
            if self.rules.iter().any(|r| r.name == name && r.file != source.name) {
                problems.note(written.span().start, format!("another pack has a rule `{name}` already"));
            }
            let mut rule = describe(written.get_ref(), (name, category.clone()), &mut problems);
            rule.file = source.name.to_owned().into();
            rule.line = line;
            self.add_rule(rule, written.get_ref(), &mut vocabulary, &mut problems);
        }
        self.errors.extend(problems.finish());
    }

    /// Adds a rule and its words.
    fn add_rule(&mut self, mut rule: Rule, written: &RuleSource, vocabulary: &mut Vocabulary<'_>, problems: &mut Problems<'_>) {
        let number = self.rules.len() as u32;
        for phrase in &written.phrases {
            if let Some(phrase) = parse(phrase, problems) {
                self.add_phrase(&phrase, written.exact_case, Use::Hit(number));
            }
        }
        if !written.unless.is_empty() {
            let set = self.new_set();
            self.add_set(set, written.unless.iter(), problems);
            rule.unless = Some(set);
        }
        rule.near = self.conditions(&written.near, vocabulary, problems);
        rule.unless_near = self.conditions(&written.unless_near, vocabulary, problems);
        if let Some(group) = &written.group {
            rule.group = Some(self.group(group, vocabulary, problems));
        }
        self.rules.push(rule);
    }

    fn conditions(&mut self, written: &[NearSource], vocabulary: &mut Vocabulary<'_>, problems: &mut Problems<'_>) -> Vec<Near> {
        let mut conditions = Vec::new();
        for condition in written {
            conditions.push(Near {
                any: self.any_of(&condition.any, vocabulary, problems),
                place: condition.place,
                within: condition.within,
                unquoted: condition.unquoted,
                evidence: condition.evidence.clone(),
            });
        }
        conditions
    }

    fn group(&mut self, written: &GroupSource, vocabulary: &mut Vocabulary<'_>, problems: &mut Problems<'_>) -> Group {
        let mut sets = |words: &[Words]| self.any_of(words, vocabulary, problems);
        Group {
            stretch: written.stretch,
            at_least: written.at_least,
            fewest_words: written.fewest_words,
            lacks: sets(&written.lacks),
            child_says: sets(&written.child_says),
            child_does: sets(&written.child_does),
            adult_says: sets(&written.adult_says),
            adults: sets(&written.adults),
            single_child: written.single_child,
            several: sets(&written.several),
            absent_from: written.absent_from.clone(),
            known_as: sets(&written.known_as),
            names_child: written.names_child,
            child_headings: written.child_headings,
        }
    }

    /// The sets of the list that `written` ("@name") calls for, made at its first use; a list may call for others.
    fn list(&mut self, written: &Words, vocabulary: &mut Vocabulary<'_>, problems: &mut Problems<'_>) -> Vec<SetId> {
        let name = &written.get_ref()[1..];
        let made = if vocabulary.own.contains_key(name) {
            &vocabulary.sets
        } else {
            &self.shared_sets
        };
        if let Some(sets) = made.get(name) {
            return sets.clone();
        }
        let Some((phrases, is_own)) = vocabulary.get(name) else {
            problems.note(written.span().start, format!("there is no list `{name}`"));
            return Vec::new();
        };
        // Noted before its members are read, so that lists which call for each other come to an end.
        self.note_list(name, Vec::new(), is_own, vocabulary);
        let sets = self.any_of(&phrases, vocabulary, problems);
        self.note_list(name, sets.clone(), is_own, vocabulary);
        sets
    }

    fn note_list(&mut self, name: &str, sets: Vec<SetId>, is_own: bool, vocabulary: &mut Vocabulary<'_>) {
        let made = if is_own { &mut vocabulary.sets } else { &mut self.shared_sets };
        made.insert(name.to_owned(), sets);
    }

    /// The sets that together hold `written`: one of its own words, and those of the lists it calls for.
    fn any_of(&mut self, written: &[Words], vocabulary: &mut Vocabulary<'_>, problems: &mut Problems<'_>) -> Vec<SetId> {
        let (lists, words): (Vec<&Words>, Vec<&Words>) = written.iter().partition(|p| p.get_ref().starts_with('@'));
        let mut any = Vec::new();
        if !words.is_empty() {
            let set = self.new_set();
            self.add_set(set, words.into_iter(), problems);
            any.push(set);
        }
        for list in lists {
            any.extend(self.list(list, vocabulary, problems));
        }
        any
    }

    fn new_set(&mut self) -> SetId {
        self.sets.push(Vec::new());
        SetId(self.sets.len() as u32 - 1)
    }

    fn add_set<'a>(&mut self, set: SetId, written: impl Iterator<Item = &'a Words>, problems: &mut Problems<'_>) {
        for words in written {
            let next = self.markers;
            let marker = *self.written.markers.entry(words.get_ref().clone()).or_insert(next);
            if marker == next {
                self.markers += 1;
                if let Some(phrase) = parse(words, problems) {
                    self.add_phrase(&phrase, false, Use::Marker(marker));
                }
            }
            let of_set = &mut self.sets[set.0 as usize];
            if !of_set.contains(&marker) {
                of_set.push(marker);
            }
        }
    }

    fn add_phrase(&mut self, phrase: &Phrase, exact: bool, usage: Use) {
        let options = phrase.slots.iter().flat_map(|slot| &slot.options);
        let words = options.flat_map(|option| option.split(|c: char| !c.is_alphanumeric()));
        words.for_each(|word| self.lexicon.add(word));
        self.phrases.add(phrase, exact, usage);
    }

    /// Makes the sets of the lists that names of a document join.
    fn make_learned(&mut self, shared: &Lists) {
        let mut nowhere = Problems::of("lists.toml", "");
        let mut vocabulary = Vocabulary {
            own: Lists::new(),
            shared,
            sets: BTreeMap::new(),
        };
        let calls = LEARNED.map(|name| Words::new(0..0, format!("@{name}")));
        for call in calls.iter().filter(|call| shared.contains_key(&call.get_ref()[1..])) {
            self.list(call, &mut vocabulary, &mut nowhere);
        }
    }

    /// Gives each list that names of a document join a marker of its own, after all others; whoever named the list,
    /// by whatever way, has it in one of its sets. Nothing can be added afterwards.
    pub(super) fn add_learned(&mut self) {
        for (at, name) in LEARNED.iter().enumerate() {
            for set in self.shared_sets.get(*name).into_iter().flatten() {
                self.sets[set.0 as usize].push(self.markers + at as u32);
            }
        }
    }

    /// How many markers there are, with those of the names that documents teach.
    pub(super) const fn marker_count(&self) -> usize {
        self.markers as usize + LEARNED.len()
    }

    fn add_cues(&mut self, lists: &[List], problems: &mut Problems<'_>) {
        for list in lists {
            match self.cues.named(&list.name) {
                Some(set) => self.add_set(set, list.phrases.iter(), problems),
                None => problems.note(0, format!("`{}` is no kind of cue", list.name)),
            }
        }
    }
}

fn parse(written: &Words, problems: &mut Problems<'_>) -> Option<Phrase> {
    Phrase::parse(written.get_ref())
        .map_err(|problem| problems.note(written.span().start, problem))
        .ok()
}

/// Everything of a rule but its words. `name` is its full name and its category.
fn describe(written: &RuleSource, (name, category): (String, String), problems: &mut Problems<'_>) -> Rule {
    let settings = known(&written.settings, &scope::SETTINGS, problems);
    let zones = known(&written.zones, &scope::ZONES, problems);
    let genres = known(&written.genres, &scope::GENRES, problems);
    let examples = |all: &[Spanned<String>]| all.iter().map(|e| e.get_ref().as_str()).collect();
    Rule {
        name: name.into(),
        category: category.into(),
        severity: written.severity,
        confidence: written.confidence,
        kind: written.kind,
        negated: written.negated,
        clarifiable: written.clarifiable,
        repeat: written.repeat,
        group: None,
        scope: Scope::new(settings, zones, genres),
        unless: None,
        near: Vec::new(),
        unless_near: Vec::new(),
        subject: roles(&written.subject, problems),
        unless_subject: roles(&written.unless_subject, problems),
        object: roles(&written.object, problems),
        confirm: written.confirm.as_ref().map(|c| Confirm::new(c.get_ref())),
        message: written.message.get_ref().clone().into(),
        ask: written.ask.get_ref().clone().into(),
        source: written.source.get_ref().clone().into(),
        hit: examples(&written.hit),
        miss: examples(&written.miss),
        off: written.off,
        enabled: false,
        file: "".into(),
        line: 0,
    }
}

/// The roles that `written` names together; `None` when it names none.
fn roles(written: &[Spanned<String>], problems: &mut Problems<'_>) -> Option<Roles> {
    let mut all = None;
    for name in written {
        match Roles::named(name.get_ref()) {
            Some(roles) => all = Some(all.map_or(roles, |known: Roles| known.or(roles))),
            None => problems.note(name.span().start, format!("`{}` is none of {}", name.get_ref(), Roles::known())),
        }
    }
    all
}

fn known(written: &[Spanned<String>], all: &'static [&'static str], problems: &mut Problems<'_>) -> Vec<&'static str> {
    let mut found = Vec::new();
    for name in written {
        match all.iter().find(|known| *known == name.get_ref()) {
            Some(&known) => found.push(known),
            None => problems.note(name.span().start, format!("`{}` is none of {}", name.get_ref(), all.join(", "))),
        }
    }
    found
}
