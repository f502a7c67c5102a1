use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Files, Page};
use fantoccini::key::Key;
use serde_json::json;

use super::person::{QUIZ, click, holds, opened, opened_with, saved, says, wait, write};

#[browser_test(firefox)]
async fn what_is_unsaved_is_seen_and_asked_for(browser: &Browser) -> Result<()> {
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
    let wanted = page.files.read(QUIZ)?.replacen("\"Your clinic\"", "\"Another\"", 1);
    ensure!(undated(&text) == undated(&wanted));
    wait(&page, "it is saved", "document.getElementById('state').textContent === 'Saved'").await?;
    ensure!(page.js::<bool>(leaves, &[]).await?);
    click(&page, "go-files").await?;
    wait(&page, "a version", "document.querySelectorAll('#versions tbody tr').length > 0").await
}

#[browser_test(every)]
async fn what_changed_is_published_as_one_zip(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-clinic").await?;
    write(&page, "f-clinic-name", "The clinic by the sea").await?;
    write(&page, "f-clinic-booking-link", "sea-clinic.co.uk/book").await?;
    write(&page, "f-clinic-contact-link", "020 7123 4567").await?;
    page.press(&[Key::Tab]).await?;
    click(&page, "publish").await?;
    says(&page, "publishable", "It is ready to publish").await?;
    click(&page, "zip").await?;
    let day = "const [name] = Object.keys(saved).filter((name) => name.endsWith('.zip')); return name ?? null";
    wait(&page, "a zip", "Object.keys(saved).some((name) => name.endsWith('.zip'))").await?;
    let name: String = page.js(day, &[]).await?;
    let zip = saved(&page, &name).await?;
    for part in
        ["PK", "data/microneedling.json", "https://sea-clinic.co.uk/book", "tel:02071234567"]
    {
        ensure!(zip.contains(part), "{name} has no {part}");
    }
    wait(&page, "it is saved", "document.getElementById('state').textContent === 'Saved'").await
}

/// In the place of the browser's own picker, which no driver presses: it gives a file that keeps what is
/// written into it, or on a full disk does not.
const PICKER: &str = "
    window.written = [];
    const createWritable = async () => {
        const parts = [];
        const close = async () => {
            if (full) throw new DOMException('The disk is full.', 'QuotaExceededError');
            written.push(parts.join(''));
        };
        return { write: async (part) => { parts.push(part); }, close };
    };
    const getFile = async () => new File([text], 'my quiz.json');
    window.showOpenFilePicker = async () => [{ getFile, createWritable }];";

/// A file of one's own, picked and edited; what it must become.
async fn picked(browser: &Browser, full: bool) -> Result<(Page<'_>, String)> {
    let files = Files::from_env()?;
    let own = files.read(QUIZ)?.replacen("Your clinic", "A clinic of mine", 1);
    let script = format!(";(([text, full]) => {{{PICKER}}})({});", json!([own, full]));
    let page = opened_with(browser, &script).await?;
    click(&page, "go-files").await?;
    click(&page, "open-picked").await?;
    says(&page, "heading", "Start").await?;
    click(&page, "go-clinic").await?;
    holds(&page, "f-clinic-name", "A clinic of mine").await?;
    write(&page, "f-clinic-name", "Sea").await?;
    click(&page, "save").await?;
    Ok((page, own.replacen("A clinic of mine", "Sea", 1)))
}

#[browser_test(chromium)]
async fn a_picked_file_is_written_where_it_came_from(browser: &Browser) -> Result<()> {
    let (page, wanted) = picked(browser, false).await?;
    says(&page, "notice", "is saved.").await?;
    let (written, downloads): (Vec<String>, usize) =
        page.js("return [written, Object.keys(saved).length]", &[]).await?;
    let written: Vec<String> = written.iter().map(|text| undated(text)).collect();
    ensure!(written == [undated(&wanted)], "{} files were written", written.len());
    ensure!(downloads == 0, "it was downloaded too");
    says(&page, "state", "Saved").await
}

#[browser_test(firefox)]
async fn a_file_that_cannot_be_written_is_downloaded(browser: &Browser) -> Result<()> {
    let (page, wanted) = picked(browser, true).await?;
    ensure!(undated(&saved(&page, "microneedling.json").await?) == undated(&wanted));
    says(&page, "notice", "is in your downloads").await?;
    says(&page, "state", "Saved").await
}

/// A quiz without the day of its last edit, which the studio writes.
fn undated(quiz: &str) -> String {
    quiz.lines().filter(|line| !line.starts_with("  \"version\":")).collect::<Vec<_>>().join("\n")
}
