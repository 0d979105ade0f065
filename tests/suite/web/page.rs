//! A `Page` is a page for the browser as a parser reads it, with what a careful reader would find wrong with it.

use std::collections::HashSet;

use candour::text::Text;
use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};

/// Elements that have no end.
const VOID: [&str; 6] = ["meta", "input", "br", "hr", "link", "img"];
/// Elements that may stand on a page.
const KNOWN: [&str; 60] = [
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "main",
    "nav",
    "ul",
    "ol",
    "li",
    "section",
    "div",
    "span",
    "b",
    "mark",
    "sup",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "details",
    "summary",
    "form",
    "label",
    "input",
    "select",
    "option",
    "button",
    "output",
    "bdi",
    "code",
    "blockquote",
    "figure",
    "figcaption",
    "svg",
    "path",
    "text",
    "circle",
    "script",
    "meta",
    "p",
    "li",
    "td",
    "th",
    "tr",
    "b",
    "a",
];

/// What was read off a page.
#[derive(Default)]
pub(super) struct Page {
    /// All words that can be seen, with a blank between elements.
    pub(super) words: String,
    /// The files that are linked to.
    pub(super) files: Vec<String>,
    /// The words of the document in its own part of the page, numbers of marks and pages left out.
    body: String,
    open: Vec<(String, String)>,
    ids: HashSet<String>,
    targets: Vec<String>,
    labelled: Vec<String>,
    level: u8,
    faults: Vec<String>,
}

impl Page {
    /// Reads the page `html`.
    pub(super) fn read(html: &str) -> Self {
        let mut page = Self::default();
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            match token.unwrap_or_else(|never| match never {}) {
                Token::StartTag(tag) => page.start(&tag),
                Token::EndTag(tag) => page.end(&String::from_utf8_lossy(&tag.name)),
                Token::String(words) => page.text(&String::from_utf8_lossy(&words)),
                Token::Comment(_) => page.faults.push("a comment".into()),
                Token::Error(error) => page.faults.push(format!("the parser says {error:?}")),
                Token::Doctype(_) => {}
            }
        }
        let nowhere = page.targets.iter().chain(&page.labelled).filter(|id| !page.ids.contains(*id));
        let nowhere: Vec<String> = nowhere.map(|id| format!("#{id} leads nowhere")).collect();
        page.faults.extend(nowhere);
        let unclosed: Vec<String> = page.open.iter().map(|(name, _)| format!("<{name}> is never closed")).collect();
        page.faults.extend(unclosed);
        page
    }

    /// What is wrong with it.
    pub(super) fn faults(&self) -> Vec<String> {
        self.faults.iter().take(8).cloned().collect()
    }

    /// The first letters of `text` that are missing from the document's part of the page, or there too often.
    pub(super) fn lost(&self, text: &Text) -> Option<String> {
        let mut kept = String::new();
        let mut at = 0;
        for sign in &text.syntax {
            kept.push_str(&text.content[at..sign.start as usize]);
            at = sign.end as usize;
        }
        kept.push_str(&text.content[at..]);
        let letters = |words: &str| words.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<char>>();
        let (wanted, there) = (letters(&kept), letters(&self.body));
        let same = wanted.iter().zip(&there).take_while(|(a, b)| a == b).count();
        let near = |letters: &[char]| {
            letters[same.saturating_sub(20)..(same + 40).min(letters.len())]
                .iter()
                .collect::<String>()
        };
        (same < wanted.len() || same < there.len()).then(|| format!("{:?} became {:?}", near(&wanted), near(&there)))
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let value = |key: &[u8]| tag.attributes.get(key).map(|value| String::from_utf8_lossy(value).into_owned());
        if !KNOWN.contains(&&*name) {
            self.faults.push(format!("<{name}> has no business here"));
        }
        for (key, value) in &tag.attributes {
            let (key, value) = (String::from_utf8_lossy(key), String::from_utf8_lossy(value));
            if key.starts_with("on") || ["style", "src", "srcdoc", "action"].contains(&&*key) {
                self.faults.push(format!("<{name} {key}={value}>"));
            }
        }
        let inside = |tag: &str| self.open.iter().any(|(open, _)| open == tag);
        if name == "a" && inside("a") || name == "p" && inside("p") || name.starts_with('h') && name.len() == 2 && inside("p") {
            self.faults.push(format!("<{name}> inside another"));
        }
        if let Some(id) = value(b"id")
            && !self.ids.insert(id.clone())
        {
            self.faults.push(format!("#{id} stands twice"));
        }
        match value(b"href") {
            Some(href) if href.starts_with('#') => self.targets.push(href[1..].to_owned()),
            Some(href) if href.contains([':', '/']) => self.faults.push(format!("a link to {href}")),
            Some(href) => self.files.push(href),
            None => {}
        }
        self.labelled.extend(value(b"aria-labelledby"));
        if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) {
            if level > self.level + 1 {
                self.faults
                    .push(format!("a heading of level {level} after one of level {}", self.level));
            }
            self.level = level;
        }
        self.words.push(' ');
        let svg_leaf = tag.self_closing;
        if !VOID.contains(&&*name) && !svg_leaf {
            self.open.push((name, value(b"class").unwrap_or_default()));
        }
    }

    fn end(&mut self, name: &str) {
        match self.open.pop() {
            Some((open, _)) if open == name => {}
            open => self.faults.push(format!("</{name}> ends {open:?}")),
        }
        self.words.push(' ');
    }

    fn text(&mut self, words: &str) {
        let inside = |tag: &str| self.open.iter().any(|(open, _)| open == tag);
        if inside("style") || inside("script") {
            return;
        }
        self.words.push_str(words);
        let of = |class: &str| self.open.iter().any(|(_, classes)| classes == class);
        if of("text") && !inside("sup") && !of("page") && !of("label") {
            self.body.push_str(words);
        }
    }
}
