use anyhow::{Result, ensure};
use browser_test::browser_test;
use check::{Checked, Environment, File};
use e2e::{Browser, Page};
use quiz::Date;

use super::person::{
    QUIZ, add, choose, click, count, opened, saved, settled, shows, value, wait, write,
};

#[browser_test(every)]
async fn a_person_changes_adds_translates_signs_and_saves(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-plans").await?;
    click(&page, "f-plans-0-open").await?;
    write(&page, "f-plans-0-sessions-to", "5").await?;

    click(&page, "go-questions").await?;
    click(&page, "f-questions-0-open").await?;
    add(&page, "questions-0-choices", "Dark circles").await?;
    shows(&page, "Dark circles").await?;
    click(&page, "go-questions").await?;
    let last = count(&page, "questions").await?;
    add(&page, "questions", "How much do you notice the circles?").await?;
    let question = format!("questions-{last}");
    for choice in ["A little", "A lot"] {
        add(&page, &format!("{question}-choices"), choice).await?;
        wait(
            &page,
            choice,
            &format!("document.querySelector('.inner').innerText.includes('{choice}')"),
        )
        .await?;
    }
    choose(&page, &format!("f-{question}-when-add"), "concerns.dark-circles").await?;
    shows(&page, "How much do you notice the circles?").await?;

    add_benefit(&page).await?;
    add_plan(&page).await?;
    add_caution(&page).await?;
    translate(&page).await?;

    click(&page, "go-problems").await?;
    settled(&page).await?;
    let left: Vec<String> = page
        .js("return [...document.querySelectorAll('#all-problems .error')].map((it) => it.innerText)", &[])
        .await?;
    ensure!(left.is_empty(), "{left:#?}");
    click(&page, "go-sign").await?;
    wait(&page, "it can be signed off", "document.querySelector('#sign:enabled')").await?;
    write(&page, "reviewer", "Dr A. Example, dermatologist").await?;
    click(&page, "sign").await?;
    wait(
        &page,
        "it is signed off",
        "document.getElementById('signed').textContent.includes('Dr A. Example')",
    )
    .await?;
    wait(&page, "the changes", "document.getElementById('changes').textContent.includes('Dark circles') || document.getElementById('changes').textContent.includes('dark circles')").await?;

    click(&page, "save").await?;
    let quiz = saved(&page, "microneedling.json").await?;
    let spanish = saved(&page, "microneedling.es.json").await?;
    wait(&page, "nothing is unsaved", "document.getElementById('state').textContent === 'Saved'")
        .await?;
    let found =
        checked(&page, &[("microneedling.json", &quiz), ("microneedling.es.json", &spanish)])?;
    ensure!(found.iter().all(Checked::passes), "{found:#?}");
    let before = page.files.read(QUIZ)?;
    let kept = before.lines().filter(|line| quiz.contains(*line)).count();
    ensure!(kept + 20 > before.lines().count(), "only {kept} lines are as they were");
    shown_to_visitors(&page, &quiz, &spanish).await
}

async fn add_benefit(page: &Page<'_>) -> Result<()> {
    click(page, "go-benefits").await?;
    let last = count(page, "benefits").await?;
    add(page, "benefits", "The look of dark circles").await?;
    let at = format!("f-benefits-{last}");
    wait(page, "its form", &format!("document.getElementById('{at}-for')")).await?;
    ensure!(value(page, &format!("{at}-for")).await? == "concerns.dark-circles");
    write(
        page,
        &format!("{at}-words-may"),
        "It may help the skin look a little lighter. This has not been well studied.",
    )
    .await?;
    write(page, &format!("{at}-words-not"), "Not everyone sees a change.").await?;
    write(page, &format!("{at}-words-evidence"), "We found no trial of needling alone for it.")
        .await?;
    click(page, &format!("{at}-sources-foppiani-2025")).await
}

async fn add_plan(page: &Page<'_>) -> Result<()> {
    click(page, "go-plans").await?;
    let last = count(page, "plans").await?;
    add(page, "plans", "circles").await?;
    let at = format!("f-plans-{last}");
    wait(page, "its form", &format!("document.getElementById('{at}-for')")).await?;
    if value(page, &format!("{at}-for")).await? != "concerns.dark-circles" {
        choose(page, &format!("{at}-for"), "concerns.dark-circles").await?;
    }
    write(page, &format!("{at}-sessions-from"), "3").await?;
    write(page, &format!("{at}-sessions-to"), "4").await?;
    write(page, &format!("{at}-weeksBetween-from"), "4").await?;
    write(page, &format!("{at}-weeksBetween-to"), "4").await?;
    click(page, &format!("{at}-sources-foppiani-2025")).await
}

