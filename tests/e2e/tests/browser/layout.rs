use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, Media, Page, Screen, UNDER_AGE, Visit, with};
use fantoccini::Locator;
use serde_json::Value;

#[browser_test(every)]
async fn nothing_scrolls_sideways_at_320(browser: &Browser) -> Result<()> {
    nothing_scrolls_sideways(Visit::new(browser)?).await
}

#[browser_test(every)]
async fn nothing_scrolls_sideways_from_right_to_left(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?.html("<html lang=\"en\"", "<html dir=\"rtl\" lang=\"en\"")?;
    nothing_scrolls_sideways(visit).await
}

/// In a frame that cannot scroll, what is too wide is lost: a word of 40 letters in every text, and letters
/// twice as large as usual.
#[browser_test(every)]
async fn nothing_is_cut_with_long_words_and_large_letters(browser: &Browser) -> Result<()> {
    let mut cut: Vec<String> = Vec::new();
    for (language, width, letters) in
        [("en", 280, 16), ("en", 320, 32), ("en", 1280, 32), ("ar", 280, 32)]
    {
        browser.open_tab().await?;
        let page = Visit::new(browser)?.framed(width, 800).language(language).open().await?;
        let check = async |page: &Page<'_>| {
            page.still().await?;
            let found: Vec<String> = page.js(LENGTHENED, &[letters.into()]).await?;
            let at = page.seen().await?.question;
            cut.extend(
                found.into_iter().map(|it| format!("{language} {width} {letters} {at:?}: {it}")),
            );
            anyhow::Ok(())
        };
        page.until("the program", |seen| seen.loaded).await?;
        page.walk_and(&with(ALL_CONCERNS, ("health", &["pregnant"])), check).await?;
    }
    ensure!(cut.is_empty(), "{}", cut.join("\n"));
    Ok(())
}

/// Puts a long word into every text, and says what sticks out of the page or is cut.
const LENGTHENED: &str = "
    const root = document.documentElement;
    root.style.fontSize = `${arguments[0]}px`;
    for (const details of document.querySelectorAll('details')) details.open = true;
    const walker = document.createTreeWalker(document.getElementById('quiz'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        if (text.parentElement.closest('svg, textarea, .spoken') || !text.data.trim() || text.data.includes('gungs')) continue;
        text.data += ' Hautverjungungsbehandlungsmoglichkeitenn';
    }
    const isCut = (element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < -0.5 || right > root.clientWidth + 0.5)
            || getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    };
    const all = [...document.querySelectorAll('#quiz :not(svg *, .spoken, textarea)')].filter(isCut);
    const names = all.slice(0, 4).map((element) => `${element.localName}.${element.className}`);
    return root.scrollWidth > root.clientWidth || names.length ? [`${root.scrollWidth} of ${root.clientWidth}: ${names}`] : []";

#[browser_test(every)]
async fn targets_are_44_high_and_inputs_16(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.framed(390, 800).open().await?;
    let mut wrong = Vec::new();
    let script = "
        const name = (element) => `${element.nodeName} ${element.id} ${element.innerText.slice(0, 40)}`;
        const shown = (element) => element.getClientRects().length > 0;
        const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
        const low = all('label.choice, button, summary, a.button')
            .filter((element) => element.getBoundingClientRect().height < 43.99)
            .map((element) => `${name(element)}: ${element.getBoundingClientRect().height} px high`);
        const small = all('input, button, label.choice, textarea, select')
            .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 16)
            .map((element) => `${name(element)}: ${getComputedStyle(element).fontSize}`);
        return [...low, ...small]";
    let mut check = async |page: &Page<'_>| {
        wrong.extend(page.js::<Vec<String>>(script, &[]).await?);
        anyhow::Ok(())
    };
    page.walk_and(&with(ALL_CONCERNS, ("health", &["pregnant"])), &mut check).await?;
    page.back_to_first().await?;
    page.walk(UNDER_AGE).await?;
    page.until("the ending", |seen| seen.screen == Screen::Ending).await?;
    check(&page).await?;
    wrong.dedup();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[browser_test(every)]
