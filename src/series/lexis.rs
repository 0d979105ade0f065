//! A `lexis` is a closed list of words of meetings and what each does in a sentence: the lists by which two minutes are compared.
//!
//! The lists are our own, drawn from the way in which British minutes are written. Whatever stands in none of them counts as a word
//! of the matter, and a changed word of the matter is never passed over.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Holds the sentence together: "the", "about".
    Filler,
    /// "to", which may stand for "will".
    To,
    /// Says that something is said: "stated", "noted".
    Saying,
    /// Is: "is", "are".
    Is,
    /// Was: "was", "were".
    Was,
    /// Has been.
    Done,
    /// "he", "her".
    Pronoun,
    /// A word of the matter.
    Matter,
    /// Who somebody or what some body is: "mother", "police".
    Role,
    /// Turns the sense: "from", "after", "or".
    Turn,
    /// How much or how often: "most", "weekly".
    Much,
    /// "may", "must".
    Sure,
    /// "will", "to be".
    Will,
    /// How things stand: "ongoing", "high", "improved".
    Status,
    /// A name, initials or a title.
    Name,
    /// A time of the day.
    Time,
    /// A date, a month or a weekday.
    Date,
    /// A number.
    Number,
    /// "not", "no longer".
    Denial,
}

const FILLER: &str = "a an the that this these those of in at on for by with about regarding around as and so also then there it its which who whom whose be \
    been being do does did now just have has had having however therefore still already because since though although but where when while whilst wherever \
    out am e g i s w c";
const SAYING: &str = "say says said state states stated report reports reported advise advises advised inform informs informed tell tells told note notes noted \
    explain explains explained confirm confirms confirmed";
const ROLE: &str = "mother father parent parents grandmother grandfather grandparents aunt uncle brother sister sibling siblings partner carer carers sw hv fsw dsl gp \
    police school nursery midwife housing probation health landlord teacher doctor nurse iro idva ya lawyer solicitor psychologist camhs midwifery csc asc yos yot \
    chair administrator manager victim perpetrator";
const TURN: &str =
    "from before after until till into off up down under over against above below or unless if except instead towards onto through than";
const MUCH: &str = "all some most many few several each every both only half more less fewer least always sometimes occasionally often rarely usually regularly \
    irregularly frequently partially partly mostly fully completely once twice other another any enough further first last next previous";
const STATUS: &str = "high medium low standard moderate good poor adequate inadequate satisfactory fair improved improving improves improve deteriorated deteriorating \
    deteriorate worsened worse better increase increased increasing decrease decreased decreasing reduced rise fall gained lost accepted accept declined \
    rejected refused refuse open opened close closed completed complete outstanding ongoing started start begun began pending achieved overdue superseded done \
    place placed remove removed removal stop stopped end ended ends continue continues continued continuing stable unstable safe unsafe able unable likely \
    unlikely willing unwilling together apart present absent positive negative clean dirty substantiated unsubstantiated unfounded regular irregular \
    physical emotional sexual neglect interim full hoped certain healthy unwell ill progress hold agreed disagreed married separated divorced allowed \
    granted signed unsigned sober drunk drinking employed unemployed met unmet known unknown happy unhappy settled unsettled red amber green withdrawn withdraw";
const SURE: &str = "may might could should ought must would can";
const DENIAL: &str =
    "not no never none neither nor nobody nothing without fail fails failed failing lack lacks lacked lacking nowhere cease ceased";

/// Words that mean the same, each written as the last of its row.
const SAME: &str = "mum=mother mam=mother mummy=mother mums=mother dad=father daddy=father dads=father nan=grandmother grandma=grandmother granddad=grandfather everyone=everybody \
    anyone=anybody residing=living reside=live resides=lives shall=will commenced=started requested=asked requests=asks utilise=use utilises=uses children's=children \
    childrens=children kids=children assist=help assists=helps assisted=helped ring=telephone rang=telephoned phone=telephone phoned=telephoned whilst=while \
    attempted=tried throughout=through percent=% regards=regarding ltd=limited mins=minutes hrs=hours hr=hour doc=doctor midday=noon wherever=where organise=arrange organised=arranged \
    organising=arranging he's=he him=he his=he himself=he her=she hers=she herself=she them=they their=they theirs=they were=was are=is \
    appt=appointment appts=appointments mtg=meeting ref=referral yr=year yrs=years wk=week wks=weeks professionals=professional members=member";

