//! A `Builder` makes the tree of a page out of its tags, and closes what its author left open as browsers do.

use html5gum::{DefaultEmitter, HtmlString, Spanned, StartTag, Token, Tokenizer};
use std::collections::BTreeMap;

use super::tag;
use super::tree::{Element, Kind, Tree};
use crate::input::ReadError;
use crate::input::bounds::PAGE_NODES;

/// Elements nested deeper than this become siblings, as in browsers.
const DEEPEST: usize = 192;
/// Attributes that say something of the words.
const KEPT: [&str; 21] = [
    "aria-hidden",
    "aria-label",
    "aria-level",
    "border",
    "class",
    "colspan",
    "dir",
    "epub:type",
    "hidden",
    "href",
    "id",
    "name",
    "open",
    "reversed",
    "role",
    "rowspan",
    "scope",
    "start",
    "style",
    "type",
    "value",
];

/// The tree of the page `source`.
pub(super) fn tree(source: &str) -> Result<Tree, ReadError> {
    let mut builder = Builder {
        tree: Tree::new(),
        open: vec![0],
        foreign: None,
    };
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(source, emitter) {
        match token {
            Token::StartTag(tag) => builder.start(&tag),
            Token::EndTag(tag) => builder.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => builder.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        PAGE_NODES.hold(builder.tree.len() as u64)?;
    }
    Ok(builder.tree)
}

type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, ()>>;

struct Builder {
    tree: Tree,
    /// The open elements; the root is always open.
    open: Vec<u32>,
    /// How many stood open when a drawing began, whose tags close themselves.
    foreign: Option<usize>,
}

impl Builder {
    fn top(&self) -> &str {
        self.tree.name(self.open[self.open.len() - 1])
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name = &*String::from_utf8_lossy(&tag.name);
        if name == "html" {
            return;
        }
        if self.foreign.is_some() {
            if !(tag::is_block(name) || name == "body") || self.is_open("foreignobject") {
                return self.push(name, &tag.attributes, tag.self_closing);
            }
            // The words of a page end a drawing that nobody ended.
            self.leave_foreign();
        }
        if self.top() == "head" && !tag::is_of_head(name) {
            self.open.pop();
        }
        match name {
            "body" => return,
            "head" if self.open.len() > 1 => return,
            "form" | "input" if tag::is_frame_of_table(self.top()) => return,
            "svg" | "math" => self.foreign = Some(self.open.len()),
            "table" if tag::is_frame_of_table(self.top()) => self.end("table"),
            "a" => self.end("a"),
            _ if tag::is_of_table(name) => {
                if !self.make_room(name) {
                    return;
                }
            }
            _ => self.end_implied(name),
        }
        let alone = tag::is_void(name) || self.foreign.is_some() && tag.self_closing;
        self.push(name, &tag.attributes, alone);
        if alone && self.foreign == Some(self.open.len()) {
            self.foreign = None;
        }
    }

    fn push(&mut self, name: &str, attributes: &Attributes, alone: bool) {
        let kept = attributes.iter().filter_map(|(name, value)| {
            let name = std::str::from_utf8(name).ok().filter(|name| KEPT.contains(name))?;
            Some((name.into(), String::from_utf8_lossy(value).into()))
        });
        let element = Element::new(name, kept.collect());
        if self.open.len() >= DEEPEST {
            self.open.pop();
        }
        let id = self.tree.append(self.open[self.open.len() - 1], Kind::Element(element));
        if !alone {
            self.open.push(id);
        }
    }

    /// Closes what the start of `name` ends.
    fn end_implied(&mut self, name: &str) {
        if tag::is_block(name) {
            self.end_paragraph();
        }
        match name {
            "li" => self.end_item(&["li"]),
            "dd" | "dt" => self.end_item(&["dd", "dt"]),
            "option" | "optgroup" if self.top() == "option" => drop(self.open.pop()),
            _ if tag::is_heading(name) && tag::is_heading(self.top()) => drop(self.open.pop()),
            _ => {}
        }
    }

    /// Closes the open item that the start of another ends; one of a list around it stays open.
    fn end_item(&mut self, names: &[&str]) {
        let mut above = self.open.iter().enumerate().rev().map(|(at, &id)| (at, self.tree.name(id)));
        let item = above.find(|(_, name)| {
            names.contains(name) || tag::is_wall(name) || tag::is_block(name) && !matches!(*name, "address" | "div" | "p")
        });
        if let Some((at, name)) = item
            && names.contains(&name)
        {
            self.open.truncate(at);
        }
        self.end_paragraph();
    }

    fn end_paragraph(&mut self) {
        if let Some(at) = self.find(|name| name == "p", tag::is_wall) {
            self.open.truncate(at);
        }
    }

    /// Closes cells and rows so that the part `name` of a table may begin; says whether there is a table for it.
    fn make_room(&mut self, name: &str) -> bool {
        let (around, row): (&[&str], bool) = match name {
            "td" | "th" => (&["tr", "tbody", "thead", "tfoot", "table"], true),
            "tr" => (&["tbody", "thead", "tfoot", "table"], false),
            "col" => (&["colgroup", "table"], false),
            _ => (&["table"], false),
        };
        let Some(at) = self.find(|name| around.contains(&name), |name| name == "template") else {
            return false;
        };
        self.open.truncate(at + 1);
        if row && self.top() != "tr" {
            self.push("tr", &BTreeMap::new(), false);
        }
        true
    }

    fn end(&mut self, name: &str) {
        if let Some(around) = self.foreign {
            if matches!(name, "svg" | "math") {
                self.open.truncate(around);
                self.foreign = None;
                return;
            }
            if let Some(at) = self.find(|it| it == name, |_| false).filter(|&at| at >= around) {
                self.open.truncate(at);
                return;
            }
            if !tag::is_block(name) && !tag::is_of_table(name) {
                return;
            }
            self.leave_foreign();
        }
        let at = match name {
            "html" | "body" => None,
            "p" | "br" if self.find(|it| it == name, tag::is_wall).is_none() => {
                return self.push(name, &BTreeMap::new(), true);
            }
            "table" => self.find(|it| it == name, |it| it == "template"),
            _ if tag::is_of_table(name) => self.find(|it| it == name, |it| it == "table"),
            "template" | "button" | "object" => self.find(|it| it == name, |it| matches!(it, "td" | "th" | "table")),
            "li" => self.find(|it| it == name, |it| tag::is_wall(it) || matches!(it, "ul" | "ol" | "menu" | "dir")),
            _ if tag::is_heading(name) => self.find(tag::is_heading, tag::is_wall),
            _ if tag::is_block(name) => self.find(|it| it == name, tag::is_wall),
            _ => self.find(|it| it == name, |it| tag::is_block(it) || tag::is_wall(it)),
        };
        if let Some(at) = at {
            self.open.truncate(at);
        }
    }

    fn leave_foreign(&mut self) {
        if let Some(around) = self.foreign.take() {
            self.open.truncate(around);
        }
    }

    fn is_open(&self, name: &str) -> bool {
        self.find(|it| it == name, |_| false).is_some()
    }

    /// The place of the innermost open element that is `wanted`, with no `wall` inside it. Never the root's.
    fn find(&self, wanted: impl Fn(&str) -> bool, wall: impl Fn(&str) -> bool) -> Option<usize> {
        for (at, &id) in self.open.iter().enumerate().skip(1).rev() {
            let name = self.tree.name(id);
            if wanted(name) {
                return Some(at);
            }
            if wall(name) {
                return None;
            }
        }
        None
    }

    fn text(&mut self, text: &str) {
        let blank = text.bytes().all(|b| b.is_ascii_whitespace());
        match self.top() {
            "script" | "style" => return,
            "head" if blank => return,
            "head" => drop(self.open.pop()),
            top if blank && tag::is_frame_of_table(top) => return,
            _ => {}
        }
        self.tree.append(self.open[self.open.len() - 1], Kind::Text(text.into()));
    }
}
