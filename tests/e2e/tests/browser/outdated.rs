//! A page that was built before the data file was edited, and one that another data file is asked of.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Files, ONE_CONCERN, Seen, Visit};
use serde_json::{Value, json};

use crate::embed::{FIRST, ready};

const NOTICE: &str = "This question has just been updated. Please read it again.";

/// The first question has another title in the file than the page was built with.
#[browser_test(every)]
async fn a_question_that_changes_is_said_to_have_changed(browser: &Browser) -> Result<()> {
    let changed = |quiz: &mut Value| {
        quiz["questions"][0]["words"]["title"] = json!("What would you change?");
        quiz["questions"][0]["choices"][2]["words"]["label"] = json!("Marks of acne");
    };
    let page = edited(browser, changed)?.come_near().await?;
    let hold = page.site.hold(&page.files.quiz);
    page.visit().await?;
    hold.arrived().await;
    page.tap_choice("concerns", "pores").await?;
    let is_picked = |seen: &Seen| seen.begun && seen.checked == ["pores"];
    let seen = page.until("the program runs", is_picked).await?;
    ensure!(seen.notice.is_none(), "{seen:?}");
    hold.release();
    let is_new = |seen: &Seen| seen.heading.as_deref() == Some("What would you change?");
    let seen = page.until("the new words", is_new).await?;
    ensure!(seen.notice.as_deref() == Some(NOTICE), "{seen:?}");
    ensure!(seen.checked == ["pores"], "{seen:?}");
    let politely =
        "return document.querySelector('main .notice').getAttribute('role') === 'status'";
    ensure!(page.js::<bool>(politely, &[]).await?);
    page.walk(&ONE_CONCERN[..1]).await?;
    let seen = page.at(ONE_CONCERN[1].0).await?;
    ensure!(seen.notice.is_none(), "{seen:?}");
    Ok(())
}

#[browser_test(every)]
async fn what_is_as_it_was_is_said_to_be_nothing_else(browser: &Browser) -> Result<()> {
    let changed = |quiz: &mut Value| {
        quiz["questions"][1]["words"]["title"] = json!("How deep?");
        quiz["version"] = json!("2026-11-28");
    };
    let page = edited(browser, changed)?.open().await?;
    let seen = page.seen().await?;
    ensure!(seen.notice.is_none(), "{seen:?}");
    Ok(())
}

/// The visitor is past the first question when the file with another choice of it arrives.
#[browser_test(every)]
async fn who_answered_other_choices_is_told_why_they_are_asked_again(
    browser: &Browser,
) -> Result<()> {
    let page = edited(browser, with_another_choice)?.come_near().await?;
    let hold = page.site.hold(&page.files.quiz);
    page.visit().await?;
    page.walk(&ONE_CONCERN[..2]).await?;
    hold.arrived().await;
    hold.release();
    let seen = page.at("concerns").await?;
    ensure!(seen.checked.is_empty(), "{seen:?}");
    page.until("a word of it", |seen| seen.notice.as_deref() == Some(NOTICE)).await?;
    page.until("focus on the heading", |seen| seen.focus_is("heading")).await?;
    Ok(())
}

/// In another language the page waits for the file, and knows by it that its own choices are old.
#[browser_test(every)]
async fn an_early_pick_among_other_choices_does_not_count(browser: &Browser) -> Result<()> {
    for (change, wanted) in [
        (with_another_choice as fn(&mut Value), Vec::new()),
        (|quiz| quiz["version"] = json!("2026-11-28"), vec!["pores".to_owned()]),
    ] {
        browser.open_tab().await?;
        let page = edited(browser, change)?.language("es").come_near().await?;
        let hold = page.site.hold(&page.files.quiz);
        page.visit().await?;
        hold.arrived().await;
        page.tap_choice("concerns", "pores").await?;
        hold.release();
        let seen = page.until("the program runs", |seen| seen.loaded && seen.begun).await?;
        ensure!(seen.checked == wanted, "{seen:?}");
    }
    Ok(())
}

/// Of the quiz that the page was built with nothing is seen, nor named.
#[browser_test(every)]
async fn another_quiz_never_shows_the_pages_own_question(browser: &Browser) -> Result<()> {
    let visit = another(Visit::new(browser)?)?.query("data=other");
    let page = visit.come_near().await?;
    let hold = page.site.hold("/data/other.json");
    page.visit().await?;
    hold.arrived().await;
    let seen: Value = page.js(SEEN, &[]).await?;
    ensure!(seen == json!(["Quiz", "One moment, please."]), "{seen}");
    hold.release();
    let seen =
        page.until("its question", |seen| seen.heading.as_deref() == Some("What else?")).await?;
    ensure!(seen.error.is_none(), "{seen:?}");
    page.until_js("its title", "return document.title === 'Another quiz'").await
}

