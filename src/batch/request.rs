//! A `Request` is one document of a stream: a JSON object on a line, with an id and the document's text or bytes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::lines::Line;
use super::packed;
use crate::reading::Failure;

/// What is wrong with a line that is JSON of another shape.
const NO_REQUEST: &str = "is no object with an `id` (words or a whole number), a `text` or a `content_base64`, and perhaps a \
                          `format` (text, markdown, html, docx, odt, pdf)";

/// What a document of a stream is called by whoever sent it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Id {
    /// A whole number.
    Number(i64),
    /// Any words; a path is best, as its ending tells a text's format.
    Words(String),
}

/// The formats that a request can name; its bytes decide between packages and PDFs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A Word document.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// A PDF.
    Pdf,
}

impl Kind {
    /// A file name with the ending of this format.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "document.txt",
            Self::Markdown => "document.md",
            Self::Html => "document.html",
            Self::Docx => "document.docx",
            Self::Odt => "document.odt",
            Self::Pdf => "document.pdf",
        }
    }
}

/// A request as it is written: one line of `candour filter`'s input. Other keys are left unread.
#[derive(Deserialize, JsonSchema)]
pub struct Written {
    /// What the document is called; it comes back with its record, as its path too.
    pub id: Id,
    /// The document's text. Either this or `content_base64` is there.
    #[serde(default)]
    pub text: Option<String>,
    /// The bytes of the document's file in base64.
    #[serde(default)]
    pub content_base64: Option<String>,
    /// The document's format; without it, the bytes and the ending of the id tell.
    #[serde(default)]
    pub format: Option<Kind>,
}

/// One document of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What it is called; `None` when its line could not be read.
    pub id: Option<Id>,
    /// The format that was named.
    pub kind: Option<Kind>,
    /// The bytes of its file, or what is wrong with its line.
    pub bytes: Result<Vec<u8>, Failure>,
}

impl Request {
    /// The request on `line`, which may be `most` bytes long.
    #[must_use]
    pub fn of(line: Line, most: usize) -> Self {
        let number = line.number;
        let Some(bytes) = line.bytes else {
            let wrong = format!("is longer than {most} bytes; --max-line allows more");
            return Self::bad("line-too-long", number, &wrong);
        };
        let text = match str::from_utf8(&bytes) {
            Ok(text) if text.trim().is_empty() => return Self::bad("bad-line", number, "is empty"),
            Ok(text) => text,
            Err(_) => return Self::bad("bad-line", number, "is not UTF-8"),
        };
        // A list with the same values would be taken for the object.
        if text.trim_start().starts_with('[') {
            return Self::bad("bad-line", number, NO_REQUEST);
        }
        match serde_json::from_str::<Written>(text) {
            Ok(written) => written.request(number),
            Err(error) => Self::bad("bad-line", number, &named(&error)),
        }
    }

    /// The document's path in its record.
    #[must_use]
    pub fn path(&self) -> String {
        match &self.id {
            Some(Id::Number(number)) => number.to_string(),
            Some(Id::Words(words)) => words.clone(),
            None => "-".to_owned(),
        }
    }

    fn bad(cause: &'static str, number: u64, wrong: &str) -> Self {
        Self {
            id: None,
            kind: None,
            bytes: Err(failure(cause, number, wrong)),
        }
    }
}

impl Written {
    fn request(self, number: u64) -> Request {
        let bytes = match (self.text, self.content_base64) {
            (Some(text), None) => Ok(text.into_bytes()),
            (None, Some(content)) => packed::decode(&content).ok_or("has a content_base64 that is no base64"),
            (None, None) => Err("has neither text nor content_base64"),
            (Some(_), Some(_)) => Err("has both text and content_base64; one of them is enough"),
        };
        Request {
            id: Some(self.id),
            kind: self.format,
            bytes: bytes.map_err(|wrong| failure("bad-line", number, wrong)),
        }
    }
}

fn failure(cause: &'static str, number: u64, wrong: &str) -> Failure {
    Failure {
        cause,
        message: format!("line {number} {wrong}"),
    }
}

/// What is wrong with a line, in words that hold none of its own.
fn named(error: &serde_json::Error) -> String {
    let at = error.column();
    match error.classify() {
        serde_json::error::Category::Data => NO_REQUEST.to_owned(),
        serde_json::error::Category::Eof => format!("is JSON that breaks off at byte {at}"),
        _ => format!("is not JSON, from byte {at} on"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(line: &str) -> Request {
        let bytes = Some(line.as_bytes().to_vec());
        Request::of(Line { number: 7, bytes }, 99)
    }

    #[test]
    fn a_request_has_an_id_and_a_text_or_bytes() {
        let text = request(r#"{"text":"a \"b\"","id":"x/y.md","other":[1]}"#);
        assert_eq!(text.id, Some(Id::Words("x/y.md".into())));
        assert_eq!(text.bytes.as_deref(), Ok(b"a \"b\"".as_slice()));
        let bytes = request(r#" {"id":-3,"content_base64":"YQ==","format":"pdf","text":null} "#);
        assert_eq!((bytes.path().as_str(), bytes.kind), ("-3", Some(Kind::Pdf)));
        assert_eq!(bytes.bytes.as_deref(), Ok(b"a".as_slice()));
    }

    #[test]
    fn what_is_wrong_is_said_with_the_line_and_without_its_words() {
        let wrong = [
            ("", "line 7 is empty"),
            ("{", "line 7 is JSON that breaks off"),
            ("[]", "line 7 is no object"),
            ("[1, \"secret\"]", "line 7 is no object"),
            ("{\"id\":1}", "line 7 has neither"),
            ("{\"id\":1.5,\"text\":\"secret\"}", "line 7 is no object"),
            ("{\"id\":1,\"text\":\"secret\",\"format\":\"secret\"}", "line 7 is no object"),
            ("{\"id\":1,\"text\":\"secret\",\"text\":\"\"}", "line 7 is no object"),
            ("{\"id\":1,\"text\":\"\\ud800\"}", "line 7 is "),
            ("{\"id\":1,\"text\":\"a\",\"content_base64\":\"\"}", "line 7 has both"),
            ("{\"id\":1,\"content_base64\":\"a\"}", "line 7 has a content_base64"),
            ("{\"id\":1,\"text\":\"a\"} x", "line 7 is not JSON"),
        ];
        for (line, said) in wrong {
            let failure = request(line).bytes.unwrap_err();
            assert!(failure.message.starts_with(said), "{line}: {}", failure.message);
            assert!(!failure.message.contains("secret"));
        }
        let long = Request::of(Line { number: 2, bytes: None }, 99).bytes.unwrap_err();
        assert_eq!(long.cause, "line-too-long");
    }
}
