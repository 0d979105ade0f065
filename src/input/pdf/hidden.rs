//! A `hidden` strip is not shown: the layer of text that a recogniser of text lays under a scan, or a program under its page.

use std::collections::HashMap;

use super::strip::Strip;

/// Drops the strips of a hidden layer that the page shows as well, or that it holds twice.
pub(super) fn drop_copies(strips: &mut Vec<Strip>) {
    if !strips.iter().any(|s| s.hidden) {
        return;
    }
    let mut before: HashMap<String, Vec<Reach>> = HashMap::new();
    strips.retain(|strip| {
        let letters = || {
            strip
                .text
                .chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect()
        };
        let same = strip.hidden.then(|| before.entry(letters()).or_default());
        same.is_none_or(|same| {
            let again = same.iter().any(|other| other.covers(strip));
            same.push(Reach::of(strip));
            !again
        })
    });
    let shown: Vec<Reach> = strips.iter().filter(|s| !s.hidden).map(Reach::of).collect();
    strips.retain(|strip| !strip.hidden || !shown.iter().any(|other| other.covers(strip)));
}

/// The place that a strip takes.
struct Reach {
    x: f32,
    end: f32,
    y: f32,
    size: f32,
}

impl Reach {
    const fn of(strip: &Strip) -> Self {
        Self {
            x: strip.x,
            end: strip.end,
            y: strip.y,
            size: strip.size,
        }
    }

    /// Whether `strip` stands in the same place, or nearly.
    fn covers(&self, strip: &Strip) -> bool {
        let shared = strip.end.min(self.end) - strip.x.max(self.x);
        let narrow = (strip.end - strip.x).min(self.end - self.x);
        (strip.y - self.y).abs() < 0.7 * self.size.max(strip.size) && shared * 2.0 > narrow
    }
}
