//! A sniff at the start of a file tells whether it is a web page, and in which encoding.

/// Bytes at the start in which a page says what it is.
const START: usize = 4096;
/// Tags with which a page that was exported without its head begins.
const FIRST: [&str; 24] = [
    "head",
    "body",
    "meta",
    "title",
    "style",
    "main",
    "article",
    "section",
    "header",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "ul",
    "ol",
    "dl",
    "table",
    "nav",
    "blockquote",
    "center",
    "font",
    "span",
    "link",
];
/// Fewer closing tags than this make no page of a text that begins with a tag.
const FEWEST_ENDS: usize = 2;

/// Whether `content`, of a file called `name`, is a web page.
pub(crate) fn is_page(name: &str, content: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let start = past_preamble(content);
    if begins_with(start, "<!doctype html") || begins_with_tag(start, "html") {
        return true;
    }
    match &*ending {
        "md" | "markdown" => false,
        "html" | "htm" | "xhtml" => start.starts_with('<') || ends(content) > 0 || has_break(content),
        _ => FIRST.iter().any(|tag| begins_with_tag(start, tag)) && ends(content) >= FEWEST_ENDS,
    }
}

/// What follows white space, an XML declaration and comments.
fn past_preamble(content: &str) -> &str {
    let mut rest = content.trim_start_matches(['\u{feff}', ' ', '\t', '\n', '\r', '\u{c}']);
    loop {
        let after = if rest.starts_with("<?xml") {
            rest.split_once("?>")
        } else if rest.starts_with("<!--") {
            rest.split_once("-->")
        } else {
            None
        };
        match after {
            Some((_, after)) => rest = after.trim_start(),
            None => return rest,
        }
    }
}

fn begins_with(text: &str, words: &str) -> bool {
    text.as_bytes()
        .get(..words.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(words.as_bytes()))
}

fn begins_with_tag(text: &str, name: &str) -> bool {
    let after = text.as_bytes().get(name.len() + 1);
    text.starts_with('<') && begins_with(&text[1..], name) && after.is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'))
}

/// Closing tags, counted no further than is asked for.
fn ends(content: &str) -> usize {
    let bytes = content.as_bytes();
    let found = memchr::memmem::find_iter(bytes, b"</").filter(|&at| bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic));
    found.take(FEWEST_ENDS).count()
}

fn has_break(content: &str) -> bool {
    ["<br", "<BR", "<p>", "<P>"].iter().any(|tag| content.contains(tag))
}

/// The name of the encoding that a page, if `bytes` are one, says that it is in.
pub(crate) fn charset(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(START)]).to_ascii_lowercase();
    if !(start.contains("<html") || start.contains("<meta") || start.contains("<!doctype html")) {
        return None;
    }
    let metas = start
        .split("<meta")
        .skip(1)
        .filter_map(|meta| named(meta.split('>').next()?, "charset"));
    let declared = || named(start.split("<?xml").nth(1)?.split("?>").next()?, "encoding");
    metas.into_iter().next().or_else(declared)
}

/// The value after `key` and an equals sign.
fn named(tag: &str, key: &str) -> Option<String> {
    let (_, after) = tag.split_once(key)?;
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value
        .find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/'))
        .unwrap_or(value.len());
    (end > 0).then(|| value[..end].to_owned())
}
