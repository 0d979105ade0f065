//! A table of every way of writing a reference: a sentence put into one invented review, and what a careful reader
//! would follow from it. Each line reads `sentence => words: state targets | words: state targets`; a line whose right
//! side is `-` holds no reference at all.

use super::{judge, judge_markdown};
use crate::checks::references::State;

/// A review whose paragraphs, labels and lists are all there to be cited; `sentence` stands in its paragraph 3.2.
fn review(sentence: &str) -> String {
    let mut review = "Safeguarding Adult Review: Rowan\n\n1 Introduction\n\n1.1 The board asked for this review.\n\n".to_owned();
    review += "2 Method\n\n2.1 Two agencies gave records.\n\n3 Discussion\n\n3.1 The panel met twice.\n\n";
    review += &format!("3.2 {sentence}\n\n3.3 The panel then closed its work.\n\n4 Analysis\n\n");
    for n in 1..=16 {
        review += &format!("4.{n} The records of month {n} were read by the panel.\n\n");
    }
    review += "5 Themes\n\n";
    for (n, word) in ["One", "Two", "Three"].iter().enumerate() {
        review += &format!("Theme {word}: Housing {n}\n\nThe tenancy was at risk in that year.\n\n");
        review += &format!("Key Practice Episode {}: A visit\n\nThe worker called at the house.\n\n", n + 1);
        review += &format!("Learning Point {}: Calls\n\nCalls were not returned at weekends.\n\n", n + 1);
    }
    review += "6 Findings\n\n";
    for (n, word) in ["One", "Two", "Three"].iter().enumerate() {
        review += &format!("Finding {word}\n\n6.{}.1 Nobody asked who held the key.\n\n", n + 1);
        review += &format!("6.{0}.2 Nobody wrote it down.\n\n6.{0}.3 Nobody came back.\n\n", n + 1);
    }
    review += "7 Practice\n\n7.1 Practice in the home\n\n";
    for n in 1..=60 {
        review += &format!("7.1.{n} The carers of week {n} wrote in the book.\n\n");
    }
    review += "8 Recommendations\n\n";
    for n in 1..=6 {
        review += &format!("Recommendation {n}\n\nThe Board should review the rota of ward {n}.\n\n");
    }
    review += "9 Action Plan\n\n";
    let words = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
    for word in words {
        review += &format!("Action {word}\n\nThe Trust to write a rota.\n\nResponse: Completed\n\n");
    }
    review += "Appendix A\n\nTerms of reference.\n\nAppendix B\n\nThe genogram.\n\nAnnex 2\n\nThe letter.\n\n";
    review += "Table 1: Calls by month\n\nTable 2: Visits by week\n\nFigure 1: The house\n";
    review
}

/// The references of paragraph 3.2, each as `words: state targets`, joined by bars; `-` for none.
fn read(sentence: &str) -> String {
    let (document, graph, _) = judge(&review(sentence));
    let begin = document.fold.text.find("3.2 ").unwrap_or_default();
    let end = document.fold.text.find("3.3 The panel then").unwrap_or_default();
    let here = graph.references.iter().filter(|r| (begin..end).contains(&(r.span.start as usize)));
    let show = |r: &super::Reference| {
        let shown = format!("{}: {} {}", document.fold.slice(r.span), r.state.name(), r.targets.join(","));
        shown.trim_end().to_owned()
    };
    let all: Vec<String> = here.map(show).collect();
    if all.is_empty() { "-".to_owned() } else { all.join(" | ") }
}

