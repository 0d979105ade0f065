//! A `Genre` is the kind of paper a document is.

use super::{Document, Zone};

/// The kind of paper; decides which rules apply where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Genre {
    /// A case review: serious case review, practice review, domestic homicide review, adult review.
    Review,
    /// A plan of actions standing alone.
    ActionPlan,
    /// Minutes or a record of a meeting.
    Minutes,
    /// An inspectorate's report on a whole service; in the JSON contract it is one of the others.
    Inspection,
    /// Anything else.
    #[default]
    Other,
}

impl Genre {
    /// The genre's name in packs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::ActionPlan => "action-plan",
            Self::Minutes => "minutes",
            Self::Inspection => "inspection",
            Self::Other => "other",
        }
    }

    /// The genre's name in the JSON contract.
    #[must_use]
    pub const fn contract_name(self) -> &'static str {
        match self {
            Self::Inspection => "other",
            named => named.name(),
        }
    }
}

/// What titles say of each genre, lower case. The first that stands in the document decides; of minutes only the first
/// word tells anything in prose.
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
            "discretionary review",
            "rapid review",
            "multi-agency review",
            "partnership review",
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
            "professionals' meeting",
            "network meeting",
            "planning meeting",
            "review meeting",
            "safeguarding meeting",
            "risk management meeting",
            "marm meeting",
            "panel meeting",
            "meeting held on",
            "date of meeting",
            "meeting date",
            "supervision note",
            "supervision record",
            "record of supervision",
            "record of meeting",
            "team around the",
            "notes of meeting",
            "meeting notes",
            "apologies",
            "family assessment",
            "parenting assessment",
            "needs assessment",
            "early help assessment",
            "care act assessment",
            "carer's assessment",
            "pre-birth assessment",
            "social work assessment",
            "single assessment",
            "closing summary",
            "closure summary",
            "transfer summary",
            "case summary",
            "case note",
            "case record",
            "visit record",
            "record of visit",
        ],
    ),
    (
        Genre::ActionPlan,
        &[
            "action plan",
            "improvement plan",
            "response plan",
            "board paper",
            "paper to the board",
            "report to the board",
            "progress report",
            "position report",
            "highlight report",
            "progress against",
        ],
    ),
    (
        Genre::Inspection,
        &[
            "inspection of ",
            "inspection report",
            "area inspection",
            "monitoring visit to",
            "monitoring visit of",
            "focused visit",
        ],
    ),
];

/// How much of the document's beginning its title can stand in, in bytes.
const TITLE_PAGE: usize = 1_500;

/// A title is no longer than this, in bytes.
const LONGEST_TITLE: usize = 120;

/// The genre of a document, from the earliest telling words on its first page: any of its titles', and of prose what
/// names a review or calls itself minutes; "a conference was held" makes no minutes of a report.
pub(super) fn of(document: &Document) -> Genre {
    let first_page = document.blocks.iter().take_while(|b| (b.span.start as usize) < TITLE_PAGE);
    let texts = first_page.filter(|b| b.zone != Zone::Contents).map(|b| document.fold.slice(b.span));
    // A title may stand on several lines, each a block.
    let mut titles = String::new();
    for text in texts {
        let is_title = text.len() <= LONGEST_TITLE && !text.ends_with('.');
        if is_title {
            titles.push_str(text);
            titles.push(' ');
        } else if let Some(genre) = told(&titles, true).or_else(|| told(text, false)) {
            return genre;
        } else {
            titles.clear();
        }
    }
    told(&titles, true).unwrap_or_default()
}

/// The genre that `text` names first, if it names one.
fn told(text: &str, is_title: bool) -> Option<Genre> {
    let lower = text.to_lowercase().replace(['*', '_'], "");
    let words = |genre, all: &'static [&'static str]| match genre {
        Genre::Review => all,
        _ if is_title => all,
        Genre::Minutes => &all[..1],
        _ => &[],
    };
    // "It takes ten minutes" calls nothing minutes.
    let timed = |at: usize| !is_title && !calls_minutes(&lower, at);
    let first = |genre: Genre, all: &[&str]| {
        let places = all.iter().flat_map(|w| lower.match_indices(w)).map(|(at, _)| at);
        places.filter(|&at| genre != Genre::Minutes || !timed(at)).min()
    };
    let found = TITLES
        .iter()
        .filter_map(|(genre, all)| first(*genre, words(*genre, all)).map(|at| (at, *genre)));
    found.min_by_key(|(at, _)| *at).map(|(_, genre)| genre)
}

/// Whether the "minutes" at byte `at` of `lower` are a record: "the minutes", "minutes of", or the first word.
fn calls_minutes(lower: &str, at: usize) -> bool {
    let before = lower[..at].trim_end().rsplit(' ').next().unwrap_or_default();
    let named = matches!(
        before,
        "" | "the" | "these" | "draft" | "agreed" | "as" | "are" | "meeting" | "confirmed" | "restricted" | "confidential"
    );
    named || lower[at + "minutes".len()..].starts_with(" of ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input;
    use crate::text::Lexicon;

    #[test]
    fn an_inspection_is_told_by_its_title() {
        let text = "Ashby City Council\n\nInspection of children's social care services\n\nInspection dates: 3 to 14 May\n\nLeaders know their services.\n";
        let read = input::read("paper.txt", text.as_bytes()).unwrap();
        let genre = Document::parse(&read, &Lexicon::default()).genre;
        assert_eq!((genre, genre.contract_name()), (Genre::Inspection, "other"));
    }

    #[test]
    fn titles_tell_the_genre_and_prose_only_what_it_calls_itself() {
        for (text, genre) in [
            (
                "**\u{201c}Tom\u{201d} Serious Case\nReview**\n\nand\n\nAction Plan\n\nThe author met the family.\n",
                Genre::Review,
            ),
            (
                "Kestrel LSCP\n\nAction plan\n\nThe serious case review was published in May.\n",
                Genre::ActionPlan,
            ),
            (
                "CORE GROUP MEETING\n\nPresent: AB, CD\n\nThe serious case review was read.\n",
                Genre::Minutes,
            ),
            (
                "Narrative\n\nA child protection conference was held in May and the core group met twice.\n",
                Genre::Other,
            ),
            (
                "This Domestic Homicide Review examines how agencies responded to Nerys.\n",
                Genre::Review,
            ),
        ] {
            let read = input::read("paper.txt", text.as_bytes()).unwrap();
            assert_eq!(Document::parse(&read, &Lexicon::default()).genre, genre, "{text}");
        }
    }
}
