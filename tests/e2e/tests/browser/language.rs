use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Axe, Browser, Files, ONE_CONCERN, Page, Screen, Seen, Step, Visit};
use fantoccini::key::Key;
use serde_json::{Map, Value, json};

use crate::{axe, layout};

const REFRESH: &str = "dispatchEvent(new Event('skin-quiz:refresh'))";
const TITLE: &str = "questions.concerns.title";

#[browser_test(every)]
async fn the_address_chooses_the_language(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.language("es-MX").open().await?;
    speaks(&page, "es", TITLE).await?;
    let asked: Vec<String> = page.js("return recorded.requests", &[]).await?;
    ensure!(asked.len() == 5, "{asked:?}");
    ensure!(asked.iter().all(|path| !path.contains("en.json")), "{asked:?}");
    page.walk(ONE_CONCERN).await?;
    let text: String = page.js("return document.querySelector('main').innerText", &[]).await?;
    ensure!(text.contains("22 de noviembre de 2026"), "{text}");
    Ok(())
}

#[browser_test(every)]
async fn the_documents_language_comes_second(browser: &Browser) -> Result<()> {
    let arabic = || Visit::new(browser)?.html("<html lang=\"en\"", "<html lang=\"ar-EG\"");
    speaks(&arabic()?.open().await?, "ar", TITLE).await?;
    browser.open_tab().await?;
    speaks(&arabic()?.language("es").open().await?, "es", TITLE).await?;
    browser.open_tab().await?;
    speaks(&arabic()?.language("xx").open().await?, "ar", TITLE).await
}

/// As sites and systems write it.
#[browser_test(every)]
async fn a_tag_is_understood_with_underscores_capitals_and_an_encoding(
    browser: &Browser,
) -> Result<()> {
    for tag in ["es_ES", "es_ES.UTF-8", "ES", "es-419", "es_Latn_MX@x"] {
        browser.open_tab().await?;
        let page = Visit::new(browser)?.language(tag).open().await?;
        speaks(&page, "es", TITLE).await?;
    }
    browser.open_tab().await?;
    let arabic = Visit::new(browser)?.html("<html lang=\"en\"", "<html lang=\"ar_SA\"")?;
    speaks(&arabic.open().await?, "ar", TITLE).await
}

/// The page's own first question is enough for `en_US`: no other file is waited for.
#[browser_test(every)]
async fn the_quizs_own_language_by_another_tag_shows_the_first_question_at_once(
    browser: &Browser,
) -> Result<()> {
    let page = Visit::new(browser)?.language("en_US").come_near().await?;
    let quiz = page.site.hold(&page.files.quiz);
    page.visit().await?;
    page.until("the program runs", |seen| seen.begun && seen.asks("concerns")).await?;
    ensure!(root(&page).await? == ("en".into(), "ltr".into()));
    quiz.release();
    Ok(())
}

/// A quiz in Mexican Spanish is for all who ask for Spanish.
#[browser_test(every)]
async fn a_wide_tag_is_answered_with_a_narrow_one(browser: &Browser) -> Result<()> {
    let files = Files::from_env()?;
    let mut quiz: Value = serde_json::from_str(&files.read(&files.quiz)?)?;
    quiz["languages"] = json!([
        {"language": "en", "name": "English"},
        {"language": "es-MX", "name": "Español"},
    ]);
    let mut overlay: Value = serde_json::from_str(&files.read(&files.translation("es"))?)?;
    overlay["language"] = json!("es-MX");
    let words = files.read(&files.text_in("es"))?;
    for tag in ["es", "es-ES", "es-419", "es_MX"] {
        browser.open_tab().await?;
        let visit = Visit::new(browser)?
            .html("data-languages=\"en es ar\"", "data-languages=\"en es-MX\"")?
            .language(tag);
        let visit = visit.site(|site, files| {
            site.file(&files.quiz, quiz.to_string())
                .file(&files.translation("es-MX"), overlay.to_string())
                .file(&files.text_in("es-MX"), words.as_str())
        });
        let page = visit.open().await?;
        page.until_js("Mexican Spanish", "return document.documentElement.lang === 'es-MX'")
            .await?;
        let wanted = word(&page.files, "es", TITLE)?;
        page.until(&wanted, |seen| seen.heading.as_ref() == Some(&wanted)).await?;
    }
    Ok(())
}

