//! An undertaking is a sentence that asks for or promises something to be done: "The Board should …", "Ensure that …",
//! "HV to book …". Its first sentence decides.

/// Auxiliaries that ask or promise.
const ASKING: &[&str] = &[
    " should ",
    " must ",
    " shall ",
    " will ",
    " needs to ",
    " need to ",
    " ought to ",
    " may wish to ",
    " might wish to ",
    " may want to ",
    " might like to ",
    " is to ",
    " are to ",
    " to be ",
    " is asked to ",
    " are asked to ",
    " is recommended ",
    " recommends that ",
    " recommended that ",
];

/// Verbs that open an item of a plan as orders.
#[rustfmt::skip]
const ORDERS: &[&str] = &[
    "accelerate", "add", "address", "adopt", "agree", "allow", "amend", "apply", "appoint", "arrange", "ask", "assess", "assure", "attend",
    "audit", "ban", "begin", "book", "brief", "bring", "build", "buy", "carry", "challenge", "change", "chase", "check", "circulate",
    "clarify", "collect", "commission", "communicate", "complete", "conduct", "consider", "consult", "continue", "convene", "count",
    "cover", "create", "cut", "deliver", "design", "develop", "display", "disseminate", "draft", "draw", "embed", "employ", "encourage",
    "end", "enhance", "ensure", "establish", "evaluate", "examine", "explain", "explore", "extend", "facilitate", "find", "fit", "fix",
    "follow", "fund", "give", "hand", "hear", "help", "hold", "identify", "implement", "improve", "include", "increase", "insert",
    "install", "introduce", "invite", "issue", "join", "keep", "launch", "lead", "learn", "let", "limit", "listen", "look", "maintain",
    "make", "measure", "meet", "monitor", "move", "name", "notify", "obtain", "offer", "open", "order", "organise", "organize",
    "participate", "pay", "pilot", "place", "prepare", "prevent", "print", "prioritise", "prioritize", "produce", "promote", "protect",
    "provide", "publish", "put", "raise", "re-establish", "re-train", "read", "record", "recruit", "redraft", "reduce", "refer", "refresh",
    "reinforce", "reissue", "relaunch", "remind", "remove", "rename", "repair", "replace", "report", "reprint", "request", "require",
    "restore", "retain", "retrain", "return", "review", "revise", "revisit", "rewrite", "ring", "roll", "run", "save", "screen", "secure",
    "seek", "select", "send", "separate", "set", "settle", "share", "show", "shut", "sign", "simplify", "speak", "split", "start", "stop",
    "store", "strengthen", "supply", "support", "survey", "swap", "switch", "take", "target", "teach", "telephone", "tell", "test", "trace",
    "track", "train", "transfer", "translate", "treat", "try", "undertake", "update", "upgrade", "upskill", "use", "visit", "wait", "warn",
    "weigh", "widen", "withdraw", "work", "write",
];

/// Whether `text`, an item of a plan or the words after a label, asks for something in its first sentence.
pub(super) fn asks(text: &str) -> bool {
    let first = first_sentence(text);
    let several = first.split_whitespace().nth(3).is_some();
    several && (ASKING.iter().any(|asking| first.contains(asking)) || opens_with_order(first) && first.trim_end().ends_with(['.', ';']))
}

/// Whether `text` opens with an order: "Ensure that …".
pub(super) fn orders(text: &str) -> bool {
    // "To audit fifty files."
    let told = text
        .strip_prefix("To ")
        .is_some_and(|rest| rest.split(' ').next().is_some_and(is_order));
    told || opens_with_order(text) || lettered_order(text) || addressed_order(text)
}

/// "(c) to seek assurance": an item of a list whose lead-in has the doer.
fn lettered_order(text: &str) -> bool {
    let item = text.strip_prefix('(').and_then(|rest| rest.split_once(") "));
    let asked = item
        .filter(|(letter, _)| letter.len() <= 4)
        .and_then(|(_, words)| words.strip_prefix("to "));
    let verb = asked.and_then(|words| words.split_whitespace().next()).unwrap_or("");
    ORDERS.iter().any(|order| verb.eq_ignore_ascii_case(order))
}

/// "For the ambulance service: record the state of the home".
fn addressed_order(text: &str) -> bool {
    const LONGEST: usize = 80;
    let order = text
        .strip_prefix("For ")
        .and_then(|rest| rest.split_once(": "))
        .filter(|(name, _)| name.len() <= LONGEST);
    order.is_some_and(|(_, words)| words.split(' ').next().is_some_and(is_order) || words.starts_with("to "))
}

fn opens_with_order(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic() && c != '-');
    words
        .find(|w| !w.is_empty())
        .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_uppercase()) && is_order(word))
}

/// Whether `word` is a verb that opens items of plans, in any case.
pub(crate) fn is_order(word: &str) -> bool {
    ORDERS.iter().any(|order| word.eq_ignore_ascii_case(order))
}

/// Up to the first stop that a capital follows.
fn first_sentence(text: &str) -> &str {
    let stops = text.match_indices(". ");
    let end = stops.map(|(at, _)| at + 1).find(|&at| {
        let next = text[at..].trim_start();
        next.starts_with(|c: char| c.is_uppercase() || c == '(')
    });
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_asks_and_a_title_names() {
        for text in [
            "The Board should seek assurance that agencies have robust arrangements. (Finding 3)",
            "All partners to be reminded of the protocol",
            "The two Boards may wish to look again at cross-border arrangements",
            "Review the neglect toolkit and make it stronger.",
        ] {
            assert!(asks(text), "{text}");
        }
        assert!(orders("(c) to seek further assurance from the lead; and"));
        assert!(!orders("(see to this first)"));
        assert!(orders("For the ambulance service: record the state of the home"));
        assert!(!orders("For the family: a hard year"));
        for text in [
            "Supervision",
            "Review of the neglect toolkit",
            "Consider the child",
            "Strengthening supervision across the partnership",
            "",
        ] {
            assert!(!asks(text), "{text}");
        }
    }
}
