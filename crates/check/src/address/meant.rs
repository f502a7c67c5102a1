use super::{is_unseen, link};

/// The address that somebody meant who left out or misspelt how it begins, if it can only be one.
pub(crate) fn meant(written: &str) -> Option<String> {
    let seen: String = written.chars().filter(|c| !c.is_control() && !is_unseen(*c)).collect();
    let seen = seen.trim();
    let lower = seen.to_ascii_lowercase();
    let rest = |begins: &str| lower.starts_with(begins).then(|| seen[begins.len()..].trim_start());
    let meant = if let Some(number) = rest("tel:").or(rest("tel.:")).or(number(seen)) {
        let signs = number.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '/' | '(' | ')'));
        format!("tel:{}", signs.collect::<String>())
    } else if let Some(address) = rest("mailto:") {
        format!("mailto:{address}")
    } else if let Some(page) = page(seen, &lower) {
        format!("https://{page}")
    } else if seen.contains('@') && !seen.contains([':', '/', ' ']) {
        format!("mailto:{seen}")
    } else {
        return None;
    };
    let fixed = match link(&meant) {
        Ok(()) => meant,
        Err(astray) => astray.meant?,
    };
    (fixed != written && link(&fixed).is_ok()).then_some(fixed)
}

/// A number without anything else.
fn number(seen: &str) -> Option<&str> {
    let is_sign = |c: char| {
        c.is_numeric()
            || c.is_whitespace()
            || "+-./()".contains(c)
            || ('\u{2010}'..='\u{2015}').contains(&c)
    };
    let digits = seen.chars().filter(|c| c.is_numeric()).count();
    (digits >= 6 && seen.chars().all(is_sign)).then_some(seen)
}

/// A website without https://, or with it misspelt.
fn page<'s>(seen: &'s str, lower: &str) -> Option<&'s str> {
    let misspelt = [
        "https://",
        "https:/",
        "https:",
        "https//",
        "https;//",
        "htps://",
        "htttps://",
        "ttps://",
        "//",
    ];
    if let Some(begins) = misspelt.iter().find(|begins| lower.starts_with(**begins)) {
        return Some(&seen[begins.len()..]);
    }
    let host = lower.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.contains('.') && !host.contains([':', '@', ' ']);
    (is_host && host.chars().any(char::is_alphabetic)).then_some(seen)
}
