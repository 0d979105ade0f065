//! The traps: cases that break naive tools, each with its relatives. The numbers are those of the collection of traps.

use super::bench::{Bench, NONE, agree, own};

const WORDS: &str = r#"phrases = ["ensur(e|es|ed|ing)", "safe (and|&) well", "robust(ly|ness)?", "(re-|non-|dis)?engag(e|es|ed|ing|ement)", "reengag(e|es|ed|ing)", "effective", "confidence", "no concerns", "fine", "sure", "safe", "support", "disengaged"]
unless = ["safe and well (check|visit)(s)?", "engaged to be married", "engag(ed|es|ing) a solicitor", "an engaging (child|boy|girl)", "support worker(s)?"]"#;

/// Voice, polarity: traps 1 to 7.
#[test]
fn quotation_and_attribution() {
    let bench = Bench::of(WORDS);
    let rows = [
        ("The word \"ensure\" was used nine times.", "mentioned"),
        ("The word ensure appears in every plan.", "mentioned"),
        ("The phrase \u{2018}safe and well\u{2019} closed the case.", "mentioned"),
        ("Language such as \u{201c}safe and well\u{201d} hides what was seen.", "mentioned"),
        (
            "Terms such as \u{201c}fine\u{201d}, \u{201c}settled\u{201d} and \u{201c}robust\u{201d} were common.",
            "mentioned mentioned",
        ),
        ("It is not clear what is meant by \u{201c}engaging\u{201d}.", "mentioned"),
        (
            "The difference between \u{201c}engaging\u{201d} and \u{201c}attending\u{201d} was lost.",
            "mentioned",
        ),
        ("\u{201c}Safe and well\u{201d} was used in every entry.", "mentioned"),
        ("\u{2018}Safe and Well\u{2019} is a phrase that tells nobody anything.", "mentioned"),
        ("So-called robust systems failed.", "mentioned"),
        ("The so called \u{2018}robust\u{2019} systems failed.", "mentioned"),
        ("The report promised, \u{2018}we will ensure their safety\u{2019}.", "quoted"),
        (
            "The minutes read: \"Mother will ensure the children are happy and will attend every appointment.\"",
            "quoted",
        ),
        (
            "He wrote \u{2018}a single \u{201c}robust\u{201d} single\u{2019} note in the end of it all for us.",
            "quoted",
        ),
        ("The family's own words: safe and well.", "reported"),
        ("Mother said that everything was fine.", "reported"),
        ("The officer recorded that both children were safe and well.", "reported"),
        ("Home life was described as fine.", "reported"),
        ("According to the father, the baby was fine.", "reported"),
        ("She told the nurse that things were fine.", "reported"),
        ("The baby was fine, she said.", "reported"),
        ("She wrote that everything was fine.", "reported"),
        ("Her record says all was fine.", "reported"),
        ("The plan used *ensure* in six lines.", "mentioned"),
        ("He is described as _robust_ by the file.", "mentioned"),
        ("It is *robust* now.", "own"),
        ("The plan used **robust** words.", "own"),
        ("Staff described robust plans.", "reported"),
        ("Records in three agencies describe robust plans.", "reported"),
        ("Police attended and noted robust doors.", "reported"),
        ("The assessment concluded that he was safe.", "reported"),
        ("In one record she was said to be safe.", "reported"),
        ("It was recorded that he was safe.", "reported"),
        ("The reply was that he was safe.", "reported"),
        ("She said that he was away, which left her safe.", "own"),
        ("She said that he was away, and the panel found robust plans.", "own"),
        ("They kept calling it a fine day, which hid it.", "mentioned"),
        ("He was at home, that is to say safe.", "own"),
        ("She said that he was away; the children were fine.", "own"),
        ("She said that he was away but the children were fine.", "own"),
        ("The boys' engagement was poor and the girls' was not.", "own"),
        ("The children's engagement and James' views.", "own"),
        ("Partners' engagement is patchy.", "own"),
        ("In the long term engagement matters.", "own"),
    ];
    agree(rows, |said| bench.voices(said));
}

