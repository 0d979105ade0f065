//! The summary as JSON: the figures of each document and of all together, made into their published form.

pub mod v2;

use std::io::{self, Write};

use super::each::Each;
use super::record::tool;
use super::set;
use crate::checks::actions::Status;
use crate::checks::references::Coverage;
use crate::reading::Source;
use crate::report::summary::{Compared, Gathered, notice};
use crate::summary::statistics::{self, Base, Counted};
use crate::summary::visible::SEEN;
use crate::summary::{self, Figures, LONG, SECTION, STATES, STATUSES, VERY_LONG, VOICES};
use v2::{
    Actions, Comparison, Document, Genre, Lengths, Line, Passage, Passages, Person, Piece, Quoted, Rate, SUMMARY, Section, Share, Side,
    StateCount, StatusCount, Summary, Tally, Voice, VoiceCount, Whole,
};

/// How deep the brackets break their lines.
const LINES: usize = 4;

/// Writes what was gathered.
///
/// # Errors
/// Those of `out`.
pub fn write(gathered: &Gathered<'_>, out: &mut impl Write) -> io::Result<()> {
    let whole = Whole {
        schema: SUMMARY,
        notice: notice(gathered),
        tool: tool(gathered.edition),
        not_looked_for: gathered.off,
        total: figures(gathered.total),
        comparison: gathered.compared.map(comparison),
        passages: Each::new(|| passages(gathered.total)),
        documents: Each::new(|| gathered.documents.iter().map(|one| document(gathered, one))),
    };
    set(&whole, 0, LINES, out)?;
    out.write_all(b"\n")
}

fn document<'a>(gathered: &Gathered<'a>, (source, it): &'a (Source, Figures)) -> Document<'a> {
    let day = it.day.as_ref();
    Document {
        path: &source.path,
        name: source.name(),
        genre: it.genre(),
        date: day.map(|day| day.iso.as_str()),
        date_from: day.map(|day| if day.own { "text" } else { "name" }),
        percentile: gathered.percentile(it),
        counts: (it.counts.read > 0).then(|| figures(it)),
    }
}

fn figures(it: &Figures) -> Summary<'_> {
    let counts = &it.counts;
    Summary {
        read: counts.read,
        failed: counts.failed,
        words: it.base.words(),
        sentences: counts.measure.sentences,
        annotations: counts.annotations,
        accepted: counts.accepted,
        language: tally("language", &counts.language, Some(&it.language), &it.base),
        categories: Each::new(|| {
            let each = counts.categories.iter();
            each.map(|(name, own)| tally(name, own, it.categories.get(name), &it.base))
        }),
        voices: VOICES
            .iter()
            .zip(&it.voices)
            .map(|(voice, own)| self::voice(voice.name(), own, &it.base))
            .collect(),
        sections: Each::new(|| it.sections.in_order().into_iter().map(|(_, section)| self::section(section))),
        genres: it.genres.iter().map(|(genre, group)| self::genre(genre, group)).collect(),
        sentence_lengths: lengths(&it.lengths),
        actions: actions(it),
        references: STATES.iter().zip(counts.references).map(state).collect(),
        promises: share(counts.promises),
        findings: share(counts.findings),
        citing: share(counts.citing),
        people: SEEN.iter().zip(it.visible).map(person).collect(),
        child_quoted: Quoted {
            quotations: it.heard.quotations,
            words: it.heard.words,
        },
    }
}

fn rate(counted: &Counted, base: &Base) -> Option<Rate> {
    counted.rate(base).map(published)
}

fn published(rate: statistics::Rate) -> Rate {
    Rate {
        per_1000_words: rate.value,
        low: rate.limits.map(|limits| limits.0),
        high: rate.limits.map(|limits| limits.1),
        design_effect: rate.design_effect,
    }
}

fn tally<'a>(category: &'a str, it: &summary::Tally, counted: Option<&Counted>, base: &Base) -> Tally<'a> {
    let [high, medium, low] = it.standing;
    let voice = |(voice, annotations): (&crate::annotation::Voice, u64)| VoiceCount {
        voice: voice.name(),
        annotations,
    };
    Tally {
        category,
        standing: it.stands(),
        rate: counted.and_then(|counted| rate(counted, base)),
        high,
        medium,
        low,
        voices: VOICES.iter().zip(it.voices).map(voice).collect(),
        negated: it.negated,
    }
}

