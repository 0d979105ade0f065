//! A `blocked` action is set out as a block of labelled lines, of which the first ones name it and what it answers: "Ref: P1", "Answers:
//! F2", "Action: …".

use super::cited;
use crate::document::{Block, Document, Part, PartRole, Statement, Zone, code, label, line, part};
use crate::text::Span;

/// Most lines before the one that says what is to be done.
const MOST: usize = 3;
/// Longest such line, in bytes.
const LONGEST: usize = 60;

/// Whether block `at` is such a line: it gives places, or a name, and nothing of an action.
fn is_head_line(document: &Document, at: usize) -> bool {
    let block = &document.blocks[at];
    let text = document.fold.slice(block.body).trim();
    let line =
        matches!(block.zone, Zone::Paragraph | Zone::Heading) && block.cell.is_none() && block.paragraph.is_none() && text.len() <= LONGEST;
    let answers = || cited::opening(text).is_some_and(|end| end == text.len());
    let named = || line::opens_part(text) && part::opening(text).is_none() && text.contains(|c: char| c.is_ascii_digit());
    let coded = || {
        code(text).is_some_and(|(letters, digits)| {
            let rest = text[letters.len() + digits.len()..].trim_start();
            rest.is_empty() || rest.starts_with('(')
        })
    };
    line && !text.ends_with('.') && (answers() || named() || coded())
}

fn says_action(block: &Block, document: &Document) -> bool {
    part::opening(document.fold.slice(block.body)).is_some_and(|(role, _)| role == PartRole::Body)
}

/// Whether block `at` opens the block of the next action.
pub(super) fn opens_next(document: &Document, at: usize) -> bool {
    let heads = (at..document.blocks.len())
        .take(MOST)
        .take_while(|&i| is_head_line(document, i))
        .count();
    heads > 0 && document.blocks.get(at + heads).is_some_and(|block| says_action(block, document))
}

/// `statement`, whose words block `i` gives behind their label, with the lines of its block that stand before them.
pub(super) fn headed(document: &Document, i: usize, mut statement: Statement) -> Statement {
    if !says_action(&document.blocks[i], document) {
        return under_label(document, i, statement);
    }
    let heads = (0..i).rev().take(MOST).take_while(|&at| is_head_line(document, at));
    for at in heads {
        let block = &document.blocks[at];
        let text = document.fold.slice(block.body);
        statement.blocks.0 = at as u32;
        statement.span = Span::new(block.span.start, statement.span.end);
        let name = text.split_once(": ").map_or(text, |(_, name)| name).trim();
        if let Some((letters, digits)) = code(name).filter(|_| cited::opening(text).is_none() && statement.number.is_none()) {
            statement.label = format!("{letters}{digits}");
            statement.number = Some(digits.to_owned());
        } else {
            statement.parts.insert(
                0,
                Part {
                    role: PartRole::Answers,
                    span: block.body,
                },
            );
        }
    }
    statement
}

/// `statement` of block `i` with the label that stands alone on the line above it: "Line 4", "P2".
fn under_label(document: &Document, i: usize, mut statement: Statement) -> Statement {
    let Some(at) = i
        .checked_sub(1)
        .filter(|_| statement.number.is_none() && statement.blocks.0 == i as u32)
    else {
        return statement;
    };
    let block = &document.blocks[at];
    let text = document.fold.slice(block.body).trim();
    let alone = |rest: &str| !rest.contains(char::is_alphanumeric);
    let own = document
        .outline
        .own
        .head(at as u32)
        .filter(|head| alone(&text[head.label_len.min(text.len())..]));
    let known = || label::label_head(text).filter(|head| alone(&text[head.label_len..]));
    let coded = || code(text).filter(|(letters, digits)| alone(&text[letters.len() + digits.len()..]));
    let named = own
        .map(|head| (head.label.clone(), head.number.clone()))
        .or_else(|| known().map(|head| (text[..head.label_len].to_owned(), head.number)))
        .or_else(|| coded().map(|(letters, digits)| (format!("{letters}{digits}"), digits.to_owned())));
    if let Some((label, number)) = named.filter(|_| block.cell.is_none() && text.len() <= LONGEST) {
        statement.label = label;
        statement.number = Some(number);
        statement.blocks.0 = at as u32;
        statement.span = Span::new(block.span.start, statement.span.end);
    }
    statement
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, StatementKind};
    use crate::input;
    use crate::text::Lexicon;

    #[test]
    fn a_block_of_lines_is_one_action() {
        let text = "REVIEW\n\nWhat was found\n\nF1. The ferry sailed without him.\n\nF2. The pier light was out.\n\nF3. Nobody rang the harbour.\n\nACTION \
                    PLAN\n\nRef: P1\nAnswers: F1\nAction: Count passengers at each call.\nLead: Ferry Manager\nBy: March 2024\n\nRef: P2\nAnswers: F2\n\
                    Action: Mend the pier light.\nLead: Harbour Master\nBy: May 2024\n";
        let read = input::read("plan.txt", text.as_bytes()).unwrap();
        let document = Document::parse(&read, &Lexicon::default());
        let actions: Vec<&str> = document
            .statements
            .iter()
            .filter(|s| s.kind == StatementKind::Action)
            .map(|s| document.fold.slice(s.span))
            .collect();
        assert_eq!(actions.len(), 2);
        assert!(
            actions[0].starts_with("Ref: P1") && actions[0].ends_with("March 2024"),
            "{}",
            actions[0]
        );
        assert!(
            actions[1].starts_with("Ref: P2") && actions[1].ends_with("May 2024"),
            "{}",
            actions[1]
        );
    }
}
