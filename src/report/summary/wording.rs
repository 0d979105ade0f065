//! The `wording` of a summary: what is said to people in all its forms.

/// What is said at the head of a summary that repeats words of the documents.
pub(super) const NOTICE: &str = "This summary repeats words of the documents and may hold personal data: keep it as you keep them. It was made \
                          on this computer, and nothing was sent anywhere.";
/// What is said at the head of one that does not.
pub(super) const NO_TEXT: &str = "This summary repeats no words of the documents. Names of files are given and may tell of somebody: keep it \
                                  with care. It was made on this computer, and nothing was sent anywhere.";
/// What counts are and are not.
pub(super) const PROMPTS: &str = "These counts are prompts for a reader. They do not grade a document or the people who wrote it.";
/// How to read an interval.
pub(super) const INTERVALS: &str = "Behind each rate stand its 95 % limits: the writing would show rates between them if chance alone were at play, \
                                    allowing for words that come in clusters. A count under 5, or a text under 1,000 words, shows no rate. When the limits of \
                                    two rates overlap widely, do not speak of a difference.";
/// How to read a comparison.
pub(super) const RATIOS: &str = "“Times as often” is the rate on the left over the rate on the right. Limits that leave out 1 tell of a difference that chance \
                                 seldom makes; of twenty such lines, one will do so by chance. A difference does not say why: papers of another kind, a new \
                                 template or another note-taker may be behind it.";
/// What a percentile is.
pub(super) const PERCENTILES: &str = "Percentile: of a hundred documents of the same genre, so many have a lower rate. It is given among twenty documents or more, \
                                      and is no mark: a paper on a harder matter may need more such words.";
/// What the sections of people tell.
pub(super) const VISIBLE: &str = "A sentence counts once for each of those it names, by name or by a word such as “mother”; “he” and “she” are not counted. Somebody \
                                  is the doer (“Mum attended”) or the object (“Mum was told”) where a small grammar can tell; about one sentence in ten is taken \
                                  wrongly or not at all.";
/// What counts by folder are not.
pub(super) const FOLDERS: &str = "Counts of text alone, in alphabetical order. Teams write of different families and keep different papers, so these numbers do not \
                                  compare the people who wrote them.";

/// The notice for a summary with or without excerpts.
pub(super) const fn notice(excerpts: bool) -> &'static str {
    if excerpts { NOTICE } else { NO_TEXT }
}
