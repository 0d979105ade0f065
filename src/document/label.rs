//! A `LabelKind` is the noun in a label: the "Finding" of "Finding Two", the "paragraph" of "paragraph 4.27".

/// What a label says its target is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LabelKind {
    /// A numbered paragraph, or any printed number.
    Paragraph,
    /// A section or chapter.
    Section,
    /// A finding.
    Finding,
    /// A recommendation.
    Recommendation,
    /// A learning point, learning theme, lesson or key learning.
    LearningPoint,
    /// A theme.
    Theme,
    /// A key practice episode.
    Episode,
    /// An action.
    Action,
    /// A question for the board, or key line of enquiry.
    Question,
    /// An appendix or annex.
    Appendix,
    /// A table.
    Table,
    /// A figure.
    Figure,
    /// A page.
    Page,
    /// A footnote.
    Footnote,
}

impl LabelKind {
    /// The label's name in the JSON contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Section => "section",
            Self::Finding => "finding",
            Self::Recommendation => "recommendation",
            Self::LearningPoint => "learning-point",
            Self::Theme => "theme",
            Self::Episode => "episode",
            Self::Action => "action",
            Self::Question => "question",
            Self::Appendix => "appendix",
            Self::Table => "table",
            Self::Figure => "figure",
            Self::Page => "page",
            Self::Footnote => "footnote",
        }
    }
}
