use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, ONE_CONCERN, Page, Pointer, Screen, Visit};
use fantoccini::key::Key;

#[browser_test(chromium)]
async fn every_question_is_native_inputs_in_a_fieldset_with_a_legend(
    browser: &Browser,
) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    let wrong = "
        if (!document.querySelector('main.question')) return [];
        const wrong = [];
        const groups = document.querySelectorAll('fieldset');
        if (groups.length !== 1) wrong.push(`${groups.length} fieldsets`);
        if (groups[0].firstElementChild.nodeName !== 'LEGEND') wrong.push('no legend first');
        if (!document.querySelector('legend #heading')) wrong.push('the heading is not the legend');
        const inputs = [...document.querySelectorAll('fieldset input')];
        if (inputs.length < 2) wrong.push(`${inputs.length} inputs`);
        if (new Set(inputs.map((input) => input.name + input.type)).size !== 1) wrong.push('mixed inputs');
        for (const input of inputs) {
            if (!['radio', 'checkbox'].includes(input.type)) wrong.push(input.type);
            if (input.labels.length !== 1 || !input.labels[0].innerText.trim()) wrong.push(`no label for ${input.value}`);
        }
        return wrong";
    page.walk_and(ALL_CONCERNS, async |page| {
        let wrong: Vec<String> = page.js(wrong, &[]).await?;
        ensure!(wrong.is_empty(), "{wrong:?} in {:?}", page.seen().await?);
        Ok(())
    })
    .await
}

#[browser_test(every)]
async fn a_walk_by_pointer_reaches_the_result(browser: &Browser) -> Result<()> {
    walked_by_pointer(Visit::new(browser)?).await?;
    Ok(())
}

pub(crate) async fn walked_by_pointer(visit: Visit<'_>) -> Result<Page<'_>> {
    let page = visit.framed(390, 800).open().await?;
    page.tap_through(ONE_CONCERN).await?;
    ensure!(page.seen().await?.screen == Screen::Result);
    Ok(page)
}

#[browser_test(every)]
async fn a_tap_on_a_single_choice_moves_on(browser: &Browser) -> Result<()> {
    let page = at_lines(browser).await?;
    page.tap_choice("wrinkles-look", "moderate").await?;
    page.at("sun").await?;
    page.back().await?;
    let seen = page.at("wrinkles-look").await?;
    ensure!(seen.checked == ["moderate"], "{seen:?}");
    Ok(())
}

#[browser_test(every)]
async fn a_tap_on_the_choice_already_picked_moves_on(browser: &Browser) -> Result<()> {
    let page = at_lines(browser).await?;
    page.tap_choice("wrinkles-look", "moderate").await?;
    page.at("sun").await?;
    page.back().await?;
    page.at("wrinkles-look").await?;
    page.tap_choice("wrinkles-look", "moderate").await?;
    page.at("sun").await?;
    Ok(())
}

#[browser_test(every)]
async fn a_finger_moves_on(browser: &Browser) -> Result<()> {
    let page = at_lines(browser).await?;
    page.tap_fast(Pointer::Finger, "label.choice:has(#choice-1)", 1).await?;
    page.at("sun").await?;
    page.tap_fast(Pointer::Finger, "label.choice:has(#choice-2)", 1).await?;
    page.at("marks").await?;
    Ok(())
}

#[browser_test(every)]
async fn arrow_keys_only_select_and_enter_moves_on(browser: &Browser) -> Result<()> {
    let page = selected_by_arrows(browser).await?;
    page.press(&[Key::Enter]).await?;
    page.at("sun").await?;
    Ok(())
}

#[browser_test(every)]
async fn arrow_keys_only_select_and_continue_moves_on(browser: &Browser) -> Result<()> {
    let page = selected_by_arrows(browser).await?;
    page.tap("#continue").await?;
    page.at("sun").await?;
    Ok(())
}

#[browser_test(every)]
async fn the_space_bar_toggles_a_checkbox(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    page.press(&[Key::Tab]).await?;
    page.until("focus on the first choice", |seen| seen.focus_is("choice-0")).await?;
    page.press_space().await?;
    page.until("checked", |seen| seen.checked == ["wrinkles"]).await?;
    page.press(&[Key::Tab]).await?;
    page.press_space().await?;
    page.until("both checked", |seen| seen.checked == ["wrinkles", "texture"]).await?;
    page.press_space().await?;
    let seen = page.until("one checked", |seen| seen.checked == ["wrinkles"]).await?;
    ensure!(seen.asks("concerns"));
    page.press(&[Key::Enter]).await?;
    page.at("wrinkles-look").await?;
    Ok(())
}

#[browser_test(every)]
async fn continue_without_an_answer_says_so(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    page.tap("#continue").await?;
    let seen = page.until("what to mend", |seen| seen.error.is_some()).await?;
    ensure!(seen.asks("concerns"));
    page.until("focus on the first choice", |seen| seen.focus_is("choice-0")).await?;
    let told = "return document.querySelector('#error[role=alert]') !== null
        && document.querySelector('fieldset').getAttribute('aria-describedby').includes('error')";
    ensure!(page.js::<bool>(told, &[]).await?, "the error is not tied to the fieldset");
    page.tap_choice("concerns", "pores").await?;
    page.until("the error is gone", |seen| seen.error.is_none()).await?;
    Ok(())
}

async fn at_lines(browser: &Browser) -> Result<Page<'_>> {
    let page = Visit::new(browser)?.open().await?;
    page.walk(&ONE_CONCERN[..1]).await?;
    page.at("wrinkles-look").await?;
    Ok(page)
}

async fn selected_by_arrows(browser: &Browser) -> Result<Page<'_>> {
    let page = at_lines(browser).await?;
    page.press(&[Key::Tab]).await?;
    page.until("focus on the first choice", |seen| seen.focus_is("choice-0")).await?;
    page.press(&[Key::Down]).await?;
    page.until("the next selected", |seen| seen.checked == ["moderate"]).await?;
    page.press(&[Key::Down]).await?;
    page.until("the next selected", |seen| seen.checked == ["severe"]).await?;
    page.press(&[Key::Up]).await?;
    page.until("the one before selected", |seen| seen.checked == ["moderate"]).await?;
    page.painted().await?;
    ensure!(page.seen().await?.asks("wrinkles-look"), "an arrow key moved on");
    Ok(page)
}
