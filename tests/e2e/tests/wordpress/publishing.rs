use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use dist::names;
use e2e::{ONE_CONCERN, walked};
use serde_json::{Value, json};

use crate::person::Person;
use crate::server::{Setup, WordPress};
use crate::stage::{Stage, package, project};

const DATA: &str = "data/microneedling.json";
const OLD: &str = "What could microneedling do for your skin?";
const NEW: &str = "What may needling do for you?";
const SLOW: &str = include_str!("php/slow.php");
const REVIEW: &str =
    r#""reviewed": {"by": "Dr. A", "on": "2026-11-22", "digest": "0123456789abcdef"}"#;

/// A WordPress with a clinic's quiz.
fn clinic(stage: &Stage) -> Result<WordPress> {
    let site = WordPress::start(&stage.database, Setup::default())?;
    site.install(&package()?)?;
    site.set_clinic()?;
    Ok(site)
}

/// Every file that is published, and how many versions are kept.
fn published(site: &WordPress) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut all = BTreeMap::new();
    for name in names(&site.quiz(""))? {
        all.insert(name.clone(), fs::read(site.quiz(&name))?);
    }
    let versions = site.php("echo count( SkinQuiz\\Versions::all() );")?;
    all.insert("versions".to_owned(), versions.into_bytes());
    Ok(all)
}

fn one(path: &str, text: &str) -> Value {
    json!({"files": [{"path": path, "text": text}]})
}

/// A WordPress with a quiz that the studio lets somebody publish.
fn ready_clinic(stage: &Stage) -> Result<WordPress> {
    let site = clinic(stage)?;
    let data = fs::read_to_string(site.quiz(DATA))?;
    let data =
        data.replace("clinic.test", "sea-clinic.co.uk").replace("+442079460000", "+442071234567");
    fs::write(site.quiz(DATA), data)?;
    Ok(site)
}

/// Somebody edits a title and a figure in the studio and publishes by its own buttons; a visitor sees both
/// at once, and no old word on any frame of a slow load, though the browser has been there before.
pub(crate) async fn seen_at_once(stage: &Stage) -> Result<()> {
    let site = ready_clinic(stage)?;
    let quiz = "/wp-content/uploads/skin-quiz/";
    let visitor = Person::visitor(&stage.browser, &site).await?;
    let seen = visitor.slowly(quiz).await?;
    ensure!(seen.len() > 1 && seen.iter().any(|it| it.contains(OLD)), "{seen:#?}");

    let admin = Person::signed_in(&stage.browser, &site, "admin").await?;
    admin.open_studio().await?;
    write(&admin, &["go-plans", "f-plans-0-open"], "f-plans-0-sessions-to", "5").await?;
    retitled(&admin, NEW).await?;
    admin.until("it to be published", &studio_says("notice", "It is published")).await?;
    for name in ["index.html", "plain.html", DATA] {
        let text = fs::read_to_string(site.quiz(name))?;
        ensure!(text.contains(NEW) && !text.contains(OLD), "{name} has the old title");
    }

    let visitor = Person::visitor(&stage.browser, &site).await?;
    let seen = visitor.slowly(quiz).await?;
    ensure!(seen.iter().any(|it| it.contains(NEW)), "{seen:#?}");
    ensure!(!seen.iter().any(|it| it.contains(OLD)), "the old title: {seen:#?}");
    let failed = walked(visitor.client(), ONE_CONCERN).await?;
    ensure!(failed.is_none(), "{failed:?}");
    let figure = "return document.querySelector('#quiz main.result')?.innerText.includes('3–5')";
    visitor.until("the figure", figure).await?;
    ensure!(site.complaints().is_empty(), "{:#?}", site.complaints());
    Ok(())
}

/// Somebody else's publication in between is shown, and not written over.
pub(crate) async fn by_the_studio(stage: &Stage) -> Result<()> {
    let site = ready_clinic(stage)?;
    let admin = Person::signed_in(&stage.browser, &site, "admin").await?;
    admin.open_studio().await?;
    retitled(&admin, NEW).await?;
    admin.until("it to be published", &studio_says("notice", "It is published")).await?;

    let theirs = fs::read_to_string(site.quiz(DATA))?.replace("For adults", "For grown-ups");
    fs::write(site.quiz(DATA), &theirs)?;
    retitled(&admin, "What else may needling do?").await?;
    admin.until("both to be shown", &studio_says("theirs", "For grown-ups")).await?;
    admin.until("mine", &studio_says("mine", "What else may needling do?")).await?;
    ensure!(fs::read_to_string(site.quiz(DATA))? == theirs, "it is written over");
    admin.js(&pressed("publish-over"), &[]).await?;
    admin.until("it to be published", &studio_says("notice", "It is published")).await?;
    let text = fs::read_to_string(site.quiz(DATA))?;
    ensure!(text.contains("What else may needling do?") && !text.contains("grown-ups"), "{text}");
    ensure!(site.complaints().is_empty(), "{:#?}", site.complaints());
    Ok(())
}

