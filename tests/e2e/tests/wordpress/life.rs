use anyhow::{Context, Result, ensure};
use e2e::ONE_CONCERN;
use fantoccini::Locator;
use serde_json::json;

use crate::package::Package;
use crate::person::Person;
use crate::server::{Setup, WordPress};
use crate::stage::{Stage, package};

const BOOKING: &str = "https://www.clinic.test/book?from=our%20quiz";
const OLD: &str = "What could microneedling do for your skin?";
const NEW: &str = "What may needling do for you?";
const NEXT: &str = "Another title of a later release";

/// What a clinic does with the plug-in, in one go, by wp-admin alone.
pub(crate) async fn from_the_zip_to_the_end(stage: &Stage) -> Result<()> {
    let site = WordPress::start(&stage.database, Setup::default())?;
    let browser = &stage.browser;
    let folder = tempfile::tempdir()?;

    let admin = Person::signed_in(browser, &site, "admin").await?;
    upload(&admin, &package()?, folder.path()).await?;
    admin.press(".wrap a.button-primary").await?;
    admin.until("it to be active", "return /not set up yet/.test(document.body.innerText)").await?;

    let author = Person::signed_in(browser, &site, "author").await?;
    let post = write_post(&author).await?;
    let visitor = Person::visitor(browser, &site).await?;
    visitor.open(&post).await?;
    let nothing = visitor.js("return document.querySelector('skin-quiz') === null", &[]).await?;
    ensure!(nothing == json!(true), "a visitor sees a quiz of nobody's clinic");
    ensure!(!visitor.words().await?.contains("set up"), "a visitor reads that nothing is set up");

    let admin = Person::signed_in(browser, &site, "admin").await?;
    set_up(&admin).await?;
    let visitor = Person::visitor(browser, &site).await?;
    let booking = visitor.walk(&post, ONE_CONCERN).await?;
    ensure!(booking == BOOKING, "visitors book at {booking}");
    let page = std::fs::read_to_string(site.quiz("index.html"))?;
    ensure!(!page.contains("5550100") && page.contains("tel:+442079460000"), "{page}");

    let author = Person::signed_in(browser, &site, "author").await?;
    look_again(&author, &post).await?;

    let admin = Person::signed_in(browser, &site, "admin").await?;
    publish(&admin, &site).await?;
    let visitor = Person::visitor(browser, &site).await?;
    let served = std::fs::read_to_string(site.quiz("index.html"))?;
    ensure!(served.contains(NEW) && !served.contains(OLD), "the page has the old title");
    ensure!(visitor.title(&post).await? == NEW, "a visitor sees the old title");

    let admin = Person::signed_in(browser, &site, "admin").await?;
    go_back(&admin).await?;
    let visitor = Person::visitor(browser, &site).await?;
    ensure!(visitor.title(&post).await? == OLD, "going back has not gone back");

    let admin = Person::signed_in(browser, &site, "admin").await?;
    publish(&admin, &site).await?;
    update(&admin, folder.path()).await?;
    admin.open_studio().await?;
    let told = admin.told().await?;
    ensure!(told["shipped"] == json!(["data/microneedling.json"]), "{told}");
    ensure!(told["stale"] == json!(true), "{told}");
    let offered = std::fs::read_to_string(site.quiz("shipped/data/microneedling.json"))?;
    ensure!(offered.contains(NEXT), "the newer content is not offered");
    let visitor = Person::visitor(browser, &site).await?;
    ensure!(visitor.title(&post).await? == NEW, "an update took edited words away");
    let booking = visitor.walk(&post, ONE_CONCERN).await?;
    ensure!(booking == BOOKING, "visitors book at {booking}");

    let admin = Person::signed_in(browser, &site, "admin").await?;
    remove(&admin).await?;
    nothing_is_left(&site)?;
    let is_wordpress = |url: &str| {
        url.starts_with(&site.url())
            || url.split('/').nth(2).is_some_and(|it| it.ends_with("wordpress.org"))
    };
    let elsewhere = site.requests()?.into_iter().find(|url| !is_wordpress(url));
    ensure!(elsewhere.is_none(), "the server asked {elsewhere:?}");
    ensure!(site.complaints().is_empty(), "{:#?}", site.complaints());
    Ok(())
}

/// Uploads a zip by the form for it.
async fn upload(admin: &Person<'_>, package: &Package, folder: &std::path::Path) -> Result<()> {
    let zip = package.write(folder)?;
    admin.open("/wp-admin/plugin-install.php?tab=upload").await?;
    let field = admin.client().find(Locator::Css("#pluginzip")).await?;
    field.send_keys(zip.to_str().context("the path is not UTF-8")?).await?;
    admin.press("#install-plugin-submit").await?;
    let done = "return /installed successfully|Replace current with uploaded/.test(document.body.innerText)";
    admin.until("the zip to be taken", done).await?;
    Ok(())
}

/// Writes a post with the block and publishes it; gives its address.
async fn write_post(author: &Person<'_>) -> Result<String> {
    author.open("/wp-admin/post-new.php").await?;
    let known = "return window.wp?.data?.select('core/blocks')?.getBlockType('skin-quiz/quiz') !== undefined
        && document.querySelector('.block-editor-writing-flow') !== null";
    author.until("the block", known).await?;
    let insert = "wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('skin-quiz/quiz', {}))";
    author.js(insert, &[]).await?;
    let told = "return document.querySelector('.wp-block-skin-quiz-quiz')?.innerText.includes('Not set up yet')";
    author.until("the editor to say that it is not set up", told).await?;
    let publish = "
        wp.data.dispatch('core/editor').editPost({ title: 'Quiz', status: 'publish' });
        wp.data.dispatch('core/editor').savePost();";
    author.js(publish, &[]).await?;
    let link = "
        const editor = wp.data.select('core/editor');
        return editor.isCurrentPostPublished() && !editor.isSavingPost() && editor.getPermalink();";
    let link = author.until("the post to be published", link).await?;
    Ok(link.as_str().context("no address")?.to_owned())
}

