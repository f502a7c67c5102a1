use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use check::{Environment, File};
use data::Node;
use e2e::{Axe, Browser, Page, Visit};
use quiz::Date;
use report::Inputs;

/// Media queries as they stand in the style sheet, made true: WebDriver can emulate them in one
/// engine only.
const DARK: (&str, &str) = ("(prefers-color-scheme: dark)", "(min-width: 0)");
const PRINT: (&str, &str) = ("@media print", "@media all");

#[browser_test(chromium)]
async fn it_is_clean_in_light(browser: &Browser) -> Result<()> {
    clean(browser, &Axe::from_env()?, &html()?).await
}

#[browser_test(chromium)]
async fn it_is_clean_in_dark(browser: &Browser) -> Result<()> {
    clean(browser, &Axe::from_env()?.of_colours(), &with(&html()?, DARK)?).await
}

#[browser_test(chromium)]
async fn it_is_clean_in_print(browser: &Browser) -> Result<()> {
    clean(browser, &Axe::from_env()?.of_colours(), &with(&html()?, PRINT)?).await
}

#[browser_test(firefox)]
async fn it_asks_for_nothing(browser: &Browser) -> Result<()> {
    let page = open(browser, &html()?).await?;
    let asked: Vec<String> = page.site.requests().into_iter().map(|it| it.path).collect();
    let after = asked.iter().skip_while(|path| *path != "/report.html").skip(1);
    let after: Vec<&String> = after.collect();
    ensure!(after.is_empty(), "the report asks for {after:?}");
    Ok(())
}

async fn clean(browser: &Browser, axe: &Axe, html: &str) -> Result<()> {
    let page = open(browser, html).await?;
    let found = axe.violations(&page).await?;
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn open<'a>(browser: &'a Browser, html: &str) -> Result<Page<'a>> {
    let page = Visit::new(browser)?.site(|site, _| site.file("/report.html", html)).open().await?;
    page.client().goto(&format!("{}report.html", page.site.url())).await?;
    let title: String = page.js("return document.title", &[]).await?;
    ensure!(title.starts_with("Report: "), "the page is {title:?}");
    Ok(page)
}

fn with(html: &str, (query, holds): (&str, &str)) -> Result<String> {
    ensure!(html.contains(query), "the style sheet has no {query}");
    Ok(html.replace(query, holds))
}

/// The report on the clinic's quiz, and on what changed since it had other words and figures.
fn html() -> Result<String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    let name = "static/data/microneedling.json";
    let text = std::fs::read_to_string(format!("{root}{name}")).context(name)?;
    let old = text.replace("[3, 4]", "[2, 5]").replace("Fine lines", "Lines");
    let (node, old): (Node, Node) = (serde_json::from_str(&text)?, serde_json::from_str(&old)?);
    let today = Date { year: 2026, month: 11, day: 22 };
    let around = Environment { today, picture: Some(&|_| None), since: None, folder: false };
    let file = File { name: name.into(), bytes: Ok(text.into_bytes()), wanted: true };
    let checked = check::check(&[file], &around);
    ensure!(checked.iter().any(|file| !file.findings.is_empty()), "there is something to list");
    Ok(report::html(Inputs {
        file: name,
        node: &node,
        translations: &[],
        interface: &[],
        checked: &checked,
        since: Some(("old.json", &old)),
        today,
    }))
}
