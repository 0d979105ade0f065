//! Pages in a real browser, where Chromium is installed: the script may run and nothing else may, and axe finds no fault.
//!
//! axe-core comes with no Rust crate; `CANDOUR_AXE` names its `axe.min.js`. Without one or the other the test says that it was skipped.

use std::path::Path;
use std::process::Command;

use crate::place::Place;

/// The names under which Chromium is found.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// The document of the page `name` after its script has run; `None` where there is no browser.
fn opened(place: &Place, name: &str, width: u32) -> Option<String> {
    let file = format!("file://{}", place.0.join(name).display());
    let profile = format!("--user-data-dir={}", place.0.join("profile").display());
    let window = format!("--window-size={width},900");
    let args = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--virtual-time-budget=60000",
        &profile,
        &window,
        "--dump-dom",
        &file,
    ];
    let ran = BROWSERS.iter().find_map(|browser| Command::new(browser).args(args).output().ok())?;
    Some(String::from_utf8_lossy(&ran.stdout).into_owned()).filter(|page| page.contains("</html>"))
}

/// The text of the page `name` as it is printed; `None` where there is no browser.
fn printed(place: &Place, name: &str) -> Option<String> {
    let file = format!("file://{}", place.0.join(name).display());
    let profile = format!("--user-data-dir={}", place.0.join("profile").display());
    let paper = place.0.join("printed.pdf");
    let print = format!("--print-to-pdf={}", paper.display());
    let args = ["--headless", "--no-sandbox", "--disable-gpu", &profile, &print, &file];
    BROWSERS.iter().find_map(|browser| Command::new(browser).args(args).output().ok())?;
    let bytes = std::fs::read(paper).ok()?;
    let text = candour::input::read("printed.pdf", &bytes).unwrap().content;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn corpus(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(name)
        .to_string_lossy()
        .into_owned()
}

#[expect(clippy::print_stderr, reason = "the test tells that it was skipped")]
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

#[test]
fn the_script_runs_and_no_other_does() {
    let place = Place::new();
    place.write(
        "draft.txt",
        b"Minutes\n\nThe mother will ensure that Tia is safe.\n\n<script>document.title = 'taken'</script>\n",
    );
    let output = place.candour(&["scan", "draft.txt", "--html", "out"], "");
    assert!(output.status.success());
    let page = std::fs::read_dir(place.0.join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for name in page {
        let Some(dom) = opened(&place, &format!("out/{name}"), 1200) else {
            return skipped("no Chromium on the path");
        };
        assert!(
            dom.contains("class=\"tools\" autocomplete=\"off\" aria-label"),
            "{name}: the script shows its controls"
        );
        assert!(!dom.contains("<title>taken"), "{name}");
        // The same page with a line added by somebody: the policy forbids it.
        let html = place
            .read(&format!("out/{name}"))
            .replace("</main>", "</main><script>document.title = 'taken'</script>");
        place.write("out/added.html", html.as_bytes());
        let dom = opened(&place, "out/added.html", 1200).unwrap();
        assert!(!dom.contains("<title>taken"), "{name}: a script of others ran");
        std::fs::remove_file(place.0.join("out/added.html")).unwrap();
    }
}

#[test]
fn axe_finds_no_violation_in_light_and_dark_wide_and_narrow() {
    let Some(axe) = std::env::var_os("CANDOUR_AXE").and_then(|file| std::fs::read_to_string(file).ok()) else {
        return skipped("CANDOUR_AXE names no axe.min.js");
    };
    let place = Place::new();
    let documents = [
        corpus("harrow-vale-scr.txt"),
        corpus("review-conference-table.txt"),
        corpus("wren-lcspr.html"),
    ];
    let args: Vec<&str> = ["scan", "--html", "out"]
        .into_iter()
        .chain(documents.iter().map(String::as_str))
        .collect();
    assert!(place.candour(&args, "").status.success());
    let run = format!(
        "<script>{axe}</script><script>axe.run().then(r => {{ document.title = 'axe ' + r.violations.length + (document.documentElement.scrollWidth > innerWidth ? ' overflows ' : ' ') + r.violations.map(v => v.id + ': ' + v.nodes[0].html).join('; ') }})</script>"
    );
    for name in std::fs::read_dir(place.0.join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
    {
        let html = place.read(&format!("out/{name}"));
        let policy = html.split("<meta http-equiv").nth(1).unwrap().split('>').next().unwrap();
        let html = html
            .replace(&format!("<meta http-equiv{policy}>"), "")
            .replace("</body>", &format!("{run}</body>"));
        for (scheme, width) in [("light", 1400), ("dark", 1400), ("light", 320), ("dark", 320)] {
            let html = match scheme {
                "dark" => html.replace("@media (prefers-color-scheme:dark)", "@media all"),
                _ => html.clone(),
            };
            place.write("axe.html", html.as_bytes());
            let Some(dom) = opened(&place, "axe.html", width) else {
                return skipped("no Chromium on the path");
            };
            let title = dom
                .split("<title>")
                .nth(1)
                .and_then(|rest| rest.split("</title>").next())
                .unwrap_or_default();
            assert!(
                title.starts_with("axe 0 ") && !title.contains("overflows"),
                "{name}, {scheme}, {width}: {title}"
            );
        }
    }
}

#[test]
fn a_printed_summary_has_its_tables_whole() {
    let place = Place::new();
    let papers = ["core-group-1.txt", "core-group-2.txt"].map(corpus);
    let output = place.candour(&["summary", &papers[0], &papers[1], "--html", "-o", "summary.html", "-q"], "");
    assert!(output.status.success());
    let Some(paper) = printed(&place, "summary.html") else {
        return skipped("no Chromium on the path");
    };
    // What stands beyond the edge of the sheet is cut off, columns at the right first.
    for column in ["Percentile", "Broken references", "Clustering"] {
        assert!(paper.contains(column), "{column} is not on the paper");
    }
}
