//! The panels of a summary, in their order.

mod compare;
mod documents;
mod facts;
mod language;
mod often;
mod people;

use super::Gathered;
use super::panel::Panel;

/// The panels that `gathered` has anything for.
pub(super) fn all(gathered: &Gathered<'_>) -> Vec<Panel> {
    let mut panels = vec![];
    panels.extend(documents::set(gathered));
    panels.extend(compare::all(gathered));
    panels.push(language::categories(gathered.total));
    panels.push(language::voices(gathered.total));
    panels.extend(often::rules(gathered));
    panels.extend(language::sections(gathered));
    panels.extend(language::genres(gathered.total));
    panels.push(facts::lengths(gathered.total));
    panels.push(facts::actions(gathered.total));
    panels.push(facts::references(gathered.total));
    panels.push(people::visible(gathered.total));
    panels.extend(documents::folders(gathered));
    panels
}
