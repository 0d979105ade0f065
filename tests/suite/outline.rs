//! Outlines: what must hold of the references of any review, however many paragraphs it has and whatever cites them.

use candour::checks::references::{Graph, ReferenceKind, State};
use candour::input;
use candour::patterns::Catalogue;
use candour::scan::scan;
use proptest::prelude::*;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::builtin().unwrap());

/// Words of which each paragraph has three of its own.
const WORDS: &[&str] = &[
    "kettle", "heron", "ladder", "cobbler", "orchard", "pulpit", "saddle", "thimble", "turnip", "walnut", "anvil", "barley", "candle",
    "dahlia", "easel", "ferret", "gravel", "hammock", "iceberg", "jigsaw", "kestrel", "lantern", "mustard", "nettle", "oyster", "parsnip",
    "quarry", "rhubarb", "sickle", "tangent", "umbrella", "velvet", "willow", "xylem", "yarrow", "zither", "almond", "bracken", "cinder",
    "dowry", "ember", "fescue", "gherkin", "hazel", "indigo", "jasmine", "kernel", "lichen", "magpie", "nutmeg", "ochre", "pebble",
    "quiver", "rafter", "sorrel", "teasel", "urchin", "vellum", "wicket", "yeoman", "acorn", "bobbin", "clover", "dapple", "elder",
    "fennel", "goblet", "heather", "ivory", "juniper", "kipper", "lupin", "mallet", "needle", "otter", "pewter", "quince", "raven",
    "spindle", "trellis", "vessel", "weasel", "apron", "bellows", "crumpet", "drizzle", "easter", "flannel", "gosling", "hurdle",
];

/// A review before it is written down: its numbers follow from where things stand.
#[derive(Clone, Debug)]
struct Review {
    /// Sections of paragraphs; a paragraph has its own matter and promises an answer or not.
    sections: Vec<Vec<Paragraph>>,
    /// Paragraphs that the narrative cites, by matter.
    cited: Vec<usize>,
    /// For each action, the paragraph it answers, by matter.
    actions: Vec<usize>,
    /// The number of the first section.
    first: usize,
}

#[derive(Clone, Copy, Debug)]
struct Paragraph {
    matter: usize,
    promises: bool,
}

impl Review {
    fn paragraphs(&self) -> impl Iterator<Item = (String, Paragraph)> + '_ {
        let numbered = |(s, section): (usize, &Vec<Paragraph>)| -> Vec<(String, Paragraph)> {
            let number = |(k, &it): (usize, &Paragraph)| (format!("{}.{}", self.first + s, k + 1), it);
            section.iter().enumerate().map(number).collect()
        };
        self.sections.iter().enumerate().flat_map(numbered)
    }

    fn number(&self, matter: usize) -> String {
        self.paragraphs()
            .find(|(_, it)| it.matter == matter)
            .map(|(number, _)| number)
            .unwrap()
    }

    /// The review as a text; the paragraph of the matter `without` is left out, and the others keep their numbers.
    fn written(&self, without: Option<usize>) -> String {
        let mut text = "Serious Case Review\n\n1 Background\n\n1.1 The board asked for this review in the spring.\n\n".to_owned();
        for (i, &matter) in self.cited.iter().enumerate() {
            text += &format!(
                "1.{} As paragraph {} shows, the {} was known.\n\n",
                i + 2,
                self.number(matter),
                about(matter)
            );
        }
        let mut section = String::new();
        for (number, it) in self.paragraphs() {
            let here = number.split('.').next().unwrap().to_owned();
            if here != section {
                text += &format!("{here} What was learnt\n\n");
                section = here;
            }
            if Some(it.matter) != without {
                let promise = if it.promises {
                    " (This is addressed in the Action Plan)"
                } else {
                    ""
                };
                text += &format!(
                    "{number} Nobody had asked about the {} at that time.{promise}\n\n",
                    about(it.matter)
                );
            }
        }
        text += &format!("{} Action Plan\n\n", self.first + self.sections.len());
        for (i, &matter) in self.actions.iter().enumerate() {
            let (number, about) = (self.number(matter), about(matter));
            text += &format!(
                "Action {}\n\nIn reference to paragraph {number} agencies to report on the {about}.\n\nResponse: Completed\n\n",
                i + 1
            );
        }
        text
    }
}

