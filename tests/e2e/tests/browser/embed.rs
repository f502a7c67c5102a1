use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, ONE_CONCERN, Page, Screen, Visit};
use serde_json::{Value, json};

use crate::quiet::words_of_the_quiz;

pub(crate) const FIRST: &str = "document.querySelector('skin-quiz, [data-skin-quiz]')";

#[browser_test(every)]
async fn a_plain_page(browser: &Browser) -> Result<()> {
    let page = arrived(browser, "plain").await?;
    tapped_to_a_result(&page).await?;
    every_event_is_told(&page).await
}

#[browser_test(every)]
async fn a_hostile_theme(browser: &Browser) -> Result<()> {
    tapped_to_a_result(&arrived(browser, "hostile-css").await?).await
}

#[browser_test(every)]
async fn a_strict_policy(browser: &Browser) -> Result<()> {
    walked_to_a_result(&arrived(browser, "strict-csp").await?).await
}

#[browser_test(every)]
async fn a_column_of_280_pixels(browser: &Browser) -> Result<()> {
    let page = arrived(browser, "column").await?;
    page.enter().await?;
    let width: u32 = page.js("return innerWidth", &[]).await?;
    ensure!(width == 280, "it is {width} wide");
    page.outside().await?;
    walked_to_a_result(&page).await
}

#[browser_test(every)]
async fn a_page_from_right_to_left(browser: &Browser) -> Result<()> {
    let page = arrived(browser, "right-to-left").await?;
    page.enter().await?;
    page.until_js("Arabic", "return document.documentElement.lang === 'ar'").await?;
    page.outside().await?;
    walked_to_a_result(&page).await
}

#[browser_test(every)]
async fn a_page_builders_div(browser: &Browser) -> Result<()> {
    let page = arrived(browser, "page-builder").await?;
    page.enter().await?;
    let scheme = "return getComputedStyle(document.documentElement).colorScheme";
    let scheme: String = page.js(scheme, &[]).await?;
    ensure!(scheme == "dark", "{scheme}");
    page.outside().await?;
    walked_to_a_result(&page).await
}

#[browser_test(every)]
async fn two_quizzes_and_the_script_twice(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("two").open_host().await?;
    page.until_js(
        "both are ready",
        "return host.told.filter(({ kind }) => kind === 'ready').length >= 2",
    )
    .await?;
    page.enter_at(1).await?;
    page.until_js("Spanish", "return document.documentElement.lang === 'es'").await?;
    let title: String = page.js("return document.title", &[]).await?;
    page.tap_through(&ONE_CONCERN[..2]).await?;
    page.outside().await?;
    let titles = "return [...document.querySelectorAll('skin-quiz')].map((quiz) => quiz.shadowRoot.querySelector('iframe').title)";
    let titles: Vec<String> = page.js(titles, &[]).await?;
    ensure!(titles[1] == title && titles[0] != title && titles[0] != "Quiz", "{titles:?}");
    page.enter_at(0).await?;
    page.at("concerns").await?;
    page.outside().await?;
    let frames = "return [...document.querySelectorAll('skin-quiz')].map((quiz) => quiz.shadowRoot.querySelectorAll('iframe').length)";
    ensure!(page.js::<Vec<u32>>(frames, &[]).await? == [1, 1]);
    let told: Vec<Value> =
        page.js("return host.told.filter(({ kind }) => kind === 'start')", &[]).await?;
    ensure!(told.len() == 1 && told[0]["from"] == "second", "{told:?}");
    Ok(())
}

