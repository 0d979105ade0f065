//! A `mail` is a saved message: its subject is the title, its body is the text, and what it quotes of others is a quotation.
//!
//! Sender, receivers and date are no prose and are left out; attachments are not read. A web page saved as one file ("Single
//! File Web Page", .mht) is a mail in form.

use std::collections::BTreeMap;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::decode::Decoded;
use super::{ReadError, Revision, html};
use crate::text::{Format, Mark, MarkKind, Span, Text};

/// Bytes at the start in which the headers of a mail must show.
const START: usize = 32 * 1024;

/// Whether `bytes`, of a file called `name`, are a mail: by an ending that says so and a first header, or by headers that
/// nothing else has.
pub(super) fn is_mail(name: &str, bytes: &[u8]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let named = ["eml", "mht", "mhtml"].iter().any(|it| ending.eq_ignore_ascii_case(it));
    let start = &bytes[..bytes.len().min(START)];
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let start = String::from_utf8_lossy(start);
    let mut found = Vec::new();
    for line in start.trim_start().lines() {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) && !found.is_empty() {
            continue;
        }
        match line.split_once(':') {
            Some((name, _)) if !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') => {
                found.push(name.to_ascii_lowercase());
            }
            _ => return false,
        }
    }
    let has = |name: &str| found.iter().any(|it| it == name);
    let known = [
        "from",
        "to",
        "subject",
        "date",
        "received",
        "mime-version",
        "content-type",
        "return-path",
    ];
    if named {
        return known.iter().any(|name| has(name));
    }
    let machine = ["mime-version", "message-id", "received"].iter().any(|name| has(name));
    machine && (has("from") || has("content-type")) && (has("subject") || has("date") || has("content-type"))
}

/// The text of a mail.
pub(super) fn read(bytes: &[u8], revision: Revision) -> Result<Text, ReadError> {
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or(ReadError::Damaged("it has no headers of a mail"))?;
    let plain: Vec<&str> = message.text_bodies().filter_map(words).collect();
    let plain = plain.join("\n\n");
    let pages: Vec<&str> = message.html_bodies().filter_map(page).collect();
    let title = message
        .subject()
        .map(str::trim)
        .filter(|it| !it.is_empty() && !is_saved_page(&message));
    let page = match pages.is_empty() {
        true => None,
        false => Some(html::read(decoded(&pages.join("\n")), title, revision)?),
    };
    let mut text = match page {
        // Some programs send a page with a text beside it that only says that there is one.
        Some(page) if plain.trim().is_empty() || plain.len() * 4 < page.content.len() => page,
        _ => letter(title, &plain),
    };
    text.warnings.extend(attachments(&message));
    Ok(text)
}

fn words<'m>(part: &'m MessagePart<'_>) -> Option<&'m str> {
    match &part.body {
        PartType::Text(text) => Some(text),
        _ => None,
    }
}

fn page<'m>(part: &'m MessagePart<'_>) -> Option<&'m str> {
    match &part.body {
        PartType::Html(page) => Some(page),
        _ => None,
    }
}

fn decoded(content: &str) -> Decoded {
    Decoded {
        content: content.to_owned(),
        warnings: Vec::new(),
        same: false,
    }
}

/// Whether a browser or Word wrote the mail to hold a page; its subject is the title of a window.
fn is_saved_page(message: &Message<'_>) -> bool {
    let related = message
        .content_type()
        .is_some_and(|it| it.subtype().is_some_and(|sub| sub.eq_ignore_ascii_case("related")));
    let saved = message.header_raw("From").is_none_or(|from| from.contains("Saved by"));
    related && saved
}

