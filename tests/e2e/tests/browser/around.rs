//! What the page around the quiz looks like and does: its colours, what stays at the top of its view, tools
//! that look for changes.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Media, ONE_CONCERN, Page, Visit};
use serde_json::json;

use crate::embed::{FIRST, ready};

/// Styles of a page, and how the quiz is to look on it.
const PAGES: &[(&str, &str)] = &[
    ("", "light"),
    ("body { background: #fff; color: #222 }", "light"),
    ("body { background: #12181f; color: #eee }", "dark"),
    ("body { background: oklch(21% .034 264.665) }", "dark"),
    ("body { background: oklab(96% 0 0 / .9) }", "light"),
    ("body { background: color(display-p3 .1 .1 .2) }", "dark"),
    ("body { background: color-mix(in srgb, white 90%, black) }", "light"),
    ("body { background: linear-gradient(#101010, #202020); color: #f5f5f5 }", "dark"),
    ("body { background: #fff linear-gradient(#fff, #eee); color: #333 }", "light"),
    ("body { background: #202020 linear-gradient(#101010, #202020) }", "dark"),
    ("body { background: rgb(0 0 0 / .05); color: #111 }", "light"),
    ("html { color-scheme: dark }", "dark"),
];

/// Whatever the device prefers, the quiz is not dark on a light page, nor light on a dark one.
#[browser_test(every)]
async fn it_is_light_or_dark_as_the_page_is(browser: &Browser) -> Result<()> {
    let mut wrong = Vec::new();
    for media in [Media::DARK, Media::default()] {
        for (style, wanted) in PAGES {
            let body = format!("<style>{style}</style><body>");
            let scheme = scheme(browser, media, &[("<body>", &body)]).await?;
            if scheme != *wanted {
                wrong.push(format!("{style}, dark device: {}: {scheme}", media.dark));
            }
        }
    }
    browser.prefer(Media::default()).await?;
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// What is nearest behind the quiz counts, also where that is outside a shadow root.
#[browser_test(every)]
async fn the_nearest_colour_behind_it_counts(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("late").media(Media::DARK).open_host().await?;
    let script = "
        document.body.style.background = '#000';
        place.style.background = '#fafafa';
        const inner = document.createElement('div');
        inner.attachShadow({ mode: 'open' }).innerHTML = '<p><skin-quiz src=\"..\"></skin-quiz></p>';
        place.append(inner);
        place.scrollIntoView()";
    page.js::<()>(script, &[]).await?;
    ready(&page, 1).await?;
    let asked = "
        const frame = place.firstChild.shadowRoot.querySelector('skin-quiz').shadowRoot.querySelector('iframe');
        return new URL(frame.src).searchParams.get('theme')";
    let asked: String = page.js(asked, &[]).await?;
    browser.prefer(Media::default()).await?;
    ensure!(asked == "light", "{asked}");
    Ok(())
}

#[browser_test(every)]
async fn what_the_page_asks_for_goes_before_its_look(browser: &Browser) -> Result<()> {
    let dark = "<skin-quiz theme=\" Dark \" src";
    let styled = "<style>:root { --skin-quiz-theme: dark; }</style><body>";
    let automatic = "<skin-quiz theme=\"auto\" src";
    for (change, media, wanted) in [
        (("<skin-quiz src", dark), Media::default(), "dark"),
        (("<body>", styled), Media::default(), "dark"),
        (("<skin-quiz src", automatic), Media::DARK, "light"),
    ] {
        let scheme = scheme(browser, media, &[change]).await?;
        ensure!(scheme == wanted, "{change:?}: {scheme}");
    }
    browser.prefer(Media::default()).await
}

/// The scheme of a quiz on a page that is written otherwise.
async fn scheme(browser: &Browser, media: Media, changes: &[(&str, &str)]) -> Result<String> {
    browser.open_tab().await?;
    let mut visit = Visit::new(browser)?.embedded("plain").media(media);
    for (from, to) in changes {
        visit = visit.written(from, to);
    }
    let page = visit.open_host().await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.js("return getComputedStyle(document.documentElement).colorScheme", &[]).await
}

/// Editors show a block in a frame that grows when something on its page changes; of what is in a shadow
/// root they see nothing.
#[browser_test(every)]
async fn an_editors_preview_grows_with_it(browser: &Browser) -> Result<()> {
    let preview = "</title><script>
        const measure = () => { document.documentElement.measured = document.body.getBoundingClientRect().height; };
        new MutationObserver(measure).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
        </script>";
    let page =
        Visit::new(browser)?.embedded("plain").written("</title>", preview).open_host().await?;
    ready(&page, 1).await?;
    let grown =
        "return document.documentElement.measured === document.body.getBoundingClientRect().height
        && document.body.getBoundingClientRect().height > 600";
    page.until_js("the preview is as high as the quiz", grown).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.walk(&ONE_CONCERN[..2]).await?;
    page.outside().await?;
    let third = "return host.told.some(({ detail }) => detail.number === 3)";
    page.until_js("the third question", third).await?;
    page.painted().await?;
    page.until_js("the preview is as high as the question", &grown.replace("> 600", "> 100")).await
}

const PADDED: &str = "html { scroll-padding-top: 80px; }";
const HEADER: &str =
    "header { position: sticky; top: 0; height: 80px; background: #dde; z-index: 1; }";

/// What a page has at the top of its view, and how much of it that takes: with nothing said in its styles
/// of how far to scroll.
const TOPS: &[(&str, &str, u32)] = &[
    ("", "", 0),
    ("header { position: sticky; top: 0; height: 80px }", "", 80),
    ("header { position: fixed; inset: 0 0 auto; height: 64px }", "<a href=\"#\">Menu</a>", 64),
    (
        "header { position: sticky; top: 32px; height: 70px } header > i { position: fixed; inset: 0 0 auto; height: 32px }",
        "<i></i><b>Menu</b>",
        102,
    ),
    ("header { position: fixed; inset: auto 0 0; height: 80px }", "", 0),
    ("header { position: fixed; inset: 0 0 0 90%; }", "", 0),
    // Asks for consent: nobody could read anything below it.
    ("header { position: fixed; inset: 0; opacity: .5 }", "", 0),
];

#[browser_test(every)]
async fn the_next_question_is_below_what_stays_at_the_top(browser: &Browser) -> Result<()> {
    for (style, within, wanted) in TOPS {
        let page = scrolled_past(browser, style, within).await?;
        page.enter().await?;
        page.walk_and_leave(&ONE_CONCERN[1..2]).await?;
        let there = format!("{TOP} === {wanted}");
        page.until_js(&format!("{style}: the quiz is at {wanted}"), &there).await?;
    }
    Ok(())
}

/// Many a menu hides while one scrolls down and comes back when the page scrolls up.
#[browser_test(every)]
async fn a_menu_that_comes_back_covers_nothing(browser: &Browser) -> Result<()> {
    menu_comes_back(browser, 0).await
}

/// On a slow device nothing is drawn for a while, and many a menu looks only now and then where the page is.
#[browser_test(every)]
async fn a_menu_that_comes_back_late_covers_nothing(browser: &Browser) -> Result<()> {
    menu_comes_back(browser, 700).await
}

/// The page is busy for a time whenever it scrolled, in milliseconds.
async fn menu_comes_back(browser: &Browser, busy: u32) -> Result<()> {
    let page = scrolled_past(
        browser,
        "header { position: fixed; inset: 0 0 auto; height: 80px; transition: transform .2s; transform: translateY(-100%) }",
        "",
    )
    .await?;
    let comes = "
        let before = scrollY;
        const follow = () => {
            if (scrollY !== before) document.querySelector('header').style.transform = scrollY < before ? 'none' : '';
            before = scrollY;
        };
        const [busy] = arguments;
        addEventListener('scroll', () => busy ? setTimeout(() => {
            const end = performance.now() + busy;
            while (performance.now() < end);
            follow();
        }, 100) : follow())";
    page.js::<()>(comes, &[json!(busy)]).await?;
    page.enter().await?;
    page.walk_and_leave(&ONE_CONCERN[1..2]).await?;
    page.until_js("the quiz is below the menu", &format!("{TOP} === 80")).await
}

/// In a part of the page that scrolls by itself, what stays at the top of that part counts.
#[browser_test(every)]
async fn a_part_that_scrolls_by_itself_has_a_top_too(browser: &Browser) -> Result<()> {
    let part = "#part { position: fixed; inset: 50px 0 0; overflow: auto; background: #fff } #part > div { position: sticky; top: 0; height: 60px; background: #ffd }";
    browser.open_tab().await?;
    let page = Visit::new(browser)?
        .embedded("sticky-header")
        .written(PADDED, part)
        .written(HEADER, "header { position: sticky; top: 0; height: 50px }")
        .written("<skin-quiz", "<div id=\"part\"><div>Close</div><p class=\"far\"></p><skin-quiz")
        .written("</skin-quiz>", "</skin-quiz><p class=\"far\"></p></div>")
        .open_host()
        .await?;
    past(&page, "document.getElementById('part').scrollBy").await?;
    page.enter().await?;
    page.walk_and_leave(&ONE_CONCERN[1..2]).await?;
    let below = format!("{} >= 110 && {} < 200", TOP, TOP.trim_start_matches("return "));
    page.until_js("the quiz is below the part's top", &below).await
}

const TOP: &str =
    "return Math.round(document.querySelector('skin-quiz').getBoundingClientRect().top)";

/// A quiz whose top is scrolled out of the view of a page with such a header.
async fn scrolled_past<'a>(browser: &'a Browser, style: &str, within: &str) -> Result<Page<'a>> {
    browser.open_tab().await?;
    let page = Visit::new(browser)?
        .embedded("sticky-header")
        .written(PADDED, "header { background: #dde; z-index: 1 }")
        .written(HEADER, style)
        .written("The clinic's menu", within)
        .open_host()
        .await?;
    past(&page, "scrollBy").await?;
    Ok(page)
}

async fn past(page: &Page<'_>, scroll_by: &str) -> Result<()> {
    let past = format!(
        "{scroll_by}({{ top: {FIRST}.getBoundingClientRect().top + arguments[0], behavior: 'instant' }})"
    );
    page.js::<()>(&past, &[json!(-300)]).await?;
    ready(page, 1).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.walk_and_leave(&ONE_CONCERN[..1]).await?;
    let second = "return host.told.some(({ detail }) => detail.number === 2)";
    page.until_js("the focus is in the quiz", second).await?;
    page.painted().await?;
    page.js(&past, &[json!(120)]).await
}
