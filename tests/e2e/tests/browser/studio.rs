use anyhow::{Context, Result, ensure};
use e2e::{Axe, Browser, Engine, Media, Page, Visit};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};
use skin_quiz::check::{self, Checked, File, Surroundings};
use skin_quiz::quiz::Date;

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

const QUIZ: &str = "/data/microneedling.json";

async fn near(browser: &Browser, media: Media) -> Result<Page<'_>> {
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
            let site = site.file("/studio.html", html).file("/catch.js", CATCH).file(&style, css);
            site.header("Content-Security-Policy", POLICY)
        })
        .come_near()
        .await?;
    let forget = "
        const done = arguments[arguments.length - 1];
        const asked = indexedDB.deleteDatabase('skin-quiz-studio');
        asked.onsuccess = asked.onerror = asked.onblocked = () => done()";
    page.client().execute_async(forget, vec![]).await?;
    Ok(page)
}

/// The studio with the published quiz.
pub(crate) async fn opened(browser: &Browser) -> Result<Page<'_>> {
    let page = near(browser, Media::default()).await?;
    open(&page).await?;
    Ok(page)
}

pub(crate) async fn open(page: &Page<'_>) -> Result<()> {
    page.client().goto(&format!("{}studio.html", page.site.url())).await?;
    wait(page, "the studio", "performance.getEntriesByName('ready').length > 0").await
}

pub(crate) async fn wait(page: &Page<'_>, wanted: &str, script: &str) -> Result<()> {
    page.until_js(wanted, &format!("return Boolean({script})")).await
}

pub(crate) async fn click(page: &Page<'_>, id: &str) -> Result<()> {
    wait(page, id, &format!("document.getElementById('{id}')")).await?;
    page.js(
        "const element = document.getElementById(arguments[0]);
         element.closest('details')?.setAttribute('open', '');
         element.scrollIntoView({ block: 'center' });
         element.click()",
        &[id.into()],
    )
    .await
}

/// Types into a field, in the place of what is there.
pub(crate) async fn write(page: &Page<'_>, id: &str, text: &str) -> Result<()> {
    wait(page, id, &format!("document.getElementById('{id}')")).await?;
    page.js::<()>(
        "const element = document.getElementById(arguments[0]);
         element.closest('details')?.setAttribute('open', '');
         element.scrollIntoView({ block: 'center' });
         element.focus();
         element.select()",
        &[id.into()],
    )
    .await?;
    page.client().find(Locator::Id(id)).await?.send_keys(text).await?;
    Ok(())
}

pub(crate) async fn choose(page: &Page<'_>, id: &str, value: &str) -> Result<()> {
    wait(page, id, &format!("document.getElementById('{id}')")).await?;
    page.js(
        "const select = document.getElementById(arguments[0]);
         select.value = arguments[1];
         select.dispatchEvent(new Event('change', { bubbles: true }))",
        &[id.into(), value.into()],
    )
    .await
}

/// Adds a thing to a list by its name.
async fn add(page: &Page<'_>, list: &str, name: &str) -> Result<()> {
    write(page, &format!("f-{list}-add"), name).await?;
    click(page, &format!("f-{list}-add-button")).await
}

pub(crate) async fn value(page: &Page<'_>, id: &str) -> Result<String> {
    page.js("return document.getElementById(arguments[0])?.value ?? '(none)'", &[id.into()]).await
}

async fn shows(page: &Page<'_>, words: &str) -> Result<()> {
    let script = "return document.getElementById('preview').contentDocument.body.innerText.includes(arguments[0])";
    page.until_js_given(&format!("the preview shows {words}"), script, &[words.into()]).await
}

async fn settled(page: &Page<'_>) -> Result<()> {
    wait(
        page,
        "everything is proved",
        "!document.getElementById('ready').textContent.includes('checking')",
    )
    .await
}

async fn saved(page: &Page<'_>, name: &str) -> Result<String> {
    page.until_js_given("it is saved", "return arguments[0] in saved", &[name.into()]).await?;
    page.js("return saved[arguments[0]]", &[name.into()]).await
}

