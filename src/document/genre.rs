//! A `Genre` is the kind of paper a document is.

/// The kind of paper; decides which rules apply where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Genre {
    /// A case review: serious case review, practice review, domestic homicide review, adult review.
    Review,
    /// A plan of actions standing alone.
    ActionPlan,
    /// Minutes or a record of a meeting.
    Minutes,
    /// Anything else.
    #[default]
    Other,
}

impl Genre {
    /// The genre's name in the JSON contract and in packs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::ActionPlan => "action-plan",
            Self::Minutes => "minutes",
            Self::Other => "other",
        }
    }
}
