//! What a rule can say about where its words stand: kinds, near words, confirmation, clarification, repetition.

use super::bench::{Bench, NONE, agree, own};
use crate::annotation::Severity;

#[test]
fn a_verb_of_an_undertaking() {
    let bench = Bench::of("kind = \"verb\"\nphrases = [\"monitor(ed)?\"]");
    let rows = [
        ("Monitor his weight.", own(1)),
        ("CSC to monitor his weight.", own(1)),
        ("CSC will closely monitor his weight.", own(1)),
        ("CSC to visit the home and monitor his weight.", own(1)),
        ("His weight will be monitored.", own(1)),
        ("Action 3: Monitor his weight.", own(1)),
        ("a) monitor his weight.", own(1)),
        ("3. Monitor his weight.", own(1)),
        ("The monitor was switched on.", NONE),
        ("A heart monitor was fitted.", NONE),
        ("Staff monitored his weight.", NONE),
        ("They bought a scale and monitor for the home.", NONE),
    ];
    agree(rows, |said| bench.count(said));
}

#[test]
fn first_and_alone() {
    let start = Bench::of("kind = \"start\"\nphrases = [\"ensure\"]");
    let whole = Bench::of("kind = \"whole\"\nphrases = [\"ongoing\"]");
    for (bench, said, count) in [
        (&start, "Ensure it is done.", own(1)),
        (&start, "It is done. Ensure it is checked.", own(1)),
        (&start, "They ensure it.", NONE),
        (&whole, "Ongoing", own(1)),
        (&whole, "ongoing.", own(1)),
        (&whole, "Timescale: ongoing", own(1)),
        (&whole, "Ongoing until May", NONE),
        (&whole, "This is ongoing", NONE),
    ] {
        assert_eq!(bench.count(said), count, "{said}");
    }
}

#[test]
fn near_words() {
    let before = Bench::of("phrases = [\"ensure\"]\nnear = [{ any = [\"mother\", \"she\"], where = \"before\", within = 2 }]");
    let block = Bench::of("phrases = [\"ensure\"]\nunless_near = [{ any = [\"checked\"], where = \"block\" }]");
    let unquoted = Bench::of("phrases = [\"ensure\"]\nunless_near = [{ any = [\"checked\"], where = \"block\", unquoted = true }]");
    let list = Bench::of("phrases = [\"ensure\"]\nnear = [{ any = [\"@child\"], where = \"after\" }]");
    for (bench, said, count) in [
        (&before, "Mother will ensure it.", own(1)),
        (&before, "Mother will of course ensure it.", NONE),
        (&before, "Ensure that she knows.", NONE),
        (&before, "The grandmother will ensure it.", NONE),
        (&before, "Mother left. Staff ensure it.", NONE),
        (&block, "Staff ensure it. It is checked in May.", NONE),
        (&block, "Staff ensure it. It is seen in May.", own(1)),
        (&unquoted, "Staff ensure it. It is checked in May.", NONE),
        (&list, "Staff ensure that the children eat.", own(1)),
        (&list, "Children ensure it.", NONE),
    ] {
        assert_eq!(bench.count(said), count, "{said}");
    }
    let quoted = "The plan says: \"Staff ensure it.\" It is checked in May.";
    assert_eq!((unquoted.quotes(quoted).len(), block.quotes(quoted).len()), (1, 0));
}

#[test]
fn capitals_and_confirmation() {
    let exact = Bench::of("exact_case = true\nphrases = [\"DNA\", \"LAC\"]");
    let confirm = Bench::of("phrases = [\"appropriate\"]\nconfirm = '(?i)\\bappropriate\\s*(?:[.;]|$)'");
    for (bench, said, count) in [
        (&exact, "Child DNA twice.", own(1)),
        (&exact, "The dna and the lac.", NONE),
        (&confirm, "It was appropriate.", own(1)),
        (&confirm, "It was \u{2018}x\u{2019} appropriate.", own(1)),
        (&confirm, "An appropriate plan. It was good.", NONE),
    ] {
        assert_eq!(bench.count(said), count, "{said}");
    }
}

