//! How an engine reports a trap, and what becomes of a tap and of Back meanwhile, is tested in every engine;
//! what the page does then is its own code, and one engine is enough.

use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, Complaint, ONE_CONCERN, Page, Screen, Seen, Visit};
use serde_json::json;

use crate::embed::ready;

/// What the console says for the site's owner each time.
const STOPPED: &str = "skin-quiz: the program stopped (";

/// Where in a step the program is stopped: so many calls away, before, after or within the call.
const MOMENTS: &[(u32, &str)] = &[
    (1, "before"),
    (1, "after"),
    (2, "before"),
    (2, "after"),
    (3, "before"),
    (1, "within"),
    (5, "within"),
    (12, "within"),
    (40, "within"),
];

/// In WebKit, which stops programs by itself (ADR 16).
#[browser_test(webkit)]
async fn in_every_step_nothing_is_lost(browser: &Browser) -> Result<()> {
    let wanted = undisturbed(browser, ALL_CONCERNS).await?;
    for (turn, moments) in MOMENTS.chunks(3).enumerate() {
        browser.open_tab().await?;
        let page = opened(browser).await?;
        for (index, step) in ALL_CONCERNS.iter().enumerate() {
            let (call, moment) = moments[index % moments.len()];
            later(&page).await?;
            trap(&page, call, moment).await?;
            page.walk(&[*step]).await.with_context(|| format!("{moment} call {call}"))?;
            let next = ALL_CONCERNS.get(index + 1).map(|(question, _)| *question);
            let seen = page
                .until("what follows", |seen| match next {
                    Some(question) => seen.asks(question),
                    None => seen.screen == Screen::Result,
                })
                .await
                .with_context(|| format!("turn {turn}, after {}, {moment} call {call}", step.0))?;
            same(&seen, &wanted.steps[index])?;
        }
        ensure!(result(&page).await? == wanted.result, "turn {turn}: another result");
        stops(&page, 4).await?;
    }
    Ok(())
}

#[browser_test(every)]
async fn a_step_drawn_without_its_focus_is_focused(browser: &Browser) -> Result<()> {
    let wanted = undisturbed(browser, ONE_CONCERN).await?;
    let page = opened(browser).await?;
    for (index, step) in ONE_CONCERN.iter().enumerate().take(2) {
        later(&page).await?;
        page.js::<()>(STOP_AT_FOCUS, &[]).await?;
        page.walk(&[*step]).await?;
        again(&page).await?;
        same(&page.at(ONE_CONCERN[index + 1].0).await?, &wanted.steps[index])?;
    }
    stops(&page, 2).await
}

#[browser_test(every)]
async fn a_tap_is_not_lost(browser: &Browser) -> Result<()> {
    for moment in ["before", "after", "within"] {
        browser.open_tab().await?;
        let page = opened(browser).await?;
        page.walk(&ONE_CONCERN[..1]).await?;
        page.at("wrinkles-look").await?;
        trap(&page, 1, moment).await?;
        page.tap_choice("wrinkles-look", "mild").await?;
        page.at("sun").await.with_context(|| moment.to_owned())?;
        page.back().await?;
        let seen = page.at("wrinkles-look").await?;
        ensure!(seen.checked == ["mild"], "{seen:?}");
        stops(&page, 1).await?;
    }
    Ok(())
}

#[browser_test(chromium)]
async fn clicks_while_it_starts_again_count(browser: &Browser) -> Result<()> {
    picked_while_it_starts_again(browser, "input.click()").await
}

#[browser_test(firefox)]
async fn taps_while_it_starts_again_count(browser: &Browser) -> Result<()> {
    let tap = "for (const kind of ['pointerdown', 'pointerup']) {
            input.dispatchEvent(new PointerEvent(kind, { bubbles: true }));
        }
        input.click()";
    picked_while_it_starts_again(browser, tap).await
}

async fn picked_while_it_starts_again(browser: &Browser, pick: &str) -> Result<()> {
    let page = opened(browser).await?;
    page.walk(&ONE_CONCERN[..4]).await?;
    page.at("area").await?;
    let script = format!(
        "trap.now();
        for (const value of ['face', 'neck']) {{
            const input = document.querySelector(`input[value='${{value}}']`);
            {pick};
        }}
        document.getElementById('continue').click();"
    );
    page.js::<()>(&script, &[]).await?;
    page.at("age").await?;
    page.tap("#back").await?;
    let seen = page.at("area").await?;
    ensure!(seen.checked == ["face", "neck"], "{seen:?}");
    stops(&page, 1).await
}