/// How many attachments were not read, and of what kinds. Their names may be those of children and stay out.
fn attachments(message: &Message<'_>) -> Option<String> {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for part in message.attachments() {
        let kind = part
            .attachment_name()
            .and_then(|name| name.rsplit_once('.'))
            .map(|(_, ending)| ending);
        let kind = kind.filter(|kind| (1..=5).contains(&kind.len()) && kind.bytes().all(|b| b.is_ascii_alphanumeric()));
        let pictures = part.content_type().is_some_and(|it| it.ctype().eq_ignore_ascii_case("image")) && part.content_id().is_some();
        // Pictures set in a page are no attachments to a reader.
        if !pictures {
            let kind = kind.map_or_else(|| "other".to_owned(), |kind| format!(".{}", kind.to_ascii_lowercase()));
            *kinds.entry(kind).or_default() += 1;
        }
    }
    let count: usize = kinds.values().sum();
    let list: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    let all = list.join(", ");
    match count {
        0 => None,
        1 => Some(format!(
            "An attachment of the mail was not read ({all}); save it and read it by itself."
        )),
        _ => Some(format!(
            "{count} attachments of the mail were not read ({all}); save them and read them by themselves."
        )),
    }
}

/// The text of a mail of plain words: its layout says what it is, its marks only what the mail itself tells.
fn letter(title: Option<&str>, body: &str) -> Text {
    let mut letter = Letter::default();
    if let Some(title) = title {
        letter.marked(title, MarkKind::Heading(1));
        letter.content.push_str("\n\n");
    }
    let body = body.replace("\r\n", "\n").replace('\r', "\n");
    letter.body(&body);
    Text {
        content: letter.content,
        marks: letter.marks,
        syntax: Vec::new(),
        format: Format::Text,
        warnings: Vec::new(),
    }
}

#[derive(Default)]
struct Letter {
    content: String,
    marks: Vec<Mark>,
    /// Where the quotation that is being written began.
    quote: Option<usize>,
    /// Whether all that follows is the mail that is answered.
    answered: bool,
}

impl Letter {
    fn marked(&mut self, words: &str, kind: MarkKind) {
        let start = self.content.len();
        self.content.push_str(words);
        let span = Span::at(start, self.content.len());
        self.marks.push(Mark { span, kind });
    }

    fn body(&mut self, body: &str) {
        let lines: Vec<&str> = body.lines().collect();
        let mut until = 0;
        for (at, line) in lines.iter().enumerate() {
            self.answered |= begins_answered(&lines[at..]);
            if until <= at {
                until = at + attribution(&lines[at..]);
            }
            let (depth, words) = unquoted(line);
            if depth > 0 || self.answered || at < until {
                self.open();
                if words.trim().is_empty() && self.quote.is_some() {
                    self.close();
                }
            } else {
                self.end();
            }
            self.content.push_str(words);
            self.content.push('\n');
        }
        self.close();
    }

    /// A quotation stands apart from what is around it.
    fn open(&mut self) {
        if self.quote.is_none() {
            if !self.content.is_empty() && !self.content.ends_with("\n\n") {
                self.content.push('\n');
            }
            self.quote = Some(self.content.len());
        }
    }

    fn end(&mut self) {
        if self.quote.is_some() {
            self.close();
            self.content.push('\n');
        }
    }

    fn close(&mut self) {
        if let Some(start) = self.quote.take() {
            let end = start + self.content[start..].trim_end().len();
            if end > start {
                self.marks.push(Mark {
                    span: Span::at(start, end),
                    kind: MarkKind::Quote,
                });
            }
        }
    }
}

/// The signs of quotation before a line, counted, and the line without them.
fn unquoted(line: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, line);
    while let Some(after) = rest.strip_prefix('>') {
        depth += 1;
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    (depth, rest)
}

/// How many lines from here say who wrote what is quoted next: "On 3 May 2024 at 10:12, J Hale wrote:".
fn attribution(lines: &[&str]) -> usize {
    if !lines[0].starts_with("On ") {
        return 0;
    }
    let ends = lines.iter().take(3).position(|line| line.trim_end().ends_with("wrote:"));
    let Some(end) = ends else { return 0 };
    let next = lines[end + 1..].iter().find(|line| !line.trim().is_empty());
    if next.is_some_and(|line| line.starts_with('>')) {
        end + 1
    } else {
        0
    }
}

/// Whether the mail that is answered begins here, as some programs put it beneath the answer without signs.
fn begins_answered(lines: &[&str]) -> bool {
    let line = lines[0].trim().trim_matches('*');
    let ruled = line.starts_with("-----") && line.ends_with("-----") && line.contains("Original Message");
    let headed = || {
        let says = |name: &str| lines.iter().take(5).any(|line| line.trim_start_matches('*').starts_with(name));
        line.starts_with("From:") && (says("Sent:") || says("Date:")) && says("To:") && says("Subject:")
    };
    ruled || headed()
}

