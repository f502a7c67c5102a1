//! What the height of the frame tells the page around it.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, ONE_CONCERN, Screen, Visit};

use crate::embed::{FIRST, arrived, fits};

/// How high the question is for each choice picked alone, for none and, where several can be, for all.
const OF_CHOICES: &str = "
    const inputs = () => [...document.querySelectorAll('#quiz fieldset input')];
    const high = () => document.documentElement.getBoundingClientRect().height;
    const turn = () => new Promise((next) => setTimeout(next));
    const pick = async (input, checked) => {
      if (input.checked === checked) return;
      if (input.type === 'checkbox') input.click();
      else Object.assign(input, { checked }).dispatchEvent(new Event('change', { bubbles: true }));
      await turn();
    };
    const [done] = arguments;
    (async () => {
      const heights = [high()];
      for (let at = 0; at < inputs().length; at++) {
        await pick(inputs()[at], true);
        heights.push(high());
        if (inputs()[at].type === 'checkbox') await pick(inputs()[at], false);
      }
      if (inputs()[0].type === 'checkbox') {
        for (let at = 0; at < inputs().length; at++) await pick(inputs()[at], true);
        heights.push(high());
      }
      return heights;
    })().then(done)";

#[browser_test(every)]
async fn a_question_is_as_high_whatever_is_picked(browser: &Browser) -> Result<()> {
    for (width, walk) in [(390, ALL_CONCERNS), (280, ONE_CONCERN)] {
        browser.open_tab().await?;
        let page = Visit::new(browser)?.framed(width, 900).open().await?;
        for step in walk {
            page.at(step.0).await?;
            page.still().await?;
            let heights = page.client().execute_async(OF_CHOICES, vec![]).await?;
            let heights: Vec<f64> = serde_json::from_value(heights)?;
            ensure!(heights.len() > 2, "{heights:?}");
            let first = heights[0];
            ensure!(
                heights.iter().all(|high| (high - first).abs() < 0.1),
                "{}: {heights:?}",
                step.0
            );
            page.walk(&[*step]).await?;
        }
    }
    Ok(())
}

#[browser_test(firefox)]
async fn it_is_told_in_steps(browser: &Browser) -> Result<()> {
    let page = arrived(browser, "column").await?;
    page.enter().await?;
    page.walk_and(ONE_CONCERN, async |page| fits(page).await).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    fits(&page).await?;
    page.outside().await?;
    let told = "return host.messages.map((one) => JSON.parse(one)).filter(({ kind }) => kind === 'height').map(({ value }) => value)";
    let told: Vec<u32> = page.js(told, &[]).await?;
    ensure!(told.iter().all(|value| value % 16 == 0), "{told:?}");
    ensure!(told.last().is_some_and(|value| value % 64 == 0), "{told:?}");
    let high: f64 = page
        .js(&format!("return {FIRST}.shadowRoot.querySelector('iframe').offsetHeight"), &[])
        .await?;
    ensure!(told.last().is_some_and(|&value| f64::from(value) == high), "{high} for {told:?}");
    Ok(())
}

/// However high a frame says it is, the page around it grows no further.
#[browser_test(webkit)]
async fn it_has_an_end(browser: &Browser) -> Result<()> {
    let page = arrived(browser, "plain").await?;
    page.enter().await?;
    let lie = "for (const value of [99_999, 1e300, '7', -8, 0.5, NaN, null, [], {}, 1e6]) {
        parent.postMessage({ 'skin-quiz': 1, kind: 'height', value }, '*');
    }";
    page.js::<()>(lie, &[]).await?;
    page.outside().await?;
    let high = format!("return {FIRST}.shadowRoot.querySelector('iframe').offsetHeight");
    page.until_js("it grows", &high.replace("return", "return 1600 <")).await?;
    page.painted().await?;
    let high: u32 = page.js(&high, &[]).await?;
    ensure!(high == 50_000, "{high}");
    Ok(())
}
