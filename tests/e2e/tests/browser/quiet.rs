use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, Page, Screen, Visit};
use serde::Deserialize;
use serde_json::Value;

/// What can be seen from outside the quiz, or outlasts it.
#[derive(Debug, Deserialize, PartialEq)]
struct Outside {
    requests: Vec<String>,
    stored: Vec<String>,
    loaded: usize,
    title: String,
    address: String,
    cookie: String,
}

#[browser_test(chromium)]
async fn the_first_line_on_the_console_is_the_version(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.framed(390, 800).query("accent=%23ff9aa2").open().await?;
    page.until("the whole program", |seen| seen.loaded).await?;
    let logged: Vec<String> = page.js("return recorded.logged", &[]).await?;
    ensure!(logged[0] == concat!("skin-quiz ", env!("CARGO_PKG_VERSION")), "{logged:?}");
    ensure!(page.complaints().await?.len() == 1, "a colour that cannot be read");
    Ok(())
}

#[browser_test(every)]
async fn nothing_is_requested_or_stored_after_loading(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    page.until_js("the page is complete", "return document.readyState === 'complete'").await?;
    let words = words_of_the_quiz(&page)?;
    let loaded = outside(&page).await?;
    let served = page.site.requests().len();
    ensure!(loaded.requests.len() == 4, "loading fetches {:?}", loaded.requests);
    ensure!(loaded.stored.is_empty() && loaded.cookie.is_empty(), "{loaded:?}");

    let unchanged = async |page: &Page<'_>| {
        let now = outside(page).await?;
        ensure!(now == loaded, "after loading: {loaded:#?}\nand then: {now:#?}");
        let asked: Vec<String> =
            page.site.requests().into_iter().skip(served).map(|r| r.path).collect();
        ensure!(asked.is_empty(), "asked of the server: {asked:?}");
        let state: String = page.js("return JSON.stringify(history.state)", &[]).await?;
        let told = words.iter().find(|word| state.contains(word.as_str()));
        ensure!(told.is_none(), "the history's state {state} tells {told:?}");
        anyhow::Ok(())
    };
    for step in ALL_CONCERNS {
        page.tap_through(&[*step]).await?;
        unchanged(&page).await?;
    }
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    for step in ALL_CONCERNS.iter().rev() {
        page.back().await?;
        page.at(step.0).await?;
        unchanged(&page).await?;
    }
    Ok(())
}

#[browser_test(every)]
async fn no_request_tells_where_it_comes_from(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.fragment("#secret").open().await?;
    page.until_js("the page is complete", "return document.readyState === 'complete'").await?;
    let requests = page.site.requests();
    ensure!(requests.len() > 5, "{requests:?}");
    let before_the_policy = ["/", "/recorder.js"];
    for request in requests.iter().filter(|r| !before_the_policy.contains(&r.path.as_str())) {
        let referrer = request.headers.get("referer");
        ensure!(referrer.is_none(), "{} tells {referrer:?}", request.path);
        ensure!(request.headers.get("cookie").is_none(), "{} has a cookie", request.path);
        ensure!(request.query.is_none(), "{} has a query", request.path);
    }
    Ok(())
}

async fn outside(page: &Page<'_>) -> Result<Outside> {
    let script = "return {
        requests: recorded.requests, stored: recorded.stored,
        loaded: performance.getEntriesByType('resource').length,
        title: document.title, address: location.href, cookie: document.cookie,
    }";
    page.js(script, &[]).await
}

/// Every id, title and label of a question or a choice.
pub(crate) fn words_of_the_quiz(page: &Page<'_>) -> Result<Vec<String>> {
    let quiz: Value = serde_json::from_str(&page.files.read(&page.files.quiz)?)?;
    let questions = quiz["questions"].as_array().cloned().unwrap_or_default();
    let choices =
        questions.iter().flat_map(|q| q["choices"].as_array().cloned().unwrap_or_default());
    let told = questions.iter().cloned().chain(choices.collect::<Vec<_>>());
    let words = told.flat_map(|item| {
        [&item["id"], &item["words"]["title"], &item["words"]["label"]]
            .map(|word| word.as_str().unwrap_or_default().to_owned())
    });
    Ok(words.filter(|word| !word.is_empty()).collect())
}
