//! What the console says of a quiz that does not start: one cause with its cure.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Visit};
use site::Site;

const SRC: &str = "<skin-quiz src=\"..\">";
const CHARSET: &str = "<meta charset=\"utf-8\">";

#[browser_test(every)]
async fn a_wrong_folder(browser: &Browser) -> Result<()> {
    let visit =
        || Ok::<_, anyhow::Error>(wrong(browser)?.written(SRC, "<skin-quiz src=\"../skinquiz/\">"));
    said(visit()?, "there is no quiz at this address: the server answers 404. Write into src")
        .await?;
    browser.open_tab().await?;
    said(visit()?.elsewhere(), "there is no quiz at this address: the server answers 404.").await
}

/// As a website answers that has a page for everything.
#[browser_test(every)]
async fn another_page(browser: &Browser) -> Result<()> {
    let visit = wrong(browser)?
        .site(|site, _| {
            site.file("/skinquiz/index.html", "<title>Not found</title><h1>Not found</h1>")
        })
        .written(SRC, "<skin-quiz src=\"../skinquiz/\">");
    said(visit, "there is another page at this address, not the quiz.").await
}

#[browser_test(every)]
async fn a_page_that_forbids_the_frame(browser: &Browser) -> Result<()> {
    let policy = format!(
        "{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"frame-src 'none'\">"
    );
    let visit = wrong(browser)?.elsewhere().written(CHARSET, &policy);
    said(visit, "this page's Content-Security-Policy forbids the frame. Name http://").await
}

#[browser_test(every)]
async fn a_site_that_the_quiz_does_not_name(browser: &Browser) -> Result<()> {
    let ancestors =
        |site: Site| site.header("Content-Security-Policy", "frame-ancestors https://a.example");
    let visit = wrong(browser)?.site(|site, _| ancestors(site)).elsewhere();
    said(visit, "its server does not let this site show it. Name http://").await
}

#[browser_test(every)]
async fn files_that_are_kept_back(browser: &Browser) -> Result<()> {
    let visit = wrong(browser)?
        .site(|site, _| site.header("Access-Control-Allow-Origin", "https://elsewhere.example"))
        .elsewhere()
        .written("type=\"module\" ", "");
    said(visit, "its server keeps its files to itself. Let its server send").await
}

#[browser_test(every)]
async fn no_server(browser: &Browser) -> Result<()> {
    let visit = wrong(browser)?.written(SRC, "<skin-quiz src=\"http://127.0.0.1:1/quiz/\">");
    said(visit, "no server answers at 127.0.0.1:1. Check the address").await
}

fn wrong(browser: &Browser) -> Result<Visit<'_>> {
    Ok(Visit::new(browser)?.embedded("plain").clock_by_hand())
}

async fn said(visit: Visit<'_>, cause: &str) -> Result<()> {
    let page = visit.open_host().await?;
    let asked = "host.elapse(8000); host.elapse(30000); return document.querySelector(\"script[src*='diagnosis.js']\") !== null";
    page.until_js("it is asked why", asked).await?;
    page.painted().await?;
    page.painted().await?;
    let told = "host.elapse(1000); return host.complaints.length > 0";
    page.until_js(&format!("it is said that {cause}"), told).await?;
    page.painted().await?;
    let complaints: Vec<String> = page.js("return host.complaints", &[]).await?;
    ensure!(complaints.len() == 1 && complaints[0].contains(cause), "{cause}: {complaints:?}");
    Ok(())
}