/// Traps 8 to 16.
#[test]
fn negation_and_failure() {
    let bench = Bench::of(WORDS);
    let rows = [
        ("Nobody can do this: we cannot ensure it.", true),
        ("No one can ensure that.", true),
        ("The plan can't ensure it.", true),
        ("It didn\u{2019}t ensure it.", true),
        ("The plan will not ensure it.", true),
        ("The agency failed to ensure it.", true),
        ("A failure to ensure it was found.", true),
        ("They failed repeatedly to ensure it.", true),
        ("He refused to engage.", true),
        ("The plan did not, however, ensure it.", true),
        ("The plan did not, in the view of the panel, ensure it.", true),
        ("The visits neither helped nor ensured anything.", true),
        ("The worker left without ensuring it.", true),
        ("She was unable to engage.", true),
        ("There was a lack of robust planning.", true),
        ("There was no robust plan.", true),
        ("The plan not only ensured it but checked it.", false),
        ("This no doubt ensures it.", false),
        ("It is not just robust, it is kind.", false),
        ("This is not without robust support.", false),
        ("It is not that staff were disengaged, but that robust plans were late.", false),
        ("She was not seen, but the worker ensured it.", false),
        ("She was not seen; the worker ensured it.", false),
        ("He did not come, the baby was fine.", false),
        ("He did not come and the baby was fine.", false),
        ("He was not home, although the baby was fine.", false),
        ("There were no concerns.", false),
        ("He did not fail to ensure it.", false),
        ("No later than May the plan will ensure it.", false),
    ];
    agree(rows, |said| bench.last_is_negated(said));
    assert_eq!(bench.count("Nobody could be certain of anything."), NONE);
}

