//! `COMMON` are the commonest words of reviews and minutes, commonest first: a search for a phrase begins at a word
//! that is not among them. Counted over this project's own corpus.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Four hundred words in the order of their frequency, the first of them about one word in twenty.
const COMMON: &str = "\
the and to a in of was that is on it not had for she he with be child at this her by has mother there been one who as said have \
are about were no from what children review case or would should which abuse when they domestic his asked an action plan two did \
told family all worker home will police professionals if meeting report out time because social agency health serious father but \
need them how any three school under partnership safeguarding him made kirsty each their csc visit work agencies up four working \
minutes seen could every being day s protection then risk also date where other children's done ap service completed team lead \
first so can march used officer september after before well staff b agreed same james's both since months gloucestershire days \
assessment now given does do ensure professional back through group may number marnie room i reviews nursery support sent next \
read house written june see more practice response training visitor dean put within kb found safe whether met paragraph hospital \
april record community chair january came wren services those mr known place gp evidence weeks information recommendation ellis \
housing between new door discussion happened over form only people reviewer october these left year own concerns page its ten \
attended five centre person november panel nobody times again like week part partner learning baby words down nine six than \
previous say went until says years some manager shauna present ra without july attend parents noted taken guidance mother's board \
lorraine agreement th february ask records local multi use anyone kept during together eleven good reference analysis department \
changed last lack rang nothing december most another section pm brought help know conference way call described single man nerys \
many although birth care point strategy different ash ho saw referral contact gave telephone make finding pregnant addressed \
james else why closed line adult meetings callum name going risks partners pardoe cl period things letter second mi notes thought \
decision p reason involved including gscb tg sd actions moved called looked come none head recorded neglect act set relationship \
named midwife cases timescale apologies august wrote go address old officers injury occasions harm k homes views further took \
look due national always across findings grandmother business received engagement end never very history felt nurse key \
considered above such often corey issue tf trust must core ring";

/// The rank of each of them.
static RANKS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| COMMON.split(' ').zip(0..).collect());

/// How often `word` (lower case) is met among a million words, roughly: Zipf's law over its rank, a word that is not
/// among the common ones as seldom as the rarest of them.
pub(super) fn per_million(word: &str) -> u32 {
    const FIRST: u32 = 60_000;
    const RARE: u32 = 30;
    // The "s" of "mother's" and the letters of initials stand everywhere, and in no list of words.
    if word.len() == 1 {
        return FIRST;
    }
    RANKS.get(word).map_or(RARE, |rank| (FIRST / (rank + 1)).max(RARE))
}
