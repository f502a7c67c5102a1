//! Where and when the element shows: hidden panels, room kept free, near the view, moved.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Engine, ONE_CONCERN, Page, Screen, Visit};

use crate::embed::{FIRST, fits, ready};

const PRESS: &str = "document.querySelector('button').click()";
const PANEL: &str = "<div id=\"tab\" hidden><skin-quiz";
const TOGGLE: &str = "tab.hidden = !tab.hidden";

#[browser_test(every)]
async fn in_a_tab_that_is_hidden_at_first(browser: &Browser) -> Result<()> {
    shown_and_hidden(Visit::new(browser)?.embedded("hidden-tab")).await
}

#[browser_test(every)]
async fn hidden_by_an_attribute_of_its_own(browser: &Browser) -> Result<()> {
    let itself = "<div><skin-quiz id=\"tab\" hidden";
    shown_and_hidden(Visit::new(browser)?.embedded("hidden-tab").written(PANEL, itself)).await
}

#[browser_test(every)]
async fn hidden_by_a_class_of_its_own(browser: &Browser) -> Result<()> {
    let itself =
        "<style>.closed { display: none; }</style><div><skin-quiz id=\"tab\" class=\"closed\"";
    let visit = Visit::new(browser)?.embedded("hidden-tab");
    shown_and_hidden(visit.written(PANEL, itself).written(TOGGLE, "tab.classList.toggle('closed')"))
        .await
}

#[browser_test(webkit)]
async fn an_error_in_a_hidden_tab_is_told(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .site(|site, files| site.missing(&files.quiz))
        .embedded("hidden-tab")
        .open_host()
        .await?;
    page.until_js("it is told", "return host.told.length > 0").await?;
    ensure!(kinds(&page).await? == ["error"], "{:?}", kinds(&page).await?);
    page.js::<()>(PRESS, &[]).await?;
    ready(&page, 1).await
}

#[browser_test(every)]
async fn room_is_kept_free_at_once_and_given_back(browser: &Browser) -> Result<()> {
    let page = far(browser, "height=\" 5000px \"").await?;
    let high = format!("return {FIRST}.getBoundingClientRect().height");
    let before: f64 = page.js(&high, &[]).await?;
    ensure!((before - 5000.0).abs() < 0.5, "{before} pixels are kept free");
    nothing_is_loaded(&page).await?;
    come_near(&page).await?;
    ready(&page, 1).await?;
    page.until_js("the room is given back", &format!("{high} < 5000")).await?;
    page.js::<()>(&format!("{FIRST}.scrollIntoView()"), &[]).await?;
    page.enter().await?;
    fits(&page).await?;
    let inside: f64 = page.js("return innerHeight", &[]).await?;
    page.outside().await?;
    let after: f64 = page.js(&high, &[]).await?;
    ensure!((after - inside).abs() < 0.5, "{after} pixels for a frame of {inside}");
    Ok(())
}

#[browser_test(every)]
async fn it_waits_until_it_is_near(browser: &Browser) -> Result<()> {
    let page = far(browser, "").await?;
    nothing_is_loaded(&page).await?;
    come_near(&page).await?;
    ready(&page, 1).await
}

#[browser_test(every)]
async fn it_is_loaded_at_once_where_that_is_asked_for(browser: &Browser) -> Result<()> {
    let page = far(browser, "loading=\" Eager \"").await?;
    page.until_js("it is begun", &format!("return {BEGUN}")).await
}

#[browser_test(every)]
async fn without_src_it_lies_beside_the_script(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .embedded("plain")
        .written("<skin-quiz src=\"..\">", "<skin-quiz>")
        .open_host()
        .await?;
    ready(&page, 1).await
}

#[browser_test(chromium)]
async fn a_folder_may_have_a_dot(browser: &Browser) -> Result<()> {
    for (src, wanted) in
        [("/v1.2", "/v1.2/"), ("/v1.2/", "/v1.2/"), ("/v1.2/index.html", "/v1.2/index.html")]
    {
        browser.open_tab().await?;
        let page = Visit::new(browser)?
            .site(|site, _| site.under("/v1.2/"))
            .embedded("plain")
            .written("src=\"..\"", &format!("src=\"{src}\""))
            .open_host()
            .await?;
        ready(&page, 1).await?;
        let path =
            format!("return new URL({FIRST}.shadowRoot.querySelector('iframe').src).pathname");
        let path: String = page.js(&path, &[]).await?;
        ensure!(path == wanted, "{src} gives {path}");
    }
    Ok(())
}

#[browser_test(firefox)]
async fn a_div_becomes_one_by_an_attribute_set_later(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("late").open_host().await?;
    page.painted().await?;
    page.js::<()>("place.scrollIntoView(); place.dataset.skinQuiz = '..'", &[]).await?;
    ready(&page, 1).await
}

