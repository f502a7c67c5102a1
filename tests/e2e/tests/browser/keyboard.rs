use anyhow::{Context, Result, bail, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, Page, Screen, Step, Visit};
use fantoccini::key::Key;

#[browser_test(every)]
async fn keys_alone_reach_the_result(browser: &Browser) -> Result<()> {
    let page = walked_by_keys(Visit::new(browser)?, ALL_CONCERNS).await?;
    page.js::<()>("window.print = () => { window.printed = true }", &[]).await?;
    let offers = "return [...document.querySelectorAll('#book, #contact, #print, #copy, #share, #restart, #clear')].map((offer) => offer.id)";
    let offers: Vec<String> = page.js(offers, &[]).await?;
    ensure!(offers.len() == 7, "{offers:?}");
    for offer in offers {
        tab_to(&page, &offer).await?;
        if offer == "print" {
            page.press(&[Key::Enter]).await?;
            page.until_js("the page is printed", "return window.printed === true").await?;
        }
    }
    Ok(())
}

pub(crate) async fn walked_by_keys<'a>(visit: Visit<'a>, steps: &[Step]) -> Result<Page<'a>> {
    let page = visit.open().await?;
    for step in steps {
        answered_by_keys(&page, *step).await?;
    }
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    Ok(page)
}

#[browser_test(every)]
async fn the_focus_is_seen_and_never_behind_the_bar(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.framed(390, 600).open().await?;
    page.js::<()>("document.querySelector('#choice-0').focus({ preventScroll: true })", &[])
        .await?;
    page.press(&[Key::Tab]).await?;
    tab_through(&page, &["choice-2", "choice-3", "choice-4", "continue"]).await?;
    page.walk(&ALL_CONCERNS[..12]).await?;
    page.at("health").await?;
    let choices: Vec<String> = page
        .js("return [...document.querySelectorAll('fieldset input')].map((input) => input.id)", &[])
        .await?;
    let mut stops: Vec<&str> = choices.iter().map(String::as_str).collect();
    stops.push("continue");
    tab_through(&page, &stops).await
}

async fn answered_by_keys(page: &Page<'_>, (question, choices): Step) -> Result<()> {
    page.at(question).await?;
    for choice in choices {
        let script = "return document.querySelector(`input[name='${arguments[0]}'][value='${arguments[1]}']`).id";
        let id: String = page.js(script, &[question.into(), (*choice).into()]).await?;
        if page.asks_many().await? {
            tab_to(page, &id).await?;
            page.press_space().await?;
        } else {
            page.press(&[Key::Tab]).await?;
            page.until("focus on the first choice", |seen| seen.focus_is("choice-0")).await?;
            if id == "choice-0" {
                page.press_space().await?;
            }
            let downs: usize = id.trim_start_matches("choice-").parse().context("a choice's id")?;
            for _ in 0..downs {
                page.press(&[Key::Down]).await?;
            }
        }
        page.until(&format!("{choice} checked"), |seen| seen.checked.iter().any(|id| id == choice))
            .await?;
    }
    page.press(&[Key::Enter]).await?;
    page.until(&format!("a step on from {question}"), |seen| !seen.asks(question)).await?;
    Ok(())
}

async fn tab_to(page: &Page<'_>, id: &str) -> Result<()> {
    for _ in 0..80 {
        page.press(&[Key::Tab]).await?;
        if page.seen().await?.focus_is(id) {
            return Ok(());
        }
    }
    bail!("Tab does not reach {id}")
}

async fn tab_through(page: &Page<'_>, stops: &[&str]) -> Result<()> {
    for stop in stops {
        page.press(&[Key::Tab]).await?;
        page.until(&format!("focus on {stop}"), |seen| seen.focus_is(stop) && !seen.guarded)
            .await?;
        page.painted().await?;
        let hidden = "
            const element = document.activeElement.closest('label') ?? document.activeElement;
            const { left, top, bottom, width } = element.getBoundingClientRect();
            const seen = (y) => element.contains(document.elementFromPoint(left + width / 2, y));
            const outline = getComputedStyle(element);
            if (outline.outlineStyle === 'none' || parseFloat(outline.outlineWidth) < 2) return 'no outline';
            return [top + 2, (top + bottom) / 2, bottom - 2].every(seen) ? null : `${top} to ${bottom} of ${innerHeight}`";
        let hidden: Option<String> = page.js(hidden, &[]).await?;
        ensure!(hidden.is_none(), "{stop} has the focus unseen: {hidden:?}");
    }
    Ok(())
}