#[browser_test(firefox)]
async fn a_language_not_offered_gives_the_quizs_own_and_nothing_more_is_asked_for(
    browser: &Browser,
) -> Result<()> {
    for tag in ["en-GB", "fr", "e", "-", "eses"] {
        browser.open_tab().await?;
        let page = Visit::new(browser)?.language(tag).open().await?;
        ensure!(root(&page).await? == ("en".into(), "ltr".into()), "{tag}");
        let asked: Vec<String> = page.js("return recorded.requests", &[]).await?;
        ensure!(asked.len() == 4, "{tag}: {asked:?}");
        let strange = page.site.requests().into_iter().find(|request| {
            [".es.json", ".ar.json", "/es.json", "/ar.json"]
                .iter()
                .any(|it| request.path.ends_with(it))
        });
        ensure!(strange.is_none(), "{tag}: {strange:?}");
    }
    Ok(())
}

/// The files of another language are the one request after loading, and the visitor's own act.
#[browser_test(every)]
async fn changing_it_keeps_answers_position_and_focus(browser: &Browser) -> Result<()> {
    const WALKED: &[Step] = &[("concerns", &["wrinkles", "pores"]), ("wrinkles-look", &["severe"])];
    let page = Visit::new(browser)?.open().await?;
    page.tap_through(WALKED).await?;
    page.at("pores-look").await?;
    let before: (usize, String) = page
        .js("document.body.dataset.same = ''; return [history.length, location.href]", &[])
        .await?;
    choose(&page, "es").await?;
    speaks(&page, "es", "questions.pores-look.title").await?;
    let seen = page.until("focus where it was", |seen| seen.focus_is("language-es")).await?;
    ensure!(seen.asks("pores-look"), "{seen:?}");
    let title: String = page.js("return document.title", &[]).await?;
    ensure!(title == word(&page.files, "es", "title")?, "{title}");
    choose(&page, "ar").await?;
    speaks(&page, "ar", "questions.pores-look.title").await?;
    let asked: Vec<String> = page.js("return recorded.requests.slice(4)", &[]).await?;
    ensure!(asked.len() == 4, "{asked:?}");
    choose(&page, "es").await?;
    speaks(&page, "es", "questions.pores-look.title").await?;
    choose(&page, "en").await?;
    page.until_js("English", "return document.documentElement.lang === 'en'").await?;
    let again: Vec<String> = page.js("return recorded.requests.slice(4)", &[]).await?;
    ensure!(again == asked, "asked again: {again:?}");
    let after: (usize, String) = page
        .js("return ['same' in document.body.dataset ? history.length : 0, location.href]", &[])
        .await?;
    ensure!(after == before, "{before:?}, and then {after:?}");
    for (question, choices) in WALKED.iter().rev() {
        page.back().await?;
        let seen = page.at(question).await?;
        ensure!(seen.checked == *choices, "{seen:?}");
    }
    Ok(())
}

#[browser_test(chromium)]
async fn a_shared_result_changes_its_language(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.fragment("#r1.microneedling.pores.pores").open().await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    choose(&page, "es").await?;
    page.until_js("Spanish", "return document.documentElement.lang === 'es'").await?;
    let seen = page.seen().await?;
    ensure!(seen.screen == Screen::Result, "{seen:?}");
    let shown: bool = page.js("return document.querySelector('#restart') !== null", &[]).await?;
    ensure!(shown, "it is no shared result any more");
    Ok(())
}

#[browser_test(firefox)]
async fn a_language_pressed_before_the_program_has_loaded_counts(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.come_near().await?;
    let hold = page.site.hold(&page.files.wasm);
    page.visit().await?;
    hold.arrived().await;
    page.tap_choice("concerns", "pores").await?;
    page.until_js(
        "the languages are shown",
        "return document.getElementById('language-es').getClientRects().length > 0",
    )
    .await?;
    page.tap("#language-es").await?;
    ensure!(!page.seen().await?.loaded);
    hold.release();
    page.until("the program runs", |seen| seen.loaded).await?;
    speaks(&page, "es", TITLE).await?;
    let seen = page.seen().await?;
    ensure!(seen.checked == ["pores"], "{seen:?}");
    Ok(())
}

