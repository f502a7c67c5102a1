//! The result on paper.

use anyhow::{Result, anyhow, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Axe, Browser, Media, ONE_CONCERN, Page, Screen, Visit};
use fantoccini::wd::{PrintConfiguration, PrintSize};
use serde_json::Value;

/// The rules for paper, made those of the screen.
const PRINT: &str = "
    let found = 0;
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (rule.media?.mediaText !== 'print') continue;
        rule.media.mediaText = 'all';
        found += 1;
      }
    }
    return found";

#[browser_test(chromium)]
async fn a_clinics_colours_are_none_on_paper(browser: &Browser) -> Result<()> {
    for (query, media) in [
        ("accent=%23ff9aa2&surface=%23101820&text=%23eeeeee", Media::DARK),
        ("accent=%23ffff00&theme=dark", Media::default()),
        ("accent=%23123456&surface=%23ffe4e1", Media::default()),
    ] {
        browser.open_tab().await?;
        let page = printed(Visit::new(browser)?.query(query).media(media)).await?;
        let colours = "
            const { backgroundColor, color, colorScheme } = getComputedStyle(document.body);
            return [backgroundColor, color, colorScheme]";
        let colours: [String; 3] = page.js(colours, &[]).await?;
        ensure!(colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "light"], "{query}: {colours:?}");
        let found = Axe::from_env()?.of_colours().violations(&page).await?;
        ensure!(found.is_empty(), "{query}: {}", found.join("\n"));
        page.complaints().await?;
    }
    browser.prefer(Media::default()).await
}

#[browser_test(firefox)]
async fn addresses_are_without_what_was_added(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("dressed").query("gclid=secret").open_host().await?;
    crate::embed::ready(&page, 1).await?;
    page.enter().await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.tap("#along").await?;
    page.until_js("the text is shown", "return document.querySelector('.next textarea') !== null")
        .await?;
    let carried =
        "return [...document.querySelectorAll('.next a')].map(({ href }) => href).join(' ')";
    let carried: String = page.js(carried, &[]).await?;
    ensure!(carried.contains("body=") && carried.contains("gclid=secret"), "{carried}");
    let addresses =
        "return [...document.querySelectorAll('.next a')].map((link) => link.dataset.address)";
    let addresses: Vec<String> = page.js(addresses, &[]).await?;
    ensure!(addresses == ["clinic.example/book", "hello@clinic.example"], "{addresses:?}");
    page.complaints().await?;
    Ok(())
}

#[browser_test(every)]
async fn only_what_can_be_read_is_printed(browser: &Browser) -> Result<()> {
    let page = printed(Visit::new(browser)?).await?;
    let shown = "
        const shown = (one) => one.getClientRects().length > 0;
        const written = (link) => getComputedStyle(link, '::after').content.replaceAll('\"', '').trim();
        const links = [...document.querySelectorAll('.next a')];
        return {
          controls: [...document.querySelectorAll('button, input, textarea, select, [role=status], .bar, .along')].filter(shown).map((one) => one.outerHTML),
          sections: ['heading', 'benefits', 'course', 'care', 'ask', 'sources', 'next'].filter((id) => !shown(document.getElementById(id))),
          addresses: links.length > 1 && links.every((link) => ['attr(data-address)', link.dataset.address].includes(written(link))),
        }";
    let shown: Value = page.js(shown, &[]).await?;
    let wanted = serde_json::json!({"controls": [], "sections": [], "addresses": true});
    ensure!(shown == wanted, "{shown:#}");
    Ok(())
}

/// WebKit's driver prints nothing, and what Firefox writes does not say its pages.
#[browser_test(only(chromium))]
async fn it_takes_few_pages(browser: &Browser) -> Result<()> {
    let shared = Visit::new(browser)?.fragment("#r1.microneedling.wrinkles.wrinkles-mild");
    let page = shared.open().await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    few_pages(browser, 2).await?;
    for (walk, most) in [(ONE_CONCERN, 3), (ALL_CONCERNS, 4)] {
        browser.open_tab().await?;
        let page = Visit::new(browser)?.open().await?;
        page.walk(walk).await?;
        page.until("the result", |seen| seen.screen == Screen::Result).await?;
        few_pages(browser, most).await?;
    }
    Ok(())
}

/// How a page begins in a PDF, and, with an `s` behind it, the list of them.
const PAGE: &[u8] = b"/Type /Page";

async fn few_pages(browser: &Browser, most: usize) -> Result<()> {
    let paper = PrintConfiguration::builder().size(PrintSize::A4).build();
    let paper = paper.map_err(|error| anyhow!("{error:?}"))?;
    let paper = browser.client().print(paper).await?;
    let pages = paper.windows(PAGE.len() + 1);
    let pages = pages.filter(|bytes| bytes.starts_with(PAGE) && !bytes.ends_with(b"s")).count();
    ensure!((1..=most).contains(&pages), "it takes {pages} pages, not at most {most}");
    Ok(())
}

/// The result with a summary taken along, as paper has it.
async fn printed(visit: Visit<'_>) -> Result<Page<'_>> {
    let page = visit.open().await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.tap("#along").await?;
    page.until_js("the text is shown", "return document.querySelector('.next textarea') !== null")
        .await?;
    ensure!(page.js::<u32>(PRINT, &[]).await? > 0, "nothing is printed otherwise");
    page.still().await?;
    Ok(page)
}
