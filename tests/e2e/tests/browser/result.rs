use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, ONE_CONCERN, Page, Screen, Step, UNDER_AGE, Visit, with};

/// Puts a clipboard in place that takes everything.
pub(crate) const STUB_CLIPBOARD: &str = "
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
        writeText: async (text) => { window.copied = text; },
    } })";

#[browser_test(chromium)]
async fn a_hold_takes_booking_away(browser: &Browser) -> Result<()> {
    let holds = with(ALL_CONCERNS, ("health", &["pregnant", "implant", "keloid"]));
    let page = result(browser, &holds).await?;
    ensure!(count(&page, "#book").await? == 0, "one can book");
    let booking = "return [...document.querySelectorAll('a')].filter((a) => /book/i.test(a.href + a.id)).length";
    ensure!(page.js::<usize>(booking, &[]).await? == 0, "a link leads to booking");
    ensure!(count(&page, "#contact").await? == 1, "nobody to ask");
    let levels = "return [...document.querySelectorAll('article[data-caution]')].map((caution) => caution.className.split(' ')[1])";
    let levels: Vec<String> = page.js(levels, &[]).await?;
    let rank = |level: &String| ["hold", "ask", "tell"].iter().position(|known| known == level);
    ensure!(levels.first().is_some_and(|first| first == "hold"), "{levels:?}");
    ensure!(levels.len() >= 4 && levels.is_sorted_by_key(rank), "{levels:?}");
    let first: String =
        page.js("return document.querySelector('.columns section').id", &[]).await?;
    ensure!(first == "cautions", "{first} comes before the cautions");
    Ok(())
}

#[browser_test(firefox)]
async fn without_a_hold_one_can_book(browser: &Browser) -> Result<()> {
    let page = result(browser, ONE_CONCERN).await?;
    ensure!(count(&page, "#book").await? == 1, "one cannot book");
    ensure!(count(&page, "[data-caution]").await? == 0, "a caution is shown");
    ensure!(count(&page, "[data-benefit='wrinkles']").await? == 1);
    ensure!(count(&page, "[data-plan='wrinkles-mild']").await? == 1);
    Ok(())
}

#[browser_test(webkit)]
async fn the_result_is_copied_as_text(browser: &Browser) -> Result<()> {
    let page = result(browser, ALL_CONCERNS).await?;
    page.js::<()>(STUB_CLIPBOARD, &[]).await?;
    page.tap("#copy").await?;
    let seen = page.until("a notice", |seen| seen.notice.is_some()).await?;
    ensure!(seen.notice.as_deref() == Some("Copied."), "{seen:?}");
    let text: String = page.js("return window.copied", &[]).await?;
    let titles: Vec<String> = page
        .js("return [...document.querySelectorAll('[data-benefit] h3, [data-caution] h3')].map((h) => h.textContent)", &[])
        .await?;
    ensure!(titles.len() > 5);
    for title in titles {
        ensure!(text.contains(&title), "the text lacks {title:?}: {text}");
    }
    Ok(())
}

#[browser_test(chromium)]
async fn a_refused_clipboard_gives_the_text_to_select(browser: &Browser) -> Result<()> {
    let refusals = [
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new DOMException('no', 'NotAllowedError') } } })",
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    ];
    for refusal in refusals {
        browser.open_tab().await?;
        let page = result(browser, ONE_CONCERN).await?;
        page.js::<()>(refusal, &[]).await?;
        page.tap("#copy").await?;
        page.until("a notice", |seen| seen.notice.is_some()).await?;
        let text: String =
            page.js("return document.querySelector('textarea[readonly]').value", &[]).await?;
        ensure!(text.len() > 200, "{text}");
        let status = "return document.querySelector('[role=status] textarea') !== null";
        ensure!(page.js::<bool>(status, &[]).await?, "nobody is told");
    }
    Ok(())
}

#[browser_test(firefox)]
async fn print_opens_the_browsers_dialogue(browser: &Browser) -> Result<()> {
    let page = result(browser, ONE_CONCERN).await?;
    page.js::<()>("window.printed = 0; window.print = () => { window.printed += 1 }", &[]).await?;
    page.tap("#print").await?;
    page.until_js("one print", "return window.printed === 1").await
}

#[browser_test(chromium)]
async fn an_answer_is_changed_from_the_result(browser: &Browser) -> Result<()> {
    let page = result(browser, ONE_CONCERN).await?;
    page.tap("#answers summary").await?;
    let change = "#answers dl > div:nth-child(4) button";
    page.tap(change).await?;
    let seen = page.at("marks").await?;
    ensure!(seen.checked == ["rarely"], "{seen:?}");
    page.tap_choice("marks", "easily").await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    ensure!(count(&page, "[data-caution='dark-marks']").await? == 1);
    page.tap("#restart").await?;
    let seen = page.at("concerns").await?;
    ensure!(seen.checked == ["wrinkles"], "{seen:?}");
    Ok(())
}

#[browser_test(chromium)]
async fn clearing_forgets_every_answer(browser: &Browser) -> Result<()> {
    let page = result(browser, ONE_CONCERN).await?;
    page.tap("#clear").await?;
    let seen = page.at("concerns").await?;
    ensure!(seen.checked.is_empty(), "{seen:?}");
    page.walk_and(ONE_CONCERN, async |page| {
        let seen = page.seen().await?;
        ensure!(seen.checked.is_empty(), "{seen:?}");
        Ok(())
    })
    .await
}

#[browser_test(firefox)]
async fn under_18_the_quiz_ends_kindly(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    page.walk(UNDER_AGE).await?;
    let seen = page.until("the ending", |seen| seen.screen == Screen::Ending).await?;
    ensure!(seen.heading.is_some_and(|heading| !heading.is_empty()));
    ensure!(count(&page, "#book, [data-benefit], [data-plan]").await? == 0);
    page.until("focus on the heading", |seen| seen.focus_is("heading")).await?;
    page.tap("#clear").await?;
    let seen = page.at("concerns").await?;
    ensure!(seen.checked.is_empty(), "{seen:?}");
    Ok(())
}

/// How many elements there are.
pub(crate) async fn count(page: &Page<'_>, selector: &str) -> Result<usize> {
    page.js("return document.querySelectorAll(arguments[0]).length", &[selector.into()]).await
}

async fn result<'a>(browser: &'a Browser, walk: &[Step]) -> Result<Page<'a>> {
    let page = Visit::new(browser)?.open().await?;
    page.walk(walk).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    Ok(page)
}
