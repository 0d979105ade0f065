//! Compiles the built-in packs into tables, so that no run of the program has to. The rooms that know how are the
//! program's own.

#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    missing_docs,
    reason = "the program uses what this does not"
)]
#![expect(clippy::disallowed_methods, reason = "a build writes its result")]

#[path = "src/annotation.rs"]
mod annotation;
#[path = "src/patterns/mod.rs"]
mod patterns;
#[path = "src/text/mod.rs"]
mod text;

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    for input in ["build.rs", "patterns", "src/patterns", "src/text", "src/annotation.rs"] {
        println!("cargo::rerun-if-changed={input}");
    }
    println!("cargo::rustc-cfg=has_tables");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder"));
    let [rules, written] = patterns::tables().unwrap_or_else(|errors| panic!("the built-in packs are wrong:\n{errors}"));
    fs::write(out.join("rules.table"), rules).expect("the folder can be written");
    fs::write(out.join("written.table"), written).expect("the folder can be written");
}
