//! `who` does the verb, or has the noun, at a hit: a small grammar of subject, owner and agent.
//!
//! It walks back from the hit over the verb's helpers ("will need to", "has not been") to the words before them, and looks
//! there for a person: a word of the lists, a name that the document teaches, a name that nobody taught, or a pronoun, which
//! stands for the last fitting person of this or the previous sentence. Each walk is bounded by a constant.

mod clause;

use clause::{agrees, is_break, is_helper, is_measure, last_word, opens_condition, without_articles};

use super::gather::Gathered;
use super::passage::{Passage, head, tail, words};
use crate::document::People;
use crate::patterns::{Roles, Rule};
use crate::text::Span;

/// Words walked over before a hit at most.
const WALK: usize = 16;
/// Bytes of the sentence before a hit that are looked at.
const REACH: usize = 320;
/// Persons tried for a pronoun.
const TRIED: usize = 6;

/// Whether those around the hit are who the rule asks for.
pub(super) fn fits(rule: &Rule, passage: &Passage<'_>, gathered: &Gathered<'_>) -> bool {
    if rule.subject.is_none() && rule.unless_subject.is_none() && rule.object.is_none() {
        return true;
    }
    let who = Who { passage, gathered };
    if rule
        .object
        .is_some_and(|wanted| !who.object().is_some_and(|found| found.meets(wanted)))
    {
        return false;
    }
    if rule.subject.is_none() && rule.unless_subject.is_none() {
        return true;
    }
    let subject = who.subject();
    rule.subject.is_none_or(|wanted| subject.is_some_and(|found| found.meets(wanted)))
        && !rule
            .unless_subject
            .is_some_and(|unwanted| subject.is_some_and(|found| found.meets(unwanted)))
}

/// A hit with the persons around it.
struct Who<'a, 'd, 'p> {
    passage: &'a Passage<'d>,
    gathered: &'a Gathered<'p>,
}

/// What was walked over before a subject.
#[derive(Clone, Copy, Default)]
struct Walked {
    /// Whether a "to" was among it: "agreed with Mum to".
    to: bool,
    /// Nouns and adjectives that are no helpers of a verb: "poor", "level".
    plain: u8,
}

