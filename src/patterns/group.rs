//! A `Group` is what a rule asks of a whole stretch of a document around its hits: what must be missing there for the
//! rule to speak, once.

use serde::{Deserialize, Serialize};

use super::rule::SetId;

/// The stretch that a group rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stretch {
    /// Everything under the heading, the label or the table's title that the hit stands in.
    Under,
    /// All blocks between two headings.
    Section,
    /// The whole document.
    Document,
}

/// Where a sentence on one child by himself must be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Single {
    /// In the stretch.
    Nowhere,
    /// In the stretch, while the rest of the document has one.
    Elsewhere,
}

/// A part of minutes or of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// Those present, those who sent apologies, those invited.
    Attendance,
    /// The actions.
    Actions,
}

/// What a rule of kind `group` asks of its stretch. Conditions that are not written hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The stretch.
    pub stretch: Stretch,
    /// The fewest hits in it.
    pub at_least: u32,
    /// With fewer words than this it lacks everything, unless somebody is quoted in it.
    pub fewest_words: u32,
    /// Words that must not stand in it.
    pub lacks: Vec<SetId>,
    /// Verbs of which no child may be the subject in it: what a child says, whoever passes it on.
    pub child_says: Vec<SetId>,
    /// Verbs of which no child may be the subject in it: what a child is seen to do, not what an adult says of it.
    pub child_does: Vec<SetId>,
    /// Verbs by which an adult says something of a child.
    pub adult_says: Vec<SetId>,
    /// Words for adults.
    pub adults: Vec<SetId>,
    /// Where a sentence on one child must be missing; the document must be about several.
    pub single_child: Option<Single>,
    /// Words that say that there are several children, besides their names.
    pub several: Vec<SetId>,
    /// Where the one whom the hits speak of must be missing; the document must have one of these parts.
    pub absent_from: Vec<Place>,
    /// Words by which he would be found there, besides his name.
    pub known_as: Vec<SetId>,
    /// Whether the heading of the hit must name a child.
    pub names_child: bool,
    /// Whether headings that are a child's name are hits as well.
    pub child_headings: bool,
}

impl Group {
    /// All sets of words that it reads.
    #[must_use]
    pub fn sets(&self) -> [&[SetId]; 7] {
        [
            &self.lacks,
            &self.child_says,
            &self.child_does,
            &self.adult_says,
            &self.adults,
            &self.several,
            &self.known_as,
        ]
    }
}