#[browser_test(chromium)]
async fn a_language_that_does_not_come_is_told_of(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .site(|site, files| site.missing(&files.translation("es")))
        .open()
        .await?;
    page.walk(&[("concerns", &["pores"])]).await?;
    let before = page.at("pores-look").await?;
    choose(&page, "es").await?;
    let seen = page.until("word of it", |seen| seen.notice.is_some()).await?;
    ensure!(seen.question == before.question && seen.heading == before.heading, "{seen:?}");
    ensure!(root(&page).await? == ("en".into(), "ltr".into()));
    told(&page, &["microneedling.es.json", "404"]).await?;
    page.site.restore(&page.files.translation("es"));
    choose(&page, "es").await?;
    speaks(&page, "es", "questions.pores-look.title").await?;
    ensure!(page.seen().await?.notice.is_none());
    Ok(())
}

#[browser_test(firefox)]
async fn a_chosen_language_that_is_broken_is_told_of(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .site(|site, files| site.file(&files.translation("es"), "{\"format\": 2}"))
        .open()
        .await?;
    choose(&page, "es").await?;
    page.until("word of it", |seen| seen.notice.is_some() && seen.asks("concerns")).await?;
    ensure!(root(&page).await? == ("en".into(), "ltr".into()));
    told(&page, &["translation/no-base"]).await?;
    page.js::<()>(REFRESH, &[]).await?;
    page.until_js("a word on the console", "return recorded.complaints.length > 0").await?;
    page.complaints().await?;
    page.walk(&[("concerns", &["pores"])]).await?;
    ensure!(page.at("pores-look").await?.notice.is_none());
    Ok(())
}

#[browser_test(firefox)]
async fn a_broken_translation_gives_the_quizs_own_language(browser: &Browser) -> Result<()> {
    let files = Files::from_env()?;
    let (file, text) = (files.translation("es"), files.text_in("es"));
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut overlay: Value = serde_json::from_str(&files.read(&file)?)?;
        change(&mut overlay);
        anyhow::Ok(Some(overlay.to_string()))
    };
    let cases = [
        (&file, None, "404"),
        (&file, Some("{".to_owned()), "not valid JSON"),
        (&file, changed(&|overlay| overlay["format"] = json!(2))?, "translation/no-base"),
        (&file, changed(&|overlay| overlay["quiz"] = json!("teeth"))?, "translation/no-base"),
        (&file, changed(&|overlay| overlay["words"] = json!([]))?, "translation/no-base"),
        (&file, changed(&|it| it["words"]["notes.vary.text"] = json!("{x}"))?, "figure/unknown"),
        (&text, None, "404"),
        (&text, Some("{}".to_owned()), "text/missing"),
    ];
    for (path, body, cause) in cases {
        browser.open_tab().await?;
        let visit = Visit::new(browser)?.language("es").site(|site, _| match &body {
            Some(body) => site.file(path, body.as_str()),
            None => site.missing(path),
        });
        let page = visit.open().await?;
        ensure!(root(&page).await? == ("en".into(), "ltr".into()), "{cause}");
        told(&page, &[path.trim_start_matches('/'), cause]).await?;
        page.walk(&[("concerns", &["pores"])]).await?;
        page.at("pores-look").await?;
    }
    Ok(())
}

#[browser_test(chromium)]
async fn the_data_file_knows_the_languages_better_than_the_page(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .html("data-languages=\"en es ar\"", "data-languages=\"en\"")?
        .language("es")
        .open()
        .await?;
    speaks(&page, "es", TITLE).await?;
    browser.open_tab().await?;
    let files = Files::from_env()?;
    let mut quiz: Value = serde_json::from_str(&files.read(&files.quiz)?)?;
    quiz["languages"] = json!([]);
    let page = Visit::new(browser)?
        .language("es")
        .site(|site, files| site.file(&files.quiz, quiz.to_string()))
        .open()
        .await?;
    ensure!(root(&page).await? == ("en".into(), "ltr".into()));
    let offered: usize = page.js("return document.querySelectorAll('footer').length", &[]).await?;
    ensure!(offered == 0, "there is no other language, and one can choose");
    Ok(())
}

