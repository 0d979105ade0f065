//! Documents that would like to be markup, script or a burden: on the page they are words.

use std::time::Instant;

use proptest::prelude::*;

use super::page::Page;
use crate::place::Place;

/// Words that would break out of a page if anything let them.
const HOSTILE: &str = "Minutes of a meeting, read as plain text\n\n1 Present: nobody.\n\nSigns: </script><script>document.title='taken'</script> <!-- <img src=x onerror=alert(1)> ]]> &amp; &#x3c;b&#x3e;\n\n\
1.1 The mother will ensure \u{201c}that <b onclick='x'>Tia</b> is\u{201d} safe and well' \" > </p></main>\u{202e}desrever\u{2066}\u{7f} \u{c}.\n\n\
1.2 See paragraph 1.1 and paragraph 9.9 (this is <i>addressed</i> in the Action Plan).\n\nAction <x> One\n\nIn reference to paragraph 1.7 </td></table> \
agencies to ensure safety.\n\nResponse: <script>Completed\n\nOwner: \" onmouseover=\"alert(1)\n\n2.2.2015\t</td><td>javascript:alert(1)\n\n3.2.2015\tSeen.\n";

fn page(place: &Place, name: &str) -> String {
    let output = place.candour(&["check", name, "--html", "page.html", "--fail-on", "never", "-q"], "");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    place.read("page.html")
}

#[test]
fn words_of_a_document_never_become_markup() {
    let place = Place::new();
    let name = "a\"><script>alert(1)<!--'&.txt";
    for name in ["plain.txt", name] {
        if cfg!(windows) && name.contains('<') {
            continue;
        }
        place.write(name, HOSTILE.as_bytes());
        let html = page(&place, name);
        let read = Page::read(&html);
        assert_eq!(read.faults(), Vec::<String>::new());
        assert_eq!(html.matches("<script").count(), 1, "our own");
        assert!(!html.contains('\u{202e}'));
        assert!(read.words.contains("<script>document.title='"), "words stay words");
    }
}

#[test]
fn an_endless_word_and_very_many_marks_make_a_page_in_time() {
    let place = Place::new();
    let many = if cfg!(debug_assertions) { 4_000 } else { 100_000 };
    place.write("word.txt", format!("Seen {}", "x".repeat(1 << 20)).as_bytes());
    place.write(
        "marks.txt",
        "She was fine, safe and well, and will ensure safety as soon as possible. "
            .repeat(many / 4)
            .as_bytes(),
    );
    place.write(
        "rows.md",
        "| a | b |\n|---|---|\n| safe and well | 1.1.15 |\n".repeat(many / 20).as_bytes(),
    );
    for name in ["word.txt", "marks.txt", "rows.md"] {
        let begun = Instant::now();
        let html = page(&place, name);
        assert_eq!(Page::read(&html).faults(), Vec::<String>::new(), "{name}");
        assert!(begun.elapsed().as_secs() < 60, "{name} took {:?}", begun.elapsed());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Any text makes a sound page on which every letter of it stands.
    #[test]
    fn any_text_makes_a_sound_page(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "safe and well", " ", "\n\n", "\n", "1.1 ", "paragraph 1.1", "(This is addressed in the Action Plan)", "Action One", "# ", "- ", "\t",
            "will ensure", "\u{201c}", "\u{201d}", "\"", "fine", "<b>", "&", "**", "as soon as possible", "2.2.15\t", "|", "\u{c}", "Page 7", "no concerns",
            "agencies to monitor", ". ", "\u{b2}", "It was felt that ", "Finding Two\n", "[1]", "not ", "engaging",
        ]), 0..120),
        markdown: bool,
    ) {
        let (place, text) = (Place::new(), pieces.concat());
        let name = if markdown { "any.md" } else { "any.txt" };
        place.write(name, text.as_bytes());
        let page = Page::read(&page(&place, name));
        prop_assert_eq!(page.faults(), Vec::<String>::new());
        let text = candour::input::read(name, text.as_bytes()).unwrap();
        prop_assert_eq!(page.lost(&text), None);
    }
}