/// Where a denial ends, and what it reaches.
#[test]
fn the_reach_of_a_denial() {
    let bench = Bench::of(WORDS);
    let rows = [
        ("Those who do not attend are ensured a visit.", false),
        ("Adults who have not come will be given support.", false),
        ("Adults who do not engage were safe.", false),
        ("He will not allow Mr T into the home and will ensure it.", false),
        ("No child will be harmed and HB will ensure it.", false),
        ("No child was harmed and the nurse ensured it.", false),
        ("There was no visit that was robust.", false),
        ("No offences, safe at home.", false),
        ("There was no clear, robust plan.", true),
        ("There were no visits, calls or support.", true),
        ("She did not attend and engage.", true),
        ("She does not accept that the plan was robust.", true),
        (
            "The panel does not accept that this mother was seen, or that she was ever, in all these months and years, safe.",
            true,
        ),
        ("It would not be true to say that he was safe.", true),
        ("This does not mean that all was fine.", true),
        ("It does not mean that no concerns were raised.", true),
        ("We do not accept that there were no concerns.", true),
        ("There was no doubt of non-engagement.", false),
        ("His non-engagement.", false),
        ("None of that is safe.", true),
        ("The chair did not accept that it was \u{201c}safe\u{201d}.", true),
        ("The meeting did not regard Ellie as \u{201c}safe\u{201d}.", true),
        ("It was not the view of the meeting that he was \u{201c}safe\u{201d}.", true),
        ("None of us would say that it was \u{201c}robust\u{201d}.", true),
        ("The entry does not say why he was \u{201c}safe\u{201d}.", false),
        ("She did not see him and wrote \u{201c}safe\u{201d}.", false),
        (
            "It would not be right to call what was done in those three long months robust.",
            true,
        ),
        ("She was not a girl who was safe.", true),
        ("She did not see the girl, who was safe.", false),
        ("They should never have called it robust.", true),
        ("He did not want a fuss and so the plan was robust.", false),
        ("No consent was given, so Mr Penrose's plan was robust.", false),
        ("No needs identified, ensured by duty.", false),
    ];
    agree(rows, |said| bench.last_is_negated(said));
    let optional = Bench::of(r#"phrases = ["(is|was) (not )?robust", "robust"]"#);
    assert!(optional.last_is_negated("The plan was not robust."));
    let at_fault = Bench::of(
        r#"phrases = ["engaging", "disengaged"]
negated = "fault""#,
    );
    assert!(!at_fault.last_is_negated("Mum is not engaging."));
    assert!(at_fault.last_is_negated("The panel does not accept that Mum was not engaging."));
    assert!(at_fault.last_is_negated("Mum was not disengaged."));
    let own_denial = Bench::of(r#"phrases = ["not robust"]"#);
    assert!(!own_denial.last_is_negated("The plan was not robust."));
}

/// Judgements and claims that are denied, before the words or after them.
#[test]
fn what_is_rejected() {
    let bench = Bench::of(WORDS);
    let rows = [
        ("It would be rash to say that the plan was robust.", true),
        ("Officers questioned whether he was safe.", true),
        ("There is little to suggest that he was safe.", true),
        ("It was a mistake to conclude that the boys were fine.", true),
        ("Mr Hale withdrew his remark that the plan was robust.", true),
        ("The nurse disagreed that he was safe.", true),
        ("Not one of the letters shows that he was safe.", true),
        ("Nothing on file supports the idea that there were no concerns.", true),
        ("Nobody who reads this can believe that he was safe.", true),
        ("The officer said that none of the visits was robust.", true),
        ("No one should have written that all was fine.", true),
        ("It ought never to have been called \u{201c}safe\u{201d}.", true),
        ("It will not be done \u{201c}robustly\u{201d} but on Monday.", true),
        ("The letter is due on 3 May, not \u{201c}safe\u{201d}.", true),
        ("The suggestion that she was safe was untrue.", true),
        ("The claim that he was safe did not stand up.", true),
        ("To say that the plan was robust is wrong.", true),
        ("She was described as safe when she was not.", true),
        ("He was said to be safe, but he was not.", true),
        ("The suggestion that she was safe was recorded.", false),
        ("She was described as safe when he was not there.", false),
        ("Nobody disputed that he was safe.", false),
        ("It is hard to deny that the plan was robust.", false),
        ("The panel did not doubt that he was safe.", false),
        ("Nobody challenged the view that he was safe.", false),
    ];
    agree(rows, |said| bench.last_is_negated(said));
}

/// Denials that leave what stands near them as it was told.
#[test]
fn what_a_denial_leaves_alone() {
    let bench = Bench::of(WORDS);
    let rows = [
        ("She did not ring anybody after the robust talk.", false),
        ("No referral was made despite the robust plan.", false),
        ("The school was not told about the robust plan.", false),
        ("The worker never asked why he was safe.", false),
        ("He had no job and a robust plan.", false),
        ("He did not attend, mum says all is safe.", false),
        ("The nurse was not worried, says he is safe.", false),
        ("No evidence of use, conditions robust enough.", false),
        ("The nurse did not visit and staff felt safe.", false),
        ("Mr Osei refused to wash and chose a robust life.", false),
        ("He was not upset and appeared safe.", false),
        ("The trust, which did not send a manager, will ensure it.", false),
        ("She, not he, ensured it.", false),
        ("The nurse, without seeing him, thought him safe.", false),
        ("The officers came without being called and found him safe.", false),
        ("They came without notice and all was safe.", false),
        ("No professional who met them during those months ensured it.", true),
        ("Nobody could know whether he was safe.", true),
    ];
    agree(rows, |said| bench.last_is_negated(said));
}

/// What a plan forbids is spoken of, not denied.
#[test]
fn undertakings() {
    let bench = Bench::of(WORDS);
    let rows = [
        ("Dad not to engage with them.", own(1)),
        ("Parents will not engage in front of the children.", own(1)),
        ("Mum agrees that she will not engage.", own(1)),
        ("The school to make sure they do not engage.", own(2)),
        ("Mother to not engage with them.", own(1)),
        ("Ms Lane will stay at home and not engage.", own(1)),
        ("The plan will not ensure it.", NONE),
        ("It was decided not to support him.", NONE),
    ];
    agree(rows, |said| bench.count(said));
}

/// Traps 17 to 25.
#[test]
fn names_and_terms_of_art() {
    let bench = Bench::of(WORDS);
    let rows = [
        ("Staff had read Keeping Children Safe in Education.", NONE),
        ("It follows the Working Together for Safe Children guidance.", NONE),
        ("The Engagement Officer visited.", NONE),
        ("Engagement Officer visited.", NONE),
        ("She met the Youth Engagement Team.", NONE),
        ("They commissioned Robust Ltd to write it.", NONE),
        ("Robust Ltd wrote it.", NONE),
        ("The Safe Families Project offered help.", NONE),
        ("Police made a Safe and Well check.", NONE),
        ("A safe and well visit was made by fire officers.", NONE),
        ("The Support Worker called.", NONE),
        ("ENSURE ALL STAFF ARE TRAINED", own(1)),
        ("THE PLAN WAS ROBUST AND EFFECTIVE", own(2)),
        ("Ensure that the child is seen.", own(1)),
        ("Ensure Mother attends.", own(1)),
        ("Action: Ensure CSC attend.", own(1)),
        ("\u{f0b7} Ensure that the child is seen.", own(1)),
        ("o Ensure that the child is seen.", own(1)),
        ("\u{2022} Engagement with school.", own(1)),
        ("The Board was robust.", own(1)),
    ];
    agree(rows, |said| bench.count(said));
}

/// Traps 26 to 33.
#[test]
fn word_family_and_sense() {
    let bench = Bench::of(WORDS);
    let rows = [
        ("ensure, ensures, ensured and ensuring", own(4)),
        ("insure, insured, assured, reassured", NONE),
        ("engage engaged engages engaging engagement", own(5)),
        ("re-engage and non-engagement and disengaged", own(3)),
        ("re engage, reengaged", own(2)),
        ("She was engaged to be married.", NONE),
        ("He engaged a solicitor.", NONE),
        ("She is an engaging child.", NONE),
        ("robustly and robustness", own(2)),
        ("censure, censured, licensure, measure, leisure", NONE),
        ("unsafe, failsafe, safely, safer", NONE),
        ("a robust-looking boy and a child-safe lock", NONE),
        ("pre-engagement work; child-support rules", NONE),
        ("fined, refine, define, finely", NONE),
        ("supportive, supported, unsupported", NONE),
    ];
    agree(rows, |said| bench.count(said));
}

/// Traps 34 to 46: what a PDF does to words.
#[test]
fn damage() {
    let bench = Bench::of(WORDS);
    let rows = [
        ("They en-\nsure it.", vec!["en-\nsure"]),
        ("They en-\r\nsure it.", vec!["en-\r\nsure"]),
        ("A multi-\nagency plan.", vec![]),
        ("A re-\nengage plan.", vec!["re-\nengage"]),
        ("They en\u{ad}sure it.", vec!["en\u{ad}sure"]),
        ("It is e\u{fb00}ective.", vec!["e\u{fb00}ective"]),
        ("In con\u{fb01}dence.", vec!["con\u{fb01}dence"]),
        ("They ensure\u{b2} it.", vec!["ensure"]),
        ("They ensured12 it.", vec!["ensured"]),
        ("Seen safe\u{a0}and\u{a0}well.", vec!["safe\u{a0}and\u{a0}well"]),
        ("Seen safe\nand\n\nwell.", vec!["safe\nand\n\nwell"]),
        ("They en\u{200b}sure it.", vec!["en\u{200b}sure"]),
        ("Seen *safe and* well.", vec!["safe and* well"]),
        ("They \u{435}nsure it.", vec![]),
        ("They e n s u r e it.", vec!["e n s u r e"]),
        ("Seen safe & well.", vec!["safe & well"]),
        ("It is \u{201c}robust\u{201d}, they say.", vec!["robust"]),
        ("It is robust\u{2014}and more\u{2026}robust.", vec!["robust", "robust"]),
    ];
    agree(rows, |said| bench.quotes(said));
}
