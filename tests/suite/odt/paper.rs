//! A `Paper` is here an OpenDocument text made of strings of XML: nothing in it but what the test wrote.

use candour::input::{Revision, read_revision};
use candour::text::Text;

use crate::docx::paper::Paper;

const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\"";
pub(super) const MEDIA: &str = "application/vnd.oasis.opendocument.text";

/// A document with those named styles, automatic styles and body.
pub(super) fn document(styles: &str, automatic: &str, body: &str) -> Paper {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    let mut paper = Paper { parts: vec![] };
    paper.put("mimetype", MEDIA);
    paper.put(
        "content.xml",
        &format!(
            "{head}<office:document-content {SPACES} office:version=\"1.3\"><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        ),
    );
    paper.put(
        "styles.xml",
        &format!(
            "{head}<office:document-styles {SPACES} office:version=\"1.3\"><office:styles>{styles}</office:styles><office:automatic-styles>{HEADER_STYLES}</office:automatic-styles></office:document-styles>"
        ),
    );
    paper.put(
        "META-INF/manifest.xml",
        &format!(
            "{head}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{MEDIA}\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/><manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
        ),
    );
    paper
}

/// A style of headers, under a name that paragraphs of the body use for another.
const HEADER_STYLES: &str =
    "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/></style:style>";

/// The same document as one flat file.
pub(super) fn flat(styles: &str, automatic: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n<office:document {SPACES} office:mimetype=\"{MEDIA}\"><office:styles>{styles}</office:styles><office:automatic-styles>{automatic}</office:automatic-styles><office:master-styles><text:p>Header</text:p></office:master-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    )
}

/// The text of a document with that body.
pub(super) fn body(body: &str) -> Text {
    text(&document("", "", body), Revision::Final)
}

pub(super) fn text(paper: &Paper, revision: Revision) -> Text {
    read_revision("a.odt", &paper.bytes(), revision).unwrap()
}

pub(super) fn p(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}

/// A paragraph in a style.
pub(super) fn ps(style: &str, text: &str) -> String {
    format!("<text:p text:style-name=\"{style}\">{text}</text:p>")
}

pub(super) fn h(level: u32, more: &str, text: &str) -> String {
    format!("<text:h text:outline-level=\"{level}\" {more}>{text}</text:h>")
}

/// A list with those attributes.
pub(super) fn list(more: &str, items: &str) -> String {
    format!("<text:list {more}>{items}</text:list>")
}

/// A list of that style.
pub(super) fn of(style: &str, items: &str) -> String {
    list(&format!("text:style-name=\"{style}\""), items)
}

pub(super) fn item(inside: &str) -> String {
    format!("<text:list-item>{inside}</text:list-item>")
}

/// A level of a numbered list.
pub(super) fn level(at: u32, format: &str, more: &str) -> String {
    format!("<text:list-level-style-number text:level=\"{at}\" style:num-format=\"{format}\" {more}/>")
}

pub(super) fn list_style(name: &str, levels: &str) -> String {
    format!("<text:list-style style:name=\"{name}\">{levels}</text:list-style>")
}

pub(super) fn row(cells: &[String]) -> String {
    let cells: String = cells
        .iter()
        .map(|cell| format!("<table:table-cell>{cell}</table:table-cell>"))
        .collect();
    format!("<table:table-row>{cells}</table:table-row>")
}

/// A table of `columns` with a header row.
pub(super) fn table(columns: usize, head: &str, rows: &str) -> String {
    format!(
        "<table:table><table:table-column table:number-columns-repeated=\"{columns}\"/><table:table-header-rows>{head}</table:table-header-rows>{rows}</table:table>"
    )
}