/// Phrases and what they are written as; the longest that fits is taken.
const PHRASES: &[(&str, &str)] = &[
    ("health visitor", "hv"),
    ("health visitors", "hv"),
    ("social worker", "sw"),
    ("social workers", "sw"),
    ("family support worker", "fsw"),
    ("designated safeguarding lead", "dsl"),
    ("domestic abuse", "da"),
    ("domestic violence", "da"),
    ("dv", "da"),
    ("child protection", "cp"),
    ("child in need", "cin"),
    ("independent domestic violence advocate", "idva"),
    ("independent domestic violence adviser", "idva"),
    ("independent domestic violence advisor", "idva"),
    ("safeguarding adults board", "sab"),
    ("integrated care board", "icb"),
    ("clinical commissioning group", "ccg"),
    ("youth offending service", "yos"),
    ("youth offending team", "yot"),
    ("paternal grandmother", "pgm"),
    ("maternal grandmother", "mgm"),
    ("paternal grandfather", "pgf"),
    ("maternal grandfather", "mgf"),
    ("child sexual exploitation", "cse"),
    ("sexual exploitation", "cse"),
    ("children services", "csc"),
    ("children social care", "csc"),
    ("adult social care", "asc"),
    ("adults social care", "asc"),
    ("adult services", "asc"),
    ("looked after child", "lac"),
    ("family group conference", "fgc"),
    ("independent reviewing officer", "iro"),
    ("initial child protection conference", "icpc"),
    ("icpc", "icpc"),
    ("review child protection conference", "rcpc"),
    ("local authority designated officer", "lado"),
    ("local authority", "la"),
    ("education health and care plan", "ehcp"),
    ("special educational needs", "sen"),
    ("child and adolescent mental health services", "camhs"),
    ("child and adolescent mental health service", "camhs"),
    ("multi agency risk assessment conference", "marac"),
    ("legal planning meeting", "lpm"),
    ("team around the family", "taf"),
    ("core group", "coregroup"),
    ("business manager", "businessmanager"),
    ("speech and language therapy", "salt"),
    ("speech and language", "salt"),
    ("accident and emergency", "ae"),
    ("a and e", "ae"),
    ("a e", "ae"),
    ("general practitioner", "gp"),
    ("cpp", "cp plan"),
    ("community psychiatric nurse", "cpn"),
    ("mental health", "mh"),
    ("young person", "yp"),
    ("action plan", "actionplan"),
    ("substance misuse", "substances"),
    ("section 47", "s47"),
    ("s 47", "s47"),
    ("did not attend", "not attend"),
    ("dna", "not attend"),
    ("was not brought", "not brought"),
    ("nfa", "no further action"),
    ("per cent", "%"),
    ("every fortnight", "every 2 week"),
    ("fortnightly", "every 2 week"),
    ("once a week", "every week"),
    ("each week", "every week"),
    ("weekly", "every week"),
    ("monthly", "every month"),
    ("daily", "every day"),
    ("on a daily basis", "every day"),
    ("on a weekly basis", "every week"),
    ("on a monthly basis", "every month"),
    ("on a regular basis", "regularly"),
    ("a fortnight", "2 week"),
    ("at this time", ""),
    ("at present", ""),
    ("currently", ""),
    ("at the moment", ""),
    ("presently", ""),
    ("in order to", "to"),
    ("carried forward", ""),
    ("c f", ""),
    ("b f", ""),
    ("brought forward", ""),
    ("up to date", "uptodate"),
    ("a s a p", "asap"),
    ("as soon as possible", "asap"),
    ("is to", "will"),
    ("are to", "will"),
    ("going to", "will"),
    ("is going to", "will"),
    ("are going to", "will"),
    ("was to", "will"),
    ("to be", "will be"),
    ("is to be", "will be"),
    ("are to be", "will be"),
    ("has been", "hasbeen"),
    ("have been", "hasbeen"),
    ("had been", "hasbeen"),
    ("need to", "must"),
    ("needs to", "must"),
    ("have to", "must"),
    ("has to", "must"),
    ("cannot", "can not"),
    ("unable", "not able"),
    ("be able to", "can"),
    ("is able to", "can"),
    ("are able to", "can"),
    ("no longer", "not now"),
    ("in agreement", "agreed"),
    ("carry on", "continue"),
    ("carries on", "continues"),
    ("carried on", "continued"),
    ("twenty four", "24"),
    ("in progress", "ongoing"),
    ("on going", "ongoing"),
    ("under way", "ongoing"),
    ("underway", "ongoing"),
    ("not started", "outstanding"),
    ("no one", "nobody"),
    ("at home", "home"),
    ("where possible", "possible"),
    ("wherever possible", "possible"),
    ("in a timely manner", "timely"),
    ("he or she", "they"),
    ("his or her", "their"),
    ("with regard to", "regarding"),
    ("in relation to", "regarding"),
    ("in respect of", "regarding"),
    ("as well as", "and"),
    ("other than", "except"),
    ("apart from", "except"),
    ("prior to", "before"),
    ("due to", "because"),
    ("free of charge", "free"),
    ("meet with", "meet"),
    ("met with", "met"),
    ("call outs", "callouts"),
    ("call out", "callout"),
];

/// Past forms that no ending tells, and the words they come from.
const PAST: &str = "made=make went=go gone=go took=take taken=take gave=give given=give brought=bring came=come got=get kept=keep left=leave felt=feel found=find \
    held=hold heard=hear knew=know led=lead meant=mean met=meet paid=pay put=put read=read rang=ring ran=run sent=send set=set shown=show spoke=speak spoken=speak \
    spent=spend stood=stand thought=think wrote=write written=write drove=drive fell=fall bought=buy built=build began=begin begun=begin became=become chose=choose \
    chosen=choose drank=drink drunk=drink ate=eat eaten=eat grew=grow hid=hide hit=hit slept=sleep lost=lose sold=sell seen=see saw=see";

