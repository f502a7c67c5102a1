use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Files, Page, Visit};
use fantoccini::key::Key;

#[browser_test(every)]
async fn early_picks_and_continue_are_kept(browser: &Browser) -> Result<()> {
    kept_while_held(Visit::new(browser)?, |files| files.wasm.clone()).await?;
    Ok(())
}

/// Picks and presses Continue while a file has not come yet, and the program does not run.
pub(crate) async fn kept_while_held<'a>(
    visit: Visit<'a>,
    held: impl Fn(&Files) -> String,
) -> Result<Page<'a>> {
    let page = visit.come_near().await?;
    let hold = page.site.hold(&held(&page.files));
    page.visit().await?;
    hold.arrived().await;
    page.tap_choice("concerns", "wrinkles").await?;
    page.tap_choice("concerns", "pores").await?;
    page.tap("#continue").await?;
    let seen = page.seen().await?;
    ensure!(!seen.begun && seen.asks("concerns"), "{seen:?}");
    hold.release();
    page.at("wrinkles-look").await?;
    page.until("focus on the heading", |seen| seen.focus_is("heading")).await?;
    page.back().await?;
    let seen = page.at("concerns").await?;
    ensure!(seen.checked == ["wrinkles", "pores"], "{seen:?}");
    page.until("the whole program", |seen| seen.loaded).await?;
    Ok(page)
}

#[browser_test(every)]
async fn a_continue_before_any_script_is_kept(browser: &Browser) -> Result<()> {
    let page =
        Visit::new(browser)?.html("<script async src", "<script data-late")?.arrive().await?;
    page.tap_choice("concerns", "wrinkles").await?;
    page.tap("#continue").await?;
    let script = "
        const script = document.createElement('script');
        script.src = document.querySelector('[data-late]').dataset.late;
        document.head.append(script)";
    page.until_js("a word of it", "return document.getElementById('moment').checkVisibility()")
        .await?;
    page.js::<()>(script, &[]).await?;
    page.at("wrinkles-look").await?;
    page.until("focus on the heading", |seen| seen.loaded && seen.focus_is("heading")).await?;
    Ok(())
}

/// The script runs before what stands below the question is there.
#[browser_test(every)]
async fn the_languages_are_shown_where_the_page_arrives_in_two_parts(
    browser: &Browser,
) -> Result<()> {
    let page = Visit::new(browser)?
        .html("<link rel=\"preload\" as=\"fetch\"", "<link rel=\"asked-by-the-script\"")?
        .html("<footer hidden>", "<script src=\"between.js\"></script><footer hidden>")?
        .site(|site, _| site.file("/between.js", ""))
        .come_near()
        .await?;
    let between = page.site.hold("/between.js");
    let program = page.site.hold(&page.files.wasm);
    let in_two_parts = async {
        between.arrived().await;
        program.arrived().await;
        between.release();
    };
    let (visited, ()) = tokio::join!(page.visit(), in_two_parts);
    visited?;
    let shown = "return document.getElementById('language-es')?.checkVisibility() ?? false";
    page.until_js("the languages are shown", shown).await?;
    program.release();
    page.until("the program runs", |seen| seen.loaded).await?;
    Ok(())
}

#[browser_test(every)]
async fn early_picks_and_focus_are_kept(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.come_near().await?;
    let hold = page.site.hold(&page.files.wasm);
    page.visit().await?;
    hold.arrived().await;
    page.press(&[Key::Tab, Key::Tab]).await?;
    page.press_space().await?;
    page.until("picked and focused", |seen| {
        seen.focus_is("choice-1") && seen.checked == ["texture"]
    })
    .await?;
    ensure!(!page.seen().await?.begun);
    hold.release();
    let seen = page.until("the program runs", |seen| seen.begun).await?;
    ensure!(seen.checked == ["texture"], "{seen:?}");
    page.until("focus where it was", |seen| seen.focus_is("choice-1")).await?;
    page.press(&[Key::Enter]).await?;
    page.at("texture-look").await?;
    page.until("the whole program", |seen| seen.loaded).await?;
    Ok(())
}

#[browser_test(every)]
async fn a_press_that_began_before_ends_where_it_began(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.come_near().await?;
    let hold = page.site.hold(&page.files.wasm);
    page.visit().await?;
    hold.arrived().await;
    page.press_down("label.choice:has([value='pores'])").await?;
    hold.release();
    let arrived = "return performance.getEntriesByType('resource').some(({ name, responseEnd }) =>
        name.endsWith(arguments[0]) && responseEnd)";
    page.until_js_given("the program is there", arrived, &[page.files.wasm.clone().into()]).await?;
    page.painted().await?;
    page.painted().await?;
    page.lift().await?;
    let seen = page.until("the whole program", |seen| seen.loaded).await?;
    ensure!(seen.checked == ["pores"], "{seen:?}");
    Ok(())
}

#[browser_test(every)]
async fn an_early_continue_without_picks_says_so(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.come_near().await?;
    let hold = page.site.hold(&page.files.wasm);
    page.visit().await?;
    hold.arrived().await;
    page.tap("#continue").await?;
    hold.release();
    let seen = page.until("what to mend", |seen| seen.loaded && seen.error.is_some()).await?;
    ensure!(seen.asks("concerns"), "{seen:?}");
    Ok(())
}
