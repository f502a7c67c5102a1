use std::fs;

use anyhow::{Result, ensure};

use crate::server::{Setup, WordPress};
use crate::stage::{Stage, package};

/// In a network every site has its own quiz, and loses its own when the plug-in goes.
pub(crate) fn data_per_site(stage: &Stage) -> Result<()> {
    let site = WordPress::start(&stage.database, Setup { network: true, ..Setup::default() })?;
    site.php(
        "wp_insert_site( array( 'domain' => '127.0.0.1', 'path' => '/two/', 'user_id' => 1 ) );",
    )?;
    site.install(&package()?)?;
    site.php("switch_to_blog( 2 ); SkinQuiz\\Setup::ensure();")?;
    let second = site.path("wp-content/uploads/sites/2/skin-quiz");
    ensure!(second.join("index.html").is_file(), "the second site was not set up");
    ensure!(site.quiz("index.html").is_file(), "the first site was not set up");
    site.set_clinic()?;
    let [first, other] =
        [site.quiz(""), second.clone()].map(|folder| folder.join("data/microneedling.json"));
    ensure!(fs::read_to_string(&first)?.contains("Skin & Co"), "the first site has no clinic");
    ensure!(fs::read_to_string(&other)?.contains("Your clinic"), "the second has the first's");
    let shown = site.php("echo do_shortcode( '[skin_quiz]' ), '|'; switch_to_blog( 2 ); echo do_shortcode( '[skin_quiz]' );")?;
    let (first, other) = shown.split_once('|').unwrap_or_default();
    ensure!(first.starts_with("<skin-quiz ") && other.is_empty(), "{shown}");
    let settings = fs::read_to_string(site.quiz(".htaccess"))?;
    ensure!(
        settings.contains(&format!("SKIN_QUIZ_CLINICS=https://{}", &site.url()[7..])),
        "{settings}"
    );
    site.php(
        "require ABSPATH . 'wp-admin/includes/plugin.php'; require ABSPATH . 'wp-admin/includes/file.php';
        update_option( 'skin_quiz_removal', 'delete' );
        deactivate_plugins( 'skin-quiz/skin-quiz.php', false, true );
        uninstall_plugin( 'skin-quiz/skin-quiz.php' );",
    )?;
    ensure!(!site.quiz("").exists(), "the first site's quiz is left");
    ensure!(other_data(&second), "the second site's data, which is to be kept, is gone");
    ensure!(!second.join("index.html").exists(), "the second site's program is left");
    Ok(())
}

fn other_data(folder: &std::path::Path) -> bool {
    folder.join("data/microneedling.json").is_file()
}
