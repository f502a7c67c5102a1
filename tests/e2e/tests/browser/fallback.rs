//! Where WebAssembly is refused, the same program runs as plain JavaScript. A few tests of the
//! contract run with it, and each cause is told of by its name.
//!
//! How WebAssembly is refused, and whether the program runs as plain JavaScript, is up to the engine; which
//! file is asked for then is not.

use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, Files, ONE_CONCERN, Page, Screen, Visit};
use site::Site;

use crate::embed::ready;
use crate::{back, early, inputs, keyboard};

#[browser_test(every)]
async fn a_walk_by_pointer(browser: &Browser) -> Result<()> {
    let page = inputs::walked_by_pointer(without(browser)?).await?;
    without_is_told(&page).await
}

#[browser_test(chromium)]
async fn a_walk_by_keys(browser: &Browser) -> Result<()> {
    let page = keyboard::walked_by_keys(without(browser)?, ONE_CONCERN).await?;
    without_is_told(&page).await
}

#[browser_test(firefox)]
async fn a_walk_through_everything(browser: &Browser) -> Result<()> {
    let results = async |visit: Visit<'_>| {
        let page = visit.open().await?;
        page.walk(ALL_CONCERNS).await?;
        page.until("the result", |seen| seen.screen == Screen::Result).await?;
        page.complaints().await?;
        page.js::<String>("return document.querySelector('#quiz main').outerHTML", &[]).await
    };
    let usual = results(Visit::new(browser)?).await?;
    browser.open_tab().await?;
    let instead = results(without(browser)?).await?;
    ensure!(usual.len() > 10_000 && usual == instead, "{usual}\n\n{instead}");
    Ok(())
}

#[browser_test(webkit)]
async fn going_back(browser: &Browser) -> Result<()> {
    let page = back::went_back(without(browser)?).await?;
    ran_instead(&page)
}

#[browser_test(chromium)]
async fn early_choices(browser: &Browser) -> Result<()> {
    let spanish = without(browser)?.language("es");
    let page = early::kept_while_held(spanish, |files| files.translation("es")).await?;
    without_is_told(&page).await
}

#[browser_test(firefox)]
async fn in_another_language(browser: &Browser) -> Result<()> {
    let page = without(browser)?.language("ar").open().await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    let directions = "return document.documentElement.dir";
    ensure!(page.js::<String>(directions, &[]).await? == "rtl", "it is not in Arabic");
    without_is_told(&page).await
}

#[browser_test(firefox)]
async fn on_a_clinics_page(browser: &Browser) -> Result<()> {
    let page = without(browser)?.embedded("plain").open_host().await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.tap_through(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    without_is_told(&page).await
}

#[browser_test(every)]
async fn web_assembly_is_forbidden(browser: &Browser) -> Result<()> {
    let styles = format!("'sha256-{}'", Files::from_env()?.allowed_hash("style-src")?);
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' {styles}; img-src 'self' data:; connect-src 'self'"
    );
    let change = |site: Site, _: &Files| site.header("Content-Security-Policy", &policy);
    runs(browser, change, &["WebAssembly is forbidden here", "'wasm-unsafe-eval'", "script-src"])
        .await
}

#[browser_test(chromium)]
async fn the_wasm_is_missing(browser: &Browser) -> Result<()> {
    let change = |site: Site, files: &Files| site.missing(&files.wasm);
    runs(browser, change, &[".wasm is not there", "404", "Upload the whole folder"]).await
}

#[browser_test(every)]
async fn the_wasm_is_corrupted(browser: &Browser) -> Result<()> {
    let change = |site: Site, files: &Files| site.file(&files.wasm, "\0asm and then nothing");
    runs(browser, change, &[".wasm does not run", "not the file that was built"]).await
}

#[browser_test(firefox)]
async fn the_wasm_is_of_another_build(browser: &Browser) -> Result<()> {
    let smallest = [0, b'a', b's', b'm', 1, 0, 0, 0];
    let change = |site: Site, files: &Files| site.file(&files.wasm, smallest);
    runs(browser, change, &[".wasm does not run", "not the file that was built"]).await
}

#[browser_test(webkit)]
async fn the_bindings_are_missing(browser: &Browser) -> Result<()> {
    let change = |site: Site, files: &Files| site.missing(&files.program);
    runs(browser, change, &["could not be loaded", ".js files as text/javascript"]).await
}

#[browser_test(chromium)]
async fn a_trap_loses_nothing(browser: &Browser) -> Result<()> {
    let trap = "<script>globalThis.trap = () => setTimeout(() => { throw Object.assign(new Error('unreachable'), { name: 'RuntimeError' }) })</script><title>";
    let page = without(browser)?.html("<title>", trap)?.open().await?;
    page.complaints().await?;
    page.walk(&ONE_CONCERN[..2]).await?;
    page.at("sun").await?;
    page.js::<()>("document.getElementById('quiz').dataset.before = ''; trap()", &[]).await?;
    page.until_js("another program", "return !document.querySelector('#quiz[data-before]')")
        .await?;
    page.walk(&ONE_CONCERN[2..]).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    let fallback = page.files.read(&page.files.fallback)?;
    ensure!(fallback.contains("name:\"RuntimeError\""), "a trap has another name");
    page.complaints().await?;
    Ok(())
}

/// The quiz in a browser without WebAssembly.
fn without(browser: &Browser) -> Result<Visit<'_>> {
    Visit::new(browser)?.without_web_assembly()
}

async fn without_is_told(page: &Page<'_>) -> Result<()> {
    let paths = ran_instead(page);
    told(page, &["no WebAssembly", "Nothing to fix"]).await?;
    paths
}

fn ran_instead(page: &Page<'_>) -> Result<()> {
    let paths: Vec<String> = page.site.requests().into_iter().map(|request| request.path).collect();
    let asked = |file: &String| paths.contains(file);
    ensure!(asked(&page.files.fallback) && !asked(&page.files.later), "{paths:?}");
    Ok(())
}

/// The quiz leads to a result all the same, and the console names cause and cure.
async fn runs(
    browser: &Browser,
    change: impl FnOnce(Site, &Files) -> Site,
    cause_and_cure: &[&str],
) -> Result<()> {
    let page = Visit::new(browser)?.site(change).open().await?;
    told(&page, cause_and_cure).await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    Ok(())
}

async fn told(page: &Page<'_>, cause_and_cure: &[&str]) -> Result<()> {
    let mut complaints = page.complaints().await?;
    // That a policy forbids it, the browser says too.
    complaints.retain(|told| told.level != "policy");
    ensure!(complaints.iter().all(|told| told.level == "warn"), "{complaints:#?}");
    let ours = complaints.iter().find(|told| told.text.contains("plain JavaScript instead"));
    let ours = ours.with_context(|| format!("no warning in {complaints:#?}"))?;
    for words in cause_and_cure {
        ensure!(ours.text.contains(words), "the console does not say {words:?}: {}", ours.text);
    }
    Ok(())
}
