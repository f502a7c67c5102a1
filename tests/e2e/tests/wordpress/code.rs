use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use dist::names;
use e2e::Files;

use crate::server::named;
use crate::stage::{package, project};

const ANALYSER: &str = include_str!("php/mago.toml");
/// As large as the zip may be: the directory's form and PHP's own settings take 2 MB everywhere.
const MOST_BYTES: u64 = 2_000_000;

/// Every file is PHP that can be read.
pub(crate) fn every_file_is_php() -> Result<()> {
    for folder in ["wordpress", "tests/e2e/tests/wordpress/php"] {
        for name in names(&project(folder))? {
            if name.ends_with(".php") {
                let path = project(folder).join(&name);
                said(Command::new(named("SKIN_QUIZ_PHP")?).arg("-l").arg(path))?;
            }
        }
    }
    Ok(())
}

/// The tests in PHP, with the built quiz.
pub(crate) fn what_may_be_published() -> Result<()> {
    let folder = tempfile::tempdir()?;
    for (name, content) in package()?.files {
        if let Some(name) = name.strip_prefix("program/") {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().context("no folder")?)?;
            fs::write(path, content)?;
        }
    }
    let mut tests = Command::new(named("SKIN_QUIZ_PHP")?);
    let said = said(tests.arg(project("wordpress/tests/run.php")).arg(folder.path()))?;
    print!("{said}");
    ensure!(said.contains(" passed, 0 failed"), "{said}");
    Ok(())
}

/// WordPress's coding standard, as far as the sniffs of Debian's PHP_CodeSniffer have it.
pub(crate) fn coding_standard() -> Result<()> {
    let standard = project("wordpress/phpcs.xml");
    let mut sniffer = Command::new(named("SKIN_QUIZ_PHPCS")?);
    sniffer.arg("-q").arg(format!("--standard={}", standard.display()));
    said(sniffer.arg(project("wordpress/skin-quiz"))).map(|_| ())
}

/// What an analyser finds, with WordPress's own code beside it.
pub(crate) fn analysed() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let load = named("SKIN_QUIZ_WORDPRESS")?;
    let wordpress = load.parent().context("WordPress lies in no folder")?;
    let plugin = fs::canonicalize(project("wordpress/skin-quiz"))?;
    let settings = ANALYSER.replace("{PLUGIN}", &plugin.display().to_string());
    let settings = settings.replace("{WORDPRESS}", &wordpress.display().to_string());
    let file = folder.path().join("mago.toml");
    fs::write(&file, settings)?;
    let mut analyse = Command::new(named("SKIN_QUIZ_MAGO")?);
    analyse.arg("--config").arg(file).args(["analyze", "--minimum-fail-level", "error"]);
    said(analyse.args(["--minimum-report-level", "error", "--reporting-format", "short"]))
        .map(|_| ())
}

/// Whether there is an analyser.
pub(crate) fn has_analyser() -> bool {
    named("SKIN_QUIZ_MAGO").is_ok()
}

/// What the plug-in directory asks for and a program can see.
pub(crate) fn rules_of_the_directory() -> Result<()> {
    let files = package()?.files;
    let text = |name: &str| {
        let found = files.iter().find(|(other, _)| other == name);
        found.map(|(_, content)| String::from_utf8_lossy(content).into_owned())
    };
    for (name, _) in &files {
        let is_hidden = name.split('/').any(|part| part.starts_with('.'));
        let ending = Path::new(name).extension().and_then(|it| it.to_str()).unwrap_or_default();
        let is_packed = ["zip", "gz", "br", "phar", "sh", "exe"].contains(&ending);
        ensure!(!is_hidden && !is_packed, "the directory takes no {name}");
        let is_code = name.ends_with(".php");
        let code = if is_code { text(name).unwrap_or_default() } else { String::new() };
        let is_guarded = code.contains("defined( 'ABSPATH' ) || exit")
            || code.contains("defined( 'WP_UNINSTALL_PLUGIN' ) || exit");
        ensure!(!is_code || is_guarded, "{name} runs when it is asked for");
        for forbidden in [
            "eval(",
            "create_function",
            "shell_exec",
            "exec(",
            "curl_init",
            "<?=",
            "unserialize(",
            "extract(",
            "ini_set(",
        ] {
            let found = code.replace("preg_exec(", "").contains(forbidden);
            ensure!(!found, "{name} has {forbidden}");
        }
    }
    let header = text("skin-quiz.php").context("no header")?;
    let readme = text("readme.txt").context("no readme.txt")?;
    let of = |text: &str, field: &str| {
        let line = text.lines().find(|line| line.trim_start_matches(" * ").starts_with(field));
        line.and_then(|line| line.split_once(':')).map(|(_, value)| value.trim().to_owned())
    };
    ensure!(of(&header, "Version") == of(&readme, "Stable tag"), "header and readme.txt differ");
    ensure!(
        header.contains(&format!(
            "'SKIN_QUIZ_VERSION', '{}'",
            of(&header, "Version").unwrap_or_default()
        )),
        "the constant differs"
    );
    for (one, other) in [
        ("Requires at least", "Requires at least"),
        ("Requires PHP", "Requires PHP"),
        ("License", "License"),
    ] {
        ensure!(
            of(&header, one).is_some() && of(&header, one) == of(&readme, other),
            "{one} differs"
        );
    }
    for section in [
        "== Description ==",
        "== Installation ==",
        "== Frequently Asked Questions ==",
        "== Changelog ==",
        "Tested up to:",
        "Contributors:",
        "Tags:",
    ] {
        ensure!(readme.contains(section), "readme.txt has no {section}");
    }
    let short = readme.lines().find(|line| {
        line.len() > 20
            && !line.starts_with('=')
            && !line.split(' ').next().unwrap_or_default().ends_with(':')
            && !line.contains("URI:")
            && !line.contains("Requires")
    });
    ensure!(
        short.is_some_and(|line| line.chars().count() <= 150),
        "the short description is too long"
    );
    ensure!(
        readme.contains("source") && readme.contains(".wasm"),
        "readme.txt does not name the source"
    );
    Ok(())
}

