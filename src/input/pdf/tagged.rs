//! A `Unit` is a paragraph, heading, list item, cell or note as a tagged PDF's own structure tree tells it.

use std::collections::HashMap;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier};

use super::strip::Strip;

/// What the tree says of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Paragraph,
    Heading(u8),
    Item,
    Quote,
    Note,
    /// Table, row, column, and whether the row is the header's.
    Cell(u32, u32, u32, bool),
}

/// The structure of a tagged PDF.
#[derive(Debug, Default)]
pub(super) struct Tags {
    pub(super) roles: Vec<Role>,
    /// Page and number of marked content to unit.
    units: HashMap<(u32, u32), u32>,
    pub(super) tables: u32,
    visited: usize,
}

/// Elements deeper than this, or more than this, are no document's.
const DEEPEST: usize = 60;
const MOST: usize = 400_000;

/// Where the walk stands.
#[derive(Clone, Copy, Default)]
struct Place {
    unit: Option<u32>,
    page: Option<u32>,
    /// Table, row and column of the cell or row around.
    cell: Option<(u32, u32, u32, bool)>,
    item: bool,
    note: bool,
    quote: bool,
    depth: usize,
}

impl Tags {
    /// Reads the tree; empty when there is none.
    pub(super) fn of(pdf: &Pdf, pages: &HashMap<ObjectIdentifier, u32>) -> Self {
        let mut tags = Self::default();
        let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
        let Some(root) = catalog.and_then(|c| c.get::<Dict<'_>>(b"StructTreeRoot".as_slice())) else {
            return tags;
        };
        let map = root.get::<Dict<'_>>(b"RoleMap".as_slice()).unwrap_or_default();
        let walk = Walk { map: &map, pages };
        if let Some(kids) = root.get::<Object<'_>>(b"K".as_slice()) {
            walk.kids(&mut tags, kids, Place::default());
        }
        tags.without_layout_tables();
        tags
    }

    /// The unit of the marked content `number` on `page`.
    pub(super) fn unit(&self, page: u32, number: u32) -> Option<u32> {
        self.units.get(&(page, number)).copied()
    }

    pub(super) fn role(&self, unit: u32) -> Role {
        self.roles.get(unit as usize).copied().unwrap_or(Role::Paragraph)
    }

    fn new_unit(&mut self, role: Role) -> u32 {
        self.roles.push(role);
        self.roles.len() as u32 - 1
    }

    /// A table of one column, or of one row, is a frame around paragraphs.
    fn without_layout_tables(&mut self) {
        let mut widths: HashMap<u32, (u32, u32)> = HashMap::new();
        for role in &self.roles {
            if let Role::Cell(table, row, column, _) = *role {
                let size = widths.entry(table).or_default();
                *size = (size.0.max(row), size.1.max(column));
            }
        }
        // So is a last row of one cell that holds several paragraphs: the cell's own unit, and one for each of them.
        let mut held: HashMap<(u32, u32), (u32, u32)> = HashMap::new();
        for role in &self.roles {
            if let Role::Cell(table, row, column, _) = *role {
                let row = held.entry((table, row)).or_default();
                *row = (row.0.max(column), row.1 + 1);
            }
        }
        for role in &mut self.roles {
            if let Role::Cell(table, row, ..) = *role
                && let Some(&(last, columns)) = widths.get(&table)
                && (columns == 0 || row == last && held.get(&(table, row)).is_some_and(|&(columns, units)| columns == 0 && units >= 3))
            {
                *role = Role::Paragraph;
            }
        }
    }
}

struct Walk<'w, 'a> {
    map: &'w Dict<'a>,
    pages: &'w HashMap<ObjectIdentifier, u32>,
}

