//! Acronyms: undefined, late, redefined, unused.

use super::{hold, said_of};

#[test]
fn acronyms_that_nobody_spells_out() {
    hold(
        "acronym-undefined",
        &[
            (
                "The case was sent to VLPX in May. Nothing came back from VLPX.",
                &["acronym-undefined VLPX"],
            ),
            ("A referral was made to the BFTS by the school nurse.", &["acronym-undefined BFTS"]),
            ("4.2 The QRT met twice and the QRT closed the case.", &["acronym-undefined QRT"]),
            (
                "- feedback to the September WVCE Delivery Board is due",
                &["acronym-undefined WVCE"],
            ),
            (
                "Who\tWhat\tWhen\nTHBS worker\tVisit the family\tMay\nGP\tWrite a letter\tJune\n",
                &["acronym-undefined THBS"],
            ),
            (
                "The family had known the OTRs for years before they met.",
                &["acronym-undefined OTR"],
            ),
            ("The GDVSS service was told, and it rang the mother.", &["acronym-undefined GDVSS"]),
            (
                "Both parents saw the JKT and were discharged by the JKT in the spring.",
                &["acronym-undefined JKT"],
            ),
            (
                "No link was made with PQRS (see below) by the hospital.",
                &["acronym-undefined PQRS"],
            ),
            ("The HBT\u{2019}s view was that the risk was low.", &["acronym-undefined HBT"]),
        ],
    );
}

#[test]
fn acronyms_that_may_stand() {
    let fine = [
        "The GP, the NHS, CAMHS, A&E and the police in the UK met. SEN was discussed.",
        "AB told JK that MH was at home. TL and KB were there.",
        "Child AB was seen, and Mr JKL rang Ms DEF.",
        "MM (mother) and FF (father) attended. MM was angry.",
        "Part II and Section XIV apply.",
        "They live at GL1 2QX near EC1A 1BB.",
        "IMPORTANT INFORMATION FOR ALL STAFF\n\nThis must NOT be shared. It is not to be copied.",
        "The Valley Long Term Plan Exchange (VLPX) met in May. VLPX closed it.",
        "VLPX (Valley Long Plan Exchange) met in May.",
        "The local Bright Futures Team Service met. Later the BFTS closed the case.",
        "Acronyms\n\nBFTS - Bright Futures Team Service\nQRT - Quick Response Team\n\n1. Introduction\n\n1.1 The BFTS and the QRT met.",
        "Reference ABX 1234 and form DS1500 were sent. See www.XYZ.org and QRS-17.",
        "The Harrow Vale Young Persons\u{2019} Group [HVYPG] met, and HVYPG chose a name.",
        "Term\tMeaning\nQRT\tQuick Response Team\nBFTS\tBright Futures Team Service\n\nThe QRT met the BFTS.",
        "Parents trust the BOOST service, and they liked the SPARK project.",
        "The group named itself \u{2018}MOMO\u{2019} that year.",
        "Gordale Hospitals NHS Foundation Trust replied. The GHNHSFT plan was late.",
        "The plan was MUST DO and the child was in PLAN B.",
        "ACTION AP1: KB to ring. ACTION AP2: TL to write.",
        "The family were known to the child exploitation and missing hub, the child exploitation and missing hub being new. CEMH rang.",
    ];
    hold("acronym-undefined", &fine.map(|text| (text, &[][..])));
}

#[test]
fn acronyms_that_come_late() {
    hold(
        "acronym-late",
        &[
            (
                "1.1 The QRT met in May.\n\n1.2 The Quick Response Team (QRT) closed the case.",
                &["acronym-late QRT"],
            ),
            (
                "The BFTS saw her.\n\nThe Bright Futures Team Service (\u{2018}BFTS\u{2019}) is new.",
                &["acronym-late BFTS"],
            ),
            (
                "CAMHS saw her.\n\nThe Child and Adolescent Mental Health Services (CAMHS) wrote.",
                &["acronym-late CAMHS"],
            ),
            (
                "- the QRTs met\n- nobody rang\n\nA Quick Response Team (QRT) is a team of three.",
                &["acronym-late QRT"],
            ),
            ("The QRT met.\n\nThe QRT (Quick Response Team) met again.", &["acronym-late QRT"]),
            ("The Quick Response Team (QRT) met.\n\nThe QRT met again.", &[]),
            (
                "The Quick Response Team met. The QRT rang.\n\nThe Quick Response Team (QRT) met again.",
                &[],
            ),
            ("The NHS paid.\n\nThe National Health Service (NHS) is free.", &[]),
            (
                "The QRT met.\n\nGlossary\n\nQRT - Quick Response Team\nBFTS - Bright Futures Team Service",
                &[],
            ),
            ("QRT meeting\n\nThe Quick Response Team (QRT) met. The QRT met again.", &[]),
            ("The JS plan failed.\n\nJane Smith (JS) wrote it.", &[]),
            (
                "Contents\n\n1. The QRT ..... 2\n2. The plan ..... 3\n3. The end ..... 4\n\n1. The Quick Response Team (QRT)\n\nThe QRT met.",
                &[],
            ),
        ],
    );
}

