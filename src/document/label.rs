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
    /// A decision of a meeting.
    Decision,
    /// A case of an audit.
    Case,
    /// An item or minute of a meeting's record, by its printed number.
    Item,
    /// A need, priority, outcome, objective or line of a plan.
    Point,
    /// A code that the document itself gives to rows or paragraphs: "OP4".
    Code,
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
    /// A noun of the document's own, by its place among those that it numbers with: "Pointer iv".
    Own(u8),
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
            Self::Decision => "decision",
            Self::Case => "case",
            Self::Item => "item",
            Self::Point => "point",
            Self::Code => "code",
            Self::Appendix => "appendix",
            Self::Table => "table",
            Self::Figure => "figure",
            Self::Page => "page",
            Self::Footnote => "footnote",
            Self::Own(_) => "own",
        }
    }
}

impl LabelKind {
    /// Whether places of this kind are read and counted elsewhere: sections by their numbers, tables by their captions.
    pub(super) const fn is_elsewhere(self) -> bool {
        matches!(self, Self::Section | Self::Appendix | Self::Table | Self::Figure | Self::Case)
    }
}

/// The words that name each kind, longest first where one begins with another.
const LABEL_WORDS: &[(&str, LabelKind)] = &[
    ("key practice episode", LabelKind::Episode),
    ("practice episode", LabelKind::Episode),
    ("key line of enquiry", LabelKind::Question),
    ("kloe", LabelKind::Question),
    ("key question", LabelKind::Question),
    ("question for the board", LabelKind::Question),
    ("question", LabelKind::Question),
    ("key learning point", LabelKind::LearningPoint),
    ("key learning", LabelKind::LearningPoint),
    ("learning point", LabelKind::LearningPoint),
    ("learning theme", LabelKind::LearningPoint),
    ("learning", LabelKind::LearningPoint),
    ("lesson", LabelKind::LearningPoint),
    ("key finding", LabelKind::Finding),
    ("finding", LabelKind::Finding),
    ("recommendation", LabelKind::Recommendation),
    ("rec", LabelKind::Recommendation),
    ("action point", LabelKind::Action),
    ("action", LabelKind::Action),
    ("theme", LabelKind::Theme),
    ("need", LabelKind::Point),
    ("priority", LabelKind::Point),
    ("outcome", LabelKind::Point),
    ("goal", LabelKind::Point),
    ("objective", LabelKind::Point),
    ("standard", LabelKind::Point),
    ("domain", LabelKind::Point),
    ("strand", LabelKind::Point),
    ("concern", LabelKind::Point),
    ("area", LabelKind::Point),
    ("line", LabelKind::Point),
    ("issue", LabelKind::Point),
    ("principle", LabelKind::Point),
    ("aim", LabelKind::Point),
    ("decision", LabelKind::Decision),
    ("case", LabelKind::Case),
    ("section", LabelKind::Section),
    ("chapter", LabelKind::Section),
    ("part", LabelKind::Section),
    ("appendix", LabelKind::Appendix),
    ("annexe", LabelKind::Appendix),
    ("annex", LabelKind::Appendix),
    ("table", LabelKind::Table),
    ("figure", LabelKind::Figure),
];

/// A label with its number at the start of a block: "Finding Two", "Recommendation 3:".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LabelHead {
    /// What it labels.
    pub(crate) kind: LabelKind,
    /// The number in digits and lower-case letters.
    pub(crate) number: String,
    /// Bytes of the label as written, from the start of the text.
    pub(crate) label_len: usize,
    /// Bytes up to the first word after the label and its colon or dash.
    pub(crate) len: usize,
}

/// The label that `text` opens with, when it stands there as a heading does: alone, or before a colon, stop, dash,
/// bracket, or a new capital after a tab. "Finding 2 refers" and "Action three weeks later" are no heads.
pub(crate) fn label_head(text: &str) -> Option<LabelHead> {
    // The frame of a box may stand before it.
    let framed = |c: char| matches!(c, '*' | '_' | '#' | ' ' | '|' | '\u{2500}'..='\u{257f}');
    let lead = text.len() - text.trim_start_matches(framed).len();
    let rest = &text[lead..];
    if !rest.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let Some((word, kind)) = LABEL_WORDS.iter().find(|(word, _)| starts_with_word(rest, word)) else {
        return short_head(text, lead);
    };
    let Some(after_word) = rest[word.len()..].strip_prefix(' ') else {
        return short_head(text, lead);
    };
    let after_word = after_word.trim_start();
    let after_word = after_word
        .strip_prefix("No. ")
        .or_else(|| after_word.strip_prefix("no. "))
        .unwrap_or(after_word);
    let number_at = text.len() - after_word.len();
    let (number, number_len) = number_of(after_word)?;
    let label_len = number_at + number_len;
    let len = words_after(text, label_len, *kind)?;
    Some(LabelHead {
        kind: *kind,
        number,
        label_len,
        len,
    })
}