#[browser_test(every)]
async fn a_travel_while_it_starts_again_counts(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    page.tap_through(&ONE_CONCERN[..4]).await?;
    page.at("area").await?;
    page.js::<()>("trap.now(); history.back()", &[]).await?;
    page.at("marks").await?;
    page.back().await?;
    page.at("sun").await?;
    page.forward().await?;
    page.at("marks").await?;
    stops(&page, 1).await
}

#[browser_test(firefox)]
async fn the_second_time_it_is_plain_javascript(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    page.walk(&ONE_CONCERN[..3]).await?;
    page.at("marks").await?;
    for _ in 0..2 {
        stop(&page).await?;
        again(&page).await?;
    }
    let bindings = format!(
        "return performance.getEntriesByType('resource').some(({{ name }}) => name.endsWith({}))",
        json!(page.files.fallback)
    );
    ensure!(page.js::<bool>(&bindings, &[]).await?, "it is no plain JavaScript");
    page.walk(&ONE_CONCERN[3..]).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    stops(&page, 2).await
}

#[browser_test(chromium)]
async fn the_third_time_within_a_minute_is_told(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    page.walk(&ONE_CONCERN[..3]).await?;
    page.at("marks").await?;
    for _ in 0..2 {
        stop(&page).await?;
        again(&page).await?;
    }
    page.js::<()>("trap.now()", &[]).await?;
    let seen = page.until("the failure", |seen| seen.screen == Screen::Failure).await?;
    ensure!(seen.failure == ["crash"], "{seen:?}");
    let links = "return [...document.querySelectorAll('#failure main > p > a[href]')]
        .filter((a) => a.getClientRects().length).map(({ href }) => href)";
    let links: Vec<String> = page.js(links, &[]).await?;
    ensure!(links.iter().any(|link| !link.ends_with("plain.html")), "nobody to ask: {links:?}");
    page.complaints().await?;
    page.js::<()>("document.querySelector('#failure [data-retry]').click()", &[]).await?;
    page.until("the quiz from its start", |seen| seen.loaded && seen.asks("concerns")).await?;
    Ok(())
}

#[browser_test(firefox)]
async fn while_the_later_part_comes(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.with_trap()?.come_near().await?;
    let hold = page.site.hold(&page.files.later);
    page.visit().await?;
    page.until("the program runs", |seen| seen.begun).await?;
    page.walk(&ONE_CONCERN[..5]).await?;
    page.at("age").await?;
    hold.arrived().await;
    page.js::<()>("trap.now()", &[]).await?;
    page.walk(&ONE_CONCERN[5..]).await?;
    page.until("a moment", |seen| seen.screen == Screen::None).await?;
    hold.release();
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    stops(&page, 1).await
}

#[browser_test(chromium)]
async fn a_later_part_that_never_comes_is_done_without(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?.site(|site, files| site.missing(&files.later));
    let page = visit.open().await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    let complaints = page.complaints().await?;
    let said: Vec<_> = complaints.iter().filter(|one| one.text.starts_with(STOPPED)).collect();
    ensure!(said.len() == 2 && said[0].text.contains("a part of the program"), "{complaints:#?}");
    Ok(())
}

#[browser_test(webkit)]
async fn a_result_stands_as_it_stood(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.js::<()>(&format!("window.print = () => {{ {STOP} }}"), &[]).await?;
    page.tap("#answers summary").await?;
    let stood = "
        const button = document.querySelector('#answers dl > div:nth-child(4) button');
        if (arguments[0]) button.focus();
        return [document.querySelector('#answers details').open, document.activeElement === button]";
    ensure!(page.js::<(bool, bool)>(stood, &[json!(true)]).await? == (true, true));
    page.js::<()>("document.getElementById('print').dispatchEvent(new MouseEvent('click', { bubbles: true }))", &[])
        .await?;
    again(&page).await?;
    ensure!(page.js::<(bool, bool)>(stood, &[json!(false)]).await? == (true, true));
    stops(&page, 1).await
}

#[browser_test(firefox)]
async fn another_language_stays(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    page.walk(&ONE_CONCERN[..2]).await?;
    page.at("sun").await?;
    page.tap("#language-es").await?;
    page.until_js("Spanish", "return document.documentElement.lang === 'es'").await?;
    stop(&page).await?;
    again(&page).await?;
    page.until_js("Spanish", "return document.documentElement.lang === 'es'").await?;
    let label: String =
        page.js("return document.getElementById('continue').textContent", &[]).await?;
    ensure!(label == "Continuar", "{label}");
    stops(&page, 1).await
}

