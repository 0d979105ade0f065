//! The `Pages` of a scan are a folder for the browser: an index, and a page for each document.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use candour::batch::Input;
use candour::reading::{Digest, Reading};
use candour::report::Edition;
use candour::report::web::{check, index};
use candour::summary::Summary;

use super::output::Output;

/// Most characters of a document's own name in the name of its page.
const LONGEST: usize = 60;

/// A folder of pages.
pub(super) struct Pages {
    folder: PathBuf,
    /// The file name of each input's page.
    names: Vec<String>,
}

impl Pages {
    /// The pages of `inputs`, which `paths` stand for, in `folder`; the folder is made if need be.
    pub(super) fn new(folder: &Path, inputs: &[Input], paths: &[PathBuf]) -> anyhow::Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        let whole = |path: &Path| path.canonicalize().ok();
        let inside =
            |path: &&PathBuf| path.is_dir() && whole(path).is_some_and(|path| whole(folder).is_some_and(|it| it.starts_with(path)));
        if let Some(path) = paths.iter().find(inside) {
            bail!(
                "the pages would come to stand among the documents of {}, and the next scan would read them; name another folder",
                path.display()
            );
        }
        let mut taken = HashSet::new();
        let names = inputs.iter().map(|input| name(&input.path(), &mut taken)).collect();
        Ok(Self {
            folder: folder.to_owned(),
            names,
        })
    }

    /// The index, with all that stands before its first row.
    pub(super) fn index(&self) -> anyhow::Result<Output> {
        let mut output = Output::to(Some(&self.folder.join("index.html")))?;
        index::head(&mut output)?;
        Ok(output)
    }

    /// Writes the page of `reading`, the input with the number `at`, and gives its row of the index. A failed one has no page.
    pub(super) fn write(&self, at: usize, (reading, counts): (&Reading<'_>, &Summary), edition: &Edition<'_>) -> anyhow::Result<Vec<u8>> {
        let name = self.names[at].as_str();
        if reading.outcome.is_ok() {
            let mut output = Output::to(Some(&self.folder.join(name)))?;
            check::write(reading, edition, &mut output)?;
            output.finish()?;
        }
        let mut row = vec![];
        index::row(reading, edition, (counts, name), &mut row)?;
        Ok(row)
    }

    /// Ends the index; `whole` unless the scan was stopped before the last document. Gives the name of the index.
    pub(super) fn finish(&self, mut index: Output, total: &Summary, whole: bool) -> anyhow::Result<PathBuf> {
        index::tail(total, &mut index)?;
        index.flush()?;
        if whole {
            index.finish()?;
            return Ok(self.folder.join("index.html"));
        }
        Ok(index.set_aside()?.unwrap_or_else(|| self.folder.clone()))
    }
}

/// The file name of the page of the document at `path`, none of those `taken`: its own name as far as every system takes it, and
/// eight digits of the path's sum, so that documents of one name in two folders have two pages, and the same ones each time.
fn name(path: &str, taken: &mut HashSet<String>) -> String {
    let own = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let mut safe = String::new();
    for c in own.chars().take(LONGEST) {
        match c {
            c if c.is_ascii_alphanumeric() => safe.push(c.to_ascii_lowercase()),
            _ if safe.ends_with('-') || safe.is_empty() => {}
            _ => safe.push('-'),
        }
    }
    let stem = format!(
        "{}-{:.8}",
        if safe.is_empty() { "document" } else { safe.trim_end_matches('-') },
        Digest::of(path.as_bytes())
    );
    let numbered = (2..).map(|number| format!("{stem}-{number}.html"));
    let mut free = [format!("{stem}.html")].into_iter().chain(numbered);
    free.find(|name| taken.insert(name.clone())).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_never_shared() {
        let mut taken = HashSet::new();
        let paths = [
            "a/Minutes 3.docx",
            "b/Minutes 3.docx",
            "a/Minutes 3.docx",
            "../\u{202e}<x>\"&.txt",
            "CON",
            "\u{5d0}",
            "-",
        ];
        let names: Vec<String> = paths.iter().map(|path| name(path, &mut taken)).collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), paths.len(), "{names:?}");
        assert!(
            names[0].starts_with("minutes-3-docx-") && names[2].ends_with("-2.html"),
            "{names:?}"
        );
        let safe = |name: &String| {
            name.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b))
        };
        assert!(names.iter().all(safe), "{names:?}");
        assert!(names.iter().all(|name| !name.starts_with(['-', '.'])), "{names:?}");
        assert!(name(&"x".repeat(9_000), &mut taken).len() < 100);
    }
}
