use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Complaint, Engine, Files, ONE_CONCERN, Page, Screen, Visit};
use serde_json::{Value, json};

use crate::embed::{FIRST, fits, ready};
use crate::result::STUB_CLIPBOARD;

#[browser_test(every)]
async fn the_look_is_that_of_the_page(browser: &Browser) -> Result<()> {
    let page = open(browser, "").await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    let look = "
        const { backgroundColor, fontFamily } = getComputedStyle(document.body);
        const { borderTopLeftRadius } = getComputedStyle(document.querySelector('.choice'));
        return [backgroundColor, fontFamily, borderTopLeftRadius]";
    let look: Vec<String> = page.js(look, &[]).await?;
    ensure!(look == ["rgb(255, 246, 240)", "Georgia, serif", "4px"], "{look:?}");
    let complaints = page.complaints().await?;
    let told = complaints.iter().any(|one| one.level == "info" && one.text.contains("#ff9aa2"));
    ensure!(told, "nobody is told that the accent was moved: {complaints:?}");
    fits(&page).await
}

#[browser_test(chromium)]
async fn headings_go_on_where_the_page_stops(browser: &Browser) -> Result<()> {
    let page = open(browser, "").await?;
    page.enter().await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    let levels = "return [...document.querySelectorAll('h1, h2, h3, h4')].map((one) => one.localName[1] + one.ariaLevel)";
    let levels: Vec<String> = page.js(levels, &[]).await?;
    ensure!(levels.len() > 8, "{levels:?}");
    ensure!(
        levels.iter().all(|one| ["13", "24", "35", "46"].contains(&one.as_str())),
        "{levels:?}"
    );
    page.complaints().await?;
    Ok(())
}

#[browser_test(firefox)]
async fn links_are_those_of_the_page_and_carry_its_campaign(browser: &Browser) -> Result<()> {
    let page = open(browser, "utm_source=mail&utm_id=7&gclid=x%26y&email=a@b.example").await?;
    page.enter().await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    let links = "return [...document.querySelectorAll('#book, #contact, #first-step')].map(({ href }) => href)";
    let links: Vec<String> = page.js(links, &[]).await?;
    let book = "https://clinic.example/book?room=2&utm_source=kept&utm_id=7&gclid=x%26y";
    ensure!(links == [book, "mailto:hello@clinic.example", book], "{links:?}");
    let labels = "return [...document.querySelectorAll('#book, #contact')].every((link) => link.textContent.length > 3)";
    ensure!(page.js::<bool>(labels, &[]).await?, "a link has no label");
    page.complaints().await?;
    Ok(())
}

#[browser_test(firefox)]
async fn a_summary_goes_along_word_for_word(browser: &Browser) -> Result<()> {
    let page = open(browser, "").await?;
    page.enter().await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    let mail = "return document.querySelector('#contact').href";
    ensure!(page.js::<String>(mail, &[]).await? == "mailto:hello@clinic.example");
    page.tap("#along").await?;
    page.until_js("the text is shown", "return document.querySelector('.next textarea') !== null")
        .await?;
    let shown: String =
        page.js("return document.querySelector('.next textarea').value", &[]).await?;
    ensure!(shown.lines().count() > 2, "{shown}");
    let sent = "return new URLSearchParams(document.querySelector('#contact').search).get('body')";
    let sent: String = page.js(sent, &[]).await?;
    ensure!(sent.replace("\r\n", "\n") == shown, "shown: {shown:?}\nsent: {sent:?}");
    let booking = "return document.querySelector('#book').href";
    ensure!(!page.js::<String>(booking, &[]).await?.contains("body"), "booking carries it");
    page.js::<()>(STUB_CLIPBOARD, &[]).await?;
    page.tap("#copy-short").await?;
    page.until_js(
        "it is copied",
        "return window.copied === document.querySelector('.next textarea').value",
    )
    .await?;
    page.tap("#along").await?;
    page.until_js_given(
        "the mail is empty again",
        "return document.querySelector('#contact').href === arguments[0]",
        &[json!("mailto:hello@clinic.example")],
    )
    .await?;
    page.complaints().await?;
    fits(&page).await
}

#[browser_test(webkit)]
async fn what_is_asked_for_wrongly_is_told_of(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .embedded("dressed")
        .written("accent=\" #ff9aa2 \"", "accent=\"pinkish\" surface=\"#ffffff80\" data=\"../x\"")
        .written("booking-url=\"https:", "booking-url=\"http:")
        .written("mailto:hello@clinic.example", "javascript:alert(1)")
        .open_host()
        .await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.walk(ONE_CONCERN).await?;
    let complaints: Vec<String> =
        page.complaints().await?.into_iter().map(|complaint| complaint.text).collect();
    for name in [
        "accent=\"pinkish\"",
        "surface=\"#ffffff80\"",
        "data=\"../x\"",
        "booking-url=\"http:",
        "contact=\"javascript:",
    ] {
        ensure!(
            complaints.iter().any(|one| one.contains(name)),
            "{name} is not told of: {complaints:#?}"
        );
    }
    let links = "return [...document.querySelectorAll('#book, #contact')].map(({ href }) => href)";
    let links: Vec<String> = page.js(links, &[]).await?;
    ensure!(links == ["https://clinic.example/book", "tel:+15550100"], "{links:?}");
    Ok(())
}