#[browser_test(webkit)]
async fn a_program_that_does_not_answer_is_replaced(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    page.walk(&ONE_CONCERN[..3]).await?;
    page.at("marks").await?;
    page.js::<()>("trap.mute()", &[]).await?;
    page.tap_choice("marks", "rarely").await?;
    page.at("area").await?;
    stops(&page, 1).await
}

#[browser_test(chromium)]
async fn the_page_around_hears_nothing_of_it(browser: &Browser) -> Result<()> {
    let mut told = Vec::new();
    for disturbed in [false, true] {
        browser.open_tab().await?;
        let page = Visit::new(browser)?.with_trap()?.embedded("plain").open_host().await?;
        ready(&page, 1).await?;
        page.enter().await?;
        page.until("the program runs", |seen| seen.loaded).await?;
        for (index, step) in ONE_CONCERN.iter().enumerate() {
            if disturbed && index == 4 {
                page.js::<()>("trap.spoil()", &[]).await?;
            }
            page.walk(&[*step]).await?;
        }
        page.until("the result", |seen| seen.screen == Screen::Result).await?;
        stops(&page, u32::from(disturbed)).await?;
        page.outside().await?;
        let last = "host.told.filter(({ kind }) => kind !== 'impression' && kind !== 'ready')";
        page.until_js("the end", &format!("return {last}.at(-1)?.kind === 'complete'")).await?;
        let all =
            format!("return {last}.map(({{ kind, detail }}) => kind + JSON.stringify(detail))");
        told.push(page.js::<Vec<String>>(&all, &[]).await?);
    }
    ensure!(told[0] == told[1], "{told:#?}");
    Ok(())
}

/// A walk that nothing stopped.
struct Undisturbed {
    /// What was seen after each step.
    steps: Vec<Seen>,
    result: String,
}

async fn undisturbed(browser: &Browser, walk: &[e2e::Step]) -> Result<Undisturbed> {
    let page = opened(browser).await?;
    let mut steps = Vec::new();
    for step in walk {
        page.walk(&[*step]).await?;
        let next = page.until("a step", |seen| !seen.asks(step.0) && seen.screen != Screen::None);
        steps.push(next.await?);
    }
    let result = result(&page).await?;
    Ok(Undisturbed { steps, result })
}

async fn opened<'a>(browser: &'a Browser) -> Result<Page<'a>> {
    Visit::new(browser)?.with_trap()?.open().await
}

/// Waits until a minute has passed for the page, so that the next stop is the first again.
async fn later(page: &Page<'_>) -> Result<()> {
    page.js("trap.skip(60_001)", &[]).await
}

async fn trap(page: &Page<'_>, call: u32, moment: &str) -> Result<()> {
    page.js("trap.at(arguments[0], arguments[1])", &[json!(call), json!(moment)]).await
}

const STOP_AT_FOCUS: &str =
    "document.getElementById('quiz').dataset.before = ''; trap.at(1, 'within', '__wbg_focus_');";
const STOP: &str = "document.getElementById('quiz').dataset.before = ''; trap.now();";

async fn stop(page: &Page<'_>) -> Result<()> {
    page.js(STOP, &[]).await
}

/// Waits until another program has drawn the screen.
async fn again(page: &Page<'_>) -> Result<()> {
    page.until_js("another program", "return !document.querySelector('#quiz[data-before]')")
        .await?;
    page.painted().await
}

fn same(seen: &Seen, wanted: &Seen) -> Result<()> {
    let told = |seen: &Seen| {
        let Seen { heading, progress, checked, focus, error, .. } = seen;
        format!("{heading:?} {progress:?} {checked:?} {focus:?} {error:?}")
    };
    ensure!(told(seen) == told(wanted), "{} instead of {}", told(seen), told(wanted));
    Ok(())
}

async fn result(page: &Page<'_>) -> Result<String> {
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.js("return document.querySelector('#quiz main').innerText", &[]).await
}

/// The console has said each stop in one line, and nothing else was complained of.
async fn stops(page: &Page<'_>, at_least: u32) -> Result<()> {
    let complaints = page.complaints().await?;
    let said = complaints.iter().filter(|one| one.text.starts_with(STOPPED)).count();
    ensure!(said >= at_least as usize, "{said} stops are said: {complaints:#?}");
    let is_of_it = |one: &Complaint| one.text.starts_with(STOPPED) || one.level == "uncaught";
    ensure!(complaints.iter().all(is_of_it), "{complaints:#?}");
    Ok(())
}
