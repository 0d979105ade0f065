//! Quotation marks with and without a partner.

use super::hold;

#[test]
fn marks_without_a_partner() {
    hold(
        "unpaired",
        &[
            (
                "The log said \u{201c}no concerns were seen. Nobody asked again.",
                &["unpaired-quotation \u{201c}no"],
            ),
            (
                "The log said no concerns\u{201d} were seen by the worker.",
                &["unpaired-quotation concerns\u{201d}"],
            ),
            (
                "The letter said \"she is safe and nobody rang her back.",
                &["unpaired-quotation \"she"],
            ),
            (
                "A practice guide\u{201d} was issued in 2016, and a \u{201c}toolkit\u{201d} after it.",
                &["unpaired-quotation guide\u{201d}"],
            ),
            (
                "He was called \u{201c}hard to reach by one, and \u{201c}difficult\u{201d} by another.",
                &["unpaired-quotation \u{201c}hard"],
            ),
            (
                "She said \u{2018}he never hits me and then left the room.",
                &["unpaired-quotation \u{2018}he"],
            ),
            (
                "The school wrote \u{201c}we were told \u{2018}not to worry\u{2019} by the team.",
                &["unpaired-quotation \u{201c}we"],
            ),
            (
                "7.1 The plan said \u{201c}visit weekly.\n\n7.2 Nothing came of it for months.\n\n7.3 It was then closed.",
                &["unpaired-quotation \u{201c}visit"],
            ),
            (
                "- The plan was \u{201c}robust and the visits were made.\n- The child was seen.",
                &["unpaired-quotation \u{201c}robust"],
            ),
            (
                "Date\tEvent\n5.1.15\tMother said \u{201c}fine to the nurse\n6.1.15\tNo reply at the door\n",
                &["unpaired-quotation \u{201c}fine"],
            ),
        ],
    );
}

#[test]
fn marks_that_only_seem_alone() {
    let fine = [
        "The boys' engagement, James's plan and the parents' views didn't count.",
        "The boys\u{2019} engagement, James\u{2019}s plan and the parents\u{2019} views didn\u{2019}t count.",
        "In the \u{2018}90s it wasn\u{2019}t so, and \u{2019}til then nobody asked.",
        "She was 5'2\" tall, and the cut was 3\" long.",
        "He said 'the boys' plan was poor and left it there.",
        "\u{201c}I was small then.\n\n\u{201c}Nobody asked me.\n\n\u{201c}I wish they had.\u{201d}",
        "The action was:\n\n\u{201c}Review the guidance so that there are:\n\n- full assessments\n\n- plans that are reviewed\u{201d}",
        "The letter said \u{201c}we have seen the child at home with his mother and she was in\n\ngood health and nothing more is needed\u{201d} and that was all.",
        "Noted as \u{201c}safe and well\u{201d} again (\u{201c}fine\u{201d}).",
        "It was \u{2018}fine\u{2019}, \u{2018}good\u{2019} and \u{2018}the boys\u{2019} best year\u{2019}.",
        "Item\tNote\nVisit\tseen at home\nVisit\t\"\n",
        "The \"three-stage\" test and the \"threshold\" were met.",
        "He told her \"she said 'go away' and left\" that night.",
    ];
    hold("unpaired", &fine.map(|text| (text, &[][..])));
}

#[test]
fn marks_that_figures_pages_and_lists_do_not_explain() {
    hold(
        "unpaired",
        &[
            (
                "The clutter was \"level 4\", and the nurses said that it was \"extreme and no more. Nobody took a photograph.",
                &["unpaired-quotation \"extreme"],
            ),
            (
                "The worker told us that it 'always felt like telling tales on colleagues.",
                &["unpaired-quotation 'always"],
            ),
            (
                "\u{201c}They asked him, \u{2018}Any changes? and he said no\u{201d}, said the sister.",
                &["unpaired-quotation \u{2018}Any"],
            ),
            (
                "4.1 The plan said \u{201c}visit weekly and nobody did.\n\n4.2 Nobody wrote.\n\n4.3 The log said none\u{201d} at the end.",
                &["unpaired-quotation \u{201c}visit", "unpaired-quotation none\u{201d}"],
            ),
            ("She rang on the 'phone and came by the 'bus that day, as always.", &[]),
            ("The 'phone rang twice. Nobody answered the phone.", &[]),
        ],
    );
}
