//! Hostile files, made here: each ends in time with a text or an error that names the limit that was met.
//!
//! With `HOSTILE=folder` they are written there too, to be given to the command under a limit of memory.

use std::io::Write as _;
use std::time::Instant;

use candour::input::{ReadError, read};
use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::docx::paper::{Paper, WORD, p};

/// A hostile file: its name, its bytes, and words of its error; none when it may be read.
type Hostile = (&'static str, Vec<u8>, Option<&'static str>);

/// Seconds that a file may take; a debug build is some twenty times slower.
const MOST: u64 = if cfg!(debug_assertions) { 60 } else { 10 };

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// Objects numbered from 1; the first is the catalogue.
pub(crate) fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = vec![];
    for (number, object) in (1..).zip(objects) {
        places.push(out.len());
        out.extend_from_slice(format!("{number} 0 obj").as_bytes());
        out.extend_from_slice(object);
        out.extend_from_slice(b"endobj\n");
    }
    let start = out.len();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    places.iter().for_each(|place| table += &format!("{place:010} 00000 n \n"));
    table += &format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF", places.len() + 1);
    out.extend_from_slice(table.as_bytes());
    out
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary}/Length {}>>stream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

fn flate(dictionary: &str, data: &[u8]) -> Vec<u8> {
    stream(&format!("{dictionary}/Filter/FlateDecode"), &packed(data))
}

/// One page with `content` and further objects from 6 on; `resources` of the page.
fn page(content: Vec<u8>, resources: &str, more: Vec<Vec<u8>>) -> Vec<u8> {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{resources}>>>>").into_bytes(),
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
    ];
    objects.extend(more);
    pdf(&objects)
}

const SAID: &[u8] = b"BT /F 10 Tf 50 500 Td (The mother was seen at home.) Tj ET\n";

fn said(more: &[u8]) -> Vec<u8> {
    stream("", &[SAID, more].concat())
}

fn form(resources: &str, content: &[u8]) -> Vec<u8> {
    stream(
        &format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<{resources}>>>>"),
        content,
    )
}

/// What unpacks to more than it should.
fn swollen_pdfs() -> Vec<Hostile> {
    const LARGE: usize = 34 << 20;
    let idle = b"1 w\n".repeat(LARGE / 4);
    let mut chain = packed(SAID);
    (1..50).for_each(|_| chain = packed(&chain));
    let twice = packed(&packed(&vec![b' '; LARGE]));
    let names = |count: usize| "/FlateDecode".repeat(count);
    let many: String = (0..4_000).map(|_| "3 0 R ").collect();
    vec![
        ("idle-bomb.pdf", page(flate("", &idle), "", vec![]), Some("stream of it unpacks")),
        (
            "twice-packed.pdf",
            page(stream(&format!("/Filter[{}]", names(2)), &twice), "", vec![]),
            Some("stream of it unpacks"),
        ),
        (
            "fifty-filters.pdf",
            page(stream(&format!("/Filter[{}]", names(50)), &chain), "", vec![]),
            Some("packed more than 8 times"),
        ),
        (
            "one-page-many-streams.pdf",
            {
                let streams: String = (0..400).map(|_| "6 0 R ").collect();
                let content = format!("[{streams}]").into_bytes();
                page(content, "", vec![flate("", &vec![b' '; 1 << 20])])
            },
            Some("stream of it unpacks"),
        ),
        (
            "same-page-again.pdf",
            pdf(&[
                b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
                format!("<</Type/Pages/Kids[{many}]/Count 4000>>").into_bytes(),
                b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>".to_vec(),
                said(b""),
            ]),
            None,
        ),
    ]
}