/// The phrases by their first word, longest first.
pub(super) type Phrases = HashMap<&'static str, Vec<(Vec<&'static str>, Vec<&'static str>)>>;

pub(super) static PHRASE_TABLE: LazyLock<Phrases> = LazyLock::new(|| {
    let mut table = Phrases::new();
    for &(from, to) in PHRASES {
        let from: Vec<&str> = from.split(' ').collect();
        table
            .entry(from[0])
            .or_default()
            .push((from, to.split(' ').filter(|word| !word.is_empty()).collect()));
    }
    table
        .values_mut()
        .for_each(|list| list.sort_by_key(|(from, _)| std::cmp::Reverse(from.len())));
    table
});

static KINDS: LazyLock<HashMap<&'static str, Kind>> = LazyLock::new(|| {
    let lists = [
        (MUCH, Kind::Much),
        (STATUS, Kind::Status),
        (ROLE, Kind::Role),
        (TURN, Kind::Turn),
        (SURE, Kind::Sure),
        (DENIAL, Kind::Denial),
        (SAYING, Kind::Saying),
        (FILLER, Kind::Filler),
        ("to", Kind::To),
        ("is", Kind::Is),
        ("was", Kind::Was),
        ("hasbeen", Kind::Done),
        ("will", Kind::Will),
        ("he she they i we you us our my your me", Kind::Pronoun),
        ("mr mrs ms miss mx dr prof sgt", Kind::Name),
        ("%", Kind::Matter),
        ("noon midnight", Kind::Time),
        ("today tomorrow yesterday asap", Kind::Date),
    ];
    lists
        .into_iter()
        .flat_map(|(words, kind)| words.split_whitespace().map(move |word| (word, kind)))
        .collect()
});

static SAME_AS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| pairs(SAME));
static PAST_OF: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| pairs(PAST));

fn pairs(list: &'static str) -> HashMap<&'static str, &'static str> {
    list.split_whitespace().filter_map(|pair| pair.split_once('=')).collect()
}

/// The word that `word`, in lower case, is written as.
pub(super) fn same(word: &str) -> &str {
    SAME_AS.get(word).copied().unwrap_or(word)
}

/// What `word`, in lower case, does; `None` when it is in no list.
pub(super) fn kind(word: &str) -> Option<Kind> {
    KINDS.get(word).copied()
}

/// Whether one of two words stands in a list, so that it is no slip for the other.
pub(super) fn kind_of_either(one: &[char], other: &[char]) -> bool {
    let listed = |word: &[char]| kind(&word.iter().collect::<String>()).is_some();
    listed(one) || listed(other)
}

/// Whether `word`, in lower case, tells of what has been.
pub(super) fn is_past(word: &str) -> bool {
    PAST_OF.contains_key(word) || (word.len() > 4 && word.ends_with("ed") && word != "need")
}

/// The stem by which forms of one word are known: "visit" of "visits", "visited", "visiting". Suffixes alone are taken away, so that
/// some stems are no words.
pub(super) fn stem(word: &str) -> String {
    if let Some(base) = PAST_OF.get(word) {
        return (*base).to_owned();
    }
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(word);
    let bare = if word.len() > 5 && word.ends_with("ing") {
        &word[..word.len() - 3]
    } else if word.len() > 4 && word.ends_with("ied") || word.len() > 4 && word.ends_with("ies") {
        return format!("{}y", &word[..word.len() - 3]);
    } else if word.len() > 4 && ["ed", "ses", "xes", "zes", "ches", "shes"].iter().any(|end| word.ends_with(end)) {
        &word[..word.len() - 2]
    } else if word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        &word[..word.len() - 1]
    } else {
        word
    };
    if bare.len() + 2 <= word.len() && lacks_e(bare) {
        return format!("{bare}e");
    }
    let undoubled = bare.len() > 4 && {
        let bytes = bare.as_bytes();
        let last = bytes[bytes.len() - 1];
        last == bytes[bytes.len() - 2] && !matches!(last, b'l' | b's' | b'z' | b'e' | b'o') && bare.len() < word.len()
    };
    let bare = if undoubled { &bare[..bare.len() - 1] } else { bare };
    let bare = if bare.len() > 4 {
        bare.strip_suffix('e').unwrap_or(bare)
    } else {
        bare
    };
    bare.to_owned()
}

/// Whether three letters are what is left of a word in -e: "liv" of "lived"; "ask" and "pay" are whole.
fn lacks_e(bare: &str) -> bool {
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    match bare.as_bytes() {
        &[one, two, three] => !vowel(one) && vowel(two) && !vowel(three) && !matches!(three, b'w' | b'x' | b'y'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for (one, other) in [
            ("visit", "visiting"),
            ("arrange", "arranged"),
            ("stop", "stopped"),
            ("children", "children's"),
            ("agencies", "agency"),
            ("concern", "concerns"),
            ("made", "make"),
            ("lives", "lived"),
            ("asks", "asked"),
            ("continue", "continuing"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_ne!(stem("safe"), stem("unsafe"));
        assert_ne!(stem("mother"), stem("brother"));
    }
}
