//! What is early is told of somebody before birth by a year alone, "In 1949 he was burned", or in a row of a table beside the
//! date of birth.

use jiff::civil::Date;

use super::births::Birth;
use super::calendar::When;
use super::dates::{Known, find};
use super::desk::Desk;
use super::reach::LONGEST;
use super::unborn::{does, is_there, remark};
use super::whom;
use crate::annotation::Annotation;
use crate::document::Zone;
use crate::text::Span;

/// What years and tables tell of those `told` to be born later.
pub(super) fn remarks(desk: Desk<'_>, told: &[&Birth], out: &mut Vec<Annotation<'static>>) {
    if !told.is_empty() {
        for (at, sentence) in desk.document.sentences.iter().enumerate() {
            let block = &desk.document.blocks[sentence.block as usize];
            let words = desk.words(sentence.span);
            let running = matches!(block.zone, Zone::Paragraph | Zone::List) && words.len() <= LONGEST;
            if let Some((year, place)) = year(words).filter(|_| running) {
                let early = whom_of(desk, (at, words), told).filter(|birth| year < birth.date.year());
                let span = Span::at(sentence.span.start as usize + place, sentence.span.start as usize + place + 4);
                out.extend(early.map(|birth| remark(desk, birth, span)));
            }
        }
    }
    in_tables(desk, out);
}

/// The year of "In 1949 he was", and where it stands; of a sentence with other figures of a date, none.
fn year(words: &str) -> Option<(i16, usize)> {
    let opens = words.find("In ").filter(|&at| at <= 8).map(|at| at + 3);
    let ends = || {
        words
            .trim_end_matches(['.', ' '])
            .rfind(" in ")
            .map(|at| at + 4)
            .filter(|at| words.len() - at <= 6)
    };
    let place = opens.or_else(ends)?;
    let figures = words.get(place..place + 4)?;
    let year: i16 = figures.parse().ok().filter(|year| (1900..2100).contains(year))?;
    let alone = !words[place + 4..].starts_with(['-', '/']) && words.match_indices(char::is_numeric).count() <= 4 + 4;
    (alone && find(words, Known::default()).is_empty()).then_some((year, place))
}

/// Whom the sentence tells of as there: by name, or by a pronoun with which its clause begins.
fn whom_of<'b>(desk: Desk<'_>, (at, words): (usize, &str), told: &[&'b Birth]) -> Option<&'b Birth> {
    let mut named = told.iter().filter(|birth| is_there(words, &birth.name));
    if let Some(birth) = named.next().filter(|_| named.next().is_none()) {
        return Some(birth);
    }
    let opening = words
        .split(' ')
        .take(4)
        .position(|word| ["he", "she"].contains(&word.to_lowercase().as_str()))?;
    let place = words.split(' ').take(opening).map(|word| word.len() + 1).sum::<usize>();
    let pronoun = words[place..].split(' ').next()?.to_lowercase();
    if !does(&words[place + pronoun.len()..]) {
        return None;
    }
    let unborn = ["unborn", "pregnan", "parents", "mother", "father", "grand"]
        .iter()
        .any(|word| words.contains(word));
    whom::antecedent(desk, at, &pronoun, told).filter(|_| !unborn)
}

/// Columns whose dates tell that a child is there.
const THERE: [&str; 12] = [
    "seen",
    "visit",
    "weigh",
    "admi",
    "start",
    "placed",
    "placement",
    "attend",
    "immunis",
    "discharge",
    "injur",
    "check",
];

/// "Born | First seen": days of a row before its birth.
fn in_tables(desk: Desk<'_>, out: &mut Vec<Annotation<'static>>) {
    let mut titles: Vec<(u32, u32, bool)> = Vec::new();
    let mut born: Option<(u32, u32, Date, Span)> = None;
    for block in &desk.document.blocks {
        let Some(cell) = block.cell else { continue };
        let text = desk.words(block.body);
        let lower = text.to_lowercase();
        if cell.row == 0 {
            titles.retain(|it| it.0 == cell.table);
            let birth = lower.contains("birth") || lower.contains("dob") || lower == "born";
            if birth || THERE.iter().any(|word| lower.contains(word)) {
                titles.push((cell.table, cell.column, birth));
            }
            continue;
        }
        let title = titles.iter().find(|it| (it.0, it.1) == (cell.table, cell.column));
        let day = || {
            let written = find(
                text,
                Known {
                    place: true,
                    ..Known::default()
                },
            )
            .into_iter()
            .next()?;
            written
                .when
                .and_then(When::exact)
                .filter(|_| written.range.len() == text.trim().len())
        };
        match title {
            Some((.., true)) => born = day().map(|day| (cell.table, cell.row, day, block.body)),
            None => {}
            Some(_) => {
                let Some((.., date, span)) = born.filter(|it| (it.0, it.1) == (cell.table, cell.row)) else {
                    continue;
                };
                if day().is_some_and(|day| day < date) {
                    let birth = Birth {
                        name: "The one in this row".to_owned(),
                        date,
                        within: 0,
                        span,
                        row: false,
                    };
                    out.push(remark(desk, &birth, block.body));
                }
            }
        }
    }
}
