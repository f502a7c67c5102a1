use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, ONE_CONCERN, Page, Screen};
use fantoccini::Locator;
use fantoccini::key::Key;

use super::person::{click, opened, saved, wait, write};

/// A person sends their draft, and a clinician opens the file without the website.
#[browser_test(every)]
async fn a_clinician_sees_the_draft_without_the_website(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-clinic").await?;
    write(&page, "f-clinic-booking-link", "sea-clinic.co.uk/book").await?;
    page.press(&[Key::Tab]).await?;
    click(&page, "go-sign").await?;
    click(&page, "draft-page").await?;
    let kept = "Object.keys(saved).find((name) => name.startsWith('microneedling-draft-'))";
    wait(&page, "the draft is saved", &format!("{kept} !== undefined")).await?;
    let name: String = page.js(&format!("return {kept}"), &[]).await?;
    let html = saved(&page, &name).await?;
    page.js::<()>("window.onbeforeunload = null; addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)", &[]).await?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(&name);
    std::fs::write(&path, html)?;
    let asked = page.site.requests().len();
    page.client().goto(&format!("file://{}", path.display())).await?;
    let title: String = page.js("return document.title", &[]).await?;
    ensure!(title == "Draft: What could microneedling do for your skin?", "{title}");

    enter(&page, "quiz").await?;
    page.at("concerns").await?;
    let shown = "return [...document.images].length === 5
        && [...document.images].every((picture) => picture.complete && picture.naturalWidth > 0)";
    page.until_js("the pictures", shown).await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    let books = "return document.querySelector('#book')?.href === 'https://sea-clinic.co.uk/book'";
    page.until_js("the draft's own link", books).await?;
    page.client().enter_parent_frame().await?;

    page.client().find(Locator::Css("a[href='#report']")).await?.click().await?;
    let seen = "const [report, quiz] = ['report', 'quiz'].map((id) => document.getElementById(id).checkVisibility());
        return report && !quiz";
    page.until_js("the report is shown", seen).await?;
    enter(&page, "report").await?;
    page.until_js("the report", "return document.querySelector('#sign') !== null").await?;
    ensure!(page.site.requests().len() == asked, "it asks the website for something");
    Ok(())
}

async fn enter(page: &Page<'_>, id: &str) -> Result<()> {
    page.client().find(Locator::Id(id)).await?.enter_frame().await.context("the frame")
}
