use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, Page, Screen, Visit};

#[browser_test(every)]
async fn nothing_moves_before_the_first_action(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    nothing_moved(&page).await
}

#[browser_test(every)]
async fn nothing_moves_before_the_first_action_in_a_frame(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.framed(390, 600).open().await?;
    nothing_moved(&page).await?;
    page.client().clone().enter_parent_frame().await?;
    ensure!(page.js::<f64>("return scrollY", &[]).await? == 0.0, "the host page was scrolled");
    let focus: String = page.js("return document.activeElement.nodeName", &[]).await?;
    ensure!(focus == "BODY", "the host page's {focus} has the focus");
    page.enter().await
}

#[browser_test(every)]
async fn a_step_gives_the_heading_focus_without_scrolling(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    for step in ALL_CONCERNS {
        page.walk(&[*step]).await?;
        let seen = page.until("focus on the heading", |seen| seen.focus_is("heading")).await?;
        page.painted().await?;
        ensure!(page.moved("scroll").await?.is_empty(), "scrolled at {:?}", seen.heading);
        ensure!(page.js::<f64>("return scrollY", &[]).await? == 0.0);
    }
    ensure!(page.seen().await?.screen == Screen::Result);
    Ok(())
}

#[browser_test(every)]
async fn a_heading_out_of_view_is_scrolled_to(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.framed(390, 600).open().await?;
    let long = ALL_CONCERNS.iter().position(|step| step.0 == "health").unwrap_or_default();
    page.walk(&ALL_CONCERNS[..long]).await?;
    page.at("health").await?;
    page.tap_choice("health", "unsure").await?;
    page.tap("#continue").await?;
    let scrolled = page.js::<f64>("return recorded.moves.length && scrollY", &[]).await?;
    page.at("habits").await?;
    page.until("focus on the heading", |seen| seen.focus_is("heading")).await?;
    page.painted().await?;
    ensure!(!page.moved("scroll").await?.is_empty(), "the list is too short to test: {scrolled}");
    let in_view = "
        const { top, bottom } = document.getElementById('heading').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight";
    ensure!(page.js::<bool>(in_view, &[]).await?, "the heading is out of view");
    Ok(())
}

async fn nothing_moved(page: &Page<'_>) -> Result<()> {
    page.until_js("the page is complete", "return document.readyState === 'complete'").await?;
    page.painted().await?;
    let seen = page.seen().await?;
    ensure!(seen.focus_is("body"), "{:?} has the focus", seen.focus);
    let moved = [page.moved("scroll").await?, page.moved("focusin").await?].concat();
    ensure!(moved.is_empty(), "moved: {moved:?}");
    ensure!(page.js::<f64>("return scrollY", &[]).await? == 0.0, "scrolled");
    Ok(())
}
