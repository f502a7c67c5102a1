//! Each file of the built site missing in turn, on the page of a clinic that has another address.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Files, ONE_CONCERN, Page, Screen, Visit};
use serde_json::{Value, json};

use crate::embed::{FIRST, ready};

/// Files that are missing together, and what becomes of the visit.
struct Case {
    /// As [`kind`] names them.
    missing: &'static [&'static str],
    /// What the clinic's page asks of the quiz, so that the files are asked for.
    attributes: &'static str,
    then: Then,
}

#[derive(Clone, Copy, PartialEq)]
enum Then {
    /// What stands between the element's tags stays; an error is told if the element's script came.
    Stays { error: bool },
    /// The quiz leads to its result.
    GoesOn,
    /// The visitor is told this reason after so many steps, with all to read or with a link to it.
    Told { reason: &'static str, steps: usize, reading: bool },
}

const fn case(missing: &'static [&'static str], attributes: &'static str, then: Then) -> Case {
    Case { missing, attributes, then }
}

impl Case {
    fn name(&self) -> String {
        format!("without {}", self.missing.join(", "))
    }
}

const DATA: Then = Then::Told { reason: "data", steps: 2, reading: true };
const NETWORK: Then = Then::Told { reason: "network", steps: 2, reading: true };
const NO_PROGRAM: Then = Then::Told { reason: "network", steps: 0, reading: true };
const A_LINK: Then = Then::Told { reason: "network", steps: 0, reading: false };

const CASES: &[Case] = &[
    case(&["embed.js"], "", Then::Stays { error: false }),
    case(&["index.html"], "", Then::Stays { error: true }),
    case(&["start-*.js"], "", Then::Stays { error: true }),
    case(&["later-*.css"], "", Then::GoesOn),
    case(&["quiz-*.js"], "", Then::GoesOn),
    case(&["quiz-*.wasm"], "", Then::GoesOn),
    case(&["pictures/*.svg"], "", Then::GoesOn),
    case(&["theme-*.js"], "accent=\"#884455\"", Then::GoesOn),
    case(&["session-*.js"], "storage=\"session\"", Then::GoesOn),
    case(&["data/microneedling.es.json"], "lang=\"es\"", Then::GoesOn),
    case(&["data/microneedling.ar.json"], "lang=\"ar\"", Then::GoesOn),
    case(&["text/es.json"], "lang=\"es\"", Then::GoesOn),
    case(&["text/ar.json"], "lang=\"ar\"", Then::GoesOn),
    case(&["data/microneedling.json"], "", DATA),
    case(&["text/en.json"], "", DATA),
    case(&["later-*.wasm"], "", Then::GoesOn),
    case(&["later-*.wasm", "fallback-*.js"], "", NETWORK),
    case(&["quiz-*.wasm", "fallback-*.js"], "", NO_PROGRAM),
    case(&["quiz-*.wasm", "fallback-*.js", "plain.html"], "", A_LINK),
    case(&["quiz-*.wasm", "fallback-*.js", "plain.es.html"], "lang=\"es\"", A_LINK),
    case(&["quiz-*.wasm", "fallback-*.js", "plain.ar.html"], "lang=\"ar\"", A_LINK),
];

/// What no such visit asks for: what hosts and staff read, the studio, and the styles of plain pages.
const FOR_NO_VISITOR: &[&str] = &[
    "studio.html",
    "studio-*.css",
    "studio-*.js",
    "studio-*.wasm",
    "quiz-*.css",
    ".htaccess",
    "_headers",
    "data/claims.json",
    "data/microneedling.personas.json",
    "data/*.schema.json",
    "text/interface.schema.json",
];

pub(crate) async fn every_file_has_its_case(_: &Browser) -> Result<()> {
    let there: BTreeSet<String> =
        files(Files::from_env()?.folder())?.iter().map(|path| kind(path)).collect();
    let cases = CASES.iter().flat_map(|case| case.missing).chain(FOR_NO_VISITOR);
    let known: BTreeSet<String> = cases.map(|&kind| kind.to_owned()).collect();
    let unknown: Vec<&String> = there.difference(&known).collect();
    let gone: Vec<&String> = known.difference(&there).collect();
    ensure!(
        unknown.is_empty() && gone.is_empty(),
        "what becomes of a visit without {unknown:?}? And what are {gone:?}?"
    );
    Ok(())
}

pub(crate) async fn what_the_page_says_stays(browser: &Browser) -> Result<()> {
    for case in CASES {
        if let Then::Stays { error } = case.then {
            stays(browser, case, error).await.with_context(|| case.name())?;
        }
    }
    Ok(())
}

pub(crate) async fn the_quiz_goes_on(browser: &Browser) -> Result<()> {
    for case in CASES.iter().filter(|case| case.then == Then::GoesOn) {
        goes_on(browser, case).await.with_context(|| case.name())?;
    }
    Ok(())
}

pub(crate) async fn the_visitor_is_told(browser: &Browser) -> Result<()> {
    for case in CASES {
        if let Then::Told { reason, steps, reading } = case.then {
            told(browser, case, (reason, steps, reading)).await.with_context(|| case.name())?;
        }
    }
    Ok(())
}

async fn stays(browser: &Browser, case: &Case, error: bool) -> Result<()> {
    let page = without(browser, case).await?;
    page.visit_host().await?;
    if error {
        let told = "host.elapse(8000); return host.told.length > 0";
        page.until_js("an error is told", told).await?;
        errors_are(&page, &["network"]).await?;
    }
    let shown = format!("return {FIRST}.querySelector('a[href]').getClientRects().length === 1");
    ensure!(page.js::<bool>(&shown, &[]).await?, "the own content is gone");
    was_asked_for(&page, case)
}

