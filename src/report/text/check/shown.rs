//! `Shown` is how much a check showed of some documents, and how much it left out.

use std::io::{self, Write};

use crate::annotation::Severity;
use crate::reading::Read;
use crate::report::Edition;
use crate::report::group::{Group, SECTIONS};
use crate::report::text::look::{Look, counted};

/// What was shown of some documents, and what was left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Documents looked at.
    documents: u64,
    /// Remarks shown, by section, in the order of [`SECTIONS`].
    sections: [u64; 4],
    /// Remarks shown, by severity from info to high.
    severities: [u64; 4],
    /// Remarks that were accepted with a reason.
    accepted: u64,
    /// All others that were left out: quoted, mentioned, denied, for information, or said of their action already.
    left_out: u64,
}

impl Shown {
    pub(super) fn of(read: &Read<'_>, edition: &Edition<'_>, groups: &[Group<'_>]) -> Self {
        let accepted = read.ids.iter().filter(|&&id| edition.accepted.reason(id).is_some()).count() as u64;
        let mut shown = Self {
            documents: 1,
            accepted,
            ..Self::default()
        };
        for group in groups {
            shown.sections[group.section] += group.members.len() as u64;
            shown.severities[group.first.severity as usize] += group.members.len() as u64;
        }
        shown.left_out = read.ids.len() as u64 - shown.total() - accepted;
        shown
    }

    /// Documents looked at.
    #[must_use]
    pub const fn documents(&self) -> u64 {
        self.documents
    }

    /// All remarks shown.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.sections.iter().sum()
    }

    /// How many remarks are at `severity` or above.
    #[must_use]
    pub fn at_least(&self, severity: Severity) -> u64 {
        self.severities[severity as usize..].iter().sum()
    }

    /// Adds what was shown of other documents.
    pub fn add(&mut self, other: &Self) {
        self.documents += other.documents;
        self.accepted += other.accepted;
        self.left_out += other.left_out;
        self.sections.iter_mut().zip(other.sections).for_each(|(sum, more)| *sum += more);
        self.severities
            .iter_mut()
            .zip(other.severities)
            .for_each(|(sum, more)| *sum += more);
    }

    /// Writes the closing count.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn close(&self, look: &Look, out: &mut impl Write) -> io::Result<()> {
        let [_, low, medium, high] = self.severities;
        let (documents, remarks) = (counted(self.documents, "document"), counted(self.total(), "remark"));
        let head = format!("{documents}, {remarks}: {high} high, {medium} medium, {low} low.");
        writeln!(out, "{}", look.title(head))?;
        let sections = SECTIONS.iter().zip(self.sections).filter(|&(_, count)| count > 0);
        let sections: Vec<String> = sections.map(|(name, count)| format!("{name} {count}")).collect();
        if !sections.is_empty() {
            look.paragraph(out, 0, &format!("By section: {}.", sections.join(", ")))?;
        }
        if self.accepted + self.left_out > 0 {
            let aside = format!(
                "Not shown: {} accepted; {} quoted, mentioned, denied, for information, or said of their action already. `candour scan` writes them all.",
                self.accepted, self.left_out
            );
            look.paragraph(out, 0, &aside)?;
        }
        Ok(())
    }
}
