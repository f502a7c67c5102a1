use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Page, Visit};
use fantoccini::key::Key;
use serde_json::Value;

use super::person::{choose, click, open, opened, tab, type_keys, value, wait, write};
use crate::embed::ready;
use crate::result::STUB_CLIPBOARD;

/// What the quiz as a visitor has it, or its preview, is painted in.
const PAINTED: &str = "
    const inner = document.getElementById('preview')?.contentDocument ?? document;
    const button = inner.getElementById('continue');
    if (!button) return null;
    const of = (element) => inner.defaultView.getComputedStyle(element);
    return [of(button).backgroundColor, of(inner.body).backgroundColor, of(inner.body).fontFamily,
        of(inner.querySelector('.choice')).borderTopLeftRadius]";

/// Opens the page on which the look is chosen, as somebody who was never there.
async fn arrived(browser: &Browser) -> Result<Page<'_>> {
    let page = opened(browser).await?;
    click(&page, "go-website").await?;
    wait(&page, "the form", "document.getElementById('website-accent')").await?;
    Ok(page)
}

async fn painted(page: &Page<'_>, wanted: [&str; 4]) -> Result<()> {
    let script = format!(
        "const painted = (() => {{ {PAINTED} }})();
         return [...arguments].every((part, at) => !part || painted?.[at] === part)"
    );
    let given = wanted.map(Value::from);
    let there = page.until_js_given(&format!("{wanted:?}"), &script, &given).await;
    if there.is_err() {
        let is: Value = page.js(PAINTED, &[]).await?;
        ensure!(false, "it is painted {is}, not {wanted:?}");
    }
    there
}

/// Waits until a button of the preview has this colour.
async fn button(page: &Page<'_>, colour: &str) -> Result<()> {
    painted(page, [colour, "", "", ""]).await
}

async fn holds(page: &Page<'_>, id: &str, text: &str) -> Result<()> {
    let script = "return document.getElementById(arguments[0])?.value.includes(arguments[1])";
    page.until_js_given(&format!("{id} with {text}"), script, &[id.into(), text.into()]).await
}

async fn has_not(page: &Page<'_>, id: &str, text: &str) -> Result<()> {
    let script = "return !document.getElementById(arguments[0]).value.includes(arguments[1])";
    page.until_js_given(&format!("{id} without {text}"), script, &[id.into(), text.into()]).await
}

/// Waits until something is told at a field.
async fn told(page: &Page<'_>, name: &str, text: &str) -> Result<()> {
    let script = "return document.getElementById(`website-${arguments[0]}-told`)?.textContent.includes(arguments[1]) ?? false";
    page.until_js_given(&format!("{name}: {text}"), script, &[name.into(), text.into()]).await
}

async fn nothing_told(page: &Page<'_>, name: &str) -> Result<()> {
    wait(page, "nothing told", &format!("!document.getElementById('website-{name}-told')")).await
}

/// What is copied by a button.
async fn copied(page: &Page<'_>, id: &str) -> Result<String> {
    page.js::<()>(STUB_CLIPBOARD, &[]).await?;
    click(page, id).await?;
    wait(page, "copied", "document.getElementById('notice')?.textContent === 'Copied.'").await?;
    page.js("return window.copied", &[]).await
}