/// What `check` says of files in the place of the published ones.
fn checked(page: &Page<'_>, changed: &[(&str, &str)]) -> Result<Vec<Checked>> {
    let mut files = Vec::new();
    for name in [
        "data/microneedling.json",
        "data/microneedling.es.json",
        "data/microneedling.ar.json",
        "data/claims.json",
        "text/en.json",
        "text/es.json",
        "text/ar.json",
    ] {
        let short = name.rsplit('/').next().unwrap_or_default();
        let new = changed.iter().find(|(other, _)| *other == short);
        let text = match new {
            Some((_, text)) => (*text).to_owned(),
            None => page.files.read(&format!("/{name}"))?,
        };
        files.push(File { name: name.into(), bytes: Ok(text.into_bytes()), wanted: new.is_some() });
    }
    let today = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    let today = Date::after_1970(today.as_secs() / 86_400);
    Ok(check::check(&files, &Surroundings { today, picture: &|_| Some(1), since: None }))
}

pub(crate) async fn a_person_changes_adds_translates_signs_and_saves(
    browser: &Browser,
) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-plans").await?;
    click(&page, "f-plans-0-open").await?;
    write(&page, "f-plans-0-sessions-to", "5").await?;

    click(&page, "go-questions").await?;
    click(&page, "f-questions-0-open").await?;
    add(&page, "questions-0-choices", "Dark circles").await?;
    shows(&page, "Dark circles").await?;
    click(&page, "go-questions").await?;
    let last = count(&page, "questions").await?;
    add(&page, "questions", "How much do you notice the circles?").await?;
    let question = format!("questions-{last}");
    for choice in ["A little", "A lot"] {
        add(&page, &format!("{question}-choices"), choice).await?;
        wait(
            &page,
            choice,
            &format!("document.querySelector('.inner').innerText.includes('{choice}')"),
        )
        .await?;
    }
    choose(&page, &format!("f-{question}-when-add"), "concerns.dark-circles").await?;
    shows(&page, "How much do you notice the circles?").await?;

    add_benefit(&page).await?;
    add_plan(&page).await?;
    add_caution(&page).await?;
    translate(&page).await?;

    click(&page, "go-problems").await?;
    settled(&page).await?;
    let left: Vec<String> = page
        .js("return [...document.querySelectorAll('#all-problems .error')].map((it) => it.innerText)", &[])
        .await?;
    ensure!(left.is_empty(), "{left:#?}");
    click(&page, "go-sign").await?;
    wait(&page, "it can be signed off", "document.querySelector('#sign:enabled')").await?;
    write(&page, "reviewer", "Dr A. Example, dermatologist").await?;
    click(&page, "sign").await?;
    wait(
        &page,
        "it is signed off",
        "document.getElementById('signed').textContent.includes('Dr A. Example')",
    )
    .await?;
    wait(&page, "the changes", "document.getElementById('changes').textContent.includes('Dark circles') || document.getElementById('changes').textContent.includes('dark circles')").await?;

    click(&page, "save").await?;
    let quiz = saved(&page, "microneedling.json").await?;
    let spanish = saved(&page, "microneedling.es.json").await?;
    wait(&page, "nothing is unsaved", "document.getElementById('state').textContent === 'Saved'")
        .await?;
    let found =
        checked(&page, &[("microneedling.json", &quiz), ("microneedling.es.json", &spanish)])?;
    ensure!(found.iter().all(Checked::passes), "{found:#?}");
    let before = page.files.read(QUIZ)?;
    let kept = before.lines().filter(|line| quiz.contains(*line)).count();
    ensure!(kept + 20 > before.lines().count(), "only {kept} lines are as they were");
    shown_to_visitors(&page, &quiz, &spanish).await
}

async fn count(page: &Page<'_>, list: &str) -> Result<usize> {
    let script = "return document.querySelectorAll('.things > li').length";
    wait(page, list, "document.querySelector('.things')").await?;
    page.js(script, &[]).await
}