/// Removed before it has loaded, while it loads, and before its impression; then put back.
#[browser_test(every)]
async fn a_removed_quiz_is_quiet(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("plain").clock_by_hand().open_host().await?;
    ready(&page, 1).await?;
    page.until_js("an impression is near", "return host.waiting(1000) === 1").await?;
    let hold = page.site.hold(&page.files.start);
    page.js::<()>(&format!("window.quiz = {FIRST}; window.quiz.remove()"), &[]).await?;
    page.painted().await?;
    ensure!(waiting(&page).await? == 0, "something is still waited for");
    page.js::<()>("document.querySelector('p').after(quiz)", &[]).await?;
    hold.arrived().await;
    let frames = "return quiz.shadowRoot.querySelectorAll('iframe').length";
    ensure!(page.js::<u32>(frames, &[]).await? == 1, "it is loaded twice");
    page.painted().await?;
    page.js::<()>("host.elapse(1000); host.elapse(8000)", &[]).await?;
    ensure!(kinds(&page).await? == ["ready", "step"], "{:?}", kinds(&page).await?);
    hold.release();
    ready(&page, 2).await?;
    page.until_js("an impression is near", "return host.waiting(1000) === 1").await?;
    page.js::<()>("host.elapse(1000); host.elapse(8000)", &[]).await?;
    page.until_js("a step", "return host.told.filter(({ kind }) => kind === 'step').length === 2")
        .await?;
    let mut kinds = kinds(&page).await?;
    kinds[3..].sort();
    ensure!(kinds == ["ready", "step", "ready", "impression", "step"], "{kinds:?}");
    let complaints: Vec<String> = page.js("return host.complaints", &[]).await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// Browsers load a frame anew that is moved, and the quiz begins anew with it.
#[browser_test(every)]
async fn a_moved_quiz_starts_again(browser: &Browser) -> Result<()> {
    for demo in ["plain", "page-builder"] {
        let page = a_step_on(browser, demo).await?;
        page.js::<()>(&format!("document.querySelector('h1').after({FIRST})"), &[]).await?;
        ready(&page, 2).await?;
        page.enter().await?;
        page.until("the first question", |seen| seen.loaded && seen.asks("concerns")).await?;
        fits(&page).await?;
        page.outside().await?;
        let complaints: Vec<String> = page.js("return host.complaints", &[]).await?;
        ensure!(complaints.is_empty(), "{demo}: {complaints:?}");
    }
    Ok(())
}

/// By `moveBefore` it goes on in Chromium. Firefox loads the frame anew there too; WebKit has none.
#[browser_test(every)]
async fn a_quiz_moved_whole_goes_on(browser: &Browser) -> Result<()> {
    for demo in ["plain", "page-builder"] {
        let page = a_step_on(browser, demo).await?;
        let moved = format!(
            "const quiz = {FIRST}; if (!quiz.moveBefore) return false; document.body.moveBefore(quiz, document.querySelector('p')); return true"
        );
        let moved: bool = page.js(&moved, &[]).await?;
        ensure!(moved == (browser.engine() != Engine::WebKit), "moveBefore: {moved}");
        match browser.engine() {
            Engine::WebKit => {}
            Engine::Firefox => ready(&page, 2).await?,
            Engine::Chromium => goes_on(&page).await?,
        }
    }
    Ok(())
}

async fn goes_on(page: &Page<'_>) -> Result<()> {
    page.painted().await?;
    page.enter().await?;
    page.at(ONE_CONCERN[1].0).await?;
    page.walk(&ONE_CONCERN[1..2]).await?;
    fits(page).await?;
    page.outside().await?;
    page.until_js("the step is told", "return host.told.at(-1).detail.number === 3").await?;
    let told = kinds(page).await?;
    ensure!(told.iter().filter(|kind| *kind == "ready").count() == 1, "{told:?}");
    Ok(())
}

#[browser_test(webkit)]
async fn a_move_that_fails_is_told_of(browser: &Browser) -> Result<()> {
    let page = a_step_on(browser, "plain").await?;
    page.site.set_missing(&page.files.start);
    page.js::<()>(&format!("document.querySelector('h1').after({FIRST})"), &[]).await?;
    let told = "host.elapse(8000); return host.told.at(-1).kind === 'error'";
    page.until_js("an error is told", told).await?;
    let shown = format!("return {FIRST}.querySelector('a').getClientRects().length > 0");
    ensure!(page.js::<bool>(&shown, &[]).await?, "the own content is not there");
    Ok(())
}

/// A quiz whose first question is answered.
async fn a_step_on<'a>(browser: &'a Browser, demo: &'static str) -> Result<Page<'a>> {
    browser.open_tab().await?;
    let page = Visit::new(browser)?.embedded(demo).clock_by_hand().open_host().await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.walk(&ONE_CONCERN[..1]).await?;
    page.outside().await?;
    let step = "return host.told.some(({ detail }) => detail.number === 2)";
    page.until_js("the step is told", step).await?;
    Ok(page)
}

/// A press that is told may take the quiz away.
#[browser_test(every)]
async fn a_listener_may_remove_it(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("plain").open_host().await?;
    ready(&page, 1).await?;
    let removes =
        "window.thrown = []; addEventListener('error', ({ message }) => thrown.push(message));
        addEventListener('skin-quiz:cta', ({ target }) => target.remove())";
    page.js::<()>(removes, &[]).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    let press = "setTimeout(() => document.querySelector('#copy').click())";
    page.js::<()>(press, &[]).await?;
    page.outside().await?;
    page.until_js("it is gone", &format!("return {FIRST} === null")).await?;
    let thrown: Vec<String> = page.js("return thrown", &[]).await?;
    ensure!(thrown.is_empty(), "{thrown:?}");
    Ok(())
}

/// A quiz in a panel that a button shows and hides: it is as the panel is, and nothing that it
/// tells is lost.
async fn shown_and_hidden(visit: Visit<'_>) -> Result<()> {
    let page = visit.open_host().await?;
    let runs = format!("return {FIRST}.shadowRoot?.querySelector('iframe')?.title.length > 4");
    page.until_js("it is met", &runs).await?;
    is_shown(&page, false).await?;
    ensure!(kinds(&page).await?.is_empty(), "{:?}", kinds(&page).await?);
    page.js::<()>(PRESS, &[]).await?;
    page.until_js("the first step is told", "return host.told.length > 1").await?;
    is_shown(&page, true).await?;
    ensure!(kinds(&page).await?[..2] == ["ready", "step"], "{:?}", kinds(&page).await?);
    page.enter().await?;
    keeps_its_height(&page).await?;
    page.tap_through(&ONE_CONCERN[..2]).await?;
    fits(&page).await?;
    page.outside().await?;
    page.js::<()>(PRESS, &[]).await?;
    page.painted().await?;
    is_shown(&page, false).await?;
    page.js::<()>(PRESS, &[]).await?;
    page.enter().await?;
    page.at(ONE_CONCERN[2].0).await?;
    fits(&page).await?;
    page.outside().await?;
    let steps =
        "return host.told.filter(({ kind }) => kind === 'step').map(({ detail }) => detail.number)";
    page.until_js("each step is told once", &format!("{steps}.length === 3")).await?;
    ensure!(page.js::<Vec<u32>>(steps, &[]).await? == [1, 2, 3]);
    Ok(())
}

/// It is as high as when it is laid out anew: nothing moves under a finger later.
async fn keeps_its_height(page: &Page<'_>) -> Result<()> {
    let heights = "
        const { documentElement: root, body } = document;
        const high = () => root.getBoundingClientRect().height;
        const shown = high();
        body.style.display = 'none';
        high();
        body.style.display = '';
        return [shown, high()]";
    let [shown, anew]: [f64; 2] = page.js(heights, &[]).await?;
    ensure!(shown == anew, "{shown} pixels, and {anew} laid out anew");
    Ok(())
}

async fn is_shown(page: &Page<'_>, wanted: bool) -> Result<()> {
    let shown = format!("return {FIRST}.getClientRects().length > 0");
    let shown: bool = page.js(&shown, &[]).await?;
    ensure!(shown == wanted, "shown: {shown}");
    Ok(())
}

const BEGUN: &str =
    "document.querySelector('skin-quiz').shadowRoot?.querySelector('iframe') != null";

/// A quiz more than two screens below the view.
async fn far<'a>(browser: &'a Browser, attributes: &str) -> Result<Page<'a>> {
    Visit::new(browser)?
        .embedded("sticky-header")
        .written("html { scroll", ".far { block-size: 500vh; } html { scroll")
        .written("<skin-quiz src", &format!("<skin-quiz {attributes} src"))
        .open_host()
        .await
}

async fn nothing_is_loaded(page: &Page<'_>) -> Result<()> {
    page.until_js("the script runs", &format!("return {FIRST}.shadowRoot !== null")).await?;
    page.painted().await?;
    page.painted().await?;
    ensure!(!page.js::<bool>(&format!("return {BEGUN}"), &[]).await?, "it is begun");
    let asked = page.site.requests().iter().any(|asked| asked.path == "/");
    ensure!(!asked, "it was asked for");
    let shown = format!("return {FIRST}.querySelector('a').getClientRects().length > 0");
    ensure!(page.js::<bool>(&shown, &[]).await?, "the own content is not there");
    Ok(())
}

async fn come_near(page: &Page<'_>) -> Result<()> {
    let scroll =
        format!("scrollTo(0, {FIRST}.getBoundingClientRect().top + scrollY - 1.5 * innerHeight)");
    page.js(&scroll, &[]).await
}

async fn kinds(page: &Page<'_>) -> Result<Vec<String>> {
    let kinds = "return host.told.map(({ kind }) => kind)";
    page.js(kinds, &[]).await
}

async fn waiting(page: &Page<'_>) -> Result<u32> {
    page.js("return host.waiting(1000) + host.waiting(8000)", &[]).await
}