#[browser_test(every)]
async fn added_late_removed_and_put_back(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("late").open_host().await?;
    for (times, button) in [(1, 0), (2, 1)] {
        page.js::<()>(
            "document.querySelectorAll('button')[arguments[0]].click()",
            &[json!(button)],
        )
        .await?;
        page.js::<()>("place.scrollIntoView()", &[]).await?;
        ready(&page, times).await?;
        page.enter().await?;
        page.tap_through(&ONE_CONCERN[..1]).await?;
        page.outside().await?;
    }
    let moved = format!(
        "const [done] = arguments;
         const quiz = {FIRST};
         quiz.remove();
         requestAnimationFrame(() => requestAnimationFrame(() => {{
           document.body.append(quiz);
           quiz.scrollIntoView();
           done();
         }}))"
    );
    page.client().execute_async(&moved, vec![]).await?;
    ready(&page, 3).await?;
    page.enter().await?;
    page.at("concerns").await?;
    fits(&page).await?;
    page.outside().await?;
    page.until_js(
        "the first step of each is told",
        "return host.told.filter(({ detail }) => detail.number === 1).length === 3",
    )
    .await?;
    let told: Vec<String> = page.js("return host.told.map(({ kind }) => kind)", &[]).await?;
    let count = |kind: &str| told.iter().filter(|one| *one == kind).count();
    let counts = ["ready", "step", "start", "error"].map(count);
    ensure!(counts == [3, 5, 2, 0] && count("impression") <= 3, "{told:?}");
    Ok(())
}

#[browser_test(chromium)]
async fn a_stale_link_is_told_of(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .embedded("plain")
        .written("<skin-quiz src=\"..\">", "<skin-quiz src=\"..#r1.microneedling.old.gone\">")
        .open_host()
        .await?;
    ready(&page, 1).await?;
    page.enter().await?;
    let seen = page.until("a notice", |seen| seen.notice.is_some()).await?;
    ensure!(seen.asks("concerns"), "{seen:?}");
    fits(&page).await?;
    page.outside().await?;
    walked_to_a_result(&page).await
}

#[browser_test(every)]
async fn a_step_scrolls_only_where_the_top_is_out_of_view(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("sticky-header").open_host().await?;
    page.js::<()>(
        &format!("scrollTo(0, {FIRST}.getBoundingClientRect().top + scrollY - 200)"),
        &[],
    )
    .await?;
    ready(&page, 1).await?;
    let top = format!("return Math.round({FIRST}.getBoundingClientRect().top)");
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.walk_and_leave(&ONE_CONCERN[..1]).await?;
    page.until_js(
        "the step is told",
        "return host.told.filter(({ kind }) => kind === 'step').length === 2",
    )
    .await?;
    page.painted().await?;
    let stays: i32 = page.js(&top, &[]).await?;
    ensure!(stays == 200, "the top was in view and went to {stays}");
    page.js::<()>(&format!("scrollTo(0, {FIRST}.getBoundingClientRect().top + scrollY + 50)"), &[])
        .await?;
    page.enter().await?;
    page.walk_and_leave(&ONE_CONCERN[1..2]).await?;
    page.until_js("the top is below the header", &top.replace("return", "return 80 ===")).await
}

#[browser_test(every)]
async fn a_tag_manager_learns_no_answer(browser: &Browser) -> Result<()> {
    let page = arrived(browser, "tag-manager").await?;
    page.enter().await?;
    for step in ONE_CONCERN {
        page.tap_through(&[*step]).await?;
        page.outside().await?;
        page.js::<()>("recordNow()", &[]).await?;
        page.enter().await?;
    }
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.outside().await?;
    page.until_js("the end is told", "return dataLayer.some(({ kind }) => kind === 'complete')")
        .await?;
    page.js::<()>("recordNow()", &[]).await?;
    let learned: Vec<String> = page.js("return learned", &[]).await?;
    ensure!(learned.iter().any(|what| what == "refused"), "nothing was refused");
    nothing_secret(&page, &learned).await
}

#[browser_test(every)]
async fn what_is_offered_works_and_is_told(browser: &Browser) -> Result<()> {
    let page = arrived(browser, "column").await?;
    page.enter().await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.tap("#copy").await?;
    page.until("a notice", |seen| seen.notice.is_some()).await?;
    fits(&page).await?;
    let elsewhere = "for (const link of document.querySelectorAll('#book, #first-step')) link.href = 'before.html'";
    page.js::<()>(elsewhere, &[]).await?;
    page.tap("#first-step").await?;
    page.outside().await?;
    page.until("the clinic's page", |seen| seen.heading.as_deref() == Some("Before")).await?;
    let told: Vec<Value> = page.js("return JSON.parse(sessionStorage.told)", &[]).await?;
    let pressed: Vec<&Value> =
        told.iter().filter(|one| one["kind"] == "cta").map(|one| &one["detail"]["which"]).collect();
    ensure!(pressed == ["copy", "booking"], "{pressed:?}");
    Ok(())
}

