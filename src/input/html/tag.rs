//! A `tag` is the name of an element; this file knows which names break lines, stand alone, and end one another.

/// Elements that have no content.
const VOID: [&str; 15] = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "wbr",
];
/// Elements that begin a line of their own, and end an open paragraph.
const BLOCK: [&str; 44] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
    "xmp",
    "legend",
    "caption",
];
/// Elements whose inside a closing tag does not reach out of.
const WALLS: [&str; 8] = ["td", "th", "caption", "table", "template", "object", "marquee", "button"];
/// Elements that may stand in the head of a page.
const HEAD: [&str; 11] = [
    "base", "basefont", "bgsound", "link", "meta", "title", "script", "style", "noscript", "template", "noframes",
];

pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCK.contains(&name)
}

pub(super) fn is_wall(name: &str) -> bool {
    WALLS.contains(&name)
}

pub(super) fn is_of_head(name: &str) -> bool {
    HEAD.contains(&name)
}

pub(super) fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h', b'1'..=b'6'])
}

/// Elements that are parts of a table.
pub(super) fn is_of_table(name: &str) -> bool {
    matches!(
        name,
        "caption" | "colgroup" | "col" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th"
    )
}

/// Elements directly in which a table holds no words of its own.
pub(super) fn is_frame_of_table(name: &str) -> bool {
    matches!(name, "table" | "thead" | "tbody" | "tfoot" | "tr" | "colgroup")
}