async fn add_benefit(page: &Page<'_>) -> Result<()> {
    click(page, "go-benefits").await?;
    let last = count(page, "benefits").await?;
    add(page, "benefits", "The look of dark circles").await?;
    let at = format!("f-benefits-{last}");
    wait(page, "its form", &format!("document.getElementById('{at}-for')")).await?;
    ensure!(value(page, &format!("{at}-for")).await? == "concerns.dark-circles");
    write(
        page,
        &format!("{at}-words-may"),
        "It may help the skin look a little lighter. This has not been well studied.",
    )
    .await?;
    write(page, &format!("{at}-words-not"), "Not everyone sees a change.").await?;
    write(page, &format!("{at}-words-evidence"), "We found no trial of needling alone for it.")
        .await?;
    click(page, &format!("{at}-sources-foppiani-2025")).await
}

async fn add_plan(page: &Page<'_>) -> Result<()> {
    click(page, "go-plans").await?;
    let last = count(page, "plans").await?;
    add(page, "plans", "circles").await?;
    let at = format!("f-plans-{last}");
    wait(page, "its form", &format!("document.getElementById('{at}-for')")).await?;
    if value(page, &format!("{at}-for")).await? != "concerns.dark-circles" {
        choose(page, &format!("{at}-for"), "concerns.dark-circles").await?;
    }
    write(page, &format!("{at}-sessions-from"), "3").await?;
    write(page, &format!("{at}-sessions-to"), "4").await?;
    write(page, &format!("{at}-weeksBetween-from"), "4").await?;
    click(page, &format!("{at}-sources-foppiani-2025")).await
}

async fn add_caution(page: &Page<'_>) -> Result<()> {
    click(page, "go-cautions").await?;
    let last = count(page, "cautions").await?;
    add(page, "cautions", "You told us of dark circles").await?;
    let at = format!("f-cautions-{last}");
    write(page, &format!("{at}-words-text"), "Ask a clinician what causes them before you book.")
        .await?;
    choose(page, &format!("{at}-when-add"), "concerns.dark-circles").await?;
    click(page, &format!("{at}-sources-chu-2021")).await?;
    shows(page, "You told us of dark circles").await
}

async fn translate(page: &Page<'_>) -> Result<()> {
    click(page, "go-languages").await?;
    click(page, "language-es").await?;
    let missing = "return [...document.querySelectorAll('.translations .missing textarea')].map((it) => it.id)";
    wait(page, "the texts", "document.querySelector('.translations')").await?;
    let ids: Vec<String> = page.js(missing, &[]).await?;
    ensure!(ids.len() >= 9, "{ids:?}");
    for id in ids {
        let words = match id.rsplit('-').next() {
            Some("label") => "Ojeras marcadas",
            Some("may") => "Puede ayudar un poco.",
            _ => "Pregunte en la clínica.",
        };
        write(page, &id, words).await?;
    }
    wait(
        page,
        "all is translated",
        "document.getElementById('missing').textContent === 'Every text is translated.'",
    )
    .await
}

async fn shown_to_visitors(page: &Page<'_>, quiz: &str, spanish: &str) -> Result<()> {
    page.site.set_file(QUIZ, quiz);
    page.site.set_file("/data/microneedling.es.json", spanish);
    page.client().goto(page.site.url()).await?;
    wait(page, "the new choice", "document.body.innerText.includes('Dark circles')").await?;
    page.client().goto(&format!("{}?lang=es", page.site.url())).await?;
    wait(page, "the new choice in Spanish", "document.body.innerText.includes('Ojeras marcadas')")
        .await
}

pub(crate) async fn a_killed_tab_loses_nothing(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-clinic").await?;
    page.js::<()>(
        "const { dataset } = document.body;
         addEventListener('input', () => { dataset.typed = performance.now(); delete dataset.kept; }, true);
         new MutationObserver(() => {
             const is_kept = document.getElementById('state').textContent.includes('is kept');
             if (is_kept && dataset.typed) dataset.kept ??= performance.now();
         }).observe(document.getElementById('studio'), { subtree: true, childList: true, characterData: true });",
        &[],
    )
    .await?;
    write(&page, "f-clinic-name", "The clinic by the sea").await?;
    wait(&page, "it is kept", "document.body.dataset.kept").await?;
    let took: f64 =
        page.js("const { kept, typed } = document.body.dataset; return kept - typed", &[]).await?;
    ensure!(took < 2000.0, "it was kept after {took} ms");
    browser.open_tab().await?;
    open(&page).await?;
    click(&page, "go-clinic").await?;
    wait(
        &page,
        "what was typed",
        "document.getElementById('f-clinic-name')?.value === 'The clinic by the sea'",
    )
    .await?;
    wait(
        &page,
        "it is told of",
        "document.getElementById('state').textContent.includes('not saved')",
    )
    .await?;
    click(&page, "undo").await?;
    wait(
        &page,
        "the saved file",
        "document.getElementById('f-clinic-name').value === 'Your clinic'",
    )
    .await
}