/// Before any script has come, too.
#[browser_test(every)]
async fn another_quiz_hides_the_pages_own_before_any_script(browser: &Browser) -> Result<()> {
    let visit = another(Visit::new(browser)?)?.html("<script async src", "<script data-late")?;
    let page = visit.query("x&data=other").arrive().await?;
    let seen: Value = page.js(SEEN, &[]).await?;
    ensure!(seen[1] == "One moment, please.", "{seen}");
    Ok(())
}

/// What is seen of the page, and its title.
const SEEN: &str = "
    const shown = [...document.querySelectorAll('#quiz, #quiz *')].filter((element) =>
        element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && element.getClientRects().length);
    const texts = shown.flatMap((element) => [...element.childNodes].filter(({ nodeType }) => nodeType === 3)).map(({ data }) => data);
    return [document.title, texts.join('')]";

/// In a clinic's page what the clinic wrote stays until the other quiz is there.
#[browser_test(every)]
async fn an_embedded_quiz_is_shown_when_it_is_the_right_one(browser: &Browser) -> Result<()> {
    let visit = another(Visit::new(browser)?)?
        .embedded("plain")
        .written("<skin-quiz src", "<skin-quiz data=\"other\" src")
        .written("<h1>", "<script>addEventListener('skin-quiz:ready', ({ target }) => { target.heard = target.shadowRoot.querySelector('iframe').title; });</script><h1>");
    let page = visit.come_near().await?;
    let hold = page.site.hold("/data/other.json");
    if browser.engine() == e2e::Engine::WebKit {
        // Its driver answers nothing while a frame loads.
        let late = async {
            hold.arrived().await;
            hold.release();
        };
        tokio::join!(page.visit_host(), late).0?;
    } else {
        page.visit_host().await?;
        hold.arrived().await;
        page.painted().await?;
        let told: Vec<Value> = page.js("return host.told", &[]).await?;
        ensure!(told.is_empty(), "{told:?}");
        let shown = format!(
            "const own = {FIRST}; return [own.querySelector('a').getClientRects().length > 0, own.shadowRoot.querySelector('iframe').title]"
        );
        let shown: Value = page.js(&shown, &[]).await?;
        ensure!(shown == json!([true, "Quiz"]), "{shown}");
        hold.release();
    }
    ready(&page, 1).await?;
    let heard: String = page.js(&format!("return {FIRST}.heard"), &[]).await?;
    ensure!(heard == "Another quiz", "it was ready as {heard}");
    page.enter().await?;
    page.until("its question", |seen| seen.heading.as_deref() == Some("What else?")).await?;
    Ok(())
}

/// A quiz that cannot be shown is told of, though nothing of it was.
#[browser_test(every)]
async fn another_quiz_that_is_missing_is_told_of(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?
        .embedded("plain")
        .written("<skin-quiz src", "<skin-quiz data=\"none\" src");
    let page = visit.open_host().await?;
    page.until_js("it is told", "return host.told.some(({ kind }) => kind === 'error')").await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.until("the failure", |seen| seen.failure == ["data"]).await?;
    page.complaints().await?;
    Ok(())
}

fn with_another_choice(quiz: &mut Value) {
    let added = json!({"id": "added", "words": {"label": "Something new"}});
    let choices = quiz["questions"][0]["choices"].as_array_mut();
    choices.into_iter().for_each(|choices| choices.insert(0, added.clone()));
}

/// The page as it was built, and a data file that was edited since.
fn edited<'a>(browser: &'a Browser, edit: impl Fn(&mut Value)) -> Result<Visit<'a>> {
    let visit = Visit::new(browser)?;
    let mut quiz = quiz(visit.files())?;
    edit(&mut quiz);
    Ok(visit.site(|site, files| site.file(&files.quiz, quiz.to_string())))
}

/// A second data file beside the page's own.
fn another(visit: Visit<'_>) -> Result<Visit<'_>> {
    let mut quiz = quiz(visit.files())?;
    quiz["id"] = json!("other");
    quiz["words"]["title"] = json!("Another quiz");
    quiz["questions"][0]["words"]["title"] = json!("What else?");
    quiz["languages"] = json!([]);
    Ok(visit.site(|site, _| site.file("/data/other.json", quiz.to_string())))
}

fn quiz(files: &Files) -> Result<Value> {
    Ok(serde_json::from_str(&files.read(&files.quiz)?)?)
}