#[browser_test(every)]
async fn an_accent_dresses_the_preview_and_stands_in_the_lines(browser: &Browser) -> Result<()> {
    let page = arrived(browser).await?;
    button(&page, "rgb(31, 107, 102)").await?;
    ensure!(value(&page, "website-accent-pick").await? == "#1f6b66");
    ensure!(!value(&page, "website-lines").await?.contains("accent"));
    write(&page, "website-accent", "#884455").await?;
    button(&page, "rgb(136, 68, 85)").await?;
    holds(&page, "website-accent-pick", "#884455").await?;
    holds(&page, "website-lines", " accent=\"#884455\"").await?;
    holds(&page, "website-lines-div", " data-accent=\"#884455\"").await?;
    holds(&page, "website-address", "/?accent=%23884455").await?;
    page.js::<()>(
        "const pick = document.getElementById('website-accent-pick');
         pick.value = '#225588';
         pick.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        &[],
    )
    .await?;
    holds(&page, "website-accent", "#225588").await?;
    button(&page, "rgb(34, 85, 136)").await?;
    click(&page, "go-start").await?;
    button(&page, "rgb(34, 85, 136)").await?;
    click(&page, "go-website").await?;
    click(&page, "website-clear").await?;
    button(&page, "rgb(31, 107, 102)").await?;
    has_not(&page, "website-lines", "accent").await?;
    click(&page, "website-put-back").await?;
    button(&page, "rgb(34, 85, 136)").await?;
    holds(&page, "website-accent", "#225588").await
}

#[browser_test(firefox)]
async fn what_cannot_be_read_is_moved_and_told_of(browser: &Browser) -> Result<()> {
    let page = arrived(browser).await?;
    write(&page, "website-accent", "#ff9aa2").await?;
    told(&page, "accent", "It cannot be read well on light").await?;
    let used = "const told = document.getElementById('website-accent-told').textContent;
        const used = told.match(/so #(..)(..)(..) is used/).slice(1).map((part) => parseInt(part, 16));
        return `rgb(${used.join(', ')})`";
    let light: String = page.js(used, &[]).await?;
    ensure!(light != "rgb(255, 154, 162)");
    button(&page, &light).await?;
    click(&page, "preview-dark").await?;
    button(&page, "rgb(255, 154, 162)").await?;
    choose(&page, "website-theme", "light").await?;
    button(&page, &light).await?;
    wait(&page, "no other scheme", "document.getElementById('preview-dark').disabled").await?;
    write(&page, "website-accent", "#442233").await?;
    nothing_told(&page, "accent").await?;
    choose(&page, "website-theme", "dark").await?;
    told(&page, "accent", "It cannot be read well on dark").await?;
    let dark: String = page.js(used, &[]).await?;
    button(&page, &dark).await?;
    write(&page, "website-surface", "#fff6f0").await?;
    told(&page, "surface", "the quiz is always dark").await?;
    choose(&page, "website-theme", "auto").await?;
    nothing_told(&page, "surface").await
}

#[browser_test(chromium)]
async fn what_cannot_be_used_is_told_of(browser: &Browser) -> Result<()> {
    let page = arrived(browser).await?;
    for (name, wrong, right) in [
        ("accent", "#88445580", "#884455"),
        ("text", "inky", "#1d2a2c"),
        ("radius", "4", "4px"),
        ("font", "Georgia;", "Georgia, serif"),
        ("src", "ftp://quiz.example/", "https://quiz.example/"),
    ] {
        let id = format!("website-{name}");
        write(&page, &id, wrong).await?;
        told(&page, name, "").await?;
        let marked = format!("document.getElementById('{id}').ariaInvalid === 'true'");
        wait(&page, &format!("{name} is marked"), &marked).await?;
        write(&page, &id, right).await?;
        wait(&page, &format!("{name} is well"), &format!("!({marked})")).await?;
    }
    painted(&page, ["rgb(136, 68, 85)", "", "Georgia, serif", "4px"]).await?;
    write(&page, "website-radius", "x").await?;
    painted(&page, ["", "", "", "18px"]).await
}

#[browser_test(chromium)]
async fn pasted_lines_fill_the_fields_and_are_kept(browser: &Browser) -> Result<()> {
    let page = arrived(browser).await?;
    write(&page, "website-pasted", "<p>Nothing of the kind</p>").await?;
    click(&page, "website-take-over").await?;
    told(&page, "pasted", "There is no quiz in them").await?;
    let lines = "<h2>Our quiz</h2><DIV class='wide' Data-Skin-Quiz='https://quiz.clinic.example/' \
        data-ACCENT='#884455' data-theme=Light data-font='\"Gill Sans\", serif' data-lang=es></DIV>";
    write(&page, "website-pasted", lines).await?;
    click(&page, "website-take-over").await?;
    let filled = [
        ("accent", "#884455"),
        ("theme", "light"),
        ("font", "\"Gill Sans\", serif"),
        ("lang", "es"),
        ("src", "https://quiz.clinic.example/"),
        ("pasted", ""),
    ];
    let all_are = async |page: &Page<'_>| -> Result<()> {
        for (name, text) in filled {
            let script = "return document.getElementById(arguments[0])?.value === arguments[1]";
            let id = format!("website-{name}");
            page.until_js_given(name, script, &[id.into(), text.into()]).await?;
        }
        button(page, "rgb(136, 68, 85)").await?;
        holds(page, "website-lines", " class=\"wide\"").await?;
        holds(page, "website-lines", " font=\"&quot;Gill Sans&quot;, serif\"").await
    };
    all_are(&page).await?;
    open(&page).await?;
    button(&page, "rgb(136, 68, 85)").await?;
    click(&page, "go-website").await?;
    all_are(&page).await
}