fn voice(voice: &'static str, counted: &Counted, base: &Base) -> Voice {
    Voice {
        voice,
        annotations: counted.count(),
        rate: rate(counted, base),
    }
}

fn section(it: &summary::Section) -> Section<'_> {
    Section {
        title: &it.title,
        documents: it.documents,
        words: it.base.words(),
        standing: it.language.count(),
        rate: rate(&it.language, &it.base),
    }
}

fn genre(genre: &'static str, it: &summary::Group) -> Genre {
    Genre {
        genre,
        documents: it.documents,
        words: it.base.words(),
        standing: it.language.count(),
        rate: rate(&it.language, &it.base),
    }
}

fn lengths(it: &statistics::Lengths) -> Lengths {
    Lengths {
        sentences: it.total(),
        median: it.quantile(0.5),
        percentile_90: it.quantile(0.9),
        over_25: it.over(LONG),
        over_40: it.over(VERY_LONG),
    }
}

fn actions(it: &Figures) -> Actions {
    let actions = &it.counts.actions;
    let status = |(status, actions): (&Status, u64)| StatusCount {
        status: status.name(),
        actions,
    };
    Actions {
        total: actions.total,
        with_owner: actions.with_owner,
        with_date: actions.with_date,
        with_check: it.slots.checked,
        open: it.slots.open,
        late: it.slots.late,
        statuses: STATUSES.iter().zip(actions.statuses).map(status).collect(),
        contradicted: actions.contradicted,
    }
}

fn state((state, references): (&crate::checks::references::State, u64)) -> StateCount {
    StateCount {
        state: state.name(),
        references,
    }
}

const fn share(it: Coverage) -> Share {
    Share {
        covered: it.covered,
        total: it.total,
        unresolved: it.unresolved,
    }
}

fn person((seen, it): (&summary::visible::Seen, summary::visible::Visible)) -> Person {
    Person {
        who: seen.name(),
        named: it.named,
        doer: it.doer,
        object: it.object,
    }
}

fn comparison(it: &Compared) -> Comparison<'_> {
    Comparison {
        date: it.date.as_deref(),
        undated: it.undated,
        genres: it.comparisons.iter().map(compared).collect(),
    }
}

fn compared(it: &summary::Comparison) -> v2::Compared<'_> {
    v2::Compared {
        genre: it.genre,
        first: side(it.first),
        second: side(it.second),
        lines: it.lines.iter().map(line).collect(),
    }
}

const fn side(it: summary::Side) -> Side {
    Side {
        documents: it.documents,
        words: it.words,
        sentences: it.sentences.0,
        over_25: it.sentences.1,
    }
}

fn line(it: &summary::Line) -> Line<'_> {
    Line {
        category: &it.name,
        first: it.counts.0,
        second: it.counts.1,
        first_rate: it.rates.0.map(published),
        second_rate: it.rates.1.map(published),
        log_ratio: it.ratio.map(|ratio| ratio.log),
        low: it.ratio.map(|ratio| ratio.log_limits.0),
        high: it.ratio.map(|ratio| ratio.log_limits.1),
    }
}

/// The lists of passages. Keys of sections are words of the documents: they are named by their number.
fn passages(total: &Figures) -> impl Iterator<Item = Passages<'_>> {
    let order: Vec<&str> = total.sections.in_order().into_iter().map(|(key, _)| key).collect();
    total.passages.0.iter().map(move |(figure, list)| {
        let section = figure
            .strip_prefix(SECTION)
            .and_then(|key| order.iter().position(|own| *own == key));
        Passages {
            figure: section.map_or_else(|| figure.clone(), |nth| format!("{SECTION}{}", nth + 1)),
            total: list.total,
            kept: Each::new(|| list.kept.iter().map(|passage| self::passage(passage))),
        }
    })
}

fn passage(it: &summary::Passage) -> Passage<'_> {
    Passage {
        document: it.document,
        char_start: it.chars.0,
        char_end: it.chars.1,
        line: it.line,
        page: it.page,
        paragraph: it.paragraph.as_deref(),
        rules: &it.rules,
        words: Each::new(|| {
            it.words.iter().map(|piece| Piece {
                text: &piece.text,
                marked: piece.marked,
            })
        }),
    }
}
