//! A promise is `framed` where a short sentence holds the matter at hand and the plan together, whatever verb joins them: "the
//! Board has an action in hand on this", "(an action on this is in the plan)", "it would be in the actions".

use super::promise::{AUXILIARIES, HOLDING, OWN_PLAN, UNDONE};
use super::words::{clause_after, clause_before, is_in, words};

/// A sentence of more words says too much else.
const LONGEST: usize = 15;

/// Words that make a sentence a wish, a question or a tale.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "outside", "single", "should", "ought", "how", "hard", "difficult", "unclear", "asked", "ask", "suggested", "hope", "hoped", "expected", "would", "could", "was", "were", "had",
    "before", "previous", "earlier", "old", "last", "then", "when", "because", "since", "read", "reads", "show", "shows", "used", "their", "his", "her",
];

/// Words for the matter at hand.
const MATTER: &[&str] = &["this", "these", "it", "it's", "that", "both"];

/// Words after "this" that show it to stand alone.
const ALONE: &[&str] = &[
    "right", "up", "forward", "further", "below", "too", "and", "there", "can", "goes", "stands", "belongs",
];

/// Where the promise about the plan at `start..end`, or the `single` action, begins and ends.
pub(super) fn framed(text: &str, (start, end): (usize, usize), single: bool) -> Option<(usize, usize)> {
    let (before, after) = (clause_before(text, start), clause_after(text, end));
    let all: Vec<&str> = words(before).chain(words(after)).collect();
    let open = |word: &&str| is_in(word, UNDONE) || is_in(word, OPEN) || word.ends_with("n't");
    // "Actions to address this", "the plan is to try this": what was meant, not where it stands.
    let meant = [" to ", " for ", " is to ", " is for ", " are to ", " was to "]
        .iter()
        .any(|it| after.starts_with(it));
    if all.len() > LONGEST || all.iter().any(open) || meant || !is_own(before, single) {
        return None;
    }
    // The last word before the plan belongs to it: "this plan".
    let about = |clause: &str, last_counts: bool| {
        let said: Vec<&str> = words(clause).collect();
        let alone = |next: &str| is_in(next, AUXILIARIES) || is_in(next, HOLDING) || is_in(next, ALONE);
        let stands = |i: usize| {
            said.get(i + 1)
                .map_or(last_counts, |next| alone(next) && !is_in(said[i], &["that"]))
        };
        (0..said.len()).any(|i| is_in(said[i], MATTER) && stands(i))
    };
    (about(before, false) || about(after, true)).then(|| (start - before.len(), end + after.trim_end_matches([' ', '.']).len()))
}

/// Whether the plan that `before` leads to is this document's: "the plan", and not "a plan" or "her plan". Of a single action
/// any other says something else: "the action above answers this".
fn is_own(before: &str, single: bool) -> bool {
    if single {
        return words(before).next_back().is_some_and(|word| is_in(word, &["an"]));
    }
    let mut own = words(before)
        .rev()
        .take_while(|word| is_in(word, OWN_PLAN) || is_in(word, &["agreed", "outline"]))
        .peekable();
    (words(before).next().is_none() || own.peek().is_some()) && !own.any(|word| is_in(word, &["a", "an"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, plan: &str) -> Option<&'t str> {
        let at = text.find(plan).expect("the plan is named");
        framed(text, (at, at + plan.len()), plan == "action").map(|(from, to)| &text[from..to])
    }

    #[test]
    fn a_short_sentence_that_joins_the_matter_and_the_plan_is_a_promise() {
        for (text, plan) in [
            ("The Board has an action in hand on this.", "action"),
            ("It was late. (An action on this is in the plan.) Then", "plan"),
            ("The plan of agency actions has a line on this.", "actions"),
            ("The group has put this in the plan.", "plan"),
            ("An action in the plan below puts this right.", "plan"),
            ("The trust says that it is in the action list.", "action list"),
        ] {
            assert!(found(text, plan).is_some(), "{text}");
        }
        assert_eq!(
            found("It was late. (An action on this is in the plan.) Then", "plan"),
            Some("An action on this is in the plan")
        );
    }

    #[test]
    fn a_plan_without_the_matter_a_denial_a_wish_and_an_aim_are_none() {
        for (text, plan) in [
            ("Progress on this plan goes to the board.", "plan"),
            ("This is not in the plan.", "plan"),
            ("The chair asked that this be in the plan.", "plan"),
            ("Actions to address this are slow.", "Actions"),
            ("The plan is for the hub to provide this.", "plan"),
            ("Her mother's plan has this in it.", "plan"),
            ("It is included in a single agency action plan.", "action plan"),
            ("This is considered outside the action plan.", "action plan"),
            ("The action above answers this.", "action"),
            ("This plan answers the ten findings of the report.", "plan"),
            ("The chair explained that each line of the plan has a letter.", "plan"),
        ] {
            assert_eq!(found(text, plan), None, "{text}");
        }
    }
}
