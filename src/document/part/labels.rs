//! The words that label the parts of an action, lower case.

use super::super::PartRole;

/// Words before a colon; titles of columns too. A label may hold more words after one of these.
#[rustfmt::skip]
pub(super) const LABELS: &[(PartRole, &[&str])] = &[
    (PartRole::Response, &[
        "response", "status", "rag", "rag status", "rag rating", "current status", "current position", "completion and outcome", "completion",
        "outcome and completion", "position", "progress status", "brag", "brag status", "brag rating", "rag rated", "rag and update",
        "status and comments", "status/comments", "status update", "status and date", "date of completion and outcome",
        "completion date and outcome", "date completed and outcome", "completed y/n", "completed (y/n)", "complete y/n", "open/closed",
        "open or closed", "implementation status", "delivery status", "where we are now", "where are we now", "position now", "rating", "progress rating",
    ]),
    (PartRole::Update, &[
        "update", "updates", "progress", "progress update", "comments", "comment", "notes", "action taken", "actions taken",
        "key milestones achieved", "milestones", "key milestones", "actions to date", "action to date", "action taken to date", "work to date",
        "progress to date", "progress so far", "what has happened", "what has been done", "what we have done", "latest position",
        "review of progress", "progress since last meeting", "position at last meeting",
    ]),
    (PartRole::Timescale, &[
        "timescale", "timescales", "time scale", "timeframe", "timeline", "by when", "deadline", "due", "due date", "due by", "target date",
        "completion date", "date", "date due", "when", "when by", "by", "by when?", "review date", "target", "date for completion",
        "date of completion", "timing", "timings", "frequency", "how often", "start date", "by date", "complete by", "to be done by", "finish by",
        "end date", "completed by", "by when and how often", "delivery date", "planned date", "date to be completed", "date to complete",
        "to be completed by", "completion by", "due for completion", "agreed date", "needed by", "expected by", "expected date", "date for review",
    ]),
    (PartRole::Outstanding, &[
        "outstanding", "outstanding actions", "still to do", "remaining", "still outstanding", "to be done",
    ]),
    (PartRole::Owner, &[
        "lead", "leads", "owner", "owners", "lead agency", "lead officer", "lead professional", "lead person", "responsible", "responsibility",
        "person responsible", "responsible person", "responsible agency", "responsible officer", "who", "by whom", "by who", "who by",
        "who will do it", "who is responsible", "led by", "action by", "accountable", "accountable lead", "lead/owner", "owner/lead", "agency",
        "assigned to", "persons responsible", "named person", "named lead", "named worker", "officer", "agencies", "lead worker", "professional",
        "initials", "whose job", "lead name", "lead for action", "leading", "who is doing it", "who will do this", "action owner", "action lead",
        "allocated to", "delegated to", "given to", "by", "sro", "delivery partner", "delivery partners", "lead partner", "lead and partners",
        "nominated lead", "who leads", "who's doing it", "who is going to do it", "who will help", "who will make it happen",
    ]),
    (PartRole::Check, &[
        "evidence", "outcome", "outcomes", "success measure", "success measures", "success criteria", "measure", "measures", "how will we know",
        "how we will know", "how will we know?", "impact", "outcome/impact", "outcome / impact", "desired outcome", "expected outcome", "assurance",
        "evidence of completion", "evidence of impact", "how measured", "what will success look like", "result", "results", "result we want",
        "results we want", "result wanted", "what we want", "what will be different", "what will change", "what good looks like", "desired result",
        "intended outcome", "intended result", "expected result", "target outcome", "sign of success", "signs of success", "success",
        "success looks like", "measure of success", "measures of success", "how it will be measured", "how we measure",
        "what difference will it make", "difference made", "evidence of progress", "kpi", "kpis", "key performance indicator",
        "indicators of success", "performance measure", "performance measures", "how monitored", "how will it be measured",
        "how will this be measured", "how will it be monitored", "how will we know it has worked", "how will we know it's working",
        "how will we know it is working", "how will we know this has happened", "how will we know it has made a difference",
        "how will we know things are better", "how do we know", "how would we know", "how will success be measured", "method of assurance",
        "assured by", "source of assurance", "what would show it", "what will be better", "what will be different for the child",
        "difference it will make", "target outcomes", "measurable outcome", "evidence/outcome", "evidence required", "evidence needed",
    ]),
    (PartRole::Body, &[
        "action", "actions", "what", "recommendation", "recommendations", "action to take", "action required", "actions required", "action needed",
        "what needs to happen", "task", "agreed action", "action agreed", "actions agreed", "action/recommendation", "what we will do",
        "what will be done", "what needs to be done", "proposed action", "who and how", "what and who", "what and how", "who does what",
        "who will do what", "what we agreed", "what was agreed", "what will happen", "what happens next", "what we will do next",
        "what we are going to do", "what do we need to do", "what will be done and by whom", "how we will do it", "how will this be done",
        "how will this be achieved", "steps", "step", "next step", "next steps", "tasks", "to do", "what is to be done", "what needs doing",
        "agreed actions", "intervention", "work to be done", "key actions", "specific action", "specific actions", "smart action", "planned action",
        "planned actions", "proposed actions", "discussion and action", "discussion/action", "discussion and actions", "discussion/actions",
        "issue and action", "item and action", "decision and action", "decisions and actions", "action/decision", "actions/decisions",
        "action point", "action points", "support to be offered", "what we need to do", "what are we going to do", "what are we doing",
        "what will we do", "what must happen", "what is going to happen", "action description", "description of action", "detail of action",
        "details of action", "agreed plan",
    ]),
];

/// Words that label a part as the title of a column alone: before a colon they may stand in any form.
#[rustfmt::skip]
pub(super) const TITLES: &[(PartRole, &[&str])] = &[
    (PartRole::Response, &[
        "done", "done?", "date completed", "completed on", "date closed", "closed on", "completed", "complete", "carried out", "carried out?", "actioned", "actioned?", "finished", "completed?", "complete?", "achieved", "achieved?", "met?", "state",
    ]),
    (PartRole::Update, &[
        "actions completed", "what happened", "commentary", "remarks",
    ]),
    (PartRole::Timescale, &[
        "how soon", "how long",
    ]),
    (PartRole::Owner, &[
        "name", "names", "initial", "organisation", "organisations", "service", "team", "whom",
    ]),
    (PartRole::Check, &[
        "indicator", "indicators", "monitoring", "proof", "test", "what will we see", "benefit", "difference", "goal", "aim", "change wanted",
    ]),
    (PartRole::Body, &[
        "key action", "decision", "decisions", "decision/action", "activity", "activities", "deliverable", "deliverables", "undertaking", "how",
        "what help", "what support",
    ]),
];

/// Titles of columns that open or close as others do and hold nothing of an action.
#[rustfmt::skip]
pub(super) const OTHERS: &[&str] = &[
    "date raised", "date added", "date opened", "date agreed", "date set", "date of meeting", "meeting date", "date of action", "date created", "date logged",
];
