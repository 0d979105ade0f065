//! A `chart` is drawn as inline SVG with attributes alone, no style of its own, so that the page's policy lets it stand and
//! print has its colours. What it shows stands as words in it too.

use std::io::{self, Write};

use crate::report::summary::panel::Chart;
use crate::report::text::grouped;
use crate::report::web::Plain;

/// Width of every chart, and of the figures at its right.
const WIDTH: f64 = 820.0;
/// Most characters of a name that have room, and how wide one is.
const LONGEST: usize = 46;
const LETTER: f64 = 7.5;
const FIGURES: f64 = 150.0;
/// Height of a line, of the axis below, and of a chart of classes.
const LINE: f64 = 24.0;
const AXIS: f64 = 30.0;
const TALL: f64 = 220.0;

/// Draws `chart`, which shows what `title` says.
pub(super) fn draw(chart: &Chart, title: &str, out: &mut impl Write) -> io::Result<()> {
    match chart {
        Chart::Rates(bars) => {
            let bars = bars.iter().map(|(name, rate)| {
                let (low, high) = rate.limits.unwrap_or((rate.value, rate.value));
                Bar {
                    name,
                    figures: format!("{:.2} ({low:.2} to {high:.2})", rate.value),
                    at: [low, rate.value, high],
                }
            });
            whiskers(bars.collect(), title, None, out)
        }
        Chart::Ratios(bars) => {
            let bars = bars.iter().map(|(name, ratio)| {
                let (low, high) = ratio.limits();
                Bar {
                    name,
                    figures: format!("{:.2} ({low:.2} to {high:.2})", ratio.value()),
                    at: [ratio.log_limits.0, ratio.log, ratio.log_limits.1],
                }
            });
            whiskers(bars.collect(), title, Some(0.0), out)
        }
        Chart::Shares(bars) => shares(bars, title, out),
        Chart::Classes(bars, unit) => classes(bars, (title, unit), out),
    }
}

/// One line of a chart: its name, its figures as words, low, middle and high.
struct Bar<'a> {
    name: &'a str,
    figures: String,
    at: [f64; 3],
}

/// The room for `names` at the left.
fn room_for<'n>(names: impl Iterator<Item = &'n str>) -> f64 {
    let longest = names.map(|name| name.chars().count().min(LONGEST + 1)).max().unwrap_or(0);
    (longest as f64 * LETTER + 20.0).max(110.0)
}

fn open(height: f64, title: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"Chart: {}\">",
        Plain(title)
    )
}

/// Dots with lines; around `middle` on a logarithmic axis when there is one.
fn whiskers(bars: Vec<Bar<'_>>, title: &str, middle: Option<f64>, out: &mut impl Write) -> io::Result<()> {
    let height = bars.len() as f64 * LINE + AXIS + 8.0;
    let high = bars.iter().map(|bar| bar.at[2]).fold(f64::MIN, f64::max);
    let low = bars.iter().map(|bar| bar.at[0]).fold(f64::MAX, f64::min);
    let ticks = match middle {
        None => steps(high),
        Some(_) => doublings(low, high),
    };
    let (first, last) = (ticks[0].0, ticks[ticks.len() - 1].0);
    let names = room_for(bars.iter().map(|bar| bar.name));
    let room = WIDTH - names - FIGURES;
    let x = |value: f64| names + room * ((value - first) / (last - first)).clamp(0.0, 1.0);
    let bottom = height - AXIS;
    open(height, title, out)?;
    for (value, name) in &ticks {
        let class = if middle == Some(*value) { "middle" } else { "grid" };
        let at = x(*value);
        writeln!(
            out,
            "<line class=\"{class}\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"4\" y2=\"{bottom:.1}\"/>"
        )?;
        writeln!(
            out,
            "<text class=\"tick\" x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{name}</text>",
            bottom + 18.0
        )?;
    }
    for (nth, bar) in bars.iter().enumerate() {
        let y = 4.0 + (nth as f64 + 0.5) * LINE;
        let [low, value, high] = bar.at.map(x);
        name(bar.name, (names, y), out)?;
        writeln!(
            out,
            "<line class=\"limits\" x1=\"{low:.1}\" x2=\"{high:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>"
        )?;
        for end in [low, high] {
            writeln!(
                out,
                "<line class=\"limits\" x1=\"{end:.1}\" x2=\"{end:.1}\" y1=\"{:.1}\" y2=\"{:.1}\"/>",
                y - 4.0,
                y + 4.0
            )?;
        }
        writeln!(out, "<circle class=\"dot\" cx=\"{value:.1}\" cy=\"{y:.1}\" r=\"4.5\"/>")?;
        figures(&bar.figures, y, out)?;
    }
    writeln!(out, "</svg>")
}

