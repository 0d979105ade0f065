//! What is `hidden` is what a page holds and does not show: scripts, what its own style hides, words for screen readers.

use super::tree::Element;

/// Elements whose words are never the page's own.
const NEVER: [&str; 31] = [
    "annotation",
    "annotation-xml",
    "applet",
    "audio",
    "canvas",
    "datalist",
    "desc",
    "embed",
    "frameset",
    "head",
    "iframe",
    "input",
    "map",
    "meter",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "option",
    "progress",
    "rp",
    "rt",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
    "picture",
];
/// Classes by which style sheets everywhere hide words from the eye.
const UNSEEN: [&str; 8] = [
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "govuk-visually-hidden",
    "nhsuk-u-visually-hidden",
    "screen-reader-text",
    "element-invisible",
    "assistive-text",
];

/// Whether an element is machinery and no text.
pub(super) fn is_machinery(element: &Element) -> bool {
    element.is(&NEVER)
        || element.class(|class| UNSEEN.contains(&class) || class == "MsoCommentReference")
        || element.style("mso-element").is_some_and(|it| {
            matches!(
                &*it,
                "comment-list" | "header" | "footer" | "field-begin" | "field-separator" | "field-end"
            )
        })
}

/// Whether an element is text that the page does not show.
pub(super) fn is_hidden(element: &Element) -> bool {
    element.attr("hidden").is_some_and(|how| !how.eq_ignore_ascii_case("until-found"))
        || element.attr("aria-hidden").is_some_and(|it| it.trim().eq_ignore_ascii_case("true"))
        || &*element.name == "dialog" && element.attr("open").is_none()
        || element.attr("style").is_some() && has_hiding_style(element)
}

fn has_hiding_style(element: &Element) -> bool {
    let says = |property, value| element.style(property).is_some_and(|it| it.starts_with(value));
    says("display", "none") || says("visibility", "hidden") || says("mso-hide", "all")
}
