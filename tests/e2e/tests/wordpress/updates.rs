use std::fs;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::person::Person;
use crate::server::{Setup, WordPress};
use crate::stage::{Stage, package};

/// Interface words that staff changed stay, and those that a newer program asks for are added; what nobody
/// changed becomes the newer one. Published words stay in pages that both programs write alike.
pub(crate) fn words_stay(stage: &Stage) -> Result<()> {
    let site = WordPress::start(&stage.database, Setup::default())?;
    site.install(&package()?)?;
    let changed = |from: &str, to: &str| {
        let text = fs::read_to_string(site.quiz("text/en.json"))?;
        ensure!(text.contains(from), "no {from}");
        Ok(fs::write(site.quiz("text/en.json"), text.replace(from, to))?)
    };
    changed("\"Back\"", "\"Go back\"")?;
    let title = "What could microneedling do for your skin?";
    for name in ["index.html", "data/microneedling.json"] {
        let text = fs::read_to_string(site.quiz(name))?;
        fs::write(site.quiz(name), text.replace(title, "What may it do?"))?;
    }
    fs::write(site.quiz("old-0123456789abcdef.js"), "")?;
    let month_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(40 * 86_400);
    fs::File::open(site.quiz("old-0123456789abcdef.js"))?.set_modified(month_ago)?;
    fs::write(site.quiz("old-fedcba9876543210.js"), "")?;
    fs::write(site.quiz("data/spring.json.abcdefABCDEF.before"), "")?;
    fs::File::open(site.quiz("data/spring.json.abcdefABCDEF.before"))?.set_modified(month_ago)?;

    let later = package()?
        .version("0.2.0")
        .with("program/text/en.json", "\"continue\":", "\"brand-new\": \"New\",\n  \"continue\":")?
        .with(
            "program/text/es.json",
            "\"continue\":",
            "\"brand-new\": \"Nuevo\",\n  \"continue\":",
        )?
        .with("program/pictures/pores.svg", "<svg ", "<svg  ")?;
    site.install(&later)?;
    site.php("SkinQuiz\\Setup::ensure();")?;
    let text: Value = serde_json::from_str(&fs::read_to_string(site.quiz("text/en.json"))?)?;
    ensure!(text["back"] == json!("Go back"), "edited words are lost");
    ensure!(text["brand-new"] == json!("New"), "words that the program asks for are missing");
    ensure!(
        fs::read_to_string(site.quiz("text/es.json"))?.contains("Nuevo"),
        "unedited words stay old"
    );
    ensure!(
        !fs::read_to_string(site.quiz("pictures/pores.svg"))?.contains("<svg  "),
        "a picture is written over"
    );
    ensure!(
        fs::read_to_string(site.quiz("shipped/pictures/pores.svg"))?.contains("<svg  "),
        "not offered"
    );
    ensure!(
        fs::read_to_string(site.quiz("index.html"))?.contains("What may it do?"),
        "the page has old words"
    );
    let told = site.php("echo wp_json_encode( array( SkinQuiz\\Program::newer(), get_option( 'skin_quiz_stale', 0 ) ) );")?;
    ensure!(told == r#"[["pictures\/pores.svg"],0]"#, "{told}");
    ensure!(!site.quiz("old-0123456789abcdef.js").exists(), "what is older than a month is left");
    let left = site.quiz("data/spring.json.abcdefABCDEF.before");
    ensure!(!left.exists(), "what was cut off is left");
    ensure!(site.quiz("old-fedcba9876543210.js").exists(), "what a page may still ask for is gone");
    Ok(())
}

/// In Spanish and Arabic, and as a theme looks.
pub(crate) async fn in_other_languages(stage: &Stage) -> Result<()> {
    let site = WordPress::start(&stage.database, Setup::default())?;
    site.install(&package()?)?;
    site.install(&package()?)?;
    let chosen = site.path("wp-content/mu-plugins/locale.php");
    let admin = Person::signed_in(&stage.browser, &site, "admin").await?;
    for (locale, words) in [("es_ES", "Nombre de la clínica"), ("ar", "اسم العيادة")] {
        fs::write(&chosen, format!("<?php add_filter( 'locale', fn() => '{locale}' );"))?;
        admin.open("/wp-admin/admin.php?page=skin-quiz-settings").await?;
        let shown = admin.words().await?;
        ensure!(shown.contains(words), "{locale}: {shown}");
    }
    fs::remove_file(chosen)?;
    site.set_clinic()?;
    let page = site.add_page("[skin_quiz lang=\"es\" accent=\"#884455\" heading_level=\"3\"]")?;
    let visitor = Person::visitor(&stage.browser, &site).await?;
    ensure!(visitor.title(&page).await?.starts_with('¿'), "the quiz is not in Spanish");
    let element = visitor.js("return Object.fromEntries([...document.querySelector('skin-quiz').attributes].map(({ name, value }) => [name, value]))", &[]).await?;
    for (name, value) in [
        ("theme", "light"),
        ("surface", "#ffffff"),
        ("text", "#000000"),
        ("accent", "#884455"),
        ("heading-level", "3"),
        ("lang", "es"),
    ] {
        ensure!(element[name] == json!(value), "{name}: {element}");
    }
    let dark = site.php("echo do_shortcode( '[skin_quiz surface=\"#102030\"]' );")?;
    ensure!(dark.contains("theme=\"dark\"") && !dark.contains(" text="), "{dark}");
    Ok(())
}
