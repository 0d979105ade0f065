//! The refs view is the matrix of one document's references for a terminal: what each action cites, which promises are
//! kept, what answers each finding, the coverage both ways, and what to mend.

use std::io::{self, Write};

use crate::reading::Reading;
use crate::report::Edition;
use crate::report::matrix::{Line, Matrix, shared, suggested};

use super::look::{Look, counted};

/// Writes the matrix of `reading`. A failed reading shows nothing.
///
/// # Errors
/// Those of `out`.
pub fn write(reading: &Reading<'_>, edition: &Edition<'_>, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let Some(matrix) = &Matrix::new(reading, edition) else {
        return Ok(());
    };
    let references = counted(matrix.lines.len() as u64, "reference");
    writeln!(out, "{}: {references}", look.title(&matrix.path))?;
    actions(matrix, look, out)?;
    promises(matrix, look, out)?;
    answered(matrix, look, out)?;
    title("COVERAGE", look, out)?;
    for (name, share) in matrix.coverage {
        writeln!(out, "  {name}: {}", shared(share))?;
    }
    to_mend(matrix, look, out)?;
    writeln!(out)
}

fn title(words: &str, look: &Look, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\n{}", look.title(words))
}

fn actions(matrix: &Matrix, look: &Look, out: &mut impl Write) -> io::Result<()> {
    if matrix.actions.is_empty() {
        return Ok(());
    }
    title(&format!("WHAT EACH {} CITES", matrix.answering.to_uppercase()), look, out)?;
    for action in &matrix.actions {
        writeln!(out, "  {} (line {})", action.label, action.line)?;
        if action.cites.is_empty() {
            writeln!(out, "    cites nothing")?;
        }
        for it in action.cites.iter().map(|&at| &matrix.lines[at]) {
            look.item(out, 4, &format!("{}: {}", it.words(), it.outcome()))?;
            suggestions(it, 6, look, out)?;
        }
    }
    Ok(())
}

fn suggestions(it: &Line, indent: usize, look: &Look, out: &mut impl Write) -> io::Result<()> {
    it.suggestions.iter().try_for_each(|it| look.item(out, indent, &suggested(it)))
}

fn promises(matrix: &Matrix, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let mut promises = matrix.promises().peekable();
    if promises.peek().is_none() {
        return Ok(());
    }
    title("WHAT IS PROMISED", look, out)?;
    promises.try_for_each(|it| {
        look.item(out, 2, &format!("{}: {}", it.place, it.answer()))?;
        suggestions(it, 4, look, out)
    })
}

fn answered(matrix: &Matrix, look: &Look, out: &mut impl Write) -> io::Result<()> {
    if matrix.answered.is_empty() {
        return Ok(());
    }
    title("WHAT ANSWERS EACH FINDING AND RECOMMENDATION", look, out)?;
    matrix.answered.iter().try_for_each(|it| {
        let by = if it.by.is_empty() { "nothing".to_owned() } else { it.by.join(", ") };
        look.item(out, 2, &format!("{} (line {}): {by}", it.label, it.line))
    })
}

fn to_mend(matrix: &Matrix, look: &Look, out: &mut impl Write) -> io::Result<()> {
    title("TO MEND, IN THIS ORDER", look, out)?;
    for group in &matrix.faults {
        writeln!(out, "  {}", group.title)?;
        for fault in &group.faults {
            look.item(out, 4, &format!("{}. {}", fault.number, fault.says))?;
        }
    }
    if matrix.faults.is_empty() {
        writeln!(out, "  Nothing.")?;
    }
    Ok(())
}
