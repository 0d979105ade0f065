//! The wiring of a package is what makes a part known in it: its content type and its relation.

use std::fmt::Write as _;

use crate::input::ReadError;
use crate::input::docx::Docx;
use crate::input::docx::relations;
use crate::input::xml::{Token, WORD_STRICT, Xml};

const TYPES: &str = "[Content_Types].xml";
const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// A name for the part of comments that no part has.
pub(super) fn free_name(docx: &Docx<'_>) -> String {
    let folder = docx.main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let name = |n: u32| match n {
        0 => format!("{folder}comments.xml"),
        n => format!("{folder}comments{n}.xml"),
    };
    (0..).map(name).find(|name| !docx.package.has(name)).unwrap_or_default()
}

/// The parts that must change so that the part `comments` is known, with their new content.
pub(super) fn known(docx: &Docx<'_>, comments: &str) -> Result<Vec<(String, String)>, ReadError> {
    let mut changed = Vec::new();
    let types = docx
        .package
        .xml(TYPES)?
        .ok_or(ReadError::Damaged("its list of content types is missing"))?;
    if !has_type(&types, comments)? {
        let tag = root_tag(&types, "Override")?;
        let entry = format!("<{tag} PartName=\"/{comments}\" ContentType=\"{COMMENTS_TYPE}\"/>");
        changed.push((TYPES.to_owned(), in_utf8(append(&types, &entry)?)));
    }
    if !docx.relations.iter().any(|it| it.kind == "comments" && it.target == comments) {
        let name = relations::part_of(&docx.main);
        let source = docx.package.xml(&name)?.unwrap_or_else(|| {
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>".to_owned()
        });
        changed.push((name, in_utf8(append(&source, &relation(docx, comments, &source)?)?)));
    }
    Ok(changed)
}

fn relation(docx: &Docx<'_>, comments: &str, source: &str) -> Result<String, ReadError> {
    let kind = match docx.source.contains(WORD_STRICT) {
        true => "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
        false => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    };
    let taken = |id: &String| docx.relations.iter().any(|it| it.id == *id);
    let id = (1..).map(|n| format!("rIdCandour{n}")).find(|id| !taken(id)).unwrap_or_default();
    let tag = root_tag(source, "Relationship")?;
    // Beside the main part its name is enough, as Word writes it.
    let folder = docx.main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let target = comments.strip_prefix(&folder).map_or_else(|| format!("/{comments}"), str::to_owned);
    Ok(format!("<{tag} Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>"))
}

fn has_type(types: &str, part: &str) -> Result<bool, ReadError> {
    let mut xml = Xml::new(types);
    loop {
        match xml.token()? {
            Token::Open(tag) if tag.local == "Override" => {
                let named = tag.attr("PartName").unwrap_or_default();
                if named.trim_start_matches('/').eq_ignore_ascii_case(part) {
                    return Ok(true);
                }
            }
            Token::End => return Ok(false),
            _ => {}
        }
    }
}

/// The name of a child `local` under the prefix of the root of `source`.
fn root_tag(source: &str, local: &str) -> Result<String, ReadError> {
    let mut xml = Xml::new(source);
    loop {
        match xml.token()? {
            Token::Open(tag) if tag.prefix.is_empty() => return Ok(local.to_owned()),
            Token::Open(tag) => return Ok(format!("{}:{local}", tag.prefix)),
            Token::End => return Ok(local.to_owned()),
            _ => {}
        }
    }
}

/// `source` with `children` at the end of its root element, even where that has no end tag of its own.
pub(super) fn append(source: &str, children: &str) -> Result<String, ReadError> {
    let mut xml = Xml::new(source);
    let mut root = None;
    loop {
        match xml.token()? {
            Token::Open(tag) if xml.depth() == 1 => root = Some((tag.name(), xml.at())),
            Token::Close if xml.depth() == 0 => break,
            Token::End => return Err(ReadError::Damaged("one of its parts is empty")),
            _ => {}
        }
    }
    let Some((name, open)) = root else {
        return Err(ReadError::Damaged("one of its parts is empty"));
    };
    let mut out = String::with_capacity(source.len() + children.len() + 32);
    if source[open.clone()].ends_with("/>") {
        out.push_str(&source[..open.end - 2]);
        let _ = write!(out, ">{children}</{name}>");
        out.push_str(&source[open.end..]);
    } else {
        let end = xml.at().start;
        out.push_str(&source[..end]);
        out.push_str(children);
        out.push_str(&source[end..]);
    }
    Ok(out)
}

/// `source`, which is written in UTF-8 from now on, without the name of another encoding in its declaration.
pub(super) fn in_utf8(source: String) -> String {
    let declaration = source.find("?>").filter(|_| source.starts_with("<?xml")).unwrap_or(0);
    match source[..declaration].to_ascii_lowercase().find("utf-16") {
        Some(at) => format!("{}UTF-8{}", &source[..at], &source[at + "utf-16".len()..]),
        None => source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_go_to_the_end_of_any_root() {
        assert_eq!(append("<a x='1'><b/></a>\n", "<c/>").unwrap(), "<a x='1'><b/><c/></a>\n");
        assert_eq!(
            append("<?xml version='1.0'?><p:a x='1' />", "<c/>").unwrap(),
            "<?xml version='1.0'?><p:a x='1' ><c/></p:a>"
        );
        assert!(append("", "<c/>").is_err());
    }

    #[test]
    fn a_declaration_tells_the_encoding_that_is_written() {
        assert_eq!(in_utf8("<?xml encoding='utf-16'?><a/>".into()), "<?xml encoding='UTF-8'?><a/>");
        assert_eq!(in_utf8("<a>utf-16</a>".into()), "<a>utf-16</a>");
    }
}