/// The template has every text of the code, and each language has every text of the template.
pub(crate) fn translations() -> Result<()> {
    let folder = project("wordpress/skin-quiz");
    let fresh = tempfile::NamedTempFile::new()?;
    let mut collect = Command::new(named("SKIN_QUIZ_XGETTEXT")?);
    collect.current_dir(&folder).args([
        "--language=PHP",
        "--from-code=UTF-8",
        "--add-comments=translators",
    ]);
    collect.args([
        "--keyword=__",
        "--keyword=esc_html__",
        "--keyword=esc_attr__",
        "--keyword=esc_html_e",
    ]);
    collect.arg("-o").arg(fresh.path());
    collect.args(names(&folder)?.iter().filter(|name| name.ends_with(".php")));
    said(&mut collect)?;
    let messages = |text: &str| {
        let mut all: Vec<String> = text
            .split("\n\n")
            .skip(1)
            .filter_map(|entry| entry.split_once("msgid "))
            .map(|(_, id)| joined(id))
            .collect();
        all.sort();
        all
    };
    let template = fs::read_to_string(folder.join("languages/skin-quiz.pot"))?;
    let [wanted, there] = [fs::read_to_string(fresh.path())?, template].map(|text| messages(&text));
    ensure!(!wanted.is_empty() && wanted == there, "skin-quiz.pot is not that of the code");
    for language in ["es_ES", "ar"] {
        let file = folder.join(format!("languages/skin-quiz-{language}.po"));
        let made = tempfile::NamedTempFile::new()?;
        let mut check = Command::new(named("SKIN_QUIZ_MSGFMT")?);
        let told =
            said_aside(check.args(["--check", "--statistics", "-o"]).arg(made.path()).arg(&file))?;
        ensure!(!told.contains("untranslated") && !told.contains("fuzzy"), "{language}: {told}");
        ensure!(messages(&fs::read_to_string(&file)?) == wanted, "{language} has other texts");
        let packed = fs::read(file.with_extension("mo"))?;
        ensure!(packed == fs::read(made.path())?, "{language}: the .mo is not that of the .po");
    }
    Ok(())
}

/// The first text of an entry, whatever lines it stands in.
fn joined(entry: &str) -> String {
    let text = entry.split("msgstr").next().unwrap_or_default();
    text.lines().map(|line| line.trim().trim_matches('"')).collect()
}

/// The zip can be uploaded.
pub(crate) fn the_zip_is_small() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let bytes = fs::metadata(package()?.write(folder.path())?)?.len();
    println!("the plug-in's zip has {bytes} bytes");
    let largest = names(Files::from_env()?.folder())?;
    ensure!(bytes <= MOST_BYTES, "{bytes} bytes, of {} files", largest.len());
    Ok(())
}

/// What a program prints; that it fails is an error.
fn said(command: &mut Command) -> Result<String> {
    let given = command.output().with_context(|| format!("{command:?}"))?;
    let [told, wrong] =
        [given.stdout, given.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
    ensure!(given.status.success(), "{command:?}: {told}{wrong}");
    Ok(told)
}

/// What a program prints beside its result.
fn said_aside(command: &mut Command) -> Result<String> {
    let given = command.output().with_context(|| format!("{command:?}"))?;
    let wrong = String::from_utf8_lossy(&given.stderr).into_owned();
    ensure!(given.status.success(), "{command:?}: {wrong}");
    Ok(wrong)
}
