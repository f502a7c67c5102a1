use anyhow::{Context, Result, ensure};
use e2e::{Browser, Engine, Media, Page, RECORDER, TRAP, Visit};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::Value;

/// As the shipped settings of hosts have it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// Keeps what is saved, by its name, and lets no download begin.
const CATCH: &str = "
    globalThis.saved = {};
    const blobs = new Map();
    URL.createObjectURL = (blob) => { const at = `blob:${blobs.size}`; blobs.set(at, blob); return at; };
    HTMLAnchorElement.prototype.click = function () {
        const name = this.download;
        blobs.get(this.href).text().then((text) => { saved[name] = text; });
    };
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) delete globalThis[name];";

/// The console's line of a worker that stopped.
pub(super) const WORKER_STOPPED: &str = "the worker that checks drafts stopped";

/// The browser's database of the published quiz's drafts and versions.
pub(super) const KEPT_IN: &str = "skin-quiz-studio data/microneedling.json";
pub(super) const QUIZ: &str = "/data/microneedling.json";

pub(super) async fn near(browser: &Browser, media: Media) -> Result<Page<'_>> {
    near_with(browser, media, "").await
}

/// The published quiz in a studio whose program can be stopped.
pub(super) async fn opened_with_trap(browser: &Browser) -> Result<Page<'_>> {
    opened_with(browser, TRAP).await
}

/// The published quiz in a studio on whose page a script runs before all others.
pub(super) async fn opened_with<'a>(browser: &'a Browser, script: &str) -> Result<Page<'a>> {
    let page = near_with(browser, Media::default(), script).await?;
    open(&page).await?;
    Ok(page)
}

/// Near the studio, with a script that runs before all others of its page.
async fn near_with<'a>(browser: &'a Browser, media: Media, script: &str) -> Result<Page<'a>> {
    let visit = Visit::as_built(browser)?.media(media);
    let html = visit.files().read("/studio.html")?;
    let html = html.replacen("<title>", "<script src=\"catch.js\"></script><title>", 1);
    let style = html.split('"').find(|part| part.ends_with(".css")).context("a style")?;
    let style = format!("/{style}");
    let css = visit.files().read(&style)?;
    // WebKit cannot be told what a person prefers.
    let is_dark = browser.engine() == Engine::WebKit && media == Media::DARK;
    let css = if is_dark { css.replace("(prefers-color-scheme: dark)", "all") } else { css };
    let page = visit
        .site(|site, _| {
            let catch = [RECORDER, CATCH, script].concat();
            let site = site.file("/studio.html", html).file("/catch.js", catch).file(&style, css);
            site.header("Content-Security-Policy", POLICY)
        })
        .come_near()
        .await?;
    let forget = "
        const done = arguments[arguments.length - 1];
        localStorage.clear();
        localStorage.setItem('skin-quiz-studio-tour', 'seen');
        const forgotten = ({ name }) => new Promise((then) => {
            const asked = indexedDB.deleteDatabase(name);
            asked.onsuccess = asked.onerror = asked.onblocked = then;
        });
        indexedDB.databases().then((all) => Promise.all(all.map(forgotten))).then(() => done())";
    page.client().execute_async(forget, vec![]).await?;
    Ok(page)
}

/// The studio with the published quiz.
pub(super) async fn opened(browser: &Browser) -> Result<Page<'_>> {
    let page = near(browser, Media::default()).await?;
    open(&page).await?;
    Ok(page)
}

pub(super) async fn open(page: &Page<'_>) -> Result<()> {
    open_with(page, "").await
}

/// The studio, asked for something in its address.
pub(super) async fn open_with(page: &Page<'_>, query: &str) -> Result<()> {
    page.client().goto(&format!("{}studio.html{query}", page.site.url())).await?;
    wait(page, "the studio", "performance.getEntriesByName('ready').length > 0").await
}

pub(super) async fn wait(page: &Page<'_>, wanted: &str, script: &str) -> Result<()> {
    page.until_js(wanted, &format!("return Boolean({script})")).await
}

/// Clicks an element as soon as it is there.
pub(super) async fn click(page: &Page<'_>, id: &str) -> Result<()> {
    act(page, id, "element.click()", &[]).await
}

/// Waits until keys can be sent: in WebKit until the first check is over. Its page does nothing else meanwhile, and
/// keys that its driver sends then may be lost.
async fn takes_keys(page: &Page<'_>) -> Result<()> {
    if page.browser().engine() != Engine::WebKit {
        return Ok(());
    }
    let is_checked =
        "!document.getElementById('ready') || performance.getEntriesByName('checked').length > 0";
    wait(page, "the first check", is_checked).await
}