/// The studio's document, on the page around it.
const STUDIO: &str = "const studio = document.querySelector('#skin-quiz-studio').contentDocument;";

fn pressed(id: &str) -> String {
    format!("{STUDIO} studio.getElementById('{id}').click()")
}

fn studio_says(id: &str, words: &str) -> String {
    format!("{STUDIO} return !!studio.getElementById('{id}')?.textContent.includes('{words}')")
}

/// Presses one button of the studio after the other, and writes into a field that is there then.
async fn write(admin: &Person<'_>, buttons: &[&str], field: &str, text: &str) -> Result<()> {
    let is_there = |id: &str| format!("{STUDIO} return studio.getElementById('{id}') !== null");
    for button in buttons {
        admin.until(button, &is_there(button)).await?;
        admin.js(&pressed(button), &[]).await?;
    }
    admin.until(field, &is_there(field)).await?;
    let write = format!(
        "{STUDIO}
        const field = studio.getElementById('{field}');
        field.focus();
        field.value = '{text}';
        field.dispatchEvent(new Event('input', {{ bubbles: true }}));
        field.blur();"
    );
    admin.js(&write, &[]).await?;
    Ok(())
}

/// Writes another title in the studio and publishes it.
async fn retitled(admin: &Person<'_>, title: &str) -> Result<()> {
    write(admin, &["go-start"], "f-words-title", title).await?;
    admin.js(&pressed("publish"), &[]).await?;
    let checked = format!(
        "{STUDIO}
        const words = studio.getElementById('publishable')?.textContent;
        return words && !words.includes('still being checked') && studio.getElementById('form').innerText"
    );
    let words = admin.until("it to be checked", &checked).await?;
    ensure!(words.as_str().is_some_and(|it| it.contains("ready to publish")), "{words}");
    let can_be = format!("{STUDIO} return studio.querySelector('#publish-now:enabled') !== null");
    admin.until("it to be ready to publish", &can_be).await?;
    admin.js(&pressed("publish-now"), &[]).await?;
    Ok(())
}

/// Two who publish at the same time, and one after the other: the first wins, the other is told.
pub(crate) async fn one_of_two_wins(stage: &Stage) -> Result<()> {
    let site = clinic(stage)?;
    let data = fs::read_to_string(site.quiz(DATA))?;
    let titled = data.replace("What could microneedling do", "{time}: what could microneedling do");
    fs::write(site.path("wp-content/mu-plugins/slow.php"), SLOW)?;
    let editor = Person::signed_in(&stage.browser, &site, "editor").await?;
    editor.open("/wp-admin/admin.php?page=skin-quiz").await?;
    let request = json!({"files": [{"path": DATA, "text": titled}], "times": 6});
    let answers = editor.send(&request).await?.body;
    let answers = answers.as_array().context("no answers")?;
    let won: Vec<_> = (0..6).filter(|&time| answers[time]["status"] == json!(200)).collect();
    ensure!(won.len() == 1, "not one publication but {won:?}: {answers:#?}");
    let told = fs::read_to_string(site.quiz(DATA))?;
    ensure!(told.contains(&format!("{}: what could", won[0])), "another one is published");
    for lost in (0..6).filter(|time| *time != won[0]) {
        let Some(answer) = answers.get(lost) else { continue };
        ensure!(answer["status"] == json!(409), "{answer:#?}");
        let details = &answer["body"]["data"];
        ensure!(
            details["why"] == json!("conflict") && details["by"] == json!("editor"),
            "{answer}"
        );
        ensure!(details["at"].as_str().is_some_and(|at| at.len() == 25), "{answer}");
        let version = &answers[won[0]]["body"]["version"];
        ensure!(details["version"] == *version, "{answer}");
    }
    let before = published(&site)?;
    let late = editor.send(&one(DATA, &data)).await?;
    ensure!(late.status == 409, "{late:?}");
    ensure!(published(&site)? == before, "a refused publication changed something");

    fs::write(site.quiz(DATA), format!("{data} "))?;
    let version = answers[won[0]]["body"]["version"].clone();
    let mut request = one(DATA, &data);
    request["version"] = version;
    let late = editor.send(&request).await?;
    ensure!(late.status == 409, "an upload by other means is written over: {late:?}");
    ensure!(site.complaints().is_empty(), "{:#?}", site.complaints());
    Ok(())
}