#[test]
fn clarified_words_weigh_less() {
    let bench = Bench::of("clarifiable = true\nphrases = [\"regular(ly)?\"]");
    for (said, clarified) in [
        ("Regular visits (every ten working days).", true),
        ("Regular visits, namely on Mondays.", true),
        ("Regular visits, i.e. two a month.", true),
        ("Regular visits, the first on 12 March 2019.", true),
        ("Regular visits will be made. Within ten working days the team will report.", true),
        ("Regular visits weekly.", true),
        ("Regular visits to Child 2.", false),
        ("Regular visits as paragraph 7.1.25 says.", false),
        ("Regular visits that are needed.", false),
        ("Twelve staff made regular visits.", false),
        ("Regular visits were found (KLOE 1; 4.1).", false),
        ("Regular visits were found (see 4.1).", false),
        ("Regular visits were found (4.14). The next chapter has 3 parts.", false),
        ("Regular visits, as Recommendation 3 says.", false),
        ("Regular visits were made to 12 families.", false),
        ("Regular visits may be made.", false),
        ("Regular visits, on 3 occasions.", true),
    ] {
        let severity = if clarified { Severity::Medium } else { Severity::High };
        assert_eq!(bench.severities(said), [(severity, clarified)], "{said}");
    }
}

/// A review that condemns what it names has said what the mark would say.
#[test]
fn criticised_words_weigh_less() {
    let bench = Bench::of("phrases = [\"no concerns\"]");
    for (said, severity) in [
        ("No concerns were found, which was wrong.", Severity::Medium),
        ("No concerns were found. That means nothing to a reader.", Severity::Medium),
        ("The file had no concerns and should not have been closed.", Severity::Medium),
        ("No concerns were found. He left. It was wrong.", Severity::High),
        ("No concerns were found.", Severity::High),
    ] {
        assert_eq!(bench.severities_in_review(said), [severity], "{said}");
        assert_eq!(bench.severities(said), [(Severity::High, false)], "{said}");
    }
}

#[test]
fn what_is_said_in_general_or_rejected_is_for_information() {
    let bench = Bench::of("phrases = [\"chose him\", \"known to services\"]\nnegated = \"same\"");
    for (said, severity) in [
        ("The guidance says that adults known to services should be asked.", Severity::Info),
        ("Research has found that most were known to services.", Severity::Info),
        (
            "The author was asked to read the files of families known to services.",
            Severity::Info,
        ),
        ("The panel does not accept that she chose him.", Severity::Info),
        (
            "The file says \"the policy requires it\" and that she was known to services.",
            Severity::High,
        ),
        (
            "This status is defined in law. Children known to services must be seen each week.",
            Severity::Info,
        ),
        (
            "The guidance requires a plan. Families known to services have to be told.",
            Severity::Info,
        ),
        ("This status is defined in law. The family was known to services.", Severity::High),
        ("The family must have been known to services.", Severity::High),
        ("The family was known to services.", Severity::High),
        ("She never chose him.", Severity::High),
    ] {
        assert_eq!(bench.severities_in_review(said), [severity], "{said}");
    }
    assert_eq!(
        bench.severities("The guidance says that adults known to services come first."),
        [(Severity::High, false)]
    );
}

#[test]
fn what_nobody_says_is_nobodys_report() {
    let bench = Bench::of("phrases = [\"was fine\"]");
    agree(
        [
            ("The report says that he was fine.", "reported"),
            ("The report does not say that he was fine.", "own"),
            ("It would be wrong to say that he was fine.", "own"),
            ("He was fine, says the report.", "reported"),
            ("He was fine, the officer told the author.", "reported"),
            ("He was fine, wrote the clerk.", "reported"),
            ("The clerk wrote \"he was fine\".", "quoted"),
            ("To write \"he was fine\" is to look away.", "mentioned"),
        ],
        |said| bench.voices(said),
    );
}

#[test]
fn many_are_said_once() {
    let bench = Bench::of("kind = \"repeat\"\nrepeat = { at_least = 3, in = \"section\" }\nphrases = [\"no reply\"]");
    assert_eq!(bench.quotes("No reply. No reply."), Vec::<String>::new());
    assert_eq!(bench.quotes("No reply, no reply. Then no reply and no reply."), ["No reply"]);
}

#[test]
fn the_longest_wins() {
    let bench = Bench::of("phrases = [\"engagement\", \"lack of engagement\", \"engagement with staff\"]");
    assert_eq!(bench.quotes("A lack of engagement with staff."), ["lack of engagement"]);
}
