//! Each file of the built site missing in turn, on the page of a clinic that has another address.
//!
//! What stays when the page or its scripts are missing depends on the engine's events; the rest is what our
//! scripts do with a 404.

mod cases;

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, ONE_CONCERN, Page, Screen, Visit};
use serde_json::{Value, json};

use crate::embed::{FIRST, ready};
use cases::{CASES, Case, FOR_NO_VISITOR, Then, files, kind};

#[browser_test(every)]
async fn what_the_page_says_stays(browser: &Browser) -> Result<()> {
    for case in CASES {
        if let Then::Stays { error } = case.then {
            stays(browser, case, error).await.with_context(|| case.name())?;
        }
    }
    Ok(())
}

#[browser_test(firefox)]
async fn the_quiz_goes_on(browser: &Browser) -> Result<()> {
    for case in CASES.iter().filter(|case| case.then == Then::GoesOn) {
        goes_on(browser, case).await.with_context(|| case.name())?;
    }
    Ok(())
}

#[browser_test(webkit)]
async fn the_visitor_is_told(browser: &Browser) -> Result<()> {
    for case in CASES {
        if let Then::Told { reason, steps, reading } = case.then {
            told(browser, case, (reason, steps, reading)).await.with_context(|| case.name())?;
        }
    }
    Ok(())
}

async fn stays(browser: &Browser, case: &Case, error: bool) -> Result<()> {
    let page = without(browser, case).await?;
    page.visit_host().await?;
    if error {
        let told = "host.elapse(8000); return host.told.length > 0";
        page.until_js("an error is told", told).await?;
        errors_are(&page, &["network"]).await?;
    }
    let shown = format!("return {FIRST}.querySelector('a[href]').getClientRects().length === 1");
    ensure!(page.js::<bool>(&shown, &[]).await?, "the own content is gone");
    was_asked_for(&page, case)
}

async fn goes_on(browser: &Browser, case: &Case) -> Result<()> {
    let page = without(browser, case).await?;
    page.visit_host().await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    nothing_is_lost(&page).await?;
    page.complaints().await?;
    page.outside().await?;
    errors_are(&page, &[]).await?;
    was_asked_for(&page, case)
}

async fn told(
    browser: &Browser,
    case: &Case,
    (reason, steps, reading): (&str, usize, bool),
) -> Result<()> {
    let page = without(browser, case).await?;
    let paths = paths(&page, case.missing)?;
    let holds: Vec<_> = paths.iter().map(|path| page.site.hold(path)).collect();
    page.visit_host().await?;
    page.enter().await?;
    if steps == 0 {
        page.tap_choice(ONE_CONCERN[0].0, ONE_CONCERN[0].1[0]).await?;
    } else {
        page.until("the program runs", |seen| seen.begun).await?;
        page.walk(&ONE_CONCERN[..steps]).await?;
    }
    drop(holds);
    let seen = page.until("the failure", |seen| !seen.failure.is_empty()).await?;
    ensure!(seen.failure == [reason], "{seen:?}");
    let there = "
        const shown = (selector) => (document.querySelector(selector)?.getClientRects().length ?? 0) > 0;
        return shown('#failure main > p > a[href]') && shown('#failure .reading') === arguments[0] && shown('#failure [data-plain] a') !== arguments[0]";
    page.until_js_given("whom to ask and what to read", there, &[json!(reading)]).await?;
    page.complaints().await?;
    page.outside().await?;
    errors_are(&page, &[reason]).await?;
    was_asked_for(&page, case)?;
    paths.iter().for_each(|path| page.site.restore(path));
    page.enter().await?;
    page.js::<()>("document.querySelector('#failure [data-retry]').click()", &[]).await?;
    let wanted = ONE_CONCERN[steps].0;
    page.until("the quiz again", |seen| seen.loaded && seen.asks(wanted)).await?;
    nothing_is_lost(&page).await?;
    page.complaints().await?;
    Ok(())
}

/// A quiz whose files are missing, and a page near the clinic's.
async fn without<'a>(browser: &'a Browser, case: &Case) -> Result<Page<'a>> {
    browser.open_tab().await?;
    let page = Visit::new(browser)?
        .embedded("plain")
        .elsewhere()
        .clock_by_hand()
        .written("<skin-quiz ", &format!("<skin-quiz {} ", case.attributes))
        .come_near()
        .await?;
    paths(&page, case.missing)?.iter().for_each(|path| page.site.set_missing(path));
    Ok(page)
}

async fn nothing_is_lost(page: &Page<'_>) -> Result<()> {
    page.back_to_first().await?;
    let seen = page.at(ONE_CONCERN[0].0).await?;
    ensure!(seen.checked == ONE_CONCERN[0].1, "{seen:?}");
    Ok(())
}

async fn errors_are(page: &Page<'_>, wanted: &[&str]) -> Result<()> {
    let errors =
        "return host.told.filter(({ kind }) => kind === 'error').map(({ detail }) => detail.which)";
    let errors: Value = page.js(errors, &[]).await?;
    ensure!(errors == json!(wanted), "the page is told {errors}, not {wanted:?}");
    Ok(())
}

/// A case is none where nobody asks for its files.
fn was_asked_for(page: &Page<'_>, case: &Case) -> Result<()> {
    let asked: BTreeSet<String> =
        page.site.requests().iter().map(|asked| kind(asked.path.trim_start_matches('/'))).collect();
    for wanted in case.missing {
        ensure!(asked.contains(*wanted), "nobody asks for {wanted}: {asked:?}");
    }
    let wrong = FOR_NO_VISITOR.iter().find(|&&wrong| asked.contains(wrong));
    ensure!(wrong.is_none(), "{wrong:?} is asked for: {asked:?}");
    Ok(())
}

/// The paths of all files of some kinds.
fn paths(page: &Page<'_>, kinds: &[&str]) -> Result<Vec<String>> {
    let all = files(page.files.folder())?;
    let meant = all.iter().filter(|path| kinds.contains(&kind(path).as_str()));
    Ok(meant.map(|path| format!("/{path}")).collect())
}
