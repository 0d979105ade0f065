//! What is `Shipped` are the built-in packs, compiled while the program was built: reading TOML and filing phrases at
//! every start would take a hundred times as long as reading the finished table does.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::bundle::BUILT_IN;
use super::catalogue::{Choice, fingerprint};
use super::compile::{Compiled, Written, compile};
use super::error::PackErrors;
use super::pack::Words;

/// The compiled packs.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Shipped {
    pub(super) compiled: Compiled,
    /// The fingerprint of the packs alone, chosen by nobody.
    pub(super) sha256: String,
}

/// [`Written`] without the places in the TOML, which nobody will ask for: what is shipped is right.
#[derive(Serialize, Deserialize)]
struct WrittenPlainly {
    markers: BTreeMap<String, u32>,
    lists: BTreeMap<String, Vec<String>>,
}

/// The built-in packs as two tables of bytes: what every run reads, and what is wanted when packs are added.
///
/// # Errors
/// All that is wrong in the packs.
pub fn tables() -> Result<[Vec<u8>; 2], PackErrors> {
    let mut compiled = compile(BUILT_IN);
    if !compiled.errors.is_empty() {
        return Err(PackErrors(compiled.errors));
    }
    let Written { markers, lists } = std::mem::take(&mut compiled.written);
    let plainly = |phrases: Vec<Words>| phrases.into_iter().map(Words::into_inner).collect();
    let written = WrittenPlainly {
        markers: markers.into_iter().collect(),
        lists: lists.into_iter().map(|(name, phrases)| (name, plainly(phrases))).collect(),
    };
    compiled.lexicon = compiled.lexicon.settled();
    let shipped = Shipped {
        compiled,
        sha256: fingerprint(BUILT_IN, &Choice::default()),
    };
    let bytes = |table: Result<Vec<u8>, postcard::Error>| table.unwrap_or_default();
    Ok([bytes(postcard::to_allocvec(&shipped)), bytes(postcard::to_allocvec(&written))])
}

/// The packs that this program was built with; `None` in the program that builds it. With what packs that are added may
/// name, when they will be `added_to`.
#[cfg(has_tables)]
pub(super) fn packs(added_to: bool) -> Option<Shipped> {
    const RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.table"));
    const WRITTEN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/written.table"));
    let mut shipped: Shipped = postcard::from_bytes(RULES).ok()?;
    if added_to {
        shipped.compiled.phrases = std::mem::take(&mut shipped.compiled.matcher).reopened();
        let written: WrittenPlainly = postcard::from_bytes(WRITTEN).ok()?;
        let words = |phrases: Vec<String>| phrases.into_iter().map(|words| Words::new(0..0, words)).collect();
        shipped.compiled.written = Written {
            markers: written.markers.into_iter().collect(),
            lists: written.lists.into_iter().map(|(name, phrases)| (name, words(phrases))).collect(),
        };
    }
    Some(shipped)
}

#[cfg(not(has_tables))]
pub(super) const fn packs(_: bool) -> Option<Shipped> {
    None
}
