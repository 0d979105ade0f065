//! Any bytes as the parts of a whole package, which mutated zip files seldom are. The control sign 1E parts them: the text,
//! then styles, numbering, footnotes, and the relations of the text.
#![no_main]

mod sound;

use std::io::Write as _;

use libfuzzer_sys::fuzz_target;
use rawzip::{CompressionMethod, ZipArchiveWriter};

const NAMES: [&str; 5] = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/_rels/document.xml.rels",
];
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fuzz_target!(|bytes: &[u8]| {
    let mut relations = "<Relationships>".to_owned();
    for kind in ["styles", "numbering", "footnotes"] {
        relations += &format!("<Relationship Id=\"{kind}\" Type=\"{OFFICE}/{kind}\" Target=\"{kind}.xml\"/>");
    }
    relations += "</Relationships>";
    let mut parts = bytes.split(|&byte| byte == b'\x1e');
    let mut out = Vec::new();
    let mut zip = ZipArchiveWriter::new(&mut out);
    for name in NAMES {
        let whole = name.ends_with(".rels").then_some(relations.as_bytes());
        let Some(part) = parts.next().or(whole) else { continue };
        let start = zip.new_file(name).compression_method(CompressionMethod::STORE).start();
        let (mut entry, config) = start.expect("memory takes any entry");
        let mut writer = config.wrap(&mut entry);
        writer.write_all(part).expect("memory takes any bytes");
        let (_, sum) = writer.finish().expect("memory takes any bytes");
        entry.finish(sum).expect("memory takes any entry");
    }
    zip.finish().expect("memory takes any list");
    sound::read("a.docx", &out);
});
