//! A `Mark` is one label of a planted document: what the words there should be taken for.

use std::collections::BTreeSet;

use super::target;
use crate::checks::references::{ReferenceKind, State};
use crate::evaluate::labels::{GoldError, Labelled};
use crate::text::Span;

/// What the words under a label are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A reference of this kind.
    Reference {
        /// How it is written.
        kind: ReferenceKind,
        /// What it should be found to be.
        state: State,
        /// What it leads to, by [`target::key`]; empty when it leads nowhere.
        targets: BTreeSet<String>,
        /// For a wrong one, the place that was meant; an empty text when there is none in the document.
        meant: Option<String>,
    },
    /// The opening words of an action.
    Action(Slots),
    /// A fault of dates or of editing: the rule that should speak.
    Fault(String),
}

/// What an action says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slots {
    /// Who is to act, as written.
    pub owners: Vec<String>,
    /// When, as written.
    pub date: Option<String>,
    /// Whether it says how anyone would know that it was done.
    pub check: bool,
    /// The name of its status in the JSON contract.
    pub status: String,
    /// Whether it is answered.
    pub response: bool,
}

/// A document with its labels, in the order of their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    /// The document.
    pub content: String,
    /// Its labels: the words (bytes of the document) and what they are.
    pub marks: Vec<(Span, Mark)>,
}

impl Planted {
    /// Reads a labelled text.
    ///
    /// # Errors
    /// The first label that is not closed or not understood.
    pub fn parse(labelled: &str) -> Result<Self, GoldError> {
        let labelled = Labelled::read(labelled)?;
        let marks = labelled.labels.iter().map(|it| {
            let mark = mark(it.said).map_err(|problem| GoldError { line: it.line, problem })?;
            Ok((it.span, mark))
        });
        let marks = marks.collect::<Result<_, _>>()?;
        Ok(Self {
            content: labelled.content,
            marks,
        })
    }
}

fn mark(said: &str) -> Result<Mark, String> {
    let said = said.trim();
    let (head, rest) = said.split_once(char::is_whitespace).unwrap_or((said, ""));
    match head {
        "ref" => reference(ReferenceKind::Explicit, rest),
        "promise" => reference(ReferenceKind::Promise, rest),
        "vague" => reference(ReferenceKind::Vague, rest),
        "external" => reference(ReferenceKind::External, "external"),
        "action" => slots(rest).map(Mark::Action),
        "fault" if rest.contains('/') => Ok(Mark::Fault(rest.trim().to_owned())),
        other => Err(format!("`{other}` is none of ref, external, promise, vague, action, fault")),
    }
}

fn reference(kind: ReferenceKind, said: &str) -> Result<Mark, String> {
    let (said, meant) = match said.split_once('>') {
        Some((said, meant)) => (said.trim(), Some(meant.trim())),
        None => (said.trim(), None),
    };
    let (word, targets) = said.split_once(char::is_whitespace).unwrap_or((said, ""));
    let state = STATES
        .into_iter()
        .find(|state| state.name() == word)
        .ok_or_else(|| format!("`{word}` is no state of a reference"))?;
    let wrong = matches!(state, State::Dangling | State::OffTarget);
    if wrong != meant.is_some() {
        return Err("a wrong reference, and no other, says after `>` what was meant".into());
    }
    Ok(Mark::Reference {
        kind,
        state,
        targets: targets.split(',').filter(|it| !it.trim().is_empty()).map(target::key).collect(),
        meant: meant.map(|it| if it == "none" { String::new() } else { target::key(it) }),
    })
}

const STATES: [State; 7] = [
    State::Ok,
    State::Dangling,
    State::OffTarget,
    State::Ambiguous,
    State::Unanswered,
    State::Unspecific,
    State::External,
];

/// Reads `owner="A; B" date="" check=yes status=none response=no`.
fn slots(said: &str) -> Result<Slots, String> {
    let mut slots = Slots::default();
    let mut rest = said.trim();
    while let Some((name, after)) = rest.split_once('=') {
        let (value, left) = match after.strip_prefix('"') {
            Some(quoted) => quoted
                .split_once('"')
                .ok_or_else(|| format!("the value of `{name}` is not closed"))?,
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        let yes = value == "yes";
        match name.trim() {
            "owner" => {
                slots.owners = value
                    .split(';')
                    .map(|it| it.trim().to_owned())
                    .filter(|it| !it.is_empty())
                    .collect()
            }
            "date" => slots.date = Some(value.to_owned()).filter(|it| !it.is_empty()),
            "check" => slots.check = yes,
            "status" => value.clone_into(&mut slots.status),
            "response" => slots.response = yes,
            other => return Err(format!("`{other}` is no slot of an action")),
        }
        rest = left.trim();
    }
    if rest.is_empty() {
        Ok(slots)
    } else {
        Err(format!("`{rest}` is no slot with a value"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_what_was_meant() {
        let planted = Planted::parse("See [[paragraph 9.9::ref dangling > 9.8]].").unwrap();
        assert_eq!(planted.content, "See paragraph 9.9.");
        let Mark::Reference { state, meant, .. } = &planted.marks[0].1 else {
            panic!()
        };
        assert_eq!((*state, meant.as_deref()), (State::Dangling, Some("9.8")));
    }

    #[test]
    fn slots_of_an_action() {
        let slots = slots(r#"owner="Named Nurse; Police" date="" check=yes status=completed response=no"#).unwrap();
        assert_eq!(slots.owners, ["Named Nurse", "Police"]);
        assert_eq!((slots.date, slots.check, slots.response), (None, true, false));
    }

    #[test]
    fn a_bad_label_names_its_line() {
        for text in [
            "\n[[a::ref]]",
            "\n[[a::ref dangling]]",
            "\n[[a::ref ok 1 > 2]]",
            "\n[[a::fault]]",
            "\n[[a::action who=x]]",
        ] {
            assert_eq!(Planted::parse(text).unwrap_err().line, 2, "{text}");
        }
    }
}
