//! A `Paper` is a Word document made of strings of XML, for tests: nothing in it but what the test wrote.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};

pub(crate) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(crate) const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Parts by name, in the order in which they are written.
#[derive(Clone, Debug)]
pub(crate) struct Paper {
    pub(crate) parts: Vec<(String, Vec<u8>)>,
}

impl Paper {
    /// A document whose body holds `body`, paragraphs and tables.
    pub(crate) fn new(body: &str) -> Self {
        Self::raw(&format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"{WORD}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:r=\"{RELATIONS}\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>{body}<w:sectPr/></w:body></w:document>"
        ))
    }

    /// A document whose main part is `document`.
    pub(crate) fn raw(document: &str) -> Self {
        let mut paper = Self { parts: vec![] };
        let types = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{TYPES}.document.main+xml\"/></Types>"
        );
        paper.put("[Content_Types].xml", &types);
        paper.put(
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
        );
        paper.put("word/document.xml", document);
        paper
    }

    /// Sets the part `name`.
    pub(crate) fn put(&mut self, name: &str, content: &str) {
        match self.parts.iter_mut().find(|(own, _)| own == name) {
            Some((_, bytes)) => *bytes = content.as_bytes().to_vec(),
            None => self.parts.push((name.to_owned(), content.as_bytes().to_vec())),
        }
    }

    /// Adds the part of that `kind` beside the main part, with its relation: "numbering" becomes word/numbering.xml.
    pub(crate) fn with(mut self, kind: &str, content: &str) -> Self {
        let name = format!("{kind}.xml");
        let ty = format!("{TYPES}.{kind}+xml");
        self.insert(
            "[Content_Types].xml",
            "</Types>",
            &format!("<Override PartName=\"/word/{name}\" ContentType=\"{ty}\"/>"),
        );
        if !self.parts.iter().any(|(own, _)| own == "word/_rels/document.xml.rels") {
            self.put(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>",
            );
        }
        self.insert(
            "word/_rels/document.xml.rels",
            "</Relationships>",
            &format!("<Relationship Id=\"r_{kind}\" Type=\"{RELATIONS}/{kind}\" Target=\"{name}\"/>"),
        );
        self.put(&format!("word/{name}"), content);
        self
    }

    fn insert(&mut self, part: &str, before: &str, what: &str) {
        let text = self.text(part).replace(before, &format!("{what}{before}"));
        self.put(part, &text);
    }

    /// The text of the part `name`.
    pub(crate) fn text(&self, name: &str) -> String {
        let part = self.parts.iter().find(|(own, _)| own == name);
        String::from_utf8(part.unwrap_or_else(|| panic!("no part {name}")).1.clone()).unwrap()
    }

    /// The document with definitions of styles.
    pub(crate) fn styles(self, styles: &str) -> Self {
        self.with("styles", &format!("<w:styles xmlns:w=\"{WORD}\">{styles}</w:styles>"))
    }

    /// The document with definitions of lists; kinds of lists stand before the lists, as they must.
    pub(crate) fn numbering(self, lists: &str) -> Self {
        let (mut kinds, mut own) = (String::new(), String::new());
        for part in lists.split_inclusive("</w:num>") {
            let at = part.find("<w:num ").unwrap_or(part.len());
            kinds.push_str(&part[..at]);
            own.push_str(&part[at..]);
        }
        self.with("numbering", &format!("<w:numbering xmlns:w=\"{WORD}\">{kinds}{own}</w:numbering>"))
    }

    /// The zip file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut zip = ZipArchiveWriter::new(&mut out);
        for (at, (name, content)) in self.parts.iter().enumerate() {
            let stored = at == 1 || name == "mimetype";
            let method = if stored {
                CompressionMethod::STORE
            } else {
                CompressionMethod::DEFLATE
            };
            let (mut entry, config) = zip.new_file(name.as_str()).compression_method(method).start().unwrap();
            if stored {
                let mut writer = config.wrap(&mut entry);
                writer.write_all(content).unwrap();
                let (_, sum) = writer.finish().unwrap();
                entry.finish(sum).unwrap();
            } else {
                let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::default()));
                writer.write_all(content).unwrap();
                let (packer, sum) = writer.finish().unwrap();
                packer.finish().unwrap();
                entry.finish(sum).unwrap();
            }
        }
        zip.finish().unwrap();
        out
    }
}

/// A paragraph of one run.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

/// A run.
pub(crate) fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A paragraph with properties.
pub(crate) fn pp(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", r(text))
}

/// A paragraph of a list.
pub(crate) fn item(list: u32, level: u32, text: &str) -> String {
    pp(
        &format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"),
        text,
    )
}

/// A level of a list.
pub(crate) fn level(at: u32, format: &str, text: &str, more: &str) -> String {
    format!("<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>")
}

/// A kind of list of those levels, and a list of that kind, both of that number.
pub(crate) fn list(number: u32, levels: &str) -> String {
    format!(
        "<w:abstractNum w:abstractNumId=\"{number}\">{levels}</w:abstractNum><w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{number}\"/></w:num>"
    )
}
