use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Page};

use super::person::{choose, click, is_quiet, opened, says, settled, shows, write};
use crate::translated::TRANSLATE;

/// Everything that can be read, without spaces, the signs of the translation, the times of versions and, in case
/// WebKit stopped the studio meanwhile, what it says of that.
const READ: &str = "
    for (const time of document.querySelectorAll('#versions th, #versions .spoken')) time.style.display = 'none';
    for (const details of document.querySelectorAll('#studio details')) details.open = true;
    if (!document.getElementById('ready')) return null;
    const notice = document.getElementById('notice')?.textContent.replaceAll('§', '');
    if (notice?.startsWith('The studio stopped')) {
        document.getElementById('close-notice').click();
        return null;
    }
    return document.getElementById('studio').innerText.replace(/[\\s§]+/g, '')";

/// What is pressed, one after another: every page of the studio, forth and back.
const PRESSED: [&[&str]; 7] = [
    &["go-start", "go-clinic", "go-questions", "f-questions-0-open", "all", "f-questions-8-open"],
    &["go-cautions", "go-benefits", "go-plans", "go-sources", "go-cautions", "f-cautions-5-open"],
    &[
        "f-cautions-5-down",
        "undo",
        "f-cautions-5-delete",
        "keep",
        "go-benefits",
        "f-benefits-0-open",
    ],
    &["go-languages", "go-visitors", "go-languages", "language-es", "go-map", "go-visitors"],
    &["go-problems", "go-sign", "go-problems", "go-website", "go-files", "open", "go-map"],
    &["save", "preview-dark", "go-languages", "language-ar", "go-sign", "go-languages"],
    &["go-visitors", "go-questions", "go-languages", "go-start"],
];

#[browser_test(every)]
async fn every_page_says_what_it_says_without(browser: &Browser) -> Result<()> {
    let mut read = [Vec::new(), Vec::new()];
    for (read, is_translated) in read.iter_mut().zip([false, true]) {
        browser.open_tab().await?;
        let page = opened(browser).await?;
        if is_translated {
            page.js::<()>(TRANSLATE, &[]).await?;
        }
        walked(&page, read).await?;
        is_quiet(&page).await?;
    }
    let [plain, translated] = read;
    ensure!(plain.len() == translated.len());
    for ((at, plain), (_, translated)) in plain.iter().zip(&translated) {
        ensure!(plain == translated, "{at}\nwithout: {plain}\nwith: {translated}");
    }
    Ok(())
}

async fn walked(page: &Page<'_>, read: &mut Vec<(String, String)>) -> Result<()> {
    for id in PRESSED.concat() {
        click(page, id).await?;
        note(page, id, read).await?;
    }
    write(page, "f-words-title", "It cures  everything.").await?;
    says(page, "ready", "to fix").await?;
    note(page, "a claim", read).await?;
    click(page, "go-problems").await?;
    note(page, "its problem", read).await?;
    click(page, "mend-all").await?;
    settled(page).await?;
    note(page, "mended", read).await?;
    click(page, "go-start").await?;
    choose(page, "preview-language", "en").await?;
    write(page, "f-words-title", "A quiz about skin").await?;
    shows(page, "A quiz about skin").await?;
    settled(page).await?;
    note(page, "another title", read).await
}

async fn note(page: &Page<'_>, at: &str, read: &mut Vec<(String, String)>) -> Result<()> {
    // WebKit may stop the studio, which then loads again and goes on (ADR 16): meanwhile there is nothing to read.
    loop {
        settled(page).await?;
        page.painted().await?;
        if let Some(text) = page.js(READ, &[]).await? {
            read.push((at.to_owned(), text));
            return Ok(());
        }
    }
}
