//! A `Tree` is the elements and the words of a web page, each under its parent, in the order of the page.

/// No node.
const NONE: u32 = u32::MAX;

/// An element with the attributes that matter.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: Box<str>,
    attributes: Vec<(Box<str>, Box<str>)>,
}

impl Element {
    pub(super) fn new(name: &str, attributes: Vec<(Box<str>, Box<str>)>) -> Self {
        Self {
            name: name.into(),
            attributes,
        }
    }

    /// The value of an attribute; empty where it is written without one.
    pub(super) fn attr(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(its, _)| &**its == name).map(|(_, value)| &**value)
    }

    pub(super) fn is(&self, names: &[&str]) -> bool {
        names.contains(&&*self.name)
    }

    /// Whether its role is one of `roles`.
    pub(super) fn plays(&self, roles: &[&str]) -> bool {
        let role = self.attr("role").unwrap_or_default();
        role.split_ascii_whitespace()
            .any(|role| roles.iter().any(|it| it.eq_ignore_ascii_case(role)))
    }

    /// Whether one of its classes satisfies `wanted`.
    pub(super) fn class(&self, wanted: impl Fn(&str) -> bool) -> bool {
        self.attr("class")
            .is_some_and(|classes| classes.split_ascii_whitespace().any(wanted))
    }

    /// What its own style says of `property`, in lower case.
    pub(super) fn style(&self, property: &str) -> Option<String> {
        self.attr("style")?.split(';').find_map(|rule| {
            let (name, value) = rule.split_once(':')?;
            name.trim()
                .eq_ignore_ascii_case(property)
                .then(|| value.trim().to_ascii_lowercase())
        })
    }

    /// The level of the heading that it is.
    pub(super) fn heading(&self) -> Option<u8> {
        match self.name.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
            _ if self.plays(&["heading"]) => {
                let level = self.attr("aria-level").and_then(|level| level.trim().parse().ok());
                Some(level.unwrap_or(2_u8).clamp(1, 6))
            }
            _ if self.class(|class| class == "MsoTitle") => Some(1),
            _ => None,
        }
    }
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Kind {
    Element(Element),
    Text(Box<str>),
}

#[derive(Debug)]
struct Node {
    parent: u32,
    first: u32,
    last: u32,
    next: u32,
    kind: Kind,
}

/// The nodes of a page; a parent stands before its children, and node 0 is the root.
#[derive(Debug)]
pub(super) struct Tree(Vec<Node>);

impl Tree {
    pub(super) fn new() -> Self {
        let root = Kind::Element(Element::new("html", Vec::new()));
        Self(vec![Node {
            parent: NONE,
            first: NONE,
            last: NONE,
            next: NONE,
            kind: root,
        }])
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn kind(&self, id: u32) -> &Kind {
        &self.0[id as usize].kind
    }

    pub(super) fn element(&self, id: u32) -> Option<&Element> {
        match self.kind(id) {
            Kind::Element(element) => Some(element),
            Kind::Text(_) => None,
        }
    }

    /// The name of an element; empty for words.
    pub(super) fn name(&self, id: u32) -> &str {
        self.element(id).map_or("", |element| &element.name)
    }

    pub(super) fn parent(&self, id: u32) -> Option<u32> {
        let parent = self.0[id as usize].parent;
        (parent != NONE).then_some(parent)
    }

    /// The node itself, its parent, and so on to the root.
    pub(super) fn upwards(&self, id: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(Some(id), |&id| self.parent(id))
    }

    pub(super) fn children(&self, id: u32) -> impl Iterator<Item = u32> + '_ {
        let first = self.0[id as usize].first;
        std::iter::successors((first != NONE).then_some(first), |&id| {
            let next = self.0[id as usize].next;
            (next != NONE).then_some(next)
        })
    }

    /// All nodes in the order of the page.
    pub(super) fn ids(&self) -> impl DoubleEndedIterator<Item = u32> + use<> {
        0..self.0.len() as u32
    }

    pub(super) fn append(&mut self, parent: u32, kind: Kind) -> u32 {
        let id = self.0.len() as u32;
        self.0.push(Node {
            parent,
            first: NONE,
            last: NONE,
            next: NONE,
            kind,
        });
        let before = std::mem::replace(&mut self.0[parent as usize].last, id);
        match before {
            NONE => self.0[parent as usize].first = id,
            before => self.0[before as usize].next = id,
        }
        id
    }

    /// The first words of a node, about `most` characters of them, and "…" when more than that many nodes would have to be looked at.
    pub(super) fn words(&self, id: u32, most: usize) -> String {
        let mut out = String::new();
        let mut left = vec![id];
        for _ in 0..most {
            let Some(id) = left.pop().filter(|_| out.len() < most) else {
                return out;
            };
            match self.kind(id) {
                Kind::Text(text) => out.extend(text.chars().take(most)),
                Kind::Element(_) => {
                    let at = left.len();
                    left.extend(self.children(id).take(most));
                    left[at..].reverse();
                }
            }
        }
        if !left.is_empty() {
            out.push('\u{2026}');
        }
        out
    }
}
