use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Page};

use super::person::{choose, click, opened, says, wait, write};

/// Every page of the studio, one opened thing of each kind.
const PAGES: [&str; 34] = [
    "part/start",
    "part/questions",
    "item/questions/0",
    "item/questions/1",
    "part/endings",
    "item/endings/0",
    "part/cautions",
    "item/cautions/5",
    "item/cautions/24",
    "part/benefits",
    "item/benefits/2",
    "part/plans",
    "item/plans/0",
    "part/care",
    "item/care/0",
    "part/ask",
    "item/ask/0",
    "part/notes",
    "item/notes/0",
    "part/sources",
    "item/sources/1",
    "part/clinic",
    "concern",
    "concern/2",
    "language",
    "language/es",
    "visitor",
    "visitor/1",
    "website",
    "problems",
    "map",
    "sign",
    "publish",
    "files",
];

/// What stands on a page besides, by the buttons that bring it.
const ASKED: [&[&str]; 4] = [
    &["go-questions", "f-questions-1-delete"],
    &["go-questions", "f-questions-1-up", "go-files", "open-published"],
    &["opening-stay", "find"],
    &["go-start", "show-around"],
];

/// What is cut off on the page: it, where it is wider than the window, and each control that leaves the window
/// or whose words do not fit into it.
const CUT: &str = "
    const wide = document.documentElement.clientWidth;
    const page = document.documentElement.scrollWidth;
    const leaves = (element) => {
        const { left, right, width } = element.getBoundingClientRect();
        if (width === 0) return false;
        const isFull = element.matches('button, summary') && element.scrollWidth > element.clientWidth + 1;
        return left < -0.5 || right > wide + 0.5 || isFull;
    };
    const named = (element) => element.id || element.textContent.slice(0, 30) || element.tagName;
    const cut = [...document.querySelectorAll('a, button, input, select, summary, textarea')].filter(leaves).map(named);
    return page > wide ? [`the page is ${page} wide`, ...cut] : cut;";

async fn cut(page: &Page<'_>) -> Result<Vec<String>> {
    page.painted().await?;
    page.js(CUT, &[]).await
}

#[browser_test(chromium)]
async fn nothing_is_cut_on_a_narrow_screen(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    choose(&page, "preview-language", "ar").await?;
    let mut all = Vec::new();
    for (width, height) in [(320, 256), (320, 700), (390, 844), (640, 512)] {
        browser.set_viewport(width, height).await?;
        for path in PAGES {
            page.js::<()>(&format!("location.hash = '#{path}'"), &[]).await?;
            wait(&page, path, &format!("location.hash === '#{path}'")).await?;
            let cut = cut(&page).await?;
            all.extend(cut.into_iter().map(|it| format!("{width} x {height}, {path}: {it}")));
        }
    }
    browser.set_viewport(320, 700).await?;
    for ids in ASKED {
        for id in ids {
            click(&page, id).await?;
        }
        all.extend(cut(&page).await?.into_iter().map(|it| format!("{ids:?}: {it}")));
    }
    ensure!(all.is_empty(), "{}", all.join("\n"));
    Ok(())
}

#[browser_test(chromium)]
async fn on_a_phone_a_button_changes_between_form_and_preview(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    browser.set_viewport(390, 844).await?;
    click(&page, "go-cautions").await?;
    click(&page, "f-cautions-5-open").await?;
    write(&page, "f-cautions-5-words-title", "You told us of a typo").await?;
    let scrolled = "return Math.round(scrollY)";
    let before: i64 = page.js(scrolled, &[]).await?;
    let seen = |id: &str| {
        format!("document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('#{id}')")
    };
    wait(&page, "the form", &seen("form")).await?;
    page.js::<()>("document.getElementById('peek').focus(); document.activeElement.click()", &[])
        .await?;
    wait(&page, "the preview", &seen("preview")).await?;
    let framed =
        "document.getElementById('preview').contentDocument.querySelector('[data-edited]')";
    let in_view = format!(
        "((it, height) => it?.textContent.includes('a typo') && it.getBoundingClientRect().bottom <= height)({framed}, document.getElementById('preview').clientHeight)"
    );
    wait(&page, "what was typed, in view", &in_view).await?;
    wait(&page, "the focus", "document.activeElement.id === 'peek'").await?;
    says(&page, "peek", "Back to the form").await?;
    let hidden = "getComputedStyle(document.getElementById('f-cautions-5-words-title')).visibility === 'hidden'";
    wait(&page, "no form to tab to", hidden).await?;
    click(&page, "peek").await?;
    wait(&page, "the form again", &seen("form")).await?;
    let after: i64 = page.js(scrolled, &[]).await?;
    ensure!(before == after, "scrolled from {before} to {after}");
    click(&page, "peek").await?;
    page.js::<()>(&format!("{framed}.click()"), &[]).await?;
    let field = "document.activeElement.id === 'f-cautions-5-words-title'";
    wait(&page, "its field", field).await?;
    wait(&page, "in the form", "getComputedStyle(document.activeElement).visibility === 'visible'")
        .await
}

#[browser_test(chromium)]
async fn on_a_phone_each_step_of_the_tour_shows_what_it_is_about(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    browser.set_viewport(390, 844).await?;
    click(&page, "show-around").await?;
    for (step, place) in
        ["#parts", "#heading", "#preview", "#ready", "#publish"].into_iter().enumerate()
    {
        says(&page, "tour", &format!("{} of 5", step + 1)).await?;
        let in_view = format!(
            "(({{ left, top, width, height }}) => document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20))?.closest('{place}'))(document.querySelector('{place}').getBoundingClientRect())"
        );
        wait(&page, place, &in_view).await?;
        click(&page, "tour-next").await?;
    }
    wait(&page, "the form", "document.querySelector('[data-preview=beside]')").await
}

#[browser_test(chromium)]
async fn a_preview_as_wide_as_a_computer_has_a_way_back(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    browser.set_viewport(1280, 800).await?;
    click(&page, "go-notes").await?;
    click(&page, "f-notes-3-open").await?;
    page.js::<()>("document.getElementById('f-notes-3-words-text').focus()", &[]).await?;
    click(&page, "preview-desk").await?;
    let wide = "document.getElementById('preview').clientWidth > 1200";
    wait(&page, "as wide as a computer", wide).await?;
    click(&page, "preview-back").await?;
    wait(&page, "the field", "document.activeElement.id === 'f-notes-3-words-text'").await?;
    wait(&page, "beside it", "document.getElementById('preview').clientWidth < 400").await
}