#[browser_test(firefox)]
async fn copied_lines_show_the_quiz_in_that_look(browser: &Browser) -> Result<()> {
    let page = arrived(browser).await?;
    choose(&page, "website-theme", "light").await?;
    for (name, text) in [
        ("accent", "#884455"),
        ("surface", "#fff6f0"),
        ("font", "Georgia, serif"),
        ("radius", "4px"),
    ] {
        write(&page, &format!("website-{name}"), text).await?;
    }
    let look = ["rgb(136, 68, 85)", "rgb(255, 246, 240)", "Georgia, serif", "4px"];
    painted(&page, look).await?;
    let address = copied(&page, "website-address-copy").await?;
    write(&page, "website-src", "..").await?;
    holds(&page, "website-lines", " src=\"..\"").await?;
    let lines = copied(&page, "website-lines-copy").await?;
    let div = copied(&page, "website-lines-div-copy").await?;
    ensure!(lines != div);
    let query = address.strip_prefix(page.site.url()).map(|query| query.trim_start_matches('?'));
    for lines in [lines, div] {
        browser.open_tab().await?;
        let host = Visit::new(browser)?
            .embedded("plain")
            .written("<script type=\"module\" async src=\"../embed.js\"></script>", "")
            .written("<skin-quiz src=\"..\"><a href=\"..\">Take the quiz</a></skin-quiz>", &lines)
            .open_host()
            .await?;
        ready(&host, 1).await?;
        host.enter().await?;
        painted(&host, look).await?;
    }
    browser.open_tab().await?;
    let alone = Visit::new(browser)?.query(query.unwrap_or_default()).open().await?;
    painted(&alone, look).await
}

#[browser_test(chromium)]
async fn a_preview_without_its_look_is_told_of(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let script = "return document.querySelector('script[data-preview]').dataset.preview.slice(1)";
    page.site.set_missing(&page.js::<String>(script, &[]).await?);
    open(&page).await?;
    let told = "document.getElementById('notice')?.textContent.includes('a file is missing')";
    wait(&page, "it is told", told).await?;
    click(&page, "go-website").await?;
    write(&page, "website-accent", "#884455").await?;
    holds(&page, "website-lines", " accent=\"#884455\"").await?;
    button(&page, "rgb(31, 107, 102)").await
}

#[browser_test(every)]
async fn keys_alone_choose_a_look(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    page.js::<()>(STUB_CLIPBOARD, &[]).await?;
    tab(&page, "go-website").await?;
    page.press(&[Key::Enter]).await?;
    let heading = "document.activeElement.id === 'heading'";
    wait(&page, "the heading has the focus", heading).await?;
    tab(&page, "website-accent").await?;
    type_keys(&page, "#884455").await?;
    button(&page, "rgb(136, 68, 85)").await?;
    tab(&page, "website-lines-copy").await?;
    page.press(&[Key::Enter]).await?;
    wait(&page, "copied", "window.copied?.includes('accent=\"#884455\"')").await
}