async fn goes_on(browser: &Browser, case: &Case) -> Result<()> {
    let page = without(browser, case).await?;
    page.visit_host().await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    nothing_is_lost(&page).await?;
    page.complaints().await?;
    page.outside().await?;
    errors_are(&page, &[]).await?;
    was_asked_for(&page, case)
}

async fn told(
    browser: &Browser,
    case: &Case,
    (reason, steps, reading): (&str, usize, bool),
) -> Result<()> {
    let page = without(browser, case).await?;
    let paths = paths(&page, case.missing)?;
    let holds: Vec<_> = paths.iter().map(|path| page.site.hold(path)).collect();
    page.visit_host().await?;
    page.enter().await?;
    if steps == 0 {
        page.tap_choice(ONE_CONCERN[0].0, ONE_CONCERN[0].1[0]).await?;
    } else {
        page.until("the program runs", |seen| seen.begun).await?;
        page.walk(&ONE_CONCERN[..steps]).await?;
    }
    drop(holds);
    let seen = page.until("the failure", |seen| !seen.failure.is_empty()).await?;
    ensure!(seen.failure == [reason], "{seen:?}");
    let there = "
        const shown = (selector) => (document.querySelector(selector)?.getClientRects().length ?? 0) > 0;
        return shown('#failure main > p > a[href]') && shown('#failure .reading') === arguments[0] && shown('#failure [data-plain] a') !== arguments[0]";
    page.until_js_given("whom to ask and what to read", there, &[json!(reading)]).await?;
    page.complaints().await?;
    page.outside().await?;
    errors_are(&page, &[reason]).await?;
    was_asked_for(&page, case)?;
    paths.iter().for_each(|path| page.site.restore(path));
    page.enter().await?;
    page.js::<()>("document.querySelector('#failure [data-retry]').click()", &[]).await?;
    let wanted = ONE_CONCERN[steps].0;
    page.until("the quiz again", |seen| seen.loaded && seen.asks(wanted)).await?;
    nothing_is_lost(&page).await?;
    page.complaints().await?;
    Ok(())
}

/// A quiz whose files are missing, and a page near the clinic's.
async fn without<'a>(browser: &'a Browser, case: &Case) -> Result<Page<'a>> {
    browser.open_tab().await?;
    let page = Visit::new(browser)?
        .embedded("plain")
        .elsewhere()
        .clock_by_hand()
        .written("<skin-quiz ", &format!("<skin-quiz {} ", case.attributes))
        .come_near()
        .await?;
    paths(&page, case.missing)?.iter().for_each(|path| page.site.set_missing(path));
    Ok(page)
}

async fn nothing_is_lost(page: &Page<'_>) -> Result<()> {
    page.back_to_first().await?;
    let seen = page.at(ONE_CONCERN[0].0).await?;
    ensure!(seen.checked == ONE_CONCERN[0].1, "{seen:?}");
    Ok(())
}

async fn errors_are(page: &Page<'_>, wanted: &[&str]) -> Result<()> {
    let errors =
        "return host.told.filter(({ kind }) => kind === 'error').map(({ detail }) => detail.which)";
    let errors: Value = page.js(errors, &[]).await?;
    ensure!(errors == json!(wanted), "the page is told {errors}, not {wanted:?}");
    Ok(())
}

/// A case is none where nobody asks for its files.
fn was_asked_for(page: &Page<'_>, case: &Case) -> Result<()> {
    let asked: BTreeSet<String> =
        page.site.requests().iter().map(|asked| kind(asked.path.trim_start_matches('/'))).collect();
    for wanted in case.missing {
        ensure!(asked.contains(*wanted), "nobody asks for {wanted}: {asked:?}");
    }
    let wrong = FOR_NO_VISITOR.iter().find(|&&wrong| asked.contains(wrong));
    ensure!(wrong.is_none(), "{wrong:?} is asked for: {asked:?}");
    Ok(())
}

/// The paths of all files of some kinds.
fn paths(page: &Page<'_>, kinds: &[&str]) -> Result<Vec<String>> {
    let all = files(page.files.folder())?;
    let meant = all.iter().filter(|path| kinds.contains(&kind(path).as_str()));
    Ok(meant.map(|path| format!("/{path}")).collect())
}

/// Every file below a folder, without those that are another one compressed.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            all.extend(files(&entry.path())?.into_iter().map(|inner| format!("{name}/{inner}")));
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            all.push(name);
        }
    }
    Ok(all)
}

/// A path with a star for what differs from build to build, or from file to file of one use.
fn kind(path: &str) -> String {
    if path.is_empty() {
        return "index.html".to_owned();
    }
    if path.starts_with("pictures/") {
        return path
            .rsplit_once('.')
            .map_or(path.to_owned(), |(_, ending)| format!("pictures/*.{ending}"));
    }
    if path.starts_with("data/") && path.ends_with(".schema.json") {
        return "data/*.schema.json".to_owned();
    }
    match path.split_once('-') {
        Some((name, rest)) if dist::is_hashed(path) => {
            let ending = rest.split_once('.').map_or("", |(_, ending)| ending);
            format!("{name}-*.{ending}")
        }
        _ => path.to_owned(),
    }
}
