use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Files, ONE_CONCERN, Screen, Visit};
use site::Site;

use crate::embed::{fits, ready};

#[browser_test(every)]
async fn the_server_dies_while_it_loads(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.at_a_port_of_its_own().come_near().await?;
    let hold = page.site.hold(&page.files.wasm);
    page.visit().await?;
    page.tap("input[value='pores']").await?;
    hold.arrived().await;
    page.server_dies().await?;
    let seen = page.until("the failure", |seen| seen.screen == Screen::Failure).await?;
    ensure!(seen.failure == ["network"], "{seen:?}");
    let complaints = page.complaints().await?;
    ensure!(complaints.iter().any(|one| one.text.contains(".wasm")), "{complaints:?}");
    drop(hold);
    Ok(())
}

#[browser_test(every)]
async fn a_missing_start_script_is_told_of_after_a_while(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.site(|site, files| site.missing(&files.start)).arrive().await?;
    let shown = "
        const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility({ visibilityProperty: true })).length;
        return [shown('#failure [data-failure]'), shown('#failure a[href]'), shown('#failure button')]";
    ensure!(page.js::<[usize; 3]>(shown, &[]).await? == [0, 0, 0], "it is told at once");
    let later = "document.getAnimations().forEach((animation) => animation.finish())";
    page.js::<()>(later, &[]).await?;
    let told: [usize; 3] = page.js(shown, &[]).await?;
    ensure!(told == [1, 2, 0], "reasons, links and buttons: {told:?}");
    Ok(())
}

#[browser_test(firefox)]
async fn without_style_and_pictures_the_quiz_goes_on(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .site(|site, files| site.missing(&files.style).missing("/pictures/pores.svg"))
        .open()
        .await?;
    let complaints = page.complaints().await?;
    let told =
        complaints.iter().any(|one| one.text.contains("later-") && one.text.contains(".css"));
    ensure!(told, "{complaints:?}");
    page.walk(&[("concerns", &["pores"])]).await?;
    page.at("pores-look").await?;
    page.walk(&[("pores-look", &["mild"])]).await?;
    page.walk(&ONE_CONCERN[2..]).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    Ok(())
}

#[browser_test(every)]
async fn styles_that_a_policy_refuses_come_as_a_file(browser: &Browser) -> Result<()> {
    const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:";
    let rounded = "return getComputedStyle(document.getElementById('continue')).borderRadius";
    let usual = Visit::new(browser)?.open().await?.js::<String>(rounded, &[]).await?;
    browser.open_tab().await?;
    let change = |site: Site, _: &Files| site.header("Content-Security-Policy", POLICY);
    let page = Visit::new(browser)?.site(change).open().await?;
    let now: String = page.js(rounded, &[]).await?;
    ensure!(now == usual && now == "99px", "{now}, and {usual} in the page");
    let complaints = page.complaints().await?;
    let told = complaints.iter().any(|one| one.level == "warn" && one.text.contains("style-src"));
    ensure!(told, "{complaints:?}");
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    Ok(())
}

#[browser_test(every)]
async fn without_a_network_the_quiz_goes_on(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?.at_a_port_of_its_own();
    let page = visit.embedded("plain").elsewhere().open_host().await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.until_js(
        "the pictures are there",
        "return [...document.images].every(({ complete }) => complete)",
    )
    .await?;
    page.server_dies().await?;
    page.walk(&ONE_CONCERN[..1]).await?;
    page.tap("#language-es").await?;
    let seen = page.until("the visitor is told", |seen| seen.notice.is_some()).await?;
    ensure!(seen.asks(ONE_CONCERN[1].0), "{seen:?}");
    let complaints = page.complaints().await?;
    ensure!(complaints.iter().any(|one| one.text.contains("did not arrive")), "{complaints:?}");
    page.walk(&ONE_CONCERN[1..]).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    fits(&page).await
}

#[browser_test(every)]
async fn without_cors_it_works_with_an_origin(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .site(|site, _| site.header("Access-Control-Allow-Origin", "https://elsewhere.example"))
        .embedded("plain")
        .elsewhere()
        .written("type=\"module\" ", "")
        .open_host()
        .await?;
    let opened = "return document.querySelector('skin-quiz').shadowRoot?.querySelector('iframe')?.sandbox.contains('allow-same-origin') ?? false";
    page.until_js("it is opened anew", opened).await?;
    page.until_js("it is said why", "return host.complaints.length > 0").await?;
    let complaints: Vec<String> = page.js("return host.complaints", &[]).await?;
    ensure!(
        complaints.len() == 1 && complaints[0].contains("Access-Control-Allow-Origin: *"),
        "{complaints:?}"
    );
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    fits(&page).await?;
    page.outside().await?;
    let errors = "return host.told.filter(({ kind }) => kind === 'error').length";
    ensure!(page.js::<u32>(errors, &[]).await? == 0, "an error is told");
    Ok(())
}
