use std::fs;

use anyhow::{Context, Result, ensure};

const HOSTING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../hosting");

/// The policy in a host's file, with one way to write origin and clinics.
fn policy(file: &str) -> Result<String> {
    let text = fs::read_to_string(format!("{HOSTING}/{file}")).context(file.to_owned())?;
    let from = text.find("default-src").context("no policy")?;
    let policy = text[from..].split(['"', '\n']).next().unwrap_or_default();
    let mut policy = policy.to_owned();
    for (written, meant) in [
        ("$skin_quiz_origin", "ORIGIN"),
        ("$skin_quiz_clinics", "CLINICS"),
        ("%{REQUEST_SCHEME}://%{HTTP_HOST}", "ORIGIN"),
        ("%{reqenv:SKIN_QUIZ_CLINICS}", "CLINICS"),
        ("https://quiz.example", "ORIGIN"),
        ("https://www.clinic.example", "CLINICS"),
    ] {
        policy = policy.replace(written, meant);
    }
    Ok(policy)
}

#[test]
fn all_hosts_send_the_same_policy() -> Result<()> {
    let nginx = policy("nginx.conf")?;
    ensure!(nginx.contains("ORIGIN") && nginx.ends_with("CLINICS"), "{nginx}");
    for file in ["htaccess", "headers"] {
        ensure!(policy(file)? == nginx, "{file}: {}\nnginx: {nginx}", policy(file)?);
    }
    Ok(())
}
