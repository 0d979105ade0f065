//! A text is sound when every mark and every piece of syntax lies in it, on whole characters.

use candour::input;
use candour::text::Text;

/// Reads `bytes` as the file `name`, looks at what came of it and hands it on.
pub fn read(name: &str, bytes: &[u8]) -> Option<Text> {
    let text = input::read(name, bytes).ok()?;
    let spans = text.marks.iter().map(|mark| mark.span).chain(text.syntax.iter().copied());
    for span in spans {
        assert!(text.content.get(span.range()).is_some(), "{span:?} cuts a character or runs out of the text");
    }
    Some(text)
}