fn name(name: &str, (names, y): (f64, f64), out: &mut impl Write) -> io::Result<()> {
    let cut = name.char_indices().nth(LONGEST).map_or(name.len(), |(at, _)| at);
    let dots = if cut < name.len() { "\u{2026}" } else { "" };
    writeln!(
        out,
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}{dots}</text>",
        names - 12.0,
        y + 4.5,
        Plain(&name[..cut])
    )
}

fn figures(figures: &str, y: f64, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<text class=\"figures\" x=\"{WIDTH}\" y=\"{:.1}\" text-anchor=\"end\">{figures}</text>",
        y + 4.5
    )
}

/// Round steps from 0 to `high` or just beyond.
fn steps(high: f64) -> Vec<(f64, String)> {
    let high = if high > 0.0 { high } else { 1.0 };
    let rough = high / 4.0;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .map(|it| it * power)
        .into_iter()
        .find(|&step| step >= rough)
        .unwrap_or(power * 10.0);
    let places = usize::try_from((-step.log10().floor()) as i64).unwrap_or(0);
    let count = (high / step).ceil().max(1.0) as u32;
    (0..=count)
        .map(|at| (f64::from(at) * step, format!("{:.places$}", f64::from(at) * step)))
        .collect()
}

/// Halves and doubles around 1, as logarithms, that hold everything between `low` and `high`.
fn doublings(low: f64, high: f64) -> Vec<(f64, String)> {
    let two = std::f64::consts::LN_2;
    let first = (low / two).floor().clamp(-6.0, -1.0) as i32;
    let last = (high / two).ceil().clamp(1.0, 6.0) as i32;
    let tick = |power: i32| {
        if power < 0 {
            format!("1/{}", 1 << -power)
        } else {
            format!("{}", 1 << power)
        }
    };
    (first..=last).map(|power| (f64::from(power) * two, tick(power))).collect()
}

/// Bars of how many of all.
fn shares(bars: &[(String, u64, u64)], title: &str, out: &mut impl Write) -> io::Result<()> {
    let height = bars.len() as f64 * LINE + 8.0;
    let names = room_for(bars.iter().map(|(bar, ..)| bar.as_str()));
    let room = WIDTH - names - FIGURES;
    open(height, title, out)?;
    for (nth, (bar, part, total)) in bars.iter().enumerate() {
        let y = 4.0 + (nth as f64 + 0.5) * LINE;
        name(bar, (names, y), out)?;
        writeln!(
            out,
            "<rect class=\"whole\" x=\"{names:.1}\" y=\"{:.1}\" width=\"{room}\" height=\"14\"/>",
            y - 7.0
        )?;
        if *total > 0 {
            let width = room * (*part as f64 / *total as f64).min(1.0);
            writeln!(
                out,
                "<rect class=\"part\" x=\"{names:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"14\"/>",
                y - 7.0
            )?;
        }
        figures(&format!("{} of {}", grouped(*part), grouped(*total)), y, out)?;
    }
    writeln!(out, "</svg>")
}

/// Upright bars, one for each class.
fn classes(bars: &[(String, u64)], (title, unit): (&str, &str), out: &mut impl Write) -> io::Result<()> {
    const TOP: f64 = 22.0;
    let most = bars.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1) as f64;
    let wide = WIDTH / bars.len().max(1) as f64;
    let bottom = TALL - 44.0;
    open(TALL, title, out)?;
    for (nth, (class, count)) in bars.iter().enumerate() {
        let tall = (bottom - TOP) * *count as f64 / most;
        let (left, middle) = (nth as f64 * wide, (nth as f64 + 0.5) * wide);
        writeln!(
            out,
            "<rect class=\"part\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{tall:.1}\"/>",
            left + 4.0,
            bottom - tall,
            wide - 8.0
        )?;
        writeln!(
            out,
            "<text class=\"tick\" x=\"{middle:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            bottom - tall - 5.0,
            grouped(*count)
        )?;
        writeln!(
            out,
            "<text class=\"tick\" x=\"{middle:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{class}</text>",
            bottom + 16.0
        )?;
    }
    writeln!(
        out,
        "<line class=\"middle\" x1=\"0\" x2=\"{WIDTH}\" y1=\"{bottom}\" y2=\"{bottom}\"/>"
    )?;
    writeln!(
        out,
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{unit}</text>\n</svg>",
        WIDTH / 2.0,
        TALL - 8.0
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_are_round_and_hold_everything() {
        let names = |ticks: Vec<(f64, String)>| ticks.into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(names(steps(0.7)), ["0.0", "0.2", "0.4", "0.6", "0.8"]);
        assert_eq!(names(steps(9.0)), ["0", "5", "10"]);
        assert_eq!(names(steps(0.0)), ["0.0", "0.5", "1.0"]);
        assert_eq!(names(doublings(-0.2, 1.0)), ["1/2", "1", "2", "4"]);
    }
}
