//! `Links` lead from a figure to its passages and back.

use std::collections::HashMap;

use crate::report::summary::Gathered;
use crate::report::summary::panel::Panel;

/// One list of passages: the figure, and where it stands.
pub(super) struct Link<'p> {
    pub(super) figure: &'p str,
    pub(super) panel: &'p Panel,
    /// What the figure counts, for people.
    pub(super) name: String,
}

/// Every figure of the page that has passages, numbered in the page's order.
pub(super) struct Links<'p> {
    pub(super) all: Vec<Link<'p>>,
    numbers: HashMap<&'p str, usize>,
}

impl<'p> Links<'p> {
    pub(super) fn new(gathered: &Gathered<'_>, panels: &'p [Panel]) -> Self {
        let mut links = Self {
            all: vec![],
            numbers: HashMap::new(),
        };
        for panel in panels {
            for row in &panel.rows {
                for (at, cell) in row.cells.iter().enumerate() {
                    let Some(figure) = cell.figure.as_deref() else { continue };
                    let kept = gathered.total.passages.behind(figure).is_some_and(|list| !list.kept.is_empty());
                    if !kept || links.numbers.contains_key(figure) {
                        continue;
                    }
                    links.numbers.insert(figure, links.all.len());
                    let column = panel.columns.get(at + 1).copied().unwrap_or_default();
                    links.all.push(Link {
                        figure,
                        panel,
                        name: format!("{}: {}", row.name, column.to_lowercase()),
                    });
                }
            }
        }
        links
    }

    /// The number of the list behind `figure`.
    pub(super) fn to(&self, figure: &str) -> Option<usize> {
        self.numbers.get(figure).copied()
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}
