//! A `roll` is a list of people: an attendance list, "Children: …", a table of names and roles, a genogram in words.

use super::name::{Name, next_capital};
use super::role;
use super::{Hearsay, LISTED, PersonKind};
use crate::document::{Block, Document, Zone, table};

/// Who stands in a roll when it does not say more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Roll {
    /// Present, apologies: people of a profession, but for those whose place in the family is said.
    Attendance,
    /// Family, household: by age and relationship.
    Family,
    /// All of one kind: "Children: …", "Mother: …".
    All(PersonKind),
}

/// A roll's block is no longer than this (bytes); a label no longer than that.
const LONGEST: usize = 4_000;
const LABEL: usize = 48;
/// Blocks that a heading "Present" is good for at most.
const ENTRIES: usize = 60;

/// Reads every roll of `document`.
pub(super) fn read(document: &Document, hearsay: &mut Hearsay) {
    let mut open: Option<(Roll, usize)> = None;
    for block in document.blocks.iter().filter(|b| b.zone != Zone::Contents && b.cell.is_none()) {
        let text = document.fold.slice(block.body).trim();
        if let Some((roll, rest)) = labelled(text) {
            open = rest.is_empty().then_some((roll, ENTRIES));
            read_entries(rest, roll, hearsay);
            continue;
        }
        open = match open {
            Some((roll, left)) if left > 0 && may_list(block, text) => {
                read_entries(text, roll, hearsay);
                Some((roll, left - 1))
            }
            _ => None,
        };
    }
    for table in table::all(document) {
        read_table(document, &table, hearsay);
    }
}

/// Whether a block below a heading "Present" still belongs to the list.
fn may_list(block: &Block, text: &str) -> bool {
    (block.zone != Zone::Heading || text.contains([',', '('])) && text.len() < 400 && !text.ends_with('.') && !text.contains(". ")
}

/// Labels of attendance lists begin with one of these.
#[rustfmt::skip]
const ATTENDANCE: &[&str] = &[
        "present",
        "attend",
        "in attendance",
        "apolog",
        "took part",
        "taking part",
        "members present",
        "those present",
        "participants",
        "invited",
        "not invited",
        "also present",
        "invitees",
        "professionals",
        "people present",
        "persons present",
        "who attended",
        "who was there",
        "circulation",
        "panel members",
        "membership",
        "not present",
        "absent",
        "network",
        "contributors",
    ];

/// Labels of lists of the family.
#[rustfmt::skip]
const FAMILY: &[&str] = &[
        "family",
        "the family",
        "family members",
        "family composition",
        "household",
        "household composition",
        "family details",
        "genogram",
        "family tree",
        "family structure",
        "people in the household",
        "who is in the family",
        "members of the family",
        "the people in this review",
        "key people",
        "persons in this review",
        "re",
        "dramatis personae",
        "key family members",
        "family and household",
        "other children in household",
        "significant others",
    ];

/// The roll that `text` opens, and what follows its label: "Present: …", or a heading "Apologies".
fn labelled(text: &str) -> Option<(Roll, &str)> {
    let bare = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let colon = bare.find(':').filter(|&at| at <= LABEL);
    let dash = || bare.find(" - ").filter(|&at| at <= 24);
    let (label, rest) = match colon.or_else(dash) {
        Some(at) => (&bare[..at], bare[at..].trim_start_matches([':', ' ', '-'])),
        None if bare.len() <= LABEL => (bare, ""),
        None => return None,
    };
    let label = label.trim().to_lowercase();
    if ATTENDANCE.iter().any(|start| label.starts_with(start)) && label.split(' ').count() <= 5 {
        return Some((Roll::Attendance, rest));
    }
    if FAMILY.contains(&label.as_str()) {
        return Some((Roll::Family, rest));
    }
    let kind = role::of_label(&label)?;
    // Without a colon "Mother" is a heading over prose.
    (!rest.is_empty() || matches!(label.as_str(), "children" | "subject children" | "siblings" | "parents"))
        .then_some((Roll::All(kind), rest))
}

/// A stretch of a roll between commas, semicolons and brackets.
struct Piece<'t> {
    text: &'t str,
    bracketed: bool,
    /// Whether an entry may begin here: at the start, after a semicolon, after a bracket.
    fresh: bool,
}

/// One person of a roll as far as it was read.
struct Entry<'t> {
    name: Name<'t>,
    kind: Option<PersonKind>,
    initials: Option<&'t str>,
    /// Whether a role stood outside brackets: then a comma goes on with the same person.
    described: bool,
}

