//! A `Genre` is the kind of paper a document is.

use super::Document;

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

/// What titles say of each genre, lower case. The first that stands in the document decides.
const TITLES: &[(Genre, &[&str])] = &[
    (
        Genre::Review,
        &[
            "serious case review",
            "case review",
            "practice review",
            "homicide review",
            "adult review",
            "adults review",
            "overview report",
            "learning review",
            "thematic review",
            "management review",
            "single unified review",
            "safeguarding review",
        ],
    ),
    (
        Genre::Minutes,
        &[
            "minutes",
            "core group",
            "conference",
            "strategy discussion",
            "strategy meeting",
            "child in need meeting",
            "case discussion",
            "professionals meeting",
            "supervision note",
            "supervision record",
            "record of supervision",
            "record of meeting",
            "team around the",
            "notes of meeting",
            "meeting notes",
            "apologies",
        ],
    ),
    (Genre::ActionPlan, &["action plan", "improvement plan", "response plan"]),
];

/// How much of the document's beginning its title can stand in, in bytes.
const TITLE_PAGE: usize = 1_500;

/// The genre of a document, from the earliest telling words on its first page.
pub(super) fn of(document: &Document) -> Genre {
    let mut end = document.fold.text.len().min(TITLE_PAGE);
    while !document.fold.text.is_char_boundary(end) {
        end -= 1;
    }
    let start = document.fold.text[..end].to_lowercase().replace('\n', " ");
    let first = |words: &[&str]| words.iter().filter_map(|w| start.find(w)).min();
    TITLES
        .iter()
        .filter_map(|(genre, words)| first(words).map(|at| (at, *genre)))
        .min_by_key(|(at, _)| *at)
        .map_or(Genre::Other, |(_, genre)| genre)
}