async fn add_caution(page: &Page<'_>) -> Result<()> {
    click(page, "go-cautions").await?;
    let last = count(page, "cautions").await?;
    add(page, "cautions", "You told us of dark circles").await?;
    let at = format!("f-cautions-{last}");
    write(page, &format!("{at}-words-text"), "Ask a clinician what causes them before you book.")
        .await?;
    choose(page, &format!("{at}-when-add"), "concerns.dark-circles").await?;
    click(page, &format!("{at}-sources-chu-2021")).await?;
    shows(page, "You told us of dark circles").await
}

async fn translate(page: &Page<'_>) -> Result<()> {
    click(page, "go-languages").await?;
    click(page, "language-es").await?;
    let missing = "return [...document.querySelectorAll('.translations .missing textarea')].map((it) => it.id)";
    wait(page, "the texts", "document.querySelector('.translations')").await?;
    let ids: Vec<String> = page.js(missing, &[]).await?;
    ensure!(ids.len() >= 9, "{ids:?}");
    let mut labels = ["Ojeras marcadas", "Un poco de ojeras", "Muchas ojeras"].into_iter();
    for id in ids {
        let words = match id.rsplit('-').next() {
            Some("label") => labels.next().unwrap_or("Ojeras"),
            Some("may") => "Puede ayudar un poco.",
            _ => "Pregunte en la clínica.",
        };
        write(page, &id, words).await?;
    }
    wait(
        page,
        "all is translated",
        "document.getElementById('missing').textContent === 'Every text is translated.'",
    )
    .await
}

/// What `check` says of files in the place of the published ones.
fn checked(page: &Page<'_>, changed: &[(&str, &str)]) -> Result<Vec<Checked>> {
    let mut files = Vec::new();
    for name in [
        "data/microneedling.json",
        "data/microneedling.es.json",
        "data/microneedling.ar.json",
        "data/claims.json",
        "text/en.json",
        "text/es.json",
        "text/ar.json",
    ] {
        let short = name.rsplit('/').next().unwrap_or_default();
        let new = changed.iter().find(|(other, _)| *other == short);
        let text = match new {
            Some((_, text)) => (*text).to_owned(),
            None => page.files.read(&format!("/{name}"))?,
        };
        files.push(File { name: name.into(), bytes: Ok(text.into_bytes()), wanted: new.is_some() });
    }
    let today = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    let today = Date::after_1970(today.as_secs() / 86_400);
    Ok(check::check(&files, &Environment { today, picture: None, since: None, folder: false }))
}

async fn shown_to_visitors(page: &Page<'_>, quiz: &str, spanish: &str) -> Result<()> {
    page.site.set_file(QUIZ, quiz);
    page.site.set_file("/data/microneedling.es.json", spanish);
    page.client().goto(page.site.url()).await?;
    wait(page, "the new choice", "document.body.innerText.includes('Dark circles')").await?;
    page.client().goto(&format!("{}?lang=es", page.site.url())).await?;
    wait(page, "the new choice in Spanish", "document.body.innerText.includes('Ojeras marcadas')")
        .await
}

/// The link to a result about large pores.
const RESULT: &str = "#r1.microneedling.pores.pores";

#[browser_test(every)]
async fn an_edit_takes_the_name_off_the_visitors_page(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let by = "Dr A. Example, dermatologist";
    click(&page, "go-sign").await?;
    wait(&page, "it can be signed off", "document.querySelector('#sign:enabled')").await?;
    write(&page, "reviewer", by).await?;
    click(&page, "sign").await?;
    wait(
        &page,
        "it is signed off",
        "document.getElementById('signed').textContent.includes('Dr A.')",
    )
    .await?;
    click(&page, "save").await?;
    let signed = saved(&page, "microneedling.json").await?;

    click(&page, "go-start").await?;
    write(&page, "f-words-purpose", "Read what it may do for you, and what to ask first.").await?;
    let lifted = "document.getElementById('lifted')?.textContent.includes('Dr A. Example')";
    wait(&page, "the signature is lifted", lifted).await?;
    click(&page, "save").await?;
    let again = "saved['microneedling.json']?.includes('Read what it may do for you')";
    wait(&page, "it is saved again", again).await?;
    let edited = saved(&page, "microneedling.json").await?;
    ensure!(
        edited.contains(by),
        "the edited file still has the name, which visitors must not read"
    );

    for (file, is_named) in [(signed, true), (edited, false)] {
        page.site.set_file(QUIZ, file);
        page.client().goto("about:blank").await?;
        page.client().goto(&format!("{}{RESULT}", page.site.url())).await?;
        wait(&page, "the result", "document.querySelector('.result')").await?;
        let words: String = page.js("return document.body.innerText", &[]).await?;
        ensure!(words.contains(by) == is_named, "{is_named}: {words}");
        ensure!(words.contains("No clinician has reviewed") != is_named, "{is_named}: {words}");
    }
    Ok(())
}