#[browser_test(firefox)]
async fn a_text_without_translation_says_its_language(browser: &Browser) -> Result<()> {
    let files = Files::from_env()?;
    let mut overlay: Value = serde_json::from_str(&files.read(&files.translation("ar"))?)?;
    let words = overlay["words"].as_object_mut().context("words")?;
    words.remove(TITLE).context("it has a title")?;
    let visit = Visit::new(browser)?.language("ar");
    let page = visit
        .site(|site, files| site.file(&files.translation("ar"), overlay.to_string()))
        .open()
        .await?;
    page.until_js("Arabic", "return document.documentElement.lang === 'ar'").await?;
    let told: Vec<Vec<String>> = page
        .js(
            "return [...document.querySelectorAll('main [lang]')].map((element) =>
                [element.lang, getComputedStyle(element).direction, element.textContent])",
            &[],
        )
        .await?;
    let quiz: Value = serde_json::from_str(&files.read(&files.quiz)?)?;
    let title = quiz["questions"][0]["words"]["title"].as_str().context("a title")?;
    ensure!(told == [["en", "ltr", title].map(str::to_owned)], "{told:?}");
    Ok(())
}

#[browser_test(webkit)]
async fn a_changed_translation_shows(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.language("es").open().await?;
    speaks(&page, "es", TITLE).await?;
    let (overlay, text) = (page.files.translation("es"), page.files.text_in("es"));
    let mut changed: Value = serde_json::from_str(&page.files.read(&overlay)?)?;
    changed["words"][TITLE] = json!("¿Otras palabras?");
    page.site.set_file(&overlay, changed.to_string());
    page.js::<()>(REFRESH, &[]).await?;
    let other = |seen: &Seen| seen.heading.as_deref() == Some("¿Otras palabras?");
    page.until("the new words", other).await?;
    let mut words: Value = serde_json::from_str(&page.files.read(&text)?)?;
    words["continue"] = json!("Adelante");
    page.site.set_file(&text, words.to_string());
    page.js::<()>(REFRESH, &[]).await?;
    let button = "return document.querySelector('#continue').textContent === 'Adelante'";
    page.until_js("the new button", button).await
}

/// The figures of a result, in the words that the browser's own rules choose.
#[browser_test(every)]
async fn plural_forms_are_those_of_the_browser(browser: &Browser) -> Result<()> {
    let script = "
        const rules = new Intl.PluralRules(document.documentElement.lang);
        return [...document.querySelectorAll('[data-figure*=eeks], [data-figure^=redness]')].map((figure) => {
            const [from, to = from] = figure.textContent.match(/\\d+/g).map(Number);
            const form = from === to || !rules.selectRange ? rules.select(to) : rules.selectRange(from, to);
            const word = figure.dataset.figure.startsWith('redness') ? 'days' : 'weeks';
            return [`${word}-${form}`, String(from), String(to), figure.textContent];
        })";
    for language in ["en", "es", "ar"] {
        browser.open_tab().await?;
        let page = Visit::new(browser)?.language(language).open().await?;
        page.walk(ALL_CONCERNS).await?;
        let words: Map<String, Value> =
            serde_json::from_str(&page.files.read(&page.files.text_in(language))?)?;
        let word = |key: &str| {
            words.get(key).and_then(Value::as_str).with_context(|| format!("{language}: {key}"))
        };
        let figures: Vec<[String; 4]> = page.js(script, &[]).await?;
        ensure!(figures.len() > 5, "{language}: {figures:?}");
        for [key, from, to, said] in figures {
            let range = word("range")?.replace("{from}", &from).replace("{to}", &to);
            let wanted = word(&key)?.replace("{n}", if from == to { &to } else { &range });
            ensure!(said == wanted, "{language}: {said}, not {wanted}");
        }
    }
    Ok(())
}

