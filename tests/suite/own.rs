//! Labels of a document's own: small papers, each with words of its own for its parts, labelled as the planted papers are
//! (corpus/links/README.md). What is labelled must be seen and followed, and nothing else may be said to refer.

use candour::evaluate::{LinkTally, Planted};
use candour::input;
use candour::patterns::Catalogue;
use candour::scan::scan;

/// What makes a paper of several parts a review.
const HEAD: &str = "Local Child Safeguarding Practice Review: Child W\n\n1. Introduction\n\n1.1 The review was held in 2023.\n\n";

const PAPERS: [&str; 10] = [
    // Undertakings, in words.
    "2. Findings\n\n2.1 Letters came back unread. [[This is taken up in the undertakings::promise ok Undertaking One]].\n\n\
     2.2 Nobody rang the school.\n\n3. Undertakings of the agencies\n\n\
     Undertaking One: [[The practice manager will ring::action owner=\"practice manager\" date=\"1 May 2023\" check=no status=none response=no]] whoever does not answer a letter ([[2.1::ref ok 2.1]]). By 1 May 2023.\n\n\
     Undertaking Two: [[The head teacher will name::action owner=\"head teacher\" date=\"2 June 2023\" check=no status=none response=no]] one person for calls ([[paragraph 2.2::ref ok 2.2]]). By 2 June 2023.\n\n\
     4. Close\n\n4.1 The board read [[Undertaking Two::ref ok Undertaking Two]] first, then [[undertakings one and two::ref ok Undertaking One, Undertaking Two]] together. [[Undertaking Five::ref dangling > none]] was not written.\n",
    // Pledges, in digits, with initials.
    "2. What was learnt\n\n2.1 The form was long.\n\n3. What we will do\n\n\
     Pledge 1. [[The trust will shorten::action owner=\"trust\" date=\"March 2024\" check=no status=none response=no]] the form by March 2024.\n\n\
     Pledge 2. [[The school will keep::action owner=\"school\" date=\"April 2024\" check=no status=none response=no]] the key by April 2024.\n\n\
     Pledge 3. [[The council will pay::action owner=\"council\" date=\"May 2024\" check=no status=none response=no]] the fare by May 2024.\n\n\
     4. Close\n\n4.1 The costs of [[pledges 1 to 3::ref ok Pledge 1, Pledge 2, Pledge 3]] are met ([[P2::ref ok Pledge 2]]). A pledge of silence was never asked.\n",
    // Strands, lettered.
    "2. Strands\n\nStrand A: Being seen\n\n2.1 He was seen twice.\n\nStrand B: Being heard\n\n2.2 He was not heard.\n\nStrand C: Being believed\n\n\
     2.3 [[Strand B::ref ok Strand B]] and [[Strand C::ref ok Strand C]] meet here. [[Strand F::ref dangling > none]] does not.\n",
    // A question with words between.
    "2. Questions\n\nQuestion for the Board 1: Who reads the letters?\n\nQuestion for the Board 2: Who answers them?\n\nQuestion for the Board 3: By when?\n\n\
     3. Close\n\n3.1 The board began with [[Question for the Board 2::ref ok Question for the Board 2]] and left [[Question 3::ref ok Question for the Board 3]] open.\n",
    // Observations in small Roman figures.
    "2. What we saw\n\nObservation i. The door was locked.\n\nObservation ii. The bell was broken.\n\nObservation iii. The light was on.\n\nObservation iv. The dog was loose.\n\n\
     3. Close\n\n3.1 Of [[observations ii to iv::ref ok Observation ii, Observation iii, Observation iv]] the last is the gravest; [[observation vi::ref dangling > none]] was struck out. An observation chart was kept.\n",
    // Matters in a table, cited in the text.
    "2. What came up\n\nMatter | What was said | By whom\n1 | The bus is late. | School\n2 | The shop is shut. | Neighbour\n3 | The phone is lost. | Mother\n4 | The bed is wet. | Health visitor\n\n\
     3. Close\n\n3.1 The review kept [[matters 1 and 4::ref ok Matter 1, Matter 4]] and let [[matter 2::ref ok Matter 2]] go. [[Matter 9::ref dangling > none]] is not in the table. It does not matter 2 weeks later.\n",
    // Points for reflection, in words.
    "2. Learning\n\nPoint for Reflection One: Ask twice.\n\nPoint for Reflection Two: Wait.\n\n\
     3. Close\n\n3.1 Staff liked [[Point for Reflection Two::ref ok Point for Reflection Two]]. All [[points for reflection one and two::ref ok Point for Reflection One, Point for Reflection Two]] are on a card.\n",
    // Missed chances of several words, by their last word and by initials.
    "2. Chances\n\nMissed Chance 1: The ear\n\n2.1 The ear was seen.\n\nMissed Chance 2: The arm\n\n2.2 The arm was seen.\n\n\
     3. Close\n\n3.1 [[Missed Chance 1::ref ok Missed Chance 1]] is the graver; [[Chance 2::ref ok Missed Chance 2]] came too late, as [[MC2::ref ok Missed Chance 2]] shows. There was a chance 2 days before.\n",
    // A compound number, in a plan without words for it.
    "2. Findings\n\nFinding A(i). The wound was dressed in the hall.\n\nFinding A(ii). The alarm was not fitted.\n\nFinding B(i). The sister was not rung.\n\n\
     3. Recommendations\n\nRecommendation 1, to the Trust: that nurses look at the room. ([[Finding A(i)::ref ok Finding A(i)]])\n\n\
     Recommendation 2, to the Fire Service: that no visit ends on a card. ([[A(ii)::ref ok Finding A(ii)]])\n\n\
     Recommendation 3, to the Council: that sisters are rung. ([[Findings A(ii) and B(i)::ref ok Finding A(ii), Finding B(i)]])\n",
    // A table whose titles are its own, judged by its cells.
    "2. Findings\n\nFinding One: Nobody rang\n\n2.1 Nobody rang.\n\nFinding Two: Nobody wrote\n\n2.2 Nobody wrote.\n\n3. The way ahead\n\n\
     Job | Answers | The thing itself | Who has it | Its day | The mark\n\
     1 | [[F1::ref ok Finding One]] | [[Ring every parent::action owner=\"Head Teacher\" date=\"4 May 2023\" check=no status=completed response=no]] who stays away | Head Teacher | 4 May 2023 | Done\n\
     2 | [[F2::ref ok Finding Two]] | [[Write to every landlord::action owner=\"Housing Officer\" date=\"9 June 2023\" check=no status=outstanding response=no]] who does not answer | Housing Officer | 9 June 2023 | Not begun\n\
     3 | [[2.2::ref ok 2.2]] | [[Send a card::action owner=\"School Nurse\" date=\"1 July 2023\" check=no status=in-progress response=no]] to each house | School Nurse | 1 July 2023 | Under way\n\n\
     4. Close\n\n4.1 The board will return to [[jobs 1 and 3::ref ok Job 1, Job 3]].\n",
];

#[test]
fn papers_with_words_of_their_own_are_followed() {
    let catalogue = Catalogue::builtin().unwrap();
    let mut wrong = Vec::new();
    for (at, paper) in PAPERS.iter().enumerate() {
        let planted = Planted::parse(&format!("{HEAD}{paper}")).unwrap();
        let text = input::read("paper.txt", planted.content.as_bytes()).unwrap();
        let mut tally = LinkTally::default();
        tally.add("paper.txt", &planted, &scan(text, &catalogue, None));
        let faults = tally.outcomes.iter().filter(|it| !it.what.contains('/'));
        wrong.extend(faults.map(|it| format!("{at}: {} {} {} “{}”", it.place, it.fault, it.what, it.quote)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