#[cfg(test)]
mod tests {
    use crate::input;
    use crate::text::{MarkKind, Text};

    const HEADERS: &str = "From: Chair <chair@example.org>\r\nTo: group@example.org\r\nSubject: =?utf-8?Q?Minutes_=E2=80=93_core_group?=\r\n\
         Date: Fri, 3 May 2024 10:12:00 +0100\r\nMIME-Version: 1.0\r\n";

    fn read(rest: &str) -> Text {
        input::read("mail.eml", format!("{HEADERS}{rest}").as_bytes()).unwrap()
    }

    fn marked(text: &Text) -> Vec<(MarkKind, &str)> {
        text.marks.iter().map(|mark| (mark.kind.clone(), text.slice(mark.span))).collect()
    }

    #[test]
    fn the_subject_is_the_title_and_what_is_answered_a_quotation() {
        let text = read(
            "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDear all,\r\n=93Fine=94 it is.\r\n\r\n\
             On 2 May 2024 at 09:00, J Hale\r\n<j@example.org> wrote:\r\n> Is it?\r\n> > Was it?\r\n\r\nYours\r\n",
        );
        assert_eq!(
            marked(&text),
            [
                (MarkKind::Heading(1), "Minutes \u{2013} core group"),
                (
                    MarkKind::Quote,
                    "On 2 May 2024 at 09:00, J Hale\n<j@example.org> wrote:\nIs it?\nWas it?"
                ),
            ]
        );
        assert!(
            text.content.contains("\u{201c}Fine\u{201d} it is.\n") && text.content.contains("\n\nYours\n"),
            "{}",
            text.content
        );
        assert_eq!(text.format.name(), "text");
    }

    #[test]
    fn the_mail_beneath_an_answer_is_a_quotation() {
        let text = read("\r\nAgreed.\r\n\r\n-----Original Message-----\r\nFrom: J\r\nSent: today\r\n\r\nThe child was safe and well.\r\n");
        assert_eq!(
            marked(&text)[1..],
            [
                (MarkKind::Quote, "-----Original Message-----\nFrom: J\nSent: today"),
                (MarkKind::Quote, "The child was safe and well."),
            ]
        );
    }

    #[test]
    fn a_page_in_a_mail_is_read_as_one_and_attachments_are_counted() {
        let text = read(
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Seen at home.</p><blockquote>Was she?</blockquote>\r\n\
             --b\r\nContent-Type: application/pdf; name=\"Tia.pdf\"\r\nContent-Disposition: attachment; filename=\"Tia.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBE\r\n--b--\r\n",
        );
        assert_eq!(
            marked(&text),
            [
                (MarkKind::Heading(1), "Minutes \u{2013} core group"),
                (MarkKind::Paragraph, "Seen at home."),
                (MarkKind::Quote, "Was she?"),
            ]
        );
        assert_eq!(
            text.warnings,
            ["An attachment of the mail was not read (1 .pdf); save it and read it by itself."]
        );
        assert_eq!(text.format.name(), "html");
    }

    #[test]
    fn a_page_saved_as_one_file_is_a_page() {
        let page = "From: <Saved by a browser>\nSubject: Window\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\n\n\
             --x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<html><h1>Review</h1><p class=3D\"a\">Seen.</p></html>\n--x--\n";
        let text = input::read("page.mht", page.as_bytes()).unwrap();
        assert_eq!(marked(&text), [(MarkKind::Heading(1), "Review"), (MarkKind::Paragraph, "Seen.")]);
        assert!(input::read("page.doc", page.as_bytes()).is_ok_and(|text| text.format.name() == "html"));
    }

    #[test]
    fn a_text_that_begins_like_a_mail_is_a_text() {
        let pasted = "From: the chair\nTo: all\nSubject: minutes\nDate: 3 May\n\nThe child was seen.\n";
        assert!(input::read("a.txt", pasted.as_bytes()).unwrap().content.starts_with("From:"));
        assert!(
            input::read("a.eml", b"The child was seen.\n")
                .unwrap()
                .content
                .starts_with("The child")
        );
    }
}