fn read_entries(text: &str, roll: Roll, hearsay: &mut Hearsay) {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let pieces = pieces(text);
    let by_semicolons = text.contains(';');
    let mut entry: Option<Entry<'_>> = None;
    for (i, piece) in pieces.iter().enumerate() {
        let name = opening(piece, roll).filter(|name| {
            let next = pieces.get(i + 1);
            let described = entry.as_ref().is_some_and(|e| e.described);
            let role_follows = next.is_some_and(|p| !p.bracketed && role::kind_of(p.text).is_some()) && name.count() > 1;
            let free = !by_semicolons && (!described || role_follows);
            let known = name.count() > 1 || name.title.is_some() || roll != Roll::Attendance || next.is_some_and(|p| p.bracketed);
            known && (piece.fresh || free)
        });
        if let Some(name) = name {
            finish(entry.take(), roll, hearsay);
            let rest = &piece.text[name.end..];
            entry = Some(Entry {
                name,
                kind: role::kind_of(rest).or_else(|| child_by_age(rest)),
                initials: None,
                described: role::kind_of(rest).is_some(),
            });
        } else if let Some(entry) = &mut entry {
            entry.add(piece, roll);
        } else if let Some((kind, name)) = led_by_role(piece.text) {
            hearsay.note(&name, kind, LISTED);
        }
    }
    finish(entry, roll, hearsay);
}

/// The name that opens a piece, when nothing follows it but an age, a role or a sign.
fn opening<'t>(piece: &Piece<'t>, roll: Roll) -> Option<Name<'t>> {
    let name = Name::at(piece.text, 0).filter(|_| !piece.bracketed)?;
    let rest = piece.text[name.end..].trim_start();
    let plain = rest.is_empty() || rest.starts_with(['-', ':', '/', '.']) || child_by_age(rest).is_some();
    let role = role::kind_of(rest).is_some() && !rest.split(' ').any(role::is_body);
    let verb = matches!(roll, Roll::All(_)) && !rest.starts_with(char::is_alphabetic);
    (plain || role || verb).then_some(name)
}

/// "Mother Kelly Pardoe", "Social Worker - Jo Pratt": the role first.
fn led_by_role(text: &str) -> Option<(PersonKind, Name<'_>)> {
    let dash = text.find([':', '-', '=']).filter(|&at| at < LABEL)?;
    let kind = role::of_label(text[..dash].trim().to_lowercase().as_str())?;
    let rest = text[dash..].trim_start_matches([':', '-', '=', ' ']);
    Name::at(rest, 0).map(|name| (kind, name))
}

impl<'t> Entry<'t> {
    /// Reads more about the same person.
    fn add(&mut self, piece: &Piece<'t>, roll: Roll) {
        let said = piece.text.trim();
        if self.initials.is_none() && (2..=4).contains(&said.len()) && said.bytes().all(|b| b.is_ascii_uppercase()) {
            let first = self.name.words.bytes().next();
            self.initials = (said.bytes().next() == first).then_some(said);
        }
        let kind = role::kind_of(said);
        self.described |= kind.is_some() && !piece.bracketed;
        let aged = || child_by_age(said).filter(|_| roll != Roll::Attendance);
        self.kind = self.kind.or(kind).or_else(aged);
    }
}

fn finish(entry: Option<Entry<'_>>, roll: Roll, hearsay: &mut Hearsay) {
    let Some(entry) = entry else { return };
    let default = match roll {
        Roll::Attendance => Some(PersonKind::Professional),
        Roll::Family => Some(PersonKind::Kin),
        Roll::All(kind) => Some(kind),
    };
    let Some(kind) = entry.kind.or(default) else { return };
    hearsay.note(&entry.name, kind, LISTED);
    if kind == PersonKind::Professional {
        match entry.initials {
            Some(initials) => hearsay.initials(initials, kind),
            None if entry.name.count() > 1 => hearsay.initials(&entry.name.initials(), kind),
            None => {}
        }
    }
}