#[test]
fn terms_of_the_field_where_others_are_spelled_out() {
    let lead = "The multi-agency safeguarding hub (MASH) met. The MASH wrote.\n\n";
    for (rest, expected) in [
        ("The officers sent a PPN on the next day.", &["acronym-undefined PPN"][..]),
        ("The nurse asked CAMHS and the GP.", &[]),
        ("The PPN, the SGO and the RSL were late.", &[]),
        (
            "Short forms: PPN, police protection notice; RSL, registered social landlord.\n\nThe PPN and the RSL were late.",
            &[],
        ),
    ] {
        hold("acronym-undefined", &[(&format!("{lead}{rest}"), expected)]);
    }
    hold(
        "acronym-undefined",
        &[
            ("The PPN was sent, and the RSL wrote.", &[]),
            ("The report is DONE, and the other is WAITING.", &[]),
        ],
    );
    hold("acronym-undefined", &[("The BRTQ worker came late.", &["acronym-undefined BRTQ"])]);
}

#[test]
fn terms_with_a_small_letter_and_near_expansions() {
    hold(
        "acronym-unused",
        &[(
            "A Deprivation of Liberty Safeguards (DoLS) authorisation was not needed.",
            &["acronym-unused DoLS"],
        )],
    );
    hold(
        "acronym-redefined",
        &[
            (
                "The National Referral Mechanism (NRM) was used.\n\nThe National Reporting Mechanism (NRM) form was late.",
                &["acronym-redefined NRM"],
            ),
            (
                "The Independent Review Officer (IRO) came.\n\nThe second Independent Reviewing Officer (IRO) drove.",
                &["acronym-redefined IRO"],
            ),
            (
                "The Independent Domestic Violence Adviser (IDVA) came.\n\nThe Independent Domestic Abuse Advocacy (IDVA) service wrote.",
                &["acronym-redefined IDVA"],
            ),
        ],
    );
    hold(
        "acronym-late",
        &[
            (
                "| Date | Body |\n|---|---|\n| 3 May 2019 | Seen by the QRT |\n\nThe Quick Response Team (QRT) closed the case. The QRT wrote.",
                &["acronym-late QRT"],
            ),
            (
                "The QRT chair met on Monday. The Quick Response Team (QRT) closed the case on Friday.",
                &["acronym-late QRT"],
            ),
        ],
    );
}

#[test]
fn acronyms_with_two_meanings() {
    hold(
        "acronym-redefined",
        &[
            (
                "The Child Protection Conference (CPC) met.\n\nThe Case Planning Conference (CPC) did not.",
                &["acronym-redefined CPC"],
            ),
            (
                "The Multi Agency Safeguarding Hub (MASH) rang.\n\nThe Multi Agency Service Hub (MASH) did not.",
                &["acronym-redefined MASH"],
            ),
            (
                "An IDVA (Independent Domestic Violence Adviser) came.\n\nThe Independent Domestic Violence Advocate (IDVA) left.",
                &["acronym-redefined IDVA"],
            ),
            (
                "Children\u{2019}s Social Care (CSC) rang.\n\nChildren Social Care (CSC) rang back.",
                &[],
            ),
            (
                "The Multi-Agency Safeguarding Hub (MASH) rang.\n\nThe multi agency safeguarding hub (MASH) rang.",
                &[],
            ),
            ("The Safeguarding Adults Board (SAB) and the Safeguarding Adult Board (SAB).", &[]),
            ("Mark Hall (MH) rang.\n\nHis mental health (MH) was poor.", &[]),
            (
                "The Local Safeguarding Children Board (LSCB) met.\n\nThe Local Safeguarding Childrens Boards (LSCBs) met.",
                &[],
            ),
        ],
    );
}

#[test]
fn acronyms_that_are_never_used() {
    hold(
        "acronym-unused",
        &[
            ("The Quick Response Team (QRT) met. It closed the case.", &["acronym-unused QRT"]),
            (
                "Acronyms\n\nQRT - Quick Response Team\nBFTS - Bright Futures Team Service\n\n1. Introduction\n\n1.1 The BFTS met.",
                &["acronym-unused QRT"],
            ),
            ("Personal Learning Plans (PLPs) were made. They were good.", &["acronym-unused PLP"]),
            ("The Quick Response Team (QRT) met. The QRT\u{2019}s view was clear.", &[]),
            ("The Quick Response Team (QRT) met. Both QRTs were there.", &[]),
            ("The Quick Response Team (QRT) met.\n\nQRT\n\nIt was new.", &[]),
            ("She saw a QRT (quick response team) that day.", &[]),
            ("The family met Jane Smith (JS). She rang.", &[]),
            ("Child Adolescent Health Team (CAHT) rang. Caht rang again.", &[]),
            (
                "The boy (BB) was seen, and the Quick Response Team (QRT) met. See the QRT-led plan.",
                &[],
            ),
        ],
    );
    let minutes =
        "Core group meeting\n\nPresent: Ann Lee, Chair\n\nNote taker: Pastoral Administrator (PA)\n\nApologies: none\n\nActions agreed\n";
    assert_eq!(said_of("minutes.txt", minutes, "acronym-unused"), Vec::<String>::new());
}

#[test]
fn a_glossary_ends_where_sentences_begin() {
    let content = "Overview report of a review\n\nGlossary\n\nCSP     Community Safety Partnership\nDHR     domestic homicide review\n\n1. The CSP held a DHR in the spring, and those who had known them both were asked what they had seen in the years before it.\n\n2. The adviser passed the file to the HBRP, and no reply came.\n";
    hold("acronym-undefined", &[(content, &["acronym-undefined HBRP"])]);
}