async fn little_motion_is_asked_for_and_had(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.media(Media::STILL).open().await?;
    let script = "
        const moving = document.getAnimations()
            .filter((animation) => animation.animationName !== 'settle')
            .filter((animation) => animation.effect.getComputedTiming().duration > 1)
            .map((animation) => `${animation.animationName ?? animation.transitionProperty} of ${animation.effect.target.nodeName}`);
        if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') moving.push('smooth scrolling');
        return moving";
    for step in ALL_CONCERNS {
        page.walk(&[*step]).await?;
        let moving: Vec<String> = page.js(script, &[]).await?;
        ensure!(moving.is_empty(), "after {}: {moving:?}", step.0);
    }
    Ok(())
}

/// WebKit knows no forced colours.
#[browser_test(only(chromium, firefox))]
async fn forced_colours_show_what_is_checked(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.media(Media::FORCED_COLORS).open().await?;
    let forced = "return matchMedia('(forced-colors: active)').matches";
    ensure!(page.js::<bool>(forced, &[]).await?, "no colours are forced");
    differs_when_checked(&page, "pores").await?;
    page.walk(&ALL_CONCERNS[..1]).await?;
    page.at("wrinkles-look").await?;
    differs_when_checked(&page, "mild").await
}

async fn differs_when_checked(page: &Page<'_>, choice: &str) -> Result<()> {
    page.still().await?;
    let input = format!("input[value='{choice}']");
    let picture = async || {
        page.painted().await?;
        let input = page.client().find(Locator::Css(&input)).await?;
        anyhow::Ok(input.screenshot().await?)
    };
    let before = picture().await?;
    ensure!(before == picture().await?, "the box does not stand still");
    let check = format!("document.querySelector(\"{input}\").click()");
    page.js::<()>(&check, &[]).await?;
    page.until("checked", |seen| seen.checked == [choice]).await?;
    page.still().await?;
    ensure!(before != picture().await?, "{choice} looks the same when it is checked");
    Ok(())
}

pub(crate) async fn nothing_scrolls_sideways(visit: Visit<'_>) -> Result<()> {
    let page = visit.framed(320, 700).open().await?;
    let mut wide: Vec<Value> = Vec::new();
    let script = "
        const root = document.documentElement;
        if (innerWidth !== 320) return [`the frame is ${innerWidth} wide`];
        for (const details of document.querySelectorAll('details')) details.open = true;
        if (root.scrollWidth <= root.clientWidth && document.body.scrollWidth <= root.clientWidth) return [];
        const out = [...document.querySelectorAll('body *')].filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left < -0.5 || right > root.clientWidth + 0.5;
        });
        return [`${root.scrollWidth} wide: ${out.slice(0, 5).map((element) => `${element.nodeName}.${element.className}`)}`]";
    let mut check = async |page: &Page<'_>| {
        let found: Vec<Value> = page.js(script, &[]).await?;
        let at = page.seen().await?.question;
        wide.extend(found.into_iter().map(|found| serde_json::json!([at, found])));
        anyhow::Ok(())
    };
    page.walk_and(ALL_CONCERNS, &mut check).await?;
    page.js::<()>("Object.defineProperty(navigator, 'clipboard', { value: undefined })", &[])
        .await?;
    page.tap("#copy").await?;
    page.until("the text to select", |seen| seen.notice.is_some()).await?;
    check(&page).await?;
    page.back_to_first().await?;
    page.walk(&with(ALL_CONCERNS, ("health", &["pregnant"]))).await?;
    check(&page).await?;
    page.back_to_first().await?;
    page.walk(UNDER_AGE).await?;
    page.until("the ending", |seen| seen.screen == Screen::Ending).await?;
    check(&page).await?;
    page.js::<()>("document.getElementById('quiz').hidden = true; document.getElementById('failure').hidden = false", &[])
        .await?;
    check(&page).await?;
    ensure!(wide.is_empty(), "{wide:#?}");
    Ok(())
}