pub(crate) async fn what_is_unsaved_is_seen_and_asked_for(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let leaves = "
        const event = new Event('beforeunload', { cancelable: true });
        dispatchEvent(event);
        return !event.defaultPrevented";
    ensure!(page.js::<bool>(leaves, &[]).await?);
    ensure!(
        page.js::<String>("return document.getElementById('state').textContent", &[]).await?
            == "Saved"
    );
    click(&page, "go-clinic").await?;
    write(&page, "f-clinic-name", "Another").await?;
    wait(
        &page,
        "it is unsaved",
        "document.getElementById('state').textContent.includes('1 file not saved')",
    )
    .await?;
    ensure!(!page.js::<bool>(leaves, &[]).await?);
    click(&page, "save").await?;
    let text = saved(&page, "microneedling.json").await?;
    ensure!(text == page.files.read(QUIZ)?.replacen("\"Your clinic\"", "\"Another\"", 1));
    wait(&page, "it is saved", "document.getElementById('state').textContent === 'Saved'").await?;
    ensure!(page.js::<bool>(leaves, &[]).await?);
    click(&page, "go-files").await?;
    wait(&page, "a version", "document.querySelectorAll('#versions li').length > 0").await
}

pub(crate) async fn saving_without_an_edit_changes_nothing(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-files").await?;
    click(&page, "download-0").await?;
    ensure!(saved(&page, "microneedling.json").await? == page.files.read(QUIZ)?);
    Ok(())
}

pub(crate) async fn keys_undo_and_redo(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-clinic").await?;
    write(&page, "f-clinic-name", "Sea").await?;
    wait(&page, "typed", "document.getElementById('f-clinic-name').value === 'Sea'").await?;
    let press = "dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], ctrlKey: true, shiftKey: arguments[1], cancelable: true }))";
    page.js::<()>(press, &["z".into(), false.into()]).await?;
    wait(&page, "undone", "document.getElementById('f-clinic-name').value === 'Your clinic'")
        .await?;
    page.js::<()>(press, &["Z".into(), true.into()]).await?;
    wait(&page, "done again", "document.getElementById('f-clinic-name').value === 'Sea'").await?;
    click(&page, "undo").await?;
    wait(&page, "nothing to undo", "document.querySelector('#undo:disabled')").await?;
    wait(&page, "saved", "document.getElementById('state').textContent === 'Saved'").await
}

pub(crate) async fn problems_stand_at_their_fields_and_are_mended(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-start").await?;
    write(&page, "f-words-purpose", "See  what it cures.").await?;
    wait(
        &page,
        "the claim at its field",
        "document.getElementById('f-words-purpose-told')?.textContent.includes('claims too much')",
    )
    .await?;
    wait(
        &page,
        "it is marked",
        "document.getElementById('f-words-purpose').getAttribute('aria-invalid') === 'true'",
    )
    .await?;
    wait(
        &page,
        "not ready",
        "document.getElementById('ready').textContent.startsWith('Not ready')",
    )
    .await?;
    let mend = "document.querySelector('#f-words-purpose-told .mend')";
    wait(&page, "a mend", mend).await?;
    page.js::<()>(&format!("{mend}.click()"), &[]).await?;
    wait(
        &page,
        "it is mended",
        "document.getElementById('f-words-purpose').value === 'See what it cures.'",
    )
    .await?;
    click(&page, "go-problems").await?;
    wait(&page, "the list", "document.querySelector('#all-problems .error .place')").await?;
    page.js::<()>("document.querySelector('#all-problems .error .place').click()", &[]).await?;
    wait(&page, "its form", "document.getElementById('f-words-purpose')").await
}

