//! Tests of the PDF room, on small files made here.

use super::*;
use crate::text::MarkKind;

/// The text of a PDF that is wanted again.
fn read(bytes: &[u8]) -> Result<Text, ReadError> {
    super::read(bytes.to_vec())
}

/// A PDF of one font, plain and bold, whose pages have these content streams.
pub(super) fn pdf(pages: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|i| format!("{} 0 R", 5 + 2 * i)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (i, content) in pages.iter().enumerate() {
        let stream = 6 + 2 * i;
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents {stream} 0 R/Resources<</Font<</F 3 0 R/B 4 0 R>>>>>>"
        ));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
    }
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(out.len());
        out.push_str(&format!("{number} 0 obj{object}endobj\n"));
    }
    let start = out.len();
    out.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        out.push_str(&format!("{place:010} 00000 n \n"));
    }
    out.push_str(&format!(
        "trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF",
        objects.len() + 1
    ));
    out.into_bytes()
}

/// Text of size `size` at a place.
pub(super) fn at(x: f32, y: f32, size: f32, words: &str) -> String {
    format!("BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n")
}

/// Lines of ten points from `y` downward.
pub(super) fn lines(y: f32, lines: &[&str]) -> String {
    (0_u8..)
        .zip(lines)
        .map(|(i, line)| at(50.0, y - 12.0 * f32::from(i), 10.0, line))
        .collect()
}

pub(super) fn blocks(bytes: &[u8]) -> Vec<(MarkKind, String)> {
    let text = read(bytes).unwrap();
    let marks = text.marks.iter().filter(|m| !matches!(m.kind, MarkKind::Page(_)));
    marks.map(|m| (m.kind.clone(), text.slice(m.span).to_owned())).collect()
}

pub(super) const ONE: &str = "The health visitor came to the house on a Tuesday and wrote that all was";
pub(super) const TWO: &str = "well. She had not been asked to look upstairs and did not do so.";

#[test]
fn lines_become_paragraphs_and_a_gap_parts_them() {
    let page = lines(500.0, &[ONE, TWO]) + &lines(460.0, &[ONE, TWO]);
    let found = blocks(&pdf(&[page]));
    let whole = format!("{ONE}\n{TWO}");
    assert_eq!(found, [(MarkKind::Paragraph, whole.clone()), (MarkKind::Paragraph, whole)]);
}

#[test]
fn bold_and_larger_lines_are_headings() {
    let page = at(50.0, 540.0, 16.0, "Review of a fall")
        + &lines(500.0, &[ONE, TWO])
        + "BT /B 10 Tf 50 460 Td (What was seen) Tj ET\n"
        + &lines(440.0, &[ONE, TWO]);
    let kinds: Vec<MarkKind> = blocks(&pdf(&[page])).into_iter().map(|b| b.0).collect();
    use MarkKind::{Heading, Paragraph};
    assert_eq!(kinds, [Heading(1), Paragraph, Heading(2), Paragraph]);
}

#[test]
fn a_paragraph_cut_by_a_page_is_one_and_the_seam_stands_after_it() {
    let page = |n: u32, body: &str, note: &str| {
        at(50.0, 570.0, 8.0, "Wren Review") + &lines(300.0, &[ONE, body]) + note + &at(190.0, 30.0, 8.0, &format!("{n}"))
    };
    let note = at(50.0, 62.0, 5.0, "1") + &at(54.0, 60.0, 7.5, "Her diary says Wednesday.");
    let cut = "well upstairs and down. She had come in by the back door, and nobody in";
    let pages = [page(1, cut, &note), page(2, TWO, ""), page(3, TWO, "")];
    let bytes = pdf(&[pages[0].clone(), pages[1].replace("The health", "the health"), pages[2].clone()]);
    let text = read(&bytes).unwrap();
    let found = blocks(&bytes);
    assert!(found[0].1.starts_with(ONE) && found[0].1.contains("nobody in\n\u{c}the health") && found[0].1.ends_with(TWO));
    assert_eq!(found[1], (MarkKind::Note, "\u{b9} Her diary says Wednesday.".to_owned()));
    assert!(text.content.contains("\n\nWren Review") && !found.iter().any(|b| b.1.contains("Wren")));
    let second = text.marks.iter().find(|m| m.kind == MarkKind::Page(2)).unwrap();
    assert!(text.content[second.span.range().start..].starts_with("the health"));
}

