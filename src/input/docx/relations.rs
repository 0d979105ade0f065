//! A `Relation` leads from one part of a package to another: to its styles, its notes, its comments.

use crate::input::ReadError;
use crate::input::package::Package;
use crate::input::xml::{Token, Xml};

/// One relation of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Its id within the part.
    pub id: String,
    /// The last word of its type: "styles", "footnotes".
    pub kind: String,
    /// The name of the part it leads to; for one outside the package its address.
    pub target: String,
}

/// The name of the part that holds the relations of the part `name`; the package's own for "".
#[must_use]
pub fn part_of(name: &str) -> String {
    match name.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{name}.rels"),
    }
}

/// The relations of the part `name`.
///
/// # Errors
/// When they are damaged.
pub fn of(package: &Package<'_>, name: &str) -> Result<Vec<Relation>, ReadError> {
    let Some(source) = package.xml(&part_of(name))? else {
        return Ok(Vec::new());
    };
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut found = Vec::new();
    let mut xml = Xml::new(&source);
    loop {
        match xml.token()? {
            Token::Open(tag) if tag.local == "Relationship" => {
                let value = |name: &str| tag.attr(name).map(|value| value.into_owned()).unwrap_or_default();
                let outside = value("TargetMode") == "External";
                let target = value("Target");
                found.push(Relation {
                    id: value("Id"),
                    kind: value("Type").rsplit('/').next().unwrap_or_default().to_owned(),
                    target: if outside { target } else { resolve(folder, &target) },
                });
            }
            Token::End => return Ok(found),
            _ => {}
        }
    }
}

/// The name of the part that `target` means, written in a part of `folder`.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let joined = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in joined.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_from_the_folder_of_their_part() {
        assert_eq!(resolve("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "../custom/a.xml"), "custom/a.xml");
        assert_eq!(resolve("", "word/document.xml"), "word/document.xml");
        assert_eq!(part_of("word/document.xml"), "word/_rels/document.xml.rels");
        assert_eq!(part_of(""), "_rels/.rels");
    }
}