pub(crate) async fn the_preview_follows_each_keystroke(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-questions").await?;
    click(&page, "f-questions-8-open").await?;
    shows(&page, "Which area do you have in mind?").await?;
    write(&page, "f-questions-8-words-title", "Where would it be?").await?;
    shows(&page, "Where would it be?").await?;
    click(&page, "go-cautions").await?;
    click(&page, "f-cautions-5-open").await?;
    shows(&page, "You told us you are pregnant or breastfeeding").await?;
    choose(&page, "preview-language", "ar").await?;
    let rtl = "document.getElementById('preview').contentDocument.documentElement.dir === 'rtl'";
    wait(&page, "from right to left", rtl).await?;
    click(&page, "preview-dark").await?;
    let dark = "document.getElementById('preview').contentDocument.documentElement.dataset.theme === 'dark'";
    wait(&page, "dark", dark).await
}

pub(crate) async fn the_preview_can_be_used(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    shows(&page, "What would you like help with?").await?;
    let inner = "document.getElementById('preview').contentDocument";
    page.js::<()>(&format!("{inner}.getElementById('choice-3').click()"), &[]).await?;
    wait(&page, "checked", &format!("{inner}.getElementById('choice-3').checked")).await?;
    page.js::<()>(&format!("{inner}.getElementById('continue').click()"), &[]).await?;
    shows(&page, "How much do you notice the pores?").await
}

pub(crate) async fn deleting_says_what_depends_on_it(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-questions").await?;
    click(&page, "f-questions-0-open").await?;
    click(&page, "f-questions-0-choices-3-delete").await?;
    wait(
        &page,
        "what depends on it",
        "document.getElementById('asked-text')?.textContent.includes('The look of pores')",
    )
    .await?;
    click(&page, "keep").await?;
    wait(&page, "kept", "!document.getElementById('asked-text')").await?;
    click(&page, "f-questions-0-choices-3-delete").await?;
    click(&page, "delete").await?;
    wait(&page, "told", "document.getElementById('ready').textContent.startsWith('Not ready')")
        .await?;
    click(&page, "undo").await?;
    settled(&page).await?;
    wait(&page, "well again", "document.getElementById('ready').textContent.startsWith('Ready')")
        .await
}

pub(crate) async fn a_newer_file_is_refused(browser: &Browser) -> Result<()> {
    let page = near(browser, Media::default()).await?;
    let newer = page.files.read(QUIZ)?.replacen("\"format\": 1", "\"format\": 2", 1);
    page.site.set_file(QUIZ, newer);
    page.client().goto(&format!("{}studio.html", page.site.url())).await?;
    wait(
        &page,
        "why",
        "document.getElementById('refused')?.textContent.includes('Nothing was opened')",
    )
    .await?;
    click(&page, "new").await?;
    wait(&page, "the example", "document.getElementById('f-words-title')").await
}

pub(crate) async fn a_broken_file_is_repaired(browser: &Browser) -> Result<()> {
    let page = near(browser, Media::default()).await?;
    let whole = page.files.read(QUIZ)?;
    page.site.set_file(QUIZ, whole.replacen("\"version\":", "\"version\" \"x\":", 1));
    page.client().goto(&format!("{}studio.html", page.site.url())).await?;
    wait(&page, "the file as text", "document.getElementById('raw')").await?;
    wait(
        &page,
        "where",
        "document.querySelector('#all-problems li')?.textContent.includes('Line ')",
    )
    .await?;
    page.js::<()>(
        "const area = document.getElementById('raw');
         area.value = arguments[0];
         area.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        &[whole.into()],
    )
    .await?;
    wait(&page, "the forms", "document.getElementById('f-words-title')").await
}