#[test]
fn ruled_cells_are_cells() {
    let mut page = String::new();
    for y in [400, 430, 460] {
        page.push_str(&format!("50 {y} m 350 {y} l S\n"));
    }
    for x in [50, 150, 350] {
        page.push_str(&format!("{x} 400 m {x} 460 l S\n"));
    }
    page += &(at(55.0, 445.0, 9.0, "Action") + &at(155.0, 445.0, 9.0, "Lead"));
    page += &(at(55.0, 418.0, 9.0, "Read twenty") + &at(55.0, 407.0, 9.0, "records") + &at(155.0, 418.0, 9.0, "Matron"));
    let found = blocks(&pdf(&[page]));
    let words: Vec<&str> = found.iter().map(|b| b.1.as_str()).collect();
    assert_eq!(words, ["Action", "Lead", "Read twenty records", "Matron"]);
    assert!(matches!(found[3].0, MarkKind::Cell { row: 1, column: 1, .. }));
}

#[test]
fn what_is_printed_twice_is_read_once() {
    let hidden = "BT 3 Tr /F 11 Tf 50 500 Td (The well visitor called.) Tj ET\nBT 0 Tr ET\n";
    let page = at(50.0, 500.0, 10.0, "The well visitor called.") + &at(50.3, 500.0, 10.0, "The well visitor called.") + hidden;
    assert_eq!(blocks(&pdf(&[page]))[0].1, "The well visitor called.");
    assert_eq!(
        blocks(&pdf(&[hidden.to_owned()]))[0].1,
        "The well visitor called.",
        "a layer under a scan is read"
    );
    // A layer laid twice, in the same place or a little beside it.
    for shift in [0.0, 0.4, 3.0] {
        let again = hidden.replace("50 500 Td", &format!("{} {} Td", 50.0 + shift, 500.0 - shift));
        let found = blocks(&pdf(&[hidden.to_owned() + &again]));
        assert_eq!(found.len(), 1, "{shift}: {found:?}");
        assert_eq!(found[0].1, "The well visitor called.");
    }
    let lower = hidden.replace("50 500 Td", "50 300 Td");
    assert_eq!(
        blocks(&pdf(&[hidden.to_owned() + &lower])).len(),
        2,
        "the same words elsewhere are said twice"
    );
}

#[test]
fn lines_of_small_capitals_go_on_in_small_letters() {
    let first = at(50.0, 500.0, 10.0, "T")
        + &at(
            56.2,
            500.0,
            7.8,
            "HE HEALTH VISITOR CAME TO THE HOUSE ON A TUESDAY AND WROTE THAT ALL WAS",
        );
    let found = blocks(&pdf(&[first + &lines(488.0, &[TWO])]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].1.starts_with("THE HEALTH VISITOR") && found[0].1.ends_with(TWO));
    let heading = at(50.0, 500.0, 7.8, "WHAT WAS SEEN") + &lines(488.0, &[ONE, TWO]);
    assert_eq!(
        blocks(&pdf(&[heading])).len(),
        2,
        "capitals of another size are no part of what follows"
    );
}

#[test]
fn an_initial_reaches_over_a_line_more_than_its_foot_and_may_be_a_word() {
    let under = "and so did her sister, who was not asked about it by anybody who came";
    let page = |initial: &str, first: &str, paragraph: f32| {
        at(50.0, paragraph - 24.0, 34.0, initial)
            + &at(76.0, paragraph, 10.0, first)
            + &at(76.0, paragraph - 12.0, 10.0, under)
            + &at(
                76.0,
                paragraph - 24.0,
                10.0,
                "of the board and knew her well; none of the four others at the old",
            )
            + &at(
                76.0,
                paragraph - 36.0,
                10.0,
                "Tarn House staff who were there that night had thought to ask her sister",
            )
            + &at(50.0, paragraph - 48.0, 10.0, TWO)
    };
    let found = blocks(&pdf(&[page(
        "T",
        "he nurse came to the house on a Tuesday and wrote that all was",
        500.0,
    )]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].1.starts_with("The nurse came"));
    let found = blocks(&pdf(&[page(
        "A",
        "sister came to the house on a Tuesday and wrote that all was",
        500.0,
    )]));
    assert!(found[0].1.starts_with("A sister came"), "{found:?}");
    let found = blocks(&pdf(&[page(
        "O",
        "n Monday nobody came to the house, and on Tuesday nobody did",
        500.0,
    ) + &page(
        "H",
        "er mother came to the house on a Tuesday and wrote that all was",
        400.0,
    )]));
    let words: Vec<&str> = found.iter().map(|b| &b.1[..9]).collect();
    assert_eq!(words, ["On Monday", "Her mothe"]);
}

