//! The `Region` of a page is what of it is its text: inside its main part where it has one, and never its navigation.

use super::hidden;
use super::tree::{Element, Kind, Tree};

/// Which words of a page are its text.
pub(super) struct Region {
    /// Characters of kept words in each node.
    kept: Vec<u32>,
    /// Nodes that list the page's own contents.
    contents: Vec<bool>,
    /// Words of navigation that were left out.
    pub(super) navigation: usize,
    /// Words that the page hides.
    pub(super) hidden: usize,
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    Main,
    Article,
    Plain,
    Navigation,
    Hidden,
    Machinery,
}

/// Characters of each node that show, those in links, and those in links within the page.
#[derive(Clone, Copy, Default)]
struct Ink {
    all: u32,
    linked: u32,
    inner: u32,
    /// Links within the page.
    entries: u32,
    /// Whether a note's text or the main part stands in it.
    kept: bool,
}

impl Region {
    /// The region of `tree`; `is_note` knows the blocks that hold notes.
    pub(super) fn of(tree: &Tree, is_note: impl Fn(u32) -> bool) -> Self {
        let ink = inks(tree, is_note);
        let mut zones = vec![Zone::Plain; tree.len()];
        let mut contents = vec![false; tree.len()];
        for id in tree.ids().skip(1) {
            let at = id as usize;
            let Some(parent) = tree.parent(id) else { continue };
            let around = zones[parent as usize];
            contents[at] = contents[parent as usize];
            zones[at] = match tree.kind(id) {
                Kind::Text(_) => around,
                Kind::Element(_) if matches!(around, Zone::Navigation | Zone::Hidden | Zone::Machinery) => around,
                Kind::Element(element) if hidden::is_machinery(element) => Zone::Machinery,
                Kind::Element(element) if hidden::is_hidden(element) => Zone::Hidden,
                Kind::Element(element) => {
                    let lists = lists_contents(element, ink[at]);
                    contents[at] |= lists;
                    zone(tree, element, around, Place { id, ink: &ink, lists })
                }
            };
        }
        let mut sums = [0_u64; 6];
        for id in tree.ids() {
            if let Kind::Text(text) = tree.kind(id) {
                sums[zones[id as usize] as usize] += u64::from(marks(text));
            }
        }
        let [main, article, plain, ..] = sums;
        let keeps: &[Zone] = if main > 0 && main * 2 >= article + plain {
            &[Zone::Main]
        } else if article > 0 && article * 2 >= main + plain {
            &[Zone::Article, Zone::Main]
        } else {
            &[Zone::Main, Zone::Article, Zone::Plain]
        };
        Self::kept(tree, &zones, keeps, contents)
    }

    fn kept(tree: &Tree, zones: &[Zone], keeps: &[Zone], contents: Vec<bool>) -> Self {
        let mut region = Self {
            kept: vec![0; tree.len()],
            contents,
            navigation: 0,
            hidden: 0,
        };
        for id in tree.ids().rev() {
            let at = id as usize;
            if let Kind::Text(text) = tree.kind(id) {
                let words = || text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
                match zones[at] {
                    zone if keeps.contains(&zone) => region.kept[at] = marks(text),
                    Zone::Machinery => {}
                    Zone::Hidden => region.hidden += words(),
                    _ => region.navigation += words(),
                }
            }
            if let Some(parent) = tree.parent(id) {
                let sum = region.kept[parent as usize].saturating_add(region.kept[at]);
                region.kept[parent as usize] = sum;
            }
        }
        region
    }

    /// Whether a node holds words of the text.
    pub(super) fn holds(&self, id: u32) -> bool {
        self.kept[id as usize] > 0
    }

    /// Whether a node is part of a list of the page's own contents.
    pub(super) fn is_contents(&self, id: u32) -> bool {
        self.contents[id as usize]
    }
}

/// Characters that are seen.
fn marks(text: &str) -> u32 {
    text.chars().filter(|c| !c.is_whitespace()).count() as u32
}