fn about(matter: usize) -> String {
    let words = &WORDS[matter * 3 % WORDS.len()..][..3];
    format!("{} and the {} of the {}", words[0], words[1], words[2])
}

fn graph(text: &str) -> Graph {
    scan(input::read("review.txt", text.as_bytes()).unwrap(), &CATALOGUE, None).graph
}

/// Kind and state of each reference, in reading order.
fn states(text: &str) -> Vec<(ReferenceKind, State)> {
    graph(text).references.iter().map(|it| (it.kind, it.state)).collect()
}

prop_compose! {
    /// Two to four sections of two to six paragraphs, some of them promising, some cited and answered.
    fn reviews()(
        shape in prop::collection::vec(prop::collection::vec(any::<bool>(), 2..7), 2..5),
        cited in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        actions in prop::collection::vec(any::<prop::sample::Index>(), 1..8),
        first in 2_usize..9,
    ) -> Review {
        let mut matter = 0;
        let mut paragraph = |promises: bool| {
            matter += 1;
            Paragraph { matter: matter - 1, promises }
        };
        let sections: Vec<Vec<Paragraph>> = shape.into_iter().map(|it| it.into_iter().map(&mut paragraph).collect()).collect();
        let pick = |it: &prop::sample::Index| it.index(matter);
        let mut actions: Vec<usize> = actions.iter().map(pick).collect();
        actions.sort_unstable();
        actions.dedup();
        Review { sections, cited: cited.iter().map(pick).collect(), actions, first }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn coverage_adds_up(review in reviews()) {
        let graph = graph(&review.written(None));
        for share in [graph.promises, graph.findings, graph.actions] {
            prop_assert!(share.covered + share.unresolved <= share.total);
        }
        let promising: Vec<usize> = review.paragraphs().filter(|(_, it)| it.promises).map(|(_, it)| it.matter).collect();
        let answered = promising.iter().filter(|matter| review.actions.contains(matter)).count();
        prop_assert_eq!(graph.promises.total as usize, promising.len());
        prop_assert_eq!(graph.promises.covered as usize, answered);
        prop_assert_eq!(graph.actions.total as usize, review.actions.len());
        prop_assert_eq!(graph.actions.covered as usize, review.actions.len());
        let explicit = graph.references.iter().filter(|it| it.kind == ReferenceKind::Explicit);
        prop_assert_eq!(explicit.count(), review.cited.len() + review.actions.len());
    }

    #[test]
    fn a_paragraph_that_nothing_cites_changes_no_state(review in reviews(), at in any::<prop::sample::Index>()) {
        let mut more = review.clone();
        let section = at.index(more.sections.len());
        more.sections[section].push(Paragraph { matter: 29, promises: false });
        prop_assert_eq!(states(&review.written(None)), states(&more.written(None)));
    }

    #[test]
    fn numbers_that_change_together_change_no_state(review in reviews(), at in any::<prop::sample::Index>(), first in 2_usize..40) {
        let mut moved = review.clone();
        moved.first = first;
        let section = at.index(moved.sections.len());
        // A paragraph put in first moves every number after it; the citations move with them.
        moved.sections[section].insert(0, Paragraph { matter: 29, promises: false });
        prop_assert_eq!(states(&review.written(None)), states(&moved.written(None)));
    }

    #[test]
    fn a_paragraph_taken_out_leaves_its_own_citations_dangling(review in reviews(), at in any::<prop::sample::Index>()) {
        let cited: Vec<usize> = review.cited.iter().chain(&review.actions).copied().collect();
        let gone = cited[at.index(cited.len())];
        let number = review.number(gone);
        let graph = graph(&review.written(Some(gone)));
        let dangling: Vec<_> = graph.references.iter().filter(|it| it.state == State::Dangling).map(|it| it.written.clone().unwrap()).collect();
        prop_assert_eq!(dangling.len(), cited.iter().filter(|&&matter| matter == gone).count());
        prop_assert!(dangling.iter().all(|it| *it == number), "{:?} {}", dangling, number);
    }
}