pub(crate) async fn nothing_but_published_files_is_asked_for(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    page.site.clear_requests();
    click(&page, "go-clinic").await?;
    write(&page, "f-clinic-name", "Quiet").await?;
    click(&page, "save").await?;
    saved(&page, "microneedling.json").await?;
    settled(&page).await?;
    let asked: Vec<String> = page.site.requests().iter().map(|it| it.path.clone()).collect();
    let foreign = asked.iter().any(|path| !path.starts_with("/pictures/"));
    ensure!(!foreign, "{asked:?}");
    let all: Vec<String> = page
        .js("return performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.startsWith(location.origin) && !it.startsWith('data:'))", &[])
        .await?;
    ensure!(all.is_empty(), "{all:?}");
    Ok(())
}

pub(crate) async fn a_translation_goes_out_and_comes_back(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-languages").await?;
    click(&page, "language-es").await?;
    click(&page, "export").await?;
    let csv = saved(&page, "microneedling.es.csv").await?;
    ensure!(csv.contains("questions.area.title"), "{}", &csv[..400]);
    let before = value(&page, "t-questions-area-title").await?;
    let edited = csv.replacen(&before, "¿Y dónde?", 1);
    page.js::<()>(
        "const input = document.getElementById('import');
         const files = new DataTransfer();
         files.items.add(new File([arguments[0]], 'es.csv', { type: 'text/csv' }));
         input.files = files.files;
         input.dispatchEvent(new Event('change', { bubbles: true }))",
        &[edited.into()],
    )
    .await?;
    wait(
        &page,
        "it came back",
        "document.getElementById('t-questions-area-title').value === '¿Y dónde?'",
    )
    .await?;
    click(&page, "undo").await?;
    page.until_js_given(
        "as before",
        "return document.getElementById('t-questions-area-title').value === arguments[0]",
        &[before.into()],
    )
    .await
}

pub(crate) async fn an_own_file_is_opened_and_a_new_one_begun(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let own = page.files.read(QUIZ)?.replacen("Your clinic", "A clinic of mine", 1);
    click(&page, "go-files").await?;
    page.js::<()>(
        "const input = document.getElementById('file');
         const files = new DataTransfer();
         files.items.add(new File([arguments[0]], 'microneedling (1).json', { type: 'application/json' }));
         input.files = files.files;
         input.dispatchEvent(new Event('change', { bubbles: true }))",
        &[own.into()],
    )
    .await?;
    click(&page, "go-clinic").await?;
    let mine = "document.getElementById('f-clinic-name')?.value === 'A clinic of mine'";
    wait(&page, "the file", mine).await?;
    click(&page, "go-languages").await?;
    wait(
        &page,
        "its translations",
        "document.getElementById('language-es')?.textContent.includes('whole')",
    )
    .await?;
    click(&page, "go-files").await?;
    click(&page, "new").await?;
    wait(
        &page,
        "the example",
        "document.getElementById('state').textContent.includes('1 file not saved')",
    )
    .await?;
    settled(&page).await?;
    wait(&page, "it is ready", "document.getElementById('ready').textContent.startsWith('Ready')")
        .await?;
    click(&page, "go-files").await?;
    click(&page, "open-published").await?;
    click(&page, "go-clinic").await?;
    let published = "document.getElementById('f-clinic-name')?.value === 'Your clinic'";
    wait(&page, "the published one", published).await
}

pub(crate) async fn the_map_and_made_up_visitors_lead_on(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-map").await?;
    let hold = "[...document.querySelectorAll('.map .hold')].find((it) => it.textContent.includes('pregnant'))";
    wait(&page, "the hold", hold).await?;
    page.js::<()>(&format!("{hold}.click()"), &[]).await?;
    wait(&page, "its form", "document.getElementById('heading').textContent.includes('pregnant')")
        .await?;
    shows(&page, "You told us you are pregnant or breastfeeding").await?;
    choose(&page, "preview-persona", "0").await?;
    let gone =
        "!document.getElementById('preview').contentDocument.body.innerText.includes('pregnant')";
    wait(&page, "another visitor's result", gone).await?;
    shows(&page, "What microneedling may do for fine lines").await
}

