//! A verb's `subject` is whoever says or does it: a child, or somebody else. It is looked for backwards from the verb.

use super::Places;
use super::people::People;
use super::stretch::Ground;
use crate::document::Document;
use crate::text::Span;

/// Bytes before a pronoun in which whom it stands for is looked for.
const REACH: usize = 500;
/// Words stepped over between a verb and its subject.
const STEPS: usize = 10;

/// Words for children.
const CHILDREN: [&str; 30] = [
    "child",
    "children",
    "boy",
    "boys",
    "girl",
    "girls",
    "baby",
    "babies",
    "infant",
    "toddler",
    "son",
    "sons",
    "daughter",
    "daughters",
    "brother",
    "brothers",
    "sister",
    "sisters",
    "sibling",
    "siblings",
    "twins",
    "twin",
    "teenager",
    "person",
    "people",
    "pupil",
    "kids",
    "both",
    "unborn",
    "eldest",
];

/// Words between a subject and its verb.
const BETWEEN: [&str; 40] = [
    "has",
    "had",
    "have",
    "is",
    "was",
    "were",
    "are",
    "been",
    "be",
    "being",
    "would",
    "will",
    "could",
    "can",
    "did",
    "does",
    "do",
    "not",
    "also",
    "then",
    "often",
    "always",
    "never",
    "now",
    "still",
    "just",
    "only",
    "sometimes",
    "both",
    "all",
    "either",
    "to",
    "too",
    "once",
    "twice",
    "later",
    "again",
    "each",
    "really",
    "very",
];

/// The subjects of the verbs of one document.
pub(super) struct Subjects<'d> {
    document: &'d Document,
    people: &'d People,
    places: &'d Places,
}

impl<'d> Subjects<'d> {
    pub(super) const fn new(document: &'d Document, people: &'d People, places: &'d Places) -> Self {
        Self { document, people, places }
    }

    /// Whether a child is heard or seen on `land`: says something, does something, or is quoted.
    pub(super) fn is_heard(&self, land: &Ground) -> bool {
        let on = |place: &&Span| land.holds(**place);
        let says = self.places.child_says().iter().filter(on).any(|&verb| self.is_child(verb));
        says || self
            .places
            .child_does()
            .iter()
            .filter(on)
            .any(|&verb| self.is_child(verb) && !self.is_framed(verb))
            || self.is_quoted(land)
    }

    /// Whether somebody is quoted on `land` who is no adult.
    pub(super) fn is_quoted(&self, land: &Ground) -> bool {
        let quotations = self.document.quotations.iter().filter(|q| q.closed && land.holds(q.span));
        let long = quotations.filter(|q| self.document.fold.slice(q.span).contains(' '));
        long.map(|q| q.span).any(|span| !self.is_framed(span))
    }

    /// Whether a child is the subject of `verb`.
    fn is_child(&self, verb: Span) -> bool {
        let sentence = self.sentence(verb);
        let before = self.document.fold.slice(Span::new(sentence.start.min(verb.start), verb.start));
        let clause = before.rsplit([';', ':']).next().unwrap_or(before);
        let mut back = words_back(clause).take(STEPS).filter(|word| !is_between(word));
        match back.next() {
            // A note leaves the subject out.
            None => !self.is_framed(verb),
            Some("and" | "or" | "but" | "who" | "that" | "which") => self.nearest(verb.start),
            Some(word) if is_pronoun(word) => self.nearest(verb.start),
            Some(word) => {
                self.names_child(word)
                    || back
                        .next()
                        .map_or_else(|| self.people.may_be_child(word), |before| self.completes(before, word))
            }
        }
    }

    /// Whether `word` is a child's, a noun or a name.
    fn names_child(&self, word: &str) -> bool {
        CHILDREN.iter().any(|noun| noun.eq_ignore_ascii_case(word)) || self.people.is_name(word) && !word.ends_with("'s")
    }

    /// Whether `before` and `word` are a child's name: "Ellis Pardoe", "Child 2".
    fn completes(&self, before: &str, word: &str) -> bool {
        let label = before == "Child" && word.len() <= 5 && word.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
        let surname = word.starts_with(char::is_uppercase) && self.people.is_name(before);
        let title = ["Mr", "Mrs", "Ms", "Miss", "Dr", "PC", "DC"].contains(&before) || before.starts_with(char::is_uppercase);
        label || surname || !title && self.people.may_be_child(word)
    }

    /// Whether the person named last before byte `at` is a child; nobody named is the child whom the section is about.
    fn nearest(&self, at: u32) -> bool {
        let block = &self.document.blocks[self.document.block_at(at)];
        let text = &self.document.fold.text;
        let floor = text
            .ceil_char_boundary((at as usize).saturating_sub(REACH))
            .max(block.body.start as usize);
        let adults = self.places.adults();
        let adult = adults[..adults.partition_point(|place| place.end <= at)].last();
        let adult = adult.map_or(0, |place| place.end as usize);
        for word in words_back(&text[floor..at as usize]) {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            if start < adult && adult > floor {
                return false;
            }
            if self.names_child(word) || self.people.is_name(word) {
                return true;
            }
        }
        true
    }

    /// Whether the words at `span` are what an adult says or thinks: "Mum says he likes it".
    fn is_framed(&self, span: Span) -> bool {
        let sentence = self.sentence(span);
        let verbs = self.places.adult_says();
        let from = verbs.partition_point(|verb| verb.start < sentence.start);
        verbs[from..]
            .iter()
            .take_while(|verb| verb.end <= sentence.end)
            .filter(|verb| verb.end <= span.start || self.closes(**verb, sentence))
            .any(|&verb| verb != span && !self.is_childs(verb))
    }

    /// As [`Self::is_child`] for a verb of saying, whose subject must be named.
    fn is_childs(&self, verb: Span) -> bool {
        let sentence = self.sentence(verb);
        let before = self.document.fold.slice(Span::new(sentence.start.min(verb.start), verb.start));
        words_back(before).any(|word| !is_between(word)) && self.is_child(verb)
    }

    /// Whether nothing follows `verb` in its sentence: ", Mum says".
    fn closes(&self, verb: Span, sentence: Span) -> bool {
        words_back(self.document.fold.slice(Span::new(verb.end, sentence.end)))
            .next()
            .is_none()
    }

    fn sentence(&self, at: Span) -> Span {
        let sentences = &self.document.sentences;
        let found = sentences.get(self.document.sentence_at(at.start)).map(|s| s.span);
        found.filter(|span| span.holds(at.start)).unwrap_or_else(|| {
            let block = &self.document.blocks[self.document.block_at(at.start)];
            block.span
        })
    }
}

fn is_between(word: &str) -> bool {
    BETWEEN.iter().any(|known| known.eq_ignore_ascii_case(word))
        || word.len() > 4 && word.ends_with("ly") && word.starts_with(char::is_lowercase)
}

fn is_pronoun(word: &str) -> bool {
    ["he", "she", "they", "i", "we", "it"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(word))
}

fn words_back(text: &str) -> impl Iterator<Item = &str> {
    text.rsplit(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| word.contains(char::is_alphanumeric))
}