/// Where the words begin after a label that ends at `label_len` and stands as a heading does; `None` where it does not.
pub(super) fn words_after(text: &str, label_len: usize, kind: LabelKind) -> Option<usize> {
    let tail = text[label_len..].trim_start_matches(['*', '_']);
    let stripped = tail.trim_start_matches([' ', '\t']);
    let body = stripped.trim_start_matches([':', '.', '-', '\u{2013}', '\u{2014}', ')', '*', '_', ' ', '\t']);
    if let Some(addressed) = addressed(stripped) {
        return Some(text.len() - addressed.len());
    }
    let marked = stripped.is_empty() || stripped.len() != body.len() || stripped.starts_with('(') || tail.starts_with('\t');
    let marked = marked || tail.starts_with(' ') && opens_title(kind, stripped);
    marked.then_some(text.len() - body.len())
}

/// The words after the comma of "Recommendation 3, to the Board: that no case is closed".
fn addressed(after: &str) -> Option<&str> {
    const LONGEST: usize = 120;
    let rest = after.strip_prefix(',')?.trim_start();
    let name = rest.strip_prefix("to ").or_else(|| rest.strip_prefix("for "))?;
    let colon = name.find(": ").filter(|&at| at <= LONGEST)?;
    (!name[..colon].contains(['.', ';'])).then_some(rest)
}

/// What `words`, the noun of a label in lower case, is known to name.
pub(super) fn known(words: &str) -> Option<LabelKind> {
    LABEL_WORDS.iter().find(|(word, _)| *word == words).map(|(_, kind)| *kind)
}

/// The number after a label, in digits and lower-case letters, and the bytes it takes: "3", "Two", "IV", "iv", "B", "A(ii)".
pub(super) fn number_of(text: &str) -> Option<(String, usize)> {
    compound(text)
        .or_else(|| super::number::after_label(text))
        .or_else(|| small_roman(text))
        .or_else(|| letter(text))
}

/// A capital and what counts below it: "A(ii)" as "aii".
pub(super) fn compound(text: &str) -> Option<(String, usize)> {
    const LONGEST: usize = 5;
    let letter = text.chars().next().filter(char::is_ascii_uppercase)?;
    let inner = text[1..].strip_prefix('(')?;
    let length = inner.bytes().take(LONGEST).take_while(u8::is_ascii_lowercase).count();
    let counts = length == 1 || roman_value(&inner[..length]).is_some();
    (counts && inner[length..].starts_with(')')).then(|| (format!("{}{}", letter.to_ascii_lowercase(), &inner[..length]), length + 3))
}

/// Roman figures in small letters, by themselves: "iv".
fn small_roman(text: &str) -> Option<(String, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_lowercase).count();
    let value = roman_value(&text[..length])?;
    let alone = !text[length..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '-'));
    alone.then(|| (value.to_string(), length))
}

/// What Roman figures in small letters count, up to thirty-nine.
pub(crate) fn roman_value(word: &str) -> Option<u32> {
    const LONGEST: usize = 6;
    let value = |b: u8| match b {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        _ => None,
    };
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let figures: Vec<u32> = word.bytes().map(value).collect::<Option<_>>()?;
    let before_greater = |i: usize| figures.get(i + 1).is_some_and(|next| *next > figures[i]);
    let (plus, minus) = (0..figures.len()).fold((0, 0), |(plus, minus), i| {
        if before_greater(i) {
            (plus, minus + figures[i])
        } else {
            (plus + figures[i], minus)
        }
    });
    (plus > minus).then(|| plus - minus)
}

/// Whether what follows a label without a sign between opens its title or its sentence: "Decision 1 It was agreed".
fn opens_title(kind: LabelKind, after: &str) -> bool {
    use LabelKind as L;
    let series = matches!(
        kind,
        L::Appendix
            | L::Point
            | L::Finding
            | L::Recommendation
            | L::LearningPoint
            | L::Theme
            | L::Episode
            | L::Action
            | L::Question
            | L::Decision
            | L::Case
            | L::Own(_)
    );
    let word: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
    let capital = word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
    series && capital && super::number::month(&word).is_none()
}

/// What each short form of a label stands for: "R1.", "Rec 2:", "LP 3 -".
const SHORT_FORMS: &[(&str, LabelKind)] = &[
    ("Rec", LabelKind::Recommendation),
    ("REC", LabelKind::Recommendation),
    ("R", LabelKind::Recommendation),
    ("KF", LabelKind::Finding),
    ("F", LabelKind::Finding),
    ("KLP", LabelKind::LearningPoint),
    ("LP", LabelKind::LearningPoint),
    ("KPE", LabelKind::Episode),
    ("A", LabelKind::Action),
];

