//! Tables of sentences and the mentions a careful reader finds in them.

use super::*;
use crate::checks::references::list::To;
use crate::document::Entry;
use crate::text::Span;

/// The places of an invented review: 1 to 9, 4.1 to 4.16, 7.1.1 to 7.1.60, and a few of each label.
fn outline() -> Outline {
    let mut names: Vec<(LabelKind, String)> = Vec::new();
    names.extend((1..=9).map(|n| (LabelKind::Paragraph, n.to_string())));
    names.extend((1..=16).map(|n| (LabelKind::Paragraph, format!("4.{n}"))));
    names.extend((1..=60).map(|n| (LabelKind::Paragraph, format!("7.1.{n}"))));
    for kind in [
        LabelKind::Finding,
        LabelKind::Recommendation,
        LabelKind::Action,
        LabelKind::LearningPoint,
    ] {
        names.extend((1..=16).map(|n| (kind, n.to_string())));
    }
    let entry = |(kind, number): (LabelKind, String)| Entry {
        kind,
        label: number.clone(),
        number,
        block: 0,
        heading: false,
        extent: Span::default(),
    };
    Outline::new(names.into_iter().map(entry).collect())
}

/// The mentions of `text`, one string each: kind, words, and what they say.
fn read(text: &str) -> Vec<String> {
    let outline = outline();
    let scene = Scene {
        apart: false,
        text,
        zone: Zone::Paragraph,
        outline: &outline,
    };
    mentions(&scene).iter().map(|mention| show(text, mention)).collect()
}

fn show(text: &str, mention: &Mention) -> String {
    let quote = &text[mention.range.clone()];
    match &mention.pointer {
        Pointer::Named { label, items } => format!("{}={}|{quote}", label.map_or("bare", LabelKind::name), numbers(items)),
        Pointer::Foreign { label, written } => format!("foreign {label}={}|{quote}", &text[written.clone()]),
        Pointer::Promise { label, items } => format!("promise {}={}|{quote}", label.map_or("plan", LabelKind::name), numbers(items)),
        Pointer::Vague { near: true, .. } => format!("near|{quote}"),
        Pointer::Vague {
            step: Some((kind, step)), ..
        } => format!("step {} {step}|{quote}", kind.name()),
        Pointer::Vague { .. } => format!("vague|{quote}"),
    }
}