/// What goes round or down without end.
fn winding_pdfs() -> Vec<Hostile> {
    // A form draws ten of the next, ten deep: 10^10 draws of nothing. A debug build is too slow to come to the limit.
    let deep = if cfg!(debug_assertions) { 3 } else { 10 };
    let fan: Vec<Vec<u8>> = (0..deep)
        .map(|depth| form(&format!("/N {} 0 R", 7 + depth), &b"/N Do ".repeat(10)))
        .chain([form("", b"0 w")])
        .collect();
    let kids: String = (0..if cfg!(debug_assertions) { 6_000 } else { 100_000 })
        .map(|_| "<</Type/Page/Contents 3 0 R>>")
        .collect();
    let mut prev = page(said(b""), "", vec![]);
    let start = prev.windows(4).rposition(|w| w == b"xref").unwrap() - 5;
    let looped = String::from_utf8_lossy(&prev).replace("/Root 1 0 R", &format!("/Root 1 0 R/Prev {start}"));
    prev = looped.into_bytes();
    vec![
        ("nested-q.pdf", page(said(&b"q ".repeat(100_000)), "", vec![]), None),
        ("nested-arrays.pdf", page(said(&b"[".repeat(1_000_000)), "", vec![]), None),
        (
            "form-in-itself.pdf",
            page(said(b"/N Do"), "/XObject<</N 6 0 R>>", vec![form("/N 6 0 R", b"/N Do /N Do")]),
            None,
        ),
        (
            "fan-of-forms.pdf",
            page(said(b"/N Do"), "/XObject<</N 6 0 R>>", fan),
            (!cfg!(debug_assertions)).then_some("1,000,000 frames"),
        ),
        (
            "page-tree-cycle.pdf",
            pdf(&[
                b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
                b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>".to_vec(),
                b"<</Type/Pages/Kids[2 0 R 3 0 R 4 0 R]/Count 9>>".to_vec(),
                b"<</Type/Page/Contents 5 0 R>>".to_vec(),
                said(b""),
            ]),
            None,
        ),
        (
            "hundred-thousand-pages.pdf",
            pdf(&[
                b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
                format!("<</Type/Pages/Kids[{kids}]/Count 100000>>").into_bytes(),
                said(b""),
            ]),
            Some("5,000 pages"),
        ),
        ("xref-loop.pdf", prev, None),
        (
            "object-stream-in-itself.pdf",
            page(
                said(b""),
                "/XObject 6 0 R",
                vec![stream("/Type/ObjStm/N 2/First 8/Extends 6 0 R", b"6 0 7 2 6 0 R 7 0 R")],
            ),
            None,
        ),
    ]
}

/// What is too large in itself.
fn large_pdfs() -> Vec<Hostile> {
    let map = b"begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange\n\
        3 beginbfrange <00000000> <FFFFFFFF> <0041> <0000> <FFFF> [<0041>] <FFFF> <0000> <0041> endbfrange\n\
        1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange endcmap";
    let font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 7 0 R/ToUnicode 7 0 R/DescendantFonts[<</Subtype/CIDFontType2/BaseFont/A/W[0 4294967295 500]>>]>>";
    let again = format!("/H 10 Tf ({}) Tj ", "\\000A".repeat(1_000));
    let masks = b"/G gs ".repeat(if cfg!(debug_assertions) { 20 } else { 2_000 });
    let wide = String::from_utf8_lossy(&page(said(b""), "", vec![]))
        .replace("0 0 400 600", "-1e38 0 1e38 1e38")
        .into_bytes();
    vec![
        ("huge-page.pdf", wide, None),
        (
            "hostile-map.pdf",
            page(
                said(format!("BT /H 10 Tf 9 9 Td {again} ET").as_bytes()),
                "/Font<</F 5 0 R/H 6 0 R>>",
                vec![font.to_vec(), stream("/Type/CMap/CMapName/A", map)],
            ),
            None,
        ),
        (
            "masks.pdf",
            page(
                said(&masks),
                "/ExtGState<</G<</SMask<</S/Alpha/G 6 0 R>>>>>>",
                vec![flate("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", &vec![b' '; 1 << 20])],
            ),
            None,
        ),
        (
            "many-signs.pdf",
            {
                let lines = if cfg!(debug_assertions) { 20 } else { 120_000 };
                let line = format!("1 0 0 1 0 0 cm ({}) Tj\n", "seen ".repeat(20));
                page(flate("", format!("BT /F 1 Tf {} ET", line.repeat(lines)).as_bytes()), "", vec![])
            },
            (!cfg!(debug_assertions)).then_some("8,000,000 signs"),
        ),
    ]
}

fn styles(styles: &str) -> String {
    format!("<w:styles xmlns:w=\"{WORD}\">{styles}</w:styles>")
}

