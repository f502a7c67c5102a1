//! Pages shrink things to their content in many ways: the quiz takes the room there is.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Visit};

use crate::embed::{FIRST, ready};

const QUIZ: &str = "<skin-quiz src=\"..\">";

/// Ways to lay out a container that shrinks what is in it.
const CONTAINERS: &[&str] = &[
    "display: block",
    "display: flex",
    "display: flex; flex-direction: column; align-items: flex-start",
    "display: flex; flex-direction: column; align-items: center",
    "display: flex; flex-wrap: wrap; justify-content: center; gap: 1rem",
    "display: grid; justify-items: center",
    "display: grid; justify-content: start",
    "display: grid; grid-template-columns: auto",
    "float: left",
    "display: inline-block",
    "display: inline-flex",
    "display: table",
    "display: table-cell",
    "width: fit-content",
    "width: max-content; max-width: 100%",
    "position: absolute",
    "position: absolute; left: 0; right: 0; width: fit-content; margin: 0 auto",
];

/// With something beside it the quiz has at least 280 pixels.
const SHARED: &[&str] = &[
    "display: flex; gap: 1rem",
    "display: flex; flex-wrap: wrap; gap: 1rem",
    "display: flex; align-items: center; justify-content: space-between",
];

const BESIDE: &str = "<p>What else the clinic says of its treatments, in a paragraph of some length that can be broken anywhere.</p>";

#[browser_test(every)]
async fn it_is_as_wide_as_there_is_room(browser: &Browser) -> Result<()> {
    let mut wrong = Vec::new();
    for room in [350, 900] {
        for style in CONTAINERS {
            let (width, sideways) = width(browser, room, style, "").await?;
            if (width - f64::from(room)).abs() > 1.0 || sideways {
                wrong.push(format!("{style}: {width} of {room}, sideways: {sideways}"));
            }
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[browser_test(every)]
async fn it_has_280_pixels_beside_something_else(browser: &Browser) -> Result<()> {
    let mut wrong = Vec::new();
    for room in [390, 900] {
        for style in SHARED {
            let (width, sideways) = width(browser, room, style, BESIDE).await?;
            if width < 279.5 || sideways {
                wrong.push(format!("{style}: {width} of {room}, sideways: {sideways}"));
            }
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// How wide the quiz is in such a container of so much room, and whether anything sticks out of it.
async fn width(browser: &Browser, room: u32, style: &str, beside: &str) -> Result<(f64, bool)> {
    browser.open_tab().await?;
    let column = format!(
        "<div id=\"room\" style=\"position: relative; width: {room}px\"><div style=\"{style}\">{QUIZ}"
    );
    let page = Visit::new(browser)?
        .embedded("plain")
        .written(QUIZ, &column)
        .written("</skin-quiz>", &format!("</skin-quiz>{beside}</div></div>"))
        .open_host()
        .await?;
    ready(&page, 1).await?;
    page.painted().await?;
    let script = format!(
        "const room = document.getElementById('room');
         const frame = {FIRST}.shadowRoot.querySelector('iframe').getBoundingClientRect();
         return [frame.width, room.scrollWidth > room.clientWidth]"
    );
    page.js(&script, &[]).await
}