/// A label in its short form, which must stand before a colon, stop, dash or bracket: "A1 road" is none.
fn short_head(text: &str, lead: usize) -> Option<LabelHead> {
    let rest = &text[lead..];
    let (form, kind) = SHORT_FORMS
        .iter()
        .find(|(form, _)| rest.strip_prefix(form).is_some_and(opens_number))?;
    let after_form = rest[form.len()..].trim_start_matches(['.', ' ']);
    let number_at = text.len() - after_form.len();
    let digits = after_form.bytes().take_while(u8::is_ascii_digit).count();
    let label_len = number_at + digits;
    let tail = text[label_len..].trim_start_matches(['*', '_']);
    let body = tail.trim_start_matches([':', '.', '-', '\u{2013}', '\u{2014}', ')', '*', '_', ' ', '\t']);
    let sign = tail.trim_start().starts_with([':', '.', '-', '\u{2013}', '\u{2014}', ')']);
    let marked = sign && tail.len() != body.len() && body.starts_with(char::is_uppercase);
    // "R1 (Finding 2). By 31 March …": what a bracket adds is what the statement answers.
    let marked = marked || tail.trim_start().starts_with('(') && tail.contains(')');
    (digits <= 2 && (marked || tail.starts_with('\t'))).then(|| LabelHead {
        kind: *kind,
        number: after_form[..digits].to_owned(),
        label_len,
        len: text.len() - body.len(),
    })
}

/// Whether a short form's number follows: "1", " 1", ". 1".
fn opens_number(after: &str) -> bool {
    let after = after.strip_prefix('.').unwrap_or(after);
    let after = after.strip_prefix(' ').unwrap_or(after);
    after.starts_with(|c: char| c.is_ascii_digit())
}

/// A label's words without the frame of a box before them.
pub(crate) fn bare(label: &str) -> &str {
    label.trim_start_matches(|c: char| matches!(c, '|' | ' ' | '\u{2500}'..='\u{257f}'))
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.len() > word.len() && text.is_char_boundary(word.len()) && text[..word.len()].eq_ignore_ascii_case(word)
}

/// A capital by itself: the "B" of "Appendix B" and "Finding B: …".
fn letter(text: &str) -> Option<(String, usize)> {
    let mut chars = text.chars();
    let letter = chars.next().filter(char::is_ascii_uppercase)?;
    (!chars.next().is_some_and(char::is_alphanumeric)).then(|| (letter.to_ascii_lowercase().to_string(), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_labels_that_stand_as_headings() {
        let head = |text: &str| label_head(text).map(|h| (h.kind, h.number, text[..h.label_len].to_owned(), text[h.len..].to_owned()));
        let expect = |kind, number: &str, label: &str, rest: &str| Some((kind, number.into(), label.into(), rest.into()));
        assert_eq!(head("Action Eleven"), expect(LabelKind::Action, "11", "Action Eleven", ""));
        assert_eq!(
            head("Recommendation 3: The Board"),
            expect(LabelKind::Recommendation, "3", "Recommendation 3", "The Board")
        );
        assert_eq!(
            head("**Finding Two** \u{2013} Supervision"),
            expect(LabelKind::Finding, "2", "**Finding Two", "Supervision")
        );
        assert_eq!(
            head("Finding B: Nobody asked"),
            expect(LabelKind::Finding, "b", "Finding B", "Nobody asked")
        );
        assert_eq!(
            head("Decision 1 It was agreed"),
            expect(LabelKind::Decision, "1", "Decision 1", "It was agreed")
        );
        assert_eq!(
            head("\u{250c} Learning Point 1"),
            expect(LabelKind::LearningPoint, "1", "\u{250c} Learning Point 1", "")
        );
        assert_eq!(head("Appendix B"), expect(LabelKind::Appendix, "b", "Appendix B", ""));
        assert_eq!(
            head("R1. The Trust will"),
            expect(LabelKind::Recommendation, "1", "R1", "The Trust will")
        );
        assert_eq!(
            head("Rec. 12 \u{2013} Police"),
            expect(LabelKind::Recommendation, "12", "Rec. 12", "Police")
        );
        assert_eq!(
            head("R2 (Finding 1). The Board"),
            expect(LabelKind::Recommendation, "2", "R2", "(Finding 1). The Board")
        );
        assert_eq!(head("LP3: Curiosity"), expect(LabelKind::LearningPoint, "3", "LP3", "Curiosity"));
        assert_eq!(head("KLOE 2. How"), expect(LabelKind::Question, "2", "KLOE 2", "How"));
        for no in [
            "Finding 2 refers to this",
            "Action three weeks later",
            "Actions Fourteen to Sixteen",
            "action 3",
            "Action needed",
            "Learning from reviews",
            "A1 road works",
            "R v Smith",
            "A4. paper",
            "Action 3 May 2019",
            "Finding Two of the review",
        ] {
            assert_eq!(head(no), None, "{no}");
        }
    }

    #[test]
    fn numbers_of_several_shapes() {
        for (text, number, label, rest) in [
            ("Finding A(ii). A visit", "aii", "Finding A(ii)", "A visit"),
            ("Finding iv. A visit", "4", "Finding iv", "A visit"),
            (
                "Recommendation 1, to the Trust: that nurses write",
                "1",
                "Recommendation 1",
                "to the Trust: that nurses write",
            ),
        ] {
            let head = label_head(text).map(|h| (h.number, &text[..h.label_len], &text[h.len..]));
            assert_eq!(head, Some((number.to_owned(), label, rest)));
        }
    }
}