#[browser_test(every)]
async fn back_in_an_embedded_quiz(browser: &Browser) -> Result<()> {
    let page = arrived(browser, "plain").await?;
    page.enter().await?;
    page.tap_through(&ONE_CONCERN[..3]).await?;
    for (question, choices) in ONE_CONCERN[..3].iter().rev() {
        page.back().await?;
        let seen = page.at(question).await?;
        ensure!(seen.checked == *choices, "{seen:?}");
        fits(&page).await?;
    }
    Ok(())
}

#[browser_test(firefox)]
async fn what_cannot_be_embedded_is_told_of(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("late").open_host().await?;
    let wrong = "place.innerHTML = '<skin-quiz src=\"javascript:1\"><i>Take it</i></skin-quiz><a data-skin-quiz=\"..\"><i>Take it</i></a><div data-skin-quiz=\"..\"></div>'; place.scrollIntoView()";
    page.js::<()>(wrong, &[]).await?;
    ready(&page, 1).await?;
    let complaints: Vec<String> = page.js("return host.complaints", &[]).await?;
    ensure!(
        complaints.len() == 2 && complaints.iter().all(|one| one.contains("write <skin-quiz src=")),
        "{complaints:?}"
    );
    let shown = "return [...document.querySelectorAll('i')].every((own) => own.getClientRects().length > 0)";
    ensure!(page.js::<bool>(shown, &[]).await?, "the own content is gone");
    Ok(())
}

/// The page's language is that of the quiz also where the element stands in the shadow of others.
#[browser_test(every)]
async fn in_a_shadow_root_it_speaks_the_language_around_it(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("late").open_host().await?;
    in_shadow(&page, "<skin-quiz src=\"..\"></skin-quiz>").await?;
    ready(&page, 1).await?;
    let frame = format!("{INNER}.querySelector('skin-quiz').shadowRoot.querySelector('iframe')");
    let source = format!("return new URL({frame}.src).searchParams.get('lang')");
    let language: String = page.js(&source, &[]).await?;
    ensure!(language == "es_ES", "{language}");
    let spanish: Value = serde_json::from_str(&page.files.read(&page.files.translation("es"))?)?;
    let title = format!("return {frame}.title === arguments[0]");
    page.until_js_given("its title in Spanish", &title, &[spanish["words"]["title"].clone()]).await
}

#[browser_test(every)]
async fn a_div_in_a_shadow_root_is_told_of(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("late").clock_by_hand().open_host().await?;
    page.until_js("it is waited for", "return host.waiting(4000) === 1").await?;
    in_shadow(&page, "<div data-skin-quiz=\"..\"><i>Take it</i></div>").await?;
    let complaints: Vec<String> = page.js("host.elapse(4000); return host.complaints", &[]).await?;
    ensure!(
        complaints.len() == 1 && complaints[0].contains("write <skin-quiz src="),
        "{complaints:?}"
    );
    let shown = format!("return {INNER}.querySelector('i').getClientRects().length > 0");
    ensure!(page.js::<bool>(&shown, &[]).await?, "the own content is gone");
    Ok(())
}

const INNER: &str = "place.lastElementChild.shadowRoot.lastElementChild.shadowRoot";

/// Puts something into a shadow root within a shadow root, [`INNER`], of a page in Spanish.
async fn in_shadow(page: &Page<'_>, html: &str) -> Result<()> {
    let script = "
        document.documentElement.lang = 'es_ES';
        const within = (root) => root.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
        within(within(place)).innerHTML = arguments[0];
        place.scrollIntoView()";
    page.js(script, &[html.into()]).await
}

/// A page of `static/demo` whose quiz is ready and runs; loading moved nothing.
pub(crate) async fn arrived<'a>(browser: &'a Browser, demo: &'static str) -> Result<Page<'a>> {
    let page = Visit::new(browser)?.embedded(demo).open_host().await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    fits(&page).await?;
    page.outside().await?;
    let moves: Vec<String> = page.js("return host.moves", &[]).await?;
    ensure!(moves.is_empty(), "loading moved the page: {moves:?}");
    let focus: String = page.js("return document.activeElement.nodeName", &[]).await?;
    ensure!(focus == "BODY", "loading gave the focus to {focus}");
    Ok(page)
}