fn check(table: &str) {
    let mut wrong = Vec::new();
    for row in table.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let (sentence, expected) = row.split_once(" => ").unwrap_or_else(|| panic!("no arrow: {row}"));
        let found = read(sentence);
        if found != expected.trim() {
            wrong.push(format!("{sentence:?}\n  expected {}\n  read     {found}", expected.trim()));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Every label, alone.
const LABELS: &str = "
        As paragraph 4.2 says, it rained. => paragraph 4.2: ok 4.2
        As Paragraph 4.2 says, it rained. => Paragraph 4.2: ok 4.2
        As PARAGRAPH 4.2 says, it rained. => PARAGRAPH 4.2: ok 4.2
        As para 4.2 says, it rained. => para 4.2: ok 4.2
        As para. 4.2 says, it rained. => para. 4.2: ok 4.2
        As par. 4.2 says, it rained. => par. 4.2: ok 4.2
        As pars 4.2 and 4.3 say, it rained. => pars 4.2 and 4.3: ok 4.2,4.3
        As para4.2 says, it rained. => para4.2: ok 4.2
        As paras 4.2 and 4.3 say, it rained. => paras 4.2 and 4.3: ok 4.2,4.3
        As ¶4.2 says, it rained. => ¶4.2: ok 4.2
        As ¶ 4.2 says, it rained. => ¶ 4.2: ok 4.2
        As ¶¶ 4.2 and 4.3 say, it rained. => ¶¶ 4.2 and 4.3: ok 4.2,4.3
        As §4 says, it rained. => §4: ok 4
        As § 7.1 says, it rained. => § 7.1: ok 7.1
        As §§ 4.2, 4.3 say, it rained. => §§ 4.2, 4.3: ok 4.2,4.3
        As Section 4 sets out, it rained. => Section 4: ok 4
        As section 7.1 sets out, it rained. => section 7.1: ok 7.1
        As sections 4 and 6 set out, it rained. => sections 4 and 6: ok 4,6
        As sub-section 7.1 sets out, it rained. => sub section 7.1: ok 7.1
        As chapter 4 sets out, it rained. => chapter 4: ok 4
        As Part 4 sets out, it rained. => -
        As Finding 2 shows, it rained. => Finding 2: ok Finding Two
        As Finding Two shows, it rained. => Finding Two: ok Finding Two
        As finding two shows, it rained. => finding two: ok Finding Two
        As FINDING TWO shows, it rained. => FINDING TWO: ok Finding Two
        As Finding II shows, it rained. => Finding II: ok Finding Two
        As Finding No. 2 shows, it rained. => Finding No. 2: ok Finding Two
        As Finding (2) shows, it rained. => Finding (2): ok Finding Two
        As F2 shows, it rained. => -
        As shown (F2) it rained. => F2: ok Finding Two
        It rained [F2]. => F2: ok Finding Two
        It rained [F1, F3]. => F1, F3: ok Finding One,Finding Three
        It rained {F2}. => F2: ok Finding Two
        As Recommendation 4 asks, it rained. => Recommendation 4: ok Recommendation 4
        As recommendation four asks, it rained. => recommendation four: ok Recommendation 4
        As Rec 4 asks, it rained. => Rec 4: ok Recommendation 4
        As Rec. 4 asks, it rained. => Rec. 4: ok Recommendation 4
        As Recs 2 & 3 ask, it rained. => Recs 2 & 3: ok Recommendation 2,Recommendation 3
        As Recs. 2 and 3 ask, it rained. => Recs. 2 and 3: ok Recommendation 2,Recommendation 3
        As R4 asks, it rained. => -
        It rained (R4). => R4: ok Recommendation 4
        It rained (Rec 4). => Rec 4: ok Recommendation 4
        It rained [Rec4]. => Rec4: ok Recommendation 4
        As Learning Point 3 says, it rained. => Learning Point 3: ok Learning Point 3
        As learning point three says, it rained. => learning point three: ok Learning Point 3
        As LP3 says, it rained. => LP3: ok Learning Point 3
        As LP 3 says, it rained. => LP 3: ok Learning Point 3
        As LPs 1 and 3 say, it rained. => LPs 1 and 3: ok Learning Point 1,Learning Point 3
        As Theme 2 says, it rained. => Theme 2: ok Theme Two
        As themes two and three say, it rained. => themes two and three: ok Theme Two,Theme Three
        As Key Practice Episode 2 shows, it rained. => Key Practice Episode 2: ok Key Practice Episode 2
        As KPE2 shows, it rained. => KPE2: ok Key Practice Episode 2
        As KPE 2 shows, it rained. => KPE 2: ok Key Practice Episode 2
        As KPEs 1 to 3 show, it rained. => KPEs 1 to 3: ok Key Practice Episode 1,Key Practice Episode 2,Key Practice Episode 3
        As Action 3 says, it rained. => Action 3: ok Action Three
        As Action Three says, it rained. => Action Three: ok Action Three
        As Action point 3 says, it rained. => Action point 3: ok Action Three
        As AP3 says, it rained. => AP3: ok Action Three
        It rained (A3). => A3: ok Action Three
        As Appendix A shows, it rained. => Appendix A: ok Appendix A
        As appendix B shows, it rained. => appendix B: ok Appendix B
        As Appendices A and B show, it rained. => Appendices A and B: ok Appendix A,Appendix B
        As Annex 2 shows, it rained. => Annex 2: ok Annex 2
        As App. B shows, it rained. => App. B: ok Appendix B
        As Table 1 shows, it rained. => Table 1: ok Table 1
        As tables 1 and 2 show, it rained. => tables 1 and 2: ok Table 1,Table 2
        As Figure 1 shows, it rained. => Figure 1: ok Figure 1
        As Fig. 1 shows, it rained. => Fig. 1: ok Figure 1
        As page 7 shows, it rained. => page 7: unspecific
        It rained (p. 7). => p. 7: unspecific
        It rained (p7). => p7: unspecific
        It rained (pp. 7-9). => pp. 7-9: unspecific
        It rained (pages 7 to 9). => pages 7 to 9: unspecific
        It rained (footnote 3). => footnote 3: unspecific
        It rained (see fn 3). => fn 3: unspecific
        It rained (see fn. 3). => fn. 3: unspecific
        It rained (see note 3). => note 3: unspecific
        ";

#[test]
fn labels() {
    check(LABELS);
}

/// Every form of number, list and range.
const NUMBERS: &str = "
        As paragraphs 7.1.53 to 55 say, it rained. => paragraphs 7.1.53 to 55: ok 7.1.53,7.1.54,7.1.55
        As paragraphs 7.1.53-55 say, it rained. => paragraphs 7.1.53-55: ok 7.1.53,7.1.54,7.1.55
        As paragraphs 7.1.53–7.1.55 say, it rained. => paragraphs 7.1.53-7.1.55: ok 7.1.53,7.1.54,7.1.55
        As paragraphs 7.1.53 — 7.1.55 say, it rained. => paragraphs 7.1.53 - 7.1.55: ok 7.1.53,7.1.54,7.1.55
        As paragraph 7.1.53 to paragraph 7.1.55 says, it rained. => paragraph 7.1.53 to paragraph 7.1.55: ok 7.1.53,7.1.54,7.1.55
        As paragraphs 7.1.9 to 7.1.11 say, it rained. => paragraphs 7.1.9 to 7.1.11: ok 7.1.9,7.1.10,7.1.11
        Between paragraphs 4.2 and 4.4 it rained. => paragraphs 4.2 and 4.4: ok 4.2,4.3,4.4
        As Actions Four to Six show, it rained. => Actions Four to Six: ok Action Four,Action Five,Action Six
        As Actions 4-6 show, it rained. => Actions 4-6: ok Action Four,Action Five,Action Six
        As Recommendations 1, 3 and 5(b) ask, it rained. => Recommendations 1, 3 and 5(b): ok Recommendation 1,Recommendation 3,Recommendation 5
        As Recommendation 5b asks, it rained. => Recommendation 5b: ok Recommendation 5
        As Recommendations 1 and 3 - 5 ask, it rained. => Recommendations 1 and 3 - 5: ok Recommendation 1,Recommendation 3,Recommendation 4,Recommendation 5
        As recommendations 1/2 ask, it rained. => recommendations 1/2: ok Recommendation 1,Recommendation 2
        As Recommendation 1 and Recommendation 2 ask, it rained. => Recommendation 1: ok Recommendation 1 | Recommendation 2: ok Recommendation 2
        It rained (see 4.12–4.15). => 4.12-4.15: ok 4.12,4.13,4.14,4.15
        It rained (4.12). => 4.12: ok 4.12
        It rained (4.12, 4.13 and 7.1.2). => 4.12, 4.13 and 7.1.2: ok 4.12,4.13,7.1.2
        It rained (see also 4.12; 4.14). => 4.12; 4.14: ok 4.12,4.14
        It rained (cf. 4.12). => 4.12: ok 4.12
        It rained, see 4.12. => 4.12: ok 4.12
        It rained [4.12]. => 4.12: ok 4.12
        It rained {4.12}. => 4.12: ok 4.12
        It rained (paras 4.2, 4.5 & 7.1.3). => paras 4.2, 4.5 & 7.1.3: ok 4.2,4.5,7.1.3
        It rained (para 4.2; para 4.5). => para 4.2: ok 4.2 | para 4.5: ok 4.5
        As paragraph 4.2 and subsequent paragraphs say, it rained. => paragraph 4.2 and subsequent paragraphs: ok 4.2,4.3,4.4,4.5,4.6,4.7,4.8,4.9,4.10,4.11,4.12,4.13,4.14,4.15,4.16
        As paragraph 4.14 onwards says, it rained. => paragraph 4.14 onwards: ok 4.14,4.15,4.16
        As paragraphs 4.14 ff. say, it rained. => paragraphs 4.14 ff: ok 4.14,4.15,4.16
        As paragraph 4.14 et seq. says, it rained. => paragraph 4.14 et seq: ok 4.14,4.15,4.16
        Finding 2 refers. => Finding 2: ok Finding Two
        (Finding 2 refers) => Finding 2: ok Finding Two
        The second finding shows that it rained. => second finding: ok Finding Two
        The 2nd finding shows that it rained. => 2nd finding: ok Finding Two
        The third recommendation asks for more. => third recommendation: ok Recommendation 3
        As paragraph\u{a0}4.2 says, it rained. => paragraph 4.2: ok 4.2
        As paragraph 3.2 says, it rained. => paragraph 3.2: ok 3.2
        As paragraph 7.1.531 says, it rained. => paragraph 7.1.531: dangling
        As paragraph 4.27 says, it rained. => paragraph 4.27: dangling
        As Finding Nine says, it rained. => Finding Nine: dangling
        As Recommendation 12 asks, it rained. => Recommendation 12: dangling
        As Action Twenty-One says, it rained. => Action Twenty One: dangling
        As Appendix F shows, it rained. => Appendix F: dangling
        As Table 9 shows, it rained. => Table 9: dangling
        As paragraph 4.2(a) says, it rained. => paragraph 4.2(a): ok 4.2
        As paragraph 4.2 (a) and (b) say, it rained. => paragraph 4.2 (a) and (b): ok 4.2,4.2
        As bullet 2 of paragraph 4.2 says, it rained. => paragraph 4.2: ok 4.2
        As paragraphs 4.2 and 4.3 and Finding 3 say, it rained. => paragraphs 4.2 and 4.3: ok 4.2,4.3 | Finding 3: ok Finding Three
        As findings 1 & 3 say, it rained. => findings 1 & 3: ok Finding One,Finding Three
        As Findings 1-3 say, it rained. => Findings 1-3: ok Finding One,Finding Two,Finding Three
        As both Findings 1 and 2 say, it rained. => Findings 1 and 2: ok Finding One,Finding Two
        As paragraph 4.2 above says, it rained. => paragraph 4.2: ok 4.2
        As section 6.2.1 says, it rained. => section 6.2.1: ok 6.2.1
        As item 4.2 says, it rained. => item 4.2: ok 4.2
        As point 4.2 says, it rained. => 4.2: ok 4.2
        The point at 4.2 is the same. => 4.2: ok 4.2
        As noted in 7.1.3, it rained. => 7.1.3: ok 7.1.3
        7.1.3 shows that it rained. => 7.1.3: ok 7.1.3
        The panel in 4.3 and 4.4 said so. => 4.3 and 4.4: ok 4.3,4.4
        ";

#[test]
fn numbers_lists_and_ranges() {
    check(NUMBERS);
}

#[test]
fn other_papers_and_the_law() {
    check(
        "
        A section 47 enquiry began. => section 47: external
        A Section 47 Enquiry began. => Section 47: external
        A s47 enquiry began. => s47: external
        A s.17 assessment began. => s.17: external
        A s 17 enquiry began. => s 17: external
        A S.42 enquiry began. => S.42: external
        A sec. 42 enquiry began. => sec. 42: external
        Sections 17 and 47 of the Children Act 1989 apply. => Sections 17 and 47 of the Children Act 1989: external
        Section 9(3) of the Domestic Violence, Crime and Victims Act 2004 applies. => Section 9(3) of the Domestic Violence, Crime and Victims Act 2004: external
        Under the Care Act 2014, section 44, a board must act. => section 44: external
        A section 4 order of the Mental Capacity Act 2005 was made. => section 4: external
        A Regulation 28 report came. => Regulation 28: external
        Article 8 was weighed. => Article 8: external
        Articles 2 and 8 were weighed. => Articles 2 and 8: external
        Schedule 2 of the Act lists them. => Schedule 2 of the Act: external
        Part 4 of the Act lists them. => Part 4 of the Act: external
        Paragraph 4.2 of Working Together says so. => Paragraph 4.2: external
        Working Together (2018), paragraph 4.2, says so. => paragraph 4.2: external
        Paragraph 14.48 of the Care Act statutory guidance says so. => Paragraph 14.48: external
        Recommendation 4 of the Tilly review said so. => Recommendation 4: external
        Recommendation 4 from the 2016 Serious Case Review said so. => Recommendation 4: external
        The Wood report's recommendation 4 said so. => recommendation 4: external
        Action 3 of the previous review is still open. => Action 3: external
        Finding 2 in the Child K review was the same. => Finding 2: external
        IMR recommendation 2 was met. => recommendation 2: external
        The GP's IMR (paragraph 4.2) says so. => paragraph 4.2: external
        The police report, at paragraph 4.2, says so. => paragraph 4.2: external
        Page 14 of the coroner's report says so. => Page 14: external
        Section 7 of the referral form was blank. => Section 7: external
        ",
    );
}

#[test]
fn what_refers_to_nothing() {
    check(
        "
        On 7.1.15 it rained. => -
        He was seen on 4.2.15 and 4.3.15. => -
        He was born in 4.2015. => -
        He was aged 4.2 years. => -
        She was 7 and he was 4. => -
        The score was 4.2 in May. => -
        He scored 7.1 (4.2) that day. => -
        It cost £4.2 million. => -
        It cost £4.12 (£4.13). => -
        He was seen at 4.12pm. => -
        He left at 4.15. => -
        This is version 4.2 of the form. => -
        Ring 01234 567890 extension 4.2. => -
        This is page 3 of 7. => -
        He was in Year 6 then. => -
        He lived in flat 4, block 7. => -
        She had Level 3 training. => -
        He was held under section 2 of the ward rules. => section 2: external
        He was in ward 4.2 for a week. => -
        Grade 4.2 was given. => -
        No further action 3 weeks later. => -
        Action was taken 2 days later. => -
        The finding two years ago was sad. => -
        One recommendation in four was met. => -
        A note 2 days later said so. => -
        Take note 3 people came. => -
        He kept table 4 at the club. => -
        The point 2 miles on was his home. => -
        He was 4.2 kg at birth (4.3). => -
        The rate fell from 4.2 to 4.1. => -
        The theme one hears is sad. => -
        He paid in part 4 times. => -
        The M4.2 form was used. => -
        A4 paper was used. => -
        He took the A3 home. => -
        The R4 radio was on. => -
        The F2 doctor saw him. => -
        He is an F2 on the ward. => -
        The vehicle was a Ford F1. => -
        He has stage 3 disease. => -
        ",
    );
}

/// The references of one paragraph of a paper whose lines are all as long as a page is wide; a bar stands for the end of
/// a line, and two for the end of a page, with the running foot of the paper between.
fn broken(sentence: &str) -> String {
    let foot = "\n\nPage 3 of 7\n\n\x0c";
    let lines = "The carers wrote in the book each week and the panel read the book with care, all of\n";
    let mut content = review("It rained.");
    let whole = format!(
        "3.2 {lines}{lines}{}\nwent on for a good while, and the carers and the panel did not write of it at all\nthat week.\n\n",
        sentence
    );
    content = content.replace("3.2 It rained.\n\n", &whole.replace("||", foot).replace('|', "\n"));
    let (document, graph, _) = judge(&content);
    let begin = document.fold.text.find("3.2 ").unwrap_or_default();
    let end = document.fold.text.find("3.3 The panel then").unwrap_or_default();
    let here = graph.references.iter().filter(|r| (begin..end).contains(&(r.span.start as usize)));
    let shown: Vec<String> = here
        .map(|r| format!("{}: {} {}", document.fold.slice(r.span), r.state.name(), r.targets.join(",")))
        .collect();
    shown.join(" | ")
}

#[test]
fn broken_over_a_line_or_a_page() {
    for (sentence, expected) in [
        (
            "it in the month of May, and so it is that they know what is said in paragraph 7.|1.53 of it, which",
            "paragraph 7. 1.53: ok 7.1.53",
        ),
        (
            "it in the month of May, and so it is that they know what is said in paragraph|7.1.53 of it, which",
            "paragraph 7.1.53: ok 7.1.53",
        ),
        (
            "it in the month of May, and so it is that they know what is said in paragraphs 7.1.53|and 7.1.54, which",
            "paragraphs 7.1.53 and 7.1.54: ok 7.1.53,7.1.54",
        ),
        (
            "it in the month of May, and so it is that they know what is said in paragraphs 7.1.53 to|7.1.55, which",
            "paragraphs 7.1.53 to 7.1.55: ok 7.1.53,7.1.54,7.1.55",
        ),
        (
            "it in the month of May, and so it is that they know what is said in all of Finding|Two on it, which",
            "Finding Two: ok Finding Two",
        ),
        (
            "it in the month of May, and so it is that they know what is said in paragraph||7.1.53 of it, which",
            "paragraph 7.1.53: ok 7.1.53",
        ),
        (
            "it in the month of May, and so it is that they know what is said in Actions Four to||Six of it, which",
            "Actions Four to Six: ok Action Four,Action Five,Action Six",
        ),
    ] {
        assert_eq!(broken(sentence), expected, "{sentence}");
    }
}

#[test]
fn labels_printed_in_short_are_cited_in_short() {
    let cited = |line: &str| {
        let content = format!(
            "Serious Case Review\n\n1 Findings\n\nF1: Nobody asked.\n\nF2: Nobody wrote.\n\n2 Next\n\n2.1 {line}\n\n\
             3 Recommendations\n\nR1. The Board should ask.\n\nR2. The Trust should write.\n\n\
             Part One: The family\n\nThe family lived in a flat.\n\nPart Two: The flat\n\nThe flat was cold.\n"
        );
        let (document, graph, _) = judge(&content);
        let named = graph.references.iter().filter(|r| r.label.as_deref() != Some("action-plan"));
        let shown: Vec<String> = named
            .map(|r| format!("{}: {} {}", document.fold.slice(r.span), r.state.name(), r.targets.join(",")))
            .collect();
        shown.join(" | ")
    };
    assert_eq!(cited("As F2 shows, R1 is right."), "F2: ok F2 | R1: ok R1");
    assert_eq!(cited("See F1, F2."), "F1, F2: ok F1,F2");
    assert_eq!(cited("F2 - done in May."), "", "a line may tell of a finding under its code");
    assert_eq!(cited("The F3 doctor came by."), "");
    assert_eq!(cited("As Part Two says, the flat was cold."), "Part Two: ok Part Two");
    assert_eq!(cited("A Part 8 review was held."), "");
}

#[test]
fn promises_in_many_words() {
    let kinds = |sentence: &str| -> Vec<&'static str> {
        let (document, graph, _) = judge(&review(sentence));
        let begin = document.fold.text.find("3.2 ").unwrap_or_default();
        let end = document.fold.text.find("3.3 The panel then").unwrap_or_default();
        let here = graph.references.iter().filter(|r| (begin..end).contains(&(r.span.start as usize)));
        here.map(|r| r.kind.name()).collect()
    };
    let phrases = include_str!("../../../../corpus/promises/phrases.tsv");
    let mut wrong: Vec<String> = Vec::new();
    for line in phrases.lines() {
        let (label, marked) = line.split_once('\t').expect("a label and a sentence");
        let sentence = marked.replace("[[", "").replace("]]", "");
        if (label == "yes") != kinds(&sentence).contains(&"promise") {
            wrong.push(format!("{label}: {sentence} {:?}", kinds(&sentence)));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// A sentence that closes its paragraph may answer it; the same words in the midst of one only speak of a commitment.
#[test]
fn what_closes_a_paragraph_may_answer_it() {
    let promises = |paragraph: &str| {
        let (_, graph, _) = judge(&review(paragraph));
        graph.references.iter().filter(|r| r.kind.name() == "promise").count()
    };
    for closing in [
        "The force has given an undertaking.",
        "The trust's remedy has been listed.",
        "This has been placed among the things to be done.",
        "It is reflected in what agencies have been recommended to do.",
    ] {
        assert_eq!(promises(&format!("Nobody rang the ward that night. {closing}")), 1, "{closing}");
        assert_eq!(promises(&format!("{closing} Nobody rang the ward that night.")), 0, "{closing}");
    }
    for closing in [
        "The remedy he used was an old one.",
        "He gave an undertaking to the court.",
        "No remedy was offered.",
    ] {
        assert_eq!(promises(&format!("Nobody rang the ward that night. {closing}")), 0, "{closing}");
    }
}

/// Where every other table is cited, a citation one off from the last of them meant it; two off it may be of another paper.
#[test]
fn the_table_that_nothing_else_cites() {
    let told = |sentence: &str| {
        let (_, graph, _) = judge(&review(sentence));
        let lost = graph.references.into_iter().find(|r| r.state == State::Dangling);
        lost.and_then(|r| r.suggestions.first().map(|s| s.target.clone()))
    };
    assert_eq!(told("Table 1 has the calls. It rained (see Table 3).").as_deref(), Some("Table 2"));
    assert_eq!(told("Table 1 has the calls. It rained (see Table 4).").as_deref(), None);
    assert_eq!(told("It rained (see Table 3).").as_deref(), None);
}

/// A box that is set as a quotation and opens with a label of the document's own quotes nobody.
#[test]
fn a_box_promises_and_a_quotation_does_not() {
    let promises = |paragraph: &str| {
        let (_, graph, _) = judge_markdown(&format!(
            "# Review\n\n## Learning\n\n> **Learning Point 1.** Ask early.\n\n{paragraph}\n\n## Action plan\n\nAction 1: Ask.\n"
        ));
        graph.references.iter().filter(|r| r.kind.name() == "promise").count()
    };
    assert_eq!(
        promises("> **Learning Point 2.** Ask men too. This is addressed in the action plan."),
        1
    );
    assert_eq!(promises("> Ask men too. This is addressed in the action plan."), 0);
}

#[test]
fn vague_pointers_are_followed_where_the_text_allows() {
    let with = |paragraph: &str| -> String {
        let content = format!(
            "Serious Case Review\n\n1 Background\n\n1.1 The board asked.\n\n1.2 The panel met.\n\n2 Findings\n\n\
             Finding One\n\nNobody asked.\n\nFinding Two\n\nNobody wrote.\n\nFinding Three\n\nNobody came.\n\n\
             3 Learning\n\n3.1 Calls were missed.\n\nRecommendation 1\n\nThe Board should write.\n\n3.2 {paragraph}\n\n\
             3.3 The panel closed.\n\nRecommendation 2\n\nThe Trust should call.\n\n3.4 It rained.\n"
        );
        let (document, graph, _) = judge(&content);
        let named = graph.references.iter().filter(|r| r.label.as_deref() != Some("action-plan"));
        let shown: Vec<String> = named
            .map(|r| {
                format!("{}: {} {}", document.fold.slice(r.span), r.state.name(), r.targets.join(","))
                    .trim_end()
                    .to_owned()
            })
            .collect();
        shown.join(" | ")
    };
    for (paragraph, expected) in [
        (
            "As set out in the previous paragraph, it rained.",
            "As set out in the previous paragraph: ok 3.1",
        ),
        ("This is the case in the preceding paragraph too.", "preceding paragraph: ok 3.1"),
        ("As the paragraph above shows, it rained.", "paragraph above: ok 3.1"),
        ("The paragraph below shows why.", "paragraph below: ok 3.3"),
        ("As the above paragraph shows, it rained.", "above paragraph: ok 3.1"),
        (
            "The above recommendation answers this.",
            "above recommendation: ok Recommendation 1",
        ),
        (
            "The recommendation above answers this.",
            "recommendation above: ok Recommendation 1",
        ),
        (
            "The recommendation below answers this.",
            "recommendation below: ok Recommendation 2",
        ),
        ("The next paragraph says why.", "next paragraph: ok 3.3"),
        ("The following paragraph says why.", "following paragraph: ok 3.3"),
        ("The above findings are sad.", ""),
        ("The finding above is sad.", "finding above: unspecific"),
        (
            "As set out in the previous section, it rained.",
            "As set out in the previous section: ok 2",
        ),
        ("As set out above, it rained.", "As set out above: unspecific"),
    ] {
        assert_eq!(with(paragraph), expected, "{paragraph}");
    }
}

#[test]
fn a_range_of_labels_passes_over_the_paragraphs_between() {
    let content = "Board paper\n\n1. The Board took up R1 to R3 in May.\n\n## Recommendation by recommendation\n\n\
        ### R1. Children not brought\n\n2. The trusts should agree it.\n\n### R2. Letters\n\n3. The letters should be read.\n\n\
        ### R3. Keys\n\n4. The keys should be counted.\n\n5. It rained.\n";
    let text = crate::input::read("a.md", content.as_bytes()).expect("it is text");
    let document = super::Document::parse(&text, &super::Lexicon::default());
    let (graph, _) = super::check(&document, &text);
    let range = graph
        .references
        .iter()
        .find(|r| document.fold.slice(r.span) == "R1 to R3")
        .expect("it refers");
    assert_eq!(range.targets, ["R1", "R2", "R3"]);
}

#[test]
fn rows_of_a_plan_are_recommendations_where_no_others_are() {
    let plan = |report: &str| {
        format!(
            "# Domestic Homicide Review\n\n{report}\n\n| Rec. | Para. | Action | Lead | Timescale |\n|---|---|---|---|---|\n| 1 | 2.1 | Write a protocol for wards | Trust | May 2022 |\n\
             | 2 | 2.2 | Train the call handlers | Police | June 2022 |\n\n3.1 Recommendations 1 and 2 matter most.\n"
        )
    };
    let said = "2.1 The ward had no protocol.\n\n2.2 The call handlers were not trained.";
    let (document, graph, _) = judge_markdown(&plan(said));
    let labels: Vec<&str> = document.statements.iter().map(|s| s.label.as_str()).collect();
    assert_eq!(labels, ["Recommendation 1", "Recommendation 2"]);
    let last = graph.references.last().expect("the last paragraph cites");
    assert_eq!(
        (last.state, last.targets.as_slice()),
        (State::Ok, &["Recommendation 1".to_owned(), "Recommendation 2".to_owned()][..])
    );
    // Beside recommendations of its own the plan answers them.
    let (document, ..) = judge_markdown(&plan(&format!(
        "{said}\n\nRecommendation 1: Wards should have a protocol.\n\nRecommendation 2: Handlers should be trained."
    )));
    assert!(
        document
            .statements
            .iter()
            .all(|s| s.kind != crate::document::StatementKind::Action || !s.label.starts_with("Rec"))
    );
}

#[test]
fn an_action_that_is_called_a_recommendation_does_not_cite_itself() {
    let content = "# Serious Case Review\n\n1 Findings\n\n1.1 Letters went astray.\n\n1.2 Nobody rang.\n\n2 Recommendations\n\n\
                   Recommendation 1 (para 1.1). Letters to be tracked. Lead: Trust. By: May 2022. Progress: completed.\n\n\
                   Recommendation 2 (para 1.2). Calls to be made. Lead: Council. By: June 2022. Progress: in progress.\n";
    let (_, graph, _) = judge(content);
    let written: Vec<(&str, State)> = graph
        .references
        .iter()
        .map(|r| (r.written.as_deref().unwrap_or(""), r.state))
        .collect();
    assert_eq!(written, [("1.1", State::Ok), ("1.2", State::Ok)]);
}

#[test]
fn a_bare_number_after_at_is_a_place_where_a_text_stands_there() {
    for (sentence, cites) in [
        ("Her words are at 3.1.", true),
        ("The reasons are those at 3.1.", true),
        ("The dose was set at 3.1 kg.", false),
    ] {
        let (_, graph, _) = judge(&review(sentence));
        let found = graph.references.iter().any(|r| r.written.as_deref() == Some("3.1"));
        assert_eq!(found, cites, "{sentence}");
    }
}
