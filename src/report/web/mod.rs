//! A web page here is one file that opens from a disk in any browser, on paper and with a screen reader: nothing is fetched,
//! nothing is remembered, and all of it can be read where no script runs.
//!
//! A [`Shell`] is what all pages have in common; [`Plain`] is the only way by which a document's words come into one. The page
//! forbids by its own policy (Content Security Policy Level 3, `hash-source`) every style and script but the two that are in it.

use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

/// The look of every page: light and dark, on a screen and on paper.
const STYLE: &str = include_str!("page.css");
/// What is said at the head of every page.
const NOTICE: &str = "This page repeats words of the documents and may hold personal data: keep it as you keep them. It was made \
                      on this computer, and nothing was sent anywhere.";

/// What stands around the matter of a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shell<'a> {
    /// The title, also the first heading. It may hold any words.
    pub title: &'a str,
    /// What stands below the heading, after the notice about personal data.
    pub about: &'a str,
    /// The look of this kind of page beside the common one; ours alone, never a document's words.
    pub style: &'a str,
    /// The script of this kind of page, or nothing; ours alone, never a document's words.
    pub script: &'a str,
}

impl Shell<'_> {
    /// Writes all that stands before the matter.
    ///
    /// # Errors
    /// Those of `out`.
    pub(super) fn head(&self, out: &mut impl Write) -> io::Result<()> {
        let (title, about) = (Plain(self.title), Plain(self.about));
        let style = format!("{STYLE}{}", self.style);
        writeln!(
            out,
            "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#main\">Go to the content</a>\n\
             <header><h1>{title}</h1>\n<p class=\"notice\">{NOTICE}</p>",
            self.policy(&style)
        )?;
        if !self.about.is_empty() {
            writeln!(out, "<p>{about}</p>")?;
        }
        writeln!(out, "</header>\n<main id=\"main\" tabindex=\"-1\">")
    }

    /// Writes all that stands after the matter.
    ///
    /// # Errors
    /// Those of `out`.
    pub(super) fn tail(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "</main>")?;
        if !self.script.is_empty() {
            writeln!(out, "<script>{}</script>", self.script)?;
        }
        writeln!(out, "</body>\n</html>")
    }

    /// What the page may load: its own style and script, known by their sums, and nothing else.
    fn policy(&self, style: &str) -> String {
        let mut policy = format!("default-src 'none'; style-src {}", source(style));
        if !self.script.is_empty() {
            write!(policy, "; script-src {}", source(self.script)).expect("memory takes any words");
        }
        policy + "; base-uri 'none'; form-action 'none'"
    }
}

/// The name of `code` in a policy.
fn source(code: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(code)))
}

/// Words as they stand, safe in the text of an element and in a quoted attribute.
///
/// The five signs of markup are written as references (HTML, section 13.1.2). Signs that HTML forbids in a text (controls but
/// tab and line end) become U+FFFD, and signs that turn the direction of what follows (Unicode Standard Annex 9) are shown as
/// their number, so that no document can change how the page around it reads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plain<'t>(pub &'t str);

impl Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut from = 0;
        for (at, c) in self.0.char_indices() {
            let safe = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\t' | '\n' => continue,
                c if c.is_control() => "\u{fffd}",
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "",
                _ => continue,
            };
            f.write_str(&self.0[from..at])?;
            f.write_str(safe)?;
            if safe.is_empty() {
                write!(f, "[U+{:04X}]", u32::from(c))?;
            }
            from = at + c.len_utf8();
        }
        f.write_str(&self.0[from..])
    }
}

/// Opens a table of `columns`.
///
/// # Errors
/// Those of `out`.
pub(super) fn table(caption: &str, columns: &[&str], out: &mut impl Write) -> io::Result<()> {
    write!(out, "<table>\n<caption>{}</caption>\n<thead><tr>", Plain(caption))?;
    for column in columns {
        write!(out, "<th scope=\"col\">{}</th>", Plain(column))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")
}

/// Ends a table.
///
/// # Errors
/// Those of `out`.
pub(super) fn end_table(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "</tbody>\n</table>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_document_is_markup() {
        assert_eq!(
            Plain("<script>\"a\" & 'b'</script>").to_string(),
            "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;"
        );
        assert_eq!(Plain("a\u{202e}b\0c\td").to_string(), "a[U+202E]b\u{fffd}c\td");
    }

    #[test]
    fn a_page_allows_what_is_in_it_and_no_more() {
        let shell = |script| Shell {
            title: "A < B",
            about: "",
            style: "",
            script,
        };
        let page = |shell: Shell<'_>| {
            let mut page = vec![];
            shell.head(&mut page).unwrap();
            shell.tail(&mut page).unwrap();
            String::from_utf8(page).unwrap()
        };
        let still = page(shell(""));
        assert!(!still.contains("script-src") && !still.contains("<script>"), "{still}");
        assert!(still.contains("<h1>A &lt; B</h1>"), "{still}");
        let style = still
            .split("<style>")
            .nth(1)
            .and_then(|rest| rest.split("</style>").next())
            .unwrap();
        assert!(still.contains(&format!("style-src {};", source(style))), "{still}");
        // The sum of "alert(1)" that browsers print when they refuse it.
        let moving = page(shell("alert(1)"));
        assert!(
            moving.contains("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"),
            "{moving}"
        );
    }
}
