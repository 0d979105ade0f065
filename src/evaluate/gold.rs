//! A `Gold` document is a text with labels in it: `[[safe and well::must generic-reassurance quoted]]`.
//! What remains when the brackets are taken away is the document.

use crate::annotation::{Polarity, Voice};
use crate::text::Span;

use super::labels::{GoldError, Labelled};

/// What a label asks of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Duty {
    /// A fault whose wording the catalogue lists: it must be found.
    Must,
    /// A fault that a careful reader would mark, worded in a way that no list foresees.
    Open,
    /// Arguable: finding it is neither right nor wrong.
    May,
    /// A temptation: it must not be marked as a fault.
    Not,
}

/// One labelled stretch of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where (bytes of the document without its labels).
    pub span: Span,
    /// What is asked.
    pub duty: Duty,
    /// The group of the catalogue; empty for [`Duty::Not`].
    pub category: String,
    /// Whose words.
    pub voice: Voice,
    /// Asserted or denied.
    pub polarity: Polarity,
}

/// A document with its labels, in the order of their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gold {
    /// The document.
    pub content: String,
    /// Its labels.
    pub labels: Vec<Label>,
}

impl Gold {
    /// Reads a labelled text.
    ///
    /// # Errors
    /// The first label that is not closed or not understood.
    pub fn parse(labelled: &str) -> Result<Self, GoldError> {
        let labelled = Labelled::read(labelled)?;
        let labels = labelled
            .labels
            .iter()
            .map(|it| label(it.span, it.said).map_err(|problem| GoldError { line: it.line, problem }));
        let labels = labels.collect::<Result<_, _>>()?;
        Ok(Self {
            content: labelled.content,
            labels,
        })
    }
}

fn label(span: Span, said: &str) -> Result<Label, String> {
    let mut words = said.split_whitespace();
    let duty = match words.next() {
        Some("must") => Duty::Must,
        Some("open") => Duty::Open,
        Some("may") => Duty::May,
        Some("not") => Duty::Not,
        other => return Err(format!("`{}` is none of must, open, may, not", other.unwrap_or_default())),
    };
    let mut label = Label {
        span,
        duty,
        category: String::new(),
        voice: Voice::Own,
        polarity: Polarity::Asserted,
    };
    for word in words {
        match word {
            "own" => label.voice = Voice::Own,
            "quoted" => label.voice = Voice::Quoted,
            "reported" => label.voice = Voice::Reported,
            "mentioned" => label.voice = Voice::Mentioned,
            "asserted" => label.polarity = Polarity::Asserted,
            "negated" => label.polarity = Polarity::Negated,
            category if label.category.is_empty() => category.clone_into(&mut label.category),
            extra => return Err(format!("`{extra}` is one word too many")),
        }
    }
    if label.category.is_empty() && duty != Duty::Not {
        return Err("a label names no category".into());
    }
    Ok(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_come_out_of_the_text() {
        let gold = Gold::parse("Seen \u{201c}[[safe\nand well::must generic-reassurance quoted]]\u{201d}, [[fined::not]].").unwrap();
        assert_eq!(gold.content, "Seen \u{201c}safe\nand well\u{201d}, fined.");
        assert_eq!(&gold.content[gold.labels[0].span.range()], "safe\nand well");
        assert_eq!((gold.labels[0].duty, gold.labels[0].voice), (Duty::Must, Voice::Quoted));
        assert_eq!(gold.labels[1].duty, Duty::Not);
    }

    #[test]
    fn a_bad_label_names_its_line() {
        for (text, line) in [("a\n[[b::maybe x]]", 2), ("[[b", 1), ("\n\n[[b]]", 3), ("[[b::must]]", 1)] {
            assert_eq!(Gold::parse(text).unwrap_err().line, line, "{text}");
        }
    }
}
