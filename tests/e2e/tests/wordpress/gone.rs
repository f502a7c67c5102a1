use std::fs;

use anyhow::{Result, ensure};
use dist::names;

use crate::server::{Setup, WordPress};
use crate::stage::{Stage, package};

/// Unless somebody asked otherwise, what was edited outlives the plug-in and is there again with it.
pub(crate) fn kept(stage: &Stage) -> Result<()> {
    let site = WordPress::start(&stage.database, Setup::default())?;
    site.install(&package()?)?;
    site.set_clinic()?;
    site.php(
        "require ABSPATH . 'wp-admin/includes/plugin.php'; require ABSPATH . 'wp-admin/includes/file.php';
        deactivate_plugins( 'skin-quiz/skin-quiz.php' );
        uninstall_plugin( 'skin-quiz/skin-quiz.php' );",
    )?;
    let left = names(&site.quiz(""))?;
    let is_content =
        |name: &String| ["data/", "text/", "pictures/"].iter().any(|it| name.starts_with(it));
    ensure!(!left.is_empty() && left.iter().all(is_content), "{left:?}");
    site.install(&package()?)?;
    ensure!(
        fs::read_to_string(site.quiz("data/microneedling.json"))?.contains("Skin & Co"),
        "lost"
    );
    ensure!(fs::read_to_string(site.quiz("index.html"))?.contains("tel:+442079460000"), "the page");
    let versions =
        site.php("echo count( SkinQuiz\\Versions::all() ), get_option( 'skin_quiz_stale' );")?;
    ensure!(versions == "21", "versions, and whether the page is to be rendered: {versions}");
    Ok(())
}