pub(crate) async fn a_version_comes_back(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-clinic").await?;
    write(&page, "f-clinic-name", "First").await?;
    click(&page, "save").await?;
    saved(&page, "microneedling.json").await?;
    write(&page, "f-clinic-name", "Second").await?;
    click(&page, "go-files").await?;
    let back = "document.querySelector('#versions li button')";
    wait(&page, "a version", back).await?;
    page.js::<()>(&format!("{back}.click()"), &[]).await?;
    click(&page, "go-clinic").await?;
    wait(&page, "as it was", "document.getElementById('f-clinic-name')?.value === 'First'").await?;
    click(&page, "undo").await?;
    wait(&page, "as it is", "document.getElementById('f-clinic-name')?.value === 'Second'").await
}

pub(crate) async fn keys_alone_reach_and_move_things(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    tab(&page, "go-questions").await?;
    page.press(&[Key::Enter]).await?;
    wait(&page, "the heading has the focus", "document.activeElement.id === 'heading' && document.activeElement.textContent === 'Questions'").await?;
    tab(&page, "f-questions-1-down").await?;
    page.press(&[Key::Enter]).await?;
    wait(
        &page,
        "it moved",
        "document.getElementById('f-questions-2-open').textContent.includes('the lines')",
    )
    .await?;
    tab(&page, "f-questions-3-open").await?;
    page.press(&[Key::Enter]).await?;
    wait(&page, "its form", "document.getElementById('f-questions-3-words-title')").await?;
    tab(&page, "f-questions-3-words-hint").await?;
    page.client().find(Locator::Id("f-questions-3-words-hint")).await?.send_keys("!").await?;
    wait(&page, "typed", "document.getElementById('f-questions-3-words-hint').value.endsWith('!')")
        .await
}

/// Tabs until an element has the focus.
pub(crate) async fn tab(page: &Page<'_>, id: &str) -> Result<()> {
    for _ in 0..160 {
        page.press(&[Key::Tab]).await?;
        if page.js::<String>("return document.activeElement.id", &[]).await? == id {
            return Ok(());
        }
    }
    let there: Value = page.js("return document.activeElement.outerHTML", &[]).await?;
    Err(anyhow::anyhow!("Tab does not reach {id}, but {there}"))
}

pub(crate) async fn it_is_clean_in_light(browser: &Browser) -> Result<()> {
    every_page(browser, Media::default()).await
}

pub(crate) async fn it_is_clean_in_dark(browser: &Browser) -> Result<()> {
    every_page(browser, Media::DARK).await
}

async fn every_page(browser: &Browser, media: Media) -> Result<()> {
    let page = near(browser, media).await?;
    open(&page).await?;
    let axe = Axe::from_env()?;
    let mut found = Vec::new();
    for path in [
        &["go-start"][..],
        &["go-questions"],
        &["go-questions", "f-questions-0-open", "f-questions-0-choices-0-delete"],
        &["go-cautions", "f-cautions-24-open"],
        &["go-plans", "f-plans-0-open"],
        &["go-clinic"],
        &["go-sources"],
        &["go-languages"],
        &["go-languages", "language-es"],
        &["go-website"],
        &["go-problems"],
        &["go-sign"],
        &["go-files"],
    ] {
        for id in path {
            click(&page, id).await?;
            page.painted().await?;
        }
        let violations = axe.violations(&page).await.with_context(|| format!("{path:?}"))?;
        found.extend(violations.into_iter().map(|line| format!("{path:?}: {line}")));
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

pub(crate) async fn nothing_scrolls_sideways_on_a_tablet(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    browser.client().set_window_size(768, 1000).await?;
    let mut wide = Vec::new();
    for id in [
        "go-start",
        "go-questions",
        "go-cautions",
        "go-plans",
        "go-languages",
        "go-website",
        "go-problems",
        "go-sign",
        "go-files",
    ] {
        click(&page, id).await?;
        page.painted().await?;
        let over: i64 =
            page.js("return document.documentElement.scrollWidth - innerWidth", &[]).await?;
        if over > 0 {
            wide.push(json!([id, over]));
        }
    }
    browser.client().set_window_size(1280, 1000).await?;
    ensure!(wide.is_empty(), "{wide:?}");
    Ok(())
}
