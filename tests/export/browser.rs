//! The page in a real browser, where one is installed: it renders, its search works, it prints to PDF, and no
//! request leaves it.

use super::{export, options};
use jianbao::export::Format;
use jianbao::plan::Library;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Counts whatever the page fetched or was stopped from fetching, types into its search box, and writes down what
/// it sees.
const PROBE: &str = "<script>//<![CDATA[
var stopped = 0;
document.addEventListener('securitypolicyviolation', function () { stopped += 1; });
window.addEventListener('load', function () { setTimeout(function () {
  var root = document.documentElement;
  root.setAttribute('data-fetched', performance.getEntriesByType('resource').length);
  root.setAttribute('data-stopped', stopped);
  root.setAttribute('data-items', document.querySelectorAll('.item').length);
  root.setAttribute('data-wide', root.scrollWidth - root.clientWidth);
  var box = document.getElementById('query');
  box.value = '阿拉木圖';
  box.dispatchEvent(new Event('input'));
  root.setAttribute('data-hits', document.getElementById('hits').textContent);
}, 300); });
//]]></script>";

fn browser() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    std::env::split_paths(&path)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|file| file.is_file())
}

fn run(browser: &Path, folder: &Path, arguments: &[&str]) -> String {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", &profile])
        .args(["--disable-background-networking", "--disable-component-update"])
        .args(["--window-size=390,844", "--virtual-time-budget=5000"])
        .args(arguments)
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn written(folder: &Path, name: &str, page: &str) -> String {
    let file = folder.join(name);
    std::fs::write(&file, page).unwrap();
    format!("file://{}", file.display())
}

/// The value of an attribute that the probe left on the root element.
fn probed<'a>(dom: &'a str, name: &str) -> &'a str {
    let root = dom.split_once("<html").unwrap().1.split_once('>').unwrap().0;
    root.split_once(&format!("data-{name}=\"")).unwrap().1.split_once('"').unwrap().0
}

#[test]
fn a_browser_renders_searches_and_prints_it_and_nothing_leaves_the_page() {
    let Some(browser) = browser() else {
        println!("skipped: no chromium on the PATH");
        return;
    };
    let folder = std::env::temp_dir().join(format!("jianbao-browser-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let library = Library::builtin();
    let page = export(&library, Format::Html, "ce-visits", &options());
    let items = library.items().filter(|(at, _)| library.plans[at.plan].id.as_str() == "ce-visits").count();

    let dom = run(
        &browser,
        &folder,
        &[
            "--dump-dom",
            &written(&folder, "probe.html", &page.replace("</body>", &(PROBE.to_owned() + "</body>"))),
        ],
    );
    assert_eq!(probed(&dom, "items"), items.to_string());
    assert_eq!((probed(&dom, "fetched"), probed(&dom, "stopped")), ("0", "0"));
    assert_eq!(probed(&dom, "wide"), "0", "a phone must not have to scroll sideways");
    assert!(
        probed(&dom, "hits").starts_with("找到 ") && !probed(&dom, "hits").contains(" 0 "),
        "{}",
        probed(&dom, "hits")
    );

    // The probe does see what it looks for: the same page with an image is stopped by the page's own policy.
    let image = "<img src=\"https://example.invalid/x.png\"/>".to_owned() + PROBE + "</body>";
    let dom = run(
        &browser,
        &folder,
        &["--dump-dom", &written(&folder, "leak.html", &page.replace("</body>", &image))],
    );
    assert_ne!((probed(&dom, "fetched"), probed(&dom, "stopped")), ("0", "0"));

    let pdf = folder.join("page.pdf");
    let print = format!("--print-to-pdf={}", pdf.display());
    run(&browser, &folder, &[&print, "--no-pdf-header-footer", &written(&folder, "page.html", &page)]);
    let bytes = std::fs::read(&pdf).unwrap();
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 50_000, "{} bytes", bytes.len());
    std::fs::remove_dir_all(&folder).unwrap();
}
