//! The account tells a person, on standard error, what a scan did and what to try next. It holds no word of a document.

use std::path::{Path, PathBuf};

use candour::batch::Walk;
use candour::checks::references::State;
use candour::report::text::{counted, grouped};
use candour::summary::Summary;

use super::say;
use super::scan::Total;

/// How many links are named.
const LINKS: usize = 5;

/// What an account is given of.
pub(super) struct Account<'a> {
    pub(super) total: &'a Total,
    pub(super) walk: &'a Walk,
    /// The file that was written.
    pub(super) output: Option<&'a Path>,
    /// The index of the pages that were written.
    pub(super) index: Option<&'a Path>,
    /// Whether the documents' words are repeated.
    pub(super) excerpts: bool,
    /// Whether another run can go on from the output.
    pub(super) grows: bool,
}

impl Account<'_> {
    /// Gives the account of a run over `inputs`.
    pub(super) fn give(&self, inputs: &[PathBuf]) {
        let summary = &self.total.summary;
        self.stopped();
        let words = counted(summary.measure.words, "word");
        let unchanged = match self.total.unchanged {
            0 => String::new(),
            unchanged => format!("; {} unchanged since the earlier run, skipped", grouped(unchanged)),
        };
        let failed = match summary.failed {
            0 => String::new(),
            failed => format!("; {} could not be read ({})", grouped(failed), causes(self.total)),
        };
        let read = counted(summary.read, "document");
        say(format_args!("Read {read}, {words}{unchanged}{failed}."));
        passed_over(self.walk);
        links(self.walk);
        if summary.read > 0 {
            annotations(summary);
            references(summary);
            actions(summary);
        }
        let repeats = match self.excerpts {
            true => "which repeats words of the documents: keep it as safe as they are",
            false => "without the documents' words",
        };
        for output in self.index.into_iter().chain(self.output) {
            say(format_args!("Written to {}, {repeats}.", output.display()));
        }
        if self.total.left == 0 && summary.read + self.total.unchanged > 0 {
            next(inputs);
        }
    }

    fn stopped(&self) {
        if self.total.left == 0 {
            return;
        }
        let (done, left) = (grouped(self.total.ledger.done), grouped(self.total.left));
        let hint = match self.output {
            Some(_) if self.grows => " The same command with --resume does those.",
            _ => "",
        };
        say(format_args!(
            "Stopped: {done} inputs are done and written, {left} were not come to.{hint}"
        ));
    }
}

/// The failed inputs by cause: "2 damaged, 1 no-text-layer".
fn causes(total: &Total) -> String {
    let causes = total.ledger.causes();
    let said: Vec<String> = causes.iter().map(|(cause, count)| format!("{} {cause}", grouped(*count))).collect();
    said.join(", ")
}

fn passed_over(walk: &Walk) {
    let files: usize = walk.passed_over.values().sum();
    if files > 0 {
        let ending = |(ending, count): (&String, &usize)| match ending.as_str() {
            "" => format!("{count} without an ending"),
            ending => format!("{count} .{ending}"),
        };
        let endings: Vec<String> = walk.passed_over.iter().map(ending).collect();
        let files = counted(files as u64, "file");
        say(format_args!(
            "Passed over {files} in folders, as candour does not read their endings: {}.",
            endings.join(", ")
        ));
    }
}

fn links(walk: &Walk) {
    if walk.links.is_empty() {
        return;
    }
    let shown: Vec<String> = walk.links.iter().take(LINKS).map(|link| link.display().to_string()).collect();
    let more = match walk.links.len().saturating_sub(LINKS) {
        0 => String::new(),
        more => format!(" and {} more", grouped(more as u64)),
    };
    say(format_args!(
        "Did not follow {}: {}{more}. Name them to have them read.",
        counted(walk.links.len() as u64, "link to a folder").replace("link to a folders", "links to folders"),
        shown.join(", ")
    ));
}

fn annotations(total: &Summary) {
    say(format_args!(
        "\n{}, by category (to look at, of all):",
        counted(total.annotations, "annotation")
    ));
    for (category, tally) in &total.categories {
        let all: u64 = tally.voices.iter().sum::<u64>() + tally.negated;
        say(format_args!("{:>8} {:>8}  {category}", grouped(tally.stands()), grouped(all)));
    }
}

fn references(total: &Summary) {
    let all: u64 = total.references.iter().sum();
    let part = |state: State| (total.in_state(state), state.name());
    let broken: Vec<String> = [State::Dangling, State::OffTarget, State::Ambiguous, State::Unanswered]
        .map(part)
        .into_iter()
        .filter(|&(count, _)| count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    let broken = match broken.is_empty() {
        true => "none broken".to_owned(),
        false => format!("{} broken ({})", total.broken_references(), broken.join(", ")),
    };
    say(format_args!("\n{}: {broken}.", counted(all, "reference")));
}

fn actions(total: &Summary) {
    let actions = &total.actions;
    if actions.total == 0 {
        say(format_args!("No actions: what recommendations leave open is in the annotations."));
        return;
    }
    let nobody = actions.total - actions.with_owner;
    let undated = actions.total - actions.with_date;
    let actions = counted(actions.total, "action");
    say(format_args!("{actions}: {nobody} without a doer, {undated} without a date."));
}

fn next(inputs: &[PathBuf]) {
    let typed: Vec<String> = inputs.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let typed = typed.join(" ");
    say(format_args!("\nNext: candour check {typed}     to see them in place"));
    say(format_args!("      candour refs {typed}      to see what each action answers"));
}
