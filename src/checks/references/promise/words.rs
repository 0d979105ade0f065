//! The classes of `words` by which a clause about a plan, a recommendation or an action is weighed. A class is closed: a word
//! is in it for its sense alone, and weighs what [`super::weights`] says its class does.

/// One class: its name and its words, lower case.
pub(super) type Class = (&'static str, &'static str, &'static [&'static str]);

/// Words that deny.
#[rustfmt::skip]
pub(super) const DENY: &[&str] = &[
    "not", "no", "never", "nor", "none", "neither", "nothing", "nowhere", "cannot", "without", "fails", "failed", "fail", "omits", "omit",
    "omitted", "silent", "unanswered", "unaddressed", "declined", "decline", "refrain", "refrains", "resisted", "unnecessary", "vain", "outside",
    "lacks", "lack", "needless", "hardly", "against", "absent", "missing", "rather", "instead",
];

/// What a plan does to a matter, or is done to it there.
#[rustfmt::skip]
pub(super) const HOLD: &[&str] = &[
    "addressed", "addresses", "address", "covered", "covers", "cover", "dealt", "deals", "deal", "picked", "picks", "pick", "taken", "takes", "take",
    "taking", "forward", "reflected", "reflects", "included", "includes", "include", "including", "contains", "contained", "captured", "incorporated",
    "answered", "answers", "answer", "responded", "responds", "respond", "resolved", "resolve", "tackled", "tackles", "tackle", "governed",
    "settled", "settles", "revisited", "returns", "return", "remedied", "remedy", "met", "carried", "carries", "carry", "progressed", "directed",
    "aimed", "aims", "explored", "followed", "describes", "described", "detailed", "explained", "sets", "set", "outlined", "found", "find", "appear",
    "appears", "feature", "features", "featured", "figure", "figures", "listed", "touches", "touched", "built", "written", "inserted", "placed", "added",
    "put", "retained", "translated", "turned", "become", "becomes", "became", "made", "propose", "proposed", "offered", "framed", "assigned",
    "given", "attracts", "earned", "receive", "receives", "allotted", "secured", "form", "forms", "part", "subject", "object", "matter", "belongs",
    "rests", "lies", "stands", "seek", "seeks", "embedded", "promised", "undertaken", "undertakes", "committed", "commits", "commissioned", "agreed",
    "planned", "raised", "issued", "provided", "provides", "actioned", "acted", "recorded", "noted", "developed", "identified", "managed",
];

/// How an answer comes to be made.
#[rustfmt::skip]
pub(super) const MAKE: &[&str] = &[
    "made", "make", "makes", "making", "propose", "proposed", "proposes", "offer", "offered", "inserted", "added", "agreed", "put", "framed", "set",
    "asked", "included", "contains", "carries", "attracts", "drafted", "written", "raised", "identified", "created", "developed", "recorded",
];

/// Words that leave open whether it is so.
#[rustfmt::skip]
pub(super) const OPEN: &[&str] = &[
    "should", "could", "might", "may", "ought", "must", "unless", "whether", "if", "yet", "hope", "hopes", "hoped", "wish", "wishes", "hard",
    "difficult", "unclear", "clear", "until",
];

/// What the matter at hand is called.
#[rustfmt::skip]
pub(super) const THIS: &[&str] = &[
    "this", "these", "it", "that", "those", "they", "both", "which", "what", "such", "point", "matter", "issue", "gap", "regard", "respect", "effect",
    "end", "concern", "question", "problem", "finding", "weakness", "failing", "difficulty", "difficulties", "omission", "shortcoming", "lesson",
    "learning", "topic", "theme", "subject",
];

/// How a plan works.
#[rustfmt::skip]
pub(super) const WORKS: &[&str] = &[
        "timescale", "timescales", "progress", "monitored", "monitor", "monitoring", "implementation", "implemented", "implement", "quarterly",
        "monthly", "lead", "leads", "owner", "owners", "column", "columns", "red", "amber", "green", "rated", "rating", "rag", "updated", "update",
        "updates", "status", "deadline", "deadlines", "signed", "delivery", "delivered", "oversee", "overseen", "live", "document", "completed",
        "complete", "completion", "evidence", "date", "dates", "month", "reported", "reports", "reporting", "outstanding", "meeting", "overtaken",
        "circulated", "line", "letter",
    ];

/// Those who write the paper.
#[rustfmt::skip]
pub(super) const AUTHOR: &[&str] = &[
    "we", "i", "panel", "author", "authors", "reviewer", "reviewers", "review", "board", "partnership", "report", "our", "my", "chair", "independent",
    "overview", "partners", "committee",
];

/// Auxiliaries of a passive.
pub(super) const BEING: &[&str] = &["is", "are", "has", "have", "been", "was", "be", "being"];

