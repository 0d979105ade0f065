//! A stretch is a run of the source of which the fold has kept every byte, or all of which one folded byte stands for.

use super::{Fold, Span, ceil_char};

impl Fold {
    /// The stretches of `source` that the folded `span` came from, in the order of the fold; a label that the format prints
    /// has none. What was smoothed away, such as the second blank of two, lies between them.
    pub fn stretches<'f>(&'f self, span: Span, source: &'f str) -> impl Iterator<Item = Span> + 'f {
        let printed = self.label(span).map_or(span.start, |label| label.end);
        let from = self.anchors.partition_point(|&(folded, _)| folded <= printed).saturating_sub(1);
        let ends = self.anchors[from.min(self.anchors.len())..]
            .iter()
            .skip(1)
            .map(|&(folded, _)| folded);
        let ends = ends.chain([u32::MAX]);
        let within = self.anchors[from.min(self.anchors.len())..].iter().zip(ends);
        within
            .take_while(move |((folded, _), _)| *folded < span.end)
            .filter_map(move |(&(folded, at), end)| {
                let (start, end) = (folded.max(printed), end.min(span.end));
                let (start, len) = (at + (start - folded.min(start)), end.saturating_sub(start));
                let end = ceil_char(source, (start + len) as usize);
                (len > 0).then(|| Span::at(start as usize, end))
            })
    }

    /// Where in the fold the label stands that the format prints before the block at the folded `span`.
    #[must_use]
    pub fn label(&self, span: Span) -> Option<Span> {
        let at = self.labels.partition_point(|(label, _)| label.start < span.start);
        self.labels
            .get(at)
            .map(|(label, _)| *label)
            .filter(|label| label.start == span.start && label.end <= span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Folder, Lexicon};
    use super::*;
    use crate::text::{Format, Text};

    #[test]
    fn stretches_hold_what_the_fold_kept() {
        let text = Text {
            content: "The \u{201c}boy\u{201d}  was\nseen".into(),
            marks: vec![],
            syntax: vec![],
            format: Format::Text,
            warnings: vec![],
        };
        let lexicon = Lexicon::default();
        let mut folder = Folder::new(&text, &lexicon);
        let block = folder.labelled_block(Some("7.1"), &[Span::at(0, text.content.len())]);
        let fold = folder.finish();
        assert_eq!(fold.slice(block), "7.1 The \"boy\" was seen");
        let kept: String = fold.stretches(block, &text.content).map(|span| text.slice(span)).collect();
        assert_eq!(kept, "The \u{201c}boy\u{201d} was\nseen");
        assert_eq!(fold.label(block).map(|label| fold.slice(label)), Some("7.1 "));
        let word = Span::at(block.start as usize + 9, block.start as usize + 12);
        assert_eq!(fold.label(word), None);
        let words: Vec<&str> = fold.stretches(word, &text.content).map(|span| text.slice(span)).collect();
        assert_eq!(words, ["boy"]);
    }
}
