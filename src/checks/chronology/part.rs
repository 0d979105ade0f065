//! A part is a chronology that tells what one agency knew, in numbered paragraphs that open with dates, beside parts that do not:
//! the rest of the report is not held to it.

use super::scene::Scene;
use super::timeline::Chronicle;

/// Whether the document has no chronology but such parts.
pub(super) fn all_are(scene: &Scene<'_>) -> bool {
    let chronicles = &scene.timeline.chronicles;
    !chronicles.is_empty() && chronicles.iter().all(|chronicle| is_part(scene, chronicle))
}

/// Whether most rows are numbered paragraphs, under a heading that names an agency.
fn is_part(scene: &Scene<'_>, chronicle: &Chronicle) -> bool {
    const AGENCIES: [&str; 22] = [
        "police",
        "health",
        "housing",
        "school",
        "education",
        "probation",
        "gp",
        "surgery",
        "hospital",
        "trust",
        "social care",
        "council",
        "ambulance",
        "fire",
        "midwifery",
        "nursery",
        "college",
        "refuge",
        "charity",
        "service",
        "services",
        "agency",
    ];
    let document = scene.document;
    let rows = scene.timeline.of(chronicle);
    let numbered = rows.iter().filter(|row| {
        let paragraph = document.blocks.get(row.block as usize).and_then(|block| block.paragraph);
        paragraph.is_some_and(|at| {
            document
                .outline
                .entries
                .get(at as usize)
                .is_some_and(|entry| entry.block == row.block)
        })
    });
    let section = rows
        .first()
        .and_then(|row| document.blocks.get(row.block as usize))
        .and_then(|block| block.section);
    let heading = section
        .and_then(|at| document.blocks.get(at as usize))
        .map_or("", |block| document.fold.slice(block.body))
        .to_lowercase();
    let told = ["chronolog", "timeline", "key dates", "key events"]
        .iter()
        .any(|word| heading.contains(word));
    let agency = AGENCIES
        .iter()
        .any(|word| heading.split(|c: char| !c.is_alphabetic()).any(|own| own == *word) || word.contains(' ') && heading.contains(word));
    numbered.count() * 2 > rows.len() && agency && !told
}