#[test]
fn notes_open_with_links_and_figures_that_count_on_and_keep_lines_that_come_again() {
    let marked =
        |n: u32| at(50.0, 500.0, 10.0, "It was seen by the nurse") + &at(161.0, 504.0, 5.0, &n.to_string()) + &lines(488.0, &[ONE, TWO]);
    let page = |n: u32| {
        let number = |n: u32| n.to_string();
        marked(n)
            + &at(230.0, 500.0, 10.0, "and again")
            + &at(274.0, 504.0, 5.0, &number(n + 1))
            + &at(50.0, 66.0, 7.0, &format!("{n} https://www.example.org/guidance/{n}"))
            + &at(
                50.0,
                58.0,
                7.0,
                &format!(
                    "{} see the guidance of {} on the seeing of a child who lives with",
                    n + 1,
                    2000 + 7 * n * n
                ),
            )
            + &at(50.0, 50.0, 7.0, "others.")
    };
    let found = blocks(&pdf(&[page(1), page(3), page(5), page(7)]));
    let notes: Vec<&str> = found.iter().filter(|b| b.0 == MarkKind::Note).map(|b| b.1.as_str()).collect();
    assert_eq!(notes.len(), 8, "{found:?}");
    assert!(
        notes[2].starts_with("3 https") && notes[3].starts_with("4 see") && notes[3].ends_with("others."),
        "{notes:?}"
    );
}

#[test]
fn letters_set_apart_are_words() {
    let page = at(50.0, 500.0, 14.0, "F I N D I N G   T W O") + &lines(460.0, &[ONE, TWO]);
    assert_eq!(blocks(&pdf(&[page]))[0].1, "FINDING TWO");
}

#[test]
fn a_bullet_that_is_drawn_and_a_large_first_letter_belong_to_their_words() {
    let dots = "58 503 m 61 503 l 61 506 l 58 506 l h f\n58 491 m 61 491 l 61 494 l 58 494 l h f\n";
    let items = at(70.0, 500.0, 10.0, "Her school asked twice.") + &at(70.0, 488.0, 10.0, "Her nurse did not.");
    let found = blocks(&pdf(&[dots.to_owned() + &items]));
    let item = |words: &str| (MarkKind::Item, words.to_owned());
    assert_eq!(found, [item("Her school asked twice."), item("Her nurse did not.")]);

    let page = at(50.0, 476.0, 34.0, "T")
        + &at(72.0, 500.0, 10.0, &ONE.replace("The h", "he h"))
        + &at(
            72.0,
            488.0,
            10.0,
            "and so did her sister, who was not asked about it by anybody who came",
        )
        + &at(72.0, 476.0, 10.0, TWO);
    let found = blocks(&pdf(&[page]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].1.starts_with(ONE) && found[0].1.ends_with(TWO));
}

#[test]
fn a_blank_without_width_parts_no_word() {
    let page = "BT /F 10 Tf 50 480 Td (a) Tj 0 Tz ( ) Tj 100 Tz (way it went) Tj ET\n".to_owned();
    assert_eq!(blocks(&pdf(&[page]))[0].1, "away it went");
}

