use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, Media, ONE_CONCERN, Page, Pointer, Screen, Visit};

#[browser_test(every)]
async fn a_double_tap_on_a_choice_is_one_step(browser: &Browser) -> Result<()> {
    for pointer in [Pointer::Mouse, Pointer::Finger] {
        browser.open_tab().await?;
        let page = at_lines(Visit::new(browser)?.framed(390, 800)).await?;
        double_tapped(&page, pointer).await?;
    }
    Ok(())
}

/// Both lists are long, so that Continue stays where it was, at the foot of the screen, if nothing
/// scrolls.
#[browser_test(every)]
async fn a_double_tap_on_continue_is_one_step(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.framed(390, 600).open().await?;
    page.walk(&ONE_CONCERN[..6]).await?;
    page.at("skin-today").await?;
    page.tap_choice("skin-today", "infection").await?;
    page.tap_fast(Pointer::Mouse, "#continue", 2).await?;
    stands_unanswered(&page, "medicines").await
}

#[browser_test(every)]
async fn a_double_tap_with_little_motion_is_one_step(browser: &Browser) -> Result<()> {
    let page = at_lines(Visit::new(browser)?.framed(390, 800).media(Media::STILL)).await?;
    double_tapped(&page, Pointer::Mouse).await
}

/// Systems call two presses a double click that are 500 ms apart, and some more.
#[browser_test(every)]
async fn a_slow_double_click_is_one_step(browser: &Browser) -> Result<()> {
    for pointer in [Pointer::Mouse, Pointer::Finger] {
        browser.open_tab().await?;
        let page = at_lines(Visit::new(browser)?.framed(390, 800)).await?;
        page.js::<()>(HOLD, &[]).await?;
        page.tap_again(pointer, CHOICE, 600, 0.0).await?;
        stands_unanswered(&page, "texture-look").await?;
        let lasts =
            "return getComputedStyle(document.querySelector('form'), '::after').animationDuration";
        let lasts: String = page.js(lasts, &[]).await?;
        ensure!(lasts == "0.7s", "{lasts}");
        page.js::<()>(LET_GO, &[]).await?;
        page.tap(CHOICE).await?;
        page.at("acne-scars-look").await?;
    }
    Ok(())
}

#[browser_test(every)]
async fn an_answer_at_another_place_counts_at_once(browser: &Browser) -> Result<()> {
    let page = at_lines(Visit::new(browser)?.framed(390, 800)).await?;
    page.js::<()>(HOLD, &[]).await?;
    page.tap_again(Pointer::Mouse, "label.choice:has(#choice-0)", 100, 75.0).await?;
    page.at("acne-scars-look").await?;
    page.back().await?;
    let seen = page.at("texture-look").await?;
    ensure!(seen.checked == ["moderate"], "{seen:?}");
    Ok(())
}

/// What the result shows there might lead away.
#[browser_test(every)]
async fn a_double_click_on_the_last_question_presses_nothing_on_the_result(
    browser: &Browser,
) -> Result<()> {
    let page = Visit::new(browser)?.framed(390, 800).open().await?;
    page.until("the whole program", |seen| seen.loaded).await?;
    page.walk(&ONE_CONCERN[..9]).await?;
    page.at("habits").await?;
    page.tap_choice("habits", "none").await?;
    page.js::<()>(HOLD, &[]).await?;
    page.js::<()>("addEventListener('click', ({ target }) => { document.documentElement.dataset.pressed = target.nodeName; }, true)", &[]).await?;
    page.tap_again(Pointer::Mouse, "#continue", 450, 0.0).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    let pressed = "document.documentElement.dataset.pressed";
    page.until_js("nothing of it is pressed", &format!("return {pressed} === 'MAIN'")).await
}

/// On a slow device a press waits until the screen is drawn that it was not meant for.
#[browser_test(every)]
async fn the_time_begins_with_the_first_frame(browser: &Browser) -> Result<()> {
    let page = at_lines(Visit::new(browser)?.framed(390, 800)).await?;
    let busy = "
        new MutationObserver((_, observer) => {
            if (!document.querySelector(`[name='texture-look']`)) return;
            observer.disconnect();
            document.body.getBoundingClientRect();
            const end = performance.now() + 1000;
            while (performance.now() < end);
            requestAnimationFrame(() => {
                const all = document.getAnimations().filter(({ animationName }) => animationName === 'settle');
                document.documentElement.dataset.noted = all.map(({ playState, currentTime }) => `${playState} ${Math.round(currentTime)}`);
            });
        }).observe(document.body, { childList: true, subtree: true })";
    page.js::<()>(busy, &[]).await?;
    page.tap(CHOICE).await?;
    page.at("texture-look").await?;
    page.until_js("a frame", "return 'noted' in document.documentElement.dataset").await?;
    let noted: String = page.js("return document.documentElement.dataset.noted", &[]).await?;
    ensure!(noted == "paused 0", "{noted}");
    stands_unanswered(&page, "texture-look").await
}

/// The second question of the longest walk; those behind it look like it.
async fn at_lines(visit: Visit<'_>) -> Result<Page<'_>> {
    let page = visit.open().await?;
    page.walk(&ALL_CONCERNS[..1]).await?;
    page.at("wrinkles-look").await?;
    Ok(page)
}

const CHOICE: &str = "label.choice:has(#choice-1)";

/// Whatever the load, what lets no second press through stays until [`LET_GO`].
const HOLD: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*::after { animation-play-state: paused !important }');
    document.adoptedStyleSheets.push(sheet)";
const LET_GO: &str = "
    document.adoptedStyleSheets.pop();
    const all = document.getAnimations().filter(({ animationName }) => animationName === 'settle');
    all.forEach((animation) => animation.finish())";

async fn double_tapped(page: &Page<'_>, pointer: Pointer) -> Result<()> {
    page.tap_fast(pointer, CHOICE, 2).await?;
    stands_unanswered(page, "texture-look").await?;
    page.tap_fast(pointer, CHOICE, 3).await?;
    stands_unanswered(page, "acne-scars-look").await?;
    page.back().await?;
    let seen = page.at("texture-look").await?;
    ensure!(seen.checked == ["moderate"], "{seen:?}");
    Ok(())
}

/// The question is there, untouched, and stays so once a pointer may act again.
async fn stands_unanswered(page: &Page<'_>, question: &str) -> Result<()> {
    page.at(question).await?;
    let seen = page.until("a pointer may act", |seen| !seen.guarded).await?;
    ensure!(seen.asks(question) && seen.checked.is_empty() && seen.error.is_none(), "{seen:?}");
    Ok(())
}