/// Opens the post again, in which the quiz is now shown at its height.
async fn look_again(author: &Person<'_>, post: &str) -> Result<()> {
    let number = post.split("p=").nth(1).context("a post has a number")?;
    author.open(&format!("/wp-admin/post.php?post={number}&action=edit")).await?;
    let height = "
        const quiz = document.querySelector('.wp-block-skin-quiz-quiz skin-quiz');
        return quiz?.dataset.shown && [Number(quiz.dataset.shown), quiz.getBoundingClientRect().height];";
    let [shown, given]: [f64; 2] =
        serde_json::from_value(author.until("the quiz in the editor", height).await?)?;
    ensure!(shown > 500.0 && (shown - given).abs() < 1.0, "{given} pixels for {shown}");
    Ok(())
}

/// Fills the form of the first run, at first wrongly.
async fn set_up(admin: &Person<'_>) -> Result<()> {
    admin.press(".notice-warning a[href*=skin-quiz-settings]").await?;
    admin.until("the form", "return document.getElementById('skin-quiz-name') !== null").await?;
    admin.write("#skin-quiz-name", "Skin & Co").await?;
    admin.write("#skin-quiz-booking", "www.clinic.test/book?from=our%20quiz").await?;
    admin.write("#skin-quiz-phone", "call us").await?;
    admin.press("#skin-quiz-save").await?;
    admin
        .until(
            "a word on the number",
            "return document.querySelector('.notice-error')?.innerText.includes('area code')",
        )
        .await?;
    admin.write("#skin-quiz-phone", "+44 (0)20 7946 0000").await?;
    admin.press("#skin-quiz-save").await?;
    admin
        .until("it to be published", "return document.querySelector('.notice-success') !== null")
        .await?;
    Ok(())
}

/// Publishes another title by the studio's page, with the page that has it.
async fn publish(admin: &Person<'_>, site: &WordPress) -> Result<()> {
    let renamed =
        |name: &str| std::fs::read_to_string(site.quiz(name)).map(|text| text.replace(OLD, NEW));
    let (data, page) = (renamed("data/microneedling.json")?, renamed("index.html")?);
    admin.open_studio().await?;
    let told = admin.told().await?;
    ensure!(told["publishes"] == json!(true) && told["signs"] == json!(true), "{told}");
    ensure!(told["name"] == json!("Skin Clinic") && told["stale"] == json!(false), "{told}");
    let files = [("index.html", &*page), ("data/microneedling.json", &*data)];
    let answer = admin.publish_by_page(&told["version"], &files).await?;
    ensure!(answer["skinQuizStudio"] == json!("published"), "{answer}");
    ensure!(answer["request"] == json!(7) && answer["version"] != told["version"], "{answer}");
    Ok(())
}

/// Goes back to the version before by the list of versions.
async fn go_back(admin: &Person<'_>) -> Result<()> {
    admin.open("/wp-admin/admin.php?page=skin-quiz-versions").await?;
    admin.press("table form button").await?;
    admin
        .until("it to be published", "return document.querySelector('.notice-success') !== null")
        .await?;
    Ok(())
}

/// Uploads a later release over this one.
async fn update(admin: &Person<'_>, folder: &std::path::Path) -> Result<()> {
    let later = package()?.version("0.2.0").with("program/data/microneedling.json", OLD, NEXT)?;
    let later = later.with("program/index.html", OLD, NEXT)?;
    upload(admin, &later, folder).await?;
    admin.press("a.update-from-upload-overwrite").await?;
    admin
        .until("the update", "return /updated successfully/.test(document.body.innerText)")
        .await?;
    Ok(())
}

/// Asks for the data to go too, deactivates the plug-in and deletes it.
async fn remove(admin: &Person<'_>) -> Result<()> {
    admin.open("/wp-admin/admin.php?page=skin-quiz-settings").await?;
    admin.press("input[name=removal][value=delete]").await?;
    admin.press("#skin-quiz-removal").await?;
    admin
        .until("it to be saved", "return document.querySelector('.notice-success') !== null")
        .await?;
    admin.open("/wp-admin/plugins.php").await?;
    admin.press("#deactivate-skin-quiz").await?;
    admin
        .until("it to be inactive", "return document.querySelector('#activate-skin-quiz') !== null")
        .await?;
    admin
        .js("window.confirm = () => true; document.querySelector('#delete-skin-quiz').click()", &[])
        .await?;
    let deleted = "return document.querySelector('tr.deleted') !== null || document.querySelector('[data-slug=skin-quiz]') === null";
    admin.until("it to be deleted", deleted).await?;
    Ok(())
}

/// That nothing of the plug-in is left.
pub(crate) fn nothing_is_left(site: &WordPress) -> Result<()> {
    ensure!(!site.quiz("").exists(), "the folder is still there");
    ensure!(!site.path("wp-content/plugins/skin-quiz").exists(), "the plug-in is still there");
    let left = site.php(
        "echo $wpdb->get_var( \"SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%skin_quiz%' AND option_name NOT LIKE '%transient%'\" ), ' ',
        $wpdb->get_var( \"SELECT COUNT(*) FROM $wpdb->posts WHERE post_type = 'skin_quiz_version' OR post_title = 'skin-quiz'\" ), ' ',
        (int) get_role( 'administrator' )->has_cap( 'skin_quiz_publish' );",
    )?;
    ensure!(left == "0 0 0", "left are options, posts and rights: {left}");
    Ok(())
}