/// Without the right, and without the proof that the request comes from the page.
pub(crate) async fn who_may_not(stage: &Stage) -> Result<()> {
    let site = clinic(stage)?;
    let data = fs::read_to_string(site.quiz(DATA))?;
    let edited = data.replace("What could", "What else could");
    let signed = data.replace("\"reviewed\": null", REVIEW);
    ensure!(signed != data && edited != data, "the data is not as expected");
    let before = published(&site)?;
    let with = |nonce: Value| {
        let mut request = one(DATA, &edited);
        request["nonce"] = nonce;
        request
    };

    let author = Person::signed_in(&stage.browser, &site, "author").await?;
    author.open_studio().await?;
    ensure!(author.told().await?["publishes"] == json!(false), "an author may publish");
    ensure!(author.send(&one(DATA, &edited)).await?.status == 403, "an author published");
    let told = author.told().await?;
    let refused = author.publish_by_page(&told["version"], &[(DATA, &edited)]).await?;
    ensure!(refused["why"] == json!("not-allowed"), "an author published by the page");
    author.open("/wp-admin/admin.php?page=skin-quiz-versions").await?;
    ensure!(author.words().await?.contains("not allowed"), "an author sees the versions");

    let editor = Person::signed_in(&stage.browser, &site, "editor").await?;
    editor.open_studio().await?;
    let told = editor.told().await?;
    ensure!(told["publishes"] == json!(true) && told["signs"] == json!(false), "{told}");
    ensure!(editor.send(&with(Value::Null)).await?.status == 401, "published without a nonce");
    ensure!(editor.send(&with(json!("0123456789"))).await?.status == 403, "a wrong nonce counts");
    let refused = editor.send(&one(DATA, &signed)).await?;
    ensure!(
        refused.status == 403 && refused.body["data"]["why"] == json!("not-allowed"),
        "{refused:?}"
    );
    let action = "
        const form = new URLSearchParams({ action: 'skin_quiz_back', version: '1' });
        return fetch('/wp-admin/admin-post.php', { method: 'POST', body: form }).then(({ status }) => status);";
    ensure!(editor.js(action, &[]).await? == json!(403), "a form without a nonce counts");
    ensure!(published(&site)? == before, "something was written");

    ensure!(editor.send(&one(DATA, &edited)).await?.status == 200, "an editor may not publish");
    let admin = Person::signed_in(&stage.browser, &site, "admin").await?;
    admin.open("/wp-admin/admin.php?page=skin-quiz").await?;
    ensure!(admin.send(&one(DATA, &signed)).await?.status == 200, "an administrator may not sign");
    let editor = Person::signed_in(&stage.browser, &site, "editor").await?;
    editor.open("/wp-admin/admin.php?page=skin-quiz").await?;
    let kept = editor.send(&one(DATA, &signed.replace("What could", "What else could"))).await?;
    ensure!(kept.status == 200, "an editor may not keep a review: {kept:?}");
    ensure!(site.complaints().is_empty(), "{:#?}", site.complaints());
    Ok(())
}

/// Each case of `wordpress/tests/cases/files/refused`, pages with something else in them, and requests
/// that are none.
pub(crate) async fn hostile_files(stage: &Stage) -> Result<()> {
    let site = clinic(stage)?;
    let page = fs::read_to_string(site.quiz("index.html"))?;
    let before = published(&site)?;
    let admin = Person::signed_in(&stage.browser, &site, "admin").await?;
    admin.open("/wp-admin/admin.php?page=skin-quiz").await?;
    let mut requests = cases()?;
    for (name, from, to) in [
        ("script", "</body>", "<script>alert(1)</script></body>"),
        ("handler", "<h1>", "<h1 onclick=\"alert(1)\">"),
        ("program", "data-program=\"./", "data-program=\"//other.test/"),
        ("title", "<title>", "<title></title><script>alert(1)</script><title>"),
        ("opening", "id=\"opening\">{", "id=\"opening\">{\"a\":\"</script><script>\","),
    ] {
        let changed = page.replacen(from, to, 1);
        ensure!(changed != page, "the page has no {from}");
        requests.push((format!("page with {name}"), one("index.html", &changed)));
    }
    requests.push(("nothing".to_owned(), json!({"files": []})));
    let twice = json!({"path": DATA, "text": fs::read_to_string(site.quiz(DATA))?});
    requests.push(("twice the same".to_owned(), json!({"files": [twice, twice]})));
    requests.push(("no base64".to_owned(), json!({"files": [{"path": DATA, "base64": "%%%"}]})));
    for (name, request) in requests {
        let answer = admin.send(&request).await?;
        ensure!(matches!(answer.status, 400 | 422), "{name}: {answer:?}");
        ensure!(published(&site)? == before, "{name} changed something");
    }
    ensure!(
        admin.send(&one("index.html", &page)).await?.status == 200,
        "the page itself is refused"
    );
    ensure!(site.complaints().is_empty(), "{:#?}", site.complaints());
    Ok(())
}

