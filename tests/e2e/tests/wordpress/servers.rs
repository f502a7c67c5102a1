use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result, ensure};
use dist::names;
use e2e::{ONE_CONCERN, walked};
use http::Request;
use http_body_util::BodyExt;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;

use crate::person::Person;
use crate::server::{Allows, Setup, WordPress};
use crate::stage::{Stage, package};

const REQUESTS: usize = 1000;
const AT_ONCE: usize = 8;
/// What settings for security set on a whole site, and a plug-in on the pages that PHP writes.
const STRICT: &str = "Header set Cross-Origin-Resource-Policy same-origin\n\
    <FilesMatch \"\\.php$\">\nHeader always set Cross-Origin-Embedder-Policy require-corp\n</FilesMatch>\n\
    Header set X-Frame-Options DENY\n\
    Header set Content-Security-Policy \"default-src 'self' 'unsafe-inline' data:\"\n";

/// Where the server takes all, some or none of the settings, visitors see the quiz; Site Health says what
/// is missing, and is content where nothing is.
pub(crate) async fn quiz_works_on_each(stage: &Stage) -> Result<()> {
    for (allows, has_settings, missing) in [
        (Allows::All, true, 0),
        (Allows::AllWithoutModules, true, 4),
        (Allows::NoFileInfo, false, 4),
        (Allows::Nothing, true, 4),
    ] {
        let setup = Setup { allows, ..Setup::default() };
        let site = WordPress::start(&stage.database, setup)?;
        site.install(&package()?)?;
        site.set_clinic()?;
        ensure!(site.quiz(".htaccess").exists() == has_settings, "{allows:?}: settings");
        let said = site.php("echo implode( \"\\n\", SkinQuiz\\Site_Health::missing() );")?;
        ensure!(said.lines().count() == missing, "{allows:?}: {said}");
        let page = site.add_page("[skin_quiz]")?;
        let visitor = Person::visitor(&stage.browser, &site).await?;
        let booking =
            visitor.walk(&page, ONE_CONCERN).await.with_context(|| format!("{allows:?}"))?;
        ensure!(booking == "https://www.clinic.test/book", "{allows:?}: {booking}");
        ensure!(site.complaints().is_empty(), "{:#?}", site.complaints());
    }
    // A server that changes its mind: Site Health takes the settings away.
    let site = WordPress::start(&stage.database, Setup::default())?;
    site.install(&package()?)?;
    let site = site.restart(Allows::NoFileInfo, "")?;
    ensure!(site.quiz(".htaccess").exists(), "no settings to take away");
    site.php("SkinQuiz\\Site_Health::test();")?;
    ensure!(!site.quiz(".htaccess").exists(), "every file of the quiz is answered by 500");
    Ok(())
}

/// On a site that sends its own Cross-Origin-Resource-Policy, Cross-Origin-Embedder-Policy and policy for
/// everything.
pub(crate) async fn strict_pages(stage: &Stage) -> Result<()> {
    let site = WordPress::start(&stage.database, Setup { apache: STRICT, ..Setup::default() })?;
    site.install(&package()?)?;
    site.set_clinic()?;
    let page = site.add_page("[skin_quiz]")?;
    let visitor = Person::visitor(&stage.browser, &site).await?;
    visitor.open(&page).await?;
    let policy =
        "return fetch(location).then(({ headers }) => headers.get('Cross-Origin-Embedder-Policy'))";
    ensure!(visitor.js(policy, &[]).await? == "require-corp", "the page is not strict");
    visitor.enter_quiz().await?;
    let origin = visitor.js("return self.origin", &[]).await?;
    ensure!(origin == "null", "the quiz is not walled in but of {origin}");
    let pictures = "return [...document.querySelectorAll('#quiz img')].map((picture) => { picture.loading = 'eager'; return picture; })
        .every(({ complete, naturalWidth }) => complete && naturalWidth > 0)";
    visitor.until("the pictures", pictures).await?;
    let failed = walked(visitor.client(), ONE_CONCERN).await?;
    ensure!(failed.is_none(), "{failed:?}");
    visitor.leave().await?;
    ensure!(
        site.php("echo count( SkinQuiz\\Site_Health::missing() );")? == "0",
        "Site Health is discontent"
    );
    let admin = Person::signed_in(&stage.browser, &site, "admin").await?;
    admin.open_studio().await
}

/// 1,000 requests for the files of a visit, 8 at a time.
pub(crate) async fn a_thousand_requests(stage: &Stage) -> Result<()> {
    let site = WordPress::start(&stage.database, Setup::default())?;
    site.install(&package()?)?;
    let page = fs::read_to_string(site.quiz("index.html"))?;
    let is_asked =
        |name: &String| page.contains(name.as_str()) || name == "index.html" || name == "embed.js";
    let files: Vec<String> = names(&site.quiz(""))?.into_iter().filter(is_asked).collect();
    ensure!(files.len() > 10, "only {files:?}");
    let (files, next) = (Arc::new(files), Arc::new(AtomicUsize::new(0)));
    let wrong = Arc::new(Mutex::new(Vec::new()));
    let base = format!("{}/wp-content/uploads/skin-quiz", site.url());
    let started = std::time::Instant::now();
    let crew: Vec<_> = (0..AT_ONCE)
        .map(|_| {
            let (files, next, wrong) = (Arc::clone(&files), Arc::clone(&next), Arc::clone(&wrong));
            let base = base.clone();
            tokio::spawn(async move {
                let client: Client<_, String> = Client::builder(TokioExecutor::new()).build_http();
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= REQUESTS {
                        return;
                    }
                    let name = &files[index % files.len()];
                    let request = Request::get(format!("{base}/{name}")).body(String::new());
                    let answer = match request {
                        Ok(request) => client.request(request).await,
                        Err(error) => return note(&wrong, error),
                    };
                    match answer {
                        Ok(answer) if answer.status() == 200 => {
                            if let Err(error) = answer.into_body().collect().await {
                                note(&wrong, error);
                            }
                        }
                        other => note(&wrong, format!("{name}: {other:?}")),
                    }
                }
            })
        })
        .collect();
    for one in crew {
        one.await?;
    }
    println!(
        "{REQUESTS} requests, {AT_ONCE} at a time, in {:.1} s",
        started.elapsed().as_secs_f32()
    );
    let wrong = wrong.lock().map_err(|error| anyhow::anyhow!("{error}"))?;
    ensure!(wrong.is_empty(), "{} of {REQUESTS}: {wrong:#?}", wrong.len());
    Ok(())
}

fn note(wrong: &Mutex<Vec<String>>, what: impl std::fmt::Display) {
    if let Ok(mut wrong) = wrong.lock() {
        wrong.push(what.to_string());
    }
}