#[test]
fn what_cannot_be_read_is_named() {
    assert_eq!(read(&pdf(&["50 50 m 90 90 l S".to_owned()])).err(), Some(ReadError::NoTextLayer));
    assert_eq!(read(b"%PDF-1.7 and nothing more").err(), Some(ReadError::PdfDamaged));
    let few = |bound: Bound, most: u64| Bound { most, ..bound };
    let limits = Limits {
        signs: few(PDF_SIGNS, 20),
        ..LIMITS
    };
    let bytes = pdf(&[lines(500.0, &[ONE])]);
    let over = catch_unwind(AssertUnwindSafe(|| text(bytes.clone(), &limits)));
    assert!(over.is_err_and(|payload| payload.downcast_ref::<Met>().is_some_and(|met| met.0.what == "signs")));
    let limits = Limits {
        frames: few(PDF_FRAMES, 20),
        ..LIMITS
    };
    let framed = pdf(&["q 0 0 9 9 re W n Q ".repeat(30) + &lines(500.0, &[ONE])]);
    let over = catch_unwind(AssertUnwindSafe(|| text(framed.clone(), &limits)));
    assert!(over.is_err_and(|payload| payload.downcast_ref::<Met>().is_some_and(|met| met.0.what == "frames")));
    let limits = Limits {
        pages: few(PDF_PAGES, 0),
        ..LIMITS
    };
    assert_eq!(text(bytes.clone(), &limits).err(), Some(PDF_PAGES.beyond()));
}

#[test]
fn any_bytes_give_a_text_or_a_named_error() {
    let whole = pdf(&[lines(500.0, &[ONE, TWO]), lines(500.0, &[TWO, ONE])]);
    for cut in (0..whole.len()).step_by(37) {
        let _ = read(&whole[..cut]);
    }
    let mut seed = 0x2545_f491_u32;
    for _ in 0..200 {
        let mut bytes = whole.clone();
        for _ in 0..4 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = seed as usize % bytes.len();
            bytes[at] = (seed >> 24) as u8;
        }
        if let Ok(text) = read(&bytes) {
            assert!(text.marks.iter().all(|m| text.content.get(m.span.range()).is_some()));
        }
    }
}

#[test]
fn lines_of_the_contents_stay_apart() {
    let dots = ".".repeat(60);
    let entries = [
        format!("Finding One{dots}13"),
        format!("Finding Two{dots}19"),
        format!("Summary{dots}24"),
    ];
    let found = blocks(&pdf(&[lines(500.0, &[&entries[0], &entries[1], &entries[2]])]));
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn what_hangs_under_a_code_goes_on_with_it_whatever_it_opens_with() {
    let item = |y: f32, code: &str, words: &str| at(50.0, y, 10.0, code) + &at(78.0, y, 10.0, words);
    let page = item(
        500.0,
        "AP6",
        "The social worker to bring the form up to date and tell the chair whether",
    ) + &at(78.0, 488.0, 10.0, "MARAC will hear it again.")
        + &item(470.0, "AP7", "The health visitor to weigh the baby at home.");
    let found = blocks(&pdf(&[page]));
    let words: Vec<&str> = found.iter().map(|b| b.1.as_str()).collect();
    assert_eq!(words.len(), 2, "{words:?}");
    assert!(words[0].ends_with("MARAC will hear it again."));
}

#[test]
fn a_paragraph_whose_last_line_ended_early_does_not_go_over_the_page() {
    let cited = "A child with four plans needs one person to chair them all each month,";
    let first = lines(300.0, &[cited, "and the police. \\(Learning Point 6\\)"]);
    let second = lines(
        500.0,
        &["Recommendation 7. The board should ask each partner to say what it has done", TWO],
    );
    assert_eq!(blocks(&pdf(&[first, second])).len(), 2);
}

#[test]
fn a_file_that_breaks_off_is_not_taken_for_a_whole_one() {
    let page = lines(500.0, &[ONE]);
    let whole = pdf(&[page.clone(), page]);
    assert_eq!(read(&whole).unwrap().warnings, [""; 0]);
    // Without its second page and its table.
    let half = memchr::memmem::rfind(&whole, b"8 0 obj").unwrap();
    let part = read(&whole[..half]).unwrap();
    assert!(part.content.contains(ONE));
    assert!(part.warnings[0].starts_with("The file breaks off"), "{:?}", part.warnings);
    // Nothing is left but pages without words: those may have had some.
    let bare = memchr::memmem::find(&whole, b"6 0 obj").unwrap();
    assert_eq!(read(&whole[..bare]).err(), Some(ReadError::PdfDamaged));
}