fn numbers(items: &[Item]) -> String {
    let one = |item: &Item| match &item.to {
        To::Itself => item.first.number.clone(),
        To::Number(last) => format!("{}..{}", item.first.number, last.number),
        To::Onward => format!("{}..", item.first.number),
    };
    items.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn check(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| format!("{text:?}\n  expected {expected:?}\n  read     {:?}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Sentences in which no reference stands.
fn check_none(texts: &[&str]) {
    let wrong: Vec<String> = texts
        .iter()
        .filter(|text| !read(text).is_empty())
        .map(|text| format!("{text:?} {:?}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn labels_with_digits() {
    check(&[
        (
            "In reference to paragraph 7.1.25 work is required.",
            &["paragraph=7.1.25|paragraph 7.1.25"],
        ),
        ("See paragraph 7. 1.53 for this.", &["paragraph=7.1.53|paragraph 7. 1.53"]),
        (
            "paras. 7.1.53-7.1.55 and 8.2 say so",
            &["paragraph=7.1.53..7.1.55 8.2|paras. 7.1.53-7.1.55 and 8.2"],
        ),
        (
            "Paragraph 7.1.53 to 55 show this.",
            &["paragraph=7.1.53..7.1.55|Paragraph 7.1.53 to 55"],
        ),
        (
            "at paragraph 7.1.53(a), (c)",
            &["paragraph=7.1.53a 7.1.53c|paragraph 7.1.53(a), (c)"],
        ),
        ("paragraph 7.1.531 is missing", &["paragraph=7.1.531|paragraph 7.1.531"]),
        ("paragraph 7.1.5.", &["paragraph=7.1.5|paragraph 7.1.5"]),
        ("para 4.2 above", &["paragraph=4.2|para 4.2"]),
        ("(para.4.2)", &["paragraph=4.2|para.4.2"]),
        ("\u{b6}4.2 and \u{a7} 4.3", &["paragraph=4.2|\u{b6}4.2", "section=4.3|\u{a7} 4.3"]),
        (
            "section 7.1.2 and chapter 3",
            &["section=7.1.2|section 7.1.2", "section=3|chapter 3"],
        ),
        ("paragraph(s) 4.2 and 4.3", &["paragraph=4.2 4.3|paragraph(s) 4.2 and 4.3"]),
        ("between paragraphs 4.2 and 4.6", &["paragraph=4.2..4.6|paragraphs 4.2 and 4.6"]),
        (
            "paragraph 7.1.53 and subsequent paragraphs, the police",
            &["paragraph=7.1.53..|paragraph 7.1.53 and subsequent paragraphs"],
        ),
        (
            "paragraph number 4.2 and paragraph no. 4.3",
            &["paragraph=4.2|paragraph number 4.2", "paragraph=4.3|paragraph no. 4.3"],
        ),
        (
            "Recommendations 1, 3 and 5(b) are linked.",
            &["recommendation=1 3 5b|Recommendations 1, 3 and 5(b)"],
        ),
        ("Finding 2 refers", &["finding=2|Finding 2"]),
        (
            "Recommendation 3, Action 3 and Finding 3",
            &["recommendation=3|Recommendation 3", "action=3|Action 3", "finding=3|Finding 3"],
        ),
        ("Including Action 5 above: a group", &["action=5|Action 5"]),
        ("learning points 1-3", &["learning-point=1..3|learning points 1-3"]),
        ("as shown on page 7 and in table 2", &["page=7|page 7", "table=2|table 2"]),
        (
            "see footnote 4, KLOE 1 and Figure 3.1",
            &["footnote=4|footnote 4", "question=1|KLOE 1", "figure=3.1|Figure 3.1"],
        ),
        ("Action points 3 and 4 were closed", &["action=3 4|Action points 3 and 4"]),
        ("Recommendation R1.2 applies", &["recommendation=r1.2|Recommendation R1.2"]),
    ]);
}

#[test]
fn labels_with_words_letters_and_ordinals() {
    check(&[
        ("highlighted in Finding One are common", &["finding=1|Finding One"]),
        (
            "When Actions Fourteen to Sixteen have been completed",
            &["action=14..16|Actions Fourteen to Sixteen"],
        ),
        ("Findings One and Three", &["finding=1 3|Findings One and Three"]),
        ("see recommendation three.", &["recommendation=3|recommendation three"]),
        ("Appendix A and Annex 2", &["appendix=a|Appendix A", "appendix=2|Annex 2"]),
        ("Appendix IV sets out", &["appendix=4|Appendix IV"]),
        (
            "Theme Two, Key Practice Episode 2",
            &["theme=2|Theme Two", "episode=2|Key Practice Episode 2"],
        ),
        ("the second finding shows", &["finding=2|second finding"]),
        ("tying in with Finding Two professionals felt", &["finding=2|Finding Two"]),
        ("Recommendation Twenty One", &["recommendation=21|Recommendation Twenty One"]),
    ]);
}

#[test]
fn ordinary_words_are_no_labels() {
    check_none(&[
        "action needs to be taken",
        "no further action was agreed",
        "a single agency action plan for CSC",
        "the finding two years ago",
        "it was a finding in 2016 that",
        "action one would expect",
        "a recommendation 12 months later",
        "took action 24 hours later",
        "held on 7.1.2015",
        "on 7.1.15 the mother",
        "a score of 7.1 was given",
        "it cost \u{a3}7.10 (4.50)",
        "the rate was 4.2%",
        "at 4.30pm",
        "she was 4.5 kg",
        "the first action was to call",
        "the second finding of the post mortem",
        "each finding one by one",
        "the police seized 4.2 grams (7.1)",
        "aged between 2 and 4 (see below the stairs)",
        "part of the action",
        "Page 3 of 41",
        "the table one would use",
        "a score of 6 (4.2) was recorded",
        "the first draft (version 4.2)",
        "AP17 and AP18 - ongoing",
        "AP17 - carried over",
        "a point 3 miles off",
        "he paid in part 4 times",
    ]);
}

#[test]
fn a_bracketed_number_that_ends_a_sentence_is_one_though_it_is_missing() {
    check(&[
        ("All agencies should be mindful of this. (4.44)", &["bare=4.44|4.44"]),
        ("All agencies should act (4.44).", &["bare=4.44|4.44"]),
        ("The Board should ask (Finding 2; 4.44)", &["finding=2|Finding 2", "bare=4.44|4.44"]),
        ("The Trust should write (7.1.112). The Board should", &["bare=7.1.112|7.1.112"]),
    ]);
    check_none(&[
        "the mean was low (4.44).",
        "he scored less (4.44).",
        "it cost less (\u{a3}4.44).",
        "it was warm (38.9).",
        "he should be seen (7.1.99).",
        "he weighed more (4.44) than before",
        "less than last year (12.9).",
    ]);
}

#[test]
fn bare_numbers_in_running_text() {
    check(&[
        ("The phrases in 4.10 are his.", &["bare=4.10|4.10"]),
        ("This review recommends a change in 4.3.", &["bare=4.3|4.3"]),
        ("In the light of 4.12 the panel asked.", &["bare=4.12|4.12"]),
        ("This follows from 4.2 and 4.8.", &["bare=4.2 4.8|4.2 and 4.8"]),
        ("It returns to 4.9 below.", &["bare=4.9|4.9"]),
        ("the duty described under 4.5", &["bare=4.5|4.5"]),
        ("Finding 2 and 4.8 say so.", &["finding=2|Finding 2", "bare=4.8|4.8"]),
        ("as in 4.10 and in 4.8", &["bare=4.10|4.10", "bare=4.8|4.8"]),
    ]);
    check_none(&[
        "a rise in 4.5 per cent",
        "She was seen at 4.10 and again later",
        "They left by 4.15 that day",
        "from 4.10 to 4.15 she was alone",
        "a score of 4.2 in May",
        "the rate rose from 4.2 to 4.8 in a year",
        "one in 4.5 million",
        "born in 4.4 kg",
        "seen in 3.99 of cases",
        "the mean fell to 4.6",
        "a total of 4.6 was reached",
        "by 4.3 on the scale",
        "and 4.3 on the scale",
        "In 7.1.15 he was seen",
    ]);
}

/// Numbers of two levels that no label leads to: what stands beside them tells a place from a measure.
#[test]
fn plain_numbers() {
    check(&[
        ("Little is said beyond this, and nothing rests on 4.3.", &["bare=4.3|4.3"]),
        ("4.2 was noted by the panel.", &["bare=4.2|4.2"]),
        ("It is what 4.2 is about.", &["bare=4.2|4.2"]),
        ("They do not accept 4.6.", &["bare=4.6|4.6"]),
        ("The nurse asked that 4.7 be noted.", &["bare=4.7|4.7"]),
        ("More striking, and more so than 4.8.", &["bare=4.8|4.8"]),
        ("Unanimous but for 4.9.", &["bare=4.9|4.9"]),
        ("What has not been proved: 4.2, 4.7.", &["bare=4.2 4.7|4.2, 4.7"]),
        ("By June the two had met (from 4.2).", &["bare=4.2|4.2"]),
        ("It was, in its way, as clear as anything at 4.3.", &["bare=4.3|4.3"]),
        (
            "See also Learning Point 2, and 4.8.",
            &["learning-point=2|Learning Point 2", "bare=4.8|4.8"],
        ),
        ("In all this 7.1.3 shows what was missed.", &["bare=7.1.3|7.1.3"]),
    ]);
    check_none(&[
        "The clinic moved to block 4.2 in June.",
        "Ring extension 4.2.",
        "He slept in room 4.7.",
        "His potassium rose to 4.8.",
        "It came down from 4.9 to 4.2.",
        "The score averaged 4.2.",
        "It was a mean of 4.6.",
        "The waiting list fell by 4.3.",
        "Release 4.2 was put on every machine.",
        "They met at 4.15, and again at 4.10.",
        "The lease runs to plot 4.3.",
        "He weighed less than 4.2.",
    ]);
}

#[test]
fn bare_numbers() {
    check(&[
        ("(see 4.12-4.15)", &["bare=4.12..4.15|4.12-4.15"]),
        ("this was known (4.12).", &["bare=4.12|4.12"]),
        ("see 7.1.53 and 7.1.54", &["bare=7.1.53 7.1.54|7.1.53 and 7.1.54"]),
        ("see 4.22.", &["bare=4.22|4.22"]),
        ("(see also 4.3)", &["bare=4.3|4.3"]),
        ("as set out above (4.12)", &["bare=4.12|4.12"]),
        ("as 4.12 above says", &["bare=4.12|4.12"]),
        ("closed [R3]", &["recommendation=r3|R3"]),
        ("the concern (A7, A8) remains", &["action=a7 a8|A7, A8"]),
    ]);
}

#[test]
fn titles_of_acts_hold_commas() {
    check(&[
        (
            "set up under section 9 of the Domestic Violence, Crime and Victims Act 2004. The purpose",
            &["foreign section=9|section 9 of the Domestic Violence, Crime and Victims Act 2004"],
        ),
        (
            "under section 6 of the Anti-social Behaviour, Crime and Policing Act\n2014",
            &["foreign section=6|section 6 of the Anti-social Behaviour, Crime and Policing Act\n2014"],
        ),
        ("as section 9 of the Board. The Care Act", &["section=9|section 9"]),
    ]);
}

#[test]
fn laws() {
    check(&[
        ("a Section 47 enquiry", &["foreign section=47|Section 47"]),
        (
            "section 17 of the Children Act 1989.",
            &["foreign section=17|section 17 of the Children Act 1989"],
        ),
        ("under s.47, Children Act, 1989", &["foreign section=47|s.47, Children Act, 1989"]),
        ("a s47 strategy", &["foreign section=47|s47"]),
        (
            "S175 asks schools and S11 Auditing",
            &["foreign section=175|S175", "foreign section=11|S11"],
        ),
        ("a Regulation 28 report", &["foreign regulation=28|Regulation 28"]),
        ("Article 8 rights", &["foreign article=8|Article 8"]),
        ("Part 3 of the Act", &["foreign part=3|Part 3 of the Act"]),
        ("section 20 accommodation", &["foreign section=20|section 20"]),
        ("a section 7 report was ordered", &["foreign section=7|section 7"]),
        ("Children Act 1989, section 31", &["foreign section=31|section 31"]),
        ("section 47(1)(b) requires", &["foreign section=47(1)(b)|section 47(1)(b)"]),
        (
            "sections 17 and 47 of the Children Act 1989",
            &["foreign section=17 and 47|sections 17 and 47 of the Children Act 1989"],
        ),
        ("see section 7 for the findings", &["section=7|section 7"]),
        ("Section 8 summarises", &["section=8|Section 8"]),
    ]);
}

#[test]
fn other_documents() {
    check(&[
        ("paragraph 4 of Working Together", &["foreign paragraph=4|paragraph 4"]),
        (
            "(Working Together to Safeguard Children, 2015 4:18 p 76)",
            &["foreign page=76|p 76"],
        ),
        (
            "Recommendation 4 of the 'Lucy' review",
            &["foreign recommendation=4|Recommendation 4"],
        ),
        ("Action 3 of the 2011 review", &["foreign action=3|Action 3"]),
        ("the Lucy review's Recommendation 4", &["foreign recommendation=4|Recommendation 4"]),
        ("Finding 2 of the previous review", &["foreign finding=2|Finding 2"]),
        ("section 7 of the form", &["foreign section=7|section 7"]),
        ("paragraph 4.2 of the school's policy", &["foreign paragraph=4.2|paragraph 4.2"]),
        ("IMR Recommendation 1", &["foreign recommendation=1|Recommendation 1"]),
        ("Working Together (2018), paragraph 18", &["foreign paragraph=18|paragraph 18"]),
        ("paragraph 4.2 of this report", &["paragraph=4.2|paragraph 4.2"]),
        ("Recommendation 4 of the overview report", &["recommendation=4|Recommendation 4"]),
        ("paragraph 4.2 in the action plan", &["paragraph=4.2|paragraph 4.2"]),
        ("Finding 2 in relation to fathers", &["finding=2|Finding 2"]),
    ]);
}

#[test]
fn promises() {
    check(&[
        ("The action plan addresses this.", &["promise plan=|The action plan addresses this"]),
        (
            "An action has been agreed on this.",
            &["promise action=|An action has been agreed on this"],
        ),
        (
            "This is the subject of an action.",
            &["promise action=|This is the subject of an action"],
        ),
        ("(see Recommendations)", &["promise recommendation=|see Recommendations"]),
        (
            "This is addressed by Recommendation 4.",
            &["promise recommendation=4|This is addressed by Recommendation 4"],
        ),
        ("(See Recommendation 4)", &["recommendation=4|Recommendation 4"]),
        (
            "It was found, and this is addressed in the Action Plan",
            &["promise plan=|this is addressed in the Action Plan"],
        ),
    ]);
}

#[test]
fn vague_pointers() {
    check(&[
        (
            "As referenced elsewhere in the report the charity says",
            &["vague|As referenced elsewhere in the report"],
        ),
        (
            "As stated earlier in the report there was",
            &["vague|As stated earlier in the report"],
        ),
        (
            "It should be said that as previously stated the council leads",
            &["vague|as previously stated"],
        ),
        ("As stated previously, the police", &["vague|As stated previously"]),
        (
            "research highlighted elsewhere in this report, other",
            &["vague|highlighted elsewhere in this report"],
        ),
        (
            "As has been stated elsewhere in the report all",
            &["vague|As has been stated elsewhere in the report"],
        ),
        (
            "As set out in the previous finding there are",
            &["step finding -1|As set out in the previous finding"],
        ),
        ("In addition to those described above; victims", &["near|described above"]),
        ("also, as mentioned previously training can", &["vague|as mentioned previously"]),
        ("safely in cases of abuse, as set out above.", &["near|as set out above"]),
        (
            "has been set out elsewhere in the report.",
            &["vague|set out elsewhere in the report"],
        ),
        ("for all the reasons set out above.", &["near|set out above"]),
        (
            "the same review as mentioned earlier in the report.",
            &["vague|as mentioned earlier in the report"],
        ),
        ("As mentioned earlier a social worker was", &["vague|As mentioned earlier"]),
        ("As mentioned elsewhere the role", &["vague|As mentioned elsewhere"]),
        ("aspects identified above would need", &["near|identified above"]),
        (
            "As stated in paragraph 7.1.25 and in many other parts of the report, many",
            &["paragraph=7.1.25|paragraph 7.1.25", "vague|in many other parts of the report"],
        ),
        (
            "As stated in paragraph 4.2 and elsewhere in the report, many",
            &["paragraph=4.2|paragraph 4.2", "vague|elsewhere in the report"],
        ),
        ("(see below)", &["near|see below"]),
        ("ibid.", &["vague|ibid"]),
        ("in the previous section we", &["step section -1|previous section"]),
    ]);
}

#[test]
fn ordinary_words_of_place_and_time() {
    check_none(&[
        "as set out in the Children Act",
        "she had previously stated that he hit her",
        "it was reported earlier that day",
        "as described earlier by the mother",
        "noted above average weight",
        "seen above the bed",
        "he lived elsewhere",
        "identified earlier in 2015",
        "the previous review made the same point",
        "the previous finding of fact",
        "placed elsewhere in the county",
        "she described earlier concerns",
        "scored below the threshold",
    ]);
}

#[test]
fn relatives_of_numbers_lists_and_ranges() {
    check(&[
        // 49 and 50: broken numbers, lists, ranges
        ("at paragraph 7 .1.53 above", &["paragraph=7.1.53|paragraph 7 .1.53"]),
        (
            "paragraphs 7.1.53, 7.1.54 and 7.1.55",
            &["paragraph=7.1.53 7.1.54 7.1.55|paragraphs 7.1.53, 7.1.54 and 7.1.55"],
        ),
        ("paras 4.2 - 4.5 inclusive", &["paragraph=4.2..4.5|paras 4.2 - 4.5"]),
        ("paragraph 4.2 through to 4.5", &["paragraph=4.2..4.5|paragraph 4.2 through to 4.5"]),
        (
            "paragraphs 4.2, 4.3-4.5 & 4.9",
            &["paragraph=4.2 4.3..4.5 4.9|paragraphs 4.2, 4.3-4.5 & 4.9"],
        ),
        ("(paragraphs 4.2; 4.3)", &["paragraph=4.2 4.3|paragraphs 4.2; 4.3"]),
        ("para 4.2 et seq.", &["paragraph=4.2..|para 4.2 et seq"]),
        (
            "from paragraph 4.2 to paragraph 4.6",
            &["paragraph=4.2..4.6|paragraph 4.2 to paragraph 4.6"],
        ),
        (
            "paragraph 7.1.53 or 7.1.54",
            &["paragraph=7.1.53 7.1.54|paragraph 7.1.53 or 7.1.54"],
        ),
        ("Recommendations 1-4 (inclusive)", &["recommendation=1..4|Recommendations 1-4"]),
        ("Actions 3, 4 and Finding 2", &["action=3 4|Actions 3, 4", "finding=2|Finding 2"]),
    ]);
}

#[test]
fn relatives_of_letters_laws_and_marks() {
    check(&[
        // 52: sub-letters
        ("paragraph 4.2(b)(ii)", &["paragraph=4.2bii|paragraph 4.2(b)(ii)"]),
        ("Recommendation 5b", &["recommendation=5b|Recommendation 5b"]),
        ("Recommendation 3(a) to (c)", &["recommendation=3a..3c|Recommendation 3(a) to (c)"]),
        // 53: laws
        ("s.17 support", &["foreign section=17|s.17"]),
        ("ss.17 and 47", &["foreign section=17 and 47|ss.17 and 47"]),
        (
            "Section 42 of the Care Act 2014",
            &["foreign section=42|Section 42 of the Care Act 2014"],
        ),
        (
            "under section 136 of the Mental Health Act 1983",
            &["foreign section=136|section 136 of the Mental Health Act 1983"],
        ),
        ("a Section 175 audit", &["foreign section=175|Section 175"]),
        ("Articles 2 and 3 of the Convention", &["foreign article=2 and 3|Articles 2 and 3"]),
        // 60 and 65: stops and marks
        ("See paragraph 7.1.53; and so on", &["paragraph=7.1.53|paragraph 7.1.53"]),
        ("'paragraph 7.1.53'", &["paragraph=7.1.53|paragraph 7.1.53"]),
    ]);
}

#[test]
fn relatives_of_pointers_promises_and_other_reports() {
    check(&[
        // 61: pointers
        ("as discussed in more detail below.", &["near|as discussed in more detail below"]),
        ("the concerns outlined above were", &["near|outlined above"]),
        (
            "as has already been mentioned in this report",
            &["vague|as has already been mentioned in this report"],
        ),
        ("as noted earlier in this section", &["vague|as noted earlier in this section"]),
        // 62: promises
        (
            "(This issue is picked up in the multi agency action plan.)",
            &["promise plan=|This issue is picked up in the multi agency action plan"],
        ),
        ("(Recommendation)", &["promise recommendation=|Recommendation"]),
        (
            "This has been taken forward through Action 4.",
            &["promise action=4|This has been taken forward through Action 4"],
        ),
        (
            "This is covered by Recommendations 2 and 3.",
            &["promise recommendation=2 3|This is covered by Recommendations 2 and 3"],
        ),
        (
            "Both points are reflected in our response plan.",
            &["promise plan=|Both points are reflected in our response plan"],
        ),
        ("See the action plan.", &["promise plan=|See the action plan"]),
        // 64: other reports
        ("paragraph 4.2 of that report", &["foreign paragraph=4.2|paragraph 4.2"]),
        (
            "In the 2011 review, recommendation 4 said",
            &["foreign recommendation=4|recommendation 4"],
        ),
        ("Ofsted recommendation 2", &["foreign recommendation=2|recommendation 2"]),
        (
            "Learning from the 'Ellis' review (Finding 6, page 14) was lost",
            &["foreign finding=6|Finding 6", "foreign page=14|page 14"],
        ),
        ("Finding 3 of the Child D review", &["foreign finding=3|Finding 3"]),
        ("page 12 of the guidance", &["foreign page=12|page 12"]),
        ("Recommendation 3 of this review", &["recommendation=3|Recommendation 3"]),
        ("section 4 of the overview report", &["section=4|section 4"]),
        // 67: kinds apart
        (
            "Recommendation 3 (Action 3; Finding 3)",
            &["recommendation=3|Recommendation 3", "action=3|Action 3", "finding=3|Finding 3"],
        ),
    ]);
}

#[test]
fn relatives_that_are_no_references() {
    check_none(&[
        "on 7.1.15 and 8.1.15",
        "(7.1.2015)",
        "between 7.1.15 and 28.5.15 the mother attended",
        "2.5 years",
        "a ratio of 4.2 to 1",
        "\u{a3}4.2 million",
        "a class action two years later",
        "the next action was to ring",
        "in action at 4.2",
        "one recommendation a year",
        "he scored 4.2 (4.1)",
        "This is being considered outside the action plan.",
        "The panel has not seen the action plan.",
        "This has not yet been addressed in the action plan.",
        "It might be considered in an action plan.",
        "The action plan will be monitored by the board.",
        "he was seen previously by the GP",
        "noted previously by the midwife",
    ]);
}
