//! `emphasis`: the stretch that the source sets in emphasis around a hit, `*resilient*` or `_resilient_`, and whether the hit
//! fills it. The fold drops the asterisks, so the source is asked.

use memchr::memrchr2;

use super::passage::{head, tail};
use crate::text::Span;

/// Bytes either side of a hit in which its emphasis must begin and end.
const AROUND: usize = 400;

/// Where the emphasised stretch that holds `hit` begins (bytes of `content`, after its mark); `None` where there is none.
pub(super) fn start(hit: Span, content: &str) -> Option<u32> {
    let before = tail(&content[..hit.start as usize], AROUND);
    // Most hits have no such mark anywhere near.
    memrchr2(b'*', b'_', before.as_bytes())?;
    let before = paragraph_tail(before);
    let after = head(&content[hit.end as usize..], AROUND);
    let after = after.split("\n\n").next().unwrap_or_default();
    ['*', '_'].into_iter().find_map(|mark| {
        let opened = before.rfind(mark)?;
        let marks = (before[..opened].chars().next_back(), before[opened + 1..].chars().next());
        let opens = marks
            .0
            .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '"' | '\u{201c}' | '\u{2018}'))
            && marks.1.is_none_or(|c| !c.is_whitespace());
        let closed = after.find(mark)?;
        let inside = after[..closed].chars().next_back().is_none_or(|c| !c.is_whitespace());
        let ends = after[closed + 1..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != mark);
        (opens && inside && ends).then(|| hit.start - (before.len() - opened - 1) as u32)
    })
}

/// What of `before` stands after its last blank line.
fn paragraph_tail(before: &str) -> &str {
    before.rsplit("\n\n").next().unwrap_or_default()
}

/// Whether `hit` (bytes of `content`) stands between two single marks of emphasis, and fills what they enclose.
pub(super) fn fills(hit: Span, content: &str) -> bool {
    let bytes = content.as_bytes();
    let (start, end) = (hit.start as usize, hit.end as usize);
    let Some(&mark @ (b'*' | b'_')) = start.checked_sub(1).and_then(|at| bytes.get(at)) else {
        return false;
    };
    let doubled = start > 1 && bytes[start - 2] == mark || bytes.get(end + 1) == Some(&mark);
    bytes.get(end) == Some(&mark) && !doubled
}
