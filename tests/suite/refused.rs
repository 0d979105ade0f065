//! What is refused is told with what to do about it, file by file, and the other files go on.

use crate::hostile::pdf;
use crate::place::Place;

/// An old Office file with a stream of that name.
fn old(stream: &str) -> Vec<u8> {
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 512], &name].concat()
}

/// A PDF whose one page is a picture, with `more` in its trailer.
fn scanned(more: &str) -> Vec<u8> {
    let page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>".to_vec();
    let picture = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream";
    let file = pdf(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        page,
        b"<</Length 5>>stream\n/I Do\nendstream".to_vec(),
        picture.to_vec(),
    ]);
    let file = String::from_utf8(file).unwrap();
    file.replace("/Root 1 0 R", &format!("/Root 1 0 R{more}")).into_bytes()
}

#[test]
fn each_refusal_says_what_to_do() {
    let key = "00".repeat(32);
    let locked = format!("/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{key}>/U<{key}>>>");
    let refused: [(&str, Vec<u8>, &[&str]); 7] = [
        ("old.doc", old("WordDocument"), &["old Word file", "save it as .docx"]),
        ("sheet.xls", old("Workbook"), &["old Office file", "save it as plain text"]),
        ("minutes.rtf", b"{\\rtf1 Seen.}".to_vec(), &["rich text", "save it as plain text"]),
        ("secret.docx", old("EncryptedPackage"), &["password", "take the password off"]),
        ("secret.pdf", scanned(&locked), &["needs a password", "save it without one"]),
        ("scan.pdf", scanned(""), &["no text layer", "run text recognition"]),
        (
            "cut.pdf",
            b"%PDF-1.4\n1 0 obj<</Ty".to_vec(),
            &["too damaged", "print it to a new PDF"],
        ),
    ];
    let place = Place::new();
    let mut args = vec!["scan", "--format", "jsonl", "good.txt"];
    place.write("good.txt", b"She was safe and well.\n");
    for (name, bytes, _) in &refused {
        place.write(name, bytes);
        args.push(name);
    }
    let output = place.candour(&args, "");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    for (name, _, says) in &refused {
        let line = said
            .lines()
            .find(|line| line.contains(name))
            .unwrap_or_else(|| panic!("{name} is not told: {said}"));
        assert!(says.iter().all(|words| line.contains(words)), "{line}");
    }
    assert!(!said.contains("panicked") && !said.contains("internal fault"), "{said}");
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), refused.len() + 1);
}

#[test]
fn long_help_lists_the_limits() {
    let place = Place::new();
    for verb in ["check", "scan"] {
        let help = place.candour(&[verb, "--help"], "");
        let help = String::from_utf8(help.stdout).unwrap();
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        for bound in candour::input::bounds::ALL {
            assert!(help.contains(&bound.to_string()), "{verb} --help lacks {bound}");
        }
    }
}

#[test]
fn the_run_says_which_side_was_read() {
    let place = Place::new();
    place.write("a.txt", b"Seen.\n");
    for side in ["final", "original"] {
        let output = place.candour(&["scan", "a.txt", "--view", side], "");
        let run: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(run["run"]["view"], side);
    }
}