/// A child by the age or birth that `words` give: "(7)", "aged 4", "7 months", "born 2 May", "due in June".
fn child_by_age(words: &str) -> Option<PersonKind> {
    let words = words.trim().trim_start_matches(['(', ',', ' ', '-']).to_lowercase();
    let rest = words.strip_prefix("aged ").or_else(|| words.strip_prefix("age ")).unwrap_or(&words);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let unit = rest[digits..].trim_start();
    let young = rest[..digits]
        .parse::<u32>()
        .is_ok_and(|age| age < 18 || unit.starts_with("month") || unit.starts_with("week"));
    let counted = unit.is_empty()
        || unit.starts_with([')', '/', ','])
        || ["year", "month", "week", "yr", "mth", "m ", "y", "and"]
            .iter()
            .any(|u| unit.starts_with(u));
    let unborn = words.starts_with("unborn") || words.starts_with("due ");
    (digits > 0 && young && counted || unborn).then_some(PersonKind::Child)
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut from, mut bracketed, mut fresh) = (0, false, true);
    let mut cut = |from: usize, to: usize, bracketed: bool, fresh: bool| {
        let said = text[from..to].trim_matches([' ', '"', '*', '.', '-', '\u{2022}']);
        let joined = (!bracketed && !fresh).then(|| joined_name(said)).flatten();
        let (said, name) = said.split_at(joined.unwrap_or(said.len()));
        for (said, fresh) in [(said.trim_end(), fresh), (name, true)] {
            if !said.is_empty() {
                pieces.push(Piece {
                    text: said,
                    bracketed,
                    fresh,
                });
            }
        }
    };
    for (i, c) in text.char_indices() {
        // The blank that ends one "and" may open the next: "and and".
        let joined = !bracketed && i >= from && c == ' ' && (text[i..].starts_with(" and ") || text[i..].starts_with(" & "));
        match c {
            '(' | '[' => {
                cut(from, i, bracketed, fresh);
                (from, bracketed, fresh) = (i + 1, true, false);
            }
            ')' | ']' => {
                cut(from, i, bracketed, fresh);
                (from, bracketed, fresh) = (i + 1, false, text[i + 1..].trim_start().starts_with(char::is_uppercase));
            }
            ',' | ';' => {
                cut(from, i, bracketed, fresh);
                (from, fresh) = (i + 1, c == ';');
            }
            _ if joined => {
                cut(from, i, bracketed, fresh);
                from = i + if text[i..].starts_with(" and ") { 5 } else { 3 };
                fresh = false;
            }
            _ => {}
        }
    }
    cut(from, text.len(), bracketed, fresh);
    pieces
}

/// Where a name begins that ends `text` and follows a role or a body: where two lines were joined, as in "maternal
/// grandmother Bev Norris".
fn joined_name(text: &str) -> Option<usize> {
    let mut at = next_capital(text, 1);
    while let Some(start) = at {
        let before = text[..start].trim_end().rsplit(' ').next().unwrap_or_default();
        let ends = Name::at(text, start).is_some_and(|name| name.end == text.len() && name.count() > 1);
        if ends && (role::is_body(before) || role::kind_of(before).is_some()) {
            return Some(start);
        }
        at = next_capital(text, start + 1);
    }
    None
}

/// A table of people: by its header, or with the role in the cell before the name.
fn read_table(document: &Document, table: &table::Table, hearsay: &mut Hearsay) {
    let words = |cell: Option<&Option<usize>>| {
        cell.copied()
            .flatten()
            .map_or("", |b| document.fold.slice(document.blocks[b].span).trim())
    };
    let titles: Vec<String> = (0..table.rows.first().map_or(0, Vec::len))
        .map(|c| table.title(document, c))
        .collect();
    let column = |known: &[&str]| titles.iter().position(|title| known.iter().any(|k| title.starts_with(k)));
    let name = column(&[
        "name",
        "attendee",
        "present",
        "professional",
        "family member",
        "person",
        "child",
        "member",
        "who attended",
        "invitee",
    ]);
    let relation = column(&["relation", "who they are"]);
    let position = column(&[
        "role",
        "designation",
        "position",
        "job",
        "title",
        "capacity",
        "agency",
        "organisation",
        "service",
        "profession",
    ]);
    let born = column(&["dob", "d.o.b", "date of birth", "age", "born"]);
    let (Some(name), true) = (name, relation.or(position).or(born).is_some()) else {
        for row in table.rows.iter().filter(|row| row.len() >= 2) {
            read_pair(words(row.first()), words(row.get(1)), hearsay);
        }
        return;
    };
    for row in table.body() {
        let Some(read) = Name::at(words(row.get(name)), 0) else { continue };
        let roles = [relation, position].into_iter().flatten();
        let said = roles.map(|c| words(row.get(c))).find_map(role::kind_of);
        let aged = || born.and_then(|c| child_by_age(words(row.get(c))));
        let default = match () {
            () if titles[name].starts_with("child") => PersonKind::Child,
            () if relation.is_some() => PersonKind::Kin,
            () => PersonKind::Professional,
        };
        let kind = said.or_else(aged).unwrap_or(default);
        hearsay.note(&read, kind, LISTED);
        if let Some(initials) = column(&["initial"]) {
            hearsay.initials(words(row.get(initials)), kind);
        } else if kind == PersonKind::Professional && read.count() > 1 {
            hearsay.initials(&read.initials(), kind);
        }
    }
}

/// Two cells of a row without a header: "Father | Lee Cole", "Jo Pratt | Social worker".
fn read_pair(first: &str, second: &str, hearsay: &mut Hearsay) {
    if let Some(kind) = role::of_label(first.trim_end_matches(':').to_lowercase().as_str()) {
        read_entries(second, Roll::All(kind), hearsay);
        return;
    }
    let name = Name::at(first, 0).filter(|name| name.end == first.len() && name.count() > 1);
    let kind = role::kind_of(second).filter(|_| second.len() <= LABEL);
    if let Some((name, kind)) = name.zip(kind) {
        hearsay.note(&name, kind, LISTED);
        if kind == PersonKind::Professional {
            hearsay.initials(&name.initials(), kind);
        }
    }
}