#[browser_test(every)]
async fn from_right_to_left_the_time_line_runs_from_the_right(browser: &Browser) -> Result<()> {
    let script = "
        const box = (element) => element.getBoundingClientRect();
        const label = box(document.querySelector('.time-line text'));
        const bar = box(document.querySelector('.time-line rect'));
        const weeks = [...document.querySelectorAll('.time-line .week')].map((week) => box(week).left);
        const done = box(document.querySelector('.progress .done') ?? document.querySelector('.meter .on'));
        const all = box(document.querySelector('.meter'));
        return [label.left - bar.left, label.right - bar.right, weeks[0] - weeks.at(-1), done.left - all.left, done.right - all.right]";
    for (language, rtl) in [("en", false), ("ar", true)] {
        browser.open_tab().await?;
        let page = Visit::new(browser)?.language(language).open().await?;
        page.walk(ONE_CONCERN).await?;
        page.still().await?;
        let [left, right, weeks, on_left, on_right]: [f64; 5] = page.js(script, &[]).await?;
        let (along, meter) = if rtl { (right, on_right) } else { (left, on_left) };
        ensure!(along.abs() < 3.0, "{language}: the label is {along} from its bar's start");
        ensure!((weeks > 0.0) == rtl, "{language}: week 0 is {weeks} to the right of the last");
        ensure!(meter.abs() < 1.0, "{language}: the meter starts {meter} from its start");
    }
    Ok(())
}

#[browser_test(every)]
async fn nothing_scrolls_sideways_in_arabic(browser: &Browser) -> Result<()> {
    layout::nothing_scrolls_sideways(Visit::new(browser)?.language("ar")).await
}

#[browser_test(chromium)]
async fn every_screen_is_clean_in_spanish(browser: &Browser) -> Result<()> {
    every_screen_is_clean(browser, "es").await
}

#[browser_test(firefox)]
async fn every_screen_is_clean_in_arabic(browser: &Browser) -> Result<()> {
    every_screen_is_clean(browser, "ar").await
}

async fn every_screen_is_clean(browser: &Browser, language: &str) -> Result<()> {
    let axe = Axe::from_env()?.but_colours();
    let mut found = Vec::new();
    let page = Visit::new(browser)?.language(language).open().await?;
    speaks(&page, language, TITLE).await?;
    page.walk_and(ALL_CONCERNS, async |page| axe::check(page, &axe, &mut found).await).await?;
    let open = "for (const details of document.querySelectorAll('details')) details.open = true";
    page.js::<()>(open, &[]).await?;
    axe::check(&page, &axe, &mut found).await?;
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// Presses a language by keys, which leave the focus there in every engine.
async fn choose(page: &Page<'_>, language: &str) -> Result<()> {
    let focus = "document.getElementById(`language-${arguments[0]}`).focus()";
    page.js::<()>(focus, &[language.into()]).await?;
    page.press(&[Key::Enter]).await
}

/// Waits until the page is in a language, and a text of that translation its heading.
async fn speaks(page: &Page<'_>, language: &str, key: &str) -> Result<()> {
    let wanted = word(&page.files, language, key)?;
    page.until(&wanted, |seen| seen.heading.as_ref() == Some(&wanted)).await?;
    let direction = if language == "ar" { "rtl" } else { "ltr" };
    let now = root(page).await?;
    ensure!(now == (language.to_owned(), direction.to_owned()), "{now:?}");
    let current = "return [...document.querySelectorAll('footer [aria-current=true]')].map(({ lang }) => lang)";
    let current: Vec<String> = page.js(current, &[]).await?;
    ensure!(current == [language], "{current:?}");
    Ok(())
}

/// The language and the direction of the page.
async fn root(page: &Page<'_>) -> Result<(String, String)> {
    let script = "const root = document.documentElement; return [root.lang, getComputedStyle(root).direction]";
    page.js(script, &[]).await
}

/// The console names file and cause, once.
async fn told(page: &Page<'_>, words: &[&str]) -> Result<()> {
    let complaints = page.complaints().await?;
    ensure!(complaints.len() == 1 && complaints[0].level == "error", "{complaints:#?}");
    let text = &complaints[0].text;
    for word in words {
        ensure!(text.contains(word), "the console does not say {word:?}: {text}");
    }
    Ok(())
}

fn word(files: &Files, language: &str, key: &str) -> Result<String> {
    let overlay: Value = serde_json::from_str(&files.read(&files.translation(language))?)?;
    let text = overlay["words"][key].as_str();
    Ok(text.with_context(|| format!("{language} has no {key}"))?.to_owned())
}