/// Classes that weigh by whether they stand before or after the noun; the names of both.
#[rustfmt::skip]
pub(super) const SIDED: &[Class] = &[
    ("before-modal", "after-modal", &[
        "should", "would", "might", "could", "may", "ought", "must", "needs", "need", "if", "whether", "unless", "until", "had",
    ]),
    ("before-wish", "after-wish", &[
        "hopes", "hope", "hoped", "wish", "wishes", "suggested", "suggests", "considered", "consider", "considers", "decide", "asked", "asks",
        "wondered", "ask", "expected", "reflect", "bear",
    ]),
    ("before-ask", "after-ask", &["why", "how", "who", "whose"]),
    ("before-past", "after-past", &[
        "was", "were", "had", "did", "wrote", "said", "told", "came", "went", "made", "agreed", "drew", "put", "asked", "gave", "recorded", "noted",
        "raised", "became", "produced", "required", "concluded", "followed", "began", "met", "took", "felt", "thought",
    ]),
    ("before-present", "after-present", &["is", "are", "has", "have", "be", "been", "being"]),
    ("before-will", "after-will", &["will", "shall"]),
    ("before-this", "after-this", THIS),
    ("before-hence", "after-hence", &[
        "hence", "therefore", "accordingly", "consequently", "thus", "so", "results", "result", "leading", "leads", "led", "prompted", "arising",
        "gives", "reason", "because", "nonetheless",
    ]),
    ("before-hold", "after-hold", HOLD),
    ("before-author", "after-author", AUTHOR),
    ("before-place", "after-place", &[
        "below", "later", "end", "appendix", "annex", "annexe", "final", "chapter", "section", "following", "follows", "follow", "accompanying",
        "accompanies", "attached", "overleaf", "conclusion", "concluding", "conclude", "conclusions", "close", "next", "elsewhere", "above", "back",
        "table", "alongside",
    ]),
    ("before-see", "after-see", &["see", "refer", "refers", "please"]),
    ("before-works", "after-works", WORKS),
    ("before-other", "after-other", &[
        "mother", "father", "mother's", "father's", "parents", "parent's", "parents'", "family's", "child's", "children's", "baby's", "coroner",
        "coroner's", "ofsted", "inspectors", "inspectorate", "inspection", "court", "judge", "cafcass", "conference", "core", "strategy", "marac",
        "midwife", "visitor", "visitor's", "worker", "worker's", "gp", "consultant", "paediatrician", "school's", "teacher", "officer", "officer's",
        "landlord", "manager's", "her", "his", "he", "she", "him", "imr", "imrs", "national", "secretary", "government", "minister", "ombudsman",
        "regulator", "cqc", "commission", "order", "earlier", "previous", "former", "internal", "team's", "trust's", "employer", "adult's", "carer's",
        "sister's", "grandmother", "husband's", "partner's", "union's", "guardian",
    ]),
    ("before-commit", "after-commit", &[
        "undertook", "undertaken", "undertakes", "promised", "promises", "promise", "pledged", "pledge", "accepts", "accepted", "accept", "resolved", "resolves", "intends", "intended",
        "means", "meant", "committed", "commits", "assured", "decided", "determined", "bound", "agreed", "agrees", "commitment", "undertaking", "amends", "signed",
    ]),
    ("before-remedy", "after-remedy", &[
        "remedy", "remedies", "remedied", "response", "responses", "answer", "answers", "provision", "place", "part", "share", "contribution", "scheme", "redress", "cure", "cured",
        "mend", "mended", "mends", "correct", "corrects", "corrected", "right", "close", "closes", "closed", "tackle", "tackled", "solution", "change", "changed", "amends", "enshrined",
        "hand", "heart", "rise", "risen", "something", "things", "work", "support",
    ]),
    ("before-time", "after-time", &[
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "week", "weeks", "months", "yesterday", "then", "afterwards", "subsequently",
        "spring", "summer", "autumn", "winter", "previously", "already", "since",
    ]),
];

/// What a plan is called that is somebody's and no answer to a review.
#[rustfmt::skip]
pub(super) const ANOTHERS_PLAN: &[&str] = &[
    "care", "child", "protection", "safety", "support", "discharge", "crisis", "family", "sentence", "school", "health", "treatment", "birth",
    "pre-birth", "prebirth", "escape", "contingency", "cin", "need", "lesson", "business", "recovery", "education", "transition", "exit", "housing",
    "repayment", "money", "marac", "performance", "wellbeing", "well-being", "contact", "placement", "pathway", "parenting", "behaviour", "feeding",
    "management", "risk", "cp", "lap", "ehcp", "ehc", "personal", "visiting", "attendance", "financial", "reunification", "step-down", "home",
    "parallel", "permanence", "supervision", "sleep", "meal", "staffing", "development", "training", "recruitment", "winter", "floating",
];

/// What the plan that answers a review is called.
#[rustfmt::skip]
pub(super) const OWN_PLAN: &[&str] = &[
    "action", "actions", "multi-agency", "multiagency", "single-agency", "agency", "partnership", "partnership's", "board's", "board", "overview",
    "composite", "response", "improvement", "learning", "implementation", "attached", "accompanying", "following", "our", "overarching",
    "integrated", "combined", "joint", "review's", "final", "agreed", "published", "resulting", "outline", "agencies'", "partners'", "agencies",
    "own", "schedule", "review", "change", "delivery", "safeguarding", "commitments", "commitment", "multi",
];
