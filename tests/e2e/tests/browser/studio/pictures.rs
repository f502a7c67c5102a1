use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Page};

use super::person::{bring, click, opened, says, wait};

const FIELD: &str = "f-questions-0-choices-3-picture";
const SHOWN: &str = "document.querySelector('.picture:has(#f-questions-0-choices-3-picture) img')";

#[browser_test(every)]
async fn a_photo_is_made_as_small_as_visitors_see_it(browser: &Browser) -> Result<()> {
    let page = at_choice(browser).await?;
    let drop = "
        const done = arguments[arguments.length - 1];
        const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 600 });
        canvas.getContext('2d').fillRect(0, 0, 1200, 600);
        canvas.toBlob((blob) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([blob], 'IMG 2034.png', { type: blob.type }));
            document.querySelector('.picture:has(#' + arguments[0] + ')').dispatchEvent(
                new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
            done();
        })";
    page.client().execute_async(drop, vec![FIELD.into()]).await?;
    wait(&page, "the photo", &format!("{SHOWN}?.src.startsWith('data:image/')")).await?;
    wait(
        &page,
        "its size",
        &format!("{SHOWN}?.naturalWidth === 128 && {SHOWN}.naturalHeight === 128"),
    )
    .await?;
    says(&page, "state", "not saved").await?;
    let preview = format!(
        "[...document.querySelector('iframe').contentDocument.images].some(({{ src }}) => src === {SHOWN}.src)"
    );
    wait(&page, "the preview has it", &preview).await
}

#[browser_test(every)]
async fn a_drawing_stays_as_it_is(browser: &Browser) -> Result<()> {
    let page = at_choice(browser).await?;
    let drawing =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>";
    choose(&page, "é.svg", "image/svg+xml", drawing).await?;
    wait(&page, "the drawing", &format!("{SHOWN}?.src.startsWith('data:image/svg+xml')")).await?;
    let content: String = page.js(&format!("return atob({SHOWN}.src.split(',')[1])"), &[]).await?;
    ensure!(content == drawing, "{content}");
    Ok(())
}

#[browser_test(every)]
async fn what_is_no_picture_is_refused(browser: &Browser) -> Result<()> {
    let page = at_choice(browser).await?;
    bring(&page, FIELD, "prices.docx", "PK").await?;
    says(&page, "notice", "prices.docx is no picture that browsers can show").await?;
    choose(&page, "broken.svg", "image/svg+xml", "<svg").await?;
    says(&page, "notice", "broken.svg is no picture that browsers can show").await?;
    let stays = format!("return {SHOWN}.getAttribute('src') === 'pictures/pores.svg'");
    ensure!(page.js::<bool>(&stays, &[]).await?, "the picture is another one");
    Ok(())
}

async fn at_choice(browser: &Browser) -> Result<Page<'_>> {
    let page = opened(browser).await?;
    click(&page, "go-concerns").await?;
    click(&page, "concern-3").await?;
    wait(&page, "the picture", &format!("{SHOWN}?.naturalWidth")).await?;
    Ok(page)
}

async fn choose(page: &Page<'_>, name: &str, kind: &str, content: &str) -> Result<()> {
    let script = "
        const [id, name, type, content] = arguments;
        const files = new DataTransfer();
        files.items.add(new File([content], name, { type }));
        const input = document.getElementById(id);
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }))";
    page.js(script, &[FIELD.into(), name.into(), kind.into(), content.into()]).await
}