#[browser_test(chromium)]
async fn another_data_file(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?;
    let mut quiz: Value = serde_json::from_str(&visit.files().read(&visit.files().quiz)?)?;
    quiz["id"] = json!("other");
    quiz["words"]["title"] = json!("Another quiz");
    quiz["questions"][0]["words"]["title"] = json!("What else?");
    quiz["languages"] = json!([]);
    let page = visit
        .site(|site, _| site.file("/data/other.json", quiz.to_string()))
        .embedded("plain")
        .written("<skin-quiz src=\"..\">", "<skin-quiz src=\"..\" data=\"other\">")
        .open_host()
        .await?;
    page.until_js("its title", "return document.querySelector('skin-quiz').shadowRoot?.querySelector('iframe')?.title === 'Another quiz'").await?;
    page.enter().await?;
    page.until("its question", |seen| seen.heading.as_deref() == Some("What else?")).await?;
    ensure!(
        page.js::<bool>(
            "return getComputedStyle(document.querySelector('#quiz')).visibility === 'visible'",
            &[]
        )
        .await?
    );
    page.walk(ONE_CONCERN).await?;
    fits(&page).await
}

#[browser_test(every)]
async fn answers_are_kept_in_the_tab_where_the_clinic_wants_it(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .embedded("plain")
        .elsewhere()
        .written("<skin-quiz src=\"..\">", "<skin-quiz src=\"..\" storage=\" Session \">")
        .open_host()
        .await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.begun).await?;
    page.tap_through(&[("concerns", &["pores", "wrinkles"]), ("wrinkles-look", &["mild"])]).await?;
    page.js::<()>("location.reload()", &[]).await?;
    page.enter_anew().await?;
    let seen =
        page.until("the first question", |seen| seen.loaded && seen.asks("concerns")).await?;
    ensure!(seen.checked == ["wrinkles", "pores"], "{seen:?}");
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.tap("#clear").await?;
    page.at("concerns").await?;
    page.js::<()>("location.reload()", &[]).await?;
    page.enter_anew().await?;
    let seen =
        page.until("the first question", |seen| seen.loaded && seen.asks("concerns")).await?;
    ensure!(seen.checked.is_empty(), "{seen:?}");
    Ok(())
}

/// What is picked before the script that keeps answers has come is kept too.
#[browser_test(every)]
async fn early_picks_are_kept_in_the_tab(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?.query("storage=session");
    let memory = extra(visit.files(), "session")?;
    let page = visit.come_near().await?;
    let hold = page.site.hold(&memory);
    page.visit().await?;
    page.tap("input[value='pores']").await?;
    hold.arrived().await;
    hold.release();
    page.until("the program runs", |seen| seen.loaded).await?;
    page.client().refresh().await?;
    let seen =
        page.until("the first question again", |seen| seen.loaded && seen.asks("concerns")).await?;
    ensure!(seen.checked == ["pores"], "{seen:?}");
    Ok(())
}

#[browser_test(firefox)]
async fn without_its_look_or_its_memory_the_quiz_goes_on(browser: &Browser) -> Result<()> {
    for (name, query) in [("theme", "accent=%23884455"), ("session", "storage=session")] {
        browser.open_tab().await?;
        let visit = Visit::new(browser)?.query(query);
        let path = extra(visit.files(), name)?;
        let page = visit.site(|site, _| site.missing(&path)).open().await?;
        page.walk(ONE_CONCERN).await?;
        page.until("the result", |seen| seen.screen == Screen::Result).await?;
        let complaints = page.complaints().await?;
        let told = |one: &&Complaint| one.text.contains(path.trim_start_matches('/'));
        ensure!(complaints.iter().filter(told).count() == 1, "{name}: {complaints:?}");
    }
    Ok(())
}

/// While its look is on its way the page has met the quiz, and shows it when it is dressed.
#[browser_test(every)]
async fn a_look_that_is_late_loses_nothing(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?.embedded("dressed").clock_by_hand();
    let look = extra(visit.files(), "theme")?;
    let page = visit.come_near().await?;
    let hold = page.site.hold(&look);
    if browser.engine() == Engine::WebKit {
        // Its driver answers nothing while a frame loads.
        let late = async {
            hold.arrived().await;
            hold.release();
        };
        tokio::join!(page.visit_host(), late).0?;
        return told_from_the_first_step(&page).await;
    }
    page.visit_host().await?;
    hold.arrived().await;
    let met = format!("return {FIRST}.shadowRoot?.querySelector('iframe')?.title.length > 4");
    page.until_js("it is met", &met).await?;
    if browser.engine() == Engine::Chromium {
        page.until_js("the frame is loaded", "return host.waiting(8000) === 1").await?;
    }
    page.js::<()>("host.elapse(8000)", &[]).await?;
    page.painted().await?;
    let told: Vec<Value> = page.js("return [...host.told, ...host.complaints]", &[]).await?;
    ensure!(told.is_empty(), "{told:?}");
    hold.release();
    told_from_the_first_step(&page).await
}

async fn told_from_the_first_step(page: &Page<'_>) -> Result<()> {
    ready(page, 1).await?;
    page.until_js("the first step is told", "return host.told.at(-1).kind === 'step'").await
}

/// A script that only some pages load.
fn extra(files: &Files, name: &str) -> Result<String> {
    let mark = format!("data-extra-{name}=\"");
    let path = files.html().split_once(&mark).context("no such script")?.1;
    let path = path.split('"').next().unwrap_or_default();
    Ok(format!("/{}", path.trim_start_matches("./")))
}

async fn open<'a>(browser: &'a Browser, query: &str) -> Result<Page<'a>> {
    let page = Visit::new(browser)?.embedded("dressed").query(query).open_host().await?;
    ready(&page, 1).await?;
    Ok(page)
}