impl<'a> Walk<'_, 'a> {
    fn kids(&self, tags: &mut Tags, kids: Object<'a>, place: Place) {
        tags.visited += 1;
        if place.depth > DEEPEST || tags.visited > MOST {
            return;
        }
        match kids {
            Object::Array(array) => self.each(tags, &array, place),
            Object::Dict(dict) => self.element(tags, &dict, place),
            Object::Number(number) => content(tags, number.as_i64(), place),
            _ => {}
        }
    }

    fn each(&self, tags: &mut Tags, array: &Array<'a>, place: Place) {
        let place = Place {
            depth: place.depth + 1,
            ..place
        };
        let (mut row, mut column) = (0, 0);
        for kid in array.iter::<Object<'a>>() {
            let mut here = place;
            if let (Some((table, r, c, header)), Object::Dict(dict)) = (place.cell, &kid) {
                let name = self.name(dict);
                here.cell = Some(match name.as_str() {
                    "TR" => (table, r + row, 0, header),
                    "TD" | "TH" => (table, r, c + column, name == "TH"),
                    _ => (table, r + row, c, header),
                });
                row += u32::from(name == "TR")
                    + if matches!(name.as_str(), "THead" | "TBody" | "TFoot") {
                        rows(dict)
                    } else {
                        0
                    };
                column += u32::from(matches!(name.as_str(), "TD" | "TH"));
            }
            self.kids(tags, kid, here);
        }
    }

    fn element(&self, tags: &mut Tags, dict: &Dict<'a>, mut place: Place) {
        let page = dict.get_ref(b"Pg".as_slice()).and_then(|r| self.pages.get(&r.into()).copied());
        place.page = page.or(place.page);
        if let Some(number) = dict.get::<i32>(b"MCID".as_slice()) {
            return content(tags, i64::from(number), place);
        }
        place.depth += 1;
        let name = self.name(dict);
        self.enter(tags, &name, &mut place);
        if let Some(kids) = dict.get::<Object<'a>>(b"K".as_slice()) {
            self.kids(tags, kids, place);
        }
    }

    /// What an element of this name means for the content below it.
    fn enter(&self, tags: &mut Tags, name: &str, place: &mut Place) {
        let within = |place: &Place| match place.cell {
            _ if place.note => Role::Note,
            Some((t, r, c, h)) => Role::Cell(t, r, c, h),
            None if place.item => Role::Item,
            None if place.quote => Role::Quote,
            None => Role::Paragraph,
        };
        match name {
            "Table" => {
                tags.tables += 1;
                (place.cell, place.unit, place.item) = (Some((tags.tables - 1, 0, 0, false)), None, false);
            }
            "TR" | "THead" | "TBody" | "TFoot" => place.unit = None,
            "TD" | "TH" => place.unit = Some(tags.new_unit(within(place))),
            "LI" => {
                place.item = true;
                if !place.note {
                    place.unit = Some(tags.new_unit(within(place)));
                }
            }
            "Note" | "FENote" => {
                (place.note, place.cell) = (true, None);
                place.unit = Some(tags.new_unit(Role::Note));
            }
            "BlockQuote" => place.quote = true,
            "P" | "Caption" | "TOCI" => {
                // The first paragraph of an item is the item; those of a cell may turn out to be a frame's.
                let held = place.note || place.item;
                if !held || place.unit.is_none() {
                    place.unit = Some(tags.new_unit(within(place)));
                }
            }
            "Title" | "H" | "H1" | "H2" | "H3" | "H4" | "H5" | "H6" if place.cell.is_none() && !place.note => {
                let level = name.as_bytes().get(1).filter(|b| b.is_ascii_digit()).map_or(1, |b| b - b'0');
                place.item = false;
                place.unit = Some(tags.new_unit(Role::Heading(level)));
            }
            _ => {}
        }
    }

    /// An element's standard name, custom names looked up.
    fn name(&self, dict: &Dict<'a>) -> String {
        let Some(mut name) = dict.get::<Name<'a>>(b"S".as_slice()) else {
            return String::new();
        };
        for _ in 0..4 {
            match self.map.get::<Name<'a>>(name.as_ref()) {
                Some(standard) if standard.as_str() != name.as_str() => name = standard,
                _ => break,
            }
        }
        name.as_str().to_owned()
    }
}

/// How many rows a part of a table holds.
fn rows(dict: &Dict<'_>) -> u32 {
    dict.get::<Array<'_>>(b"K".as_slice())
        .map_or(1, |kids| kids.raw_iter().count() as u32)
}

fn content(tags: &mut Tags, number: i64, place: Place) {
    let (Some(unit), Some(page), Ok(number)) = (place.unit, place.page, u32::try_from(number)) else {
        return;
    };
    tags.units.insert((page, number), unit);
}

/// Whether the tags can be believed: nearly all words have one, and hardly any paragraph ends amid a sentence.
pub(super) fn are_sound(strips: &[&Strip]) -> bool {
    let letters = |s: &&&Strip| s.text.len();
    let tagged: usize = strips.iter().filter(|s| s.unit.is_some()).map(|s| letters(&s)).sum();
    let all: usize = strips.iter().map(|s| letters(&s)).sum();
    let cut = strips.windows(2).filter(|pair| {
        let parted = pair[0].unit != pair[1].unit && pair[0].unit.is_some() && pair[1].unit.is_some();
        parted && pair[0].page == pair[1].page && pair[0].text.ends_with(char::is_lowercase) && pair[1].text.starts_with(char::is_lowercase)
    });
    tagged * 10 >= all * 9 && cut.count() * 12 <= strips.len() && all > 0
}