impl Who<'_, '_, '_> {
    /// The one who does the verb, or has the noun, at the hit.
    fn subject(&self) -> Option<Roles> {
        self.agent().or_else(|| self.walk(self.passage.hit.start))
    }

    /// Whom the verb is done to: the person right after the hit, small words between them left out.
    fn object(&self) -> Option<Roles> {
        self.person_at(
            self.passage.hit.end,
            &[
                "the", "a", "an", "her", "his", "their", "both", "all", "any", "with", "our", "other", "ex", "new",
            ],
        )
    }

    /// "engagement of the father", "missed by Mrs K": the one after "of", "by" or "from" right behind the hit.
    fn agent(&self) -> Option<Roles> {
        let after = head(self.passage.after(), 40);
        let link = [" by ", " of ", " from ", " on the part of "]
            .iter()
            .find(|link| after.starts_with(**link))?;
        self.person_at(
            self.passage.hit.end + link.len() as u32 - 1,
            &["the", "a", "an", "her", "his", "their", "both", "all", "these", "this"],
        )
    }

    /// The person that begins after byte `at`, words of `small` between them left out.
    fn person_at(&self, at: u32, small: &[&str]) -> Option<Roles> {
        let text = head(self.passage.between(at, self.passage.sentence.end), 48);
        let mut from = at;
        for word in words(text).take(4) {
            let start = from + self.passage.between(from, self.passage.sentence.end).find(word)? as u32;
            if !self.passage.between(from, start).chars().all(|c| c == ' ' || c == '-') {
                return None;
            }
            // "her" may own what follows, and may be the person herself.
            if let Some((_, roles)) = self.gathered.person_after(start).filter(|(span, _)| span.start == start) {
                return Some(roles);
            }
            if matches!(word, "him" | "them") {
                return Some(self.other_than_subject(word, start));
            }
            if !small.iter().any(|known| word.eq_ignore_ascii_case(known)) {
                let titled = matches!(word, "Mr" | "Mrs" | "Ms" | "Miss");
                let name = (titled || People::may_be(word)).then_some(Roles::SOMEONE);
                return name.or_else(|| self.person_herself(from));
            }
            from = start + word.len() as u32;
        }
        self.person_herself(from)
    }

    /// The person whom a "her" or "both" that ends at `end` means, when it owns nothing that follows: "praised her for".
    fn person_herself(&self, end: u32) -> Option<Roles> {
        let word = last_word(tail(self.text(self.passage.hit.start, end), 16));
        let stands = matches!(word, "her" | "both") && !self.text(end, self.passage.sentence.end).starts_with("'s");
        stands.then(|| self.other_than_subject(word, end - word.len() as u32))
    }

    /// Whom the object `pronoun` at byte `at` means: never the one who does the verb, "the chair praised her".
    fn other_than_subject(&self, pronoun: &str, at: u32) -> Roles {
        let meant = self.meant_by(pronoun, at);
        if meant.meets(Roles::of_list(3)) { Roles::SOMEONE } else { meant }
    }

    /// Walks back from `at` over helpers to the subject.
    fn walk(&self, at: u32) -> Option<Roles> {
        let floor = self.passage.sentence.start.max(at.saturating_sub(REACH as u32));
        let mut end = at;
        let mut walked = Walked::default();
        for _ in 0..WALK {
            let before = self.text(floor, end);
            let bare = before.trim_end_matches([' ', '"', '*', '_']);
            end -= (before.len() - bare.len()) as u32;
            if bare.is_empty() || bare.ends_with(['.', ';', '?', '!']) {
                return None;
            }
            if let Some(open) = bare.strip_suffix(')').and_then(|inner| inner.rfind('(')) {
                end = end - bare.len() as u32 + open as u32;
                continue;
            }
            if bare.ends_with(',') {
                match self.over_comma(end, bare, floor) {
                    Some(open) => end = open,
                    // "Three children were present, all asleep": the clause goes on.
                    None if opens_condition(bare) => return None,
                    None => return self.subject_of_clause(end - 1, floor),
                }
                continue;
            }
            if bare.ends_with([':', '-']) {
                end -= 1;
                continue;
            }
            if let Some(roles) = self.person_ending(end, walked) {
                return roles;
            }
            let word = last_word(bare);
            if word.is_empty() {
                return None;
            }
            let small = word.to_ascii_lowercase();
            match small.as_str() {
                "and" | "or" | "but" | "then" => return self.subject_of_clause(end - word.len() as u32, floor),
                // "level of engagement", "a lack of engagement": whose level it is, is whose engagement.
                "of" if is_measure(last_word(bare[..bare.len() - 2].trim_end())) => walked.plain = 1,
                // "responsible for ensuring", "relied on to keep".
                "for" | "on" | "upon"
                    if matches!(
                        last_word(bare[..bare.len() - small.len()].trim_end()),
                        "responsible" | "relied" | "relying" | "praised" | "accountable"
                    ) => {}
                "of" | "in" | "about" | "with" | "from" if walked.plain == 0 => return None,
                "that" | "which" if walked.plain == 0 => {}
                "to" => walked.to = true,
                _ if is_helper(&small) => {}
                _ if word.starts_with(char::is_uppercase) => return None,
                _ if walked.plain < 3 && !is_break(&small) => walked.plain += 1,
                _ => return None,
            }
            end -= word.len() as u32;
        }
        None
    }

    /// Where to walk on before a comma: at the person before it, or before the aside that it closes.
    fn over_comma(&self, end: u32, bare: &str, floor: u32) -> Option<u32> {
        let inner = bare.trim_end_matches(',').trim_end();
        let person = end - (bare.len() - inner.len()) as u32;
        let joined = self.person_ends(person).is_some() && !inner.contains(',');
        let open = inner.rfind(", ");
        let aside = open.map_or("", |at| &inner[at + 2..]);
        let short = words(aside).take(9).count() <= 8;
        match open {
            Some(at) if short => Some(floor.max(end - bare.len() as u32 + at as u32)),
            None if joined => Some(person),
            _ => None,
        }
    }

    /// The role of the person whose words end at `end`, if one ends there; inside, `None` when that person is not the
    /// subject after all.
    fn person_ending(&self, end: u32, walked: Walked) -> Option<Option<Roles>> {
        let (span, roles) = self.person_ends(end)?;
        let word = self.passage.slice(span);
        if word.eq_ignore_ascii_case("who") {
            let before = self.text(self.passage.sentence.start, span.start).trim_end_matches([' ', ',']);
            return Some(
                self.person_ends(self.passage.sentence.start + before.len() as u32)
                    .map(|(_, roles)| roles),
            );
        }
        let before = tail(self.text(self.passage.sentence.start, span.start), 80);
        let bare = without_articles(before);
        let link = last_word(bare);
        if link == "of" {
            let head = bare[..bare.len() - 2].trim_end();
            let at = span.start - (before.len() - head.len()) as u32;
            if let Some((_, owner)) = self.person_ends(at) {
                return Some(Some(owner));
            }
        }
        let inside = matches!(
            link,
            "with" | "by" | "about" | "from" | "in" | "at" | "between" | "against" | "towards"
        );
        Some((!inside || walked.to).then_some(roles))
    }

    /// The person whose words end exactly at `end`, a possessive s left out: of a list, learned, a pronoun or a name
    /// that nobody taught.
    fn person_ends(&self, end: u32) -> Option<(Span, Roles)> {
        let text = tail(self.text(self.passage.sentence.start.min(end), end), 64);
        let bare = text.strip_suffix("'s").or_else(|| text.strip_suffix('\'')).unwrap_or(text);
        let end = end - (text.len() - bare.len()) as u32;
        if let Some(found) = self.gathered.person_before(end).filter(|(span, _)| span.end == end) {
            return Some(found);
        }
        let word = last_word(bare);
        let span = Span::new(end - word.len() as u32, end);
        let small = word.to_ascii_lowercase();
        match small.as_str() {
            "she" | "he" | "they" | "both" | "her" | "his" | "their" | "him" | "them" => Some((span, self.meant_by(&small, span.start))),
            "who" => Some((span, Roles::SOMEONE)),
            "we" | "i" => Some((span, Roles::of_list(3))),
            _ => {
                let before = last_word(bare[..bare.len() - word.len()].trim_end());
                let titled = matches!(before, "Mr" | "Mrs" | "Ms" | "Miss");
                (titled || People::may_be(word)).then_some((span, Roles::SOMEONE))
            }
        }
    }

    /// Whom the pronoun at byte `at` means: the last person who fits it, in this sentence or the one before. Whoever
    /// somebody "told" or "assured" is not the one who then promises.
    fn meant_by(&self, pronoun: &str, at: u32) -> Roles {
        let previous = self
            .passage
            .index
            .and_then(|i| i.checked_sub(1))
            .map(|i| self.passage.document.sentences[i]);
        let floor = previous
            .filter(|s| s.block == self.passage.block)
            .map_or(self.passage.sentence.start, |s| s.span.start)
            .max(at.saturating_sub(2 * REACH as u32));
        let mut at = at;
        for _ in 0..TRIED {
            let Some((span, roles)) = self.gathered.person_before(at).filter(|(span, _)| span.start >= floor) else {
                break;
            };
            let told = last_word(without_articles(tail(self.text(floor, span.start), 48)));
            let listener = matches!(told, "told" | "tells" | "assured" | "promised" | "informed" | "reassured");
            let owner = self
                .text(span.end, (span.end + 2).min(self.passage.sentence.end.max(span.end)))
                .starts_with('\'');
            if !listener && !owner && agrees(pronoun, self.passage.slice(span)) && !roles.meets(Roles::of_list(4)) {
                return roles;
            }
            at = span.start;
        }
        Roles::SOMEONE
    }

    /// The subject of the clause that an "and" at byte `at` carries on: the nearest person who is followed by a verb and
    /// stands after no preposition.
    fn subject_of_clause(&self, at: u32, floor: u32) -> Option<Roles> {
        let mut end = at;
        // "Kelly and Dean will": the names before the "and" are one subject with what follows.
        for _ in 0..TRIED {
            let (span, roles) = self.last_person(end, floor)?;
            let next = words(self.text(span.end, at)).next().unwrap_or_default().to_ascii_lowercase();
            let verb = is_helper(&next) || next.len() > 3 && (next.ends_with("ed") || next.ends_with('s'));
            let link = last_word(without_articles(tail(self.text(floor, span.start), 48)));
            let object = matches!(
                link,
                "with" | "by" | "of" | "from" | "to" | "for" | "about" | "at" | "see" | "visit" | "tell" | "told" | "support" | "meet"
            );
            if verb && !object {
                return Some(roles);
            }
            end = span.start;
        }
        None
    }

    /// The last person that ends at or before `end` and starts at or after `floor`, pronouns and untaught names among them.
    fn last_person(&self, end: u32, floor: u32) -> Option<(Span, Roles)> {
        let mut at = end;
        for _ in 0..WALK {
            let text = self.text(floor, at);
            let bare = text.trim_end_matches(|c: char| !c.is_alphanumeric());
            at -= (text.len() - bare.len()) as u32;
            let word = last_word(bare);
            if word.is_empty() {
                return None;
            }
            if let Some((span, roles)) = self
                .person_ends(at)
                .filter(|(span, _)| !self.passage.slice(*span).eq_ignore_ascii_case("who"))
            {
                return Some((span, roles));
            }
            at -= word.len() as u32;
        }
        None
    }

    /// What stands between two bytes; one within a character counts as that character's end.
    fn text(&self, from: u32, to: u32) -> &str {
        let whole = |at: u32| self.passage.text.ceil_char_boundary(at as usize) as u32;
        self.passage.between(whole(from.min(to)), whole(to))
    }
}
