//! The `parts` of a workbook that hold its sheets together: what types they have, how they are called, how cells look.

use std::fmt::Write as _;

use super::sheet::Table;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// All parts but the sheets, each with its name.
pub(super) fn all(tables: &[Table]) -> [(&'static str, String); 5] {
    [
        ("xl/workbook.xml", workbook(tables)),
        ("xl/_rels/workbook.xml.rels", relations(tables)),
        ("xl/styles.xml", styles()),
        ("_rels/.rels", root()),
        ("[Content_Types].xml", types(tables)),
    ]
}

fn workbook(tables: &[Table]) -> String {
    let mut part = format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><bookViews><workbookView/></bookViews><sheets>");
    for (at, table) in tables.iter().enumerate() {
        let (at, name) = (at + 1, &table.name);
        let _ = write!(part, "<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>");
    }
    part.push_str("</sheets><definedNames>");
    for (at, table) in tables.iter().enumerate() {
        let (name, extent) = (&table.name, &table.extent);
        let _ = write!(
            part,
            "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">'{name}'!{extent}</definedName>"
        );
    }
    part + "</definedNames></workbook>"
}

fn relations(tables: &[Table]) -> String {
    let mut part = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (at, table) in tables.iter().enumerate() {
        let target = table.part.trim_start_matches("xl/");
        let _ = write!(
            part,
            "<Relationship Id=\"rId{}\" Type=\"{RELATIONS}/worksheet\" Target=\"{target}\"/>",
            at + 1
        );
    }
    let last = tables.len() + 1;
    let _ = write!(
        part,
        "<Relationship Id=\"rId{last}\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/>"
    );
    part + "</Relationships>"
}

fn root() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    )
}

fn types(tables: &[Table]) -> String {
    let mut part = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPES}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPES}.styles+xml\"/>"
    );
    for table in tables {
        let _ = write!(
            part,
            "<Override PartName=\"/{}\" ContentType=\"{TYPES}.worksheet+xml\"/>",
            table.part
        );
    }
    part + "</Types>"
}

/// Three looks: plain, marked as text so that editing a cell makes no number or formula of it, and the bold head.
fn styles() -> String {
    let font = |bold: &str| format!("<font>{bold}<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>");
    let look = |format: u8, font: u8, rest: &str| {
        format!("<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\"{rest}/>")
    };
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"2\">{}{}</fonts><fills count=\"2\"><fill><patternFill \
         patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border>\
         <left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" \
         fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"3\">{}{}{}</cellXfs><cellStyles count=\"1\"><cellStyle \
         name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
        font(""),
        font("<b/>"),
        look(0, 0, ""),
        look(49, 0, " applyNumberFormat=\"1\""),
        look(0, 1, " applyFont=\"1\""),
    )
}
