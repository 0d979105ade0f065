//! A `Scope` is where a rule applies: in which settings, zones and genres, each by its name in the contract.
//!
//! Names and not the document's own types, because packs know no document; [`Ground`] turns the names of one block
//! into bits once, so that the test for each hit is three `and`s.

use serde::{Deserialize, Serialize};

/// The settings a pack may name, in the order in which an example takes its first.
pub(super) const SETTINGS: [&str; 5] = ["narrative", "minutes", "plan", "recommendation", "matter"];
/// The zones a pack may name.
pub(super) const ZONES: [&str; 7] = ["paragraph", "list", "table", "quote", "footnote", "heading", "contents"];
/// The genres a pack may name.
pub(super) const GENRES: [&str; 5] = ["review", "action-plan", "minutes", "other", "inspection"];

/// Where a rule applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Numbered", into = "Numbered")]
pub struct Scope {
    /// The settings, in the order in which the pack names them.
    pub settings: Vec<&'static str>,
    /// The zones, likewise.
    pub zones: Vec<&'static str>,
    /// The genres, likewise.
    pub genres: Vec<&'static str>,
    bits: Ground,
}

/// The setting, zone and genre of a block, or the sets of them a rule admits, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    settings: u8,
    zones: u8,
    genres: u8,
}

impl Scope {
    /// A scope of the names given; an empty list stands for the default of its kind.
    pub(super) fn new(settings: Vec<&'static str>, zones: Vec<&'static str>, genres: Vec<&'static str>) -> Self {
        let settings = or_default(settings, &SETTINGS[..4]);
        let zones = or_default(zones, &ZONES[..4]);
        let genres = or_default(genres, &GENRES);
        let bits = Ground {
            settings: bits(&settings, &SETTINGS),
            zones: bits(&zones, &ZONES),
            genres: bits(&genres, &GENRES),
        };
        Self {
            settings,
            zones,
            genres,
            bits,
        }
    }

    /// Whether the rule applies on `ground`.
    #[must_use]
    pub const fn admits(&self, ground: Ground) -> bool {
        self.bits.settings & ground.settings != 0 && self.bits.zones & ground.zones != 0 && self.bits.genres & ground.genres != 0
    }
}

impl Ground {
    /// The ground of a block, from the names of its setting, zone and genre; an unknown name is admitted nowhere.
    #[must_use]
    pub fn of(setting: &str, zone: &str, genre: &str) -> Self {
        Self {
            settings: bits(&[setting], &SETTINGS),
            zones: bits(&[zone], &ZONES),
            genres: bits(&[genre], &GENRES),
        }
    }
}

/// A scope as it is kept in a table: the places of its names among those a pack may name.
#[derive(Serialize, Deserialize)]
struct Numbered([Vec<u8>; 3]);

impl From<Scope> for Numbered {
    fn from(scope: Scope) -> Self {
        let places = |names: &[&str], all: &[&str]| {
            let place = |name: &&str| all.iter().position(|known| known == name);
            names.iter().filter_map(place).map(|at| at as u8).collect()
        };
        Self([
            places(&scope.settings, &SETTINGS),
            places(&scope.zones, &ZONES),
            places(&scope.genres, &GENRES),
        ])
    }
}

impl From<Numbered> for Scope {
    fn from(Numbered([settings, zones, genres]): Numbered) -> Self {
        let named = |places: &[u8], all: &[&'static str]| places.iter().filter_map(|&at| all.get(at as usize).copied()).collect();
        Self::new(named(&settings, &SETTINGS), named(&zones, &ZONES), named(&genres, &GENRES))
    }
}

fn or_default(named: Vec<&'static str>, default: &[&'static str]) -> Vec<&'static str> {
    if named.is_empty() { default.to_vec() } else { named }
}

fn bits(names: &[&str], all: &[&str]) -> u8 {
    names
        .iter()
        .filter_map(|name| all.iter().position(|known| known == name))
        .fold(0, |bits, at| bits | 1 << at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_everything_but_matter_headings_and_notes() {
        let scope = Scope::new(vec![], vec![], vec![]);
        assert!(scope.admits(Ground::of("plan", "table", "action-plan")));
        assert!(!scope.admits(Ground::of("matter", "paragraph", "review")));
        assert!(!scope.admits(Ground::of("narrative", "heading", "review")));
        assert!(!scope.admits(Ground::of("somewhere", "paragraph", "review")));
    }
}
