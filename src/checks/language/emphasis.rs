//! `emphasis`: whether a hit fills a stretch that the source sets in emphasis, `*resilient*` or `_resilient_`. The fold drops
//! the asterisks, so the source is asked.

use crate::text::Span;

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