fn word_files() -> Vec<Hostile> {
    let attributes: String = (0..1_000_000).map(|n| format!(" a{n}=\"\"")).collect();
    let spaces: String = (0..100_000).map(|n| format!(" xmlns:n{n}=\"u\"")).collect();
    let table = |depth: usize| {
        let (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
        format!("{}{}{}", open.repeat(depth), p("Seen"), close.repeat(depth))
    };
    let runs = "<w:r><w:t xml:space=\"preserve\">Seen </w:t></w:r>".repeat(100_000);
    let ring = (0..200).map(|n| {
        let next = (n + 1) % 200;
        format!("<w:style w:type=\"paragraph\" w:styleId=\"s{n}\"><w:basedOn w:val=\"s{next}\"/><w:next w:val=\"s{next}\"/><w:link w:val=\"s{next}\"/></w:style>")
    });
    let styled = "<w:p><w:pPr><w:pStyle w:val=\"s0\"/></w:pPr><w:r><w:t>Seen</w:t></w:r></w:p>";
    let lists = "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"l\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
    let link = "<w:style w:type=\"numbering\" w:styleId=\"l\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Seen</w:t></w:r></w:p>";
    let laughs: String = (1..10)
        .map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10)))
        .collect();
    let document = |body: &str| format!("<w:document xmlns:w=\"{WORD}\"><w:body>{body}</w:body></w:document>");
    let blank = " ".repeat(30 << 20);
    vec![
        ("thousand-to-one.docx", Paper::new(&blank).bytes(), Some("400 times")),
        (
            "attributes.docx",
            Paper::new(&format!("<w:p{attributes}><w:r><w:t>Seen</w:t></w:r></w:p>")).bytes(),
            None,
        ),
        (
            "namespaces.docx",
            Paper::new(&format!("<w:p{spaces}><w:r><w:t>Seen</w:t></w:r></w:p>")).bytes(),
            Some("1,000 namespaces"),
        ),
        ("nested-table.docx", Paper::new(&table(150)).bytes(), None),
        ("nested-tables.docx", Paper::new(&table(300)).bytes(), Some("512 elements deep")),
        ("tiny-runs.docx", Paper::new(&format!("<w:p>{runs}</w:p>")).bytes(), None),
        (
            "style-ring.docx",
            Paper::new(styled).with("styles", &styles(&ring.collect::<String>())).bytes(),
            None,
        ),
        (
            "list-ring.docx",
            Paper::new(item).numbering(lists).with("styles", &styles(link)).bytes(),
            None,
        ),
        (
            "laughs.docx",
            Paper::raw(&format!("<!DOCTYPE a [<!ENTITY l0 \"ha\">{laughs}]>{}", document(&p("&l9;")))).bytes(),
            None,
        ),
    ]
}

#[test]
#[expect(clippy::print_stdout, reason = "the test tells what took how long")]
fn hostile_files_end_in_time_with_a_text_or_a_named_limit() {
    let all = [swollen_pdfs(), winding_pdfs(), large_pdfs(), word_files()].concat();
    let mut wrong = vec![];
    for (name, bytes, limit) in all {
        if let Some(folder) = std::env::var_os("HOSTILE") {
            std::fs::write(std::path::Path::new(&folder).join(name), &bytes).unwrap();
        }
        let begun = Instant::now();
        let outcome = read(name, &bytes);
        let took = begun.elapsed().as_secs_f64();
        println!(
            "{took:7.2} s {name}: {}",
            outcome
                .as_ref()
                .map_or_else(ToString::to_string, |t| format!("{} bytes", t.content.len()))
        );
        let as_told = match (&outcome, limit) {
            (Err(error @ ReadError::Beyond(_)), Some(words)) => error.to_string().contains(words),
            // A page without bounds has no places to read by.
            (Err(ReadError::PdfDamaged), None) => name == "huge-page.pdf",
            (Ok(text), None) => name == "laughs.docx" || text.content.contains("een"),
            _ => false,
        };
        if !as_told || took > MOST as f64 {
            wrong.push(format!("{name}: {took:.1} s, {:?}", outcome.map(|text| text.content.len())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
