//! `Roles` are the parts that people play towards a family, as a rule asks for them: "family", "professional".

use serde::{Deserialize, Serialize};

/// A set of roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roles(u8);

/// The roles by the names that packs give them; the first five are word lists as well.
const NAMES: [(&str, u8); 7] = [
    ("parent", 1),
    ("child", 2),
    ("kin", 4),
    ("professional", 8),
    ("body", 16),
    // A name that the document does not explain, or a pronoun that stands for nobody it names.
    ("someone", 32),
    ("family", 1 | 2 | 4),
];

impl Roles {
    /// The roles called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|&(_, bits)| Self(bits))
    }

    /// The role of the list with this number: parent, child, kin, professional, body.
    #[must_use]
    pub const fn of_list(number: usize) -> Self {
        Self(1 << number)
    }

    /// Somebody of whom the document does not say who it is.
    pub const SOMEONE: Self = Self(32);

    /// The roles of either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they have a role in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// All names, for whoever wrote another.
    pub(super) fn known() -> String {
        NAMES.map(|(name, _)| name).join(", ")
    }
}