/// Waits until as many quizzes have been ready as said.
pub(crate) async fn ready(page: &Page<'_>, times: usize) -> Result<()> {
    page.until_js_given(
        "the quiz is ready",
        "return host.told.filter(({ kind }) => kind === 'ready').length === arguments[0]",
        &[json!(times)],
    )
    .await
}

/// Taps through the quiz and looks at the frame after every step.
async fn tapped_to_a_result(page: &Page<'_>) -> Result<()> {
    page.enter().await?;
    for step in ONE_CONCERN {
        page.tap_through(&[*step]).await?;
        fits(page).await?;
    }
    there_and_back(page).await
}

/// The same by script.
async fn walked_to_a_result(page: &Page<'_>) -> Result<()> {
    page.enter().await?;
    page.walk_and(ONE_CONCERN, async |page| fits(page).await).await?;
    there_and_back(page).await
}

async fn there_and_back(page: &Page<'_>) -> Result<()> {
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    fits(page).await?;
    let high: f64 = page.js("return innerHeight", &[]).await?;
    page.tap("#restart").await?;
    page.at("concerns").await?;
    fits(page).await?;
    let low: f64 = page.js("return innerHeight", &[]).await?;
    ensure!(low < high, "the frame did not shrink from {high}: {low}");
    page.outside().await
}

/// Waits until the frame, where the tests are, is as high as its content and has nothing to scroll.
/// The frame has to be in view: Chromium may keep a new size from a frame out of view until it is seen.
pub(crate) async fn fits(page: &Page<'_>) -> Result<()> {
    let script = "
        const root = document.documentElement;
        const step = document.querySelector('#quiz .progress') ? 16 : 64;
        const spare = innerHeight - root.getBoundingClientRect().height;
        return innerHeight % step === 0 && spare >= 0 && spare < step && root.scrollHeight <= root.clientHeight && root.clientWidth === innerWidth";
    page.until_js("the frame is as high as its content", script).await
}

async fn every_event_is_told(page: &Page<'_>) -> Result<()> {
    page.until_js("an impression", "return host.told.some(({ kind }) => kind === 'impression')")
        .await?;
    page.until_js("a restart", "return host.told.at(-1).kind === 'step' && host.told.some(({ kind }) => kind === 'restart')").await?;
    let told: Vec<Value> = page.js("return host.told", &[]).await?;
    ensure!(told.iter().all(|one| one["bubbles"] == true && one["composed"] == true), "{told:?}");
    let kinds: Vec<&str> = told
        .iter()
        .filter_map(|one| one["kind"].as_str())
        .filter(|kind| *kind != "impression")
        .collect();
    let steps = vec!["step"; ONE_CONCERN.len() - 1];
    let expected =
        [&["ready", "step", "start"], &steps[..], &["complete", "restart", "step"]].concat();
    ensure!(kinds == expected, "{kinds:?}");
    let details: Vec<String> = told.iter().map(|one| one["detail"].to_string()).collect();
    nothing_secret(page, &details).await?;
    let messages: Vec<String> = page.js("return host.messages", &[]).await?;
    nothing_secret(page, &messages).await
}

/// Whatever is learned, it has no word of the quiz but those that the page itself has.
async fn nothing_secret(page: &Page<'_>, learned: &[String]) -> Result<()> {
    let own =
        "const [done] = arguments; fetch(location.href).then((page) => page.text()).then(done)";
    let own = page.client().execute_async(own, vec![]).await?;
    let own = own.as_str().context("no page")?.to_lowercase();
    let words = words_of_the_quiz(page)?.into_iter().map(|word| word.to_lowercase());
    let secret: Vec<String> = words.filter(|word| !has(&own, word)).collect();
    for short in ["pores", "face", "neck"] {
        ensure!(secret.iter().any(|word| word == short), "{short} is not looked for");
    }
    for what in learned.iter().map(|what| what.to_lowercase()) {
        let told = secret.iter().find(|word| has(&what, word));
        ensure!(told.is_none(), "{told:?} is told by {what:?}");
    }
    Ok(())
}

/// Whether a text has a word, not as a part of another.
fn has(text: &str, word: &str) -> bool {
    let part = |character: char| character.is_alphanumeric();
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(part) && !text[at + word.len()..].starts_with(part))
}
