//! Nothing is cut: long words, large letters, German, Arabic, on screen and on paper, in every fixture of the
//! views. WebKit's driver does not last through so many; layout.rs has a walk on its screens.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Visit};
use serde_json::json;

const SNAPSHOTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../snapshots");

/// A frame's width in pixels, and the size of its letters.
const SCREENS: &[(u32, u32)] = &[(280, 16), (280, 32), (320, 32), (768, 32), (1280, 32)];
/// What A4, A5 and A6 are wide between their margins, in pixels, and the size of a visitor's letters.
const PAPERS: &[(u32, u32)] = &[(688, 16), (688, 32), (454, 32), (291, 32)];

#[browser_test(only(chromium, firefox))]
async fn nothing_is_cut_on_a_screen(browser: &Browser) -> Result<()> {
    nothing_is_cut(browser, SCREENS, false).await
}

#[browser_test(only(chromium, firefox))]
async fn nothing_is_cut_on_paper(browser: &Browser) -> Result<()> {
    nothing_is_cut(browser, PAPERS, true).await
}

async fn nothing_is_cut(browser: &Browser, sizes: &[(u32, u32)], paper: bool) -> Result<()> {
    let visit = Visit::new(browser)?;
    let style = visit.files().whole_style.trim_start_matches('/').to_owned();
    let inner = format!(
        "<!doctype html><html><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <link rel=\"stylesheet\" href=\"{style}\"><body></body></html>"
    );
    const OUTER: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Fixtures</title>\
         <link rel=\"icon\" href=\"data:,\"><iframe title=\"A fixture\" src=\"fixture.html\" height=\"600\" style=\"border:0\"></iframe>";
    let visit =
        visit.site(|site, _| site.file("/fixture.html", inner).file("/fixtures.html", OUTER));
    let page = visit.come_near().await?;
    page.client().goto(&format!("{}fixtures.html", page.site.url())).await?;
    page.until_js(
        "the styles are there",
        "return frames[0]?.document.styleSheets[0]?.cssRules.length > 0",
    )
    .await?;
    let fixtures = fixtures()?;
    let mut cut = Vec::new();
    for (width, letters) in sizes {
        for [name, language, html] in &fixtures {
            let size = [json!(width), json!(letters), json!(paper)];
            let fixture = [json!(name), json!(language), json!(html)];
            let found: Vec<String> = page
                .js(CUT, &[size, fixture].concat())
                .await
                .with_context(|| format!("{name}, {width} at {letters}"))?;
            cut.extend(found.into_iter().map(|one| format!("{name}, {width} at {letters}: {one}")));
        }
    }
    ensure!(cut.is_empty(), "{} are cut:\n{}", cut.len(), cut.join("\n"));
    Ok(())
}

/// The name, the language and the HTML of each.
fn fixtures() -> Result<Vec<[String; 3]>> {
    let mut fixtures = Vec::new();
    for entry in fs::read_dir(SNAPSHOTS)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let name = path.file_stem().and_then(|name| name.to_str()).context("a name")?.to_owned();
        let language = if name.starts_with("arabic") { "ar" } else { "de" };
        let html = fs::read_to_string(&path)?;
        fixtures.push([name, language.to_owned(), html]);
    }
    ensure!(fixtures.len() > 30, "{} fixtures", fixtures.len());
    Ok(fixtures)
}

/// Puts a long German word in the place of every third one of a fixture, the first ones included, and says
/// what sticks out of the page or is cut.
const CUT: &str = "
    const [width, letters, paper, name, language, html] = arguments;
    const frame = document.querySelector('iframe');
    frame.width = width;
    const page = frame.contentDocument;
    const root = page.documentElement;
    Object.assign(root, { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' });
    root.style.fontSize = `${letters}px`;
    for (const rule of page.styleSheets[0].cssRules) if (paper && rule.media?.mediaText === 'print') rule.media.mediaText = 'all';
    page.body.innerHTML = `<div id=\"${name.startsWith('failure') ? 'failure' : 'quiz'}\">${html}</div>`;
    for (const details of page.querySelectorAll('details')) details.open = true;
    const compounds = ['Hautverjüngungsbehandlungsmöglichkeiten', 'Sonnenempfindlichkeitseinschätzungen', 'Schwangerschaftsverträglichkeitsprüfung', 'Aknenarbenbehandlungsempfehlungen'];
    const lengthened = (text, at) => text.split(' ').map((word, nth) => nth % 3 ? word : compounds[(at + nth) % 4]).join(' ');
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach((text, at) => {
        if (text.data.trim() && !text.parentElement.closest('svg, textarea, .spoken')) text.data = lengthened(text.data, at);
    });
    const isCut = (element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < -0.5 || right > root.clientWidth + 0.5)
            || getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    };
    const all = [...page.querySelectorAll('body :not(svg *, .spoken, textarea)')].filter(isCut);
    const names = all.slice(0, 4).map((element) => `${element.localName}.${element.className}`);
    return root.scrollWidth > root.clientWidth || names.length ? [`${root.scrollWidth} of ${root.clientWidth}: ${names}`] : []";