/// The requests of the cases that are refused.
fn cases() -> Result<Vec<(String, Value)>> {
    let folder = project("wordpress/tests/cases/files/refused");
    let mut cases: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for name in names(&folder)? {
        let (case, path) = name.split_once('/').context("a case is a folder")?;
        let content = BASE64_STANDARD.encode(fs::read(folder.join(&name))?);
        cases.entry(case.to_owned()).or_default().push(json!({"path": path, "base64": content}));
    }
    ensure!(cases.len() > 30, "only {} cases", cases.len());
    Ok(cases.into_iter().map(|(case, files)| (case, json!({"files": files}))).collect())
}

/// Where one of the files cannot be written, none is.
pub(crate) async fn all_or_none(stage: &Stage) -> Result<()> {
    let site = clinic(stage)?;
    let text = fs::read_to_string(site.quiz("text/en.json"))?;
    let data = fs::read_to_string(site.quiz(DATA))?;
    let files = json!({"files": [
        {"path": DATA, "text": data.replace("What could", "What else could")},
        {"path": "pictures/new.svg", "text": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"},
        {"path": "text/en.json", "text": text.replace("\"Back\"", "\"Go back\"")},
    ]});
    let admin = Person::signed_in(&stage.browser, &site, "admin").await?;
    admin.open("/wp-admin/admin.php?page=skin-quiz").await?;
    let before = published(&site)?;

    fs::set_permissions(site.quiz("text"), Permissions::from_mode(0o555))?;
    let refused = admin.send(&files).await?;
    fs::set_permissions(site.quiz("text"), Permissions::from_mode(0o755))?;
    ensure!(refused.status == 500 && refused.body["data"]["why"] == json!("server"), "{refused:?}");
    ensure!(published(&site)? == before, "a folder that is closed: something was written");

    // A folder in the place of the file lets everything be prepared, and nothing be put there.
    fs::remove_file(site.quiz("text/en.json"))?;
    fs::create_dir(site.quiz("text/en.json"))?;
    let mut request = files.clone();
    request["version"] = json!(site.php("echo SkinQuiz\\Folder::version();")?);
    let refused = admin.send(&request).await?;
    fs::remove_dir(site.quiz("text/en.json"))?;
    fs::write(site.quiz("text/en.json"), text)?;
    ensure!(refused.status == 500, "{refused:?}");
    ensure!(published(&site)? == before, "a file that cannot be put there: something was written");

    ensure!(admin.send(&files).await?.status == 200, "the files themselves are refused");
    ensure!(site.complaints().is_empty(), "{:#?}", site.complaints());
    Ok(())
}

/// A page that was opened in an earlier session gets another nonce by itself; who is signed out is told so.
pub(crate) async fn a_day_later(stage: &Stage) -> Result<()> {
    let site = clinic(stage)?;
    let data = fs::read_to_string(site.quiz(DATA))?;
    let edited = data.replace("What could", "What else could");
    let editor = Person::signed_in(&stage.browser, &site, "editor").await?;
    editor.open_studio().await?;
    let told = editor.told().await?;
    let again = "
        const form = new URLSearchParams({ log: 'editor', pwd: 'editor', testcookie: '1' });
        return fetch('/wp-login.php', { method: 'POST', body: form }).then(({ url }) => url);";
    editor.js(again, &[]).await?;
    let answer = editor.send(&one(DATA, &edited)).await?;
    ensure!(answer.status == 403, "the nonce of the earlier session counts: {answer:?}");
    let answer = editor.publish_by_page(&told["version"], &[(DATA, &edited)]).await?;
    ensure!(answer["skinQuizStudio"] == json!("published"), "{answer}");

    editor.client().delete_all_cookies().await?;
    let before = published(&site)?;
    let answer = editor.publish_by_page(&answer["version"], &[(DATA, &data)]).await?;
    ensure!(answer["why"] == json!("signed-out"), "{answer}");
    ensure!(answer["message"].as_str().is_some_and(|it| it.contains("draft is kept")), "{answer}");
    ensure!(published(&site)? == before, "something was written");
    ensure!(site.complaints().is_empty(), "{:#?}", site.complaints());
    Ok(())
}
