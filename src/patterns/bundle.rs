//! The `bundle` is the list of packs built into the program: every `patterns/*.toml`, in the order of their names.
//! It is written by the test below: `UPDATE=1 cargo test bundle`.

use super::Source;

/// The packs of the folder `patterns`.
#[rustfmt::skip]
pub const BUILT_IN: &[Source<'static>] = &[
    Source { name: "cues.toml", toml: include_str!("../../patterns/cues.toml") },
    Source { name: "lists.toml", toml: include_str!("../../patterns/lists.toml") },
];

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test compares this file with the folder")]
    fn bundle_is_the_folder() {
        let root = env!("CARGO_MANIFEST_DIR");
        let mut names: Vec<String> = std::fs::read_dir(format!("{root}/patterns"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".toml"))
            .collect();
        names.sort();
        let mut list = String::from("pub const BUILT_IN: &[Source<'static>] = &[\n");
        for name in &names {
            writeln!(
                list,
                "    Source {{ name: \"{name}\", toml: include_str!(\"../../patterns/{name}\") }},"
            )
            .unwrap();
        }
        list.push_str("];\n");
        let path = format!("{root}/src/patterns/bundle.rs");
        let file = std::fs::read_to_string(&path).unwrap();
        let start = file.find("pub const BUILT_IN").unwrap();
        let end = start + file[start..].find("];\n").unwrap() + 3;
        if file[start..end] == list {
            return;
        }
        assert!(
            std::env::var_os("UPDATE").is_some(),
            "the folder has changed: UPDATE=1 cargo test bundle"
        );
        std::fs::write(&path, format!("{}{list}{}", &file[..start], &file[end..])).unwrap();
    }
}