/// Types into the field that has the focus.
pub(super) async fn type_keys(page: &Page<'_>, text: &str) -> Result<()> {
    takes_keys(page).await?;
    page.client().active_element().await?.send_keys(text).await?;
    Ok(())
}

/// Types into a field, in the place of what is there.
pub(super) async fn write(page: &Page<'_>, id: &str, text: &str) -> Result<()> {
    takes_keys(page).await?;
    act(page, id, "element.focus(); element.select()", &[]).await?;
    page.client().find(Locator::Id(id)).await?.send_keys(text).await?;
    Ok(())
}

/// Leaves the field: what was found meanwhile is shown then.
pub(super) async fn leave(page: &Page<'_>) -> Result<()> {
    page.js::<()>("document.activeElement.blur()", &[]).await
}

/// Chooses a value of a select.
pub(super) async fn choose(page: &Page<'_>, id: &str, value: &str) -> Result<()> {
    let choose = "element.value = arguments[1];
        element.dispatchEvent(new Event('change', { bubbles: true }))";
    act(page, id, choose, &[value.into()]).await
}

/// Does something with an element as soon as it is there, and in view.
async fn act(page: &Page<'_>, id: &str, act: &str, given: &[Value]) -> Result<()> {
    let script = format!(
        "const element = document.getElementById(arguments[0]);
         if (!element) return false;
         element.closest('details')?.setAttribute('open', '');
         element.scrollIntoView({{ block: 'center' }});
         {act};
         return true"
    );
    page.until_js_given(id, &script, &[&[id.into()], given].concat()).await
}

/// Adds a thing to a list by its name.
pub(super) async fn add(page: &Page<'_>, list: &str, name: &str) -> Result<()> {
    write(page, &format!("f-{list}-add"), name).await?;
    click(page, &format!("f-{list}-add-button")).await
}

pub(super) async fn value(page: &Page<'_>, id: &str) -> Result<String> {
    page.js("return document.getElementById(arguments[0])?.value ?? '(none)'", &[id.into()]).await
}

pub(super) async fn shows(page: &Page<'_>, words: &str) -> Result<()> {
    let script = "return document.getElementById('preview').contentDocument.body.innerText.includes(arguments[0])";
    page.until_js_given(&format!("the preview shows {words}"), script, &[words.into()]).await
}

/// Whether the page complained of nothing.
pub(super) async fn is_quiet(page: &Page<'_>) -> Result<()> {
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

pub(super) async fn settled(page: &Page<'_>) -> Result<()> {
    wait(
        page,
        "everything is proved",
        "document.getElementById('ready')?.textContent.includes('checking') === false",
    )
    .await
}

pub(super) async fn saved(page: &Page<'_>, name: &str) -> Result<String> {
    page.until_js_given("it is saved", "return arguments[0] in saved", &[name.into()]).await?;
    page.js("return saved[arguments[0]]", &[name.into()]).await
}

pub(super) async fn count(page: &Page<'_>, list: &str) -> Result<usize> {
    let script = "return document.querySelectorAll('.things > li').length";
    wait(page, list, "document.querySelector('.things')").await?;
    page.js(script, &[]).await
}

/// Waits until an element says some words.
pub(super) async fn says(page: &Page<'_>, id: &str, words: &str) -> Result<()> {
    let script =
        "return Boolean(document.getElementById(arguments[0])?.textContent.includes(arguments[1]))";
    page.until_js_given(&format!("{id} says {words}"), script, &[id.into(), words.into()]).await
}

/// Waits until a field holds a text.
pub(super) async fn holds(page: &Page<'_>, id: &str, text: &str) -> Result<()> {
    let script = "return document.getElementById(arguments[0])?.value === arguments[1]";
    page.until_js_given(&format!("{id} holds {text}"), script, &[id.into(), text.into()]).await
}

/// Chooses a file of one's own in an input of files.
pub(super) async fn bring(page: &Page<'_>, id: &str, name: &str, text: &str) -> Result<()> {
    let script = "
        const [id, name, text] = arguments;
        const input = document.getElementById(id);
        const files = new DataTransfer();
        files.items.add(new File([text], name));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }))";
    page.js(script, &[id.into(), name.into(), text.into()]).await
}

/// Tabs until an element has the focus.
pub(super) async fn tab(page: &Page<'_>, id: &str) -> Result<()> {
    for _ in 0..160 {
        page.press(&[Key::Tab]).await?;
        if page.js::<String>("return document.activeElement.id", &[]).await? == id {
            return Ok(());
        }
    }
    let there: Value = page.js("return document.activeElement.outerHTML", &[]).await?;
    Err(anyhow::anyhow!("Tab does not reach {id}, but {there}"))
}