fn inks(tree: &Tree, is_note: impl Fn(u32) -> bool) -> Vec<Ink> {
    let mut inks = vec![Ink::default(); tree.len()];
    for id in tree.ids().rev() {
        let at = id as usize;
        match tree.kind(id) {
            Kind::Text(text) => inks[at].all = marks(text),
            Kind::Element(element) if hidden::is_machinery(element) || hidden::is_hidden(element) => inks[at] = Ink::default(),
            Kind::Element(element) => {
                inks[at].kept |= is_note(id) || is_main(element);
                if let Some(target) = element.attr("href") {
                    let within = target.starts_with('#');
                    let all = inks[at].all;
                    (inks[at].linked, inks[at].inner) = (all, if within { all } else { 0 });
                    inks[at].entries = u32::from(within && all > 0);
                }
            }
        }
        if let Some(parent) = tree.parent(id) {
            let its = inks[at];
            let sum = &mut inks[parent as usize];
            sum.all = sum.all.saturating_add(its.all);
            sum.linked = sum.linked.saturating_add(its.linked);
            sum.inner = sum.inner.saturating_add(its.inner);
            sum.entries = sum.entries.saturating_add(its.entries);
            sum.kept |= its.kept;
        }
    }
    inks
}

fn is_main(element: &Element) -> bool {
    &*element.name == "main" || element.plays(&["main"])
}

/// A node and what is known of it.
struct Place<'i> {
    id: u32,
    ink: &'i [Ink],
    lists: bool,
}

fn zone(tree: &Tree, element: &Element, around: Zone, place: Place<'_>) -> Zone {
    let ink = place.ink[place.id as usize];
    let page = place.ink[0].all;
    if is_main(element) {
        return Zone::Main;
    }
    let inside = around != Zone::Plain;
    let mostly_links = ink.linked * 2 > ink.all;
    let leaves = if element.plays(&["navigation"]) || &*element.name == "nav" {
        !place.lists
    } else if element.plays(&["search", "dialog", "alertdialog"]) || &*element.name == "search" {
        true
    } else if element.is(&["header", "footer", "aside"]) || element.plays(&["banner", "contentinfo", "complementary"]) {
        let sectioned = &*element.name != "aside" && tree.upwards(place.id).skip(1).any(|id| tree.name(id) == "section");
        if inside || sectioned { mostly_links } else { true }
    } else if speaks_of_cookies(element) {
        ink.all.saturating_mul(3) < page
    } else {
        is_jump(tree, element, place.id)
    };
    if leaves && !ink.kept {
        Zone::Navigation
    } else if around == Zone::Plain && (&*element.name == "article" || element.plays(&["article"])) {
        Zone::Article
    } else {
        around
    }
}

/// Whether a banner that asks for consent to cookies says so in its name.
fn speaks_of_cookies(element: &Element) -> bool {
    element.is(&["div", "section", "form"])
        && ["id", "class", "aria-label"].iter().any(|name| {
            let value = element.attr(name).unwrap_or_default().to_ascii_lowercase();
            value.contains("cookie") || value.contains("consent-banner") || value.contains("consent_banner")
        })
}

/// Whether a link only moves the reader about the page: "Skip to content", "Back to top".
fn is_jump(tree: &Tree, element: &Element, id: u32) -> bool {
    if !element.attr("href").is_some_and(|target| target.starts_with('#')) {
        return false;
    }
    let words = tree.words(id, 40).trim().to_ascii_lowercase();
    ["skip to ", "skip navigation", "back to top", "return to top", "jump to "]
        .iter()
        .any(|it| words.starts_with(it))
}

/// Fewer links within the page than this are no list of its contents.
const FEWEST_ENTRIES: u32 = 3;

/// Whether an element lists the page's own contents.
fn lists_contents(element: &Element, ink: Ink) -> bool {
    let named = |name: &str| {
        let value = element.attr(name).unwrap_or_default().to_ascii_lowercase();
        value.contains("toc") || value.contains("contents")
    };
    let meant = &*element.name == "nav" || element.plays(&["navigation", "doc-toc"]) || named("id") || named("class");
    meant && !is_main(element) && ink.entries >= FEWEST_ENTRIES && ink.inner * 10 >= ink.all * 7
}
