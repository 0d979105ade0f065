//! The `bundle` is the list of packs built into the program: every `patterns/*.toml`, in the order of their names.
//! It is written by the test below: `UPDATE=1 cargo test bundle`.

use super::Source;

/// The packs of the folder `patterns`.
#[rustfmt::skip]
pub const BUILT_IN: &[Source<'static>] = &[
    Source { name: "adult-safeguarding.toml", toml: include_str!("../../patterns/adult-safeguarding.toml") },
    Source { name: "attendance-as-engagement.toml", toml: include_str!("../../patterns/attendance-as-engagement.toml") },
    Source { name: "cues.toml", toml: include_str!("../../patterns/cues.toml") },
    Source { name: "dismissed-or-closed.toml", toml: include_str!("../../patterns/dismissed-or-closed.toml") },
    Source { name: "generic-reassurance.toml", toml: include_str!("../../patterns/generic-reassurance.toml") },
    Source { name: "hedge-attribution.toml", toml: include_str!("../../patterns/hedge-attribution.toml") },
    Source { name: "invisible-child-or-adult.toml", toml: include_str!("../../patterns/invisible-child-or-adult.toml") },
    Source { name: "invisible-in-sections.toml", toml: include_str!("../../patterns/invisible-in-sections.toml") },
    Source { name: "jargon.toml", toml: include_str!("../../patterns/jargon.toml") },
    Source { name: "labelling.toml", toml: include_str!("../../patterns/labelling.toml") },
    Source { name: "lists.toml", toml: include_str!("../../patterns/lists.toml") },
    Source { name: "minimisation.toml", toml: include_str!("../../patterns/minimisation.toml") },
    Source { name: "names.toml", toml: include_str!("../../patterns/names.toml") },
    Source { name: "over-optimism.toml", toml: include_str!("../../patterns/over-optimism.toml") },
    Source { name: "self-report-unverified.toml", toml: include_str!("../../patterns/self-report-unverified.toml") },
    Source { name: "unachievable-promise.toml", toml: include_str!("../../patterns/unachievable-promise.toml") },
    Source { name: "unlisted-wording.toml", toml: include_str!("../../patterns/unlisted-wording.toml") },
    Source { name: "unmeasurable-quality.toml", toml: include_str!("../../patterns/unmeasurable-quality.toml") },
    Source { name: "unowned-action.toml", toml: include_str!("../../patterns/unowned-action.toml") },
    Source { name: "vague-quantity-time.toml", toml: include_str!("../../patterns/vague-quantity-time.toml") },
    Source { name: "victim-blaming.toml", toml: include_str!("../../patterns/victim-blaming.toml") },
    Source { name: "weak-verb.toml", toml: include_str!("../../patterns/weak-verb.toml") },
    Source { name: "weights.tsv", toml: include_str!("../../patterns/weights.tsv") },
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
            .filter(|name| name.ends_with(".toml") || name.ends_with(".tsv"))
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
